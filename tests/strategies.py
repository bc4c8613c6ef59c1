"""Random contracts: values, then expressions, then rules, then provisions, then whole documents.

Only what the grammar can say is made, in the form in which the reader gives it: rows of `and` and `or` are flat, words
that follow each other are one. Everything is small, so that many can be tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from dealwright import expression as e
from dealwright import model as m
from dealwright.source import NOWHERE
from dealwright.value import Duration, Money, MonthDay, Period

Strategy = st.SearchStrategy[Any]

NAMES = ("Rent", "Base Rent", "Event of Default", "Payment 2", "Amendment No. 3", "Q&A", "A", "May", "Café Rent")
LABELS = ("(a)", "(b)", "(ii)", "(12)", "(A)")
PERIODS = ("day", "week", "month", "quarter", "year", "calendar year")
STATUSES = (
    "performed",
    "due",
    "pending",
    "breached",
    "suspended",
    "unavailable",
    "deleted",
    "satisfied",
    "failed",
    "waived",
    "unknown",
    "signed",
    "made",
    "in force",
    "not yet",
)
ROUNDINGS = ("half up", "half even", "half down", "up", "down")


# ---------------------------------------------------------------- values and words

names = st.sampled_from(NAMES)
labels = st.sampled_from(LABELS)
days = st.dates(date(1900, 1, 1), date(2999, 12, 31))
letters = st.sampled_from("aZ 9\"'|#():,.é“\u2013$")
texts = st.text(letters, max_size=12)
filled = st.text(letters, min_size=1, max_size=12)
prose = st.text(letters, max_size=20)


def decimals(places: int) -> Strategy:
    """Exact numbers from zero up, with so many decimals at most."""
    return st.integers(0, 10**7).map(lambda count: Fraction(count, 10**places))


def literal(kind: str, values: Strategy) -> Strategy:
    """Values of a kind, written out."""
    return st.builds(e.Literal, st.just(kind), values)


numbers = literal("number", st.integers(0, 4).flatmap(decimals))
percents = literal("percent", decimals(4))
amounts = literal(
    "money",
    st.sampled_from((("USD", 2), ("EUR", 1), ("NOK", 2), ("JPY", 0))).flatmap(
        lambda coin: decimals(coin[1]).map(lambda amount: Money(amount, coin[0]))
    ),
)
durations = literal(
    "duration",
    st.builds(
        lambda count, unit: Duration(Fraction(count), unit),
        st.integers(0, 40),
        st.sampled_from(("minute", "hour", "day", "business day", "week", "month", "quarter", "year")),
    ),
)
periods = literal("period", st.sampled_from(("2031-05", "2031-Q2")).map(Period.parse))
years = literal("period", st.just("2031").map(Period.parse))
literals = st.one_of(
    numbers,
    percents,
    amounts,
    durations,
    periods,
    literal("date", days),
    literal("month day", st.sampled_from((MonthDay(6, 30), MonthDay(5, 1)))),
    literal("yes/no", st.booleans()),
    literal("quantity", st.sampled_from(("40 Tonnes", "1,000.5 Sacks"))),
    literal("clock time", st.just("2031-05-01 17:00")),
)

# ---------------------------------------------------------------- addresses and references

_units = st.sampled_from(("article", "section", "clause", "sentence", "exhibit"))
_numbers = st.sampled_from(("3", "3.4", "9.02A", "A", "12"))
_steps = st.one_of(
    st.tuples(st.just("clause"), labels), st.tuples(_units, _numbers), st.tuples(st.just("section"), labels)
)
_by_place = st.tuples(st.sampled_from(("sentence", "paragraph", "clause", "proviso")), st.sampled_from(e.POSITIONS))
_bare_steps = st.sampled_from((("preamble", ""), ("signatures", ""), ("note", "")))
_plain_addresses = st.builds(
    e.Address,
    st.lists(st.one_of(_steps, _steps, _by_place, _bare_steps), min_size=1, max_size=3).map(tuple),
    st.sampled_from(("", "First Amendment")),
)
_named_addresses = st.builds(
    e.Address,
    term=names,
    row=st.sampled_from(("", "€600,000", "Rent", '"a ""b"""', "otherwise", "7%", "2031-05-01")),
)
_table_addresses = st.builds(e.Address, term=names, table=st.just(True))  # noqa: FBT003 - a strategy
addresses = st.builds(
    lambda plain, *, contents: evolve(plain, contents=contents), st.one_of(_plain_addresses, _named_addresses, _table_addresses),
    contents=st.booleans(),
)  # fmt: skip
_alike = st.builds(
    lambda numbers, outer: tuple(evolve(outer, steps=(("section", number), *outer.steps)) for number in numbers),
    st.lists(_numbers, min_size=2, max_size=3),
    st.one_of(_plain_addresses, st.sampled_from((e.Address(), e.Address((), "First Amendment")))),
)
_runs = st.builds(
    lambda unit, first, last, within: (e.AddressRange(unit, first, last, within),),
    _units, st.one_of(_numbers, labels), st.one_of(_numbers, labels),
    st.one_of(_plain_addresses, st.sampled_from((e.Address(), e.Address((), "First Amendment")))),
)  # fmt: skip
_groups = st.builds(
    lambda unit, which, count, within: (e.AddressGroup(unit, which, 0 if which == "every" else count, within),),
    st.sampled_from(("section", "clause", "paragraph", "proviso")),
    st.sampled_from(("every", "first", "last", "all but first", "all but last")), st.integers(1, 12),
    st.one_of(_plain_addresses, st.sampled_from((e.Address(), e.Address((), "First Amendment")))),
)  # fmt: skip
many_addresses = st.one_of(st.lists(addresses, min_size=1, max_size=3).map(tuple), _alike, _runs, _groups)

