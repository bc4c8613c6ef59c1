"""Amendments carried out: operations on provisions, words and rules together, an instrument whole or not at all.

An amending instrument's operations stand beside its own sentences. Each names its target in the instrument that is
amended, may guard it with words or a value that must be found there, and changes words and rules at once. What is
deleted leaves a tombstone: numbers do not slide, and "the first sentence" never comes to mean the next one.

If one operation of an instrument cannot be carried out, none of them is: the text stays as it was before. All of its
failures are told, each with the operation, the instrument and the target.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, assert_never

from attrs import evolve

from dealwright import model as m
from dealwright.amend.draft import Draft
from dealwright.amend.faults import faults, vocabulary
from dealwright.amend.inserting import insert
from dealwright.amend.occupied import occupied
from dealwright.amend.orders import Elsewhere, Failure, Order, amended, named, operations, orders_of
from dealwright.amend.provisions import delete, replace
from dealwright.amend.record import Change, Consolidation, Waiver
from dealwright.amend.renumbering import renumber
from dealwright.amend.rivals import dated, day_of, in_rank, lasting, rivals
from dealwright.amend.substitution import join, newcomers, parties_after, substitute
from dealwright.amend.suspect import left_behind, seams
from dealwright.amend.values import change_value
from dealwright.amend.wording import change_words
from dealwright.amend.work import Work
from dealwright.diagnostic import Diagnostic, echo
from dealwright.text import Gone, Origin, body_of

__all__ = [
    "Change", "Consolidation", "Waiver", "amended", "consolidate", "dated", "in_rank", "lasting", "newcomers", "operations",
    "parties_after",
]  # fmt: skip

_BASES: Final = frozenset({"agreement", "rules"})


def consolidate(
    instruments: Sequence[m.Instrument],
    in_force: Sequence[str],
    struck: Sequence[str] = (),
    equal: Sequence[Sequence[str]] = (),
) -> Consolidation:
    """Put amendments into the text.

    Args:
        instruments: Every instrument at hand. Agreements and rules are in force by themselves.
        in_force: The names of the amending instruments in force, in the order in which they took effect.
        struck: The identities of the provisions that a court struck, in order.
        equal: Which of those in force have one rank, in groups; those that bear one day have in any case.

    Returns:
        The text, what changed in it, and what could not be done.
    """
    known = {instrument.name: instrument for instrument in reversed(instruments)}
    found = tuple(faults(instruments, in_force))
    problems = [fault for _, fault in found]
    faulty = {name for name, _ in found if name}
    bases = [one for one in known.values() if one.word in _BASES and not amended(one)][::-1]
    chosen = [known[name] for name in dict.fromkeys(in_force) if name not in faulty]
    draft = Draft(known=frozenset(known))
    for base in bases:
        draft.add(body_of(base))
    for together in _of_one_rank([one for one in chosen if one not in bases], equal):
        draft, wrong = _put_in(draft, together)
        problems.extend(wrong)
    for identity in struck:
        _strike(draft, identity)
    text = draft.text()
    words, differing = vocabulary(text, instruments)
    waiting = tuple(body_of(one) for one in known.values() if one.name not in draft.bodies)
    text = evolve(text, vocabulary=words, waiting=waiting[::-1])
    return Consolidation(text, tuple(draft.changes), (*problems, *differing), tuple(draft.waivers))


def _of_one_rank(chosen: Sequence[m.Instrument], equal: Sequence[Sequence[str]]) -> list[list[m.Instrument]]:
    """Instruments in their order, those in a row of which neither goes before the other put together."""
    groups: list[list[m.Instrument]] = []
    for instrument in chosen:
        first = groups[-1][0] if groups else instrument
        one_day = bool(day_of(instrument)) and day_of(first) == day_of(instrument)
        if groups and (one_day or any({first.name, instrument.name} <= set(names) for names in equal)):
            groups[-1].append(instrument)
        else:
            groups.append([instrument])
    return groups


def _put_in(draft: Draft, together: Sequence[m.Instrument]) -> tuple[Draft, list[Diagnostic]]:
    """The text with the instruments of one day put in, those that prevail last; rivals are not."""
    clashes = []
    if len(together) > 1:
        touched = {one.name: _carried_out(draft, one).touched for one in together}
        clashes = list(rivals(together, touched))
    out = {name for first, second, _ in clashes for name in (first, second)}
    problems = [told for _, _, told in clashes]
    for instrument in _ordered(together):
        if instrument.name not in out:
            work = _carried_out(draft, instrument)
            problems.extend(work.problems or work.remarks)
            if not work.problems:
                draft = work.draft
                draft.add(body_of(instrument))
    return draft, problems


def _ordered(together: Sequence[m.Instrument]) -> list[m.Instrument]:
    """Instruments in the order in which they are put in: the one that prevails over another is put in after it."""
    ordered: list[m.Instrument] = []
    for instrument in together:
        place = next(
            (place for place, other in enumerate(ordered) if instrument.name in named(other, "prevails over")),
            len(ordered),
        )
        ordered.insert(place, instrument)
    return ordered


def _carried_out(draft: Draft, instrument: m.Instrument) -> Work:
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


def _strike(draft: Draft, identity: str) -> None:
    """Take out a provision that a court struck, if it still stands."""
    if identity not in draft.ways or draft.gone(identity):
        return
    origin = Origin("", "", "struck")
    node = draft.node(identity)
    draft.changes.append(Change("struck", origin, identity, draft.address(identity), "", (node,), ()))
    draft.put(evolve(node, gone=(Gone("struck", origin, identity),)))
