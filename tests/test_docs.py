"""The documentation cannot drift: its examples are run, and every word of the language and every public name is in it.

A fenced block `deal` is read as it stands if it begins with an agreement or a scheme of rules, and else as part of the
lease below. Its scenarios are run. A block `deal not-yet` shows what can be read and is not executed yet: it must say
so.

A block `deal loan.deal` or `toml log.toml` is a file of that name, and in a block `console` a line `$ deal ...` is a
command, with what it prints below it; a line `...` stands for any number of lines. Commands are run page by page, in a
folder with the files shown above them. With `DEAL_UPDATE_DOCS=1` in the environment what they print is written into the
page, to be read before it is believed.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import frozen

import dealwright
from dealwright.codes import CODES
from dealwright.diagnostic import DealError
from dealwright.intake import as_source
from dealwright.pipeline import loads
from dealwright.read import keywords, read
from dealwright.scenario import run_scenario

ROOT = Path(__file__).resolve().parent.parent
PAGES = (*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md")
REFERENCE = ROOT / "docs" / "language.md"
BASE = re.compile(r"(agreement|rules) ")
FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEASE = """\
agreement Bakery Lease "Lease of the Corner Bakery"
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR
    business days target
    months rounded down
    amended only by writing signed by Landlord and Tenant

party Landlord "Old Quay Properties Ltd."
party Tenant "Rye and Barley"
third party Surveyor "Hollis Surveys"

"""


@frozen
class Example:
    """A fenced block of a page."""

    page: str
    line: int
    info: str
    text: str

    @property
    def whole(self) -> str:
        """The block as a text of its own."""
        return self.text if BASE.match(self.text.lstrip("\n")) else LEASE + self.text

    @property
    def has_scenarios(self) -> bool:
        """Whether it expects anything."""
        return re.search(r"^scenario ", self.text, re.MULTILINE) is not None


def examples(text: str, page: str) -> list[Example]:
    """The fenced blocks of a page."""
    return [
        Example(page, text.count("\n", 0, found.start()) + 2, found[1].strip(), found[2])
        for found in FENCE.finditer(text)
    ]


BLOCKS = [one for page in PAGES for one in examples(page.read_text(encoding="utf-8"), page.name)]
DEAL = [one for one in BLOCKS if one.info.split() and one.info.split()[0] == "deal"]
NOT_YET = [one for one in DEAL if one.info == "deal not-yet"]
FILES = [one for one in BLOCKS if re.fullmatch(r"(deal|toml) [\w.]+", one.info) and one not in NOT_YET]
RUN = [one for one in DEAL if one.has_scenarios and one not in NOT_YET and one not in FILES]


def name(one: Example) -> str:
    """Where an example stands."""
    return f"{one.page}:{one.line}"


def codes(text: str) -> set[str]:
    """The codes of what stops a text."""
    try:
        loads(text)
    except DealError as trouble:
        return {found.code for found in trouble.diagnostics}
    return set()


@pytest.mark.parametrize("example", DEAL, ids=name)
def test_an_example_can_be_read(example: Example) -> None:
    """Every example follows the grammar."""
    read(as_source(name(example), example.whole))


@pytest.mark.parametrize("example", RUN, ids=name)
def test_the_scenarios_of_an_example_hold(example: Example) -> None:
    """What an example expects is what happens."""
    contract = loads(example.whole, name=name(example))
    for scenario in contract.scenarios:
        run = run_scenario(contract, scenario)
        wrong = [
            f"{scenario.title}: {claim.as_of} {claim.words}: {claim.found}" for claim in run.claims if not claim.holds
        ]
        assert [*map(str, run.problems), *wrong] == []


@pytest.mark.parametrize("example", NOT_YET, ids=name)
def test_what_is_not_supported_yet_says_so(example: Example) -> None:
    """Where this fails something has come to be supported: move its example to its place in the reference."""
    assert "S209" in codes(example.whole)


def test_the_files_of_the_tutorial_hold_together() -> None:
    """Whoever writes the files of the tutorial one after the other has a contract without mistakes at every step."""
    files: dict[str, str] = {}
    for one in (one for one in FILES if one.page == "tutorial.md"):
        files[one.info.split()[1]] = one.text
        if not one.info.startswith("deal"):
            continue
        contract = loads("\n".join(text for name, text in files.items() if name.endswith(".deal")))
        for scenario in contract.scenarios:
            assert run_scenario(contract, scenario).passed, scenario.title
    assert list(files) == ["loan.deal", "log.toml", "scenarios.deal", "extension.deal", "more.deal"]


def run_page(text: str, folder: Path) -> tuple[str, list[str]]:
    """A page with what its commands print now where it shows anything else, and what is wrong with it."""
    wrong: list[str] = []
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "engine"), "PYTHONIOENCODING": "utf-8", "COLUMNS": "120"}

    def block(found: re.Match[str]) -> str:
        info, body = found[1].strip(), found[2]
        if re.fullmatch(r"(deal|toml) [\w.]+", info):
            (folder / info.split()[1]).write_text(body, encoding="utf-8")
        if info != "console":
            return found[0]
        lines = []
        for command, shown in commands(body):
            done = subprocess.run(
                [sys.executable, "-m", "dealwright", *words_of(command)[2:]],
                cwd=folder,
                env=environment,
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
            )
            printed = "".join(f"{line.rstrip()}\n" for line in done.stdout.rstrip().splitlines())
            if done.returncode:
                wrong.append(f"{command}\n{printed}{done.stderr}")
            elif differs(shown, printed):
                wrong.append(f"{command}\n{printed}")
            lines.append(f"{command}\n{printed if differs(shown, printed) else shown}")
        return f"```{found[1]}\n{''.join(lines)}```"

    return FENCE.sub(block, text), wrong


def commands(body: str) -> list[tuple[str, str]]:
    """The commands of a block, each with what is shown below it."""
    parts = re.split(r"^(\$ .*)\n", body, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def words_of(line: str) -> list[str]:
    """The words of a command; quotation marks hold several together."""
    return [quoted or plain for quoted, plain in re.findall(r'"([^"]*)"|(\S+)', line)]


def differs(shown: str, printed: str) -> bool:
    """Whether a page shows anything else than what was printed; `...` stands for what was left out."""
    pattern = "".join(".*?" if line == "..." else re.escape(f"{line}\n") for line in shown.splitlines())
    return re.fullmatch(pattern, printed, re.DOTALL) is None


@pytest.mark.parametrize("page", [page for page in PAGES if "```console" in page.read_text(encoding="utf-8")], ids=str)
def test_commands_print_what_a_page_shows(page: Path, tmp_path: Path) -> None:
    """Every command of a page works, and prints what the page says it prints."""
    printed, wrong = run_page(page.read_text(encoding="utf-8"), tmp_path)
    if os.environ.get("DEAL_UPDATE_DOCS"):
        page.write_text(printed, encoding="utf-8")
    else:
        assert wrong == []


def test_what_a_page_shows_is_compared_line_by_line() -> None:
    """The comparison can fail, and leaves out what a page leaves out."""
    assert commands("$ a\nb\n$ c\n") == [("$ a", "b\n"), ("$ c", "")]
    assert words_of('$ deal why "Whole Loan" loan.deal') == ["$", "deal", "why", "Whole Loan", "loan.deal"]
    assert not differs("a\n...\nd\n", "a\nb\nc\nd\n")
    assert differs("a\n...\nd\n", "a\nb\nc\n")
    assert differs("a\n", "a\nb\n")


def test_examples_are_few_enough_to_be_found_and_the_harness_can_fail() -> None:
    """Blocks are found with their lines; a claim that does not hold, and a text that cannot be read, are told."""
    page = """# A page

