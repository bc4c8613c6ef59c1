"""Going on after a mistake: the rule that holds it is taken out of view, and the rest is read as if it were not there.

Only the innermost rule, entry or setting is lost; the provision around it stays, and so do its neighbours. A provision
whose own line is at fault keeps what stands below it. Offsets do not move, so that later mistakes are told at their
true places.
"""

from __future__ import annotations

import difflib
from typing import Final

from dealwright.source import Source

_PROVISIONS: Final = frozenset(
    ("article", "section", "clause", "sentence", "paragraph", "schedule", "exhibit", "part", "recital", "preamble",
     "signatures", "note")
)  # fmt: skip
_INSTRUMENTS: Final = frozenset(("agreement", "amendment", "waiver", "rules", "order"))
_HOLDERS: Final = frozenset(("reading", "is", "or", "replace", "insert", "restate"))
_STAND_IN: Final = "note"


def without(source: Source, text: str, offset: int) -> str:
    """A text of the same length in which what holds the mistake at an offset says nothing."""
    lines = text.split("\n")
    at = min(source.line_at(offset), len(lines)) - 1
    while at and not lines[at].strip():
        at -= 1
    parents = _parents(lines, at)
    first = _word(lines[at])
    if first in _PROVISIONS or difflib.get_close_matches(first, _PROVISIONS, n=1, cutoff=0.75):
        lines[at] = _put(lines[at], _STAND_IN)
        return "\n".join(lines)
    chosen = at
    holder = ""
    for parent in parents:
        holder = _word(lines[parent])
        if holder in _PROVISIONS or holder in _HOLDERS or holder in _INSTRUMENTS or holder == "scenario":
            break
        chosen, holder = parent, ""
    depth = _depth(lines[chosen])
    end = chosen + 1
    while end < len(lines) and (not lines[end].strip() or _depth(lines[end]) > depth):
        end += 1
    filler = "|" if holder in _PROVISIONS or holder in _HOLDERS else ""
    lines[chosen] = _put(lines[chosen], filler)
    lines[chosen + 1 : end] = [" " * len(line) for line in lines[chosen + 1 : end]]
    return "\n".join(lines)


def _parents(lines: list[str], at: int) -> list[int]:
    """The lines above that a line belongs to, innermost first."""
    found = []
    depth = _depth(lines[at])
    for above in range(at - 1, -1, -1):
        line = lines[above]
        if line.strip() and not line.lstrip().startswith("#") and _depth(line) < depth:
            found.append(above)
            depth = _depth(line)
            if not depth:
                break
    return found


def _word(line: str) -> str:
    """The first word of a line."""
    return (line.split() or [""])[0]


def _depth(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip(" \t"))


def _put(line: str, words: str) -> str:
    """A line of the same length and depth with other words, as far as they fit."""
    depth = _depth(line)
    fitting = words if len(line) - depth >= len(words) else ""
    return (" " * depth + fitting).ljust(len(line))
