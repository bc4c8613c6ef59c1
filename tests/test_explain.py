"""Reasons: closed under the text in force, with the readings of the answer, and telling why and why not."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from attrs import fields

from dealwright import model as m
from dealwright import program as p
from dealwright.diagnostic import DealError
from dealwright.explain import Reason, explain, rule_text, say
from dealwright.explain.norms import Norms
from dealwright.explain.saying import _SAID
from dealwright.log import Log
from dealwright.outcome import Outcome
from dealwright.pipeline import Contract, load, loads
from dealwright.program import core

ROOT = Path(__file__).resolve().parent.parent
PATENT = ROOT / "contracts" / "patent_purchase"
HEAD = """\
agreement Bakery Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR
    business days target
    months rounded down
    amended only by writing signed by Landlord and Tenant

party Landlord
party Tenant
third party Surveyor

"""
DAY = date(2031, 6, 1)


def asked(body: str, *entries: str, as_of: date = DAY, log: Log | None = None) -> Outcome:
    """The outcome of a small lease."""
    found = log or Log()
    for entry in entries:
        day, _, says = entry.partition(" ")
        found = found.on(date.fromisoformat(day), says)
    return loads(HEAD + body).evaluate(found, as_of)


def texts(reason: Reason) -> list[str]:
    """The statements of a tree, from the top."""
    return [one.text for one in reason.walk()]


def outcomes(contract: Contract, wanted: str = "") -> Iterator[tuple[str, Outcome]]:
    """The outcomes that the scenarios of a contract ask about."""
    for scenario in contract.scenarios:
        if wanted not in scenario.title:
            continue
        named = next((line.instruments for line in scenario.lines if isinstance(line, m.With)), None)
        chosen = contract if named is None else contract.under(named)
        for line in scenario.lines:
            if isinstance(line, m.Expect) and line.as_of is not None:
                yield f"{scenario.title} {line.as_of}", chosen.evaluate(Log.of(scenario), line.as_of)


def in_force(outcome: Outcome) -> set[str]:
    """The provisions in force, as they are cited."""
    program = outcome.result.world.program
    cited = {f"{address} of {identity.split(':')[0]}" for identity, (address, _) in program.nodes.items()}
    return {*cited, *program.texts, "a court"}


def assert_sound(where: str, outcome: Outcome) -> None:
    """Every tree cites what is in force, and leans on the readings of its answer."""
    stands = in_force(outcome)
    for name, answer in outcome.terms.items():
        reason = explain(outcome, name)
        assert {reading for reading, _ in reason.readings} == set(answer.readings), (where, name)
        leaned = {reading for one in reason.walk() for reading, _ in one.readings}
        assert leaned == set(answer.readings), (where, name)
        cites = {one.cite for one in reason.walk() if one.cite} | set(answer.cites)
        assert {cite.split(", as put by ")[0] for cite in cites} <= stands, (where, name)
        told = [one.text for one in reason.walk() if one.rule]
        assert len(told) == len(set(told)), (where, name)


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "meaning").glob("*.deal")), ids=lambda path: path.stem)
def test_reasons_are_closed_under_the_text_in_force(path: Path) -> None:
    """No reason cites a provision that is not there; readings are those of the answer; each term is told once."""
    for where, outcome in outcomes(load(path)):
        assert_sound(where, outcome)


@pytest.mark.parametrize("title", ["G1", "G5", "G7", "G10", "G13", "G15", "G24"])
def test_reasons_of_the_first_contract(title: str) -> None:
    """The same holds for the first contract, under the original and as amended."""
    files = [PATENT / "agreement.deal", PATENT / "amendment.deal", *sorted((PATENT / "scenarios").glob("*.deal"))]
    found = list(outcomes(load(*files), title + " "))
    assert found
    for where, outcome in found[:12]:
        assert_sound(where, outcome)


# ---------------------------------------------------------------- duties

RENT = """\
section 1 "Rent"
    | The Tenant shall pay a deposit of three months' rent within ten days after the hand-over.
    event Handover
    event Cleared
    input Months: number
    Monthly Rent means €800
    Deposit Sum means Monthly Rent * Months
    duty Deposit
        Tenant must pay Deposit Sum to Landlord
        within 10 days after Handover
        while Cleared has never occurred
