"""What the names and values in a log stand for: keys of the contract, and values of the kind that is asked.

Nothing is coerced; a name that the contract does not know is told with one much like it.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Final

from dealwright import expression as e
from dealwright import model as m
from dealwright.diagnostic import Diagnostic, Place, echo, problem, with_article
from dealwright.program import Kind, NormRule, Program
from dealwright.program.statuses import can_be, never
from dealwright.source import NOWHERE, Span
from dealwright.value import UNKNOWN, Choice, Money, Party, Period
from dealwright.value import reckoning as r

ITSELF: Final = "name somebody else as payer or as receiver"
_ASIDE: Final = {"an instrument": "name the file of the instrument, too, beside that of the agreement"}


class Naming:
    """Binds names and values."""

    def __init__(
        self, programs: Sequence[Program], locate: Callable[[e.Address], str], written: Sequence[m.Instrument] = ()
    ) -> None:
        """Keep the programs, how an address finds a provision, and the instruments as they are written."""
        self.programs = programs
        self.written = written
        self.latest = programs[-1]
        self.locate = locate
        self.problems: list[Diagnostic] = []

    def report(self, code: str, message: str, span: Span, advice: str = "", also: tuple[Place, ...] = ()) -> None:
        """Note something wrong with an entry."""
        self.problems.append(problem(code, message, span, help=advice, also=also))

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

    def questions(self) -> set[str]:
        """Every question for people, those of alternatives that are not chosen too: one log serves all readings."""
        asked = {key for program in self.programs for key, rule in program.inputs.items() if rule.question}
        parts = (part for instrument in self.written for part in e.walk(instrument))
        return asked | {f'"{part.text}"' for part in parts if isinstance(part, e.Question)}

    def missing(self, what: str, name: str, span: Span, *sorts: str) -> None:
        """Report a name that the contract does not know, with one much like it."""
        near = difflib.get_close_matches(name, sorted(self.known(*sorts)), n=1, cutoff=0.6)
        advice = f"a term with a similar name exists: `{near[0]}`" if near else _ASIDE.get(what, "")
        other = [(sort, key) for program in self.programs for sort, key in program.names.get(name, ())]
        said = f"the contract does not know {echo(name)}"
        if other:
            sort, key = other[0]
            said = f"{echo(name)} is {with_article(self.sort(key) if sort == 'norm' else sort)}, not {what}"
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

    def norms(self, ref: e.Ref | e.Cited | e.Address, span: Span, *sorts: str) -> tuple[str, ...]:
        """The norms that a reference may mean."""
        if not isinstance(ref, e.Ref):
            found = self.standing_in(ref)
            if not found:
                self.report("L101", f"there is no {echo(ref.span.words)}", span)
            return found
        found = tuple(key for key in self.keys(ref.name, "norm") if not sorts or self.sort(key) in sorts)
        if not found:
            self.missing(" or ".join(map(with_article, sorts or ("norm",))), ref.name, ref.span, "norm")
        elif ref.at is not None:
            identity = self.locate(ref.at)
            found = tuple(
                key for key in found if any(identity in p.identities.get(self.home(key), ()) for p in self.programs)
            )
            if not found:
                self.report("L101", f"there is no {echo(ref.name)} in {echo(ref.at.span.words)}", ref.span)
        return found

    def standing_in(self, ref: e.Cited | e.Address) -> tuple[str, ...]:
        """The norms that stand in a provision, or below it; of one sort, if it is said which."""
        word = ref.word if isinstance(ref, e.Cited) else ""
        identity = self.locate(ref.address if isinstance(ref, e.Cited) else ref)
        return tuple(
            dict.fromkeys(
                key
                for program in self.programs
                for key, norm in program.norms.items()
                if identity
                and identity in program.identities.get(norm.cite.identity, ())
                and word in {"", "payment", norm.sort}
            )
        )

    def home(self, key: str) -> str:
        """The provision in which a norm stands."""
        return next((p.norms[key].cite.identity for p in reversed(self.programs) if key in p.norms), "")

    def sort(self, key: str) -> str:
        """The sort of a norm."""
        return next((p.norms[key].sort for p in reversed(self.programs) if key in p.norms), "")

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
                first, last = self.constant(start), self.constant(end)
                if isinstance(first, date) and isinstance(last, date) and first <= last:
                    return Period(first, last)
                self.report("L102", f"{echo(node.span.words)} is no period", node.span)
                return UNKNOWN
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
        return found if isinstance(found, Money) else Money(Fraction(0), self.latest.currency)

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

    def rules(self, keys: tuple[str, ...]) -> list[NormRule]:
        """What the texts say of some norms."""
        return [program.norms[key] for program in self.programs for key in keys if key in program.norms]

    def can_stand(self, keys: tuple[str, ...], ref: Any, status: str, span: Span) -> bool:
        """Whether a norm can stand in a status; else it is reported."""
        rules = self.rules(keys)
        if any(can_be(rule.sort, status) for rule in rules):
            return True
        self.report("L102", never(echo(ref.span.words), rules[0].sort, status), span)
        return False

    def payable(self, keys: tuple[str, ...], ref: Any, by: tuple[str, ...], span: Span) -> bool:
        """Whether something can be paid under a duty, and by these; else it is reported."""
        rules = self.rules(keys)
        if all(rule.act.verb != "pay" for rule in rules):
            self.report("L108", f"{echo(ref.span.words)} is no duty to pay", span,
                        f"say that it was performed: `{ref.span.words} performed`")  # fmt: skip
            return False
        if by and all(set(by) <= set(rule.act.receivers) for rule in rules):
            self.report("L102", f"{echo(by[0])} is whom this is owed to, and pays nobody else", span, ITSELF)
            return False
        return True

    def doable(self, keys: tuple[str, ...], ref: Any, by: tuple[str, ...], span: Span) -> bool:
        """Whether a duty can be performed by an entry that names it, and by these; else it is reported."""
        rules = self.rules(keys)
        if all(rule.act.verb == "pay" for rule in rules):
            self.report("L108", f"{echo(ref.span.words)} is a duty to pay", span,
                        f"say what was paid under it: `{ref.span.words} paid ...`")  # fmt: skip
            return False
        bound = {name for rule in rules for name in rule.actors}
        if bound and (strange := [name for name in by if name not in bound]):
            self.report("L102", f"{echo(ref.span.words)} is a duty of {several(bound)}, not of {echo(strange[0])}",
                        span, "look who it was; leave out `by ...` if it counts as their act")  # fmt: skip
            return False
        return True

    def instance(self, ref: Any, keys: tuple[str, ...]) -> Any:
        """Which instance of a norm is meant; one that none of these norms can ever have is reported."""
        if not isinstance(ref, e.Ref) or ref.argument is None or not keys:
            return None
        if isinstance(ref.argument, e.Ref) and not self.keys(ref.argument.name, "party", "third party"):
            self.missing("a party", ref.argument.name, ref.argument.span, "party", "third party")
            return None
        rules = self.rules(keys)
        value = self.index(ref)
        for rule in rules:
            if (found := _instance(rule, value)) is not None:
                return found
        made = [one.each.name for one in rules if one.each is not None] + ["party" for one in rules if one.split]
        said = f"is made for each {made[0]}" if made else "is not made for each of anything"
        words = echo(ref.argument.span.words)
        self.report("L102", f"{echo(ref.name)} {said}: there is none for {words}", ref.argument.span,
                    "say which with a period, a number or a party, as the rule has it")  # fmt: skip
        return None


def several(names: Iterable[str]) -> str:
    """Some names, joined."""
    return " or ".join(echo(name) for name in sorted(names))


def _instance(rule: NormRule, value: Any) -> Any:
    """The index of an instance, from what stands behind `for`; None if the norm can have none for it."""
    each = rule.each
    if rule.split and value in rule.actors:
        return value
    if each is None:
        return None
    if each.sort != "period":
        return value if isinstance(value, Fraction) else None
    if isinstance(value, date):
        value = Period.containing("day", value)
    elif isinstance(value, Fraction) and each.name == "year" and value in range(date.min.year, date.max.year + 1):
        value = Period.containing("year", date(int(value), 1, 1))
    return value if isinstance(value, Period) and value.unit == each.name else None


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
