"""Binding: a text in force becomes a program in which every name and citation is a key, or is told."""

from collections.abc import Sequence

import pytest

from dealwright.diagnostic import DealError, Diagnostic
from dealwright.pipeline import draft, loads
from dealwright.program import Program, core
from dealwright.scenario import run_scenario
from dealwright.source import Source
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
        ("Cost of last Hanover > €5", "N101", "nothing declares an event `Hanover`"),
        ("3 days after Cost of last Inspection", "K103", "`Cost of last Inspection` is an amount of EUR, where a day is asked"),
        ("actual/actual from Start to today * 2", "S209", "`actual/actual` is not supported yet"),
        ("this + 3 days", "N106", "nothing is in view that `this` could be"),
        ("3 days after section 1", "K103", "`section 1` is no day"),
        ("the year is Start", "K103", "`Start` is a day, where a period is asked"),
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
        ("not Kiosk Lease", "K105", "`Kiosk Lease` is an instrument, where a yes or no is asked"),
        ("Kiosk Lease is before Start", "K103", "`Kiosk Lease` is an instrument, where a day is asked"),
        ("effectiveness of Kiosk Lease", "N108", "`Kiosk Lease` is the agreement, in force from the start"),
        ("this agreement is performed", "N108", "an agreement is never `performed`"),
        ("Kiosk Lease is signed", "N108", "an agreement is never `signed`"),
        ("Kiosk Lease is closed by Start", "S209", "`closed` within a limit is not supported yet of an agreement"),
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


def problems(text: str) -> Sequence[Diagnostic]:
    """What is told of a text, be it an error or a remark."""
    try:
        return loads(text).problems
    except DealError as trouble:
        return trouble.diagnostics


RENT = "duty Fees\n    Tenant must pay Fee to Landlord\n"
EXIT = "power Exit\n    Tenant may terminate this agreement\n"


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("record Key\n    Number: number\n", "S209", "`Key`: a record is not supported yet"),
        ("event Sale with Goods: list of money\n", "S209", "lists, groups and quantities are not supported yet"),
        ("event Sale with Price: money at least Fee\n", "S209", "a bound that is not written out is not supported yet"),
        ("event Sale with Price: money at least $5\n", "K103", "`$5` is an amount of USD, where an amount of EUR is asked"),
        ("event Sale with Way: Cash / Card normally Gold\n", "N101", "`Gold` is none of `Cash`, `Card`"),
        ("event Sale with Way: Cash / Card normally 5\n", "N101", "`5` is none of `Cash`, `Card`"),
        ("event Sale with Price: money, Price: number\n", "N102", "`Price` is declared twice"),
        ("event Sale by Grocer\n", "N101", "there is no party `Grocer`"),
        ("input Rates for each Inspection: number\n", "S209", "an input for each of an event or record is not supported yet"),
        ("X for each Inspection means 5\n", "S209", "a definition for each of an event or record is not supported yet"),
        ("X means 5\n    subject to section 1\n", "S209", "`subject to` is not supported yet"),
        ("table T by Area gives One, Two\n    above 5: €5\n    otherwise: €1, €2\n", "R204", "this row has 1 values for 2 columns"),
        ("duty Fees\n    Tenant must pay 5 to Landlord\n", "K103", "`5` is a number, where an amount of money is paid"),
        (f"{RENT}    subject to section 1\n", "S209", "`subject to` on a norm is not supported yet"),
        (f"{RENT}    by notice\n", "R203", "this line says nothing about a duty"),
        (f"{RENT}    interest at Fee a year\n", "K103", "`Fee` is an amount of EUR, where a rate is asked"),
        (f"{RENT}    interest at 5% a day\n", "S209", "interest by the day is not supported yet"),
        (f"{RENT}    interest at 5% a year compounded each month\n", "S209", "compounded interest is not supported yet"),
        (f"{RENT}    interest at 5% a year\n    interest at 6% a year\n", "R204", "this line is there twice"),
        (f"{RENT}    within Start\n", "K103", "`within` needs a length after a day, or a period"),
        (f"{RENT}    for each Handovers\n", "N101", "nothing declares `Handovers`"),
        ("power Exit\n    Tenant may sever section 1\n", "S209", "`sever` is not supported yet"),
        ("power Exit\n    Tenant may suspend section 1\n", "N103", "there is no `section 1` in `Kiosk Lease`"),
        (f"{EXIT}    by notice under section 9\n", "N103", "there is no `section 9` in `Kiosk Lease`"),
        ("effect Title\n    section 4 passes to Landlord\n", "N103", "there is no `section 4` in `Kiosk Lease`"),
        ("effect Title\n    Rent passes to Grocer\n", "N101", "there is no party `Grocer`"),
        ("effect Hardship\n    Fee becomes due\n", "N108", "`Fee` is a term, not a norm"),
        ("condition Fit: all of\n    (a) Open\n    (b) Ready\nA means Fit (c) is satisfied\n", "N103", "`Fit` has no limb `(c)`"),
        ("Fit means all of\n    (a) Open\n    (b) any of\n        (i) Ready\nA means Fit (b) (ii) is satisfied\n", "N103", "`Fit` has no limb `(b) (ii)`"),
        ("section 1\n    condition Fit: Open\nA means Fit (a) is satisfied\n", "N103", "`Fit` has no limb `(a)`"),
        ("section 1\n    condition Fit: Open\n    duty Fees\n        Tenant must pay Fee to Landlord\nA means breach of section 1\n", "N109", "`section 1` may be any of `Fit`, `Fees`"),
        ("section 1\n    condition Fit: Open\nA means Fees of section 1 is performed\n", "N104", "`Fees of section 1` finds nothing: it stands for a thing that never happens"),
        ("section 1\n    condition Fit: Open\nA means the condition of section 1 + 3 days\n", "K104", "`condition of section 1` is a yes or no and cannot be reckoned with"),
        ("X means €5\n    except when Ready\n", "K103", "an exception from a value says which value holds instead"),
        ("section 1\n    duty Fees\n        Tenant must pay Fee to Landlord\nA means not the duty of section 1\n", "K105", "`duty of section 1` is no yes or no"),
        ("unit Sheep\nA means Sheep + 1\n", "S209", "`Sheep`: a unit is not supported yet here"),
        ("record Key\n    Number: number\nevent Sale with What: Key\n", "S209", "`Key`: records are not supported yet"),
        ("parties Heirs\nduty Fees\n    Heirs must pay Fee to Landlord\n", "S209", "`Heirs`: groups of parties are not supported yet"),
        ("record Key\n    Number: number\nduty Fees\n    Tenant must pay Fee to Landlord\n    for each Key\n", "S209", "`for each` record is not supported yet"),
        ("warranties of sections 1 to 9 made on 2031-04-01\n", "N103", "there are no sections 1 to 9 in `Kiosk Lease`"),
        ("record Key\n    Number: number\nA means some Key where 5 > 3\n", "S209", "`Key`: lists and records are not supported yet"),
        ("record Key\n    Number: number\nA means not Number of Key\n", "S209", "`Number of Key`: a record is not supported yet here"),
        ('prohibition Noise\n    Tenant must not "play music"\nA means Noise has occurred\n', "K103", "`Noise` is a norm, where a day is asked"),
        ('reading Days "which?"\n    is "one"\n        business days mars-attacks\n    or "other"\n        business days target\n', "N201", "there is no calendar `mars-attacks`"),
    ],
)  # fmt: skip
def test_what_is_declared_and_owed_is_checked(text: str, code: str, message: str) -> None:
    """Facts, definitions, tables and norms say what can be followed, of things that are there."""
    found = problems(f"{HEAD}{FACTS}{text}")
    assert (code, message) in [(one.code, one.message) for one in found]
    assert len(found) <= 2


