"""What citations find: the one rule of its kind at an address, or what a reading puts in its place.

One that finds a provision that was deleted dangles: it is reported, and stands for a thing that never happens.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import define

from dealwright import expression as e
from dealwright import model as m
from dealwright.diagnostic import echo
from dealwright.program import core
from dealwright.resolve.instances import Instances
from dealwright.resolve.scope import YES_NO, Scope, Table, dangling
from dealwright.resolve.symbols import Symbol
from dealwright.source import Span
from dealwright.value import NEVERMORE

CITED = {
    "duty": ("duty",),
    "payment": ("duty",),
    "power": ("power",),
    "warranty": ("warranty",),
    "prohibition": ("prohibition",),
    "permission": ("permission",),
    "effect": ("effect",),
}
_INSTANTS_OF_NORMS = {"breach", "performance", "exercise", "failure", "suspension", "resumption", "waiver"}


@define
class Citations(Instances):
    """Binds citations."""

    table: Table

    if TYPE_CHECKING:

        def truth(self, node: Any, scope: Scope) -> Any:
            """An expression where a yes or no is asked; see `Binding`."""

        def instant(self, node: Any, scope: Scope) -> Any:
            """An expression where a day is asked; see `Binding`."""

        def cases(self, node: Any, scope: Scope, bind: Any, *, truths: bool) -> Any:
            """The first case that holds; see `Binding`."""

        def selection(self, node: Any, scope: Scope) -> tuple[str, Any]:
            """An event and which of its occurrences; see `Binding`."""

        def party(self, name: str, node: Any, scope: Scope) -> None:
            """Report a name that is no party; see `Binding`."""

        def is_time(self, node: Any, scope: Scope) -> bool:
            """Whether an expression plainly speaks of a day; see `Comparing`."""

        def unknown(self, node: e.Ref, scope: Scope) -> None:
            """Report a name that stands for nothing; see `References`."""

        def current(self, node: e.Current, scope: Scope) -> Any:
            """A period in view; see `References`."""

        def ref_instant(self, node: e.Ref, scope: Scope) -> Any:
            """A name where a day is asked; see `References`."""

    @property
    def never(self) -> Any:
        """What a day that cannot come is."""
        return NEVERMORE

    def cited(self, node: e.Cited, scope: Scope) -> core.Instance:
        """The one rule of its kind at an address, or what a reading puts in its place."""
        identity = scope.locate(node.address)
        if not identity:
            return dangling()
        redirected = self.redirect(node.word, identity, node.span, scope)
        if redirected is not None:
            return redirected
        found = self.natural(node.word, identity, scope)
        return self.only(found, node, scope)

    def only(self, found: list[Symbol], node: Any, scope: Scope) -> core.Instance:
        """The one thing found; none dangles, several are reported."""
        if len(found) == 1:
            return self.instance(found[0], scope)
        if not found:
            scope.report("N104", f"{echo(node.span.words)} finds nothing: it never happens", node.span,
                         "say with a reading how it is to be read")  # fmt: skip
        else:
            names = ", ".join(f"`{symbol.name}`" for symbol in found)
            scope.report(
                "N109", f"{echo(node.span.words)} may be any of {names}", node.span, "name the one that is meant"
            )
        return dangling()

    def instance(
        self, symbol: Symbol, scope: Scope, index: tuple[core.Core, ...] = (), labels: tuple[str, ...] = ()
    ) -> core.Instance:
        """A norm or condition as something that can be asked about."""
        if symbol.sort == "condition":
            scope.reads.add(f"term:{symbol.key}")
            return core.Instance(symbol.key, index, labels, "condition")
        scope.reads.add(f"norm:{symbol.key}")
        return core.Instance(symbol.key, index, labels)

    def natural(self, word: str, identity: str, scope: Scope) -> list[Symbol]:
        """What a citation finds by itself."""
        if word in {"condition", "conditions"}:
            return [symbol for symbol in scope.beneath(identity) if symbol.sort == "condition"]
        found = [s for s in scope.beneath(identity) if s.sort == "norm" and s.item.word in CITED[word]]
        if word == "payment":
            found = [s for s in found if getattr(getattr(s.item.head, "act", None), "verb", "") == "pay"]
        return found

    def redirect(self, word: str, identity: str, span: Span, scope: Scope) -> core.Instance | None:
        """What a reading puts in the place of a citation, if one does."""
        for read, home, cite in self.table.symbols.redirects:
            if not isinstance(read.what, e.Cited) or read.what.word != word:
                continue
            amended = self.table.amended.get(home, home)
            if scope.locate(read.what.address, amended) != identity:
                continue
            scope.readings.update(cite.readings)
            if not self.natural(word, identity, scope):
                scope.report("N111", f"this finds nothing by itself: {echo(cite.readings[-1])} says how it is read",
                             span)  # fmt: skip
            if read.target is None:
                return dangling()
            inner = Scope(self.table, cite, home)
            target = self.norm_of(read.target, inner, redirecting=True)
            scope.reads.update(inner.reads)
            return target
        return None

    def norm_of(self, node: Any, scope: Scope, *, redirecting: bool = False) -> core.Instance:
        """The norm (or condition) that a name, a citation or an address means."""
        match node:
            case e.Cited(word=word, address=address) if redirecting:
                identity = scope.locate(address)
                return self.only(self.natural(word, identity, scope), node, scope) if identity else dangling()
            case e.Cited():
                return self.cited(node, scope)
            case e.Address():
                identity = scope.locate(node)
                return self.only(scope.beneath(identity), node, scope) if identity else dangling()
            case e.Ref():
                return self.named_norm(node, scope)
            case _:
                scope.report("N108", f"{echo(node.span.words)} is no norm", node.span)
                return dangling()

    def named_norm(self, node: e.Ref, scope: Scope) -> core.Instance:
        """A norm or condition by its name, at an address if one is given."""
        if node.at is not None:
            identity = scope.locate(node.at)
            live = [s for s in scope.beneath(identity) if s.name == node.name] if identity else []
            if live:
                self.limb(node, live[0].item, scope)
                return self.instance(live[0], scope, self.instance_index(node, scope, _norm(live[0])), node.labels)
            for key, (name, _, home, above) in self.table.earlier.items():
                if name == node.name and identity and (home == identity or identity in above.split("\n")):
                    scope.reads.add(f"norm:{key}")
                    return core.Instance(key)
            if identity:
                scope.report(
                    "N104",
                    f"{echo(node.span.words)} finds nothing: it stands for a thing that never happens",
                    node.span,
                )
            return dangling()
        symbol = self.table.symbols.of(node.name, "norm", "condition")
        if symbol is not None:
            self.limb(node, symbol.item, scope)
            return self.instance(symbol, scope, self.instance_index(node, scope, _norm(symbol)), node.labels)
        for key, (name, *_) in reversed(self.table.earlier.items()):
            if name == node.name:
                scope.reads.add(f"norm:{key}")
                return core.Instance(key, self.instance_index(node, scope))
        other = self.table.symbols.of(node.name)
        if other is None:
            self.unknown(node, scope)
        else:
            scope.report("N108", f"{echo(node.name)} is {other.said}, not a norm", node.span)
        return dangling()

    def limb(self, node: e.Ref, item: Any, scope: Scope) -> None:
        """Report a limb that what is named does not have."""
        if node.labels and "".join(node.labels) not in _limbs(item):
            scope.report("N103", f"{echo(node.name)} has no limb `{' '.join(node.labels)}`", node.span,
                         "look at the letters in its list")  # fmt: skip

    def standing(self, node: Any, scope: Scope) -> core.Instance:
        """What has a status: a norm, a condition, a definition, an instrument."""
        if isinstance(node, e.TheOne) and node.name == "Amendment" and scope.amendment:
            scope.reads.add("agreement")
            return core.Instance(scope.amendment, sort="instrument")
        if (
            isinstance(node, e.Ref)
            and node.at is None
            and self.table.symbols.of(node.name, "norm", "condition") is None
        ):
            symbol = self.table.symbols.of(node.name)
            if symbol is not None and symbol.sort == "instrument":
                scope.reads.add("agreement")
                return core.Instance(symbol.key, sort="instrument")
            if symbol is not None and symbol.sort == "term" and self.table.term_kinds.get(symbol.key) == YES_NO:
                scope.reads.add(f"term:{symbol.key}")
                self.limb(node, symbol.item, scope)
                return core.Instance(symbol.key, labels=node.labels, sort="condition")
        return self.norm_of(node, scope)

    def instant_of(self, word: str, of: Any, node: Any, scope: Scope) -> core.Core:
        """The instant of what befell a norm, a condition, a notice or an instrument."""
        symbol = self.table.symbols.of(of.name) if isinstance(of, e.Ref) and of.at is None else None
        if symbol is not None and symbol.sort == "instrument" and word in {"effectiveness", "signing"}:
            if symbol.is_agreement:
                scope.report("N108", f"{echo(symbol.name)} is the agreement, in force from the start", node.span)
            scope.reads.add("agreement")
            return core.InstrumentInstant(word, symbol.key)
        if word == "notice":
            return self.instant(of, scope)
        whole = not getattr(of, "labels", ())
        if symbol is not None and symbol.sort == "term" and word == "satisfaction" and whole:
            return self.ref_instant(of, scope)
        instance = self.standing(of, scope) if word == "satisfaction" else self.norm_of(of, scope)
        if instance.sort == "condition":
            if word == "satisfaction" and whole:
                return core.SinceTerm(instance.key)
            statuses = {"satisfaction": "satisfied", "failure": "failed", "waiver": "waived"}
            return core.StatusInstant(statuses.get(word, word), instance)
        if word not in _INSTANTS_OF_NORMS:
            scope.report("N108", f"{echo(node.span.words)}: this has no {word}", node.span)
        return core.NormInstant(word, instance)

    def through(self, day: e.Expression | None, scope: Scope) -> tuple[core.Core, ...]:
        """The day or instant through which money counts; none if all of it does."""
        return () if day is None else (self.instant(day, scope),)

    def received(self, node: e.ReceivedBy, scope: Scope) -> core.Core:
        """What a party received by a payment event, or under a norm."""
        of, party = node.of, node.party
        days = self.through(node.through, scope)
        self.party(party, node, scope)
        symbol = self.table.symbols.of(of.name, "event") if isinstance(of, e.Ref) else None
        if symbol is not None:
            scope.reads.update((f"event:{symbol.key}", "money"))
            return core.Received(symbol.key, None, party, days)
        scope.reads.add("money")
        return core.Received("", self.norm_of(of, scope), party, days)


def _limbs(item: Any) -> set[str]:
    """The labels of the limbs of a condition, a definition or a warranty, those of inner lists joined to the outer."""
    listed = item.head if isinstance(item, m.Norm) else item
    listed = getattr(listed, "limbs", getattr(listed, "meaning", None))
    return set(_labels(listed)) if isinstance(listed, e.Limbs) else set()


def _labels(listed: e.Limbs, prefix: str = "") -> Iterator[str]:
    for limb in listed.limbs:
        yield prefix + limb.label
        if isinstance(limb.content, e.Limbs):
            yield from _labels(limb.content, prefix + limb.label)


def _norm(symbol: Symbol) -> m.Norm | None:
    return symbol.item if symbol.sort == "norm" else None
