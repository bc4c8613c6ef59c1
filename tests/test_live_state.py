"""What an amendment does to what is live: duties, breaches, powers, notices, warranties, conditions, partly paid sums.

The page `docs/live-state.md` states the rules; each test is one of them, or one way of saying otherwise.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings

import oracle_strategies
from dealwright.diagnostic import DealError
from dealwright.log import Log
from dealwright.pipeline import loads
from test_lives import HEAD, SIGNED, march, status, told

FEE = "section 1\n    duty Fee\n        Tenant must pay €100 to Landlord\n        by 2031-03-20\n"


def history(outcome: object) -> list[tuple[str, str]]:
    """What changed with the amendment, and which sentence made it."""
    changes = outcome.history  # type: ignore[attr-defined]
    start = next(place for place, one in enumerate(changes) if one.what == "First Amendment takes effect")
    return [(one.what, one.cite) for one in changes[start + 1 :] if one.at == changes[start].at]


# ---------------------------------------------------------------- unless the amendment says otherwise


def test_a_due_duty_goes_on_under_its_new_words() -> None:
    """What was paid counts against the new amount, and the history cites the sentence that put the words."""
    new = "section 1\n    replace section 1\n        duty Fee\n            Tenant must pay €150 to Landlord\n            by 2031-03-25"
    found = told(FEE, f"2031-03-04 Fee paid €40\n{SIGNED}", "2031-03-06", new)
    assert (found["Fee"].due, found["Fee"].paid.text(), found["Fee"].outstanding.text()) == (
        march(25),
        "40.00 EUR",
        "110.00 EUR",
    )
    assert history(found) == [("Fee goes on under its new words", "section 1 of First Amendment")]


def test_what_was_paid_may_perform_the_new_words_at_once() -> None:
    """An amount put below what was paid is paid; what is paid too much moves nowhere."""
    new = "section 1\n    replace section 1\n        duty Fee\n            Tenant must pay €30 to Landlord\n            by 2031-03-25"
    found = told(FEE, f"2031-03-04 Fee paid €40\n{SIGNED}", "2031-03-06", new)
    assert (status(found, "Fee"), found["Fee"].since, found["Fee"].paid.text()) == ("performed", march(5), "40.00 EUR")


@pytest.mark.parametrize(
    "new",
    [
        "replace section 1\n        duty Fee\n            Tenant must pay €150 to Landlord\n            by 2031-03-25",
        "replace section 2\n        Sum means €150",
        "delete section 1",
    ],
)
def test_an_accrued_breach_keeps_the_words_that_were_broken(new: str) -> None:
    """Neither the amount nor the day of what is breached follows words that come after it."""
    body = FEE.replace("€100", "Sum").replace("03-20", "03-03") + "section 2\n    Sum means €100\n"
    found = told(body, f"2031-03-04 Fee paid €40\n{SIGNED}", "2031-03-06", f"section 1\n    {new}")
    fee = found["Fee"]
    assert (status(found, "Fee"), fee.breach, fee.due) == ("breached", march(3), march(3))
    assert (fee.amount.text(), fee.outstanding.text()) == ("100.00 EUR", "60.00 EUR")
    assert history(found) == [("Fee stays breached, under the words that it had", "section 1 of First Amendment")] or (
        "Sum" in new and history(found)[0][0] == "Fee stays breached, under the words that it had"
    )
    assert "under the words before First Amendment" in str(found.explain("Fee"))
    paid = told(body, f"{SIGNED}\n2031-03-06 Fee paid €100", "2031-03-06", f"section 1\n    {new}")
    assert status(paid, "Fee") == "performed"


def test_a_performed_duty_is_touched_by_nothing() -> None:
    """Performance freezes the amount, and new words ask for no more."""
    new = "section 1\n    replace section 1\n        duty Fee\n            Tenant must pay €150 to Landlord\n            by 2031-03-25"
    found = told(FEE, f"2031-03-04 Fee paid €100\n{SIGNED}", "2031-03-06", new)
    assert (status(found, "Fee"), found["Fee"].amount.text(), history(found)) == ("performed", "100.00 EUR", [])


BREAK = """section 1
    power Break
        Tenant may terminate
        when Handover
