"""What to say when a line does not follow the grammar: what is wrong, and a line of the same kind that is right.

A list of what a parser would have accepted teaches nobody. The words before the mistake tell what the author was writing;
so the answer shows one line of that kind, and, for a lower-case word that the language does not have, the word meant.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection
from typing import Final

from lark import Token
from lark.exceptions import UnexpectedCharacters, UnexpectedToken

from dealwright.diagnostic import Diagnostic, echo, problem
from dealwright.read.stop import Stop
from dealwright.source import Source, Span

EXAMPLES: Final = {
    "agreement": 'agreement Bakery Lease "Lease of the Corner Bakery"',
    "amendment": "amendment First Amendment",
    "waiver": "waiver First Waiver",
    "order": "order Court Order",
    "rules": "rules Rent Scheme",
    "dated": "dated 2031-03-01",
    "between": "between Landlord and Tenant",
    "amends": "amends Bakery Lease",
    "amended": "amended only by writing signed by Landlord and Tenant",
    "currency": "currency EUR",
    "business": "business days target",
    "months": "months rounded down",
    "takes": "takes effect when Handover has occurred",
    "party": 'party Tenant "Rye and Barley"',
    "third": 'third party Surveyor "Hollis Surveys"',
    "parties": "parties Guarantors",
    "article": 'article 3 "Rent"',
    "section": 'section 3.4 "Rent"',
    "clause": "clause (a)",
    "sentence": "sentence 1",
    "schedule": 'schedule 1 "Fixtures"',
    "exhibit": 'exhibit A "Floor Plan"',
    "event": "event Inspection by Surveyor with Passed: yes/no, Cost: money",
    "payment": "payment Grant by Guarantors to Tenant",
    "input": "input Turnover for each year: money at least €0",
    "record": "record Unit",
    "condition": "condition Handover Conditions: all of",
    "duty": "duty Rent",
    "prohibition": "prohibition Subletting",
    "permission": "permission Awning",
    "power": "power Break",
    "effect": "effect Late Handover",
    "warranty": "warranty Title",
    "table": "table Rebates by Turnover for the year gives Rebate Rate, Rebate Ceiling",
    "reading": 'reading Month Count "whether the first month counts"',
    "is": 'is "it counts"',
    "or": 'or "it does not"',
    "read": "read the duty of section 3.4 as section 2 of First Amendment",
    "replace": "replace section 1.1",
    "restate": "restate this agreement",
    "delete": "delete sentence 2 of section 1.4",
    "insert": "insert after section 1.2",
    "renumber": "renumber clauses (c) to (d) of section 7 as clauses (d) to (e) of section 7",
    "change": "change Monthly Rent from €2,600 to €2,700",
    "waive": "waive section 4.1 from 2032-01-01 to 2032-06-30",
    "scenario": 'scenario "a late handover"',
    "property": 'property "rent is never owed twice"',
    "given": "given Turnover is €420,000",
    "choosing": 'choosing Month Count "it does not"',
    "with": "with First Amendment",
    "complete": "complete through 2031-07-31",
    "as": "as of 2031-08-01 expect",
    "expect": "expect Rent is performed",
    "on": "on 5 business days after Handover",
    "by": "by 2031-05-01",
    "within": "within 30 days after termination",
    "at": "at least 10 days before Handover",
    "when": "when Handover has not occurred by 2031-09-01",
    "while": "while Handover Conditions",
    "unless": 'unless "the Landlord agreed in writing"',
    "for": "for each Inspection where not Passed",
    "from": "from 2031-04-01 until 2031-10-31",
    "until": "until 2034-01-01",
    "made": "made on 2031-03-01, Handover",
    "except": "except Small Unit when Heating is Gas: €40",
    "otherwise": "otherwise €25",
    "notice": "notice",
    "warranties": "warranties of article 6 made on Handover",
    "no": 'no operative rule "a recital"',
    "performed": "performed by Delivery where Place is Yard",
    "interest": "interest at 8% a year on actual/365",
    "continuing": "continuing Rent",
    "answered": "answered for by Guarantors",
    "all": "all of",
    "any": "any of",
    "must": "Tenant must pay €500 to Landlord",
    "may": "Tenant may terminate",
    "means": "Deposit means 3 * Base Rent",
    "warrants": "Landlord warrants to Tenant",
    "signed": "2031-07-03 First Amendment signed by Landlord and Tenant",
    "paid": "2031-05-02 Rent paid €2,400",
    "exercises": "2031-07-01 Tenant exercises Break by notice with In Writing, Received: 2031-07-01",
    "entry": "2031-04-12 Inspection by Surveyor with Passed, Cost: €350",
    "limb": "(a) Handover has occurred",
}
_IN_LINE: Final = ("means", "must", "may", "warrants", "signed", "paid", "exercises")
_PLAIN: Final = {
    "shall": "must",
    "will": "must",
    "if": "when",
    "provided": "when",
    "equals": "is",
    "are": "is",
    "then": "",
    "pays": "pay",
}
_NAMES_OF_TOKENS: Final = {"_NL": "the end of the line", "$END": "the end of the file", "_DEDENT": "the end of the block"}


def syntax_problem(source: Source, trouble: Exception, keywords: Collection[str]) -> tuple[Diagnostic, int]:
    """What to tell about the first mistake that stopped the parser, and the offset at which it stands."""
    match trouble:
        case Stop(code=code, message=message, start=start, end=end, advice=advice):
            stop = max(end, start + 1) if end > start else _line_end(source, start)
            return problem(code, message, Span(source, start, stop), help=advice), start
        case UnexpectedCharacters(pos_in_stream=place):
            return _character(source, place), place
        case UnexpectedToken(token=token, expected=expected):
            return _token(source, token, set(expected), keywords)
        case _:
            raise trouble


def _character(source: Source, place: int) -> Diagnostic:
    """What to tell about a character with which no word begins."""
    found = source.text[place : place + 1]
    if found == '"':
        span = Span(source, place, _line_end(source, place))
        return problem("S203", "these quotation marks are not closed on their line", span,
                       help='a quotation ends on the line on which it begins; a quotation mark inside is doubled: `""`')  # fmt: skip
    return problem("S213", f"the language does not have the character {echo(found)}", Span(source, place, place + 1))


def _token(source: Source, token: Token, expected: set[str], keywords: Collection[str]) -> tuple[Diagnostic, int]:
    """What to tell about a word that cannot stand where it stands."""
    span = _span(source, token)
    line = _line_before(source, span.start)
    kind = token.type
    if kind in {"_NL", "$END", "_DEDENT"}:
        stop = len(source.text[: span.start].rstrip()) if kind == "$END" or kind == "_DEDENT" else span.start
        whole = source.line_text(source.line_at(max(stop - 1, 0)))
        place = Span(source, max(stop - 1, 0), max(stop, 1))
        if expected <= {"_INDENT"} and whole.strip():
            return problem("S211", "lines must follow below this one", place, help=_like(whole, source, stop)), place.start
        return problem("S202", "this line stops too early", place, help=_like(whole, source, stop)), place.start
    if kind == "_INDENT":
        start = token.end_pos or span.start
        place = Span(source, start, _line_end(source, start))
        return problem("S205", "this line stands deeper than the line above, which takes no lines below it", place,
                       help="begin it at the same depth as the line above, or see what may stand below such a line"), start  # fmt: skip
    if kind == "WORD" or token.islower():
        return _word(source, token, expected, keywords, line), span.start
    if "_INDENT" in expected and len(expected) == 1:
        return problem("S211", "lines must follow below this one", span, help=_like(line, source, span.start)), span.start
    said = f"{echo(str(token))} cannot stand here"
    if kind == "NUMBER" and source.text[span.end : span.end + 1].isalpha():
        return problem("S301", f"{echo(_word_at(source, span.start))} is no number as the language writes them", span,
                       help="write numbers in full: `100,000`, `0.5`, `7.5%`"), span.start  # fmt: skip
    return problem("S201", said, span, help=_like(source.line_text(span.line), source, span.start)), span.start


def _word(source: Source, token: Token, expected: set[str], keywords: Collection[str], line: str) -> Diagnostic:
    """What to tell about a lower-case word."""
    span = _span(source, token)
    word = str(token)
    known = word in keywords
    could = sorted(name.lower() for name in expected if name.lower() in keywords)
    meant = _PLAIN.get(word, "")
    near = [meant] if meant in could else difflib.get_close_matches(word, could, n=1, cutoff=0.6)
    if not near and not known:
        near = difflib.get_close_matches(word, sorted(keywords), n=1, cutoff=0.75)
    like = _like(source.line_text(span.line), source, span.start)
    if near:
        return problem("S206", f"{echo(word)} cannot stand here", span, help=f"perhaps `{near[0]}` is meant; {like}")
    if known:
        return problem("S201", f"{echo(word)} cannot stand here", span, help=like)
    advice = f"lower-case words are the language, names begin with capitals; {like}"
    return problem("S206", f"{echo(word)} is no word of the language", span, help=advice)


def _like(line: str, source: Source, offset: int) -> str:
    """A line of the kind that was being written."""
    words = line.split()
    first = words[0] if words else ""
    if first[:4].isdigit() and first[4:5] == "-":
        inner = next((word for word in _IN_LINE if word in words), "entry")
        return f"write it like this: `{EXAMPLES[inner if inner in ('signed', 'paid', 'exercises') else 'entry']}`"
    if first.startswith("("):
        return f"write it like this: `{EXAMPLES['limb']}`"
    key = first if first in EXAMPLES else next((word for word in _IN_LINE if word in words), "")
    if not key:
        near = difflib.get_close_matches(first, EXAMPLES, n=1, cutoff=0.75) if first.islower() else []
        key = near[0] if near else ""
    if key:
        return f"write it like this: `{EXAMPLES[key]}`"
    above = _line_above(source, offset)
    return f"it stands below `{above[:80]}`" if above else "a file begins with a line such as `agreement Bakery Lease`"


def _line_above(source: Source, offset: int) -> str:
    """The nearest line above that is less deep: what the line belongs to."""
    number = source.line_at(offset)
    here = source.line_text(number)
    depth = len(here) - len(here.lstrip())
    for above in range(number - 1, 0, -1):
        text = source.line_text(above)
        if text.strip() and not text.lstrip().startswith("#") and len(text) - len(text.lstrip()) < depth:
            return text.strip()
    return ""


def _word_at(source: Source, start: int) -> str:
    """The run of characters from a place up to a blank."""
    return (source.text[start : start + 40].split() or [""])[0]


def _line_before(source: Source, offset: int) -> str:
    """The part of a line before a place."""
    start = source.line_starts[source.line_at(offset) - 1]
    return source.text[start:offset]


def _line_end(source: Source, offset: int) -> int:
    """Where the line of a place ends."""
    end = source.text.find("\n", offset)
    return len(source.text) if end < 0 else end


def _span(source: Source, token: Token) -> Span:
    """The place of a token; the end of the file for what has none."""
    start = token.start_pos
    if start is None or token.type == "$END":
        return Span(source, len(source.text), len(source.text))
    return Span(source, start, token.end_pos or start)
