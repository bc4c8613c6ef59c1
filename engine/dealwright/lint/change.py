"""What an amendment leaves behind: words that cite what is gone, rules that can never come, terms and exhibits unused."""

from __future__ import annotations

from collections.abc import Iterator

from dealwright import model as m
from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.lint.citing import Citation, citations, standing, target
from dealwright.lint.documents import annexes_cited, mended, sort_of
from dealwright.lint.reading import TERMS, pays, spread, taken_from
from dealwright.lint.terms import live
from dealwright.lint.versions import Version, emptied, inflected, parts, vacuous
from dealwright.program import NormRule, Program, below
from dealwright.text import Gone, Node

_MOST_PLACES = 4


def words_that_dangle(before: Version, after: Version) -> Iterator[Diagnostic]:
    """Words cite a provision that an amendment took away, or a payment, duty or condition that it took out of one."""
    for one in citations(after):
        if mended(one) or not one.home or one.passage.unit == "note":
            continue
        found = target(one, after)
        if isinstance(found, Gone):
            yield problem("D401", f"{echo(one.said)} is gone", one.span, trail=one.passage.trail,
                          also=(Place(found.origin.span, "this took it away", after.text.headings(found.origin)),))  # fmt: skip
        elif isinstance(found, Node) and not emptied(found) and _lost(one, found, before, after):
            noun = {"duty": "payment"}.get(sort_of(one), sort_of(one))
            origin = _taken_out(found)
            also = (
                (Place(origin.origin.span, "this took it away", after.text.headings(origin.origin)),) if origin else ()
            )
            yield problem("D401", f"{echo(one.said)} holds no {noun} any more", one.span, trail=one.passage.trail,
                          also=also, help="say with the amendment what is now meant")  # fmt: skip


def _lost(one: Citation, found: Node, before: Version, after: Version) -> bool:
    """Whether what the words speak of stood in a provision and does not any more."""
    sort = sort_of(one)
    return bool(sort) and _holds(sort, found, before) and not _holds(sort, found, after)


def _holds(sort: str, found: Node, version: Version) -> bool:
    """Whether a rule of a sort stands in a provision; of duties, one to pay."""
    if sort == "condition":
        program = version.program
        around = program.identities
        return any(
            rule.condition and found.identity in around.get(rule.cite.identity, ()) for rule in program.terms.values()
        )
    norms = version.norms_in(found.identity)
    return any(norm.sort == sort and (sort != "duty" or norm.act.verb == "pay") for norm in norms)


def _taken_out(found: Node) -> Gone | None:
    """Why a part of a provision is gone."""
    pending = [found]
    while pending:
        node = pending.pop()
        if node.gone:
            return node.gone[0]
        pending.extend(item for item in node.content if isinstance(item, Node))
    return None


def what_can_never_come(before: Version, after: Version) -> Iterator[Diagnostic]:
    """Words hang on a provision of which an amendment left nothing but the heading."""
    del before
    for one in citations(after):
        found = standing(one, after)
        if found is None or not emptied(found) or mended(one) or one.passage.unit == "note":
            continue
        origin = _taken_out(found)
        also = (Place(origin.origin.span, "this emptied it", after.text.headings(origin.origin)),) if origin else ()
        yield problem("D402", f"nothing is left of {echo(one.said)}: what hangs on it can never come", one.span,
                      trail=one.passage.trail, also=also)  # fmt: skip


def terms_left_unused(before: Version, after: Version) -> Iterator[Diagnostic]:
    """A term that was used is used no more, in words or in rules, not even by way of other terms."""
    was, now = live(before), live(after)
    for one in after.defined:
        if one.term in was and one.term not in now:
            yield problem("D403", f"no words use {echo(one.term)} any more", one.span, trail=one.passage.trail,
                          also=(_by(after),))  # fmt: skip
    used, still = _used(before.program), _used(after.program)
    for key, rule in after.program.terms.items():
        if key in used and key not in still and key in before.program.terms:
            words = [
                (passage, phrase)
                for passage, phrase in after.uses.get(rule.name, ())
                if passage.identity != rule.cite.identity and passage.home == rule.cite.instrument
            ]
            also = tuple(
                Place(passage.span(phrase.start, phrase.end), "words still use it", passage.trail)
                for passage, phrase in words[:_MOST_PLACES]
            )
            yield problem("D403", f"no rule uses {echo(rule.name)} any more", rule.cite.span, also=(_by(after), *also),
                          trail=rule.cite.trail)  # fmt: skip


def _by(after: Version) -> Place:
    """The amendment that left something behind."""
    name = after.instruments[-1]
    return Place(after.text.body(name).instrument.span, "since this", (name,))


def _used(program: Program) -> frozenset[str]:
    """The terms that norms and conditions name, by way of other terms too."""
    found: set[str] = set()
    pending: list[object] = [
        part
        for norm in program.norms.values()
        if norm.sort != "warranty"
        for one in (norm.act, norm.each, norm.limits, norm.start, norm.end, norm.when, norm.while_, norm.not_before,
                    norm.performed_when, norm.cured_when, norm.answered_by, norm.performed_by)
        for part in below(one)
    ]  # fmt: skip
    pending += [part for rule in program.terms.values() if rule.condition for part in below(rule.body)]
    while pending:
        part = pending.pop()
        if isinstance(part, TERMS) and part.key not in found and part.key in program.terms:
            found.add(part.key)
            pending.extend(below(program.terms[part.key].body))
    return frozenset(found)


