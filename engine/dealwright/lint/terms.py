"""Terms in the words: used and not defined, defined twice or not used, written small, used before they are defined."""

from __future__ import annotations

from collections.abc import Iterator

from dealwright.diagnostic import Diagnostic, Place, echo, problem
from dealwright.lint.lexicon import ACTING, STANDARDS, singular
from dealwright.lint.versions import Defined, Version, inflected, is_absent, is_term_like, parts
from dealwright.lint.words import Passage, Phrase
from dealwright.program import NormRule, TermRule

_MOST_PLACES = 6


def undefined_terms(version: Version) -> Iterator[Diagnostic]:
    """Capitalised words are used as a term, and neither words nor rules define them."""
    for phrase, places in undefined(version).items():
        for passage, found in _first_of_each(places):
            yield problem("D101", f"nothing defines {echo(phrase)}", passage.span(found.start, found.end),
                          trail=passage.trail, help=_near(phrase, version))  # fmt: skip


def undefined(version: Version) -> dict[str, list[tuple[Passage, Phrase]]]:
    """Capitalised phrases that look like terms and are none, with where they stand."""
    found: dict[str, list[tuple[Passage, Phrase]]] = version.once("undefined", lambda: _undefined(version))
    return found


def _undefined(version: Version) -> dict[str, list[tuple[Passage, Phrase]]]:
    found: dict[str, list[tuple[Passage, Phrase]]] = {}
    ends = frozenset(term.rsplit(" ", 1)[-1] for term in map(inflected, version.terms))
    for passage in version.contract:
        for phrase in passage.phrases:
            if " " not in phrase.words or _is_covered(phrase.words, version.known):
                continue
            if not (is_term_like(phrase.words) or singular(phrase.words.rsplit(" ", 1)[-1].lower()) in ends):
                continue
            if _is_named(passage, phrase):
                continue
            found.setdefault(phrase.words, []).append((passage, phrase))
    return found


def _is_covered(words: str, known: frozenset[str]) -> bool:
    """Whether a phrase is nothing but known names, one after the other."""
    covered = sum(len(part.split()) for part in parts(words, known))
    return covered == len(words.split())


def _is_named(passage: Passage, phrase: Phrase) -> bool:
    """Whether a phrase is the name of a thing in the world: in quotation marks, numbered, or what a term stands for."""
    before, after = passage.flat[: phrase.start].rstrip(), passage.flat[phrase.end :].lstrip()
    if before.endswith('"') or after.startswith(("numbered", '"')):
        return True
    return before.endswith((" means the", " mean the", " means", " mean"))


def _first_of_each(places: list[tuple[Passage, Phrase]]) -> Iterator[tuple[Passage, Phrase]]:
    """The first place in each passage."""
    seen: set[str] = set()
    for passage, phrase in places:
        if passage.identity not in seen:
            seen.add(passage.identity)
            yield passage, phrase


def _near(phrase: str, version: Version) -> str:
    """Advice that names a term much like a phrase."""
    words = frozenset(phrase.lower().split())
    shared = ((len(words & set(term.lower().split())), term) for term in sorted(version.terms))
    count, found = max(shared, default=(0, ""), key=lambda one: one[0])
    return f"a term with a similar name exists: `{found}`" if count * 2 >= len(words) else ""


def terms_of_absent_documents(version: Version) -> Iterator[Diagnostic]:
    """A term has its meaning from a document that is not at hand."""
    absent = {node.name.lower(): node for node in version.text.nodes() if is_absent(node)}
    for term, (document, passage, start, end) in version.foreign.items():
        if document.lower() in absent:
            yield problem("D102", f"{echo(term)} is defined in {document}, which is absent",
                          passage.span(start, end), trail=passage.trail)  # fmt: skip
    for one in version.defined:
        said = one.said.lower()
        for name in absent:
            if one.means and (f"listed in {name}" in said or f"set forth in {name}" in said):
                document = name.split()[0].capitalize() + " " + name.split()[1].upper()
                yield problem("D102", f"what {echo(one.term)} are stands in {document}, which is absent",
                              one.span, trail=one.passage.trail)  # fmt: skip


def terms_defined_twice(version: Version) -> Iterator[Diagnostic]:
    """Words of one instrument define a term in two places."""
    for term, places in version.terms.items():
        first: dict[str, Defined] = {}
        for one in (place for place in places if not place.points):
            other = first.setdefault(one.passage.home, one)
            if other is not one:
                yield problem("D103", f"the words define {echo(term)} twice", one.span, trail=one.passage.trail,
                              also=(other.place,))  # fmt: skip


def unused_terms(version: Version) -> Iterator[Diagnostic]:
    """Words define a term that no words use, not even by way of other terms."""
    used = live(version) | _of_rules_alone(version)
    for term, places in version.terms.items():
        if term not in used:
            for one in places:
                yield problem("D104", f"the words define {echo(term)} and do not use it", one.span,
                              trail=one.passage.trail)  # fmt: skip


def live(version: Version) -> frozenset[str]:
    """The terms that words use, definitions of terms that are themselves unused left out."""
    users: dict[str, set[str]] = {}
    roots: set[str] = set()
    for term, places in version.uses.items():
        for passage, phrase in places:
            owners = [one.term for one in version.defined_in.get(id(passage), ()) if _holds(one, phrase)]
            if term in owners:
                continue
            if owners:
                users.setdefault(term, set()).update(owners)
            else:
                roots.add(term)
    living = set(roots)
    while added := {term for term, owners in users.items() if term not in living and owners & living}:
        living |= added
    return frozenset(living)


