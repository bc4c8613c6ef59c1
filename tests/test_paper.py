"""Pages in every form: each says the same, and what is read back is what was written."""

from __future__ import annotations

import re
import sys
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwright import model as m
from dealwright.amend import consolidate
from dealwright.diagnostic import DealError
from dealwright.paper import (
    FORMS,
    SUFFIXES,
    Block,
    Hand,
    Page,
    Run,
    Table,
    after,
    before,
    html,
    markdown,
    paper,
    plain,
    terminal,
)
from dealwright.pipeline import load
from dealwright.program import Texts
from dealwright.read import read
from dealwright.show import conformed, hands, redline, redline_page
from dealwright.show.conformed import bare
from dealwright.show.matching import identities
from dealwright.show.wording import Paragraph, pairs, paragraphs, runs
from dealwright.source import Source
from dealwright.text import Text, body_of
from readback import Html, W, flat, footnotes, parts, settled
from strategies_text import Amended, agreements, amended

CONTRACT = Path(__file__).parent.parent / "contracts" / "patent_purchase"
NAME = "First Amendment"


def both(case: Amended) -> tuple[Text, Text]:
    """A generated agreement, and the same as amended."""
    instruments = [case.base, case.amendment]
    return consolidate(instruments, []).text, consolidate(instruments, [NAME]).text


def words_of(text: Text) -> list[str]:
    """What the paragraphs of a text say, headings included."""
    return [after(block) for body in text.bodies for block in bare(text, body.name)]


# ---------------------------------------------------------------- one page in several forms


@settings(deadline=None)
@given(amended())
def test_html_says_what_the_terminal_says(case: Amended) -> None:
    """The words of the HTML page are those on the terminal, the notes where they belong, for copies and redlines."""
    first, second = both(case)
    known = hands([case.base, case.amendment], {NAME: date(2031, 5, 1)})
    for page in (
        conformed(first, known),
        conformed(second, known, ("As of today.",)),
        redline_page(first, second, known),
    ):
        assert Html(html(page)).text == flat(terminal(page))


@settings(deadline=None, max_examples=30)
@given(amended())
def test_the_same_bytes_each_time(case: Amended) -> None:
    """A page written twice is the same, in every form."""
    first, second = both(case)
    for form in FORMS:
        assert paper(redline_page(first, second, {}), form) == paper(redline_page(first, second, {}), form)


@settings(deadline=None, max_examples=30)
@given(amended())
def test_notes_are_footnotes(case: Amended) -> None:
    """A Word document has the notes of the page as footnotes, in order, and its headings as headings."""
    _, second = both(case)
    page = conformed(second, hands([case.base, case.amendment]))
    data = paper(page, "docx")
    assert footnotes(data) == [note for one in page.blocks if isinstance(one, Block) for note in one.notes]
    styles = [
        style.get(f"{W}val", "")
        for paragraph in parts(data)["word/document.xml"].iter(f"{W}p")
        for style in paragraph.iter(f"{W}pStyle")
    ]
    headings = [one for one in page.blocks if isinstance(one, Block) and one.kind in {"title", "heading"}]
    assert len([style for style in styles if style == "Title" or style.startswith("Heading")]) == len(headings)
    assert settled(data, accept=True)[: len(page.blocks)] == [
        after(one) for one in page.blocks if isinstance(one, Block)
    ]


# ---------------------------------------------------------------- tracked changes


@settings(deadline=None)
@given(amended())
def test_accepting_and_rejecting(case: Amended) -> None:
    """All changes accepted give the new text, all rejected the old one, paragraph by paragraph."""
    first, second = both(case)
    data = paper(redline_page(first, second, {}), "docx")
    assert settled(data, accept=True) == words_of(second)
    assert settled(data, accept=False) == words_of(first)


@settings(deadline=None, max_examples=30)
@given(agreements(), agreements())
def test_any_two_texts(one: m.Instrument, other: m.Instrument) -> None:
    """The same holds of two agreements that have nothing to do with each other, and backwards."""
    first, second = Text((body_of(one),)), Text((body_of(other),))
    for old, new in ((first, second), (second, first), (first, first)):
        page = redline_page(old, new, {})
        assert [words for block in page.blocks if isinstance(block, Block) if (words := after(block))] == words_of(new)
        assert [words for block in page.blocks if isinstance(block, Block) if (words := before(block))] == words_of(old)
        data = paper(page, "docx")
        assert settled(data, accept=True) == words_of(new)
        assert settled(data, accept=False) == words_of(old)


def test_changes_have_authors_and_days() -> None:
    """Every tracked change is by the instrument that made it, on the day since which it is in effect."""
    contract = load(CONTRACT / "agreement.deal", CONTRACT / "amendment.deal")
    old, new = contract.text_in_force(Texts()), contract.text_in_force(Texts(contract.amendments))
    data = paper(redline_page(old, new, hands(contract.instruments, {NAME: date(2004, 4, 2)})), "docx")
    changes = [one for tag in ("ins", "del") for one in parts(data)["word/document.xml"].iter(f"{W}{tag}")]
    assert {(one.get(f"{W}author"), one.get(f"{W}date")) for one in changes} == {(NAME, "2004-04-02T00:00:00Z")}
    numbers = [one.get(f"{W}id") for one in changes]
    assert len(numbers) == len(set(numbers))
    assert settled(data, accept=True) == words_of(new)
    assert settled(data, accept=False) == words_of(old)
    assert "deleted by section 5.1 of First Amendment, in effect since 2004-04-02" in footnotes(data)


