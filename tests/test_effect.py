"""Laws of when instruments govern, of waivers, and of the text and the knowledge of another day."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwright import DealError, Log, loads
from dealwright.cli.boundary import guarded
from dealwright.outcome import Outcome
from dealwright.pipeline import Contract
from dealwright.render import json_outcome, outcome_text

LEASE = """\
agreement Bakery Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR
    business days target

party Landlord
party Tenant

section 1
    | The fee is EUR 100 for each delivery.
    event Delivery
    event Permit
    event Surety
    Fee means €100
    duty Fee Payment
        for each Delivery
        Tenant must pay Fee to Landlord
        within 10 days after the Delivery
section 2
    event Sublease by Tenant
    prohibition Subletting
        Tenant must not cause Sublease
section 3
    duty Rent
        for each month from 2031-03-01 until 2031-12-31
        Tenant must pay €50 to Landlord
        by day 5 of the month

"""
CHANGE = "\nsection 1\n    change Fee from €100 to €150\n"
START = date(2031, 3, 1)
DAYS = st.integers(0, 120).map(lambda count: START + timedelta(count))
LAWS = settings(max_examples=25, deadline=None)


def contract(more: str) -> Contract:
    """The lease with further instruments."""
    return loads(LEASE + more)


def amendment(*own: str, dated: str = "2031-03-01", name: str = "First Amendment", says: str = CHANGE) -> str:
    """An amendment with settings of its own."""
    lines = "".join(f"    {line}\n" for line in own)
    return f"amendment {name}\n    dated {dated}\n    amends Bakery Lease\n{lines}{says}\n"


def waiver(*lines: str, name: str = "First Waiver") -> str:
    """A waiver of some lines, each in a section of its own."""
    sections = "".join(f"section {place}\n    {line}\n" for place, line in enumerate(lines, start=1))
    return f"waiver {name}\n    dated 2031-03-01\n    amends Bakery Lease\n\n{sections}\n"


@st.composite
def stories(draw: st.DrawFn) -> list[tuple[date, str]]:
    """Dated facts in order."""
    says = ["Delivery", "Sublease", "Tenant pays €100 to Landlord", "Tenant pays €50 to Landlord", "Permit", "Surety"]
    return sorted(draw(st.lists(st.tuples(DAYS, st.sampled_from(says)), max_size=8)), key=lambda one: one[0])


def log_of(*facts: tuple[date, str]) -> Log:
    """A log of facts, in the order of their days."""
    log = Log()
    for day, says in sorted(facts, key=lambda one: one[0]):
        log = log.on(day, says)
    return log


def signed(name: str, day: date, by: str = "Landlord and Tenant") -> tuple[date, str]:
    """The signatures of an instrument."""
    return day, f"{name} signed by {by}"


def answers(found: Outcome, *leaving: str) -> dict[str, Any]:
    """Every answer, without citations and what depends on which texts are at hand."""
    data = json_outcome(found)["terms"]
    drop = {"cites", "needs", "readings"}
    return {name: {k: v for k, v in one.items() if k not in drop} for name, one in data.items() if name not in leaving}


BASE = contract("")
PLAIN = contract(amendment())
LATER = contract(amendment("takes effect on 2031-06-01"))
WAITING = contract(amendment("takes effect when Permit"))
TEMPORARY = contract(amendment("expires on 2031-04-30"))


@LAWS
@given(stories(), DAYS, DAYS)
def test_before_its_effect_an_instrument_changes_nothing(story: list[tuple[date, str]], sign: date, ask: date) -> None:
    """As of a day before it takes effect every answer is that of the agreement alone."""
    log = log_of(*story, signed("First Amendment", sign))
    found = LATER.evaluate(log, ask)
    assert found.instruments["First Amendment"].status == (
        "in effect" if ask >= max(sign, date(2031, 6, 1)) else "pending"
    )
    if ask < max(sign, date(2031, 6, 1)):
        assert answers(found) == answers(BASE.evaluate(log_of(*story), ask))


@LAWS
@given(stories(), DAYS, DAYS, st.sampled_from(["Landlord", "Tenant", "Landlord and Tenant"]))
def test_what_is_pending_changes_nothing(story: list[tuple[date, str]], sign: date, ask: date, by: str) -> None:
    """An instrument that is not signed by all, or whose condition has not come, says what it waits for and does nothing."""
    log = log_of(*story, signed("First Amendment", sign, by))
    found = WAITING.evaluate(log, ask)
    permit = [day for day, says in story if says == "Permit" and day <= ask]
    state = found.instruments["First Amendment"]
    wanted = [f"the signature of {name}" for name in ("Landlord", "Tenant") if name not in by or sign > ask]
    wanted += [] if permit else ["Permit"]
    assert list(state.waits) == wanted
    assert (state.status == "pending") == bool(wanted)
    if wanted:
        assert answers(found) == answers(BASE.evaluate(log_of(*story), ask))
    else:
        assert state.since == max(sign, permit[0])


@LAWS
@given(stories(), DAYS, DAYS, DAYS)
def test_the_order_of_signatures_is_nothing(story: list[tuple[date, str]], one: date, other: date, ask: date) -> None:
    """Whoever signs first, the instrument takes effect with the last signature."""
    first = log_of(*story, signed("First Amendment", one, "Landlord"), signed("First Amendment", other, "Tenant"))
    second = log_of(*story, signed("First Amendment", one, "Tenant"), signed("First Amendment", other, "Landlord"))
    assert answers(PLAIN.evaluate(first, ask)) == answers(PLAIN.evaluate(second, ask))


@LAWS
@given(DAYS, stories())
def test_at_expiry_the_text_is_as_it_was(ask: date, story: list[tuple[date, str]]) -> None:
    """After it expired, what happens from then on is judged as if the instrument had never been made."""
    log = log_of(*story, signed("First Amendment", START))
    found = TEMPORARY.evaluate(log, ask)
    over = ask > date(2031, 4, 30)
    assert found.text == (("Bakery Lease",) if over else ("Bakery Lease", "First Amendment"))
    assert found["Fee"].value.amount == (100 if over else 150)
    fresh = [(day, says) for day, says in story if day > date(2031, 4, 30)]
    late = log_of(*fresh, signed("First Amendment", START))
    if over:
        assert answers(TEMPORARY.evaluate(late, ask)) == answers(BASE.evaluate(log_of(*fresh), ask))
        state = found.instruments["First Amendment"]
        assert (state.status, state.since, state.until) == ("expired", START, date(2031, 4, 30))


@LAWS
@given(stories(), DAYS, DAYS)
def test_what_was_known_by_then(story: list[tuple[date, str]], ask: date, known: date) -> None:
    """Knowing what was recorded by the day asked about or later is knowing all, if nothing was recorded late."""
    log = log_of(*story, signed("First Amendment", START + timedelta(20)))
    found = PLAIN.evaluate(log, ask, known_by=known)
    wanted = PLAIN.evaluate(log, ask) if known >= ask else None
    if wanted is not None:
        assert answers(found) == answers(wanted)
        assert found.history == wanted.history
    else:
        seen = log_of(*((day, says) for day, says in [*story, signed("First Amendment", START + timedelta(20))]
                        if day <= known))  # fmt: skip
        assert answers(found) == answers(PLAIN.evaluate(seen, ask))


@LAWS
@given(stories(), DAYS, DAYS, DAYS)
def test_the_text_of_a_day(story: list[tuple[date, str]], sign: date, ask: date, text: date) -> None:
    """Under the text of a day before a change the agreement governs; under that of any later day nothing differs."""
    log = log_of(*story, signed("First Amendment", sign))
    found = answers(PLAIN.evaluate(log, ask, text_as_of=text))
    assert found == answers((PLAIN if text >= sign else BASE.under(())).evaluate(
        log if text >= sign else log_of(*story), ask))  # fmt: skip


def test_a_change_that_reaches_back_is_seen_under_the_text_of_a_later_day() -> None:
    """As of a day before the signing, under the text of the day of the signing, the change governs."""
    found = contract(amendment("takes effect as of 2031-03-10"))
    log = log_of(signed("First Amendment", date(2031, 5, 1)))
    assert found.evaluate(log, date(2031, 4, 1))["Fee"].value.amount == 100
    assert found.evaluate(log, date(2031, 4, 1), text_as_of=date(2031, 5, 1))["Fee"].value.amount == 150
    assert found.evaluate(log, date(2031, 3, 9), text_as_of=date(2031, 5, 1))["Fee"].value.amount == 100


# ---------------------------------------------------------------- order


@LAWS
@given(st.permutations([("First", "2031-04-01"), ("Second", "2031-05-01"), ("Third", "2031-06-01")]), stories())
def test_the_order_of_files_is_nothing(order: list[tuple[str, str]], story: list[tuple[date, str]]) -> None:
    """Instruments are put in by their days: each finds what the one before it left."""
    says = {
        "First": "\nsection 1\n    change Fee from €100 to €150\n",
        "Second": "\nsection 1\n    change Fee from €150 to €200\n",
        "Third": "\nsection 1\n    change Fee from €200 to €250\n",
    }
    whole = contract("".join(amendment(dated=day, name=f"{name} Amendment", says=says[name]) for name, day in order))
    signatures = [signed(f"{name} Amendment", date.fromisoformat(day)) for name, day in order]
    found = whole.evaluate(log_of(*story, *signatures), date(2031, 6, 15))
    assert found["Fee"].value.amount == 250
    assert found.text == ("Bakery Lease", "First Amendment", "Second Amendment", "Third Amendment")


def test_the_day_since_which_an_instrument_governs_goes_before_the_day_of_its_making() -> None:
    """What is made later and reaches further back is put in first."""
    late, early = (f"\nsection 1\n    replace definition of Fee\n        Fee means €{n}\n" for n in (120, 150))
    whole = contract(
        amendment(dated="2031-04-01", name="First Amendment", says=early)
        + amendment("takes effect as of 2031-03-05", dated="2031-05-01", name="Second Amendment", says=late)
    )
    log = log_of(signed("First Amendment", date(2031, 4, 1)), signed("Second Amendment", date(2031, 5, 1)))
    assert whole.evaluate(log, date(2031, 4, 10))["Fee"].value.amount == 150
    found = whole.evaluate(log, date(2031, 4, 10), text_as_of=date(2031, 5, 1))
    assert found.text == ("Bakery Lease", "Second Amendment", "First Amendment")
    assert found["Fee"].value.amount == 150
    assert whole.evaluate(log, date(2031, 3, 10), text_as_of=date(2031, 5, 1))["Fee"].value.amount == 120


@pytest.mark.parametrize("turned", [False, True])
def test_equals_conflict_whatever_the_order_of_files(turned: bool) -> None:  # noqa: FBT001
    """Two that bear no day, signed on one day, and change one thing: both are cited. Signed on two days they do not."""
    bare = [
        amendment(
            name=f"{name} Amendment", says=f"\nsection 1\n    replace definition of Fee\n        Fee means €{fee}\n"
        ).replace("    dated 2031-03-01\n", "")
        for name, fee in (("First", 120), ("Second", 150))
    ]
    whole = contract("".join(reversed(bare) if turned else bare))
    first, second = signed("First Amendment", date(2031, 4, 1)), signed("Second Amendment", date(2031, 4, 1))
    for log in (log_of(first, second), log_of(second, first)):
        with pytest.raises(DealError) as caught:
            whole.evaluate(log, date(2031, 4, 2))
        (told,) = caught.value.diagnostics
        assert told.code == "A104"
        assert {"First Amendment", "Second Amendment"} <= {told.place.trail[0], *(one.trail[0] for one in told.also)}
    later = signed("Second Amendment", date(2031, 4, 2))
    assert whole.evaluate(log_of(first, later), date(2031, 4, 2))["Fee"].value.amount == 150


@pytest.mark.parametrize("turned", [False, True])
def test_equals_conflict_by_different_operations(turned: bool) -> None:  # noqa: FBT001
    """Words that one changes everywhere and a value that another changes are one matter, in whatever order they are signed."""
    says = (
        "\nsection 1\n    change Fee from €100 to €120\n",
        '\nsection 1\n    replace words "EUR" with "Euro" everywhere\n        no rule depends on them\n',
    )
    bare = [
        amendment(name=f"{name} Amendment", says=said).replace("    dated 2031-03-01\n", "")
        for name, said in zip(("First", "Second"), says, strict=True)
    ]
    whole = contract("".join(reversed(bare) if turned else bare))
    first, second = signed("First Amendment", date(2031, 4, 1)), signed("Second Amendment", date(2031, 4, 1))
    for log in (log_of(first, second), log_of(second, first)):
        with pytest.raises(DealError, match="A104"):
            whole.evaluate(log, date(2031, 4, 2))


def test_each_of_two_that_prevail_over_the_other_prevails_over_none() -> None:
    """A circle of ranks is no rank."""
    first = amendment("prevails over Second Amendment")
    second = amendment("prevails over First Amendment", name="Second Amendment")
    with pytest.raises(DealError, match="A104"):
        contract(first + second)


def test_what_is_expected_to_prevail_is_known() -> None:
    """A rank over an instrument that nobody knows is reported."""
    with pytest.raises(DealError, match="there is no instrument `Ninth Amendment`"):
        contract(amendment("prevails over Ninth Amendment"))


# ---------------------------------------------------------------- how an instrument stands


def test_what_can_no_longer_take_effect_is_told() -> None:
    """A condition that can no longer come about is reported, and the report says which."""
    found = contract(amendment("takes effect when Permit by 2031-04-01")).evaluate(
        log_of(signed("First Amendment", START)), date(2031, 4, 2)
    )
    state = found.instruments["First Amendment"]
    assert (state.status, state.waits) == ("failed", ("Permit by 2031-04-01",))
    assert [one.code for one in found.diagnostics] == ["E120"]
    assert "failed: Permit by 2031-04-01 cannot come any more" in outcome_text(found)


def test_an_instrument_that_expired_before_it_could_take_effect_never_does() -> None:
    """The last day of an instrument may pass while it waits."""
    whole = contract(amendment("takes effect when Permit", "expires on 2031-04-01"))
    log = log_of(signed("First Amendment", START), (date(2031, 4, 2), "Permit"))
    found = whole.evaluate(log, date(2031, 4, 3))
    assert found.instruments["First Amendment"].status == "failed"
    assert found["Fee"].value.amount == 100


def test_an_amendment_of_an_amendment_waits_for_it() -> None:
    """What is to be amended has to be in effect first."""
    second = "amendment Second Amendment\n    dated 2031-04-01\n    amends First Amendment\n\nsection 9\n    Extra means €1\n"
    whole = contract(amendment("takes effect when Permit") + second)
    log = log_of(signed("First Amendment", START), signed("Second Amendment", date(2031, 4, 1)))
    found = whole.evaluate(log, date(2031, 4, 3))
    assert found.instruments["Second Amendment"].waits == ("that First Amendment takes effect",)
    found = whole.evaluate(log.on(date(2031, 5, 1), "Permit"), date(2031, 5, 1))
    assert {one.status for one in found.instruments.values()} == {"in effect"}


def test_what_is_restated_supersedes() -> None:
    """An agreement written anew as a whole stands in the place of what amended it before."""
    again = "\nsection 1\n    restate this agreement\n        section 1\n            Fee means €7\n"
    whole = contract(amendment() + amendment(dated="2031-06-01", name="Restatement", says=again))
    log = log_of(signed("First Amendment", START), signed("Restatement", date(2031, 6, 1)))
    found = whole.evaluate(log, date(2031, 6, 2))
    assert [(one.name, one.status) for one in found.instruments.values()] == [
        ("First Amendment", "superseded"),
        ("Restatement", "in effect"),
    ]


# ---------------------------------------------------------------- waivers

ONCE = contract(waiver("waive sections 2 to 3 from 2031-04-01 to 2031-06-10"))
TWICE = contract(
    waiver("waive sections 2 to 3 from 2031-04-01 to 2031-05-07")
    + waiver("waive sections 2 to 3 from 2031-05-08 to 2031-06-10", name="Second Waiver")
)


@LAWS
@given(stories(), DAYS)
def test_two_waivers_of_neighbouring_times_are_one(story: list[tuple[date, str]], ask: date) -> None:
    """Waived from D to E and from E+1 to F is waived from D to F."""
    first = ONCE.evaluate(log_of(*story, signed("First Waiver", START)), ask)
    both = log_of(*story, signed("First Waiver", START), signed("Second Waiver", START))
    second = TWICE.evaluate(both, ask)
    assert statuses(first) == statuses(second)


def statuses(found: Outcome) -> dict[str, Any]:
    """How every norm stands, the day of its breach, and what is outstanding."""
    return {name: (one.status, one.breach, one.outstanding, one.due) for name, one in found.terms.items()}


@LAWS
@given(stories(), DAYS, DAYS)
def test_a_waiver_excuses_what_is_in_its_scope_and_no_more(
    story: list[tuple[date, str]], sign: date, ask: date
) -> None:
    """No breach dated in its time is left once it is in effect, and every other stands as without it."""
    found = ONCE.evaluate(log_of(*story, signed("First Waiver", sign)), ask)
    plain = BASE.evaluate(log_of(*story), ask)
    for name, one in plain.terms.items():
        if one.kind not in {"duty", "prohibition"} or (one.breach is None and not name.startswith("Rent for")):
            continue
        if name in {"Rent", "Fee Payment"}:
            continue  # several together
        day = one.breach or one.due
        waived = sign <= ask and day is not None and date(2031, 4, 1) <= day <= date(2031, 6, 10)
        if name.startswith("Fee") and any("pays" in says for _, says in story):
            continue  # money that is not needed for the rent goes there
        if not waived or name.startswith("Fee"):
            assert statuses(found)[name] == statuses(plain)[name]
        elif one.kind == "duty":
            assert found[name].breach is None


@LAWS
@given(stories(), DAYS, DAYS)
def test_a_waiver_that_is_void_from_the_outset_leaves_nothing(
    story: list[tuple[date, str]], sign: date, ask: date
) -> None:
    """After what restores came, every status is as if nobody had waived; money paid meanwhile stays where it went."""
    story = [(day, says) for day, says in story if "pays" not in says]
    whole = contract(
        waiver("waive sections 2 to 3 from 2031-04-01 to 2031-06-10\n        restored when Surety by 2031-07-31")
    )
    found = whole.evaluate(log_of(*story, signed("First Waiver", sign)), ask)
    if any(says == "Surety" and day <= ask for day, says in story):
        assert statuses(found) == statuses(BASE.evaluate(log_of(*story), ask))


def test_an_entry_and_an_instrument_waive_alike() -> None:
    """`Landlord waives Rent` and a waiver of the section on that day excuse the same."""
    whole = contract(waiver("waive section 3"))
    one = whole.evaluate(log_of((date(2031, 4, 20), "Landlord waives Rent")), date(2031, 5, 10))
    other = whole.evaluate(log_of(signed("First Waiver", date(2031, 4, 20), "Landlord")), date(2031, 5, 10))
    assert other.instruments["First Waiver"].status == "in effect"
    assert statuses(one) == statuses(other)
    assert {found["Rent for 2031-04"].status.value for found in (one, other)} == {"waived"}


def test_an_exception_lets_what_falls_due_while_it_holds_be_breached() -> None:
    """`except when` takes out what falls due while it holds, and leaves excused what was."""
    whole = contract(
        waiver("waive section 3 for 6 months\n        except when Permit has never occurred by 2031-04-30")
    )
    found = whole.evaluate(log_of(signed("First Waiver", START)), date(2031, 7, 1))
    assert {name: one.status.value for name, one in found.terms.items() if name.startswith("Rent for")} == {
        "Rent for 2031-03": "waived",
        "Rent for 2031-04": "waived",
        "Rent for 2031-05": "breached",
        "Rent for 2031-06": "breached",
        "Rent for 2031-07": "due",
    }


def test_a_condition_is_waived_for_a_time() -> None:
    """A condition in the provision waived counts as met as long as the waiver runs."""
    more = "section 4\n    condition Open: all of\n        (a) Permit\n\n"
    whole = loads(LEASE + more + waiver("waive section 4 from 2031-04-01 to 2031-04-30"))
    log = log_of(signed("First Waiver", START))
    found = [
        whole.evaluate(log, date(2031, month, day))["Open"].status.value for month, day in ((3, 31), (4, 1), (5, 1))
    ]
    assert found == ["unsatisfied", "waived", "unsatisfied"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("waive definition of Fee for 6 months", "A140"),
        ("waive section 3 for 6 months from 2031-04-01 to 2031-05-01", "A141"),
        ("waive section 3 for 6 months\n        Extra means €1", "A141"),
        ("waive section 3 for 6 months\n        except when Permit: €1", "A141"),
        ("waive section 3 for €5", "K103"),
        ("waive section 3 for 6 months\n        except when Ready", "N101"),
        ("waive section 9 for 6 months", "A101"),
    ],
)
def test_a_waiver_that_cannot_be_followed(line: str, code: str) -> None:
    """What a waiver cannot say is told."""
    with pytest.raises(DealError) as caught:
        contract(waiver(line))
    assert code in {one.code for one in caught.value.diagnostics}


def test_a_waiver_of_nothing_is_told() -> None:
    """A section that asks nothing of anybody cannot be waived."""
    found = loads(LEASE + "section 4\n    Extra means €1\n\n" + waiver("waive section 4 for 6 months"))
    assert "A142" in {one.code for one in found.problems}


# ---------------------------------------------------------------- the command, logs, reasons

LATE = """\
[[entry]]
on = 2031-03-05
event = "Delivery"
recorded = 2031-04-20

