"""An amending sentence beside its operation: both must name one provision, one term, one value.

The words are what the parties signed, and the operation is what is carried out. Where both are plain and differ, one of
them is a slip. A sentence that leaves a value to its operation, or speaks of other things too, is at odds with nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend import orders_of
from dealwright.amend.cited import in_words
from dealwright.amend.mirrors import Said, values_in
from dealwright.amend.orders import Order, operations
from dealwright.diagnostic import Diagnostic, echo, problem
from dealwright.lint.versions import Version, inflected
from dealwright.lint.words import numbers_cited
from dealwright.source import Span
from dealwright.write import expression as written

_NEW: Final = re.compile(
    r"\bnew\s+(?:sections?|articles?|clauses?|paragraphs?|schedules?|exhibits?)\s*$", re.IGNORECASE
)
_CHANGED: Final = re.compile(
    r"\b[Tt]he\s+([A-Z][\w'-]*(?:\s+[A-Z][\w'-]*)*)\s+(?:is|are|shall\s+be)\s+(?:hereby\s+)?"
    r"(?:changed|extended|increased|reduced|decreased|amended|postponed|replaced)\b"
)
_DEFINITION: Final = re.compile(r"\bdefinitions?\s+of\s+(?:the\s+term\s+)?[\"\u201c]([^\"\u201d]+)[\"\u201d]")
_CONFORMING: Final = ("accordingly", "conform", "everywhere", "wherever", "each reference", "all references")


@frozen
class _Sentence:
    """An operation with what its instrument says of it.

    Attributes:
        order: The operation, and where it stands.
        heading: The heading above it.
        words: The words beside it.
    """

    order: Order
    heading: str
    words: str


def _sentences(version: Version) -> Iterator[_Sentence]:
    """The operations of the instrument that was put in last."""
    name = version.instruments[-1]
    for body in version.text.bodies:
        if body.name != name:
            continue
        each = zip(orders_of(body.instrument), operations(body.instrument.items), strict=True)
        for order, (_, around) in each:
            if around:
                beside = [one for one in around[-1].items if isinstance(one, m.Words)]
                yield _Sentence(order, around[-1].heading, "\n".join(line for one in beside for line in one.lines))


def headings_at_odds(before: Version, after: Version) -> Iterator[Diagnostic]:
    """The heading or the words of an amending provision name one provision, and its operation changes another."""
    del before
    for one in _sentences(after):
        aims = list(_aims(one.order.operation))
        for said, where in ((one.heading, "heading"), (one.words, "words")):
            cited = numbers_cited(said) | _labels(said)
            wrong = [(steps, span) for steps, span in aims if not _among(steps, cited)] if cited else []
            loose = any(each.until for each in in_words(said)) or any(word in said.lower() for word in _CONFORMING)
            if wrong and (len(wrong) == len(aims) or (where == "words" and not loose)):
                named = ", ".join(map(echo, sorted(numbers_cited(said) or cited)))
                yield problem("D407", f"the {where} {'cite' if where == 'words' else 'cites'} {named}, and this changes {echo(wrong[0][1].words)}",
                              wrong[0][1], trail=one.order.trail)  # fmt: skip
                break


_Steps = tuple[tuple[str, str], ...]


def _aims(operation: m.Operation) -> Iterator[tuple[_Steps, Span]]:
    """The addresses at which an operation is aimed, both ends of a run."""
    aims = (operation.address,) if isinstance(operation, m.Insert) else getattr(operation, "targets", ())
    for aim in aims:
        match aim:
            case e.Address() if aim.steps:
                yield aim.steps, aim.span
            case e.AddressRange():
                yield from ((((aim.unit, number), *aim.within.steps), aim.span) for number in (aim.first, aim.last))
            case e.AddressGroup() if aim.within.steps:
                yield aim.within.steps, aim.span
            case _:
                pass


def _labels(said: str) -> frozenset[str]:
    """The labels in parentheses that some words cite: `(a)` of `Section 3(a)`."""
    return frozenset(number for one in in_words(said) for _, number in one.whole.steps if number.startswith("("))


def _among(steps: _Steps, cited: frozenset[str]) -> bool:
    """Whether an address goes through a provision that words name, by its own label where words name labels."""
    labels = {number for number in cited if number.startswith("(")}
    own = [number for _, number in steps if number.startswith("(")]
    if labels and own and not any(label in own[0] for label in labels):
        return False
    numbers = [number.split("(")[0] for _, number in steps]
    return any(
        number in cited or any(number.startswith(f"{each}.") or each.startswith(f"{number}.") for each in cited)
        for number in (*numbers, *own)
        if number
    )


def words_at_odds(before: Version, after: Version) -> Iterator[Diagnostic]:
    """An amending sentence states another value, term or number than its operation carries out."""
    del before
    together = list(_sentences(after))
    terms = {inflected(rule.name) for rule in after.program.terms.values()}
    for one in together:
        stated = values_in(one.words)
        others = [pair for other in together if other.words == one.words for pair in _pairs(other.order.operation)]
        for said, written_ in (*_values(one, stated, others), *_terms(one, terms), *_numbers(one)):
            yield problem("D409", f"the words say {echo(said)}, and this says {echo(written_)}",
                          one.order.operation.span, trail=one.order.trail)  # fmt: skip


_Pair = tuple[e.Expression, e.Expression]


def _pairs(operation: m.Operation) -> tuple[_Pair, ...]:
    """The values that an operation changes, old and new."""
    match operation:
        case m.ChangeValue(old=old, new=new):
            return ((old, new),)
        case m.WordChange(verb="replace", pairs=pairs):
            return tuple(
                (one.value, other.value)
                for old, new in pairs
                for one, other in zip(values_in(old), values_in(new), strict=False)
                if isinstance(one.value, e.Literal) and isinstance(other.value, e.Literal) and one.value != other.value
            )
        case _:
            return ()


def _values(one: _Sentence, stated: tuple[Said, ...], others: list[_Pair]) -> Iterator[tuple[str, str]]:
    """What a sentence states in the place of a value of its operation, and that value."""
    known = [value for pair in others for value in pair]
    for pair in _pairs(one.order.operation):
        if not all(isinstance(value, e.Literal) for value in pair):
            continue
        kind = next(value.kind for value in pair if isinstance(value, e.Literal))
        mine = [said for said in stated if isinstance(said.value, e.Literal) and said.value.kind == kind]
        stray = [said for said in mine if said.value not in known]
        has = [any(said.value == value for said in mine) for value in pair]
        if not stray or all(has) or not _plain(one.words, stray[0], kind, has, len(mine)):
            continue
        yield stray[0].match[0], written(pair[1] if has[0] or not has[1] else pair[0])


def _plain(words: str, stray: Said, kind: str, has: list[bool], count: int) -> bool:
    """Whether a value in a sentence can only be meant for one of its operation."""
    if any(has):
        return count == 2 or bool(re.search(r"\b(?:to|by|with|from)\s+[\"\u201c]?$", words[: stray.start]))  # noqa: PLR2004 - an old value and a new one
    return kind != "number" and bool(re.search(r"\b(?:to|by|with)\s+[\"\u201c]?$", words[: stray.start]))


def _terms(one: _Sentence, terms: set[str]) -> Iterator[tuple[str, str]]:
    """Which term a sentence says is changed or redefined, and which its operation takes."""
    match one.order.operation:
        case m.ChangeValue(term=term):
            named = [found for found in _CHANGED.findall(one.words) if inflected(found) in terms]
            own = term.name
        case m.Replace(targets=(e.Address(term=own),)) | m.Delete(targets=(e.Address(term=own),)):
            named = _DEFINITION.findall(one.words)
        case _:
            return
    if own and named and inflected(own) not in " ".join(inflected(found) for found in named):
        yield named[0], own


def _numbers(one: _Sentence) -> Iterator[tuple[str, str]]:
    """Which number a sentence gives to what is new or renumbered, and which its operation gives."""
    cited = in_words(one.words)
    match one.order.operation:
        case m.Insert(items=items):
            given = [item.number for item in items if isinstance(item, m.Provision)]
            said = [each.address.steps[0][1] for each in cited if _NEW.search(one.words[: each.start])]
        case m.Renumber(targets=targets, numbers=numbers):
            given = [step for aim in numbers for step in _own(aim)]
            old = [step for aim in targets for step in _own(aim)]
            said = [step for each in cited for _, step in each.address.steps[:1] if step not in old]
        case _:
            return
    if given and said and not set(given) & set(said):
        yield said[0], given[0]


def _own(aim: e.Aim) -> tuple[str, ...]:
    """The number of what an address names, both ends of a run."""
    match aim:
        case e.AddressRange():
            return (aim.first, aim.last)
        case e.Address() if aim.steps:
            return (aim.steps[0][1],)
        case _:
            return ()
