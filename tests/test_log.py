"""A log is the same thing in a scenario, in TOML, in JSON and in Python; what is none says where and why."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies
from dealwright import expression as e
from dealwright import log as log_package
from dealwright import model as m
from dealwright.diagnostic import DealError, Diagnostic
from dealwright.log import Assumed, Log
from dealwright.log.values import what
from dealwright.read import read
from dealwright.source import Source
from dealwright.value import Choice, Duration, Money, MonthDay, Party, Period, Quantity

ROOT = Path(__file__).parent.parent
LOGS = sorted(ROOT.glob("contracts/*/logs/*.toml"))

FULL = """
title = "a late handover"
complete_through = 2031-08-01
unknown = ["Inspection", '"the premises are clean"']

[choosing]
"Rent Anchor" = "from the handover"

[given]
Heating = "Heat Pump"
Rooms = 5
Share = 7.25
Debt = -3
Clean = true
Start = 2031-05-01
"Turnover for 2031-05" = "€5,000"
Units = ['Unit "2B" with Floor: 2', 'Unit "2C"']

[[entry]]
on = 2031-04-10T17:00:00
says = "Handover by Landlord"

[[entry]]
on = 2031-05-01
says = "Rent for 2031-05 paid €2,400"
"""


def scenario(lines: str) -> m.Scenario:
    """The scenario with some lines."""
    text = "".join(f"    {line.strip()}\n" for line in lines.strip().splitlines())
    (found,) = read(Source("test.deal", f'scenario ""\n{text}')).scenarios
    return found


def of(lines: str) -> Log:
    """The log of a scenario with some lines."""
    return Log.of(scenario(lines))


def wrong(make: Callable[[], object]) -> tuple[Diagnostic, ...]:
    """What is wrong with a log."""
    with pytest.raises(DealError) as caught:
        make()
    return caught.value.diagnostics


def entry(parts: str) -> str:
    """A TOML log of one entry."""
    return f"[[entry]]\non = 2031-05-01\n{parts}\n"


# ---------------------------------------------------------------- one meaning


def test_a_log_says_what_its_scenario_says() -> None:
    """Each part of a file is a line of a scenario."""
    log = Log.parse(FULL)
    same = of(
        """
        choosing Rent Anchor "from the handover"
        given Heating is Heat Pump
        given Rooms is 5
        given Share is 7.25
        given Debt is -3
        given Clean is yes
        given Start is 2031-05-01
        given Turnover for 2031-05 is €5,000
        Inspection is unknown
        "the premises are clean" is unknown
        complete through 2031-08-01
        2031-04-10 17:00 Handover by Landlord
        2031-05-01 Rent for 2031-05 paid €2,400
        """
    )
    assert log == evolve(same, name="a late handover", given=(*same.given, log.given[-1]))
    assert log.given[-1] == m.GivenList(
        e.Ref("Units"),
        (
            m.RecordLiteral("Unit", "2B", (m.Attribute("Floor", e.Literal("number", Fraction(2))),)),
            m.RecordLiteral("Unit", "2C"),
        ),
    )
    assert log.entries[0].clock == "17:00"
    assert log.source.text == FULL


def test_json_says_the_same_as_toml() -> None:
    """Days are texts in JSON; all else is the same."""
    data: dict[str, Any] = {
        "title": "a late handover",
        "complete_through": "2031-08-01",
        "unknown": ["Inspection", '"the premises are clean"'],
        "choosing": {"Rent Anchor": "from the handover"},
        "given": {
            "Heating": "Heat Pump",
            "Rooms": 5,
            "Share": 7.25,
            "Debt": -3,
            "Clean": True,
            "Start": "2031-05-01",
            "Turnover for 2031-05": {"amount": "5000.00", "currency": "EUR"},
            "Units": ['Unit "2B" with Floor: 2', 'Unit "2C"'],
        },
        "entry": [
            {"on": "2031-04-10T17:00", "says": "Handover by Landlord"},
            {"on": "2031-05-01", "duty": "Rent for 2031-05", "paid": 2400, "currency": "EUR"},
        ],
    }
    for indent in (None, 2):
        assert Log.parse(json.dumps(data, indent=indent), "json") == Log.parse(FULL)


def test_what_is_given_may_be_said_in_sentences() -> None:
    """`[[given]]` holds sentences, `[given]` values."""
    said = Log.parse('[[given]]\nsays = "Heating is Gas"\n[[given]]\nsays = "Turnover is unknown"\n')
    assert said == of("given Heating is Gas\ngiven Turnover is unknown")
    assert said == Log.parse('[given]\nHeating = "Gas"\nTurnover = "unknown"\n')


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ('event = "Handover"', "Handover"),
        ('event = "Handover"\nby = "Landlord"', "Handover by Landlord"),
        (
            'event = "Inspection"\nby = ["Surveyor", "Tenant"]\nwith = { Passed = true, Clean = false, Cost = "€350" }',
            "Inspection by Surveyor and Tenant with Passed, Clean: no, Cost: €350",
        ),
        (
            'event = "Inspection"\nwith = { Cost = { amount = 350.5, currency = "EUR" }, Why = { text = "a leak" } }',
            'Inspection with Cost: €350.50, Why: "a leak"',
        ),
        (
            'event = "Inspection"\nwith = { Rate = "7.5%", Wait = "5 business days", Size = "40 Tonnes", Day = 2031-06-01 }',
            "Inspection with Rate: 7.5%, Wait: 5 business days, Size: 40 Tonnes, Day: 2031-06-01",
        ),
        ('event = "Inspection"\n[entry.with]\nPassed = true', "Inspection with Passed"),
        ('event = "Grant"\namount = 5000\ncurrency = "EUR"\nto = "Tenant"', "Grant of €5,000 to Tenant"),
        ('event = "Grant"\namount = "€5,000"\nby = "Town"\nto = "Tenant"', "Grant of €5,000 by Town to Tenant"),
        ('duty = "Rent for 2031-05"\npaid = 2400.50\ncurrency = "NOK"', "Rent for 2031-05 paid NOK 2,400.50"),
        ('duty = "Rent of section 3"\npaid = { amount = "2400", currency = "EUR" }', "Rent of section 3 paid €2,400"),
        ('duty = "Repairs"\nperformed = true\nby = "Landlord"', "Repairs performed by Landlord"),
        ('pays = "Tenant"\namount = 2400\ncurrency = "EUR"\nto = "Landlord"', "Tenant pays €2,400 to Landlord"),
        (
            'signed = "First Amendment"\nby = ["Landlord", "Tenant"]\nwith = { Authorised = false }',
            "First Amendment signed by Landlord and Tenant with Authorised: no",
        ),
        (
            'exercises = "Break"\nby = "Tenant"\nform = "notice"\nwith = { Received = 2031-05-03 }',
            "Tenant exercises Break by notice with Received: 2031-05-03",
        ),
        ('exercises = "Break"\nby = ["Landlord", "Tenant"]', "Landlord and Tenant exercise Break"),
        ('waives = "Handover Conditions (a)"\nby = "Landlord"', "Landlord waives Handover Conditions (a)"),
        ('waives = "the condition of section 3"\nby = ["A", "B"]', "A and B waive the condition of section 3"),
        ('strikes = "clause (a) of section 7"', "court strikes clause (a) of section 7"),
        ('bars = "Rent"', "law bars Rent"),
        ('bars = "the duty of section 3"\nuntil = 2031-09-01', "law bars the duty of section 3 until 2031-09-01"),
        ('input = "Turnover for 2031-05"\nvalue = "€5,000"', "Turnover for 2031-05 is €5,000"),
        ("input = '\"the board thinks fit\"'\nvalue = true", '"the board thinks fit" is yes'),
        ('unknown = "Inspection"', "Inspection is unknown"),
        ('set = "Handover"\nfor = 2031-06-01\nwith = { Passed = true }', "Handover is set for 2031-06-01 with Passed"),
        ('found = "Repairs"\nstatus = "in force"', "found Repairs is in force"),
        ('joins = "Ann"\nas = "Guarantors"', "Ann joins as Guarantors"),
        ("unordered = true", "in no known order"),
        ('says = "Handover"\nasserted_in = "letter of May 3"', 'asserted in "letter of May 3": Handover'),
        ('event = "Handover"\nasserted_in = "a \\"letter\\""', 'asserted in "a ""letter""": Handover'),
    ],
)
def test_parts_make_sentences(parts: str, sentence: str) -> None:
    """An entry in parts means its sentence, in TOML and in JSON."""
    expected = of(f"2031-05-01 {sentence}")
    toml = Log.parse(entry(parts))
    assert toml == expected
    assert toml.entries[0].span.source.name == "log"
    assert toml.entries[0].span.line > 2


