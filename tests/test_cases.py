"""Texts with what is expected of them: mistakes and what is told of each, amendments and what becomes of a contract.

A file in `tests/cases/PHASE/` holds texts divided by lines of `---`. Below the line of a mistake stands a comment with
its code, `# ^ S206`, the caret under the first character that is told of; `# S206` alone is the first character of the
line. What is told of `syntax` is what reading tells, of `amending` what a check of the whole tells. At the end of a
text of `amending` may stand, behind `#|`, how the agreement reads with all amendments in; its scenarios must hold. With
`DEAL_UPDATE_CASES=1` in the environment the comments are written anew, to be read before they are believed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from dealwright.amend import consolidate
from dealwright.diagnostic import DealError, Diagnostic, Severity
from dealwright.intake import as_source
from dealwright.paper import markdown
from dealwright.pipeline import Contract, draft, loads
from dealwright.read import read
from dealwright.scenario import run_scenario
from dealwright.show import conformed
from dealwright.text import Text
from dealwright.write import format_source, write

ROOT = Path(__file__).parent / "cases"
FILES = sorted(ROOT.rglob("*.deal"))
PAGE = Path(__file__).parent.parent / "docs" / "amending.md"
EXPECTED = re.compile(r"#(?P<before> *)(?P<caret>\^)? (?P<code>[A-Z][0-9]{3})$")
SHOWN = "#| "


def chunks(path: Path) -> list[str]:
    """The texts of a file."""
    return re.split(r"^---\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)


def bare(text: str) -> str:
    """A text without the comments that say what is expected."""
    return "".join(
        line
        for line in text.splitlines(keepends=True)
        if not EXPECTED.fullmatch(line.rstrip("\n")) and not line.startswith(SHOWN)
    )


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


def agreements(text: str) -> int:
    """How many agreements stand in a text."""
    return sum(one.word == "agreement" for one in read(as_source("case.deal", text)).instruments)


def checked(text: str) -> list[Diagnostic]:
    """What a check tells of a text: every error, and what concerns amendments, names, and what a change leaves behind."""
    if agreements(text) > 1:
        found: Iterable[Diagnostic] = consolidated(text)[1]
    else:
        try:
            found = draft([as_source("case.deal", text)]).review().open
        except DealError as error:
            found = error.diagnostics
    kept = (one for one in found if one.severity is Severity.ERROR or one.code.startswith(("A", "D4", "N", "R207")))
    return sorted(kept, key=lambda one: (one.place.span.start, one.code))


def consolidated(text: str) -> tuple[Text, tuple[Diagnostic, ...]]:
    """The text with all amendments in, and what was told of them."""
    instruments = read(as_source("case.deal", text)).instruments
    result = consolidate(instruments, [one.name for one in instruments if one.word not in {"agreement", "rules"}])
    return result.text, result.diagnostics


def shown(text: str) -> str:
    """How the agreements of a text read with all amendments in, as comments."""
    whole = consolidated(text)[0]
    bodies = tuple(body for body in whole.bodies if body.instrument.word == "agreement")
    lines = [
        line
        for body in bodies
        for line in markdown(conformed(Text((body,), removed=whole.removed))).splitlines()
        if line
    ]
    return "".join(f"{SHOWN}{line}\n" for line in lines)


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
def test_each_text_is_told_what_is_wrong_with_it(path: Path, number: int) -> None:
    """Every mistake of a text is told in one run, with its code, at its place, and nothing else is."""
    texts = chunks(path)
    text = bare(texts[number])
    amending = path.parent.name == "amending"
    result = marked(text, checked(text) if amending else told(text, path.parent.name))
    result += shown(text) if SHOWN in texts[number] else ""
    if os.environ.get("DEAL_UPDATE_CASES"):
        texts[number] = result
        path.write_text("---\n".join(texts), encoding="utf-8")
    assert result == texts[number]
    if amending:
        expected = any(map(EXPECTED.fullmatch, texts[number].splitlines()))
        assert SHOWN in texts[number] or expected or "\nscenario " in text
        assert [*failures(text)] == []


def failures(text: str) -> Iterable[str]:
    """The claims of the scenarios of a text that do not hold."""
    if "\nscenario " not in text:
        return
    contract: Contract = loads(text)
    for scenario in contract.scenarios:
        run = run_scenario(contract, scenario)
        yield from map(str, run.problems)
        yield from (f"{claim.as_of} {claim.words}: {claim.found}" for claim in run.claims if not claim.holds)


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name == "amending"], ids=lambda path: path.stem)
def test_a_case_is_written_as_it_was_read(path: Path) -> None:
    """What is read from a case, written out and read again is the same, and so is its tidied text."""
    for text in map(bare, chunks(path)):
        source = as_source("case.deal", text)
        document = read(source)
        assert read(as_source("case.deal", write(document))) == document
        assert format_source(source).rstrip("\n") == text.rstrip("\n")


def test_every_case_of_amending_is_in_the_documentation() -> None:
    """The page on amending lists every file of cases, and no other."""
    listed = set(re.findall(r"\(\.\./tests/cases/amending/(\w+)\.deal\)", PAGE.read_text(encoding="utf-8")))
    assert listed == {path.stem for path in FILES if path.parent.name == "amending"}


def test_cases_can_fail() -> None:
    """A comment is put where a mistake is, and taken away where none is."""
    text = "Rent meens €5\nRent means €5\n"
    assert marked(text, told(text)) == "Rent meens €5\n#    ^ S206\nRent means €5\n"
    assert bare("Rent means €5\n# ^ S206\n# S206\n#| shown\n# see S206\n") == "Rent means €5\n# see S206\n"
    wrong = (
        "agreement Bakery Lease\n    dated 2031-03-01\n\nsection 1\n    Rent means €5\n\n"
        'scenario "wrong"\n    as of 2031-03-01 expect Rent = €6\n'
    )
    assert len([*failures(wrong)]) == 1