"""


def test_a_matured_power_goes_with_its_provision() -> None:
    """A power that could be exercised and was not is deleted; one that was exercised has done what it did."""
    gone = "section 1\n    delete section 1"
    found = told(BREAK, f"2031-03-02 Handover\n{SIGNED}\n2031-03-06 Tenant exercises Break", "2031-03-06", gone)
    assert (status(found, "Break"), found.status) == ("deleted", "in force")
    assert history(found) == [
        ("Break is deleted (deleted by section 1 of First Amendment)", "section 1 of First Amendment")
    ]
    used = told(BREAK, f"2031-03-02 Handover\n2031-03-03 Tenant exercises Break\n{SIGNED}", "2031-03-06", gone)
    assert (status(used, "Break"), used.status) == ("exercised", "terminated")


def test_a_matured_power_is_judged_by_its_new_words() -> None:
    """A power that stays under other words is available as they say."""
    new = "section 1\n    replace section 1\n        power Break\n            Tenant may terminate\n            when Inspection"
    log = f"2031-03-02 Handover\n{SIGNED}\n2031-03-08 Inspection"
    assert [status(told(BREAK, log, day, new), "Break") for day in ("2031-03-04", "2031-03-06", "2031-03-08")] == [
        "available",
        "unavailable",
        "available",
    ]


NOTICED = """section 1
    notice
        served on 3 days after Sent Day
    power Break
        Tenant may terminate
        by notice under section 1
event Notice
    Sent Day: date
"""
SENT = "2031-03-04 Tenant exercises Break by notice with Sent Day: 2031-03-04"


def test_a_notice_under_way_falls_with_its_power() -> None:
    """A notice that is not served yet exercises nothing once the power is gone; a saved power it does."""
    gone = "section 2\n    delete section 1"
    log = f"{SENT}\n{SIGNED}"
    assert told(NOTICED, SENT, "2031-03-08").status == "terminated"
    assert told(NOTICED, log, "2031-03-08", gone).status == "in force"
    assert told(NOTICED, log, "2031-03-08", f"{gone}\n    saving Break").status == "terminated"


CURED = """section 1
    duty Fee
        Tenant must pay €100 to Landlord
        by 2031-03-02
section 2
    Cure Time means 20 days
    power Cancellation
        Landlord may terminate
        when Fee has not been performed by Cure Time after breach of Fee
