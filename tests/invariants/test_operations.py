"""The operations of the amendment: they change what they name, whole or not at all, in any order, once.

The laws of every amendment, on agreements that are made up, are in `test_amend_laws.py`; here they are tried on the
amendment that was signed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from answers import CONTRACT, FILES, ORIGINAL, TEXTS, conclusions, log_of, outcome, tried
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from logs import DAYS, stories
from told import Story

from dealwright import model as m
from dealwright.amend import consolidate
from dealwright.diagnostic import DealError
from dealwright.pipeline import load, loads
from dealwright.program import Texts
from dealwright.read import read
from dealwright.show import redline
from dealwright.source import Source
from dealwright.text import Body, Node, Text, spots

AGREEMENT, AMENDMENT = (path.read_text(encoding="utf-8") for path in FILES)
BASE, FIRST = CONTRACT.instruments
NAMES = (FIRST.name,)
BEFORE, AFTER = CONTRACT.text_in_force(Texts()), CONTRACT.text_in_force(Texts(NAMES))
AIMED = {
    "section 3.1": "replaced",
    "sentence 1 of section 3.4": "deleted",
    "section 6.1": "deleted",
    "section 8.1": "deleted",
    "section 8.2": "deleted",
    "section 8.3": "deleted",
    "section 8.4": "deleted",
}
DELETION = """            delete sentence 1 of section 3.4
                expecting "Two business days after the satisfaction"
