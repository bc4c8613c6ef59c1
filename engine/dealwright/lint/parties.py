"""Who is spoken of in the words: names and titles where they sign, addresses, dates, and the part each one plays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from dealwright import expression as e
from dealwright import model as m
from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.lint.lexicon import MONTHS, SLIPS
from dealwright.lint.versions import Version
from dealwright.lint.words import Passage
from dealwright.text import Node

_DATE: Final = re.compile(rf"\b({'|'.join(MONTHS)})\s+([0-9]{{1,2}}),\s+([0-9]{{4}})", re.IGNORECASE)
_STREET: Final = re.compile(
    r"\b([0-9]{1,5}\s+(?:[A-Z][\w.]*\s+){1,3}?(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Lane|Drive)\b)[^,|]{0,24}?[,|]\s*"
    r"([A-Z][a-z]+(?:\s[A-Z][a-z]+)*),\s+(?:[A-Z][A-Za-z]+\s)+\s*([0-9]{5})",
)
_HANDED: Final = re.compile(
    r"\b(?:transfer|sale|assignment|conveyance)\s+of\s+(?:the\s+)?([A-Za-z]+)\s+(?:by\s+[A-Z]\w+\s+)?to\s+(?:the\s+)?([A-Z]\w+)"
)
_HANDING: Final = ("transfer of", "sale of", "assignment of", "conveyance of")
_PAID_BY: Final = re.compile(r"\b(?:such|said|that)\s+payment\s+by\s+(?:the\s+)?([A-Z]\w+)")
_COLUMNS: Final = re.compile(r" {3,}")
_SENTENCE: Final = 40
_NO_OFFICE: Final = frozenset(
    {"authorized person", "authorised person", "authorized signatory", "authorised signatory"}
)


def slips_of_the_pen(version: Version) -> Iterator[Diagnostic]:
    """Words hold what their author plainly did not mean to write."""
    for passage in version.passages:
        flat = f" {passage.flat} "
        if passage.unit != "note":
            for slip, said in SLIPS:
                at = flat.find(slip)
                if at >= 0:
                    shown = slip.strip()
                    yield problem("D106", f"{echo(shown)}: {said}", passage.span(at, at + len(shown)),
                                  trail=passage.trail)  # fmt: skip
            at = flat.find("($")
            if at > 0 and flat[at - 1].isalpha():
                yield problem("D106", "no blank before the figure", passage.span(at - 1, at + 1),
                              trail=passage.trail)  # fmt: skip
        yield from _unstopped(passage)


def _unstopped(passage: Passage) -> Iterator[Diagnostic]:
    """Whether the last sentence of a section has no end."""
    flat = passage.flat.rstrip()
    if passage.unit == "signatures":
        at = passage.text.find(" s/ ")
        if at >= 0:
            yield problem("D106", "the mark of a signature lacks its first stroke", passage.span(at + 1, at + 3),
                          trail=passage.trail)  # fmt: skip
        return
    goes_on = passage.node is not None and any(isinstance(item, Node) for item in passage.node.content)
    if goes_on or passage.unit not in {"section", "sentence"} or len(flat) < _SENTENCE:
        return
    if flat[-1].isalpha() and " " * 3 not in flat:
        yield problem("D106", "the sentence has no full stop", passage.span(len(flat) - 1, len(flat)),
                      trail=passage.trail)  # fmt: skip


def names_where_they_sign(version: Version) -> Iterator[Diagnostic]:
    """A party's name in the signature block is not the one under which it is bound, or shows no office."""
    longs = {one.item.name: one.item.long for one in version.text.vocabulary if isinstance(one.item, m.Party)}
    for passage in version.passages:
        if passage.unit != "signatures":
            continue
        flat = " ".join(passage.text.split())
        for party in version.program.parties:
            long = longs.get(party, "")
            short = re.split(r",? (?:Inc|LLC|Ltd|Corp|GmbH|plc|S\.A|AG)\b", long)[0]
            if long and short != long and long not in flat and short in flat:
                at = passage.text.find(short)
                yield problem("D209", f"{echo(short)} signs, and {echo(long)} is bound",
                              passage.span(at, at + len(short)), trail=passage.trail)  # fmt: skip
            yield from _offices(version, passage, party, long)


def _offices(version: Version, passage: Passage, party: str, long: str) -> Iterator[Diagnostic]:
    """Whether notices to a party go to an office, and who signs for it shows none."""
    if not long:
        return
    for block in columns(passage):
        named = [line for line, _ in block if long.startswith(line.rstrip(",")) and line]
        titles = [(line, at) for line, at in block if line.lower() in _NO_OFFICE]
        if not named or not titles:
            continue
        for other in version.contract:
            if "attn" not in other.flat or other.home != passage.home:
                continue
            for lines in columns(other):
                to = [line for line, _ in lines if line.startswith("Attn")]
                if to and any(line.startswith(long) for line, _ in lines):
                    line, at = titles[0]
                    yield problem("D209", f"{echo(line)} signs for {echo(party)}, whose notices go to another office",
                                  passage.span(at, at + len(line)), trail=passage.trail,
                                  notes=(f"notices: {echo(to[0])}",))  # fmt: skip


def columns(passage: Passage) -> list[list[tuple[str, int]]]:
    """Words that stand side by side as blocks of lines, each line with its place."""
    blocks: list[list[tuple[str, int]]] = []
    offset = 0
    for line in passage.text.split("\n"):
        at = 0
        for number, piece in enumerate(_COLUMNS.split(line)):
            start = line.find(piece, at) if piece else at
            if piece:
                while len(blocks) <= number:
                    blocks.append([])
                blocks[number].append((piece.strip(), offset + start))
            at = start + len(piece)
        offset += len(line) + 1
    return blocks


