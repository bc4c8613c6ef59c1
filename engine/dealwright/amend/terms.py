"""Definitions, tables and their rows replaced, deleted and inserted, and terms given another value.

A definition is words and a rule. Where the words that define a term stand apart, from its quoted name on, they go with
the rule; where the definition is all that its provision holds, it is the provision.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import evolve

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend.orders import Order
from dealwright.amend.quotation import unquoted
from dealwright.amend.targets import Target
from dealwright.amend.work import WHOLE, Work
from dealwright.diagnostic import Place, echo
from dealwright.text import DECLARATIONS, Element, Gone, Node, Origin, Placed, Removed, defined_names
from dealwright.value import Money
from dealwright.write import expression as written

_NO_RULE = (m.Words, m.NoRule, m.Absent, m.Tombstone, m.Sic, *DECLARATIONS)


def replace_term(work: Work, order: Order, target: Target, items: tuple[m.Item | e.Row, ...]) -> None:
    """Put another definition in the place of one, or other rows in the place of one."""
    found = found_rule(work, order, target, "replaces")
    content = work.draft.content(target.identity)
    if target.row:
        rows = _rows(order, items)
        place = _row_at(order, found, target, "replaces")
        put_rule(work, order, target, found, (_with_rows(order, target, found, place, place + 1, rows),))
        return
    new = unquoted(items)
    words = tuple(item for item in new if isinstance(item, m.Words))
    rules = tuple(item for item in new if not isinstance(item, m.Words | e.Row))
    if len(words) + len(rules) < len(new):
        raise order.fails("A101", f"puts a row in the place of {echo(target.said)}", target.span,
                          help="name the row to be replaced: `replace row ... of table ...`")  # fmt: skip
    if not rules:
        raise order.fails("A110", f"changes the words of {echo(target.said)} and not its rule", target.span,
                          help="write the new definition below the new words")  # fmt: skip
    old = defining_words(content, found)
    if words and not old:
        said = f"gives {echo(target.said)} new words, and its old ones do not stand apart"
        raise order.fails("A107", said, target.span,
                          help="replace the whole provision that holds it")  # fmt: skip
    if old and not words:
        work.remarks.append(order.failure("A124", f"changes the rule of {echo(target.said)} and not its words",
                                          order.operation.span,
                                          help="write the new words above the new rule"))  # fmt: skip
    gone = old if words else ()
    changed: list[Element] = []
    for item in content:
        if any(item is one for one in gone):
            changed.extend(words if item is gone[0] else ())
        else:
            changed.extend(rules if item is found else (item,))
    work.draft.fill(target.identity, changed, amending(order))
    work.did(order, "replaced", target.identity, (found,), rules, term=target.term, part=own_term(work, target))


def left_in_place(words: str) -> tuple[Element, ...]:
    """The words that an operation leaves in the place of what it deletes, and that nothing follows from them."""
    return (m.Words((words,)), m.NoRule("what stood here is deleted")) if words else ()


def delete_term(work: Work, order: Order, target: Target, left: str = "") -> None:
    """Take out a definition, or a row."""
    found = found_rule(work, order, target, "deletes")
    if target.row:
        place = _row_at(order, found, target, "deletes")
        put_rule(work, order, target, found, (_with_rows(order, target, found, place, place + 1, ()),))
        return
    draft = work.draft
    content = draft.content(target.identity)
    others = [item for item in content if item is not found and not isinstance(item, _NO_RULE)]
    gone = Gone("deleted", order.origin, target.identity, left)
    if not others and target.identity not in draft.bodies:
        node = draft.node(target.identity)
        work.did(order, "deleted", target.identity, (node,), (), term=target.term)
        draft.put(evolve(node, gone=(gone,)))
        return
    node_or_top = None if target.identity in draft.bodies else draft.node(target.identity)
    draft.removed.append(Removed(Placed(found, node_or_top, draft.bodies[draft.home(target.identity)]), gone))
    away = defining_words(content, found) if others else ()
    taken = (found, *away)
    first = away[0] if away else found
    draft.fill(
        target.identity,
        (
            part
            for item in content
            for part in (left_in_place(left) if item is first else () if any(item is one for one in taken) else (item,))
        ),
        amending(order),
    )
    work.did(order, "deleted", target.identity, (found,), (), term=target.term)


def insert_beside_term(work: Work, order: Order, target: Target, operation: m.Insert) -> None:
    """Put rows before or after a row, or into a table; or put rules and words beside a definition."""
    verb = f"inserts something {operation.place}"
    found = found_rule(work, order, target, verb)
    beside = operation.place in {"after", "before"}
    if target.row or not beside:
        rows = _rows(order, operation.items)
        if target.row and beside:
            place = _row_at(order, found, target, verb) + (operation.place == "after")
        else:
            place = _place_of(rows, _rows_of(found))
        put_rule(work, order, target, found, (_with_rows(order, target, found, place, place, rows),))
        return
    new = tuple(item for item in unquoted(operation.items) if not isinstance(item, e.Row))
    content = work.draft.content(target.identity)
    pair = (*new, found) if operation.place == "before" else (found, *new)
    changed = tuple(part for item in content for part in (pair if item is found else (item,)))
    if any(isinstance(item, m.Provision) for item in new) or len(new) < len(operation.items):
        raise order.fails("A107", f"{verb} {echo(target.said)} that has no place there", operation.span,
                          help="name the provision that it goes beside")  # fmt: skip
    work.draft.fill(target.identity, changed, amending(order))
    work.did(order, "inserted", target.identity, (), new, term=target.term, part=f"{operation.place} {target.term}")


def found_rule(work: Work, order: Order, target: Target, verb: str) -> m.Item:
    """The rule that defines a term now.

    Raises:
        Failure: There is none any more, or it stands in a reading with other rules.
    """
    here = [
        item
        for item in work.draft.content(target.identity)
        if not isinstance(item, Node) and target.term in defined_names(item)
    ]
    if not here:
        removed = [one for one in work.draft.removed if target.term in defined_names(one.placed.item)]
        also = tuple(Place(one.gone.origin.span, "deleted here") for one in removed)
        by = f"{echo(str(removed[-1].gone.origin))} deleted" if removed else "is not there any more"
        raise order.fails("A102", f"{verb} {echo(target.said)}, which {by}", target.span, also=also)
    found = here[0]
    if len(here) > 1 or (isinstance(found, m.Reading) and verb != "changes" and defined_names(found) != (target.term,)):
        also = tuple(Place(item.span, "here") for item in here)
        raise order.fails("A107", f"{verb} {echo(target.said)}, which stands among others", target.span,
                          also=also, help="replace the provision that holds it")  # fmt: skip
    return found


def put_rule(work: Work, order: Order, target: Target, old: m.Item, new: Sequence[m.Item]) -> None:
    """Put rules in the place of one."""
    content = work.draft.content(target.identity)
    changed = tuple(part for item in content for part in (new if item is old else (item,)))
    work.draft.fill(target.identity, changed, amending(order))
    work.did(order, "replaced", target.identity, (old,), tuple(new), term=target.term,
             part=f"row {target.row} of {target.term}" if target.row else own_term(work, target))  # fmt: skip


def own_term(work: Work, target: Target) -> str:
    """What an operation on a term touches: the whole provision, where that holds nothing else."""
    content = work.draft.content(target.identity)
    others = [item for item in content if target.term not in _defined(item) and not isinstance(item, _NO_RULE)]
    return f"term {target.term}" if others or target.identity in work.draft.bodies else WHOLE


def _defined(item: Element) -> tuple[str, ...]:
    """The terms that something defines."""
    return () if isinstance(item, Node) else defined_names(item)


def defining_words(content: tuple[Element, ...], rule: m.Item) -> tuple[m.Words, ...]:
    """The words that define a term and nothing else.

    They are those just before it that begin with its name in quotation marks, or all words of a provision that has no
    other rule.
    """
    words = tuple(item for item in content if isinstance(item, m.Words))
    if not any(item is not rule and not isinstance(item, _NO_RULE) for item in content):
        return words
    place = next(count for count, item in enumerate(content) if item is rule)
    before = content[place - 1] if place else rule
    if not isinstance(before, m.Words):
        return ()
    names = {*defined_names(rule), getattr(rule, "long", "")} - {""}
    opening = before.lines[0].lstrip()
    return (before,) if any(opening.startswith((f'"{name}"', f"\u201c{name}\u201d")) for name in names) else ()


# ---------------------------------------------------------------- rows


def _rows(order: Order, items: tuple[m.Item | e.Row, ...]) -> tuple[e.Row, ...]:
    """New rows.

    Raises:
        Failure: There is something else among them.
    """
    rows = tuple(item for item in items if isinstance(item, e.Row))
    others = [item for item in items if not isinstance(item, e.Row | m.Words)]
    if others or not rows:
        raise order.fails("A101", "puts into a table what is no row", order.operation.span)
    return rows


def amending(order: Order) -> Origin:
    """An operation as the origin of a provision of which it changed a part."""
    return evolve(order.origin, deed="amended")


def _place_of(new: Sequence[e.Row], rows: Sequence[e.Row]) -> int:
    """Where new rows belong: by their keys, where these rise or fall; else before the last resort."""
    end = len(rows) - any(row.key is None for row in rows[-1:])
    keys = [_figure(row) for row in rows[:end]]
    first = _figure(new[0])
    kinds = {type(key) for key in (*keys, first)}
    if len(kinds) != 1 or len(keys) < 2 or isinstance(first, str):  # noqa: PLR2004 - one row has no direction
        return end
    figures: list[Any] = keys
    rising = figures[0] < figures[1]
    return next((place for place, key in enumerate(figures) if (key > first if rising else key < first)), end)


def _figure(row: e.Row) -> Any:
    """What a row's key is compared by; words for what has no order."""
    value = row.key.value if isinstance(row.key, e.Literal) else ""
    return value.amount if isinstance(value, Money) else value if isinstance(value, date | Fraction) else ""


