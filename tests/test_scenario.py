"""Scenarios: claims about a log that hold or do not, and what is told of those that do not."""

import pytest

from dealwright.pipeline import loads
from dealwright.scenario import Run, run_scenario

LEASE = """\
agreement Kiosk Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

event Handover
event Handback
input Area: number
input Heating: Gas / Heat Pump normally Gas
Fee means €5
Prompt means Handover has occurred by 2031-03-20
Ahead means Handover is before Handback
Charge means if Handover is before Handback then €10 else €20
duty Rent
    Tenant must pay Fee to Landlord
    by 2031-04-01
    when Handover
duty Yield
    Tenant must "give back the keys"
    by 2031-05-01
    unless Area > 10

"""
UNORDERED = "2031-03-05 Handover\n    2031-03-05 Handback\n    2031-03-05 in no known order\n    "


def run(lines: str) -> Run:
    """A scenario of some lines."""
    contract = loads(f'{LEASE}scenario "a day"\n    {lines}\n')
    return run_scenario(contract, contract.scenarios[0])


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("as of 2031-03-05 expect Fee = €6", "Fee is 5.00 EUR"),
        ("as of 2031-03-05 expect 5 = 6", "it is no"),
        ("as of 2031-03-05 expect Heating is Heat Pump", "Heating is Gas"),
        ("as of 2031-03-05 expect Area > 5", "Area is unknown"),
        ("as of 2031-03-05 expect Rent paid = Fee", "Rent paid is 0.00 EUR; Fee is 5.00 EUR; Rent is pending, since 2031-03-01"),
        ("as of 2031-03-05 expect Yield is performed", "Yield may be discharged, due, pending"),
        (f"{UNORDERED}as of 2031-03-06 expect Charge = €10", "Charge is between 10.00 EUR and 20.00 EUR"),
        (f"{UNORDERED}as of 2031-03-06 expect Ahead", "Ahead is unknown"),
    ],
)  # fmt: skip
def test_what_was_found_instead_is_told(lines: str, found: str) -> None:
    """A claim that does not hold says what its terms are."""
    result = run(lines)
    assert not result.passed
    assert [one.found for one in result.claims] == [found]


@pytest.mark.parametrize(
    "lines",
    [
        "2031-03-05 Handover\n    2031-03-07 Rent paid €5\n    expect Rent is performed",
        "expect Rent is pending",
        f"{UNORDERED}as of 2031-03-06 expect Ahead is unknown",
        f"{UNORDERED}as of 2031-03-06 expect Prompt",
        f"{UNORDERED}as of 2031-03-06 expect Charge >= €10",
        f"{UNORDERED}as of 2031-03-06 expect Area is unknown",
    ],
)
def test_claims_hold(lines: str) -> None:
    """On the day asked about, else on the last day of the log, else on that of the agreement."""
    result = run(lines)
    assert result.diagnostics == ()
    assert result.passed


@pytest.mark.parametrize(
    ("lines", "code", "message"),
    [
        ("2031-03-05 Handover", "R202", "this scenario expects nothing"),
        ("as of 2031-03-05 expect Nothing = €6", "N101", "nothing defines `Nothing`"),
        ("as of 2031-03-05 expect Rent for 5 is due", "N108", "`Rent` is not made for each of anything: there is no instance to choose"),
        ("with Side Letter\n    as of 2031-03-05 expect Prompt", "N101", "there is no instrument `Side Letter`"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told(lines: str, code: str, message: str) -> None:
    """A scenario about what is not there, or about nothing, does not pass."""
    result = run(lines)
    assert not result.passed
    assert [(one.code, one.message) for one in result.problems] == [(code, message)]
