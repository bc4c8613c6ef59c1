"""Freezes the business-day calendars from the `holidays` package into `engine/dealwright/calendars/`.

The engine never asks that package: a result must not change when a dependency corrects a holiday.
Run without arguments to see where the installed package differs from what is frozen, and with
`--write` to freeze it anew, which is a change of meaning and belongs in the changelog.

What the package calls a holiday is not always a day on which no business is done, so each calendar
states its own rule here.
"""

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from importlib import metadata
from pathlib import Path

import holidays

from dealwright.calendar import Calendar, parse, print_calendar

FOLDER = Path(__file__).parent.parent / "engine" / "dealwright" / "calendars"
FIRST, LAST = 1990, 2060
YEARS = range(FIRST - 1, LAST + 2)  # a new year's day can be kept in the year before
TUESDAY, SATURDAY, SUNDAY = 2, 6, 7


def frozen(name: str) -> Calendar:
    """The calendar as it stands in its file."""
    return parse((FOLDER / f"{name}.txt").read_text(encoding="utf-8"))


def drift() -> Mapping[str, tuple[date, ...]]:
    """The days on which the installed package and the frozen calendars disagree, by calendar."""
    pairs = ((name, made.holidays ^ frozen(name).holidays) for name, made in fresh().items())
    return {name: tuple(sorted(days)) for name, days in pairs if days}


def fresh() -> Mapping[str, Calendar]:
    """Every calendar, made from the installed package."""
    return {name: _calendar(name, title, days(), since) for name, (title, since, days) in CALENDARS.items()}


def _federal_reserve() -> set[date]:
    """Days closed at the Federal Reserve Banks: Sunday moves to Monday, Saturday does not move.

    The package knows them from 1999. For the years before, the federal holidays under the same
    rule stand in; from 1999 on the two agree on every day.
    """
    before = {day for day in _sunday_to_monday(_united_states()) if day < date(1999, 1, 1)}
    return before | set(holidays.financial_holidays("XFED", years=YEARS))


def _federal() -> set[date]:
    """Legal public holidays of 5 U.S.C. 6103: Sunday moves to Monday, Saturday to Friday.

    Closings of the federal offices for a single day by executive order are none of them.
    """
    return set(holidays.country_holidays("US", years=YEARS))


def _new_york() -> set[date]:
    """Public holidays of General Construction Law, section 24.

    It has Lincoln's birthday, and the general election day of every year; Sunday moves to Monday,
    Saturday does not move. Days that the state only commemorates are not in it.
    """
    commemorated = "Susan B. Anthony Day"
    state = holidays.country_holidays("US", subdiv="NY", years=YEARS, observed=False)
    named = {day for day, name in state.items() if name not in {commemorated, "Election Day"}}
    return _sunday_to_monday(named) | {_election_day(year) for year in YEARS}


def _exchange() -> set[date]:
    """Days on which the exchange did not trade, those that no rule foresaw included."""
    return set(holidays.financial_holidays("XNYS", years=YEARS))


def _target() -> set[date]:
    """Closing days of the euro's settlement system, which opened in 1999."""
    return set(holidays.financial_holidays("XECB", years=YEARS))


def _london() -> set[date]:
    """Bank holidays of England, royal occasions included."""
    return set(holidays.country_holidays("GB", subdiv="ENG", years=YEARS))


CALENDARS: Mapping[str, tuple[str, int, Callable[[], set[date]]]] = {
    "us-federal-reserve": ("Federal Reserve Banks", FIRST, _federal_reserve),
    "us-federal": ("legal public holidays of the United States", FIRST, _federal),
    "new-york": ("public holidays of the State of New York", FIRST, _new_york),
    "nyse": ("New York Stock Exchange", FIRST, _exchange),
    "target": ("TARGET, the settlement system of the euro", 1999, _target),
    "london": ("bank holidays of England", FIRST, _london),
}


def _united_states() -> set[date]:
    return set(holidays.country_holidays("US", years=YEARS, observed=False))


def _sunday_to_monday(days: Iterable[date]) -> set[date]:
    return {day + timedelta(days=day.isoweekday() == SUNDAY) for day in days}


def _election_day(year: int) -> date:
    """The Tuesday after the first Monday of November."""
    days = (date(year, 11, 2 + n) for n in range(7))
    return next(day for day in days if day.isoweekday() == TUESDAY)


def _calendar(name: str, title: str, days: Iterable[date], since: int) -> Calendar:
    first, last = date(since, 1, 1), date(LAST, 12, 31)
    weekdays = (day for day in days if day.isoweekday() < SATURDAY)
    return Calendar(
        name=name,
        title=title,
        version=f"holidays {metadata.version('holidays')}",
        first=first,
        last=last,
        holidays=frozenset(day for day in weekdays if first <= day <= last),
    )


def main() -> None:
    """Freeze the calendars anew if asked to, else report where they differ."""
    if "--write" in sys.argv[1:]:
        for name, made in fresh().items():
            (FOLDER / f"{name}.txt").write_text(print_calendar(made), encoding="utf-8")
    for name, days in drift().items():
        print(name, *days)


if __name__ == "__main__":
    main()
