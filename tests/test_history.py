"""The history of provisions: what was done to each, by whom, since when, and what it said at each time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

import dealwright as dw
from dealwright.amend import consolidate
from dealwright.paper import html, terminal
from dealwright.read import read
from dealwright.show import Passage, history, history_page, is_main, passage_page
from dealwright.show.conformed import standing_words
from dealwright.source import Source
from dealwright.text import Text
from readback import Html, flat
from strategies_text import Amended, amended

CONTRACT = Path(__file__).parent.parent / "contracts" / "patent_purchase"
LEASE = """\
agreement Bakery Lease
    dated 2031-03-01
    between Landlord and Tenant
    amended only by writing signed by Landlord and Tenant

party Landlord
party Tenant

section 1 "Rent"
    | The rent is paid monthly.
    no operative rule

section 2 "Oven"
    | The oven is lit by six.
    no operative rule

section 3 "Keys"
    severable
    clause (a)
        | Keys are kept by the door.
        no operative rule

amendment First Amendment
    dated 2031-04-01
    amends Bakery Lease

section 1
    | Section 1 is replaced.
    replace section 1
        section 1 "Rent"
            | The rent is paid quarterly.
            no operative rule

section 2
    | Section 2A is inserted, and clause (a) of section 3 is deleted.
    insert after section 2
        section 2A "Bread"
            | Bread is sold daily.
            no operative rule
    delete clause (a) of section 3

amendment Second Amendment
    dated 2031-05-01
    amends Bakery Lease

section 1
    | Section 2 gets the number 9.
    renumber section 2 as section 9

section 2
    | "quarterly" in section 1 is replaced by "yearly".
    replace words "quarterly" with "yearly" in section 1 once
        no rule depends on them
