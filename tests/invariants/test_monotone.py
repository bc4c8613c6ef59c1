"""More facts: what they never change, and what they do. Some laws that look true are shown to be false."""

from __future__ import annotations

from datetime import date, timedelta

from answers import (
    LIVE,
    ORIGINAL,
    POWERS,
    after,
    closed,
    conclusions,
    definite,
    differing,
    either_text,
    holds,
    money,
    now,
    obligations,
    outcome,
    possible,
    prices,
    smallest,
    the_end,
    tried,
)
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from logs import APPROVALS, DAYS, days_asked, near, stories
from told import AMENDMENT, DEPOSIT, PRICE, SIGNING, Story, dollars

from dealwright.evaluate import Status
from dealwright.outcome import Outcome

UNKNOWNS = (
    "License Amendment Ended",
    "Stockholder Meeting",
    "Board Vote",
    "Escrow Agreement Ended",
    "Competing Contract",
    "Superiority Determination",
    "Patent License Granted",
    "Closing Delivery",
    "Notice Of Meeting",
)


def all_possible(unsure: Outcome, found: Outcome) -> None:
    """Every answer under unknown facts holds the answer when they are known."""
    for name, answer in found.terms.items():
        if name in unsure:
            assert possible(unsure[name], answer), (name, unsure[name], answer)


@tried
@given(stories(most=6), either_text, st.sampled_from(UNKNOWNS), days_asked)
def test_v35_what_is_sure_stays_when_a_fact_becomes_known(story: Story, text: str, event: str, on: timedelta) -> None:
    """V35. With an event of which nobody knows, what is sure is so both if the event happened and if it never did."""
    as_of = story.end + on
    never = story.without(event)
    unsure = outcome(evolve(never, unknown=(event,)), as_of, text)
    all_possible(unsure, outcome(never, as_of, text))
    all_possible(unsure, outcome(story, as_of, text))


@tried
@given(stories(), either_text, days_asked)
def test_v35_what_is_sure_stays_whatever_the_interest(story: Story, text: str, on: timedelta) -> None:
    """V35. While the interest on the deposit is not known, what is sure is so whatever the interest turns out to be."""
    as_of = story.end + on
    all_possible(outcome(evolve(story, unknown=("Interest Earned",)), as_of, text), outcome(story, as_of, text))


@tried
@given(stories(most=6), either_text, st.sampled_from(DAYS))
def test_v35_what_is_sure_stays_when_the_log_goes_on(story: Story, text: str, through: date) -> None:
    """V35. With a log complete through a day only, what is sure later is so whatever turns out to have happened since.

    What happened since are events, payments and notices. A signature of an amendment, a waiver and a legal bar are never
    presumed: those up to that day count, and none is told after it.
    """
    told = tuple((on, says) for on, says in story.entries if on <= through or not never_presumed(says))
    story = evolve(story, entries=told)
    unsure = outcome(evolve(story.until(through), through=through), the_end(story), text)
    all_possible(unsure, after(story, text))


def never_presumed(says: str) -> bool:
    """Whether an entry is of a kind that no open log takes into account unless it holds it."""
    return says.startswith(("First Amendment signed", "law bars")) or " waive" in says


def test_v35_of_a_complete_log_what_is_not_there_is_sure() -> None:
    """V35, shown false for a log that is complete: what it does not hold did not happen, and one more fact changes what was sure."""
    story = Story(0, ((SIGNING, "Execution"),))
    more = story.plus(date(2004, 1, 15), "License Amendment Ended")
    before, found = now(story, ORIGINAL), now(more, ORIGINAL)
    assert before["Closing Conditions (b)"].status is Status.SATISFIED
    assert definite(before["Closing Conditions (b)"])
    assert found["Closing Conditions (b)"].status is Status.FAILED


@tried
@given(stories(most=6), either_text, st.sampled_from(DAYS))
def test_v36_later_entries_do_not_change_earlier_answers(story: Story, text: str, as_of: date) -> None:
    """V36. Entries dated after a day change no answer as of that day."""
    assert conclusions(outcome(story, as_of, text)) == conclusions(outcome(story.until(as_of), as_of, text))


@tried
@given(stories(most=6), either_text)
def test_v36_what_has_happened_stays(story: Story, text: str) -> None:
    """V36. A breach, a performance, a termination and a Closing are there still after any later entries."""
    breaches: dict[str, date] = {}
    performed: set[str] = set()
    shut = ended = False
    for part in story.prefixes():
        found = now(part, text)
        for answer in obligations(found):
            name = f"{answer.key} {answer.name}"
            if answer.kind == "duty":
                assert name not in breaches or answer.breach == breaches[name], name
                assert name not in performed or answer.status is Status.PERFORMED, name
                if answer.breach is not None and answer.status is not Status.UNKNOWN:
                    breaches[name] = answer.breach
                if answer.status is Status.PERFORMED:
                    performed.add(name)
        assert not shut or closed(found)
        assert not ended or found.status == "terminated"
        shut, ended = closed(found), found.status == "terminated"