"""


def test_a_duty_that_is_due() -> None:
    """The amount with its sum, what made it due, what was paid and what is left."""
    log = Log().with_given("Months is 3")
    outcome = asked(RENT, "2031-05-25 Handover", "2031-05-26 Tenant pays €400 to Landlord", log=log)
    reason = outcome.explain("Deposit")
    said = str(reason)
    for words in (
        "Deposit is due on 2031-06-04",
        "section 1 of Bakery Lease",
        "| The Tenant shall pay a deposit of three months' rent",
        "amount: 2,400.00 EUR = Deposit Sum",
        "Deposit Sum is 2,400.00 EUR = Monthly Rent 800.00 EUR * Months 3",
        "Months is 3, as given",
        "paid 400.00 EUR on 2031-05-26",
        "log: 2031-05-26 Tenant pays €400 to Landlord",
        "outstanding: 2,000.00 EUR",
        "within 10 days after Handover: 2031-06-04",
        "Handover occurred on 2031-05-25",
        "while Cleared has not occurred: yes",
    ):
        assert words in said
    assert reason.as_json()["children"][0]["text"].startswith("amount: 2,400.00 EUR")


def test_a_duty_that_is_breached_then_paid() -> None:
    """The day that was over, who is in breach; after payment, how late it was."""
    log = Log().with_given("Months is 3")
    outcome = asked(RENT, "2031-05-01 Handover", log=log)
    assert "Deposit was breached on 2031-05-11 by Tenant" in texts(outcome.explain("Deposit"))
    assert "2031-05-11 was over, and this was not done" in texts(outcome.explain("Deposit"))
    outcome = asked(RENT, "2031-05-01 Handover", "2031-05-20 Deposit paid €2,400", log=log)
    assert texts(outcome.explain("Deposit"))[0] == "Deposit was performed on 2031-05-20, late: it was due on 2031-05-11"


def test_a_duty_that_is_pending_says_why_not() -> None:
    """What is missing for it to arise."""
    outcome = asked(RENT)
    said = texts(outcome.explain("Deposit"))
    assert "within 10 days after Handover: this has not come" in said
    assert "Handover has not occurred: the log does not hold it" in said


def test_a_duty_whose_condition_failed() -> None:
    """What it hung on, and that this is lost."""
    outcome = asked(RENT, "2031-05-01 Handover", "2031-05-02 Cleared")
    said = texts(outcome.explain("Deposit"))
    assert said[0] == "Deposit was discharged on 2031-05-02 (condition failed)"
    assert "Cleared occurred on 2031-05-02" in said


def test_what_is_missing_for_a_condition() -> None:
    """Down to facts, through definitions; alternatives in parentheses; days on which waiting ends."""
    body = """\
section 1
    event Permit
    event Waiver Letter
    event Handover
    input Heated: yes/no
    Ready means any of
        (a) Permit
        (b) Waiver Letter
    duty Fit Out
        Landlord must pay €5 to Tenant
        on 2031-12-01
        when Ready and Handover and Heated
    power Exit
        Tenant may terminate
        when not Handover by 2031-07-01
"""
    outcome = asked(body)
    said = texts(outcome.explain("Fit Out"))
    wanted = "it would stand with this: (Permit has occurred or Waiver Letter has occurred) and Handover has occurred"
    assert any(one.startswith(wanted) for one in said)
    assert "Heated is not known: nobody has given it" in said
    said = texts(outcome.explain("Exit"))
    assert "it would stand with this: 2031-07-01 ends without Handover by 2031-07-01" in said
    assert "the next day on which this may change by itself: 2031-07-02" in said


def test_what_can_no_longer_come() -> None:
    """A condition that is lost is told as such."""
    body = "section 1\n    event Handover\n    power Exit\n        Tenant may terminate\n        when Handover by 2031-05-01\n"
    outcome = asked(body)
    assert "it cannot stand any more: nothing can bring this about" in texts(outcome.explain("Exit"))


def test_duties_for_each() -> None:
    """The duty as a whole leads to each of its instances; one that has none says what it waits for."""
    body = (
        "section 1\n    event Inspection with Passed: yes/no\n    duty Repairs\n        for each Inspection where not Passed\n"
        '        Landlord must "repair"\n        within 20 days after the Inspection\n'
    )
    outcome = asked(body, "2031-05-01 Inspection with Passed: no", "2031-05-02 Inspection with Passed: no")
    reason = outcome.explain("Repairs")
    assert texts(reason)[0] == "Repairs stands 2 times"
    assert [one.text.split(" was ")[0] for one in reason.children] == ["Repairs for 1", "Repairs for 2"]
    assert outcome.explain("Repairs for 2").entries == ("2031-05-02 Inspection with Passed: no",)
    assert "Repairs has not arisen" in texts(asked(body).explain("Repairs"))


def test_many_duties_are_cut() -> None:
    """Of very many instances the first are told, and how many more there are."""
    body = "section 1\n    duty Rent\n        for each month\n        Tenant must pay €5 to Landlord\n        by day 5 of the month\n"
    said = texts(asked(body, as_of=date(2032, 6, 1)).explain("Rent"))
    assert "and 8 more" in said


def test_what_performed_a_duty() -> None:
    """An entry that names it, an event that it asks for, a suspension, a waiver."""
    body = """\
