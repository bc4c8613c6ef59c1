"""A report on a contract for people: what is owed by whom and when comes first, then how everything else stands.

Sections without anything in them are left out. Within one, what calls for somebody comes before what is done, and what
only waits stands together on a line at the end.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from attrs import evolve

from dealwright.evaluate import Status
from dealwright.explain import Reason, agreement, standing
from dealwright.outcome import Answer, Due, Outcome, Writing
from dealwright.source import visible
from dealwright.value import END, Money, Range, Truth, text_of

_NEEDS = 3
_WIDTH: Final = 108
_NAMES: Final = 36
_SECTIONS: Final = (
    ("condition", "Conditions"),
    ("duty", "Duties"),
    ("power", "Powers"),
    ("prohibition", "Prohibitions"),
    ("permission", "Permissions"),
    ("effect", "Effects"),
    ("warranty", "Warranties"),
    ("definition", "Definitions"),
)
_RANK: Final = {
    status: place
    for place, status in enumerate(
        (
            Status.BREACHED,
            Status.FALSE,
            Status.FAILED,
            Status.DUE,
            Status.SUSPENDED,
            Status.AVAILABLE,
            Status.UNKNOWN,
            Status.UNSATISFIED,
            Status.EXERCISED,
            Status.PERFORMED,
            Status.SATISFIED,
            Status.EFFECTIVE,
            Status.TRUE,
        )
    )
}
_QUIET: Final = {
    "duty": {Status.PENDING},
    "effect": {Status.PENDING},
    "power": {Status.UNAVAILABLE},
    "permission": {Status.UNAVAILABLE},
    "prohibition": {Status.IN_FORCE, Status.UNAVAILABLE},
    "warranty": {Status.NOT_MADE, Status.UNKNOWN},
}


def outcome_text(outcome: Outcome, names: Iterable[str] = ()) -> str:
    """The report on a day.

    Args:
        outcome: The answers.
        names: The terms to show; all of them if none is named.

    Returns:
        Lines that end in a line feed.
    """
    wanted = tuple(names)
    if wanted:
        return _text(_line(outcome.terms[name]) for name in wanted if name in outcome.terms)
    blocks = [
        _head(outcome),
        instruments_text(outcome),
        _block("What is due", (_due(outcome, line) for line in outcome.calendar)),
        _block("Money", _money(outcome)),
    ]
    blocks += [_block(title, _section(outcome, kind)) for kind, title in _SECTIONS]
    blocks.append(_block("History", _history(outcome)))
    blocks.append(_block("Evidence, which is no fact", _evidence(outcome)))
    return "\n".join(block for block in blocks if block)


def reason_text(reason: Reason, depth: int = 0) -> str:
    """A tree of reasons as lines.

    Args:
        reason: The tree.
        depth: How many levels to show below the top; all if 0.
    """
    return f"{cut(reason, depth) if depth else reason}\n"


def outcomes_table(before: Outcome, after: Outcome) -> tuple[tuple[str, str, str], ...]:
    """The terms that do not stand alike in two outcomes: the name, how it stands in one, how in the other."""
    rows = []
    for name in dict.fromkeys((*before, *after)):
        if any(name in one and _whole(one, one[name]) for one in (before, after)):
            continue
        first, second = (
            _line(one[name]).partition("  ")[2].strip() if name in one else "not there" for one in (before, after)
        )
        if first != second:
            rows.append((name, first, second))
    return tuple(rows)


def cut(reason: Reason, depth: int) -> Reason:
    """A tree without what lies deeper than some level."""
    if depth == 0:
        return evolve(reason, children=())
    return evolve(reason, children=tuple(cut(child, depth - 1) for child in reason.children))


def _text(lines: Iterable[str]) -> str:
    """Lines, each ended, with what cannot be seen spelt out."""
    return "".join(f"{visible(line)}\n" for line in lines)


def _block(title: str, lines: Iterable[str]) -> str:
    """A section under its title; nothing if it is empty."""
    found = list(lines)
    return _text([title, *(f"  {line}" for line in found)]) if found else ""


def _head(outcome: Outcome) -> str:
    """What is reported on."""
    lines = [f"{outcome.text[0]}, as of {outcome.as_of.isoformat()}: {agreement(outcome).removeprefix('is ')}"]
    if outcome.result.facts.title:
        lines.append(f"  log: {outcome.result.facts.title}")
    lines.append(f"  text in force: {', '.join(outcome.text)}")
    if outcome.text_as_of is not None:
        lines.append(f"  under the text of {outcome.text_as_of.isoformat()}")
    if outcome.known_by is not None:
        lines.append(f"  known by {outcome.known_by.isoformat()}")
    lines += [
        f"  {'assumed' if 'assumed' in one or 'taken' in one else 'counted'}: {one}" for one in outcome.assumptions
    ]
    if outcome.next:
        lines.append(
            f"  next days on which something may change: {', '.join(day.isoformat() for day in outcome.next[:4])}"
        )
    return _text(lines)


def instruments_text(outcome: Outcome) -> str:
    """How every amending instrument stands; nothing where there is none."""
    return _block("Instruments", map(_writing, outcome.instruments.values()))


def _writing(one: Writing) -> str:
    """How an instrument stands, and what it waits for."""
    parts = [one.status]
    if one.since is not None:
        parts.append(f"since {one.since.isoformat()}" if one.until is None else f"from {one.since.isoformat()}")
    if one.until is not None:
        parts.append(f"to {one.until.isoformat()}")
    waits = "; ".join(one.waits)
    more = "" if not waits else f"; waits for: {waits}" if one.status != "failed" else f": {waits} cannot come any more"
    return f"{one.name:<{_NAMES}}  {' '.join(parts)}{more}"


def _due(outcome: Outcome, line: Due) -> str:
    """One line of the calendar: the day, the duty, who to whom, how much."""
    on = _day(line.on) or "no day"
    who = " and ".join(line.actors) + (f" to {' or '.join(line.receivers)}" if line.receivers else "")
    rest = f", {text_of(line.outstanding)} outstanding" if line.outstanding is not None else ""
    answer = outcome.terms.get(line.name)
    unsure = answer is not None and answer.status is Status.UNKNOWN
    status = (
        f", {standing(answer)}" if unsure and answer else "" if line.status is Status.DUE else f", {line.status.value}"
    )
    return f"{on:<10}  {line.name}: {who}{rest}{status}"


def _day(value: Any) -> str:
    """A day, or the days between which it lies."""
    return "" if value is None else value.isoformat() if isinstance(value, date) else text_of(value)


def _money(outcome: Outcome) -> Iterator[str]:
    """What each party paid and received."""
    ledger = outcome.result.world.ledger
    for party in dict.fromkeys(name for one in ledger for name in (one.payer, one.payee) if name):
        sums = {
            word: _sum(one.amount for one in ledger if getattr(one, end) == party)
            for word, end in (("paid", "payer"), ("received", "payee"))
        }
        yield f"{party:<{_NAMES}}  {', '.join(f'{word} {text}' for word, text in sums.items() if text)}"


def _sum(amounts: Iterable[Money]) -> str:
    """Amounts added, those of each currency by themselves."""
    sums: dict[str, Money] = {}
    for amount in amounts:
        sums[amount.currency] = sums[amount.currency] + amount if amount.currency in sums else amount
    return " and ".join(one.text() for one in sums.values())


def _section(outcome: Outcome, kind: str) -> Iterator[str]:
    """The terms of one kind, those that call for somebody first; those that only wait together at the end."""
    answers = [answer for answer in outcome.terms.values() if answer.kind == kind and not _whole(outcome, answer)]
    quiet = _QUIET.get(kind, set())
    loud = [
        answer
        for answer in answers
        if answer.status not in quiet or (answer.paid is not None and _is_some(answer.paid))
    ]
    names = {name: answer for name, answer in outcome.terms.items() if answer.kind == kind}
    shown = {id(answer): name for name, answer in names.items()}
    if kind not in {"condition", "definition"}:
        loud.sort(key=lambda answer: _RANK.get(answer.status, len(_RANK)) if answer.status else 0)
    for answer in loud:
        yield from _folded(f"{_line(answer, shown[id(answer)])}{_holders(answer)}", _NAMES + 2)
    for status in sorted(quiet, key=lambda one: one.value):
        waiting = [shown[id(answer)] for answer in answers if answer.status is status and answer not in loud]
        if waiting:
            yield from textwrap.wrap(
                f"{_said(kind, status)}: {', '.join(waiting)}", _WIDTH, subsequent_indent="    ", break_on_hyphens=False
            )


def _holders(answer: Answer) -> str:
    """Who may exercise a power that is available."""
    if answer.status is not Status.AVAILABLE or not answer.holders:
        return ""
    *others, last = answer.holders
    names = f"{', '.join(others)} and {last}" if others else last
    if answer.jointly:
        return f", to {names} together"
    return f", to {'either of ' if len(others) == 1 else 'any of ' if others else ''}{names}"


def _said(kind: str, status: Status) -> str:
    """How terms that only wait are introduced."""
    return "not known to be true" if kind == "warranty" and status is Status.UNKNOWN else status.value


def _is_some(paid: Any) -> bool:
    """Whether anything was paid."""
    return isinstance(paid, Money) and paid.amount != 0


def _whole(outcome: Outcome, answer: Answer) -> bool:
    """Whether an answer stands for several instances that are shown themselves."""
    return (
        any(
            other.key == answer.key and other.name.startswith(f"{answer.name} for ") for other in outcome.terms.values()
        )
        and " for " not in answer.name
    )


def _line(answer: Answer, name: str = "") -> str:
    """A term and how it stands."""
    parts = [standing(answer).removeprefix("is ")]
    if answer.amount is not None and answer.amount == answer.paid:
        parts.append(f"{text_of(answer.amount)} paid in full")
    elif answer.amount is not None:
        parts.append(f"amount {text_of(answer.amount)}")
    if (
        answer.paid is not None
        and answer.amount != answer.paid
        and (_is_some(answer.paid) or isinstance(answer.paid, Range))
    ):
        waits = answer.status is Status.PENDING
        parts.append(f"paid {text_of(answer.paid)}{', which counts if it falls due' if waits else ''}")
    if answer.outstanding is not None:
        parts.append(f"outstanding {text_of(answer.outstanding)}")
    if answer.interest is not None and _is_some(answer.interest):
        parts.append(f"interest {text_of(answer.interest)}")
    if answer.made:
        parts = [", ".join(f"{_day(on) or 'at some time'}: {_truth(made)}" for on, made in answer.made)]
    if answer.needs and (answer.status is Status.UNKNOWN or answer.status is None):
        needs = " or ".join(" and ".join(group) for group in answer.needs[:_NEEDS])
        parts.append(f"would be settled by {needs}{' or more' if len(answer.needs) > _NEEDS else ''}")
    return f"{name or answer.name:<{_NAMES}}  {'; '.join(parts)}"


def _truth(made: Truth) -> str:
    """Whether a statement was true."""
    return "true" if made.is_yes else "false" if made.is_no else "not known"


def _history(outcome: Outcome) -> Iterator[str]:
    """Every change, on its day."""
    for change in outcome.history:
        cite = f"  [{change.cite}]" if change.cite and change.cite not in change.what else ""
        end = "at the end of the day, " if change.at.order == END else ""
        yield from _folded(f"{change.at.day.isoformat()}  {end}{change.what}{cite}", 12)


def _folded(line: str, indent: int) -> list[str]:
    """A line in as many as it takes, the later ones indented."""
    first = len(line) - len(line.lstrip())
    gap = line.find("  ", first)
    keep = line[: gap + 2] if 0 <= gap < indent + 2 else ""
    return textwrap.wrap(
        line[len(keep) :].lstrip(), _WIDTH, initial_indent=f"{keep:<{indent}}" if keep else "",
        subsequent_indent=" " * indent, break_on_hyphens=False, break_long_words=False,
    )  # fmt: skip


def _evidence(outcome: Outcome) -> Iterator[str]:
    """What somebody said."""
    for entry in outcome.result.facts.evidence:
        if entry.on <= outcome.as_of:
            yield entry.words
