"""Expressions as text, with no more parentheses than it takes to be read back as the same.

Every form has a rank, the loosest first: what stands in a tighter place than its own rank goes between parentheses. A
form that ends in `where ...` is the loosest of all, since it runs to the end of its line. Long rows are broken
between parentheses, where lines may break freely.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final, assert_never

from dealwright import expression as e
from dealwright.write.addresses import address
from dealwright.write.lines import INDENT, WIDTH
from dealwright.write.literals import argument_number, literal, quoted


class Rank(IntEnum):
    """How tightly a form holds together."""

    OPEN = 0
    OR = 1
    AND = 2
    NOT = 3
    PREDICATE = 4
    TEMPORAL = 5
    ROUNDED = 6
    SHIFTED = 7
    SUM = 8
    PRODUCT = 9
    POWER = 10
    UNARY = 11
    PRIMARY = 12
    ATOM = 13


_OPERATORS: Final = {"+": Rank.SUM, "-": Rank.SUM, "*": Rank.PRODUCT, "/": Rank.PRODUCT, "^": Rank.POWER}
_SHORT_LIMITS: Final = ("by", "on", "within", "since", "during")
_NUMERIC: Final = ("money", "percent", "number", "quantity", "duration")

Form = tuple[str, Rank]


def expression(node: e.Expression, rank: Rank = Rank.OPEN) -> str:
    """The text of an expression that stands in a place of some rank."""
    text, own = _form(node)
    return text if own >= rank else f"({text})"


def selection(node: e.Selection) -> str:
    """`Inspection where Passed`, `Units other than this`, `Turnover for 2031`."""
    other = " other than this" if node.other_than_this else ""
    which = "" if node.argument is None else f" for {argument(node.argument)}"
    where = "" if node.where is None else f" where {expression(node.where)}"
    return f"{node.name}{which}{other}{where}"


def reference(node: e.Ref) -> str:
    """A name with what narrows it."""
    labels = f" {''.join(node.labels)}" if node.labels else ""
    at = "" if node.at is None else f" of {address(node.at)}"
    which = "" if node.argument is None else f" for {argument(node.argument)}"
    return f"{node.name}{labels}{at}{which}"


def argument(node: e.Expression) -> str:
    """What stands after `for`."""
    match node:
        case e.AttributeOf(name=label, whose=e.Ref(name=record)):
            return f"{record} {quoted(label)}"
        case e.Literal(kind="number", value=value) if not isinstance(value, str):
            return argument_number(value)  # type: ignore[arg-type]
        case _:
            return expression(node)


def limit(node: e.Limit) -> str:
    """`by 2031-05-01`, `during the suspension of Rent`."""
    if node.word == "during":
        return f"during the suspension of {expression(node.of)}"
    return f"{node.word} {expression(node.of, Rank.TEMPORAL)}"


def _form(node: e.Expression) -> Form:
    """The text of an expression and its rank."""
    match node:
        case e.Literal():
            return literal(node), Rank.ATOM
        case e.Question(text=words):
            return quoted(words), Rank.ATOM
        case e.Ref():
            return reference(node), Rank.ATOM
        case e.Cited(word=word, address=cited):
            return f"the {word} of {address(cited)}", Rank.ATOM
        case e.Address():
            return address(node), Rank.ATOM
        case e.This():
            return "this", Rank.ATOM
        case e.TheOne(name=name):
            return f"the {name}", Rank.ATOM
        case e.Current(unit=unit, relative=relative):
            return f"the {relative} {unit}" if relative else f"the {unit}", Rank.ATOM
        case e.Today():
            return "today", Rank.ATOM
        case e.ThisAgreement():
            return "this agreement", Rank.ATOM
        case e.Not() | e.And() | e.Or() | e.Limbs() | e.Compare() | e.OneOf() | e.Occurs() | e.StatusIs():
            return _truth(node)
        case e.Selection() | e.Exists() | e.Every() | e.Pick() | e.Aggregate() | e.Count() | e.AttributeOf():
            return _chosen(node)
        case e.Arithmetic() | e.Negative() | e.Rounded() | e.Extreme() | e.If() | e.Cases() | e.Lookup() | e.ListOf():
            return _amount(node)
        case e.AmountOf() | e.ReceivedBy() | e.Total() | e.InstantOf() | e.Termination() | e.DueDate():
            return _record(node)
        case (
            e.Rolled() | e.Shift() | e.PartOf() | e.DayIn() | e.Distance() | e.DayCount() | e.TotalWithin()
            | e.FromTo() | e.SpanOf()
        ):  # fmt: skip
            return _day(node)
        case _:
            assert_never(node)


def _truth(
    node: e.Not | e.And | e.Or | e.Limbs | e.Compare | e.OneOf | e.Occurs | e.StatusIs,
) -> Form:
    match node:
        case e.Or(items=items):
            # `and` binds closer, but not every reader of a contract knows: it goes between parentheses.
            return _row([expression(item, Rank.NOT) for item in items], " ", "or ", Rank.OR)
        case e.And(items=items):
            return _row([expression(item, Rank.NOT) for item in items], " ", "and ", Rank.AND)
        case e.Not(of=e.Occurs() as inner):
            return _occurs(inner, "has not occurred")
        case e.Not(of=e.StatusIs() as inner):
            return _status(inner, "is not"), Rank.PREDICATE
        case e.Not(of=e.OneOf() as inner):
            return _one_of(inner, "is not one of")
        case e.Not(of=inner):
            return f"not {expression(inner, Rank.NOT)}", Rank.NOT
        case e.Compare(operator, left, right):
            return _compare(operator, left, right), Rank.PREDICATE
        case e.OneOf():
            return _one_of(node, "is one of")
        case e.Occurs(what=what, limit=e.Limit(word=word) as until, where=None) if word in _SHORT_LIMITS:
            return f"{expression(what, Rank.TEMPORAL)} {limit(until)}", Rank.PREDICATE
        case e.Occurs():
            return _occurs(node, "has occurred")
        case e.StatusIs():
            return _status(node, "is"), Rank.PREDICATE
        case e.Limbs():
            message = "a list of limbs stands on lines of its own"
            raise ValueError(message)
        case _:
            assert_never(node)


def _occurs(node: e.Occurs, said: str) -> Form:
    until = "" if node.limit is None else f" {limit(node.limit)}"
    start = f"{expression(node.what, Rank.TEMPORAL)} {said}{until}"
    match node.where:
        case None:
            return start, Rank.PREDICATE
        case e.Ref():
            return f"{start} with {expression(node.where)}", Rank.PREDICATE
        case _ if node.limit is None:
            return f"{start} where {expression(node.where)}", Rank.OPEN
        case _:
            return f"{start} with {expression(node.where, Rank.PRIMARY)}", Rank.PREDICATE


def _status(node: e.StatusIs, said: str) -> str:
    until = "" if node.limit is None else f" {limit(node.limit)}"
    return f"{expression(node.what, Rank.TEMPORAL)} {said} {node.status}{until}"


def _one_of(node: e.OneOf, said: str) -> Form:
    """Commas read loosely: inside a larger truth the row goes between parentheses."""
    first, *others = (expression(item, Rank.TEMPORAL) for item in node.items)
    return _row([f"{expression(node.of, Rank.TEMPORAL)} {said} {first}", *others], ", ", "", Rank.OPEN)


def _compare(operator: str, left: e.Expression, right: e.Expression) -> str:
    amounts = isinstance(right, e.Arithmetic) or (isinstance(right, e.Literal) and right.kind in _NUMERIC)
    said = operator
    if operator.isalpha() or " " in operator:
        said = f"is {operator}"
    elif operator in {"=", "!="} and not amounts:
        said = "is" if operator == "=" else "is not"
    return f"{expression(left, Rank.TEMPORAL)} {said} {expression(right, Rank.TEMPORAL)}"


def _chosen(
    node: e.Selection | e.Exists | e.Every | e.Pick | e.Aggregate | e.Count | e.AttributeOf,
) -> Form:
    match node:
        case e.Selection():
            return selection(node), Rank.OPEN
        case e.Exists(word=word, selection=chosen):
            return f"{word} {selection(chosen)}", _narrowed(chosen, Rank.PREDICATE)
        case e.Every(selection=chosen, satisfies=truth):
            where = "" if chosen.where is None else f" where {expression(chosen.where, Rank.OR)}"
            other = " other than this" if chosen.other_than_this else ""
            return f"every {chosen.name}{other}{where} satisfies {expression(truth)}", Rank.OPEN
        case e.Pick(word=word, selection=chosen):
            return f"{word} {selection(chosen)}", _narrowed(chosen, Rank.PRIMARY)
        case e.Count(selection=chosen):
            return f"number of {selection(chosen)}", _narrowed(chosen, Rank.PRIMARY)
        case e.Aggregate(word=word, value=value, over=e.Selection() as chosen):
            text = f"{word} of {expression(value, Rank.SUM)} over {selection(chosen)}"
            return text, _narrowed(chosen, Rank.PRIMARY)
        case e.Aggregate(word=word, value=value, over=over):
            return f"{word} of {expression(value, Rank.SUM)} over {expression(over)}", Rank.PRIMARY
        case e.AttributeOf(whose=e.Ref()):
            return argument(node), Rank.ATOM
        case e.AttributeOf(name=name, whose=e.Pick() as pick):
            return f"{name} of {expression(pick)}", _narrowed(pick.selection, Rank.PRIMARY)
        case e.AttributeOf(name=name, whose=whose):
            return f"{name} of {expression(whose, Rank.ATOM)}", Rank.ATOM
        case _:
            assert_never(node)


def _narrowed(chosen: e.Selection, otherwise: Rank) -> Rank:
    return otherwise if chosen.where is None else Rank.OPEN


def _amount(
    node: e.Arithmetic | e.Negative | e.Rounded | e.Extreme | e.If | e.Cases | e.Lookup | e.ListOf,
) -> Form:
    match node:
        case e.Arithmetic(operator="*", left=e.Literal(kind="percent") as share, right=right):
            return f"{literal(share)} of {expression(right, Rank.UNARY)}", Rank.UNARY
        case e.Arithmetic(operator="^", left=left, right=right):
            return f"{expression(left, Rank.UNARY)} ^ {expression(right, Rank.UNARY)}", Rank.POWER
        case e.Arithmetic():
            return _calculation(node)
        case e.Negative(of=of):
            return f"-{expression(of, Rank.UNARY)}", Rank.UNARY
        case e.Rounded(of=of, mode=mode, to=to, step=step):
            return f"{expression(of, Rank.ROUNDED)} {rounding(mode, to, step)}", Rank.ROUNDED
        case e.Extreme(word=word, items=items):
            first, *most, last = (expression(item, Rank.SHIFTED) for item in items)
            return _row([f"the {word} of {first}", *most], ", ", "", Rank.TEMPORAL, f"and {last}")
        case e.If(condition, then, otherwise):
            first = f"if {expression(condition, Rank.OR)} then {expression(then, Rank.OR)}"
            return f"{first} else {expression(otherwise)}", Rank.OPEN
        case e.ListOf(items=items):
            text, rank = _row([expression(item, Rank.TEMPORAL) for item in items], ", ", "", Rank.OPEN)
            return text if rank is Rank.ATOM else f"({text})", Rank.ATOM
        case e.Cases() | e.Lookup():
            message = "cases and tables stand on lines of their own"
            raise ValueError(message)
        case _:
            assert_never(node)


def _calculation(node: e.Arithmetic) -> Form:
    """A chain of terms or of factors, followed to its left end without going deeper."""
    own = _OPERATORS[node.operator]
    parts: list[str] = []
    rest: e.Expression = node
    while isinstance(rest, e.Arithmetic) and _OPERATORS[rest.operator] is own and not _is_share(rest):
        parts.append(f"{rest.operator} {expression(rest.right, Rank(own + 1))}")
        rest = rest.left
    parts.append(expression(rest, own))
    return _row(parts[::-1], " ", "", own)


def _is_share(node: e.Arithmetic) -> bool:
    return node.operator == "*" and isinstance(node.left, e.Literal) and node.left.kind == "percent"


def rounding(mode: str, to: str, step: e.Expression | None) -> str:
    """`rounded half up to cents`."""
    match to, step:
        case "places", e.Literal():
            return f"rounded {mode} to {literal(step)} places"
        case _, e.Literal():
            return f"rounded {mode} to {literal(step)}"
        case _:
            return f"rounded {mode} to {to}"


def _record(
    node: e.AmountOf | e.ReceivedBy | e.Total | e.InstantOf | e.Termination | e.DueDate,
) -> Form:
    match node:
        case e.AmountOf(word=word, of=of, through=through):
            return f"{expression(of)} {word}{_through(through)}", Rank.PRIMARY
        case e.ReceivedBy(of=of, party=party, through=through):
            return f"{expression(of)} received by {party}{_through(through)}", Rank.PRIMARY
        case e.Total(word=word, party=party):
            return f"total {word} by {party}", Rank.PRIMARY
        case e.InstantOf(word=word, of=of):
            return f"{word} of {expression(of)}", Rank.PRIMARY
        case e.Termination(under=e.Address() as under):
            return f"termination under {address(under)}", Rank.PRIMARY
        case e.Termination():
            return "termination", Rank.PRIMARY
        case e.DueDate(of=of):
            return f"due date of {expression(of)}", Rank.PRIMARY
        case _:
            assert_never(node)


def _through(day: e.Expression | None) -> str:
    return "" if day is None else f" through {expression(day, Rank.PRIMARY)}"


def _day(
    node: e.Rolled | e.Shift | e.PartOf | e.DayIn | e.Distance | e.DayCount | e.TotalWithin | e.FromTo | e.SpanOf,
) -> Form:
    match node:
        case e.Rolled(of=of, way=way):
            return f"{expression(of, Rank.ROUNDED)} rolled {way}", Rank.ROUNDED
        case e.Shift(by=by, way=way, anchor=anchor):
            place = Rank.TEMPORAL if isinstance(anchor, e.Extreme) else Rank.SHIFTED
            return f"{expression(by, Rank.PRODUCT)} {way} {expression(anchor, place)}", Rank.SHIFTED
        case e.PartOf(word=word, of=of):
            return f"{word} of {expression(of, Rank.PRIMARY)}", Rank.PRIMARY
        case e.DayIn(word="day", number=number, of=of):
            return f"day {number} of {expression(of, Rank.PRIMARY)}", Rank.PRIMARY
        case e.DayIn(word=word, of=of):
            return f"{word} of {expression(of, Rank.PRIMARY)}", Rank.PRIMARY
        case e.Distance(unit=unit, start=start, end=end):
            return f"{unit} {_between(start, end)}", Rank.PRIMARY
        case e.DayCount(convention=convention, start=start, end=end):
            return f"{convention} {_between(start, end)}", Rank.PRIMARY
        case e.TotalWithin(unit=unit, of=of, within=within):
            return f"total {unit} of {expression(of)} within {expression(within, Rank.PRIMARY)}", Rank.PRIMARY
        case e.FromTo(start=start, end=end):
            return _between(start, end), Rank.PRIMARY
        case e.SpanOf(length=length, way=way, anchor=anchor):
            return f"the {expression(length)} {way} on {expression(anchor, Rank.PRIMARY)}", Rank.PRIMARY
        case _:
            assert_never(node)


def _between(start: e.Expression, end: e.Expression) -> str:
    return f"from {_end(start)} to {_end(end)}"


def _end(node: e.Expression) -> str:
    """A day at one end of a run; what itself runs from one to another goes between parentheses."""
    runs = isinstance(node, e.FromTo | e.Distance | e.DayCount)
    return expression(node, Rank.ATOM if runs else Rank.PRIMARY)


def _row(items: list[str], between: str, word: str, rank: Rank, end: str = "") -> Form:
    """Several parts in a row; a long row stands between parentheses, one part a line."""
    line = f"{between}{word}".join(items) + (f" {end}" if end else "")
    if len(line) <= WIDTH and "\n" not in line:
        return line, rank
    broken = f"{between.rstrip()}\n{word}".join(items) + (f"\n{end}" if end else "")
    return "(\n" + "\n".join(INDENT + part for part in broken.split("\n")) + "\n)", Rank.ATOM
