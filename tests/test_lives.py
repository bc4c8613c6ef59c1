"""How rules live on: through new words, losses of a condition, waivers, amounts that fall.

Each test reads as a small case: a text, an amendment where there is one, a log, and what stands on a day.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dealwright.diagnostic import DealError
from dealwright.log import Log
from dealwright.outcome import Outcome
from dealwright.pipeline import loads
from dealwright.render import json_outcome
from dealwright.value import Level, Money

HEAD = """agreement Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

event Handover
event Inspection
input Rate: money normally €40

"""
SIGNED = "2031-03-05 First Amendment signed by Landlord and Tenant"


def told(body: str, log: str, day: str, amended: str = "", head: str = HEAD) -> Outcome:
    """The outcome of a small lease on a day; `amended` is the first section of an amendment."""
    change = f"\namendment First Amendment\n    dated 2031-03-02\n    amends Lease\n\n{amended}\n" if amended else ""
    lines = "\n".join(f"    {line.strip()}" for line in log.strip().splitlines())
    contract = loads(f'{head}{body}\n{change}\nscenario "log"\n    complete through 2031-12-31\n{lines}\n')
    return contract.evaluate(Log.of(contract.scenarios[0]), date.fromisoformat(day))


def status(outcome: Outcome, name: str) -> str:
    """The status of something, in words."""
    found = outcome[name].status
    return "" if found is None else found.value


def march(number: int) -> date:
    """A day of March 2031."""
    return date(2031, 3, number)


EARLIER = """section 1
    duty Fee
        Tenant must pay €7 to Landlord
        by the earlier of 2031-03-20 and Handover
section 2
    Other means €3
"""
OTHER = "section 1\n    replace section 2\n        Other means €4"


def test_a_last_day_is_worked_out_anew_after_an_amendment() -> None:
    """An amendment of something else leaves a limit alone: it still follows what it hangs on, and nothing moved it."""
    log = f"{SIGNED}\n2031-03-08 Handover"
    before, after = (told(EARLIER, log, day, OTHER) for day in ("2031-03-07", "2031-03-08"))
    assert (before["Fee"].due, after["Fee"].due) == (march(20), march(8))
    assert told(EARLIER, log, "2031-03-09", OTHER)["Fee"].breach == march(8)
    assert "moved" not in str(after.explain("Fee"))


def test_a_last_day_follows_that_of_another_duty_whose_words_change() -> None:
    """A limit that is reckoned from the day of another duty follows it under its new words."""
    body = """section 1
    duty Fee
        Tenant must pay €7 to Landlord
        by 2031-03-20
section 2
    duty Toll
        Tenant must pay €7 to Landlord
        by 3 days after due date of Fee
"""
    new = "section 1\n    replace section 1\n        duty Fee\n            Tenant must pay €7 to Landlord\n            by 2031-03-10"
    assert told(body, SIGNED, "2031-03-06", new)["Toll"].due == march(13)


def test_a_duty_amended_to_have_no_limit_has_no_day() -> None:
    """Words without a limit leave no last day, and the clock does not breach them."""
    body = "section 1\n    duty Fee\n        Tenant must pay €7 to Landlord\n        by 2031-03-20\n"
    new = "section 1\n    replace section 1\n        duty Fee\n            Tenant must pay €7 to Landlord"
    found = told(body, SIGNED, "2031-03-25", new)
    assert (status(found, "Fee"), found["Fee"].due, found["Fee"].breach) == ("due", None, None)


def test_a_due_duty_whose_new_day_is_not_known_waits_for_it() -> None:
    """Under a limit that has no day yet a duty is pending again, and due when the day is known."""
    body = "section 1\n    duty Fee\n        Tenant must pay €7 to Landlord\n        by 2031-03-06\n"
    new = "section 1\n    replace section 1\n        duty Fee\n            Tenant must pay €7 to Landlord\n            within 3 days after Handover"
    log = f"{SIGNED}\n2031-03-10 Handover"
    assert status(told(body, log, "2031-03-08", new), "Fee") == "pending"
    found = told(body, log, "2031-03-10", new)
    assert (status(found, "Fee"), found["Fee"].due) == ("due", march(13))


def test_a_due_duty_whose_day_hangs_on_what_is_gone_keeps_it() -> None:
    """What was due on a day stays due on it when the provision that its limit cites is deleted."""
    body = """section 1
    event Permit
    Permit Day means 20 days after Permit
