"""Amendments carried out: operations on provisions, words and rules together, an instrument whole or not at all.

An amending instrument's operations stand beside its own sentences. Each names its target in the instrument that is
amended, may guard it with words or a value that must be found there, and changes words and rules at once. What is
deleted leaves a tombstone: numbers do not slide, and "the first sentence" never comes to mean the next one.

If one operation of an instrument cannot be carried out, none of them is: the text stays as it was before. All of its
failures are told, each with the operation, the instrument and the target.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from dealwright import model as m
from dealwright.amend.carrying import carried_out
from dealwright.amend.draft import Draft
from dealwright.amend.faults import faults, vocabulary
from dealwright.amend.orders import amended, is_in_text, operations, orders_of
from dealwright.amend.ranks import dated, in_rank, in_turn, lasting, of_one_rank
from dealwright.amend.record import Change, Consolidation, Waiver
from dealwright.amend.rivals import rivals
from dealwright.amend.substitution import newcomers, parties_after
from dealwright.diagnostic import Diagnostic
from dealwright.text import Gone, Origin, body_of

__all__ = [
    "Change", "Consolidation", "Waiver", "amended", "consolidate", "dated", "in_rank", "is_in_text", "lasting", "newcomers",
    "operations", "orders_of",
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
    settled = [one for one in dict.fromkeys(instruments) if is_in_text(one) and one.name not in faulty]
    bases.extend(one for one in settled if one not in bases)
    chosen = [known[name] for name in dict.fromkeys(in_force) if name not in faulty]
    draft = Draft(known=frozenset(known))
    for base in bases:
        draft.add(body_of(base))
    for one in settled:
        work = carried_out(draft, one)
        problems.extend(work.problems)
        draft = draft if work.problems else work.draft
    for together in of_one_rank([one for one in chosen if one not in bases], equal):
        draft, wrong = _put_in(draft, together)
        problems.extend(wrong)
    for identity in struck:
        _strike(draft, identity)
    text = draft.text()
    words, differing = vocabulary(text, instruments)
    waiting = tuple(body_of(one) for one in known.values() if one.name not in draft.bodies)
    text = evolve(text, vocabulary=words, waiting=waiting[::-1])
    return Consolidation(text, tuple(draft.changes), (*problems, *differing), tuple(draft.waivers))


def _put_in(draft: Draft, together: Sequence[m.Instrument]) -> tuple[Draft, list[Diagnostic]]:
    """The text with the instruments of one rank put in, those that go before others first; rivals are not."""
    clashes = rivals(draft, together) if len(together) > 1 else ()
    out = {name for first, second, _ in clashes for name in (first, second)}
    problems = [told for _, _, told in clashes]
    for instrument in in_turn([one for one in together if one.name not in out]):
        work = carried_out(draft, instrument)
        problems.extend(work.problems or work.remarks)
        if not work.problems:
            draft = work.draft
            draft.add(body_of(instrument))
    return draft, problems


def _strike(draft: Draft, identity: str) -> None:
    """Take out a provision that a court struck, if it still stands."""
    if identity not in draft.ways or draft.gone(identity):
        return
    origin = Origin("", "", "struck")
    node = draft.node(identity)
    draft.changes.append(Change("struck", origin, identity, draft.address(identity), "", (node,), ()))
    draft.put(evolve(node, gone=(Gone("struck", origin, identity),)))
