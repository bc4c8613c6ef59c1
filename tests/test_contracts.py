"""The contracts that ship with the engine check clean; that every scenario beside them holds, the plugin tests."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from dealwright.diagnostic import Severity
from dealwright.pipeline import Contract, load

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = sorted(path for path in (ROOT / "contracts").iterdir() if (path / "scenarios").is_dir())


def contract_of(folder: Path) -> Contract:
    """The contract in a folder, with its scenarios."""
    return load(*sorted(folder.glob("*.deal")), *sorted((folder / "scenarios").glob("*.deal")))


CONTRACTS = {folder.name: contract_of(folder) for folder in FOLDERS}


def test_there_are_contracts_and_scenarios() -> None:
    """Nothing is passed over in silence."""
    assert len(FOLDERS) >= 1
    assert sum(len(contract.scenarios) for contract in CONTRACTS.values()) >= 150


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
