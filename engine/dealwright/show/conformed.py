"""The conformed copy: the contract as it reads today.

Headings and numbers stand as in the contract, with its words below them. What was taken out leaves a line in brackets
that says by whose hand, so that numbers have no unexplained gaps; what was changed has a note with the hand and the day
since which it stands so. A sentence has no number of its own to show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import evolve, field, frozen

from dealwright import model as m
from dealwright.paper import Block, Hand, Page, after, plain
from dealwright.show.wording import paragraphs
from dealwright.text import Body, Element, Gone, Node, Origin, Text, defined_names

Hands = Mapping[str, Hand]
"""Instruments by name, each with the day since which it is in effect, or that it bears."""

_SILENT: Final = frozenset({"sentence", "paragraph", "proviso"})
_INLINE: Final = frozenset({"sentence", "paragraph", "clause", "proviso"})
_BARE: Final = frozenset({"preamble", "signatures", "note"})
_NOBODY: Final[Hands] = {}


def conformed(text: Text, hands: Hands = _NOBODY, lead: tuple[str, ...] = ()) -> Page:
    """The text in force as one page.

    Args:
        text: The text in force.
        hands: What is known of the instruments' days.
        lead: What is said before the copy begins.

    Returns:
        The agreement and, after it, each amendment with its own provisions.
    """
    blocks = tuple(block for body in text.bodies for block in _body(text, body, hands, noted=True))
    return Page(_title(text.bodies[0]), blocks, lead)


def bare(text: Text, name: str) -> tuple[Block, ...]:
    """The words and headings of one instrument in a text, without any trace of what was there before."""
    return tuple(_body(text, text.body(name), {}, noted=False))


def standing_words(text: Text, node: Node) -> tuple[str, ...]:
    """The paragraphs of a provision and of all that stands in it, as a reader of the text has them."""
    around = _Around(text, 1, 0, node.origins, node.identity, {}, noted=False)
    return tuple(after(block) for block in _content(node.content, around))


def _title(body: Body) -> str:
    """What an instrument is called at its head."""
    return body.instrument.long or body.name


def _body(text: Text, body: Body, hands: Hands, *, noted: bool) -> Iterator[Block]:
    """The blocks of one instrument."""
    hand = hands.get(body.name)
    since = (hand.since.removeprefix(", "),) if noted and hand and hand.days and hand.effective else ()
    yield Block("title", plain(_title(body)), 1, since, key=body.name)
    yield from _content(body.content, _Around(text, 2, 0, (), body.name, hands, noted))


@frozen
class _Around:
    """What is known about the place of a provision.

    Attributes:
        text: The text in force.
        level: How deep its heading is.
        depth: How far its words are indented.
        origins: The operations that changed what is around it.
        identity: The provision around it, or the instrument.
        hands: What is known of the instruments.
        noted: Whether it is said who did what.
        label: Numbers that stand before the next words.
    """

    text: Text
    level: int
    depth: int
    origins: tuple[Origin, ...]
    identity: str
    hands: Hands
    noted: bool
    label: str = field(default="")


def _content(content: tuple[Element, ...], around: _Around) -> Iterator[Block]:
    """The blocks of some content; a label stands before the first words."""
    label = around.label
    for item in content:
        if isinstance(item, Node):
            if item.gone and not around.noted and not item.gone[0].left:
                continue
            if label and not (item.unit in _SILENT and not item.gone):
                yield _words(label, around)
                label = ""
            yield from _node(item, evolve(around, label=label))
            label = ""
        elif isinstance(item, m.Words):
            for one in paragraphs(item):
                said = f"{label} {one.words}" if label and not one.words.startswith(label) else one.words
                yield _words(said, around, "verbatim" if one.verbatim else "words")
                label = ""
    if label:
        yield _words(label, around)
    if around.noted:
        for removed in around.text.removed:
            if removed.placed.identity == around.identity:
                names = ", ".join(defined_names(removed.placed.item)) or "a rule"
                yield _left(f"{names}: {_by(removed.gone.word, removed.gone.origin, around)}", around)


def _words(words: str, around: _Around, kind: str = "words") -> Block:
    """A paragraph."""
    return Block(kind, plain(words), around.depth, key=around.identity)


def _left(words: str, around: _Around) -> Block:
    """The line that is left of something."""
    return Block("gone", plain(f"[{words}]"), around.depth, key=around.identity)


def _node(node: Node, around: _Around) -> Iterator[Block]:
    """The blocks of one provision, standing or gone."""
    inline = node.unit in _INLINE
    if node.gone:
        yield from _tombstone(node, node.gone[0], around)
        return
    label = around.label
    if inline and node.unit not in _SILENT:
        label = f"{label} {node.number}".strip()
    heads = [] if inline or (node.unit in _BARE and not node.heading) else [_heading(node, around)]
    inner = evolve(
        around,
        level=around.level + (not inline),
        depth=around.depth + (node.unit == "clause") if inline else 0,
        origins=node.origins,
        identity=node.identity,
        label=label,
    )
    below = list(_content(node.content, inner))
    if any(isinstance(item, m.Absent) for item in node.content):
        below.append(Block("gone", plain("[not at hand]"), inner.depth, key=node.identity))
    yield from _noted([*heads, *below], _notes(node, around, inline=inline), node)


def _noted(blocks: list[Block], notes: tuple[str, ...], node: Node) -> Iterator[Block]:
    """The blocks of a provision with its notes: on its heading, or on the last of its own words if it has none."""
    own = [place for place, block in enumerate(blocks) if block.key == node.identity and block.kind != "gone"]
    headed = any(blocks[place].kind == "heading" for place in own[:1])
    for place, block in enumerate(blocks):
        is_here = own and place == (own[0] if headed else own[-1])
        yield evolve(block, notes=(*notes, *block.notes)) if is_here else block


def _notes(node: Node, around: _Around, *, inline: bool) -> tuple[str, ...]:
    """What is to be known of a provision: who put it there or changed it, since when."""
    if not around.noted:
        return ()
    notes = [_by(origin.deed, origin, around) for origin in node.origins if origin not in around.origins]
    said = f"{around.text.address_of(node)} " if inline else ""
    return (f"{said}{'; '.join(dict.fromkeys(notes))}",) if notes else ()


def _tombstone(node: Node, gone: Gone, around: _Around) -> Iterator[Block]:
    """What is left of a provision: its number, what is said to stay there, and who took it out."""
    if gone.word == "replaced":
        return
    here = evolve(around, identity=node.identity)
    inline = node.unit in _INLINE
    if not inline:
        yield _heading(node, around)
    if gone.left:
        yield _words(f"{node.number} {gone.left}" if inline and node.unit not in _SILENT else gone.left, here)
    if around.noted:
        said = _by(gone.word, gone.origin, here)
        yield _left(f"{node.name} {said}" if inline else said, here)


def _heading(node: Node, around: _Around) -> Block:
    """The heading of a provision."""
    return Block("heading", plain(node.title), around.level, key=node.identity)


def _by(word: str, origin: Origin, around: _Around) -> str:
    """What was done, by whom, and since when."""
    hand = around.hands.get(origin.instrument or around.identity)
    return f"{word} by {origin}{hand.since if hand else ''}"
