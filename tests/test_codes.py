"""The codes of all diagnostics, their pages, and their examples."""

import re
import runpy
from pathlib import Path

import pytest

from dealwright.codes import CODES, FAMILIES, Code, page
from dealwright.diagnostic import problem
from dealwright.properties import diagnose
from dealwright.source import NOWHERE

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = [code for code in CODES.values() if code.example]

# What no text can show: bytes, sizes, whole files, what stands in log files or between facts, and mistakes of ours.
WITHOUT_EXAMPLE = frozenset(
    [
        *("D402", "D408", "S101", "S209", "N105", "R209", "A107", "L105", "L109", "L112", "E106", "A144"),
        *(
            "X101",
            "X102",
            "X103",
            "X106",
            "X109",
            "X201",
            "X202",
            "X203",
            "X204",
            "X205",
            "X206",
            "X207",
            "L113",
            "N111",
        ),
        *("F101", "F102", "F103", "F104", "F106", "F105", "I001"),
    ],
)


def codes_of(text: str, *, drafting: bool = False) -> list[str]:
    """The codes of everything that is found wrong with a text."""
    return [found.code for found in diagnose(text, drafting=drafting)]


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.code)
def test_every_code_has_its_page(code: Code) -> None:
    """The page says what is found, why that matters, and what to write instead."""
    text = page(code.code)
    assert text.startswith(f"# {code.code}: {code.title}\n\n*{code.severity.value}* · {FAMILIES[code.family]} · ")
    assert f"`{code.slug}`" in text
    assert f"**What it finds.** {code.finds}\n" in text
    assert f"**Why it matters.** {code.matters}\n" in text
    assert text.index("## Example") < text.index("## Instead") if code.example else "## Example" not in text
    assert text.endswith("\n")


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.code)
def test_every_code_keeps_to_the_style(code: Code) -> None:
    """A slug reads after "allow"; titles are no sentences; the rest are; nothing is called illegal."""
    assert re.fullmatch("[SNKRADLEXFI][0-9]{3}", code.code)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", code.slug)
    assert code.title[0].islower()
    assert not code.title.endswith(".")
    assert all(text[0].isupper() or text[0] == "`" for text in (code.finds, code.matters))
    assert all(text.endswith(".") for text in (code.finds, code.matters))
    assert code.instead
    assert not re.search("illegal|invalid", f"{code.slug} {code.title} {code.finds} {code.matters}", re.IGNORECASE)
    assert code.example != code.instead


def test_codes_and_slugs_are_given_once() -> None:
    """Nobody has to ask which of two is meant."""
    assert [code.code for code in CODES.values()] == list(CODES)
    assert len({code.slug for code in CODES.values()}) == len(CODES)


def test_the_table_of_each_family_is_in_order() -> None:
    """A new code has one place to go, and is not lost in a table because its number is taken."""
    for family in FAMILIES:
        numbers = [code for code in CODES if code[0] == family]
        assert numbers
        assert numbers == sorted(numbers)
    literals = re.findall(
        r'^        code="(\w+)"',
        "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "engine/dealwright/codes").glob("*.py")),
        re.MULTILINE,
    )
    assert sorted(literals) == sorted(CODES)


def test_only_what_no_text_can_show_has_no_example() -> None:
    """A code without an example says why, here."""
    assert {code.code for code in CODES.values() if not code.example} == WITHOUT_EXAMPLE


def test_a_page_shows_nothing_that_hides() -> None:
    """Examples with characters that cannot be seen, or with very long lines, can be read."""
    assert r"# \u{202e}yraropmet" in page("S104")
    assert "\u202e" not in page("S104")
    assert max(map(len, page("X104").splitlines())) < 200


def test_there_is_no_page_without_a_code() -> None:
    """A code that does not exist is an error of the caller."""
    with pytest.raises(KeyError):
        page("R999")


@pytest.mark.parametrize("code", EXAMPLES, ids=lambda code: code.code)
def test_the_example_has_exactly_this_mistake(code: Code) -> None:
    """What the page shows is what happens."""
    assert codes_of(code.example, drafting=code.family == "D") == [code.code]


@pytest.mark.parametrize("code", EXAMPLES, ids=lambda code: code.code)
def test_the_text_instead_has_no_mistake(code: Code) -> None:
    """What the page advises works."""
    assert codes_of(code.instead, drafting=code.family == "D") == []


def test_the_documentation_is_in_step(tmp_path: Path) -> None:
    """The pages in `docs/` are those of the tables, and the check can fail."""
    script = runpy.run_path(str(ROOT / "scripts" / "diagnostics_docs.py"))
    assert script["drift"]() == []
    assert "index.md" in script["drift"](tmp_path)
    (tmp_path / "R999.md").write_text("gone", encoding="utf-8")
    script["write"](tmp_path)
    assert script["drift"](tmp_path) == []
    (tmp_path / "R401.md").write_text("changed", encoding="utf-8")
    assert script["drift"](tmp_path) == ["R401.md"]


@pytest.mark.parametrize("code", CODES)
def test_every_diagnostic_carries_help(code: str) -> None:
    """Whoever meets a diagnostic is told what to do, in the same words everywhere if nothing better is known."""
    advice = problem(code, "m", NOWHERE).help
    assert advice == CODES[code].help
    assert advice
    assert not advice.endswith(".")
    assert problem(code, "m", NOWHERE, help="better").help == "better"
