"""Scenarios of `.deal` files are tests."""

import pytest

pytest_plugins = ["pytester"]

LEASE = """\
agreement Bakery Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

section 1
    event Handover
    duty Deposit
        Tenant must pay €2,400 to Landlord
        within 10 days after Handover
"""
GOOD = 'scenario "in time"\n    2031-03-05 Handover\n    as of 2031-03-06 expect\n        Deposit is due\n'
BAD = GOOD.replace("in time", "not so").replace("is due", "is performed")


def run(pytester: pytest.Pytester) -> pytest.RunResult:
    """Pytest on the folder, with the plugin and nothing else."""
    return pytester.runpytest_subprocess("-p", "dealwright.pytest_plugin", "-p", "no:cacheprovider")


@pytest.fixture(autouse=True)
def _engine(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine under test is the one that is imported."""
    import dealwright

    folder = str(next(iter(dealwright.__path__))).removesuffix("/dealwright")
    monkeypatch.setenv("PYTHONPATH", folder)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makefile(".deal", lease=LEASE)


def test_scenarios_pass_and_fail(pytester: pytest.Pytester) -> None:
    """A scenario that holds passes; one that does not says what was found."""
    prop = 'property "once"\n    always number of Handover <= 1\n'
    pytester.makefile(".deal", cases=GOOD + "\n" + BAD + "\n" + prop)
    found = run(pytester)
    found.assert_outcomes(passed=2, failed=1)
    found.stdout.fnmatch_lines(["*Deposit is performed: Deposit is due*"])


def test_a_folder_of_scenarios(pytester: pytest.Pytester) -> None:
    """Scenarios in a folder of their own are read with the instruments above it."""
    folder = pytester.mkdir("scenarios")
    (folder / "cases.deal").write_text(GOOD, encoding="utf-8")
    run(pytester).assert_outcomes(passed=1)


def test_a_broken_file(pytester: pytest.Pytester) -> None:
    """A file that does not follow the grammar is an error with its place, and no traceback."""
    pytester.makefile(".deal", cases="scenario\n")
    found = run(pytester)
    found.assert_outcomes(errors=1)
    assert "Traceback" not in found.stdout.str()
    found.stdout.fnmatch_lines(["*cases.deal:1*"])