section 1
    event Delivery
    duty Insurance
        Tenant must deliver "proof of insurance" to Landlord
        by 2031-05-01
    duty Supply
        Tenant must cause Delivery
        by 2031-05-10
    duty Rest
        Tenant must pay €5 to Landlord
        by 2031-05-20
"""
    outcome = asked(
        body, "2031-04-01 Insurance performed", "2031-04-02 Delivery", "2031-04-03 law bars Rest until 2031-08-01"
    )
    assert "performed on 2031-04-01" in texts(outcome.explain("Insurance"))
    assert ("2031-04-01 Insurance performed",) in [one.entries for one in outcome.explain("Insurance").walk()]
    assert "Delivery on 2031-04-02" in texts(outcome.explain("Supply"))
    assert any(one.startswith("suspended from 2031-04-03 until 2031-08-01") for one in texts(outcome.explain("Rest")))


def test_interest_and_unknown_facts() -> None:
    """What has run on what is overdue; and what would settle what is not known."""
    body = (
        "section 1\n    event Handover\n    duty Rent\n        Tenant must pay €365 to Landlord\n"
        "        on 10 days after Handover\n        interest at 10% a year on actual/365\n"
    )
    outcome = asked(body, "2031-05-12 Handover")
    assert "interest so far: 1.00 EUR" in texts(outcome.explain("Rent"))
    outcome = asked(body, log=Log().complete(date(2031, 4, 1)))
    said = texts(outcome.explain("Rent"))
    assert any(one.startswith("it is not known; this would settle it:") and "Handover" in one for one in said)
    assert any(one.startswith("whether Handover has occurred is not known since 2031-04-02") for one in said)
    outcome = asked(body, log=Log().with_unknown("Handover"))
    assert any("nobody knows" in one for one in texts(outcome.explain("Rent")))


# ---------------------------------------------------------------- powers, effects, prohibitions, warranties

POWERS = """\
section 1
    event Handover
    power Exit
        Tenant may terminate
        when Handover has occurred
        within 30 days after Handover
        by writing signed by Tenant
    duty Rent
        Tenant must pay €5 to Landlord
        on 2031-12-01
    prohibition Subletting
        Tenant must not cause Sublease
    event Sublease
    effect Fixtures
        "the fixtures" passes to Landlord
        on Handover
"""


def test_a_power() -> None:
    """Available since when and until when; exercised, by which entry; void, and why; lapsed."""
    outcome = asked(POWERS, "2031-05-20 Handover")
    said = texts(outcome.explain("Exit"))
    assert said[0] == "Exit is available since 2031-05-20"
    assert "the next day on which this may change by itself: 2031-06-19" in said
    outcome = asked(POWERS, "2031-05-20 Handover", "2031-05-21 Landlord exercises Exit by writing")
    assert any("without effect" in one for one in texts(outcome.explain("Exit")))
    outcome = asked(POWERS, "2031-05-20 Handover", "2031-05-21 Tenant exercises Exit by writing")
    said = texts(outcome.explain("Exit"))
    assert said[0] == "Exit was exercised on 2031-05-21 by Tenant"
    assert "exercised on 2031-05-21" in said
    said = texts(outcome.explain("Rent"))
    assert said[0] == "Rent was discharged on 2031-05-21 (terminated)"
    assert "Bakery Lease is terminated" in said
    assert any(one.startswith("Exit was exercised") for one in said)
    said = texts(asked(POWERS, "2031-04-01 Handover").explain("Exit"))
    assert said[0].startswith("Exit lapsed on")
    assert "its time is over" in said or any("30 days after Handover" in one for one in said)


def test_a_prohibition_and_an_effect() -> None:
    """What breached a prohibition; what brought an effect about."""
    outcome = asked(POWERS, "2031-05-20 Handover", "2031-05-21 Sublease")
    assert "breached on 2031-05-21 by Sublease" in texts(outcome.explain("Subletting"))
    assert "on Handover: 2031-05-20" in texts(outcome.explain("Fixtures"))
    assert "on Handover: this has not come" in texts(asked(POWERS).explain("Fixtures"))


def test_a_warranty() -> None:
    """When it was made, and what was untrue or unknown then."""
    body = """\
