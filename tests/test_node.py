"""What all parts of a contract have in common."""

from __future__ import annotations

import pickle

import attrs
import pytest

from dealwright.node import node


@node
class Step:
    """A part with a place, which does not count."""

    name: str
    count: int = 1
    place: str = attrs.field(default="", eq=False, repr=False)


@node
class Leap:
    """A part that says the same in other words."""

    name: str
    count: int = 1


@node
class Halt:
    """A part that says nothing."""


def test_parts_are_equal_when_they_say_the_same() -> None:
    """Places do not count, kinds do."""
    assert Step("up", 2, place="here") == Step("up", 2, place="there")
    assert hash(Step("up", 2, place="here")) == hash(Step("up", 2, place="there"))
    assert Step("up") != Step("down")
    others: tuple[object, ...] = (Leap("up"), ("up", 1), None)
    assert all(Step("up") != other for other in others)
    assert Halt() == Halt()
    assert len({Step("up"), Step("up"), Leap("up"), Halt(), Halt()}) == 3


def test_parts_never_change() -> None:
    """A part is frozen, and has no room for more."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Step("up").name = "down"  # type: ignore[misc]
    assert not hasattr(Step("up"), "__dict__")
    assert attrs.evolve(Step("up"), count=3) == Step("up", 3)


def test_parts_are_shown_with_what_they_say() -> None:
    """As attrs would show them."""
    assert repr(Step("up", place="here")) == "Step(name='up', count=1)"
    assert repr(Halt()) == "Halt()"


def test_parts_can_be_sent_elsewhere() -> None:
    """A copy that went through a pickle says the same."""
    assert pickle.loads(pickle.dumps(Step("up", 2))) == Step("up", 2)  # noqa: S301 - made here
