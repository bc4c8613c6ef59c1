"""The evaluation: from facts and a program to a world, step by step, and what is found in it."""

from datetime import date
from fractions import Fraction

import pytest

from dealwright.diagnostic import DealError
from dealwright.edges import edges
from dealwright.evaluate import Status
from dealwright.limits import Limits
from dealwright.log import Log
from dealwright.outcome import Outcome
from dealwright.outcome import outcome as answers
from dealwright.pipeline import loads
from dealwright.scenario import run_scenario
from dealwright.value import NEVER, Money, text_of

HEAD = """\
agreement Kiosk Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

"""
NORMS = """\
event Handover
event Sublease by Tenant
event Consent by Landlord
duty Fee
    Tenant must pay €100 to Landlord
    within 5 days after Handover
prohibition Subletting
    Tenant must not cause Sublease
    unless Consent
    until 2031-06-30
prohibition Noise
    Tenant must not "make noise"
"""


def played(text: str, as_of: str, *entries: str, through: str = "") -> Outcome:
    """The outcome of a small lease, and of entries such as `2031-03-02 Handover`."""
    log = Log(complete_through=date.fromisoformat(through)) if through else Log()
    for entry in entries:
        day, _, says = entry.partition(" ")
        log = log.on(date.fromisoformat(day), says)
    return loads(HEAD + text).evaluate(log, date.fromisoformat(as_of))


# ---------------------------------------------------------------- prohibitions


@pytest.mark.parametrize(
    ("as_of", "entries", "status"),
    [
        ("2031-06-30", [], Status.IN_FORCE),
        ("2031-07-01", [], Status.LAPSED),
        ("2031-06-30", ["2031-04-01 Consent"], Status.UNAVAILABLE),
        ("2031-07-01", ["2031-04-01 Consent"], Status.LAPSED),
        ("2031-07-01", ["2031-06-30 Sublease"], Status.BREACHED),
        ("2031-07-01", ["2031-07-01 Sublease"], Status.LAPSED),
        ("2031-04-02", ["2031-04-01 Consent", "2031-04-02 Sublease"], Status.UNAVAILABLE),
    ],
)
def test_a_prohibition_lapses_with_its_time(as_of: str, entries: list[str], status: Status) -> None:
    """A prohibition is in force, unavailable while an `unless` holds, lapsed when its time is over; a breach stays."""
    assert played(NORMS, as_of, *entries)["Subletting"].status is status


def test_what_the_log_may_lack_may_have_breached_a_prohibition() -> None:
    """After the day through which a log is complete, a prohibition may have been breached unlogged."""
    known = played(NORMS, "2031-04-10", through="2031-04-10")["Subletting"]
    assert known.status is Status.IN_FORCE
    open_ = played(NORMS, "2031-04-10", through="2031-04-08")["Subletting"]
    assert open_.possible >= {Status.IN_FORCE, Status.BREACHED}
    assert ("Sublease",) in open_.needs
    assert ("Subletting",) not in open_.needs


# ---------------------------------------------------------------- what was found


def test_a_prohibition_of_words_is_breached_by_a_finding() -> None:
    """What no event can show is breached on the day on which it was found to be."""
    found = played(NORMS, "2031-04-10", "2031-04-02 found Noise is breached")
    assert (found["Noise"].status, found["Noise"].breach) == (Status.BREACHED, date(2031, 4, 2))
    assert "found on 2031-04-02 to be breached" in str(found.explain("Noise"))


def test_a_finding_is_on_record_and_does_not_move_a_breach() -> None:
    """A duty found to be breached keeps the day of its breach; what is paid afterwards performs it, late."""
    entries = ["2031-03-02 Handover", "2031-03-20 found Fee is breached", "2031-03-22 Fee paid €100"]
    found = played(NORMS, "2031-03-21", *entries)["Fee"]
    assert (found.status, found.breach, found.reason) == (Status.BREACHED, date(2031, 3, 7), "found")
    paid = played(NORMS, "2031-03-22", *entries)["Fee"]
    assert (paid.status, paid.breach, paid.late, paid.reason) == (Status.PERFORMED, date(2031, 3, 7), True, "")


