"""Citations of nothing, exhibits that are listed or not, lists that announce items and hold none, numbers left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from dealwright import model as m
from dealwright.diagnostic import Diagnostic, echo, problem
from dealwright.lint.citing import Citation, citations, cited_in, standing, target
from dealwright.lint.lexicon import ANNEXED, CHANGING, SORTS
from dealwright.lint.versions import Version, inflected, is_absent
from dealwright.lint.words import Passage
from dealwright.text import Missing, Node

_ENTITLED: Final = re.compile(r"(Exhibit|Schedule|Annex)\s+(\w+)\s*\((?:entitled|titled)\s+\"([^\"]+)\"")
_OBLIGED: Final = re.compile(
    r"obligations?\s+of\s+(?:the\s+)?([A-Z]\w*)\s+to\s+\w+[^.;]{0,60}?(?:pursuant\s+to|under)\s+$"
)


def citations_of_nothing(version: Version) -> Iterator[Diagnostic]:
    """Words cite a provision or annex that the text never had."""
    for one in citations(version):
        if one.home and one.passage.unit != "note" and isinstance(target(one, version), Missing):
            if not _has_numbers(one, version):
                continue
            yield problem("D201", f"there is no {echo(one.said)} in {echo(one.home)}", one.span,
                          trail=one.passage.trail)  # fmt: skip


def _has_numbers(one: Citation, version: Version) -> bool:
    """Whether the instrument has provisions with words, so that one that is missing is missing."""
    bodies = [body for body in version.text.bodies if body.name == one.home]
    if one.unit in ANNEXED:
        return True
    numbered = [node for body in bodies for node in body.content if isinstance(node, Node) and node.number]
    return len(numbered) > 1


def obligations_that_are_not_there(version: Version) -> Iterator[Diagnostic]:
    """Words speak of somebody's obligation under a provision in which that one owes nothing."""
    for one in citations(version):
        if "obligation" not in one.before:
            continue
        start, _ = one.passage.sentence(one.start)
        match = _OBLIGED.search(one.passage.text[start : one.start])
        node = standing(one, version)
        if match is None or node is None or match[1] not in version.program.parties:
            continue
        norms = list(version.norms_in(node.identity))
        if norms and not any(norm.sort == "duty" and match[1] in norm.actors for norm in norms):
            yield problem("D202", f"{echo(one.said)} holds no obligation of {echo(match[1])}", one.span,
                          trail=one.passage.trail,
                          help="what passes by itself is conditioned only where it says so")  # fmt: skip


def lists_without_items(version: Version) -> Iterator[Diagnostic]:
    """Words announce what follows, and nothing follows."""
    spoken = {id(one.node): one for one in version.passages}
    for body in version.text.bodies:
        yield from _lists(spoken, version.operating, body.content)


def _lists(spoken: dict[int, Passage], operating: frozenset[int], content: tuple[object, ...]) -> Iterator[Diagnostic]:
    """Lists without items among some content."""
    for place, item in enumerate(content):
        if not isinstance(item, Node) or item.gone:
            continue
        inner = [one for one in item.content if isinstance(one, Node)]
        later = [one for one in content[place + 1 :] if isinstance(one, Node) and one.unit == item.unit]
        passage = spoken.get(id(item))
        if passage is not None and not inner and item.span.start not in operating:
            rows = any(isinstance(one, m.Table | m.Definition) for one in item.content)
            yield from _lead_in(passage, followed=bool(later) or not item.number or rows)
        yield from _lists(spoken, operating, item.content)


def _lead_in(passage: Passage, *, followed: bool) -> Iterator[Diagnostic]:
    """Whether the last sentence of some words announces a list that is not there."""
    flat = passage.flat.rstrip()
    if not flat or passage.unit in {"signatures", "note"}:
        return
    start, _ = passage.sentence(len(flat) - 1)
    last = flat[start:].strip()
    named = " the following " in f" {last}" and last.endswith(".") and ":" not in last
    bare = last.endswith((":", " as follows."))
    if named and not re.search(r"the following [a-z ]*\b(?:section|article|clause|words?|terms? (?:and|of))\b", last):
        words = last[last.index("the following ") :].split()
        if len(words) < 9 and not any(mark in last[last.index("the following ") :] for mark in (",", ";", "(")):  # noqa: PLR2004
            at = flat.rindex("the following ")
            yield problem("D203", "a list is announced and holds nothing", passage.span(at, len(flat)),
                          trail=passage.trail)  # fmt: skip
    elif bare and not followed:
        yield problem("D203", "a list is announced and holds nothing", passage.span(len(flat) - 1, len(flat)),
                      trail=passage.trail)  # fmt: skip


def numbers_left_out(version: Version) -> Iterator[Diagnostic]:
    """Between two neighbours a number is left out, and nothing says that it was deleted or is reserved."""
    for body in version.text.bodies:
        pending: list[tuple[object, ...]] = [body.content]
        while pending:
            nodes = [item for item in pending.pop() if isinstance(item, Node)]
            for one, after in pairwise(nodes):
                if one.unit == after.unit and not after.gone and _skips(one.number, after.number):
                    yield problem("D204", f"numbers are left out between {echo(one.name)} and {echo(after.name)}",
                                  after.span, trail=version.text.trail(after))  # fmt: skip
            pending.extend(node.content for node in nodes if not node.gone)


