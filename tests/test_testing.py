"""Logs that are made up: near what matters, never of nonsense, and the same each time."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from dealwright.diagnostic import DealError
from dealwright.intake import as_source
from dealwright.log import Log
from dealwright.pipeline import Contract, load, loads
from dealwright.read import read
from dealwright.testing import (
    as_scenario,
    check_property,
    edges,
    last_day,
    logs,
    run_property,
    shortest,
)
from dealwright.value import Money

ROOT = Path(__file__).resolve().parent.parent
LEASE = """\
agreement Bakery Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR
    business days target
    months rounded down
    amended only by writing signed by Landlord and Tenant

party Landlord
party Tenant
third party Surveyor

section 1
    event Handover
    event Inspection by Surveyor with Passed: yes/no, Cost: money at least €0 at most €500, Seen: date, Grade: number
    event Report by Landlord or Tenant with About: party, Kind: Short / Long, Covers: period, Lasts: duration, Says: text
    payment Grant by Landlord to Tenant
    input Turnover for each year: money
    input Heating: Gas / Heat Pump
    input Rate: number at least 0 at most 1
    Rent Sum means €2,400
    Share means Rent Sum / 7
    condition Fit: all of
        (a) Handover
        (b) some Inspection where Passed
    duty Deposit
        Tenant must pay Rent Sum * 3 to Landlord
        within 10 business days after Handover
    duty Insurance
        Tenant must deliver "proof of insurance" to Landlord
        by 2031-05-01
    duty Rent
        for each month from Handover
        Tenant must pay Rent Sum to Landlord
        by day 5 of the month
    power Exit
        Tenant may terminate
        when not Handover by 2031-05-01
        by notice under section 2
    power Undoing
        Landlord and Tenant may jointly terminate
        by writing signed by Landlord and Tenant
    power Call
        Landlord may terminate
        when Deposit is breached

section 2
    event Notice
        In Writing: yes/no
        Received: date
    notice
        requires In Writing
        served on Received

amendment First Amendment
    dated 2031-04-01
    amends Bakery Lease

section 1
    | The deposit falls away.
    event Relief
