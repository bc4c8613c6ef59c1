"""The meaning of the language, case by case: every scenario in `tests/meaning` holds."""

from pathlib import Path

import pytest

from dealwright.pipeline import Contract, load
from dealwright.scenario import run_scenario

HERE = Path(__file__).parent / "meaning"
CONTRACTS = {path.stem: load(path) for path in sorted(HERE.glob("*.deal"))}
CASES = [(name, scenario) for name, contract in CONTRACTS.items() for scenario in contract.scenarios]


@pytest.mark.parametrize(("name", "scenario"), CASES, ids=[f"{name}: {scenario.title}" for name, scenario in CASES])
def test_a_scenario_holds(name: str, scenario: object) -> None:
    """Every claim of the scenario holds, surely, on the day for which it is made."""
    contract: Contract = CONTRACTS[name]
    run = run_scenario(contract, scenario)  # type: ignore[arg-type]
    wrong = [f"{claim.as_of} {claim.words}: {claim.found}" for claim in run.claims if not claim.holds]
    assert [*map(str, run.problems), *wrong] == []


def test_a_claim_that_does_not_hold_says_what_was_found() -> None:
    """The runner can fail: a claim turned round does not hold, and what was found is told."""
    text = (
        (HERE / "loan.deal")
        .read_text(encoding="utf-8")
        .replace("Acceleration is unavailable", "Acceleration is exercised")
    )
    from dealwright.pipeline import loads

    contract = loads(text)
    run = run_scenario(contract, contract.scenarios[1])
    assert not run.passed
    assert [claim.found for claim in run.claims if not claim.holds] == ["Acceleration is unavailable, since 2031-01-15"]


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        ("Interest for 2031-01 is breached", "Interest for 2031-01 is performed"),
        ("Interest for 2031-02 is breached", "Interest for 2031-02 is due, since 2031-02-01, due 2031-03-10"),
        ("Interest for 2031-03 is due", "Interest has no instance for 2031-03"),
    ],
)
def test_a_claim_about_one_instance_is_answered_with_what_is_so_of_that_instance(claim: str, found: str) -> None:
    """What was found tells of the instance that the claim names, not of another or of the whole."""
    from dealwright.pipeline import loads

    text = (HERE / "line.deal").read_text(encoding="utf-8")
    contract = loads(text.replace("expect Interest for 2031-01 is performed", f"expect {claim}", 1))
    (wrong,) = [one for one in run_scenario(contract, contract.scenarios[0]).claims if not one.holds]
    assert wrong.found.startswith(found)


def test_a_claim_about_the_period_in_view_is_answered_too() -> None:
    """What says no more than `the month` names no instance, and the claim is told as one that does not hold."""
    from dealwright.pipeline import loads

    text = (HERE / "line.deal").read_text(encoding="utf-8")
    claim = "expect Accrued for the month = $1"
    contract = loads(text.replace("expect Interest for 2031-01 is performed", claim, 1))
    run = run_scenario(contract, contract.scenarios[0])
    assert run.problems == ()
    assert [one.found for one in run.claims if not one.holds] == ["Accrued for the month is 280.00 USD"]
