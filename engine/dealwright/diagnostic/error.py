"""The one exception of the engine."""

from collections.abc import Iterable
from typing import Final

from dealwright import arguments
from dealwright.codes import CODES, Severity
from dealwright.diagnostic.order import ordered
from dealwright.diagnostic.record import Diagnostic
from dealwright.diagnostic.rendering import render

_AT_FAULT: Final = 1
_NOT_READ: Final = 2
_SEVERAL: Final = "a list of `Diagnostic`"


class DealError(Exception):
    """What the author of a text, a log or a command got wrong.

    Attributes:
        diagnostics: What to tell, in the order of the texts; at least one is an error.
    """

    diagnostics: tuple[Diagnostic, ...]

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Put the diagnostics in order.

        Raises:
            TypeError: They are none.
        """
        arguments.of_kind("diagnostics", diagnostics, Iterable, _SEVERAL)
        diagnostics = tuple(diagnostics)
        arguments.each("diagnostics", diagnostics, Diagnostic, _SEVERAL)
        self.diagnostics = ordered(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        """The diagnostics as a person reads them."""
        return render(self.diagnostics)


def exit_code(diagnostics: Iterable[Diagnostic]) -> int:
    """The exit status of a command that ends with these diagnostics.

    Returns:
        0 if none is an error, 2 if a file could not be read at all, else 1.
    """
    families = {CODES[diagnostic.code].family for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR}
    if not families:
        return 0
    return _NOT_READ if "F" in families else _AT_FAULT
