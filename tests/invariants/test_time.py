"""Time and conditions: when the price falls due, what business days do, when a breach shows, when a power arises."""

from __future__ import annotations

from datetime import date, timedelta

from answers import (
    BANK_DAYS,
    FED,
    LIVE,
    ORIGINAL,
    after,
    amended_now,
    either_text,
    now,
    obligations,
    outcome,
    prices,
    termination,
    tried,
    usd,
)
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from logs import (
    days_asked,
    stories,
)
from told import (
    LAST,
    Story,
    balance,
    charged,
    conditions_met,
    deposit_amount,
    direct,
    evaluation_days,
    outstanding,
    released,
    total,
)

from dealwright.calendar import calendar
from dealwright.evaluate import Status

calendars = st.sampled_from(tuple(BANK_DAYS.items()))


def by_bank_days(story: Story, label: str) -> Story:
    """The story under another reading of business days."""
    return evolve(story, choices=(("Bank Days", label),))


def barred(story: Story, due: date) -> date:
    """A due date, moved past every legal bar of a story that it lies in."""
    for on, says in story.entries:
        if says.startswith("law bars Closing Payment until"):
            last = date.fromisoformat(says[-10:])
            due = last + timedelta(1) if on <= due <= last else due
    return due


@tried
@given(stories(amended=False), calendars)
def test_v10_the_price_is_due_two_business_days_after_the_conditions(story: Story, days: tuple[str, str]) -> None:
    """V10. The price has no due date until the conditions of section 3.1 are met; then it is the second business day
    after, or the day after a legal bar in which that day lies.
    """
    label, name = days
    story = by_bank_days(story, label)
    met = None
    for part in story.prefixes():
        found = now(part, ORIGINAL)
        payment = found["Closing Payment"]
        if met is None and payment.status is Status.DISCHARGED:
            return  # terminated, or a condition failed for good: nothing revives it
        if met is None and conditions_met(part):
            met = part.end
        if met is None:
            assert payment.due is None
            continue
        due = calendar(name).add(met, 2)
        assert payment.due == barred(part, due)
        assert 2 <= (due - met).days <= (6 if name == "new-york" else 5)


@tried
@given(stories(amended=True))
def test_v11_the_amended_price_is_due_when_both_have_come(story: Story) -> None:
    """V11. The price of the amendment is due on the later of its effectiveness and the day on which the amended
    conditions are met, or on the day after a legal bar in which that day lies.
    """
    signed = next((part for part in story.prefixes() if amended_now(now(part))), None)
    if signed is None or now(signed.first(len(signed.entries) - 1))["Closing Payment"].status not in LIVE:
        return  # never signed, or the price was paid or discharged before
    met = None
    for part in story.prefixes():
        if met is None and conditions_met(part, signed):
            met = part.end
        if len(part.entries) < len(signed.entries):
            if met is not None and not conditions_met(part, signed):
                return  # lost before anything was due under the amendment
            continue
        payment = now(part)["Closing Payment"]
        if met is None and payment.status is Status.DISCHARGED:
            return  # a condition failed for good
        assert payment.due == (None if met is None else barred(part, max(signed.end, met)))


BY_BUSINESS_DAYS = (
    "Forfeiture",
    "Forfeiture Instruction for Purchaser",
    "Forfeiture Instruction for Seller",
    "Deposit Return",
    "Return Instruction for Purchaser",
    "Return Instruction for Seller",
)


@tried
@given(stories(leave_out=("bar",)), either_text, calendars)
def test_v12_a_day_counted_in_business_days_is_one(story: Story, text: str, days: tuple[str, str]) -> None:
    """V12. Every due date counted in business days is a business day of the calendar chosen."""
    found = after(by_bank_days(story, days[0]), text)
    names = (
        BY_BUSINESS_DAYS
        if amended_now(found)
        else (*BY_BUSINESS_DAYS, "Closing Payment", "Closing Instruction for Seller")
    )
    for name in names:
        due = found[name].due
        assert due is None or calendar(days[1]).is_business_day(due), name


@tried
@given(calendars, st.dates(date(1995, 1, 1), date(2035, 12, 31)), st.integers(0, 400), st.integers(0, 60), st.data())
def test_v13_business_days_are_monotone(
    days: tuple[str, str], first: date, later: int, count: int, data: st.DataObject
) -> None:
    """V13. From a later day so many business days end no earlier, one more ends later, a holiday more makes none come earlier."""
    ours = calendar(days[1])
    end = ours.add(first, count)
    assert end <= ours.add(first + timedelta(later), count)
    assert end < ours.add(first, count + 1)
    closed = first + timedelta(data.draw(st.integers(0, 100)))
    assert end <= evolve(ours, holidays=ours.holidays | {closed}).add(first, count)


