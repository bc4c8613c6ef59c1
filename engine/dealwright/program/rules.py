"""The rules of a program: what is declared, defined, owed, permitted, and who may change what.

A program is plain immutable data in dependency order, ready to be evaluated by any reader. Each rule names the
provision it stands in, the instruments that wrote it, the readings under which it stands, and what it reads, so that
a reader can leave alone what nothing has touched.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from attrs import field

from dealwright.node import node
from dealwright.program.cite import Cite
from dealwright.program.core import Core
from dealwright.program.instruments import InstrumentRule, WaiverRule


@node
class Kind:
    """The kind of a value: a word such as `money` or `yes/no`, a currency or choices where they matter."""

    word: str
    detail: tuple[str, ...] = ()


@node
class AttributeRule:
    """An attribute of an event: its kind, and what it is when a log does not say."""

    name: str
    kind: Kind
    normally: Any = None
    least: Any = None
    most: Any = None


@node
class EventRule:
    """An event that a log may hold; a payment moves money."""

    key: str
    attributes: tuple[AttributeRule, ...]
    doers: tuple[str, ...]
    receivers: tuple[str, ...]
    payment: bool
    cite: Cite


@node
class InputRule:
    """A value given from outside, or a question for people."""

    key: str
    kind: Kind
    each: str
    normally: Any
    least: Any
    most: Any
    question: bool
    cite: Cite


@node
class Each:
    """What a rule is made afresh for: `event`, `period`, `number` or `party`; its bounds and which of them."""

    sort: str
    name: str
    start: Core | None = None
    end: Core | None = None
    where: Core | None = None
    earlier_too: bool = False


@node
class TermRule:
    """A definition or a condition.

    Attributes:
        key: Its name, told apart by `#` and a number where texts differ.
        name: Its name.
        truth: Whether it is a yes/no.
        kind: The kind of its value.
        body: What it computes.
        each: Its index, if it has one.
        condition: Whether it has a status and may be waived.
        benefit: Who may waive it; everybody together if empty.
        limbs: `(label, truth)` of each limb, nested labels joined.
        reads: Keys of what it depends on, `event:`, `input:`, `term:`, `norm:`, `agreement`.
        timed: Whether it can change with the day alone.
        written: The rule in the words of the language.
    """

    key: str
    name: str
    truth: bool
    kind: Kind
    body: Core
    each: Each | None
    condition: bool
    benefit: tuple[str, ...]
    limbs: tuple[tuple[str, Core], ...]
    reads: frozenset[str]
    timed: bool
    cite: Cite
    written: str = field(default="", eq=False)


@node
class ActRule:
    """What a norm is about.

    Attributes:
        verb: `pay`, `deliver`, `notify`, `cause`, `do`, `terminate`, `suspend`, `resume`, `waive`, `accelerate`,
            `release`, `cancel`, `extend`, `elect`, or an effect: `terminates`, `closes`, `ends`, `resumes`,
                `suspended`,
            `discharged`, `due`, `passes`, `stated`; `warrants`.
        amount: What is paid.
        receivers: To whom.
        event: What is caused.
        where: Which occurrences.
        targets: Keys of the norms that are changed; empty for the whole agreement.
        words: What is done, in words.
        by: How far a limit is moved.
        until: To which day.
        limbs: What is warranted: `(label, truth)`.
    """

    verb: str
    amount: Core | None = None
    receivers: tuple[str, ...] = ()
    event: str = ""
    where: Core | None = None
    targets: tuple[str, ...] = ()
    words: str = ""
    by: Core | None = None
    until: Core | None = None
    limbs: tuple[tuple[str, Core], ...] = ()


@node
class LimitRule:
    """A limit in time: `on`, `by`, `within`, `at least`, `immediately before`, `concurrently with`; its day."""

    word: str
    day: Core


@node
class FormRule:
    """The form of an exercise: `notice` with its requirements and service, or `writing` with its signers.

    Attributes:
        word: `notice` or `writing`.
        requires: What the notice needs.
        served: `(day, when)` pairs: when it counts.
        signers: Who must sign.
    """

    word: str
    requires: tuple[Core, ...] = ()
    served: tuple[tuple[Core, Core | None], ...] = ()
    signers: tuple[str, ...] = ()
    cite: str = ""


@node
class InterestRule:
    """Interest on what is overdue: a yearly rate and a convention."""

    rate: Core
    period: str
    convention: str


@node
class NormRule:
    """A duty, prohibition, permission, power, effect or warranty.

    Attributes:
        key: Its stable key: the identity of its provision and its name.
        name: Its name; `shown` is the name in answers, told apart where two norms share it.
        sort: `duty`, `prohibition`, `permission`, `power`, `effect`, `warranty`.
        actors: The parties that act; `joined` says `and` or `or`.
        joint: Whether they act together only.
        split: Whether each of them has a norm of its own.
        act: What it is about.
        each: What it is made afresh for.
        limits: Its limits.
        not_before: Before which nothing counts.
        start: From when it stands.
        end: Until when it stands.
        when: Asked until its first yes.
        while_: Asked all along; `unless` conditions are in it, turned round.
        performed_by: `(event, where)` that performs it.
        performed_when: What performs it, as a truth.
        cured_when: What cures its breach.
        answered_by: `(party, unless)` who is in breach for a third party.
        third_party: Whether its actor is bound to nothing.
        form: The form of exercise.
        continuing: Keys of the norms whose place it takes, with what was done under them.
        superseding: Keys of the norms whose place it takes without that.
        retroactive: Since when what happened counts, if before its words took effect.
        interest: What runs on what is overdue.
        made: `(instant, instrument)` at which a warranty is made, by which instrument.
        survives: Whether it outlasts termination, by its words or by what it attaches to.
        time_added: Whether a suspension adds its length to the limit.
    """

    key: str
    name: str
    shown: str
    sort: str
    actors: tuple[str, ...]
    joined: str
    joint: bool
    split: bool
    act: ActRule
    each: Each | None
    limits: tuple[LimitRule, ...]
    not_before: tuple[Core, ...]
    start: Core | None
    end: tuple[Core, ...]
    when: Core | None
    while_: Core | None
    performed_by: tuple[tuple[str, Core | None], ...]
    performed_when: Core | None
    cured_when: Core | None
    answered_by: tuple[tuple[str, Core | None], ...]
    third_party: bool
    form: FormRule | None
    continuing: tuple[str, ...]
    superseding: tuple[str, ...]
    retroactive: Core | None
    interest: InterestRule | None
    made: tuple[tuple[Core, str], ...]
    survives: bool
    time_added: bool
    reads: frozenset[str]
    cite: Cite
    written: str = field(default="", eq=False)


@node
class SavingRule:
    """What an instrument saves of the text that it amends.

    Attributes:
        sort: `norm` or `condition`.
        key: Which.
        label: The limb of a condition, or empty.
        cite: The sentence that saves it.
    """

    sort: str
    key: str
    label: str
    cite: Cite


@node
class Program:
    """A text in force as data: what a reader evaluates.

    Attributes:
        name: The agreement.
        texts: The instruments in force, the agreement first.
        parties: Those bound, in order; `third_parties` apart.
        currency: The default currency, or empty.
        calendar: The name of the business-day calendar.
        calendar_assumed: Whether the text names none.
        months_rounded: `none`, `up` or `down`.
        events, inputs, terms, norms: The rules by key; terms in dependency order.
        instruments: Every instrument loaded that amends.
        waivers: What those in force waive.
        severable: Whether a provision struck leaves the rest.
        savings: What the instruments in force save of what they amend.
        names: From every name that a log or a question may use to `(sort, key)` pairs, those in force last.
        nodes: Address and own words of each provision that stands, by identity, for explanations.
        removed: What was taken out, provisions by identity and norms by key, and by which provision or court.
        choices: Readings and the alternative chosen.
        identities: Every live provision's identity with those of the provisions that hold it, innermost first.
    """

    name: str
    texts: tuple[str, ...]
    dated: date | None
    parties: tuple[str, ...]
    third_parties: tuple[str, ...]
    currency: str
    calendar: str
    calendar_assumed: bool
    calendar_readings: tuple[str, ...]
    months_rounded: str
    events: dict[str, EventRule]
    inputs: dict[str, InputRule]
    terms: dict[str, TermRule]
    norms: dict[str, NormRule]
    instruments: dict[str, InstrumentRule]
    waivers: tuple[WaiverRule, ...]
    severable: bool
    savings: tuple[SavingRule, ...]
    names: dict[str, tuple[tuple[str, str], ...]]
    nodes: dict[str, tuple[str, str]]
    removed: dict[str, str]
    choices: dict[str, str]
    identities: dict[str, tuple[str, ...]]

    def removed_by(self, key: str, identity: str) -> str:
        """By what a rule that is no longer there was taken out: `section 5 of First Amendment`; empty if nobody did.

        Args:
            key: The rule's key.
            identity: The identity of its provision.
        """
        if key in self.removed or identity in self.removed:
            return self.removed.get(key) or self.removed[identity]
        written = [
            cite.written_by
            for cite in [*(norm.cite for norm in self.norms.values()), *(term.cite for term in self.terms.values())]
            if cite.identity == identity
        ]
        last = next((by[-1] for by in written if by and by[-1][0] != self.name), ("", ""))
        return " of ".join(part for part in reversed(last) if part)

    @cached_property
    def waived(self) -> frozenset[str]:
        """The keys of the norms that some waiver is about."""
        return frozenset(key for waiver in self.waivers for key in waiver.norms)

    @property
    def counts_business_days(self) -> bool:
        """Whether any rule counts business days."""
        reads = [rule.reads for rule in self.terms.values()] + [rule.reads for rule in self.norms.values()]
        return any("calendar" in one for one in reads)


@node
class Texts:
    """Which instruments are in force and which provisions were struck: what names a program.

    Attributes:
        instruments: Those in force, in the order in which they are put in.
        struck: The identities of what a court struck.
        equal: Those among them that have one rank, in groups: on one target neither goes before the other.
        past: The texts before each expiry of an instrument: what was owed under them can still be asked about.
    """

    instruments: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()
    equal: tuple[tuple[str, ...], ...] = ()
    past: tuple[Texts, ...] = ()

    @property
    def earlier(self) -> tuple[Texts, ...]:
        """The texts that led to it, oldest first."""
        chain = [other for one in self.past for other in (*one.earlier, one)]
        chain += [Texts(self.instruments[:count], (), self.equal) for count in range(len(self.instruments))]
        chain += [Texts(self.instruments, self.struck[:count], self.equal) for count in range(len(self.struck))]
        return tuple(one for one in dict.fromkeys(chain) if one != self)