[[entry]]
on = 2031-04-01
says = "First Amendment signed by Landlord and Tenant"
"""


@pytest.fixture
def deal(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> Any:
    """The command on the lease with its amendment and a log with a late entry; what it prints as JSON."""
    (tmp_path / "lease.deal").write_text(LEASE + amendment(), encoding="utf-8")
    (tmp_path / "log.toml").write_text(LATE, encoding="utf-8")

    def run(*words: str) -> Any:
        where = ("--log", str(tmp_path / "log.toml"), "--as-of", "2031-04-10", "--format", "json")
        assert guarded([*words, str(tmp_path / "lease.deal"), *where]) == 0
        return json.loads(capsys.readouterr().out)

    return run


def test_the_command_asks_about_three_days(deal: Any) -> None:
    """`run`, `why`, `show` and `diff` take the text of one day and the knowledge of another."""
    found = deal("run")
    assert (found["terms"]["Fee"]["value"]["amount"], "Fee Payment for 1" in found["terms"]) == ("150.00", True)
    found = deal("run", "--text-as-of", "2031-03-31", "--known-by", "2031-04-10")
    assert (found["text_as_of"], found["known_by"]) == ("2031-03-31", "2031-04-10")
    assert (found["terms"]["Fee"]["value"]["amount"], "Fee Payment for 1" in found["terms"]) == ("100.00", False)
    assert [one["code"] for one in found["diagnostics"]] == ["L105"]
    assert found["instruments"] == [
        {
            "name": "First Amendment",
            "status": "pending",
            "waits_for": ["the signature of Landlord", "the signature of Tenant"],
            "signed": [],
        }
    ]
    assert deal("why", "Fee", "--text-as-of", "2031-03-31")["text"] == ["Bakery Lease"]
    found = deal("show", "--text-as-of", "2031-03-31")
    assert found["text"] == ["Bakery Lease"]
    assert "First Amendment is pending" in found["words"]
    assert deal("show")["instruments"][0]["status"] == "in effect"
    assert {one["term"] for one in deal("diff", "--text-as-of", "2031-03-31")["outcomes"]} == set()


def test_a_log_says_when_it_was_written() -> None:
    """`recorded` is kept, in words, in TOML and in JSON; nothing is recorded before it happens."""
    log = Log.parse(LATE)
    assert log.entries[0].recorded == date(2031, 4, 20)
    assert log.entries[1].recorded is None
    assert Log.parse(log.to_toml()) == log
    assert Log().on(date(2031, 3, 5), "Delivery recorded on 2031-04-20").entries == log.entries[:1]
    data = '{"entry": [{"on": "2031-03-05", "says": "Delivery", "recorded": "2031-04-20"}]}'
    assert Log.parse(data, "json").entries == log.entries[:1]
    with pytest.raises(DealError, match="L110"):
        Log().on(date(2031, 3, 5), "Delivery recorded on 2031-03-04")
    with pytest.raises(DealError, match="L102"):
        Log.parse(LATE.replace("recorded = 2031-04-20", "recorded = 3"))


def test_reasons_tell_of_instruments_and_waivers() -> None:
    """`why` says what an instrument waits for, what it no longer can have, and on what terms a waiver stands."""
    whole = contract(amendment("takes effect when Permit by 2031-04-30", "expires on 2031-06-30"))
    log = log_of(signed("First Amendment", START))
    assert "it waits for this: Permit by 2031-04-30" in str(whole.evaluate(log, START).explain("First Amendment"))
    assert "can no longer take effect" in str(whole.evaluate(log, date(2031, 5, 1)).explain("First Amendment"))
    over = whole.evaluate(log.on(date(2031, 4, 1), "Permit"), date(2031, 7, 1)).explain("First Amendment")
    assert "took effect on 2031-04-01 and expired after 2031-06-30" in str(over)
    whole = contract(waiver("waive section 3 for 2031-Q2\n        restored when Surety"))
    found = whole.evaluate(log_of(signed("First Waiver", START)), date(2031, 4, 2))
    assert "section 1 of First Waiver" in found["Rent for 2031-04"].cites
    told = str(found.explain("Rent for 2031-04"))
    assert "section 1 of First Waiver waives what falls from 2031-04-01 to 2031-06-30" in told
    assert "restored when Surety: no" in told


@LAWS
@given(stories(), DAYS, DAYS)
def test_a_waiver_of_what_nobody_knows_is_never_narrower(
    story: list[tuple[date, str]], ask: date, through: date
) -> None:
    """Where facts may be missing, how it would stand if none were is among the answers."""
    log = log_of(*story, signed("First Waiver", START))
    sure, unsure = ONCE.evaluate(log, ask), ONCE.evaluate(log.complete(min(through, ask)), ask)
    for name, one in sure.terms.items():
        if one.status is not None and name in unsure.terms:
            assert one.status in unsure.terms[name].possible, name


def test_a_false_statement_is_waived() -> None:
    """A warranty that was false when a waiver took effect is waived; the words stay."""
    more = "section 4\n    warranty Title\n        Landlord warrants to Tenant\n            (i) Permit\n        made on 2031-04-01\n\n"
    whole = loads(LEASE + more + waiver("waive section 4"))
    log = log_of(signed("First Waiver", date(2031, 4, 5), "Tenant"))
    found = [whole.evaluate(log, date(2031, 4, day))["Title"].status.value for day in (4, 5)]
    assert found == ["false", "waived"]


def test_what_accrued_under_a_temporary_amendment_stays() -> None:
    """A breach under its words keeps their amount after it expired; what falls due later has that of the old ones."""
    whole = contract(amendment("expires on 2031-04-30"))
    log = log_of((date(2031, 4, 1), "Delivery"), (date(2031, 5, 2), "Delivery"), signed("First Amendment", START))
    found = whole.evaluate(log, date(2031, 5, 20))
    assert [found[f"Fee Payment for {n}"].outstanding.amount for n in (1, 2)] == [150, 100]


OUT = """\
agreement Bakery Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