def test_values_are_exact() -> None:
    """No number passes through a binary fraction."""
    log = Log.parse('{"given": {"Share": 0.1, "Sum": {"amount": 898765.44, "currency": "USD"}}}', "json")
    assert log == of("given Share is 0.1\ngiven Sum is $898,765.44")
    assert log == Log.parse('[given]\nShare = 0.1\nSum = { amount = 898_765.44, currency = "USD" }')


def test_byte_order_marks_and_windows_lines_change_nothing() -> None:
    """The same log, whichever editor saved it."""
    assert Log.parse("\ufeff" + FULL.replace("\n", "\r\n")) == Log.parse(FULL)


def test_what_a_scenario_reads_and_expects_is_no_part_of_its_log() -> None:
    """Only what happened and what is known is."""
    assert of("with nothing else\n2031-05-01 Handover\nas of 2031-06-01 expect Handover has occurred") == of(
        "2031-05-01 Handover"
    )


def test_absence_has_a_name() -> None:
    """A log that does not say through which day it is complete says so."""
    assert Log().complete_through == Assumed()
    assert Log().complete(date(2031, 5, 1)).complete_through == date(2031, 5, 1)
    assert Log.parse("entry = []") == Log() == Log.parse('{"entry": []}', "json")


# ---------------------------------------------------------------- order