```deal
Rent means €5

scenario "s"
    as of 2031-04-01 expect Rent = €6
```

```text
x
```
"""
    found = examples(page, "page.md")
    assert [(one.line, one.info, one.has_scenarios) for one in found] == [(4, "deal", True), (11, "text", False)]
    with pytest.raises(AssertionError):
        test_the_scenarios_of_an_example_hold(found[0])
    with pytest.raises(DealError):
        test_an_example_can_be_read(found[1])
    with pytest.raises(AssertionError):
        test_what_is_not_supported_yet_says_so(found[0])
    assert len(RUN) > 10


def spoken(text: str) -> set[str]:
    """The lower-case words that a page shows as code."""
    blocks = " ".join(one.text for one in examples(text, "") if one.info.startswith("deal"))
    spans = re.findall(r"`([^`\n]+)`", FENCE.sub("", text))
    shown = re.sub(r'"[^"\n]*"|[|#][^\n]*', " ", blocks)
    return set(re.findall(r"[a-z]+", " ".join([*spans, shown])))


def test_every_keyword_is_in_the_reference() -> None:
    """A word of the language that the reference does not show is a word nobody can learn."""
    text = REFERENCE.read_text(encoding="utf-8")
    assert sorted(keywords() - spoken(text)) == []


def test_every_keyword_is_in_the_table_of_words() -> None:
    """The table says of every word what it is for, and has no word that the language does not have."""
    text = REFERENCE.read_text(encoding="utf-8")
    table = re.split(r"^## .*Every word$", text, flags=re.MULTILINE)[1]
    words = {
        word
        for row in re.findall(r"^\| (.+?) \| .+ \|$", table, re.MULTILINE)
        for cell in re.findall(r"`([^`]+)`", row)
        for word in re.findall(r"[a-z]+", cell)
    }
    assert sorted(keywords() - words) == []
    assert sorted(words - keywords()) == []


def test_every_public_name_is_in_the_documentation() -> None:
    """What can be imported from the package is shown somewhere."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    public = getattr(dealwright, "__all__", ())
    assert [one for one in public if not re.search(rf"\b{re.escape(one)}\b", text)] == []


def test_codes_named_in_the_documentation_exist() -> None:
    """No page sends its reader to a diagnostic that is not there."""
    named = {code for page in PAGES for code in re.findall(r"`([SNKRALEXFI]\d{3})`", page.read_text(encoding="utf-8"))}
    assert sorted(named - set(CODES)) == []


def anchors(text: str) -> set[str]:
    """What the headings of a page are linked by."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_links_between_pages_lead_somewhere() -> None:
    """A link to another page, or to a place in it, finds what it names."""
    texts = {page.name: page.read_text(encoding="utf-8") for page in PAGES}
    lost = []
    for page, text in texts.items():
        for target in re.findall(r"\]\(([^)\s]+)\)", FENCE.sub("", text)):
            path, _, mark = target.partition("#")
            base = ROOT if page == "README.md" else ROOT / "docs"
            there = not path or (base / path).exists()
            marked = not mark or mark in anchors(texts.get(Path(path).name if path else page, ""))
            if "://" not in target and not (there and marked):
                lost.append(f"{page}: {target}")
    assert lost == []


def test_paths_named_in_the_documentation_exist() -> None:
    """Whoever is sent to a file or folder finds it."""
    named = {
        path
        for page in PAGES
        for path in re.findall(r"`((?:engine|grammar|tests|scripts|docs|contracts)/[\w./]*)`", page.read_text("utf-8"))
    }
    assert sorted(path for path in named if not (ROOT / path).exists()) == []
