"""From recognised phrases to norms: who must, may or must not do what, when, and what happens by itself.

A norm has one head and any number of modifiers, in any order.
"""

from __future__ import annotations

from typing import Any

from dealwright import expression as e
from dealwright import model as m
from dealwright.read import literals
from dealwright.read.building import words
from dealwright.read.examples import EXAMPLE_HEADS
from dealwright.read.rules import Rules, _text

_HEADS = (m.Modal, m.Warrants, m.Effect)
_HEAD_OF = {"duty": ("must",), "prohibition": ("must not",), "permission": ("may", "need not"), "power": ("may",)}


class Norms(Rules):
    """The callbacks for norms."""

    def norm(self, c: list[Any]) -> m.Norm:
        """A norm with its head and modifiers."""
        word, name, long, *lines = c
        heads = [line for line in lines if isinstance(line, _HEADS)]
        kind = words(word)
        span = self.between(word[0], name)
        if not heads:
            self.report("S223", f"the {kind} `{name}` does not say who does what", span,
                        f"add a line such as `{EXAMPLE_HEADS[kind]}`")  # fmt: skip
            heads = [m.Effect("stated", words="")]
        for extra in heads[1:]:
            self.report("S223", f"the {kind} `{name}` says twice who does what", extra.span,
                        "give each its own name and block")  # fmt: skip
        self.check_head(kind, heads[0], span)
        modifiers = tuple(line for line in lines if line is not None and not isinstance(line, _HEADS))
        return m.Norm(kind, str(name), heads[0], modifiers, _text(long), span=span)

    def check_head(self, kind: str, head: Any, span: Any) -> None:
        """Report a head that does not fit the word before the name."""
        fits = (
            isinstance(head, m.Effect)
            if kind == "effect"
            else isinstance(head, m.Warrants)
            if kind == "warranty"
            else isinstance(head, m.Modal) and head.modal in _HEAD_OF[kind]
        )
        if not fits and not (
            isinstance(head, m.Effect) and not head.words and not head.target and head.word == "stated"
        ):
            wanted = {"effect": "what happens by itself", "warranty": "`warrants`"}.get(kind, "")
            said = wanted or " or ".join(f"`{modal}`" for modal in _HEAD_OF[kind])
            article = "an" if kind == "effect" else "a"
            place = head.span if head.span.source.text else span
            self.report("S224", f"{article} {kind} says {said}", place, f"write it like this: `{EXAMPLE_HEADS[kind]}`")

    def modal_head(self, c: list[Any]) -> m.Modal:
        """`P must ACT`."""
        actors, modal, manner, act = c
        if manner:
            actors = m.Actors(actors.names, actors.joined, words(manner), span=actors.span)
        modal_word = {"may not": "must not"}.get(words(modal), words(modal))
        return m.Modal(actors, modal_word, act, span=self.between(actors, modal[-1]))

    def warrants(self, c: list[Any]) -> m.Warrants:
        """`P warrants to Q` and limbs."""
        actors, to, lines = c
        limbs = tuple(line for line in lines if isinstance(line, e.Limb))
        self.no_lines(tuple(line for line in lines if not isinstance(line, e.Limb)))
        return m.Warrants(actors, to, e.Limbs("all", limbs, span=self.around(list(limbs))), span=actors.span)

    def agreement_effect(self, c: list[Any]) -> m.Effect:
        """`this agreement terminates`."""
        return m.Effect(words(c[0]), span=self.around(c[0]))

    def target_effect(self, c: list[Any]) -> m.Effect:
        """`X resumes`."""
        word = words(c[1]).removeprefix("is ").removeprefix("becomes ")
        return m.Effect(word, c[0], span=self.between(c[0], c[1][-1]))

    def passes(self, c: list[Any]) -> m.Effect:
        """`X passes to P`."""
        return m.Effect("passes", c[0], to=str(c[1]), span=self.between(c[0], c[1]))

    def words_pass(self, c: list[Any]) -> m.Effect:
        """A quoted thing passes to P."""
        return m.Effect("passes", words=literals.string(c[0]), to=str(c[1]), span=self.between(c[0], c[1]))

    def stated_effect(self, c: list[Any]) -> m.Effect:
        """A quoted sentence that comes true."""
        return m.Effect("stated", words=literals.string(c[0]), span=self.at(c[0]))

    # ------------------------------------------------------------ who

    def either_party(self, c: list[Any]) -> m.Actors:  # noqa: ARG002
        """`either party`."""
        return m.Actors(())

    def one_actor(self, c: list[Any]) -> m.Actors:
        """One party."""
        return self.actors_of(c, "or")

    def all_actors(self, c: list[Any]) -> m.Actors:
        """`A and B`."""
        return self.actors_of(c, "and")

    def any_actor(self, c: list[Any]) -> m.Actors:
        """`A or B`."""
        return self.actors_of(c, "or")

    def actors_of(self, c: list[Any], joined: str) -> m.Actors:
        """Parties named; `each Member` marks the manner."""
        names = tuple(str(actor[0] if isinstance(actor, list) else actor) for actor in c)
        manner = "each" if any(isinstance(actor, list) for actor in c) else ""
        flat = [actor[0] if isinstance(actor, list) else actor for actor in c]
        return m.Actors(names, joined, manner, span=self.around(flat))

    def each_actor(self, c: list[Any]) -> list[Any]:
        """`each Member`."""
        return c

    # ------------------------------------------------------------ acts

    def pay(self, c: list[Any]) -> m.Act:
        """`pay X to P`."""
        return m.Act("pay", c[0], c[1], span=c[0].span)

    def deliver(self, c: list[Any]) -> m.Act:
        """`deliver X to P`."""
        return self.thing_act("deliver", c)

    def notify(self, c: list[Any]) -> m.Act:
        """`give notice of X to P`."""
        return self.thing_act("notify", c)

    def thing_act(self, verb: str, c: list[Any]) -> m.Act:
        """An act on a thing named or described in quotes."""
        thing, to = c
        if isinstance(thing, e.Question):
            return m.Act(verb, None, to, thing.text, span=thing.span)
        return m.Act(verb, thing, to, span=thing.span)

    def cause(self, c: list[Any]) -> m.Act:
        """`cause X where C`."""
        return m.Act("cause", c[0], span=c[0].span)

    def do_words(self, c: list[Any]) -> m.Act:
        """A quoted act."""
        return m.Act("do", None, c[1], literals.string(c[0]), span=self.at(c[0]))

    def terminate(self, c: list[Any]) -> m.Act:
        """`terminate`, `terminate X`."""
        return m.Act("terminate", c[0] if c else None)

    def change(self, c: list[Any]) -> m.Act:
        """`suspend X`, `waive X`, ..."""
        return m.Act(words(c[0]), c[1], span=c[1].span)

    def extend_by(self, c: list[Any]) -> m.Act:
        """`extend X by D`."""
        return m.Act("extend", c[0], by=c[1], span=c[0].span)

    def extend_to(self, c: list[Any]) -> m.Act:
        """`extend X to D`."""
        return m.Act("extend", c[0], until=c[1], span=c[0].span)

    def assign(self, c: list[Any]) -> m.Act:
        """`assign X to P`."""
        return m.Act("assign", c[0], c[1], span=c[0].span)

    def elect(self, c: list[Any]) -> m.Act:
        """`elect X`."""
        token = c[0]
        text = literals.string(token) if token.startswith('"') else str(token)
        return m.Act("elect", words=text, span=self.at(token))

    # ------------------------------------------------------------ modifiers

    def timing(self, word: str, c: list[Any]) -> m.Timing:
        """A modifier with days."""
        days = tuple(day for day in c if day is not None)
        return m.Timing(word, days, span=self.around(list(days)))

    def timing_on(self, c: list[Any]) -> m.Timing:
        """`on D`."""
        return self.timing("on", c)

    def timing_by(self, c: list[Any]) -> m.Timing:
        """`by D`."""
        return self.timing("by", c)

    def timing_within(self, c: list[Any]) -> m.Timing:
        """`within N after D`."""
        return self.timing("within", c)

    def timing_at_least(self, c: list[Any]) -> m.Timing:
        """`at least N before D`."""
        return self.timing("at least", c)

    def timing_not_before(self, c: list[Any]) -> m.Timing:
        """`not before D`."""
        return self.timing("not before", c)

    def timing_immediately_before(self, c: list[Any]) -> m.Timing:
        """`immediately before D`."""
        return self.timing("immediately before", c)

    def timing_concurrently(self, c: list[Any]) -> m.Timing:
        """`concurrently with D`."""
        return self.timing("concurrently with", c)

    def timing_retroactive(self, c: list[Any]) -> m.Timing:
        """`retroactive to D`."""
        return self.timing("retroactive to", c)

    def timing_from(self, c: list[Any]) -> m.Timing:
        """`from D until E`."""
        return self.timing("from", c)

    def timing_until(self, c: list[Any]) -> m.Timing:
        """`until D`."""
        return self.timing("until", c)

    def timing_made_on(self, c: list[Any]) -> m.Timing:
        """`made on D, E and F`."""
        return self.timing("made on", c)

    def plain_tail(self, c: list[Any]) -> e.Expression:
        """A truth on the line."""
        return c[0]  # type: ignore[no-any-return]

    def limbs_tail(self, c: list[Any]) -> e.Expression:
        """A truth as a labelled list."""
        limbs, qualified = self.limbs(c)
        self.no_lines(qualified)
        return limbs

    def proviso(self, word: str, c: list[Any]) -> m.Proviso:
        """A modifier with a truth."""
        return m.Proviso(word, c[0], span=c[0].span)

    def when(self, c: list[Any]) -> m.Proviso:
        """`when C`."""
        return self.proviso("when", c)

    def while_(self, c: list[Any]) -> m.Proviso:
        """`while C`."""
        return self.proviso("while", c)

    def unless(self, c: list[Any]) -> m.Proviso:
        """`unless C`."""
        return self.proviso("unless", c)

    def performed_when(self, c: list[Any]) -> m.Proviso:
        """`performed when C`."""
        return self.proviso("performed when", c)

    def cured_when(self, c: list[Any]) -> m.Proviso:
        """`cured when C`."""
        return self.proviso("cured when", c)

    def for_each(self, c: list[Any]) -> m.ForEach:
        """`for each X where C`."""
        scope, where = c
        whole = m.Scope(scope.name, scope.period, scope.start, scope.end, where, span=scope.span)
        return m.ForEach(whole, span=scope.span)

    def performed_by(self, c: list[Any]) -> m.PerformedBy:
        """`performed by X where C`."""
        return m.PerformedBy(c[0], span=c[0].span)

    def by_notice(self, c: list[Any]) -> m.Form:
        """`by notice under section 9`."""
        return m.Form("notice", c[0], span=self.around([part for part in c if part is not None]))

    def by_writing(self, c: list[Any]) -> m.Form:
        """`by writing signed by P and Q`."""
        return m.Form("writing", signed_by=c[0], span=c[0].span)

    def answered_for(self, c: list[Any]) -> m.AnsweredFor:
        """`answered for by P unless C`."""
        return m.AnsweredFor(c[0], c[1], span=c[0].span)

    def continuing(self, c: list[Any]) -> m.Continuing:
        """`continuing X`."""
        return m.Continuing("continuing", c[0], span=c[0].span)

    def superseding(self, c: list[Any]) -> m.Continuing:
        """`superseding X`."""
        return m.Continuing("superseding", c[0], span=c[0].span)

    def saving(self, c: list[Any]) -> m.Saving:
        """`saving X`."""
        return m.Saving(tuple(part for part in c if part is not None), span=c[0].span)

    def interest(self, c: list[Any]) -> m.Interest:
        """`interest at R a year`."""
        rate, period, convention, compounded = c
        return m.Interest(rate, words(period), str(convention or ""), words(compounded or []), span=rate.span)

    def survives(self, c: list[Any]) -> m.Flag:  # noqa: ARG002
        """`survives termination`."""
        return m.Flag("survives termination")

    def time_added(self, c: list[Any]) -> m.Flag:  # noqa: ARG002
        """`time is added`."""
        return m.Flag("time is added")

    def including_earlier(self, c: list[Any]) -> m.Flag:  # noqa: ARG002
        """`including earlier ones`."""
        return m.Flag("including earlier ones")

    # ------------------------------------------------------------ notices, warranties made again

    def notice_rule(self, c: list[Any]) -> m.NoticeRule:
        """What a notice needs, and when it is served."""
        requires = tuple(line for line in c if not isinstance(line, m.Served))
        served = tuple(line for line in c if isinstance(line, m.Served))
        return m.NoticeRule(requires, served, span=self.around(c))

    def requires(self, c: list[Any]) -> e.Expression:
        """`requires C`."""
        return c[0]  # type: ignore[no-any-return]

    def served(self, c: list[Any]) -> m.Served:
        """`served on D when C`."""
        return m.Served(c[0], c[1], span=c[0].span)

    def severable(self, c: list[Any]) -> m.Severable:  # noqa: ARG002
        """`severable`."""
        return m.Severable()

    def bring_down(self, c: list[Any]) -> m.BringDown:
        """`warranties of X except Y made on D`."""
        addresses, excepting, *days = c
        kept = tuple(day for day in days if day is not None)
        return m.BringDown(addresses, excepting or (), kept, span=addresses[0].span)
