"""Lines that are right, one of each kind, to be shown beside a line that is not.

Which kind the author was writing shows in the first word of the line, in a word further on, or in the line above that
it belongs to.
"""

from __future__ import annotations

import difflib
from typing import Final

from dealwright.source import Source

EXAMPLES: Final = {  # by the first word of the line, or by what is told of it
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
    "superseding": "superseding Rent",
    "retroactive": "retroactive to 2031-01-01",
    "saving": "saving Rent",
    "answered": "answered for by Guarantors",
    "all": "all of",
    "any": "any of",
    "must": "Tenant must pay €500 to Landlord",
    "may": "Tenant may terminate",
    "means": "Deposit means 3 * Base Rent",
    "warrants": "Landlord warrants to Tenant",
    "signed": "2031-07-03 First Amendment signed by Landlord and Tenant",
    "paid": "2031-05-02 Rent paid €2,400",
    "pays": "2031-05-02 Tenant pays €2,400 to Landlord",
    "exercises": "2031-07-01 Tenant exercises Break by notice with In Writing, Received: 2031-07-01",
    "entry": "2031-04-12 Inspection by Surveyor with Passed, Cost: €350",
    "limb": "(a) Handover has occurred",
    "above": "above €600,000: 4%, €6,000",
    "below": "below €600,000: 2%, €1,000",
    "up": "up to €600,000: 2%, €1,000",
    "terminates": "this agreement terminates",
    "attribute": "Passed: yes/no",
    "always": "always Rent paid <= €162,000",
    "instance": 'Unit "2B" with Floor: 2, Rent: €900',
    "claim": "Rent is performed on 2031-05-02",
}
EXAMPLE_HEADS: Final = {
    "duty": "Tenant must pay €500 to Landlord",
    "prohibition": "Tenant must not cause Sublease",
    "permission": 'Tenant may "put up an awning"',
    "power": "Tenant may terminate",
    "effect": "this agreement terminates",
    "warranty": "Landlord warrants to Tenant",
}
_IN_LINE: Final = ("means", "must", "may", "warrants", "signed", "paid", "pays", "exercises")
_IN_LOG: Final = ("signed", "paid", "pays", "exercises")
_BELOW: Final = {
    **dict.fromkeys(("agreement", "amendment", "waiver", "rules", "order"), "dated"),
    **dict.fromkeys(("duty", "prohibition"), "must"),
    **dict.fromkeys(("permission", "power"), "may"),
    "warranty": "warrants",
    "effect": "terminates",
    **dict.fromkeys(("event", "record"), "attribute"),
    "table": "above",
    "condition": "limb",
    "scenario": "entry",
    "property": "always",
    "given": "instance",
    **dict.fromkeys(("as", "expect"), "claim"),
    "reading": "is",
}


def example_like(line: str, source: Source, offset: int) -> str:
    """Advice that shows a line of the kind that is written at an offset."""
    kind = _kind(line.split(), _parent(source, offset).split())
    return f"write it like this: `{EXAMPLES[kind]}`"


def example_below(line: str, source: Source, offset: int) -> str:
    """Advice that shows what stands below a line of the kind that is written at an offset."""
    words = line.split()
    first = words[0] if words else ""
    kind = "limb" if words[-1:] == ["of"] else _BELOW.get(first, "")
    if first in EXAMPLE_HEADS:
        return f"put below it, four blanks deeper, a line such as `{EXAMPLE_HEADS[first]}`"
    if kind:
        return f"put below it, four blanks deeper, a line such as `{EXAMPLES[kind]}`"
    return example_like(line, source, offset)


def _kind(words: list[str], above: list[str]) -> str:
    """The kind of a line, by its words and those of the line that it belongs to."""
    first = words[0] if words else ""
    inside = [word for word in _IN_LINE if word in words]
    if first[:4].isdigit() and first[4:5] == "-":
        return next((word for word in inside if word in _IN_LOG), "entry")
    if first.startswith("("):
        return "limb"
    if first in EXAMPLES:
        return first
    if inside and inside[0] not in _IN_LOG:
        return inside[0]
    if first.islower():
        near = difflib.get_close_matches(first, EXAMPLES, n=1, cutoff=0.75)
        return near[0] if near else "means"
    return _BELOW.get(above[0], "means") if above else "means"


def _parent(source: Source, offset: int) -> str:
    """The nearest line above that is less deep: what the line belongs to."""
    number = source.line_at(offset)
    here = source.line_text(number)
    depth = len(here) - len(here.lstrip())
    for above in range(number - 1, 0, -1):
        text = source.line_text(above)
        said = text.strip()
        if said and not said.startswith("#") and len(text) - len(text.lstrip()) < depth:
            return said
    return ""
