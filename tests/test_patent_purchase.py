"""The first contract: what its scenarios cannot say, and that its lists of scenarios and readings are whole.

A scenario claims statuses, days and amounts. To whom a power is available, why something is at an end, which statuses are
possible where one is unknown and what would settle it are asked here, of the same logs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from dealwright import model as m
from dealwright.log import Log
from dealwright.outcome import Outcome
from dealwright.pipeline import load
from dealwright.render import outcome_text
from dealwright.scenario import run_scenario

FOLDER = Path(__file__).parent.parent / "contracts" / "patent_purchase"
CONTRACT = load(FOLDER / "agreement.deal", FOLDER / "amendment.deal", *sorted((FOLDER / "scenarios").glob("*.deal")))
SCENARIOS = {one.title: one for one in CONTRACT.scenarios}
POWERS = ("Mutual Termination", "Outside Date Termination", "Failed Vote Termination", "Superior Contract Termination")
CASES = [f"G{number}" for number in (1, 2, 3, 5, 7, 8, 9, 10, 11, 13, 14, 15, 19, 20, 21, 23, 24, 26, 27, 28)]


def readings(items: Iterable[object]) -> Iterable[m.Reading]:
    """Every reading in some provisions."""
    for one in items:
        if isinstance(one, m.Reading):
            yield one
        yield from readings(part for part in getattr(one, "items", ()) if not isinstance(part, str))


READINGS = {one.name: one for one in readings(CONTRACT.instruments)}
OTHERS = [(name, other.label) for name, one in READINGS.items() for other in one.alternatives[1:]]


def found(title: str, as_of: str) -> Outcome:
    """The answers on the log of a scenario."""
    scenario = SCENARIOS[title]
    texts = next((line.instruments for line in scenario.lines if isinstance(line, m.With)), None)
    contract = CONTRACT if texts is None else CONTRACT.under(texts)
    log = Log.of(scenario)
    return contract.choosing(dict(log.choices)).evaluate(log, date.fromisoformat(as_of))


# ---------------------------------------------------------------- lists


@pytest.mark.parametrize("case", CASES)
def test_every_case_is_shown_under_both_texts(case: str) -> None:
    """Every case has scenarios that read the Agreement alone, and ones that read it with the Amendment."""
    mine = [one for title, one in SCENARIOS.items() if title.startswith(f"{case} ")]
    texts = {line.instruments for one in mine for line in one.lines if isinstance(line, m.With)}
    assert texts == {(), ("First Amendment",)}


def test_the_list_of_scenarios_is_whole() -> None:
    """Every scenario belongs to a row of the list and stands in the file that it names, and no row is empty."""
    said = (FOLDER / "scenarios" / "README.md").read_text(encoding="utf-8")
    places: dict[str, str] = {}
    for row, file in re.findall(r"^\| ((?:IC-|[GM])?\d.*?) \| `(\w+\.deal)` \|", said, re.MULTILINE):
        opening = re.match(r"((?:IC-|[GM])?\d[\d.]*(?:, | and | to | ))+", row)
        assert opening is not None, row
        keys = re.findall(r"(?:IC-|[GM])?\d[\d.]*", opening[0])
        places |= dict.fromkeys([f"M{number}" for number in range(1, 13)] if "M1" in keys else keys, file)
    stand = {(title.split()[0], Path(one.span.source.name).name) for title, one in SCENARIOS.items()}
    assert {key for key, _ in stand} >= {*CASES, *(f"M{number}" for number in range(1, 13))}
    assert {(key, places.get(key)) for key, _ in stand} == stand
    assert set(places) - {key for key, _ in stand} <= {"5.2"}


@pytest.mark.parametrize(("name", "label"), OTHERS, ids=[f"{name}: {label}" for name, label in OTHERS])
def test_every_alternative_changes_something_that_is_shown(name: str, label: str) -> None:
    """Some scenario chooses the alternative, and one of its claims fails under the default."""
    choice = m.Choosing(name, label)
    mine = [one for one in SCENARIOS.values() if any(_same(line, choice) for line in one.lines)]
    assert mine
    turned = [evolve(one, lines=tuple(line for line in one.lines if not _same(line, choice))) for one in mine]
    runs = [run_scenario(CONTRACT, one) for one in turned]
    assert any(not claim.holds for run in runs for claim in run.claims if not run.problems)


def _same(line: object, choice: m.Choosing) -> bool:
    """Whether a line makes a choice."""
    return isinstance(line, m.Choosing) and (line.reading, line.label) == (choice.reading, choice.label)


def test_every_question_is_listed() -> None:
    """The list has IC-1 to IC-37, each either a reading that there is or where it is settled, and no reading is missing."""
    said = (FOLDER / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (IC-\d+) \| ([^|]+) \| ([^|]+) \|$", said, re.MULTILINE)
    assert [row[0] for row in rows] == [f"IC-{number}" for number in range(1, 38)]
    named = {name for row in rows for name in re.findall(r"reading `([^`]+)`", row[2])}
    assert named == set(READINGS)


# ---------------------------------------------------------------- to whom, why, what else


def test_after_march_30_either_party_may_walk_away_and_until_the_closing_both_may() -> None:
    """G1 (a). The power of section 8.2 is available to each party, that of 8.1 to both together."""
    outcome = found("G1 (a) actual history, under the original terms", "2004-04-01")
    outside, mutual = outcome["Outside Date Termination"], outcome["Mutual Termination"]
    assert (outside.holders, outside.jointly, outside.since) == (("Purchaser", "Seller"), False, date(2004, 3, 31))
    assert (mutual.holders, mutual.jointly) == (("Purchaser", "Seller"), True)
    assert outcome["Superior Contract Termination"].holders == ("Seller",)


@pytest.mark.parametrize(
    ("title", "as_of", "name", "reason"),
    [
        ("G1 (b) actual history, as amended", "2004-04-01", POWERS[1], "deleted by section 5.1 of First Amendment"),
        ("G7 (a) termination under 8.2", "2004-04-05", "Closing Payment", "terminated"),
        ("G7 (a) termination under 8.2", "2004-04-05", "Patent Title", "terminated"),
        ("G9 (a) LA Amendment 2 terminated", "2004-03-17", "Closing Payment", "condition failed"),
        ("G11 (b) Escrow Agreement terminated before closing", "2004-04-01", "Closing Payment", "condition failed"),
        ("G13 (a) forfeiture held unenforceable", "2004-03-15", "Forfeiture", "severed"),
        ("G8 (b) superior contract after the Amendment", "2004-04-01", "Termination Fee", "deleted by section 5.1 of First Amendment"),
    ],
)  # fmt: skip
def test_why_it_is_at_an_end(title: str, as_of: str, name: str, reason: str) -> None:
    """What is discharged or deleted says why."""
    assert found(title, as_of)[name].reason == reason


def test_who_answers_for_money_that_does_not_move() -> None:
    """G7 (a). The return that did not come is a breach of both parties if neither instructed, of one if the other did."""
    assert found("G7 (a) termination under 8.2", "2004-04-05")["Deposit Return"].by == ("Purchaser", "Seller")
    title = "G7 (a) termination under 8.2, only Seller instructs the Escrow Agent"
    assert found(title, "2004-04-05")["Deposit Return"].by == ("Purchaser",)


def test_what_may_be_and_what_would_settle_it() -> None:
    """G15 (a). With nothing known after February 1 the payment may stand in five ways, and falls due on February 4 at the earliest."""
    outcome = found("G15 (a) facts unknown", "2004-04-01")
    payment = outcome["Closing Payment"]
    assert {one.value for one in payment.possible} == {"pending", "due", "breached", "performed", "discharged"}
    assert payment.due.low == date(2004, 2, 4)
    asked = {name for group in payment.needs for name in group}
    assert asked >= {"Stockholder Meeting", "License Amendment Ended", "Escrow Release", "Closing Payment"}
    assert {one.value for one in outcome["Termination Fee"].possible} >= {"pending", "due"}
    assert not outcome["Closing"].value.known
    assert outcome.status == "unknown"


def test_what_the_amendment_settles_whatever_happened() -> None:
    """G15 (b). Once it is signed no power is left and the fee can arise no more; what is missing is asked for."""
    outcome = found("G15 (b) facts unknown, the Amendment being signed", "2004-04-01")
    payment = outcome["Closing Payment"]
    assert {one.value for one in payment.possible} == {"pending", "due", "breached", "performed", "discharged"}
    asked = {name for group in payment.needs for name in group}
    assert asked >= {
        "Board Vote",
        "Closing Payment",
        "Escrow Release",
        "License Amendment Ended",
        "Escrow Agreement Ended",
    }
    assert asked >= set(POWERS)
    for name in POWERS:
        assert {one.value for one in outcome[name].possible} == {"deleted", "exercised", "lapsed"}
    assert "pending" not in {one.value for one in outcome["Termination Fee"].possible}


def test_the_closing_comes_with_the_wire() -> None:
    """G1 (b). The Closing, and all that passes, is of the fourth entry of March 31: the wire, after the release."""
    outcome = found("G1 (b) actual history, as amended", "2004-04-01")
    done = [one for one in outcome.history if one.at.day == date(2004, 3, 31)]
    payment = next(one.at for one in done if one.what == "Closing Payment is performed")
    signing = next(one.at for one in done if one.what == "First Amendment takes effect")
    passed = {one.what: one.at for one in done if one.what.endswith("is effective")}
    assert set(passed) == {
        f"{name} is effective" for name in ("Patent Title", "Causes Of Action", "License Assignment", "License Back")
    }
    assert set(passed.values()) == {payment}
    assert signing < payment


def test_when_the_warranties_were_made() -> None:
    """G20 (b). That no license was granted was true at signing, and false at the Amendment and at the Closing."""
    made = found("G20 (b) bring-down fails, closing still due", "2004-04-01")["Existing Licenses Warranty"].made
    assert [on for on, _ in made] == [date(2003, 12, 30), date(2004, 3, 31), date(2004, 3, 31)]
    assert [truth.is_yes for _, truth in made] == [True, False, False]
    assert all(truth.is_no for _, truth in made[1:])


def test_an_order_that_is_not_known_leaves_both_branches() -> None:
    """G7 (b). Notice and Amendment on one day in no known order: the power was exercised or is deleted, never anything else."""
    outcome = found("G7 (b) notice and Amendment on one day, their order not known", "2004-04-01")
    assert {one.value for one in outcome["Outside Date Termination"].possible} == {"exercised", "deleted"}
    assert outcome["Outside Date Termination"].needs == (("the order of the day's entries",),)


# ---------------------------------------------------------------- what `make demo` shows


HISTORY = Log.read(FOLDER / "logs" / "as_it_happened.toml")


def test_the_sale_closed_as_amended() -> None:
    """As amended: paid on March 31, less what was released; the Closing that day; 1,800,000 in all; no power left; and why."""
    outcome = CONTRACT.evaluate(HISTORY, date(2004, 4, 1))
    report = outcome_text(outcome)
    for line in (
        "  Closing Payment                       was performed on 2004-03-31; 898,765.44 USD paid in full\n",
        "  Closing                               yes since 2004-03-31\n",
        "  Seller                                received 1,800,000.00 USD\n",
        "  Patent Title                          took effect on 2004-03-31\n",
    ):
        assert line in report
    why = str(outcome.explain("Closing"))
    assert "amount: 898,765.44 USD = Purchase Price 1,800,000.00 USD - Deposit Released 901,234.56 USD" in why
    assert "log: 2004-03-31 Escrow Release of $901,234.56 to Seller" in why
    assert "section 3.1 of Patent Purchase Agreement, as put by section 3.1 of First Amendment" in why
    for name in POWERS:
        assert f"  {name:<36}  was deleted on 2004-03-31 by section 5.1 of First Amendment\n" in report
        gone = str(outcome.explain(name))
        assert "| Sections 8.1, 8.2, 8.3 and 8.4 of the Agreement are hereby deleted." in gone
        assert f"power {name}: " in gone
    assert "it was available from the end of 2004-03-30" in str(outcome.explain("Outside Date Termination"))


def test_nothing_closed_as_written() -> None:
    """As written: the conditions are unsatisfied, nothing closed, either party may terminate since March 31; and why."""
    outcome = CONTRACT.under(()).evaluate(HISTORY, date(2004, 4, 1))
    report = outcome_text(outcome)
    for line in (
        "  Closing Conditions                    unsatisfied\n",
        "  Closing                               no\n",
        "  Closing Payment                       pending; paid 898,765.44 USD, which counts if it falls due\n",
        "  Payment Without Condition             yes since 2004-03-31\n",
        "  Outside Date Termination              available since 2004-03-31, to either of Purchaser and Seller\n",
    ):
        assert line in report
    why = str(outcome.explain("Closing"))
    assert "- (a) Requisite Stockholder Approval is no" in why
    assert "it would stand with this: some Stockholder Meeting where Plan Vote = Approved or some" in why
    power = str(outcome.explain("Outside Date Termination"))
    assert (
        "| This Agreement may be terminated by either party if the Requisite Stockholder Approval is not obtained"
        in power
    )
    assert "Requisite Stockholder Approval by Outside Date 2004-03-30: no" in power
