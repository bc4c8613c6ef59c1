"""The walk through the kept automaton: it recognises what Lark recognises, phrase for phrase."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dealwright.read.analysis import written
from dealwright.read.grammar import SAVED, load_parser, make_parser
from dealwright.read.layout import Layout
from dealwright.read.parsing import Parser, UnexpectedToken
from dealwright.read.words import Token, UnexpectedCharacter

ROOT = Path(__file__).parent.parent
TEXTS = sorted([*(ROOT / "contracts").rglob("*.deal"), *(ROOT / "tests" / "meaning").glob("*.deal")])


class Phrases:
    """A builder that makes of every phrase the name of its rule and its parts, words with their places."""

    def __getattr__(self, name: str) -> Callable[[list[Any]], Any]:
        """The callback of a rule."""
        if name.startswith("_") or not name.islower():
            raise AttributeError(name)
        return lambda parts: (name, tuple(map(plain, parts)))


def plain(part: Any) -> Any:
    """A part that can be compared with one of the other parser."""
    if isinstance(part, str):
        word: Any = part
        return (word.type, str(word), word.start_pos, word.end_pos)
    return part


@pytest.fixture(scope="module")
def ours() -> Parser:
    """The parser that reads contracts."""
    return load_parser(Phrases(), Layout())


@pytest.fixture(scope="module")
def larks() -> Any:
    """Lark's own parser of the same grammar."""
    return make_parser(Phrases(), Layout())


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_phrases_are_those_of_lark(path: Path, ours: Parser, larks: Any) -> None:
    """Every phrase, every part that was left out and every place is the same."""
    text = path.read_text(encoding="utf-8")
    assert ours.parse(text) == larks.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rent means\n",
        "Rent means means\n",
        "agreement\n",
        "duty Rent\n\n",
        "duty Rent\n    (a) X\n",
        "5\n",
        "section 1\n  | a\nX",
    ],
)
def test_mistakes_are_those_of_lark(text: str, ours: Parser, larks: Any) -> None:
    """A text stops both at the same word, and both expect the same words there."""
    with pytest.raises(UnexpectedToken) as mine:
        ours.parse(text)
    with pytest.raises(Exception, match="Unexpected token") as other:
        larks.parse(text)
    its: Any = other.value
    assert (mine.value.token, mine.value.token.type) == (str(its.token), its.token.type)
    assert mine.value.expected == its.expected


def test_an_unknown_character_is_told_where_it_stands(ours: Parser) -> None:
    """Blanks and comments before it are passed over."""
    with pytest.raises(UnexpectedCharacter) as caught:
        ours.parse("Rent means   ; €5\n")
    assert caught.value.offset == 13


def test_words_know_their_places() -> None:
    """A word is its text; one that nobody wrote stands where another does."""
    word = Token("TERM", "Rent", 3, 7)
    made = word.new_borrow_pos("_INDENT", "", word)
    assert (word, word.type, word.start_pos, word.end_pos) == ("Rent", "TERM", 3, 7)
    assert (made, made.type, made.start_pos, made.end_pos) == ("", "_INDENT", 3, 7)


def test_the_automaton_is_the_same_in_every_process(tmp_path: Path, larks: Any) -> None:
    """Lark numbers states as its sets happen to be ordered; what is kept does not show it."""
    kept = tmp_path / SAVED
    script = "import sys, pathlib, dealwright.read as r; r.build_saved_parser(pathlib.Path(sys.argv[1]))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "engine"), "PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", script, str(kept)], env=environment, check=True)
    assert kept.read_text(encoding="utf-8").startswith(written(larks))