def _holds(one: Defined, phrase: Phrase) -> bool:
    """Whether a phrase stands in what defines a term."""
    start, end = one.sentence if one.means else (one.start, one.end)
    return start <= phrase.start < end


def _of_rules_alone(version: Version) -> frozenset[str]:
    """Terms that rules use where no words stand: nothing can be said of words that are not there."""
    spoken = {passage.identity for passage in version.passages}
    found: set[str] = set()
    rules: list[TermRule | NormRule] = [*version.program.terms.values(), *version.program.norms.values()]
    for rule in rules:
        if rule.cite.identity not in spoken and rule.cite.address:
            found.update(read.partition(":")[2] for read in rule.reads)
    return frozenset(found)


def case_variants(version: Version) -> Iterator[Diagnostic]:
    """A defined term is written with a small letter."""
    listed = _variants(version)
    for passage in version.contract:
        flat = passage.flat
        for small, (term, one) in listed.items():
            if small not in flat or (one is not None and one.passage.home != passage.home):
                continue
            start = one.sentence[1] if one is not None and one.passage is passage and one.means else 0
            at = _small(passage, small, start, party=term in version.program.parties)
            if at >= 0:
                said = " ".join(passage.text[at : at + len(small)].split())
                yield problem("D105", f"{echo(said)} may be the term {echo(term)}",
                              passage.span(at, at + len(small)), trail=passage.trail)  # fmt: skip


def _variants(version: Version) -> dict[str, tuple[str, Defined | None]]:
    """Small spellings and the terms that they may stand for."""
    listed: dict[str, tuple[str, Defined | None]] = {}
    for one in version.defined:
        small = one.term.lower()
        if " " in small or small.endswith("s") or one.term in version.program.parties:
            listed.setdefault(small, (one.term, one))
        else:
            for word in ("this", "said"):
                listed.setdefault(f"{word} {small}", (one.term, one))
    for term in (*version.foreign, *undefined(version)):
        if " " in term:
            listed.setdefault(term.lower(), (term, None))
    return listed


def _is_meant(flat: str, at: int, end: int, *, party: bool) -> bool:
    """Whether the defined thing may be meant, and not one of its kind; a party is meant where it is one that acts."""
    before = flat[max(0, at - 24) : at].rstrip().rpartition(" ")[2]
    after = flat[end : end + 16].split()[:1]
    if party and before != "the" and not (after and after[0] in ACTING):
        return False
    return before not in {"a", "an", "any", "each", "its", "their", "other", "another", "no"}


def _small(passage: Passage, small: str, start: int, *, party: bool) -> int:
    """Where a small spelling stands by itself from a place on; -1 if nowhere."""
    at = passage.flat.find(small, start)
    while at >= 0:
        end = at + len(small)
        said = passage.text[at:end]
        alone = not passage.flat[at - 1 : at].isalpha() and not passage.flat[end : end + 1].isalpha()
        plural = passage.flat[end : end + 1] == "s" and not passage.flat[end + 1 : end + 2].isalpha()
        tail = said[said.startswith(("this ", "said ")) and 5 :]
        small_alone = (alone or (plural and " " in small)) and tail == tail.lower() and passage.flat[at - 1 : at] != "-"
        if small_alone and _is_meant(passage.flat, at, end, party=party):
            return at
        at = passage.flat.find(small, at + 1)
    return -1


def standards_for_people(version: Version) -> Iterator[Diagnostic]:
    """Words leave something to judgement, and nothing says by which measure."""
    seen: dict[str, dict[str, tuple[Passage, int]]] = {}
    for passage in version.contract:
        for standard in STANDARDS:
            at = passage.flat.find(standard)
            if at >= 0 and inflected(standard) not in version.known:
                seen.setdefault(passage.home, {}).setdefault(standard, (passage, at))
    for found in seen.values():
        places = [(standard, *place) for standard, place in found.items()]
        places.sort(key=lambda one: one[1].span(one[2], one[2]).start)
        standard, passage, at = places[0]
        also = tuple(
            Place(other.span(spot, spot + len(word)), "also", other.trail)
            for word, other, spot in places[1:_MOST_PLACES]
        )
        said = f"the words leave {echo(standard)}{' and others' if also else ''} to judgement"
        yield problem("D107", said, passage.span(at, at + len(standard)),
                      trail=passage.trail, also=also)  # fmt: skip


def terms_before_their_definition(version: Version) -> Iterator[Diagnostic]:
    """A term is used in an earlier part than the one that defines it."""
    order = {id(passage): place for place, passage in enumerate(version.contract)}
    for one in version.defined:
        if len(version.terms[one.term]) > 1:
            continue
        for passage, phrase in version.uses[one.term]:
            if passage.body.name != one.passage.body.name or order[id(passage)] >= order[id(one.passage)]:
                continue
            if inflected(phrase.words) != inflected(one.term) or _part(passage) == _part(one.passage):
                continue
            if passage.unit == "preamble" or any(one.means for one in version.defined_in.get(id(passage), ())):
                continue
            below = passage.flat[phrase.end :].lstrip(" ,").startswith(("as defined below", "as hereinafter defined"))
            said = f"{echo(one.term)} is {'only said to be defined below' if below else 'used before it is defined'}"
            yield problem("D108", said,
                          passage.span(phrase.start, phrase.end), trail=passage.trail, also=(one.place,))  # fmt: skip
            break


def _part(passage: Passage) -> str:
    """The outermost heading below the instrument under which words stand."""
    return passage.trail[1] if len(passage.trail) > 1 else ""
