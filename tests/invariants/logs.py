"""Logs of the first contract, made at random near the days and the amounts that matter.

A story is a log: what is given, and dated entries in the words of the language, in order. Most stories have a spine,
the approval, the amendment, the release of the deposit and the wire, of which anything may be missing, and a few
entries from anywhere. Amounts are chosen while the story is told, so that the exact sum outstanding, a cent more and
a cent less come up. The sums that a story moves are also counted here, from its words alone, to be compared with the
engine's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from attrs import evolve, field, frozen
from hypothesis import strategies as st

PRICE = 1_800_000_00
DEPOSIT = 900_000_00
SIGNING = date(2003, 12, 30)
LAST = date(2004, 3, 30)
AMENDMENT = date(2004, 3, 31)

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
    "Claim by Seller with Head: Direct Loss, Amount: $40,000.07",
    "Claim by Purchaser with Head: Lost Profits, Amount: $250,000",
)


@frozen(repr=False)
class Story:
    """A log: the interest on the deposit in cents, and dated entries in order."""

    interest: int
    entries: tuple[tuple[date, str], ...]
    given: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    through: date | None = None
    choices: tuple[tuple[str, str], ...] = field(default=())

    def __str__(self) -> str:
        """The story as a scenario would tell it."""
        return "\n".join([*self.said, *(f"{on.isoformat()} {says}" for on, says in self.entries)])

    __repr__ = __str__

    def _repr_pretty_(self, printer: Any, cycle: object) -> None:
        """How Hypothesis shows it."""
        del cycle
        printer.text(f"a story:\n{self}\n")

    @property
    def said(self) -> tuple[str, ...]:
        """What is said of the whole: what is given, and what nobody knows."""
        interest = [] if "Interest Earned" in self.unknown else [f"Interest Earned is {dollars(self.interest)}"]
        return (*(f"given {one}" for one in (*interest, *self.given)), *(f"{one} is unknown" for one in self.unknown))

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which something is entered."""
        return tuple(dict.fromkeys(on for on, _ in self.entries))

    @property
    def end(self) -> date:
        """The day of the last entry."""
        return self.entries[-1][0] if self.entries else SIGNING

    def first(self, count: int) -> Story:
        """The first entries alone."""
        return evolve(self, entries=self.entries[:count])

    def prefixes(self) -> list[Story]:
        """The story so far after each of its entries."""
        return [self.first(count + 1) for count in range(len(self.entries))]

    def until(self, day: date) -> Story:
        """The entries up to a day."""
        return evolve(self, entries=tuple(one for one in self.entries if one[0] <= day))

    def plus(self, day: date, *says: str) -> Story:
        """The story with more entries, after the others of their day."""
        more = [*self.entries, *((day, one) for one in says)]
        return evolve(self, entries=tuple(sorted(more, key=lambda one: one[0])))

    def without(self, *starts: str) -> Story:
        """The story without the entries that begin in certain words."""
        return evolve(self, entries=tuple(one for one in self.entries if not one[1].startswith(starts)))

    def has(self, *parts: str) -> bool:
        """Whether an entry holds certain words."""
        return any(part in says for _, says in self.entries for part in parts)


def dollars(cents: int) -> str:
    """An amount in the words of the language."""
    return f"${cents // 100:,}.{cents % 100:02d}"


def cents(says: str) -> int:
    """The amount in an entry."""
    word = next(word for word in says.split() if word.startswith("$"))
    whole, _, part = word[1:].replace(",", "").partition(".")
    return int(whole) * 100 + int(f"{part:0<2}")


# ---------------------------------------------------------------- money, counted from the words


def direct(says: str) -> int:
    """What an entry pays Seller directly, in cents."""
    return (
        cents(says)
        if says.startswith("Closing Payment paid") or (says.endswith("to Seller") and says.startswith("Purchaser pays"))
        else 0
    )


def released(says: str, to: str = "Seller") -> int:
    """What an entry releases from the escrow, in cents."""
    return cents(says) if says.startswith("Escrow Release of") and says.endswith(f"to {to}") else 0


def deposited(says: str) -> int:
    """What an entry pays into the escrow, in cents."""
    return cents(says) if says.startswith("Deposit paid") else 0


def total(story: Story, *counted: Callable[[str], int]) -> int:
    """What the entries of a story move, in cents."""
    return sum(count(says) for _, says in story.entries for count in counted)


def outstanding(story: Story) -> int:
    """What is left of the price, in cents: never below zero."""
    return max(0, PRICE - total(story, direct, released))


def deposit_amount(story: Story) -> int:
    """The deposit paid and the interest on it, in cents."""
    paid = total(story, deposited)
    return paid + story.interest if paid else 0


def balance(story: Story) -> int:
    """What the escrow holds, in cents."""
    return deposit_amount(story) - total(story, released) - total(story, lambda says: released(says, "Purchaser"))


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
            case "wire" | "release" | "any release":
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
    "wire", "release", "any release", "meeting", "instruct", "licence ends", "waive", "superior", "exercise", "exercise", "bar", "assert",
    "escrow ends", "other", "other",
)  # fmt: skip
AMENDED_KINDS = (*ORIGINAL_KINDS, "board", "split board", "sign one", "escrow ends")


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


def evaluation_days(story: Story) -> list[date]:
    """The days on which a story is worth a question: those of its entries, and some after them."""
    steps = (0, 1, 2, 7)
    return sorted({day + timedelta(step) for day in story.days for step in steps} | {LAST, AMENDMENT, date(2004, 7, 1)})


days_asked = st.sampled_from((0, 1, 2, 3, 5, 9, 40)).map(timedelta)


# ---------------------------------------------------------------- conditions, judged from the words


def conditions_met(story: Story, signed: Story | None = None) -> bool:
    """Whether the conditions of section 3.1 are met or waived by both after the last entry, read off the words alone.

    Args:
        story: The story so far.
        signed: The story up to the signature of the amendment if its conditions are asked about; a waiver before it was
            one of the conditions that it replaced.
    """
    said = [says for _, says in story.entries]
    limbs = {"(b)": "License Amendment Ended" not in said}
    if signed is None:
        limbs["(a)"] = any(says.startswith("Stockholder Meeting") and "Vote: Approved" in says for says in said)
        waivers = said
    else:
        limbs["(a)"] = "Board Vote with Unanimous" in said
        limbs["(c)"] = "Escrow Agreement Ended with By Full Release: no" not in said
        waivers = said[len(signed.entries) :]
    return waived(waivers, "") or all(met or waived(waivers, f" {label}") for label, met in limbs.items())


def waived(said: list[str], limb: str) -> bool:
    """Whether both parties waived the conditions, or one limb of them."""
    by = {name for says in said for name in ("Purchaser", "Seller") if waives(says, name, limb)}
    return by == {"Purchaser", "Seller"}


def waives(says: str, name: str, limb: str) -> bool:
    """Whether an entry is a waiver by a party."""
    return says.endswith(f"Closing Conditions{limb}") and "waive" in says and name in says