def test_a_finding_is_in_the_history() -> None:
    """The history tells of a finding on its day."""
    found = played(NORMS, "2031-03-21", "2031-03-20 found Fee is discharged")
    assert [change.what for change in found.history] == ["Fee is discharged (found)"]


# ---------------------------------------------------------------- in advance

RENT = """\
event Delivery by Landlord
duty Rent
    for each month from 2031-03-01 until 2031-12-31
    Tenant must pay €240 to Landlord
    by day 5 of the month
duty Price
    for each Delivery
    Tenant must pay €10 to Landlord
    within 10 days after the Delivery
duty Report
    for each month from 2031-03-01 until 2031-12-31
    Landlord must deliver "a report" to Tenant
    by day 20 of the month
duty Late Rent
    for each month from 2031-03-01 until 2031-12-31
    Tenant must pay €5 to Landlord
    by day 5 of the month
    not before start of the month
"""


def test_what_is_paid_in_advance_counts_when_the_instance_arises() -> None:
    """The rent of June, paid in March, is performed on the first of June; until then the money has moved."""
    entries = ["2031-03-20 Rent for 2031-06 paid €240"]
    before = played(RENT, "2031-05-31", *entries)
    assert "Rent for 2031-06" not in before
    assert [str(receipt.amount.amount) for receipt in before.result.world.ledger] == ["240"]
    assert [note.code for note in before.diagnostics] == ["L113"]
    after = played(RENT, "2031-06-01", *entries)
    assert (after["Rent for 2031-06"].status, after["Rent for 2031-06"].since) == (Status.PERFORMED, date(2031, 6, 1))
    assert "log: 2031-03-20 Rent for 2031-06 paid €240" in str(after.explain("Rent for 2031-06"))
    assert after.diagnostics == ()


def test_a_part_paid_in_advance_leaves_the_rest() -> None:
    """What is paid in advance is a part of what is owed when it arises."""
    found = played(RENT, "2031-06-01", "2031-03-20 Rent for 2031-06 paid €200")["Rent for 2031-06"]
    assert (found.status, found.outstanding.text()) == (Status.DUE, "40.00 EUR")


def test_what_is_paid_before_the_first_occurrence_counts_for_it() -> None:
    """An entry that names no instance is for the first that arises."""
    entries = ["2031-03-20 Price paid €10", "2031-04-01 Delivery", "2031-04-02 Delivery"]
    found = played(RENT, "2031-04-02", *entries)
    assert (found["Price for 1"].status, found["Price for 2"].status) == (Status.PERFORMED, Status.DUE)


def test_what_is_done_in_advance_counts_for_a_period() -> None:
    """A report delivered before its month begins performs the duty of that month."""
    found = played(RENT, "2031-06-01", "2031-03-20 Report for 2031-06 performed")
    assert found["Report for 2031-06"].status is Status.PERFORMED


def test_an_act_before_an_occurrence_is_none_for_it() -> None:
    """What is done before a delivery is not done because of it, and the log is told so."""
    text = RENT.replace("must pay €10 to Landlord", 'must "accept the goods"')
    found = played(text, "2031-04-01", "2031-03-20 Price performed", "2031-04-01 Delivery")
    assert found["Price for 1"].status is Status.DUE
    assert [note.code for note in found.diagnostics] == ["L113"]


def test_what_is_paid_too_early_does_not_count() -> None:
    """`not before` forbids payment in advance."""
    found = played(RENT, "2031-06-01", "2031-03-20 Late Rent for 2031-06 paid €5")
    assert found["Late Rent for 2031-06"].status is Status.DUE


# ---------------------------------------------------------------- before the agreement, and exceptions that conflict


def test_there_is_no_answer_before_the_agreement() -> None:
    """As of a day before that of the agreement nothing is owed, and the question is refused; not so if the log begins there."""
    with pytest.raises(DealError) as caught:
        played(NORMS, "2031-02-28", "2031-03-02 Handover")
    assert [one.code for one in caught.value.diagnostics] == ["E110"]
    assert played(NORMS, "2031-02-28", "2031-02-28 Handover")["Fee"].status is Status.DUE
    assert played(NORMS, "2031-03-01")["Fee"].status is Status.PENDING