section 1
    event Sublease
    warranty Title
        Landlord warrants to Tenant
            (i) "it owns the premises"
            (ii) no Sublease
        made on 2031-03-10, 2031-09-01
"""
    outcome = asked(body, "2031-03-05 Sublease", log=Log().with_given('"it owns the premises" is yes'))
    said = texts(outcome.explain("Title"))
    assert "made on 2031-03-10: no" in said
    assert "(ii) Sublease has not occurred: no" in said
    assert not any("(i)" in one for one in said)
    said = texts(asked(body, as_of=date(2031, 3, 5)).explain("Title"))
    assert "to be made on 2031-03-10: 2031-03-10" in said


# ---------------------------------------------------------------- amendments

AMENDED = """\
section 1
    event Handover
    duty Deposit
        Tenant must pay €100 to Landlord
        on 5 days after Handover

section 2
    power Exit
        Tenant may terminate
        when not Handover by 2031-05-01

amendment First Amendment
    dated 2031-04-01
    amends Bakery Lease

section 1
    | Section 2 is deleted.
    delete section 2

section 2
    | Section 1 is replaced.
    replace section 1
        | "The Tenant shall pay EUR 200."
        duty New Deposit
            Tenant must pay €200 to Landlord
            on 5 days after Handover
            continuing Deposit of section 1
"""


def test_what_an_amendment_took_away() -> None:
    """By which section of which amendment; what was superseded leads to what took its place."""
    outcome = asked(AMENDED, "2031-04-02 First Amendment signed by Landlord and Tenant", "2031-05-29 Handover")
    reason = outcome.explain("Exit")
    assert reason.text == "Exit was deleted on 2031-04-02 by section 1 of First Amendment"
    assert reason.cite == "section 1 of First Amendment"
    assert outcome["Exit"].cites == ("section 1 of First Amendment",)
    reason = outcome.explain("Deposit")
    assert reason.cite == "section 2 of First Amendment"
    assert any(one.startswith("New Deposit is due on 2031-06-03") for one in texts(reason))
    cite = outcome.explain("New Deposit").cite
    assert cite == "section 1 of Bakery Lease, as put by section 2 of First Amendment"
    said = texts(outcome.explain("First Amendment"))
    assert said == ["First Amendment took effect on 2031-04-02"]
    outcome = asked(AMENDED, "2031-04-02 First Amendment signed by Landlord")
    said = texts(outcome.explain("First Amendment"))
    assert said == ["First Amendment has not taken effect: it lacks the signature of Tenant"]


def test_what_was_taken_out_of_a_provision_that_stands() -> None:
    """A rule that went from its section is explained by what took it, and a day that is not known is told as such."""
    body = """\
section 1
    event Handover
    input Opening: date
    duty Deposit
        Tenant must pay €100 to Landlord
        from Opening
        on 5 days after Handover

amendment First Amendment
    dated 2031-04-01
    amends Bakery Lease

section 3
    | Everything in section 1 is deleted.
    delete everything in section 1
"""
    outcome = asked(body, "2031-04-02 Handover")
    assert any(one.startswith("from Opening: ") for one in texts(outcome.explain("Deposit")))
    outcome = asked(
        body.replace("        from Opening\n", ""), "2031-04-02 First Amendment signed by Landlord and Tenant"
    )
    reason = outcome.explain("Deposit")
    assert reason.text == "Deposit was discharged on 2031-04-02 (deleted by section 3 of First Amendment)"
    assert reason.cite == "section 3 of First Amendment"


def test_a_condition_that_was_waived() -> None:
    """By whose entry a condition counts as met."""
    body = """\
