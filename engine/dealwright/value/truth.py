"""The answer to a question of yes or no, as far as it can be given.

In one course of events a question is answered `no`, `not yet` or `yes`, in this order: `not yet` is a time limit that
has not run out. Facts that are not known leave several courses of events possible, and the answer is then a range of
these, from the least to the greatest that may be true. Each answer also says whether it is settled, that is, whether
nothing that happens later can change it.

There are twelve answers: six ranges, each settled or not. They are made once, here, and joining two of them is a look
into a table. `and` takes the least, `or` the greatest, `not` turns the order round; each works on both ends of the
range. A settled no settles an `and` whatever else stands in it, and a settled yes an `or`.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import Final

from attrs import Factory, field, frozen


class Level(IntEnum):
    """What a question is answered in one course of events; the order is the order of `and` and `or`."""

    NO = 0
    NOT_YET = 1
    YES = 2


WORDS: Final = {Level.NO: "no", Level.NOT_YET: "not yet", Level.YES: "yes"}
"""How each is said."""


def _told(test: Callable[["Truth"], bool]) -> bool:
    """A field worked out once from the others, so that to ask for it costs nothing."""
    told: bool = field(init=False, eq=False, repr=False, default=Factory(test, takes_self=True))
    return told


@frozen(cache_hash=True)
class Truth:
    """One of the twelve answers; `truth` finds the one wanted.

    Attributes:
        low: The least that it may be.
        high: The greatest that it may be.
        settled: Whether nothing later can change it.
        known: Whether it is one level only.
        is_yes: Whether it is yes, whatever the facts that are not known.
        is_no: Whether it is no, whatever the facts that are not known.
        is_not_yet: Whether it is not yet, whatever the facts that are not known.
        may_be_yes: Whether it is yes in some course of events.
        may_not_be_yes: Whether it is something else in some course of events.
        lost: Whether it is no, and can never be yes any more.
        index: Its place among the twelve.
    """

    low: Level
    high: Level
    settled: bool
    known: bool = _told(lambda self: self.low is self.high)
    is_yes: bool = _told(lambda self: self.low is Level.YES)
    is_no: bool = _told(lambda self: self.high is Level.NO)
    is_not_yet: bool = _told(lambda self: self.low is self.high is Level.NOT_YET)
    may_be_yes: bool = _told(lambda self: self.high is Level.YES)
    may_not_be_yes: bool = _told(lambda self: self.low is not Level.YES)
    lost: bool = _told(lambda self: self.high is Level.NO and self.settled)
    index: int = field(
        init=False,
        eq=False,
        repr=False,
        default=Factory(lambda self: _index(self.low, self.high, self.settled), takes_self=True),
    )

    def __reduce__(self) -> tuple[object, ...]:
        """A copy is the same one of the twelve."""
        return truth, (self.low, self.high, self.settled)

    def text(self) -> str:
        """The answer for people: `yes`, `not yet`, `no or not yet`, `unknown`."""
        if self.low is Level.NO and self.high is Level.YES:
            return "unknown"
        return " or ".join(WORDS[level] for level in Level if self.low <= level <= self.high)


_RANGES: Final = tuple((low, high) for low in Level for high in Level if low <= high)


def _index(low: Level, high: Level, settled: bool) -> int:  # noqa: FBT001 - a part of the answer, not a switch
    return 2 * _RANGES.index((low, high)) + settled


TRUTHS: Final = tuple(Truth(low, high, settled) for low, high in _RANGES for settled in (False, True))
"""The twelve answers, each at its index."""

_FOUND: Final = {(it.low, it.high, it.settled): it for it in TRUTHS}


def truth(low: Level, high: Level, settled: bool = False) -> Truth:  # noqa: FBT001, FBT002 - as above
    """The answer with these ends.

    Args:
        low: The least that it may be.
        high: The greatest that it may be; not less than the least.
        settled: Whether nothing later can change it.
    """
    return _FOUND[low, high, settled]


NO: Final = truth(Level.NO, Level.NO)
NO_SETTLED: Final = truth(Level.NO, Level.NO, settled=True)
NOT_YET: Final = truth(Level.NOT_YET, Level.NOT_YET)
NOT_YET_SETTLED: Final = truth(Level.NOT_YET, Level.NOT_YET, settled=True)
YES: Final = truth(Level.YES, Level.YES)
YES_SETTLED: Final = truth(Level.YES, Level.YES, settled=True)
NO_OR_NOT_YET: Final = truth(Level.NO, Level.NOT_YET)
NO_OR_NOT_YET_SETTLED: Final = truth(Level.NO, Level.NOT_YET, settled=True)
NOT_YET_OR_YES: Final = truth(Level.NOT_YET, Level.YES)
NOT_YET_OR_YES_SETTLED: Final = truth(Level.NOT_YET, Level.YES, settled=True)
UNSURE: Final = truth(Level.NO, Level.YES)
"""Anything may be true, and may still change."""
UNSURE_SETTLED: Final = truth(Level.NO, Level.YES, settled=True)
"""Anything may be true, but it is already decided, and not known."""

ALWAYS_YES: Final = YES_SETTLED
"""Yes, and nothing can change it."""
NEVER_YES: Final = NO_SETTLED
"""No, and nothing can change it."""


def known(yes: bool, settled: bool = False) -> Truth:  # noqa: FBT001, FBT002 - as above
    """The answer that a plain fact gives."""
    return YES_SETTLED if yes and settled else YES if yes else NO_SETTLED if settled else NO


def possible(certain: bool, conceivable: bool, settled: bool = False) -> Truth:  # noqa: FBT001, FBT002 - as above
    """The answer that is yes in every course of events, in some, or in none.

    Args:
        certain: Whether it is yes in every course of events.
        conceivable: Whether it is yes in some.
        settled: Whether nothing later can change it.
    """
    return _FOUND[Level.YES if certain else Level.NO, Level.YES if conceivable else Level.NO, settled]


def as_settled(it: Truth) -> Truth:
    """The same answer, now settled."""
    return TRUTHS[it.index | 1]


def as_unsettled(it: Truth) -> Truth:
    """The same answer, which may still change."""
    return TRUTHS[it.index & ~1]


def _opposite(level: Level) -> Level:
    return Level(Level.YES - level)


def _least(one: Truth, other: Truth) -> Truth:
    settled = NO_SETTLED in (one, other) or (one.settled and other.settled)
    return truth(min(one.low, other.low), min(one.high, other.high), settled)


def _wider(one: Truth, other: Truth) -> Truth:
    return truth(min(one.low, other.low), max(one.high, other.high), one.settled and other.settled)


_NEGATED: Final = tuple(truth(_opposite(it.high), _opposite(it.low), it.settled) for it in TRUTHS)
_BOTH: Final = tuple(tuple(_least(one, other) for other in TRUTHS) for one in TRUTHS)
_EITHER: Final = tuple(
    tuple(_NEGATED[_BOTH[_NEGATED[one.index].index][_NEGATED[other.index].index].index] for other in TRUTHS)
    for one in TRUTHS
)
_HULL: Final = tuple(tuple(_wider(one, other) for other in TRUTHS) for one in TRUTHS)


def negate(it: Truth) -> Truth:
    """Whether something is not so: yes and no change places, not yet stays."""
    return _NEGATED[it.index]


def both(truths: Iterable[Truth]) -> Truth:
    """Whether all are so: the least of them, yes where there are none.

    A settled no ends the asking, so a lazy sequence is read no further.
    """
    found = YES_SETTLED
    for it in truths:
        found = _BOTH[found.index][it.index]
        if found is NO_SETTLED:
            break
    return found


def either(truths: Iterable[Truth]) -> Truth:
    """Whether any is so: the greatest of them, no where there are none.

    A settled yes ends the asking, so a lazy sequence is read no further.
    """
    found = NO_SETTLED
    for it in truths:
        found = _EITHER[found.index][it.index]
        if found is YES_SETTLED:
            break
    return found


def at_least(count: int, truths: Sequence[Truth]) -> Truth:
    """Whether at least so many are so."""
    spare = len(truths) - count
    if count <= 0:
        return YES_SETTLED
    if spare < 0:
        return NO_SETTLED
    low = sorted(it.low for it in truths)[spare]
    high = sorted(it.high for it in truths)[spare]
    settled = (
        all(it.settled for it in truths)
        or sum(it is YES_SETTLED for it in truths) >= count
        or sum(it is NO_SETTLED for it in truths) > spare
    )
    return truth(low, high, settled)


def exactly_one(truths: Sequence[Truth]) -> Truth:
    """Whether one is so and all others are not."""
    low = both((at_least(1, truths), negate(at_least(2, truths)))).low
    high, lows = Level.NO, sorted(it.low for it in truths)
    for it in truths:
        others = lows[:-1] if it.low is lows[-1] else lows
        high = max(high, min(it.high, _opposite(max(others, default=Level.NO))))
    settled = all(it.settled for it in truths) or sum(it is YES_SETTLED for it in truths) > 1
    return truth(low, high, settled)


def hull(one: Truth, other: Truth) -> Truth:
    """What is known of an answer that is one of two, and nobody knows which."""
    return _HULL[one.index][other.index]
