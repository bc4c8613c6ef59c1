"""Text of any length that looks like contracts do: two parts of prose to one of rules, every form that is common.

The text is the same each time for the same size, so that figures of two days can be compared. It follows the grammar;
nobody has to ask what it means.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

_WORDS = r"""\ the Tenant shall pay to the Landlord on or before the fifth day of each calendar month the Base Rent set
         out in the schedule provided that no amount falls due while the premises are not fit for use as a bakery and
         the Landlord has been told so in writing and the parties agree that any sum received is applied first to
         interest then to costs and last to the rent in the order in which it fell due unless the Tenant says
         otherwise when it pays
         """.split()  # noqa: SIM905 - it is read as a text
_LINE = 96


def contract(size: int) -> str:
    """A text of at least so many characters, ended at the end of a section."""
    parts = [_OPENING]
    length = len(_OPENING)
    number = 0
    while length < size:
        number += 1
        section = "\n".join(_section(number)) + "\n"
        parts.append(section)
        length += len(section)
    return "".join(parts)


_OPENING = """agreement Bakery Lease "Lease of the Corner Bakery"
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR
    business days target

party Landlord "Old Quay Properties Ltd."
party Tenant "Rye and Barley"
third party Surveyor "Hollis Surveys"
"""


def _section(number: int) -> Iterator[str]:
    """A section: its words, then its rules."""
    yield ""
    yield f'section {number // 20 + 1}.{number % 20 + 1} "Of the {_WORDS[number % len(_WORDS)]}"'
    for line in range(4 + number % 5):
        yield "    | " + _prose(number * 13 + line * 7)
    day = f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}"
    yield from _RULES[number % len(_RULES)].format(n=number, day=day).splitlines()


def _prose(start: int) -> str:
    """A line of words, as long as lines are."""
    line = ""
    while len(line) < _LINE:
        line += _WORDS[start % len(_WORDS)] + " "
        start += 1
    return line.rstrip()


_RULES = (
    """\
    event Inspection {n} by Surveyor with Passed: yes/no, Cost: money
    condition Handover Conditions {n}: all of
        (a) Permit {n} has occurred
        (b) some Inspection {n} where Passed and Cost is at most €{n},500
        (c) Flooding {n} has never occurred""",
    """\
    Monthly Rent {n} means €2,400 + 3% of Turnover {n} for the month
        except Small Unit when Floor {n} < 2: €1,800.50
    duty Rent {n}
        for each month from Handover {n} until {day}
        Tenant must pay Monthly Rent {n} to Landlord
        by day 5 of the month""",
    """\
    Deposit Amount {n} means
        3 * Base Rent {n} when Heating {n} is Heat Pump
        2 * Base Rent {n} when not (Renewed {n} or Waived {n})
        otherwise Base Rent {n} rounded half up to cents but at least €1,000""",
    """\
    power Break {n}
        Tenant may terminate
        when Handover {n} has not occurred by {day}
        until 5 business days after Notice {n}
        by notice under section 9.7""",
    """\
    input Turnover {n} for each year: money at least €0
    duty Turnover Report {n}
        Tenant must deliver "the accounts of the year" to Landlord
        within 30 days after end of the year
        unless breach of Rent {n} has occurred
    warranty Title {n}
        Landlord warrants to Tenant
            (i) "the premises are free of charges"
            (ii) no Claim {n} where Amount > €10,000
        made on {day}, Handover {n}""",
)


# ---------------------------------------------------------------- amendments


def amended(sections: int, count: int) -> str:
    """An agreement of so many sections, and so many amendments of it, each with one operation on a section of its own."""
    parts = ["agreement Long Lease\n    dated 2031-01-01\n    currency EUR\n"]
    parts.extend(_AMENDED.format(n=number) for number in range(1, sections + 1))
    for number in range(1, count + 1):
        day = date(2031, 2, 1) + timedelta(number)
        operation = _OPERATIONS[number % len(_OPERATIONS)].format(n=number * 7 % sections + 1, m=number)
        parts.append(
            f"\namendment Amendment {number}\n    dated {day}\n    amends Long Lease\n\n"
            f"section 1\n    | It is agreed:\n{operation}"
        )
    return "".join(parts)


_AMENDED = """
section {n}
    sentence 1
        | The fee is EUR {n}, payable within 30 days.
        Fee {n} means €{n}
    sentence 2
        | It is paid by transfer under Section {n}.
        no operative rule
"""
_OPERATIONS = (
    """    replace sentence 1 of section {n}
        | "The fee is EUR {m}."
        Fee {n} means €{m}
""",
    '    replace words "transfer" with "wire" in last sentence of section {n}\n',
    "    change Fee {n} from €{n} to €9{m}\n",
    """    insert after section {n}
        section {n}A
            | "More is said."
            no operative rule
""",
)


STORE = """
agreement Store
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

section 1
    event Crate by Tenant
        Worth: money
    Stock means sum of Worth over Crate
    Dear means number of Crate where Worth > €5
    duty Storage
        Tenant must pay Stock to Landlord
        by 2061-03-01
"""
"""A contract that adds up what comes in."""


def stored(entries: int) -> list[tuple[date, str]]:
    """So many entries of the store: three a day, crates and payments in turn."""
    first = date(2031, 3, 1)
    return [
        (
            first + timedelta(number // 3),
            f"Crate by Tenant with Worth: €{number % 7 + 1}" if number % 2 else "Tenant pays €1 to Landlord",
        )
        for number in range(entries)
    ]