section 1
    event Permit
    event Survey
    condition Ready: all of
        (a) Permit
        (b) Survey
    duty Grant
        Landlord must pay €5 to Tenant
        on 2 days after Ready
        while Ready
"""
    outcome = asked(body, "2031-05-01 Permit", "2031-05-02 Landlord and Tenant waive Ready (b)")
    assert "Ready (b) was waived on 2031-05-02" in texts(outcome.explain("Ready"))
    assert texts(outcome.explain("Ready (a)"))[0].startswith("Ready (a) is satisfied")
    outcome = asked(body, "2031-05-02 Landlord and Tenant waive Ready")
    assert "Ready was waived on 2031-05-02" in texts(outcome.explain("Grant"))
    outcome = asked(body, "2031-05-01 Permit")
    said = texts(outcome.explain("Grant"))
    assert any(one.startswith("while Ready is unsatisfied") for one in said)
    assert "it would stand with this: Survey has occurred" in said


def test_cases_and_exceptions() -> None:
    """Of cases and exceptions the one that applies is shown, with what makes it apply."""
    body = """\
section 1
    event Small Unit
    input Heating: Gas / Heat Pump
    Base means €100
    Rent means Base * 2
        except when Small Unit: Base
    Rate means
        €2 when Heating is Gas
        otherwise €1
    Cheap means Rent < €150
    Fine means yes
        except when Small Unit: Cheap
    Warm means
        yes when Heating is Gas
        otherwise no
"""
    outcome = asked(body, "2031-05-01 Small Unit", log=Log().with_given("Heating is Gas"))
    assert outcome.explain("Rent").text == "Rent is 100.00 EUR = Base"
    assert outcome.explain("Rate").text == "Rate is 2.00 EUR"
    assert any(one.startswith("Rent 100.00 EUR < 150.00 EUR: yes") for one in texts(outcome.explain("Cheap")))
    said = texts(outcome.explain("Fine"))
    assert "Small Unit occurred on 2031-05-01" in said
    assert any(one.startswith("Cheap is yes") for one in said)
    assert "Heating is Gas, as given" in texts(outcome.explain("Warm"))
    outcome = asked(body)
    assert outcome.explain("Rent").text == "Rent is 200.00 EUR = Base 100.00 EUR * 2"
    assert "Rate is between 1.00 EUR and 2.00 EUR" in outcome.explain("Rate").text


def test_other_things_that_can_be_asked() -> None:
    """Events, inputs, the agreement; what is not there is told with a name like it."""
    outcome = asked(RENT, "2031-05-01 Handover is set for 2031-07-01")
    assert outcome.explain("Handover").text == "Handover is set for 2031-07-01"
    assert outcome.explain("Months").text == "Months is not known: nobody has given it"
    assert outcome.explain("this agreement").text == "Bakery Lease is in force"
    assert outcome.explain("Bakery Lease").text == "Bakery Lease is in force"
    with pytest.raises(DealError, match="`Deposit`"):
        outcome.explain("Depositt")
    with pytest.raises(DealError, match="nothing in the text in force"):
        outcome.explain("Xyzzy")


def test_values_for_each_period_and_totals() -> None:
    """A definition for each period says so; totals show the entries that make them up."""
    body = """\
section 1
    input Turnover for each year: money at least €0 normally €7
    Levy for each year means 10% of Turnover for the year
    Paid Up means total received by Landlord >= €5
    Big means Levy for 2031 > €5
    duty Rent
        Tenant must pay €5 to Landlord
        by 2031-05-01
