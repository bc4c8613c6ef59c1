"""An answer in a sentence: how a term stands, since when, due when, how much."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from dealwright.evaluate import Status
from dealwright.outcome import Answer, Outcome
from dealwright.value import Range, text_of

_SINCE: Final = {
    Status.PENDING: "is pending",
    Status.AVAILABLE: "is available{since}",
    Status.PERFORMED: "was performed{on}",
    Status.EXERCISED: "was exercised{on}",
    Status.EFFECTIVE: "took effect{on}",
    Status.DISCHARGED: "was discharged{on}",
    Status.SUPERSEDED: "was superseded{on}",
    Status.DELETED: "was deleted{on}",
    Status.LAPSED: "lapsed{on}",
    Status.SATISFIED: "is satisfied{since}",
    Status.WAIVED: "was waived{on}",
    Status.FAILED: "failed{on}",
    Status.NOT_MADE: "has not been made",
}


def sentence(answer: Answer) -> str:
    """How a term stands: `Rent for 2031-05 is due on 2031-05-05`."""
    return f"{answer.name} {standing(answer)}"


def standing(answer: Answer) -> str:
    """How a term stands, without its name."""
    if answer.status is None:
        since = f" since {text_of(answer.since)}" if isinstance(answer.since, date) else ""
        return f"is {text_of(answer.value)}{since}"
    if answer.status is Status.UNKNOWN:
        return f"may be {either([one.value for one in Status if one in answer.possible])}"
    said = _status(answer)
    late = f", late: it was due on {days(answer.due)}" if answer.late and answer.due is not None else ""
    who = f" by {' and '.join(answer.by)}" if answer.by and answer.status is not Status.PERFORMED else ""
    return f"{said}{who}{late}{_why(answer)}"


def may_be(found: Outcome) -> tuple[str, ...]:
    """Every way in which the agreement as a whole may stand."""
    if found.status != "unknown":
        return (found.status,)
    ways = set()
    for result in (found.result, *found.alternatives):
        ev = result.reader
        ended = ev.terminated()
        ways |= {"terminated"} if ended.may_be_yes else set()
        ways |= {"closed" if ev.is_closed() else "in force"} if ended.may_not_be_yes else set()
    return tuple(sorted(ways, key=("in force", "closed", "terminated").index))


def agreement(outcome: Outcome) -> str:
    """How the agreement as a whole stands, without its name: `is in force`, `may be in force or terminated`."""
    ways = may_be(outcome)
    return f"is {ways[0]}" if len(ways) == 1 else f"may be {either(ways)}"


def either(words: Sequence[str]) -> str:
    """Words of which one is so: `due, performed or breached`."""
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _why(answer: Answer) -> str:
    """The reason of an ending: ` by section 5 of First Amendment`, ` (condition failed)`."""
    if not answer.reason or answer.status is None:
        return ""
    verb = f"{answer.status.value} by "
    return f" by {answer.reason.removeprefix(verb)}" if answer.reason.startswith(verb) else f" ({answer.reason})"


def _status(answer: Answer) -> str:
    """The status and its day."""
    match answer.status:
        case Status.DUE:
            return f"is due on {days(answer.due)}" if answer.due is not None else "is due, without a day"
        case Status.BREACHED:
            return f"was breached{_placed(answer.breach, 'on')}" if answer.breach is not None else "was breached"
        case Status.TRUE | Status.FALSE:
            return f"was {answer.status.value} when made"
        case status if status in _SINCE and answer.since is not None:
            return _SINCE[status].format(on=_placed(answer.since, "on"), since=_placed(answer.since, "since"))
        case status if status in _SINCE:
            return _SINCE[status].format(on="", since="")
        case status:
            return f"is {status.value if status else 'unknown'}"


def _placed(value: Any, word: str) -> str:
    """A day after its word, or the days between which it lies."""
    said = days(value)
    if not isinstance(value, Range):
        return f" {word} {said}"
    return f" {said}" if said.startswith("between ") else f" ({said})"


def days(value: Any) -> str:
    """A day, or days between which it lies."""
    if isinstance(value, Range):
        return text_of(value)
    return value.isoformat() if isinstance(value, date) else text_of(value)
