"""What stands on a page: blocks of words, each stretch of them kept, put in or taken out; notes; tables.

A block that only one of two texts has consists of nothing but inserted or deleted words. So a page of a redline holds
both texts: with the deleted words it is the earlier one, with the inserted words the later one.
"""

from __future__ import annotations

from datetime import date

from attrs import frozen


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
class Hand:
    """By whose hand something stands on a page or is gone from it.

    Attributes:
        name: The instrument, or several where it is not one alone.
        days: The day since which it is in effect, or else that it bears; empty if neither is known.
        effective: Whether the day is that since which it is in effect.
    """

    name: str
    days: tuple[date, ...] = ()
    effective: bool = False

    def __str__(self) -> str:
        """`First Amendment, in effect since 2004-03-31`."""
        return f"{self.name}{self.since}"

    @property
    def since(self) -> str:
        """What follows its name: `, in effect since 2004-03-31`, `, dated 2004-03-31`, or nothing."""
        word = "in effect since" if self.effective else "dated"
        return "".join(f", {word} {day.isoformat()}" for day in self.days)


@frozen
class Block:
    """A heading or a paragraph.

    Attributes:
        kind: `title`, `heading`, `words`; `verbatim` where columns stand below each other; `gone` for the line that is
            left of something; `remark` for what the page itself says; `rule` for a line of rules.
        runs: What it says; a line feed in them is a line break.
        level: How deep a heading is, from 1; how far words are indented, from 0.
        notes: What is to be known of it besides: who put it there, since when.
        hand: Who put in or took out what differs in it.
        key: What it is part of, the same in each text that has it.
    """

    kind: str
    runs: tuple[Run, ...]
    level: int = 0
    notes: tuple[str, ...] = ()
    hand: Hand = Hand("")
    key: str = ""


@frozen
class Table:
    """Rows under headings.

    Attributes:
        caption: What is in it.
        head: The headings of the columns.
        rows: The cells; a line feed in one is a line break.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class Page:
    """A whole document.

    Attributes:
        title: What it is, for those who keep it.
        blocks: What stands on it, in order.
        lead: What is said of it before it begins.
    """

    title: str
    blocks: tuple[Block | Table, ...]
    lead: tuple[str, ...] = ()


def plain(words: str) -> tuple[Run, ...]:
    """Words that no other text is compared with."""
    return (Run("equal", words),) if words else ()


def before(block: Block) -> str:
    """What a block says in the earlier text."""
    return "".join(run.words for run in block.runs if run.kind != "inserted")


def after(block: Block) -> str:
    """What a block says in the later text."""
    return "".join(run.words for run in block.runs if run.kind != "deleted")


def state_of(block: Block) -> str:
    """Whether a block is `equal` in both texts, `inserted` or `deleted` as a whole, or `changed`."""
    kinds = {run.kind for run in block.runs}
    if len(kinds) > 1:
        return "changed"
    return next(iter(kinds), "equal")