"""
    outcome = asked(body, "2031-04-01 Rent paid €5", log=Log().with_given("Turnover for 2031 is €1,000"))
    reason = outcome.explain("Paid Up")
    assert any(one.text == "total received by Landlord is 5.00 EUR" and one.entries for one in reason.walk())
    assert "Turnover for 2031 is 1,000.00 EUR, as given" in outcome.explain("Turnover").text
    assert "Levy has a value for each year" in texts(outcome.explain("Big"))
    assert "unless something else is given" in asked(body).explain("Turnover").text


def test_every_node_can_be_said() -> None:
    """No rule of a program is without words."""
    nodes = {getattr(core, name) for name in core.__all__ if isinstance(getattr(core, name), type)}
    assert {node.__name__ for node in nodes - set(_SAID)} <= {"Any", "Instance"}


def test_every_rule_of_the_contracts_can_be_said() -> None:
    """The words of a rule name it, and hold its amounts, days and parties."""
    contracts = [load(path) for path in sorted((ROOT / "tests" / "meaning").glob("*.deal"))]
    contracts.append(load(PATENT / "agreement.deal", PATENT / "amendment.deal"))
    for contract in contracts:
        for texts_ in (p.Texts(), p.Texts(contract.amendments)):
            program = contract.program(texts_)
            rules: list[p.TermRule | p.NormRule] = [*program.terms.values(), *program.norms.values()]
            for rule in rules:
                assert rule.name in rule_text(rule)
    assert say(
        core.Arithmetic("*", core.Arithmetic("+", core.TermValue("A"), core.TermValue("B")), core.TermValue("C"))
    ) == ("(A + B) * C")


def test_every_modifier_has_its_words() -> None:
    """Whatever stands below a norm is told with it."""
    body = """\
section 1
    event Handover
    event Delivery
    input Heating: Gas / Heat Pump
    Ready means none of
        (a) Delivery
        (b) Handover
    Some means at least 2 of
        (a) Delivery
        (b) Handover
        (c) Heating is Gas
    Sole means exactly one of
        (a) Delivery
        (b) Handover
    Any Way means any of
        (a) Delivery
        (b) Handover
    Rate means
        €2 when Heating is Gas
        otherwise €1
    duty Supply
        Landlord must "bring the keys"
        from 2031-03-05
        by 2031-05-01
        not before 2031-04-01
        performed when Delivery and Handover
        cured when Handover
        time is added
    duty Report
        Surveyor must deliver "a report" to Tenant
        by 2031-05-01
        answered for by Landlord unless Handover
    power Choice
        Tenant may elect "the large shop"
        until 2031-04-01
    power Longer
        Tenant may extend Supply by 10 days
    power Until
        Tenant may extend Supply to 2031-09-01
    power Halt
        Landlord may suspend Supply
    event Note with Says: text
    Heard means some Note where Says = "no"
    Warm means
        €2 when Heating is Gas
        €1 when Heating is Heat Pump
    effect Void
        "the clause is void"
        on Handover
    effect Over
        Supply ends
        when Delivery and Handover
    effect Lapse
        this agreement terminates
        on 2031-12-31
    power Out
        Tenant may terminate
        when Supply has been performed
    power Also
        Tenant may terminate
        when Handover is after performance of Supply
    power Again
        Tenant may terminate
        when performance of Supply has occurred
"""
    program = loads(HEAD + body).program()
    rules: list[p.TermRule | p.NormRule] = [*program.terms.values(), *program.norms.values()]
    said = "\n".join(rule_text(rule) for rule in rules)
    for words in (
        "Ready means none of\n    (a) Delivery has occurred",
        "Some means at least 2 of",
        "Sole means exactly one of",
        "Any Way means any of",
        "Rate means 2.00 EUR when Heating = Gas; otherwise 1.00 EUR",
        'duty Supply: Landlord must "bring the keys"',
        "    from 2031-03-05",
        "    not before 2031-04-01",
        "    performed when Delivery has occurred and Handover has occurred",
        "    cured when Handover has occurred",
        "    time is added",
        "    answered for by Landlord unless Handover has occurred",
        'Tenant may elect "the large shop"\n    until 2031-04-01',
        "Tenant may extend Supply by 10 days",
        "Tenant may extend Supply to 2031-09-01",
        "Landlord may suspend Supply",
        "effect Over: Supply ends",
        "effect Lapse: this agreement terminates\n    on 2031-12-31",
        "when Supply is performed",
        "when Handover is after performance of Supply",
        "when Supply has been performed",
        'Heard means some Note where Says = "no"',
        "Warm means 2.00 EUR when Heating = Gas; 1.00 EUR when Heating = Heat Pump",
        'effect Void: "the clause is void"\n    on Handover',
    ):
        assert words in said, words


def test_what_is_waited_for() -> None:
    """A day that comes, one that ends, a condition and what it lacks; through definitions."""
    body = """\
