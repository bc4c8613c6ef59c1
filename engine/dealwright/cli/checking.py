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


def checked(files: Sequence[str]) -> Report:
    """Everything that is wrong with some files."""
    from dealwright.diagnostic import Severity, as_json, exit_code
    from dealwright.gathering import deal_files

    paths = deal_files(files)
    found = _checked(paths)
    errors = sum(one.severity is Severity.ERROR for one in found)
    warnings = sum(one.severity is Severity.WARNING for one in found)
    said = f"{_many(len(paths), 'file')}: {_many(errors, 'error')}, {_many(warnings, 'warning')}\n"
    data = {
        "files": [str(path) for path in paths],
        "errors": errors,
        "warnings": warnings,
        "diagnostics": [as_json(one) for one in found],
    }
    return Report(said, data, found, exit_code(found))


def _many(count: int, what: str) -> str:
    """A number of things: `no errors`, `1 error`, `2 errors`."""
    return f"{count or 'no'} {what}{'' if count == 1 else 's'}"


def _checked(paths: list[Path]) -> tuple[Diagnostic, ...]:
    """What is wrong with some files: contract by contract, and files of scenarios by themselves."""
    from dealwright.diagnostic import DealError, ordered
    from dealwright.gathering import Gathering
    from dealwright.pipeline import draft
    from dealwright.read import read

    gathering = Gathering(paths)
    found: list[Diagnostic] = []
    bases = [path for path in paths if gathering.heads_or_none(path).bases]
    groups = [tuple(paths)] if len(bases) == 1 else [gathering.instruments(path) for path in bases]
    loose = [path for path in paths if not any(path in group for group in groups)]
    if not bases and any(gathering.heads_or_none(path).names for path in loose):
        groups, loose = [tuple(paths)], []
    for group in dict.fromkeys(groups):
        try:
            found.extend(draft([gathering.source(path) for path in group]).check())
        except DealError as trouble:
            found.extend(trouble.diagnostics)
    for path in loose:
        try:
            read(gathering.source(path))
        except DealError as trouble:
            found.extend(trouble.diagnostics)
    return ordered(dict.fromkeys(found))
