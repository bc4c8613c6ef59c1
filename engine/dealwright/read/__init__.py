"""From a text to what it says: instruments, provisions, rules, scenarios, each with its place.

The grammar in the folder `grammar` defines the language; this is the only part of the engine that knows how it is
parsed. A text that does not follow the grammar gives all of its mistakes in one go, each taught by a line that is
right, and no document.
"""

from __future__ import annotations

import gc
import threading
from functools import cache
from typing import Any

from attrs import evolve

from dealwright import model as m
from dealwright.diagnostic import DealError, Diagnostic, Severity, echo, problem
from dealwright.intake import scan_characters
from dealwright.limits import DEFAULT, Limits
from dealwright.read.forms import scan_forms
from dealwright.read.grammar import build_saved_parser, folder, load_parser, make_parser
from dealwright.read.instruments import grouped
from dealwright.read.layout import Layout
from dealwright.read.logs import Builder
from dealwright.read.mistakes import syntax_problem
from dealwright.read.parsing import Parser, UnexpectedToken
from dealwright.read.recovery import without
from dealwright.read.stop import Stop
from dealwright.read.words import UnexpectedCharacter
from dealwright.source import Source, Span

__all__ = ["build_saved_parser", "folder", "keywords", "make_parser", "read"]

_TROUBLES = (UnexpectedCharacter, UnexpectedToken, Stop)
_MOST_MISTAKES = 50
_FOLLOWING = ("S223",)
_MOST_TEXT_READ_AGAIN = 8 * 1024 * 1024
_one_at_a_time = threading.Lock()


def read(source: Source, limits: Limits = DEFAULT) -> m.Document:
    """What a text says.

    Args:
        source: The text.
        limits: How deep it may nest, how long its lines and names may be.

    Returns:
        The document, positions included.

    Raises:
        DealError: The text does not follow the grammar; all of its mistakes are told.
    """
    problems = [*scan_characters(source, limits), *scan_forms(source)]
    with _one_at_a_time:
        items = _parse(source, limits, problems)
    if not items and not problems:
        problems.append(problem("S208", f"nothing stands in {echo(source.name)}", Span(source, 0, 0)))
    if any(found.severity is Severity.ERROR for found in problems):
        raise DealError(sorted(problems, key=lambda found: (found.place.span.start, found.code)))
    return _document(items, source)


@cache
def keywords() -> frozenset[str]:
    """Every lower-case word of the language."""
    return frozenset(_terminals())


@cache
def _terminals() -> dict[str, str]:
    """Every lower-case word of the language, with its terminal."""
    parser, _, _ = _reader()
    return {word: name for words in parser.lexicon.keywords.values() for word, name in words.items()}


@cache
def _reader() -> tuple[Parser, Builder, Layout]:
    """The parser, made once, with the builder and the layout that it calls."""
    builder, layout = Builder(), Layout()
    return load_parser(builder, layout), builder, layout


def _parse(source: Source, limits: Limits, problems: list[Diagnostic]) -> list[Any]:
    """The items of a text; mistakes are added to the problems, and what holds them is left out.

    A line of which something is told already is left out without a further word.
    """
    parser, builder, layout = _reader()
    layout.limits = builder.limits = limits
    text = source.text if source.text.endswith("\n") else source.text + "\n"
    told = {found.place.span.line for found in problems}
    for mistakes in range(_MOST_MISTAKES):
        builder.source, builder.problems = source, []
        try:
            items = _items(parser, text)
        except _TROUBLES as trouble:
            found, offset = syntax_problem(source, trouble, _terminals(), layout.opened)
            if found.place.span.line not in told:
                problems.append(found)
                told.add(found.place.span.line)
            shorter = without(source, text, offset)
            if shorter == text or mistakes * len(text) > _MOST_TEXT_READ_AGAIN:
                break
            text = shorter
        else:
            problems.extend(
                found
                for found in builder.problems
                if found.place.span.line not in told and not (mistakes and found.code in _FOLLOWING)
            )
            return items
    return []


def _items(parser: Parser, text: str) -> list[Any]:
    """What the parser makes of a text; so many small things are made that looking for garbage meanwhile takes long."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        items: list[Any] = parser.parse(text)
    finally:
        if collecting:
            gc.enable()
    return items


def _document(items: list[Any], source: Source) -> m.Document:
    """The items put under the instruments that they follow."""
    instruments: list[tuple[m.Instrument, list[Any]]] = []
    loose: list[Any] = []
    scenarios: list[m.Scenario] = []
    properties: list[m.Property] = []
    for item in items:
        match item:
            case m.Instrument():
                instruments.append((item, []))
            case m.Scenario():
                scenarios.append(item)
            case m.Always() | m.Frame():
                properties.append(item)
            case _:
                (instruments[-1][1] if instruments else loose).append(item)
    return m.Document(
        tuple(evolve(head, items=grouped(held)) for head, held in instruments),
        grouped(loose),
        tuple(scenarios),
        tuple(properties),
        source,
    )
