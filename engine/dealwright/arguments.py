"""What a program hands in: an argument of another kind than is asked is told by its name, before anything is done.

A text, a log or a command with a mistake in it is answered with diagnostics. A call with a mistake in it is answered as
Python answers such calls, with a `TypeError`; it says which argument it is, what was given, and what to give instead.
A day that carries a time, which Python takes for a day, is told too: no answer is given for a part of a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from os import PathLike
from typing import Final, cast

A_DAY: Final = "a day, such as `date(2031, 5, 8)`"
A_PATH: Final = 'a path, such as `"lease.deal"`'
_ECHO: Final = 80


def of_kind(name: str, value: object, kind: type | tuple[type, ...], give: str) -> None:
    """See that an argument is of its kind.

    Args:
        name: The argument.
        value: What was given.
        kind: The classes that will do.
        give: What to give.

    Raises:
        TypeError: It is of another.
    """
    if not isinstance(value, kind):
        raise TypeError(_said(name, value, give))


def each(name: str, values: object, kind: type | tuple[type, ...], give: str) -> None:
    """See that an argument is a tuple of things of one kind.

    Raises:
        TypeError: It is not.
    """
    if not isinstance(values, tuple) or not all(isinstance(one, kind) for one in values):
        raise TypeError(_said(name, values, give))


def day(name: str, value: object) -> None:
    """See that an argument is a whole day.

    Raises:
        TypeError: It is not.
    """
    if isinstance(value, datetime):
        raise TypeError(_said(name, value, f"the day alone, `{name}.date()`: a contract is asked about whole days"))
    of_kind(name, value, date, A_DAY)


def days(**given: object) -> None:
    """See that arguments are whole days, or are left out.

    Raises:
        TypeError: One is not.
    """
    for name, value in given.items():
        if value is not None:
            day(name, value)


def together(**given: object) -> None:
    """See that of two arguments that need each other neither is left out alone.

    Raises:
        TypeError: One is.
    """
    if any(value is not None for value in given.values()):
        one, other = (f"`{name}`" for name in given)
        message = f"{one} and {other} belong together: give both, or neither"
        raise TypeError(message)


def paths(name: str, *values: object) -> None:
    """See that each of several values of an argument is a path.

    Raises:
        TypeError: One is not.
    """
    for value in values:
        apart = ", each as an argument of its own" if isinstance(value, list | tuple) else ""
        of_kind(name, value, (str, PathLike), A_PATH + apart)


def names(name: str, values: object) -> None:
    """See that an argument is several names.

    Raises:
        TypeError: It is one name, or something else.
    """
    several = isinstance(values, Iterable) and not isinstance(values, str | bytes)
    if not several or not all(isinstance(one, str) for one in cast("Iterable[object]", values)):
        raise TypeError(_said(name, values, 'a list of names, such as `["First Amendment"]`'))


def choices(value: object) -> None:
    """See that an argument says which alternative of which reading is taken, or nothing.

    Raises:
        TypeError: It does not.
    """
    pairs = value.items() if isinstance(value, Mapping) else ()
    if not isinstance(value, Mapping | None) or not all(isinstance(part, str) for pair in pairs for part in pair):
        give = 'readings and the alternative of each, such as `{"Month Count": "it counts"}`'
        raise TypeError(_said("choices", value, give))


def _said(name: str, value: object, give: str) -> str:
    """What to tell."""
    shown = repr(value)
    if len(shown) > _ECHO:
        shown = f"{shown[:_ECHO]}…"
    return f"`{name}` is {shown}, of the kind `{type(value).__name__}`; give {give}"
