"""The longest chain that a text may hold is read, checked and worked out; one term more is told."""

from datetime import date
from fractions import Fraction

import pytest

from dealwright.diagnostic import DealError
from dealwright.limits import DEFAULT
from dealwright.log import Log
from dealwright.pipeline import loads

HEAD = "rules Sums\n    currency EUR\n\n"


def chain(count: int) -> str:
    """A sum of so many ones, its lines broken inside parentheses."""
    rows = ["1 + " * 20 for _ in range(count // 20)]
    return HEAD + "Total means (" + "\n    ".join(rows)[:-3] + ")\n"


def test_a_chain_at_the_limit_is_worked_out() -> None:
    """A sum of a thousand terms is a thousand."""
    outcome = loads(chain(DEFAULT.chain)).evaluate(Log(), as_of=date(2031, 1, 1))
    assert outcome["Total"].value == Fraction(DEFAULT.chain)


def test_a_chain_beyond_the_limit_is_told() -> None:
    """A longer one is a mistake with its place, and no traceback."""
    with pytest.raises(DealError) as told:
        loads(chain(DEFAULT.chain + 20))
    assert [found.code for found in told.value.diagnostics] == ["X109"]
