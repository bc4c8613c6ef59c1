"""Tests of contracts: logs that are made up, properties tried on them, and the frame of every amendment.

    from dealwright.testing import logs

    @given(logs(contract))
    def test_price(log):
        outcome = contract.evaluate(log, last_day(log, contract))

Hypothesis is needed to make up logs; it is imported when the first is asked for.
"""

from dealwright.edges import Edges, edges, programs
from dealwright.testing.drawing import logs
from dealwright.testing.frames import frames
from dealwright.testing.refuting import as_scenario, check_property, last_day, run_property, shortest

__all__ = [
    "Edges",
    "as_scenario",
    "check_property",
    "edges",
    "frames",
    "last_day",
    "logs",
    "programs",
    "run_property",
    "shortest",
]
