"""A page as one HTML file: for a screen in light and dark, for paper, and for those who have it read out to them.

Nothing is fetched and nothing is run. Headings give the structure, notes are endnotes that lead back, and what was put
in or taken out is so for a screen reader too, in colour or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from attrs import define, field

from dealwright.paper.page import Block, Page, Table, after, before
from dealwright.paper.style import STYLE

_TAGS: Final = {"inserted": "ins", "deleted": "del"}
_DAY: Final = ' class="day"'
_CLAUSES: Final = 5
"""Words are indented no deeper than this."""


@define
class _Writing:
    """What is kept while a page is written.

    Attributes:
        notes: The notes so far, with the block that each is of.
        headings: The headings so far: how deep, their anchor, what they say as HTML.
    """

    notes: list[str] = field(factory=list)
    headings: list[tuple[int, str, str]] = field(factory=list)


def html(page: Page) -> str:
    """A page as an HTML document.

    Args:
        page: The page.

    Returns:
        A whole document that needs nothing else.
    """
    writing = _Writing()
    body = list(_body(page, writing))
    lead = [f'<p class="lead">{escape(said)}</p>' for said in page.lead]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f"<title>{escape(page.title)}</title>",
            f"<style>\n{STYLE}</style>",
            "</head>",
            "<body>",
            '<a class="skip" href="#text">Skip to the text</a>',
            *_contents(writing.headings),
            '<main id="text">',
            *(["<header>", *lead, "</header>"] if lead else []),
            *body,
            *_endnotes(writing.notes),
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _body(page: Page, writing: _Writing) -> Iterator[str]:
    """The blocks; each title begins an article."""
    inside = False
    for block in page.blocks:
        if isinstance(block, Table):
            yield from _table(block)
            continue
        if block.kind == "title":
            yield from ["</article>"] if inside else []
            yield f'<article aria-labelledby="h{len(writing.headings) + 1}">'
            inside = True
        yield _block(block, writing)
    yield from ["</article>"] if inside else []


def _block(block: Block, writing: _Writing) -> str:
    """A block with the marks of its notes."""
    said = _runs(block)
    marks = "".join(_mark(note, writing) for note in block.notes)
    match block.kind:
        case "title" | "heading":
            level = min(max(block.level, 1), 6)
            anchor = f"h{len(writing.headings) + 1}"
            writing.headings.append((level, anchor, _listed(block)))
            return f'<h{level} id="{anchor}">{said}{marks}</h{level}>'
        case "verbatim" | "rule":
            return f'<pre class="{block.kind}{_depth(block)}">{said}{marks}</pre>'
        case kind:
            style = f"{kind}{_depth(block)}"
            return f'<p class="{style}">{said}{marks}</p>'


def _listed(block: Block) -> str:
    """A heading as the contents show it: as it reads now, struck out if it is gone."""
    words = escape(after(block), quote=False)
    return words or f"<del>{escape(before(block), quote=False)}</del>"


def _depth(block: Block) -> str:
    """How deep words are indented, as a class."""
    return f" d{min(block.level, _CLAUSES)}" if block.level else ""


def _runs(block: Block) -> str:
    """Runs, those that differ in elements that say so, blanks outside of them."""
    said = ""
    for run in block.runs:
        bare = run.words.lstrip()
        gap, words = (_escaped(part, block.kind) for part in (run.words[: len(run.words) - len(bare)], bare))
        tag = _TAGS.get(run.kind)
        if tag and words:
            who = f' title="{escape(str(block.hand))}"' if block.hand.name else ""
            when = f' datetime="{block.hand.days[0].isoformat()}"' if block.hand.days else ""
            words = f"<{tag}{when}{who}>{words}</{tag}>"
        said += gap + words
    return said


def _escaped(words: str, kind: str) -> str:
    """Words as HTML; a line that was ended on purpose is."""
    found = escape(words, quote=False)
    return found if kind in {"verbatim", "rule"} else found.replace("\n", "<br>")


def _mark(note: str, writing: _Writing) -> str:
    """The mark of a note, which leads to it."""
    writing.notes.append(note)
    number = len(writing.notes)
    return (
        f'<sup class="mark"><a id="r{number}" href="#n{number}" role="doc-noteref" '
        f'aria-label="Note {number}">{number}</a></sup>'
    )


def _endnotes(notes: list[str]) -> Iterator[str]:
    """The notes, each leading back to where it belongs."""
    if not notes:
        return
    yield '<section class="notes" role="doc-endnotes" aria-label="Notes">'
    yield "<ol>"
    for number, note in enumerate(notes, 1):
        back = f'<a href="#r{number}" role="doc-backlink" aria-label="Back to note {number} in the text">↩</a>'
        yield f'<li id="n{number}"><span>{escape(note)}</span> {back}</li>'
    yield "</ol>"
    yield "</section>"


def _contents(headings: list[tuple[int, str, str]]) -> Iterator[str]:
    """The headings as a table of contents, where there are several."""
    if len(headings) < 2:  # noqa: PLR2004 - one heading is no list
        return
    yield '<nav aria-label="Contents">'
    yield "<details>"
    yield "<summary>Contents</summary>"
    yield "<ul>"
    for level, anchor, words in headings:
        yield f'<li class="l{level}"><a href="#{anchor}">{words}</a></li>'
    yield "</ul>"
    yield "</details>"
    yield "</nav>"


def _table(table: Table) -> Iterator[str]:
    """A table, with its caption and the headings of its columns."""
    yield f'<div class="table" role="region" tabindex="0" aria-label="{escape(table.caption or "Table")}">'
    yield "<table>"
    if table.caption:
        yield f"<caption>{escape(table.caption)}</caption>"
    yield f"<thead><tr>{_cells(table.head, 'th', 'col')}</tr></thead>"
    yield "<tbody>"
    for first, *rest in table.rows:
        yield f'<tr><th scope="row">{_cell(first)}</th>{_cells(rest, "td")}</tr>'
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _cells(cells: Iterable[str], tag: str, scope: str = "") -> str:
    """Cells of a row."""
    start = f'{tag} scope="{scope}"' if scope else tag
    return "".join(f"<{start}{_DAY if _is_day(cell) else ''}>{_cell(cell)}</{tag}>" for cell in cells)


def _is_day(words: str) -> bool:
    """Whether a cell holds a day and at most a remark in brackets, which no line end may part."""
    return re.fullmatch(r"\d{4}-\d\d-\d\d( \([^()]{1,20}\))?", words) is not None


def _cell(words: str) -> str:
    """What stands in a cell."""
    return escape(words, quote=False).replace("\n", "<br>")