_current = st.builds(e.Current, st.sampled_from(PERIODS), st.sampled_from(("", "previous", "next")))
_the_one = st.builds(e.TheOne, names)
arguments = st.one_of(
    numbers, periods, years, _current, _the_one, st.builds(e.Ref, names),
    st.builds(e.AttributeOf, texts, st.builds(e.Ref, names)),
)  # fmt: skip
_labels = st.lists(labels, max_size=2).map(tuple)
refs = st.one_of(
    st.builds(e.Ref, names, _labels, st.one_of(st.none(), arguments)), st.builds(e.Ref, names, _labels, at=addresses)
)
citations = st.builds(
    e.Cited,
    st.sampled_from(("duty", "payment", "condition", "conditions", "power", "warranty", "prohibition", "effect")),
    addresses,
)
targets = st.one_of(refs, citations, addresses)
rules = st.one_of(refs, citations)

# ---------------------------------------------------------------- expressions

leaves = st.one_of(
    literals,
    st.builds(e.Question, texts),
    refs,
    targets,
    _current,
    _the_one,
    st.sampled_from((e.This(), e.Today(), e.ThisAgreement(), e.Termination())),
)


def rows(kind: type, items: Strategy) -> Strategy:
    """Rows of `and` or of `or`; the first is no such row itself, as the reader gives it."""
    return st.lists(items, min_size=2, max_size=3).map(
        lambda row: kind((e.Not(row[0]) if type(row[0]) is kind else row[0], *row[1:]))  # type: ignore[arg-type]
    )


@st.composite
def expressions(draw: st.DrawFn, depth: int) -> e.Expression:
    """Expressions of at most some depth."""
    return draw(_expressions(depth))  # type: ignore[no-any-return]