def test_word_can_open_it() -> None:
    """The library that reads Word documents reads it, with its title, styles and one relationship to the footnotes."""
    import docx

    page = Page("A page", (Block("title", plain("A page"), 1, ("a note",)), Block("words", plain("Words.\nMore."), 1)))
    data = paper(page, "docx")
    document = docx.Document(BytesIO(data))
    assert [(one.style.name, one.text) for one in document.paragraphs if one.style] == [
        ("Title", "A page"),
        ("Normal", "Words.\nMore."),
    ]
    assert document.core_properties.title == "A page"
    relations = parts(data)["word/_rels/document.xml.rels"]
    assert sum(one.get("Target") == "footnotes.xml" for one in relations) == 1


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library is missing a diagnostic says which one, and how to come by it."""
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(DealError) as caught:
        paper(Page("A page", ()), "docx")
    (told,) = caught.value.diagnostics
    assert told.code == "F106"
    assert "python-docx" in told.message
    assert "dealwright[docx]" in told.help


# ---------------------------------------------------------------- what is compared with what


def loaded(*texts: str) -> Text:
    """The text of an agreement with its amendments."""
    instruments = read(Source("lease.deal", "\n".join(texts))).instruments
    result = consolidate(instruments, [one.name for one in instruments if one.word != "agreement"])
    assert result.diagnostics == ()
    return result.text


LEASE = """\
agreement Bakery Lease

section 1 "Rent"
    | The rent is paid monthly.
    no operative rule

section 2 "Oven"
    | The oven is lit by six in the morning.
    no operative rule
"""


def test_a_provision_with_another_number_is_the_same() -> None:
    """Renumbered, a section differs in its number alone."""
    renumbered = (
        "amendment First Amendment\n    amends Bakery Lease\n\nsection 1\n    renumber section 2 as section 5\n"
    )
    page = redline_page(loaded(LEASE), loaded(LEASE, renumbered), {})
    shown = [one for one in page.blocks if isinstance(one, Block) and one.key == "Bakery Lease: section 2"]
    assert shown[0].runs == (
        Run("equal", "Section"),
        Run("deleted", " 2"),
        Run("inserted", " 5"),
        Run("equal", " Oven"),
    )
    assert shown[0].notes == ("renumbered by section 1 of First Amendment",)
    assert {run.kind for run in shown[1].runs} == {"equal"}


def test_two_writings() -> None:
    """In another draft a provision is the one that says the same, and else the one with its number and like words."""
    draft = LEASE.replace("section 2", "section 3").replace("monthly.", "monthly in advance.").replace(
        "section 3", 'section 2 "Keys"\n    | Each party has a key.\n    no operative rule\n\nsection 3'
    ).replace("Bakery Lease", "Second Draft")  # fmt: skip
    old, new = loaded(LEASE), loaded(draft)
    assert identities(old, new) == {
        "Second Draft": "Bakery Lease",
        "Second Draft: section 1": "Bakery Lease: section 1",
        "Second Draft: section 3": "Bakery Lease: section 2",
    }
    assert {one.address: one.kind for one in redline(old, new)} == {
        "section 1": "changed",
        "section 2": "inserted",
        "section 3": "changed",
    }


def test_what_moved_is_taken_out_and_put_in() -> None:
    """Provisions that changed places are shown at both, so that each side reads as it was written."""
    one, two, three = (f"section {n}\n    | Words of section {n}.\n    no operative rule\n" for n in (1, 2, 3))
    head = "agreement Bakery Lease\n\n"
    old, new = loaded(head + one + two + three), loaded(head + three + one + two)
    page = redline_page(old, new, {})
    assert [words for block in page.blocks if isinstance(block, Block) if (words := after(block))] == words_of(new)
    assert [words for block in page.blocks if isinstance(block, Block) if (words := before(block))] == words_of(old)
    kinds = [run.kind for block in page.blocks if isinstance(block, Block) for run in block.runs]
    assert kinds.count("equal") == 5


def test_lines_that_were_ended_on_purpose() -> None:
    """Lines of the paper run on, those of an address stay, and columns are left alone."""
    said = m.Words(
        (
            "This line is as long as the paper had room for words on it, and",
            "so it goes on here.",
            "",
            "Old Quay Properties Ltd.",
            "4 Harbour Street",
            "",
            "Landlord:          Tenant:",
            "_________          _________",
        )
    )
    assert list(paragraphs(said)) == [
        Paragraph("This line is as long as the paper had room for words on it, and so it goes on here."),
        Paragraph("Old Quay Properties Ltd.\n4 Harbour Street"),
        Paragraph("Landlord:          Tenant:\n_________          _________", verbatim=True),
    ]


def test_a_word_that_happens_to_be_the_same() -> None:
    """A stray word between changes is written anew with them; one that stands by itself is kept."""
    found = runs("the old mill and its wide river", "a new town and that small hill")
    assert found == (
        Run("deleted", "the old mill and its wide river"),
        Run("inserted", "a new town and that small hill"),
    )
    assert runs("pay in March", "pay in April")[0] == Run("equal", "pay in")


def test_paragraphs_find_their_own() -> None:
    """A paragraph put in between does not push the others out of step."""
    old = ["The rent is due monthly.", "The oven is lit at six.", "Keys are kept by the door."]
    new = [
        "The rent is due monthly.",
        "No bread is sold on Sundays.",
        "The oven is lit at seven.",
        "Keys are kept by the door.",
    ]
    assert list(pairs(old, new)) == [(0, 0), (1, 2), (2, 3)]


# ---------------------------------------------------------------- the forms by themselves

PAGE = Page(
    "All & sundry",
    (
        Block("title", plain("All & sundry"), 1),
        Block("heading", (Run("equal", "Section"), Run("deleted", " 1"), Run("inserted", " 2")), 2, ("moved",)),
        Block("words", (Run("equal", "Less < more,"), Run("inserted", " *not*\nthis"), Run("deleted", " that")), 1),
        Block("verbatim", plain("a   b\nc   d")),
        Block("gone", plain("[section 3 deleted]")),
        Block("words", plain("1. of these | those")),
        Table("Table", ("Name", "Was"), (("A", "one\ntwo"), ("B | C", "three"))),
    ),
    ("What it is.",),
)
TERMINAL = """\
What it is.

