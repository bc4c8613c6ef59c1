"""The contracts that ship with the engine: they check clean, and every scenario beside them holds."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from dealwright import model as m
from dealwright.diagnostic import Severity
from dealwright.pipeline import Contract, load
from dealwright.scenario import run_scenario

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = sorted(path for path in (ROOT / "contracts").iterdir() if (path / "scenarios").is_dir())


def contract_of(folder: Path) -> Contract:
    """The contract in a folder, with its scenarios."""
    return load(*sorted(folder.glob("*.deal")), *sorted((folder / "scenarios").glob("*.deal")))


CONTRACTS = {folder.name: contract_of(folder) for folder in FOLDERS}
CASES = [(name, scenario) for name, contract in CONTRACTS.items() for scenario in contract.scenarios]


def test_there_are_contracts_and_scenarios() -> None:
    """Nothing is passed over in silence."""
    assert len(FOLDERS) >= 1
    assert len(CASES) >= 150


@pytest.mark.parametrize("name", CONTRACTS)
def test_a_contract_has_no_errors(name: str) -> None:
    """What is told of it are warnings and notes, each with a code."""
    assert not [found for found in CONTRACTS[name].problems if found.severity is Severity.ERROR]


@pytest.mark.parametrize("name", CONTRACTS)
def test_any_two_instruments_go_together(name: str) -> None:
    """An agreement is as clean with each instrument, with any two of them and with all as it is alone."""
    base, *rest = sorted((ROOT / "contracts" / name).glob("*.deal"), key=lambda path: path.stem != "agreement")
    several = [*combinations(rest, 1), *combinations(rest, 2), tuple(rest)]
    found = {
        (*(path.stem for path in some), problem.code)
        for some in several
        for problem in load(base, *some).check()
        if problem.severity is Severity.ERROR
    }
    assert found == set()


@pytest.mark.parametrize(("name", "scenario"), CASES, ids=[f"{name}: {scenario.title}" for name, scenario in CASES])
def test_a_scenario_holds(name: str, scenario: m.Scenario) -> None:
    """Every claim of the scenario holds, surely, on the day for which it is made."""
    run = run_scenario(CONTRACTS[name], scenario)
    wrong = [f"{claim.as_of} {claim.words}: {claim.found}" for claim in run.claims if not claim.holds]
    assert [*map(str, run.problems), *wrong] == []


def test_the_engine_knows_no_name_of_the_contracts() -> None:
    """No party, event or term that is particular to a contract occurs in the engine or the grammar; a first amendment
    is not.
    """
    contract = CONTRACTS["patent_purchase"]
    names = {
        name
        for program in [contract.program()]
        for name in program.names
        if " " in name and name != "First Amendment" and not name.startswith('"')
    }
    assert len(names) > 50
    texts = [*(ROOT / "engine").rglob("*.py"), *(ROOT / "grammar").glob("*.lark")]
    found = {
        (path.name, name)
        for path in texts
        for name in names
        if re.search(rf"\b{re.escape(name)}\b", path.read_text(encoding="utf-8"))
    }
    assert found == set()