def signatures_without_a_day(version: Version) -> Iterator[Diagnostic]:
    """No day stands beside the signatures, and the words do not say on which day they were given."""
    for passage in version.passages:
        if passage.unit == "signatures" and "as of" in passage.flat and not _DATE.search(passage.text):
            at = passage.flat.find("as of")
            yield problem("D210", "the signatures bear no day of their own", passage.span(at, at + 5),
                          trail=passage.trail)  # fmt: skip


def addresses_that_differ(version: Version) -> Iterator[Diagnostic]:
    """One street stands in two towns, or under two postal codes."""
    first: dict[str, tuple[str, str, Passage, int, int]] = {}
    for passage in version.passages:
        if not any(mark in passage.flat for mark in ("street", "st.", "avenue", "ave.", "road", "boulevard")):
            continue
        for text, places in (_flowing(passage), *map(_block, columns(passage))):
            for match in _STREET.finditer(text):
                street = " ".join(match[1].lower().split())
                start = places(match.start(1))
                found = (match[2], match[3], passage, start, start + len(match[1]))
                other = first.setdefault(street, found)
                if other[:2] != found[:2]:
                    also = (Place(other[2].span(other[3], other[4]), "the other", other[2].trail),)
                    said = f"{echo(f'{found[0]} {found[1]}')} and {echo(f'{other[0]} {other[1]}')} for one street"
                    yield problem("D211", said, passage.span(start, start + 1), trail=passage.trail, also=also)


def _flowing(passage: Passage) -> tuple[str, Callable[[int], int]]:
    """Words as they flow."""
    return passage.text.replace("\n", " "), int


def _block(lines: list[tuple[str, int]]) -> tuple[str, Callable[[int], int]]:
    """A block of lines, divided by bars, and where each letter of it stands in the passage."""
    text = "|".join(line for line, _ in lines)
    starts: list[int] = []
    for line, at in lines:
        starts.extend(range(at, at + len(line)))
        starts.append(at + len(line))
    return text, starts.__getitem__


def dates_that_differ(version: Version) -> Iterator[Diagnostic]:
    """Words give an instrument another date than it bears."""
    dated = {body.name: (_dated(body.instrument), body.instrument.long) for body in version.text.bodies}
    for passage in version.passages:
        for match in _DATE.finditer(passage.text) if ", 1" in passage.text or ", 2" in passage.text else ():
            said = _day(match)
            if said is None:
                continue
            start, end = passage.sentence(match.start())
            before = " ".join(passage.text[start : match.start()].split())
            after = " ".join(passage.text[match.end() : end].split())
            for name, (day, long) in dated.items():
                if day is None or day == said:
                    continue
                if _is_dated(
                    before, after, (name, long or name), own=passage.unit == "preamble" and passage.home == name
                ):
                    yield problem("D212", f"{echo(name)} bears {day.isoformat()}, and these words say {said.isoformat()}",
                                  passage.span(match.start(), match.end()), trail=passage.trail)  # fmt: skip


def _day(match: re.Match[str]) -> date | None:
    """The day that words name; none if the calendar has no such day."""
    try:
        return date(int(match[3]), MONTHS.index(match[1].lower()) + 1, int(match[2]))
    except ValueError:
        return None


def _dated(instrument: m.Instrument) -> date | None:
    """The day that an instrument bears."""
    for setting in instrument.settings:
        if isinstance(setting, m.Setting) and setting.word == "dated" and isinstance(setting.value, e.Literal):
            value = setting.value.value
            return value if isinstance(value, date) else None
    return None


def _is_dated(before: str, after: str, names: tuple[str, str], *, own: bool) -> bool:
    """Whether a date between some words is that of an instrument."""
    tail = before.lower()
    if own and tail.endswith(
        ("is entered into on", "is entered into as of", "is made on", "is made as of", "is dated")
    ):
        return True
    if tail.endswith((" dated", " dated as of")):
        plain = before.replace(",", "")
        return any(plain.endswith((f"{name} dated", f"{name} dated as of", f"{name} is dated")) for name in names)
    return tail == "on" and any(
        f"entered into a {name}" in after or f"entered into the {name}" in after for name in names
    )


def roles_at_odds(version: Version) -> Iterator[Diagnostic]:
    """Words have a party pay what it is to be paid, or receive what it gives."""
    effects = [norm for norm in version.program.norms.values() if norm.act.verb == "passes"]
    for passage in version.contract:
        flat = passage.flat
        for match in _PAID_BY.finditer(passage.text) if "payment by" in flat else ():
            pays = [norm for norm in version.norms_of(passage) if norm.act.verb == "pay"]
            if any(match[1] in norm.act.receivers for norm in pays) and not any(match[1] in one.actors for one in pays):
                yield problem("D306", f"{echo(match[1])} is to be paid, and these words have it pay",
                              passage.span(match.start(1), match.end(1)), trail=passage.trail)  # fmt: skip
        for match in _HANDED.finditer(passage.text) if any(word in flat for word in _HANDING) else ():
            thing = re.compile(rf"\b{match[1].capitalize()}\b")
            to = {one for norm in effects if thing.search(norm.act.words) for one in norm.act.receivers}
            if to and match[2] in version.program.parties and match[2] not in to:
                yield problem("D306", f"{echo(match[1])} pass to {', '.join(map(echo, sorted(to)))}, and these words "
                              f"have them go to {echo(match[2])}", passage.span(match.start(2), match.end(2)),
                              trail=passage.trail)  # fmt: skip