section 2
    duty Fee
        Tenant must pay €7 to Landlord
        by Permit Day
"""
    found = told(body, f"2031-03-02 Permit\n{SIGNED}", "2031-03-06", "section 1\n    delete section 1")
    assert (status(found, "Fee"), found["Fee"].due) == ("due", march(22))


def test_a_question_put_in_new_words_is_asked_anew() -> None:
    """A `when` that was answered once is not asked again, unless the words change: then a due duty waits for them."""
    body = "section 1\n    duty Fee\n        Tenant must pay {} to Landlord\n        by 2031-03-20\n        when {}\n"
    log = f"2031-03-02 Handover\n{SIGNED}\n2031-03-08 Inspection"
    new = "section 1\n    replace " + body.replace("\n", "\n    ").rstrip()
    same = told(body.format("€7", "Handover"), log, "2031-03-06", new.format("€8", "Handover"))
    other = [
        told(body.format("€7", "Handover"), log, day, new.format("€8", "Inspection"))
        for day in ("2031-03-06", "2031-03-08")
    ]
    assert [status(found, "Fee") for found in (same, *other)] == ["due", "pending", "due"]


EARLY = {
    "own words": (
        "section 1\n    duty Fee\n        Tenant must pay €7 to Landlord\n        by 2031-03-20\n",
        "section 1\n    replace section 1\n        duty Fee\n            Tenant must pay €7 to Landlord\n            by 2031-03-03",
    ),
    "a definition": (
        "section 1\n    Day means 2031-03-20\nsection 2\n    duty Fee\n        Tenant must pay €7 to Landlord\n        by Day\n",
        "section 1\n    replace section 1\n        Day means 2031-03-03",
    ),
    "a pending duty": (
        "section 1\n    duty Fee\n        Tenant must pay €7 to Landlord\n        within 2 days after Inspection\n",
        "section 1\n    replace section 1\n        duty Fee\n            Tenant must pay €7 to Landlord\n            within 2 days after Handover",
    ),
    "a new duty": (
        "section 1\n    Other means €3\n",
        "section 1\n    replace section 1\n        duty Fee\n            Tenant must pay €7 to Landlord\n            by 2031-03-03",
    ),
    "another duty's day": (
        (
            "section 1\n    duty Toll\n        Tenant must pay €9 to Landlord\n        by 2031-03-19\nsection 2\n"
            "    duty Fee\n        Tenant must pay €7 to Landlord\n        by 1 day before due date of Toll\n"
        ),
        "section 1\n    replace section 1\n        duty Toll\n            Tenant must pay €9 to Landlord\n            by 2031-03-05",
    ),
}


@pytest.mark.parametrize("case", EARLY)
def test_new_words_breach_nothing_before_they_take_effect(case: str) -> None:
    """A day that new words put into the past gives way to the day on which they take effect; the breach is of that day."""
    body, new = EARLY[case]
    log = f"2031-03-01 Handover\n{SIGNED}"
    found = told(body, log, "2031-03-05", new)
    assert (status(found, "Fee"), found["Fee"].due) == ("due", march(5))
    assert "when First Amendment took effect: the last day is 2031-03-05" in str(found.explain("Fee"))
    assert told(body, log, "2031-03-06", new)["Fee"].breach == march(5)
    paid = told(body, f"{log}\n2031-03-05 Fee paid €7", "2031-03-06", new)
    assert (status(paid, "Fee"), paid["Fee"].late) == ("performed", False)


def test_words_that_take_effect_as_of_a_day_count_from_it() -> None:
    """Who agrees that the new words count since an earlier day has agreed to breaches since then."""
    body, _ = EARLY["own words"]
    change = """
