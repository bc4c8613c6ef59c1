"""The engine and a second reading of the language agree on random contracts and logs."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

import oracle
import oracle_strategies
from dealwright import model as m
from dealwright.diagnostic import DealError
from dealwright.intake import as_source
from dealwright.log import Log
from dealwright.pipeline import Contract, loads
from dealwright.value import Instant, Never, Truth

PAIRS = 2000
MET: Counter[str] = Counter()
"""The statuses that were compared, so that the test can see that it compares more than what never begins."""


def plain(value: Any) -> Any:
    """An answer of the engine in the terms of the second reading."""
    match value:
        case Never():
            return None
        case Instant():
            return value.day
        case Truth():
            return int(value.low) if value.known else (int(value.low), int(value.high))
        case _:
            pass
    return getattr(value, "value", value)


def second(contract: Contract, days: list[date]) -> list[dict[str, dict[str, Any]] | None]:
    """The answers of the second reading on some days; none from the day on at which exceptions contradict each other."""
    document = m.Document(contract.instruments, (), contract.scenarios, (), as_source("text", ""))
    found: list[dict[str, dict[str, Any]] | None] = []
    try:
        found.extend(oracle.play(document, document.scenarios[0], days))
    except oracle.Conflict:
        found.extend([None] * (len(days) - len(found)))
    return found


def differences(text: str, days: list[date]) -> list[str]:
    """Where the two readings differ, in words."""
    contract = loads(text)
    log = Log.of(contract.scenarios[0])
    told: list[str] = []
    for day, mine in zip(days, second(contract, days), strict=True):
        try:
            outcome = contract.evaluate(log, day)
        except DealError as trouble:
            codes = {one.code for one in trouble.diagnostics}
            if mine is not None or codes != {"R401"}:
                told.append(f"{day}: the engine says {codes}")
            continue
        if mine is None:
            told.append(f"{day}: the engine sees no conflict")
            continue
        for name, answers in mine.items():
            for part, value in answers.items():
                theirs = plain(getattr(outcome[name], part)) if name in outcome else "nothing"
                MET[str(value) if part == "status" else part] += 1
                if theirs != value:
                    told.append(f"{day}: {part} of {name} is {theirs} to the engine and {value} to the second reading")
    return told


@settings(
    max_examples=PAIRS,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],  # to make a case smaller takes minutes, and lines are quickly left out by hand
)
@given(oracle_strategies.contracts())
def check_pairs(pair: tuple[str, list[date]]) -> None:
    """One contract with a log, on three days."""
    assert differences(*pair) == []


def test_the_two_readings_agree() -> None:
    """Status, days and amounts are the same, and what was compared is worth comparing."""
    MET.clear()
    check_pairs()
    often = ("due", "performed", "breached", "discharged", "available", "exercised", "lapsed", "failed", "waived")
    assert min(MET[status] for status in often) >= 50, MET
    assert MET["deleted"]


CASE, _, LOG = (
    oracle_strategies.HEAD
    + """
section 1
    condition Opening: Handover by 2031-03-10
    Late means not Handover by 2031-03-10
    duty Fee
        Tenant must pay Rate to Landlord
        within 5 business days after Handover
    power Break
        Tenant may terminate
        when Late
# the log
scenario "log"
    complete through 2031-12-31
    2031-03-07 Handover
    2031-03-12 Tenant pays €30 to Landlord
    2031-03-15 Fee paid €10
"""
).partition("# the log\n")


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("over", lambda self, moment: self.now[0] >= oracle.day_of(moment)),
        ("outstanding", lambda self, norm: self.owed(norm)),
        ("shift", lambda _self, day, by, sign: date.fromordinal(day.toordinal() + sign * int(by.count))),
        ("allot", lambda _self, _payer, _to, _money: None),
        ("status_of", lambda _self, _label, _found, _rule: "unsatisfied"),
    ],
)
def test_the_comparison_can_fail(monkeypatch: pytest.MonkeyPatch, name: str, broken: Any) -> None:
    """A second reading that is wrong somewhere is found out; as it is, it agrees."""
    days = [date(2031, 3, day) for day in (6, 10, 12, 14, 15)]
    texts = [CASE + LOG, CASE + re.sub("Handover", "Inspection with Passed, Cost: €5", LOG)]
    assert [differences(text, days) for text in texts] == [[], []]
    monkeypatch.setattr(oracle.World, name, broken)
    assert any(differences(text, days) for text in texts)
