"""A term given another value, guarded by the old one, and the words that stated the old one with it."""

from __future__ import annotations

from attrs import evolve

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend.mirrors import respelled
from dealwright.amend.orders import Order
from dealwright.amend.targets import Target
from dealwright.amend.terms import amending, defining_words, found_rule, own_term
from dealwright.amend.work import Work
from dealwright.diagnostic import Place, echo
from dealwright.text import Element, Node
from dealwright.write import expression as written


def change_value(work: Work, order: Order, operation: m.ChangeValue) -> None:
    """Carry out `change X from A to B`."""
    term = operation.term
    if term.labels or term.argument is not None:
        raise order.fails("S209", f"changes one value of {echo(term.name)} only, which is not supported yet", term.span)
    address = e.Address(term=term.name, span=term.span)
    ((target,),) = work.targets(order, (address,), "changes")
    found = found_rule(work, order, target, "changes")
    if isinstance(found, m.Reading):
        changed: m.Item = _in_reading(order, found, operation)
    elif isinstance(found, m.Definition):
        changed = _revalued(order, found, operation)
    else:
        raise order.fails("A101", f"changes {echo(term.name)}, which has no single value", term.span)
    _put(work, order, target, found, changed, operation)


def _words(content: tuple[Element, ...], rule: m.Item, value: e.Expression) -> tuple[m.Words, ...]:
    """The words that may state the value of a rule: those that define its term, or all if no other rule states it."""
    own = defining_words(content, rule)
    others = (item for item in content if item is not rule and not isinstance(item, Node | m.Words))
    if own or any(part == value for item in others for part in e.walk(item)):
        return own
    return tuple(item for item in content if isinstance(item, m.Words))


def _put(work: Work, order: Order, target: Target, old: m.Item, new: m.Item, operation: m.ChangeValue) -> None:
    """Put a rule in the place of one, and the new value into the words beside it."""
    content: list[Element] = []
    spoken = changed = 0
    former = work.draft.content(target.identity)
    own = () if operation.no_words else _words(former, old, operation.old)
    for item in former:
        spoken += isinstance(item, m.Words) and not operation.no_words
        if any(item is one for one in own) and isinstance(item, m.Words):
            text, count = respelled("\n".join(item.lines), operation.old, operation.new)
            changed += count
            content.append(evolve(item, lines=tuple(text.split("\n"))) if count else item)
        else:
            content.append(new if item is old else item)
    if spoken and not changed:
        work.remarks.append(
            order.failure(
                "A124",
                f"changes {echo(target.term)} to {echo(written(operation.new))}, and the words beside it do not say "
                f"{echo(written(operation.old))}",
                operation.span,
                help="change the words too, or add a line `no words depend on it`",
            )
        )
    work.draft.fill(target.identity, content, amending(order))
    work.did(order, "value changed", target.identity, (old,), (new,), term=target.term, part=own_term(work, target))


def _revalued(order: Order, found: m.Definition, operation: m.ChangeValue) -> m.Definition:
    """A definition with its new meaning.

    Raises:
        Failure: It has not the old one.
    """
    if found.meaning != operation.old:
        raise order.fails(
            "A103",
            f"changes {echo(found.name)} from {echo(written(operation.old))}, but it is {echo(written(found.meaning))}",
            operation.span,
            also=(Place(found.span, "what it is"),),
        )
    return evolve(found, meaning=operation.new)


def _in_reading(order: Order, reading: m.Reading, operation: m.ChangeValue) -> m.Reading:
    """A reading with a value changed in the one alternative that gives it.

    Raises:
        Failure: Several do.
    """
    name = operation.term.name
    places = [
        (one, item)
        for one in reading.alternatives
        for item in one.items
        if isinstance(item, m.Definition) and item.name == name
    ]
    if len(places) != 1:
        said = f"changes {echo(name)}, which depends on the reading {echo(reading.name)}"
        raise order.fails("A107", said, operation.span,
                          also=(Place(reading.span, "the reading"),))  # fmt: skip
    ((alternative, definition),) = places
    items = tuple(_revalued(order, definition, operation) if item is definition else item for item in alternative.items)
    return evolve(
        reading,
        alternatives=tuple(evolve(one, items=items) if one is alternative else one for one in reading.alternatives),
    )
