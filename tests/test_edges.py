"""What matters to a contract: the days, lengths, amounts and periods at which its answers change."""

from datetime import date
from fractions import Fraction

from dealwright.edges import edges
from dealwright.pipeline import loads
from dealwright.value import Money

LEASE = """\
agreement Kiosk Lease
    {dated}
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

Rent Sum means €500
duty Rent
    for each month from 2031-04-01
    Tenant must pay Rent Sum to Landlord
    by day 5 of the month

amendment First Amendment
    dated 2031-06-01
    amends Kiosk Lease

section 1
    | The rent is EUR 700.
    replace definition of Rent Sum
        Rent Sum means €700
"""


def test_what_matters_is_what_is_written() -> None:
    """Days and amounts of every text, those of the instruments, and the periods of what is owed afresh."""
    found = edges(loads(LEASE.format(dated="dated 2031-03-01")))
    assert {date(2031, 3, 1), date(2031, 4, 1), date(2031, 6, 1)} <= set(found.days)
    assert {Money(Fraction(500), "EUR"), Money(Fraction(700), "EUR")} <= set(found.amounts)


def test_a_contract_without_a_date_begins_with_its_first_day() -> None:
    """The earliest day that is written stands for the day of the agreement."""
    assert min(edges(loads(LEASE.format(dated="months rounded down"))).days) <= date(2031, 4, 1)
