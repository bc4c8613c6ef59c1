"""The command: what it prints, its exit status, and that no traceback ever reaches a person."""

import json
import os
import runpy
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import dealwright
from dealwright.cli.boundary import guarded
from dealwright.codes import CODES
from dealwright.pipeline import load

ROOT = Path(__file__).resolve().parent.parent
PATENT = ROOT / "contracts" / "patent_purchase"
BOTH = (str(PATENT / "agreement.deal"), str(PATENT / "amendment.deal"))
HISTORY = ("--log", str(PATENT / "logs" / "as_it_happened.toml"), "--as-of", "2004-04-01")
LOAN = """\
agreement Shop Loan
    dated 2031-01-10
    between Lender and Borrower
    currency EUR

party Lender
party Borrower

section 1
    | The Borrower shall repay EUR 10,000 by 31 March 2031.
    event Wish
    reading Cent "whether a cent matters"
        is "it does"
            Least means €10,000
        or "it does not"
            Least means €9,999.99
    duty Repayment
        Borrower must pay Least to Lender
        by 2031-03-31
"""
EXTENSION = """\
amendment Extension
    dated 2031-02-01
    amends Shop Loan

section 1
    | "31 March 2031" in section 1 is replaced by "30 April 2031".
    replace words "31 March 2031" with "30 April 2031" in section 1 once
        changing 2031-03-31 to 2031-04-30
"""
LOG = '[[entry]]\non = 2031-02-02\nsays = "Extension signed by Lender and Borrower"\n'
TESTS = """\
scenario "late"
    as of 2031-03-31 expect
        Repayment is due
    as of 2031-04-01 expect
        Repayment is breached
"""
FALSE = TESTS.replace('"late"', '"not so"').replace("is breached", "is performed")


class Said:
    """What a command printed, and its exit status."""

    def __init__(self, status: int, out: str, err: str) -> None:
        """Keep it."""
        self.status, self.out, self.err = status, out, err

    @property
    def data(self) -> Any:
        """What it printed, as JSON."""
        return json.loads(self.out)


@pytest.fixture
def deal(capsys: pytest.CaptureFixture[str]) -> Any:
    """The command, run in this process."""

    def run(*words: str | Path) -> Said:
        status = guarded([str(word) for word in words])
        out, err = capsys.readouterr()
        return Said(status, out, err)

    return run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small loan, its amendment, a log and scenarios; the command runs in it."""
    files = {"loan.deal": LOAN, "extension.deal": EXTENSION, "log.toml": LOG, "tests.deal": TESTS}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def process(*words: str, folder: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command, run in a process of its own."""
    return subprocess.run(command(*words), cwd=folder, env=around(**environment), capture_output=True, check=False)


def command(*words: str) -> list[str]:
    """The words that run the command."""
    return [sys.executable, "-m", "dealwright", *words]


