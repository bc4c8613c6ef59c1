"""Business days are counted by named calendars, and their days are frozen."""

import sys
from datetime import date, timedelta
from importlib import metadata
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from dealwright.calendar import (
    NAMES,
    Calendar,
    OutsideCalendar,
    calendar,
    parse,
    print_calendar,
)

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "engine" / "dealwright" / "calendars"

FED = calendar("us-federal-reserve")
FEDERAL = calendar("us-federal")
NEW_YORK = calendar("new-york")
NYSE = calendar("nyse")
TARGET = calendar("target")
LONDON = calendar("london")
WEEKDAYS = calendar("weekdays")
DAY = timedelta(days=1)

calendars = st.sampled_from([calendar(name) for name in NAMES])
days = st.dates(date(2001, 1, 1), date(2055, 12, 31))
counts = st.integers(-500, 500)


@pytest.mark.parametrize(
    ("day", "second"),
    [
        (date(2003, 12, 30), date(2004, 1, 2)),
        (date(2003, 12, 31), date(2004, 1, 5)),
        (date(2004, 1, 15), date(2004, 1, 20)),
        (date(2004, 1, 16), date(2004, 1, 21)),
        (date(2004, 1, 17), date(2004, 1, 21)),
        (date(2004, 1, 19), date(2004, 1, 21)),
        (date(2004, 2, 10), date(2004, 2, 12)),
        (date(2004, 2, 11), date(2004, 2, 13)),
        (date(2004, 2, 12), date(2004, 2, 17)),
        (date(2004, 2, 13), date(2004, 2, 18)),
        (date(2004, 2, 14), date(2004, 2, 18)),
        (date(2004, 2, 15), date(2004, 2, 18)),
        (date(2004, 2, 16), date(2004, 2, 18)),
        (date(2004, 3, 8), date(2004, 3, 10)),
        (date(2004, 3, 9), date(2004, 3, 11)),
        (date(2004, 3, 10), date(2004, 3, 12)),
        (date(2004, 3, 11), date(2004, 3, 15)),
        (date(2004, 3, 12), date(2004, 3, 16)),
        (date(2004, 3, 13), date(2004, 3, 16)),
        (date(2004, 3, 30), date(2004, 4, 1)),
        (date(2004, 3, 31), date(2004, 4, 2)),
        (date(2004, 4, 1), date(2004, 4, 5)),
        (date(2004, 4, 7), date(2004, 4, 9)),
        (date(2004, 4, 8), date(2004, 4, 12)),
        (date(2004, 12, 22), date(2004, 12, 24)),
        (date(2004, 12, 29), date(2004, 12, 31)),
    ],
)
def test_second_business_day_of_the_banks(day: date, second: date) -> None:
    """The second business day after a day is the one that the Federal Reserve Banks keep."""
    assert FED.add(day, 2) == second


DIFFERENT = {
    ("weekdays", date(2003, 12, 30)): date(2004, 1, 1),
    ("weekdays", date(2003, 12, 31)): date(2004, 1, 2),
    ("new-york", date(2004, 2, 10)): date(2004, 2, 13),
    ("new-york", date(2004, 2, 11)): date(2004, 2, 17),
    ("nyse", date(2004, 4, 7)): date(2004, 4, 12),
    ("nyse", date(2004, 4, 8)): date(2004, 4, 13),
    ("us-federal", date(2004, 12, 22)): date(2004, 12, 27),
    ("nyse", date(2004, 12, 22)): date(2004, 12, 27),
    ("us-federal", date(2004, 12, 29)): date(2005, 1, 3),
}


@pytest.mark.parametrize(("name", "day"), DIFFERENT)
def test_second_business_day_elsewhere(name: str, day: date) -> None:
    """Another calendar gives another second business day where its holidays differ."""
    assert calendar(name).add(day, 2) == DIFFERENT[name, day]


