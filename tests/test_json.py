"""What machines read: the outcome follows its schema, and the schema follows what is documented."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dealwright import model as m
from dealwright.log import Log
from dealwright.pipeline import Contract, load, loads
from dealwright.render import json_outcome

ROOT = Path(__file__).resolve().parent.parent
SCHEMA = json.loads((ROOT / "engine/dealwright/schema/outcome.json").read_text(encoding="utf-8"))
CHECK = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
PAGE = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
MEANING = sorted((ROOT / "tests" / "meaning").glob("*.deal"))
PATENT = ROOT / "contracts" / "patent_purchase"


def outcomes(contract: Contract) -> list[dict[str, Any]]:
    """The outcome of every day that the scenarios of a contract ask about."""
    found = []
    for scenario in contract.scenarios:
        log = Log.of(scenario)
        for line in scenario.lines:
            if isinstance(line, m.Expect) and line.as_of is not None:
                found.append(json_outcome(contract.evaluate(log, line.as_of)))
    return found


def test_the_schema_is_one() -> None:
    """The schema keeps to the rules for schemas."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", MEANING, ids=lambda path: path.stem)
def test_outcomes_follow_the_schema(path: Path) -> None:
    """Whatever can be asked of a contract is answered in the form that is documented."""
    for found in outcomes(load(path)):
        CHECK.validate(json.loads(json.dumps(found)))


def test_the_schema_refuses_other_things() -> None:
    """The schema can fail: a term without its keys, with both a status and a value, money as a number."""
    good = outcomes(load(MEANING[0]))[0]
    name = next(name for name, term in good["terms"].items() if "status" in term)
    for change in (
        {"status": "fine"},
        {"value": "yes"},
        {"amount": 12.5},
        {"since": "1 May 2031"},
        {"extra": 1},
        {"due": {"comes": "tomorrow"}},
    ):
        bad = json.loads(json.dumps(good))
        bad["terms"][name].update(change)
        with pytest.raises(jsonschema.ValidationError):
            CHECK.validate(bad)
    bad = json.loads(json.dumps(good))
    del bad["terms"][name]["needs"]
    with pytest.raises(jsonschema.ValidationError):
        CHECK.validate(bad)


def test_the_first_contract_for_machines() -> None:
    """Dates are ISO, money is exact and has its currency, and the amending section is cited."""
    contract = load(PATENT / "agreement.deal", PATENT / "amendment.deal")
    found = json_outcome(contract.evaluate(Log.read(PATENT / "logs" / "as_it_happened.toml"), date(2004, 4, 1)))
    CHECK.validate(json.loads(json.dumps(found)))
    payment = found["terms"]["Closing Payment"]
    assert payment["status"] == "performed"
    assert payment["since"] == payment["due"] == "2004-03-31"
    assert payment["amount"] == {"amount": "898765.44", "currency": "USD"}
    assert payment["outstanding"] is None
    assert "First Amendment" in payment["cites"][0]
    assert found["terms"]["Outside Date Termination"]["reason"] == "deleted by section 5.1 of First Amendment"
    assert found["terms"]["Deposit Released"]["value"] == {"amount": "901234.56", "currency": "USD"}
    assert found["text"] == ["Patent Purchase Agreement", "First Amendment"]
    assert list(found) == [
        "as_of",
        "text",
        "log",
        "status",
        "instruments",
        "terms",
        "calendar",
        "next",
        "history",
        "assumptions",
        "diagnostics",
    ]


def test_what_is_not_known_is_told_as_such() -> None:
    """An input that nobody gave, a range of days, a set of statuses, and what would settle them."""
    contract = loads(
        "agreement L\n    between A and B\n    currency EUR\nparty A\nparty B\nevent Start\ninput Share: number\n"
        "Half means Share / 2\nduty D\n    A must pay €5 to B\n    within 5 days after Start\n"
    )
    found = json_outcome(contract.evaluate(Log().complete(date(2031, 1, 1)), date(2031, 2, 1)))
    CHECK.validate(json.loads(json.dumps(found)))
    half, duty = found["terms"]["Half"], found["terms"]["D"]
    assert half["value"] == {"unknown": True}
    assert half["needs"] == [["Share"]]
    assert duty["status"] == "unknown"
    assert set(duty["possible"]) >= {"pending", "due"}
    assert ["Start"] in duty["needs"]


def test_the_page_names_every_key() -> None:
    """A key that the page does not explain is one that nobody can use."""
    keys = [*SCHEMA["properties"], *SCHEMA["$defs"]["term"]["properties"], *SCHEMA["$defs"]["due"]["properties"]]
    keys += [*SCHEMA["$defs"]["diagnostic"]["properties"], *SCHEMA["$defs"]["change"]["properties"]]
    assert [key for key in keys if not re.search(rf"`{key}`", PAGE)] == []


def test_the_page_and_the_schema_know_the_same_statuses() -> None:
    """A status that the engine may give is in the schema."""
    from dealwright.evaluate import Status

    assert set(SCHEMA["$defs"]["status"]["enum"]) == {status.value for status in Status}