def around(**environment: str) -> dict[str, str]:
    """The environment of a process: that of the tests, and what is asked."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "engine"), **environment}


# ---------------------------------------------------------------- check


def test_a_good_file_checks_clean(deal: Any, folder: Path) -> None:
    """Nothing is told of a text that has nothing wrong, and the status says so."""
    said = deal("check", "loan.deal", "extension.deal")
    assert (said.status, said.err) == (0, "")
    assert said.out == "2 files: no errors, no warnings\n"


def test_a_folder_stands_for_its_files(deal: Any, folder: Path) -> None:
    """Each agreement in a folder is read with what amends it, and scenarios are read too."""
    (folder / "other").mkdir()
    (folder / "other" / "lease.deal").write_text(LOAN.replace("Shop Loan", "Other Loan"), encoding="utf-8")
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "bad.deal").write_text("nonsense\n", encoding="utf-8")
    assert deal("check", folder).out == "4 files: no errors, no warnings\n"


def test_what_is_wrong_is_told_with_its_place(deal: Any, folder: Path) -> None:
    """Errors go to standard error, with the code, the line and the words."""
    (folder / "loan.deal").write_text(LOAN.replace("pay Least", "pay Leest"), encoding="utf-8")
    said = deal("check", "loan.deal")
    assert said.status == 1
    assert "error[N101]" in said.err
    assert "loan.deal:18" in said.err
    assert "`Least`" in said.err
    assert said.out == "1 file: 1 error, no warnings\n"


def test_errors_of_scenario_files_are_told(deal: Any, folder: Path) -> None:
    """A file of scenarios that cannot be read is at fault, whatever stands beside it."""
    (folder / "tests.deal").write_text("scenario\n", encoding="utf-8")
    assert deal("check", folder).status == 1
    assert deal("check", "tests.deal").status == 1


def test_an_amendment_alone_says_what_it_lacks(deal: Any, folder: Path) -> None:
    """An amendment is checked with what it amends."""
    said = deal("check", "extension.deal")
    assert said.status == 1
    assert "A105" in said.err


def test_several_files_with_errors_in_one_run(deal: Any, folder: Path) -> None:
    """All that is wrong is told at once."""
    (folder / "loan.deal").write_text(LOAN.replace("must pay", "mus pay"), encoding="utf-8")
    (folder / "extension.deal").write_text(EXTENSION.replace("replace words", "replce words"), encoding="utf-8")
    found = deal("check", "loan.deal", "extension.deal", "--format", "json").data
    assert {one["place"]["file"] for one in found["diagnostics"]} == {"loan.deal", "extension.deal"}


@pytest.mark.parametrize("text", ["", "\x00", "agreement\n", "garbage garbage\n", "\ufeff"])
def test_any_text_gets_words(deal: Any, folder: Path, text: str) -> None:
    """Whatever a file holds, a person is told in words."""
    (folder / "odd.deal").write_text(text, encoding="utf-8")
    said = deal("check", "odd.deal")
    assert said.status == 1 or not text.strip("\ufeff").strip()
    assert "Traceback" not in said.err
    assert "I001" not in said.err


# ---------------------------------------------------------------- run and why


def test_the_first_contract_as_amended(deal: Any) -> None:
    """The price was paid in full on the day of the amendment, and the powers of article 8 are gone."""
    said = deal("run", *BOTH, *HISTORY)
    assert said.status == 0
    flat = " ".join(said.out.split())
    assert "Closing Payment was performed on 2004-03-31; 898,765.44 USD paid in full" in flat
    assert "Deposit Released 901,234.56 USD" in flat
    assert "Closing yes since 2004-03-31" in flat
    assert "Seller received 1,800,000.00 USD" in flat
    for power in ("Mutual", "Outside Date", "Failed Vote", "Superior Contract"):
        assert f"{power} Termination was deleted on 2004-03-31 by section 5.1 of First Amendment" in flat


def test_the_first_contract_as_written(deal: Any) -> None:
    """Under the original nothing closed, and either party may terminate."""
    for words in (("--original",), ("--under", "Patent Purchase Agreement")):
        flat = " ".join(deal("run", *BOTH, *HISTORY, *words).out.split())
        assert "Closing Conditions unsatisfied" in flat
        assert "Outside Date Termination available since 2004-03-31" in flat
        assert "Closing no" in flat


def test_a_run_for_machines(deal: Any, folder: Path) -> None:
    """The same answers as JSON."""
    found = deal("run", "loan.deal", "--as-of", "2031-04-01", "--format=json").data
    assert found["terms"]["Repayment"]["status"] == "breached"
    assert found["terms"]["Repayment"]["outstanding"] == {"amount": "10000.00", "currency": "EUR"}


def test_readings_are_chosen(deal: Any, folder: Path) -> None:
    """Another alternative gives another amount."""
    words = ("run", "loan.deal", "--as-of", "2031-03-01")
    assert "10,000.00 EUR" in deal(*words).out
    assert "9,999.99 EUR" in deal(*words, "--choose", "Cent=it does not").out
    assert deal(*words, "--choose", "Cent").status == 2
    assert deal(*words, "--choose", "Cent=perhaps").status == 1
    assert deal(*words, "--choose", "Nothing=it does").status == 1


def test_instruments_are_chosen(deal: Any, folder: Path) -> None:
    """An instrument that is left out does not come into force; one that is not there is told."""
    words = ("run", "loan.deal", "extension.deal", "--log", "log.toml", "--as-of", "2031-03-01")
    assert "2031-04-30" in deal(*words).out
    assert "2031-03-31" in deal(*words, "--original").out
    assert "2031-04-30" in deal(*words, "--under", "Extension").out
    assert deal(*words, "--under", "Nothing").status == 1
    assert deal(*words, "--original", "--under", "Extension").status == 2


def test_why(deal: Any) -> None:
    """The reasons lead to the amending section, the words, the sums and the entries."""
    said = deal("why", "Closing Payment", *BOTH, *HISTORY)
    assert said.status == 0
    for words in (
        "sentence 2 of section 3.2 of First Amendment",
        "898,765.44 USD = Purchase Price 1,800,000.00 USD - Deposit Released 901,234.56 USD",
        "log: 2004-03-31 Escrow Release of $901,234.56 to Seller",
        "reading Unanimity: of all directors in office",
    ):
        assert words in said.out
    shallow = deal("why", "Closing Payment", *BOTH, *HISTORY, "--depth", "1").out
    assert len(shallow) < len(said.out)
    found = deal("why", "Closing Payment", *BOTH, *HISTORY, "--format", "json").data
    assert found["why"]["children"]
    assert found["term"] == "Closing Payment"


def test_why_of_an_unknown_term(deal: Any, folder: Path) -> None:
    """A term that is misspelt is told with one like it."""
    said = deal("why", "Repaiment", "loan.deal", "--as-of", "2031-03-01")
    assert said.status == 1
    assert "`Repayment`" in said.err


def test_a_log_that_is_wrong(deal: Any, folder: Path) -> None:
    """A log with a name that the contract does not know is at fault, with the name that is meant."""
    (folder / "log.toml").write_text('[[entry]]\non = 2031-02-02\nsays = "Whish"\n', encoding="utf-8")
    said = deal("run", "loan.deal", "--log", "log.toml", "--as-of", "2031-03-01")
    assert said.status == 1
    assert "L101" in said.err
    assert "`Wish`" in said.err
    assert said.out == ""
    assert deal("run", "loan.deal", "--log", "none.toml", "--as-of", "2031-03-01").status == 2


# ---------------------------------------------------------------- show and diff


def test_show(deal: Any, folder: Path) -> None:
    """The conformed copy has the amended words, and before the amendment the first ones."""
    assert "30 April 2031" in deal("show", "loan.deal", "extension.deal").out
    assert "by 31 March 2031." in deal("show", "loan.deal").out
    words = ("show", "loan.deal", "extension.deal", "--log", "log.toml")
    assert "by 31 March 2031." in deal(*words, "--as-of", "2031-02-01").out
    assert "by 30 April 2031." in deal(*words, "--as-of", "2031-02-03").out
    assert deal(*words).status == 2
    assert "30 April" in deal("show", "loan.deal", "extension.deal", "--format", "json").data["words"]


def test_diff(deal: Any, folder: Path) -> None:
    """Words, rules, and with a log the outcomes that differ."""
    words = ("diff", "loan.deal", "extension.deal")
    said = deal(*words)
    assert "[-31 March-]" in said.out or "[-March-]" in said.out or "{+30 April+}" in said.out
    assert "    by [-2031-03-31-] {+2031-04-30+}\n" in said.out
    assert "Outcomes" not in said.out
    said = deal(*words, "--log", "log.toml", "--as-of", "2031-04-05")
    assert "log, as of 2031-04-05:" in said.out
    assert "breached" in said.out
    found = deal(*words, "--log", "log.toml", "--as-of", "2031-04-05", "--format", "json").data
    assert [one["name"] for one in found["outcomes"]] == ["Repayment"]
    assert found["rules"][0]["kind"] == "changed"
    assert deal(*words, "--as-of", "2031-04-05").status == 2


def test_diff_of_two_agreements(deal: Any, folder: Path) -> None:
    """Two versions of one agreement are compared with each other; two that are alike do not differ."""
    (folder / "second.deal").write_text(LOAN.replace("EUR 10,000 by", "EUR 10,000 until"), encoding="utf-8")
    said = deal("diff", "loan.deal", "second.deal")
    assert said.status == 0
    assert "until" in said.out
    (folder / "second.deal").write_text(LOAN, encoding="utf-8")
    said = deal("diff", "loan.deal", "second.deal", "--log", folder / "empty.toml", "--as-of", "2031-02-01")
    assert said.status == 2
    (folder / "empty.toml").write_text("complete_through = 2031-02-01\n", encoding="utf-8")
    said = deal("diff", "loan.deal", "second.deal", "--log", folder / "empty.toml", "--as-of", "2031-02-01")
    assert "no words differ" in said.out
    assert "no rules differ" in said.out
    assert "no outcomes differ" in said.out


# ---------------------------------------------------------------- test


def test_scenarios_pass(deal: Any, folder: Path) -> None:
    """A file of scenarios is run with the contract beside it."""
    for words in (("tests.deal",), (".",), ("loan.deal", "extension.deal", "tests.deal")):
        said = deal("test", *words)
        assert said.status == 0
        assert said.out == "tests.deal .\n1 of 1 scenarios and properties hold\n"
    assert "  ok     late\n" in deal("test", "tests.deal", "--verbose").out


def test_scenarios_fail(deal: Any, folder: Path) -> None:
    """A claim that does not hold says what was found, and the status is 1."""
    (folder / "more.deal").write_text(FALSE, encoding="utf-8")
    said = deal("test", folder)
    assert said.status == 1
    assert "F" in said.out
    assert "1 of 2 scenarios and properties hold" in said.out
    assert "error[E108]" in said.err
    assert "found: Repayment is breached" in said.err
    found = deal("test", folder, "--format", "json").data
    assert (found["passed"], found["failed"]) == (1, 1)
    assert [one["passed"] for one in found["scenarios"]] == [False, True]


def test_scenarios_that_cannot_be_run(deal: Any, folder: Path) -> None:
    """A file with an error is told and the others are run; a file without scenarios is a mistake of the caller."""
    (folder / "broken.deal").write_text('scenario "x"\n    nonsense\n', encoding="utf-8")
    said = deal("test", folder)
    assert said.status == 1
    assert "1 of 1 scenarios and properties hold, 1 file with errors" in said.out
    assert "broken.deal:2" in said.err
    assert deal("test", "extension.deal").status == 2
    assert deal("test", "none.deal").status == 1


def test_properties_are_tried(deal: Any, folder: Path) -> None:
    """A property is tried on the logs of the scenarios, and on logs that are made up if that is asked for."""
    prop = 'property "never too much"\n    never total paid by Borrower > €10,000\n'
    (folder / "tests.deal").write_text(f"{TESTS}\n{prop}", encoding="utf-8")
    assert "2 of 2" in deal("test", "tests.deal").out
    said = deal("test", "tests.deal", "--effort", "60")
    assert said.status == 1
    assert "total paid by Borrower" in said.err
    assert "Repayment paid" in said.err
    assert 'scenario "never too much"' in said.err


# ---------------------------------------------------------------- fmt, new, explain


def test_fmt(deal: Any, folder: Path) -> None:
    """Files are laid out, once; with `--check` none is changed."""
    untidy = (
        LOAN.replace("    dated 2031-01-10", "  dated   2031-01-10")
        .replace("    between", "  between")
        .replace("    currency", "  currency")
    )
    (folder / "loan.deal").write_text(untidy, encoding="utf-8")
    said = deal("fmt", "--check", "loan.deal", "tests.deal")
    assert (said.status, said.out) == (1, "would change: loan.deal\n1 file is as it should be\n")
    assert (folder / "loan.deal").read_text(encoding="utf-8") == untidy
    said = deal("fmt", "loan.deal")
    assert (said.status, said.out) == (0, "changed: loan.deal\n")
    assert (folder / "loan.deal").read_text(encoding="utf-8") == LOAN
    assert deal("fmt", "--check", folder).status == 0
    assert deal("fmt", "loan.deal", "--format", "json").data["changed"] == []


def test_fmt_leaves_what_cannot_be_read(deal: Any, folder: Path) -> None:
    """A file with errors stays as it is; the others are laid out."""
    (folder / "broken.deal").write_text("agreement\n", encoding="utf-8")
    said = deal("fmt", folder)
    assert said.status == 1
    assert (folder / "broken.deal").read_text(encoding="utf-8") == "agreement\n"
    assert "broken.deal" in said.err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="whoever may do all is refused nothing")
def test_a_folder_that_cannot_be_written(deal: Any, folder: Path) -> None:
    """What is refused is told; nothing is half written."""
    folder.chmod(0o500)
    try:
        said = deal("new", "mine")
        assert said.status == 2
        assert "F104" in said.err
    finally:
        folder.chmod(0o700)


def test_a_folder_that_is_not_there(deal: Any, folder: Path) -> None:
    """A file cannot be begun in a folder that is not there."""
    said = deal("new", "none/mine")
    assert said.status == 2
    assert "F104" in said.err


@pytest.mark.parametrize("kind", ["loan", "lease"])
def test_new(deal: Any, folder: Path, kind: str) -> None:
    """What is begun checks clean, is laid out, and its scenarios hold; what is there is not replaced."""
    said = deal("new", "my_own", "--kind", kind)
    assert said.status == 0
    contract = load(folder / "my_own.deal")
    assert contract.problems == ()
    assert contract.base.name == "My Own"
    assert deal("fmt", "--check", "my_own.deal").status == 0
    assert deal("test", "my_own.deal").status == 0
    said = deal("new", "my_own.deal")
    assert said.status == 2
    assert "F105" in said.err


@pytest.mark.parametrize(("name", "title"), [("2031", "Loan 2031"), ("a b-c", "A B C"), ("état", "Loan")])
def test_new_names(deal: Any, folder: Path, name: str, title: str) -> None:
    """Whatever a file is called, the contract has a name that the language takes."""
    assert deal("new", name).status == 0
    assert load(folder / f"{name}.deal").base.name == title


def test_explain(deal: Any) -> None:
    """The page of a diagnostic, by its code or its slug; another code is a mistake of the caller."""
    said = deal("explain", "r401")
    assert said.status == 0
    assert said.out.startswith("# R401")
    assert deal("explain", CODES["R401"].slug).out == said.out
    assert deal("explain", "R401", "--format", "json").data["code"] == "R401"
    said = deal("explain", "R999")
    assert said.status == 2
    assert "no diagnostic" in said.err


# ---------------------------------------------------------------- the boundary


def test_usage(deal: Any, folder: Path) -> None:
    """A command line that is wrong is told how to be right."""
    for words in (
        (),
        ("nothing",),
        ("run", "loan.deal"),
        ("run", "loan.deal", "--as-of", "April"),
        ("run", "loan.deal", "--as-of", "2031-02-30"),
        ("check",),
        ("check", "loan.deal", "--format", "xml"),
    ):
        said = deal(*words)
        assert said.status == 2, words
        assert "Usage" in said.err
        assert said.out == ""
    assert deal("--help").status == 0
    assert dealwright.__version__ in deal("--version").out


def test_every_command_has_help(deal: Any) -> None:
    """Each command says what it does, and has the common options."""
    for name in ("check", "run", "why", "show", "diff", "test", "fmt", "new", "explain"):
        said = deal(name, "--help")
        assert said.status == 0
        assert "--format" in said.out
        assert "--debug" in said.out


def test_files_that_cannot_be_read(deal: Any, folder: Path) -> None:
    """A file that is not there, and a folder without any, are told; the status is 2."""
    for name in ("none.deal", "\udcff.deal", "a\nb.deal"):
        said = deal("check", name)
        assert said.status == 2
        assert "F101" in said.err
    (folder / "empty").mkdir()
    assert deal("check", "empty").status == 2
    assert deal("run", folder / "empty", "--as-of", "2031-01-01").status == 2


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_errors_for_machines(deal: Any, folder: Path, form: str) -> None:
    """Errors come as one document on standard output, and nothing beside it."""
    said = deal("check", "none.deal", "--format", form)
    assert said.status == 2
    assert said.err == ""
    text = json.dumps(said.data)
    assert "F101" in text
    assert deal("run", "loan.deal", "--as-of", "2031-02-01", f"--format={form}").status == 0


def test_a_mistake_of_ours(deal: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What should never happen is told with an id that is the same each time, and its traceback only if asked for."""

    def fail(*_: Any, **__: Any) -> None:
        message = "not for people"
        raise RuntimeError(message)

    monkeypatch.setattr("dealwright.pipeline.draft", fail)
    first, second = deal("check", "loan.deal"), deal("check", "loan.deal")
    assert first.status == 1
    assert "error[I001]" in first.err
    assert "Traceback" not in first.err
    assert "not for people" not in first.err
    assert first.err == second.err
    assert "Traceback" in deal("check", "loan.deal", "--debug").err
    assert deal("check", "loan.deal", "--format", "json").data["diagnostics"][0]["code"] == "I001"