section 9
    severable
section 1
    section 1.1
        event Sublease by Tenant
        prohibition Subletting
            Tenant must not cause Sublease
    section 1.2
        power Break
            Tenant may terminate
    section 1.3
        duty Fee
            Tenant must pay €100 to Landlord
            by 2031-06-01
        duty Early Fee
            Tenant must pay €70 to Landlord
            by 2031-04-15
        duty Rent
            for each month from 2031-03-01 until 2031-12-31
            Tenant must pay €50 to Landlord
            by day 5 of the month
        duty Share
            for each Sublease
            Tenant must pay €10 to Landlord
            within 9 days after the Sublease

"""
DELETING = """\
amendment First Amendment
    dated 2031-03-20
    amends Bakery Lease
    expires on 2031-05-31

section 1
    delete section 1.1
    delete section 1.2
    delete section 1.3
"""
BETWEEN = [(date(2031, 3, 31), "Sublease"), (date(2031, 5, 2), "Sublease"), (date(2031, 6, 3), "Sublease")]


@pytest.mark.parametrize("by", ["an amendment", "a court"])
def test_what_was_taken_out_for_a_time_comes_back(by: str) -> None:
    """After it a prohibition, a power and an open duty stand; what fell due, came or began in between is owed by nobody."""
    if by == "a court":
        lease, out = loads(OUT), (date(2031, 4, 1), "court strikes section 1 until 2031-05-31")
    else:
        lease, out = loads(OUT + DELETING), (date(2031, 4, 1), "First Amendment signed by Landlord and Tenant")
    log = log_of(*sorted([out, *BETWEEN, (date(2031, 3, 5), "Rent for 2031-03 paid €50")]))
    gone, back, later = (lease.evaluate(log, date(2031, *day)) for day in ((5, 31), (6, 1), (6, 6)))
    assert [gone[name].status.value for name in ("Subletting", "Break", "Fee")] == ["breached", "deleted", "discharged"]
    assert [back[name].status.value for name in ("Break", "Fee", "Early Fee")] == ["available", "due", "discharged"]
    assert back["Fee"].due == date(2031, 6, 1)
    assert {name for name in later.terms if name.startswith(("Rent for", "Share for"))} == {
        "Rent for 2031-03", "Rent for 2031-04", "Rent for 2031-06", "Share for 1", "Share for 3",
    }  # fmt: skip
    assert [later[f"Rent for 2031-0{month}"].status.value for month in (4, 6)] == ["discharged", "breached"]
    assert "in force again" in str(later.history) or by == "an amendment"


def test_a_prohibition_that_was_out_for_a_time_forbids_again() -> None:
    """What was done while nothing forbade it is no breach; what is done afterwards is."""
    log = log_of((date(2031, 4, 1), "court strikes section 1.1 until 2031-05-31"), (date(2031, 5, 2), "Sublease"))
    found = loads(OUT).evaluate(log, date(2031, 6, 1))
    assert found["Subletting"].status.value == "in force"
    assert loads(OUT).evaluate(log.on(date(2031, 6, 3), "Sublease"), date(2031, 6, 4))["Subletting"].breach == date(
        2031, 6, 3
    )


ACCOUNTS = """
section 4
    event Handover
    duty Accounts
        Tenant must deliver "accounts" to Landlord
        by 2031-06-01
        while Handover has never occurred