@tried
@given(stories(), either_text, st.data())
def test_v14_a_breach_is_dated_the_due_day_and_shows_after_it(story: Story, text: str, data: st.DataObject) -> None:
    """V14. A breach is dated the due day and shows from the next; what is fully performed by its due day is never
    breached.
    """
    as_of = data.draw(st.sampled_from(evaluation_days(story)))
    for answer in obligations(outcome(story.until(as_of), as_of, text)):
        if answer.kind == "duty" and answer.breach is not None:
            assert answer.breach == answer.due < as_of
        if answer.status is Status.PERFORMED and answer.due is not None and answer.since <= answer.due:
            assert answer.breach is None
            assert not answer.late


@tried
@given(stories(), either_text)
def test_v14_a_price_paid_in_time_is_never_breached(story: Story, text: str) -> None:
    """V14. If by its due day Seller has the whole price, in part from Purchaser directly, its payment is never
    breached.
    """
    for answer in prices(after(story, text)):
        if answer.due is not None:
            then = story.until(answer.due)
            if total(then, direct) and not outstanding(then):
                assert answer.breach is None


@tried
@given(
    stories(most=6, kinds=("meeting", "exercise", "exercise", "licence ends", "superior", "sign one", "waive")),
    either_text,
    days_asked,
)
def test_v15_nobody_may_terminate_for_want_of_approval_by_the_last_day(
    story: Story, text: str, back: timedelta
) -> None:
    """V15. The power of section 8.2 is not available on March 30, 2004 or any day before, whatever the facts."""
    as_of = LAST - back
    power = outcome(story.until(as_of), as_of, text)["Outside Date Termination"]
    assert power.status in {Status.UNAVAILABLE, Status.LAPSED, Status.DELETED}


@tried
@given(stories(amended=False, most=6, kinds=("terminate", "terminate", "meeting", "exercise", "any release", "charge")))
def test_v17_a_termination_returns_the_deposit(story: Story) -> None:
    """V17. A termination under article 8 before any breach of the price makes the return due two business days later;
    else it is never due.

    What is to be returned is the Deposit Amount that is held: not what went to Seller before, or was kept by the Escrow Agent.
    """
    found = after(story, ORIGINAL)
    back = found["Deposit Return"]
    day = termination(found)
    if day is None:
        assert back.due is None
        assert back.status in {Status.PENDING, Status.DISCHARGED}
    elif found["Closing Payment"].breach is None:
        assert back.due == FED.add(day, 2)
        then = story.until(day)
        owed = outcome(then, day, ORIGINAL)["Deposit Return"]
        if owed.status is Status.DUE:
            assert owed.amount == usd(deposit_amount(then) - total(then, released, charged))
            assert owed.outstanding == usd(balance(then))


@tried
@given(stories(), either_text)
def test_v18_the_deposit_is_forfeited_only_by_a_breach_of_the_price(story: Story, text: str) -> None:
    """V18. The forfeiture is due if and only if the payment of the price is breached, two business days after; no other
    breach does it.
    """
    found = after(story, text)
    breaches = [one.breach for one in prices(found) if one.breach is not None]
    assert found["Forfeiture"].due == (FED.add(min(breaches), 2) if breaches else None)


@tried
@given(stories(amended=True))
def test_v18_without_an_anchor_the_amended_price_forfeits_nothing(story: Story) -> None:
    """V18. If the payment of section 3.4 is read as nothing, no breach after the amendment is a forfeiture, one before it is."""
    found = after(evolve(story, choices=(("Payment Anchor", "nothing"),)))
    if amended_now(found):
        early = [one.breach for one in prices(found) if one.key.startswith("Patent Purchase Agreement")]
        breaches = [one for one in early if one is not None]
        assert found["Forfeiture"].due == (FED.add(min(breaches), 2) if breaches else None)


@tried
@given(stories(kinds=("licence ends", "licence ends", "escrow ends", "wire", "meeting"), most=6), either_text)
def test_v19_a_negative_condition_never_recovers(story: Story, text: str) -> None:
    """V19. A condition that something has not happened fails when it happens, and is never satisfied again without a
    waiver or an amendment.
    """
    ends = {
        "Closing Conditions (b)": "License Amendment Ended",
        "Closing Conditions (c)": "Escrow Agreement Ended with By Full Release: no",
    }
    for part in story.prefixes():
        found = now(part, text)
        for name, event in ends.items():
            if name in found:
                assert found[name].status is (Status.FAILED if part.has(event) else Status.SATISFIED), name
                assert (found["Closing Conditions"].status is Status.FAILED) or not part.has(event)
