"""The words of the first contract are the filed words, to the last one.

The `.deal` files carry the contract's words in three places: the number of a provision, its
heading, and the lines after a bar. Put together in order they are the instrument as it was signed
and filed, misprints included. White space and page marks are layout and do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dealwright import model as m
from dealwright.read import read
from dealwright.source import Source

HERE = Path(__file__).parent
FILED = HERE / "data" / "net-perceptions-8k.txt"
CONTRACT = HERE.parent / "contracts" / "patent_purchase"
AGREEMENT = CONTRACT / "agreement.deal"
AMENDMENT = CONTRACT / "amendment.deal"

UNIT = re.compile(
    r"^ *(?P<unit>article|section|sentence|preamble|signatures|note)\b"
    r' ?(?P<number>[\d.]*)(?: "(?P<heading>[^"]*)")?$'
)
"""A line that opens a provision with words. Exhibits have none: they are declared and absent."""


def pieces(path: Path) -> Iterator[str]:
    """The words of a file in order: numbers, headings, lines after a bar."""
    for line in path.read_text(encoding="utf-8").splitlines():
        bar = re.match(r"^ *\|(.*)$", line)
        unit = UNIT.match(line)
        if bar:
            yield bar[1]
        elif unit:
            if unit["unit"] == "article":
                yield f"{unit['number']}."
            elif unit["unit"] == "section":
                yield unit["number"]
            yield unit["heading"] or ""


def rebuild(path: Path) -> str:
    """The instrument of a file, as running text."""
    return " ".join(" ".join(pieces(path)).split())


def filed(start: str, end: str) -> str:
    """What was filed from the line `start` up to the words `end`, without page marks."""
    text = FILED.read_text(encoding="ascii")
    opening = re.search(rf"^ *{re.escape(start)}$", text, re.MULTILINE)
    assert opening is not None
    body = text[opening.start() : text.index(end, opening.end())]
    return " ".join(body.replace("<PAGE>", " ").split())


def leaves(path: Path) -> Iterator[tuple[str, bool]]:
    """Every provision with words of its own, and whether anything but words stands in it."""
    name, depth, words, rules = "", 0, False, False
    for line in [*path.read_text(encoding="utf-8").splitlines(), "end"]:
        indent = len(line) - len(line.lstrip())
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if UNIT.match(line) or indent <= depth:
            if words:
                yield name, rules
            name, depth, words, rules = line.strip(), indent, False, False
        elif line.lstrip().startswith("|"):
            words = True
        else:
            rules = True


def test_the_agreement_is_the_filed_agreement() -> None:
    """The Agreement rebuilt from its file, with the note on its exhibits, is what was filed."""
    expected = filed("PATENT PURCHASE AGREEMENT", "AMENDMENT TO PATENT PURCHASE AGREEMENT")
    assert rebuild(AGREEMENT).split() == expected.split()


def test_the_amendment_is_the_filed_amendment() -> None:
    """The Amendment rebuilt from its file, down to its signatures, is what was filed."""
    expected = filed("AMENDMENT TO PATENT PURCHASE AGREEMENT", "Exhibit 99.1")
    assert rebuild(AMENDMENT).split() == expected.split()


@pytest.mark.parametrize(
    "words",
    ["Endina, Minnesota", "of in Exhibit B", "dollars($1,800,000)", "normal cause of business"],
)
def test_misprints_stand(words: str) -> None:
    """What was misprinted in the filing is misprinted here."""
    assert words in rebuild(AGREEMENT)


@pytest.mark.parametrize(
    ("path", "last"),
    [(AGREEMENT, (3, 6, 4, 3, 3, 11, 2, 4, 11)), (AMENDMENT, (4, 3, 2, 5, 1))],
    ids=["agreement", "amendment"],
)
def test_every_numbered_unit_is_there(path: Path, last: tuple[int, ...]) -> None:
    """Sections run from the first to the last of every article, in order, without a gap."""
    numbers = re.findall(r"^ *section (\d+\.\d+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    expected = [f"{article}.{section}" for article, most in enumerate(last, 1) for section in range(1, most + 1)]
    assert numbers == expected


@pytest.mark.parametrize("path", [AGREEMENT, AMENDMENT], ids=["agreement", "amendment"])
def test_no_provision_is_silently_empty(path: Path) -> None:
    """Every provision with words has rules beside them or says that it has no operative rule."""
    assert [name for name, rules in leaves(path) if not rules] == []


def read_words(items: tuple[object, ...]) -> Iterator[str]:
    """The words of some items as they are read, those that an operation puts in among them."""
    for one in items:
        if isinstance(one, m.Words):
            yield from one.lines
        elif isinstance(one, m.Provision):
            if one.unit == "article":
                yield f"{one.number}."
            elif one.unit == "section":
                yield one.number
            if one.unit != "exhibit":
                yield one.heading
            yield from read_words(one.items)
        elif isinstance(one, m.Replace):
            yield from read_words(one.items)


@pytest.mark.parametrize("path", [AGREEMENT, AMENDMENT], ids=["agreement", "amendment"])
def test_what_is_read_is_what_is_written(path: Path) -> None:
    """The words that the engine has are those of the file: none is lost in reading."""
    (instrument,) = read(Source(path.name, path.read_text(encoding="utf-8"))).instruments
    assert " ".join(read_words(instrument.items)).split() == rebuild(path).split()


@pytest.mark.parametrize("path", [AGREEMENT, AMENDMENT], ids=["agreement", "amendment"])
def test_every_line_counts(path: Path, tmp_path: Path) -> None:
    """With one word of any line, one number or one heading changed the file is not the filed one any more."""
    lines = path.read_text(encoding="utf-8").splitlines()
    whole = rebuild(path)
    changed = tmp_path / path.name
    counted = [place for place, line in enumerate(lines) if re.match(r"^ *(\| *\S|(article|section) )", line)]
    assert len(counted) > 90
    for place in counted:
        other = [*lines[:place], f"{lines[place].rstrip()}x", *lines[place + 1 :]]
        changed.write_text("\n".join(other), encoding="utf-8")
        assert rebuild(changed) != whole, lines[place]


def test_exhibits_bear_the_titles_that_the_words_give_them() -> None:
    """Exhibits A and B are named as section 9.6 names them."""
    titles = dict(re.findall(r'^exhibit ([A-D]) "([^"]+)"$', AGREEMENT.read_text(encoding="utf-8"), re.MULTILINE))
    assert list(titles) == ["A", "B", "C", "D"]
    for letter in "AB":
        assert f'Exhibit {letter} (entitled "{titles[letter]}")' in rebuild(AGREEMENT)