section 1
    event Permit
    event Handover
    Opening means 2031-09-01
    condition Fit: all of
        (a) Permit
    Closed means Fit has occurred
    Late means Handover is before 2031-08-01
    power One
        Tenant may terminate
        when Opening has occurred
    power Two
        Tenant may terminate
        when Fit is satisfied
    power Three
        Tenant may terminate
        when Closed
    power Four
        Tenant may terminate
        when not Late
    condition Punctual: Handover is before 2031-08-01
    Early means Handover is before 2031-07-01
    power Six
        Tenant may terminate
        when not Punctual
    power Seven
        Tenant may terminate
        when not (Late and Early)
    power Five
        Tenant may terminate
        when breach of the duty of section 2 has occurred
section 2
    duty Rent
        Tenant must pay €5 to Landlord
        on 2031-12-01
"""
    outcome = asked(body)
    wanted = {
        "One": "2031-09-01 comes",
        "Two": "Permit has occurred",
        "Three": "Permit has occurred",
        "Four": "2031-08-01 ends without Late",
        "Six": "2031-08-01 ends without Punctual",
        "Seven": "not (Late and Early)",
    }
    for name, words in wanted.items():
        assert f"it would stand with this: {words}" in texts(outcome.explain(name)), (
            name,
            texts(outcome.explain(name)),
        )
    assert "the next day on which this may change by itself: 2031-09-01" in texts(outcome.explain("One"))
    assert "the next day on which this may change by itself: 2031-08-02" in texts(outcome.explain("Four"))
    assert any(one.startswith("it would stand with this: ") for one in texts(outcome.explain("Five")))


def test_what_is_not_in_the_text() -> None:
    """A rule of another text is told as not being there; a tree goes only so deep."""
    outcome = asked(RENT)
    grounds = Norms(outcome)
    assert grounds.term("Nothing").text == "Nothing is not in the text in force"
    assert grounds.norm("Bakery Lease: section 9 / Nothing").text == "Nothing is not in the text in force"
    grounds.depth = 24
    assert "there is more" in str(grounds.term("Deposit Sum"))


def test_a_tree_is_data_too() -> None:
    """What is not there is left out; the rest is plain."""
    reason = Reason("it is so", "section 1", children=(Reason("because"),))
    assert reason.as_json() == {"text": "it is so", "cite": "section 1", "children": [{"text": "because"}]}
    assert {one.name for one in fields(Reason)} == {"text", "cite", "words", "rule", "entries", "readings", "children"}
    assert str(reason) == "it is so\n    section 1\n    - because"


def test_a_number_in_view_is_called_as_the_drafter_calls_it() -> None:
    """`why` shows the drafter's own word for what a rule is made for each of."""
    contract = loads(
        "agreement Lease\n    dated 2031-03-01\n    between A and B\n    currency EUR\nparty A\nparty B\nsection 1\n"
        "    duty Part\n        for each Step from 1 to 2\n        A must pay €5 * Step to B\n"
        "        on (1 month * Step) after 2031-03-01\n"
    )
    said = str(contract.evaluate(Log(), date(2031, 3, 1)).explain("Part for 1"))
    assert "5.00 EUR * Step" in said
    assert "the number" not in said


def test_what_goes_on_under_old_words_rests_on_what_is_in_force() -> None:
    """The old words of a broken duty ask about a duty as it stands now, under words that the old text did not know."""
    contract = loads("""\
agreement Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

section 1
    event Flood
    duty Rent
        Tenant must pay €10 to Landlord
        by 2031-06-05

section 2
    duty Inventory
        Tenant must "count the keys"
        by 2031-03-05
        while Rent has not been performed

amendment First Amendment
    dated 2031-03-02
    amends Lease

section 1
    replace section 1
        Dry means Flood has occurred
        event Flood
        duty Rent
            Tenant must pay €10 to Landlord
            by 2031-06-05
            when Dry
    replace section 2
        duty Inventory
            Tenant must "count the keys"
            by 2031-03-20
            while Rent has not been performed
""")
    log = Log().on(date(2031, 3, 10), "First Amendment signed by Landlord and Tenant")
    said = texts(contract.evaluate(log, date(2031, 3, 11)).explain("Inventory"))
    assert said[0] == "Inventory was breached on 2031-03-05 by Tenant"
    assert "it goes on under the words before First Amendment" in said
    assert any(line.startswith("when Dry is no") for line in said)