def _skips(first: str, second: str) -> bool:
    """Whether a number lies between two."""
    before, _, low = first.strip("()").rpartition(".")
    after, _, high = second.strip("()").rpartition(".")
    if before != after:
        return False
    if low.isdigit() and high.isdigit():
        return int(high) > int(low) + 1
    if len(low) == 1 and len(high) == 1 and low.isalpha() and high.isalpha():
        return ord(high) > ord(low) + 1 and not {low, high} <= set("ivxIVX")
    return False


def exhibits_not_listed(version: Version) -> Iterator[Diagnostic]:
    """Words list the exhibits, and leave out one that is cited."""
    every = [one for one in citations(version) if one.unit in ANNEXED and one.home]
    lists: dict[int, list[Citation]] = {}
    for one in every:
        said = one.sentence
        if (
            "following exhibits" in said
            or "following schedules" in said
            or ("omitted" in said and one.passage.unit == "note")
        ):
            lists.setdefault(id(one.passage), []).append(one)
    for listed in lists.values():
        first = listed[0]
        numbers = {one.number for one in listed}
        missing = [
            one
            for one in every
            if one.number not in numbers and one.unit == first.unit and one.home == first.home
            and one.passage.unit != "note" and standing(one, version) is not None
        ]  # fmt: skip
        for one in {one.number: one for one in reversed(missing)}.values():
            words = f"the list of exhibits leaves out {echo(one.title)}"
            yield problem("D205", words, first.span, trail=first.passage.trail,
                          help=f"it is cited in {_place(one)}")  # fmt: skip


def _place(one: Citation) -> str:
    """The provision in which a citation stands, as a heading shows it."""
    return " > ".join(one.passage.trail[-2:])


def exhibits_never_cited(version: Version) -> Iterator[Diagnostic]:
    """An exhibit is there, and no words cite it."""
    if version.instruments:
        return
    cited = annexes_cited(version)
    spoken = any(one.unit not in {"exhibit", "schedule"} for one in version.contract)
    for node in version.text.nodes():
        if node.unit not in {"exhibit", "schedule"} or not spoken or not node.number:
            continue
        if (node.unit, node.number, node.instrument) not in cited:
            yield problem("D206", f"no words cite {echo(node.name)}", node.span,
                          trail=version.text.trail(node))  # fmt: skip


def annexes_cited(version: Version) -> frozenset[tuple[str, str, str]]:
    """Unit, number and instrument of the exhibits that binding words cite."""
    return frozenset(
        (one.unit, one.number, one.home)
        for one in citations(version)
        if one.unit in ANNEXED and one.passage.unit != "note"
    )


def exhibits_not_at_hand(version: Version) -> Iterator[Diagnostic]:
    """Words cite an exhibit that is absent, and no definition tells of it."""
    absent = {(node.unit, node.number, node.instrument) for node in version.text.nodes() if is_absent(node)}
    told = {document.lower() for document, *_ in version.foreign.values()}
    for one in citations(version) if absent else ():
        key = (one.unit, one.number, one.home)
        if key in absent and one.passage.unit != "note" and one.said.lower() not in told:
            absent.discard(key)
            if not any(defined.means for defined in version.defined_in.get(id(one.passage), ())):
                yield problem("D213", f"{echo(one.title)} is not at hand", one.span, trail=one.passage.trail)


def exhibits_of_another_name(version: Version) -> Iterator[Diagnostic]:
    """A term lists what an exhibit holds, and the exhibit's title names another term."""
    titles: dict[tuple[str, str], tuple[str, Passage, int, int]] = {}
    for passage in version.contract:
        for match in _ENTITLED.finditer(passage.text):
            key = (match[1].lower(), match[2])
            titles[key] = (" ".join(match[3].split()), passage, match.start(3), match.end(3))
    for one in version.defined:
        for cited in cited_in(one.passage, version) if one.means and titles else ():
            key = (cited.unit, cited.number)
            if key not in titles or not cited.home:
                continue
            title, passage, start, end = titles[key]
            last = one.term.lower().rsplit(" ", 1)[-1]
            if inflected(one.term) not in inflected(title) or last not in title.lower().split():
                yield problem("D207", f"{echo(one.term)} stand in {cited.title}, which is entitled "
                              f"{echo(title)}", passage.span(start, end), trail=passage.trail,
                              also=(one.place,))  # fmt: skip


def exhibits_with_one_label(version: Version) -> Iterator[Diagnostic]:
    """Words cite the exhibit of another document under a label that an exhibit of this one has."""
    own = {(one.unit, one.number) for one in citations(version) if one.home}
    for one in citations(version):
        if not one.home and one.unit in ANNEXED and (one.unit, one.number) in own:
            yield problem("D208", f"this {echo(one.title)} is not the one of this instrument", one.span,
                          trail=one.passage.trail)  # fmt: skip


def sort_of(one: Citation) -> str:
    """The sort of rule that the words before a citation speak of; empty if they do not say."""
    for word in reversed(one.before.replace(",", " ").replace("(", " ").split()[-8:]):
        if word in SORTS:
            return SORTS[word]
    return ""


def mended(one: Citation) -> bool:
    """Whether the sentence of a citation says itself that what it cites goes."""
    return any(word in one.sentence for word in CHANGING)