def test_seq_orders_entries_wherever_they_stand() -> None:
    """With numbers, the order of the file means nothing."""
    entries = [
        {"on": "2031-05-02", "seq": 1, "says": "Handover"},
        {"on": "2031-05-01", "seq": 10, "says": "Inspection"},
        {"on": "2031-05-01", "seq": 9, "event": "Grant"},
    ]
    expected = of("2031-05-01 Grant\n2031-05-01 Inspection\n2031-05-02 Handover")
    for start in range(3):
        turned = entries[start:] + entries[:start]
        assert Log.parse(json.dumps({"entry": turned}), "json") == expected


@given(st.permutations(range(6)))
def test_the_order_of_numbered_entries_in_a_file_is_irrelevant(order: list[int]) -> None:
    """Whatever the order in the file, the log is the same."""
    entries = [f'[[entry]]\non = 2031-05-0{1 + n // 3}\nseq = {n}\nsays = "Visit {n}"\n' for n in range(6)]
    assert Log.parse("".join(entries[n] for n in order)) == Log.parse("".join(entries))


def test_entries_out_of_order_are_told_with_both_places() -> None:
    """Days and the times of one day never go back."""
    (found,) = wrong(lambda: Log.parse(entry('says = "Handover"') + '[[entry]]\non = 2031-04-01\nsays = "Visit"\n'))
    assert (found.code, found.place.span.words, found.also[0].span.words) == ("L110", "Visit", "Handover")
    assert found.place.span.line == 6
    (found,) = wrong(lambda: of("2031-05-01 17:00 Handover\n2031-05-01 Grant\n2031-05-01 09:00 Visit"))
    assert (found.code, found.message) == ("L110", "this entry is earlier than one before it on the same day")
    (found,) = wrong(lambda: Log().on(date(2031, 5, 1), "Handover").on(date(2031, 4, 1), "Visit"))
    assert (found.code, found.place.span.words) == ("L110", "2031-04-01 Visit")


