"""The reference interpreter: the meaning of a program on a log, written to be read. It is the authority.

`world` is what is known at an instant; `expressions` says what every expression is in a world; `duties` and `others`
say how norms go through their lives; `entries` says what an entry does; `run` plays a log from instant to instant.
"""

from dealwright.evaluate.binding import Binder
from dealwright.evaluate.run import Result, Texts, evaluate
from dealwright.evaluate.world import Status

__all__ = ["Binder", "Result", "Status", "Texts", "evaluate"]