@pytest.mark.parametrize("name", ["new-york", "nyse", "us-federal"])
@pytest.mark.parametrize(
    "day",
    [
        date(2003, 12, 30),
        date(2003, 12, 31),
        date(2004, 1, 15),
        date(2004, 1, 19),
        date(2004, 2, 12),
        date(2004, 2, 15),
        date(2004, 3, 31),
        date(2004, 4, 1),
        date(2004, 4, 7),
        date(2004, 4, 8),
        date(2004, 12, 22),
        date(2004, 12, 29),
    ],
)
def test_second_business_day_otherwise_the_same(name: str, day: date) -> None:
    """Where no difference is stated, the American calendars agree with that of the banks."""
    assert calendar(name).add(day, 2) == DIFFERENT.get((name, day), FED.add(day, 2))


def test_disagreements_of_one_winter() -> None:
    """From December 30, 2003 to March 30, 2004 only New York differs, after two days of February."""
    winter = [date(2003, 12, 30) + n * DAY for n in range(92)]
    assert winter[-1] == date(2004, 3, 30)
    differ = {
        other.name: [day for day in winter if other.add(day, 2) != FED.add(day, 2)]
        for other in (FEDERAL, NYSE, NEW_YORK)
    }
    assert differ == {
        "us-federal": [],
        "nyse": [],
        "new-york": [date(2004, 2, 10), date(2004, 2, 11)],
    }


@pytest.mark.parametrize(
    ("day", "open_on"),
    [
        (date(2003, 12, 31), {FED, FEDERAL, NEW_YORK, NYSE}),
        (date(2004, 1, 1), set[Calendar]()),
        (date(2004, 1, 2), {FED, FEDERAL, NEW_YORK, NYSE}),
        (date(2004, 1, 19), set[Calendar]()),
        (date(2004, 2, 12), {FED, FEDERAL, NYSE}),
        (date(2004, 2, 15), set[Calendar]()),
        (date(2004, 2, 16), set[Calendar]()),
        (date(2004, 2, 29), set[Calendar]()),
        (date(2004, 3, 30), {FED, FEDERAL, NEW_YORK, NYSE}),
        (date(2004, 3, 31), {FED, FEDERAL, NEW_YORK, NYSE}),
        (date(2004, 4, 9), {FED, FEDERAL, NEW_YORK}),
        (date(2004, 7, 5), set[Calendar]()),
        (date(2004, 11, 2), {FED, FEDERAL, NYSE}),
        (date(2004, 12, 24), {FED, NEW_YORK}),
        (date(2004, 12, 31), {FED, NEW_YORK, NYSE}),
    ],
)
def test_who_is_open(day: date, open_on: set[Calendar]) -> None:
    """Banks, civil servants, the State of New York and the exchange rest on different days."""
    assert {c for c in (FED, FEDERAL, NEW_YORK, NYSE) if c.is_business_day(day)} == open_on


@pytest.mark.parametrize(
    ("ours", "day"),
    [
        (TARGET, date(2004, 4, 12)),
        (TARGET, date(2003, 5, 1)),
        (TARGET, date(2003, 12, 26)),
        (TARGET, date(2001, 12, 31)),
        (LONDON, date(1999, 12, 31)),
        (LONDON, date(2004, 8, 30)),
        (LONDON, date(2004, 12, 28)),
        (LONDON, date(2020, 5, 8)),
        (LONDON, date(2022, 9, 19)),
        (LONDON, date(2023, 5, 8)),
        (NYSE, date(2001, 9, 11)),
        (FED, date(2021, 11, 11)),
        (FED, date(2022, 6, 20)),
    ],
)
def test_closed(ours: Calendar, day: date) -> None:
    """Fixed, moving and single holidays close a calendar."""
    assert not ours.is_business_day(day)


@pytest.mark.parametrize(
    ("ours", "day"),
    [
        (TARGET, date(2004, 5, 3)),
        (TARGET, date(2004, 12, 27)),
        (LONDON, date(2020, 5, 4)),
        (FED, date(2021, 12, 31)),
        (FED, date(2025, 1, 9)),
        (WEEKDAYS, date(2004, 12, 24)),
    ],
)
def test_open(ours: Calendar, day: date) -> None:
    """A holiday on a Saturday does not move where the calendar does not move it."""
    assert ours.is_business_day(day)


