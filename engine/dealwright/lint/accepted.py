"""What a drafter accepts: `sic` beside the words or rules that a finding is about, or beside the operation behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dealwright import model as m
from dealwright.codes import CODES, Severity
from dealwright.diagnostic import Diagnostic, echo, problem
from dealwright.lint.versions import Version


class Accepted(NamedTuple):
    """A finding and the `sic` that accepts it."""

    found: Diagnostic
    sic: m.Sic


def _marks(version: Version) -> Iterator[tuple[m.Sic, tuple[str, ...]]]:
    """Every `sic` of a text, with the headings above it."""
    for placed in version.text.rules():
        if isinstance(placed.item, m.Sic):
            node_ = placed.node
            yield placed.item, version.text.trail(node_) if node_ is not None else (placed.body.name,)


def accepting(version: Version, found: Mapping[object, Diagnostic]) -> Iterator[tuple[object, Accepted]]:
    """The findings of a text that a `sic` of it accepts."""
    marks = list(_marks(version))
    for key, one in found.items() if marks else ():
        if one.severity is Severity.ERROR:
            continue
        for mark, trail in marks:
            if mark.code == one.code and _says(one, mark.words) and _lies_in(one, trail):
                yield key, Accepted(one, mark)
                break


def _says(found: Diagnostic, words: str) -> bool:
    """Whether a finding tells of some words."""
    wanted = " ".join(words.split()).lower()
    return (
        wanted in " ".join(found.message.split()).lower() or wanted in " ".join(found.place.span.words.split()).lower()
    )


def _lies_in(found: Diagnostic, trail: tuple[str, ...]) -> bool:
    """Whether a finding is about a provision, or about what it did."""
    return any(place.trail[: len(trail)] == trail for place in (found.place, *found.also))


def idle(versions: Sequence[Version], accepted: Sequence[Accepted]) -> Iterator[Diagnostic]:
    """Every `sic` that accepts nothing, and every one that names a reading which is not there."""
    used = {(one.sic.span.source.name, one.sic.span.start) for one in accepted}
    readings = {
        placed.item.name for one in versions for placed in one.text.rules() if isinstance(placed.item, m.Reading)
    }
    seen: set[tuple[str, int]] = set()
    for one in versions:
        for mark, trail in _marks(one):
            place = (mark.span.source.name, mark.span.start)
            if place in seen:
                continue
            seen.add(place)
            if mark.code not in CODES or CODES[mark.code].severity is Severity.ERROR:
                yield problem("D501", f"{echo(mark.code)} is nothing that can be accepted", mark.span, trail=trail)
            elif mark.reading and mark.reading not in readings:
                yield problem("D501", f"there is no reading {echo(mark.reading)}", mark.span, trail=trail)
            elif place not in used:
                yield problem("D501", f"this accepts nothing: {echo(mark.code)} is not found here", mark.span,
                              trail=trail, help="take it out, or put it where the finding is")  # fmt: skip
