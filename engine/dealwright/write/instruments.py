"""Instruments as lines: the name, the settings below it, and what the instrument says."""

from __future__ import annotations

from collections.abc import Iterable

from dealwright import model as m
from dealwright.write.expressions import Rank, expression
from dealwright.write.items import calendar, item
from dealwright.write.lines import Lines, below, joined, listed
from dealwright.write.literals import quoted
from dealwright.write.rules import actors, long_form, rounding_line, tail

_SAID = {
    "amended by": "amended only by writing signed by",
    "effective on": "takes effect on",
    "effective as of": "takes effect as of",
    "effective when": "takes effect when",
    "effective first day when": "takes effect on the first business day when",
    "expires": "expires on",
}
_TRUTHS = ("amended when", "effective when", "effective first day when")
_QUOTED = ("time zone", "governed by")


def instrument(node: m.Instrument) -> Lines:
    """A writing with its settings and all that stands in it."""
    settings = [line for each in node.settings for line in _setting(each)]
    return [joined(node.word, node.name, long_form(node.long)), *below(settings), *apart(node.items)]


def apart(items: Iterable[m.Item]) -> Lines:
    """The items of an instrument with a blank line before its first, and around each provision."""
    lines: Lines = []
    after_provision = True
    for node in items:
        is_provision = isinstance(node, m.Provision)
        if is_provision or after_provision:
            lines.append("")
        lines.extend(item(node))
        after_provision = is_provision
    return lines


def _setting(node: m.Setting | m.CalendarSetting) -> Lines:
    if isinstance(node, m.CalendarSetting):
        return [calendar(node)]
    said = _SAID.get(node.word, node.word)
    if node.word == "in effect":
        return [said if node.value is None else f"{said} since {expression(node.value)}"]
    if node.rounding is not None:
        return [rounding_line(node.rounding)]
    if node.actors is not None:
        return [f"{said} {actors(node.actors)}"]
    if node.value is not None:
        return tail(said, node.value) if node.word in _TRUTHS else [f"{said} {expression(node.value, Rank.TEMPORAL)}"]
    return [f"{said} {listed(map(quoted, node.names) if node.word in _QUOTED else node.names)}"]