LONG_CLOSINGS = {
    *(date(2001, 9, 7) + n * DAY for n in range(6)),
    date(2006, 12, 28),
    date(2006, 12, 29),
    date(2012, 10, 25),
    date(2012, 10, 26),
}


@pytest.mark.parametrize(("ours", "most"), [(FED, 5), (FEDERAL, 5), (NYSE, 5), (NEW_YORK, 6)])
def test_span_of_two_business_days(ours: Calendar, most: int) -> None:
    """Two business days take 2 to 5 days (6 in New York), unforeseen closings of the exchange aside."""
    years = (date.fromordinal(n) for n in range(726468, 745096))
    spans = {day: (ours.add(day, 2) - day).days for day in years}
    assert (min(spans), max(spans)) == (date(1990, 1, 1), date(2040, 12, 31))
    longer = {day for day, span in spans.items() if span > most}
    assert longer == (LONG_CLOSINGS if ours is NYSE else set())
    assert min(spans.values()) == 2
    assert max(span for day, span in spans.items() if day not in longer) == most


@given(calendars, days, days, counts)
def test_counting_is_monotone_in_the_day(ours: Calendar, a: date, b: date, n: int) -> None:
    """From a later day, so many business days never end earlier."""
    assert ours.add(min(a, b), n) <= ours.add(max(a, b), n)


@given(calendars, days, counts)
def test_counting_is_strict_in_the_number(ours: Calendar, day: date, n: int) -> None:
    """One business day more ends later."""
    assert ours.add(day, n) < ours.add(day, n + 1)


@given(calendars, days, days, st.integers(0, 500))
def test_a_holiday_more(ours: Calendar, holiday: date, day: date, n: int) -> None:
    """Adding a holiday never makes a business day come earlier."""
    more = evolve(ours, holidays=ours.holidays | {holiday})
    assert ours.add(day, n) <= more.add(day, n)
    assert more.add(day, -n) <= ours.add(day, -n)


@given(calendars, days, counts.filter(bool))
def test_counting_goes_from_day_to_day(ours: Calendar, day: date, n: int) -> None:
    """The arithmetic agrees with walking from day to day, and `count` undoes `add`."""
    step, left, walked = (DAY, n, day) if n > 0 else (-DAY, -n, day)
    while left:
        walked += step
        left -= ours.is_business_day(walked)
    assert ours.add(day, n) == walked
    assert ours.count(day, walked) == n + (n < 0 and not ours.is_business_day(day))


@given(calendars, days, days, days)
def test_counts_add_up(ours: Calendar, a: date, b: date, c: date) -> None:
    """The business days from one day to a third are those to and those from a second."""
    assert ours.count(a, b) + ours.count(b, c) == ours.count(a, c)


@given(calendars, days)
def test_rolling(ours: Calendar, day: date) -> None:
    """A business day stays where it is, any other day moves to the nearest in its direction."""
    forward, back, within = (
        ours.roll(day, "forward"),
        ours.roll(day, "back"),
        ours.roll(day, "within its month"),
    )
    assert all(ours.is_business_day(rolled) for rolled in (forward, back, within))
    assert (forward == back == day) if ours.is_business_day(day) else back < day < forward
    assert within == (forward if forward.month == day.month else back)


@pytest.mark.parametrize(
    ("day", "forward", "back", "within"),
    [
        (date(2004, 1, 31), date(2004, 2, 2), date(2004, 1, 30), date(2004, 1, 30)),
        (date(2004, 5, 31), date(2004, 6, 1), date(2004, 5, 28), date(2004, 5, 28)),
        (date(2004, 2, 14), date(2004, 2, 17), date(2004, 2, 13), date(2004, 2, 17)),
        (date(2004, 2, 17), date(2004, 2, 17), date(2004, 2, 17), date(2004, 2, 17)),
    ],
)
def test_rolling_at_the_end_of_a_month(day: date, forward: date, back: date, within: date) -> None:
    """Rolled within its month, a day at the end of it moves back."""
    assert (FED.roll(day, "forward"), FED.roll(day, "back"), FED.roll(day, "within its month")) == (
        forward,
        back,
        within,
    )