def test_times_may_go_back_on_a_day_of_unknown_order_and_on_another_day() -> None:
    """Nothing is claimed about the order then."""
    of("2031-05-01 17:00 Handover\n2031-05-01 09:00 Visit\n2031-05-01 in no known order")
    of("2031-05-01 17:00 Handover\n2031-05-02 09:00 Visit")


# ---------------------------------------------------------------- Python


def test_a_log_is_put_together_in_python() -> None:
    """Each step gives a new log."""
    empty = Log()
    log = (
        empty.choosing("Rent Anchor", "from the handover")
        .with_given("Heating", "Gas")
        .with_given('"the premises are clean"', True)  # noqa: FBT003 - a value is given by itself
        .with_given("Turnover is €5,000")
        .with_given("Units", ['Unit "2B" with Floor: 2', 'Unit "2C"'])
        .with_unknown("Inspection", "Repairs")
        .complete(date(2031, 8, 1))
        .on(date(2031, 4, 10), "Handover by Landlord", "Rent paid €2,400")
        .on(datetime(2031, 5, 1, 17, 0), "Visit")  # noqa: DTZ001 - the time zone is that of the agreement
    )
    assert empty == Log()
    assert log == Log.of(
        m.Scenario(
            "",
            (
                *scenario(
                    """
                    choosing Rent Anchor "from the handover"
                    given Heating is Gas
                    given "the premises are clean" is yes
                    given Turnover is €5,000
                    """
                ).lines,
                log.given[-1],
                *scenario(
                    """
                    Inspection is unknown
                    Repairs is unknown
                    complete through 2031-08-01
                    2031-04-10 Handover by Landlord
                    2031-04-10 Rent paid €2,400
                    2031-05-01 17:00 Visit
                    """
                ).lines,
            ),
        )
    )
    assert [one.span.words for one in log.entries[:2]] == [
        "2031-04-10 Handover by Landlord",
        "2031-04-10 Rent paid €2,400",
    ]
    assert len(log.given) == 4


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (12_345, "12,345"),
        (-5, "-5"),
        (Decimal("0.50"), "0.5"),
        (Decimal("-0.5"), "-0.5"),
        (Fraction(1, 3), "1 / 3"),
        (Fraction(-20_000, 3), "-20,000 / 3"),
        (Fraction(1, 2**13), "1 / 8192"),
        (Money(Fraction(5000), "USD"), "$5,000"),
        (Money(Fraction(-5), "NOK"), "-NOK 5"),
        (Money(Fraction(1, 3), "EUR"), "€1 / 3"),
        (Money(Fraction(1, 1000), "EUR"), "€1 / 1000"),
        (Money(Fraction(3, 2), "JPY"), "JPY 3 / 2"),
        (Duration(Fraction(5), "business day"), "5 business days"),
        (Duration(Fraction(3, 2), "day"), "3 days / 2"),
        (Quantity(Fraction(81, 2), "Tonnes"), "40.5 Tonnes"),
        (Period.parse("2031-05"), "2031-05"),
        (Period.parse("2031-Q2"), "2031-Q2"),
        (Period.parse("2031"), "from 2031-01-01 to 2031-12-31"),
        (MonthDay(6, 30), "June 30"),
        (Choice("Heat Pump"), "Heat Pump"),
        (Party("Tenant"), "Tenant"),
        (date(2031, 5, 1), "2031-05-01"),
        (datetime(2031, 5, 1, 17, 30), "2031-05-01 17:30"),  # noqa: DTZ001
        (datetime(2031, 5, 1, 17, 30, 15), "2031-05-01 17:30:15"),  # noqa: DTZ001
        ("€5,000", "€5,000"),
        ("Heat Pump", "Heat Pump"),
        ('"in words"', '"in words"'),
        ("from 2031-01-01 to 2031-02-01", "from 2031-01-01 to 2031-02-01"),
        ({"text": "in words"}, '"in words"'),
        ({"amount": "350.50", "currency": "EUR"}, "€350.50"),
    ],
)
def test_values_have_words(value: object, words: str) -> None:
    """Every value that a log may state is written in one way."""
    assert Log().with_given("X", value) == of(f"given X is {words}")


