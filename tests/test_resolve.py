"""Binding: a text in force becomes a program in which every name and citation is a key, or is told."""

import pytest

from dealwright.diagnostic import DealError
from dealwright.pipeline import loads
from dealwright.program import Program, core
from dealwright.scenario import run_scenario
from dealwright.value import Money

HEAD = """\
agreement Kiosk Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

"""


def bound(text: str) -> Program:
    """The program of a small lease."""
    return loads(HEAD + text).program()


def told(text: str) -> list[str]:
    """The codes of what is wrong with a small lease."""
    with pytest.raises(DealError) as caught:
        loads(HEAD + text)
    return [one.code for one in caught.value.diagnostics]


def test_a_name_becomes_a_key() -> None:
    """After binding a definition refers to another by its key, and says that it reads it."""
    program = bound("Fee means €5\nDouble means 2 * Fee\n")
    body = program.terms["Double"].body
    assert isinstance(body, core.Arithmetic)
    assert body.right == core.TermValue("Fee")
    assert "term:Fee" in program.terms["Double"].reads
    fee = program.terms["Fee"].body
    assert isinstance(fee, core.Const)
    assert isinstance(fee.value, Money)


def test_terms_stand_after_what_they_read() -> None:
    """A program is in the order in which it can be worked out, whatever the order of the text."""
    assert list(bound("Double means 2 * Fee\nFee means €5\n").terms) == ["Fee", "Double"]


def test_a_citation_finds_the_norm_of_its_provision() -> None:
    """`the duty of section 1` is the norm that stands there."""
    program = bound(
        "section 1\n    duty Fee\n        Tenant must pay €5 to Landlord\n        on 2031-04-01\n"
        "section 2\n    Late means breach of the duty of section 1\n"
    )
    (key,) = program.norms
    assert f"norm:{key}" in program.terms["Late"].reads


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Double means 2 * Fee\n", ["N101"]),
        ("Fee means €5\nFee means €6\n", ["N102"]),
        ("section 1\n    Late means breach of the duty of section 9\n", ["N103"]),
        ("Fee means €5 + $5\n", ["K101"]),
        ("Fee means €5 + 2031-01-01\n", ["K102"]),
        ("A means 2 * B\nB means 2 * A\n", ["R101"]),
    ],
)
def test_what_cannot_be_bound_is_told(text: str, codes: list[str]) -> None:
    """Names, citations, kinds and circles are judged before any fact is read."""
    assert told(text) == codes


# ---------------------------------------------------------------- what stands in a place of another kind