@cache
def _expressions(depth: int) -> Strategy:
    if not depth:
        return leaves
    some = expressions(depth - 1)
    limits = st.one_of(
        st.builds(e.Limit, st.sampled_from(("by", "on", "within", "since", "before", "after")), some),
        st.builds(e.Limit, st.just("during"), refs),
    )
    chosen = selections(depth - 1)
    items = st.lists(some, min_size=2, max_size=3).map(tuple)
    lengths = st.builds(e.SpanOf, durations, st.sampled_from(("ending", "starting")), some)
    truths = st.one_of(
        st.builds(e.Not, some),
        rows(e.And, some),
        rows(e.Or, some),
        st.builds(
            e.Compare,
            st.sampled_from(("=", "!=", "<", ">", "<=", ">=", "before", "after", "on or before", "on or after")),
            some,
            some,
        ),
        st.builds(e.OneOf, some, st.lists(some, min_size=1, max_size=3).map(tuple)),
        st.builds(e.Occurs, some, st.one_of(st.none(), limits), st.one_of(st.none(), some)),
        st.builds(e.StatusIs, some, st.sampled_from(STATUSES), st.one_of(st.none(), limits)),
        st.builds(e.Exists, st.sampled_from(("some", "no")), chosen),
        st.builds(e.Every, st.builds(e.Selection, names, st.one_of(st.none(), some), st.booleans()), some),
    )
    quantities = st.one_of(
        st.builds(e.Arithmetic, st.sampled_from("+-*/^"), some, some),
        st.builds(e.Arithmetic, st.just("*"), percents, some),
        st.builds(e.Negative, some),
        st.builds(rounded, some, roundings),
        st.builds(e.Extreme, st.sampled_from(("later", "earlier", "greater", "lesser")), items),
        st.builds(e.If, some, some, some),
        st.builds(e.ListOf, items),
        st.builds(e.AmountOf, st.sampled_from(("paid", "outstanding")), rules),
        st.builds(e.AmountOf, st.just("paid"), rules, some),
        st.builds(e.ReceivedBy, rules, names, st.none() | some),
        st.builds(e.Total, st.sampled_from(("received", "paid")), names),
        st.builds(e.Count, chosen),
        st.builds(
            e.Aggregate,
            st.sampled_from(("sum", "highest", "lowest", "average", "product")),
            some,
            st.one_of(
                chosen, lengths, st.builds(e.FromTo, some, some), st.builds(e.Selection, names, argument=arguments)
            ),
        ),
    )
    moments = st.one_of(
        st.builds(e.Rolled, some, st.sampled_from(("forward", "back", "within its month"))),
        st.builds(e.Shift, some, st.sampled_from(("after", "before")), some),
        st.builds(e.InstantOf, st.sampled_from(("breach", "performance", "waiver", "notice")), targets),
        st.builds(e.Termination, addresses),
        st.builds(e.DueDate, rules),
        st.builds(e.PartOf, st.sampled_from(("start", "end", "year", "date", "the month", "the calendar year")), some),
        st.builds(e.DayIn, st.just("day"), st.integers(1, 31), some),
        st.builds(e.DayIn, st.sampled_from(("last day", "last business day", "first business day")), st.just(0), some),
        st.builds(e.Distance, st.sampled_from(("days", "whole years", "business days")), some, some),
        st.builds(e.DayCount, st.sampled_from(("actual/365", "30/360")), some, some),
        st.builds(e.TotalWithin, st.sampled_from(("days", "business days")), refs, some),
        st.builds(e.FromTo, some, some),
        lengths,
    )
    picks = st.builds(e.Pick, st.sampled_from(("first", "last")), chosen)
    whose = st.one_of(st.just(e.This()), _the_one, picks)
    return st.one_of(leaves, truths, quantities, moments, picks, st.builds(e.AttributeOf, names, whose))


def selections(depth: int) -> Strategy:
    """Events and the like, with what narrows them."""
    return st.builds(e.Selection, names, st.one_of(st.none(), expressions(depth)))


roundings = st.one_of(
    st.builds(m.Rounding, st.sampled_from(ROUNDINGS), st.sampled_from(("cents", "whole numbers"))),
    st.builds(m.Rounding, st.sampled_from(ROUNDINGS), st.just("places"), numbers),
    st.builds(m.Rounding, st.sampled_from(ROUNDINGS), st.just("step"), amounts),
)


def rounded(of: e.Expression, how: m.Rounding) -> e.Rounded:
    """An amount rounded in some way."""
    return e.Rounded(of, how.mode, how.to, how.step)


