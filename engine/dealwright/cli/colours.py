"""Colours for a terminal: what is done, what calls for somebody, what went wrong."""

from __future__ import annotations

import re
from typing import IO, Final

_STYLES: Final = (
    (r"(?m)^[A-Z][^\n,:]*$", "bold"),
    (r"\b(?:performed|satisfied|effective|took effect|paid in full|hold|passed|available)\b", "green"),
    (r"\b(?:due|outstanding|pending|unsatisfied|may be|not known|warnings?)\b", "yellow"),
    (r"\b(?:breached|failed|FAILED|false|late|errors?)\b", "red"),
    (r"(?m)^ *(?:log|reading) ?[^:\n]*:", "cyan"),
    (r"\[-.*?-\]", "red"),
    (r"\{\+.*?\+\}", "green"),
)


def show(text: str, stream: IO[str]) -> None:
    """Print a text with colours, where the terminal has any."""
    from rich.console import Console
    from rich.text import Text

    shown = Text(text, end="")
    for pattern, style in _STYLES:
        for found in re.finditer(pattern, text, re.DOTALL if "-" in pattern[:4] or "+" in pattern[:4] else 0):
            shown.stylize(style, *found.span())
    Console(file=stream, highlight=False, soft_wrap=True).print(shown, end="")