def test_none_is_the_day_itself() -> None:
    """No business days after a day is that day, business day or not."""
    assert FED.add(date(2004, 2, 15), 0) == date(2004, 2, 15)


@pytest.mark.parametrize(
    ("ours", "day"),
    [
        (FED, date(1989, 12, 31)),
        (FED, date(2061, 1, 1)),
        (TARGET, date(1998, 12, 31)),
        (WEEKDAYS, date(3000, 1, 1)),
    ],
)
def test_unknown_days(ours: Calendar, day: date) -> None:
    """A calendar never guesses at a day outside its span."""
    known = ours.first
    with pytest.raises(OutsideCalendar) as caught:
        ours.is_business_day(day)
    assert (caught.value.calendar, caught.value.day) == (ours, day)
    assert not ours.covers(day)
    for asked in (
        lambda: ours.add(day, 0),
        lambda: ours.count(known, day),
        lambda: ours.count(day, known),
        lambda: ours.roll(day, "forward"),
    ):
        with pytest.raises(OutsideCalendar):
            asked()


@pytest.mark.parametrize(("start", "n"), [("first", -1), ("last", 1)])
@pytest.mark.parametrize("name", NAMES)
def test_counting_out_of_the_span(name: str, start: str, n: int) -> None:
    """Counting past an end of the calendar is refused, with the first day that is not known."""
    ours = calendar(name)
    day: date = getattr(ours, start)
    with pytest.raises(OutsideCalendar) as caught:
        ours.add(day, n)
    assert caught.value.day == day + n * DAY
    assert str(caught.value) == (
        f"the calendar `{name}` is known from {ours.first} to {ours.last}, and {day + n * DAY} is not among its days"
    )


def test_rolling_at_the_end_of_the_span() -> None:
    """A month that the calendar only knows in part is not rolled in."""
    short = evolve(FED, last=date(2004, 2, 15))
    with pytest.raises(OutsideCalendar):
        short.roll(date(2004, 2, 15), "within its month")


def test_unknown_name() -> None:
    """A name without a calendar is answered with the names that have one."""
    with pytest.raises(LookupError, match=r"no calendar is named `moon`; .* london, .* weekdays$"):
        calendar("moon")


def test_names_are_the_frozen_files() -> None:
    """Every frozen calendar has a name, and every name but `weekdays` a frozen calendar."""
    assert sorted({file.stem for file in FOLDER.iterdir()} | {"weekdays"}) == list(NAMES)


@pytest.mark.parametrize("name", sorted(set(NAMES) - {"weekdays"}))
def test_frozen(name: str) -> None:
    """A calendar's file says its digest, so that no day of it changes unnoticed."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert f"digest {parse(text).digest}\n" in text
    assert print_calendar(parse(text)) == text
    assert calendar(name) == parse(text)
    assert all(day.isoweekday() < 6 for day in calendar(name).holidays)


def test_digests_differ() -> None:
    """A digest tells calendars apart, by their days and by their span."""
    assert len({calendar(name).digest for name in NAMES}) == len(NAMES)
    assert evolve(FED, last=date(2059, 12, 31)).digest != FED.digest
    assert evolve(FED, title="Banks").digest == FED.digest


def test_drift(monkeypatch: pytest.MonkeyPatch) -> None:
    """The frozen days are those of the release they name; another release may know better."""
    pytest.importorskip("holidays")
    monkeypatch.syspath_prepend(ROOT / "scripts")
    monkeypatch.delitem(sys.modules, "freeze_calendars", raising=False)
    freeze_calendars = pytest.importorskip("freeze_calendars")
    drift = freeze_calendars.drift()
    if drift and FED.version != (installed := f"holidays {metadata.version('holidays')}"):
        pytest.skip(f"{installed} and the frozen {FED.version} differ: {drift}")
    assert drift == {}