anything = expressions(2)
simple = expressions(1)
maybe = st.one_of(st.none(), simple)

# ---------------------------------------------------------------- rules


def optional(strategy: Strategy) -> Strategy:
    """Something or nothing."""
    return st.one_of(st.none(), strategy)


def several(strategy: Strategy, least: int = 0, most: int = 3) -> Strategy:
    """A few in a row."""
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


actors = st.one_of(
    st.just(m.Actors(())),
    st.builds(m.Actors, several(names, 1, 1), st.just("or"), st.sampled_from(("", "each"))),
    st.builds(m.Actors, several(names, 2), st.sampled_from(("and", "or")), st.sampled_from(("", "each"))),
)
subjects = st.one_of(actors, actors.map(lambda who: evolve(who, manner="jointly")), st.just(m.Actors((), "or", "each")))
scopes = st.one_of(
    st.builds(m.Scope, names),
    st.builds(m.Scope, names, st.just(False), simple, simple),  # noqa: FBT003 - a strategy
    st.builds(m.Scope, st.sampled_from(PERIODS), st.just(True)),  # noqa: FBT003 - a strategy
    st.builds(m.Scope, st.sampled_from(PERIODS), st.just(True), simple, maybe),  # noqa: FBT003 - a strategy
)
priorities = st.one_of(
    st.builds(m.Priority, st.sampled_from(("subject to", "notwithstanding")), addresses),
    st.just(m.Priority("notwithstanding", None)),
)
kinds = st.one_of(
    st.builds(m.KindWord, st.sampled_from(("money", "yes/no", "instant", "parties")), many=st.booleans()),
    st.builds(m.KindWord, st.just("choice"), several(names, 1), st.booleans()),
)
fields = st.builds(m.Field, names, kinds, texts, optional(scopes), maybe, maybe, maybe)
limbs: Strategy = st.deferred(
    lambda: st.builds(
        lambda quantifier, parts, count: e.Limbs(quantifier, parts, count if quantifier == "at least" else 0),
        st.sampled_from(("all", "any", "none", "exactly one", "at least")),
        several(st.builds(e.Limb, labels, st.one_of(simple, simple, limbs)), 1),
        st.integers(0, 3),
    )
)
truths = st.one_of(anything, limbs)
exceptions: Strategy = st.deferred(
    lambda: st.builds(m.Exception_, simple, maybe, st.one_of(st.just(""), names), several(exceptions, most=1))
)
rows_of_tables = st.one_of(
    st.builds(e.Row, st.sampled_from(("above", "from", "up to", "below", "exact")), simple, several(simple, 1, 2)),
    st.builds(e.Row, st.just("otherwise"), st.none(), several(simple, 1, 2)),
)
cases = st.builds(
    lambda first, last: e.Cases((*first, *last)),
    several(st.builds(e.Case, simple, simple), 1),
    several(st.builds(e.Case, simple, st.none()), most=1),
)
lookups = st.builds(e.Lookup, simple, several(rows_of_tables, 1), st.booleans())
definitions = st.one_of(
    st.builds(
        m.Definition, names, st.one_of(anything, limbs, cases), texts, optional(scopes), several(exceptions, most=2),
        several(priorities, most=1), optional(roundings),
    ),
    st.builds(m.Definition, names, lookups, texts, optional(scopes)),
)  # fmt: skip
conditions = st.builds(
    m.Condition, names, st.one_of(truths, cases), texts, optional(actors), several(exceptions, most=2),
    several(priorities, most=1),
)  # fmt: skip
facts = st.one_of(
    st.builds(m.Event, names, texts, optional(actors), several(fields)),
    st.builds(m.PaymentEvent, names, texts, optional(actors), optional(actors)),
    st.builds(m.Input, fields),
    st.builds(m.Record, names, several(st.one_of(fields, definitions), 1)),
    st.builds(m.Unit, names),
    st.builds(m.Party, names, texts, st.sampled_from(("party", "third party", "group"))),
)
tables = st.builds(m.Table, several(names, 1), names, simple, several(rows_of_tables, 1), st.booleans())

