"""Remarks on drafting: the table of the first contract's defects, what an amendment mends, and what a `sic` accepts."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwright.cli.checking import _where, checked
from dealwright.cli.skeletons import KINDS
from dealwright.codes import CODES
from dealwright.diagnostic import Diagnostic, Severity
from dealwright.intake import as_source
from dealwright.lint import CHANGES, RULES, Findings
from dealwright.pipeline import Contract, draft

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "contracts" / "patent_purchase"
BASE = "Patent Purchase Agreement"
AUTOMATIC = "X1 X4 X5 X6 X7 X8 X9 X10 X11 X12 X13 X14 X16 X18 X26 X27 X41 X42 X43 X44 X49 X50 X51 X53 X55 X57 X60"
ANNOTATED = "X2 X3 X15 X17 X19 X21 X22 X23 X24 X25 X33 X37 X40 X48 X52 X54 X58 X59"
FORM_8K = """
note "Form 8-K of March 31, 2004"
    | 7700 France Avenue South, Edina, Minnesota    55435
    | On March 31, 2004, pursuant to a Patent Purchase Agreement, dated as
    | of December 31, 2003, as amended on March 31, 2004 (the "Patent Purchase
    | Agreement"), Net Perceptions, Inc. completed the sale of its patent portfolio.
    no operative rule "no part of the agreement"
"""


class Row(NamedTuple):
    """A row of the table."""

    number: str
    text: str
    code: str
    where: str
    says: str


@cache
def rows() -> tuple[Row, ...]:
    """The rows of the table of defects."""
    lines = (FOLDER / "DEFECTS.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return tuple(Row(number, text, code, where, says) for number, _, text, code, where, says in cells[1:])


@cache
def contract(more: str = "") -> Contract:
    """The first contract, with more at the end of the agreement."""
    texts = [(FOLDER / name).read_text(encoding="utf-8") for name in ("agreement.deal", "amendment.deal")]
    return draft([as_source("agreement.deal", texts[0] + more), as_source("amendment.deal", texts[1])])


@cache
def review(more: str = "") -> Findings:
    """What is found in it."""
    return contract(more).review()


def told(text: str, *more: str) -> Findings:
    """What is found in a contract of one text."""
    return draft([as_source(f"{place}.deal", one) for place, one in enumerate((text, *more))]).review()


def fits(row: Row, found: Diagnostic) -> bool:
    """Whether a finding is the one of a row."""
    says = row.says.lower()
    return found.code == row.code and _where(found, BASE) == (row.where or BASE) and says in found.message.lower()


def everything(text: str) -> list[Diagnostic]:
    """What is found in the `original`, in the text as `amended`, in `both`, or `with` the words of the filing."""
    if text == "with":
        return list(review(FORM_8K).texts[0])
    first, second = ({(one.code, one.message, one.place): one for one in found} for found in review().texts)
    emptied = [one for one in contract().check() if one.code == "R207"]
    return {
        "original": [one for key, one in first.items() if key not in second],
        "amended": [*(one for key, one in second.items() if key not in first), *emptied],
        "both": [one for key, one in first.items() if key in second],
    }[text]


@pytest.mark.parametrize("row", [one for one in rows() if one.code], ids=lambda one: f"{one.number}-{one.code}")
def test_each_defect_is_found_in_its_text_and_at_its_place(row: Row) -> None:
    """What the original has is not told of the amended text, and the reverse, unless the table says `both`."""
    assert [found for found in everything(row.text) if fits(row, found)]


@pytest.mark.parametrize("text", ["original", "amended", "both"])
def test_nothing_is_found_that_the_table_does_not_list(text: str) -> None:
    """A finding that is in no row is a false one, or a row is missing."""
    listed = [row for row in rows() if row.text == text]
    assert [found for found in everything(text) if not any(fits(row, found) for row in listed)] == []


def test_every_defect_has_its_row() -> None:
    """None of the list is passed over: it is found, or the table says why not."""
    numbers = {row.number for row in rows()}
    assert numbers - {""} == {*(f"W{one}" for one in range(1, 31)), *(f"X{one}" for one in range(1, 61))}
    assert all(row.code or row.says for row in rows())


def test_what_can_be_found_without_judgement_is_found() -> None:
    """A defect that shows in words and rules is found, and one that shows given the annotations is too."""
    found = {row.number for row in rows() if row.code}
    assert found >= {*AUTOMATIC.split(), *ANNOTATED.split()}


def test_what_the_amendment_leaves_behind_is_found_in_the_amended_text_alone() -> None:
    """W1, W2, W4 and W6 are told of the amended text; of the original none of them is."""
    rest = [row for row in rows() if row.number in {"W1", "W2", "W4", "W6"}]
    assert {row.text for row in rest} == {"amended"}
    first = review().texts[0]
    assert not [found for found in first if found.code[:2] == "D4" or found.code == "R207"]


def test_what_the_amendment_mends_is_told() -> None:
    """X1, X2, X3, X7 and X25 are gone with the provisions that held them, and the review says so."""
    (mended,) = review().mended
    for row in rows():
        if row.number in {"X1", "X2", "X3", "X7", "X25"}:
            assert [found for found in mended.findings if fits(row, found)]
    amended = {(found.code, found.message) for found in review().texts[1]}
    assert not [found for found in mended.findings if (found.code, found.message) in amended]


def test_every_term_used_is_defined_or_known_not_to_be() -> None:
    """After the amendment the open terms are those that the analysis lists; before it one more."""
    known = {
        "Escrow Agreement",
        "Amendment 2",
        "Assignment of Patent Rights",
        "Letters Patents",
        "United States Letters Patents",
    }

    def terms(place: int) -> set[str]:
        return {found.message.split("`")[1] for found in review().texts[place] if found.code == "D101"}

    assert terms(1) == known
    assert terms(0) == known | {"Requisite Stockholder Vote"}
    assert [found for found in review().texts[1] if found.code == "D102" and "`Patent Rights`" in found.message]
    assert [found for found in review().texts[1] if found.code == "D305"]


def test_a_term_that_a_living_definition_uses_is_alive() -> None:
    """Plan of Liquidation is used by way of another term, before and after."""
    for text in review().texts:
        assert not [one for one in text if one.code in {"D104", "D403"} and "Plan of Liquidation" in one.message]


def test_the_contract_checks_with_remarks_and_no_errors() -> None:
    """What nobody has accepted is told; every `sic` accepts something; nothing is an error."""
    codes = {found.code for found in review().open}
    assert not [found for found in review().open if found.severity is Severity.ERROR]
    assert "D501" not in codes
    assert {"D311", "D203", "D408"} <= codes


def test_what_the_agreement_accepts_it_accepts_alone() -> None:
    """No `sic` of the agreement waits for its amendment."""
    alone = told((FOLDER / "agreement.deal").read_text(encoding="utf-8"))
    assert not [found for found in alone.open if found.code == "D501"]


def test_an_evaluation_is_not_remarked_on() -> None:
    """Loading a contract to evaluate it asks for no remarks on drafting."""
    assert not [found for found in contract().check() if found.code[0] == "D"]


LEASE = """\
agreement Mill Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

section 1
    | The Tenant pays the rent.
    duty Rent
        Tenant must pay €5 to Landlord
        on 2031-08-01
section 2
    | The payment specified in Section 1 is made by wire.
    no operative rule
"""
AMENDING = "amendment {name}\n    dated 2031-0{month}-01\n    amends Mill Lease\n\nsection 1\n{body}"


def test_a_later_amendment_mends_what_an_earlier_one_left() -> None:
    """Words left dangling by one amendment are deleted by the next, and the text between is still told of."""
    first = AMENDING.format(name="First Amendment", month=5, body="    delete section 1\n")
    second = AMENDING.format(name="Second Amendment", month=6, body="    delete section 2\n")
    found = told(LEASE, first, second)
    assert [[one.code for one in text] for text in found.texts] == [[], ["D401"], []]
    assert [one.code for one in told(LEASE, first).open] == ["D401"]


def test_what_an_amendment_mends_is_not_what_stays() -> None:
    """A payment that gets its day is mended; one that moves without a day is not."""
    undated = LEASE.replace("        on 2031-08-01\n", "")
    body = "    | Section 1 is replaced.\n    replace section 1\n        | The Tenant pays the rent.\n        duty Rent\n            Tenant must pay €6 to Landlord\n"
    stays = told(undated, AMENDING.format(name="First Amendment", month=5, body=body))
    assert stays.mended == ()
    mends = told(undated, AMENDING.format(name="First Amendment", month=5, body=f"{body}            on 2031-09-01\n"))
    assert [(one.instrument, [each.code for each in one.findings]) for one in mends.mended] == [
        ("First Amendment", ["D301"])
    ]


SOUND = [*sorted((ROOT / "tests" / "meaning").glob("*.deal")), *KINDS]


@pytest.mark.parametrize("text", SOUND, ids=str)
def test_sound_texts_are_not_remarked_on(text: Path | str) -> None:
    """The contracts that show what the language means, and those to start from, have no remark."""
    words = text.read_text(encoding="utf-8") if isinstance(text, Path) else KINDS[text].replace("{name}", "Mine")
    assert [one.message for one in told(words).open] == []


def test_the_command_lists_what_is_accepted_and_what_is_mended(tmp_path: Path) -> None:
    """One line for what says the same; places of an amendment name it; machines get the whole."""
    body = "    | Section 1 is replaced.\n    replace section 1\n        | The Tenant pays later.\n        duty Rent\n            Tenant must pay €6 to Landlord\n            on 2031-09-01\n    sic D401\n"
    (tmp_path / "lease.deal").write_text(
        LEASE.replace("        on 2031-08-01\n", "    sic D301\n").replace("wire.", "wire by the the bank."),
        encoding="utf-8",
    )
    (tmp_path / "first.deal").write_text(AMENDING.format(name="First Amendment", month=5, body=body), encoding="utf-8")
    report = checked([str(tmp_path)])
    assert report.text == (
        "2 files: no errors, 1 warning, 1 note\n"
        "accepted as written: 1\n"
        "  D301 nothing says by when `Rent` is to be paid: section 1\n"
        "mended by First Amendment: 1\n"
        "  D301 nothing says by when `Rent` is to be paid: section 1\n"
    )
    assert [one["code"] for one in report.data["accepted"]] == ["D301"]
    assert [one["code"] for one in report.data["mended"][0]["diagnostics"]] == ["D301"]
    assert [one.code for one in report.diagnostics] == ["D501", "D106"]
    assert report.status == 0


PIECES = """\
"|("|")|the "|Rent|Basic Rent|Rent's|RENT|rent|means|shall mean|Section|Sections|SECTION|9|2.1|(a)|A|Exhibit|Exhibit A|of|of the|to|and|,|.|:|;
the following|as follows:|shall be paid|by|Landlord|landlord|Tenant|such payment by|transfer of ovens to|Inc.|LLC a|(as defined in Exhibit A|of Agreement
immediately prior to the|dated|February 31, 2031|March 1, 2031|as of|12 Quay Street, Salem, Ohio 44460|obligation of Landlord to pay under|definition of
a shelf, oven, or lamp is left out of the|business days|good faith|prior to the Closing Date|Amendment 2|s/|$5|($5)|entitled|deleted|omitted|éß|“Rent”
the following exhibits|payment specified in|terminated pursuant to|warranty in"""
WORDS = st.lists(st.sampled_from([piece for line in PIECES.split("\n") for piece in line.split("|")]), max_size=14).map(
    " ".join
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=3), min_size=4, max_size=4))
def test_whatever_the_words_are_they_are_remarked_on_and_no_more(words: list[list[str]]) -> None:
    """Odd words, quotation marks without an end, days that no calendar has: the linter tells what it finds, in order, twice the same."""
    first, second, signed, new = ("".join(f"    | {line}\n" for line in lines) for lines in words)
    base = LEASE.replace("    | The Tenant pays the rent.\n", first).replace(
        "    | The payment specified in Section 1 is made by wire.\n", second
    )
    base += f"signatures\n{signed}    no operative rule\nexhibit A\n    absent\n"
    body = f"{new}    replace section 2\n{new.replace('    |', '        |')}        no operative rule\n    delete section 1\n"
    texts = (base, AMENDING.format(name="First Amendment", month=5, body=body))
    found = told(*texts)
    assert found == told(*texts)
    assert all(one.place.span.source.name for one in found.open)


def test_every_rule_has_its_case() -> None:
    """Each code of the family is shown by a text in the cases, and by none without a sound one beside it."""
    shown = set(re.findall(r"^#[ ^]* (D[0-9]{3})$", "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "cases" / "drafting").glob("*.deal")
    ), re.MULTILINE))  # fmt: skip
    assert shown == {code for code in CODES if code[0] == "D"}
    assert len(RULES) + len(CHANGES) == len(set(RULES) | set(CHANGES))
