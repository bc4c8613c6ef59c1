"""How much is looked at while a log is played: what rests on an occurrence alone is asked once."""

from cProfile import Profile
from datetime import date, timedelta
from pstats import Stats

import pytest

from dealwright.log import Log
from dealwright.pipeline import loads

STORE = """\
agreement Store Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

event Crate by Tenant
    Weight: number
    Worth: money
    Inspected: yes/no
Stock means sum of Worth over Crate
Heavy means sum of Weight over Crate where Weight > 5 and Inspected
Mean means average of Weight over Crate
Dented means some Crate where Worth > €9
duty Storage
    Tenant must pay Stock to Landlord
    by 2061-03-01
"""
FIRST = date(2031, 3, 1)


def entries(count: int) -> Log:
    """Crates and payments in turn, three a day."""
    log = Log()
    for number in range(count):
        crate = f"Crate by Tenant with Weight: {number % 9}, Worth: €{number % 7 + 1}, Inspected"
        log = log.on(FIRST + timedelta(number // 3), crate if number % 2 else "Tenant pays €1 to Landlord")
    return log


def looked_at(count: int) -> int:
    """How often anything is called while so many entries are played."""
    contract, log = loads(STORE), entries(count)
    contract.evaluate(log, FIRST)
    profile = Profile()
    profile.enable()
    contract.evaluate(log, log.entries[-1].on)
    profile.disable()
    return int(Stats(profile).total_calls)  # type: ignore[attr-defined]


def test_twice_the_entries_take_twice_the_looks() -> None:
    """What was added up is not added up again: work grows with the log, and no faster."""
    assert looked_at(240) <= 2.2 * looked_at(120)


@pytest.mark.parametrize("count", [0, 1, 2, 9, 40])
def test_a_sum_that_goes_on_is_the_sum(count: int) -> None:
    """Whatever was asked on the way, each sum, mean and question is that of all the occurrences."""
    crates = [(n % 9, n % 7 + 1) for n in range(count) if n % 2]
    log = entries(count)
    outcome = loads(STORE).evaluate(log, FIRST + timedelta(count))
    assert outcome["Stock"].value.amount == sum(worth for _, worth in crates)
    assert outcome["Heavy"].value == sum(weight for weight, _ in crates if weight > 5)
    if crates:
        assert outcome["Mean"].value * len(crates) == sum(weight for weight, _ in crates)
    assert not outcome["Dented"].value.may_be_yes