_things = simple.map(lambda thing: e.Today() if isinstance(thing, e.Question) else thing)
acts = st.one_of(
    st.builds(m.Act, st.just("pay"), simple, actors),
    st.builds(m.Act, st.sampled_from(("deliver", "notify")), _things, actors),
    st.builds(m.Act, st.sampled_from(("deliver", "notify")), st.none(), actors, texts),
    st.builds(m.Act, st.just("cause"), selections(1)),
    st.builds(m.Act, st.just("do"), st.none(), optional(actors), texts),
)
changes = st.one_of(
    st.builds(m.Act, st.just("terminate"), optional(targets)),
    st.builds(
        m.Act,
        st.sampled_from(("suspend", "resume", "waive", "accelerate", "release", "cancel", "sever")),
        targets,
    ),
    st.builds(m.Act, st.just("extend"), targets, by=simple),
    st.builds(m.Act, st.just("extend"), targets, until=simple),
    st.builds(m.Act, st.just("assign"), targets, optional(actors)),
    st.builds(m.Act, st.just("elect"), words=texts),
)
effects = st.one_of(
    st.builds(m.Effect, st.sampled_from(("terminates", "closes"))),
    st.builds(m.Effect, st.sampled_from(("ends", "resumes", "suspended", "discharged", "due")), targets),
    st.builds(m.Effect, st.just("passes"), targets, to=names),
    st.builds(m.Effect, st.just("passes"), words=texts, to=names),
    st.builds(m.Effect, st.just("stated"), words=filled),
)
modifiers = st.one_of(
    st.builds(
        m.Timing,
        st.sampled_from(
            ("on", "by", "within", "at least", "not before", "immediately before", "concurrently with", "retroactive to", "until", "from")
        ),
        several(simple, 1, 1),
    ),
    st.builds(m.Timing, st.just("from"), several(simple, 2, 2)),
    st.builds(m.Timing, st.just("made on"), several(simple, 1)),
    st.builds(m.Proviso, st.sampled_from(("when", "while", "unless", "performed when", "cured when")), truths),
    st.builds(m.ForEach, st.builds(lambda scope, where: evolve(scope, where=where), scopes, maybe)),
    st.builds(m.PerformedBy, selections(1)),
    st.builds(m.Form, st.just("notice"), optional(addresses)),
    st.builds(m.Form, st.just("writing"), signed_by=actors),
    st.builds(m.AnsweredFor, actors, maybe),
    st.builds(m.Continuing, st.sampled_from(("continuing", "superseding")), targets),
    st.builds(
        m.Interest, simple, st.sampled_from(PERIODS), st.sampled_from(("", "actual/365")),
        st.sampled_from(("", "month")),
    ),
    st.builds(m.Flag, st.sampled_from(("survives termination", "time is added", "including earlier ones"))),
    priorities,
)  # fmt: skip


def norm(word: str, heads: Strategy) -> Strategy:
    """Norms of a kind."""
    return st.builds(m.Norm, st.just(word), names, heads, several(modifiers), texts)


def modal(*words: str, does: Strategy = acts) -> Strategy:
    """Heads that say who does what."""
    return st.builds(m.Modal, subjects, st.sampled_from(words), does)


norms = st.one_of(
    norm("duty", modal("must")),
    norm("prohibition", modal("must not")),
    norm("permission", modal("may", "need not")),
    norm("power", modal("may", does=changes)),
    norm("effect", effects),
    norm(
        "warranty",
        st.builds(
            m.Warrants, actors, optional(actors),
            st.builds(e.Limbs, st.just("all"), several(st.builds(e.Limb, labels, st.one_of(simple, limbs)), 1)),
        ),
    ),
)  # fmt: skip
notice_rules = st.builds(m.NoticeRule, several(truths, most=1), several(st.builds(m.Served, simple, maybe), 1))
savings = st.builds(m.Saving, several(targets, 1))
bring_downs = st.builds(m.BringDown, many_addresses, st.one_of(st.just(()), many_addresses), several(simple, 1))

