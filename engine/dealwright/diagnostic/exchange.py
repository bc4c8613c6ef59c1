"""Diagnostics for machines: our own JSON, and SARIF 2.1.0, which code hosts and editors show beside the text."""

from collections.abc import Sequence
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from dealwright.codes import CODES, FAMILIES, Code
from dealwright.diagnostic.record import Diagnostic, Place

_Json: TypeAlias = dict[str, Any]

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_json(diagnostic: Diagnostic) -> _Json:
    """A diagnostic as plain data.

    Returns:
        `code`, `slug`, `severity`, `message`, `place`, `also`, `notes`, `help`. A place has `file`, `line`,
        `column`, `end_line`, `end_column` (all from 1, the last just after the words), `label` and `trail`; for
        what nobody wrote `file` is empty.
    """
    return {
        "code": diagnostic.code,
        "slug": CODES[diagnostic.code].slug,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "place": _place(diagnostic.place),
        "also": [_place(place) for place in diagnostic.also],
        "notes": list(diagnostic.notes),
        "help": diagnostic.help,
    }


def _place(place: Place) -> _Json:
    span = place.span
    return {
        "file": span.source.name,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "label": place.label,
        "trail": list(place.trail),
    }


def as_sarif(diagnostics: Sequence[Diagnostic]) -> _Json:
    """All diagnostics of one run as a SARIF 2.1.0 log, in the order given."""
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "dealwright", "rules": [_rule(CODES[code]) for code in codes]}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(diagnostic, codes.index(diagnostic.code)) for diagnostic in diagnostics],
            },
        ],
    }


def _rule(code: Code) -> _Json:
    return {
        "id": code.code,
        "name": code.slug,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.finds},
        "defaultConfiguration": {"level": code.severity.value},
        "properties": {"tags": [FAMILIES[code.family]]},
    }


def _result(diagnostic: Diagnostic, rule: int) -> _Json:
    advice = [f"help: {diagnostic.help}"] if diagnostic.help else []
    return {
        "ruleId": diagnostic.code,
        "ruleIndex": rule,
        "level": diagnostic.severity.value,
        "message": {"text": "\n".join([diagnostic.message, *diagnostic.notes, *advice])},
        "locations": _locations((diagnostic.place,)),
        "relatedLocations": _locations(diagnostic.also),
    }


def _locations(places: Sequence[Place]) -> list[_Json]:
    """The locations of those places that stand in a file, or under a heading."""
    return [location for place in places if (location := _location(place))]


def _location(place: Place) -> _Json:
    span = place.span
    location: _Json = {}
    if span.source.name:
        location["physicalLocation"] = {
            "artifactLocation": {"uri": quote(span.source.name.replace("\\", "/"), errors="backslashreplace")},
        }
    if span.source.name and span.source.text:
        location["physicalLocation"]["region"] = {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        }
    if place.trail:
        location["logicalLocations"] = [{"fullyQualifiedName": " > ".join(place.trail)}]
    if location and place.label:
        location["message"] = {"text": place.label}
    return location