FACTS = """\
event Handover
event Inspection with Passed: yes/no, Cost: money, Place: Front Door / Yard, Report: date
input Heating: Gas / Heat Pump normally Gas
input Area: number
input Ready: yes/no
input Rate for each month: number
Fee means €5
Start means 2031-03-05
Open means Handover has occurred
condition Opening: all of
    (a) Handover
    (b) Ready
duty Rent
    Tenant must pay Fee to Landlord
    on 2031-04-01
"""


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("not Rent", "K105", "`Rent` is a norm, where a yes or no is asked"),
        ("not Opening (a)", "K105", "`Opening (a)` is a limb, and is asked for its status"),
        ("5 days after Opening (a)", "K105", "`Opening (a)` is a limb, and is asked for its status"),
        ("if Handover for 2 then 1 else 2", "N108", "`Handover` has no value of its own for each of anything"),
        ("5 days after Handover for 2", "N108", "`Handover` has no value of its own for each of anything"),
        ("not Fee", "K105", "`Fee` is an amount of EUR, where a yes or no is asked"),
        ("not Area", "K105", "`Area` is a number, where a yes or no is asked"),
        ("not Cost of last Inspection", "K105", "`Cost of last Inspection` is an amount of EUR, where a yes or no is asked"),
        ("the later of Fee and Start", "K103", "`Fee` is an amount of EUR, where a day is asked"),
        ("2 * Start", "K102", "a number and a day cannot be multiplied"),
        ("5% of Start", "K106", "a day has no percentage"),
        ("€5 / $5", "K101", "an amount of EUR and an amount of USD cannot be divided"),
        ("€5 / 2031-03-05", "K102", "an amount of EUR cannot be divided by a day"),
        ("today + Fee", "K102", "a day and an amount of EUR cannot be added"),
        ("Open * 2", "K104", "`Open` is a yes or no and cannot be reckoned with"),
        ("Heating * 2", "K102", "`Heating` is a choice and cannot be reckoned with"),
        ("Landlord + 1", "K102", "`Landlord` is a party and cannot be reckoned with"),
        ('"a quoted sentence" * 2', "K102", '`"a quoted sentence"` is a text and cannot be reckoned with'),
        ("Heating is Oil", "N101", "`Oil` is none of `Gas`, `Heat Pump`"),
        ("Area > €5", "K102", "a number is compared with an amount of EUR"),
        ("Fee > $5", "K101", "an amount of EUR is compared with an amount of USD"),
        ("Open > Open", "K103", "a yes or no has no size that can be compared"),
        ("the greater of €5 and 3", "K108", "one result is an amount of EUR, another a number"),
        ("if Open then Start else €5", "K108", "one result is a day, another an amount of EUR"),
        ("Start rounded up to cents", "K103", "a day cannot be rounded"),
        ("sum of Place over Inspection", "K102", "a choice cannot be summed up or ranked"),
        ("sum of Fee over 2031-Q1", "K103", "nothing in this sum has a value for each period"),
        ("start of Fee", "K103", "`Fee` is an amount of EUR, where a period is asked"),
        ("Handover within Fee", "K103", "`Fee` is an amount of EUR, where a period is asked"),
        ("Fee after Start", "K103", "`Fee` is an amount of EUR, where a length of time is asked"),
        ("number of Rent", "N108", "`Rent` is no event"),
        ("number of Rents", "N101", "nothing declares an event `Rents`"),
        ("Fee received by Landlord", "N108", "`Fee` is a term, not a norm"),
        ("Heating outstanding", "N108", "`Heating` is an input, not a norm"),
        ("Rent received by Grocer", "N101", "there is no party `Grocer`"),
        ("Rent received by Rent", "N108", "`Rent` is no party"),
        ("satisfaction of Rent", "N108", "`satisfaction of Rent`: this has no satisfaction"),
        ("Passed of Handover", "N106", "`Handover` has no attribute `Passed`"),
        ("Rent + 1", "K103", "`Rent` is a norm and has no value"),
        ("this agreement", "K103", "`this agreement` has no value here"),
        ("section 1", "K103", "`section 1` has no value here"),
        ("the duty of section 7 is performed", "N103", "there is no `section 7` in `Kiosk Lease`"),
        ("the duty of section 7", "N103", "there is no `section 7` in `Kiosk Lease`"),
        ("the condition of section 7", "N103", "there is no `section 7` in `Kiosk Lease`"),
        ("Balance of Fee", "N101", "nothing defines `Balance of Fee`"),
        ("not Cost of Inspection", "K105", "`Cost of Inspection` is an amount of EUR, where a yes or no is asked"),
        ("Place of Inspection has occurred", "K103", "`Place of Inspection` is a choice, where a day is asked"),
        ("some Inspection where Cost", "K105", "`Cost` is an amount of EUR, where a yes or no is asked"),
        ("Handovers has occurred where Cost > €5", "N101", "nothing declares an event `Handovers`"),
        ("2031 has occurred where Cost > €5", "N101", "nothing declares an event `2031`"),
        ("every Inspection other than this satisfies Passed", "S209", "`other than this` is not supported yet"),
        ("Cost of this > €5", "N106", "nothing is in view that has `Cost`"),
        ("the Hanover is before Start", "N101", "nothing declares `Hanover`"),
        ("the Fee is before Start", "K103", "`Fee` is an amount of EUR, where a day is asked"),
        ("Hanover has occurred by Start", "N101", "nothing defines `Hanover`"),
        ("Hanover is before Start", "N101", "nothing defines `Hanover`"),
        ("Landlord has occurred", "K103", "`Landlord` is a party, where a day is asked"),
        ("Area has occurred", "K103", "`Area` is a number, where a day is asked"),
        ("Rent is performed by section 1", "K103", "`section 1` is no day"),
        ("5 is performed", "N108", "`5` is no norm"),
        ("Fee is satisfied", "N108", "`Fee` is a term, not a norm"),
        ("Rents is performed", "N101", "nothing defines `Rents`"),
        ("Rent of section 7 is performed", "N103", "there is no `section 7` in `Kiosk Lease`"),
        ("Rent of section 7", "K103", "`Rent of section 7` has no value"),
        ("not Rent of section 7", "K105", "`Rent of section 7` is no yes or no"),
        ("breach of section 7 has occurred", "N103", "there is no `section 7` in `Kiosk Lease`"),
        ("Fee for 2031-03", "N108", "`Fee` has no value of its own for each of anything"),
        ("Area for 2031-03", "N108", "`Area` has no value of its own for each of anything"),
        ("Rate", "N105", "`Rate` has a value for each month: say which"),
        ("Rate for 2031", "K103", "`Rate` has a value for each month, which `2031` is not"),
        ("Rate for the year", "K103", "`Rate` has a value for each month, which `year` is not"),
        ("Rate for Tenant", "K103", "`Rate` has a value for each month, which `Tenant` is not"),
        ("Rent for 2031-04 is performed", "N108", "`Rent` is not made for each of anything: there is no instance to choose"),
        ("Rent for 2031-04 has occurred", "N108", "`Rent` is not made for each of anything: there is no instance to choose"),
        ("sum of Nothing over 2031-Q1", "K103", "nothing in this sum has a value for each period"),
        ("(Fee, Fee)", "S209", "a list of values is not supported yet"),
        ("2 Pigeons + 1", "S209", "`2 Pigeons`: a quantity is not supported yet"),
        ("all of\n    (a) Open\n    (a) Ready", "R204", "two limbs of one list have the same label"),
        ("by Area\n    above 5: €5\n    below 3: €6", "R205", "the keys of this table run both ways"),
        ("by Heating\n    Gas: €5\n    Oil: €7", "N101", "`Oil` is none of `Gas`, `Heat Pump`"),
    ],
)  # fmt: skip
def test_what_stands_in_a_place_of_another_kind_is_told(words: str, code: str, message: str) -> None:
    """What is said is of which kind a thing is, and which kind is asked where it stands."""
    with pytest.raises(DealError) as caught:
        loads(f"{HEAD}{FACTS}Answer means {words}\n")
    (found,) = caught.value.diagnostics
    assert (found.code, found.message) == (code, message)


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("Start + 3 days", "Answer = 2031-03-08"),
        ("3 days + Start", "Answer = 2031-03-08"),
        ("Start - 3 days", "Answer = 2031-03-02"),
        ("Start - 2031-03-01", "Answer = 4 days"),
        ("Handover is one of 2031-03-04, 2031-03-06", "Answer"),
        ("Handover is one of 2031-03-04, 2031-03-05", "Answer is no"),
        ("Heating is not one of Gas, Heat Pump", "Answer is no"),
        ("Open = Ready", "Answer is no"),
        ("Open != Ready", "Answer"),
        ("Ready = no", "Answer"),
        ("Ready != no", "Answer is no"),
        ("the year is before 2032", "Answer"),
        ("the year is on or after 2032", "Answer is no"),
        ("if Ready then Handover else Inspection", "Answer"),
        ("Passed of last Inspection", "Answer is unknown"),
        ("Fee is unknown", "Answer is no"),
        ("Cost of last Inspection is unknown", "Answer"),
        ("Passed of last Inspection is unknown", "Answer"),
        ("Place of last Inspection is unknown", "Answer is no"),
        ("some Inspection where Cost is unknown", "Answer"),
        ("no Inspection where Place is Yard", "Answer is no"),
        ("every Inspection satisfies Place is Yard", "Answer"),
        ("exactly one of\n    (a) Open\n    (b) Ready", "Answer"),
        ("not Passed of Inspection", "Answer is unknown"),
        ("Place of Inspection is Yard", "Answer"),
        ("some Inspection where Report > 2031-03-05", "Answer"),
        ("some Inspection where Report has occurred by 2031-03-04", "Answer is no"),
        ("Report of Inspection is before 2031-03-10", "Answer"),
        ("Handover has occurred where Ready", "Answer is no"),
        ("Inspection has occurred by 2031-03-06 with (Place is Yard)", "Answer"),
        ("Inspection has occurred by 2031-03-06 with (Place is Front Door)", "Answer is no"),
        ("the Handover + 3 days", "Answer = 2031-03-09"),
        ("if Open then -Fee else Fee", "Answer = -€5"),
        ("by Heating\n    Gas: €5\n    Heat Pump: €7", "Answer = €5"),
        ("sum of Rate over 2031-Q1", "Answer = 3"),
        ("sum of (if Rate > 1 then Rate else 0) * 2 over 2031-Q1", "Answer = 4"),
        ("Rate for the month", "Answer = 2"),
        ("Rate for 2031-02", "Answer = 1"),
    ],
)
def test_what_an_expression_says(words: str, claim: str) -> None:
    """What is written means what it says, whichever of its forms is used."""
    scenario = (
        'scenario "a handover"\n    given Ready is no\n    given Rate for 2031-01 is 0\n    given Rate for 2031-02 is 1\n'
        "    given Rate for 2031-03 is 2\n    2031-03-06 Handover\n"
        f"    2031-03-06 Inspection with Place: Yard, Report: 2031-03-08\n    as of 2031-03-07 expect {claim}\n"
    )
    contract = loads(f"{HEAD}{FACTS}Answer means {words}\n{scenario}")
    run = run_scenario(contract, contract.scenarios[0])
    assert run.diagnostics == ()
    assert run.passed
