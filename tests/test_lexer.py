"""Highlighting knows terms from the language, and the contract's own words from both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments.token import Comment, Error, Keyword, Literal, Name, Number, Operator, String, _TokenType

from dealwright.lexer import DealLexer


def kinds(text: str) -> list[tuple[str, _TokenType]]:
    """The words of a text with what they are, blanks left out."""
    return [(word, kind) for kind, word in DealLexer().get_tokens(text) if word.strip()]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Closing Date", Name),
        ("Payment 2", Name),
        ("Event of Default", Name),
        ("means", Keyword),
        ("no", Keyword.Constant),
        ("not", Keyword),
        ("us-federal-reserve", Name.Constant),
        ("$1,800.50", Number.Float),
        ("NOK 300", Number.Float),
        ("7.5%", Number.Float),
        ("2031-05-01", Literal.Date),
        ("2031-05-01 17:00", Literal.Date),
        ("2031-Q2", Literal.Date),
        ("June 30", Literal.Date),
        ("5 business days", Literal.Date),
        ("3.4(a)(ii)", Name.Label),
        ("9.02A", Name.Label),
        ("3.4", Number),
        ('"the ""board"" thinks fit"', String.Double),
        ("| The Tenant shall pay.", String.Doc),
        ("# a note", Comment.Single),
    ],
)
def test_one_word(word: str, kind: _TokenType) -> None:
    """Each kind of word is recognised whole."""
    assert kinds(word) == [(word, kind)]


def test_a_definition() -> None:
    """Terms and language alternate, as in a contract."""
    assert kinds("Deposit means 3 * Base Rent") == [
        ("Deposit", Name),
        ("means", Keyword),
        ("3", Number),
        ("*", Operator),
        ("Base Rent", Name),
    ]


@given(st.text())
def test_anything_is_coloured(text: str) -> None:
    """No text is an error to the highlighter, which leaves errors to the reader."""
    assert all(kind is not Error for kind, _ in DealLexer().get_tokens(text))
