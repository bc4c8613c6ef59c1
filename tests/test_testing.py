"""Logs that are made up: near what matters, never of nonsense, and the same each time."""

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from dealwright.diagnostic import DealError
from dealwright.intake import as_source
from dealwright.log import Log
from dealwright.pipeline import Contract, load, loads
from dealwright.read import read
from dealwright.testing import (
    as_scenario,
    check_property,
    edges,
    frames,
    last_day,
    logs,
    programs,
    run_property,
    shortest,
)
from dealwright.value import Money

ROOT = Path(__file__).resolve().parent.parent
LEASE = """\
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

section 1
    event Handover
    event Inspection by Surveyor with Passed: yes/no, Cost: money at least €0 at most €500, Seen: date, Grade: number
    event Report by Landlord or Tenant with About: party, Kind: Short / Long, Covers: period, Lasts: duration, Says: text
    payment Grant by Landlord to Tenant
    input Turnover for each year: money
    input Heating: Gas / Heat Pump
    input Rate: number at least 0 at most 1
    Rent Sum means €2,400
    Share means Rent Sum / 7
    condition Fit: all of
        (a) Handover
        (b) some Inspection where Passed
    duty Deposit
        Tenant must pay Rent Sum * 3 to Landlord
        within 10 business days after Handover
    duty Insurance
        Tenant must deliver "proof of insurance" to Landlord
        by 2031-05-01
    duty Rent
        for each month from Handover
        Tenant must pay Rent Sum to Landlord
        by day 5 of the month
    power Exit
        Tenant may terminate
        when not Handover by 2031-05-01
        by notice under section 2
    power Undoing
        Landlord and Tenant may jointly terminate
        by writing signed by Landlord and Tenant
    power Call
        Landlord may terminate
        when Deposit is breached

section 2
    event Notice
        In Writing: yes/no
        Received: date
    notice
        requires In Writing
        served on Received

amendment First Amendment
    dated 2031-04-01
    amends Bakery Lease

section 1
    | The deposit falls away.
    event Relief
"""
CONTRACT = loads(LEASE)
QUIET = settings(
    max_examples=60, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck),
    phases=(Phase.generate,),
)  # fmt: skip


def with_property(text: str, contract: str = LEASE, scenarios: str = "") -> Contract:
    """A contract with a property."""
    return loads(f'{contract}\n{scenarios}\nproperty "it holds"\n    {text}\n')


def test_what_matters_is_found() -> None:
    """Days, lengths, amounts and periods that a contract names or defines."""
    found = edges(CONTRACT)
    assert date(2031, 3, 1) in found.days
    assert date(2031, 5, 1) in found.days
    assert date(2031, 4, 1) in found.days
    assert [one.text() for one in found.lengths] == ["10 business days"]
    assert Money(2400, "EUR") in found.amounts
    assert found.periods == ("month",)
    assert found.parties == ("Landlord", "Tenant", "Surveyor")


def test_every_log_is_one_of_the_contract() -> None:
    """Whatever is made up can be read, means something to the contract, and is in order."""
    seen: set[str] = set()

    @QUIET
    @given(logs(CONTRACT))
    def attempt(log: Log) -> None:
        _, problems = CONTRACT.bind(log)
        assert not [one for one in problems if one.severity.value == "error"]
        CONTRACT.evaluate(log, last_day(log, CONTRACT))
        again = read(as_source("log", as_scenario(log, "again") + "\n")).scenarios[0]
        assert Log.of(again).entries == log.entries
        assert len(log.entries) <= 6
        seen.update(type(entry.entry).__name__ for entry in log.entries)

    attempt()
    assert seen >= {"Happens", "Paid", "Pays", "Performed", "Signed", "Exercises", "Waives"}


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "meaning").glob("*.deal")), ids=lambda path: path.stem)
def test_logs_of_other_contracts(path: Path) -> None:
    """Any contract has logs; what contradicts itself on one of them, or has no day, is told as a diagnostic."""
    contract = load(path)

    @settings(QUIET, max_examples=25)
    @given(logs(contract, most=4))
    def attempt(log: Log) -> None:
        try:
            contract.evaluate(log, last_day(log, contract))
        except DealError as trouble:
            assert {one.code for one in trouble.diagnostics} <= {"R401", "E102"}

    attempt()


