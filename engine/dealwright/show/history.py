"""What became of each provision: who put it there, what was done to it, since when, and what it said at each time.

A step is an operation of an amending instrument on the provision, on something in it or on what it stands in; a waiver,
which changes no word; or the decision of a court. The words after an operation are those after its instrument: an
instrument is carried out whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Final

from attrs import define, field, frozen

from dealwright.amend import Change, Consolidation
from dealwright.diagnostic import DealError, echo, problem
from dealwright.paper import Hand
from dealwright.show.conformed import standing_words
from dealwright.source import NOWHERE
from dealwright.text import Spot, Text, spots

_SAID: Final = {"inserted": "added"}
_INLINE: Final = frozenset({"sentence", "paragraph", "clause", "proviso"})
_AROUND: Final = frozenset({"part", "article"})
_WHOLE: Final = frozenset({"replaced", "restated"})
"""What is done to a whole instrument, and so to everything in it."""
FIRST: Final = "as first written"
EXPIRED: Final = "expired"
"""An instrument that changed the provision is at its end, and so is the change."""


@frozen
class Step:
    """Something that was done to a provision.

    Attributes:
        kind: `as first written`, `added`, `replaced`, `restated`, `words changed`, `value changed`, `substituted`,
            `renumbered`, `deleted`, `struck`, `waived`; `expired` where what an instrument did is undone by its end.
        instrument: The instrument that did it; empty for a court.
        sentence: Where in it that stands, such as `section 3.2`; empty at its top.
        days: The day since which it counts, or else that the instrument bears; empty if neither is known.
        effective: Whether the day is that since which it counts.
        target: What it was done to, as cited before, where that is not the provision itself.
        address: How the provision is cited after it.
        words: What the provision says after it, with what stands in it; empty if it is gone.
    """

    kind: str
    instrument: str
    sentence: str
    days: tuple[date, ...]
    effective: bool
    target: str
    address: str
    words: str = field(repr=False)

    @property
    def by(self) -> str:
        """Who did it, as people cite it: `section 3.2 of First Amendment`."""
        if not self.instrument:
            return "a court"
        return f"{self.sentence} of {self.instrument}" if self.sentence else self.instrument


@frozen
class Passage:
    """A provision through time.

    Attributes:
        identity: What it is called for ever.
        instrument: The instrument whose text it is part of.
        unit: The word for its level.
        address: How it is cited now, or was last.
        title: Its unit, number and heading.
        state: What became of it: the kind of the last step that changed it, or `waived`.
        steps: What was done to it, in order.
    """

    identity: str
    instrument: str
    unit: str
    address: str
    title: str
    state: str
    steps: tuple[Step, ...]


def history(stages: Sequence[Consolidation], hands: Mapping[str, Hand]) -> tuple[Passage, ...]:
    """Every provision that there is or ever was, in the order of the text.

    Args:
        stages: The text as first written and after each change of it, in order.
        hands: The instruments with their days, and courts by what they struck.
    """
    telling = _Telling(tuple(stages), hands)
    return tuple(telling.passage(identity) for identity in telling.paths)


def looked_up(passages: tuple[Passage, ...], of: str) -> tuple[Passage, ...]:
    """The provision at an address that it has or had; all of them if none is given.

    Raises:
        DealError: There never was one.
    """
    wanted = " ".join(of.split())
    if not wanted:
        return passages
    if wanted[0].isdigit():
        wanted = f"section {wanted}"
    known: dict[str, list[Passage]] = {}
    for one in passages:
        for address in dict.fromkeys((one.address, *(step.address for step in one.steps))):
            for said in (address, f"{address} of {one.instrument}"):
                known.setdefault(said.lower(), []).append(one)
    found = known.get(wanted.lower(), [])
    if not found:
        near = get_close_matches(wanted.lower(), known, n=3, cutoff=0.7)
        hint = f"there is {', '.join(echo(one) for one in near)}" if near else ""
        raise DealError([problem("N103", f"there never was a provision {echo(of)}", NOWHERE, help=hint)])
    return tuple(one for one in found if one.instrument == found[0].instrument)


def is_main(passage: Passage) -> bool:
    """Whether a provision is one of those that a table of them lists: no article, and no part of a section."""
    return passage.unit not in _INLINE | _AROUND


@define
class _Telling:
    """All stages, with the way to each provision.

    Attributes:
        stages: The texts, in order.
        hands: The instruments with their days.
        paths: The provisions, each with those around it and itself, outermost first.
    """

    stages: tuple[Consolidation, ...]
    hands: Mapping[str, Hand]
    paths: dict[str, tuple[str, ...]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Find the way to each provision; the last text has the order."""
        self.paths = {}
        for stage in reversed(self.stages):
            for body in stage.text.bodies:
                for spot in spots(body.content):
                    self.paths.setdefault(spot.node.identity, tuple(node.identity for node in spot.path))

    def passage(self, identity: str) -> Passage:
        """One provision through time."""
        last = [spot for stage in self.stages for spot in _spot(stage.text, identity)][-1]
        steps = tuple(self._steps(identity))
        own = [step for step in steps if not step.target] or [*steps[:1]]
        state = own[-1].kind if own else FIRST
        if last.gone and state not in {"deleted", "struck"}:
            state = last.gone[0].word
        elif not last.gone and steps and steps[-1].kind == "waived":
            state = "waived"
        elif state in {FIRST, "added"} and steps and steps[-1].target:
            state = "changed"
        return Passage(
            identity,
            last.node.instrument,
            last.node.unit,
            steps[-1].address if steps else last.node.name,
            last.node.title,
            state,
            steps,
        )

    def _steps(self, identity: str) -> Iterator[Step]:
        """What was done to a provision, the writing of it first."""
        done: tuple[Change, ...] = ()
        waived = 0
        seen = is_gone = False
        home = identity.partition(":")[0]
        for stage in self.stages:
            goes_on = stage.changes[: len(done)] == done
            fresh = stage.changes[len(done) :] if goes_on else ()
            mine = [one for one in fresh if self._concerns(one.identity, identity)]
            spot = _spot(stage.text, identity)
            whole = [one for one in fresh if one.kind in _WHOLE and one.identity == home and not is_gone]
            came = seen
            is_gone = bool(spot and spot[0].gone)
            if spot and not seen:
                seen = True
                if not mine and not whole:
                    yield self._step(stage, spot, FIRST, spot[0].node.instrument, "")
            ended = {one.origin.instrument for one in done if self._concerns(one.identity, identity)}
            ended -= {one.origin.instrument for one in stage.changes}
            for name in sorted(ended):
                yield self._step(stage, spot, EXPIRED, name, "")
            for one in whole[:1] if spot else ():
                kind = "replaced" if is_gone else one.kind if came else "added"
                yield self._step(stage, spot, kind, one.origin.instrument, one.origin.address)
            for one in mine:
                target = "" if one.identity == identity else one.term or one.address
                yield self._step(
                    stage, spot, _SAID.get(one.kind, one.kind), one.origin.instrument, one.origin.address, target
                )
            for waiver in stage.waivers[waived:]:
                if any(self._concerns(one, identity) for one in waiver.provisions):
                    yield self._step(stage, spot, "waived", waiver.origin.instrument, waiver.origin.address)
            done, waived = stage.changes, len(stage.waivers)

    def _concerns(self, changed: str, identity: str) -> bool:
        """Whether a change of one provision is one of another: of itself, of what it stands in, or of what is in it."""
        return changed in self.paths[identity] or identity in self.paths.get(changed, ())

    def _step(
        self, stage: Consolidation, spot: tuple[Spot, ...], kind: str, instrument: str, sentence: str, target: str = ""
    ) -> Step:
        """A step, with what the provision says after it."""
        hand = self.hands.get(instrument or (spot[0].node.identity if spot else ""), Hand(instrument))
        text = stage.text
        address = text.address_of(spot[0].node) if spot else ""
        words = "\n\n".join(standing_words(text, spot[0].node)) if spot and not spot[0].gone else ""
        if kind == EXPIRED:
            hand = Hand(instrument)
        return Step(kind, instrument, sentence, hand.days, hand.effective, target, address, words)


def _spot(text: Text, identity: str) -> tuple[Spot, ...]:
    """A provision in a text; none if it is not there."""
    try:
        return (text.spot(identity),)
    except KeyError:
        return ()
