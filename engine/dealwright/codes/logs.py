"""L: logs that say what the contract cannot hear. Nothing is converted by guess, and what is missing is unknown.

The examples are scenarios, since a scenario is a log inside a `.deal` file.
"""

from typing import Final

from dealwright.codes.code import LEASE, Code, Severity

_LOG: Final = (
    LEASE
    + "section 1\n    event Inspection with Passed: yes/no, Cost: money\n"
    + "    event Handover\n    input Heating: Gas / Heat Pump\n\n"
    + 'scenario "a year"\n'
)
_END: Final = "    as of 2031-12-31 expect\n        this agreement is in force\n"

TABLE: Final = (
    Code(
        code="L101",
        slug="unknown-events",
        severity=Severity.ERROR,
        title="an entry of something that the contract does not know",
        help="name what the contract declares; a log has no names of its own",
        finds="An entry whose event, input, party, norm or instrument no instrument of the contract declares.",
        matters="It would have no effect, and a misspelt event would look like one that never happened.",
        example=_LOG + "    2031-04-01 Handing Over\n" + _END,
        instead=_LOG + "    2031-04-01 Handover\n" + _END,
    ),
    Code(
        code="L102",
        slug="wrong-kinds-in-logs",
        severity=Severity.ERROR,
        title="a value of another kind than declared",
        help="write the value as the contract's declaration asks",
        finds=(
            "A value in a log that is not of the kind its declaration states: a text for a number, a number for a date;"
            " none where one is moved, or one for no year where there is one for each."
        ),
        matters="Nothing is converted: `1` is no yes, and `2031` is no day.",
        example=_LOG + "    2031-04-01 Inspection with Cost: 350\n" + _END,
        instead=_LOG + "    2031-04-01 Inspection with Passed, Cost: €350\n" + _END,
    ),
    Code(
        code="L103",
        slug="missing-attributes",
        severity=Severity.NOTE,
        title="an entry without an attribute",
        help="state it, if it is known; until then answers that rest on it are unknown",
        finds="An entry that leaves out an attribute which its event has.",
        matters="The attribute is unknown, never zero and never no; answers that need it say so.",
        example=_LOG + "    2031-04-01 Inspection with Passed\n" + _END,
        instead=_LOG + "    2031-04-01 Inspection with Passed, Cost: €350\n" + _END,
    ),
    Code(
        code="L104",
        slug="contradictory-entries",
        severity=Severity.ERROR,
        title="entries that contradict each other",
        help="keep one of them",
        finds="Two entries that cannot both be true, such as an input that is given and marked unknown.",
        matters="Which of them is true is not for the engine to guess.",
        example=_LOG + "    given Heating is Gas\n    Heating is unknown\n" + _END,
        instead=_LOG + "    given Heating is Gas\n    2031-05-01 Heating is Heat Pump\n" + _END,
    ),
    Code(
        code="L105",
        slug="entries-after-the-day-asked-about",
        severity=Severity.NOTE,
        title="an entry after the day that is asked about",
        help="ask as of a later day, if they are to count",
        finds="An entry dated later than the day as of which an answer is given.",
        matters="It is kept and has no part in the answer: nobody knew it on that day.",
        instead="Ask as of a later day, if the entry is to count.",
    ),
    Code(
        code="L106",
        slug="entries-before-the-agreement",
        severity=Severity.ERROR,
        title="an entry before the agreement existed",
        help="look at the date",
        finds="A payment, performance, signature or exercise dated before the agreement; events may well be older.",
        matters="Nothing could be owed or done under it yet; mostly the year is wrong.",
        example=_LOG.replace(
            "    event Handover\n",
            "    duty Rent Payment\n        Tenant must pay €5 to Landlord\n        on 2031-04-01\n",
            1,
        )
        + "    2021-04-01 Rent Payment paid €5\n"
        + _END,
        instead=_LOG.replace(
            "    event Handover\n",
            "    duty Rent Payment\n        Tenant must pay €5 to Landlord\n        on 2031-04-01\n",
            1,
        )
        + "    2031-04-01 Rent Payment paid €5\n"
        + _END.replace("in force", "closed"),
    ),
    Code(
        code="L107",
        slug="duplicate-keys",
        severity=Severity.ERROR,
        title="one thing said twice in one entry",
        help="say it once",
        finds="A key that a log file, or an attribute that an entry, states twice.",
        matters="One of the two would be dropped, and nobody could say which.",
        example=_LOG + "    2031-04-01 Inspection with Passed, Cost: €350, Cost: €360\n" + _END,
        instead=_LOG + "    2031-04-01 Inspection with Passed, Cost: €350\n" + _END,
    ),
    Code(
        code="L108",
        slug="unknown-attributes-in-logs",
        severity=Severity.ERROR,
        title="an attribute that the event does not have",
        help="name an attribute that the event declares, or declare it",
        finds="An attribute of an entry that the declaration of its event does not list.",
        matters="It would have no effect, and a misspelt one would look like one that is missing.",
        example=_LOG + "    2031-04-01 Inspection with Passed, Price: €350\n" + _END,
        instead=_LOG + "    2031-04-01 Inspection with Passed, Cost: €350\n" + _END,
    ),
    Code(
        code="L109",
        slug="unreadable-logs",
        severity=Severity.ERROR,
        title="a file that is no log",
        help='the language reference shows the form of a log, under "Scenarios and logs"',
        finds="A log file that is neither TOML nor JSON, or does not have the parts that a log has.",
        matters="A log is read whole or not at all.",
        instead="The language reference shows the form of a log; `deal new` writes one to start from.",
    ),
    Code(
        code="L110",
        slug="entries-out-of-order",
        severity=Severity.ERROR,
        title="an entry earlier than the one before it",
        help="put the entries in the order in which they happened",
        finds="An entry whose date lies before that of the entry above it, or that was recorded before its own date.",
        matters="The order of a log is the order in which things happened, and nothing is known before it happens.",
        example=_LOG + "    2031-05-01 Handover\n    2031-04-01 Inspection with Passed, Cost: €350\n" + _END,
        instead=_LOG + "    2031-04-01 Inspection with Passed, Cost: €350\n    2031-05-01 Handover\n" + _END,
    ),
    Code(
        code="L111",
        slug="values-out-of-bounds",
        severity=Severity.ERROR,
        title="a value outside the bounds of its declaration",
        help="look at the value, or at the bounds of the declaration",
        finds="A value that is less than the least, or more than the most, that its input or attribute may be.",
        matters="The rules were written for values within these bounds.",
        example=_LOG.replace("Gas / Heat Pump", "money at least €0") + "    given Heating is -€5\n" + _END,
        instead=_LOG.replace("Gas / Heat Pump", "money at least €0") + "    given Heating is €5\n" + _END,
    ),
    Code(
        code="L112",
        slug="acts-that-fit-several-duties",
        severity=Severity.WARNING,
        title="an act that may perform one duty or another",
        help="name the duty in the entry, as in `Rent for 2031-05 paid €2,400`",
        finds="A payment or other act that fits two duties equally, where it matters which of them it performs.",
        matters="The other duty would stay open, perhaps until it is breached.",
        instead="Name the duty in the entry: `Rent for 2031-05 paid €2,400`.",
    ),
    Code(
        code="L113",
        slug="entries-without-effect",
        severity=Severity.NOTE,
        title="an entry that changes nothing",
        help="read why it has no effect, and who else would have to act",
        finds="A recorded entry without effect: a waiver by one of two, a payment under a duty that never stood.",
        matters="Somebody thought that it did something, and may rely on it.",
        instead="Read why it has no effect, and who else would have to act.",
    ),
)
"""The codes of this family."""
