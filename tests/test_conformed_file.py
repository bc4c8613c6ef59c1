"""The law of the conformed copy: written as a file and read again, it means the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from dealwright import DealError, Log, load, loads
from dealwright import expression as e
from dealwright import model as m
from dealwright.amend import Consolidation, consolidate
from dealwright.cli.boundary import guarded
from dealwright.conforming import conformed_copy
from dealwright.intake import as_source
from dealwright.pipeline import Contract
from dealwright.read import read
from dealwright.show import conforming, conforming_file
from dealwright.text import Node, Text, spots
from dealwright.write import write
from strategies_text import Amended, amended

NAME = "First Amendment"
CONTRACTS = Path(__file__).parents[1] / "contracts"
PATENT = [CONTRACTS / "patent_purchase" / name for name in ("agreement.deal", "amendment.deal")]
CREDIT = [
    CONTRACTS / "revolving_credit" / f"{name}.deal"
    for name in ("agreement", "first_amendment", "second_amendment", "joinder", "waiver")
]

LEASE = """\
agreement Bakery Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

section 1 "Rent"
    | The Tenant shall pay EUR 2,400 by 1 May 2031.
    duty Rent
        Tenant must pay €2,400 to Landlord
        by 2031-05-01

section 2 "Oven"
    | The oven is lit by six.
    event Oven Lit
    no operative rule

section 3 "Keys"
    | The Tenant returns the keys.
    duty Keys
        Tenant must "return the keys" to Landlord
        by 2031-07-01

section 4 "Late"
    | Whoever is late owes EUR 5.
    Late Fee means €5

"""
CHANGE = """\
amendment First Amendment
    dated 2031-04-01
    amends Bakery Lease

section 1
    | "1 May 2031" is replaced by "1 June 2031" in section 1.
    replace words "1 May 2031" with "1 June 2031" in section 1 once
        changing 2031-05-01 to 2031-06-01

section 2
    | Section 2 is deleted and reserved.
    delete section 2
        leaving "[Reserved]"

section 3
    | Grocer takes the place of Tenant.
    party Grocer
    substitute Grocer for Tenant

section 4
    | The Landlord waives section 3.
    waive section 3 from 2031-07-01 to 2031-12-31

section 5
    | For this the Grocer pays EUR 100 thirty days after this amendment takes effect.
    Amendment Fee means €100
    duty Fee
        Grocer must pay Amendment Fee to Landlord
        on 30 days after effectiveness of First Amendment
"""
SIGNED = """
[[entry]]
on = 2031-04-02
says = "First Amendment signed by Landlord and Tenant and Grocer"
"""
LATER = """
[[entry]]
on = 2031-05-20
says = "Oven Lit"

