"""What the engine answers on a story, under the agreement alone or as amended, and how answers are compared.

A test asks the same question of many stories; evaluating one takes about ten milliseconds, so each evaluation is kept
for a while. How many stories are tried is set by `HYPOTHESIS_PROFILE`: `dealwright-ci` (few, always the same) or
`dealwright-deep`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from attrs import evolve
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis.strategies import SearchStrategy, sampled_from
from told import Story

from dealwright import model as m
from dealwright.calendar import calendar
from dealwright.evaluate import Status
from dealwright.log import Log
from dealwright.outcome import Answer, Outcome
from dealwright.pipeline import Contract, load
from dealwright.read import read
from dealwright.scenario import ask
from dealwright.source import Source
from dealwright.value import NEVER, UNKNOWN, Money, Truth
from dealwright.value.uncertain import hull, is_certain

ROOT = Path(__file__).parent.parent.parent
FILES = tuple(ROOT / "contracts" / "patent_purchase" / name for name in ("agreement.deal", "amendment.deal"))
ORIGINAL, AMENDED = "original", "amended"
CONTRACT = load(*FILES)
TEXTS: Mapping[str, Contract] = {ORIGINAL: CONTRACT.under(()), AMENDED: CONTRACT}
BANK_DAYS = {
    "those of the Federal Reserve, every such day being one for a wire or a bank": "us-federal-reserve",
    "those of the federal civil service": "us-federal",
    "those of New York": "new-york",
    "those of the New York Stock Exchange": "nyse",
    "all weekdays": "weekdays",
}
FED = calendar("us-federal-reserve")

_PATIENT: dict[str, Any] = {
    "deadline": None,
    "phases": [Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.filter_too_much],
}
settings.register_profile("dealwright-ci", derandomize=True, database=None, max_examples=25, **_PATIENT)
settings.register_profile(
    "dealwright-deep", max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "1000")), **_PATIENT
)
_WANTED = os.environ.get("HYPOTHESIS_PROFILE", "dealwright-ci")
tried = settings.get_profile(_WANTED if _WANTED.startswith("dealwright-") else "dealwright-ci")

either_text = sampled_from((AMENDED, AMENDED, AMENDED, ORIGINAL))
"""With the amendment at hand, mostly: until it is signed that is the agreement too."""

PRICES = ("Closing Payment", "Closing Payment (sentence 1 of section 3.4 of Patent Purchase Agreement)")
POWERS = ("Mutual Termination", "Outside Date Termination", "Failed Vote Termination", "Superior Contract Termination")
EFFECTS = ("Patent Title", "Causes Of Action", "License Assignment", "License Back")
LIVE = frozenset({Status.PENDING, Status.DUE, Status.SUSPENDED, Status.BREACHED})
OPEN = frozenset({Status.DUE, Status.SUSPENDED, Status.BREACHED})


def smallest(strategy: SearchStrategy[Story], fails: Callable[[Story], bool]) -> Story:
    """The smallest story found of which something fails; that there is one shows that the claim is false."""
    patient = settings(tried, max_examples=2_000, derandomize=True, database=None)
    return find(strategy, fails, settings=patient)


# ---------------------------------------------------------------- asking


@cache
def parsed(line: str) -> Any:
    """A line of a scenario."""
    return read(Source("story", f'scenario "story"\n    {line}\n')).scenarios[0].lines[0]


@cache
def question(words: str) -> Any:
    """A question in the language."""
    expect = parsed(f"as of 2004-01-01 expect {words}")
    assert isinstance(expect, m.Expect)
    return expect.claims[0]


@cache
def amount_question(words: str) -> Any:
    """A question after an amount."""
    return question(f"{words} = $0").left


def log_of(story: Story) -> Log:
    """A story as the log that it is."""
    lines = [*story.said]
    lines += [f'choosing {name} "{label}"' for name, label in story.choices]
    lines += [f"{on.isoformat()} {says}" for on, says in story.entries]
    if story.through is not None:
        lines.append(f"complete through {story.through.isoformat()}")
    return Log.of(m.Scenario("story", tuple(parsed(line) for line in lines)))


@lru_cache(maxsize=256)
def outcome(story: Story, as_of: date, text: str = AMENDED) -> Outcome:
    """The answers on a day, with the amendment at hand or left out."""
    return TEXTS[text].evaluate(log_of(story), as_of)


def now(story: Story, text: str = AMENDED) -> Outcome:
    """The answers right after the last entry."""
    return outcome(story, story.end, text)


def after(story: Story, text: str = AMENDED) -> Outcome:
    """The answers when everything has run its course."""
    return outcome(story, the_end(story), text)


def the_end(story: Story) -> date:
    """A day on which everything has run its course."""
    return date(max(story.end.year, 2004) + 1, 1, 31)


def money(found: Outcome, words: str) -> Fraction:
    """An amount in cents."""
    value = ask(CONTRACT, found, amount_question(words))
    assert isinstance(value, Money), f"{words}: {value!r}"
    return value.amount * 100


def usd(cents: int | Fraction) -> Money:
    """So many cents as money."""
    return Money(Fraction(cents) / 100, "USD")


def holds(found: Outcome, words: str) -> bool:
    """Whether something is so, surely."""
    return bool(ask(CONTRACT, found, question(words)).is_yes)


def closed(found: Outcome) -> bool:
    """Whether the Closing has occurred."""
    return bool(found["Closing"].value.is_yes)


def ended(found: Outcome) -> bool:
    """Whether the agreement was terminated."""
    return found.status == "terminated"


def termination(found: Outcome) -> date | None:
    """The day on which a power to terminate was exercised."""
    days = [found[name].since for name in POWERS if name in found and found[name].status is Status.EXERCISED]
    return min(days) if days else None


def prices(found: Outcome) -> list[Answer]:
    """The obligations to pay the price, of each text under which one ever stood."""
    return [answer for name, answer in found.terms.items() if name.startswith("Closing Payment")]


def obligations(found: Outcome) -> Iterator[Answer]:
    """The duties, powers and effects, each instance for itself: what is made for each party or occasion has a status in each."""
    for name, answer in found.terms.items():
        if answer.kind in {"duty", "power", "effect"} and not any(other.startswith(f"{name} for ") for other in found):
            yield answer


def amended_now(found: Outcome) -> bool:
    """Whether the amendment is in force."""
    return "First Amendment" in found.text


# ---------------------------------------------------------------- comparing


def conclusion(answer: Answer) -> tuple[Any, ...]:
    """What an answer concludes: everything but what it cites and asks for."""
    return (
        answer.kind,
        answer.status,
        answer.possible,
        answer.value,
        answer.since,
        answer.due,
        answer.amount,
        answer.paid,
        answer.outstanding,
        answer.breach,
        answer.late,
        answer.by,
        answer.reason,
        answer.made,
    )


def conclusions(found: Outcome) -> dict[str, Any]:
    """What an outcome concludes, by name."""
    return {
        **{name: conclusion(answer) for name, answer in found.terms.items()},
        "this agreement": (found.status, found.text),
        "the calendar": found.calendar,
    }


def differing(a: Outcome, b: Outcome) -> set[str]:
    """The names of the conclusions in which two outcomes differ."""
    first, second = conclusions(a), conclusions(b)
    return {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)}


def definite(answer: Answer) -> bool:
    """Whether an answer is sure."""
    if answer.status is not None:
        return answer.status is not Status.UNKNOWN
    return answer.value.known if isinstance(answer.value, Truth) else is_certain(answer.value)


def covers(wide: Any, narrow: Any) -> bool:
    """Whether a value that may be uncertain holds another; what has not come is never."""
    one, other = (NEVER if value is None else value for value in (wide, narrow))
    return one is UNKNOWN or one == other or hull(one, other) == one


def possible(unsure: Answer, found: Answer) -> bool:
    """Whether an answer given under unknown facts holds another, given with more facts known: its status, value, days and amounts."""
    if unsure.status is not None and (found.status is None or not found.possible <= unsure.possible):
        return False
    if isinstance(unsure.value, Truth):
        return covers(unsure.value, evolve(found.value, settled=unsure.value.settled))
    pairs = [
        (unsure.value, found.value),
        (unsure.due, found.due),
        (unsure.breach, found.breach),
        (unsure.paid, found.paid),
    ]
    if definite(unsure):
        pairs += [(unsure.amount, found.amount), (unsure.outstanding, found.outstanding)]
    return all(covers(wide, narrow) for wide, narrow in pairs) and (found.late or not unsure.late)