"""


def test_a_running_cure_period_follows_the_new_words_from_their_effect() -> None:
    """A shorter time counts from the breach; what it would have brought before its effect it brings with it."""
    new = "section 1\n    change Cure Time from 20 days to 2 days"
    found = [told(CURED, SIGNED, day, new) for day in ("2031-03-04", "2031-03-05", "2031-03-06")]
    assert [status(one, "Cancellation") for one in found] == ["unavailable", "available", "available"]
    kept = told(CURED, SIGNED, "2031-03-06", f"{new}\n    saving Cancellation")
    assert status(kept, "Cancellation") == "unavailable"
    assert status(told(CURED, SIGNED, "2031-03-23", f"{new}\n    saving Cancellation"), "Cancellation") == "available"


def test_a_warranty_that_was_made_stays_made() -> None:
    """New words of a warranty are not stated at an instant that has gone by; a new instant states them."""
    body = "section 1\n    warranty Title\n        Landlord warrants\n            (i) Handover\n        made on 2031-03-02\n"
    new = "section 1\n    replace section 1\n        warranty Title\n            Landlord warrants\n                (i) Inspection\n            made on 2031-03-02"
    log = f"2031-03-02 Inspection\n{SIGNED}"
    found = told(body, log, "2031-03-06", new)
    assert (status(found, "Title"), found["Title"].since) == ("false", march(2))


def test_a_warranty_is_made_again_at_a_new_instant() -> None:
    """Another day in the new words states them on that day, and one that has gone by states nothing."""
    body = "section 1\n    warranty Title\n        Landlord warrants\n            (i) Handover\n        made on {}\n"
    new = "section 1\n    replace " + body.replace("\n", "\n    ").rstrip()
    log = f"2031-03-01 Handover\n{SIGNED}"
    later, past = (
        told(body.format("2031-03-02"), log, "2031-03-08", new.format(day)) for day in ("2031-03-07", "2031-03-03")
    )
    assert [[at for at, _ in found["Title"].made] for found in (later, past)] == [[march(2), march(7)], [march(2)]]


def test_a_condition_is_asked_of_its_new_words() -> None:
    """A condition that was satisfied is so only if its new words are; `saving` keeps what was satisfied."""
    body = "section 1\n    condition Opening: Handover\n    condition Closing: any of\n        (a) Handover\n        (b) Inspection\n"
    new = (
        "section 1\n    replace section 1\n        condition Opening: Inspection\n        condition Closing: all of\n"
        "            (a) Handover by 2031-03-01\n            (b) Inspection"
    )
    log = f"2031-03-02 Handover\n{SIGNED}"
    assert status(told(body, log, "2031-03-06", new), "Opening") == "unsatisfied"
    kept = told(body, log, "2031-03-06", f"{new}\n    saving Opening and Closing (a)")
    assert (status(kept, "Opening"), kept["Opening"].since) == ("satisfied", march(2))
    assert [status(kept, f"Closing {label}") for label in ("(a)", "(b)")] == ["satisfied", "unsatisfied"]
    assert ("Opening stays satisfied", "section 1 of First Amendment") in history(kept)


def test_a_saved_condition_that_was_not_met_is_asked_of_its_new_words() -> None:
    """Only what was met is saved; a waiver of it is saved too."""
    body = "section 1\n    condition Opening: Handover\n"
    new = "section 1\n    replace section 1\n        condition Opening: Inspection\n    saving Opening"
    assert status(told(body, f"{SIGNED}\n2031-03-06 Handover", "2031-03-06", new), "Opening") == "unsatisfied"
    waived = told(body, f"2031-03-03 Landlord and Tenant waive Opening\n{SIGNED}", "2031-03-06", new)
    assert (status(waived, "Opening"), waived["Opening"].since) == ("waived", march(3))


# ---------------------------------------------------------------- saving


@pytest.mark.parametrize("target", ["Fee", "the duty of section 1", "section 1", "Fee of section 1"])
def test_a_saved_duty_goes_on_under_the_words_that_it_had(target: str) -> None:
    """What is saved is owed, paid and breached as if its words had not been touched."""
    new = f"section 2\n    delete section 1\n    saving {target}"
    log = f"{SIGNED}\n2031-03-10 Tenant pays €40 to Landlord"
    found = told(FEE, log, "2031-03-12", new)
    assert (status(found, "Fee"), found["Fee"].due, found["Fee"].outstanding.text()) == ("due", march(20), "60.00 EUR")
    assert told(FEE, log, "2031-03-21", new)["Fee"].breach == march(20)
    assert history(found) == [("Fee goes on under the words that it had", "section 2 of First Amendment")]
    assert "under the words before First Amendment, saved by section 2 of First Amendment" in str(found.explain("Fee"))


def test_what_is_saved_reads_the_definitions_that_it_had() -> None:
    """Words that are saved bring the old meaning of the terms that they use."""
    body = FEE.replace("€100", "Sum") + "section 2\n    Sum means €100\n"
    new = "section 1\n    replace section 2\n        Sum means €150"
    assert told(body, SIGNED, "2031-03-06", new)["Fee"].amount.text() == "150.00 EUR"
    assert told(body, SIGNED, "2031-03-06", f"{new}\n    saving Fee")["Fee"].amount.text() == "100.00 EUR"


def test_of_a_duty_for_each_event_those_that_arose_are_saved() -> None:
    """What came before goes on under the old words, what comes after arises under the new ones."""
    body = """section 1
    duty Fee
        for each Inspection
        Tenant must pay €10 to Landlord
        within 9 days after the Inspection
