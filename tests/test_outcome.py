"""Answers: how every term stands, what it needs, and how the agreement as a whole stands."""

from datetime import date

from dealwright.evaluate import Status
from dealwright.explain import standing
from dealwright.explain.telling import may_be
from dealwright.log import Log
from dealwright.outcome import Outcome
from dealwright.pipeline import loads
from dealwright.render import json_outcome, outcome_text, outcomes_table
from dealwright.value import Level, Money, Range, Truth

LEASE = """\
agreement Kiosk Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

duty Fee
    Tenant must pay €100 to Landlord
    by 2031-03-20
duty Rent
    for each month from 2031-03-01 until 2031-05-31
    Tenant must pay €240 to Landlord
    by day 5 of the month
effect End
    this agreement terminates
    when "the council objects"
"""
CALM = LEASE.replace('when "the council objects"', "on 2033-01-01")


def asked(as_of: str, *entries: str, text: str = LEASE) -> Outcome:
    """The outcome of a small lease."""
    log = Log()
    for entry in entries:
        day, _, says = entry.partition(" ")
        log = log.on(date.fromisoformat(day), says)
    return loads(text).evaluate(log, date.fromisoformat(as_of))


def test_an_agreement_of_which_it_is_not_known_whether_it_ended() -> None:
    """People read how the agreement may stand; machines read `unknown`."""
    found = asked("2031-03-02")
    assert found.status == "unknown"
    assert may_be(found) == ("in force", "terminated")
    assert outcome_text(found).startswith("Kiosk Lease, as of 2031-03-02: may be in force or terminated\n")
    assert "Kiosk Lease may be in force or terminated" in str(found.explain("this agreement"))
    assert "is unknown" not in outcome_text(found) + str(found.explain("Fee"))


def test_statuses_that_may_be_are_told_in_the_order_of_a_life() -> None:
    """`pending, discharged or effective`, in the order in which a norm goes through them."""
    assert standing(asked("2031-03-02")["End"]) == "may be pending, discharged or effective"


def test_what_may_have_ended_needs_what_would_tell() -> None:
    """A duty that may have ended with the agreement names the fact that decides whether it did."""
    assert asked("2031-03-02")["Fee"].needs == (('"the council objects"',),)
    assert asked("2031-03-02", text=CALM)["Fee"].needs == ()


def test_a_duty_for_each_as_a_whole_has_the_day_of_its_first_breach() -> None:
    """The answer for `Rent` is the most pressing of its instances, and says since when."""
    found = asked("2031-04-10", text=CALM)["Rent"]
    assert (found.status, found.breach) == (Status.BREACHED, date(2031, 3, 5))
    assert standing(found) == "was breached on 2031-03-05"


def test_two_outcomes_are_compared_by_instance() -> None:
    """Where one of two outcomes has a performance late, the comparison tells both, instance by instance."""
    before = asked("2031-03-25", text=CALM)
    after = asked("2031-03-25", "2031-03-22 Fee paid €100", "2031-03-22 Rent for 2031-03 paid €240", text=CALM)
    assert outcomes_table(before, after) == (
        (
            "Fee",
            "was breached on 2031-03-20 by Tenant; amount 100.00 EUR; outstanding 100.00 EUR",
            "was performed on 2031-03-22, late: it was due on 2031-03-20; 100.00 EUR paid in full",
        ),
        (
            "Rent for 2031-03",
            "was breached on 2031-03-05 by Tenant; amount 240.00 EUR; outstanding 240.00 EUR",
            "was performed on 2031-03-22, late: it was due on 2031-03-05; 240.00 EUR paid in full",
        ),
    )