def test_exceptions_that_conflict_are_shown_with_their_headings() -> None:
    """Both exceptions are shown where they are written, with what each gives and the headings it stands under."""
    text = (
        'article 1 "Money"\n    section 1.1 "Fee"\n        event Rain\n        event Snow\n        Fee means €10\n'
        "            except Wet when Rain: €20\n            except when Snow: €30\n"
    )
    with pytest.raises(DealError) as caught:
        played(text, "2031-03-02", "2031-03-02 Rain", "2031-03-02 Snow")
    (told,) = caught.value.diagnostics
    places = [(one.span.words, one.label, one.trail) for one in (told.place, *told.also)]
    trail = ("Kiosk Lease", "Article 1 Money", "Section 1.1 Fee")
    assert (told.code, told.message) == ("R401", "`Wet` and an exception apply at once with different results")
    assert places == [
        ("except Wet when Rain: €20", "Wet gives 20.00 EUR", trail),
        ("except when Snow: €30", "this gives 30.00 EUR", trail),
    ]


def test_a_log_made_in_python_has_as_many_entries_as_one_that_is_read() -> None:
    """Of N entries N are taken; of N + 1 none is."""
    contract = loads(HEAD + NORMS, limits=Limits.lowered(entries=3))
    log = Log().on(date(2031, 3, 2), "Handover", "Handover", "Handover")
    assert contract.evaluate(log, date(2031, 3, 2))["Fee"].status is Status.DUE
    with pytest.raises(DealError) as caught:
        contract.evaluate(log.on(date(2031, 3, 2), "Handover"), date(2031, 3, 2))
    assert [one.code for one in caught.value.diagnostics] == ["X205"]


def test_what_no_fact_can_mend_is_told_before_any_log() -> None:
    """A limit reckoned from days that are written out is worked out when the text is checked, each by itself."""
    text = (
        "Start means 2031-01-31\nduty A\n    Tenant must pay €5 to Landlord\n    on 1 month after Start\n"
        "duty B\n    Tenant must pay €5 to Landlord\n    within 3 months after 2031-03-31\n"
        "duty C\n    Tenant must pay €5 to Landlord\n    on 1 month after 2031-03-30\n"
    )
    with pytest.raises(DealError) as caught:
        loads(HEAD + text)
    assert [(one.code, one.place.span.line) for one in caught.value.diagnostics] == [("E102", 10), ("E102", 13)]
    assert loads(HEAD.replace("EUR\n", "EUR\n    months rounded down\n") + text)


def test_a_period_that_has_no_first_day_is_told() -> None:
    """The month ending on March 31 begins after a day that February does not have, which is for the text to say."""
    text = "event Delivery\nevent Audit\nRecent means Delivery within the 1 month ending on first Audit\n"
    with pytest.raises(DealError) as caught:
        played(text, "2031-03-31", "2031-03-31 Audit")
    assert [one.code for one in caught.value.diagnostics] == ["E102"]


def test_only_questions_that_are_asked_can_be_unknown() -> None:
    """A question that no rule asks is told, whether it is answered or marked as unknown; so is one much like another."""
    text = f'{HEAD}Fit means "the premises are fit"\n'
    log = 'scenario "s"\n    {} is unknown\n    as of 2031-03-02 expect Fit is unknown\n'
    contract = loads(text + log.format('"the premises are fit"'))
    assert run_scenario(contract, contract.scenarios[0]).passed
    contract = loads(text + log.format('"the premises are fine"'))
    (found,) = run_scenario(contract, contract.scenarios[0]).problems
    assert found.code == "L101"
    assert "the premises are fit" in found.help


def test_what_comes_later_is_counted_in_words() -> None:
    """One entry, or several."""
    (one,) = played(NORMS, "2031-03-02", "2031-03-04 Handover").diagnostics
    assert one.message == "one entry after 2031-03-02 is not looked at"
    (two,) = played(NORMS, "2031-03-02", "2031-03-04 Handover", "2031-03-05 Sublease").diagnostics
    assert two.message == "2 entries after 2031-03-02 are not looked at"


# ---------------------------------------------------------------- limits


