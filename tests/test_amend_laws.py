"""The laws of amendments, on generated agreements: what stays, what changes, and that it is all or nothing."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from attrs import evolve
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend import consolidate
from dealwright.diagnostic import Severity
from dealwright.show import conformed, redline
from dealwright.text import Node, Text, body_of, spots
from strategies_text import BASE, Amended, agreements, amended, amendment_of, euros, wild_operations

NAME = "First Amendment"


def states(text: Text) -> dict[str, tuple[str, str, bool]]:
    """The unit and number of every provision of the agreement, and whether it stands."""
    return {
        spot.node.identity: (spot.node.unit, spot.node.number, not spot.gone) for spot in spots(text.body(BASE).content)
    }


@settings(deadline=None)
@given(amended())
def test_what_is_not_aimed_at_stays(case: Amended) -> None:
    """Every provision that no operation is aimed at is the same before and after, its number and identity too."""
    before, after = consolidate([case.base], []).text, consolidate([case.base, case.amendment], [NAME]).text
    for spot in spots(before.body(BASE).content):
        now = after.spot(spot.node.identity)
        assert (now.node.number, now.node.unit) == (spot.node.number, spot.node.unit)
        ways = {node.identity for node in spot.path}
        below = {inner.node.identity for inner in spots((spot.node,))}
        if not (ways | below) & set(case.targets):
            assert now.node == spot.node


@settings(deadline=None)
@given(amended())
def test_what_changed_is_what_was_aimed_at(case: Amended) -> None:
    """The changes and the redline name the targets and nothing else."""
    before, result = consolidate([case.base], []), consolidate([case.base, case.amendment], [NAME])
    assert result.diagnostics == ()
    assert len(result.changes) == len(case.targets)
    for change, target in zip(result.changes, case.targets, strict=True):
        assert change.identity.startswith(target)
        assert change.origin.instrument == NAME
    differing = {one.identity for one in redline(before.text, result.text) if one.kind != "equal"}
    own = {name for name in differing if not name.startswith(NAME)}
    assert all(any(name.startswith(target) for target in case.targets) for name in own)


@settings(deadline=None)
@given(amended(), st.randoms(use_true_random=False))
def test_the_order_of_disjoint_operations_does_not_count(case: Amended, random: Random) -> None:
    """Operations with disjoint targets give the same text in any order."""
    sections = list(case.amendment.items)
    random.shuffle(sections)
    other = evolve(case.amendment, items=tuple(sections))
    first = consolidate([case.base, case.amendment], [NAME]).text
    second = consolidate([case.base, other], [NAME]).text
    assert first.body(BASE) == second.body(BASE)


@settings(deadline=None)
@given(amended(), st.integers(0, 4))
def test_an_instrument_applies_whole_or_not_at_all(case: Amended, place: int) -> None:
    """One operation without its target stops all others, and is told with its instrument and target."""
    lost = m.Provision("section", "99", "", (m.Delete((e.Address((("sentence", "9"), ("section", "1"))),)),))
    sections = list(case.amendment.items)
    sections.insert(place, lost)
    result = consolidate([case.base, evolve(case.amendment, items=tuple(sections))], [NAME])
    assert result.text.bodies == (body_of(case.base),)
    assert result.changes == ()
    (told,) = result.diagnostics
    assert told.code == "A101"
    assert "`section 99 of First Amendment`" in told.message
    assert "`sentence 9 of section 1`" in told.message


@settings(deadline=None)
@given(amended())
def test_nothing_is_done_twice(case: Amended) -> None:
    """The same instrument again is an error; so is one that would delete or reword the same again."""
    twice = consolidate([case.base, case.amendment], [NAME, NAME])
    assert [found.code for found in twice.diagnostics] == ["A106"]
    once = consolidate([case.base, case.amendment], [NAME])
    again = tuple(
        section
        for section in case.amendment.items
        if isinstance(section, m.Provision) and not isinstance(section.items[1], m.Replace)
    )
    second = amendment_of("Second Amendment", again)
    both = consolidate([case.base, case.amendment, second], [NAME, second.name])
    codes = {found.code for found in both.diagnostics}
    assert codes <= {"A102", "A103", "A108", "A109"}
    if again:
        assert codes
        assert both.text.bodies == once.text.bodies


@settings(deadline=None)
@given(amended())
def test_the_old_text_is_left_alone(case: Amended) -> None:
    """Putting an amendment in makes another text, and the same one each time."""
    before = consolidate([case.base, case.amendment], []).text
    kept = states(before)
    first = consolidate([case.base, case.amendment], [NAME])
    assert states(before) == kept
    assert before.body(BASE) == body_of(case.base)
    assert consolidate([case.base, case.amendment], [NAME]) == first


def said(text: Text) -> list[tuple[str, str, bool, tuple[Any, ...]]]:
    """What the agreement says, whoever made it say so: its provisions in order, each with its own words and rules."""
    return [
        (
            spot.node.unit,
            spot.node.number,
            bool(spot.gone),
            tuple(one for one in spot.node.content if not isinstance(one, Node)),
        )
        for spot in spots(text.body(BASE).content)
    ]


@settings(deadline=None)
@given(amended(), st.integers(0, 4))
def test_two_steps_are_one(case: Amended, place: int) -> None:
    """An amendment whose operations are divided between two instruments, one after the other, gives the same agreement."""
    sections = case.amendment.items
    first, second = amendment_of(NAME, sections[:place]), amendment_of("Second Amendment", sections[place:])
    both = consolidate([case.base, first, second], [NAME, second.name])
    assert both.diagnostics == ()
    assert said(both.text) == said(consolidate([case.base, case.amendment], [NAME]).text)


@settings(deadline=None)
@given(amended())
def test_what_is_undone_is_as_it_was(case: Amended) -> None:
    """An instrument and another that undoes it, last operation first, restore the words and the rules."""
    undoing = [one for section in reversed(case.amendment.items) if (one := undone(case.base, section)) is not None]
    assume(len(undoing) == len(case.amendment.items))
    second = amendment_of("Second Amendment", tuple(undoing))
    back = consolidate([case.base, case.amendment, second], [NAME, second.name])
    assert back.diagnostics == ()
    standing = [one for one in said(back.text) if not one[2]]
    assert standing == said(consolidate([case.base], []).text)


def identity_of(address: e.Address) -> str:
    """The identity of a provision of the agreement by its address."""
    return f"{BASE}: {' / '.join(f'{unit} {number}' for unit, number in reversed(address.steps))}"


def undone(base: m.Instrument, section: Any) -> m.Provision | None:
    """The section that undoes what one of an amendment does; nothing if a deletion leaves it no place."""
    was = body_of(base)
    match section.items[1]:
        case m.Replace(targets=(e.Address() as address,)):
            old = next(spot.node for spot in spots(was.content) if spot.node.identity == identity_of(address))
            back: m.Operation = m.Replace((address,), tuple(one for one in old.content if not isinstance(one, Node)))
        case m.WordChange(pairs=((old, new),), targets=targets):
            back = m.WordChange("replace", ((new, old),), targets, 1, no_rule=True)
        case m.ChangeValue(term=term, old=old, new=new):
            back = m.ChangeValue(term, new, old, no_words=True)
        case m.Insert(address=address):
            back = m.Delete((e.Address((("paragraph", "1"), *address.steps)),))
        case _:
            return None
    return evolve(section, items=(section.items[0], back))


def standing(text: Text) -> tuple[object, ...]:
    """What the agreement says where it stands, at its top too, and where it says nothing any more."""
    content = text.body(BASE).content
    headings = [spot.node.heading for spot in spots(content)]
    return (
        tuple(one for one in content if not isinstance(one, Node)),
        tuple(
            (unit, number, heading, gone, () if gone else own)
            for (unit, number, gone, own), heading in zip(said(text), headings, strict=True)
        ),
    )


def of_one_day(name: str, operations: list[m.Operation]) -> m.Instrument:
    """An amendment that bears the day that all such bear, with a section for each operation."""
    sections = tuple(m.Provision("section", str(at), "", (one,)) for at, one in enumerate(operations, 1))
    made = amendment_of(name, sections)
    return evolve(made, settings=(*made.settings, m.Setting("dated", (), e.Literal("date", date(2031, 6, 1)))))


def matching(before: m.Instrument) -> st.SearchStrategy[m.Operation]:
    """Operations of different sorts that reach the words or the value of one leaf of an agreement."""
    leaves = [(spot.node, spot.path) for spot in spots(body_of(before).content) if spot.node.content]
    terms = [
        (node, e.Address(tuple((one.unit, one.number) for one in reversed(path))), item)
        for node, path in leaves[:2]
        for item in node.content
        if isinstance(item, m.Definition)
    ]
    some = st.sampled_from(("1", "2", "3"))
    return st.sampled_from(terms).flatmap(
        lambda leaf: st.one_of(
            st.builds(m.ChangeValue, st.just(e.Ref(leaf[2].name)), st.just(leaf[2].meaning),
                      st.sampled_from((1000, 2000)).map(euros), no_words=st.booleans()),
            st.builds(m.WordChange, st.just("replace"), some.map(lambda new: (("payable", f"due {new}"),)),
                      st.just((leaf[1],)), st.just(1), no_rule=st.just(True)),  # noqa: FBT003 - a strategy
            st.builds(m.WordChange, st.just("replace"), some.map(lambda new: (("payable", f"owed {new}"),)), st.just(()),
                      st.just(m.EVERYWHERE), no_rule=st.just(True)),  # noqa: FBT003 - a strategy
            st.builds(m.Substitute, st.just(leaf[2].name), some.map(lambda new: f"Price {new}")),
            st.builds(m.Delete, st.just((leaf[1],))),
            st.builds(m.Delete, st.just((e.Address(term=leaf[2].name),))),
        )
    )  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_the_order_of_equals_does_not_count(data: st.DataObject) -> None:
    """Of two or three instruments of one rank the text is the same in whichever order they are put in, or it is told."""
    base = data.draw(agreements())
    operation = st.one_of(wild_operations, matching(base))
    together = [
        of_one_day(f"Amendment {number}", data.draw(st.lists(operation, min_size=1, max_size=2)))
        for number in range(1, data.draw(st.integers(2, 3)) + 1)
    ]
    orders = [
        consolidate([base, *together], [one.name for one in turn])
        for turn in (together, together[::-1], [*together[1:], together[0]])
    ]
    results = {(standing(one.text), frozenset(body.name for body in one.text.bodies)) for one in orders}
    assert len(results) == 1
    assert len({"A104" in {told.code for told in one.diagnostics} for one in orders}) == 1


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_equals_are_told_just_where_their_order_counts(data: st.DataObject) -> None:
    """A conflict of two is told just where one after the other gives another text than the other after the one."""
    base = data.draw(agreements())
    operation = st.one_of(wild_operations, matching(base))
    pair = [of_one_day(f"Amendment {number}", [data.draw(operation)]) for number in (1, 2)]
    told = "A104" in {one.code for one in consolidate([base, *pair], [one.name for one in pair]).diagnostics}
    bare = [evolve(one, settings=one.settings[:1]) for one in pair]
    orders = [consolidate([base, *bare], [one.name for one in turn]) for turn in (bare, bare[::-1])]
    texts = [(standing(one.text), {body.name for body in one.text.bodies}) for one in orders]
    assert told == (texts[0] != texts[1])


@settings(deadline=None)
@given(agreements())
def test_identities_are_unique(base: m.Instrument) -> None:
    """No two provisions have one identity."""
    names = [spot.node.identity for spot in spots(body_of(base).content)]
    assert len(names) == len(set(names))


@settings(deadline=None, max_examples=200)
@given(agreements(), st.lists(st.lists(wild_operations, min_size=1, max_size=3), min_size=1, max_size=2))
def test_every_instrument_is_carried_out_or_told(base: m.Instrument, amendments: list[list[m.Operation]]) -> None:
    """Whatever an instrument asks for is done, or it is told why it cannot be; then the text is as it was before."""
    known = [base]
    before = consolidate(known, []).text
    for number, operations in enumerate(amendments):
        sections = tuple(m.Provision("section", str(at), "", (one,)) for at, one in enumerate(operations, 1))
        known.append(amendment_of(f"Amendment {number}", sections))
        result = consolidate(known, [one.name for one in known[1:]])
        names = [spot.node.identity for body in result.text.bodies for spot in spots(body.content)]
        assert len(names) == len(set(names))
        if known[-1].name not in {body.name for body in result.text.bodies}:
            assert any(told.severity is Severity.ERROR for told in result.diagnostics)
            assert result.text.bodies == before.bodies
        before = result.text
        assert conformed(before)