def exhibits_left_uncited(before: Version, after: Version) -> Iterator[Diagnostic]:
    """An exhibit that words cited is cited no more."""
    gone = annexes_cited(before) - annexes_cited(after)
    for node in after.text.nodes():
        if (node.unit, node.number, node.instrument) in gone:
            yield problem("D404", f"no words cite {echo(node.name)} any more", node.span,
                          trail=after.text.trail(node), also=(_by(after),))  # fmt: skip


def payments_moved_away(before: Version, after: Version) -> Iterator[Diagnostic]:
    """Words cite a part of the text for its payments, and one of these now stands elsewhere."""
    owed = after.program.identities
    was = before.program
    for norm in pays(after.program):
        for key in norm.continuing:
            old = was.norms.get(key)
            if old is None or key in after.program.norms:
                continue
            around = set(was.identities.get(old.cite.identity, ()))
            now = set(owed.get(norm.cite.identity, ()))
            for one in citations(after):
                found = standing(one, after)
                if found is None or found.identity not in around - now or one.passage.home != old.cite.instrument:
                    continue
                if sort_of(one) == "duty" and _holds("duty", found, after) and not mended(one):
                    yield problem("D405", f"{echo(one.said)} does not hold {echo(norm.name)} any more", one.span,
                                  trail=one.passage.trail,
                                  also=(Place(norm.cite.span, "it stands here now", norm.cite.trail),))  # fmt: skip


def terms_of_the_amendment(before: Version, after: Version) -> Iterator[Diagnostic]:
    """The text that is amended uses a term that only the amendment defines."""
    own = {one.term for one in before.defined}
    new = {
        inflected(one.term): one
        for one in after.defined
        if one.term not in own and one.passage.home != after.program.name
    }
    known = frozenset(new)
    for passage in after.contract:
        if passage.home != after.program.name:
            continue
        for phrase in passage.phrases:
            for part in parts(phrase.words, known) if inflected(phrase.words) in known else ():
                yield problem("D406", f"{echo(new[part].term)} is defined in {echo(new[part].passage.home)} alone",
                              passage.span(phrase.start, phrase.end), trail=passage.trail,
                              also=(new[part].place,))  # fmt: skip


def payments_owed_twice(before: Version, after: Version) -> Iterator[Diagnostic]:
    """An amendment has somebody pay what the text has it pay already, and only a reading says that it is one payment."""
    new = [norm for norm in pays(after.program) if norm.key not in before.program.norms]
    known: dict[object, list[NormRule]] = {}
    for other in pays(before.program) if new else ():
        known.setdefault((other.actors, other.act.receivers, other.act.amount), []).append(other)
    for norm in new:
        for other in known.get((norm.actors, norm.act.receivers, norm.act.amount), ()):
            if norm.cite.instrument == other.cite.instrument:
                continue
            if norm.continuing and not norm.cite.readings:
                continue
            readings = ", ".join(map(echo, norm.cite.readings))
            notes = (f"only the reading {readings} says that it is one payment",) if norm.continuing else ()
            yield problem("D308", f"{echo(norm.name)} may be owed beside that of {other.cite.address}", norm.cite.span,
                          trail=norm.cite.trail, notes=notes,
                          also=(Place(other.cite.span, "the other", other.cite.trail),),
                          help="write `continuing ...` below it, or that both are owed")  # fmt: skip


def sums_that_nothing_moves(before: Version, after: Version) -> Iterator[Diagnostic]:
    """A third party holds a sum, and no duty that would move it can come by the text alone any more."""
    program = after.program
    held: dict[str, list[NormRule]] = {}
    for norm in pays(program):
        if norm.third_party and taken_from(norm.act.amount):
            held.setdefault(taken_from(norm.act.amount), []).append(norm)
    for key, norms in held.items():
        if not all(vacuous(norm, after) or _is_anchored(norm, after) for norm in norms):
            continue
        if all(vacuous(norm, before) or _is_anchored(norm, before) for norm in norms):
            continue
        yield problem("D408", f"by the words alone nothing moves {echo(key)}", program.terms[key].cite.span,
                      trail=program.terms[key].cite.trail,
                      also=tuple(Place(norm.cite.span, "cannot come", norm.cite.trail) for norm in norms))  # fmt: skip


def _is_anchored(norm: NormRule, version: Version) -> bool:
    """Whether the limits of a norm hang on a citation that finds nothing by itself: a reading says what it means."""
    found = {node for one in norm.limits for node in _cites(one, version.program)}
    return bool(found & _redirects(version))


def _cites(node: object, program: Program) -> set[str]:
    """The readings on which an expression leans, by way of terms too."""
    named = (program.terms.get(part.key) for part in spread(node, program) if isinstance(part, TERMS))
    return {reading for rule in named if rule is not None for reading in rule.cite.readings}


def _redirects(version: Version) -> frozenset[str]:
    """The readings that say how a citation is read."""
    return frozenset(
        placed.item.name
        for placed in version.text.rules()
        if isinstance(placed.item, m.Reading)
        if any(isinstance(item, m.ReadAs) for one in placed.item.alternatives for item in one.items)
    )
