"""The first contract by hand: what a programmer would write who needs five answers and nothing else.

It is what the engine is measured against, so it knows nothing of the engine: no text, no citations, no reasons, no
readings but the default ones, and only the entries that the five answers turn on. The five answers are:

1. the conditions of section 3.1 of the Agreement, and since when they are satisfied;
2. the payment of section 3.4, its due date and what is outstanding;
3. the rights to terminate of sections 8.1 to 8.4;
4. the conditions and the payment of the Amendment;
5. the revenue limit of section 7.2 for a year.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

PRICE = Fraction(1_800_000)
OUTSIDE_DATE = date(2004, 3, 30)
CLOSED = frozenset(
    [
        date(2004, 1, 1),
        date(2004, 1, 19),
        date(2004, 2, 16),
        date(2004, 5, 31),
        date(2004, 7, 5),
        date(2004, 9, 6),
        date(2004, 10, 11),
        date(2004, 11, 11),
        date(2004, 11, 25),
    ]
)


class Entry(NamedTuple):
    """What happened on a day."""

    on: date
    what: str
    amount: Fraction = Fraction(0)


class Payment(NamedTuple):
    """How the price stands."""

    status: str
    due: date | None
    outstanding: Fraction


class Text(NamedTuple):
    """The answers under one text."""

    conditions: tuple[str, date | None]
    payment: Payment
    rights: tuple[str, ...]


class Answers(NamedTuple):
    """The five answers: the first three are those of the original text."""

    original: Text
    amended: Text
    revenue_limit: Fraction | None


def answers(entries: list[Entry], as_of: date, year: int) -> Answers:
    """The five answers on a day, the revenue limit for a year."""
    known = [entry for entry in entries if entry.on <= as_of]
    original = under_the_original(known, as_of)
    signed = first(known, "amendment signed")
    amended = original if signed is None else under_the_amendment(known, as_of, signed)
    return Answers(original, amended, revenue_limit(known, year))


def under_the_original(entries: list[Entry], as_of: date) -> Text:
    """The answers if the Amendment were not."""
    approved, ended = first(entries, "plan approved"), first(entries, "licence amendment ended")
    conditions = conditions_met([approved], [ended])
    due = None if approved is None or failed_before(ended, approved) else business_days_after(approved, 2)
    terminated = first_termination(entries, approved)
    payment, closed = price(entries, as_of, due, approved, ended, terminated)
    return Text(conditions, payment, rights(entries, as_of, approved, closed, terminated))


def under_the_amendment(entries: list[Entry], as_of: date, signed: date) -> Text:
    """The answers from the day on which the Amendment was signed."""
    before = [entry for entry in entries if entry.on < signed]
    earlier = under_the_original(before, signed)
    voted = first(entries, "board approved")
    ended = first(entries, "licence amendment ended") or first(entries, "escrow agreement ended")
    conditions = conditions_met([voted], [ended])
    deleted = ("deleted",) * 4
    if earlier.payment.status == "performed":
        return Text(conditions, earlier.payment, deleted)
    due = None if voted is None or failed_before(ended, voted) else max(signed, voted)
    payment, _ = price(entries, as_of, due, due, ended, None)
    return Text(conditions, payment, deleted)


def conditions_met(positive: list[date | None], negative: list[date | None]) -> tuple[str, date | None]:
    """The status of conditions, some of which must come about and others of which must not, and since when."""
    if any(negative):
        return "failed", min(day for day in negative if day)
    if not all(positive):
        return "unsatisfied", None
    return "satisfied", max(day for day in positive if day)


def price(
    entries: list[Entry], as_of: date, due: date | None, met: date | None, ended: date | None, terminated: date | None
) -> tuple[Payment, date | None]:
    """How the price stands, and the day of the Closing if there was one."""
    outstanding = PRICE
    for entry in entries:
        if entry.what not in ("price paid", "deposit released"):
            continue
        if entry.what == "price paid" and (met is None or entry.on < met):
            continue
        outstanding = max(outstanding - entry.amount, Fraction(0))
        live = not failed_before(ended, entry.on) and not failed_before(terminated, entry.on)
        if met is not None and entry.on >= met and not outstanding and live:
            return Payment("performed", due, Fraction(0)), entry.on
    breached = due is not None and due < as_of and not failed_before(ended, due) and not failed_before(terminated, due)
    if breached:
        return Payment("breached", due, outstanding), None
    if ended is not None or terminated is not None:
        return Payment("discharged", due, Fraction(0)), None
    if due is None:
        return Payment("pending", None, Fraction(0)), None
    return Payment("due", due, outstanding), None


def rights(
    entries: list[Entry], as_of: date, approved: date | None, closed: date | None, terminated: date | None
) -> tuple[str, ...]:
    """The rights to terminate of sections 8.1 to 8.4."""
    if closed is not None:
        return ("lapsed",) * 4
    if terminated is not None:
        return ("lapsed", "exercised", "lapsed", "lapsed")
    lost = first(entries, "plan not approved") is not None and approved is None
    in_time = approved is not None and approved <= OUTSIDE_DATE
    outside = as_of > OUTSIDE_DATE and not in_time
    other = first(entries, "competing contract") and first(entries, "superiority determined")
    return "available", power(held=outside), power(held=lost), power(held=bool(other))


def power(*, held: bool) -> str:
    """The word for a right that is held, or not."""
    return "available" if held else "unavailable"


def first_termination(entries: list[Entry], approved: date | None) -> date | None:
    """The day of the first notice under section 8.2 that the outside date supports."""
    for entry in entries:
        in_time = approved is not None and approved <= OUTSIDE_DATE
        if entry.what == "notice under 8.2" and entry.on > OUTSIDE_DATE and not in_time:
            return entry.on
    return None


def revenue_limit(entries: list[Entry], year: int) -> Fraction | None:
    """The revenue limit of a year: $10,000,000 in the year of the first transfer, 7.5 percent more each year."""
    transferred = first(entries, "licence transferred")
    if transferred is None or year < transferred.year:
        return None
    limit = Fraction(10_000_000)
    for _ in range(transferred.year, year):
        limit *= Fraction(43, 40)
    return limit


def first(entries: list[Entry], what: str) -> date | None:
    """The day on which something first happened."""
    return next((entry.on for entry in entries if entry.what == what), None)


def failed_before(ended: date | None, day: date) -> bool:
    """Whether something had ended before a day."""
    return ended is not None and ended < day


def business_days_after(day: date, count: int) -> date:
    """The business day so many business days after a day, by the calendar of the Federal Reserve."""
    while count:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in CLOSED:
            count -= 1
    return day
