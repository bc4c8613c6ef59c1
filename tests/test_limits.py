"""How much the engine takes, and who may change that."""

from datetime import date

import attrs
import pytest

from dealwright.limits import DEFAULT, Limits

STATED = {
    "file_bytes": 1024**2,
    "contract_bytes": 8 * 1024**2,
    "log_bytes": 16 * 1024**2,
    "nesting": 64,
    "chain": 1_000,
    "line": 4_096,
    "name": 128,
    "string": 16 * 1024,
    "digits": 34,
    "decimals": 12,
    "provisions": 10_000,
    "rules": 10_000,
    "amendments": 256,
    "dependencies": 1_000,
    "entries": 100_000,
    "steps": 10_000_000,
    "precision": 50,
    "exponent": 64,
    "amount": 10**15,
    "first_day": date(1900, 1, 1),
    "last_day": date(2999, 12, 31),
    "shown": 50,
    "echo": 160,
    "beyond_defaults": False,
}


def test_the_defaults_are_those_stated() -> None:
    """Every limit has the default that is documented."""
    assert attrs.asdict(DEFAULT) == STATED


@pytest.mark.parametrize("name", [name for name, default in STATED.items() if type(default) is int])
def test_a_number_may_be_lowered_to_one_and_not_raised(name: str) -> None:
    """The default itself and all below it are fine, down to 1."""
    default = getattr(DEFAULT, name)
    assert Limits.lowered(**{name: default}) == DEFAULT
    assert getattr(Limits.lowered(**{name: 1}), name) == 1
    with pytest.raises(ValueError, match=f"the limit {name} is 0; it must be at least 1"):
        Limits.lowered(**{name: 0})
    with pytest.raises(ValueError, match=f"the limit {name} is raised from {default} to {default + 1}"):
        Limits.lowered(**{name: default + 1})
    assert getattr(Limits.raised(**{name: default + 1}), name) == default + 1


def test_the_years_may_be_narrowed_and_not_widened() -> None:
    """For the first day lower means later."""
    assert Limits.lowered(first_day=date(1900, 1, 2), last_day=date(2999, 12, 30)).last_day == date(2999, 12, 30)
    with pytest.raises(ValueError, match="first_day is raised from 1900-01-01 to 1899-12-31"):
        Limits.lowered(first_day=date(1899, 12, 31))
    with pytest.raises(ValueError, match="last_day is raised"):
        Limits(last_day=date(3000, 1, 1))
    assert Limits.raised(first_day=date(1899, 12, 31)).first_day == date(1899, 12, 31)


def test_raising_one_does_not_let_it_take_nothing() -> None:
    """A limit of zero is refused however it is asked for."""
    with pytest.raises(ValueError, match="at least 1"):
        Limits.raised(name=0)


def test_a_changed_copy_keeps_to_the_same_rule() -> None:
    """There is no way round `raised`."""
    with pytest.raises(ValueError, match=r"only Limits\.raised does that"):
        attrs.evolve(DEFAULT, name=129)


def test_an_unknown_limit_is_refused() -> None:
    """A misspelt limit is no limit."""
    with pytest.raises(TypeError):
        Limits.lowered(nmae=5)
