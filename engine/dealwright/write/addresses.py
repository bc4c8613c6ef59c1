"""Addresses as text: `sentence 1 of section 3.4(a) of First Amendment`, `sections 8.1, 8.2 and 8.4`.

Limbs follow the number of what they stand in, as contracts cite them; everything else goes from the innermost outwards.
"""

from __future__ import annotations

from collections.abc import Sequence

from dealwright.expression import Address, AddressRange
from dealwright.write.lines import listed


def address(node: Address) -> str:
    """An address, as one is cited."""
    if node.contents:
        return f"everything in {_plain(node)}"
    return _plain(node)


def addresses(nodes: Sequence[Address | AddressRange]) -> str:
    """One address, a row of addresses, or a run of neighbours."""
    plain: list[Address] = []
    for node in nodes:
        if isinstance(node, AddressRange):
            return _run(node)
        plain.append(node)
    cited = [_steps(node.steps) for node in plain]
    alike = len({(unit, rest, node.instrument) for node, (unit, _, rest) in zip(plain, cited, strict=True)}) == 1
    if len(plain) > 1 and alike and plain[0].steps and not any(node.contents for node in plain):
        unit, _, rest = cited[0]
        return f"{unit}s {listed([number for _, number, _ in cited])}{_of(rest, plain[0].instrument)}"
    return listed([address(node) for node in plain])


def _run(node: AddressRange) -> str:
    unit, number, rest = _steps(node.within.steps)
    within = " of ".join(part for part in (f"{unit} {number}".strip(), rest) if part)
    return f"{node.unit}s {node.first} to {node.last}{_of(within, node.within.instrument)}"


def _plain(node: Address) -> str:
    if node.row:
        return f"row {node.row} of table {node.term}"
    if node.term:
        return f"definition of {node.term}"
    unit, number, rest = _steps(node.steps)
    return f"{unit} {number}{_of(rest, node.instrument)}"


def _steps(steps: Sequence[tuple[str, str]]) -> tuple[str, str, str]:
    """The innermost unit, its number with the limbs in it, and what both stand in."""
    found: list[tuple[str, str]] = []
    limbs = ""
    for place, (unit, number) in enumerate(steps):
        if unit == "clause" and number.startswith("(") and place + 1 < len(steps) and steps[place + 1][0] != "sentence":
            limbs = number + limbs
        else:
            found.append((unit, number + limbs))
            limbs = ""
    if not found:
        return "", "", ""
    (unit, number), *outer = found
    return unit, number, " of ".join(f"{outer_unit} {outer_number}" for outer_unit, outer_number in outer)


def _of(place: str, instrument: str) -> str:
    return "".join(f" of {part}" for part in (place, instrument) if part)