def test_edges_are_met() -> None:
    """The last day, the day after, the exact amount and a cent less are drawn."""
    wanted = (
        lambda log: any(entry.on == date(2031, 5, 1) for entry in log.entries),
        lambda log: any(entry.on == date(2031, 5, 2) for entry in log.entries),
        lambda log: "2,399.99" in as_scenario(log, "x"),
        lambda log: "€2,400\n" in as_scenario(log, "x") + "\n",
    )
    for condition in wanted:
        find(logs(CONTRACT), condition, settings=settings(max_examples=3000, derandomize=True, database=None))


def test_lengths_that_lead_nowhere() -> None:
    """A length that has no day to end on, from where the log is, leads to no entry; the rest does."""
    text = LEASE.replace("    months rounded down\n", "").replace("2031-03-01", "2031-01-31")
    contract = loads(text.replace("within 10 business days after", "within 1 month after"))

    @settings(QUIET, max_examples=20)
    @given(logs(contract))
    def attempt(log: Log) -> None:
        assert log.entries == tuple(sorted(log.entries, key=lambda entry: entry.on))

    attempt()


def test_inputs_of_kinds_that_are_not_told() -> None:
    """An input that may be anything is left unknown."""
    contract = loads(LEASE.replace("    currency EUR\n", "").replace("€", "EUR "))

    @settings(QUIET, max_examples=20)
    @given(logs(contract))
    def attempt(log: Log) -> None:
        assert "Turnover" not in as_scenario(log, "x")

    attempt()


def test_a_contract_of_which_nothing_can_be_logged() -> None:
    """A scheme without events has the empty log."""
    contract = loads("rules Postage\n    currency EUR\nFee means €5\n")

    @settings(QUIET, max_examples=5)
    @given(logs(contract))
    def attempt(log: Log) -> None:
        assert log.entries == ()
        assert last_day(log, contract) == date(2031, 1, 15)

    attempt()


# ---------------------------------------------------------------- properties


def test_a_property_that_is_false_is_refuted() -> None:
    """With a log of few entries, as a scenario that can be pasted back."""
    contract = with_property("never Deposit is breached")
    run = run_property(contract, contract.properties[0], 100)
    (claim,) = run.claims
    assert not run.passed
    text = claim.found.partition(", with\n")[2]
    scenario = read(as_source("found", text + "\n")).scenarios[0]
    assert {type(line).__name__ for line in scenario.lines} == {"Dated"}
    assert 1 <= len(scenario.lines) <= 2
    assert "Deposit is breached" in claim.found
    assert run.diagnostics[0].code == "E108"


def test_the_same_logs_each_time() -> None:
    """Two runs find the same."""
    contract = with_property("never total paid by Tenant > €0")
    first, second = (run_property(contract, contract.properties[0], 80) for _ in range(2))
    assert first == second
    assert not first.passed


def test_a_property_that_is_true_is_not_refuted() -> None:
    """What holds on every log passes, on the logs of scenarios and on those that are made up."""
    scenario = 'scenario "s"\n    2031-04-01 Handover\n    as of 2031-04-02 expect Deposit is due\n'
    contract = with_property("when Handover\n    always Deposit outstanding >= €0", scenarios=scenario)
    assert run_property(contract, contract.properties[0]).passed
    assert run_property(contract, contract.properties[0], 40).passed
    contract = with_property("when Handover\n    always Deposit outstanding >= €0")
    assert run_property(contract, contract.properties[0]).problems[0].code == "R208"
    assert run_property(contract, contract.properties[0], 40) == check_property(contract, contract.properties[0], 40)
    assert run_property(contract, contract.properties[0], 40).passed


def test_a_property_refuted_by_a_scenario_needs_no_other_log() -> None:
    """What a scenario at hand refutes is told by that scenario."""
    scenario = 'scenario "s"\n    2031-04-01 Handover\n    as of 2031-04-02 expect Deposit is due\n'
    contract = with_property("never Deposit is due", scenarios=scenario)
    run = run_property(contract, contract.properties[0], 40)
    assert not run.passed
    assert "on the log of `s`" in run.claims[-1].found


def test_a_property_that_nothing_meets() -> None:
    """A condition that no log meets shows nothing, and says so."""
    contract = with_property("when Handover and not Handover\n    always Handover")
    run = check_property(contract, contract.properties[0], 10)
    assert [one.code for one in run.problems] == ["R208"]


