"""Logs of the first contract, made at random near the days and the amounts that matter.

Most stories have a spine, the approval, the amendment, the release of the deposit and the wire, of which anything may be
missing, and a few entries from anywhere. Amounts are chosen while the story is told, so that the exact sum outstanding, a cent
more and a cent less come up.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from attrs import evolve, frozen
from hypothesis import strategies as st
from told import AMENDMENT, DEPOSIT, LAST, PRICE, SIGNING, Story, balance, dollars, outstanding

INTERESTS = (0, 1, 1_234_56, 150_00, 899_999_99)
VOTE_DAYS = tuple(
    map(
        date.fromisoformat,
        [
            "2004-01-15",
            "2004-01-16",
            "2004-01-17",
            "2004-01-19",
            "2004-02-10",
            "2004-02-11",
            "2004-02-12",
            "2004-02-15",
            "2004-02-29",
            "2004-03-08",
            "2004-03-12",
            "2004-03-26",
            "2004-03-29",
            "2004-03-30",
            "2004-03-31",
            "2004-04-01",
            "2004-04-05",
        ],
    )
)
SIGN_DAYS = (AMENDMENT, date(2004, 3, 12), date(2004, 3, 30), date(2004, 4, 1), date(2004, 4, 5), date(2004, 2, 15))
DAYS = tuple(sorted({SIGNING, date(2003, 12, 31), *VOTE_DAYS, date(2004, 4, 2), date(2004, 4, 8), date(2004, 6, 1)}))

GOOD_NOTICE = "In Writing, Refers To Agreement, Medium: {medium}, Properly Addressed, Received: {day}"
BAD_NOTICES = (
    "In Writing: no, Refers To Agreement, Medium: By Hand, Properly Addressed, Received: {day}",
    "In Writing, Refers To Agreement: no, Medium: By Hand, Properly Addressed, Received: {day}",
    "In Writing, Refers To Agreement, Medium: Other, Properly Addressed, Received: {day}",
    "In Writing, Refers To Agreement, Medium: By Hand, Properly Addressed: no, Received: {day}",
    "In Writing, Refers To Agreement, Medium: Registered Airmail, Properly Addressed, Addressee At Fault: no",
)
BY_NOTICE = ("Outside Date Termination", "Failed Vote Termination", "Superior Contract Termination")
MEETINGS = tuple(
    f"Stockholder Meeting with Special{special}, Plan Vote: {plan}, Agreement Vote: {agreement}"
    for plan, agreement, special in (
        ("Approved", "Not Taken", ""),
        ("Not Taken", "Approved", ": no"),
        ("Not Approved", "Approved", ""),
        ("Approved", "Approved", ""),
        ("Not Approved", "Not Taken", ""),
        ("Not Taken", "Not Approved", ""),
        ("Not Approved", "Not Approved", ": no"),
        ("Not Taken", "Not Taken", ""),
    )
)
APPROVALS = MEETINGS[:4]
FREE_FACTS = (
    "Patent License Granted by Seller with In Normal Services: no",
    "Patent License Granted by Seller with In Normal Services",
    "Omission Found with Omitted: Continuation",
    "Adjournment",
    "Notice Of Meeting by Seller",
    "Cooperation Request by Purchaser with Reasonable",
    "Closing Delivery by Seller with Item: Executed Assignment",
    "License Transfer with Basis: Assets, Substantially All",
    "License Transfer with Basis: Other, Substantially All",
    "Claim by Seller with Against: Purchaser, Head: Direct Loss, Amount: $1,040,000.07",
    "Claim by Seller with Against: Purchaser, Head: Lost Profits, Amount: $250,000",
    "Claim by Purchaser with Against: Seller, Head: Direct Loss, Amount: $40,000",
)


# ---------------------------------------------------------------- telling a story

likely = st.sampled_from((False, True, True, True, True))
maybe = st.sampled_from((False, False, True))


def near(*amounts: int) -> st.SearchStrategy[int]:
    """These amounts, a cent more, a cent less, and halves; always more than nothing."""
    found = [one + step for one in amounts for step in (0, 0, 0, 1, -1)] + [one // 2 for one in amounts] + [1]
    return st.sampled_from(tuple(dict.fromkeys(one for one in found if one > 0)))


@frozen
class Teller:
    """What is known while a story is told: how to draw, what was told, and of what is spoken."""

    draw: Any
    story: Story
    amended: bool

    def money(self, day: date, kind: str) -> str:
        """An entry that moves money, given what was moved before."""
        del day
        rest, held = outstanding(self.story), max(0, balance(self.story))
        pick = self.draw
        if kind == "wire":
            sum_ = pick(near(rest, DEPOSIT, PRICE)) if pick(maybe) else max(rest, 1)
            return (
                f"Closing Payment paid {dollars(sum_)}"
                if pick(st.booleans())
                else f"Purchaser pays {dollars(sum_)} to Seller"
            )
        if kind == "charge":
            return f"Escrow Charge with Amount: {dollars(min(held, pick(st.sampled_from((1, 150_00)))))}"
        to = "Seller" if kind == "release" or pick(st.booleans()) else "Purchaser"
        sum_ = pick(near(held, DEPOSIT)) if pick(maybe) else held
        return (
            f"Escrow Release of {dollars(min(sum_, held))} to {to}"
            if held
            else f"Escrow Instruction by Seller with Payee: {to}"
        )

    def says(self, day: date, kind: str) -> list[str]:
        """The entries of one kind."""
        pick = self.draw
        match kind:
            case "approval":
                return [pick(st.sampled_from(APPROVALS))]
            case "meeting":
                return [pick(st.sampled_from(MEETINGS))]
            case "board":
                return ["Board Vote with Unanimous"]
            case "split board":
                return ["Board Vote with Unanimous: no, Unanimous Of Those Present"]
            case "sign":
                if pick(st.booleans()):
                    return ["First Amendment signed by Purchaser", "First Amendment signed by Seller"]
                return ["First Amendment signed by Purchaser and Seller"]
            case "sign one":
                return [f"First Amendment signed by {pick(PARTY)}"]
            case "wire" | "release" | "any release" | "charge":
                return [self.money(day, kind)]
            case "licence ends":
                return ["License Amendment Ended"]
            case "escrow ends":
                return [f"Escrow Agreement Ended with By Full Release: {pick(st.sampled_from(('no', 'yes')))}"]
            case "instruct":
                who = pick(st.sampled_from(("Purchaser and Seller", "Purchaser", "Seller")))
                return [f"Escrow Instruction by {who} with Payee: {pick(PARTY)}"]
            case "waive":
                who = pick(
                    st.sampled_from(
                        ("Purchaser and Seller", "Purchaser and Seller", "Purchaser waives", "Seller waives")
                    )
                )
                limb = pick(st.sampled_from(("", " (a)", " (b)")))
                return [f"{who if who.endswith('waives') else who + ' waive'} Closing Conditions{limb}"]
            case "superior":
                return ["Competing Contract by Seller with Covers Patents: no", "Superiority Determination"]
            case "terminate":
                return terminate(pick, day)
            case "exercise":
                return [exercise(pick, day)]
            case "bar":
                return [f"law bars Closing Payment until {(day + timedelta(pick(st.integers(0, 9)))).isoformat()}"]
            case "assert":
                return [f'asserted in "a letter": {pick(st.sampled_from(ASSERTED))}']
            case _:
                return [pick(st.sampled_from(FREE_FACTS))]


PARTY = st.sampled_from(("Seller", "Purchaser"))
ASSERTED = (
    *APPROVALS,
    "Board Vote with Unanimous",
    "License Amendment Ended",
    "Closing Payment paid $1,800,000",
    "Requisite Stockholder Approval is yes",
)
ORIGINAL_KINDS = (
    "wire", "release", "any release", "meeting", "instruct", "licence ends", "waive", "superior", "exercise", "exercise", "terminate", "bar", "assert",
    "escrow ends", "charge", "other", "other",
)  # fmt: skip
AMENDED_KINDS = (*ORIGINAL_KINDS, "board", "split board", "sign one", "escrow ends")


def terminate(pick: Any, day: date) -> list[str]:
    """A termination in due form, and what gives the power for it."""
    who = pick(PARTY)
    form = GOOD_NOTICE.format(day=day.isoformat(), medium="By Hand")
    ways = [
        ["Purchaser and Seller exercise Mutual Termination by writing"],
        [MEETINGS[4], f"{who} exercises Failed Vote Termination by notice with {form}"],
        [
            "Competing Contract by Seller with Covers Patents: no",
            "Superiority Determination",
            f"Seller exercises Superior Contract Termination by notice with {form}",
        ],
        [f"{who} exercises Outside Date Termination by notice with {form}"],
    ]
    found: list[str] = pick(st.sampled_from(ways if day > LAST else ways[:-1]))
    return found


def exercise(pick: Any, day: date) -> str:
    """An exercise of a power, good or bad."""
    power = pick(st.sampled_from(("Mutual Termination", *BY_NOTICE)))
    if power == "Mutual Termination":
        who = pick(st.sampled_from(("Purchaser and Seller exercise", "Seller exercises")))
        return f"{who} {power} by writing"
    served = day + timedelta(pick(st.sampled_from((0, 0, 0, 1, 5))))
    medium = pick(st.sampled_from(("By Hand", "Prepaid Air Courier", "Certified Airmail")))
    form = pick(st.sampled_from((GOOD_NOTICE, GOOD_NOTICE, GOOD_NOTICE, GOOD_NOTICE, *BAD_NOTICES)))
    return f"{pick(PARTY)} exercises {power} by notice with {form.format(day=served.isoformat(), medium=medium)}"


@st.composite
def stories(
    draw: Any,
    *,
    amended: bool | None = None,
    most: int = 4,
    kinds: Sequence[str] | None = None,
    leave_out: Sequence[str] = (),
    spine: bool = True,
) -> Story:
    """Stories of the agreement, with the amendment signed or not.

    Args:
        draw: Given by Hypothesis.
        amended: Whether the amendment belongs to the story; either if not said.
        most: How many entries there may be beside the spine.
        kinds: The kinds of these entries.
        leave_out: Kinds not to be used.
        spine: Whether approval, amendment, release and wire come as they should, mostly.
    """
    with_amendment = draw(st.booleans()) if amended is None else amended
    chosen = [one for one in (kinds or (AMENDED_KINDS if with_amendment else ORIGINAL_KINDS)) if one not in leave_out]
    plan: list[tuple[date, str]] = []
    if spine:
        day = draw(st.sampled_from(VOTE_DAYS))
        if draw(likely):
            plan.append((day, "board" if with_amendment else "approval"))
        if with_amendment and draw(likely):
            day = draw(st.sampled_from(SIGN_DAYS))
            plan.append((day, "sign"))
        for kind in ("release", "wire"):
            if draw(likely):
                day = day + timedelta(draw(st.integers(0, 4)))
                plan.append((day, kind))
    for _ in range(draw(st.integers(0, most))):
        plan.append((draw(st.sampled_from(DAYS)), draw(st.sampled_from(chosen))))
    story = Story(draw(st.sampled_from(INTERESTS)), ())
    opening = ["Execution", "Escrow Agreement Execution"]
    if draw(likely):
        opening.append(f"Deposit paid {dollars(DEPOSIT if not draw(maybe) else DEPOSIT // 2)}")
    story = evolve(story, entries=tuple((SIGNING, one) for one in opening))
    for day, kind in sorted(plan, key=lambda one: one[0]):
        says = Teller(draw, story, with_amendment).says(day, kind)
        story = evolve(story, entries=(*story.entries, *((day, one) for one in says)))
    return story


days_asked = st.sampled_from((0, 1, 2, 3, 5, 9, 40)).map(timedelta)
