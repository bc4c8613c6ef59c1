"""The small things that amendments are made of: quotation marks, numbers, words that are looked for."""

from __future__ import annotations

import pytest

from dealwright import model as m
from dealwright.amend.finding import pattern_of
from dealwright.amend.numbering import place_of, run
from dealwright.amend.quotation import enclosed, unquoted


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
