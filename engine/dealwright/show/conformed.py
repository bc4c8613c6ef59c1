"""The conformed copy: the contract as it reads today, in Markdown.

Headings and numbers stand as in the contract, and its words line by line. What was taken out leaves a line in brackets
that says by whose hand, so that numbers have no unexplained gaps; what was changed is followed by such a line. A
sentence has no number of its own to show.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from dealwright import model as m
from dealwright.text import Body, Element, Gone, Node, Origin, Text, defined_names

_SILENT: Final = frozenset({"sentence", "paragraph", "proviso"})
_INLINE: Final = frozenset({"sentence", "paragraph", "clause", "proviso"})
_BARE: Final = frozenset({"preamble", "signatures", "note"})


def conformed(text: Text) -> str:
    """The text in force as one Markdown document.

    Args:
        text: The text in force.

    Returns:
        The agreement and, after it, each amendment with its own provisions.
    """
    blocks = [block for body in text.bodies for block in _body(text, body)]
    return "\n\n".join(blocks) + "\n"


def _body(text: Text, body: Body) -> Iterator[str]:
    """The blocks of one instrument."""
    yield f"# {body.instrument.long or body.name}"
    yield from _content(body.content, _Around(text, 2, (), body.name))


@frozen
class _Around:
    """What is known about the place of a provision.

    Attributes:
        text: The text in force.
        level: How deep its heading is.
        origins: The operations that changed what is around it.
        identity: The provision around it, or the instrument.
    """

    text: Text
    level: int
    origins: tuple[Origin, ...]
    identity: str


def _content(content: tuple[Element, ...], around: _Around, label: str = "") -> Iterator[str]:
    """The blocks of some content; a label stands before the first words."""
    for item in content:
        if isinstance(item, Node):
            if label and not (item.unit in _SILENT and not item.gone):
                yield label
                label = ""
            yield from _node(item, around, label)
            label = ""
        elif isinstance(item, m.Words):
            lines = "\n".join(item.lines).strip("\n")
            yield f"{label} {lines}" if label and not lines.startswith(label) else lines
            label = ""
    if label:
        yield label
    for removed in around.text.removed:
        if removed.placed.identity == around.identity:
            names = ", ".join(defined_names(removed.placed.item)) or "a rule"
            yield f"[{names}: {_by(removed.gone.word, removed.gone.origin)}]"


def _node(node: Node, around: _Around, label: str = "") -> Iterator[str]:
    """The blocks of one provision, standing or gone."""
    inline = node.unit in _INLINE
    if node.gone:
        yield from _tombstone(node, node.gone[0], around)
        return
    if inline:
        label = f"{label} {node.number}".strip() if node.unit not in _SILENT else label
    elif node.unit not in _BARE or node.heading:
        yield _heading(node, around)
    inner = _Around(around.text, around.level + (not inline), node.origins, node.identity)
    yield from _content(node.content, inner, label)
    if any(isinstance(item, m.Absent) for item in node.content):
        yield "[not at hand]"
    notes = [_by(origin.deed, origin) for origin in node.origins if origin not in around.origins]
    if notes:
        said = f"{around.text.address_of(node)} " if inline else ""
        yield f"[{said}{'; '.join(dict.fromkeys(notes))}]"


def _tombstone(node: Node, gone: Gone, around: _Around) -> Iterator[str]:
    """What is left of a provision: its number, and who took it out."""
    if gone.word == "replaced":
        return
    if node.unit in _INLINE:
        label = "" if node.unit in _SILENT else f"{node.number} "
        yield from [f"{label}{gone.left}"] if gone.left else []
        yield f"[{node.name} {_by(gone.word, gone.origin)}]"
    else:
        yield _heading(node, around)
        yield from [gone.left] if gone.left else []
        yield f"[{_by(gone.word, gone.origin)}]"


def _heading(node: Node, around: _Around) -> str:
    """The heading of a provision."""
    return f"{'#' * min(around.level, 6)} {node.title}"


def _by(word: str, origin: Origin) -> str:
    """What was done, and by whom."""
    return f"{word} by {origin}"
