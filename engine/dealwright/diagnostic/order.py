"""The order in which diagnostics are told, and which of them are not worth telling.

The order is that of the texts and never that of the checks; at one place the most general comes first. One mistake
often shows many times: a term that was never defined is unknown wherever it is used. The first few are told, and
the last of these says how many more there are.
"""

import re
from collections.abc import Iterable
from typing import Final

import attrs

from dealwright.diagnostic.record import Diagnostic

_TOLD: Final = 3
_TERM: Final = re.compile("`[^`]*`")


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics in the order of the texts, without repetitions and without the follow-ups of one unknown term."""
    told: list[Diagnostic] = []
    alike: dict[tuple[str, str, str], list[int]] = {}
    muted: dict[int, int] = {}
    for diagnostic in sorted(dict.fromkeys(diagnostics), key=_position):
        term = _TERM.search(diagnostic.message)
        if term:
            places = alike.setdefault((diagnostic.place.span.source.name, diagnostic.code, term[0]), [])
            if len(places) == _TOLD:
                muted[places[-1]] = muted.get(places[-1], 0) + 1
                continue
            places.append(len(told))
        told.append(diagnostic)
    return tuple(_counting(diagnostic, muted.get(index, 0)) for index, diagnostic in enumerate(told))


def _position(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    span = diagnostic.place.span
    return span.source.name, span.start, -span.end, diagnostic.code, diagnostic.message


def _counting(diagnostic: Diagnostic, more: int) -> Diagnostic:
    if not more:
        return diagnostic
    places = "1 more place" if more == 1 else f"{more} more places"
    return attrs.evolve(diagnostic, notes=(*diagnostic.notes, f"the same holds at {places} of this text"))
