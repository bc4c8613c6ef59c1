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
