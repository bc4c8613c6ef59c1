"""Answers for machines, as plain data that JSON can hold; `docs/json.md` says what each key means.

Days are ISO dates, money is `{"amount": "898765.44", "currency": "USD"}`, other numbers are texts, so that nothing is
rounded on the way. What is known only in part is a range or a choice, as in `dealwright.value.showing`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from dealwright.diagnostic import as_json
from dealwright.outcome import Answer, Due, Outcome, Writing
from dealwright.value import json_of


def json_outcome(outcome: Outcome) -> dict[str, Any]:
    """An outcome as plain data.

    Args:
        outcome: The answers of a day.

    Returns:
        `as_of`, `text`, `log`, `status`, `instruments`, `terms`, `calendar`, `next`, `history`, `assumptions`, `diagnostics`.
    """
    return {
        "as_of": outcome.as_of.isoformat(),
        "text": list(outcome.text),
        "log": outcome.result.facts.title,
        "status": outcome.status,
        **{
            key: _value(getattr(outcome, key))
            for key in ("text_as_of", "known_by")
            if getattr(outcome, key) is not None
        },
        "instruments": [_writing(one) for one in outcome.instruments.values()],
        "terms": {name: _answer(answer) for name, answer in outcome.terms.items()},
        "calendar": [_due(line) for line in outcome.calendar],
        "next": [day.isoformat() for day in outcome.next],
        "history": [
            {"on": change.at.day.isoformat(), "what": change.what, "cite": change.cite} for change in outcome.history
        ],
        "assumptions": list(outcome.assumptions),
        "diagnostics": [as_json(one) for one in outcome.diagnostics],
    }


def _writing(one: Writing) -> dict[str, Any]:
    """How an instrument stands."""
    found: dict[str, Any] = {"name": one.name, "status": one.status}
    found |= {key: _value(getattr(one, key)) for key in ("since", "until") if getattr(one, key) is not None}
    if one.waits:
        found["waits_for"] = list(one.waits)
    found["signed"] = [{"by": who, "on": on.isoformat()} for who, on in one.signed]
    return found


def _answer(answer: Answer) -> dict[str, Any]:
    """An answer: the keys that every answer has, then those that say something of this one."""
    found: dict[str, Any] = {"kind": answer.kind}
    if answer.status is None:
        found["value"] = _value(answer.value)
    else:
        found["status"] = answer.status.value
    for name in ("since", "due", "amount", "outstanding"):
        found[name] = _value(getattr(answer, name))
    found["cites"] = list(answer.cites)
    found["readings"] = list(answer.readings)
    found["needs"] = [list(group) for group in answer.needs]
    if len(answer.possible) > 1:
        found["possible"] = sorted(status.value for status in answer.possible)
    for name in ("paid", "interest", "breach"):
        if getattr(answer, name) is not None:
            found[name] = _value(getattr(answer, name))
    if answer.late:
        found["late"] = True
    if answer.by:
        found["by"] = list(answer.by)
    if answer.holders:
        found["holders"] = list(answer.holders)
    if answer.jointly:
        found["jointly"] = True
    if answer.reason:
        found["reason"] = answer.reason
    if answer.made:
        found["made"] = [{"on": _value(on), "true": json_of(truth)} for on, truth in answer.made]
    return found


def _due(line: Due) -> dict[str, Any]:
    """A line of the calendar."""
    return {
        "on": _value(line.on),
        "name": line.name,
        "actors": list(line.actors),
        "receivers": list(line.receivers),
        "outstanding": _value(line.outstanding),
        "status": line.status.value,
    }


def _value(value: Any) -> Any:
    """A value; nothing where there is none to state."""
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else json_of(value)
