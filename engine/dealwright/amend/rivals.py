"""Two instruments of one day and one rank that change one thing.

What the text becomes would depend on which of them is read first, so neither is put in. One goes before the other if
it amends it, or says that it prevails.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend.orders import amended, named
from dealwright.amend.work import Touch
from dealwright.diagnostic import Diagnostic, Place, echo


def rivals(
    instruments: Sequence[m.Instrument], touched: Mapping[str, Sequence[Touch]]
) -> tuple[tuple[str, str, Diagnostic], ...]:
    """The pairs of instruments that change one thing with equal right.

    Args:
        instruments: Those of one rank, in order.
        touched: What each of them changed.

    Returns:
        The names of each pair, with what to tell.
    """
    found: list[tuple[str, str, Diagnostic]] = []
    for place, later in enumerate(instruments):
        for earlier in instruments[:place]:
            if not _ranked(earlier, later):
                pair = _clash(touched.get(earlier.name, ()), touched.get(later.name, ()))
                found.extend((earlier.name, later.name, _told(*one)) for one in pair)
    return tuple(found)


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
    waiting = sorted(instruments, key=lambda one: (*_first(day_of(one) or dated(one)), *_first(dated(one))))
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


def _ranked(one: m.Instrument, other: m.Instrument) -> bool:
    """Whether one of two instruments goes before the other, and not that one before it as well."""
    goes = [
        second.name in (*amended(first), *named(first, "prevails over"))
        for first, second in ((one, other), (other, one))
    ]
    return goes[0] != goes[1]


def _clash(first: Sequence[Touch], second: Sequence[Touch]) -> tuple[tuple[Touch, Touch], ...]:
    """The first pair of changes that are of one thing, if there is one."""
    return next((((one, other),) for other in second for one in first if _same(one, other)), ())


def _same(one: Touch, other: Touch) -> bool:
    """Whether two changes are of one thing, or of a thing and what stands in it."""
    if one.way == other.way:
        return not one.part or not other.part or one.part == other.part
    outer, inner = sorted((one, other), key=lambda touch: len(touch.way))
    return not outer.part and inner.way[: len(outer.way)] == outer.way


def _told(one: Touch, other: Touch) -> Diagnostic:
    """What to tell of two changes."""
    what = one.part.removeprefix("term ") or one.way[-1].partition(": ")[2] or one.way[-1]
    return other.order.failure(
        "A104",
        f"and {echo(str(one.order.origin))} change {echo(what)} on one day, and neither goes before the other",
        other.order.operation.span,
        also=(Place(one.order.operation.span, "the other change", one.order.trail),),
        help="say `prevails over` in one of them, or give them different days",
    )
