"""From recognised phrases to rules: facts, definitions, conditions, tables and norms.

The names of the callbacks are the names of the grammar's rules and aliases.
"""

from __future__ import annotations

from typing import Any

from attrs import evolve

from dealwright import expression as e
from dealwright import model as m
from dealwright.node import node
from dealwright.read import literals
from dealwright.read.building import words
from dealwright.read.expressions import Expressions


@node
class _Meaning:
    """What a term means, with the lines below that qualify it."""

    value: Any
    qualified: tuple[Any, ...]
    span: Any

    def of(self, wanted: type) -> tuple[Any, ...]:
        """The qualifying lines of one type."""
        return tuple(line for line in self.qualified if isinstance(line, wanted))

    def rounding(self) -> m.Rounding | None:
        """How the value is rounded, if a line says so."""
        return next(iter(self.of(m.Rounding)), None)


@node
class _Bound:
    """A bound of an attribute or input."""

    word: str
    value: e.Expression


def _text(token: Any) -> str:
    """The words of an optional string token."""
    return "" if token is None else literals.string(token)


class Rules(Expressions):
    """The callbacks for rules."""

    # ------------------------------------------------------------ facts

    def event(self, c: list[Any]) -> m.Event:
        """`event Inspection by Surveyor with Passed: yes/no`."""
        name, long, by, *fields = c
        kept = tuple(field for field in fields if field is not None)
        return m.Event(str(name), _text(long), by, kept, span=self.at(name))

    def payment_event(self, c: list[Any]) -> m.PaymentEvent:
        """`payment Grant by Guarantors to Tenant`."""
        name, long, by, to = c
        return m.PaymentEvent(str(name), _text(long), by, to, span=self.at(name))

    def input(self, c: list[Any]) -> m.Input:
        """`input Turnover for each year: money`."""
        return m.Input(c[0], span=c[0].span)

    def field_core(self, c: list[Any]) -> m.Field:
        """A name, its kind and its bounds."""
        name, long, each, kind, *bounds = c
        values = {bound.word: bound.value for bound in bounds}
        return m.Field(str(name), kind, _text(long), each, **values, span=self.at(name))

    def least(self, c: list[Any]) -> _Bound:
        """`at least X`."""
        return _Bound("least", c[0])

    def most(self, c: list[Any]) -> _Bound:
        """`at most X`."""
        return _Bound("most", c[0])

    def normally(self, c: list[Any]) -> _Bound:
        """`normally X`."""
        return _Bound("normally", c[0])

    def kind(self, c: list[Any]) -> m.KindWord:
        """A kind word, or names."""
        if isinstance(c[0], m.KindWord):
            return c[0]
        return m.KindWord("".join(map(str, c[0])), span=self.around(c[0]))

    def list_kind(self, c: list[Any]) -> m.KindWord:
        """`list of X`."""
        return evolve(self.kind(c), many=True)

    def choices(self, c: list[Any]) -> m.KindWord:
        """`Gas / Heat Pump`."""
        return m.KindWord("choice", tuple(map(str, c)), span=self.around(c))

    def record(self, c: list[Any]) -> m.Record:
        """A kind of thing."""
        return m.Record(str(c[0]), tuple(c[1:]), span=self.at(c[0]))

    # ------------------------------------------------------------ definitions

    def definition(self, c: list[Any]) -> m.Definition:
        """`X means ...`."""
        name, long, each, meaning = c
        return m.Definition(
            str(name), meaning.value, _text(long), each, meaning.of(m.Exception_), meaning.of(m.Priority),
            meaning.rounding(), span=self.at(name),
        )  # fmt: skip

    def condition(self, c: list[Any]) -> m.Condition:
        """`condition X: ...`."""
        name, long, benefit, meaning = c
        self.no_lines(meaning.of(m.Rounding))
        return m.Condition(
            str(name), meaning.value, _text(long), benefit, meaning.of(m.Exception_), meaning.of(m.Priority),
            span=self.at(name),
        )  # fmt: skip

    def plain_meaning(self, c: list[Any]) -> _Meaning:
        """An expression on the line of the term."""
        return _Meaning(c[0], tuple(line for line in c[1:] if line is not None), c[0].span)

    def limbs_meaning(self, c: list[Any]) -> _Meaning:
        """A labelled list."""
        limbs, qualified = self.limbs(c)
        return _Meaning(limbs, qualified, limbs.span)

    def limbs(self, c: list[Any]) -> tuple[e.Limbs, tuple[Any, ...]]:
        """A quantifier and its labelled limbs, apart from the lines that qualify the whole."""
        (quantifier, count, span), lines = c
        limbs = tuple(line for line in lines if isinstance(line, e.Limb))
        qualified = tuple(line for line in lines if not isinstance(line, e.Limb))
        whole = span if not limbs else type(span)(span.source, span.start, limbs[-1].span.end)
        return e.Limbs(quantifier, limbs, count, span=whole), qualified

    def quantifier(self, c: list[Any]) -> tuple[str, int, Any]:
        """`all`, `any`, `none`, `exactly one`."""
        return words(c[0]), 0, self.around(c[0])

    def at_least_n(self, c: list[Any]) -> tuple[str, int, Any]:
        """`at least 2`."""
        return "at least", int(self.value_of(c[0], literals.whole_number)), self.at(c[0])

    def limb_block(self, c: list[Any]) -> list[Any]:
        """The lines of a labelled list."""
        return c

    def limb(self, c: list[Any]) -> e.Limb:
        """`(a) ...`."""
        return e.Limb(str(c[0]), c[1], span=self.between(c[0], c[1]))

    def limb_list(self, c: list[Any]) -> e.Limb:
        """`(a) any of ...`."""
        limbs, qualified = self.limbs(c[1:])
        self.no_lines(qualified)
        return e.Limb(str(c[0]), limbs, span=self.between(c[0], limbs))

    def no_lines(self, qualified: tuple[Any, ...]) -> None:
        """Report lines that qualify where nothing can be qualified."""
        for line in qualified:
            self.report(
                "S221", "this line qualifies nothing here", line.span,
                "exceptions and ranks stand below a whole definition or condition, roundings below a definition",
            )  # fmt: skip

    def cases_meaning(self, c: list[Any]) -> _Meaning:
        """Cases, one a line; a single value on a line of its own is just that value."""
        cases = tuple(line for line in c if isinstance(line, e.Case))
        qualified = tuple(line for line in c if not isinstance(line, e.Case))
        if len(cases) == 1 and cases[0].condition is None:
            return _Meaning(cases[0].value, qualified, cases[0].span)
        for case in cases[:-1]:
            if case.condition is None:
                message = "a case without `when` stands before another case, which can never apply"
                self.report("S222", message, case.span, "put `otherwise` last")
        whole = e.Cases(cases, span=self.between(cases[0], cases[-1]))
        return _Meaning(whole, qualified, whole.span)

    def case(self, c: list[Any]) -> e.Case:
        """`V when C`."""
        return e.Case(c[0], c[1], span=self.between(c[0], c[1]))

    def otherwise(self, c: list[Any]) -> e.Case:
        """`otherwise V`."""
        return e.Case(c[0], None, span=c[0].span)

    indented_value = otherwise

    def lookup_meaning(self, c: list[Any]) -> _Meaning:
        """`X means by Y` and rows."""
        slices, by, rows = c
        whole = e.Lookup(by, rows, slices is not None, span=by.span)
        return _Meaning(whole, (), by.span)

    def exception(self, c: list[Any]) -> m.Exception_:
        """`except Label when C: V`."""
        label, condition, value, *lines = c
        kept = tuple(line for line in lines if isinstance(line, m.Exception_))
        self.no_lines(tuple(line for line in lines if line is not None and not isinstance(line, m.Exception_)))
        return m.Exception_(
            condition, value, str(label or ""), kept, span=self.since("except", condition, value or condition)
        )

    def rounding(self, c: list[Any]) -> m.Rounding:
        """`rounded half up to cents`."""
        return c[0]  # type: ignore[no-any-return]

    def subject_to(self, c: list[Any]) -> m.Priority:
        """`subject to section 4`."""
        return m.Priority("subject to", c[0], span=c[0].span)

    def notwithstanding(self, c: list[Any]) -> m.Priority:
        """`notwithstanding section 4`."""
        return m.Priority("notwithstanding", c[0], span=c[0].span)

    def notwithstanding_all(self, c: list[Any]) -> m.Priority:  # noqa: ARG002
        """`notwithstanding everything`."""
        return m.Priority("notwithstanding", None)

    def table(self, c: list[Any]) -> m.Table:
        """`table X by Y gives A, B`."""
        name, slices, by, *columns, rows = c
        return m.Table(tuple(map(str, columns)), str(name), by, rows, slices is not None, span=self.at(name))

    def row_block(self, c: list[Any]) -> tuple[e.Row, ...]:
        """The rows of a table."""
        return tuple(c)

    def row(self, c: list[Any]) -> e.Row:
        """`above X: A, B`."""
        bound, key = c[0]
        return e.Row(bound, key, tuple(c[1:]), span=self.between(key or c[1], c[-1]))

    def above(self, c: list[Any]) -> tuple[str, Any]:
        """`above X`."""
        return "above", c[0]

    def from_key(self, c: list[Any]) -> tuple[str, Any]:
        """`from X`."""
        return "from", c[0]

    def up_to(self, c: list[Any]) -> tuple[str, Any]:
        """`up to X`."""
        return "up to", c[0]

    def below(self, c: list[Any]) -> tuple[str, Any]:
        """`below X`."""
        return "below", c[0]

    def otherwise_key(self, c: list[Any]) -> tuple[str, Any]:  # noqa: ARG002
        """`otherwise`."""
        return "otherwise", None

    def exact(self, c: list[Any]) -> tuple[str, Any]:
        """A key itself."""
        return "exact", c[0]

    # ------------------------------------------------------------ scopes

    def period_scope(self, c: list[Any]) -> m.Scope:
        """`each month from A until B`."""
        return m.Scope(words(c[0]), True, c[1], c[2], span=self.around(c[0]))  # noqa: FBT003

    def named_scope(self, c: list[Any]) -> m.Scope:
        """`each Inspection`."""
        return m.Scope(str(c[0]), span=self.at(c[0]))

    def counted_scope(self, c: list[Any]) -> m.Scope:
        """`each Step from 1 to 12`."""
        return m.Scope(str(c[0]), False, c[1], c[2], span=self.at(c[0]))  # noqa: FBT003