"""


def named(passages: tuple[Passage, ...]) -> dict[str, Passage]:
    """Provisions of the lease by how they are cited now."""
    return {one.address: one for one in passages if one.instrument == "Bakery Lease"}


def test_what_became_of_each() -> None:
    """Each provision has what was done to it, in order, with the sentence that did it and its words after it."""
    found = named(dw.loads(LEASE).history())
    assert {address: one.state for address, one in found.items()} == {
        "section 1": "words changed",
        "section 9": "renumbered",
        "section 2A": "added",
        "section 3": "changed",
        "clause (a) of section 3": "deleted",
    }
    assert [(step.kind, step.by, step.days, step.words) for step in found["section 1"].steps] == [
        ("as first written", "Bakery Lease", (date(2031, 3, 1),), "The rent is paid monthly."),
        ("replaced", "section 1 of First Amendment", (date(2031, 4, 1),), "The rent is paid quarterly."),
        ("words changed", "section 2 of Second Amendment", (date(2031, 5, 1),), "The rent is paid yearly."),
    ]
    assert [(step.kind, step.address) for step in found["section 9"].steps] == [
        ("as first written", "section 2"),
        ("renumbered", "section 9"),
    ]
    assert [(step.kind, step.target) for step in found["section 3"].steps][1:] == [
        ("deleted", "clause (a) of section 3")
    ]


def test_by_a_day_of_a_log() -> None:
    """With a log it is what had come about by then, since the day on which it did; a court is told too."""
    contract = dw.loads(LEASE)
    log = dw.Log().on(date(2031, 4, 9), "First Amendment signed by Landlord and Tenant")
    log = log.on(date(2031, 6, 1), "court strikes section 2")
    found = named(contract.history(log=log, as_of=date(2031, 6, 2)))
    assert [(step.kind, step.days, step.effective) for step in found["section 1"].steps][1:] == [
        ("replaced", (date(2031, 4, 9),), True)
    ]
    last = found["section 2"].steps[-1]
    assert (found["section 2"].state, last.by, last.days) == ("struck", "a court", (date(2031, 6, 1),))
    assert {one.state for one in named(contract.history(log=log, as_of=date(2031, 4, 8))).values()} == {
        "as first written"
    }


@pytest.mark.parametrize("of", ["section 2", "9", "section 9 of Bakery Lease", "Section  9"])
def test_one_provision(of: str) -> None:
    """A provision is found by every address that it ever had."""
    (found,) = dw.loads(LEASE).history(of)
    assert found.title == "Section 9 Oven"


def test_no_such_provision() -> None:
    """What never was is an error that names what is near."""
    with pytest.raises(dw.DealError) as caught:
        dw.loads(LEASE).history("section 2B")
    (told,) = caught.value.diagnostics
    assert told.code == "N103"
    assert "section 2a" in told.help


@settings(deadline=None)
@given(amended())
def test_the_last_words_are_those_of_the_text(case: Amended) -> None:
    """The words after the last step are what stands in the text, those after the first what stood there first."""
    before = consolidate([case.base, case.amendment], [])
    after = consolidate([case.base, case.amendment], ["First Amendment"])
    for one in history([before, after], {}):
        assert one.steps[-1].words == said(after.text, one.identity)
        if one.steps[0].kind == "as first written" and one.instrument == case.base.name:
            assert one.steps[0].words == said(before.text, one.identity)
        aimed = any(one.identity in target or target in one.identity for target in case.targets)
        assert (len(one.steps) > 1) <= aimed


def said(text: Text, identity: str) -> str:
    """The words of a provision in a text; none where it is gone."""
    spot = text.spot(identity)
    return "" if spot.gone else "\n\n".join(standing_words(text, spot.node))


def test_the_page_of_all() -> None:
    """A row for each thing that was done, the same on a terminal and in HTML."""
    found = tuple(one for one in dw.loads(LEASE).history() if is_main(one))
    page = history_page(found, "History of Bakery Lease")
    (lease, first, second) = Html(html(page)).tables
    assert lease[:3] == [
        ["Provision", "State", "What was done", "By", "Since"],
        ["Section 1 Rent", "words changed", "as first written", "Bakery Lease", "2031-03-01"],
        ["", "", "replaced", "section 1 of First Amendment", "2031-04-01 (its date)"],
    ]
    for row in (*lease, *first, *second):
        assert all(cell in terminal(page) for cell in row)
    assert "Nothing was changed." in terminal(history_page((), "Nothing"))


def test_the_page_of_one() -> None:
    """Its words at each time stand under the day."""
    page = passage_page(dw.loads(LEASE).history("section 1"))
    assert "2031-04-01: replaced by section 1 of First Amendment\n\n    The rent is paid quarterly." in terminal(page)
    assert Html(html(page)).text == flat(terminal(page))


def test_the_first_contract() -> None:
    """The sections that the Amendment touched are those that it names."""
    contract = dw.load(CONTRACT / "agreement.deal", CONTRACT / "amendment.deal")
    states = {
        one.address: one.state
        for one in contract.history()
        if is_main(one) and one.instrument == contract.base.name and one.state != "as first written"
    }
    assert states == {
        "section 3.1": "replaced",
        "section 3.4": "changed",
        "section 6.1": "deleted",
        **{f"section 8.{number}": "deleted" for number in range(1, 5)},
    }


def test_a_restatement_is_a_step_of_every_provision() -> None:
    """What it writes anew, what it leaves out and what it adds all name it; what was deleted before is left alone."""
    base = "agreement Bakery Lease\n\n" + "".join(
        f"section {number}\n    | Words {number}.\n    no operative rule\n\n" for number in (1, 2, 3)
    )
    first = "amendment First Amendment\n    amends Bakery Lease\n\nsection 1\n    delete section 3\n\n"
    second = (
        "amendment Second Amendment\n    amends Bakery Lease\n\nsection 1\n    restate this agreement\n"
        "        section 1\n            | Other words.\n            no operative rule\n"
        "        section 4\n            | New words.\n            no operative rule\n"
    )
    instruments = read(Source("lease.deal", base + first + second)).instruments
    names = ["First Amendment", "Second Amendment"]
    stages = [consolidate(instruments, names[:count]) for count in range(3)]
    found = {one.address: one for one in history(stages, {}) if one.instrument == "Bakery Lease"}
    told = {name: [(step.kind, step.instrument) for step in one.steps] for name, one in found.items()}
    written = ("as first written", "Bakery Lease")
    assert told == {
        "section 1": [written, ("restated", "Second Amendment")],
        "section 2": [written, ("replaced", "Second Amendment")],
        "section 3": [written, ("deleted", "First Amendment")],
        "section 4": [("added", "Second Amendment")],
    }
    assert found["section 1"].steps[-1].words == "Other words."
    assert found["section 2"].steps[-1].words == ""
