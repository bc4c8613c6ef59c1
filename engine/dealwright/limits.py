"""How much of everything the engine takes, in one place.

A contract that people sign fits far inside these limits. They are there so that no text, however long, deep or
cleverly made, can make a machine run out of time or memory: each is checked before the work that it bounds is done,
and what passes one is answered with a diagnostic of family X that names the limit.

A caller may lower any of them. Raising one is a decision that must be seen in the code that makes it: `Limits(...)` and
`Limits.lowered` refuse it, and `Limits.raised` is the way to say it.
"""

from datetime import date
from typing import Any, Final, Self

import attrs
from attrs import frozen

from dealwright.arguments import of_kind

_GIVE: Final = {int: "a whole number", date: "a day"}


@frozen(kw_only=True)
class Limits:
    """The limits of one run. All are inclusive: a thing of exactly this size is still taken.

    Attributes:
        file_bytes: The size of one `.deal` file.
        contract_bytes: The size of all `.deal` files of one contract together.
        log_bytes: The size of one log.
        nesting: How deep expressions and blocks may stand in each other.
        chain: The terms in one chain, as in `A + B + C` or `X and Y and Z`.
        line: The characters of one line.
        name: The characters of one name.
        string: The characters of one quoted text.
        digits: The digits of one number as written.
        decimals: How many of these may stand after the point.
        provisions: The provisions of one contract.
        rules: The rules of one contract.
        amendments: The instruments in one chain of amendments.
        dependencies: How many rules may lean on each other in a row.
        entries: The entries of one log.
        steps: The steps of one evaluation.
        precision: The significant digits to which an inexact result is kept.
        exponent: The largest power of ten of a number, and the smallest with a minus sign.
        amount: The largest amount of money, up or down.
        first_day: The earliest date.
        last_day: The latest date.
        shown: How many diagnostics are shown before the rest is counted.
        echo: How many characters of the person's own text are repeated in a diagnostic.
        beyond_defaults: Whether a limit may be higher than the default; said by `Limits.raised` only.
    """

    file_bytes: int = 1 << 20
    contract_bytes: int = 8 << 20
    log_bytes: int = 16 << 20
    nesting: int = 64
    chain: int = 1_000
    line: int = 4_096
    name: int = 128
    string: int = 16 << 10
    digits: int = 34
    decimals: int = 12
    provisions: int = 10_000
    rules: int = 10_000
    amendments: int = 256
    dependencies: int = 1_000
    entries: int = 100_000
    steps: int = 10_000_000
    precision: int = 50
    exponent: int = 64
    amount: int = 10**15
    first_day: date = date(1900, 1, 1)
    last_day: date = date(2999, 12, 31)
    shown: int = 50
    echo: int = 160
    beyond_defaults: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse a limit that takes nothing, and one above its default that nobody asked to raise.

        Raises:
            TypeError: One is of another kind than its default.
            ValueError: One takes nothing, or is raised.
        """
        for limit in attrs.fields(Limits):
            wanted = getattr(self, limit.name)
            if limit.name == "beyond_defaults":
                continue
            if type(wanted) is not type(limit.default):
                of_kind(limit.name, wanted, (), f"{_GIVE[type(limit.default)]}, such as the default {limit.default}")
            if isinstance(wanted, int) and wanted < 1:
                message = f"the limit {limit.name} is {wanted}; it must be at least 1"
                raise ValueError(message)
            higher = wanted < limit.default if limit.name == "first_day" else wanted > limit.default
            if higher and not self.beyond_defaults:
                message = (
                    f"the limit {limit.name} is raised from {limit.default} to {wanted}; only Limits.raised does that"
                )
                raise ValueError(message)

    @classmethod
    def lowered(cls, **limits: Any) -> Self:
        """The default limits, but for those named, which are lower.

        Raises:
            ValueError: If one is higher than its default, or below 1.
        """
        return cls(**limits)

    @classmethod
    def raised(cls, **limits: Any) -> Self:
        """The default limits, but for those named, which may be higher: what they bound is then for the caller to bear.

        Raises:
            ValueError: If one is below 1.
        """
        return cls(**limits, beyond_defaults=True)


DEFAULT: Final = Limits()
"""The limits that hold where nobody says otherwise."""
