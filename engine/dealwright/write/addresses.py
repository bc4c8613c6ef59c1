"""Addresses as text: `sentence 1 of section 3.4(a) of First Amendment`, `sections 8.1, 8.2 and 8.4`.

Limbs follow the number of what they stand in, as contracts cite them; everything else goes from the innermost outwards.
"""

from __future__ import annotations

from collections.abc import Sequence

from dealwright.expression import POSITIONS, Address, AddressGroup, AddressRange, Aim
from dealwright.write.lines import listed


def address(node: Address) -> str:
    """An address, as one is cited."""
    if node.contents:
        return f"everything in {_plain(node)}"
    return _plain(node)


def addresses(nodes: Sequence[Aim]) -> str:
    """One address, a row of addresses, a run of neighbours, or some of those in one place."""
    plain: list[Address] = []
    for node in nodes:
        if isinstance(node, AddressRange):
            return _run(node)
        if isinstance(node, AddressGroup):
            return _group(node)
        plain.append(node)
    cited = [_steps(node.steps) for node in plain]
    numbered = all(_is_number(number) for _, number, _ in cited)
    alike = (
        numbered
        and len({(unit, rest, node.instrument) for node, (unit, _, rest) in zip(plain, cited, strict=True)}) == 1
    )
    if len(plain) > 1 and alike and plain[0].steps and not any(node.contents for node in plain):
        unit, _, rest = cited[0]
        return f"{unit}s {listed([number for _, number, _ in cited])}{_of(rest, plain[0].instrument)}"
    return listed([address(node) for node in plain])


def _run(node: AddressRange) -> str:
    unit, number, rest = _steps(node.within.steps)
    within = " of ".join(part for part in (_named(unit, number), rest) if part)
    return f"{node.unit}s {node.first} to {node.last}{_of(within, node.within.instrument)}"


def _group(node: AddressGroup) -> str:
    unit, number, rest = _steps(node.within.steps)
    within = _of(" of ".join(part for part in (_named(unit, number), rest) if part), node.within.instrument)
    if node.which == "every":
        return f"every {node.unit}{within}"
    return f"{node.which} {node.count} {node.unit}s{within}"


def _is_number(number: str) -> bool:
    """Whether a step has a number, and no place in a row, nor nothing."""
    return bool(number) and number not in POSITIONS


def _named(unit: str, number: str) -> str:
    return f"{number} {unit}" if number in POSITIONS else f"{unit} {number}".strip()


def _plain(node: Address) -> str:
    if node.row:
        return f"row {node.row} of table {node.term}"
    if node.term:
        return f"table {node.term}" if node.table else f"definition of {node.term}"
    unit, number, rest = _steps(node.steps)
    return f"{_named(unit, number)}{_of(rest, node.instrument)}"


def _steps(steps: Sequence[tuple[str, str]]) -> tuple[str, str, str]:
    """The innermost unit, its number with the limbs in it, and what both stand in."""
    found: list[tuple[str, str]] = []
    limbs = ""
    for place, (unit, number) in enumerate(steps):
        follows = place + 1 < len(steps) and steps[place + 1][0] != "sentence" and _is_number(steps[place + 1][1])
        if unit == "clause" and number.startswith("(") and follows:
            limbs = number + limbs
        else:
            found.append((unit, number + limbs))
            limbs = ""
    if not found:
        return "", "", ""
    (unit, number), *outer = found
    return unit, number, " of ".join(_named(outer_unit, outer_number) for outer_unit, outer_number in outer)


def _of(place: str, instrument: str) -> str:
    return "".join(f" of {part}" for part in (place, instrument) if part)
