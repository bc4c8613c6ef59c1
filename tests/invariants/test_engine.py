"""The engine: one meaning whatever the order of what is said, every answer with its reasons, nothing decided by accident."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise, permutations
from random import Random

from answers import (
    CONTRACT,
    FILES,
    Status,
    after,
    conclusions,
    differing,
    either_text,
    log_of,
    now,
    obligations,
    outcome,
    possible,
    the_end,
    tried,
)
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from logs import APPROVALS, ASSERTED, DAYS, days_asked, stories
from told import SIGNING, Story, dollars

from dealwright import model as m
from dealwright.log import Log
from dealwright.pipeline import Contract, load, loads

STRUCK = (
    "section 2.6",
    "section 3.2",
    "sentence 1 of section 3.3",
    "sentence 3 of section 3.3",
    "sentence 4 of section 3.3",
    "sentence 1 of section 3.4",
    "sentence 2 of section 3.4",
    "section 4.1",
    "section 5.3",
    "section 7.1",
    "section 8.2",
    "section 8.4",
    "sentence 2 of section 8.4",
    "section 9.2",
)
FINAL = frozenset({
    Status.PERFORMED, Status.DISCHARGED, Status.SUPERSEDED, Status.EFFECTIVE, Status.EXERCISED, Status.LAPSED, Status.DELETED,
})  # fmt: skip


def readings(items: tuple[object, ...]) -> list[m.Reading]:
    """Every reading in some provisions."""
    found = []
    for one in items:
        if isinstance(one, m.Reading):
            found.append(one)
        found += readings(tuple(part for part in getattr(one, "items", ()) if not isinstance(part, str)))
    return found


SWITCHES = tuple(
    (reading.name, alternative.label)
    for instrument in CONTRACT.instruments
    for reading in readings(instrument.items)
    for alternative in reading.alternatives[1:]
)


@tried
@given(stories(most=3), either_text, st.sampled_from(STRUCK), st.sampled_from(DAYS))
def test_v34_a_court_changes_only_what_rests_on_what_it_strikes(story: Story, text: str, place: str, day: date) -> None:
    """V34. Striking a provision changes only answers that cite it, directly or through others, and brings the duty of section 9.9.

    An answer that came about under the agreement cites the provision then; after an amendment it cites the text in force.
    """
    other = story.plus(day, f"court strikes {place}")
    before, found = after(story, text), after(other, text)
    for name in differing(before, found) - {"this agreement", "the calendar"}:
        key = (found if name in found else before)[name].key
        rests = any(f"{place} of Patent Purchase Agreement" in cite for cite in cited(key, story, other, text))
        assert rests or name.startswith("Substitute Provision"), name


def cited(key: str, story: Story, other: Story, text: str) -> Iterator[str]:
    """What a term cites at the end, or cited on a day on which something came about, under the text then in force."""
    for one in (story, other):
        for as_of in (the_end(one), *(when + timedelta(days) for when in other.days for days in (0, 1))):
            for answer in outcome(one, as_of, text).terms.values():
                yield from answer.cites if answer.key == key else ()


@cache
def reversed_files() -> Contract:
    """The contract, its files read in the other order."""
    return load(*FILES[::-1])


@tried
@given(stories(), st.booleans(), st.permutations(range(3)))
def test_v53_the_same_input_gives_the_same_answers(story: Story, sided: bool, order: list[int]) -> None:  # noqa: FBT001
    """V53. Answers depend on nothing but text, log and day: not on the order of the files or of what is given, nor on earlier questions."""
    given_ = (
        "Licensee Revenue for 2004 is $20,000,000",
        '"Seller has good and marketable title to the Patents" is yes',
        "Licensee Revenue for 2005 is $1",
    )
    story = evolve(story, given=given_, unknown=("Closing Delivery", "Adjournment") if sided else ())
    other = evolve(story, given=tuple(given_[place] for place in order), unknown=story.unknown[::-1])
    found = CONTRACT.evaluate(log_of(story), story.end)
    assert conclusions(found) == conclusions(CONTRACT.evaluate(log_of(story), story.end))
    assert conclusions(found) == conclusions(reversed_files().evaluate(log_of(other), story.end))
    assert found.history == now(other).history


@tried
@given(stories(), st.randoms(use_true_random=False))
def test_v53_the_place_of_a_numbered_entry_does_not_count(story: Story, random: Random) -> None:
    """V53. Entries that carry their number within the day give the same answers wherever in the file they stand."""
    entries = [{"on": on.isoformat(), "seq": seq, "says": says} for seq, (on, says) in enumerate(story.entries, 1)]
    random.shuffle(entries)
    table = {"given": {"Interest Earned": dollars(story.interest)}, "entry": entries}
    found = CONTRACT.evaluate(Log.parse(json.dumps(table), "json"), story.end)
    assert conclusions(found) == conclusions(now(story))
    assert found.history == now(story).history


@cache
def other_headings() -> Contract:
    """The contract with a number for the heading of each article and section."""
    source = "\n\n".join(path.read_text(encoding="utf-8") for path in FILES)
    count = iter(range(10**6))
    text, changed = re.subn(
        r'^( *(?:article|section) [\d.]+) "[^"]*"$',
        lambda found: f'{found[1]} "Part {next(count)}"',
        source,
        flags=re.MULTILINE,
    )
    assert changed > 30
    return loads(text)


@tried
@given(stories(most=3))
def test_v54_headings_change_nothing(story: Story) -> None:
    """V54. With every heading worded otherwise every conclusion is the same."""
    assert conclusions(other_headings().evaluate(log_of(story), the_end(story))) == conclusions(after(story))


@tried
@given(
    stories(),
    either_text,
    st.lists(
        st.sampled_from(
            ("Stockholder Meeting", "License Amendment Ended", "Board Vote", "Interest Earned", "Closing Delivery")
        )
    ),
)
def test_v55_every_answer_cites_and_every_doubt_names_facts(story: Story, text: str, unknown: list[str]) -> None:
    """V55. Every answer cites a provision; every one that is not known names facts or questions of the contract that are missing."""
    story = evolve(story.without(*unknown), unknown=tuple(dict.fromkeys(unknown)))
    found = after(story, text)
    askable: set[str] = set()
    for version in found.result.world.versions:
        program = version.program
        askable |= {*program.events, *program.inputs, *(rule.name for rule in program.norms.values())}
    for name, answer in found.terms.items():
        assert answer.cites, name
        sure = answer.status is not Status.UNKNOWN and (
            answer.status is not None or getattr(answer.value, "known", True)
        )
        if not sure:
            assert answer.needs, name
            assert {one for group in answer.needs for one in group} <= askable, answer.needs


DECISIVE = (
    "First Amendment signed by Purchaser and Seller",
    "License Amendment Ended",
    "Board Vote with Unanimous",
    APPROVALS[0],
    "Closing Payment paid $1,800,000",
    "Escrow Release of $900,000 to Seller",
    "Purchaser and Seller exercise Mutual Termination by writing",
)


@tried
@given(
    stories(most=2, kinds=("wire", "other", "board", "meeting")),
    either_text,
    st.sampled_from(DAYS[5:]),
    st.lists(st.sampled_from(DECISIVE), min_size=2, max_size=3, unique=True),
    days_asked,
)
def test_v56_what_the_order_decides_is_not_known(
    story: Story, text: str, day: date, says: list[str], on: timedelta
) -> None:
    """V56. For a day of unknown order every answer holds what it is in each order, and is sure only where all agree."""
    rest = [entry for entry in story.entries if entry[0] != day]
    mine = [(day, one) for one in says]
    as_of = day + on

    def told(entries: list[tuple[date, str]]) -> Story:
        return evolve(story, entries=tuple(sorted((*rest, *entries), key=lambda one: one[0])))

    whole = outcome(told([*mine, (day, "in no known order")]), as_of, text)
    orders = [outcome(told(list(one)), as_of, text) for one in permutations(mine)]
    for name, answer in whole.terms.items():
        found = [one[name] for one in orders if name in one]
        assert all(possible(answer, one) for one in found), name
        if len({one.status for one in found}) == 1:
            assert answer.status is found[0].status
        elif answer.status is not None:
            assert answer.status is Status.UNKNOWN


@tried
@given(stories(), either_text, st.sampled_from(SWITCHES))
def test_v57_a_reading_changes_only_what_leans_on_it(story: Story, text: str, switch: tuple[str, str]) -> None:
    """V57. Taking another alternative of a reading changes only answers that say they lean on it."""
    found, other = after(story, text), after(evolve(story, choices=(switch,)), text)
    for name in differing(found, other) - {"this agreement", "the calendar"}:
        assert any(switch[0] in one[name].readings for one in (found, other) if name in one), name


@tried
@given(stories(most=6), either_text, st.sampled_from((1, 3, 8)))
def test_v58_each_norm_has_one_status_and_some_are_final(story: Story, text: str, step: int) -> None:
    """V58. Each obligation has one status on each day; performed and discharged are final; a breach stays on record whatever follows.

    From breached a duty goes to performed, late, or to discharged, or to superseded by the duty that takes its place.
    """
    story = evolve(story, given=("Licensee Revenue for 2004 is $20,000,000",))
    chain = [now(part, text) for part in story.prefixes()]
    chain += [outcome(story, story.end + timedelta(days), text) for days in range(1, 10, step)]
    for found in chain:
        for answer in obligations(found):
            assert answer.possible == {answer.status}, answer.name
    for before, found in pairwise(chain):
        later = {(answer.key, answer.name): answer for answer in obligations(found)}
        for answer in obligations(before):
            then = later.get((answer.key, answer.name))
            if then is None:
                continue
            if answer.status in FINAL:
                assert then.status is answer.status, answer.name
            if answer.status is Status.BREACHED:
                assert then.status in {Status.BREACHED, Status.PERFORMED, Status.DISCHARGED, Status.SUPERSEDED}, (
                    answer.name
                )
                assert then.breach == answer.breach
                assert then.late == (then.status is Status.PERFORMED)


@tried
@given(stories(leave_out=("assert",)), either_text, st.sampled_from(DAYS), st.sampled_from(ASSERTED))
def test_v59_what_is_asserted_is_no_fact(story: Story, text: str, day: date, says: str) -> None:
    """V59. What a letter, a filing or a recital asserts changes no conclusion, until it is entered as a fact."""
    asserted = story.plus(day, f'asserted in "Form 8-K": {says}')
    assert differing(after(story, text), after(asserted, text)) == set()


def test_v59_a_warranty_of_the_approval_is_no_approval() -> None:
    """V59. That Seller warrants the approval of its board, and recites the want of another, meets no condition; the vote does."""
    story = Story(0, ((SIGNING, "Execution"), (DAYS[-4], "First Amendment signed by Purchaser and Seller")))
    found = now(story)
    assert found["Board Approval Warranty"].made
    assert found["Closing Conditions (a)"].status is Status.UNSATISFIED
    assert now(story.plus(DAYS[-4], "Board Vote with Unanimous"))["Closing Conditions (a)"].status is Status.SATISFIED
