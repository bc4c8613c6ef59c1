"""The truths of a program: the nodes that evaluate to no, not yet or yes."""

from __future__ import annotations

from dealwright.node import node
from dealwright.program.references import Core, Instance


@node
class TermTruth:
    """The truth of a definition or condition."""

    key: str
    index: tuple[Core, ...] = ()


@node
class AsTruth:
    """A yes/no value as a truth."""

    of: Core


@node
class Waivable:
    """A condition, or a limb of one, that may have been waived."""

    condition: str
    label: str
    of: Core


@node
class AllOf:
    """Every one of several truths."""

    items: tuple[Core, ...]


@node
class AnyOf:
    """Any of several truths."""

    items: tuple[Core, ...]


@node
class AtLeast:
    """At least so many of several truths."""

    count: int
    items: tuple[Core, ...]


@node
class ExactlyOne:
    """One of several truths and no other."""

    items: tuple[Core, ...]


@node
class Not:
    """The opposite."""

    of: Core


@node
class Compare:
    """Two values compared."""

    operator: str
    left: Core
    right: Core


@node
class CompareDays:
    """Two instants compared: `before`, `after`, `on or before`, `on or after`, `=`, `!=`."""

    operator: str
    left: Core
    right: Core


@node
class Within:
    """An instant that lies in a period."""

    what: Core
    period: Core


@node
class Come:
    """That an instant has come, within a limit: ``, `by`, `on`, `before`, `after`, `since`."""

    what: Core
    limit: str = ""
    of: Core | None = None


@node
class Some:
    """That an event has occurred of which something holds."""

    event: str
    where: Core | None


@node
class Every:
    """That all occurrences of an event of which one thing holds satisfy another."""

    event: str
    where: Core | None
    satisfies: Core


@node
class StatusIs:
    """That a norm or condition stands in a status."""

    status: str
    of: Instance


@node
class AgreementIs:
    """That the agreement is `terminated`, `closed` or `in force`."""

    status: str


@node
class During:
    """That an instant came while a norm was suspended."""

    what: Core
    norm: Instance


@node
class TruthWord:
    """That a truth is `unknown`, `not yet`, yes or no; for scenarios."""

    of: Core
    word: str