waiver First Waiver
    dated 2031-05-20
    amends Bakery Lease
EXPIRES
section 1
    waive section 4 for 2031-Q2
        by 2031-07-15
        restored when Surety
"""
WAIVED = (date(2031, 5, 20), "First Waiver signed by Landlord and Tenant")


def test_a_limit_in_the_place_of_another_outlasts_its_instrument() -> None:
    """Its last day came while the waiver stood, so that the waiver's end takes nothing back."""
    lease = contract(ACCOUNTS.replace("EXPIRES", "    expires on 2031-06-20\n"))
    found = lease.evaluate(log_of(WAIVED), date(2031, 6, 25))["Accounts"]
    assert (found.status.value, found.due) == ("due", date(2031, 7, 15))
    assert lease.evaluate(log_of(WAIVED), date(2031, 7, 16))["Accounts"].breach == date(2031, 7, 15)


@given(handover=DAYS, surety=DAYS, done=DAYS, ask=DAYS)
@settings(max_examples=60, deadline=None)
def test_a_limit_that_is_void_from_the_outset_was_never_there(
    handover: date, surety: date, done: date, ask: date
) -> None:
    """From the day on which the waiver is void the duty stands as in an agreement without that waiver."""
    lease = contract(ACCOUNTS.replace("EXPIRES", ""))
    events = sorted([(handover, "Handover"), (surety, "Surety"), (done, "Accounts performed")])
    story = [one for one in events if one[0] > WAIVED[0]]
    ask = max(ask, surety, WAIVED[0])
    with_it, without = (lease.evaluate(log_of(*some), ask)["Accounts"] for some in ([WAIVED, *story], story))
    if surety > WAIVED[0]:
        assert (with_it.status, with_it.breach, with_it.due) == (without.status, without.breach, without.due)


def test_what_an_instrument_waits_for_stands_on_one_line() -> None:
    """Conditions that were written over several lines are told without their breaks."""
    text = LEASE + (
        "event Survey\namendment First Amendment\n    dated 2031-03-10\n    amends Bakery Lease\n"
        "    takes effect when (Permit has occurred\n        and Survey has occurred)\nsection 1\n    event Other\n"
    )
    outcome = loads(text).evaluate(Log(), START)
    waits = outcome.instruments["First Amendment"].waits
    assert not any("\n" in one or "  " in one for one in waits)
    assert "pending; waits for: " in outcome_text(outcome)