"""
    new = "section 1\n    replace " + body.replace("€10", "€25").replace("\n", "\n    ").rstrip() + "\n    saving Fee"
    log = f"2031-03-02 Inspection\n{SIGNED}\n2031-03-06 Inspection"
    found = told(body, log, "2031-03-06", new)
    assert [found[f"Fee for {n}"].amount.text() for n in (1, 2)] == ["10.00 EUR", "25.00 EUR"]


# ---------------------------------------------------------------- continuing and superseding


@pytest.mark.parametrize(("word", "outstanding"), [("continuing", "80.00 EUR"), ("superseding", "120.00 EUR")])
@pytest.mark.parametrize("gone", ["delete section 1", "change Other from €3 to €4"])
def test_a_norm_may_take_the_place_of_another(word: str, outstanding: str, gone: str) -> None:
    """With what was paid under it, or without; whether or not the provision of that one is taken out."""
    body = FEE + "section 2\n    Other means €3\n"
    new = f"section 3\n    {gone}\n    duty Charge\n        Tenant must pay €120 to Landlord\n        by 2031-03-30\n        {word} Fee"
    found = told(body, f"2031-03-04 Fee paid €40\n{SIGNED}", "2031-03-25", new)
    assert [status(found, name) for name in ("Fee", "Charge")] == ["superseded", "due"]
    assert found["Charge"].outstanding.text() == outstanding
    assert [cite for what, cite in history(found) if what.startswith("Fee is superseded")] == [
        "section 3 of First Amendment"
    ]
    late = told(body.replace("03-20", "03-03"), SIGNED, "2031-03-25", new)
    assert (status(late, "Fee"), late["Fee"].breach, late["Fee"].outstanding) == ("superseded", march(3), None)


def test_a_duty_for_each_event_is_made_no_more_once_another_takes_its_place() -> None:
    """What took its place is what later events call for."""
    body = "section 1\n    duty Fee\n        for each Inspection\n        Tenant must pay €10 to Landlord\n        within 9 days after the Inspection\n"
    new = (
        "section 2\n    duty Charge\n        for each Inspection\n        Tenant must pay €20 to Landlord\n"
        "        within 9 days after the Inspection\n        superseding Fee"
    )
    found = told(body, f"2031-03-02 Inspection\n{SIGNED}\n2031-03-07 Inspection", "2031-03-07", new)
    assert status(found, "Fee for 1") == "superseded"
    assert "Fee for 2" not in found
    assert status(found, "Charge for 2") == "due"


# ---------------------------------------------------------------- retroactive


def test_a_retroactive_duty_counts_what_happened_since_its_day() -> None:
    """Its last day may lie before the amendment, and so may its breach; payments since that day are paid under it."""
    new = "section 1\n    duty Charge\n        Tenant must pay €50 to Landlord\n        by 2031-03-03\n        retroactive to 2031-03-02"
    body = "section 1\n    Other means €3\n"
    found = told(body, SIGNED, "2031-03-06", new)
    assert (status(found, "Charge"), found["Charge"].breach) == ("breached", march(3))
    early = told(body, f"2031-03-01 Tenant pays €50 to Landlord\n{SIGNED}", "2031-03-06", new)
    paid = told(body, f"2031-03-03 Tenant pays €50 to Landlord\n{SIGNED}", "2031-03-06", new)
    assert [status(one, "Charge") for one in (early, paid)] == ["breached", "performed"]


def test_a_retroactive_duty_arises_for_events_since_its_day() -> None:
    """Events before the day call for nothing."""
    new = (
        "section 1\n    duty Charge\n        for each Inspection\n        Tenant must pay €50 to Landlord\n"
        "        within 30 days after the Inspection\n        retroactive to 2031-03-03"
    )
    log = f"2031-03-02 Inspection\n2031-03-04 Inspection\n{SIGNED}\n2031-03-06 Inspection"
    found = told("section 1\n    Other means €3\n", log, "2031-03-06", new)
    assert [name for name in found if name.startswith("Charge for")] == ["Charge for 2", "Charge for 3"]


def test_a_retroactive_prohibition_is_breached_by_what_happened_since_its_day() -> None:
    """Whoever agrees to it agrees to have broken it."""
    new = (
        "section 1\n    prohibition Quiet\n        Tenant must not cause Inspection\n        retroactive to 2031-03-03"
    )
    log = f"2031-03-02 Inspection\n2031-03-04 Inspection\n{SIGNED}"
    assert told("section 1\n    Other means €3\n", log, "2031-03-06", new)["Quiet"].breach == march(4)
    assert (
        told("section 1\n    Other means €3\n", log, "2031-03-06", new.replace("03-03", "03-05"))["Quiet"].breach
        is None
    )


# ---------------------------------------------------------------- what is not there


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("saving Charge", "A135"),
        ("saving Handover", "A135"),
        ("saving Fee for 2031-03", "A135"),
        ("saving the power of section 1", "A135"),
        ("duty Charge\n        Tenant must pay €1 to Landlord\n        superseding Toll", "A135"),
        ("permission Charge\n        Tenant may pay €1 to Landlord\n        continuing Fee", "A136"),
        ("power Exit\n        Tenant may terminate\n        retroactive to 2031-03-01", "R203"),
    ],
)
def test_what_is_carried_over_must_have_been_there(line: str, code: str) -> None:
    """A target that the text before lacks, or of another kind, is told at its place."""
    with pytest.raises(DealError, match=code):
        told(FEE, SIGNED, "2031-03-06", f"section 2\n    delete section 1\n    {line}")


def test_an_agreement_saves_nothing() -> None:
    """What amends no text has nothing to carry over."""
    with pytest.raises(DealError, match="A135"):
        told(f"{FEE}    saving Fee\n", SIGNED, "2031-03-06")


def test_a_later_amendment_leaves_the_target_of_an_earlier_one_alone() -> None:
    """What was carried over is looked for in the text before its own instrument, whatever comes later."""
    second = "\namendment Second Amendment\n    dated 2031-03-06\n    amends Lease\n\nsection 1\n    replace section 2\n        Other means €4\n"
    first = "\namendment First Amendment\n    dated 2031-03-02\n    amends Lease\n\nsection 1\n    delete section 1\n    saving Fee\n"
    text = f'{HEAD}{FEE}section 2\n    Other means €3\n{first}{second}\nscenario "log"\n    {SIGNED}\n    2031-03-07 Second Amendment signed by Landlord and Tenant\n'
    contract = loads(text)
    found = contract.evaluate(Log.of(contract.scenarios[0]), date(2031, 3, 8))
    assert (status(found, "Fee"), found["Fee"].due) == ("due", march(20))
    assert not re.search("Fee goes on under its new words", str(found.history))


# ---------------------------------------------------------------- laws

PARTS = ("status", "value", "since", "due", "amount", "paid", "outstanding", "breach", "late", "by")
CHANGED = re.compile(r"^    (?:delete|replace) (section [3-9])$", re.MULTILINE)


def answers(text: str, days: list[date]) -> list[dict[str, tuple[Any, ...]]]:
    """What stands on some days, under the log of a text."""
    contract = loads(text)
    log = Log.of(contract.scenarios[0])
    found = [contract.evaluate(log, day) for day in days]
    return [{name: tuple(getattr(one[name], part) for part in PARTS) for name in one} for one in found]


@settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
@given(oracle_strategies.contracts())
def test_what_is_saved_goes_on_as_if_nothing_had_been_amended(pair: tuple[str, list[date]]) -> None:
    """Whatever an amendment does to a section of norms, with `saving` of that section every answer is that of before."""
    text, days = pair
    changed = CHANGED.search(text)
    assume(changed is not None and "Heir" not in text and "saving " not in text)
    assert changed is not None
    saved = text.replace("\n\nscenario", f"\n    saving {changed[1]}\n\nscenario")
    unsigned = re.sub("\n.*First Amendment signed.*", "", text)
    try:
        before = answers(unsigned, days)
    except DealError:
        return  # exceptions contradict each other, as they do with the amendment
    assert answers(saved, days) == before


MONTHLY = """\
section 1
    duty Fee
        {line}
        Tenant must pay €{amount} to Landlord
        for each month from 2031-03-01
        by day 20 of the month
