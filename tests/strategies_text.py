"""Agreements with amendments that fit them, made as models.

An agreement has sections of one of three shapes: words with a rule, sentences, clauses. An amendment has one section
for each operation, and no two of its operations touch the same thing.
"""

from __future__ import annotations

from fractions import Fraction

from attrs import evolve, frozen
from hypothesis import strategies as st

from dealwright import expression as e
from dealwright import model as m
from dealwright.value import Money

WORDS = ("rent", "bread", "oven", "window", "key", "garden", "thirty days", "lease", "door", "price")
BASE = "Bakery Lease"


@frozen
class Amended:
    """An agreement and an amendment of it.

    Attributes:
        base: The agreement.
        amendment: The amendment; its operations have disjoint targets.
        targets: The identities of the provisions that it changes.
    """

    base: m.Instrument
    amendment: m.Instrument
    targets: tuple[str, ...]


def euros(amount: int) -> e.Literal:
    """An amount."""
    return e.Literal("money", Money(Fraction(amount), "EUR"))


@st.composite
def words(draw: st.DrawFn, mark: str) -> m.Words:
    """Some words with a mark that stands in no other provision."""
    drawn = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5))
    return m.Words((" ".join((*drawn, mark)), f"payable, {draw(st.sampled_from(WORDS))}."))


@st.composite
def leaf(draw: st.DrawFn, unit: str, number: str, mark: str, amount: int) -> m.Provision:
    """A provision with words and a rule, the mark being the name that it defines."""
    return m.Provision(unit, number, "", (draw(words(mark)), m.Definition(mark, euros(amount))))


@st.composite
def agreements(draw: st.DrawFn) -> m.Instrument:
    """An agreement of some sections."""
    sections: list[m.Item] = []
    for number in range(1, draw(st.integers(2, 6)) + 1):
        shape = draw(st.sampled_from(("leaf", "sentence", "clause")))
        if shape == "leaf":
            sections.append(draw(leaf("section", str(number), f"Term {number}", number)))
            continue
        count = draw(st.integers(1, 3))
        inner = tuple(
            draw(
                leaf(
                    shape,
                    str(n) if shape == "sentence" else f"({chr(96 + n)})",
                    f"Term {number} Part {n}",
                    10 * number + n,
                )
            )
            for n in range(1, count + 1)
        )
        sections.append(m.Provision("section", str(number), draw(st.sampled_from(("", "Rent"))), inner))
    return m.Instrument("agreement", BASE, "", (), tuple(sections))


@st.composite
def operations(draw: st.DrawFn, provision: m.Provision, address: e.Address) -> m.Operation:
    """An operation on a provision with words and a rule."""
    definition = provision.items[1]
    assert isinstance(definition, m.Definition)
    kind = draw(st.sampled_from(("replace", "delete", "words", "value", "insert")))
    if kind == "delete":
        return m.Delete((address,), expecting=definition.name)
    if kind == "words":
        return m.WordChange("replace", ((definition.name, "the sum"),), (address,), 1, no_rule=True)
    if kind == "value":
        return m.ChangeValue(
            e.Ref(definition.name), definition.meaning, euros(draw(st.integers(1000, 2000))), no_words=True
        )
    new = draw(words(f"New {definition.name}"))
    if kind == "insert":
        inner = m.Provision("paragraph", "1", "", (new, m.NoRule()))
        return m.Insert("at the end of", address, (inner,))
    return m.Replace((address,), (new, evolve(definition, meaning=euros(7))))


@st.composite
def amended(draw: st.DrawFn) -> Amended:
    """An agreement with an amendment that can be carried out."""
    base = draw(agreements())
    leaves: list[tuple[m.Provision, e.Address, str]] = []
    for section in base.items:
        assert isinstance(section, m.Provision)
        step, name = ("section", section.number), f"{BASE}: section {section.number}"
        if isinstance(section.items[0], m.Words):
            leaves.append((section, e.Address((step,)), name))
            continue
        for inner in section.items:
            assert isinstance(inner, m.Provision)
            address = e.Address(((inner.unit, inner.number), step))
            leaves.append((inner, address, f"{name} / {inner.unit} {inner.number}"))
    chosen = draw(st.lists(st.sampled_from(leaves), min_size=1, max_size=4, unique_by=lambda one: one[2]))
    sections = tuple(
        m.Provision("section", str(number), "", (m.Words(("It is agreed:",)), draw(operations(provision, address))))
        for number, (provision, address, _) in enumerate(chosen, 1)
    )
    return Amended(base, amendment_of("First Amendment", sections), tuple(name for _, _, name in chosen))


