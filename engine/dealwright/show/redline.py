"""Two texts compared word by word, provision by provision.

Provisions are matched by what they are, so one that only got another number is compared with itself; one that stands
before others that it stood behind is shown as taken out there and put in here. Where lines of the paper ended does not
count. What was taken out is shown where it stood.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from dealwright.paper import Block, Hand, Page, Run, after, before, marked_up, state_of
from dealwright.show.conformed import Hands, bare
from dealwright.show.matching import Matched, matched, own_words
from dealwright.show.wording import pairs, runs
from dealwright.text import Node, Origin, Text, spots


@frozen
class Redlined:
    """One provision in two texts.

    Attributes:
        identity: The provision.
        instrument: The instrument whose text it is part of.
        kind: `equal`, `inserted`, `deleted` or `changed`.
        address: How it is cited in the later text, or was in the earlier one when it is gone.
        title: Its unit, number and heading.
        words: Its own words, without those of the provisions in it.
        by: Who changed it since the earlier text.
    """

    identity: str
    instrument: str
    kind: str
    address: str
    title: tuple[Run, ...]
    words: tuple[Run, ...]
    by: tuple[str, ...] = ()


def redline(old: Text, new: Text) -> tuple[Redlined, ...]:
    """Every provision of two texts, in the order of the later one.

    Args:
        old: The earlier text.
        new: The later text.

    Returns:
        The provisions; those of an instrument that only one of the texts has are all inserted, or all deleted.
    """
    return tuple(one for pair in matched(old, new) for one in _provisions(old, new, pair))


def _provisions(old: Text, new: Text, pair: Matched) -> Iterator[Redlined]:
    """The provisions of one instrument in two texts."""
    first = _standing(old, pair.before)
    second = _standing(new, pair.after)
    met = set()
    for identity in [spot.node.identity for body in pair.after for spot in spots(body.content)]:
        earlier = pair.known.get(identity, "")
        met.add(earlier)
        if identity in second or earlier in first:
            yield _compared(old, new, first.get(earlier), second.get(identity))
    for identity, node in first.items():
        if identity not in met:
            yield _compared(old, new, node, None)


def _standing(text: Text, bodies: Sequence[object]) -> dict[str, Node]:
    """The provisions of an instrument that stand."""
    return {
        spot.node.identity: spot.node
        for body in text.bodies
        if body in bodies
        for spot in spots(body.content)
        if not spot.gone
    }


def _compared(old: Text, new: Text, earlier: Node | None, later: Node | None) -> Redlined:
    """One provision in two texts, in at least one of which it stands."""
    node = later or earlier
    assert node is not None  # noqa: S101 - it stands in one of them
    title = runs(earlier.title if earlier else "", later.title if later else "")
    words = runs(own_words(earlier) if earlier else "", own_words(later) if later else "")
    if earlier is None:
        kind = "inserted"
    elif later is None:
        kind = "deleted"
    else:
        kind = "equal" if all(run.kind == "equal" for run in (*title, *words)) else "changed"
    address = (new if later else old).address_of(node)
    by = tuple(dict.fromkeys(str(origin) for origin in _origins(new, earlier, later)))
    return Redlined(node.identity, node.instrument, kind, address, title, words, by)


def _origins(new: Text, earlier: Node | None, later: Node | None) -> tuple[Origin, ...]:
    """Who changed a provision since an earlier text."""
    if later is not None:
        return later.origins[len(earlier.origins) if earlier else 0 :]
    assert earlier is not None  # noqa: S101 - it stands in one of them
    try:
        gone = new.spot(earlier.identity).gone
    except KeyError:
        return ()
    return tuple(reason.origin for reason in gone)


def marked(redlined: tuple[Redlined, ...]) -> str:
    """What differs between two texts, as plain text: `[-taken out-]{+put in+}`."""
    lines: list[str] = []
    for one in redlined:
        if one.kind != "equal":
            by = f" ({', '.join(one.by)})" if one.by else ""
            lines.append(f"{one.instrument}, {one.address}: {one.kind}{by}")
            if any(run.kind != "equal" for run in one.title) and one.kind == "changed":
                lines.append(f"    {marked_up(one.title)}")
            if one.words:
                lines.extend(f"    {line}".rstrip() for line in marked_up(one.words).split("\n"))
            lines.append("")
    return "\n".join(lines)


# ---------------------------------------------------------------- the whole of both texts


def redline_page(old: Text, new: Text, hands: Hands, lead: tuple[str, ...] = ()) -> Page:
    """Two texts on one page, all that stands in either of them.

    Args:
        old: The earlier text.
        new: The later text.
        hands: The instruments with their days, under whose names changes are tracked.
        lead: What is said before it begins.

    Returns:
        A page that is the earlier text without what is inserted, and the later one without what is deleted.
    """
    blocks: list[Block] = []
    for pair in matched(old, new):
        first = [block for body in pair.before for block in bare(old, body.name)]
        second = [
            evolve(block, key=pair.known.get(block.key, block.key))
            for body in pair.after
            for block in bare(new, body.name)
        ]
        blocks.extend(_handed(old, new, pair, _merged(first, second), hands))
    title = new.bodies[0].instrument.long or new.bodies[0].name
    return Page(title, tuple(blocks), lead)


def _merged(first: Sequence[Block], second: Sequence[Block]) -> list[Block]:
    """The blocks of two texts as one row; without inserted words it is the first, without deleted ones the second."""
    kept = dict(_ascending(sorted(_paired(first, second), key=lambda pair: pair[1])))
    found: list[Block] = []
    place = 0
    for number, block in enumerate(second):
        if number not in kept:
            found.append(evolve(block, runs=runs("", after(block))))
            continue
        found.extend(evolve(gone, runs=runs(before(gone), "")) for gone in first[place : kept[number]])
        place = kept[number] + 1
        found.append(evolve(block, runs=runs(before(first[kept[number]]), after(block))))
    found.extend(evolve(gone, runs=runs(before(gone), "")) for gone in first[place:])
    return found


def _paired(first: Sequence[Block], second: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The blocks of two texts that are one: headings of one provision, its paragraphs that are alike."""
    groups: dict[tuple[str, bool], tuple[list[int], list[int]]] = {}
    for side, blocks in enumerate((first, second)):
        for place, block in enumerate(blocks):
            is_head = block.kind in {"title", "heading"}
            groups.setdefault((block.key, is_head), ([], []))[side].append(place)
    for (_, is_head), (earlier, later) in groups.items():
        if is_head:
            yield from zip(earlier, later, strict=False)
            continue
        said = [before(first[place]) for place in earlier], [after(second[place]) for place in later]
        yield from ((earlier[one], later[other]) for one, other in pairs(*said))


