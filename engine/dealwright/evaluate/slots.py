"""Where the terms of several texts have their values: shared where two texts define them alike.

Definitions of every text are read from the start of the log, since a definition sees all of it. A text finds those that it
took out too: what was due or breached under them is read as they had it.
"""

from __future__ import annotations

from dealwright.program import Program


def _slots(programs: list[Program]) -> list[dict[str, str]]:
    """For each program, where each of its terms, and of those before it, has its value."""
    result: list[dict[str, str]] = []
    for place, program in enumerate(programs):
        mine: dict[str, str] = {}
        for key, rule in program.terms.items():
            slot = key if place == 0 else f"{key}#{place}"
            for before in range(place):
                other = programs[before].terms.get(key)
                same = other is not None and (
                    other is rule or (other.body == rule.body and other.each == rule.each and other.reads == rule.reads)
                )
                if (
                    same
                    and programs[before].calendar == program.calendar
                    and all(
                        mine.get(name[5:], name[5:]) == result[before].get(name[5:], name[5:])
                        for name in rule.reads
                        if name.startswith("term:")
                    )
                ):
                    slot = result[before][key]
                    break
            mine[key] = slot
        result.append({**result[-1], **mine} if result else mine)
    return result


def _universe(programs: list[Program], slots: list[dict[str, str]]) -> list[tuple[str, str, int]]:
    """Every term of every text once, in an order in which each comes after those it reads."""
    seen: set[str] = set()
    order = []
    for place, program in enumerate(programs):
        for key in program.terms:
            slot = slots[place][key]
            if slot not in seen:
                seen.add(slot)
                order.append((slot, key, place))
    return order


def limb_slot(slot: str, label: str) -> str:
    """The name under which the instants of a term, or of a limb of it, are kept."""
    return f"{slot} {label}" if label else slot