def amendment_of(name: str, sections: tuple[m.Item, ...]) -> m.Instrument:
    """An amendment of the agreement."""
    return m.Instrument("amendment", name, "", (m.Setting("amends", (BASE,)),), sections)


# ---------------------------------------------------------------- operations that may not fit

_NUMBERS = st.integers(1, 4).map(str)
_INNER = st.one_of(
    st.tuples(st.just("sentence"), st.one_of(_NUMBERS, st.sampled_from(e.POSITIONS))),
    st.tuples(st.just("clause"), st.one_of(st.sampled_from(("(a)", "(b)", "(c)")), st.sampled_from(e.POSITIONS))),
)
_OUTER = st.tuples(st.just("section"), st.one_of(_NUMBERS, st.just("last")))
_AIMS = st.one_of(
    st.builds(lambda outer: e.Address((outer,)), _OUTER),
    st.builds(lambda inner, outer: e.Address((inner, outer)), _INNER, _OUTER),
    st.builds(e.Address, term=st.integers(1, 4).map(lambda number: f"Term {number}")),
    st.builds(
        e.AddressGroup,
        st.sampled_from(("section", "clause", "sentence")),
        st.sampled_from(("every", "first", "last", "all but first", "all but last")),
        st.integers(0, 3),
        st.one_of(st.just(e.Address()), st.builds(lambda outer: e.Address((outer,)), _OUTER)),
    ),
    st.builds(e.AddressRange, st.just("section"), _NUMBERS, _NUMBERS, st.just(e.Address())),
)
_TARGETS = st.lists(_AIMS, min_size=1, max_size=2).map(tuple)
_ADDRESSES = _AIMS.filter(lambda aim: isinstance(aim, e.Address))
_SOUGHT = st.sampled_from(("rent", "payable", "Term 1", ".", "Term 2 Part 1"))
_MATTER = st.one_of(
    st.just((m.Words(("Something new.",)), m.NoRule())),
    st.just((m.Words(("Something new.",)),)),
    st.integers(1, 9).map(lambda number: (m.Definition(f"Term {number}", euros(number)),)),
    st.integers(1, 5).map(lambda number: (m.Provision("section", str(number), "", (m.Words(("As section 1.",)),)),)),
    st.sampled_from(("(a)", "(e)")).map(lambda label: (m.Provision("clause", label, "", (m.NoRule(),)),)),
)

wild_operations = st.one_of(
    st.builds(m.Replace, _TARGETS, _MATTER, restated=st.booleans()),
    st.builds(m.Replace, st.just((e.Address(),)), _MATTER, restated=st.just(True)),  # noqa: FBT003 - a strategy
    st.builds(m.Delete, _TARGETS, leaving=st.sampled_from(("", "Intentionally Omitted"))),
    st.builds(m.Insert, st.sampled_from(("after", "before", "in", "at the end of")), _ADDRESSES, _MATTER),
    st.builds(
        m.WordChange,
        st.just("replace"),
        st.lists(st.tuples(_SOUGHT, _SOUGHT), min_size=1, max_size=2).map(tuple),
        st.one_of(st.just(()), _TARGETS),
        st.sampled_from((1, 2, m.EVERYWHERE, m.AT_THE_END)),
        no_rule=st.booleans(),
    ),
    st.builds(m.Renumber, _TARGETS, _TARGETS, st.booleans()),
    st.builds(m.ChangeValue, st.just(e.Ref("Term 1")), st.just(euros(1)), st.just(euros(2))),
    st.builds(m.Substitute, st.sampled_from(("Term 1", "rent", "Nothing")), st.sampled_from(("Term 2", "Price"))),
    st.builds(m.Join, st.just(("Guarantor",))),
    st.builds(m.Reaffirm, _TARGETS),
)
"""Operations on an agreement that may not have what they are aimed at."""