[[entry]]
on = 2031-05-29
says = "Rent paid €2,400 by Grocer"
"""


def said(text: Text) -> list[tuple[str, str, str, str, tuple[Any, ...]]]:
    """What every instrument says: its provisions in order, with their words and rules, and whatever leaves a mark."""
    return [
        (
            body.name,
            spot.node.unit,
            spot.node.number,
            spot.gone[0].word if spot.gone else "",
            _own(spot.node, spot.gone),
        )
        for body in text.bodies
        for spot in spots(body.content)
        if not any(gone.word == "replaced" for gone in spot.gone)
        if not any(one.gone for one in spot.path[:-1])
    ]


def _own(node: Node, gone: tuple[Any, ...]) -> tuple[Any, ...]:
    """The words of a provision as one, and its rules; of what is gone the words in its place, and by whose hand."""
    if gone:
        return (gone[0].left, str(gone[0].origin))
    lines = [line for one in node.content if isinstance(one, m.Words) for line in one.lines]
    return (tuple(lines), *(one for one in node.content if not isinstance(one, Node | m.Words)))


def again(found: Consolidation) -> Consolidation:
    """A text written as a file and read again."""
    text = conforming_file(conforming(found, {}))
    document = read(as_source("copy.deal", text))
    assert read(as_source("copy.deal", write(document))) == document
    return consolidate(document.instruments, [one.name for one in document.instruments[1:]])


@settings(deadline=None)
@given(amended())
def test_the_copy_of_any_text_is_that_text(case: Amended) -> None:
    """An agreement and its amendment, written as one text and read again, are the same text, words and rules."""
    before = consolidate([case.base, case.amendment], [NAME])
    after = again(before)
    assert after.diagnostics == ()
    assert after.changes == ()
    assert said(after.text) == said(before.text)
    rules = [
        [one.item for one in text.rules() if not isinstance(one.item, m.Tombstone)]
        for text in (before.text, after.text)
    ]
    assert rules[0] == rules[1]


@settings(deadline=None, max_examples=40)
@given(amended())
def test_the_copy_gives_the_same_answers(case: Amended) -> None:
    """Every definition is worth the same in the copy, without the signatures, as in the agreement with its amendment."""
    heads = (
        m.Setting("dated", value=e.Literal("date", date(2031, 3, 1))),
        m.Setting("between", actors=m.Actors(("Landlord", "Tenant"), "and")),
    )
    parties = (m.Party("Landlord", "", "party"), m.Party("Tenant", "", "party"))
    base = evolve(case.base, settings=heads, items=(*parties, *case.base.items))
    whole = Contract((base, case.amendment))
    log = Log.parse('[[entry]]\non = 2031-03-05\nsays = "First Amendment signed by Landlord and Tenant"\n')
    first = whole.evaluate(log, date(2031, 4, 1))
    found = consolidate([base, case.amendment], [NAME])
    copy = loads(conforming_file(conforming(found, {})))
    for one in (Log(), log):
        second = copy.evaluate(one, date(2031, 4, 1))
        assert {name: answer.value for name, answer in second.terms.items()} == {
            name: answer.value for name, answer in first.terms.items()
        }


def lease() -> Contract:
    """The lease with its amendment."""
    return loads(LEASE + CHANGE)


def test_the_copy_says_what_is_in_force() -> None:
    """A copy as of a day of a log, for a lawyer to read: no operation, marks of what is gone, since when it is so."""
    found = conformed_copy(lease(), Log.parse(SIGNED), date(2031, 5, 2))
    assert found.unwritten == ()
    assert found.text.startswith("# Bakery Lease as amended by First Amendment.\n# As of 2031-05-02.\n\nagreement")
    assert "    between Landlord and Grocer\n" in found.text
    assert "    in effect since 2031-04-02\n" in found.text
    assert (
        'section 2 "Oven"\n    deleted by section 2 of First Amendment\n    | [Reserved]\n    event Oven Lit\n'
        in found.text
    )
    assert "        by 2031-06-01\n" in found.text
    assert "    waive section 3 from 2031-07-01 to 2031-12-31\n" in found.text
    assert not {"replace words", "delete section", "substitute"} & set(found.text.split("\n"))
    assert [one.code for one in loads(found.text).check()] == []


@pytest.mark.parametrize("entries", [SIGNED + LATER, LATER])
def test_the_copy_answers_alike_with_and_without_the_signatures(entries: str) -> None:
    """What falls after the effect is answered alike, whether or not the log still tells of the signatures."""
    copy = loads(conformed_copy(lease(), Log.parse(SIGNED), date(2031, 5, 2)).text)
    for day in (date(2031, 5, 2), date(2031, 5, 29), date(2031, 7, 2)):
        first = lease().evaluate(Log.parse(SIGNED + LATER), day)
        second = copy.evaluate(Log.parse(entries), day)
        assert second.instruments[NAME].status == "in effect"
        assert second.instruments[NAME].since == date(2031, 4, 2)
        assert set(first.terms) == set(second.terms)
        for name, answer in first.terms.items():
            other = second.terms[name]
            assert (answer.kind, answer.status, answer.value, answer.due, answer.amount, answer.outstanding) == (
                other.kind, other.status, other.value, other.due, other.amount, other.outstanding,
            ), name  # fmt: skip
        assert [(one.on, one.name) for one in first.calendar] == [(one.on, one.name) for one in second.calendar]


def test_a_pending_instrument_is_loaded_beside_the_copy() -> None:
    """What waits is not in the copy; its file goes on to amend the copy as it amended the agreement."""
    second = """
amendment Second Amendment
    dated 2031-05-01
    amends Bakery Lease

section 1
    | The fee for being late becomes EUR 6.
    change Late Fee from €5 to €6
        no words depend on it