@pytest.mark.parametrize(
    ("line", "other", "code", "message"),
    [
        ("between Landlord and Tenant", "between Landlord and Tenants", "N101", "there is no party `Tenants`"),
        ("currency EUR", "currency XYZ", "N202", "there is no currency `XYZ`"),
        ("currency EUR", "business days mars-attacks", "N201", "there is no calendar `mars-attacks`"),
        ("currency EUR", "rounded half up to cents", "S209", "rounding in the heading is not supported yet: say it where a value is defined"),
    ],
)  # fmt: skip
def test_the_heading_is_checked(line: str, other: str, code: str, message: str) -> None:
    """Parties, a currency and a calendar that are there."""
    with pytest.raises(DealError) as caught:
        loads(HEAD.replace(line, other))
    assert [(one.code, one.message) for one in caught.value.diagnostics] == [(code, message)]


def test_a_power_by_notice_where_nothing_is_said_of_notices() -> None:
    """A section that says nothing about notices is a remark: the notice needs nothing then."""
    contract = loads(
        f'{HEAD}section 1\n    | Words.\n    no operative rule "words"\n{EXIT}    by notice under section 1\n'
    )
    assert [(one.code, one.message) for one in contract.problems] == [
        ("N104", "`section 1` says nothing about notices")
    ]