def test_colours_are_for_terminals(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colours change no letter of what is said."""
    import io

    from dealwright.cli import colours

    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    stream = io.StringIO()
    text = "Duties\n  Rent  breached [b] [-old-]{+new+}\n"
    colours.show(text, stream)
    assert "\x1b[" in stream.getvalue()
    import re

    assert re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue()) == text


# ---------------------------------------------------------------- processes


def test_the_same_bytes_everywhere() -> None:
    """Hash seed, locale, time zone and the folder change nothing in what is printed."""
    words = ("run", *BOTH, *HISTORY)
    plain = process(*words)
    assert plain.returncode == 0
    other = process(*words, PYTHONHASHSEED="7", LC_ALL="C", TZ="Pacific/Auckland", COLUMNS="40", PYTHONUTF8="1")
    assert other.stdout == plain.stdout
    assert (
        process(*words, "--format", "json", PYTHONHASHSEED="1").stdout
        == process(*words, "--format", "json", PYTHONHASHSEED="2").stdout
    )


def test_letters_that_a_terminal_does_not_have(folder: Path) -> None:
    """What cannot be printed is spelt out."""
    (folder / "loan.deal").write_text(LOAN.replace("must pay Least", "must pay €1 + Léast"), encoding="utf-8")
    found = process("check", "loan.deal", folder=folder, LC_ALL="C", LANG="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert found.returncode == 1
    assert b"Traceback" not in found.stderr
    assert b"\\u20ac" in found.stderr
    found.stderr.decode("ascii")


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals as POSIX has them")
def test_a_reader_that_goes_away() -> None:
    """A pipe that is closed ends the command quietly."""
    with subprocess.Popen(
        command("run", *BOTH, *HISTORY), cwd=ROOT, env=around(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        err = running.stderr.read()
        running.wait()
    assert running.returncode == 141
    assert err == b""


@pytest.mark.skipif(os.name != "posix", reason="as a POSIX shell does it")
@pytest.mark.parametrize("redirected", [">&-", ">&- 2>&-", "2>&-"])
def test_no_output_at_all(redirected: str, folder: Path) -> None:
    """Without standard output or error there is nothing to print to, and no traceback either."""
    line = f'"{sys.executable}" -m dealwright check loan.deal {redirected}'
    found = subprocess.run(["sh", "-c", line], cwd=folder, env=around(), capture_output=True, check=False)
    assert found.returncode == (0 if redirected == "2>&-" else 2)
    assert found.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device without room")
def test_a_full_disk(folder: Path) -> None:
    """Where there is no room, the status says so."""
    line = f'"{sys.executable}" -m dealwright run loan.deal --as-of 2031-01-11 > /dev/full'
    found = subprocess.run(["sh", "-c", line], cwd=folder, env=around(), capture_output=True, check=False)
    assert found.returncode == 2
    assert found.stderr == b"the output cannot be written: there is no room left\n"


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals as POSIX has them")
def test_an_interruption(folder: Path) -> None:
    """Ctrl-C ends the command quietly."""
    waits = (
        "import os, signal, sys, dealwright.pipeline as p\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # what runs in the background ignores it
        "p.draft = lambda *a, **k: (os.kill(os.getpid(), signal.SIGINT), __import__('time').sleep(9))\n"
        "from dealwright.cli import main\n"
        "main(['check', 'loan.deal'])\n"
    )
    found = subprocess.run([sys.executable, "-c", waits], cwd=folder, env=around(), capture_output=True, check=False)
    assert found.returncode in {130, -signal.SIGINT}
    assert b"Traceback" not in found.stderr


def test_commands_import_little(folder: Path) -> None:
    """A check needs neither colours, nor holidays, nor the library that draws logs, nor the evaluator."""
    script = (
        "import sys\nfrom dealwright.cli import main\n"
        "try:\n    main(['check', 'loan.deal'])\nexcept SystemExit as done:\n    assert done.code == 0\n"
        "print(sorted({'rich', 'hypothesis', 'holidays', 'iso4217', 'dealwright.outcome', 'dealwright.log',"
        " 'dealwright.show', 'pytest'} & set(sys.modules)))\n"
    )
    found = subprocess.run([sys.executable, "-c", script], cwd=folder, env=around(), capture_output=True, check=True)
    assert found.stdout.decode().splitlines()[-1] == "[]"


def test_the_exit_statuses_are_those_of_the_pages(deal: Any, folder: Path) -> None:
    """README and `docs/json.md` say the same of them, and so does the command."""
    table = [line for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    pages = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    said = [line for line in table if line[2].isdigit()]
    assert [line.split(" ")[1].rstrip(",") for line in said] == ["0", "1", "2", "130"]
    assert all(line in pages for line in said)
    (folder / "bad.deal").write_text("agreement\n", encoding="utf-8")
    assert deal("check", "loan.deal").status == 0
    assert deal("check", "bad.deal").status == 1
    assert deal("check", "nowhere.deal").status == deal("check").status == 2


def test_the_module_is_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m dealwright` is `deal`; to import the module does nothing."""
    monkeypatch.setattr(sys, "argv", ["deal", "--version"])
    module = str(Path(dealwright.__file__).with_name("__main__.py"))
    with pytest.raises(SystemExit) as done:
        runpy.run_path(module, run_name="__main__")
    assert done.value.code == 0
    assert capsys.readouterr().out.startswith("deal")
    runpy.run_path(module, run_name="imported")
    assert capsys.readouterr().out == ""


def test_a_log_in_the_place_of_a_contract(tmp_path: Path, deal: Any) -> None:
    """It is told once, as what it is; a day that there is not is told in the words of a calendar."""
    log = tmp_path / "log.toml"
    log.write_text('[[entry]]\non = 2031-05-01\nsays = "Handover"\n', encoding="utf-8")
    said = deal("check", log)
    assert said.status == 1
    assert "this is a log, and no contract" in said.err
    assert said.err.count("error[") == 1
    said = deal("run", log, "--log", log, "--as-of", "2031-02-30")
    assert said.status == 2
    assert "there is no day '2031-02-30'" in said.err
