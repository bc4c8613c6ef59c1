"""Which files are read together."""

from pathlib import Path

import pytest

from dealwright.diagnostic import DealError
from dealwright.gathering import Gathering, deal_files, heads_of

LEASE = "agreement {}\n    between A and B\nparty A\nparty B\nevent Handover\n"
AMENDMENT = "amendment {}\n    amends {}   # the lease\nsection 1\n    | Nothing changes.\n    event Relief\n"
SCENARIO = 'scenario "s"\n    2031-01-01 Handover\n    as of 2031-01-02 expect Handover\n'


def write(folder: Path, **files: str) -> None:
    """Write files; `a__b` is a file `b` in a folder `a`."""
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".deal")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def trials(*named: Path) -> dict[str, tuple[tuple[str, ...], int, int]]:
    """The files with something to test, each with the instruments it is read with and what it has or lacks."""
    return {
        trial.path.name: (
            tuple(one.name for contract in trial.contract for one in contract.instruments),
            len(trial.scenarios),
            len(trial.problems),
        )
        for trial in Gathering(deal_files(named)).trials()
    }


def test_the_heads_of_instruments() -> None:
    """The first lines are enough to tell what a file holds, even where the rest cannot be read."""
    found = heads_of(
        'agreement Shop Lease "Lease"\n    between A and B\nnonsense\nwaiver Note # x\n    amends Shop Lease\n'
    )
    assert found.bases == ("Shop Lease",)
    assert found.names == ("Shop Lease", "Note")
    assert found.amends == ("Shop Lease",)
    assert not found.tests
    assert heads_of(SCENARIO).tests


def test_a_folder_stands_for_its_files(tmp_path: Path) -> None:
    """Numbers in names are numbers, hidden folders stay hidden, and a file named twice counts once."""
    write(tmp_path, a10="", a2="", b__c="", **{".git__x": ""})
    assert [path.name for path in deal_files([tmp_path, tmp_path / "a2.deal"])] == ["a2.deal", "a10.deal", "c.deal"]
    (tmp_path / "none").mkdir()
    with pytest.raises(DealError, match="F101"):
        deal_files([tmp_path / "none"])


def test_a_file_beside_its_contract(tmp_path: Path) -> None:
    """Scenarios are read with the agreement beside them and what amends it, directly or not; not with strangers."""
    write(
        tmp_path,
        base=LEASE.format("Lease"),
        second=AMENDMENT.format("Second", "First"),
        first=AMENDMENT.format("First", "Lease"),
        stranger=AMENDMENT.format("Stranger", "Other"),
        cases=SCENARIO,
    )
    assert trials(tmp_path / "cases.deal") == {"cases.deal": (("Lease", "First", "Second"), 1, 0)}


def test_a_folder_of_scenarios(tmp_path: Path) -> None:
    """Scenarios in a folder of that name are read with the contract above."""
    write(tmp_path, base=LEASE.format("Lease"), scenarios__one=SCENARIO, scenarios__two=SCENARIO)
    assert trials(tmp_path) == {"one.deal": (("Lease",), 1, 0), "two.deal": (("Lease",), 1, 0)}


def test_several_contracts_at_once(tmp_path: Path) -> None:
    """Each file keeps to the contract that is nearest."""
    write(
        tmp_path,
        one__base=LEASE.format("One"),
        one__scenarios__cases=SCENARIO,
        two__base=LEASE.format("Two") + SCENARIO,
        two__other=LEASE.format("Three"),
    )
    assert trials(tmp_path) == {"cases.deal": (("One",), 1, 0), "base.deal": (("Two",), 1, 0)}


def test_files_that_are_named_come_first(tmp_path: Path) -> None:
    """Of two versions beside each other the one that is named counts; if none is, that is told."""
    write(tmp_path, old=LEASE.format("Old"), new=LEASE.format("New"), cases=SCENARIO)
    assert trials(tmp_path / "new.deal", tmp_path / "cases.deal") == {"cases.deal": (("New",), 1, 0)}
    assert trials(tmp_path / "cases.deal") == {"cases.deal": ((), 0, 1)}


def test_no_file_is_read_that_was_not_named(tmp_path: Path) -> None:
    """Whoever names an agreement says which files the contract is; its neighbours are left alone."""
    write(
        tmp_path,
        base=LEASE.format("Lease"),
        first=AMENDMENT.format("First", "Lease"),
        second=AMENDMENT.format("Second", "First"),
        cases=SCENARIO,
        own=LEASE.format("Own") + SCENARIO,
        extra=AMENDMENT.format("Extra", "Own"),
    )
    base, first, cases = (tmp_path / f"{name}.deal" for name in ("base", "first", "cases"))
    assert trials(base, cases) == {"cases.deal": (("Lease",), 1, 0)}
    assert trials(base, first, cases) == {"cases.deal": (("Lease", "First"), 1, 0)}
    assert trials(tmp_path / "own.deal") == {"own.deal": (("Own",), 1, 0)}


def test_what_is_wrong_is_told(tmp_path: Path) -> None:
    """A file that cannot be read, is not there, or has no contract stops nothing but itself."""
    write(tmp_path, base=LEASE.format("Lease"), cases=SCENARIO, bad='scenario "x"\n    nonsense\n')
    (tmp_path / "bytes.deal").write_bytes(b"\xff\xfe")
    found = trials(tmp_path, tmp_path / "gone.deal")
    assert found["cases.deal"] == (("Lease",), 1, 0)
    assert found["bad.deal"][2] == 1
    assert found["bytes.deal"][2] == 1
    assert found["gone.deal"][2] == 1
    write(tmp_path, alone__cases=SCENARIO, alone__amendment=AMENDMENT.format("First", "Lease") + SCENARIO)
    assert trials(tmp_path / "alone")["cases.deal"][2] == 1
    assert trials(tmp_path / "alone")["amendment.deal"][2] == 1


def test_an_amendment_with_its_own_scenarios(tmp_path: Path) -> None:
    """Scenarios in the file of an amendment are read with the agreement beside it."""
    write(tmp_path, base=LEASE.format("Lease"), first=AMENDMENT.format("First", "Lease") + SCENARIO)
    assert trials(tmp_path) == {"first.deal": (("Lease", "First"), 1, 0)}
