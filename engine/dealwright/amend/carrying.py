"""One instrument carried out on a draft, operation by operation: all of them, or none.

What is renumbered comes first: who writes "a new clause (f), the existing clause (f) becoming clause (g)" makes room
before anything is put there.
"""

from __future__ import annotations

from typing import assert_never

from dealwright import model as m
from dealwright.amend.draft import Draft
from dealwright.amend.inserting import insert
from dealwright.amend.occupied import occupied
from dealwright.amend.orders import Elsewhere, Failure, Order, orders_of
from dealwright.amend.provisions import delete, replace
from dealwright.amend.record import Waiver
from dealwright.amend.renumbering import renumber
from dealwright.amend.substitution import join, substitute
from dealwright.amend.suspect import left_behind, seams
from dealwright.amend.values import change_value
from dealwright.amend.wording import change_words
from dealwright.amend.work import Work
from dealwright.diagnostic import echo


def carried_out(draft: Draft, instrument: m.Instrument) -> Work:
    """A copy of a text with the operations of an instrument carried out."""
    work = Work(draft.copy(), draft.text(), len(draft.changes))
    orders = orders_of(instrument, draft.known)
    first = [order for order in orders if isinstance(order.operation, m.Renumber) and _is_known(work, order)]
    for order in (*first, *(order for order in orders if order not in first)):
        try:
            _carry_out(work, order)
        except Failure as failure:
            work.problems.append(failure.diagnostic)
        except Elsewhere:
            continue
    if not work.problems:
        work.problems.extend(occupied(work))
        work.remarks.extend((*left_behind(work, orders), *seams(work)))
    return work


def _is_known(work: Work, order: Order) -> bool:
    """Whether all that an operation renumbers was there before its instrument."""
    assert isinstance(order.operation, m.Renumber)  # noqa: S101 - only these are asked about
    try:
        work.targets(order, order.operation.targets, "renumbers")
    except (Failure, Elsewhere):
        return False
    return True


def _carry_out(work: Work, order: Order) -> None:
    """Carry out one operation.

    Raises:
        Failure: It cannot be done.
    """
    match order.operation:
        case m.Replace():
            replace(work, order, order.operation)
        case m.Delete():
            delete(work, order, order.operation)
        case m.Insert():
            insert(work, order, order.operation)
        case m.WordChange():
            change_words(work, order, order.operation)
        case m.Renumber():
            renumber(work, order, order.operation)
        case m.ChangeValue():
            change_value(work, order, order.operation)
        case m.Substitute():
            substitute(work, order, order.operation)
        case m.Join():
            join(work, order, order.operation)
        case m.Reaffirm(targets=aims):
            work.targets(order, aims, "reaffirms")
        case m.WaiveFor(targets=aims):
            targets = [target for group in work.targets(order, aims, "waives") for target in group]
            if (term := next((target for target in targets if target.term), None)) is not None:
                raise order.fails("A140", f"waives {echo(term.said)}, with which nobody complies", term.span,
                                  help="name the provision that holds what is waived")  # fmt: skip
            waived = tuple(target.identity for target in targets)
            work.draft.waivers.append(Waiver(order.operation, order.origin, waived))
        case _:
            assert_never(order.operation)
