"""Where a rule stands, and who wrote it."""

from __future__ import annotations

from attrs import field

from dealwright.node import node
from dealwright.source import NOWHERE, Span


@node
class Cite:
    """Where a rule stands, and who wrote it.

    Attributes:
        instrument: The instrument whose text it is part of.
        address: The provision: `section 3.4`, or empty at the top of an instrument.
        identity: The provision's stable identity.
        written_by: `(instrument, address)` of each instrument that wrote or changed it, oldest first.
        trail: Headings, outermost first.
        readings: The readings whose chosen alternative it stands in.
    """

    instrument: str
    address: str
    identity: str
    written_by: tuple[tuple[str, str], ...] = ()
    trail: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    span: Span = field(default=NOWHERE, eq=False, repr=False)

    def text(self) -> str:
        """The citation for people: `section 3.1 of Bakery Lease, as put by section 2 of First Amendment`."""
        own = f"{self.address} of {self.instrument}" if self.address else self.instrument
        others = [
            f"{address} of {instrument}" for instrument, address in self.written_by if instrument != self.instrument
        ]
        return f"{own}, as put by {' and '.join(others)}" if others else own