def _rows_of(found: m.Item) -> tuple[e.Row, ...]:
    """The rows of a table, or of a definition that is one; none of anything else."""
    if isinstance(found, m.Table):
        return found.rows
    if isinstance(found, m.Definition) and isinstance(found.meaning, e.Lookup):
        return found.meaning.rows
    return ()


def _row_at(order: Order, found: m.Item, target: Target, verb: str) -> int:
    """Which row has a key.

    Raises:
        Failure: None has, or several have.
    """
    rows = _rows_of(found)
    places = [place for place, row in enumerate(rows) if target.row in _keys(row)]
    if len(places) == 1:
        return places[0]
    if places:
        raise order.fails("A107", f"{verb} {echo(target.said)}, and there are {len(places)} of them", target.span,
                          also=tuple(Place(rows[place].span, "one of them") for place in places))  # fmt: skip
    raise order.fails("A101", f"{verb} {echo(target.said)}, which it never had", target.span,
                      also=(Place(found.span, "the table"),))  # fmt: skip


def _keys(row: e.Row) -> tuple[str, ...]:
    """How a row may be called."""
    return ("otherwise",) if row.key is None else (row.key.span.words, written(row.key))


def _with_rows(order: Order, target: Target, found: m.Item, start: int, end: int, rows: tuple[e.Row, ...]) -> m.Item:
    """A table, or a definition that is one, with other rows from one place to another.

    Raises:
        Failure: It has no rows.
    """
    if isinstance(found, m.Table):
        return evolve(found, rows=(*found.rows[:start], *rows, *found.rows[end:]))
    if isinstance(found, m.Definition) and isinstance(found.meaning, e.Lookup):
        old = found.meaning.rows
        return evolve(found, meaning=evolve(found.meaning, rows=(*old[:start], *rows, *old[end:])))
    raise order.fails("A101", f"changes {echo(target.said)}, but {echo(target.term)} has no rows", target.span)
