"""The small things that amendments are made of: quotation marks, numbers, words that are looked for."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend.cited import in_words
from dealwright.amend.finding import pattern_of
from dealwright.amend.mirrors import differences, respelled, values_in
from dealwright.amend.numbering import place_of, run
from dealwright.amend.quotation import enclosed, unquoted
from dealwright.amend.spelling import count_of, count_words
from dealwright.read import read
from dealwright.source import Source
from dealwright.value import Duration, Money
from dealwright.write import address as cited


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ('"The Tenant shall pay."', True),
        ('"the "Closing Date") are contingent"', True),
        ('""Rent" means EUR 5."', True),
        ('"Rent is what is called "Rent""', True),
        ("\u201c\u201cRent\u201d means EUR 5.\u201d", True),
        ("\u201cRent\u201d means \u201cprice\u201d", False),
        ('"Rent" means what is called "Rent"', False),
        ("The Tenant shall pay.", False),
        ('"The Tenant shall pay.', False),
        ('"', False),
        ("", False),
    ],
)
def test_enclosed(text: str, whole: bool) -> None:  # noqa: FBT001
    """A text is enclosed if its first mark is closed by its last one."""
    assert enclosed(text) is whole


def test_unquoted_over_several_provisions() -> None:
    """One pair of marks may be around several provisions, or one around each; blank lines do not count."""
    first = m.Provision("clause", "(a)", "", (m.Words(("", ' "One.')),))
    second = m.Provision("clause", "(b)", "", (m.Words(('Two." ', "")), m.NoRule()))
    assert unquoted((first, second)) == (
        m.Provision("clause", "(a)", "", (m.Words(("", "One.")),)),
        m.Provision("clause", "(b)", "", (m.Words(("Two.", "")), m.NoRule())),
    )
    third = m.Provision("clause", "(c)", "", (m.Words(('"Three."',)),))
    plain = m.Words(("Plain.",))
    assert unquoted((third, plain)) == (m.Provision("clause", "(c)", "", (m.Words(("Three.",)),)), plain)
    assert unquoted((plain,)) == (plain,)


@pytest.mark.parametrize(
    ("number", "siblings", "place"),
    [
        ("9.02A", ["9.01", "9.02", "9.03"], 2),
        ("9.10", ["9.2", "9.9"], 2),
        ("(c)", ["(a)", "(b)", "(d)"], 2),
        ("(i)", ["(g)", "(h)", "(j)"], 2),
        ("(iv)", ["(i)", "(ii)", "(iii)", "(v)"], 3),
        ("(aa)", ["(y)", "(z)"], 2),
        ("B", [], 0),
    ],
)
def test_place_of(number: str, siblings: list[str], place: int) -> None:
    """A number stands where people would look for it."""
    assert place_of(number, siblings) == place


@pytest.mark.parametrize(
    ("first", "last", "count", "numbers"),
    [
        ("(b)", "(d)", 3, ("(b)", "(c)", "(d)")),
        ("(ii)", "(iv)", 3, ("(ii)", "(iii)", "(iv)")),
        ("(h)", "(j)", 3, ("(h)", "(i)", "(j)")),
        ("(y)", "(bb)", 4, ("(y)", "(z)", "(aa)", "(bb)")),
        ("8.09", "8.10", 2, ("8.09", "8.10")),
        ("A", "B", 2, ("A", "B")),
        ("9.02A", "9.02B", 2, ("9.02A", "9.02B")),
        ("(ab)", "(ac)", 2, ("(ab)", "(ac)")),
        ("XI", "XII", 2, ("XI", "XII")),
        ("(b)", "(d)", 2, ()),
        ("", "", 2, ("", "")),
    ],
)
def test_run(first: str, last: str, count: int, numbers: tuple[str, ...]) -> None:
    """So many numbers lead from one to another, or none do."""
    assert run(first, last, count) == numbers


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("thirty days", "within thirty\n   days.", 1),
        ("rent", "rents, Rent, parent, rent", 1),
        ("$51,776", "of $51,776.", 1),
        ("$5", "of $51", 0),
        ('"Rent"', 'the "Rent" is', 1),
    ],
)
def test_pattern_of(words: str, text: str, found: int) -> None:
    """Words are found whole and exact, however their lines break."""
    assert len(pattern_of(words).findall(text)) == found


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("It follows no index.", "It follows index."),
        ("no index", "index"),
        ("It says no.", "It says."),
        ("It says no\nmore", "It says\nmore"),
        ("(no)", "()"),
    ],
)
def test_what_deleted_words_leave(text: str, left: str) -> None:
    """Words go with one of the blanks beside them."""
    assert pattern_of("no", alone=True).sub("", text) == left


# ---------------------------------------------------------------- values in words


def literal(kind: str, value: Any) -> e.Literal:
    """A value written out."""
    return e.Literal(kind, value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("thirty (30) days", literal("duration", Duration(Fraction(30), "day"))),
        ("a 30-day period", literal("duration", Duration(Fraction(30), "day"))),
        ("two business days", literal("duration", Duration(Fraction(2), "business day"))),
        ("30 calendar days", literal("duration", Duration(Fraction(30), "day"))),
        ("twenty-one months", literal("duration", Duration(Fraction(21), "month"))),
        ("$51,776.00", literal("money", Money(Fraction(51776), "USD"))),
        ("EUR 2,400", literal("money", Money(Fraction(2400), "EUR"))),
        ("7.5 percent", literal("percent", Fraction(3, 40))),
        ("5%", literal("percent", Fraction(1, 20))),
        ("March 30, 2004", literal("date", date(2004, 3, 30))),
        ("30 March 2004", literal("date", date(2004, 3, 30))),
        ("2004-03-30", literal("date", date(2004, 3, 30))),
        ("Section 3.4(a)", e.Address((("clause", "(a)"), ("section", "3.4")))),
        ("clause (ii)", e.Address((("clause", "(ii)"),))),
        ("Exhibit A", e.Address((("exhibit", "A"),))),
        ("seven", literal("number", Fraction(7))),
        ("1,000", literal("number", Fraction(1000))),
    ],
)
def test_values_that_words_state(words: str, value: e.Expression) -> None:
    """Words state what a rule writes another way."""
    assert [said.value for said in values_in(f"as is {words} agreed")] == [value]


@pytest.mark.parametrize("words", ["February 30, 2031", "2031-02-30", "two business months", "the Section", "one-off"])
def test_what_states_no_value(words: str) -> None:
    """A day that there is not, or a word that only looks like a value, is none."""
    assert all(isinstance(said.value, e.Literal) and said.value.kind == "number" for said in values_in(words))


@pytest.mark.parametrize(
    ("words", "old", "new", "changed"),
    [
        ("thirty (30) days", "30 days", "45 days", "forty-five (45) days"),
        ("a 30-day rest", "30 days", "1 day", "a 1 day rest"),
        ("30 calendar days", "30 days", "60 days", "60 calendar days"),
        ("30 days", "30 days", "2 months", "2 months"),
        ("ten days", "10 days", "120 days", "120 days"),
        ("EUR 2,400 and EUR 2,400.00", "€2,400", "€2,500.50", "EUR 2,500.50 and EUR 2,500.50"),
        ("$100", "$100", "$1,000", "$1,000"),
        ("$1000", "$1,000", "$12,000", "$12000"),
        ("$100", "$100", "€100", "€100"),
        ("5% or 5 percent", "5%", "7.5%", "7.5% or 7.5 percent"),
        ("March 3, 2031 or 3 March 2031", "2031-03-03", "2032-04-01", "April 1, 2032 or 1 April 2032"),
        ("2031-03-03", "2031-03-03", "2032-04-01", "2032-04-01"),
        ("three loaves, 3 loaves", "3", "4", "four loaves, 4 loaves"),
    ],
)
def test_values_spelled_anew(words: str, old: str, new: str, changed: str) -> None:
    """A new value is written as the old one was."""
    assert respelled(words, _value(old), _value(new))[0] == changed


def _value(text: str) -> e.Expression:
    """A value as a rule writes it."""
    (definition,) = read(Source("value", f"Value means {text}\n")).loose
    assert isinstance(definition, m.Definition)
    assert not isinstance(definition.meaning, e.Limbs | e.Cases | e.Lookup)
    return definition.meaning


@given(st.integers(1, 99))
def test_counts_in_words(count: int) -> None:
    """Every count is read back from its words."""
    words = count_words(count)
    (said,) = values_in(f"for {words} days")
    assert said.value == literal("duration", Duration(Fraction(count), "day"))
    assert count_of(words) == count


def test_counts_beyond_words() -> None:
    """What is greater is written in figures."""
    assert count_words(100) == "100"


@pytest.mark.parametrize(
    ("old", "new", "count"),
    [
        ("within 30 days", "within 45 days", 1),
        ("EUR 5 or 5%", "EUR 6 or 6%", 2),
        ("within 30 days in cash", "within 45 days by wire", 0),
        ("within 30 days", "within EUR 45", 0),
        ("Section 4.1", "Section 4.2", 1),
        ("30 days", "thirty days", 0),
    ],
)
def test_differences(old: str, new: str, count: int) -> None:
    """Values differ if nothing else does."""
    assert len(differences(old, new)) == count


def test_citations_in_rows() -> None:
    """Each of a row of provisions is cited; a capital letter that begins a word is no number."""
    found = in_words("under Sections 8.1, 8.2 and 8.4(a), Exhibit A, or Section Three; clauses (a) to (c)")
    assert [cited(one.address) for one in found] == [
        "section 8.1",
        "section 8.2",
        "section 8.4(a)",
        "exhibit A",
        "clause (a)",
        "clause (c)",
    ]
