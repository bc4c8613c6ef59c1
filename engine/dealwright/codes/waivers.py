"""A: what a waiver cannot say, and instruments that end; with an error of this family an instrument changes nothing."""

from typing import Final

from dealwright.codes.code import LEASE, Code, Severity

_DUTY: Final = (
    LEASE
    + "section 1\n    Rent means €2,400\n    duty Payment\n        Tenant must pay Rent to Landlord\n"
    + "        on 2031-07-01\n\nsection 2\n    Deposit means €4,800\n\n"
    + "waiver First Waiver\n    dated 2031-06-01\n    amends Bakery Lease\n\n"
)

TABLE: Final = (
    Code(
        code="A140",
        slug="waivers-of-definitions",
        severity=Severity.ERROR,
        title="a waiver of a definition",
        help="waive the duty, condition or warranty that the definition is used in",
        finds="A waiver aimed at a definition, a table or a row, with which nobody can comply.",
        matters="What a waiver excuses are breaches: of duties, prohibitions and warranties, and conditions not met.",
        example=_DUTY + "section 1\n    waive definition of Rent for 6 months\n",
        instead=_DUTY + "section 1\n    waive section 1 for 6 months\n",
    ),
    Code(
        code="A141",
        slug="lines-that-say-nothing-about-a-waiver",
        severity=Severity.ERROR,
        title="a line that a waiver does not have",
        help="take the line out, or put it into a section of its own",
        finds=(
            "Below a waiver something else than words, `except when`, `restored when` and a limit `on`, `by` or `within`;"
            " or a time that is said twice."
        ),
        matters="It would have no effect, and its author believes that it has.",
        example=_DUTY + "section 1\n    waive section 1 for 6 months\n        interest at 8% a year\n",
        instead=_DUTY + "section 1\n    waive section 1 for 6 months\n        by 2031-12-31\n",
    ),
    Code(
        code="A142",
        slug="waivers-of-nothing",
        severity=Severity.WARNING,
        title="a waiver of what nobody has to comply with",
        help="aim it at a duty, prohibition, warranty or condition",
        finds="A waiver aimed at provisions that hold no duty, prohibition, warranty or condition.",
        matters="It excuses nothing, and mostly another section is meant.",
        example=_DUTY + "section 1\n    waive section 2 for 6 months\n",
        instead=_DUTY + "section 1\n    waive section 1 for 6 months\n",
    ),
    Code(
        code="A143",
        slug="expiries-under-others",
        severity=Severity.WARNING,
        title="an instrument that expires under another",
        finds="An instrument with a last day, on whose changes another builds that has none, or a later one.",
        matters="At expiry the text is as if it had not been made, and the other then changes what is not there.",
        help="let the other one expire too, or say what it changes afterwards",
        example=_DUTY.partition("waiver")[0]
        + "amendment First Amendment\n    dated 2031-06-01\n    amends Bakery Lease\n    expires on 2031-12-31\n\n"
        + "section 1\n    change Rent from €2,400 to €2,000\n\n"
        + "amendment Second Amendment\n    dated 2031-07-01\n    amends Bakery Lease\n\n"
        + "section 1\n    change Rent from €2,000 to €2,100\n",
        instead=_DUTY.partition("waiver")[0]
        + "amendment First Amendment\n    dated 2031-06-01\n    amends Bakery Lease\n    expires on 2031-12-31\n\n"
        + "section 1\n    change Rent from €2,400 to €2,000\n\n"
        + "amendment Second Amendment\n    dated 2032-01-01\n    amends Bakery Lease\n\n"
        + "section 1\n    change Rent from €2,400 to €2,500\n",
    ),
    Code(
        code="A144",
        slug="ends-that-cannot-be-written",
        severity=Severity.WARNING,
        title="a conformed copy that outlasts a temporary instrument",
        help="write another copy when the instrument has expired, or keep the instrument as a file of its own",
        finds="An instrument that expires, in a conformed copy that is written as a file: its changes stay in the text.",
        matters="After that day the copy says what no longer holds.",
        example="",
        instead="""amendment First Amendment
    amends Bakery Lease
    in effect since 2031-04-02
""",
    ),
)
"""The codes of waivers, and of instruments that end."""