@pytest.mark.parametrize(
    "limit", ["by 2031-07-31", "is on or before 2031-07-31", "within the 120 days ending on 2031-07-31"]
)
def test_what_can_come_no_more_gives_no_power_early(limit: str) -> None:
    """A limit that is not over is `not yet`, also for what nothing can bring about any more."""
    text = f"""\
event Fire
event Handover
duty Work
    Tenant must cause Handover
    by 2031-12-31
    while Fire has never occurred
Done means Work has been performed
power Leaving
    Tenant may terminate
    when not Done {limit}
condition Ready: Done {limit}
"""
    entries = ["2031-03-02 Fire"]
    assert played(text, "2031-03-02", *entries)["Work"].status is Status.DISCHARGED
    early, late = played(text, "2031-07-31", *entries), played(text, "2031-08-01", *entries)
    assert (early["Leaving"].status, late["Leaving"].status) == (Status.UNAVAILABLE, Status.AVAILABLE)
    assert (early["Ready"].status, late["Ready"].status) == (Status.UNSATISFIED, Status.FAILED)


# ---------------------------------------------------------------- instances


def test_the_instance_for_the_number_in_view() -> None:
    """A late fee for each instalment looks at the instalment of its own number."""
    text = """\
duty Instalment
    for each Step from 1 to 3
    Tenant must pay €10 to Landlord
    on (1 month * Step) after 2031-03-10
duty Late Fee
    for each Step from 1 to 3
    Tenant must pay €1 to Landlord
    on 6 days after breach of Instalment for Step
duty Charge
    for each Step from 1 to 3
    Tenant must pay €2 to Landlord
    on 6 days after due date of Instalment for the Step
"""
    found = played(text, "2031-05-21", "2031-04-10 Instalment for 1 paid €10")
    assert [found[f"Late Fee for {step}"].due for step in (1, 2, 3)] == [None, date(2031, 5, 16), None]
    assert [found[f"Charge for {step}"].due for step in (1, 2, 3)] == [
        date(2031, 4, 16),
        date(2031, 5, 16),
        date(2031, 6, 16),
    ]


MANY = """\
event Order with Nr: number, Place: Hall / Kitchen
event Repair by Landlord with Nr: number, Where: Hall / Kitchen
duty Fee
    Tenant must pay €100 to Landlord
    by 2031-04-01
duty Rent
    for each month from 2031-03-01 until 2031-12-31
    Tenant must pay €10 to Landlord
    on end of the month
duty Report
    for each year from 2031-03-01
    Tenant must "report"
    by end of the year
duty Sweeping
    for each day from 2031-03-01 until 2031-03-31
    Tenant must "sweep"
    by end of the day
duty Shipping
    for each Order
    Landlord must "ship"
    within 5 days after the Order
    performed by Repair where Nr of this = Nr of the Order and Where = Place of the Order
duty Audit
    Landlord and Tenant must each "audit"
    by 2031-12-31
duty Rebate
    for each Order
    Landlord must pay €5 * (number of Order where Nr of this > Nr of the Order and date of this is after the Order) to Tenant
    within 90 days after the Order
"""


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("breach of Rent for Landlrd", "N101"),
        ("breach of Rent for Order", "N108"),
        ("breach of Fee for Landlord", "N108"),
        ("breach of Rent for 2031-Q2", "N108"),
        ("breach of Rent for 7", "N108"),
        ("breach of Rent for Landlord", "N108"),
        ("breach of Audit for 2031-03", "N108"),
        ("breach of Shipping for 2031-03", "N108"),
        ("breach of Shipping for the Order", "N106"),
        ("breach of Shipping for the Ordr", "N101"),
        ("breach of Report for 2031-03", "N108"),
    ],
)
def test_an_instance_that_cannot_be_is_told(asked: str, code: str) -> None:
    """What follows `for` is of what the norm is made for."""
    with pytest.raises(DealError) as caught:
        loads(HEAD + MANY + f"Late means {asked}\n").check()
    assert [one.code for one in caught.value.diagnostics] == [code]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("Rent for Landlrd paid €10", "L101"),
        ("Rent for Landlord paid €10", "L102"),
        ("Rent for 7 paid €10", "L102"),
        ("Rent for 2031-Q2 paid €10", "L102"),
        ("Fee for 2031-03 paid €10", "L102"),
        ("Audit for 2031-03 performed", "L102"),
        ("Shipping for 2031-03 performed", "L102"),
        ("Tenant waives Rent for 9", "L102"),
        ("Report for 99999 performed", "L102"),
    ],
)
def test_an_entry_for_an_instance_that_cannot_be_is_told(entry: str, code: str) -> None:
    """A log names instances as the norm has them."""
    with pytest.raises(DealError) as caught:
        played(MANY, "2031-06-01", f"2031-05-01 {entry}")
    assert [one.code for one in caught.value.diagnostics] == [code]