def test_logs_on_which_nothing_can_be_told_are_passed_over() -> None:
    """A log on which the rules contradict each other refutes nothing."""
    text = LEASE.replace(
        "    Share means Rent Sum / 7\n",
        "    Share means Rent Sum\n        except One when Handover: €1\n        except Two when Relief: €2\n",
    )
    contract = with_property("always Share > €0", text)
    assert run_property(contract, contract.properties[0], 60).passed


def test_what_a_log_can_do_without_is_left_out() -> None:
    """A log that refutes a property is cut to what refutes it."""
    contract = with_property("never Handover")
    log = Log().with_given("Heating is Gas").on(date(2031, 4, 1), "Relief").on(date(2031, 4, 2), "Handover", "Relief")
    found = shortest(contract, contract.properties[0], log)
    assert as_scenario(found, "x") == 'scenario "x"\n    2031-04-02 Handover'


def test_without_the_library_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no logs can be made up, the run says that none were."""
    scenario = 'scenario "s"\n    2031-04-01 Handover\n    as of 2031-04-02 expect Deposit is due\n'
    contract = with_property("when Handover\n    always Handover", scenarios=scenario)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    run = run_property(contract, contract.properties[0], 10)
    assert run.passed
    assert [one.code for one in run.notes] == ["R209"]


def test_the_strategy_is_one_of_the_library() -> None:
    """It can be put together with others."""
    pair: Any = st.tuples(logs(CONTRACT), st.integers())
    log, _ = find(pair, lambda both: len(both[0].entries) > 1, settings=settings(database=None, derandomize=True))
    assert len(log.entries) > 1


# ---------------------------------------------------------------- two texts

CHANGE = """\
    | The deposit is twice the rent.
    replace section 3
        | The Tenant shall pay twice the rent.
        duty Guarantee
            Tenant must pay Rent Sum * 2 to Surveyor
            by 2031-06-01
"""
OWED = """\
section 3
    | The Tenant shall pay the rent once.
    duty Guarantee
        Tenant must pay Rent Sum to Surveyor
        by 2031-06-01
    Guaranteed means Guarantee paid

"""
TWO_TEXTS = LEASE.replace("amendment First", f"{OWED}amendment First") + f"section 2\n{CHANGE}"
LATER = """\
amendment Third Amendment
    dated 2031-04-03
    amends Bakery Lease

section 1
    | Section 3 remains deleted.
    no operative rule "it changes nothing"
