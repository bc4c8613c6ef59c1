"""Two contracts beside each other: words, rules, and how everything stands under each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dealwright.outcome import Outcome
    from dealwright.pipeline import Contract


def compared(before: Contract, after: Contract, outcomes: Sequence[Outcome]) -> tuple[str, dict[str, Any]]:
    """What differs between two contracts, for people and for machines.

    Args:
        before: One contract.
        after: The other.
        outcomes: Their outcomes on one log, if they are to be compared.
    """
    from dealwright.render import outcomes_table
    from dealwright.show import marked, redline, rules_diff, told
    from dealwright.write import item

    old, new = before.text(), after.text()
    words = [one for one in redline(old, new) if one.kind != "equal"]
    rules = rules_diff(old, new)
    parts = ["Words\n", _indented(marked(tuple(words)) or "no words differ")]
    parts += ["\nRules\n", _indented(told(rules) or "no rules differ")]
    data: dict[str, Any] = {
        "words": [
            {
                "kind": one.kind,
                "instrument": one.instrument,
                "address": one.address,
                "by": list(one.by),
                "words": [{"kind": run.kind, "words": run.words} for run in one.words],
            }
            for one in words
        ],
        "rules": [
            {
                "kind": one.kind,
                "name": one.name,
                "instrument": one.instrument,
                "address": one.address,
                "by": str(origin),
                "before": [line for rule in one.before for line in item(rule)],
                "after": [line for rule in one.after for line in item(rule)],
            }
            for origin, changes in rules
            for one in changes
        ],
    }
    if outcomes:
        rows = outcomes_table(*outcomes)
        lines = [f"{name}\n    - {first}\n    + {second}\n" for name, first, second in rows]
        parts += [
            f"\nOutcomes as of {outcomes[0].as_of.isoformat()}\n",
            _indented("".join(lines) or "no outcomes differ"),
        ]
        data["as_of"] = outcomes[0].as_of.isoformat()
        data["outcomes"] = [{"name": name, "before": first, "after": second} for name, first, second in rows]
    return "".join(parts), data


def _indented(text: str) -> str:
    """A text one level deeper."""
    return "".join(f"  {line}".rstrip() + "\n" for line in text.rstrip("\n").split("\n"))
