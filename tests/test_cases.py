"""Texts with mistakes, and what is told of each.

A file in `tests/cases/PHASE/` holds texts divided by lines of `---`. Below the line of a mistake stands a comment with
its code, `# ^ S206`, the caret under the first character that is told of; `# S206` alone is the first character of the
line. With `DEAL_UPDATE_CASES=1` in the environment the comments are written anew, to be read before they are believed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from dealwright.diagnostic import DealError, Diagnostic
from dealwright.intake import as_source
from dealwright.pipeline import draft
from dealwright.read import read

ROOT = Path(__file__).parent / "cases"
FILES = sorted(ROOT.rglob("*.deal"))
EXPECTED = re.compile(r"#(?P<before> *)(?P<caret>\^)? (?P<code>[A-Z][0-9]{3})$")


def chunks(path: Path) -> list[str]:
    """The texts of a file."""
    return re.split(r"^---\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)


def bare(text: str) -> str:
    """A text without the comments that say what is expected."""
    return "".join(line for line in text.splitlines(keepends=True) if not EXPECTED.fullmatch(line.rstrip("\n")))


def told(text: str, phase: str = "syntax") -> list[Diagnostic]:
    """What a phase tells of a text: `syntax` as it is read, `drafting` all that is found in the contract that it is."""
    source = as_source("case.deal", text)
    try:
        if phase == "drafting":
            return sorted(draft([source]).review().open, key=lambda one: (one.place.span.start, one.code))
        read(source)
    except DealError as error:
        return list(error.diagnostics)
    return []


def marked(text: str, found: Iterable[Diagnostic]) -> str:
    """A text with a comment below each line of which something is told."""
    below: dict[int, list[str]] = {}
    for each in found:
        column = each.place.span.column
        caret = f"#{' ' * (column - 2)}^" if column > 1 else "#"
        below.setdefault(each.place.span.line, []).append(f"{caret} {each.code}\n")
    lines = text.splitlines(keepends=True)
    return "".join(line + "".join(below.get(number, [])) for number, line in enumerate(lines, start=1))


CASES = [
    pytest.param(path, number, id=f"{path.parent.name}/{path.stem}/{number}")
    for path in FILES
    for number, _ in enumerate(chunks(path))
]


@pytest.mark.parametrize(("path", "number"), CASES)
def test_each_mistake_is_told_where_it_stands(path: Path, number: int) -> None:
    """Every mistake of a text is told in one run, with its code, at its place, and nothing else is."""
    texts = chunks(path)
    text = bare(texts[number])
    result = marked(text, told(text, path.parent.name))
    if os.environ.get("DEAL_UPDATE_CASES"):
        texts[number] = result
        path.write_text("---\n".join(texts), encoding="utf-8")
    assert result == texts[number]


def test_cases_can_fail() -> None:
    """A comment is put where a mistake is, and taken away where none is."""
    text = "Rent meens €5\nRent means €5\n"
    assert marked(text, told(text)) == "Rent meens €5\n#    ^ S206\nRent means €5\n"
    assert bare("Rent means €5\n# ^ S206\n# S206\n# see S206\n") == "Rent means €5\n# see S206\n"