All & sundry
============

Section [-1-] {+2+}
    [moved]

        Less < more, {+*not*
        this+} [-that-]

    a   b
    c   d

    [section 3 deleted]

    1. of these | those

Table
Name   Was
-----  -----
A      one
       two
B | C  three
"""
MARKDOWN = """\
*What it is.*

# All & sundry

## Section ~~1~~ **2**

[moved]

Less \\< more, **\\*not\\***\\
**this** ~~that~~

```
a   b
c   d
```

[section 3 deleted]

1\\. of these \\| those

**Table**

| Name | Was |
| --- | --- |
| A | one<br>two |
| B \\| C | three |
"""


def test_a_terminal() -> None:
    """Headings stand at the margin, words below them, columns under each other."""
    assert terminal(PAGE) == TERMINAL


def test_markdown() -> None:
    """What would mean something else in Markdown stands for itself; what differs is struck out, or bold."""
    assert markdown(PAGE) == MARKDOWN


def test_html_stands_alone() -> None:
    """A page loads nothing and runs nothing; every link leads somewhere, every name is given once, tables have heads."""
    text = html(PAGE)
    assert not re.search(r"<script|<link|src=|url\(|@import|https?://", text)
    found = Html(text)
    assert found.tags == []
    assert len(found.ids) == len(set(found.ids))
    assert set(found.links) <= set(found.ids)
    assert found.headings == [1, 2]
    assert found.tables == [[["Name", "Was"], ["A", "one\ntwo"], ["B | C", "three"]]]
    for said in (
        '<html lang="en">',
        "<main",
        "<nav",
        'role="doc-endnotes"',
        "prefers-color-scheme: dark",
        "@media print",
    ):
        assert said in text
    assert "All &amp; sundry" in text


def test_a_table_in_word() -> None:
    """A table has its head repeated on each page."""
    document = parts(paper(PAGE, "docx"))["word/document.xml"]
    rows = list(document.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]


def test_a_hand() -> None:
    """An instrument is named with its day, as far as one is known."""
    day = date(2031, 5, 1)
    assert str(Hand("A")) == "A"
    assert str(Hand("A", (day,))) == "A, dated 2031-05-01"
    assert str(Hand("A", (day,), effective=True)) == "A, in effect since 2031-05-01"


def test_each_form_has_a_suffix() -> None:
    """Every form can be asked for by the name of a file."""
    assert set(SUFFIXES.values()) == set(FORMS)


@settings(deadline=None)
@given(st.lists(st.text(st.sampled_from("ab *_#|<>&\"'`~\\-1.)"), min_size=1, max_size=12), max_size=4))
def test_html_holds_any_words(lines: list[str]) -> None:
    """Whatever the words are, they are read back as they were."""
    page = Page("x", tuple(Block("words", plain(" ".join(line.split()))) for line in lines))
    assert Html(html(page)).blocks == [" ".join(line.split()) for line in lines]


def test_only_a_cell_that_is_a_day_keeps_its_line() -> None:
    """A sentence that begins with a day is broken as any other, or it would push the next columns off the page."""
    cells = ("2031-04-01", "2031-04-01 (its date)", "2031-04-01: not known; would be settled by a survey")
    shown = html(Page("", (Table("", ("A", "B", "C"), (("x", *cells[:2]), ("x", cells[2], ""))),)))
    assert [f'class="day">{cell}<' in shown for cell in cells] == [True, True, False]
