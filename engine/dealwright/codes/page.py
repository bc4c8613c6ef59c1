"""The page of a code: what `deal explain` prints and what the documentation holds."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dealwright.codes.code import Code
from dealwright.source import visible

FAMILIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "S": "source and syntax",
        "N": "names and citations",
        "K": "kinds of values",
        "R": "rules and conflicts",
        "A": "amendments",
        "D": "drafting",
        "L": "logs",
        "E": "evaluation",
        "X": "limits",
        "F": "files",
        "I": "internal errors",
    }
)
"""The letter of each family and what it is about."""

_WIDEST: Final = 100


def page_of(code: Code) -> str:
    """The page of a code, as Markdown that ends in a line feed."""
    parts = [
        f"# {code.code}: {code.title}",
        f"*{code.severity.value}* · {FAMILIES[code.family]} · `{code.slug}`",
        f"**What it finds.** {code.finds}",
        f"**Why it matters.** {code.matters}",
    ]
    if code.example:
        parts += ["## Example", _block(code.example), "## Instead", _block(code.instead)]
    else:
        parts += ["## Instead", code.instead]
    return "\n\n".join(parts) + "\n"


def _block(text: str) -> str:
    """A text as a fenced block, with what cannot be seen spelt out and what is too long cut."""
    lines = (visible(line) for line in text.rstrip("\n").split("\n"))
    shown = (line if len(line) <= _WIDEST else f"{line[:_WIDEST]}…" for line in lines)
    return "\n".join(("```deal", *shown, "```"))
