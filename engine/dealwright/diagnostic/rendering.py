"""Diagnostics as a person reads them in a terminal or a log.

```
error[R401]: two exceptions of `Deposit` hold at once with different results
  --> lease.deal:12:5
      Bakery Lease > Article 3 > Section 3.4
   |
12 |     except Small Unit when Heating is Gas: €100
   |     ^^^^^^^^^^^^^^^^^ this one
   = help: put one under the other, or say which goes first
```

What is shown of a text is at most one line for each place, cut around what it is about; characters that cannot be
seen are spelt out, and the marks below stand right under wide and combining letters too.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dealwright.diagnostic.record import Diagnostic, Place, shown
from dealwright.limits import DEFAULT, Limits
from dealwright.source import Span, visible

_BEFORE: Final = 40
# Compiled when something is first told, since mostly nothing is.
_NARROW: Final = "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u20d0-\u20ff]"
_WIDE: Final = (
    "[\u1100-\u115e\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
    "\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)


def render(diagnostics: Sequence[Diagnostic], limits: Limits = DEFAULT) -> str:
    """The diagnostics as plain text, in the order given; the first 50 are shown and the rest counted.

    Returns:
        Lines that end in a line feed, a blank one between two diagnostics; nothing if there are none.
    """
    parts = ["".join(f"{line}\n" for line in _lines(diagnostic, limits)) for diagnostic in diagnostics[: limits.shown]]
    more = len(diagnostics) - len(parts)
    if more > 0:
        parts.append(f"... and {more} more\n")
    return "\n".join(parts)


def _lines(diagnostic: Diagnostic, limits: Limits) -> Iterator[str]:
    yield f"{diagnostic.severity.value}[{diagnostic.code}]: {visible(diagnostic.message)}"
    places = (diagnostic.place, *diagnostic.also)
    gutter = max(len(str(place.span.line)) for place in places)
    for place, mark in zip(places, "^" + "-" * len(diagnostic.also), strict=True):
        yield from _place(place, mark, gutter, limits)
    for word, texts in (("note", diagnostic.notes), ("help", (diagnostic.help,) if diagnostic.help else ())):
        for text in texts:
            first, *rest = text.split("\n")
            yield f"{'':{gutter}} = {word}: {visible(first)}"
            yield from (f"{'':{gutter}}         {visible(line)}" for line in rest)


def _place(place: Place, mark: str, gutter: int, limits: Limits) -> Iterator[str]:
    span = place.span
    if span.source.name:
        where = f":{span.line}:{span.column}" if span.source.text else ""
        yield f"{'':{gutter}}--> {shown(span.source.name, limits)}{where}"
    if place.trail:
        yield f"{'':{gutter}}    {shown(' > '.join(place.trail), limits)}"
    if span.source.text:
        words, marks = _excerpt(span, mark, limits.echo)
        yield f"{'':{gutter}} |"
        yield f"{span.line:{gutter}} | {words}".rstrip()
        yield f"{'':{gutter}} | {marks} {shown(place.label, limits)}".rstrip()
    elif place.label:
        yield f"{'':{gutter}}    {shown(place.label, limits)}"


def _excerpt(span: Span, mark: str, room: int) -> tuple[str, str]:
    """The line on which a span begins, or what of it fits, and the marks under the span."""
    line = span.source.line_text(span.line)
    start = span.column - 1
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = max(end, start + 1)
    fits = end <= room and sum(map(_width, line[:end])) <= room
    first = 0 if fits else _stepped_back(line, start)
    words = ["…"] if first else []
    marks = [" "] if first else []
    for index in range(first, max(len(line), end)):
        letter = line[index : index + 1]
        width = _width(letter)
        room -= max(width, 1)
        if room < 0:
            words.append("…")
            break
        words.append(visible(letter))
        marks.append((mark if start <= index < end else " ") * width)
    drawn = "".join(marks)
    if mark not in drawn:  # it stands over the letter before it
        drawn = f"{drawn[:-1]}{mark}"
    return "".join(words), drawn.rstrip()


def _stepped_back(line: str, start: int) -> int:
    """Where the excerpt of a long line begins: a little before what it is about."""
    room = _BEFORE
    while start and (room := room - max(_width(line[start - 1]), 1)) >= 0:
        start -= 1
    return start


def _width(letter: str) -> int:
    """How many columns a letter takes; the place after the end of a line takes one."""
    seen = visible(letter)
    if seen != letter:
        return len(seen)
    return 0 if re.match(_NARROW, letter) else 2 if re.match(_WIDE, letter) else 1
