"""Words of contract English that the linter knows: what heads a term of art, what opens a sentence, what is no name.

These lists are about the language of contracts in general and name nothing of any one contract. Where a word is missing
from one, a finding is missing; so they hold what drafters use every day.
"""

from __future__ import annotations

from typing import Final

HEADS: Final = frozenset(
    [
        "account",
        "agreement",
        "amendment",
        "amount",
        "approval",
        "asset",
        "assignment",
        "balance",
        "affiliate",
        "certificate",
        "charge",
        "collateral",
        "debt",
        "expenditure",
        "indebtedness",
        "lien",
        "subsidiary",
        "claim",
        "closing",
        "commitment",
        "condition",
        "consent",
        "conveyance",
        "date",
        "day",
        "deed",
        "default",
        "deposit",
        "document",
        "effect",
        "escrow",
        "event",
        "expense",
        "expiry",
        "facility",
        "fee",
        "guarantee",
        "guaranty",
        "indemnity",
        "instrument",
        "interest",
        "lease",
        "lender",
        "letter",
        "liability",
        "licence",
        "license",
        "limit",
        "limitation",
        "loan",
        "maturity",
        "mortgage",
        "note",
        "notice",
        "obligation",
        "payment",
        "period",
        "plan",
        "policy",
        "premises",
        "premium",
        "price",
        "proceeds",
        "product",
        "property",
        "rate",
        "ratio",
        "record",
        "rent",
        "report",
        "reserve",
        "right",
        "sale",
        "schedule",
        "security",
        "service",
        "share",
        "statement",
        "sum",
        "tax",
        "term",
        "termination",
        "threshold",
        "transaction",
        "transfer",
        "trigger",
        "vote",
        "warranty",
        "year",
    ]
)
"""What a defined term of two or more words mostly ends in."""

UNITS: Final = frozenset(
    [
        "section",
        "sections",
        "article",
        "articles",
        "exhibit",
        "exhibits",
        "schedule",
        "schedules",
        "annex",
        "annexes",
        "appendix",
        "clause",
        "clauses",
        "paragraph",
        "paragraphs",
        "item",
        "part",
        "regulation",
        "rule",
        "form",
        "recital",
        "recitals",
        "chapter",
        "title",
    ]
)
"""Words before a number that cite something."""

OPENERS: Final = frozenset(
    [
        "a",
        "all",
        "an",
        "and",
        "any",
        "as",
        "at",
        "before",
        "after",
        "both",
        "but",
        "by",
        "each",
        "either",
        "every",
        "except",
        "for",
        "from",
        "furthermore",
        "however",
        "if",
        "in",
        "into",
        "it",
        "its",
        "neither",
        "no",
        "nor",
        "notwithstanding",
        "of",
        "on",
        "once",
        "one",
        "or",
        "other",
        "our",
        "out",
        "provided",
        "pursuant",
        "since",
        "so",
        "some",
        "such",
        "subject",
        "that",
        "the",
        "their",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "unless",
        "until",
        "upon",
        "when",
        "where",
        "whereas",
        "while",
        "with",
        "within",
        "without",
        "you",
        "your",
        "we",
        "effective",
        "immediately",
        "nothing",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ]
)
"""Words that open a sentence and are capitalised only for that."""

MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)

ACTING: Final = frozenset({"shall", "will", "must", "may", "hereby", "agrees", "has", "is", "represents", "warrants"})
"""Words before which a small word for a party stands for the party."""

STANDARDS: Final = (
    "commercially reasonable",
    "best efforts",
    "best endeavours",
    "reasonable endeavours",
    "reasonably practical",
    "reasonably practicable",
    "reasonably likely",
    "good faith",
    "good and marketable title",
    "substantially all",
    "material adverse",
    "ordinary course",
    "normal course",
    "knowledge",
)
"""Standards that a person has to judge."""

SLIPS: Final = (
    (" of in ", "two prepositions in a row"),
    (" in of ", "two prepositions in a row"),
    (" to of ", "two prepositions in a row"),
    (" the the ", "a word twice"),
    (" of of ", "a word twice"),
    (" to to ", "a word twice"),
    (" and and ", "a word twice"),
    (" cause of business", "`course of business` seems to be meant"),
    (" principle amount", "`principal amount` seems to be meant"),
    (" principle place", "`principal place` seems to be meant"),
    (" successor, assigns", "a singular among plurals"),
    (" llc a ", "no comma after the name of a company"),
    (" llc an ", "no comma after the name of a company"),
    (" inc. a ", "no comma after the name of a company"),
    (" ltd. a ", "no comma after the name of a company"),
)
"""Slips of the pen, and what is wrong."""

PASSED_ON: Final = frozenset(
    [
        "transferred",
        "paid",
        "delivered",
        "returned",
        "released",
        "refunded",
        "remitted",
        "repaid",
        "disbursed",
        "surrendered",
        "handed",
    ]
)
"""Participles of acts that somebody has to do."""

ANNEXED: Final = frozenset({"exhibit", "schedule", "annex", "appendix"})
"""Units that are annexed to a document."""

CHANGING: Final = ("delet", "replac", "amended in its entirety", "restated", "omitted", "reserved")
"""Words of a sentence that itself says what becomes of what it cites."""

SORTS: Final = {
    "payment": "duty",
    "payments": "duty",
    "payable": "duty",
    "condition": "condition",
    "conditions": "condition",
    "obligation": "duty",
    "terminated": "power",
    "termination": "power",
    "warranty": "warranty",
    "representation": "warranty",
}
"""Nouns before a citation, and the sort of rule that is cited."""


def singular(word: str) -> str:
    """A word without its plural or possessive ending."""
    word = word.removesuffix("'s").removesuffix("s'")
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - `ties` is no plural of `ty`
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
