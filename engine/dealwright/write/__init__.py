"""From what a document says to its text, written in the one canonical way.

Reading the text gives the document again: nothing is lost but comments, blank lines and where things stood. Amended
texts are shown this way, and generated ones are. A drafter's own file is not written anew but tidied, by
`format_source`, which keeps comments and line breaks.
"""

from __future__ import annotations

from dealwright import model as m
from dealwright.write.addresses import address, addresses
from dealwright.write.expressions import expression
from dealwright.write.instruments import instrument
from dealwright.write.items import item, lines_of
from dealwright.write.layout import format_source
from dealwright.write.lines import Lines
from dealwright.write.logs import entry, property_, scenario

__all__ = [
    "address", "addresses", "entry", "expression", "format_source", "item", "write", "write_instrument",
]  # fmt: skip


def write(document: m.Document) -> str:
    """The canonical text of a document."""
    blocks: list[Lines] = [
        lines_of(document.loose),
        *map(instrument, document.instruments),
        *map(scenario, document.scenarios),
        *map(property_, document.properties),
    ]
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks if block)


def write_instrument(node: m.Instrument) -> str:
    """The canonical text of one instrument."""
    return "".join(f"{line}\n" for line in instrument(node))