amendment First Amendment
    dated 2031-03-02
    amends Lease
    takes effect as of 2031-03-02

section 1
    replace section 1
        duty Fee
            Tenant must pay €7 to Landlord
            by 2031-03-03
"""
    contract = loads(f'{HEAD}{body}{change}\nscenario "log"\n    {SIGNED}\n')
    found = contract.evaluate(Log.of(contract.scenarios[0]), march(6))
    assert found["Fee"].breach == march(3)


LOST = """section 1
    A means Handover is after 2031-03-23
        {exception}
    condition K: A
    duty Fee
        Tenant must pay €7 to Landlord
        by 2031-03-20
        while A
"""


def test_a_no_that_an_exception_may_still_turn_is_not_settled() -> None:
    """What an exception may still bring about has not failed, and discharges nothing."""
    body = LOST.format(exception="except when Inspection: yes")
    log = "2031-03-05 Handover\n2031-03-07 Inspection"
    before, after = (told(body, log, day) for day in ("2031-03-06", "2031-03-07"))
    assert [status(before, name) for name in ("K", "Fee")] == ["unsatisfied", "pending"]
    assert [status(after, name) for name in ("K", "Fee")] == ["satisfied", "due"]


def test_a_no_whose_exceptions_are_over_is_settled() -> None:
    """Where neither the rule nor any exception can change any more, a no is for good."""
    body = LOST.format(exception="except when Inspection by 2031-03-06: yes")
    found = told(body, "2031-03-05 Handover", "2031-03-07")
    assert [status(found, name) for name in ("K", "Fee")] == ["failed", "discharged"]


def test_a_case_that_may_still_apply_keeps_an_answer_open() -> None:
    """A later case is settled only if no earlier one can apply any more."""
    body = "section 1\n    A means\n        yes when Inspection\n        otherwise Handover is after 2031-03-23\n    condition K: A\n"
    assert status(told(body, "2031-03-05 Handover", "2031-03-06"), "K") == "unsatisfied"


def test_of_an_event_that_recurs_no_is_never_settled() -> None:
    """That no instance so far is performed says nothing of those to come."""
    body = """section 1
    duty Fee
        for each Inspection
        Tenant must pay €7 to Landlord
        within 2 days after the Inspection
        while Handover has never occurred
    condition K: Fee is performed
"""
    assert status(told(body, "2031-03-02 Inspection\n2031-03-03 Handover", "2031-03-04"), "K") == "unsatisfied"


def test_a_waiver_outlasts_new_words_that_the_condition_leans_on() -> None:
    """A condition that was waived is waived still when a definition below it is amended."""
    body = "section 1\n    A means Handover\nsection 2\n    condition K: A\n    condition L: all of\n        (a) A\n        (b) yes\n"
    log = f"2031-03-03 Landlord and Tenant waive K\n2031-03-03 Landlord and Tenant waive L (a)\n{SIGNED}"
    found = told(body, log, "2031-03-06", "section 1\n    replace section 1\n        A means Inspection")
    assert [status(found, name) for name in ("K", "L", "L (a)")] == ["waived"] * 3
    assert found["K"].since == march(3)


def test_a_waiver_goes_with_the_words_that_were_waived() -> None:
    """A condition or limb that is put in other words has not been waived; a limb that says the same has."""
    body = (
        "section 1\n    condition K: Handover\n    condition L: all of\n        (a) Handover\n        (b) Inspection\n"
    )
    log = "2031-03-03 Landlord and Tenant waive K\n2031-03-03 Landlord and Tenant waive L (a)\n2031-03-03 Landlord and Tenant waive L (b)\n"
    new = (
        "section 1\n    replace section 1\n        condition K: Inspection\n        condition L: all of\n"
        "            (a) Handover by 2031-03-20\n            (b) Inspection"
    )
    found = told(body, log + SIGNED, "2031-03-06", new)
    assert [status(found, name) for name in ("K", "L", "L (a)", "L (b)")] == [*["unsatisfied"] * 3, "waived"]


def test_a_condition_that_holds_without_its_waivers_is_satisfied() -> None:
    """It is waived only where it would not be yes without the limb that was waived."""
    body = "section 1\n    condition K: any of\n        (a) Handover\n        (b) Inspection\n"
    log = "2031-03-03 Landlord and Tenant waive K (a)\n2031-03-05 Inspection"
    assert [status(told(body, log, day), "K") for day in ("2031-03-03", "2031-03-05")] == ["waived", "satisfied"]
    body = body.replace("any of", "all of")
    found = told(body, log, "2031-03-05")
    assert (status(found, "K"), found["K"].since, status(found, "K (a)")) == ("waived", march(5), "waived")


def test_half_a_waiver_counts_after_an_amendment() -> None:
    """Of a waiver by two parties one may come before and one after new words."""
    body = "section 1\n    A means Handover\nsection 2\n    condition K: A\n"
    log = f"2031-03-03 Landlord waives K\n{SIGNED}\n2031-03-06 Tenant waives K"
    found = told(body, log, "2031-03-06", "section 1\n    replace section 1\n        A means Inspection")
    assert (status(found, "K"), found["K"].since) == ("waived", march(6))


RIVALS = """section 1
    Base means €1
        except when Handover: €2
        except when Inspection: €3
