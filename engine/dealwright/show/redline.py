"""Two texts compared word by word, provision by provision.

Provisions are matched by their identity, so one that only got another number is compared with itself. Where lines
break does not count. What was taken out is shown where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from attrs import frozen

from dealwright import model as m
from dealwright.text import Body, Node, Text, spots

_TOKENS: Final = re.compile(r"\n\n| ?(?:[\w$€£][\w$€£.,'\u2019/-]*[\w%]|[\w%$€£]|[^\w\s])")


@frozen
class Run:
    """A stretch of words that both texts have, or only one of them.

    Attributes:
        kind: `equal`, `inserted` or `deleted`.
        words: The words.
    """

    kind: str
    words: str


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
    found: list[Redlined] = []
    earlier = {body.name: body for body in old.bodies}
    for body in new.bodies:
        found.extend(_body(old, new, earlier.pop(body.name, None), body))
    for body in earlier.values():
        found.extend(_body(old, new, body, None))
    return tuple(found)


def _body(old: Text, new: Text, before: Body | None, after: Body | None) -> Iterator[Redlined]:
    """The provisions of one instrument in two texts."""
    first, second = _standing(before), _standing(after)
    for identity in dict.fromkeys((*_all(after), *first)):
        if identity in first or identity in second:
            yield _compared(old, new, first.get(identity), second.get(identity))


def _standing(body: Body | None) -> dict[str, Node]:
    """The provisions of an instrument that stand."""
    content = () if body is None else body.content
    return {spot.node.identity: spot.node for spot in spots(content) if not spot.gone}


def _all(body: Body | None) -> list[str]:
    """The identities of all provisions of an instrument, standing or gone."""
    return [] if body is None else [spot.node.identity for spot in spots(body.content)]


def _compared(old: Text, new: Text, before: Node | None, after: Node | None) -> Redlined:
    """One provision in two texts, in at least one of which it stands."""
    node = after or before
    assert node is not None  # noqa: S101 - it stands in one of them
    title = runs(before.title if before else "", after.title if after else "")
    words = runs(own_words(before), own_words(after))
    if before is None:
        kind = "inserted"
    elif after is None:
        kind = "deleted"
    else:
        kind = "equal" if all(run.kind == "equal" for run in (*title, *words)) else "changed"
    address = (new if after else old).address_of(node)
    return Redlined(node.identity, node.instrument, kind, address, title, words, _by(new, before, after))


def _by(new: Text, before: Node | None, after: Node | None) -> tuple[str, ...]:
    """Who changed a provision."""
    if after is not None:
        since = after.origins[len(before.origins) if before else 0 :]
        return tuple(dict.fromkeys(str(origin) for origin in since))
    assert before is not None  # noqa: S101 - it stands in one of them
    try:
        gone = new.spot(before.identity).gone
    except KeyError:
        return ()
    return tuple(str(reason.origin) for reason in gone)


def own_words(node: Node | None) -> str:
    """The words of a provision without those of the provisions in it; paragraphs stay apart."""
    content = () if node is None else node.content
    whole = "\n".join(line for item in content if isinstance(item, m.Words) for line in item.lines)
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", whole) if part.strip())


def runs(before: str, after: str) -> tuple[Run, ...]:
    """Two stretches of words, compared."""
    first, second = _TOKENS.findall(before), _TOKENS.findall(after)
    found: list[Run] = []
    for kind, start, end, other_start, other_end in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(Run("equal", "".join(first[start:end])))
            continue
        if end > start:
            found.append(Run("deleted", "".join(first[start:end])))
        if other_end > other_start:
            found.append(Run("inserted", "".join(second[other_start:other_end])))
    return tuple(found)


def marked(redlined: tuple[Redlined, ...]) -> str:
    """What differs between two texts, as plain text: `[-taken out-]{+put in+}`."""
    lines: list[str] = []
    for one in redlined:
        if one.kind != "equal":
            by = f" ({', '.join(one.by)})" if one.by else ""
            lines.append(f"{one.instrument}, {one.address}: {one.kind}{by}")
            title = _shown(one.title)
            if any(run.kind != "equal" for run in one.title) and one.kind == "changed":
                lines.append(f"    {title}")
            if one.words:
                lines.extend(f"    {line}".rstrip() for line in _shown(one.words).splitlines())
            lines.append("")
    return "\n".join(lines)


def _shown(words: tuple[Run, ...]) -> str:
    """Runs as plain text, blanks outside of the marks."""
    marks = {"equal": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    shown = ""
    for run in words:
        bare = run.words.lstrip(" ")
        shown += " " * (len(run.words) - len(bare)) + marks[run.kind].format(bare)
    return shown