def test_instances_by_day_year_and_party() -> None:
    """A year is written with its four digits, a day as a date; where each must act, a party is named."""
    text = MANY + "Swept means Sweeping for 2031-03-03 is performed\nReported means Report for 2031 is performed\n"
    entries = ["Sweeping for 2031-03-03 performed", "Report for 2031 performed", "Audit for Tenant performed"]
    found = played(text, "2031-03-05", *(f"2031-03-03 {one}" for one in entries))
    assert [found[name].value.is_yes for name in ("Swept", "Reported")] == [True, True]
    assert found["Audit for Tenant"].status is Status.PERFORMED
    assert found["Audit for Landlord"].status is Status.DUE


def test_the_occurrence_around_a_selection() -> None:
    """Inside a `where`, `the Order` is the one that the rule is made for, and `this` the one chosen among."""
    orders = ["2031-03-02 Order with Nr: 1, Place: Hall", "2031-03-03 Order with Nr: 2, Place: Kitchen"]
    wrong = played(MANY, "2031-03-05", *orders, "2031-03-04 Repair with Nr: 1, Where: Kitchen")
    assert [wrong[f"Shipping for {one}"].status for one in (1, 2)] == [Status.DUE, Status.DUE]
    right = played(MANY, "2031-03-05", *orders, "2031-03-04 Repair with Nr: 2, Where: Kitchen")
    assert [right[f"Shipping for {one}"].status for one in (1, 2)] == [Status.DUE, Status.PERFORMED]
    assert [right[f"Rebate for {one}"].amount for one in (1, 2)] == [
        Money(Fraction(5), "EUR"),
        Money(Fraction(0), "EUR"),
    ]


def test_choices_that_share_nothing_are_not_compared() -> None:
    """Two attributes with the same choices are; with other choices they could never be the same."""
    text = "event Sale with Kind: Cash / Credit\n" + MANY
    with pytest.raises(DealError) as caught:
        loads(HEAD + text + "Odd means some Order where Place = Kind of first Sale\n").check()
    assert [one.code for one in caught.value.diagnostics] == ["K102"]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ("2 ^ 100000", "X301", "a number outgrew what the language reckons with"),
        ("2 ^ (1 / 2)", "E106", "a result has no exact value"),
        ("1 / number of Handover", "E101", "an amount is divided by zero"),
        ("(0.5 * 5 days) after 2031-03-02", "E106", "2.5 days is no whole number of days"),
        ("2000 years after 2031-03-02", "X303", "2,000 years from 2031-03-02 leaves the years that can be counted"),
        ("5 days < 1 month", "E109", "`Asked`: duration in day and duration in month cannot be put in order"),
        ("by number of Handover\n    1: €5\n    2: €6", "E104", "no row fits, and there is no `otherwise`"),
        ("\n    €5 when Handover", "E104", "no case fits, and there is no `otherwise`"),
        ("Daily for 2090-01-01", "X206", "`Daily` goes back over more than 20,000 periods"),
    ],
)
def test_what_has_no_value_is_told(words: str, code: str, message: str) -> None:
    """A calculation without a result says why, at the rule that asks for it."""
    daily = "Daily for each day from 2031-03-01 means\n    1 when start of the day is before 2031-03-02\n    otherwise Daily for the previous day\n"
    with pytest.raises(DealError) as caught:
        played(f"event Handover\n{daily}Asked means {words}\n", "2031-03-31")
    assert [(one.code, one.message) for one in caught.value.diagnostics] == [(code, message)]


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("Consent by Tenant", "L102"),
        ("Fee performed", "L108"),
        ("Fee paid €100 by Landlord", "L102"),
        ("Tenant pays €5 to Tenant", "L102"),
        ("Cleaning paid €5", "L108"),
        ("Cleaning performed by Landlord", "L102"),
        ("Cleaning performed by Landlord and Tenant", "L102"),
    ],
)
def test_an_entry_says_what_can_be(entry: str, code: str) -> None:
    """Who did it, and how, agrees with what the contract says of it; nothing is dropped in silence."""
    text = NORMS + 'duty Cleaning\n    Tenant must "clean"\n    by 2031-06-30\n'
    with pytest.raises(DealError) as caught:
        played(text, "2031-06-01", "2031-03-02 Handover", f"2031-05-01 {entry}")
    assert [one.code for one in caught.value.diagnostics] == [code]


