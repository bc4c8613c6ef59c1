"""K: kinds of values that do not go together, told before any fact is read."""

from typing import Final

from dealwright.codes.code import LEASE, SCHEME, Code, Severity

TABLE: Final = (
    Code(
        code="K101",
        slug="mixed-currencies",
        severity=Severity.ERROR,
        title="amounts of different currencies together",
        help="bring both into one currency, with a rate that the contract names",
        finds="A sum, difference or comparison of money in two currencies.",
        matters="There is no amount that they make without a rate of exchange, and the text names none.",
        example=SCHEME + "Rent means €2,400 + $100\n",
        instead=SCHEME + "Rent means €2,400 + €100\n",
    ),
    Code(
        code="K102",
        slug="mixed-kinds",
        severity=Severity.ERROR,
        title="values of different kinds together",
        help="compare and reckon with values of one kind: money with money, days with days",
        finds="A calculation or comparison of two things that cannot meet in it, such as days and money.",
        matters="It has no result, so one of the two is not what its author took it for.",
        example=SCHEME + "Rent means €2,400 + 5 days\n",
        instead=SCHEME + "Rent means €2,400 + €5 * 5\n",
    ),
    Code(
        code="K103",
        slug="wrong-kinds",
        severity=Severity.ERROR,
        title="a value of another kind than the place asks for",
        help="write a value of the kind that is asked",
        finds=(
            "A value where one of another kind is needed: a number to be paid, a date for a duration, money for a "
            "number."
        ),
        matters="Nothing is converted by guess.",
        example=LEASE
        + "section 1\n    duty Rent Payment\n        Tenant must pay 2031-05-01 to Landlord\n        on 2031-04-01\n",
        instead=LEASE
        + "section 1\n    duty Rent Payment\n        Tenant must pay €2,400 to Landlord\n        on 2031-04-01\n",
    ),
    Code(
        code="K104",
        slug="truths-as-numbers",
        severity=Severity.ERROR,
        title="a yes or no in a calculation",
        help="ask with `if ... then ... else ...`",
        finds="A question with the answer yes or no, used as a number.",
        matters="What a yes is worth is for the text to say.",
        example=SCHEME + "Small means yes\nRent means €2,400 * Small\n",
        instead=SCHEME + "Small means yes\nRent means if Small then €2,400 else €0\n",
    ),
    Code(
        code="K105",
        slug="values-as-truths",
        severity=Severity.ERROR,
        title="a value where a yes or no is asked",
        help="compare it with something, as in `X > €5` or `X has occurred`",
        finds="A number, an amount or another value in a place that asks a question; a limb, which is asked for its status.",
        matters="Whether `€0` means no is for the text to say.",
        example=SCHEME + "Deposit means €4,800\nRent means if Deposit then €2,400 else €2,500\n",
        instead=SCHEME + "Deposit means €4,800\nRent means if Deposit > €0 then €2,400 else €2,500\n",
    ),
    Code(
        code="K106",
        slug="percentages-of-other-things",
        severity=Severity.ERROR,
        title="a percentage of something that has no parts",
        help="take a percentage of money or a number",
        finds="A percentage of a text, a date, a party or a yes or no.",
        matters="There is no such part.",
        example=SCHEME + "Start means 2031-05-01\nShare means 10% of Start\n",
        instead=SCHEME + "Rent means €2,400\nShare means 10% of Rent\n",
    ),
    Code(
        code="K108",
        slug="results-of-different-kinds",
        severity=Severity.ERROR,
        title="one definition with results of different kinds",
        help="give every case a result of one kind",
        finds="A definition whose cases, exceptions or rows give values of different kinds.",
        matters="Whoever uses the term could not know what it stands for.",
        example=SCHEME + "Small means yes\nRent means if Small then €2,400 else 5 days\n",
        instead=SCHEME + "Small means yes\nRent means if Small then €2,400 else €2,500\n",
    ),
)
"""The codes of this family."""
