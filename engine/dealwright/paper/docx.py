"""A page as a Word document: headings that are headings, notes that are footnotes, changes that can be accepted.

What was put in or taken out is tracked under the name of the instrument that did it, with its day. To accept all of it
gives the later text, to reject it the earlier one, word for word. The bytes are the same each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from attrs import define, field

from dealwright.diagnostic import DealError, problem
from dealwright.paper.page import Block, Hand, Page, Table, state_of
from dealwright.source import NOWHERE

_STYLES: Final = {
    "words": "Normal",
    "verbatim": "Verbatim",
    "rule": "Verbatim",
    "gone": "Tombstone",
    "remark": "Remark",
}
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest day that an archive can state: when it was packed does not count."""
_INDENT: Final = 0.3


def docx(page: Page) -> bytes:
    """A page as a Word document.

    Args:
        page: The page.

    Returns:
        The file, the same bytes each time.

    Raises:
        DealError: `python-docx` is not installed.
    """
    try:
        import docx as word
    except ImportError:
        raise DealError(
            [
                problem(
                    "F106",
                    "a Word document cannot be written: `python-docx` is not installed",
                    NOWHERE,
                    help="install it with `pip install 'dealwright[docx]'`, or ask for `html`",
                )
            ]
        ) from None
    from dealwright.paper.word import Footnotes, prepare

    document = word.Document()
    prepare(document, page.title)
    writing = _Writing(document, Footnotes(document))
    for said in page.lead:
        document.add_paragraph(said, style="Remark")
    for one in page.blocks:
        if isinstance(one, Table):
            writing.table(one)
        else:
            writing.block(one)
    writing.footnotes.finish()
    kept = BytesIO()
    document.save(kept)
    return _repacked(kept.getvalue())


@define
class _Writing:
    """A document that is written, and how many changes are tracked in it."""

    document: Any
    footnotes: Any
    changes: int = field(default=0)

    def block(self, block: Block) -> None:
        """Write a heading or a paragraph, with its footnotes."""
        from docx.oxml import OxmlElement

        paragraph = self.document.add_paragraph(style=_style(block))
        if block.kind not in {"title", "heading"} and block.level:
            from docx.shared import Inches

            paragraph.paragraph_format.left_indent = Inches(_INDENT * min(block.level, 8))
        state = state_of(block)
        if state in {"inserted", "deleted"}:
            mark = OxmlElement("w:rPr")
            mark.append(self._change(state, block.hand))
            paragraph._p.get_or_add_pPr().append(mark)  # noqa: SLF001 - python-docx knows no tracked changes
        for run in block.runs:
            if run.kind == "equal":
                paragraph._p.append(_run(run.words))  # noqa: SLF001
            else:
                change = self._change(run.kind, block.hand)
                change.append(_run(run.words, deleted=run.kind == "deleted"))
                paragraph._p.append(change)  # noqa: SLF001
        for note in block.notes:
            mark = self.footnotes.reference(note)
            if state in {"inserted", "deleted"}:
                whole = self._change(state, block.hand)
                whole.append(mark)
                mark = whole
            paragraph._p.append(mark)  # noqa: SLF001

    def table(self, table: Table) -> None:
        """Write a table whose first row is repeated on every page."""
        from docx.oxml import OxmlElement

        if table.caption:
            self.document.add_paragraph(table.caption, style="Caption")
        grid = self.document.add_table(rows=0, cols=len(table.head), style="Table Grid")
        for number, row in enumerate((table.head, *table.rows)):
            made = grid.add_row()
            for cell, words in zip(made.cells, row, strict=True):
                cell.paragraphs[0].style = "Cell"
                cell.paragraphs[0].add_run(words).bold = number == 0 or None
            if number == 0:
                made._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
        self.document.add_paragraph(style="Normal")

    def _change(self, kind: str, hand: Hand) -> Any:
        """The element of a tracked change."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self.changes += 1
        change = OxmlElement("w:ins" if kind == "inserted" else "w:del")
        change.set(qn("w:id"), str(self.changes))
        change.set(qn("w:author"), hand.name or "unknown")
        for day in hand.days:
            change.set(qn("w:date"), f"{day.isoformat()}T00:00:00Z")
        return change


def _style(block: Block) -> str:
    """The style of a paragraph."""
    if block.kind == "title":
        return "Title"
    return f"Heading {min(max(block.level - 1, 1), 9)}" if block.kind == "heading" else _STYLES[block.kind]


def _run(words: str, *, deleted: bool = False) -> Any:
    """A run of words; line feeds are breaks."""
    from docx.oxml import OxmlElement

    run = OxmlElement("w:r")
    for number, part in enumerate(words.split("\n")):
        if number:
            run.append(OxmlElement("w:br"))
        if part:
            text = OxmlElement("w:delText" if deleted else "w:t")
            text.text = part
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(text)
    return run


def _repacked(data: bytes) -> bytes:
    """The same archive without the time at which it was packed."""
    kept = BytesIO()
    with ZipFile(BytesIO(data)) as packed, ZipFile(kept, "w") as out:
        for one in _in_order(packed):
            info = ZipInfo(one, _EPOCH)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            out.writestr(info, packed.read(one))
    return kept.getvalue()


def _in_order(packed: ZipFile) -> Iterator[str]:
    """The parts of an archive, the list of their kinds first, as readers expect it."""
    names = sorted(packed.namelist())
    first = "[Content_Types].xml"
    yield from (first, *(name for name in names if name != first))