# ---------------------------------------------------------------- provisions, readings, operations

words = st.builds(m.Words, several(prose, 1))


def grouped(items: Iterable[Any]) -> tuple[Any, ...]:
    """Items of which no two neighbours are words."""
    kept: list[Any] = []
    for item in items:
        if not (kept and isinstance(item, m.Words) and isinstance(kept[-1], m.Words)):
            kept.append(item)
    return tuple(kept)


def blocks(strategy: Strategy, least: int = 0, most: int = 3) -> Strategy:
    """What stands in a block."""
    return several(strategy, least, most).map(grouped)


_rules = st.one_of(
    words, facts, definitions, conditions, tables, norms, notice_rules, bring_downs, savings,
    st.just(m.Severable()), st.just(m.Absent()), st.sampled_from(("deleted", "superseded", "severed")).map(m.Tombstone), st.builds(m.NoRule, texts),
    st.builds(m.Sic, st.sampled_from(("D101", "R207")), texts, st.one_of(st.just(""), names)),
)  # fmt: skip


@st.composite
def rules_of_all_kinds(draw: st.DrawFn) -> m.Item:
    """Any item but provisions, readings and operations."""
    return draw(_rules)  # type: ignore[no-any-return]


_readings_as = st.builds(m.ReadAs, st.one_of(texts, targets), optional(targets))
calendars = st.builds(m.CalendarSetting, st.sampled_from(("us-federal-reserve", "target")))
readings = st.builds(
    m.Reading, names, texts,
    several(
        st.builds(m.Alternative, texts, blocks(st.one_of(rules_of_all_kinds(), _readings_as, calendars), most=2)), 1, 2
    ),
)  # fmt: skip
_new = blocks(st.one_of(rules_of_all_kinds(), rows_of_tables), 1, 2)
_restored = st.builds(m.Proviso, st.just("restored when"), truths)
_excused = blocks(st.one_of(rules_of_all_kinds(), modifiers, exceptions, _restored), most=2)
operations = st.one_of(
    st.builds(m.Replace, many_addresses, _new, texts, st.booleans()),
    st.builds(m.Replace, st.just((e.Address(),)), blocks(rules_of_all_kinds(), 1, 1), texts, st.just(True)),  # noqa: FBT003
    st.builds(m.Delete, many_addresses, texts, texts),
    st.builds(
        m.Insert, st.sampled_from(("after", "before", "at the end of", "in")), addresses,
        _new,
    ),
    st.builds(
        lambda verb, pairs, where, times, changing, silent: m.WordChange(
            verb, pairs if verb == "replace" else ((pairs[0][0], "" if verb == "delete" else pairs[0][1]),),
            where, times, changing, silent,
        ),
        st.sampled_from(("replace", "delete", "insert after", "insert before")),
        several(st.tuples(texts, texts), 1),
        st.one_of(st.just(()), many_addresses), st.sampled_from((1, m.EVERYWHERE, m.AT_THE_END, 2, 12)),
        several(st.tuples(simple, simple), most=2), st.booleans(),
    ),
    st.builds(m.Renumber, many_addresses, many_addresses, st.booleans()),
    st.builds(m.ChangeValue, refs, simple, simple, st.booleans()),
    st.builds(m.Substitute, names, names),
    st.builds(m.Join, several(names, 1)),
    st.builds(m.Reaffirm, st.one_of(st.just((e.Address(),)), many_addresses)),
    st.builds(m.WaiveFor, many_addresses, maybe, lines=_excused),
    st.builds(m.WaiveFor, many_addresses, maybe, simple, simple),
)  # fmt: skip


@st.composite
def all_items(draw: st.DrawFn) -> m.Item:
    """Whatever may stand in a provision."""
    return draw(st.one_of(_rules, readings, operations, provisions))


