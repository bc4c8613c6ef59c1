"""The command `deal`: check, run, why, show, diff, test, fmt, new, explain.

| exit status | | |---|---| | 0 | fine | | 1 | the text, the log or a scenario is at fault | | 2 | the command was
used wrongly, or a file cannot be read or written | | 130, 141 | interrupted; whoever read the output went away |

What a person got wrong becomes diagnostics; anything else is a mistake of ours, told with a report id and no
traceback, unless `--debug` asks for it. Results go to standard output, diagnostics to standard error; with `--format
json` or `sarif` all of it goes to standard output as one document.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

_BEFORE_COLLECTING = 100_000
"""A command makes many things and drops few: to look for garbage as often as Python does takes a tenth of its time."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and end the process with its status.

    Args:
        arguments: The words after `deal`; those of the process if none are given.
    """
    given = tuple(sys.argv[1:] if arguments is None else arguments)
    gc.set_threshold(_BEFORE_COLLECTING)
    try:
        from dealwright.cli.boundary import guarded

        status = guarded(given)
    except KeyboardInterrupt:
        status = 130
    sys.exit(status)
