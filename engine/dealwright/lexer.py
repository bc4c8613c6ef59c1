"""Colours `.deal` text by the one thing a reader of contracts already knows: capitalised words are defined terms.

Lower-case words are the language, lines behind a bar are the contract's own words, and amounts, dates
and durations stand out, because they are what people look for. Highlighting knows no grammar, so that a
draft with mistakes in it is coloured like any other.
"""

from typing import ClassVar

from pygments.lexer import RegexLexer, words
from pygments.token import Comment, Keyword, Literal, Name, Number, Operator, Punctuation, String, Text

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_AMOUNT = r"\d+(?:,\d{3})*(?:\.\d+)?"
_WORD = r"[A-Z][\w'&\-]*"


class DealLexer(RegexLexer):
    """The Pygments lexer of the contract language Deal."""

    name = "Deal"
    aliases: ClassVar[list[str]] = ["deal"]
    filenames: ClassVar[list[str]] = ["*.deal"]
    mimetypes: ClassVar[list[str]] = ["text/x-deal"]
    url = ""

    tokens: ClassVar = {
        "root": [
            (r"\s+", Text.Whitespace),
            (r"#.*", Comment.Single),
            (r"\|.*", String.Doc),
            (r'"(?:[^"\n]|"")*"?', String.Double),
            (rf"(?:[$€£]|[A-Z]{{3}} ){_AMOUNT}", Number.Float),
            (rf"{_AMOUNT}%", Number.Float),
            (r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?", Literal.Date),
            (r"\d{4}-(?:\d\d|Q[1-4])\b", Literal.Date),
            (words(_MONTHS, suffix=r" \d{1,2}\b"), Literal.Date),
            (r"actual/(?:360|365|actual)|30/360", Keyword.Constant),
            (r"\d+ (?:business )?(?:minute|hour|day|week|month|quarter|year)s?\b", Literal.Date),
            (rf"{_WORD}(?: (?:of )?(?:No\. \d+|{_WORD}|\d+\b(?![.,]\d)))*", Name),
            (r"(?:\d+(?:\.\d+)*[A-Z]*)?(?:\((?:[a-z]{1,4}|[A-Z]{1,2}|\d{1,3})\))+", Name.Label),
            (r"\d+\.\d+(?:\.\d+)*[A-Z]+", Name.Label),
            (_AMOUNT, Number),
            (r"yes/no|(?:yes|no)\b", Keyword.Constant),
            (r"[a-z]+(?:-[a-z]+)+", Name.Constant),
            (r"[a-z]+", Keyword),
            (r"[-+*/^<>=!]+", Operator),
            (r"[(),:.]", Punctuation),
            (r".", Text),
        ],
    }
