"""What the command shows of texts: in every form, printed or in a file, and what it says where that cannot be."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

import dealwright
from dealwright.cli.boundary import guarded
from readback import Html, flat, settled
from test_cli import EXTENSION, LOAN, LOG, Said

FILES = ("loan.deal", "extension.deal")
LATER = ("--log", "log.toml", "--as-of", "2031-03-01")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a loan, its extension and a log."""
    for name, text in (("loan.deal", LOAN), ("extension.deal", EXTENSION), ("log.toml", LOG)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def deal(capsys: pytest.CaptureFixture[str], folder: Path) -> Any:
    """The command, run in the folder."""

    def run(*words: str) -> Said:
        status = guarded(words)
        out, err = capsys.readouterr()
        return Said(status, out, err)

    return run


def test_a_copy_says_what_it_is(deal: Any) -> None:
    """A conformed copy states its day and its amendments, and notes say since when."""
    found = deal("show", *FILES, *LATER)
    assert found.out.startswith("Conformed copy of Shop Loan as of 2031-03-01, as amended by Extension.\n")
    assert "amended by section 1 of Extension, in effect since 2031-02-02" in found.out
    assert "amended by section 1 of Extension, dated 2031-02-01" in deal("show", *FILES).out
    assert deal("show", "loan.deal").out.startswith("Conformed copy of Shop Loan, as first written.\n")


def test_every_form_says_the_same(deal: Any, folder: Path) -> None:
    """The form follows the name of the file, or what is asked for."""
    printed = deal("show", *FILES, *LATER).out
    for name in ("copy.txt", "copy.html", "copy.md", "copy.docx", "copy.json"):
        assert deal("show", *FILES, *LATER, "--output", name).out == f"{name} is written\n"
    assert (folder / "copy.txt").read_text(encoding="utf-8") == printed
    assert Html((folder / "copy.html").read_text(encoding="utf-8")).text == flat(printed)
    assert (folder / "copy.md").read_text(encoding="utf-8") == deal("show", *FILES, *LATER, "--format", "markdown").out
    assert "The Borrower shall repay EUR 10,000 by 30 April 2031." in settled(
        (folder / "copy.docx").read_bytes(), accept=True
    )
    assert json.loads((folder / "copy.json").read_text(encoding="utf-8"))["as_of"] == "2031-03-01"
    deal("show", *FILES, *LATER, "-o", "copy", "--format", "html")
    assert (folder / "copy").read_bytes() == (folder / "copy.html").read_bytes()


def test_a_redline_for_word(deal: Any, folder: Path) -> None:
    """Both texts are in the file."""
    assert deal("diff", *FILES, "--output", "redline.docx").status == 0
    data = (folder / "redline.docx").read_bytes()
    assert "The Borrower shall repay EUR 10,000 by 30 April 2031." in settled(data, accept=True)
    assert "The Borrower shall repay EUR 10,000 by 31 March 2031." in settled(data, accept=False)


def test_a_word_document_goes_into_a_file(deal: Any) -> None:
    """It is not printed on a terminal."""
    found = deal("show", "loan.deal", "--format", "docx")
    assert found.status == 2
    assert "--output" in found.err


def test_json_and_a_file(deal: Any, folder: Path) -> None:
    """Asked for JSON, the command says in JSON what it has written, and what is wrong."""
    found = deal("show", "loan.deal", "--format", "json", "--output", "copy.json")
    assert found.data == {"file": "copy.json", "diagnostics": []}
    assert json.loads((folder / "copy.json").read_text(encoding="utf-8"))["text"] == ["Shop Loan"]
    found = deal("show", "loan.deal", "--format", "json", "--output", "nowhere/copy.json")
    assert found.status == 2
    assert found.data["diagnostics"][0]["code"] == "F104"


@pytest.mark.parametrize(
    ("place", "code", "words"),
    [
        ("nowhere/copy.html", "F104", "no such file or directory"),
        ("inside", "F104", "no regular file"),
        ("loan.deal", "F105", "one of the files"),
        ("inside/../loan.deal", "F105", "one of the files"),
    ],
)
def test_where_nothing_can_be_written(deal: Any, folder: Path, place: str, code: str, words: str) -> None:
    """A place that cannot be written to is named, and nothing is changed."""
    (folder / "inside").mkdir()
    before = sorted((path.name, path.read_bytes() if path.is_file() else b"") for path in folder.iterdir())
    found = deal("show", "loan.deal", "--format", "html", "--output", place)
    assert found.status == 2
    assert f"error[{code}]" in found.err
    assert words in found.err
    assert sorted((path.name, path.read_bytes() if path.is_file() else b"") for path in folder.iterdir()) == before


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_a_file_that_is_there(deal: Any, folder: Path) -> None:
    """It is replaced as a whole and keeps its permissions; a failure on the way leaves it as it was."""
    (folder / "copy.html").write_text("old", encoding="utf-8")
    (folder / "copy.html").chmod(0o600)
    assert deal("show", "loan.deal", "--output", "copy.html").status == 0
    assert stat.S_IMODE((folder / "copy.html").stat().st_mode) == 0o600
    written = (folder / "copy.html").read_bytes()
    (folder / "broken.deal").write_text("agreement Broken\n\nsection 1\n    A means\n", encoding="utf-8")
    assert deal("show", "broken.deal", "--output", "copy.html").status == 1
    assert (folder / "copy.html").read_bytes() == written


def test_the_library_is_missing(deal: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then no Word document is written, and it is said what is missing; other forms need nothing."""
    monkeypatch.setitem(sys.modules, "docx", None)
    found = deal("show", "loan.deal", "--output", "copy.docx")
    assert found.status == 2
    assert "error[F106]" in found.err
    assert not (folder / "copy.docx").exists()
    assert deal("show", "loan.deal", "--output", "copy.html").status == 0


def test_colours_when_asked_for(deal: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--color always` colours what goes into a pipe, `never` nothing, and neither changes a letter."""
    import re

    monkeypatch.setenv("NO_COLOR", "1")
    plain = deal("diff", *FILES).out
    assert "\x1b[" not in plain
    coloured = deal("diff", *FILES, "--color", "always").out
    assert re.search(r"\x1b\[[0-9;]*32m\{\+30 April\+\}", coloured)
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert deal("diff", *FILES, "--color=never").out == plain


@pytest.mark.parametrize(("words", "coloured"), [((), True), (("--color", "never"), False)])
def test_colours_on_a_terminal(
    deal: Any, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], coloured: object
) -> None:
    """A terminal gets colours, unless `NO_COLOR` is set or it is told otherwise."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert ("\x1b[" in deal("show", "loan.deal", *words).out) == coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in deal("show", "loan.deal", *words).out


def test_history(deal: Any) -> None:
    """All sections in a table, or one with its words at each time; as data too."""
    found = deal("history", *FILES, *LATER)
    assert "words changed" in found.out
    assert "section 1 of Extension" in found.out
    one = deal("history", *FILES, "--of", "1").out
    assert "by 31 March 2031." in one
    assert "by 30 April 2031." in one
    data = deal("history", *FILES, *LATER, "--changed", "--format", "json").data
    assert [
        (each["address"], each["state"], [step["on"] for step in each["steps"]]) for each in data["provisions"]
    ] == [("section 1", "words changed", ["2031-01-10", "2031-02-02"])]
    assert "Nothing was changed." in deal("history", "loan.deal", "--changed").out
    assert deal("history", "loan.deal", "--of", "section 7").status == 1
    assert deal("history", *FILES, "--as-of", "2031-03-01").status == 2


# ---------------------------------------------------------------- three layers of a difference

SCENARIO = """\
scenario "nothing is paid"
    2031-02-02 Extension signed by Lender and Borrower
    as of 2031-04-01 expect
        Repayment is due
"""


def test_the_layers_as_data(deal: Any, folder: Path) -> None:
    """Words, rules part by part, outcomes on a folder of logs, scenarios that flipped: as the schema says."""
    import jsonschema

    (folder / "logs").mkdir()
    (folder / "logs" / "signed.toml").write_text(LOG, encoding="utf-8")
    (folder / "logs" / "unsigned.toml").write_text("complete_through = 2031-06-01\n", encoding="utf-8")
    (folder / "tests.deal").write_text(SCENARIO, encoding="utf-8")
    data = deal("diff", *FILES, "tests.deal", "--log", "logs", "--as-of", "2031-04-05", "--format", "json").data
    schema = Path(dealwright.__file__).parent / "schema" / "diff.json"
    jsonschema.validate(data, json.loads(schema.read_text(encoding="utf-8")))
    assert set(data) == {"words", "rules", "outcomes", "scenarios", "diagnostics"}
    assert data["rules"][0]["parts"] == [{"part": "by", "before": "by 2031-03-31", "after": "by 2031-04-30"}]
    assert [(one["where"], one["name"]) for one in data["outcomes"]] == [("signed", "Repayment")]
    (flipped,) = data["scenarios"]
    assert (flipped["where"], flipped["as_of"], flipped["name"]) == ("nothing is paid", "2031-04-01", "Repayment")
    assert "breached" in flipped["before"]
    assert flipped["after"].startswith("due on 2031-04-30")
    assert "section 1" in flipped["cite"]


@pytest.mark.parametrize("layer", ["words", "rules", "outcomes"])
def test_one_layer(deal: Any, layer: str) -> None:
    """A layer can be had by itself, in every form."""
    found = deal("diff", *FILES, *LATER, "--layer", layer, "--format", "json").data
    assert set(found) == {layer, "diagnostics"}
    for form in ("text", "markdown", "html"):
        assert deal("diff", *FILES, *LATER, "--layer", layer, "--format", form).status == 0


def test_all_layers_on_one_page(deal: Any) -> None:
    """The HTML page has the redline, the rules and the outcomes."""
    found = Html(deal("diff", *FILES, *LATER, "--as-of", "2031-04-05", "--format", "html").out)
    assert any("[-31 March-] {+30 April+}" in block for block in found.blocks)
    assert "changed Repayment in section 1 of Shop Loan" in found.blocks
    assert "    by [-2031-03-31-] {+2031-04-30+}" in found.blocks
    assert found.tables[0][1][0] == "Repayment"


def test_the_texts_of_two_days(deal: Any) -> None:
    """The text in force before the signature is compared with that in force after it."""
    words = ("diff", *FILES, "--log", "log.toml")
    found = deal(*words, "--between", "2031-02-01", "2031-02-03", "--format", "json").data
    assert [one["address"] for one in found["words"] if one["instrument"] == "Shop Loan"] == ["section 1"]
    same = deal(*words, "--between", "2031-02-03", "2031-02-04", "--format", "json").data
    assert (same["words"], same["rules"], same["outcomes"]) == ([], [], [])
    assert deal("diff", *FILES, "--between", "2031-02-03", "2031-02-04").status == 2


def test_a_folder_without_logs(deal: Any, folder: Path) -> None:
    """It is told, not passed over."""
    (folder / "empty").mkdir()
    found = deal("diff", *FILES, "--log", "empty")
    assert found.status == 2
    assert "error[F101]" in found.err


# ---------------------------------------------------------------- for machines

CREDIT = Path(dealwright.__file__).parents[2] / "contracts" / "revolving_credit"
CHAIN = [
    str(CREDIT / f"{name}.deal") for name in ("agreement", "first_amendment", "second_amendment", "joinder", "waiver")
]


def follows(data: Any, name: str) -> None:
    """Make sure that some data are as their schema says, and that the schema is one."""
    import jsonschema

    text = (Path(dealwright.__file__).parent / "schema" / f"{name}.json").read_text(encoding="utf-8")
    jsonschema.Draft202012Validator.check_schema(json.loads(text))
    jsonschema.Draft202012Validator(json.loads(text), format_checker=jsonschema.FormatChecker()).validate(data)


@pytest.mark.parametrize("files", [FILES, ("loan.deal",), CHAIN], ids=["amended", "alone", "chain"])
def test_the_text_and_its_history_as_data(deal: Any, files: tuple[str, ...]) -> None:
    """The tree of the text, the history of every provision, and what differs, follow their schemas."""
    follows(deal("show", *files, "--format", "json").data, "show")
    follows(deal("history", *files, "--format", "json").data, "history")
    follows(deal("diff", *files, "--format", "json").data, "diff")


def test_the_tree_of_a_day(deal: Any) -> None:
    """A provision has its address, its words and rules, and who changed it since when."""
    data = deal("show", *FILES, *LATER, "--format", "json").data
    follows(data, "show")
    loan, extension = data["tree"]
    assert (loan["instrument"], extension["in_effect_since"]) == ("Shop Loan", "2031-02-02")
    (section,) = [one for one in loan["provisions"] if one["state"] == "changed"]
    assert (section["address"], section["identity"]) == ("section 1", "Shop Loan: section 1")
    assert section["origins"] == [
        {"deed": "amended", "instrument": "Extension", "sentence": "section 1", "in_effect_since": "2031-02-02"}
    ]
    assert any("2031-04-30" in rule for rule in section["rules"])
    assert any("30 April" in line for line in section["words"])


def test_two_versions_of_a_draft(deal: Any, folder: Path) -> None:
    """Two files with an agreement each are compared in all layers; a number and a heading make a provision the same."""
    draft = LOAN + '\nsection 8 "Costs"\n    | Each side bears its own.\n    no operative rule\n'
    new = draft.replace(
        "| Each side bears its own.", "| All fees of counsel are for the account of the Borrower alone."
    )
    new = new.replace("by 2031-03-31", "by 2031-04-15")
    (folder / "old.deal").write_text(draft, encoding="utf-8")
    (folder / "new.deal").write_text(new, encoding="utf-8")
    (folder / "nothing.toml").write_text("complete_through = 2031-12-31\n", encoding="utf-8")
    found = deal(
        "diff", "old.deal", "new.deal", "--log", "nothing.toml", "--as-of", "2031-04-01", "--format", "json"
    ).data
    follows(found, "diff")
    assert [(one["kind"], one["address"]) for one in found["words"]] == [("changed", "section 8")]
    assert [(one["kind"], one["name"]) for one in found["rules"]] == [("changed", "Repayment")]
    assert [one["name"] for one in found["outcomes"]] == ["Repayment"]