"""


@pytest.mark.parametrize(("word", "paid"), [("continuing", 40), ("superseding", 0)])
def test_a_norm_takes_its_own_place(word: str, paid: int) -> None:
    """New words in the same place may take the place of the old ones: the months to come are owed under them."""
    old = MONTHLY.format(line="", amount=100).replace("        \n", "")
    new = MONTHLY.format(line=f"{word} Fee", amount=150).replace("\n", "\n    ")
    log = f"2031-03-04 Fee for 2031-03 paid €40\n{SIGNED}"
    found = told(old, log, "2031-05-21", f"section 1\n    replace section 1\n{new.partition(chr(10))[2]}")
    assert [found[f"Fee for 2031-0{month}"].paid.amount for month in (3, 4, 5)] == [paid, 0, 0]
    assert [found[f"Fee for 2031-0{month}"].outstanding.amount for month in (3, 4, 5)] == [150 - paid, 150, 150]
    single = (
        FEE.replace("        Tenant", f"        {word} Fee\n        Tenant")
        .replace("100", "150")
        .replace("\n", "\n    ")
    )
    once = told(
        FEE,
        log.replace(" for 2031-03", ""),
        "2031-03-21",
        f"section 1\n    replace section 1\n{single.partition(chr(10))[2]}",
    )
    assert (status(once, "Fee"), once["Fee"].paid.amount) == ("breached", paid)


@pytest.mark.parametrize(("paid", "breach"), [(9, None), (11, None), (12, date(2031, 3, 11))])
def test_under_a_retroactive_duty_what_was_paid_in_time_is_in_time(paid: int, breach: date | None) -> None:
    """A payment counts on its own day, and not as late on the day on which the words took effect."""
    text = HEAD + "section 1\n    event Handover\n\n" + RETROACTIVE
    log = Log().on(date(2031, 3, paid), "Tenant pays €100 to Landlord")
    log = log.on(date(2031, 3, 24), "First Amendment signed by Landlord and Tenant")
    found = loads(text).evaluate(log, date(2031, 3, 24))["Heir"]
    assert (found.status.value, found.since, found.breach) == ("performed", date(2031, 3, paid), breach)


RETROACTIVE = """amendment First Amendment
    dated 2031-03-02
    amends Lease

section 1
    duty Heir
        Tenant must pay €100 to Landlord
        by 2031-03-11
        retroactive to 2031-03-07
"""