"""
CONTRACT = loads(LEASE)
QUIET = settings(
    max_examples=60, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck),
    phases=(Phase.generate,),
)  # fmt: skip


def with_property(text: str, contract: str = LEASE, scenarios: str = "") -> Contract:
    """A contract with a property."""
    return loads(f'{contract}\n{scenarios}\nproperty "it holds"\n    {text}\n')


def test_what_matters_is_found() -> None:
    """Days, lengths, amounts and periods that a contract names or defines."""
    found = edges(CONTRACT)
    assert date(2031, 3, 1) in found.days
    assert date(2031, 5, 1) in found.days
    assert date(2031, 4, 1) in found.days
    assert [one.text() for one in found.lengths] == ["10 business days"]
    assert Money(2400, "EUR") in found.amounts
    assert found.periods == ("month",)
    assert found.parties == ("Landlord", "Tenant", "Surveyor")


def test_every_log_is_one_of_the_contract() -> None:
    """Whatever is made up can be read, means something to the contract, and is in order."""
    seen: set[str] = set()

    @QUIET
    @given(logs(CONTRACT))
    def attempt(log: Log) -> None:
        _, problems = CONTRACT.bind(log)
        assert not [one for one in problems if one.severity.value == "error"]
        CONTRACT.evaluate(log, last_day(log))
        again = read(as_source("log", as_scenario(log, "again") + "\n")).scenarios[0]
        assert Log.of(again).entries == log.entries
        assert len(log.entries) <= 6
        seen.update(type(entry.entry).__name__ for entry in log.entries)

    attempt()
    assert seen >= {"Happens", "Paid", "Pays", "Performed", "Signed", "Exercises", "Waives"}


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "meaning").glob("*.deal")), ids=lambda path: path.stem)
def test_logs_of_other_contracts(path: Path) -> None:
    """Any contract has logs; what contradicts itself on one of them is told as a diagnostic."""
    contract = load(path)

    @settings(QUIET, max_examples=25)
    @given(logs(contract, most=4))
    def attempt(log: Log) -> None:
        try:
            contract.evaluate(log, last_day(log))
        except DealError as trouble:
            assert {one.code for one in trouble.diagnostics} <= {"R401"}

    attempt()


def test_edges_are_met() -> None:
    """The last day, the day after, the exact amount and a cent less are drawn."""
    wanted = (
        lambda log: any(entry.on == date(2031, 5, 1) for entry in log.entries),
        lambda log: any(entry.on == date(2031, 5, 2) for entry in log.entries),
        lambda log: "2,399.99" in as_scenario(log, "x"),
        lambda log: "€2,400\n" in as_scenario(log, "x") + "\n",
    )
    for condition in wanted:
        find(logs(CONTRACT), condition, settings=settings(max_examples=3000, derandomize=True, database=None))


def test_lengths_that_lead_nowhere() -> None:
    """A length that has no day to end on, from where the log is, leads to no entry; the rest does."""
    text = LEASE.replace("    months rounded down\n", "").replace("2031-03-01", "2031-01-31")
    contract = loads(text.replace("within 10 business days after", "within 1 month after"))

    @settings(QUIET, max_examples=20)
    @given(logs(contract))
    def attempt(log: Log) -> None:
        assert log.entries == tuple(sorted(log.entries, key=lambda entry: entry.on))

    attempt()


def test_inputs_of_kinds_that_are_not_told() -> None:
    """An input that may be anything is left unknown."""
    contract = loads(LEASE.replace("    currency EUR\n", "").replace("€", "EUR "))

    @settings(QUIET, max_examples=20)
    @given(logs(contract))
    def attempt(log: Log) -> None:
        assert "Turnover" not in as_scenario(log, "x")

    attempt()


def test_a_contract_of_which_nothing_can_be_logged() -> None:
    """A scheme without events has the empty log."""
    contract = loads("rules Postage\n    currency EUR\nFee means €5\n")

    @settings(QUIET, max_examples=5)
    @given(logs(contract))
    def attempt(log: Log) -> None:
        assert log.entries == ()
        assert last_day(log, date(2031, 1, 1)) == date(2031, 1, 1)

    attempt()


# ---------------------------------------------------------------- properties


def test_a_property_that_is_false_is_refuted() -> None:
    """With a log of few entries, as a scenario that can be pasted back."""
    contract = with_property("never Deposit is breached")
    run = run_property(contract, contract.properties[0], 100)
    (claim,) = run.claims
    assert not run.passed
    text = claim.found.partition(", with\n")[2]
    scenario = read(as_source("found", text + "\n")).scenarios[0]
    assert {type(line).__name__ for line in scenario.lines} == {"Dated"}
    assert 1 <= len(scenario.lines) <= 2
    assert "Deposit is breached" in claim.found
    assert run.diagnostics[0].code == "E108"


def test_the_same_logs_each_time() -> None:
    """Two runs find the same."""
    contract = with_property("never total paid by Tenant > €0")
    first, second = (run_property(contract, contract.properties[0], 80) for _ in range(2))
    assert first == second
    assert not first.passed


def test_a_property_that_is_true_is_not_refuted() -> None:
    """What holds on every log passes, on the logs of scenarios and on those that are made up."""
    scenario = 'scenario "s"\n    2031-04-01 Handover\n    as of 2031-04-02 expect Deposit is due\n'
    contract = with_property("when Handover\n    always Deposit outstanding >= €0", scenarios=scenario)
    assert run_property(contract, contract.properties[0]).passed
    assert run_property(contract, contract.properties[0], 40).passed
    contract = with_property("when Handover\n    always Deposit outstanding >= €0")
    assert run_property(contract, contract.properties[0]).problems[0].code == "R208"
    assert run_property(contract, contract.properties[0], 40) == check_property(contract, contract.properties[0], 40)
    assert run_property(contract, contract.properties[0], 40).passed


def test_a_property_refuted_by_a_scenario_needs_no_other_log() -> None:
    """What a scenario at hand refutes is told by that scenario."""
    scenario = 'scenario "s"\n    2031-04-01 Handover\n    as of 2031-04-02 expect Deposit is due\n'
    contract = with_property("never Deposit is due", scenarios=scenario)
    run = run_property(contract, contract.properties[0], 40)
    assert not run.passed
    assert "on the log of `s`" in run.claims[-1].found


def test_a_property_that_nothing_meets() -> None:
    """A condition that no log meets shows nothing, and says so."""
    contract = with_property("when Handover and not Handover\n    always Handover")
    run = check_property(contract, contract.properties[0], 10)
    assert [one.code for one in run.problems] == ["R208"]


def test_logs_on_which_nothing_can_be_told_are_passed_over() -> None:
    """A log on which the rules contradict each other refutes nothing."""
    text = LEASE.replace(
        "    Share means Rent Sum / 7\n",
        "    Share means Rent Sum\n        except One when Handover: €1\n        except Two when Relief: €2\n",
    )
    contract = with_property("always Share > €0", text)
    assert run_property(contract, contract.properties[0], 60).passed


def test_what_a_log_can_do_without_is_left_out() -> None:
    """A log that refutes a property is cut to what refutes it."""
    contract = with_property("never Handover")
    log = Log().with_given("Heating is Gas").on(date(2031, 4, 1), "Relief").on(date(2031, 4, 2), "Handover", "Relief")
    found = shortest(contract, contract.properties[0], log)
    assert as_scenario(found, "x") == 'scenario "x"\n    2031-04-02 Handover'


def test_without_the_library_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no logs can be made up, the run says that none were."""
    scenario = 'scenario "s"\n    2031-04-01 Handover\n    as of 2031-04-02 expect Deposit is due\n'
    contract = with_property("when Handover\n    always Handover", scenarios=scenario)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    run = run_property(contract, contract.properties[0], 10)
    assert run.passed
    assert [one.code for one in run.notes] == ["R209"]


def test_the_strategy_is_one_of_the_library() -> None:
    """It can be put together with others."""
    pair: Any = st.tuples(logs(CONTRACT), st.integers())
    log, _ = find(pair, lambda both: len(both[0].entries) > 1, settings=settings(database=None, derandomize=True))
    assert len(log.entries) > 1
