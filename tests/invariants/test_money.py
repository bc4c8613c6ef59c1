"""Money: what is owed, what was received, what the escrow holds; each sum is also counted from the words of the log."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from answers import (
    AMENDED,
    LIVE,
    OPEN,
    ORIGINAL,
    PRICES,
    after,
    closed,
    conclusions,
    either_text,
    holds,
    money,
    now,
    outcome,
    tried,
    usd,
)
from hypothesis import given
from hypothesis import strategies as st
from logs import (
    VOTE_DAYS,
    stories,
)
from told import (
    AMENDMENT,
    DEPOSIT,
    PRICE,
    SIGNING,
    Story,
    balance,
    cents,
    deposit_amount,
    direct,
    dollars,
    outstanding,
    released,
    total,
)

from dealwright.evaluate import Status
from dealwright.outcome import Outcome
from dealwright.value import Money

interests = st.one_of(st.sampled_from((0, 1, 1_234_56, DEPOSIT - 1)), st.integers(0, DEPOSIT - 1))


def clean(interest: int, *, amended: bool, paid_on: date = AMENDMENT) -> Story:
    """A deposit paid and every condition met, the day before a payment or on the day on which both sign."""
    entries = [
        (SIGNING, "Execution"),
        (SIGNING, "Escrow Agreement Execution"),
        (SIGNING, f"Deposit paid {dollars(DEPOSIT)}"),
    ]
    if amended:
        entries += [
            (AMENDMENT, "Board Vote with Unanimous"),
            (AMENDMENT, "First Amendment signed by Purchaser and Seller"),
        ]
    else:
        entries += [(paid_on, "Stockholder Meeting with Special, Plan Vote: Approved, Agreement Vote: Not Taken")]
    return Story(interest, tuple(entries))


def received(found: Outcome) -> Fraction:
    """What Seller received in all, in cents."""
    return money(found, "total received by Seller")


def overpaid(story: Story) -> bool:
    """Whether anything that Seller received exceeded what was outstanding when it came."""
    return any(
        direct(part.entries[-1][1]) + released(part.entries[-1][1]) > outstanding(part.first(len(part.entries) - 1))
        for part in story.prefixes()
    )


@tried
@given(stories(), either_text)
def test_v1_outstanding_is_the_price_less_what_seller_received(story: Story, text: str) -> None:
    """V1. What is outstanding is the price less what Seller received, from the escrow or directly; it never rises or
    goes below zero.
    """
    before = Fraction(PRICE)
    for part in story.prefixes():
        found = now(part, text)
        rest = money(found, "Purchaser Exposure")
        assert outstanding(part) == rest <= before
        before = rest
        payment = found["Closing Payment"]
        if payment.status in OPEN:
            assert payment.outstanding == usd(rest)
        if payment.status is Status.PERFORMED:
            assert rest == 0


@tried
@given(stories(), either_text)
def test_v2_total_consideration(story: Story, text: str) -> None:
    """V2. At the Closing Seller has at least the price, and exactly the price unless it was ever paid more than was
    outstanding.
    """
    for part in story.prefixes():
        found = now(part, text)
        if closed(found):
            assert received(found) == total(part, direct, released) >= PRICE
            assert (received(found) == PRICE) == (not overpaid(part))
            break
    else:
        return
    last = after(story, text)
    later = total(story, direct, released) - total(part, direct, released)
    assert (received(last) == PRICE) == (not overpaid(part) and later == 0)


def test_v2_the_total_is_not_always_the_price() -> None:
    """V2, shown false without its restriction: a late escrow makes Seller's total 2,701,234.56, late interest
    1,801,234.56.
    """
    whole = clean(1_234_56, amended=True).plus(AMENDMENT, "Closing Payment paid $1,800,000")
    late = whole.plus(date(2004, 4, 2), "Escrow Release of $901,234.56 to Seller")
    assert closed(now(whole))
    assert received(now(late)) == 2_701_234_56
    split = clean(1_234_56, amended=True).plus(
        AMENDMENT, "Escrow Release of $900,000 to Seller", "Closing Payment paid $900,000"
    )
    rest = split.plus(date(2004, 4, 2), "Escrow Release of $1,234.56 to Seller")
    assert closed(now(split))
    assert received(now(split)) == PRICE
    assert received(now(rest)) == 1_801_234_56


@tried
@given(interests, st.sampled_from(VOTE_DAYS), st.integers(0, 9), st.booleans())
def test_v3_interest_belongs_to_purchaser_at_the_closing(interest: int, day: date, days: int, amended: bool) -> None:  # noqa: FBT001
    """V3. If the whole Deposit Amount is released before the wire of the rest, the wire is 900,000 less the interest."""
    story = clean(interest, amended=amended, paid_on=day)
    paid_on = story.end + timedelta(days)
    story = story.plus(paid_on, f"Escrow Release of {dollars(DEPOSIT + interest)} to Seller")
    text = AMENDED if amended else ORIGINAL
    wire = money(now(story, text), "Closing Payment outstanding")
    assert wire == DEPOSIT - interest
    found = now(story.plus(paid_on, f"Closing Payment paid {dollars(int(wire))}"), text)
    assert closed(found)
    assert received(found) == PRICE
    assert money(found, "total paid by Purchaser") - money(found, "total received by Purchaser") == PRICE - interest


@tried
@given(stories(kinds=("any release", "any release", "release", "charge", "other"), most=6), either_text)
def test_v4_the_escrow_conserves(story: Story, text: str) -> None:
    """V4. Deposit and interest are what the escrow holds, what it released to either party, and what was kept from it; it
    never holds less than nothing.
    """
    for part in story.prefixes():
        found = now(part, text)
        held = money(found, "Escrow Balance")
        assert money(found, "Deposit Amount") == deposit_amount(part)
        assert held == balance(part) >= 0
        gone = money(found, "Escrow Release received by Seller") + money(found, "Escrow Release received by Purchaser")
        kept = money(found, "sum of Amount over Escrow Charge")
        interest = part.interest if part.has("Deposit paid") else 0
        assert held + gone + kept == money(found, "Deposit paid") + interest


@tried
@given(stories(), either_text)
def test_v5_there_is_one_live_price_obligation(story: Story, text: str) -> None:
    """V5. There is exactly one live obligation to pay the price, until it is performed or discharged; never that of
    each text.
    """
    gone = False
    for part in story.prefixes():
        found = now(part, text)
        answers = [found[name] for name in found if name in PRICES]
        live = [one for one in answers if one.status in LIVE]
        gone = gone or any(one.status in {Status.PERFORMED, Status.DISCHARGED} for one in answers)
        assert len(live) == (0 if gone else 1), [(one.cites[0], one.status) for one in answers]


fee_stories = stories(kinds=("terminate", "terminate", "superior", "exercise", "meeting", "other"), most=6)


@tried
@given(fee_stories, either_text)
def test_v6_the_fee_exists_only_after_a_termination_under_section_8_4(story: Story, text: str) -> None:
    """V6. The fee is owed if and only if the agreement was terminated under section 8.4; it is 100,000 whatever else
    happens.
    """
    last = after(story, text)
    power = last["Superior Contract Termination"]
    fee = last["Termination Fee"] if "Termination Fee" in last else None
    assert (fee is not None and fee.status is Status.DUE) == (power.status is Status.EXERCISED)
    if fee is not None and fee.status is Status.DUE:
        assert fee.amount == usd(100_000_00)
        assert fee.due is None


@tried
@given(st.sampled_from(VOTE_DAYS[:8]), interests, st.booleans())
def test_v6_a_termination_under_section_8_4_makes_the_fee(day: date, interest: int, later: bool) -> None:  # noqa: FBT001
    """V6. Every exercise of the power of section 8.4 in time and form brings the fee; what happens later leaves it as
    it is.
    """
    story = Story(interest, ((SIGNING, "Execution"),)).plus(
        day,
        "Competing Contract by Seller with Covers Patents: no",
        "Superiority Determination",
        "Seller exercises Superior Contract Termination by notice with In Writing, Refers To Agreement, Medium: By Hand,"
        f" Properly Addressed, Received: {day.isoformat()}",
    )
    if later:
        story = story.plus(
            AMENDMENT,
            "Board Vote with Unanimous",
            "First Amendment signed by Purchaser and Seller",
            "Closing Payment paid $1,800,000",
        )
    found = after(story)
    assert found["Termination Fee"].outstanding == usd(100_000_00)
    paid = after(story.plus(date(2004, 5, 3), "Termination Fee paid $100,000"))
    assert paid["Termination Fee"].status is Status.PERFORMED


@tried
@given(st.sampled_from(VOTE_DAYS), interests, st.integers(3, 30))
def test_v7_a_forfeited_deposit_is_a_credit(day: date, interest: int, days: int) -> None:
    """V7. If Seller received the forfeited Deposit Amount and the rest is paid late, Seller has exactly the price."""
    story = clean(interest, amended=False, paid_on=day)
    late = after(story, ORIGINAL)["Closing Payment"].due + timedelta(days)
    story = story.plus(late, f"Escrow Release of {dollars(DEPOSIT + interest)} to Seller")
    assert now(story, ORIGINAL)["Forfeiture"].status is Status.PERFORMED
    found = now(story.plus(late, f"Closing Payment paid {dollars(DEPOSIT - interest)}"), ORIGINAL)
    assert found["Closing Payment"].late
    assert received(found) == PRICE
    assert closed(found)


@tried
@given(stories(most=6, kinds=("other", "other", "wire", "release")), either_text)
def test_v8_liability_is_capped_by_the_price(story: Story, text: str) -> None:
    """V8. Purchaser can owe no more money than the price less what Seller received, whatever Seller claims, an unfunded
    deposit included; never lost profits.
    """

    def claimed(part: Story, *words: str) -> int:
        return sum(cents(says) for _, says in part.entries if all(word in says for word in words))

    for part in story.prefixes():
        found = now(part, text)
        assert money(found, "Purchaser Exposure") == outstanding(part)
        loss = claimed(part, "Against: Purchaser", "Direct Loss")
        assert money(found, "Recoverable From Purchaser") == min(loss, outstanding(part))
        assert money(found, "Claims On Seller") == claimed(part, "Against: Seller", "Direct Loss")
        assert money(found, "Barred Claims") == claimed(part, "Lost Profits")


@tried
@given(stories(), st.lists(st.integers(1, 400_000_00), min_size=1, max_size=4), either_text)
def test_v9_a_sum_is_the_sum_of_its_parts(story: Story, parts: list[int], text: str) -> None:
    """V9. A payment made in parts, one after the other, concludes what the same payment made at once concludes, to the
    cent.
    """
    day = max(story.end, AMENDMENT)
    once = now(story.plus(day, f"Closing Payment paid {dollars(sum(parts))}"), text)
    split = now(story.plus(day, *(f"Closing Payment paid {dollars(part)}" for part in parts)), text)
    sums = ("total received by Seller", "Closing Payment outstanding", "Purchaser Exposure", "Escrow Balance")
    assert [money(once, one) for one in sums] == [money(split, one) for one in sums]
    for value in (one for answer in conclusions(split).values() for one in answer if isinstance(one, Money)):
        assert isinstance(value.amount, Fraction)


@tried
@given(interests, st.integers(1, 40))
def test_v9_no_cent_is_lost(interest: int, count: int) -> None:
    """V9. Any number of equal parts, not themselves whole cents in the sum, leave exactly what whole cents leave."""
    story = clean(interest, amended=True)
    part, rest = divmod(PRICE, count)
    paid = [part] * (count - 1) + [part + rest]
    found = now(story.plus(AMENDMENT, *(f"Closing Payment paid {dollars(one)}" for one in paid if one)))
    assert received(found) == PRICE
    assert closed(found)
    short = outcome(story.plus(AMENDMENT, *(f"Closing Payment paid {dollars(one)}" for one in paid[:-1])), AMENDMENT)
    assert not closed(short)
    assert holds(short, f"Closing Payment outstanding = {dollars(part + rest)}")