def test_each_note_is_told_once() -> None:
    """What an entry lacks, and that it changes nothing, is told once, also where a day is played in several orders."""
    text = CALM.replace("duty Fee", "event Handover with Passed: yes/no\nduty Fee")
    entries = ("2031-03-02 Handover", "2031-03-03 Handover with Passed", "2031-03-03 Tenant waives Fee")
    log = Log()
    for entry in (*entries, "2031-03-03 in no known order"):
        day, _, says = entry.partition(" ")
        log = log.on(date.fromisoformat(day), says)
    found = loads(text).evaluate(log, date(2031, 3, 4))
    assert sorted(one.code for one in found.diagnostics) == ["L103", "L113"]


def test_a_report_names_its_log() -> None:
    """What a log calls itself stands in the report, and for machines; one without a title leaves the line out."""
    log = Log.of(loads(CALM + '\nscenario "late"\n    as of 2031-03-02 expect Fee is due\n').scenarios[0])
    found = loads(CALM).evaluate(log, date(2031, 3, 2))
    assert outcome_text(found).splitlines()[1] == "  log: late"
    assert json_outcome(found)["log"] == "late"
    assert "log:" not in outcome_text(asked("2031-03-02"))


# ---------------------------------------------------------------- two of one name, and two orders of one day

AMENDED = (
    CALM
    + """\

section 1
    duty Deposit
        Tenant must pay €100 to Landlord
        by 2031-03-04
section 2
    no operative rule

amendment First Amendment
    dated 2031-03-05
    amends Kiosk Lease

section 1
    delete section 1
    insert after section 2
        section 3
            duty Deposit
                Tenant must pay €70 to Landlord
                by 2031-04-20
"""
)


def test_a_name_is_that_of_the_norm_in_force_and_an_earlier_one_is_told_with_its_provision() -> None:
    """A norm that was deleted and one that took its name elsewhere are two: each answers for itself."""
    found = asked("2031-03-06", "2031-03-05 First Amendment signed by Landlord and Tenant", text=AMENDED)
    assert (found["Deposit"].status, found["Deposit"].due) == (Status.DUE, date(2031, 4, 20))
    old = found["Deposit (section 1 of Kiosk Lease)"]
    assert (old.status, old.breach) == (Status.BREACHED, date(2031, 3, 4))


UNORDERED = """\
agreement Kiosk Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

event Handover
event Inspection
section 1
    Fee means €100
    Orderly means Handover is before Inspection

amendment First Amendment
    dated 2031-03-02
    amends Kiosk Lease
    takes effect when Handover has never occurred

section 1
    change Fee from €100 to €150

scenario "all on one day"
    2031-03-05 in no known order
    2031-03-05 First Amendment signed by Landlord and Tenant
    2031-03-05 Handover
    2031-03-05 Inspection
    as of 2031-03-05 expect Orderly is unknown
"""


def test_what_hangs_on_the_order_of_a_day_may_be_either() -> None:
    """An instrument took effect or did not, a yes or no may be both, an amount lies between the two."""
    contract = loads(UNORDERED)
    found = contract.evaluate(Log.of(contract.scenarios[0]), date(2031, 3, 5))
    writing = found.instruments["First Amendment"]
    assert (writing.status, writing.since) == ("unknown", None)
    assert writing.waits == ("Handover has not occurred",)
    assert found["Orderly"].value == Truth(Level.NO, Level.YES, settled=True)
    assert found["Fee"].value == Range(Money(100, "EUR"), Money(150, "EUR"))
    assert found["Fee"].needs == (("the order of the day's entries",),)


def test_interest_on_an_amount_that_is_not_known_is_not_told() -> None:
    """What is owed by an input that nobody gave bears interest that nobody can reckon; once it is given, it is told."""
    text = (
        LEASE.replace(
            "    by 2031-03-20\nduty Rent",
            "    by 2031-03-20\n    interest at 10% a year on actual/365\nduty Rent",
        )
        .replace("pay €100", "pay Bill")
        .replace("duty Fee", "input Bill: money\nduty Fee")
    )
    assert asked("2031-03-30", text=text)["Fee"].interest is None
    known = asked("2031-03-30", "2031-03-19 Bill is €365", text=text)["Fee"]
    assert known.interest == Money(1, "EUR")