@pytest.mark.parametrize("entry", ["Fee paid €100 by Tenant", "Fee paid €100 by Bank", "Cleaning performed by Tenant"])
def test_an_entry_by_whom_it_may_be(entry: str) -> None:
    """Anybody but the receiver may pay for the payer."""
    text = "third party Bank\n" + NORMS + 'duty Cleaning\n    Tenant must "clean"\n    by 2031-06-30\n'
    found = played(text, "2031-06-01", "2031-03-02 Handover", f"2031-05-01 {entry}")
    assert found[entry.split(maxsplit=1)[0]].status in {Status.PERFORMED, Status.BREACHED}


def test_the_period_in_which_a_day_lies() -> None:
    """`the month of X` is the calendar month in which X lies, and never as long as X is."""
    text = """\
event Notice
Last Day means end of the month of (3 months after Notice)
In Time means Notice is within the quarter of 2031-05-01
duty Fee
    for each Notice
    Tenant must pay €5 to Landlord
    by end of the week of the Notice
"""
    before, after = played(text, "2031-03-01"), played(text, "2031-06-10", "2031-06-10 Notice")
    assert before["Last Day"].value is NEVER
    assert after["Last Day"].value == date(2031, 9, 30)
    assert after["In Time"].value.is_yes
    assert after["Fee for 1"].due == date(2031, 6, 15)


# ---------------------------------------------------------------- entries that change nothing


@pytest.mark.parametrize(
    ("entry", "code", "message"),
    [
        ("Tenant pays €10 to Landlord", "L112", "`2031-03-02 Tenant pays €10 to Landlord` fits `Rent` and `Service` equally well; the first is taken"),
        ("found Carriage is breached", "L113", "2031-03-02: no such norm stands, so nothing is found of it"),
        ("Landlord exercises Early End", "L113", "2031-03-02: no such power stands, so nothing is exercised"),
        ("Landlord and Tenant waive Later Test", "L113", "2031-03-02: the condition `Later Test` is not in the text in force"),
        ("Landlord and Tenant waive Test (b)", "L113", "2031-03-02: `Test` has no limb `(b)`"),
    ],
)  # fmt: skip
def test_an_entry_that_changes_nothing_is_noted(entry: str, code: str, message: str) -> None:
    """Whoever relies on an entry is told that it has no effect, and why."""
    text = """\
event Delivery
event Storm
duty Rent
    Tenant must pay €10 to Landlord
    on 2031-04-01
duty Service
    Tenant must pay €20 to Landlord
    on 2031-04-01
duty Carriage
    for each Delivery
    Landlord must "carry it in"
    within 5 days after the Delivery
condition Test: all of
    (a) Delivery

amendment First Amendment
    dated 2031-03-10
    amends Kiosk Lease

section 1
    power Early End
        Landlord may terminate
    condition Later Test: Storm
"""
    found = played(text, "2031-03-02", f"2031-03-02 {entry}")
    assert [(note.code, note.message) for note in found.diagnostics if note.code in {"L112", "L113"}] == [
        (code, message)
    ]


def test_as_many_orders_as_are_tried() -> None:
    """Of a day in no known order every order is tried, up to a limit."""
    entries = [f"2031-03-02 {name}" for name in ("Handover", "Sublease", "Consent") * 3]
    with pytest.raises(DealError) as caught:
        played(NORMS, "2031-03-02", "2031-03-02 in no known order", *entries)
    assert [one.code for one in caught.value.diagnostics] == ["X207"]


