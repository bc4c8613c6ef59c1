"""X: what passes a limit. X1 is about the size of texts, X2 about that of contracts and logs, X3 about values.

Each limit stands in `dealwright.limits`, which says how a caller changes it.
"""

from typing import Final

from dealwright.codes.code import SCHEME, Code, Severity
from dealwright.limits import DEFAULT

_BOUNDED: Final = (
    "Every text is answered within bounded time and memory, so the size of all that it can ask for is bounded."
)
_READABLE: Final = "No contract comes near it, and nobody could check one that did."
_SPLIT: Final = "Divide it, naming the parts."

TABLE: Final = (
    Code(
        code="X101",
        slug="long-files",
        severity=Severity.ERROR,
        title="a file is too large",
        help="put exhibits and schedules into files of their own",
        finds=f"A `.deal` file of more than {DEFAULT.file_bytes:,} bytes.",
        matters=_BOUNDED,
        instead="Put exhibits and schedules into files of their own.",
    ),
    Code(
        code="X102",
        slug="long-contracts",
        severity=Severity.ERROR,
        title="the files of a contract are too large together",
        help="leave out what has no bearing on the question",
        finds=f"Files of one contract that have more than {DEFAULT.contract_bytes:,} bytes together.",
        matters=_BOUNDED,
        instead="Leave out what has no bearing on the question, or raise the limit.",
    ),
    Code(
        code="X103",
        slug="long-logs",
        severity=Severity.ERROR,
        title="a log is too large",
        help="leave out what was logged after the day that is asked about",
        finds=f"A log of more than {DEFAULT.log_bytes:,} bytes.",
        matters=_BOUNDED,
        instead="Leave out what was logged after the day that is asked about, or raise the limit.",
    ),
    Code(
        code="X104",
        slug="long-lines",
        severity=Severity.ERROR,
        title="a line is too long",
        help="break the line; inside parentheses it may break anywhere",
        finds=f"A line of more than {DEFAULT.line:,} characters.",
        matters=_READABLE,
        example=SCHEME + "# " + "x" * (DEFAULT.line - 1) + "\n",
        instead=SCHEME + "# " + "x" * 60 + "\n",
    ),
    Code(
        code="X105",
        slug="long-names",
        severity=Severity.ERROR,
        title="a name is too long",
        help="shorten the name; a long form may stand in quotation marks after it",
        finds=f"A name of more than {DEFAULT.name} characters.",
        matters=_READABLE,
        example=SCHEME + "R" + "e" * DEFAULT.name + "nt means €2,400\n",
        instead=SCHEME + "Rent means €2,400\n",
    ),
    Code(
        code="X106",
        slug="long-quotations",
        severity=Severity.ERROR,
        title="a quotation is too long",
        help="quote the words that it takes to recognise the passage",
        finds=f"A quoted text of more than {DEFAULT.string:,} characters.",
        matters=_READABLE,
        instead="Quote the words that it takes to recognise the passage.",
    ),
    Code(
        code="X107",
        slug="long-numbers",
        severity=Severity.ERROR,
        title="a number has too many figures",
        help="round the number to figures that matter",
        finds=(
            f"A number written with more than {DEFAULT.digits} figures, or more than {DEFAULT.decimals} after the "
            "point."
        ),
        matters=_READABLE,
        example=SCHEME + "Share means 0." + "3" * (DEFAULT.decimals + 1) + "\n",
        instead=SCHEME + "Share means 1 / 3\n",
    ),
    Code(
        code="X108",
        slug="deep-nesting",
        severity=Severity.ERROR,
        title="expressions or blocks stand too deep in each other",
        help="give a part of it a name of its own",
        finds=f"More than {DEFAULT.nesting} levels of parentheses, of exceptions, or of provisions.",
        matters=_READABLE,
        example=SCHEME + "Rent means " + "(" * (DEFAULT.nesting + 1) + "€2,400" + ")" * (DEFAULT.nesting + 1) + "\n",
        instead=SCHEME + "Rent means €2,400\n",
    ),
    Code(
        code="X109",
        slug="long-chains",
        severity=Severity.ERROR,
        title="a chain of terms is too long",
        help="divide it, naming the parts",
        finds=f"More than {DEFAULT.chain:,} terms joined by the same word or sign, as in `A + B + C`.",
        matters=_READABLE,
        instead=_SPLIT,
    ),
    Code(
        code="X201",
        slug="many-provisions",
        severity=Severity.ERROR,
        title="too many provisions",
        help="leave out what has no bearing on the question",
        finds=f"A contract of more than {DEFAULT.provisions:,} provisions.",
        matters=_BOUNDED,
        instead="Leave out what has no bearing on the question, or raise the limit.",
    ),
    Code(
        code="X202",
        slug="many-rules",
        severity=Severity.ERROR,
        title="too many rules",
        help="a table, or a rule `for each` period, stands for many rules alike",
        finds=f"A contract of more than {DEFAULT.rules:,} rules.",
        matters=_BOUNDED,
        instead="A table, or a rule `for each` record or period, stands for many rules alike.",
    ),
    Code(
        code="X203",
        slug="many-amendments",
        severity=Severity.ERROR,
        title="too many amendments",
        help="restate the agreement as amended and go on from there",
        finds=f"A chain of more than {DEFAULT.amendments} instruments that change one agreement.",
        matters=_BOUNDED,
        instead="Restate the agreement as amended and go on from there.",
    ),
    Code(
        code="X204",
        slug="deep-dependencies",
        severity=Severity.ERROR,
        title="rules lean on each other in too long a row",
        help="a table, or a definition `for each` period, says the same at once",
        finds=f"A row of more than {DEFAULT.dependencies:,} rules of which each needs the next.",
        matters=_BOUNDED,
        instead="A table, or a definition `for each` period, says the same at once.",
    ),
    Code(
        code="X205",
        slug="many-entries",
        severity=Severity.ERROR,
        title="too many entries in a log",
        help="leave out what was logged after the day that is asked about",
        finds=f"A log of more than {DEFAULT.entries:,} entries.",
        matters=_BOUNDED,
        instead="Leave out what was logged after the day that is asked about, or raise the limit.",
    ),
    Code(
        code="X206",
        slug="long-evaluations",
        severity=Severity.ERROR,
        title="an evaluation takes too many steps",
        help="log the order of entries, and look for changes that reach far back",
        finds=f"An evaluation that is not done after {DEFAULT.steps:,} steps.",
        matters=_BOUNDED,
        instead=(
            "Days whose order is not known and changes that look back are the usual cause: log the order, or raise the"
            " limit."
        ),
    ),
    Code(
        code="X207",
        slug="many-orders",
        severity=Severity.ERROR,
        title="too many orders of one day's entries",
        help="state the order of the entries that matter",
        finds="Days whose order is not known that have more than 120 orders together.",
        matters="Every order is tried, so that what differs can be told; beyond this number that takes too long.",
        instead="State the order of the entries that matter, or put those that do not on a line each in a known order.",
    ),
    Code(
        code="X301",
        slug="numbers-out-of-range",
        severity=Severity.ERROR,
        title="a number is too large or too small",
        help="look at the figures that go into it",
        finds=f"A result beyond ten to the power of {DEFAULT.exponent}, or nearer to zero than its inverse.",
        matters=_BOUNDED,
        example=SCHEME + f"Growth means 10 ^ {DEFAULT.exponent + 1}\n",
        instead=SCHEME + "Growth means 10 ^ 6\n",
    ),
    Code(
        code="X302",
        slug="amounts-out-of-range",
        severity=Severity.ERROR,
        title="an amount of money is too large",
        help="look at the figures that go into it",
        finds=f"An amount of money beyond {DEFAULT.amount:,}, owed or owing.",
        matters="There is no such amount; a factor was taken twice, or a rate for a percentage.",
        example=SCHEME + f"Rent means €{DEFAULT.amount:,} + €1\n",
        instead=SCHEME + "Rent means €2,400\n",
    ),
    Code(
        code="X303",
        slug="dates-out-of-range",
        severity=Severity.ERROR,
        title="a date is too early or too late",
        help="look at the lengths of time that go into it",
        finds=f"A date before {DEFAULT.first_day} or after {DEFAULT.last_day}.",
        matters="Calendars are known for these years only, and a date outside them is mostly a slip of the pen.",
        example=SCHEME + "Start means 3031-05-01\n",
        instead=SCHEME + "Start means 2031-05-01\n",
    ),
)
"""The codes of this family."""
