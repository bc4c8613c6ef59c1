"""Effects, powers and warranties: what passes at the Closing, who may end the agreement, what was stated when."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from answers import (
    EFFECTS,
    ORIGINAL,
    POWERS,
    after,
    amended_now,
    closed,
    differing,
    either_text,
    holds,
    money,
    now,
    outcome,
    tried,
)
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from logs import BAD_NOTICES, BY_NOTICE, DAYS, GOOD_NOTICE, INTERESTS, days_asked, stories
from told import AMENDMENT, LAST, PRICE, SIGNING, Story, direct, dollars, outstanding, released, total

from dealwright.evaluate import Status

WARRANTIES = (
    "Title",
    "Existing Licenses",
    "Restrictions",
    "Conduct",
    "Enforcement",
    "Proceedings",
    "Fees",
    "Consents",
    "Validity",
)
NEW_WARRANTIES = ("Corporate Power", "Board Approval", "Enforceability")
QUESTIONS = (
    '"Seller has good and marketable title to the Patents"',
    '"the Patents are free of liens, encumbrances and restrictions on transfer"',
    '"all fees due on the Patents before the Closing Date have been timely paid"',
    '"the Patents have never been found invalid or unenforceable"',
    '"Seller has the right and authority to carry out its obligations"',
    '"Seller has the right and authority to enter into this Agreement"',
)


@tried
@given(stories(), either_text)
def test_v21_everything_passes_at_the_closing(story: Story, text: str) -> None:
    """V21. Title, causes of action, the License Agreement and the license back pass if and only if the Closing occurs,
    at its instant.
    """
    for part in story.prefixes():
        found = now(part, text)
        for name in EFFECTS:
            assert (found[name].status is Status.EFFECTIVE) == closed(found), name
            if closed(found):
                assert found[name].since == found["Closing"].since


@tried
@given(stories(amended=False, most=2, kinds=("other", "meeting")), st.sampled_from(range(4)))
def test_v21_what_was_struck_does_not_pass(story: Story, place: int) -> None:
    """V21. What a court struck before the Closing does not pass at it; the rest does."""
    struck = ("section 4.1", "section 4.2", "section 4.3", "section 7.1")[place]
    first = Story(story.interest, ((SIGNING, f"court strikes {struck}"), *story.entries))
    found = after(first, ORIGINAL)
    for other, name in enumerate(EFFECTS):
        passed = name in found and found[name].status is Status.EFFECTIVE
        assert passed == (closed(found) and other != place), name


@tried
@given(stories(), either_text)
def test_v22_there_is_one_closing_with_nothing_outstanding(story: Story, text: str) -> None:
    """V22. Nothing closes while any of the price is outstanding or after a termination; a Closing stays where it is."""
    first = None
    for part in story.prefixes():
        found = now(part, text)
        if closed(found) and first is None:
            first = found["Closing"].since
            assert outstanding(part) == 0
            assert first == part.end
            assert now(part.first(len(part.entries) - 1), text).status != "terminated"
        assert (found["Closing"].since if closed(found) else None) == first


@tried
@given(stories(), either_text)
def test_v23_part_of_the_price_does_not_close(story: Story, text: str) -> None:
    """V23. While Seller has less than the price, there is no Closing."""
    for part in story.prefixes():
        if total(part, direct, released) < PRICE:
            assert not closed(now(part, text))


@tried
@given(stories(kinds=("other", "other", "wire"), most=6), either_text, st.integers(2003, 2010))
def test_v24_there_is_no_licence_and_no_cap_before_the_closing(story: Story, text: str, year: int) -> None:
    """V24. Before the Closing there is no license back, and no transfer of it brings a limit on its revenue."""
    story = evolve(story, given=(f"Licensee Revenue for {year} is $99,999,999",))
    for part in story.prefixes():
        found = now(part, text)
        if not closed(found):
            assert found["License Back"].status is Status.PENDING
            assert found["Permitted Transfer"].value.is_no
            assert holds(found, f"Excess Revenue for {year} = $0")


@tried
@given(
    stories(most=2),
    stories(
        spine=False, most=5, kinds=("exercise", "exercise", "meeting", "licence ends", "superior", "wire", "other")
    ),
    either_text,
)
def test_v25_the_closing_is_final(story: Story, later: Story, text: str) -> None:
    """V25. After the Closing no power is available, and nothing that comes later takes back what passed."""
    found = after(story, text)
    if not closed(found):
        return
    day = story.end
    for on, says in later.entries[3:]:
        day = max(day, on)
        story = story.plus(day, says)
    last = after(story, text)
    for name in EFFECTS:
        assert (last[name].status, last[name].since) == (Status.EFFECTIVE, found["Closing"].since)
    for name in POWERS:
        assert last[name].status in {Status.LAPSED, Status.DELETED, Status.EXERCISED}
        assert last[name].status is found[name].status
    assert last.status != "terminated"


@tried
@given(stories(), either_text, st.sampled_from(DAYS), st.sampled_from(QUESTIONS), st.booleans())
def test_v26_warranties_move_nothing_else(story: Story, text: str, day: date, asked: str, answer: bool) -> None:  # noqa: FBT001
    """V26. Facts on which only warranties rest change no condition, due date, amount, power or Closing."""
    facts = (
        "Patent License Granted by Seller with In Normal Services: no",
        f"{asked} is {'yes' if answer else 'no'}",
    )
    changed = differing(after(story, text), after(story.plus(day, *facts), text))
    assert all(name.endswith("Warranty") or " Warranty (" in name for name in changed), changed


voids = st.one_of(
    st.builds(
        lambda who, power, form: f"{who} exercises {power} by notice with {form}",
        st.sampled_from(("Purchaser", "Seller")),
        st.sampled_from(BY_NOTICE),
        st.sampled_from(BAD_NOTICES),
    ),
    st.just(f"Purchaser exercises Superior Contract Termination by notice with {GOOD_NOTICE}"),
    st.sampled_from(
        ("Seller exercises Mutual Termination by writing", "Purchaser exercises Outside Date Termination by writing")
    ),
)


@tried
@given(stories(most=2, kinds=("superior", "meeting", "other")), either_text, st.sampled_from(DAYS), voids)
def test_v27_a_void_exercise_changes_nothing(story: Story, text: str, day: date, void: str) -> None:
    """V27. A power exercised by one who does not hold it, or by a notice not served in its form, changes no
    conclusion.
    """
    entry = void.format(day=day.isoformat(), medium="By Hand")
    before, found = after(story, text), after(story.plus(day, entry), text)
    assert differing(before, found) == set()
    assert len(found.history) > len(before.history)


@pytest.mark.parametrize("bad", BAD_NOTICES)
@tried
@given(
    st.sampled_from(INTERESTS),
    st.sampled_from([day for day in DAYS if day > LAST]),
    st.sampled_from(("Purchaser", "Seller")),
)
def test_v27_every_requirement_of_the_form_counts(bad: str, interest: int, day: date, who: str) -> None:
    """V27. A notice in due form ends the agreement under section 8.2; one that lacks any one thing ends nothing."""
    story = Story(interest, ((SIGNING, "Execution"), (SIGNING, f"Deposit paid {dollars(PRICE // 2)}")))

    def served(form: str) -> Story:
        return story.plus(
            day,
            f"{who} exercises Outside Date Termination by notice with "
            + form.format(day=day.isoformat(), medium="By Hand"),
        )

    assert now(served(GOOD_NOTICE), ORIGINAL).status == "terminated"
    assert differing(outcome(story, day, ORIGINAL), now(served(bad), ORIGINAL)) == set()


@tried
@given(
    stories(most=2, kinds=("wire", "other")),
    either_text,
    st.sampled_from([day for day in DAYS if day <= LAST]),
    st.sampled_from(("Purchaser", "Seller")),
)
def test_v27_an_early_exercise_does_not_ripen(story: Story, text: str, day: date, who: str) -> None:
    """V27. A notice of termination under section 8.2 that is served by March 30, 2004 is void, and stays so."""
    form = GOOD_NOTICE.format(day=day.isoformat(), medium="By Hand")
    entry = f"{who} exercises Outside Date Termination by notice with {form}"
    assert differing(after(story, text), after(story.plus(day, entry), text)) == set()


@tried
@given(stories(amended=True, most=6), days_asked)
def test_v28_the_amendment_takes_the_powers_away(story: Story, on: timedelta) -> None:
    """V28. From its effectiveness no power of article 8 is available, and no fee or return of the deposit arises any
    more.
    """
    signed = next((part for part in story.prefixes() if amended_now(now(part))), None)
    if signed is None:
        return
    before = outcome(signed.first(len(signed.entries) - 1), signed.end)
    day = max(signed.end, story.end) + on
    found = outcome(story, day)
    for name in POWERS:
        assert found[name].status is not Status.AVAILABLE
        assert (found[name].status is Status.EXERCISED) == (before[name].status is Status.EXERCISED)
    for name in (
        "Termination Fee",
        "Deposit Return",
        "Return Instruction for Purchaser",
        "Return Instruction for Seller",
    ):
        arisen = {Status.DUE, Status.BREACHED, Status.PERFORMED}
        if name in found and found[name].status in arisen:
            assert before[name].status in arisen, name


@tried
@given(stories(most=4), either_text)
def test_v31_when_each_warranty_is_made(story: Story, text: str) -> None:
    """V31. Warranties are made at signing, and as amended again at the amendment and at a later Closing; section 6.1
    once only.
    """
    if not story.has("Execution"):
        return
    found = after(story, text)
    signed = next((part for part in story.prefixes() if amended_now(now(part, text))), None)
    shut = next((part for part in story.prefixes() if closed(now(part, text))), None)
    if next((part for part in story.prefixes() if now(part, text).status == "terminated"), None) is not None:
        return  # a warranty is not made again under an agreement that has ended
    later = []
    if signed is not None:
        later.append(signed.end)
        if shut is not None and len(shut.entries) >= len(signed.entries):
            later.append(shut.end)
    made = {name: [on for on, _ in answer.made] for name, answer in found.terms.items() if answer.kind == "warranty"}
    for name in WARRANTIES:
        assert made[f"{name} Warranty"] == [SIGNING, *later], name
    if "Authority Warranty" in made:
        assert made["Authority Warranty"] == [SIGNING]
    for name in NEW_WARRANTIES if signed is not None else ():
        assert made[f"{name} Warranty"] == later, name
    if signed is None:
        assert not any(f"{name} Warranty" in made for name in NEW_WARRANTIES)


limit_years = st.integers(2004, 2024)


def transferred(*days: date) -> Story:
    """A sale that closed, and the license back transferred on some days."""
    story = Story(0, ((SIGNING, "Execution"), (SIGNING, f"Deposit paid {dollars(PRICE // 2)}")))
    story = story.plus(
        AMENDMENT,
        "Board Vote with Unanimous",
        "First Amendment signed by Purchaser and Seller",
        f"Closing Payment paid {dollars(PRICE)}",
    )
    for day in days:
        story = story.plus(day, "License Transfer with Basis: Capital Stock, Substantially All")
    return story


transfer_days = st.dates(date(2004, 4, 1), date(2020, 12, 31))


@tried
@given(transfer_days, st.integers(0, 20))
def test_v32_the_limit_grows_by_forty_three_fortieths(day: date, years: int) -> None:
    """V32. The Revenue Limitation is $10,000,000 in the year of the first transfer, and each year exactly 43/40 of
    that before.
    """
    found = now(transferred(day))
    assert money(found, f"Revenue Limitation for {day.year}") == 1_000_000_000
    limit = money(found, f"Revenue Limitation for {day.year + years}")
    following = money(found, f"Revenue Limitation for {day.year + years + 1}")
    assert following * 40 == limit * 43
    assert following > limit == 1_000_000_000 * Fraction(43, 40) ** years


@tried
@given(transfer_days, st.integers(0, 20), st.integers(-2, 10**9), st.integers(0, 10**9), transfer_days)
def test_v32_what_exceeds_the_limit(day: date, years: int, above: int, more: int, second: date) -> None:
    """V32. Revenue up to the limit exceeds nothing; beyond it all does; a second transfer changes nothing; without one
    there is no limit.
    """
    year = day.year + years
    limit = 1_000_000_000 * Fraction(43, 40) ** years
    question = f"Excess Revenue for {year}"
    earlier = Fraction(0)
    for revenue in (max(0, int(limit) + above), max(0, int(limit) + above + more)):
        story = evolve(
            transferred(day, max(day, second)), given=(f"Licensee Revenue for {year} is {dollars(revenue)}",)
        )
        excess = money(now(story), question)
        assert excess == max(Fraction(0), revenue - limit) >= earlier
        earlier = excess
    assert money(outcome(evolve(transferred(), given=story.given), date(2030, 1, 1)), question) == 0