def test_a_reading_says_which_payment_is_meant() -> None:
    """`read the payment of X as the payment of Y` finds what is paid under Y, not what else is owed there."""
    text = """\
section 3
    | Kept.
    no operative rule "kept"
section 4
    duty Deposit
        Tenant must pay €15 to Landlord
        on 2031-04-01
    duty Cleaning
        Tenant must "clean the kiosk"
        on 2031-05-01
section 5
    reading Wrong Section "section 3 asks no payment"
        is "section 4 is meant"
            read the duty of section 9 as nothing
            read the payment of section 4 as nothing
            read the payment of section 3 as the payment of section 4
    Settled means the payment of section 3 is performed
scenario "the deposit is paid"
    2031-03-20 Deposit paid €15
    as of 2031-03-21 expect Settled
"""
    contract = loads(HEAD + text)
    assert run_scenario(contract, contract.scenarios[0]).passed
    assert "N111" in [one.code for one in contract.problems]


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
        ("some Inspection where this is before 2031-03-07", "Answer"),
        ("some Inspection where this + 3 days is before 2031-03-07", "Answer is no"),
        ("not termination", "Answer"),
        ("Handover + 3 days", "Answer = 2031-03-09"),
        ("2031-03-08 rolled forward", "Answer = 2031-03-10"),
        ("Rent is before Start", "Answer is no"),
        ("Landlord is Landlord", "Answer"),
        ("the later of Start and Handover is before 2031-03-06", "Answer is no"),
        ("notice of Handover", "Answer = 2031-03-06"),
        ("Fee rounded up to €2", "Answer = €6"),
        ("sum of (the greater of Rate and 1) over 2031-Q1", "Answer = 4"),
        ("the month is 2031-03", "Answer"),
        ("date of last Inspection is before 2031-03-07", "Answer"),
        ("date of last Inspection is unknown", "Answer is no"),
        ('"all is well" or "all is well"', "Answer is unknown"),
        ("breach of Rent has occurred", "Answer is no"),
        ("Handover has occurred where Ready or 5 > 3", "Answer"),
        ("Kiosk Lease is in force", "Answer"),
        ("Kiosk Lease is terminated", "Answer is no"),
        ("this agreement is not terminated", "Answer"),
        ("this agreement is terminated by Start", "Answer is no"),
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


FULL = """\
section 1
    duty Fees
        Tenant must pay €5 to Landlord
        on 2031-03-10
section 2
    duty Steps
        Tenant must pay €2 * the Step to Landlord
        for each Step from 1 to 2
        on 2031-03-10
    effect Opening
        this agreement closes
        when Handover
event Handover
event Handover
input Heating: Gas / Heat Pump normally Gas
Opened means not Opening
After means 3 days after the duty of section 1
{more}

amendment First Amendment
    dated 2031-03-02
    amends Kiosk Lease
    takes effect when First Amendment is signed by Tenant and Heating is Gas

section 1
    | Nothing changes.
    no operative rule "it says so"

scenario "signed"
    2031-03-04 First Amendment signed by Tenant
    2031-03-05 First Amendment signed by Landlord
    as of 2031-03-06 expect {claim}
"""


@pytest.mark.parametrize(
    ("more", "claim"),
    [
        ("", "First Amendment is effective"),
        ("", "Opened"),
        ("", "After = 2031-03-13"),
        ("", "Steps for 2 outstanding = €4"),
        ("In Force means not First Amendment", "In Force is no"),
        ("Since means effectiveness of First Amendment", "Since = 2031-03-05"),
        ("Done means First Amendment is signed by 2031-03-05", "Done"),
        ("Done means First Amendment is signed by Landlord", "Done"),
        ("Late means the payment of section 1 is breached", "Late is no"),
    ],
)
def test_norms_and_instruments_are_asked(more: str, claim: str) -> None:
    """A duty by its place, an effect and an instrument as a yes or no, one instance by its number."""
    contract = loads(HEAD + FULL.format(more=more, claim=claim))
    run = run_scenario(contract, contract.scenarios[0])
    assert run.diagnostics == ()
    assert run.passed


def test_an_instrument_is_never_performed() -> None:
    """It is signed, effective, in force or lapsed."""
    found = problems(HEAD + FULL.format(more="Done means First Amendment is performed", claim="Done"))
    assert ("N108", "`First Amendment` is an instrument and never `performed`") in [
        (one.code, one.message) for one in found
    ]


def test_who_gives_a_waiver_is_to_whom_the_duty_is_owed() -> None:
    """A power in the waived section belongs to nobody else: the waiver is the creditor's, with words between its lines."""
    text = (
        "section 1\n    duty Fees\n        Tenant must pay €5 to Landlord\n        on 2031-04-01\n"
        "    power Exit\n        Tenant may terminate this agreement\n\n"
        "waiver Note\n    dated 2031-03-05\n    amends Kiosk Lease\n\n"
        "section 1\n    | Section 1 is waived.\n    waive section 1\n        | for the time being\n\n"
        'scenario "signed"\n    2031-03-06 Note signed by Landlord\n    as of 2031-03-07 expect\n'
        "        Note is effective\n        Fees is waived\n"
    )
    contract = loads(HEAD + text)
    assert run_scenario(contract, contract.scenarios[0]).passed


def test_a_text_with_errors_has_no_program() -> None:
    """What was only drafted may be asked what is wrong with it, and not for its program."""
    contract = draft([Source("lease.deal", f"{HEAD}Double means 2 * Fee\n")])
    with pytest.raises(DealError, match="nothing defines `Fee`"):
        contract.program()


def test_nothing_stands_before_the_agreement() -> None:
    """A line above the heading belongs to no instrument."""
    found = problems(f"Fee means €5\n\n{HEAD}")
    assert [(one.code, one.message) for one in found] == [("S201", "this stands before any instrument")]
