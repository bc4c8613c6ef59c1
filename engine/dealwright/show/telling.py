"""The history of provisions as a page: all of them in one table, or one of them with its words at each time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dealwright.paper import Block, Page, Table, plain
from dealwright.show.history import FIRST, Passage, Step

_HEAD = ("Provision", "State", "What was done", "By", "Since")


def history_page(passages: Sequence[Passage], title: str) -> Page:
    """The history of many provisions as a table, a row for each thing that was done.

    Args:
        passages: The provisions.
        title: What the table is of.
    """
    blocks: list[Block | Table] = [Block("title", plain(title), 1)]
    for instrument in dict.fromkeys(one.instrument for one in passages):
        rows = tuple(row for one in passages if one.instrument == instrument for row in _rows(one))
        blocks.append(Table(instrument, _HEAD, rows))
    if not passages:
        blocks.append(Block("remark", plain("Nothing was changed.")))
    return Page(title, tuple(blocks))


def passage_page(passages: Sequence[Passage]) -> Page:
    """The history of one provision, or the few that had its address, with the words after each step."""
    title = f"{passages[0].address} of {passages[0].instrument}"
    blocks = [Block("title", plain(f"History of {title}"), 1)]
    for one in passages:
        blocks.append(Block("heading", plain(one.title), 2, key=one.identity))
        for step in one.steps:
            blocks.append(Block("heading", plain(f"{_days(step)}{_done(step)} by {step.by}"), 3, key=one.identity))
            said = step.words.split("\n\n") if step.words else []
            blocks.extend(Block("words", plain(words), key=one.identity) for words in said)
            if not said:
                blocks.append(Block("gone", plain("[no words]"), key=one.identity))
    return Page(f"History of {title}", tuple(blocks))


def history_data(passages: Sequence[Passage]) -> list[dict[str, Any]]:
    """The history of provisions as plain data that JSON can hold."""
    return [
        {
            "identity": one.identity,
            "instrument": one.instrument,
            "address": one.address,
            "title": one.title,
            "state": one.state,
            "steps": [
                {
                    "kind": step.kind,
                    "instrument": step.instrument or None,
                    "sentence": step.sentence,
                    "on": step.days[0].isoformat() if step.days else None,
                    "in_effect": step.effective,
                    "target": step.target,
                    "address": step.address,
                    "words": step.words,
                }
                for step in one.steps
            ],
        }
        for one in passages
    ]


def _rows(passage: Passage) -> Iterator[tuple[str, ...]]:
    """A provision as rows; its name and state stand in the first."""
    for number, step in enumerate(passage.steps):
        yield (
            passage.title if number == 0 else "",
            passage.state if number == 0 else "",
            _done(step),
            step.by,
            _since(step),
        )


def _done(step: Step) -> str:
    """What was done, to what."""
    return f"{step.target} {step.kind}" if step.target else step.kind


def _since(step: Step) -> str:
    """Since when it counts; the date of its instrument where that is all that is known."""
    day = _days(step).removesuffix(": ")
    return day if step.effective or not day or step.kind == FIRST else f"{day} (its date)"


def _days(step: Step) -> str:
    """The day of a step."""
    return "".join(f"{day.isoformat()}: " for day in step.days)
