"""Who must, may or must not do what, and what happens by itself.

A norm has one head and any number of modifiers. What a notice needs, which warranties are made again, whether the rest
stands when a part is struck, and that a provision has no rule at all, are said beside norms.
"""

from __future__ import annotations

from dealwright.expression import Address, Aim, Expression, Limbs, Selection, position
from dealwright.model.modifiers import Modifier
from dealwright.model.who import Actors
from dealwright.node import node
from dealwright.source import Span


@node
class Act:
    """What a party does or may do: `pay`, `deliver`, `notify`, `cause`, `do`, or what a power changes.

    Attributes:
        verb: `pay`, `deliver`, `notify`, `cause`, `do`, `terminate`, `suspend`, `resume`, `waive`, `accelerate`,
            `release`, `cancel`, `sever`, `extend`, `assign`, `elect`.
        thing: What is paid, delivered, notified, done or changed.
        to: The receiver.
        words: A quoted sentence that says what is done.
        by: How far an extension goes, or `to` which day.
    """

    verb: str
    thing: Expression | Selection | None = None
    to: Actors | None = None
    words: str = ""
    by: Expression | None = None
    until: Expression | None = None
    span: Span = position()


@node
class Modal:
    """Who must, must not or may do what."""

    actors: Actors
    modal: str
    act: Act
    span: Span = position()


@node
class Warrants:
    """Who states what to be true, to whom."""

    actors: Actors
    to: Actors | None
    limbs: Limbs
    span: Span = position()


@node
class Effect:
    """What happens by itself: `terminates`, `closes`, `ends`, `resumes`, `suspended`, `discharged`, `due`, `passes`.

    Attributes:
        word: Which of these, or `stated` for a quoted sentence alone.
        target: What it happens to.
        words: A quoted sentence in place of a target.
        to: To whom something passes.
    """

    word: str
    target: Expression | None = None
    words: str = ""
    to: str = ""
    span: Span = position()


@node
class Norm:
    """A duty, prohibition, permission, power, effect or warranty."""

    word: str
    name: str
    head: Modal | Warrants | Effect
    modifiers: tuple[Modifier, ...] = ()
    long: str = ""
    span: Span = position()


@node
class Served:
    """When a notice counts as served, in a case if one is stated."""

    on: Expression
    when: Expression | None = None
    span: Span = position()


@node
class NoticeRule:
    """What a notice needs, and when it is served."""

    requires: tuple[Expression, ...]
    served: tuple[Served, ...]
    span: Span = position()


@node
class Severable:
    """That a provision struck leaves the rest standing."""

    span: Span = position()


@node
class Saving:
    """That what an instrument amends goes on as it stood: norms under their old words, conditions as they were met."""

    targets: tuple[Expression, ...]
    span: Span = position()


@node
class BringDown:
    """That warranties are made again at further instants."""

    addresses: tuple[Aim, ...]
    excepting: tuple[Aim, ...]
    on: tuple[Expression, ...]
    span: Span = position()


@node
class NoRule:
    """That a provision has no operative rule, and why."""

    reason: str = ""
    span: Span = position()


@node
class Tombstone:
    """That the provision it stands in is gone: `deleted`, `superseded` by what took its place, `severed` by a court.

    Attributes:
        word: Which of these.
        by: Who did it, if that is said: a provision of an instrument, or the instrument.
    """

    word: str
    by: Address | None = None
    span: Span = position()


@node
class Absent:
    """That a document is declared but not at hand."""

    span: Span = position()
