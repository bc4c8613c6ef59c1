"""E: questions that have no answer although text and log are in order."""

from typing import Final

from dealwright.codes.code import LEASE, SCHEME, Code, Severity

OPEN: Final = LEASE.replace("    currency EUR\n", "")
TWO: Final = (
    "section 1\n    duty Toll\n        Tenant must pay $7 to Landlord\n        on 2031-04-01\n"
    "    Received means Toll paid\n"
)
PAID: Final = '\nscenario "a day"\n    as of 2031-04-01 expect\n        this agreement is in force\n'
TABLE: Final = (
    Code(
        code="E101",
        slug="divisions-by-zero",
        severity=Severity.ERROR,
        title="a division by zero",
        help="say what holds when the divisor is zero: `if ... then ... else ...`",
        finds="A division whose divisor is zero; what was divided by what is named.",
        matters="It has no result.",
        example=SCHEME + "Units means 0\nShare means €2,400 / Units\n",
        instead=SCHEME + "Units means 4\nShare means €2,400 / Units\n",
    ),
    Code(
        code="E102",
        slug="months-without-an-exact-day",
        severity=Severity.ERROR,
        title="a month that does not have this day",
        help="say how: `months rounded down` or `months rounded up` in the heading of the agreement",
        finds="A date so many months or years from another, in a month that has no such day: 31 January and one month.",
        matters="It may mean the last day of February or the first of March, which is for the text to say.",
        example=SCHEME + "Start means 2031-01-31\nReview means 1 month after Start\n",
        instead=SCHEME.replace("EUR\n", "EUR\n    months rounded down\n")
        + "Start means 2031-01-31\nReview means 1 month after Start\n",
    ),
    Code(
        code="E103",
        slug="rules-that-do-not-settle",
        severity=Severity.ERROR,
        title="rules that undo each other",
        help="let one of them rest on a fact that the other does not change",
        finds="Rules of one moment that change the conditions of each other round and round.",
        matters="There is no state in which all of them have been followed.",
        example=LEASE
        + 'section 1\n    duty Keys\n        Landlord must "hand over the keys"\n        while not Keys is due\n\n'
        + 'scenario "a day"\n    as of 2031-04-01 expect\n        this agreement is in force\n',
        instead=LEASE
        + 'section 1\n    duty Keys\n        Landlord must "hand over the keys"\n\n'
        + 'scenario "a day"\n    as of 2031-04-01 expect\n        Keys is due\n',
    ),
    Code(
        code="E104",
        slug="cases-that-none-fits",
        severity=Severity.ERROR,
        title="no case and no row fits",
        help="add `otherwise`",
        finds="A definition by cases or a table, asked for something that none of its lines is about.",
        matters="The text is silent where an answer is needed.",
        example=SCHEME + "Size means 3\nRent means\n    €2,400 when Size > 4\n    €2,200 when Size > 3\n",
        instead=SCHEME + "Size means 3\nRent means\n    €2,400 when Size > 4\n    otherwise €2,200\n",
    ),
    Code(
        code="E106",
        slug="inexact-results",
        severity=Severity.ERROR,
        title="a result that no fraction can state",
        help="say how the result is rounded, as in `rounded half up to cents`",
        finds=(
            "A calculation whose result is not exact, such as a power with a fraction above, where no rounding is "
            "declared."
        ),
        matters="How it is rounded decides the last cent, which is for the text to say.",
        instead="Say how the result is rounded, as in `rounded half up to cents`.",
    ),
    Code(
        code="E107",
        slug="amounts-below-the-smallest-coin",
        severity=Severity.WARNING,
        title="an amount that cannot be paid exactly",
        help="round it where it is defined",
        finds=(
            "An amount that is owed and is no whole number of the smallest units of its currency, where no rounding is"
            " declared."
        ),
        matters="Nobody can pay a third of a cent: the duty is performed by paying more than it asks.",
        example=LEASE
        + "section 1\n    duty Share Payment\n        Tenant must pay €100 / 3 to Landlord\n        on 2031-04-01\n"
        + '\nscenario "a day"\n    as of 2031-04-01 expect\n        this agreement is in force\n',
        instead=LEASE
        + "section 1\n    duty Share Payment\n        Tenant must pay €100 / 3 rounded half up to cents to Landlord\n"
        + "        on 2031-04-01\n"
        + '\nscenario "a day"\n    as of 2031-04-01 expect\n        this agreement is in force\n',
    ),
    Code(
        code="E108",
        slug="unmet-claims",
        severity=Severity.ERROR,
        title="a claim that does not hold",
        help="ask `deal why` of the term, with the entries above as a log",
        finds="A claim of a scenario, or of a property, that does not hold surely on the day for which it is made.",
        matters=(
            "Either the contract does not say what its author expects of it, or the author expects what it does not say."
        ),
        example=LEASE
        + "event Handover\n\n"
        + 'scenario "the day before"\n    2031-04-01 Handover\n    as of 2031-03-31 expect\n        Handover\n',
        instead=LEASE
        + "event Handover\n\n"
        + 'scenario "the day itself"\n    2031-04-01 Handover\n    as of 2031-04-01 expect\n        Handover\n',
    ),
    Code(
        code="E109",
        slug="sums-of-different-currencies",
        severity=Severity.ERROR,
        title="amounts that do not go together",
        help="state the currency in the heading, or bring both into one with a rate that the contract names",
        finds=(
            "Amounts of different currencies that are added up or compared, in a contract that states no currency;"
            " lengths of time whose units do not go together, such as 5 business days and a week."
        ),
        matters="No sum of euros and dollars is owed or paid; at which rate they count is for the text to say.",
        example=OPEN + TWO + "    Price means the greater of €7 and Received\n" + PAID,
        instead=OPEN + TWO.replace("$7", "€7") + "    Price means the greater of €7 and Received\n" + PAID,
    ),
    Code(
        code="E110",
        slug="answers-before-the-agreement",
        severity=Severity.ERROR,
        title="a day before the agreement",
        help="ask as of the day of the agreement, or of a later one",
        finds="A question as of a day before that of the agreement, of which the log tells nothing.",
        matters="Nothing is owed under a contract that is not there, and an answer would look as if something were.",
        example=LEASE + 'event Handover\n\nscenario "too early"\n    as of 2031-02-28 expect\n        not Handover\n',
        instead=LEASE
        + 'event Handover\n\nscenario "the first day"\n    as of 2031-03-01 expect\n        not Handover\n',
    ),
    Code(
        code="E120",
        slug="effects-that-cannot-come",
        severity=Severity.WARNING,
        title="an instrument that can no longer take effect",
        help="make another instrument, or say in this one what else brings it into effect",
        finds="An instrument of which a condition of effect, or what the amendment clause asks, cannot come about any more.",
        matters="Its parties may go on as if it were only a matter of time.",
        example=LEASE
        + "event Permit\n\n"
        + "amendment First Amendment\n    dated 2031-03-02\n    amends Bakery Lease\n"
        + "    takes effect when Permit by 2031-03-31\n\n"
        + 'scenario "no permit"\n    2031-03-02 First Amendment signed by Landlord and Tenant\n'
        + "    as of 2031-04-01 expect\n        this agreement is in force\n",
        instead=LEASE
        + "event Permit\n\n"
        + "amendment First Amendment\n    dated 2031-03-02\n    amends Bakery Lease\n"
        + "    takes effect when Permit by 2031-03-31\n\n"
        + 'scenario "a permit"\n    2031-03-02 First Amendment signed by Landlord and Tenant\n'
        + "    2031-03-30 Permit\n    as of 2031-04-01 expect\n        First Amendment is in force\n",
    ),
)
"""The codes of this family."""
