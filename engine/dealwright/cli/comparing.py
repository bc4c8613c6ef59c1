"""Two texts beside each other in three layers: words, rules, and how everything stands under each.

Outcomes are compared on logs, and on the scenarios at hand: one flips when a term stands otherwise under the later
text than under the earlier one, on a day that the scenario asks about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from dealwright.paper import Block, Hand, Table, plain

if TYPE_CHECKING:
    from dealwright.outcome import Outcome
    from dealwright.pipeline import Contract
    from dealwright.text import Text

LAYERS: Final = ("words", "rules", "outcomes")


@frozen
class Flip:
    """A term that stands otherwise under one text than under the other.

    Attributes:
        where: The log or the scenario.
        as_of: The day.
        name: The term.
        before: How it stands under the earlier text.
        after: How it stands under the later one.
        cite: The provision that this rests on, of the later text if the term is there.
    """

    where: str
    as_of: date
    name: str
    before: str
    after: str
    cite: str


def flips(where: str, before: Outcome, after: Outcome) -> Iterator[Flip]:
    """The terms that stand otherwise in one outcome than in the other."""
    from dealwright.render import outcomes_table

    for name, first, second in outcomes_table(before, after):
        cites = [cite for one in (after, before) if name in one for cite in one[name].cites[:1]]
        yield Flip(where, after.as_of, name, first, second, next(iter(cites), ""))


def scenario_flips(before: Contract, after: Contract) -> Iterator[Flip]:
    """The terms that stand otherwise in the scenarios at hand, each with the instruments that the scenario names."""
    from dealwright import model as m
    from dealwright.log import Log
    from dealwright.scenario import last_day

    for scenario in after.scenarios:
        log = Log.of(scenario)
        named = next((set(line.instruments) for line in scenario.lines if isinstance(line, m.With)), None)
        sides = [
            one if named is None else one.under([name for name in one.amendments if name in named])
            for one in (before, after)
        ]
        asked = [line.as_of or last_day(log, after) for line in scenario.lines if isinstance(line, m.Expect)]
        for day in dict.fromkeys(asked):
            first, second = (one.evaluate(log, day) for one in sides)
            yield from flips(scenario.title, first, second)


def words_layer(old: Text, new: Text) -> tuple[str, list[dict[str, Any]]]:
    """What differs in the words, for people and for machines."""
    from dealwright.show import marked, redline

    words = tuple(one for one in redline(old, new) if one.kind != "equal")
    data = [
        {
            "kind": one.kind,
            "instrument": one.instrument,
            "address": one.address,
            "by": list(one.by),
            "words": [{"kind": run.kind, "words": run.words} for run in one.words],
        }
        for one in words
    ]
    return f"Words\n{_indented(marked(words) or 'no words differ')}", data


def rules_layer(old: Text, new: Text) -> tuple[str, list[dict[str, Any]], tuple[Block | Table, ...]]:
    """What differs in the rules: for people, for machines, and on a page."""
    from dealwright.show import details, lines, rules_diff, told
    from dealwright.write import item

    groups = rules_diff(old, new)
    data = [
        {
            "kind": one.kind,
            "name": one.name,
            "instrument": one.instrument,
            "address": one.address,
            "by": str(origin),
            "before": [line for rule in one.before for line in item(rule)],
            "after": [line for rule in one.after for line in item(rule)],
            "parts": [{"part": part, "before": first, "after": second} for part, first, second in details(one)],
        }
        for origin, changes in groups
        for one in changes
    ]
    blocks: list[Block | Table] = [Block("title", plain("Rules"), 1)]
    for origin, changes in groups:
        blocks.append(Block("heading", plain(str(origin)), 2))
        hand = Hand(origin.instrument)
        for one in changes:
            place = f"{one.address} of {one.instrument}" if one.address else one.instrument
            blocks.append(Block("remark", plain(f"{one.kind} {one.name} in {place}")))
            blocks.extend(Block("rule", line, hand=hand) for line in lines(one))
    if not groups:
        blocks.append(Block("remark", plain("No rules differ.")))
    return f"Rules\n{_indented(told(groups) or 'no rules differ')}", data, tuple(blocks)


def outcomes_layer(found: Sequence[Flip], title: str) -> tuple[str, list[dict[str, Any]], tuple[Block | Table, ...]]:
    """What stands otherwise: for people, for machines, and on a page."""
    groups: dict[tuple[str, date], list[Flip]] = {}
    for one in found:
        groups.setdefault((one.where, one.as_of), []).append(one)
    lines: list[str] = []
    blocks: list[Block | Table] = [Block("title", plain(title), 1)]
    for (where, day), some in groups.items():
        said = f"{where}, as of {day.isoformat()}"
        lines.append(f"{said}:")
        for one in some:
            lines.append(f"    {one.name}{f' [{one.cite}]' if one.cite else ''}")
            lines.extend((f"        - {one.before}", f"        + {one.after}"))
        rows = tuple((one.name, one.before, one.after, one.cite) for one in some)
        blocks.append(Table(said, ("Term", "Before", "After", "By"), rows))
    if not groups:
        blocks.append(Block("remark", plain("No outcomes differ.")))
    data = [
        {
            "where": one.where,
            "as_of": one.as_of.isoformat(),
            "name": one.name,
            "before": one.before,
            "after": one.after,
            "cite": one.cite,
        }
        for one in found
    ]
    return f"{title}\n{_indented(chr(10).join(lines) or 'no outcomes differ')}", data, tuple(blocks)


def _indented(text: str) -> str:
    """A text one level deeper."""
    return "".join(f"  {line}".rstrip() + "\n" for line in text.rstrip("\n").split("\n"))