"""
REPLACEMENT = AMENDMENT[AMENDMENT.index("        replace section 3.1\n") : AMENDMENT.index("    section 3.2\n")]
NOTHING = '            no operative rule "left out"\n'


def body(text: Text) -> Body:
    """The agreement in a text."""
    return text.body(BASE.name)


def standing(text: Text) -> dict[str, Node]:
    """Every provision of the agreement that stands, by its identity."""
    return {spot.node.identity: spot.node for spot in spots(body(text).content) if not spot.gone}


def parts(items: tuple[object, ...]) -> Iterator[m.Provision]:
    """The provisions among some items, and those in them."""
    for one in items:
        if isinstance(one, m.Provision):
            yield one
            yield from parts(one.items)


def shuffled(data: st.DataObject, items: tuple[m.Item, ...]) -> tuple[m.Item, ...]:
    """The provisions among some items in another order, and so on in each of them; all else where it was."""
    order = iter(data.draw(st.permutations([one for one in items if isinstance(one, m.Provision)])))
    found: list[m.Item] = []
    for one in items:
        if isinstance(one, m.Provision):
            mine = next(order)
            found.append(evolve(mine, items=shuffled(data, mine.items)))
        elif isinstance(one, m.Delete):
            found.append(evolve(one, targets=tuple(data.draw(st.permutations(one.targets)))))
        else:
            found.append(one)
    return tuple(found)


def told(text: str) -> list[tuple[str, str]]:
    """The codes and messages of what is said of the agreement with another amendment."""
    try:
        return [(one.code, one.message) for one in loads(f"{AGREEMENT}\n\n{text}").problems]
    except DealError as trouble:
        return [(one.code, one.message) for one in trouble.diagnostics]


def second(operation: str) -> str:
    """The amendment, and another one after it with one operation."""
    more = (
        'amendment Second Amendment\n    dated 2004-04-05\n    amends Patent Purchase Agreement\n\nsection 1\n    | "'
    )
    return f'{AMENDMENT}\n\n{more}"\n    {operation}\n'


def test_v41_what_no_operation_names_stays() -> None:
    """V41. Outside section 3.1, the first sentence of 3.4, 6.1 and 8.1 to 8.4 words, rules, numbers and identities stay."""
    before, after = standing(BEFORE), standing(AFTER)
    gone = {name for name in before if name not in after}
    assert {name.removeprefix(f"{BASE.name}: ") for name in gone} == {
        "section 3.4 / sentence 1",
        "section 6.1",
        *(f"section 8.{number}" for number in (1, 2, 3, 4)),
        *(f"section 8.4 / sentence {number}" for number in (1, 2)),
    }
    assert not set(after) - set(before)
    holders = {f"{BASE.name}: {one}" for one in ("article 3", "section 3.1", "section 3.4", "article 6", "article 8")}
    for name, node in after.items():
        old = before[name]
        assert (old.unit, old.number, old.heading) == (node.unit, node.number, node.heading)
        assert name in holders or node == old, name
    assert after[f"{BASE.name}: section 3.4 / sentence 2"] == before[f"{BASE.name}: section 3.4 / sentence 2"]


def test_v42_the_difference_is_exact() -> None:
    """V42. Seven changes, each by the section that orders it; and of its own the amendment adds a duty and four warranties."""
    made = consolidate(CONTRACT.instruments, NAMES).changes
    assert {one.address: one.kind for one in made} == AIMED
    assert len(made) == len(AIMED)
    assert {(one.address, str(one.origin)) for one in made} >= {
        ("section 3.1", "section 3.1 of First Amendment"),
        ("sentence 1 of section 3.4", "sentence 1 of section 3.2 of First Amendment"),
        ("section 6.1", "section 4.1 of First Amendment"),
        ("section 8.2", "section 5.1 of First Amendment"),
    }
    lines = [one for one in redline(BEFORE, AFTER) if one.instrument == BASE.name and one.kind != "equal"]
    assert {one.address for one in lines} == {*AIMED, "sentence 1 of section 8.4", "sentence 2 of section 8.4"}
    assert [one.address for one in lines if one.kind == "changed"] == ["section 3.1"]
    own = {rule.name for rule in CONTRACT.program(Texts(NAMES)).norms.values() if rule.cite.instrument == FIRST.name}
    assert own == {
        "Closing Payment",
        "Corporate Power Warranty",
        "Board Approval Warranty",
        "Enforceability Warranty",
        "No Known Breach Warranty",
    }


@tried
@given(st.data())
def test_v43_the_order_of_the_operations_does_not_count(data: st.DataObject) -> None:
    """V43. In whatever order the amendment puts its operations, the agreement comes out the same."""
    other = evolve(FIRST, items=shuffled(data, FIRST.items))
    found = consolidate([BASE, other], NAMES)
    assert not found.diagnostics
    assert body(found.text) == body(AFTER)


def test_v43_only_the_final_text_is_judged() -> None:
    """V43. With the replacement alone the Closing is defined twice, with the deletion alone nowhere; with both, once."""
    twice = told(AMENDMENT.replace(DELETION, NOTHING))
    assert ("N102", "`Closing` is declared twice") in twice
    nowhere = told(AMENDMENT.replace(REPLACEMENT, NOTHING.removeprefix("    ")))
    assert ("N104", "`Closing` was deleted, and nothing of that name is left") in nowhere
    assert not {"N102", "N104"} & {code for code, _ in told(AMENDMENT)}


@pytest.mark.parametrize("target", ["sentence 3 of section 3.4", "section 8.5", "section 10.1"])
@pytest.mark.parametrize("place", ["delete section 6.1", "delete sections 8.1, 8.2, 8.3 and 8.4"])
def test_v44_an_operation_without_its_target_stops_the_whole(target: str, place: str) -> None:
    """V44. An operation on what is not there is an error that names both; nothing of the amendment is done then."""
    wrong = AMENDMENT.replace(place, f"delete {target}")
    messages = [message for code, message in told(wrong) if code == "A101"]
    assert len(messages) == 1
    assert f"`{target}`" in messages[0]
    assert f"`section {'4.1' if '6.1' in place else '5.1'} of First Amendment`" in messages[0]
    sections = tuple(parts(FIRST.items))
    bad = loads_instrument(wrong)
    assert len(tuple(parts(bad.items))) == len(sections)
    assert body(consolidate([BASE, bad], NAMES).text) == body(BEFORE)


def loads_instrument(text: str) -> m.Instrument:
    """An amendment as it is read, whether or not it can be carried out."""
    return read(Source("amendment", text)).instruments[0]


@pytest.mark.parametrize(
    "operation",
    ["delete sentence 1 of section 3.4", "delete section 6.1", "delete sections 8.1, 8.2, 8.3 and 8.4"],
)
def test_v45_nothing_is_done_twice(operation: str) -> None:
    """V45. What was deleted cannot be deleted again; the sentence that is left of section 3.4 does not become its first."""
    messages = [message for code, message in told(second(operation)) if code == "A102"]
    assert messages
    assert all("of First Amendment` deleted" in message for message in messages)


def test_v45_the_amendment_itself_cannot_be_made_twice() -> None:
    """V45. The same instrument twice is an error, never passed over."""
    assert "A106" in {code for code, _ in told(f"{AMENDMENT}\n\n{AMENDMENT}")}


@tried
@given(stories(), st.sampled_from(DAYS))
def test_v47_the_agreement_stays_what_it_was(story: Story, as_of: date) -> None:
    """V47. Putting the amendment in makes another text: the agreement evaluates as it does where no amendment was ever read."""
    alone = load(FILES[0])
    assert alone.instruments == (BASE,)
    consolidate([BASE, FIRST], NAMES)
    assert body(alone.text_in_force(Texts())) == body(TEXTS[ORIGINAL].text_in_force(Texts())) == body(BEFORE)
    plain = Story(story.interest, tuple(one for one in story.entries if not amending(one[1])))
    assert conclusions(alone.evaluate(log_of(plain), as_of)) == conclusions(outcome(plain, as_of, ORIGINAL))


def amending(says: str) -> bool:
    """Whether an entry speaks of what only the amendment declares."""
    return any(name in says for name in ("First Amendment", "Board Vote", "Escrow Agreement Ended"))