def test_an_instrument_that_nobody_need_sign() -> None:
    """Where an agreement says otherwise when it is amended, an instrument is signed by whoever signs first."""
    text = HEAD.replace("EUR\n", "EUR\n    amended when Vote\n", 1) + (
        "event Vote\nSigned means signing of First Amendment\n\n"
        "amendment First Amendment\n    dated 2031-03-10\n    amends Kiosk Lease\n\nsection 1\n    Fee means €5\n"
    )
    log = Log().on(date(2031, 3, 10), "First Amendment signed by Tenant").on(date(2031, 3, 12), "Vote")
    found = loads(text).evaluate(log, date(2031, 3, 12))
    assert (found["Signed"].value.day, found["Fee"].value.text()) == (date(2031, 3, 10), "5.00 EUR")


def test_as_many_steps_as_are_taken() -> None:
    """An evaluation takes so many steps and no more."""
    contract = loads(HEAD + NORMS, limits=Limits.lowered(steps=2))
    with pytest.raises(DealError) as caught:
        contract.evaluate(Log().on(date(2031, 3, 2), "Handover", "Consent", "Sublease"), date(2031, 3, 9))
    assert [one.code for one in caught.value.diagnostics] == ["X206"]


def test_an_outcome_speaks_for_itself() -> None:
    """An outcome that nothing explains says of a term what it is."""
    found = played(NORMS, "2031-03-02")
    assert answers(found.result).explain("Fee") == "Fee: duty"


def test_the_periods_that_matter_to_a_contract() -> None:
    """Logs are made up near the days, lengths, amounts and periods of a contract."""
    near = edges(loads(HEAD + RENT))
    assert (near.periods, [str(one.amount) for one in near.amounts]) == (("month",), ["5", "10", "240"])


def test_a_case_that_may_fit_gives_what_it_would() -> None:
    """Where a case may hold and no other is left, it gives the value; where none may, there is none."""
    text = "input Cold: yes/no\ninput Wet: yes/no\nKeeper means\n    Landlord when Cold\n    Tenant when Wet\n"
    assert text_of(played(text, "2031-03-02")["Keeper"].value) == "Landlord or Tenant"


def test_nobody_knows_whether_the_agreement_stands() -> None:
    """Of a day whose order is not known, an agreement that one order ends is unknown."""
    text = """\
event Objection
power Exit
    Tenant may terminate
    when Objection
    until 2031-03-10
scenario "known"
    2031-03-02 Objection
    as of 2031-03-03 expect this agreement is not unknown
scenario "in no known order"
    2031-03-02 Objection
    2031-03-02 Tenant exercises Exit
    2031-03-02 in no known order
    as of 2031-03-02 expect this agreement is unknown
"""
    contract = loads(HEAD + text)
    assert all(claim.holds for scenario in contract.scenarios for claim in run_scenario(contract, scenario).claims)


STATUSES = NORMS + "condition Opening: Handover\npower Break\n    Tenant may terminate\n"


@pytest.mark.parametrize(
    "asked",
    [
        "Fee is satisfied",
        "Subletting is performed",
        "Opening is performed",
        "Break is in force",
        "Fee has been exercised by 2031-05-01",
    ],
)
def test_a_status_that_a_rule_never_has_is_told(asked: str) -> None:
    """A duty is performed, a power exercised, a condition satisfied."""
    with pytest.raises(DealError) as caught:
        loads(HEAD + STATUSES + f"Odd means {asked}\n").check()
    assert [one.code for one in caught.value.diagnostics] == ["N108"]


@pytest.mark.parametrize("found", ["Fee is available", "Subletting is performed", "Break is in force"])
def test_a_finding_that_a_rule_never_has_is_told(found: str) -> None:
    """A court finds of a rule what can be said of it."""
    with pytest.raises(DealError) as caught:
        played(STATUSES, "2031-06-01", f"2031-05-01 found {found}")
    assert [one.code for one in caught.value.diagnostics] == ["L102"]
