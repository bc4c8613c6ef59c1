"""Pages read back from the files that they were written into, without anything of what writes them."""

from __future__ import annotations

from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BLOCKS = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "pre"}
OUTSIDE = {"nav", "style", "title", "header"}
MARKS = {"ins": ("{+", "+}"), "del": ("[-", "-]")}


class Html(HTMLParser):
    """The blocks of a page with their notes, and its tables."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.blocks: list[str] = []
        self.lead: list[str] = []
        self.notes: list[str] = []
        self.refs: list[tuple[int, str]] = []
        self.tables: list[list[list[str]]] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[int] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if "id" in found:
            self.ids.append(found["id"])
        if found.get("href", "").startswith("#"):
            self.links.append(found["href"][1:])
        if tag == "br":
            self.handle_data("\n")
            return
        if tag == "meta":
            return
        self.tags.append(tag)
        if tag in BLOCKS and not set(self.tags) & {"nav"}:
            (self.lead if "header" in self.tags else self.blocks).append("")
            if tag[0] == "h" and tag[1:].isdigit():
                self.headings.append(int(tag[1:]))
        elif tag == "li" and "section" in self.tags:
            self.notes.append("")
        elif tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in {"td", "th"}:
            self.tables[-1][-1].append("")
        elif tag == "sup":
            self.refs.append((len(self.blocks) - 1, ""))
        elif tag in MARKS:
            self.handle_data(MARKS[tag][0])

    def handle_endtag(self, tag: str) -> None:
        if tag in MARKS:
            self.handle_data(MARKS[tag][1])
        assert self.tags.pop() == tag, f"</{tag}> closes what is not open"

    def handle_data(self, data: str) -> None:
        inside = set(self.tags)
        if inside & (OUTSIDE - {"header"}):
            return
        if "sup" in inside:
            place, words = self.refs[-1]
            self.refs[-1] = (place, words + data)
        elif "li" in inside:
            self.notes[-1] += "" if "a" in inside else data
        elif inside & {"td", "th"}:
            self.tables[-1][-1][-1] += data
        elif "header" in inside and "p" in inside:
            self.lead[-1] += data
        elif inside & BLOCKS:
            self.blocks[-1] += data

    @property
    def text(self) -> str:
        """What a person reads, in the order of the page, notes where they belong; white space all alike."""
        parts = list(self.lead)
        for place, block in enumerate(self.blocks):
            parts.append(block)
            parts.extend(f"[{self.notes[int(number) - 1].strip()}]" for at, number in self.refs if at == place)
        return flat(" ".join(parts))


def flat(text: str) -> str:
    """Text with all white space alike, and the rules below titles left out."""
    return " ".join(part for part in text.split() if set(part) != {"="})


def parts(data: bytes) -> dict[str, Any]:
    """The parts of a Word document, parsed."""
    with ZipFile(BytesIO(data)) as packed:
        return {
            name: ET.fromstring(packed.read(name))  # noqa: S314 - it is our own
            for name in packed.namelist()
            if name.endswith((".xml", ".rels"))
        }


def settled(data: bytes, *, accept: bool) -> list[str]:
    """The paragraphs of a Word document after all of its tracked changes were accepted, or rejected."""
    out = f"{W}del" if accept else f"{W}ins"
    found: list[str] = []
    carried = ""
    for paragraph in parts(data)["word/document.xml"].iter(f"{W}p"):
        carried += "".join(_said(child, out) for child in paragraph)
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is not None and mark.find(out) is not None:
            continue
        found.append(carried)
        carried = ""
    return [*found, *([carried] if carried else [])]


def _said(element: Any, out: str) -> str:
    """The words in an element, without those of changes that are not taken."""
    if element.tag in {out, f"{W}pPr"}:
        return ""
    if element.tag in {f"{W}t", f"{W}delText"}:
        return str(element.text or "")
    return "\n" if element.tag == f"{W}br" else "".join(_said(child, out) for child in element)


def footnotes(data: bytes) -> list[str]:
    """The footnotes of a Word document that its text refers to, in order."""
    all_parts = parts(data)
    if "word/footnotes.xml" not in all_parts:
        return []
    notes = {note.get(f"{W}id"): note for note in all_parts["word/footnotes.xml"]}
    return [
        "".join(text.text or "" for text in notes[mark.get(f"{W}id")].iter(f"{W}t")).strip()
        for mark in all_parts["word/document.xml"].iter(f"{W}footnoteReference")
    ]
