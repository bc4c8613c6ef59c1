"""Properties on the logs of scenarios: a claim that always or never holds, and what an amendment may change."""

import pytest

from dealwright.pipeline import Contract, loads
from dealwright.properties import run_property
from dealwright.scenario import Run

LEASE = """\
agreement Stall Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR
    amended only by writing signed by Landlord and Tenant

party Landlord
party Tenant

section 1
    event Handover
    duty Deposit
        Tenant must pay €300 to Landlord
        by 2031-04-01
    duty Rent
        for each month from 2031-04-01 until 2031-08-01
        Tenant must pay €100 to Landlord
        by day 5 of the month
    condition Ready: all of
        (a) Handover
        (b) Deposit is performed

section 2
    duty Reports
        Tenant must "report its sales"
        by 2031-12-31

amendment First Amendment
    dated 2031-04-10
    amends Stall Lease

section 1
    | The deposit is EUR 600. The Tenant no longer reports its sales.
    replace section 1
        event Handover
        duty Deposit
            continuing Deposit
            Tenant must pay €600 to Landlord
            by 2031-05-01
        duty Rent
            continuing Rent
            for each month from 2031-04-01 until 2031-08-01
            Tenant must pay €200 to Landlord
            by day 5 of the month
        condition Ready: all of
            (a) Handover
            (b) Deposit is performed
    delete section 2

amendment Second Amendment
    dated 2031-06-01
    amends Stall Lease

section 1
    | Section 2 remains deleted.
    no operative rule "it changes nothing"

scenario "the deposit is paid, and the keys are handed over"
    2031-03-10 Deposit paid €300
    2031-03-15 Handover
    as of 2031-03-20 expect Ready

scenario "nothing is paid"
    with nothing else
    2031-03-15 Handover
    expect Deposit is due

scenario "the amendment is signed"
    with First Amendment
    2031-04-10 First Amendment signed by Landlord and Tenant
    as of 2031-06-10 expect First Amendment is effective
"""


def of(text: str) -> tuple[Contract, Run]:
    """A lease with a property, and how it comes out on the logs of its scenarios."""
    contract = loads(f'{LEASE}\nproperty "it holds"\n    {text}\n')
    return contract, run_property(contract, contract.properties[0])


@pytest.mark.parametrize(
    ("text", "passed", "days"),
    [
        ("always Deposit outstanding >= €0", True, ["03-10", "03-15", "03-20", "03-15", "04-10", "06-10"]),
        ("when Ready\n    always Deposit is performed", True, ["03-10", "03-15", "03-20"]),
        ("when Ready\n    always Deposit paid >= €300", True, ["03-10", "03-15", "03-20"]),
        ("never Deposit is breached", False, ["03-10", "03-15", "03-20", "03-15", "04-10", "06-10"]),
    ],
)
def test_a_claim_is_asked_on_each_day_of_a_log(text: str, passed: bool, days: list[str]) -> None:  # noqa: FBT001
    """Every day of every log that meets `when` is one claim, in the words of the property."""
    _, run = of(text)
    assert [f"{one.as_of:%m-%d}" for one in run.claims] == days
    assert run.passed is passed


def test_where_a_claim_fails_is_told() -> None:
    """The day, the scenario whose log it is, and what was found instead."""
    _, run = of("never Deposit is breached")
    (found,) = run.diagnostics
    assert (found.code, found.message) == (
        "E108",
        "as of 2031-06-10 `never Deposit is breached` does not hold in `it holds`",
    )
    assert run.claims[-1].found.startswith(
        "on the log of `the amendment is signed`: Deposit is breached, since 2031-05-01"
    )


def test_what_an_amendment_may_change_is_named() -> None:
    """A frame compares the text before an instrument with the text after it, on the same log."""
    _, named = of("only Deposit, Rent and Reports may change under First Amendment")
    assert named.passed
    assert named.claims[0].words == "only what it names may change under First Amendment"
    _, bare = of("nothing may change under First Amendment")
    (first, second) = (one for one in bare.claims if not one.holds)
    assert (f"{first.as_of}", f"{second.as_of}") == ("2031-04-10", "2031-06-10")
    assert "outstanding 300.00 EUR without it" in first.found
    assert "outstanding 600.00 EUR with it" in first.found
    assert second.found.endswith("; and 1 more")
    _, none = of("nothing may change under Second Amendment")
    assert none.passed


def test_what_an_amendment_takes_out_differs() -> None:
    """A duty whose provision an amendment takes out is told with its status before and after."""
    _, run = of("only Deposit and Rent may change under First Amendment")
    (first, _) = (one for one in run.claims if not one.holds)
    assert first.found.startswith(
        "on the log of `the amendment is signed`: Reports is due, since 2031-03-01, due 2031-12-31 without it, is discharged"
    )


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("only Deposits may change under First Amendment", "N101", "there is no term `Deposits`"),
        ("nothing may change under First Law", "N101", "`First Law` is no instrument that amends this agreement"),
        ("always Deposit", "K105", "`Deposit` is a norm, where a yes or no is asked"),
        ("when Ready and not Ready\n    always Ready", "R208", "no scenario at hand meets the condition of `it holds`, so nothing is shown"),
        ("when Ready and not Ready\n    nothing may change under First Amendment", "R208", "no scenario at hand meets the condition of `it holds`, so nothing is shown"),
    ],
)  # fmt: skip
def test_a_property_about_nothing_shows_nothing(text: str, code: str, message: str) -> None:
    """A name that is not there, a claim that is none, a condition that no log meets: told, and not passed."""
    _, run = of(text)
    assert not run.passed
    assert [(one.code, one.message) for one in run.problems] == [(code, message)]