"""
SIGNED = 'scenario "signed"\n    2031-04-01 First Amendment signed by Landlord and Tenant\n    as of 2031-04-02 expect Fit is unsatisfied\n'


def test_only_what_is_named_may_change() -> None:
    """A comparison of two texts on one log: what differs and is not named is told, with both answers."""
    named = with_property("only Guarantee and Guaranteed may change under First Amendment", TWO_TEXTS, SIGNED)
    assert run_property(named, named.properties[0], 40).passed
    bare = with_property("nothing may change under First Amendment", TWO_TEXTS, SIGNED)
    (*_, claim) = run_property(bare, bare.properties[0]).claims
    assert claim.words == "nothing may change under First Amendment"
    assert "Guarantee is due" in claim.found
    assert "2,400.00 EUR without it" in claim.found
    assert "4,800.00 EUR with it" in claim.found
    found = check_property(bare, bare.properties[0], 60)
    scenario = read(as_source("found", found.claims[0].found.partition(", with\n")[2] + "\n")).scenarios[0]
    assert 1 <= len(scenario.lines) <= 2


def test_a_frame_speaks_of_what_is_there() -> None:
    """An instrument or a term that nobody declared is an error, not a frame that holds."""
    for text, help_ in (
        ("nothing may change under First Amendmant", "`First Amendment`"),
        ("only Guarantees may change under First Amendment", "`Guarantee`"),
    ):
        contract = with_property(text, TWO_TEXTS, SIGNED)
        for effort in (0, 5):
            (found,) = run_property(contract, contract.properties[0], effort).problems
            assert found.code == "N101"
            assert help_ in found.help
        assert check_property(contract, contract.properties[0], 5).problems[0].code == "N101"


def test_a_frame_may_name_what_another_instrument_took_out() -> None:
    """A log in which that instrument never takes effect still has it, so it is a term that is there."""
    gone = (
        TWO_TEXTS
        + "amendment Second Amendment\n    dated 2031-04-02\n    amends Bakery Lease\n\nsection 1\n    delete section 3\n"
    )
    contract = with_property("only Guarantee and Guaranteed may change under Second Amendment", gone, SIGNED)
    assert run_property(contract, contract.properties[0]).passed
    last = gone + LATER
    contract = with_property("only Guarantee and Guaranteed may change under Third Amendment", last, SIGNED)
    assert run_property(contract, contract.properties[0]).passed


def test_logs_are_made_up_though_a_day_lies_before_the_agreement() -> None:
    """A text may speak of a day before its own, as of which there is no answer."""
    early = LEASE.replace("section 2\n", "section 2\n    Old Sum means (if Handover by 2031-01-01 then 1 else 2)\n", 1)
    contract = with_property("always Old Sum = 2 or Handover", early)
    assert date(2031, 1, 1) in edges(contract).days
    assert check_property(contract, contract.properties[0], 5).passed


def test_a_frame_needs_its_instrument() -> None:
    """A scenario that reads the agreement alone shows nothing of what an amendment changes."""
    scenario = SIGNED.replace('"signed"\n', '"signed"\n    with nothing else\n')
    contract = with_property("nothing may change under First Amendment", TWO_TEXTS, scenario)
    assert [one.code for one in run_property(contract, contract.properties[0]).problems] == ["R208"]


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "meaning").glob("*.deal")), ids=lambda path: path.stem)
def test_what_an_amendment_does_not_touch_it_does_not_change(path: Path) -> None:
    """The property that every amendment has: it holds, and it leaves something out."""
    contract = load(path)
    for frame in frames(contract):
        assert check_property(contract, frame, 40).passed, frame.title
        names = {
            rule.name for program in programs(contract) for rule in (*program.terms.values(), *program.norms.values())
        }
        assert set(frame.names) < names


def test_a_frame_is_no_wider_than_it_must_be() -> None:
    """Without any one of the norms that an amendment rewrites, its frame is refuted."""
    contract = loads(TWO_TEXTS)
    (frame,) = frames(contract)
    assert frame.names == ("Guarantee", "Guaranteed")
    assert check_property(contract, frame, 60).passed
    less = evolve(frame, names=("Guaranteed",))
    assert not check_property(contract, less, 60).passed


def test_what_ends_the_agreement_may_change_all_that_ends_with_it() -> None:
    """An amendment of a power to terminate frames every norm that does not survive."""
    text = TWO_TEXTS.replace(CHANGE, "    | Section 4 is deleted.\n    delete section 4\n").replace(
        "section 3\n",
        "section 4\n    power Release\n        Tenant may terminate\n        from 2031-04-10\n\nsection 3\n",
        1,
    )
    contract = loads(text)
    (frame,) = frames(contract)
    assert {"Release", "Rent", "Deposit", "Exit", "Guarantee", "Guaranteed"} <= set(frame.names)
    assert "Fit" not in frame.names
    assert check_property(contract, frame, 80).passed


FALSE = (
    (
        "the price is all that the Seller ever receives",
        "never Closing and total received by Seller > Purchase Price",
    ),
    (
        "nobody may walk away once the price is due",
        "never Outside Date Termination is available and Closing Payment is due",
    ),
    ("the amendment changes nothing but the payment", "only Closing Payment may change under First Amendment"),
)


@pytest.mark.parametrize(("title", "claim"), FALSE, ids=[title for title, _ in FALSE])
def test_what_a_real_contract_does_not_promise_is_refuted(title: str, claim: str) -> None:
    """Plausible properties of a real contract that are false: a log of at most six entries shows it, and can be pasted back."""
    folder = ROOT / "contracts" / "patent_purchase"
    text = f'property "{title}"\n    {claim}\n'
    contract = load(folder / "agreement.deal", folder / "amendment.deal")
    (prop,) = read(as_source("false", text)).properties
    found = check_property(contract, prop, 300).claims[0].found
    scenario = read(as_source("found", found.partition(", with\n")[2] + "\n")).scenarios[0]
    assert 1 <= len(scenario.lines) <= 6
    assert not run_property(evolve(contract, scenarios=(scenario,)), prop).passed