"""
    whole = loads(LEASE + CHANGE + second)
    copy = conformed_copy(whole, Log.parse(SIGNED), date(2031, 5, 2)).text
    assert "Second Amendment" not in copy
    beside = loads(copy + second)
    log = Log.parse('[[entry]]\non = 2031-05-05\nsays = "Second Amendment signed by Landlord and Grocer"\n')
    assert str(beside.evaluate(log, date(2031, 5, 4))["Late Fee"].value) != str(
        beside.evaluate(log, date(2031, 5, 5))["Late Fee"].value
    )


def test_an_end_that_the_copy_cannot_say_is_told() -> None:
    """The changes of a temporary instrument stay in the copy: so it is told."""
    until = CHANGE.replace("    amends Bakery Lease\n", "    amends Bakery Lease\n    expires on 2031-12-31\n")
    found = conformed_copy(loads(LEASE + until), Log.parse(SIGNED), date(2031, 5, 2))
    assert [one.code for one in found.unwritten] == ["A144"]
    assert "expires" not in found.text.replace("# ", "")


def new_findings(whole: Contract, copy: Contract) -> set[str]:
    """The codes of what is found in a copy and was not in the contract."""
    known = {(one.code, one.message) for one in whole.review().open}
    return {one.code for one in copy.review().open if (one.code, one.message) not in known}


@pytest.mark.parametrize(
    "paths", [PATENT[:1], PATENT, CREDIT[:2], CREDIT[:3], CREDIT], ids=lambda paths: paths[-1].stem
)
def test_the_contracts_are_copied_without_a_new_finding(paths: list[Path]) -> None:
    """At every text of its chain a contract is copied, the text is the same, and nothing new is found in it."""
    whole = load(*paths)
    text = conformed_copy(whole).text
    copy = loads(text)
    assert conformed_copy(copy).text.partition("\n\n")[2] == text.partition("\n\n")[2]
    assert [_plain(one) for one in said(copy.text())] == [_plain(one) for one in said(whole.text())]
    assert new_findings(whole, copy) <= ({"D101"} if CREDIT[3] in paths else set())


def _plain(one: tuple[Any, ...]) -> tuple[Any, ...]:
    """A provision as compared: marks of what is accepted move, and in the copy no rule takes the place of another."""
    return (*one[:-1], tuple(_alone(part) for part in one[-1] if not isinstance(part, m.Sic | m.Saving)))


def _alone(part: Any) -> Any:
    """A rule without whose place it takes."""
    if isinstance(part, m.Norm):
        return evolve(part, modifiers=tuple(one for one in part.modifiers if not isinstance(one, m.Continuing)))
    if isinstance(part, m.Reading):
        return evolve(
            part, alternatives=tuple(evolve(one, items=tuple(map(_alone, one.items))) for one in part.alternatives)
        )
    return part


def test_the_patent_purchase_goes_on_alike_in_its_copy() -> None:
    """As it happened: all that the amended text still has is answered alike; only what it has not is not there."""
    whole, log = load(*PATENT), Log.read(CONTRACTS / "patent_purchase" / "logs" / "as_it_happened.toml")
    day = date(2004, 4, 1)
    copy = loads(conformed_copy(whole, log, day).text)
    first, second = whole.evaluate(log, day), copy.evaluate(log, day)
    gone = set(first.terms) - set(second.terms)
    program = whole.program(first.result.texts)
    assert set(second.terms) <= set(first.terms)
    assert not gone & {*program.norms, *program.terms}
    for name, answer in second.terms.items():
        other = first.terms[name]
        assert (answer.status, answer.value, answer.due, answer.amount, answer.outstanding) == (
            other.status, other.value, other.due, other.amount, other.outstanding,
        ), name  # fmt: skip


def test_the_command_writes_the_copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`deal show --format deal`, or a name that ends so, writes a file that checks clean."""
    for name, text in (("lease.deal", LEASE), ("change.deal", CHANGE), ("log.toml", SIGNED)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / "lease.deal"), str(tmp_path / "change.deal")]
    asked = ["show", *files, "--log", str(tmp_path / "log.toml"), "--as-of", "2031-05-02"]
    out = tmp_path / "copy.deal"
    assert guarded([*asked, "--output", str(out)]) == 0
    capsys.readouterr()
    assert guarded([*asked, "--format", "deal"]) == 0
    assert out.read_text(encoding="utf-8") == capsys.readouterr().out
    assert guarded(["check", str(out)]) == 0
    assert capsys.readouterr().out == "1 file: no errors, no warnings\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LEASE + CHANGE.replace("    amends Bakery Lease\n", "    amends Bakery Lease\n    in effect\n"), "A113"),
        (LEASE.replace("    Late Fee means", "    deleted\n    Late Fee means"), "A114"),
        (LEASE + "deleted\n", "A114"),
    ],
)
def test_what_a_copy_cannot_hold_is_told(text: str, code: str) -> None:
    """An operation that is carried out already, and a rule or a mark where it cannot be."""
    with pytest.raises(DealError) as told:
        loads(text)
    assert code in {one.code for one in told.value.diagnostics}
