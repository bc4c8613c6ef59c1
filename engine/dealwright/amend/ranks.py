"""In which order instruments are put into the text: by the day since which they govern, then by that on which they were made.

Two that are equal in both have one rank. One of these still goes before the other if the other amends it, or says that
it prevails; if each goes before the other, neither does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend.orders import amended, is_in_text, named


def day_of(instrument: m.Instrument) -> tuple[date, ...]:
    """The day on which an instrument takes effect by its own words; none if that depends on what happens."""
    settings = {setting.word: setting.value for setting in instrument.settings if isinstance(setting, m.Setting)}
    if "effective when" in settings or "effective first day when" in settings:
        return ()
    for word in ("effective on", "effective as of", "dated"):
        value = settings.get(word)
        if value is not None:
            return (value.value,) if isinstance(value, e.Literal) and isinstance(value.value, date) else ()
    return ()


def in_rank(instruments: Sequence[m.Instrument]) -> tuple[m.Instrument, ...]:
    """Amending instruments in the order in which they are put in, whatever the order of the files.

    The day from which one governs by its own words comes first, then the day that it bears; what bears none stays
    behind those that do. One that amends another comes after it.
    """
    waiting = sorted(
        instruments,
        key=lambda one: (not is_in_text(one), *_first(day_of(one) or dated(one)), *_first(dated(one))),
    )
    names = {one.name for one in waiting}
    found: list[m.Instrument] = []
    while waiting:
        done = {one.name for one in found}
        ready = next((one for one in waiting if {*amended(one)} & names <= done), waiting[0])
        found.append(ready)
        waiting.remove(ready)
    return tuple(found)


def lasting(instruments: Sequence[m.Instrument]) -> tuple[str, ...]:
    """The names of instruments without those that expired, on a day written out, before the last of them governs."""
    if not instruments:
        return ()
    day = _first(day_of(instruments[-1]) or dated(instruments[-1]))
    return tuple(one.name for one in instruments if day == (date.max,) or _first(_day(one, "expires")) >= day)


def _first(days: tuple[date, ...]) -> tuple[date]:
    return (days[0],) if days else (date.max,)


def dated(instrument: m.Instrument) -> tuple[date, ...]:
    """The day that an instrument bears, if any."""
    return _day(instrument, "dated")


def _day(instrument: m.Instrument, word: str) -> tuple[date, ...]:
    """The day that is written out in a setting, if any."""
    value = next((s.value for s in instrument.settings if isinstance(s, m.Setting) and s.word == word), None)
    return (value.value,) if isinstance(value, e.Literal) and isinstance(value.value, date) else ()


def of_one_rank(chosen: Sequence[m.Instrument], equal: Sequence[Sequence[str]]) -> list[list[m.Instrument]]:
    """Instruments in their order, those in a row put together whose rank is one.

    Args:
        chosen: The instruments.
        equal: Those of one rank, in groups, besides those whose own words give them the same days.
    """
    groups: list[list[m.Instrument]] = []
    for instrument in chosen:
        first = groups[-1][0] if groups else instrument
        if groups and (
            _of_one_day(first, instrument) or any({first.name, instrument.name} <= set(names) for names in equal)
        ):
            groups[-1].append(instrument)
        else:
            groups.append([instrument])
    return groups


def _of_one_day(one: m.Instrument, other: m.Instrument) -> bool:
    """Whether two instruments govern from one day and, if both say so, were made on one day."""
    made = {dated(one), dated(other)} - {()}
    return bool(day_of(one)) and day_of(one) == day_of(other) and len(made) <= 1


def forerunners(together: Sequence[m.Instrument]) -> dict[str, frozenset[str]]:
    """For each of some instruments the names of those that go before it, and are not gone before by it."""
    own = {one.name for one in together}
    direct = {one.name: own & {*amended(one), *named(one, "prevails over")} for one in together}
    every: dict[str, set[str]] = {}
    for name, first in direct.items():
        pending, seen = list(first), set[str]()
        while pending:
            other = pending.pop()
            if other not in seen:
                seen.add(other)
                pending.extend(direct[other])
        every[name] = seen
    return {name: frozenset(one for one in above if name not in every[one]) for name, above in every.items()}


def in_turn(together: Sequence[m.Instrument]) -> tuple[m.Instrument, ...]:
    """Instruments of one rank in the order in which they are put in: each after those that go before it."""
    above = forerunners(together)
    waiting, found = list(together), list[m.Instrument]()
    while waiting:
        done = {one.name for one in found}
        ready = next(one for one in waiting if above[one.name] <= done)
        found.append(ready)
        waiting.remove(ready)
    return tuple(found)
