"""From a log as written to facts: every name to what the contract declares, every value of the kind that is asked."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from dealwright import expression as e
from dealwright import model as m
from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.evaluate import facts as f
from dealwright.log import Log
from dealwright.program import Kind, Program
from dealwright.source import NOWHERE, Span
from dealwright.value import UNKNOWN, Choice, Money, Party, Period
from dealwright.value import reckoning as r

_RANKS = {"=": 0}
_PROPER = ("Authorised", "Authorized", "In Writing")
_NAMED = frozenset({"norm"})


class Binder:
    """Binds one log to the programs of a contract, the latest text last."""

    def __init__(self, programs: Sequence[Program], locate: Callable[[e.Address], str]) -> None:
        """Keep the programs, and how an address finds a provision."""
        self.programs = programs
        self.latest = programs[-1]
        self.locate = locate
        self.problems: list[Diagnostic] = []

    def report(self, code: str, message: str, span: Span, advice: str = "", also: tuple[Place, ...] = ()) -> None:
        """Note something wrong with an entry."""
        self.problems.append(problem(code, message, span, help=advice, also=also))

    def bind(self, log: Log) -> f.Facts:
        """The facts of a log; what is wrong with it is in `problems`."""
        entries: list[f.Entry] = []
        evidence: list[f.Entry] = []
        unordered: set[date] = set()
        unknown: list[f.NotKnown] = []
        for dated in log.entries:
            if isinstance(dated.entry, m.Unordered):
                unordered.add(dated.on)
                continue
            fact = self.fact(dated.entry, dated.span)
            if fact is None:
                continue
            entry = f.Entry(dated.on, fact, words_of(dated), dated.span)
            (evidence if isinstance(fact, f.Evidence) else entries).append(entry)
        unset = [one for one in log.given if isinstance(one, m.Given) and one.value is None]
        given = tuple(found for one in log.given if one not in unset and (found := self.given(one)) is not None)
        unknown.extend(found for one in (*log.unknown, *unset) if (found := self.not_known(one)) is not None)
        through = log.complete_through
        self.early(entries)
        return f.Facts(
            tuple(entries),
            given,
            tuple(unknown),
            through if isinstance(through, date) else None,
            frozenset(unordered),
            tuple(evidence),
        )

    def early(self, entries: list[f.Entry]) -> None:
        """Report entries from before the agreement."""
        dated = self.programs[0].dated
        for entry in entries:
            if (
                dated is not None
                and entry.on < dated
                and not isinstance(entry.fact, (f.Happened, f.Given, f.SetFor, f.NotKnown))
            ):
                self.report(
                    "L106", f"this entry is dated before the agreement, which is of {dated.isoformat()}", entry.span
                )

    # ------------------------------------------------------------ names

    def keys(self, name: str, *sorts: str) -> tuple[str, ...]:
        """The keys that a name may mean, among some sorts, the latest text last."""
        found = [key for program in self.programs for sort, key in program.names.get(name, ()) if sort in sorts]
        return tuple(dict.fromkeys(found))

    def known(self, *sorts: str) -> set[str]:
        """Every name of some sorts."""
        return {
            name
            for program in self.programs
            for name, pairs in program.names.items()
            if any(s in sorts for s, _ in pairs)
        }

    def missing(self, what: str, name: str, span: Span, *sorts: str) -> None:
        """Report a name that the contract does not know, with one much like it."""
        near = difflib.get_close_matches(name, sorted(self.known(*sorts)), n=1, cutoff=0.6)
        advice = f"a term with a similar name exists: `{near[0]}`" if near else ""
        other = [sort for program in self.programs for sort, _ in program.names.get(name, ())]
        said = f"{echo(name)} is a {other[0]}, not {what}" if other else f"the contract does not know {echo(name)}"
        self.report("L101", said, span, advice)

    def party(self, name: str, span: Span) -> str:
        """A party by name."""
        if not self.keys(name, "party", "third party", "group"):
            self.missing("a party", name, span, "party", "third party", "group")
        return name

    def actors(self, actors: m.Actors | None, span: Span) -> tuple[str, ...]:
        """Parties by name."""
        if actors is None:
            return ()
        names = actors.names or self.latest.parties
        return tuple(self.party(name, actors.span if actors.span.source.text else span) for name in names)

    def norms(self, ref: Any, span: Span, *sorts: str) -> tuple[str, ...]:
        """The norms that a reference may mean."""
        if isinstance(ref, e.Ref):
            found = self.keys(ref.name, "norm")
            if ref.at is not None:
                identity = self.locate(ref.at)
                found = tuple(
                    key for key in found if any(identity in p.identities.get(self.home(key), ()) for p in self.programs)
                )
            found = tuple(key for key in found if not sorts or self.sort(key) in sorts)
            if not found:
                self.missing("a " + (" or ".join(sorts) or "norm"), ref.name, ref.span, "norm")
            return found
        if isinstance(ref, (e.Cited, e.Address)):
            address = ref.address if isinstance(ref, e.Cited) else ref
            identity = self.locate(address)
            return tuple(
                dict.fromkeys(
                    key
                    for program in self.programs
                    for key, norm in program.norms.items()
                    if identity
                    and identity in program.identities.get(norm.cite.identity, ())
                    and (not isinstance(ref, e.Cited) or ref.word in {"payment", norm.sort})
                    and (not sorts or norm.sort in sorts)
                )
            )
        self.report("L101", "this entry names no norm", span)
        return ()

    def home(self, key: str) -> str:
        """The provision in which a norm stands."""
        return next((p.norms[key].cite.identity for p in reversed(self.programs) if key in p.norms), "")

    def sort(self, key: str) -> str:
        """The sort of a norm."""
        return next((p.norms[key].sort for p in reversed(self.programs) if key in p.norms), "")

    # ------------------------------------------------------------ values

    def constant(self, node: Any) -> Any:
        """A value written out in a log."""
        match node:
            case e.Literal(kind="yes/no", value=value):
                return bool(value)
            case e.Literal(kind="quantity" | "clock time"):
                self.report("S209", f"{echo(node.span.words)} is not supported yet", node.span)
                return UNKNOWN
            case e.Literal(value=value):
                return value
            case e.Question(text=text):
                return text
            case e.Ref(name=name):
                return Party(name) if self.keys(name, "party", "third party") else Choice(name)
            case e.Negative(of=of):
                return r.negative(self.constant(of))
            case e.Arithmetic(operator=operator, left=left, right=right):
                a, b = self.constant(left), self.constant(right)
                try:
                    return {"+": r.add, "-": r.subtract, "*": r.multiply, "/": r.divide}[operator](a, b)
                except (ArithmeticError, TypeError, ValueError, AttributeError, KeyError):
                    self.report("L102", f"{echo(node.span.words)} cannot be worked out", node.span)
                    return UNKNOWN
            case e.FromTo(start=start, end=end):
                return Period(self.constant(start), self.constant(end))
            case _:
                self.report(
                    "L102", f"{echo(getattr(node, 'span', NOWHERE).words)} is no value", getattr(node, "span", NOWHERE)
                )
                return UNKNOWN

    def of_kind(self, value: Any, kind: Kind, name: str, span: Span) -> Any:
        """A value if it is of a kind; else it is reported and not known."""
        if kind.word == "any" or value is UNKNOWN:
            return value
        if kind.word == "choice":
            named = value.name if isinstance(value, (Choice, Party)) else ""
            if named in kind.detail:
                return Choice(named)
            near = difflib.get_close_matches(named, kind.detail, n=1, cutoff=0.6)
            advice = (
                f"perhaps `{near[0]}` is meant"
                if near
                else f"the choices are {', '.join(f'`{one}`' for one in kind.detail)}"
            )
            self.report("L102", f"{echo(name)} is one of several choices, and this is none of them", span, advice)
            return UNKNOWN
        if isinstance(value, Choice):
            self.missing("a value", value.name, span, "party", "third party")
            return UNKNOWN
        if _sort(value) != kind.word or (kind.word == "money" and kind.detail and value.currency != kind.detail[0]):
            wanted = f"an amount of {kind.detail[0]}" if kind.word == "money" and kind.detail else f"a {kind.word}"
            self.report("L102", f"{echo(name)} is {wanted}, and this is a {_sort(value)}", span)
            return UNKNOWN
        return value

    def attributes(self, event: str, given: tuple[m.Attribute, ...], span: Span) -> tuple[tuple[str, Any], ...]:
        """The attributes of an entry."""
        rule = next((p.events[event] for p in reversed(self.programs) if event in p.events), None)
        known = {one.name: one for one in rule.attributes} if rule else {}
        found: dict[str, Any] = {}
        for one in given:
            if one.name in found:
                self.report("L107", f"{echo(one.name)} is stated twice", one.span)
                continue
            if one.name not in known:
                near = difflib.get_close_matches(one.name, known, n=1, cutoff=0.6)
                self.report("L108", f"{echo(event)} has no attribute {echo(one.name)}", one.span,
                            f"perhaps `{near[0]}` is meant" if near else "")  # fmt: skip
                continue
            value = True if one.value is None else self.constant(one.value)
            attribute = known[one.name]
            value = self.of_kind(value, attribute.kind, one.name, one.span)
            self.bounds(value, attribute.least, attribute.most, one.name, one.span)
            found[one.name] = value
        del span
        return tuple((name, value) for name, value in found.items() if value is not UNKNOWN)

    def bounds(self, value: Any, least: Any, most: Any, name: str, span: Span) -> None:
        """Report a value outside the bounds of its declaration."""
        if value is UNKNOWN or not isinstance(value, (type(least), type(most))):
            return
        if (least is not None and value < least) or (most is not None and value > most):
            self.report("L111", f"{echo(name)} lies outside the bounds of its declaration", span)

    def money(self, node: Any, span: Span) -> Money:
        """An amount of money that moved."""
        value = self.constant(node)
        kind = Kind("money", (self.latest.currency,) if self.latest.currency else ())
        found = self.of_kind(value, kind, "what was paid", span)
        if isinstance(found, Money) and found.amount < 0:
            self.report("L111", "an amount that moves is not below zero", span)
        return found if isinstance(found, Money) else Money(r._ZERO, self.latest.currency)  # noqa: SLF001

    def index(self, ref: e.Ref) -> Any:
        """Which instance is meant: a period, a number, a party."""
        match ref.argument:
            case None:
                return None
            case e.Ref(name=name):
                return name
            case e.Literal(value=value):
                return value
            case _:
                self.report("L101", "an entry says which one by a period, a number or a party", ref.span)
                return None

    # ------------------------------------------------------------ entries

    def fact(self, entry: m.Entry, span: Span) -> f.Fact | None:
        """One entry as a fact; None if it is not one."""
        match entry:
            case m.Happens(event=ref, by=by, attributes=attributes, amount=amount, to=to):
                return self.happened(ref, by, attributes, amount, to, span)
            case m.Paid(duty=duty, amount=amount, by=by):
                names = self.norms(duty, span, "duty")
                return (
                    f.PaidUnder(names, self.index(duty), self.money(amount, span), self.actors(by, span))
                    if names
                    else None
                )
            case m.Performed(duty=duty, by=by):
                names = self.norms(duty, span, "duty", "effect")
                return f.PerformedUnder(names, self.index(duty), self.actors(by, span)) if names else None
            case m.Pays(payer=payer, amount=amount, to=to):
                return f.Moved(self.party(payer, span), self.party(to, span), self.money(amount, span))
            case m.Signed(instrument=name, by=by, attributes=attributes):
                if not self.keys(name, "instrument"):
                    self.missing("an instrument", name, span, "instrument")
                    return None
                proper = not any(
                    one.name in _PROPER and one.value is not None and self.constant(one.value) is False
                    for one in attributes
                )
                for one in attributes:
                    if one.name not in _PROPER:
                        self.report(
                            "L108",
                            f"a signature has no attribute {echo(one.name)}",
                            one.span,
                            "it has `Authorised` and `In Writing`",
                        )
                return f.SignedBy(name, self.actors(by, span), proper)
            case m.Observed(what=what, value=value):
                return self.observed(what, value, span)
            case m.Unknown(what=what):
                return self.not_known(entry)
            case m.Found(what=what, status=status):
                names = self.norms(what, span)
                return f.FoundStatus(names, self.index(what), status) if names else None
            case m.Scheduled(event=ref, on=on, attributes=attributes):
                keys = self.keys(getattr(ref, "name", ""), "event")
                if not keys:
                    self.missing("an event", getattr(ref, "name", ""), span, "event")
                    return None
                return f.SetFor(keys[-1], on, self.attributes(keys[-1], attributes, span))
            case m.Joins():
                self.report("S209", "groups of parties are not supported yet", span)
                return None
            case m.Asserted(source=source, entry=inner):
                before = len(self.problems)
                self.fact(inner, span)
                del self.problems[before:]
                return f.Evidence(source, span_words(inner))
            case m.Exercises(actors=actors, power=power, form=form, attributes=attributes):
                names = self.norms(power, span, "power")
                event = "Notice" if self.keys("Notice", "event") else ""
                found = self.attributes(event, attributes, span) if event or attributes else ()
                return f.Exercised(names, self.actors(actors, span), form, found) if names else None
            case m.Waives(actors=actors, target=target):
                return self.waives(actors, target, span)
            case m.Strikes(address=address):
                identity = self.locate(address)
                if not identity:
                    self.report("L101", f"there is no {echo(address.span.words)}", address.span)
                    return None
                return f.Struck(identity)
            case m.Bars(target=target, until=until):
                return f.Barred(self.norms(target, span), until)
            case _:
                return None

    def happened(self, ref: e.Ref, by: Any, attributes: Any, amount: Any, to: str, span: Span) -> f.Fact | None:
        """An event that happened."""
        keys = self.keys(ref.name, "event")
        if not keys:
            self.missing("an event", ref.name, span, "event")
            return None
        event = keys[-1]
        rule = next(p.events[event] for p in reversed(self.programs) if event in p.events)
        doers = self.actors(by, span) or (rule.doers if len(rule.doers) == 1 else ())
        if to:
            self.party(to, span)
        if rule.payment and amount is None:
            self.report("L103", f"{echo(event)} moves money, and no amount is stated", span)
            return None
        if amount is not None and not rule.payment:
            self.report(
                "L108",
                f"{echo(event)} moves no money",
                span,
                f"declare it as a payment: `payment {event} by ... to ...`",
            )
            return None
        receiver = to or (rule.receivers[0] if len(rule.receivers) == 1 else "")
        money = None if amount is None else self.money(amount, span)
        return f.Happened(event, doers, self.attributes(event, attributes, span), money, receiver)

    def observed(self, what: Any, value: Any, span: Span) -> f.Given | None:
        """A value given for an input, or the answer to a question."""
        if isinstance(what, m.Question_):
            key = f'"{what.text}"'
            known = {k for program in self.programs for k, rule in program.inputs.items() if rule.question}
            if key not in known:
                near = difflib.get_close_matches(key, sorted(known), n=1, cutoff=0.5)
                self.report(
                    "L101",
                    f"the contract does not ask {echo(what.text)}",
                    what.span,
                    f"it asks {near[0]}" if near else "",
                )
                return None
            return f.Given(key, None, self.of_kind(self.constant(value), Kind("yes/no"), what.text, span))
        keys = self.keys(what.name, "input")
        if not keys:
            self.missing("an input", what.name, span, "input")
            return None
        rule = next(p.inputs[keys[-1]] for p in reversed(self.programs) if keys[-1] in p.inputs)
        found = self.of_kind(self.constant(value), rule.kind, what.name, span)
        self.bounds(found, rule.least, rule.most, what.name, span)
        index = self.index(what)
        if rule.each and index is None:
            self.report("L103", f"{echo(what.name)} has a value for each {rule.each}: say which", span)
        return f.Given(keys[-1], index, found)

    def given(self, one: Any) -> f.Given | None:
        """A value given for the whole log."""
        if isinstance(one, m.GivenList):
            self.report("S209", "lists and records are not supported yet", one.span)
            return None
        return self.observed(one.what, one.value, one.span)

    def not_known(self, one: Any) -> f.NotKnown | None:
        """Something of which nobody knows."""
        what = one.what
        if isinstance(what, m.Question_):
            return f.NotKnown((f'input:"{what.text}"',))
        found = tuple(f"event:{key}" for key in self.keys(what.name, "event"))
        found += tuple(f"norm:{key}" for key in self.keys(what.name, "norm"))
        found += tuple(f"input:{key}" for key in self.keys(what.name, "input"))
        if not found:
            self.missing("an event, a duty or an input", what.name, one.span, "event", "norm", "input")
            return None
        return f.NotKnown(found)

    def waives(self, actors: m.Actors, target: Any, span: Span) -> f.Waived | None:
        """Somebody waived something."""
        by = self.actors(actors, span)
        if isinstance(target, e.Ref) and target.at is None:
            condition = self.keys(target.name, "condition")
            if condition:
                return f.Waived(by, condition[-1], "".join(target.labels), ())
        address = target.address if isinstance(target, e.Cited) else target if isinstance(target, e.Address) else None
        if address is not None and (isinstance(target, e.Address) or target.word.startswith("condition")):
            labels = [number for unit, number in reversed(address.steps) if unit == "clause"]
            bare = e.Address(
                tuple(step for step in address.steps if step[0] != "clause"), address.instrument, span=address.span
            )
            identity = self.locate(bare)
            for program in reversed(self.programs):
                for rule in program.terms.values():
                    if rule.condition and identity and identity in program.identities.get(rule.cite.identity, ()):
                        return f.Waived(by, rule.name, "".join(labels), ())
        names = self.norms(target, span)
        return f.Waived(by, "", "", names) if names else None


def _sort(value: Any) -> str:
    """The kind word of a value in a log."""
    if isinstance(value, bool):
        return "yes/no"
    names = {
        "Money": "money",
        "Fraction": "number",
        "date": "date",
        "Duration": "duration",
        "Period": "period",
        "str": "text",
        "Party": "party",
    }
    return names.get(type(value).__name__, type(value).__name__.lower())


def words_of(dated: m.Dated) -> str:
    """An entry in the words of the log."""
    span = dated.span
    if not span.source.text:
        return f"{dated.on.isoformat()} {span_words(dated.entry)}"
    return span.source.line_text(span.line).strip()


def span_words(entry: Any) -> str:
    """The words of an entry, from its line."""
    span = getattr(entry, "span", NOWHERE)
    return span.source.line_text(span.line).strip() if span.source.text else type(entry).__name__
