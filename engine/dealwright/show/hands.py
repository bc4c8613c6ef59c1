"""The instruments with their days: since when each is in effect where that is known, else the day that it bears."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from dealwright import model as m
from dealwright.amend import dated
from dealwright.paper import Hand


def hands(
    instruments: Iterable[m.Instrument],
    since: Mapping[str, date] | None = None,
    struck: Mapping[str, date] | None = None,
) -> dict[str, Hand]:
    """Instruments by name, each with its day; and courts, by the identity of what they struck.

    Args:
        instruments: The instruments.
        since: The day since which each of them is in effect, as far as a log tells.
        struck: The provisions that a court struck, each with the day.
    """
    known = since or {}
    found = {identity: Hand("a court", (day,), effective=True) for identity, day in (struck or {}).items()}
    for one in instruments:
        if one.name in known:
            found[one.name] = Hand(one.name, (known[one.name],), effective=True)
        else:
            found[one.name] = Hand(one.name, dated(one))
    return found
