"""What a Word document needs besides its paragraphs: styles, footnotes, page numbers.

The library that writes the document knows no footnotes, so their part is made here: the two separators that Word asks
for, and one footnote for each note.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_FACE: Final = "Georgia"
_QUIET: Final = RGBColor(0x55, 0x55, 0x55)
_NEVER: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - a document has no time of its own: the same bytes each time


def prepare(document: Any, title: str) -> None:
    """Give an empty document its styles, margins, page numbers and title."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.created = properties.modified = _NEVER
    for section in document.sections:
        section.left_margin = section.right_margin = Cm(2.8)
        section.top_margin = section.bottom_margin = Cm(2.5)
        _page_number(section.footer.paragraphs[0])
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FACE, Pt(10.5)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(7), 1.2
    _heading(document.styles["Title"], 20, 0)
    for level in range(1, 10):
        _heading(document.styles[f"Heading {level}"], {1: 14, 2: 11.5}.get(level, 10.5), 16 if level == 1 else 10)
    for name, size, face in (
        ("Verbatim", 8.5, "Courier New"),
        ("Tombstone", 9.5, _FACE),
        ("Remark", 9.5, _FACE),
        ("Cell", 9, _FACE),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.font.name, style.font.size = face, Pt(size)
        if name in {"Tombstone", "Remark"}:
            style.font.italic, style.font.color.rgb = True, _QUIET
        if name == "Cell":
            style.paragraph_format.space_after = Pt(2)
    note = document.styles.add_style("Footnote Text", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style, note.font.size = normal, Pt(8.5)
    note.paragraph_format.space_after = Pt(0)
    document.styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER).font.superscript = True
    caption = document.styles["Caption"]
    caption.font.name, caption.font.size, caption.font.color.rgb = _FACE, Pt(10.5), RGBColor(0, 0, 0)
    caption.paragraph_format.keep_with_next = True


def _heading(style: Any, size: float, above: float) -> None:
    """Make a heading plain: dark, in the face of the words."""
    style.font.name, style.font.size, style.font.bold = _FACE, Pt(size), True
    style.font.italic, style.font.color.rgb = False, RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for name in [one for one in fonts.attrib if "Theme" in one]:
        del fonts.attrib[name]
    fonts.set(qn("w:ascii"), _FACE)
    fonts.set(qn("w:hAnsi"), _FACE)
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(4)
    style.paragraph_format.keep_with_next = True


def _page_number(paragraph: Any) -> None:
    """The number of each page, in the middle of its foot."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx knows no fields


class Footnotes:
    """The footnotes of a document."""

    def __init__(self, document: Any) -> None:
        """Begin with the two separators."""
        self.document = document
        self.count = 0
        self.root = parse_xml(
            f"<w:footnotes {nsdecls('w')}>"
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
            "</w:footnotes>"
        )

    def reference(self, note: str) -> Any:
        """Add a footnote, and give the mark that leads to it."""
        self.count += 1
        self.root.append(_footnote(self.count, note))
        run = _marked("w:footnoteReference")
        run[-1].set(qn("w:id"), str(self.count))
        return run

    def finish(self) -> None:
        """Put the footnotes into the document, if there are any."""
        if not self.count:
            return
        part = Part(PackURI("/word/footnotes.xml"), _KIND, serialize_part_xml(self.root), self.document.part.package)
        self.document.part.relate_to(part, _RELATION)


def _footnote(number: int, note: str) -> Any:
    """A footnote."""
    footnote = OxmlElement("w:footnote")
    footnote.set(qn("w:id"), str(number))
    paragraph = OxmlElement("w:p")
    look = OxmlElement("w:pPr")
    style = OxmlElement("w:pStyle")
    style.set(qn("w:val"), "FootnoteText")
    look.append(style)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = f" {note}"
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(text)
    for part in (look, _marked("w:footnoteRef"), run):
        paragraph.append(part)
    footnote.append(paragraph)
    return footnote


def _marked(tag: str) -> Any:
    """A run with the mark of a footnote."""
    run = OxmlElement("w:r")
    look = OxmlElement("w:rPr")
    style = OxmlElement("w:rStyle")
    style.set(qn("w:val"), "FootnoteReference")
    look.append(style)
    run.append(look)
    run.append(OxmlElement(tag))
    return run
