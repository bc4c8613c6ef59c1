"""What a log names is bound to what the contract declares; what it does not declare, or not so, is told at the entry."""

from datetime import date
from fractions import Fraction

import pytest

from dealwright.diagnostic import DealError
from dealwright.evaluate import Status
from dealwright.log import Log
from dealwright.outcome import Outcome
from dealwright.pipeline import loads
from dealwright.scenario import run_scenario

LEASE = """\
agreement Kiosk Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant
third party Surveyor

section 1 "Rent"
    event Handover
    event Inspection
        Cost: money
        Outcome: Clean / Soiled
    payment Grant by Landlord to Tenant
    input Turnover for each year: money at least €0
    input Heating: Gas / Heat Pump
    input Agent: party
    input Share: number
    input Season: period
    Fit means "the premises are fit"
    Half means Share / 2
    duty Rent
        Tenant must pay €100 to Landlord
        on 2031-04-01

section 2 "Opening"
    clause (a)
        event Permit
        condition Opening: all of
            (i) Permit
            (ii) Handover
        Gate means Opening (i) is waived
    clause (b)
        duty Sweeping
            Tenant must "sweep the yard"
            on 2031-04-02
    power Break
        Tenant may terminate
        when Handover

section 3 "Deposit"
    duty Deposit
        Tenant must pay €300 to Landlord
        on 2031-04-03
"""


def played(*entries: str, as_of: str = "2031-03-31") -> Outcome:
    """The outcome of the lease, and of entries such as `2031-03-02 Handover`."""
    log = Log()
    for entry in entries:
        day, _, says = entry.partition(" ")
        log = log.on(date.fromisoformat(day), says)
    return loads(LEASE).evaluate(log, date.fromisoformat(as_of))


def told(*entries: str) -> list[tuple[str, str]]:
    """What is said of entries that the lease cannot take: codes and messages."""
    with pytest.raises(DealError) as caught:
        played(*entries)
    return [(one.code, one.message) for one in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("entry", "code", "message"),
    [
        ("Lodger pays €5 to Landlord", "L101", "the contract does not know `Lodger`"),
        ("Handover by Surveyer", "L101", "the contract does not know `Surveyer`"),
        ("Handovr", "L101", "the contract does not know `Handovr`"),
        ("Heating", "L101", "`Heating` is an input, not an event"),
        ("Rent Due paid €5", "L101", "the contract does not know `Rent Due`"),
        ("Break paid €5", "L101", "`Break` is a power, not a duty"),
        ("found Handover is breached", "L101", "`Handover` is an event, not a norm"),
        ("Landlord exercises Rent", "L101", "`Rent` is a duty, not a power"),
        ("Fees performed", "L101", "the contract does not know `Fees`"),
        ("Rent of section 3 paid €5", "L101", "there is no `Rent` in `section 3`"),
        ("First Amendment signed by Tenant", "L101", "the contract does not know `First Amendment`"),
        ("Kiosk Lease signed by Tenant with Sealed", "L108", "a signature has no attribute `Sealed`"),
        ("Opening is set for 2031-04-01", "L101", "`Opening` is a condition, not an event"),
        ("Ann joins as Guarantors", "S209", "groups of parties are not supported yet"),
        ("court strikes section 9", "L101", "there is no `section 9`"),
        ("law bars section 9", "L101", "there is no `section 9`"),
        ("law bars the power of section 3", "L101", "there is no `power of section 3`"),
        ("Tenant waives section 9", "L101", "there is no `section 9`"),
        ("Tenant waives the duty of section 9", "L101", "there is no `duty of section 9`"),
        ("Tenant waives clause (a) of section 3", "L101", "there is no `clause (a) of section 3`"),
        ("Tenant waives the conditions of section 3", "L101", "there is no `conditions of section 3`"),
        ("Grant", "L102", "`Grant` moves money, and no amount is stated"),
        ("Handover of €5 to Landlord", "L108", "`Handover` moves no money"),
        ('"the premises are let" is yes', "L101", "the contract does not ask `the premises are let`"),
        ("Handover is 5", "L101", "`Handover` is an event, not an input"),
        ("Turnover is €5", "L102", "`Turnover` has a value for each year: say which"),
        ("Turnover for the year is €5", "L101", "an entry says which one by a period, a number or a party"),
        ("Turnover for 2031-05 is €5", "L102", "`Turnover` has a value for each year: say which"),
        ("Heating for 2031 is Gas", "L102", "`Heating` has one value, and none for each of several"),
        ("Season is from 2031-05-01 to 2031-03-01", "L102", "`2031-05-01 to 2031-03-01` is no period"),
        ("Season is from 2031-05-01 to 7", "L102", "`2031-05-01 to 7` is no period"),
        ("Turnover for 2031 is 5 - €6", "L102", "`5 - €6` cannot be worked out"),
        ("Turnover for 2031 is €1 - €6", "L111", "`Turnover` lies outside the bounds of its declaration"),
        ("Share is today", "L102", "`today` is no value"),
        ("Turnover for 2031 is 40 Tonnes", "S209", "`40 Tonnes` is not supported yet"),
        ("Heating is Coal", "L102", "`Heating` is one of several choices, and this is none of them"),
        ("Agent is Lodger", "L101", "the contract does not know `Lodger`"),
        ('Agent is "Surveyor"', "L102", "`Agent` is a party, and this is a text"),
        ("Lodging is unknown", "L101", "the contract does not know `Lodging`"),
        ("Tenant pays -€5 to Landlord", "L111", "an amount that moves is not below zero"),
        (
            "Inspection with Cost: €5, Outcome: Cleen",
            "L102",
            "`Outcome` is one of several choices, and this is none of them",
        ),
    ],
)
def test_what_the_contract_does_not_declare_is_told(entry: str, code: str, message: str) -> None:
    """Nothing is guessed and nothing converted: each entry is told with what it lacks."""
    assert told(f"2031-03-02 {entry}") == [(code, message)]


