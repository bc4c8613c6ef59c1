"""Entries in parts, for machines: what each key says, and the sentence that the keys make together.

Every shape stands for one sentence of the language and means what that sentence means.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from dealwright.diagnostic import echo
from dealwright.log.parts import Parts, Pieces
from dealwright.node import node
from dealwright.write.literals import quoted

_EVERY: Final = ("on", "seq", "asserted_in", "recorded")


@node
class Shape:
    """One way to say something in parts.

    Attributes:
        sentence: What makes the sentence.
        needs: Keys that it needs beside the one that it is known by.
        may: Keys that it may have.
    """

    sentence: Callable[[Parts], Pieces]
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


def sentence(parts: Parts) -> Pieces:
    """The sentence of an entry; nothing if it is wrong, which is told."""
    shapes = [key for key in parts.table if key in SHAPES]
    if not shapes:
        if parts.known((*_EVERY, *SHAPES)):
            advice = 'add `says = "..."` in the words of a scenario'
            parts.report("L109", "this entry does not say what happened", advice=advice)
        return ()
    first, *others = shapes
    shape = SHAPES[first]
    if others:
        message = f"this entry says two things, by {echo(first)} and by {echo(others[0])}"
        parts.report("L109", message, others[0], "write an entry for each")
        return ()
    parts.known((*_EVERY, first, *shape.needs, *shape.may))
    if not parts.needed(shape.needs):
        return ()
    said = shape.sentence(parts)
    if "asserted_in" in parts.table:
        return (f"asserted in {quoted(parts.text('asserted_in', blank=True))}: ", *said)
    return said


def _says(parts: Parts) -> Pieces:
    return (parts.words("says"),)


def _event(parts: Parts) -> Pieces:
    if "amount" not in parts.table:
        for key in ("to", "currency"):
            if key in parts.table:
                parts.report("L109", f"an event without `amount` has no {echo(key)}", key)
        return (parts.single("event"), *_by(parts), *parts.attributes("with"))
    if "with" in parts.table:
        parts.report("L109", "an event that moves money has no attributes", "with")
    if not parts.needed(("to",)):
        return ()
    return (parts.name("event"), " of ", parts.money("amount"), *_by(parts), " to ", parts.name("to"))


def _duty(parts: Parts) -> Pieces:
    if "paid" in parts.table:
        if "performed" in parts.table:
            parts.report("L109", "a duty is `paid` or `performed`, in one entry", "performed")
        return (parts.single("duty"), " paid ", parts.money("paid"), *_by(parts))
    if not parts.needed(("performed",)):
        return ()
    parts.yes("performed")
    return (parts.single("duty"), " performed", *_by(parts))


def _pays(parts: Parts) -> Pieces:
    return (parts.name("pays"), " pays ", parts.money("amount"), " to ", parts.name("to"))


def _signed(parts: Parts) -> Pieces:
    return (parts.name("signed"), " signed", *_by(parts), *parts.attributes("with"))


def _exercises(parts: Parts) -> Pieces:
    who, count = parts.people("by")
    form = (" by ", parts.one_of("form", ("notice", "writing"))) if "form" in parts.table else ()
    word = " exercises " if count == 1 else " exercise "
    return (who, word, parts.single("exercises"), *form, *parts.attributes("with"))


def _waives(parts: Parts) -> Pieces:
    who, count = parts.people("by")
    return (who, " waives " if count == 1 else " waive ", parts.single("waives"))


def _strikes(parts: Parts) -> Pieces:
    until = (" until ", parts.day("until")) if "until" in parts.table else ()
    return ("court strikes ", parts.single("strikes"), *until)


def _bars(parts: Parts) -> Pieces:
    until = (" until ", parts.day("until")) if "until" in parts.table else ()
    return ("law bars ", parts.single("bars"), *until)


def _input(parts: Parts) -> Pieces:
    return (parts.single("input"), " is ", parts.value("value"))


def _unknown(parts: Parts) -> Pieces:
    return (parts.single("unknown"), " is unknown")


def _set(parts: Parts) -> Pieces:
    return (parts.single("set"), " is set for ", parts.day("for"), *parts.attributes("with"))


def _found(parts: Parts) -> Pieces:
    return ("found ", parts.single("found"), " is ", parts.words("status"))


def _joins(parts: Parts) -> Pieces:
    return (parts.name("joins"), " joins as ", parts.name("as"))


def _unordered(parts: Parts) -> Pieces:
    parts.yes("unordered")
    return ("in no known order",)


def _by(parts: Parts) -> Pieces:
    return (" by ", parts.people("by")[0]) if "by" in parts.table else ()


SHAPES: Final[Mapping[str, Shape]] = MappingProxyType(
    {
        "says": Shape(_says),
        "event": Shape(_event, (), ("by", "with", "amount", "currency", "to")),
        "duty": Shape(_duty, (), ("paid", "currency", "performed", "by")),
        "pays": Shape(_pays, ("amount", "to"), ("currency",)),
        "signed": Shape(_signed, ("by",), ("with",)),
        "exercises": Shape(_exercises, ("by",), ("form", "with")),
        "waives": Shape(_waives, ("by",)),
        "strikes": Shape(_strikes, (), ("until",)),
        "bars": Shape(_bars, (), ("until",)),
        "input": Shape(_input, ("value",)),
        "unknown": Shape(_unknown),
        "set": Shape(_set, ("for",), ("with",)),
        "found": Shape(_found, ("status",)),
        "joins": Shape(_joins, ("as",)),
        "unordered": Shape(_unordered),
    }
)
"""The shapes of entries, by the key that each is known by."""
