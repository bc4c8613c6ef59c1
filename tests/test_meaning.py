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