@pytest.mark.parametrize(
    ("value", "code", "message"),
    [
        (0.5, "L102", "`0.5` is not exact"),
        (None, "L102", "nothing is no value that a log may state"),
        (object(), "L102", "something else is no value that a log may state"),
        (Decimal("NaN"), "L102", "`NaN` is no number as the language writes it"),
        (Decimal("Infinity"), "L102", "`Infinity` is no number as the language writes it"),
        (Decimal("-0"), "L102", "`-0` is no number as the language writes it"),
        (Decimal("1e65"), "X301", "`1E+65` is too large or too small"),
        (Decimal("1e-999999"), "X301", "`1E-999999` is too large or too small"),
        (1 << 2000, "X107", "this number has too many figures"),
        (10**34, "X107", "`10,000,000,000,000,000,000,000,000,000,000,000` has more figures than a number may have"),
        (Money(Fraction(10**15 + 1), "EUR"), "X302", None),
        (Money(Fraction(5), "XYZ"), "S304", None),
        (datetime(2031, 5, 1, tzinfo=UTC), "L102", "this time is in a time zone of its own"),
        (date(1899, 12, 31), "X303", None),
        ("", "L102", "a value is one line of words"),
        ("A\nB", "L102", "a value is one line of words"),
        ("5", "L102", "`5` is a text that looks like a number"),
        ("-1,000.50", "L102", "`-1,000.50` is a text that looks like a number"),
        ("1e5", "L102", "`1e5` is a text that looks like a number"),
        ("yes", "L102", "`yes` is a text"),
        ("true", "L102", "`true` is a text"),
        ({}, "L102", "this table is no value"),
        ({"amount": 5}, "L102", "this table is no value"),
        ({"amount": "five", "currency": "EUR"}, "L102", "an amount is a number, and this is a text"),
        ({"amount": True, "currency": "EUR"}, "L102", "an amount is a number, and this is a yes or no"),
        ({"amount": 5, "currency": 5}, "L102", "a currency is three letters, and this is a number"),
        ({"amount": 5, "currency": "eur"}, "S304", "`eur` is no currency"),
        ({"text": 5}, "L102", "plain words are one line of text"),
        ({"text": "a\nb"}, "L102", "plain words are one line of text"),
        ([], "L102", None),
    ],
)
def test_what_is_no_value_is_told(value: object, code: str, message: str | None) -> None:
    """Nothing is converted, and nothing is kept that the language could not write."""
    if value == []:
        assert wrong(lambda: Log().with_given("X", value))[0].code.startswith("S")
        return
    (found,) = wrong(lambda: Log().with_given("X", value))
    assert found.code == code
    assert message in (None, found.message)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Log().on(date(2031, 5, 1), ""),
        lambda: Log().on(date(2031, 5, 1), "Handover\n    2031-05-02 Visit"),
        lambda: Log().on(date(2031, 5, 1), 5),  # type: ignore[arg-type]
        lambda: Log().with_given("X", 1, 2),
        lambda: Log().with_given(""),
        lambda: Log().with_given("X", [5]),
        lambda: Log().with_given("X\n    given Y", 5),
        lambda: Log().with_unknown(" "),
        lambda: Log().with_unknown("given X"),
        lambda: Log().choosing("X", "a\nb"),
    ],
)
def test_words_are_one_line_and_say_what_they_should(make: Callable[[], object]) -> None:
    """No words bring in a line of another sort."""
    assert [found.code for found in wrong(make)] == ["L109"]


def test_a_day_that_is_none_is_told() -> None:
    """The days of Python are days; anything else is none."""
    bad: Any = 5
    (found,) = wrong(lambda: Log().on(bad, "Handover"))
    assert (found.code, found.message) == ("L102", "a number is no day")
    bad = "2031-05-01"
    assert Log().on(bad, "Handover") == of("2031-05-01 Handover")