"""
PLAIN = "section 1\n    replace section 1\n        Base means €1"


def test_words_out_of_force_contradict_nothing() -> None:
    """Exceptions conflict only while their words are in force: not after an amendment took them out, nor before one put them in."""
    log = f"2031-03-04 Handover\n{SIGNED}\n2031-03-05 Inspection"
    assert told(RIVALS, log, "2031-03-06", PLAIN)["Base"].value.text() == "1.00 EUR"
    new = "section 1\n    replace " + RIVALS.replace("\n", "\n    ").rstrip()
    plain = "section 1\n    Base means €1\n"
    early = f"2031-03-03 Handover\n2031-03-03 Inspection\n{SIGNED}"
    assert told(plain, early, "2031-03-04", new)["Base"].value.text() == "1.00 EUR"
    with pytest.raises(DealError, match="R401"):
        told(plain, early, "2031-03-06", new)


def test_words_out_of_force_still_contradict_what_hangs_on_them() -> None:
    """Who asks for what the words that were taken out said is told that they contradict each other."""
    body = f"{RIVALS}section 2\n    duty Fee\n        Tenant must pay Base to Landlord\n        by 2031-03-02\n"
    log = f"{SIGNED}\n2031-03-06 Handover\n2031-03-06 Inspection"
    with pytest.raises(DealError, match="R401"):
        told(body, log, "2031-03-07", "section 1\n    delete section 1\n    delete section 2")


def test_a_breach_is_not_made_good_by_an_amount_that_falls_to_nothing() -> None:
    """What is breached and never paid stays breached, with nothing outstanding; what was partly paid is then performed."""
    body = "section 1\n    duty Fee\n        Tenant must pay Rate to Landlord\n        by 2031-03-10\n"
    found = told(body, "2031-03-15 Rate is €0", "2031-03-16")
    assert (status(found, "Fee"), found["Fee"].outstanding.text()) == ("breached", "0.00 EUR")
    part = told(body, "2031-03-12 Fee paid €5\n2031-03-15 Rate is €0", "2031-03-16")
    assert (status(part, "Fee"), part["Fee"].since) == ("performed", march(15))


OPEN = HEAD.replace("    currency EUR\n", "").replace("input Rate: money normally €40\n", "")
TWO = """section 1
    duty Fee
        Tenant must pay €7 to Landlord
        by 2031-03-10
    duty Toll
        Tenant must pay $7 to Landlord
        by 2031-03-10
