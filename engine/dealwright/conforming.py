"""The conformed copy as a `.deal` file: written, read again, and its marks of what is accepted put where they belong.

A `sic` in an amendment accepts what is found elsewhere because of an operation of its provision. In the copy there is
no operation, so the mark stands where the finding is; one that accepts nothing any more is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve, frozen

from dealwright import model as m
from dealwright.diagnostic import DealError, Diagnostic, Severity
from dealwright.intake import as_source
from dealwright.lint import Findings
from dealwright.log import Log
from dealwright.pipeline import Contract, draft
from dealwright.show import conforming, conforming_file, hands, unwritten

_NAME = "the conformed copy"


@frozen
class ConformedCopy:
    """The text in force as a file.

    Attributes:
        text: What stands in the file.
        unwritten: What it cannot say.
    """

    text: str
    unwritten: tuple[Diagnostic, ...] = ()


def conformed_copy(contract: Contract, log: Log | None = None, as_of: date | None = None) -> ConformedCopy:
    """The text in force as a file that can be read again, and means the same.

    Args:
        contract: The contract.
        log: What happened.
        as_of: The day whose text is written; without one every instrument loaded is in force.

    Raises:
        DealError: The text has errors, in the contract or in the copy of it.
    """
    found = None if as_of is None else contract.evaluate(log or Log(), as_of)
    whole = contract._consolidation(contract.stages[-1] if found is None else found.result.texts)  # noqa: SLF001
    known = hands(contract.instruments, *(() if found is None else found.in_effect))
    names = [body.name for body in whole.text.bodies]
    lead = [f"{names[0]} as amended by {' and '.join(names[1:])}." if names[1:] else f"{names[0]} as first written."]
    lead += [] if as_of is None else [f"As of {as_of.isoformat()}."]
    made = conforming_file(conforming(whole, known), lead)
    copy = draft([as_source(_NAME, made, contract.limits)], limits=contract.limits).choosing(contract.choices)
    review = copy.review()
    wrong = [one for one in review.open if one.severity is Severity.ERROR]
    if wrong:
        raise DealError(wrong)
    marked = tuple(_marked(one, contract.review(), review) for one in copy.instruments)
    return ConformedCopy(conforming_file(marked, lead), tuple(unwritten(whole.text)))


def _marked(instrument: m.Instrument, before: Findings, after: Findings) -> m.Instrument:
    """An instrument of the copy with its marks of what is accepted where they belong."""
    idle = {one.place.span.start for one in after.open if one.code == "D501"}
    reasons = {(one.found.code, one.found.message): one.sic.reading for one in before.accepted}
    known = {(one.code, one.message) for one in before.open}
    more: dict[tuple[str, ...], list[m.Sic]] = {}
    for one in after.open:
        key = one.code, one.message
        if (key in reasons or one.code == "N104") and key not in known:
            more.setdefault(one.place.trail, []).append(m.Sic(one.code, "", reasons.get(key, "")))
    return evolve(instrument, items=tuple(_items(instrument.items, (instrument.name,), idle, more)))


def _items(
    items: Sequence[m.Item], trail: tuple[str, ...], idle: set[int], more: Mapping[tuple[str, ...], Sequence[m.Sic]]
) -> Iterator[m.Item]:
    """What stands in a provision, with its marks."""
    for item in items:
        if isinstance(item, m.Provision):
            title = f"{item.unit.capitalize()} {item.number} {item.heading}".replace("  ", " ").rstrip()
            yield evolve(item, items=tuple(_items(item.items, (*trail, title), idle, more)))
        elif not isinstance(item, m.Sic) or item.span.start not in idle:
            yield item
    yield from dict.fromkeys(more.get(trail, ()))
