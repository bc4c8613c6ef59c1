"""From the grammar to the automaton that reads by it, which Lark works out.

This takes a second, so the automaton is worked out once, when the package is built, and kept as text; only this
module, and so only whoever builds a package or works on the grammar, needs Lark. What is written: how words look,
which words have a terminal of their own, what may follow a complete rule, the rules, the states.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from lark import Lark
from lark.grammar import Rule
from lark.lexer import BasicLexer
from lark.parse_tree_builder import ExpandSingleChild, ParseTreeBuilder
from lark.parsers.lalr_analysis import Shift

from dealwright.read.parsing import ALL, FORM, NOTHING, ROW

_tree_builder: Any = ParseTreeBuilder


def analyse(grammar: str, layout: Any, builder: Any = None, *, strict: bool = False, positions: bool = False) -> Lark:
    """What Lark makes of a grammar, as `dealwright.read.grammar.make_parser` asks for it."""
    return Lark(
        grammar,
        parser="lalr",
        lexer="basic",
        maybe_placeholders=True,
        postlex=layout,
        transformer=builder,
        strict=strict,
        propagate_positions=positions,
    )


def written(made: Lark) -> str:
    """The automaton of a grammar as text, the same for the same grammar."""
    table: Any = made.parser.parser._parse_table  # noqa: SLF001 - Lark keeps it here and saves it from here
    (start,), (end,) = table.start_states.values(), table.end_states.values()
    states = _in_order(table.states, start)
    symbols = sorted(
        {name for row in table.states.values() for name in row} | {rule.origin.name for rule in made.rules}
    )
    index = {name: number for number, name in enumerate(symbols)}
    rules = sorted(
        (_rule(rule, steps, index), [symbol.name for symbol in rule.expansion], rule)
        for rule, steps in _tree_builder(made.rules, list, maybe_placeholders=True).rule_builders
    )
    numbers = {rule: number for number, (_, _, rule) in enumerate(rules)}
    sets: dict[tuple[int, ...], int] = {}
    rows = []
    for state in states:
        shifts: list[tuple[int, int]] = []
        following: dict[int, list[int]] = {}
        for name, (action, argument) in table.states[state].items():
            if action is Shift:
                shifts.append((index[name], states[argument]))
            else:
                following.setdefault(numbers[argument], []).append(index[name])
        reduces = [
            (sets.setdefault(tuple(sorted(names)), len(sets)), rule) for rule, names in sorted(following.items())
        ]
        rows.append(_pairs(sorted(shifts)) + "|" + _pairs(reduces))
    patterns, keywords = _words(made.parser.lexer.lexer)
    counts = (states[start], states[end], len(keywords), len(sets), len(rules), len(rows))
    lines = [
        " ".join((FORM, *map(str, counts))),
        " ".join(symbols),
        patterns,
        " ".join(sorted(made.ignore_tokens)),
        *keywords,
        *(" ".join(map(str, names)) for names in sets),
        *(line for line, _, _ in rules),
        *rows,
    ]
    return "\n".join(lines)


def _in_order(rows: dict[int, dict[str, Any]], start: int) -> dict[int, int]:
    """The states numbered as a walk from the first comes to them, since Lark numbers them differently each time."""
    numbers = {start: 0}
    for state in (pending := [start]):
        for _, (action, argument) in sorted(rows[state].items(), key=lambda step: step[0]):
            if action is Shift and argument not in numbers:
                numbers[argument] = len(numbers)
                pending.append(argument)
    return numbers


def _words(lexer: BasicLexer) -> tuple[str, list[str]]:
    """One pattern for all words, on one line; and for each terminal the words that look like it but have their own."""
    terminals = lexer.scanner.terminals
    pattern = "|".join(f"(?P<{terminal.name}>{terminal.pattern.to_regexp()})" for terminal in terminals)
    keywords = [
        " ".join((kind, *(f"{own.pattern.value} {own.name}" for own in unless.scanner.terminals)))  # type: ignore[attr-defined]
        for kind, unless in sorted(lexer.callback.items())
    ]
    return pattern.encode("unicode_escape").decode(), keywords


def _rule(rule: Rule, chain: list[Any], index: dict[str, int]) -> str:
    """A rule on one line: what it makes, its size, whether one part passes as it is, its callback, what is kept."""
    places = [ALL]
    for step in chain:
        if isinstance(step, partial):
            kept, *after = step.args
            places = []
            for place, is_row, *before in kept:
                places += [str(NOTHING)] * sum(before)
                places.append(str(place + ROW if is_row else place))
            places += [str(NOTHING)] * sum(after)
    single = int(ExpandSingleChild in chain)
    name = rule.alias or rule.options.template_source or rule.origin.name
    return " ".join((str(index[rule.origin.name]), str(len(rule.expansion)), str(single), name, *places))


def _pairs(pairs: list[tuple[int, int]]) -> str:
    """Pairs of numbers in a row."""
    return " ".join(f"{first} {second}" for first, second in pairs)
