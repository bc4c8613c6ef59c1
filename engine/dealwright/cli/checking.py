"""A check of files, apart from the rest of the command: it is run at every save, and starts at once.

Nothing that reads command lines is imported here; `deal check FILES` without any option comes here straight.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dealwright.cli.boundary import Report

if TYPE_CHECKING:
    from pathlib import Path

    from dealwright.diagnostic import Diagnostic
    from dealwright.lint import Accepted, Mended


def checked(files: Sequence[str]) -> Report:
    """Everything that is wrong with some files."""
    from dealwright.diagnostic import Severity, as_json, exit_code
    from dealwright.gathering import deal_files

    paths = deal_files(files)
    found, accepted, mended = _checked(paths)
    errors = sum(one.severity is Severity.ERROR for one in found)
    warnings = sum(one.severity is Severity.WARNING for one in found)
    notes = len(found) - errors - warnings
    said = f"{_many(len(paths), 'file')}: {_many(errors, 'error')}, {_many(warnings, 'warning')}"
    said += f", {_many(notes, 'note')}\n" if notes else "\n"
    said += _listed("accepted as written", [_in_short(one.found, one.sic.reading) for one in accepted])
    for one in mended:
        said += _listed(f"mended by {one.instrument}", [_in_short(each) for each in one.findings])
    data = {
        "files": [str(path) for path in paths],
        "errors": errors,
        "warnings": warnings,
        "diagnostics": [as_json(one) for one in found],
        "accepted": [{**as_json(one.found), "reading": one.sic.reading} for one in accepted],
        "mended": [{"by": one.instrument, "diagnostics": [as_json(each) for each in one.findings]} for one in mended],
    }
    return Report(said, data, found, exit_code(found))


def _listed(title: str, lines: list[str]) -> str:
    """Findings that are told in a line each."""
    return (
        "".join(f"{line}\n" for line in (f"{title}: {len(lines)}", *(f"  {line}" for line in lines))) if lines else ""
    )


def _in_short(found: Diagnostic, reading: str = "") -> str:
    """A finding in a line: its code, where it stands, what it says, and how the place is read."""
    where = found.place.trail[-1] if found.place.trail else ""
    unit, _, rest = where.partition(" ")
    number = rest.partition(" ")[0]
    if unit in {"Sentence", "Clause", "Paragraph"} and len(found.place.trail) > 1:
        outer = " ".join(found.place.trail[-2].split(" ")[:2])
        shown = f"{outer}, {unit.lower()} {number}"
    else:
        shown = f"{unit} {number}".rstrip() if len(found.place.trail) > 1 else where
    return f"{found.code} {shown}: {found.message}" + (f"; read by `{reading}`" if reading else "")


def _many(count: int, what: str) -> str:
    """A number of things: `no errors`, `1 error`, `2 errors`."""
    return f"{count or 'no'} {what}{'' if count == 1 else 's'}"


def _checked(paths: list[Path]) -> tuple[tuple[Diagnostic, ...], list[Accepted], list[Mended]]:
    """What is wrong with some files: contract by contract, and files of scenarios by themselves.

    Returns:
        What is told, what a `sic` accepts, and what amendments mended.
    """
    from dealwright.diagnostic import DealError, ordered
    from dealwright.gathering import Gathering
    from dealwright.pipeline import draft
    from dealwright.read import read

    gathering = Gathering(paths)
    found: list[Diagnostic] = []
    accepted: list[Accepted] = []
    mended: list[Mended] = []
    bases = [path for path in paths if gathering.heads_or_none(path).bases]
    groups = [tuple(paths)] if len(bases) == 1 else [gathering.instruments(path) for path in bases]
    loose = [path for path in paths if not any(path in group for group in groups)]
    if not bases and any(gathering.heads_or_none(path).names for path in loose):
        groups, loose = [tuple(paths)], []
    for group in dict.fromkeys(groups):
        try:
            review = draft([gathering.source(path) for path in group]).review()
            found.extend(review.open)
            accepted.extend(review.accepted)
            mended.extend(review.mended)
        except DealError as trouble:
            found.extend(trouble.diagnostics)
    for path in loose:
        try:
            read(gathering.source(path))
        except DealError as trouble:
            found.extend(trouble.diagnostics)
    return ordered(dict.fromkeys(found)), accepted, mended