def test_v36_an_earlier_event_found_out_late_changes_answers() -> None:
    """V36, shown false for entries dated earlier: a breach vanishes when the end of the license amendment comes to light."""
    story = Story(0, ((SIGNING, "Execution"), (date(2004, 3, 8), APPROVALS[0])))
    late = story.plus(date(2004, 3, 9), "License Amendment Ended")
    as_of = date(2004, 3, 15)
    assert outcome(story, as_of, ORIGINAL)["Closing Payment"].status is Status.BREACHED
    assert outcome(late, as_of, ORIGINAL)["Closing Payment"].status is Status.DISCHARGED


little = stories(amended=False, most=3, spine=False)
one_more = st.tuples(little, st.sampled_from(DAYS))


def available(story: Story, as_of: date) -> set[str]:
    """The powers that are available."""
    found = outcome(story, as_of, ORIGINAL)
    return {name for name in POWERS if found[name].status is Status.AVAILABLE}


def test_v37_more_facts_do_not_mean_more_powers() -> None:
    """V37, shown false: a log is found in which one more fact, an approval, takes a power away."""
    as_of = date(2004, 4, 2)

    def fails(story: Story) -> bool:
        return bool(
            available(story.without("Stockholder Meeting").until(as_of), as_of) - available(story.until(as_of), as_of)
        )

    story = smallest(stories(amended=False, most=3, spine=False, kinds=("meeting",)), fails)
    assert len(story.entries) <= 6
    assert story.has("Approved")
    assert "Outside Date Termination" in available(story.without("Stockholder Meeting"), as_of)


def test_v37_more_facts_do_not_mean_more_duties() -> None:
    """V37, shown false: a log is found in which one more fact, a termination, discharges the duty to pay the price."""

    def owed(story: Story) -> bool:
        return now(story, ORIGINAL)["Closing Payment"].status in LIVE

    def fails(story: Story) -> bool:
        return owed(story.first(len(story.entries) - 1)) and not owed(story)

    story = smallest(stories(amended=False, most=3, spine=False, kinds=("exercise",)), fails)
    assert len(story.entries) <= 6
    assert now(story, ORIGINAL).status == "terminated"


def test_v37_more_facts_do_not_mean_more_to_pay() -> None:
    """V37, shown false: a log is found in which one more fact, a release from the escrow, lowers the wire."""

    def wire(story: Story) -> object:
        return now(story, ORIGINAL)["Closing Payment"].outstanding

    def fails(story: Story) -> bool:
        before, found = wire(story.first(len(story.entries) - 1)), wire(story)
        return before is not None and found is not None and found < before  # type: ignore[operator]

    story = smallest(stories(amended=False, most=3, spine=False, kinds=("approval", "release")), fails)
    assert len(story.entries) <= 6
    assert story.entries[-1][1].startswith("Escrow Release")


@tried
@given(
    stories(),
    either_text,
    st.sampled_from(DAYS),
    near(DEPOSIT, PRICE),
    st.sampled_from(("Closing Payment paid {}", "Purchaser pays {} to Seller", "Escrow Release of {} to Seller")),
)
def test_v38_a_payment_never_increases_what_is_outstanding(
    story: Story, text: str, day: date, paid: int, form: str
) -> None:
    """V38. One more payment, whenever it is made, never leaves more outstanding."""
    without, found = after(story, text), after(story.plus(day, form.format(dollars(paid))), text)
    assert money(found, "Purchaser Exposure") <= money(without, "Purchaser Exposure")
    for name in ("Closing Payment", "Deposit"):
        assert money(found, f"{name} outstanding") <= money(without, f"{name} outstanding")


@tried
@given(stories(), either_text, st.sampled_from(DAYS), st.booleans())
def test_v38_a_failed_condition_never_makes_the_price_due(story: Story, text: str, day: date, licence: bool) -> None:  # noqa: FBT001
    """V38. That the license amendment or the Escrow Agreement ended never makes the price due where it was not."""
    failure = "License Amendment Ended" if licence else "Escrow Agreement Ended with By Full Release: no"
    if all(answer.due is None for answer in prices(after(story, text))):
        assert all(answer.due is None for answer in prices(after(story.plus(day, failure), text)))


def test_v39_an_amendment_is_not_monotone() -> None:
    """V39, shown false: the amendment both adds (a price due at once, warranties) and takes away (powers, the return)."""
    story = Story(0, ((SIGNING, "Execution"), (AMENDMENT, "Board Vote with Unanimous")))
    before, found = now(story), now(story.plus(AMENDMENT, "First Amendment signed by Purchaser and Seller"))
    assert before["Closing Payment"].status is Status.PENDING
    assert found["Closing Payment"].status is Status.DUE
    assert "Board Approval Warranty" not in before
    assert found["Board Approval Warranty"].made
    assert before["Outside Date Termination"].status is Status.AVAILABLE
    assert found["Outside Date Termination"].status is Status.DELETED
    assert holds(found, "Deposit Return is pending")
    assert differing(before, found)
