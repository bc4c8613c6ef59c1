"""What is well-formed and badly drafted: remarks of a careful reader on words and rules, and on what amendments leave.

Names, citations and kinds that cannot be are errors, told while a text is bound. The linter looks at a text that is in
order and tells what its authors may regret: a term that nothing defines, a payment without a day, a condition that can
fail with nobody able to leave. It looks at the agreement alone and again with each amendment, and tells what an
amendment leaves dangling and what it mends.

Each rule is a small function in one of the tables below. One takes a text and yields what it finds there; another
takes the text before and after an amendment. A new rule is a function, a line in a table, and its page in
`dealwright.codes`. What a drafter accepts is marked in place by `sic`, and is then listed apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from dealwright.diagnostic import Diagnostic, ordered
from dealwright.lint import (
    change,
    clauses,
    deadlock,
    definitions,
    documents,
    duties,
    meeting,
    moments,
    operating,
    parties,
    terms,
)
from dealwright.lint.accepted import Accepted, accepting, idle
from dealwright.lint.versions import Version, version
from dealwright.lint.words import Passage
from dealwright.program import Program
from dealwright.text import Text

__all__ = ["Accepted", "Findings", "Mended", "lint"]

Rule = Callable[[Version], Iterator[Diagnostic]]
ChangeRule = Callable[[Version, Version], Iterator[Diagnostic]]

RULES: Final[tuple[Rule, ...]] = (
    terms.undefined_terms,
    terms.terms_of_absent_documents,
    terms.terms_defined_twice,
    terms.unused_terms,
    terms.case_variants,
    terms.standards_for_people,
    terms.terms_before_their_definition,
    definitions.definitions_in_a_circle,
    definitions.lists_shorter_than_the_definition,
    documents.citations_of_nothing,
    documents.obligations_that_are_not_there,
    documents.lists_without_items,
    documents.numbers_left_out,
    documents.exhibits_not_listed,
    documents.exhibits_never_cited,
    documents.exhibits_not_at_hand,
    documents.exhibits_of_another_name,
    documents.exhibits_with_one_label,
    parties.slips_of_the_pen,
    parties.names_where_they_sign,
    parties.signatures_without_a_day,
    parties.addresses_that_differ,
    parties.dates_that_differ,
    parties.roles_at_odds,
    duties.duties_without_a_time,
    duties.acts_without_an_actor,
    duties.powers_without_an_end,
    duties.business_days_of_the_words,
    duties.amounts_below_nothing,
    duties.breaches_without_a_remedy,
    moments.conditions_without_a_moment,
    moments.warranties_about_later,
    moments.warranties_at_odds_with_effects,
    moments.limits_before_what_dates_itself,
    meeting.duties_over_one_sum,
    meeting.powers_beside_duties,
    meeting.conditions_that_defeat_themselves,
    deadlock.states_without_a_way_out,
)

CHANGES: Final[tuple[ChangeRule, ...]] = (
    change.words_that_dangle,
    clauses.clauses_that_dangle,
    change.what_can_never_come,
    change.terms_left_unused,
    change.exhibits_left_uncited,
    change.payments_moved_away,
    change.terms_of_the_amendment,
    operating.headings_at_odds,
    operating.words_at_odds,
    change.payments_owed_twice,
    change.sums_that_nothing_moves,
)


class Mended(NamedTuple):
    """What was found in the text before an amendment and is found no more with it."""

    instrument: str
    findings: tuple[Diagnostic, ...]


class Findings(NamedTuple):
    """What was found.

    Attributes:
        open: What nobody has accepted, and every `sic` that accepts nothing.
        accepted: What a `sic` accepts.
        mended: What each amendment mended, in order.
        texts: What was found in each text, the agreement alone first, accepted or not.
    """

    open: tuple[Diagnostic, ...]
    accepted: tuple[Accepted, ...] = ()
    mended: tuple[Mended, ...] = ()
    texts: tuple[tuple[Diagnostic, ...], ...] = ()


def lint(texts_in_force: Sequence[tuple[Text, Program]], others: Sequence[Diagnostic] = ()) -> Findings:
    """Everything that the rules find.

    Args:
        texts_in_force: The agreement alone, and with each amendment in the order in which they take effect.
        others: What else was found, by the earlier passes: it may be accepted in the same way.
    """
    passages: dict[int, Passage] = {}
    versions = [version(text, program, passages) for text, program in texts_in_force]
    texts: list[tuple[Diagnostic, ...]] = []
    kept: dict[object, Diagnostic] = {}
    accepted: dict[object, Accepted] = {}
    for place, one in enumerate(versions):
        found = _distinct(diagnostic for rule in RULES for diagnostic in rule(one))
        if place:
            before = versions[place - 1]
            left = _distinct(diagnostic for rule in CHANGES for diagnostic in rule(before, one))
            new = {diagnostic.place.span for diagnostic in left.values() if diagnostic.code == "D403"}
            found = {key: each for key, each in found.items() if each.code != "D104" or each.place.span not in new}
            found |= left
        texts.append(tuple(found.values()))
        kept = found | kept
        for key, taken in accepting(one, found | _distinct(others)):
            accepted.setdefault(key, taken)
    kept = _distinct(others) | kept
    unused = idle(versions, tuple(accepted.values()))
    return Findings(
        ordered((*(found for key, found in kept.items() if key not in accepted), *unused)),
        tuple(sorted(accepted.values(), key=lambda one: _position(one.found))),
        tuple(_mended(versions, texts)),
        tuple(texts),
    )


def _distinct(found: Iterator[Diagnostic] | Sequence[Diagnostic]) -> dict[object, Diagnostic]:
    """Findings by what they say and where, each once."""
    distinct: dict[object, Diagnostic] = {}
    for one in found:
        span = one.place.span
        distinct.setdefault((one.code, one.message, span.source.name, span.start), one)
    return distinct


def _mended(versions: Sequence[Version], texts: Sequence[tuple[Diagnostic, ...]]) -> Iterator[Mended]:
    """What each amendment mended: found before it, and with it found nowhere."""
    for place, one in enumerate(versions[1:], start=1):
        still = {(found.code, found.message) for found in texts[place]}
        gone = tuple(
            found
            for found in texts[place - 1]
            if not found.code.startswith("D4") and (found.code, found.message) not in still
        )
        if gone:
            yield Mended(one.instruments[-1], tuple(sorted(gone, key=_position)))


def _position(found: Diagnostic) -> tuple[str, int, str]:
    """Where a finding stands."""
    return found.place.span.source.name, found.place.span.start, found.code
