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
    from dealwright.lint import Findings


def checked(files: Sequence[str]) -> Report:
    """Everything that is wrong with some files."""
    from dealwright.diagnostic import Severity, as_json, exit_code
    from dealwright.gathering import deal_files

    paths = deal_files(files)
    found, reviews = _checked(paths)
    errors = sum(one.severity is Severity.ERROR for one in found)
    warnings = sum(one.severity is Severity.WARNING for one in found)
    notes = len(found) - errors - warnings
    said = f"{_many(len(paths), 'file')}: {_many(errors, 'error')}, {_many(warnings, 'warning')}"
    said += f", {_many(notes, 'note')}\n" if notes else "\n"
    for base, review in reviews:
        said += _listed("accepted as written", base, [(one.found, one.sic.reading) for one in review.accepted])
        for one in review.mended:
            said += _listed(f"mended by {one.instrument}", base, [(each, "") for each in one.findings])
    data = {
        "files": [str(path) for path in paths],
        "errors": errors,
        "warnings": warnings,
        "diagnostics": [as_json(one) for one in found],
        "accepted": [
            {**as_json(one.found), "reading": one.sic.reading} for _, review in reviews for one in review.accepted
        ],
        "mended": [
            {"by": one.instrument, "diagnostics": [as_json(each) for each in one.findings]}
            for _, review in reviews
            for one in review.mended
        ],
    }
    return Report(said, data, found, exit_code(found))


def _listed(title: str, base: str, found: Sequence[tuple[Diagnostic, str]]) -> str:
    """Findings with their readings, told in a line each, those that say the same together."""
    alike: dict[tuple[str, str, str], list[str]] = {}
    for one, reading in found:
        alike.setdefault((one.code, one.message, reading), []).append(_where(one, base))
    lines = [f"{title}: {len(found)}"] if found else []
    for (code, message, reading), places in alike.items():
        read_by = f"; read by `{reading}`" if reading else ""
        lines.append(f"  {code} {message}: {', '.join(dict.fromkeys(places))}{read_by}")
    return "".join(f"{line}\n" for line in lines)


def _where(found: Diagnostic, base: str) -> str:
    """The provision of a finding: `section 3.4`, `section 1.3 of First Amendment`."""
    instrument, *headings = found.place.trail or ("",)
    numbers = [_numbered(*one.split(" ")[:2]) for one in headings]
    kept = [one for one in numbers if not one.startswith("article")] or numbers
    said = " ".join(reversed(kept)) if len(kept) < 2 else f"{kept[-1]} of {kept[-2]}"  # noqa: PLR2004 - a unit and the one around it
    own = f" of {instrument}" if instrument != base and said else ""
    return f"{said}{own}" or instrument


def _numbered(unit: str, number: str = "") -> str:
    """A heading cut to its unit and number, of those that have one."""
    carries = len(number) == 1 or number[:1].isdigit() or number.startswith("(")
    return f"{unit.lower()} {number}" if carries else unit.lower()


def _many(count: int, what: str) -> str:
    """A number of things: `no errors`, `1 error`, `2 errors`."""
    return f"{count or 'no'} {what}{'' if count == 1 else 's'}"


def _checked(paths: list[Path]) -> tuple[tuple[Diagnostic, ...], list[tuple[str, Findings]]]:
    """What is wrong with some files: contract by contract, and files of scenarios by themselves.

    Returns:
        What is told, and what was found in each contract, with the name of its agreement.
    """
    from dealwright.diagnostic import DealError, ordered
    from dealwright.gathering import Gathering
    from dealwright.pipeline import draft
    from dealwright.read import read

    gathering = Gathering(paths)
    found: list[Diagnostic] = []
    reviews: list[tuple[str, Findings]] = []
    bases = [path for path in paths if gathering.heads_or_none(path).bases]
    groups = [tuple(paths)] if len(bases) == 1 else [gathering.instruments(path) for path in bases]
    loose = [path for path in paths if not any(path in group for group in groups)]
    if not bases and any(gathering.heads_or_none(path).names for path in loose):
        groups, loose = [tuple(paths)], []
    for group in dict.fromkeys(groups):
        try:
            contract = draft([gathering.source(path) for path in group])
            review = contract.review()
            found.extend(review.open)
            reviews.append((contract.base.name, review))
        except DealError as trouble:
            found.extend(trouble.diagnostics)
    for path in loose:
        try:
            read(gathering.source(path))
        except DealError as trouble:
            found.extend(trouble.diagnostics)
    return ordered(dict.fromkeys(found)), reviews
