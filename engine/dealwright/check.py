"""What a careful reader would remark on in a text that is otherwise in order.

Names, citations and kinds are judged while a text is bound. The rules here look at the bound text as a whole. Each is
a small function in the table below: it is given the text and its program, and yields what it finds. A new one is a
function, a line in the table, and its page in `dealwright.codes`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from dealwright import model as m
from dealwright.amend import is_in_text
from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.program import NormRule, Program, TermRule, core, parts_of
from dealwright.source import Span
from dealwright.text import OPERATIONS, Body, Node, Text

Rule = Callable[[Text, Program], Iterator[Diagnostic]]


def check(text: Text, program: Program) -> tuple[Diagnostic, ...]:
    """Everything that the rules find in a text and its program."""
    return tuple(found for rule in RULES for found in rule(text, program))


def business_days_without_a_calendar(text: Text, program: Program) -> Iterator[Diagnostic]:
    """Business days are counted and neither the text nor a reading says which days they are."""
    if program.calendar_assumed and program.counts_business_days:
        span = text.bodies[0].instrument.span
        yield problem("R201", f"business days are counted, and {echo(program.name)} names no calendar", span,
                      help="add a line such as `business days target`; weekdays are counted meanwhile")  # fmt: skip


def rules_that_ask_about_what_is_gone(text: Text, program: Program) -> Iterator[Diagnostic]:
    """A rule names a duty or another norm that is in the text no more: nothing can befall it any more."""
    del text
    carried_on = {key for norm in program.norms.values() for key in norm.continuing}
    rules: tuple[NormRule | TermRule, ...] = (*program.norms.values(), *program.terms.values())
    for rule in rules:
        for read in sorted(rule.reads):
            sort, _, key = read.partition(":")
            if sort == "norm" and key not in program.norms and key not in carried_on:
                name = key.rpartition(" / ")[2]
                yield problem("N104", f"{echo(rule.name)} asks about {echo(name)}, which is there no more",
                              rule.cite.span, trail=rule.cite.trail,
                              help="name what took its place; only what befell it before can be told")  # fmt: skip


def provisions_without_a_word_on_their_meaning(text: Text, program: Program) -> Iterator[Diagnostic]:
    """A provision has words, and nothing says what they mean or that they have no operative rule."""
    del program
    for body in text.bodies:
        if _has_rules(body) and not is_in_text(body.instrument):
            operating = frozenset(_operating(body.instrument.items))
            for node in body.content:
                if isinstance(node, Node):
                    yield from _silent(text, node, operating)


def _operating(items: tuple[object, ...]) -> Iterator[Span]:
    """Where the provisions stand whose words are carried out as operations."""
    for item in items:
        if isinstance(item, m.Provision):
            if any(isinstance(inner, OPERATIONS) for inner in item.items):
                yield item.span
            yield from _operating(item.items)


def _silent(text: Text, node: Node, operating: frozenset[Span]) -> Iterator[Diagnostic]:
    """The innermost silent provisions of one."""
    if node.gone or node.span in operating:
        return
    inner = [item for item in node.content if isinstance(item, Node)]
    own = [item for item in node.content if not isinstance(item, Node)]
    speaks = any(not isinstance(item, m.Words | m.Sic) for item in own)
    if own and not speaks and not inner:
        said = f"nothing says what {echo(text.address_of(node))} means"
        yield problem("R206", said, node.span, trail=text.trail(node),
                      help="write its rules, or `no operative rule` with the reason")  # fmt: skip
    for item in inner:
        yield from _silent(text, item, operating)


def _has_rules(body: Body) -> bool:
    """Whether anything in an instrument is more than words."""
    return any(
        not isinstance(item, (m.Words, m.Sic, Node)) or (isinstance(item, Node) and _speaks(item))
        for item in body.content
    )


def _speaks(node: Node) -> bool:
    """Whether anything in a provision is more than words."""
    return any(
        _speaks(item) if isinstance(item, Node) else not isinstance(item, m.Words | m.Sic) for item in node.content
    )


def provisions_with_one_number(text: Text, program: Program) -> Iterator[Diagnostic]:
    """Two provisions beside each other have the same unit and number."""
    del program
    for body in text.bodies:
        pending: list[tuple[object, ...]] = [body.content]
        while pending:
            nodes = [item for item in pending.pop() if isinstance(item, Node) and not item.gone]
            first: dict[tuple[str, str], Node] = {}
            for node in nodes:
                other = first.setdefault((node.unit, node.number), node)
                if other is not node and node.number:
                    yield problem("N110", f"there are two of {echo(node.name)}", node.span, trail=text.trail(node),
                                  also=(Place(other.span, "the other", text.trail(other)),))  # fmt: skip
                pending.append(node.content)


def provisions_emptied(text: Text, program: Program) -> Iterator[Diagnostic]:
    """All that stood in a provision is gone, and its heading is left; what hangs on it can never come."""
    for body in text.bodies:
        for node in body.content:
            if not isinstance(node, Node) or node.gone:
                continue
            inner = [item for item in node.content if isinstance(item, Node)]
            if (
                not inner
                or any(not item.gone for item in inner)
                or any(not isinstance(item, Node) for item in node.content)
            ):
                continue
            rules: list[TermRule | NormRule] = [*program.terms.values(), *program.norms.values()]
            hanging = [
                rule
                for rule in rules
                if any(
                    isinstance(part, core.TerminationInstant) and part.under == node.identity for part in parts_of(rule)
                )
            ]
            origin = inner[-1].gone[0].origin
            also = (
                *(Place(rule.cite.span, "this hangs on it", rule.cite.trail) for rule in hanging),
                *([Place(origin.span, "this emptied it", text.headings(origin))] if origin.instrument else ()),
            )
            yield problem(
                "R207",
                f"nothing is left of {echo(text.address_of(node))}",
                node.span,
                also=also,
                trail=text.trail(node),
            )


RULES: Final[tuple[Rule, ...]] = (
    business_days_without_a_calendar,
    rules_that_ask_about_what_is_gone,
    provisions_without_a_word_on_their_meaning,
    provisions_with_one_number,
    provisions_emptied,
)
