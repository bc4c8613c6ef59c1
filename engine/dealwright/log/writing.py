"""A log as a TOML file, in which every entry is one sentence."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Final

from dealwright import expression as e
from dealwright import model as m
from dealwright.value.figures import decimals_of, fixed
from dealwright.write import entry
from dealwright.write.expressions import Rank, expression
from dealwright.write.logs import fact, record

_BARE: Final = re.compile(r"[A-Za-z0-9_\-]+", re.ASCII)
_PLAIN: Final = re.compile(r"[^\x00-\x1f\x7f\\\"]*")
_LITERAL: Final = re.compile(r"[^\x00-\x1f\x7f']*")
_UNPRINTED: Final = re.compile(r"[\x00-\x1f\x7f\\\"\ud800-\udfff]")
_LINE_BREAK: Final = re.compile(r"\n\s*")


def toml(scenario: m.Scenario) -> str:
    """The text of a log file that means what a scenario does; what the scenario expects is left out."""
    lines = scenario.lines
    top = [f"title = {_text(scenario.title)}\n"] if scenario.title else []
    top += [f"complete_through = {line.through}\n" for line in lines if isinstance(line, m.Complete)]
    unknown = [_text(fact(line.what)) for line in lines if isinstance(line, m.Unknown)]
    top += [f"unknown = [{', '.join(unknown)}]\n"] if unknown else []
    choosing = [f"{_key(line.reading)} = {_text(line.label)}\n" for line in lines if isinstance(line, m.Choosing)]
    given = [f"{_key(fact(line.what))} = {_given(line)}\n" for line in lines if isinstance(line, m.Given | m.GivenList)]
    blocks = [
        "".join(top),
        "".join(["[choosing]\n", *choosing]) if choosing else "",
        "".join(["[given]\n", *given]) if given else "",
        *(_entry(line) for line in lines if isinstance(line, m.Dated)),
    ]
    return "\n".join(block for block in blocks if block) or "entry = []\n"


def _entry(node: m.Dated) -> str:
    """One entry."""
    day = _text(f"{node.on} {node.clock}") if node.clock else node.on.isoformat()
    recorded = f"recorded = {node.recorded}\n" if node.recorded else ""
    return f"[[entry]]\non = {day}\n{recorded}says = {_text(_one_line(entry(node.entry)))}\n"


def _given(node: m.Given | m.GivenList) -> str:
    """What is given, as TOML states it if it can, else in words."""
    if isinstance(node, m.GivenList):
        return f"[{', '.join(_text(_one_line(record(one))) for one in node.instances)}]"
    match node.value:
        case None:
            return _text("unknown")
        case e.Literal(kind="yes/no", value=value):
            return "true" if value else "false"
        case e.Literal(kind="number", value=Fraction() as number):
            return fixed(number, decimals_of(number))
        case e.Negative(of=e.Literal(kind="number", value=Fraction() as number)) if number:
            return f"-{fixed(number, decimals_of(number))}"
        case e.Literal(kind="date", value=date() as day):
            return day.isoformat()
        case value:
            return _text(_one_line(expression(value, Rank.SUM)))


def _one_line(words: str) -> str:
    """Words without the line breaks that the writer puts between parentheses."""
    return _LINE_BREAK.sub(" ", words)


def _key(words: str) -> str:
    """A key."""
    return words if _BARE.fullmatch(words) else _text(words)


def _text(words: str) -> str:
    """A text between the quotation marks that need the least."""
    if not _PLAIN.fullmatch(words) and _LITERAL.fullmatch(words):
        return f"'{words}'"
    return (
        '"'
        + _UNPRINTED.sub(lambda found: f"\\u{ord(found[0]):04x}" if found[0] not in '\\"' else f"\\{found[0]}", words)
        + '"'
    )
