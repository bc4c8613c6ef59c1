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


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """Pytest on the folder, with the plugin and nothing else."""
    return pytester.runpytest_subprocess("-p", "dealwright.pytest_plugin", "-p", "no:cacheprovider", *arguments)


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
    found.stdout.fnmatch_lines(["*found: Deposit is due*"])


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


def test_only_files_with_something_to_test_are_taken(pytester: pytest.Pytester) -> None:
    """A contract without scenarios is no test, and costs a session nothing."""
    pytester.makepyfile("def test_it():\n    import sys\n    assert 'dealwright.pipeline' not in sys.modules\n")
    run(pytester).assert_outcomes(passed=1)


def test_several_contracts_in_one_folder(pytester: pytest.Pytester) -> None:
    """A file that holds its own agreement is about that one, whatever stands beside it; each failure has its place."""
    other = LEASE.replace("Bakery Lease", "Other Lease").replace("2,400", "1,200")
    pytester.makefile(".deal", other=f"{other}\n{BAD}")
    found = run(pytester)
    found.assert_outcomes(failed=1)
    found.stdout.fnmatch_lines(["*error[[]E108[]]*", "*other.deal:18*", "*FAILED other.deal::not so*"])


def test_logs_are_made_up_if_asked_for(pytester: pytest.Pytester) -> None:
    """A property that holds on the logs at hand may be refuted by one that is made up."""
    prop = 'property "on time"\n    never Deposit is breached\n'
    pytester.makefile(".deal", cases=f"{GOOD}\n{prop}")
    run(pytester).assert_outcomes(passed=2)
    pytester.makeini("[pytest]\ndeal_effort = 60\n")
    found = run(pytester)
    found.assert_outcomes(passed=1, failed=1)
    found.stdout.fnmatch_lines(["*scenario *on time*", "*Handover*"])


def test_a_mistake_of_ours_keeps_its_traceback(pytester: pytest.Pytester) -> None:
    """What is no claim is shown as pytest shows it, for those who work on the engine."""
    pytester.makefile(".deal", cases=GOOD)
    pytester.makeconftest(
        "import dealwright.scenario as s\n\ndef fail(*_):\n    raise RuntimeError('ours')\n\ns.run_scenario = fail\n"
    )
    found = run(pytester)
    found.assert_outcomes(failed=1)
    found.stdout.fnmatch_lines(["*RuntimeError: ours*"])


def test_the_effort_may_be_that_of_the_profile(pytester: pytest.Pytester) -> None:
    """`profile` makes up as many logs as the profile of Hypothesis draws examples; anything else but a number is refused."""
    pytester.makefile(".deal", cases=f'{GOOD}\nproperty "on time"\n    never Deposit is breached\n')
    pytester.makeconftest(
        "from hypothesis import settings\n\nsettings.register_profile('many', max_examples=60)\n"
        "settings.load_profile('many')\n"
    )
    run(pytester, "--deal-effort=profile").assert_outcomes(passed=1, failed=1)
    run(pytester, "--deal-effort=0").assert_outcomes(passed=2)
    run(pytester, "--deal-effort=much").stderr.fnmatch_lines(
        ["*deal_effort is a number of logs or `profile`, not `much`*"]
    )


def test_an_amendment_has_a_property_that_nobody_wrote(pytester: pytest.Pytester) -> None:
    """With an effort a file of an amendment is taken though nothing in it is to be tested."""
    pytester.makefile(
        ".deal",
        first="amendment First Amendment\n    dated 2031-04-01\n    amends Bakery Lease\nsection 1\n    event Relief\n",
    )
    run(pytester, "--deal-effort=0").assert_outcomes()
    found = run(pytester, "--deal-effort=20", "-v")
    found.assert_outcomes(passed=1)
    found.stdout.fnmatch_lines(["*what First Amendment does not touch, it does not change*"])
