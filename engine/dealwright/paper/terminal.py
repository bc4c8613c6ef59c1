"""A page on a terminal: headings at the margin, words below them, notes in brackets where they belong.

What was put in or taken out carries marks that can be read without colours: `[-taken out-]{+put in+}`.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Final

from dealwright.paper.page import Block, Page, Run, Table

WIDTH: Final = 96
_STEP: Final = "    "
_MARKS: Final = {"equal": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
_LONGEST: Final = 44


def terminal(page: Page) -> str:
    """A page as plain text.

    Args:
        page: The page.

    Returns:
        Lines that end in a line feed.
    """
    parts = ["\n".join(line for said in page.lead for line in textwrap.wrap(said, WIDTH))] if page.lead else []
    parts.extend("\n".join(_table(one) if isinstance(one, Table) else _block(one)) for one in page.blocks)
    return "\n\n".join(part for part in parts if part) + "\n"


def marked_up(runs: Iterable[Run]) -> str:
    """Runs as plain text, blanks outside of the marks."""
    shown = ""
    for run in runs:
        bare = run.words.lstrip()
        shown += run.words[: len(run.words) - len(bare)] + (_MARKS[run.kind].format(bare) if bare else "")
    return shown


def _block(block: Block) -> Iterator[str]:
    """The lines of a block, its notes below it."""
    said = marked_up(block.runs)
    indent = "" if block.kind in {"title", "heading", "remark"} else _STEP * (block.level + 1)
    if block.kind == "title":
        yield said
        yield "=" * min(len(said), WIDTH)
    elif block.kind in {"verbatim", "rule"}:
        yield from (f"{indent}{line}".rstrip() for line in said.split("\n"))
    else:
        hanging = indent + _STEP if re.match(r"\(\w+\) ", said) and block.kind == "words" else indent
        for line in said.split("\n"):
            yield from _wrapped(line, indent, hanging)
    for note in block.notes:
        yield from _wrapped(f"[{note}]", indent or _STEP, indent or _STEP)


def _wrapped(line: str, first: str, later: str) -> list[str]:
    """A line in as many as it takes."""
    return textwrap.wrap(
        line, WIDTH, initial_indent=first, subsequent_indent=later, break_long_words=False, break_on_hyphens=False
    )


def _table(table: Table) -> Iterator[str]:
    """A table with its columns below each other."""
    rows = [table.head, *table.rows]
    widths = [
        min(_LONGEST, max(len(line) for row in rows for line in (*row[place].split("\n"), "")))
        for place in range(len(table.head))
    ]
    if table.caption:
        yield table.caption
    yield from _row(table.head, widths)
    yield "  ".join("-" * width for width in widths)
    for row in table.rows:
        yield from _row(row, widths)


def _row(row: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    """A row, in as many lines as its longest cell takes."""
    cells = [
        [part for line in cell.split("\n") for part in textwrap.wrap(line, width or 1, break_on_hyphens=False) or [""]]
        for cell, width in zip(row, widths, strict=True)
    ]
    for line in zip_longest(*cells, fillvalue=""):
        yield "  ".join(f"{cell:<{width}}" for cell, width in zip(line, widths, strict=True)).rstrip()