"""


def test_money_without_a_currency_setting_is_of_the_currency_written() -> None:
    """An agreement that states no currency has that of its amounts; each duty is paid in its own."""
    found = told("section 1\n    duty Fee\n        Tenant must pay €7 to Landlord\n        by 2031-03-10\n    Got means total received by Landlord\n",
                 "2031-03-05 Handover", "2031-03-06", head=OPEN)  # fmt: skip
    assert (found["Fee"].paid.text(), found["Fee"].outstanding.text()) == ("0.00 EUR", "7.00 EUR")
    assert found["Got"].value.text() == "0.00 EUR"
    both = told(TWO, "2031-03-04 Tenant pays $7 to Landlord", "2031-03-12", head=OPEN)
    assert [status(both, name) for name in ("Fee", "Toll")] == ["breached", "performed"]


def test_money_of_another_currency_performs_nothing() -> None:
    """Dollars under a duty to pay euros are recorded, and told, and pay nothing under it."""
    found = told(TWO, "2031-03-04 Fee paid $7", "2031-03-05", head=OPEN)
    assert (status(found, "Fee"), found["Fee"].paid.text()) == ("due", "0.00 EUR")
    assert [one.code for one in found.diagnostics] == ["L113"]


def test_a_sum_over_two_currencies_is_told() -> None:
    """Nobody adds dollars to euros without a rate."""
    log = "2031-03-04 Tenant pays $7 to Landlord\n2031-03-04 Tenant pays €7 to Landlord"
    with pytest.raises(DealError, match="E109"):
        told(f"{TWO}    Got means total received by Landlord\n", log, "2031-03-05", head=OPEN)


def test_of_two_duties_of_one_day_money_goes_to_the_one_that_arose_first() -> None:
    """What names no duty is allotted by last days, and of one day by the instants at which the duties arose."""
    body = """section 1
    duty Fee
        Tenant must pay €7 to Landlord
        by 2031-03-10
        from Handover
    duty Toll
        Tenant must pay €7 to Landlord
        by 2031-03-10
"""
    found = told(body, "2031-03-04 Handover\n2031-03-05 Tenant pays €7 to Landlord", "2031-03-05")
    assert [status(found, name) for name in ("Fee", "Toll")] == ["due", "performed"]


def test_of_a_duty_that_is_over_every_status_is_settled() -> None:
    """After its end neither performance nor breach can come any more."""
    body = """section 1
    duty Fee
        Tenant must pay €7 to Landlord
        by 2031-03-10
        while Handover has never occurred
    condition Paid: Fee is performed
    condition Broken: Fee is breached
