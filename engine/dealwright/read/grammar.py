"""The grammar as data, and the parser that is made from it.

The grammar is five files read as one text. To work its automaton out takes a second, so it may be worked out once,
when the package is built, and kept beside the grammar, together with the text that it was made from; a kept automaton
of another text is not used. Lark works it out, and is not imported where one is kept.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dealwright.read.layout import Layout
from dealwright.read.parsing import FORM, Parser

if TYPE_CHECKING:
    from lark import Lark

PARTS = ("deal", "rules", "logs", "expressions", "tokens")
SAVED = "deal.parser"
_BEFORE_THE_GRAMMAR = "\n\n"


def folder(kind: str) -> Path:
    """The folder of data of a kind, `grammar` or `contracts`: in the package, else beside the engine in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / kind
    return inside if inside.is_dir() else package.parents[1] / kind


@cache
def grammar_text() -> str:
    """The whole grammar as one text."""
    here = folder("grammar")
    return "\n".join((here / f"{part}.lark").read_text(encoding="utf-8") for part in PARTS)


def make_parser(builder: object, layout: Layout, *, strict: bool = False, positions: bool = False) -> Lark:
    """What Lark makes of the grammar.

    Args:
        builder: What makes a node of a complete rule, if not Lark's own tree is wanted.
        layout: What opens and closes blocks.
        strict: Whether the grammar is proved free of conflicts.
        positions: Whether the nodes of Lark's own tree know where they stand.
    """
    from dealwright.read.analysis import analyse

    return analyse(grammar_text(), layout, builder, strict=strict, positions=positions)


def build_saved_parser(target: Path) -> None:
    """Work the automaton out and keep it in a file, before the grammar that it was made from."""
    target.write_text(_worked_out() + _BEFORE_THE_GRAMMAR + grammar_text(), encoding="utf-8", newline="\n")


def load_parser(builder: Any, layout: Layout) -> Parser:
    """A parser by the kept automaton if there is one for this grammar, else by one worked out now."""
    return Parser(_kept(folder("grammar") / SAVED) or _worked_out(), builder, layout)


def is_current(saved: Path) -> bool:
    """Whether a file holds an automaton of the grammar as it is."""
    return bool(_kept(saved))


def _kept(saved: Path) -> str:
    """The automaton in a file, or nothing if there is none or it is of another grammar."""
    try:
        content = saved.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    kept, _, grammar = content.partition(_BEFORE_THE_GRAMMAR)
    return kept if kept.startswith(FORM) and grammar == grammar_text() else ""


def _worked_out() -> str:
    """The automaton of the grammar."""
    from dealwright.read.analysis import written

    return written(make_parser(None, Layout()))