def _ascending(found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The most pairs that stand in the same order in both texts, as (place in the second, place in the first)."""
    ends: list[int] = []
    last: list[int] = []
    previous: list[int] = []
    for number, (earlier, _) in enumerate(found):
        place = bisect_left(ends, earlier)
        previous.append(last[place - 1] if place else -1)
        ends[place : place + 1] = [earlier]
        last[place : place + 1] = [number]
    number = last[-1] if last else -1
    while number >= 0:
        yield found[number][1], found[number][0]
        number = previous[number]


def _handed(old: Text, new: Text, pair: Matched, blocks: list[Block], hands: Hands) -> Iterator[Block]:
    """Blocks with the hand that changed each, and a note on the first that differs of each provision."""
    first, second = _standing(old, pair.before), _standing(new, pair.after)
    later = {pair.known.get(identity, identity): node for identity, node in second.items()}
    noted = ("", "")
    for block in blocks:
        if state_of(block) == "equal":
            yield block
            continue
        found = _responsible(old, new, first.get(block.key), later.get(block.key))
        hand, said = _hand(new, pair, found, hands)
        if said and not (said == noted[1] and block.key.startswith(noted[0])):
            noted = (block.key, said)
            block = evolve(block, notes=(said,))  # noqa: PLW2901 - the same block, with its note
        yield evolve(block, hand=hand)


def _responsible(old: Text, new: Text, earlier: Node | None, later: Node | None) -> tuple[Origin, ...]:
    """Who changed a provision, or what it stands in."""
    if earlier is None and later is None:
        return ()
    found = _origins(new, earlier, later)
    if found or later is None:
        return found
    for around in reversed(new.spot(later.identity).path[:-1]):
        try:
            known = len(old.node(around.identity).origins)
        except KeyError:
            known = 0
        if around.origins[known:]:
            return around.origins[known:]
    return ()


def _hand(new: Text, pair: Matched, origins: Sequence[Origin], hands: Hands) -> tuple[Hand, str]:
    """Under whose name a change is tracked, and what is said of it; the later writing itself if nothing else did it."""
    names = tuple(dict.fromkeys(origin.instrument or str(origin) for origin in origins))
    if not names:
        own = pair.after[0].name if pair.after else new.bodies[0].name
        return hands.get(own, Hand(own)), ""
    known = [hands.get(name, Hand(name)) for name in names]
    said = "; ".join(
        dict.fromkeys(f"{origin.deed} by {origin}{hands.get(origin.instrument, Hand('')).since}" for origin in origins)
    )
    return evolve(known[-1], name=", ".join(names)), said