def test_sorts_of_values_have_names() -> None:
    """People are told what they wrote in words."""
    values: tuple[Any, ...] = (
        True,
        1,
        "a",
        date.max,
        datetime(2031, 5, 1, tzinfo=UTC),
        datetime.min.time(),
        [],
        {},
        None,
        ...,
    )
    assert [what(one) for one in values] == [
        "a yes or no",
        "a number",
        "a text",
        "a day",
        "a day with a time",
        "a time",
        "a list",
        "a table",
        "nothing",
        "something else",
    ]


# ---------------------------------------------------------------- writing


@pytest.mark.parametrize("path", LOGS, ids=lambda path: path.name)
def test_shipped_logs_are_read_and_written(path: Path) -> None:
    """What is written is the same log."""
    log = Log.read(path)
    assert log.entries
    assert Log.parse(log.to_toml()) == log
    assert Log.of(log.scenario) == log


def test_the_written_form() -> None:
    """Values are native where TOML has them; each entry is one sentence."""
    assert Log.parse(FULL).to_toml() == (
        'title = "a late handover"\n'
        "complete_through = 2031-08-01\n"
        'unknown = ["Inspection", \'"the premises are clean"\']\n\n'
        '[choosing]\n"Rent Anchor" = "from the handover"\n\n'
        '[given]\nHeating = "Heat Pump"\nRooms = 5\nShare = 7.25\nDebt = -3\nClean = true\nStart = 2031-05-01\n'
        '"Turnover for 2031-05" = "€5,000"\n'
        "Units = ['Unit \"2B\" with Floor: 2', 'Unit \"2C\"']\n\n"
        '[[entry]]\non = "2031-04-10 17:00"\nsays = "Handover by Landlord"\n\n'
        '[[entry]]\non = 2031-05-01\nsays = "Rent for 2031-05 paid €2,400"\n'
    )
    assert Log().to_toml() == "entry = []\n"
    assert Log(name='it\'s a \\ "log"\t').to_toml() == 'title = "it\'s a \\\\ \\"log\\"\\u0009"\n'


entries = st.lists(
    st.tuples(strategies.days, strategies.entries, st.sampled_from(("", "17:00", "17:00:30"))), max_size=3
)
facts = st.lists(
    st.one_of(
        st.builds(m.Given, strategies.facts_named, strategies.maybe),
        st.builds(m.GivenList, strategies.facts_named, strategies.several(strategies.records, 1)),
    ),
    max_size=3,
    unique_by=lambda one: one.what,
)


@settings(max_examples=150, deadline=None)
@given(
    entries,
    facts,
    strategies.several(strategies.facts_named, 0, 2),
    st.one_of(st.just(Assumed()), strategies.days),
    strategies.texts,
    st.lists(st.tuples(strategies.names, strategies.texts), max_size=2, unique_by=lambda pair: pair[0]),
)
def test_a_log_that_is_written_and_read_is_the_same(
    dated: list[tuple[date, m.Entry, str]],
    said: list[m.Given | m.GivenList],
    unknown: tuple[e.Ref | m.Question_, ...],
    through: date | Assumed,
    name: str,
    choices: list[tuple[str, str]],
) -> None:
    """`Log.parse(log.to_toml()) == log` for every log that the language can say."""
    known = {one.what for one in said}
    ordered = sorted(dated, key=lambda one: one[::2])
    log = Log(
        tuple(m.Dated(day, entry_, clock) for day, entry_, clock in ordered if not clock or day.year % 2),
        tuple(said),
        tuple(m.Unknown(what_) for what_ in dict.fromkeys(unknown) if what_ not in known),
        through,
        name,
        tuple(choices),
    )
    assert Log.parse(log.to_toml()) == log
    assert Log.of(log.scenario) == log


def test_the_forms_that_are_documented_are_logs() -> None:
    """The example of the module and that of the language reference are read."""
    module = "\n".join(line[4:] for line in (log_package.__doc__ or "").splitlines() if line.startswith("    "))
    page = (ROOT / "docs" / "language.md").read_text(encoding="utf-8")
    (reference,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    for text in (module, reference):
        log = Log.parse(text)
        assert log.name == "a late handover"
        assert log.entries
