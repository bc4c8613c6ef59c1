"""A page as Markdown: what is taken out is struck through, what is put in is bold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dealwright.paper.page import Block, Page, Run, Table

_SPECIAL: Final = re.compile(r"([\\`*_<~|])")
_LEADING: Final = re.compile(r"^(?:(#+|[-+>=])|(\d+)([.)]))(?=\s|$|[-+=]+$)", re.MULTILINE)
_MARKS: Final = {"equal": "{}", "deleted": "~~{}~~", "inserted": "**{}**"}


def markdown(page: Page) -> str:
    """A page as a Markdown document.

    Args:
        page: The page.

    Returns:
        Lines that end in a line feed.
    """
    parts = [f"*{_escaped(said)}*" for said in page.lead]
    for one in page.blocks:
        parts.extend(_table(one) if isinstance(one, Table) else _block(one))
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> Iterator[str]:
    """A block and its notes."""
    if block.kind in {"title", "heading"}:
        yield f"{'#' * min(max(block.level, 1), 6)} {_marked(block.runs)}".rstrip()
    elif block.kind in {"verbatim", "rule"}:
        yield from _fenced(block)
    else:
        yield _marked(block.runs).replace("\n", "\\\n")
    yield from (f"[{_escaped(note)}]" for note in block.notes)


def _fenced(block: Block) -> Iterator[str]:
    """Lines that stand as they are; what differs in them is marked as on a terminal, since nothing else can be."""
    from dealwright.paper.terminal import marked_up

    words = marked_up(block.runs)
    fence = "```"
    while fence in words:
        fence += "`"
    yield f"{fence}\n{words}\n{fence}"


def _marked(runs: Iterable[Run]) -> str:
    """Runs with marks, blanks outside of them; a mark ends with its line."""
    shown = ""
    for run in runs:
        for part in re.split(r"(\n+)", run.words):
            bare = part.strip()
            start = part[: len(part) - len(part.lstrip())]
            end = part[len(start) + len(bare) :]
            shown += start + (_MARKS[run.kind].format(_escaped(bare)) if bare else "") + end
    return _LEADING.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", shown)


def _escaped(words: str) -> str:
    """Words that would mean something else in Markdown, made to stand for themselves."""
    return _SPECIAL.sub(r"\\\1", words)


def _table(table: Table) -> Iterator[str]:
    """A table, its caption above it."""
    if table.caption:
        yield f"**{_escaped(table.caption)}**"
    rows = [table.head, ("---",) * len(table.head), *table.rows]
    lines = (
        " | ".join(cell if number == 1 else _escaped(cell).replace("\n", "<br>") for cell in row)
        for number, row in enumerate(rows)
    )
    yield "\n".join(f"| {line} |" for line in lines)
