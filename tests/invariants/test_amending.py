"""The amendment in time: before it takes effect nothing of it counts, from then on nothing of what it took out.

That its operations leave everything else alone, fit together in any order, and happen whole or not at all and not twice
(V41 to V45, V47) are laws of every amendment, tried in `test_amend_laws.py`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from answers import (
    CONTRACT,
    FILES,
    ORIGINAL,
    Status,
    after,
    amended_now,
    conclusions,
    either_text,
    now,
    outcome,
    tried,
)
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from logs import DAYS, SIGN_DAYS, stories
from told import SIGNING, Story

from dealwright import model as m
from dealwright.pipeline import load
from dealwright.program import Texts
from dealwright.text import Node, Text

BASE = CONTRACT.text_in_force(Texts())
WHOLE = CONTRACT.text_in_force(Texts(("First Amendment",)))
GONE = tuple(
    f"{place} of Patent Purchase Agreement"
    for place in (
        "section 6.1",
        "section 8.1",
        "section 8.2",
        "section 8.3",
        "section 8.4",
        "sentence 1 of section 3.4",
    )
)
UNDEFINED = {"Patent Rights", "Escrow Agreement", "Amendment 2", "Assignment of Patent Rights", "Letters Patents"}


@tried
@given(
    stories(amended=True),
    st.sampled_from(("Purchaser", "Seller")),
    st.sampled_from(("", " with Authorised: no", " with In Writing: no")),
)
def test_v46_without_both_signatures_nothing_is_amended(story: Story, who: str, form: str) -> None:
    """V46. An amendment that one party did not sign, or not with authority, or not in writing, changes no conclusion."""
    unsigned = story.without("First Amendment signed")
    half = unsigned.plus(SIGN_DAYS[0], f"First Amendment signed by {who}")
    if form:
        other = "Seller" if who == "Purchaser" else "Purchaser"
        half = half.plus(SIGN_DAYS[0], f"First Amendment signed by {other}{form}")
    found = after(half)
    assert not amended_now(found)
    assert conclusions(found) == conclusions(after(half, ORIGINAL)) == conclusions(after(unsigned, ORIGINAL))


@tried
@given(stories(amended=True), st.sampled_from(DAYS))
def test_v48_before_it_is_signed_the_agreement_governs(story: Story, as_of: date) -> None:
    """V48. As of a day before its effectiveness every conclusion is that of the agreement alone."""
    found = outcome(story, as_of)
    if not amended_now(found):
        assert conclusions(found) == conclusions(outcome(story, as_of, ORIGINAL))


@tried
@given(stories(amended=True, most=6))
def test_v48_what_accrued_persists(story: Story) -> None:
    """V48. Breaches, performances and terminations before the amendment are there after it."""
    signed = next((part for part in story.prefixes() if amended_now(now(part))), None)
    if signed is None:
        return
    before, found = now(signed.first(len(signed.entries) - 1)), now(signed)
    later = {(answer.key, answer.name): answer for answer in found.terms.values()}
    for answer in before.terms.values():
        then = later.get((answer.key, answer.name))
        if then is not None and answer.kind == "duty":
            assert answer.breach is None or then.breach == answer.breach
            assert answer.status is not Status.PERFORMED or then.status is Status.PERFORMED
    assert (before.status == "terminated") == (found.status == "terminated")


@tried
@given(stories(amended=True, leave_out=("sign one",)), st.sampled_from(SIGN_DAYS), st.sampled_from(SIGN_DAYS))
def test_v49_it_takes_effect_with_the_later_signature(story: Story, one: date, other: date) -> None:
    """V49. Whoever signs first, the amendment takes effect on the day of the later signature, with the same conclusions."""
    unsigned = story.without("First Amendment signed")
    names = ("Purchaser", "Seller")
    signed = [
        unsigned.plus(one, f"First Amendment signed by {a}").plus(other, f"First Amendment signed by {b}")
        for a, b in (names, names[::-1])
    ]
    found = [after(part) for part in signed]
    assert conclusions(found[0]) == conclusions(found[1])
    latest = max(one, other)
    assert amended_now(outcome(signed[0], latest))
    assert not amended_now(outcome(signed[0], latest - timedelta(1)))


def test_v50_what_the_amendment_leaves_dangling_is_told() -> None:
    """V50. As amended, both citations of the deleted payment, the empty article 8 and what hangs on it are told; before, nothing is."""
    before, found = load(FILES[0]).problems, CONTRACT.problems
    assert before == ()
    dangling = [one.place.trail[-2:] for one in found if one.code == "N111"]
    assert ("Section 3.3", "Sentence 3") in dangling
    assert ("Patent Purchase Agreement",) in dangling  # `Price Settled`, on which the Closing of section 3.1 rests
    empty = [one for one in found if one.code == "R207"]
    assert [one.message for one in empty] == ["nothing is left of `article 8`"]
    assert {also.trail[-1] for also in empty[0].also} == {
        "Sentence 4",
        "Section 5.1",
    }  # what hangs on it; what emptied it


@tried
@given(stories(amended=True, leave_out=("exercise", "terminate")))
def test_v50_a_question_goes_with_the_words_that_raised_it(story: Story) -> None:
    """V50. As amended no definition, condition or later duty leans on a reading of words that are deleted."""
    signed = story.without("First Amendment signed").plus(SIGNING, "First Amendment signed by Purchaser and Seller")
    found = after(evolve(signed, entries=tuple(sorted(signed.entries, key=lambda entry: entry[0]))))
    for name, answer in found.terms.items():
        if answer.key in found.result.world.program.norms or answer.key in found.result.world.program.terms:
            assert not {"Outside Date Count", "Requisite Stockholder Vote", "Recited Execution"} & set(
                answer.readings
            ), name


@tried
@given(stories(), either_text)
def test_v51_answers_cite_the_text_in_force(story: Story, text: str) -> None:
    """V51. What stands in the text in force rests on provisions in force, and on section 3.1 as the amendment put it."""
    for part in story.prefixes():
        found = now(part, text)
        program = found.result.world.program
        if found.status == "terminated":
            continue  # its end may rest on a power of the text before
        for name, answer in found.terms.items():
            live = answer.key in program.norms or answer.key in program.terms
            if not amended_now(found):
                assert not any("First Amendment" in cite for cite in answer.cites), name
            elif live:
                assert not any(cite.endswith(GONE) for cite in answer.cites), (name, answer.cites)
                assert "section 3.1 of Patent Purchase Agreement" not in answer.cites


def words(text: Text) -> str:
    """The words of a text, without those of what is gone."""
    pending: list[object] = [item for body in text.bodies for item in body.content]
    found = []
    while pending:
        one = pending.pop(0)
        if isinstance(one, Node) and not one.gone:
            pending = [*one.content, *pending]
        elif isinstance(one, m.Words):
            found.extend(one.lines)
    return " ".join(" ".join(found).split())


PROPER = [
    "Avenue",
    "Ceffalo",
    "Altos",
    "Main",
    "Director",
    "Perceptions",
    "November",
    "December",
    "President",
    "Bank",
    "Regulation",
    "Exhibit",
    "Section",
    "Sections",
    "State",
    "Thalveg",
    "Thomas",
    "Title",
    "University",
    "States",
    "Million",
    "Complete",
    "Proxy",
    "Printed",
    "General",
    "Purchase",
]
"""Words of names of people, places, documents and provisions."""


def undefined(said: str) -> set[str]:
    """The capitalised phrases that some words use and do not define, names of people, places and documents aside."""
    defined = set(re.findall(r'(?<!entitled )"([A-Z][A-Za-z ]+)"', said))
    used = set(re.findall(r"\b[A-Z][a-z]+(?: (?:of )?(?:[A-Z][a-z]+|[A-Z0-9]\b))+", said))
    opening = re.compile(r"^(?:The|This|If|All of|On) | (?:If|Subject)$")
    return {one for one in used if opening.sub("", one) not in defined and not set(PROPER) & set(one.split())}


@pytest.mark.parametrize("text", [BASE, WHOLE], ids=["as written", "as amended"])
def test_v52_every_term_used_is_defined_or_known_not_to_be(text: Text) -> None:
    """V52. Every name that the rules use is found; of the terms of the words only known ones are used without a definition."""
    assert not [one for one in CONTRACT.problems if one.code.startswith("N") and one.code != "N111"]
    said = words(text)
    assert undefined(said) == UNDEFINED | ({"Requisite Stockholder Vote"} if text is BASE else set())
    assert "business days" in said
    assert not re.search(r'"[Bb]usiness [Dd]ays?"', said)