"""
    found = told(body, "2031-03-05 Handover", "2031-03-06")
    assert [status(found, name) for name in ("Paid", "Broken")] == ["failed", "failed"]


def test_not_stands_before_the_whole_comparison() -> None:
    """`not X is after D` is the one way to say it; the other is told how."""
    assert told("section 1\n    A means not Handover is after 2031-03-10\n", "2031-03-05 Handover", "2031-03-06")[
        "A"
    ].value.low is Level.YES  # fmt: skip
    with pytest.raises(DealError, match="S201") as trouble:
        told("section 1\n    A means Handover is not after 2031-03-10\n", "2031-03-05 Handover", "2031-03-06")
    assert "not Handover is after Inspection" in trouble.value.diagnostics[0].help


def since(log: str, day: str) -> Any:
    """Since when a definition on an input is what it is."""
    body = "section 1\n    input Size: number\n    Large means Size > 4\n"
    return told(body, log, day)["Large"].since


def test_what_is_learnt_late_may_have_been_so_since_before() -> None:
    """A definition that was not known, and is found to be yes, has been so since some day up to then."""
    found = since("2031-03-08 Size is 5", "2031-03-09")
    assert (found.low, found.high) == (march(1), march(8))
    assert since("2031-03-02 Size is 3\n2031-03-08 Size is 5", "2031-03-09") == march(8)


def test_the_whole_of_several_stands_in_the_status_it_tells() -> None:
    """Of a norm with several instances the status of the whole is the only one possible, if it is sure."""
    body = "section 1\n    duty Fee\n        for each Inspection\n        Tenant must pay €7 to Landlord\n        within 2 days after the Inspection\n"
    found = told(body, "2031-03-02 Inspection\n2031-03-02 Fee paid €7\n2031-03-04 Inspection", "2031-03-04")
    assert {one.value for one in found["Fee"].possible} == {status(found, "Fee")} == {"due"}


def test_of_several_instances_the_whole_is_what_presses_most() -> None:
    """One performed, one breached, one due in part: breached, with what is outstanding and paid under all of them."""
    body = (
        "section 1\n    duty Fee\n        for each Inspection\n        Tenant must pay €7 to Landlord\n"
        "        within 2 days after the Inspection\n"
        "    Any Performed means Fee is performed\n    Any Due means Fee is due\n    All Performed means not Fee is due and not Fee is breached\n"
        "    Rest means Fee outstanding\n    Paid means Fee paid\n    First means due date of Fee\n"
    )
    log = "2031-03-02 Inspection\n2031-03-02 Fee paid €7\n2031-03-04 Inspection\n2031-03-08 Inspection\n2031-03-08 Fee for 3 paid €2"
    found = told(body, log, "2031-03-08")
    whole = found["Fee"]
    assert (whole.status.value, whole.breach, whole.due) == ("breached", march(6), None)
    assert (whole.outstanding, whole.paid) == (Money(12, "EUR"), Money(9, "EUR"))
    assert [found[name].value for name in ("Rest", "Paid", "First")] == [whole.outstanding, whole.paid, march(4)]
    assert [found[name].value.is_yes for name in ("Any Performed", "Any Due", "All Performed")] == [True, True, False]
    parts = json_outcome(found)["terms"]
    assert [parts[f"Fee for {one}"]["status"] for one in (1, 2, 3)] == ["performed", "breached", "due"]
    assert parts["Fee"]["outstanding"] == {"amount": "12.00", "currency": "EUR"}


LATE = "section 1\n    duty Fee\n        Tenant must pay €7 to Landlord\n        {}\n        when Handover\n"


@pytest.mark.parametrize(
    ("limit", "status_then"),
    [("by 2031-03-10", "breached"), ("on 2031-03-10", "breached"), ("within 5 days after Handover", "due")],
)
def test_a_duty_that_arises_after_its_fixed_day_is_due_at_once(limit: str, status_then: str) -> None:
    """The trigger has not failed: it is owed on the day on which it arises, paid that day it is in time."""
    found = told(LATE.format(limit), "2031-03-20 Handover", "2031-03-20")
    assert status(found, "Fee") == "due"
    assert found["Fee"].due == (march(25) if status_then == "due" else march(20))
    paid = told(LATE.format(limit), "2031-03-20 Handover\n2031-03-20 Fee paid €7", "2031-03-22")["Fee"]
    assert (paid.status.value, paid.breach, paid.late) == ("performed", None, False)
    assert status(told(LATE.format(limit), "2031-03-20 Handover", "2031-03-21"), "Fee") == status_then


def test_a_trigger_that_must_come_by_a_day_fails_after_it() -> None:
    """Who means that a duty falls away when its trigger comes too late says so in the trigger."""
    body = LATE.format("by 2031-03-10").replace("when Handover", "when Handover by 2031-03-10")
    assert status(told(body, "2031-03-20 Handover", "2031-03-20"), "Fee") == "discharged"


def test_where_the_order_is_not_known_every_reason_is_told() -> None:
    """A duty that was discharged whichever came first, for the one reason or for the other."""
    text = (
        HEAD
        + """
section 2
    event Refusal
    power Break
        Tenant may terminate
    duty Fee
        Tenant must pay €100 to Landlord
        by 2031-06-01
        while Refusal has never occurred
"""
    )
    log = Log().on(date(2031, 4, 1), "Refusal", "Tenant exercises Break", "in no known order")
    found = loads(text).evaluate(log, date(2031, 4, 2))["Fee"]
    assert found.status.value == "discharged"
    assert set(found.reason.split(" or ")) == {"terminated", "condition failed"}