@pytest.mark.parametrize(
    ("entry", "help_"),
    [
        ("Heating is Heat Pomp", "perhaps `Heat Pump` is meant"),
        ("Heating is Coal", "the choices are `Gas`, `Heat Pump`"),
        ("Handovr", "a term with a similar name exists: `Handover`"),
        ('"the premises are fitted" is yes', 'it asks "the premises are fit"'),
        ("Grant", "say how much, as in `Grant of €5,000 to ...`"),
    ],
)
def test_what_was_perhaps_meant_is_offered(entry: str, help_: str) -> None:
    """A name much like the one in the log, the choices there are, the form of the entry."""
    with pytest.raises(DealError) as caught:
        played(f"2031-03-02 {entry}")
    assert [one.help for one in caught.value.diagnostics] == [help_]


def test_a_log_of_before_the_agreement_holds_events_and_values_alone() -> None:
    """An event may be older than the agreement; a payment under it may not."""
    assert played("2031-02-01 Handover", "2031-02-02 Share is 5")["Break"].status is Status.AVAILABLE
    assert (
        told("2031-02-01 Rent paid €5", "2031-02-02 Landlord waives Rent")
        == [("L106", "this entry is dated before the agreement, which is of 2031-03-01")] * 2
    )


@pytest.mark.parametrize(
    ("entry", "statuses"),
    [
        ("law bars Rent of section 1 until 2031-05-01", {"Rent": "suspended", "Deposit": "breached"}),
        ("law bars the duty of section 3 until 2031-05-01", {"Rent": "breached", "Deposit": "suspended"}),
        ("law bars the payment of section 3 until 2031-05-01", {"Rent": "breached", "Deposit": "suspended"}),
        ("law bars section 2", {"Rent": "breached", "Sweeping": "suspended", "Deposit": "breached"}),
        ("Landlord waives section 3", {"Rent": "breached", "Deposit": "waived"}),
        ("Landlord waives the duty of section 1", {"Rent": "waived", "Deposit": "breached"}),
        ("found Sweeping of section 2(b) is performed", {"Sweeping": "performed", "Rent": "breached"}),
        ("Landlord and Tenant waive Opening", {"Opening": "waived"}),
        ("Landlord and Tenant waive the condition of section 2", {"Opening": "waived"}),
        ("Landlord and Tenant waive section 2", {"Opening": "waived", "Sweeping": "waived", "Rent": "breached"}),
        ("Landlord waives section 2", {"Opening": "unsatisfied", "Sweeping": "waived"}),
        ("Landlord waives section 2(b)", {"Sweeping": "waived"}),
        (
            "Landlord and Tenant waive clause (i) of clause (a) of section 2",
            {"Opening": "unsatisfied", "Gate": "yes"},
        ),
        ("Landlord and Tenant waive section 2(a)(ii)", {"Opening": "unsatisfied", "Gate": "no"}),
        ("Landlord and Tenant waive Opening (i)", {"Opening": "unsatisfied", "Gate": "yes"}),
        ("Landlord waives the duty of section 2", {"Opening": "unsatisfied", "Sweeping": "waived"}),
        ('asserted in "letter": in no known order', {"Deposit": "breached"}),
        ('asserted in "letter of March 2": Deposit paid €300', {"Deposit": "breached"}),
    ],
)
def test_what_is_named_by_its_place_is_found(entry: str, statuses: dict[str, str]) -> None:
    """A norm or condition may be named by its provision, alone or with its name; what was asserted is no fact."""
    found = played(f"2031-03-02 {entry}", as_of="2031-04-10")
    stand = {name: one.status.value if (one := found[name]).status else one.value.text() for name in statuses}
    assert stand == statuses


def test_a_value_may_be_reckoned_and_a_question_answered() -> None:
    """Sums of what is written out are worked out; the answer to a question is a yes or a no."""
    found = played("2031-03-02 Share is 1 / 3 + 2 * 3 - 1", '2031-03-02 "the premises are fit" is yes')
    assert (found["Half"].value, found["Fit"].value.text()) == (Fraction(8, 3), "yes")
    unknown = played('2031-03-02 "the premises are fit" is unknown', "2031-03-02 Share is unknown")
    assert (unknown["Fit"].value.text(), unknown["Fit"].needs) == ("unknown", (('"the premises are fit"',),))


def test_what_is_given_and_unknown_at_once_is_told_at_its_line() -> None:
    """An input that is given and marked unknown is told where it is given, whatever is given beside it."""
    text = (
        LEASE
        + """
scenario "both"
    given Turnover for 2031 is unknown
    given Share is 5
    given Heating is Gas
    Heating is unknown
    as of 2031-03-02 expect Half = 2.5
scenario "lists"
    given Turnover are
        Unit "2B" with Floor: 2
    as of 2031-03-02 expect Half = 2.5
scenario "nobody knows of what is not there"
    given Lodging is unknown
    as of 2031-03-02 expect Half = 2.5
"""
    )
    contract = loads(text)
    runs = [run_scenario(contract, scenario) for scenario in contract.scenarios]
    assert [[(one.code, one.place.span.words) for one in run.problems] for run in runs] == [
        [("L104", "Heating")],
        [("S209", "Turnover")],
        [("L101", "Lodging")],
    ]
