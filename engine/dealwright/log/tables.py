"""From what TOML or JSON says to the scenario that it means.

Each part of a log file becomes a line of a scenario, and all lines are read at once. Entries that carry a `seq` are put
in the order of their days and numbers, wherever they stand in the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from dealwright import model as m
from dealwright.diagnostic import DealError, Diagnostic, Place, problem
from dealwright.limits import Limits
from dealwright.log.decoding import decoded
from dealwright.log.entries import SHAPES, sentence
from dealwright.log.parts import Parts
from dealwright.log.places import Form, Spot
from dealwright.log.sheet import Piece, Sheet
from dealwright.log.values import Unsayable, in_words, what
from dealwright.source import Source, Span
from dealwright.write.literals import quoted

_TOP: Final = ("title", "complete_through", "choosing", "given", "unknown", "entry")
_RECORD: Final = "\n        "


def scenario_in(source: Source, form: Form, limits: Limits) -> m.Scenario:
    """The scenario that a log file means.

    Raises:
        DealError: It is no log; everything that is wrong with it is told.
    """
    data, places = decoded(source, form, limits)
    problems: list[Diagnostic] = []
    outside = places.outside
    top = Parts(data, outside, problems)
    top.known(_TOP)
    title = top.text("title", blank=True) if "title" in data else ""
    sheet = Sheet(title, outside.value("title", title))
    sentences = _list(top, "given") if isinstance(data.get("given"), list) else []
    given, unknown = {} if sentences else _table(top, "given"), _list(top, "unknown")
    choosing, entries = _table(top, "choosing"), _list(top, "entry")
    spots = places.spots("entry", len(entries))
    counts = (
        len(choosing),
        len(sentences),
        sum(len(one) if isinstance(one, list) else 1 for one in given.values()),
        len(unknown),
    )
    if max(counts) > limits.entries or len(entries) > limits.entries:
        span = spots[limits.entries].span if len(entries) > limits.entries else outside.span
        raise DealError([problem("X205", f"a log may have {limits.entries:,} entries, and this has more", span)])
    _choices(sheet, choosing, outside, problems)
    _said(sheet, sentences, places.spots("given", len(sentences)), problems)
    _facts(sheet, given, outside, problems)
    _unknown(sheet, unknown, outside, problems)
    if "complete_through" in data:
        day = top.day("complete_through")
        if day.words:
            sheet.line((m.Complete,), outside.value("complete_through"), "complete through ", day)
    numbers = _entries(sheet, entries, spots, problems)
    try:
        lines = sheet.read(source.name, limits)
    except DealError as trouble:
        raise DealError((*problems, *trouble.diagnostics)) from None
    if problems:
        raise DealError(problems)
    return m.Scenario(title, _in_order(lines, numbers))


def _table(top: Parts, key: str) -> dict[str, Any]:
    """The table of a key; empty if there is none."""
    value = top.table.get(key, {})
    if isinstance(value, dict):
        return value
    top.report("L102", f"`{key}` is a table, and this is {what(value)}", key)
    return {}


def _list(top: Parts, key: str) -> list[Any]:
    """The list of a key; empty if there is none."""
    value = top.table.get(key, [])
    if isinstance(value, list):
        return value
    top.report("L102", f"`{key}` is a list, and this is {what(value)}", key)
    return []


def _choices(sheet: Sheet, table: dict[str, Any], spot: Spot, problems: list[Diagnostic]) -> None:
    """The alternatives of readings that a log takes."""
    parts = Parts(table, spot, problems)
    for name in table:
        before = len(problems)
        label = parts.text(name, blank=True)
        reading = parts.named(name)
        if len(problems) == before:
            sheet.line((m.Choosing,), reading.place, "choosing ", reading, " ", Piece(quoted(label), spot.value(name)))


def _said(sheet: Sheet, sentences: list[Any], spots: Sequence[Spot], problems: list[Diagnostic]) -> None:
    """What is given for the whole of a log, in sentences."""
    for table, spot in zip(sentences, spots, strict=True):
        parts = Parts(table if isinstance(table, dict) else {}, spot, problems)
        if parts.known(("says",)) and parts.needed(("says",)):
            fact = parts.words("says")
            if fact.words:
                sheet.line((m.Given, m.GivenList), fact.place, "given ", fact)


def _facts(sheet: Sheet, table: dict[str, Any], spot: Spot, problems: list[Diagnostic]) -> None:
    """What is given for the whole of a log."""
    parts = Parts(table, spot, problems)
    for name, value in table.items():
        fact = _fact(parts, name)
        place = spot.value(name)
        if isinstance(value, list):
            _records(sheet, fact, value, place, problems)
            continue
        try:
            words = in_words(value)
        except Unsayable as wrong:
            problems.append(problem(wrong.code, wrong.message, place, help=wrong.advice))
            continue
        if fact.words:
            sheet.line(
                (m.Given, m.GivenList), fact.place, "given ", fact, " is ", Piece(words, spot.value(name, words))
            )


def _records(sheet: Sheet, fact: Piece, instances: list[Any], place: Span, problems: list[Diagnostic]) -> None:
    """A list of instances that is given."""
    if not instances or not all(isinstance(one, str) and one.strip() and "\n" not in one for one in instances):
        advice = """write `Units = ['Unit "2B" with Floor: 2']`"""
        problems.append(problem("L102", "a list that is given holds instances in words", place, help=advice))
        return
    pieces = [piece for one in instances for piece in (_RECORD, Piece(one, place))]
    if fact.words:
        sheet.line((m.GivenList,), fact.place, "given ", fact, " are", *pieces)


def _unknown(sheet: Sheet, names: list[Any], spot: Spot, problems: list[Diagnostic]) -> None:
    """What nobody knows."""
    place = spot.value("unknown")
    for name in names:
        fact = _fact(Parts({}, spot, problems), name if isinstance(name, str) else "")
        if fact.words:
            sheet.line((m.Unknown,), place, Piece(fact.words, place), " is unknown")


def _fact(parts: Parts, name: str) -> Piece:
    """What a fact is about."""
    if not name.strip() or "\n" in name:
        parts.report("L109", "a fact is named in one line of words")
        return Piece("", parts.spot.span)
    return Piece(name, parts.spot.key(name))


def _entries(
    sheet: Sheet, entries: list[Any], spots: Sequence[Spot], problems: list[Diagnostic]
) -> list[tuple[int, Span]]:
    """The dated entries; the numbers that they carry, with their places."""
    numbers: list[tuple[int, Span]] = []
    without: list[Span] = []
    for table, spot in zip(entries, spots, strict=True):
        before = len(problems)
        parts = Parts(table if isinstance(table, dict) else {}, spot, problems)
        if not isinstance(table, dict):
            parts.report("L102", f"an entry is a table, and this is {what(table)}")
            continue
        pieces = sentence(parts)
        day = parts.day("on", clock=True) if parts.needed(("on",)) else None
        recorded = (" recorded on ", parts.day("recorded")) if "recorded" in table else ()
        number = table.get("seq")
        if isinstance(number, int) and not isinstance(number, bool):
            numbers.append((number, spot.value("seq")))
        elif "seq" in table:
            parts.report("L102", f"`seq` is a whole number, and this is {what(number)}", "seq")
        else:
            without.append(spot.span)
        if day and len(problems) == before:
            place = next(
                spot.value(key, pieces[0].words if isinstance(pieces[0], Piece) else "")
                for key in SHAPES
                if key in table
            )
            sheet.line((m.Dated,), place, day, " ", *pieces, *recorded)
    if numbers and without:
        also = (Place(numbers[0][1], "this has one"),)
        problems.append(problem("L109", "this entry has no `seq`, and others have one", without[0], also=also,
                                help="number all entries of a log, or none"))  # fmt: skip
    return numbers


def _in_order(lines: Sequence[m.ScenarioLine], numbers: list[tuple[int, Span]]) -> tuple[m.ScenarioLine, ...]:
    """The lines with their entries in the order of their days and numbers, if they have numbers."""
    if not numbers:
        return tuple(lines)
    rest = [line for line in lines if not isinstance(line, m.Dated)]
    entries = [line for line in lines if isinstance(line, m.Dated)]
    ranked = sorted(zip(entries, numbers, strict=True), key=lambda pair: (pair[0].on, pair[1][0]))
    problems = [
        problem("L104", f"two entries of {b.on} have the same `seq`", place, also=(Place(other, "the other one"),))
        for (a, (first, other)), (b, (second, place)) in pairwise(ranked)
        if (a.on, first) == (b.on, second)
    ]
    if problems:
        raise DealError(problems)
    return (*rest, *(entry for entry, _ in ranked))
