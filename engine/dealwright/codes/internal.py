"""I: mistakes of ours."""

from typing import Final

from dealwright.codes.code import Code, Severity

TABLE: Final = (
    Code(
        code="I001",
        slug="internal-error",
        severity=Severity.ERROR,
        title="a mistake in the engine, not in the text",
        help="`--debug` shows where; please report it, with the files if you may",
        finds="Something happened that the engine's authors took to be impossible.",
        matters="No answer is better than one from an engine that is known to be wrong.",
        instead="Report it with its report id and, if you may, the files. `--debug` shows where it happened.",
    ),
)
"""The codes of this family."""
