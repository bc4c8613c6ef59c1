"""A log of the first contract as a story, and what it comes to by its words alone.

A story is a log: what is given, and dated entries in the words of the language, in order. The sums that it moves, and whether
the conditions of section 3.1 are met in it, are counted here from the words, to be compared with what the engine says.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from attrs import evolve, field, frozen

PRICE = 1_800_000_00
DEPOSIT = 900_000_00
SIGNING = date(2003, 12, 30)
LAST = date(2004, 3, 30)
AMENDMENT = date(2004, 3, 31)


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


def returned(says: str) -> int:
    """What an entry releases from the escrow to Purchaser, in cents."""
    return released(says, "Purchaser")


def charged(says: str) -> int:
    """What the Escrow Agent keeps for itself by an entry, in cents."""
    return cents(says) if says.startswith("Escrow Charge") else 0


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
    return deposit_amount(story) - total(story, released, returned, charged)


def evaluation_days(story: Story) -> list[date]:
    """The days on which a story is worth a question: those of its entries, and some after them."""
    steps = (0, 1, 2, 7)
    return sorted({day + timedelta(step) for day in story.days for step in steps} | {LAST, AMENDMENT, date(2004, 7, 1)})


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
