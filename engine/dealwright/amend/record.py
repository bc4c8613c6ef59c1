"""What putting amendments in leaves behind: the text, what changed in it and by whose hand, what could not be done.

A change is kept with what stood there before, so that the history of a provision can be told and two texts compared
without guessing. A waiver changes no word: it is carried along beside the text for those who judge breaches.
"""

from __future__ import annotations

from attrs import field, frozen

from dealwright import model as m
from dealwright.diagnostic import Diagnostic
from dealwright.text import Element, Origin, Text


@frozen
class Change:
    """One change of the text.

    Attributes:
        kind: `replaced`, `restated`, `inserted`, `deleted`, `struck`, `words changed`, `value changed`,
            `substituted`, `renumbered`.
        origin: Who did it.
        identity: The provision that was changed, or that holds what was; an instrument's name for its top.
        address: How it was cited before the change.
        term: The definition or table that was changed, when only it was; else empty.
        before: What stood there, the provision or the rule; empty for what is new.
        after: What stands there now; empty for what is gone.
    """

    kind: str
    origin: Origin
    identity: str
    address: str
    term: str = ""
    before: tuple[Element, ...] = field(default=(), repr=False)
    after: tuple[Element, ...] = field(default=(), repr=False)


@frozen
class Waiver:
    """That compliance with some provisions is waived for a time, on terms.

    Attributes:
        operation: The terms.
        origin: Who waives.
        provisions: The identities of the provisions waived.
    """

    operation: m.WaiveFor
    origin: Origin
    provisions: tuple[str, ...]


@frozen
class Consolidation:
    """A text with amendments put in.

    Attributes:
        text: The text.
        changes: What changed in it, in the order done.
        diagnostics: What could not be done; an instrument with an error here left the text as it was.
        waivers: What is waived, in the order done.
    """

    text: Text
    changes: tuple[Change, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    waivers: tuple[Waiver, ...] = ()