items = all_items()
provisions = st.one_of(
    st.builds(m.Provision, _units, st.sampled_from(("3.4", "(a)", "A", "3.4(a)(ii)")), texts, blocks(items)),
    st.builds(m.Provision, st.sampled_from(("preamble", "signatures", "note")), st.just(""), texts, blocks(items)),
)
settings = st.one_of(
    st.builds(m.Setting, st.just("dated"), value=literal("date", days)),
    st.builds(m.Setting, st.sampled_from(("between", "amended by")), actors=actors),
    st.builds(m.Setting, st.sampled_from(("amends", "prevails over")), several(names, 1)),
    st.builds(m.Setting, st.just("currency"), st.just(("EUR",))),
    st.builds(m.Setting, st.sampled_from(("time zone", "governed by")), several(texts, 1, 1)),
    st.builds(m.Setting, st.just("rounded"), rounding=roundings),
    st.builds(m.Setting, st.just("months rounded"), st.sampled_from((("up",), ("down",)))),
    st.builds(m.Setting, st.sampled_from(("effective on", "effective as of", "expires")), value=simple),
    st.builds(m.Setting, st.sampled_from(("amended when", "effective when", "effective first day when")), value=truths),
    calendars,
)
instruments = st.builds(
    m.Instrument, st.sampled_from(("agreement", "amendment", "waiver", "rules", "order")), names, texts,
    several(settings), blocks(items),
)  # fmt: skip

# ---------------------------------------------------------------- logs

facts_named = st.one_of(refs, st.builds(m.Question_, texts))
attributes = several(st.builds(m.Attribute, names, maybe), most=2)
entries: Strategy = st.deferred(
    lambda: st.one_of(
        st.builds(m.Happens, refs, optional(actors), attributes),
        st.builds(
            m.Happens, st.builds(e.Ref, names), optional(st.builds(m.Actors, several(names, 1, 1))), st.just(()),
            amounts, names,
        ),
        st.builds(m.Paid, refs, simple, optional(actors)),
        st.builds(m.Performed, refs, optional(actors)),
        st.builds(m.Pays, names, simple, names),
        st.builds(m.Signed, names, actors, attributes),
        st.builds(m.Observed, facts_named, simple),
        st.builds(m.Unknown, facts_named),
        st.builds(m.Found, refs, st.sampled_from(STATUSES)),
        st.builds(m.Scheduled, facts_named, days, attributes),
        st.builds(m.Joins, names, names),
        st.builds(m.Asserted, texts, entries),
        st.just(m.Unordered()),
        st.builds(m.Exercises, actors, refs, st.sampled_from(("", "notice", "writing")), attributes),
        st.builds(m.Waives, actors, targets),
        st.builds(m.Strikes, addresses),
        st.builds(m.Bars, targets, optional(days)),
    )
)  # fmt: skip
records = st.builds(m.RecordLiteral, names, texts, attributes)
scenario_lines = st.one_of(
    st.builds(m.With, several(names)),
    st.builds(m.Choosing, names, texts),
    st.builds(m.Given, facts_named, maybe),
    st.builds(m.GivenList, facts_named, several(records, 1)),
    st.builds(m.Dated, days, entries, st.sampled_from(("", "17:00", "17:00:30")), optional(days)),
    st.builds(m.Unknown, facts_named),
    st.builds(m.Complete, days),
    st.builds(m.Expect, several(anything, 1)),
    st.builds(m.Expect, several(anything, 1), days, optional(days), optional(days)),
)
scenarios = st.builds(m.Scenario, texts, several(scenario_lines))
properties = st.builds(
    m.Always, texts, several(simple, most=2), st.sampled_from(("always", "never")), anything
) | st.builds(m.Frame, texts, several(simple, most=2), several(names, most=3), names)


@st.composite
def documents(draw: st.DrawFn) -> m.Document:
    """Files that say something."""
    loose = draw(blocks(items, most=1))
    written = draw(several(instruments, most=1))
    logs = draw(several(scenarios, most=1))
    laws = draw(several(properties, most=1))
    if not (loose or written or logs or laws):
        loose = (m.Absent(),)
    return m.Document(written, loose, logs, laws, NOWHERE.source)
