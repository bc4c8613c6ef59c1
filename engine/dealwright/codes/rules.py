"""R: rules that cannot work together. R1 is about circles, R2 about what a rule leaves open, R4 about conflicts."""

from typing import Final

from dealwright.codes.code import LEASE, SCHEME, Code, Severity

TABLE: Final = (
    Code(
        code="R101",
        slug="circular-rules",
        severity=Severity.ERROR,
        title="rules that need each other",
        help="let one of them rest on facts, or on an earlier period",
        finds="A rule that, at one and the same moment, needs its own result; the way round is shown.",
        matters="There is no place to begin, so it has no result, or several.",
        example=SCHEME + "Rent means Deposit / 3\nDeposit means 3 * Rent\n",
        instead=SCHEME + "Rent means €2,400\nDeposit means 3 * Rent\n",
    ),
    Code(
        code="R102",
        slug="series-without-a-start",
        severity=Severity.ERROR,
        title="a series that never began",
        help="say where it begins: `for each year from 2031-01-01`, with a value for the first",
        finds="A definition that uses itself for an earlier period and states no first period.",
        matters="Each value would need one before it, without end.",
        example=SCHEME + "Index for each year means Index for the previous year * 102%\n",
        instead=SCHEME
        + "Index for each year from 2031-01-01 means\n    100 when the year is before 2032\n"
        + "    otherwise Index for the previous year * 102%\n",
    ),
    Code(
        code="R201",
        slug="business-days-without-a-calendar",
        severity=Severity.WARNING,
        title="business days of no calendar",
        help="name a calendar in the heading: `business days target`",
        finds="A rule that counts business days in a contract whose header names no calendar.",
        matters="Which days are holidays is then assumed, and every answer that leans on it says so.",
        example=LEASE
        + "section 1\n    duty Rent Payment\n        Tenant must pay €2,400 to Landlord\n"
        + "        on 5 business days after 2031-04-01\n",
        instead=LEASE.replace("EUR\n", "EUR\n    business days target\n")
        + "section 1\n    duty Rent Payment\n        Tenant must pay €2,400 to Landlord\n"
        + "        on 5 business days after 2031-04-01\n",
    ),
    Code(
        code="R202",
        slug="incomplete-norms",
        severity=Severity.ERROR,
        title="a norm that lacks a part",
        help="add the part that is missing",
        finds="A warranty that is made at no instant, or a scenario that expects nothing.",
        matters="Nothing could ever come of it.",
        example=LEASE
        + "section 1\n    warranty Title\n        Landlord warrants to Tenant\n"
        + '            (i) "it owns the premises"\n',
        instead=LEASE
        + "section 1\n    warranty Title\n        Landlord warrants to Tenant\n"
        + '            (i) "it owns the premises"\n'
        + "        made on 2031-03-01\n",
    ),
    Code(
        code="R203",
        slug="modifiers-that-do-not-fit",
        severity=Severity.ERROR,
        title="a line that says nothing about this norm",
        help="take the line out, or choose the norm that it belongs to",
        finds="A modifier that this sort of norm cannot have, or has already, such as interest on a permission.",
        matters="It would have no effect, though its author wanted one.",
        example=LEASE
        + 'section 1\n    permission Awning\n        Tenant may "put up an awning"\n        interest at 8% a year\n',
        instead=LEASE + 'section 1\n    permission Awning\n        Tenant may "put up an awning"\n',
    ),
    Code(
        code="R204",
        slug="duplicate-parts",
        severity=Severity.ERROR,
        title="a part that is there twice",
        help="keep one of them",
        finds="Two limbs with one label, two choices with one name, two rows with one key, a setting made twice.",
        matters="The one might say what the other does not.",
        example=SCHEME + "Fit means all of\n    (a) 1 > 0\n    (a) 2 > 1\n",
        instead=SCHEME + "Fit means all of\n    (a) 1 > 0\n    (b) 2 > 1\n",
    ),
    Code(
        code="R205",
        slug="unordered-tables",
        severity=Severity.ERROR,
        title="a table whose keys run both ways",
        help="use `above` and `from`, or `up to` and `below`, not both, in one table",
        finds="A table that mixes keys from below and keys from above, or keys that cannot be compared.",
        matters="Which row is nearest would depend on where one stands.",
        example=SCHEME + "Size means 3\nRate means by Size\n    above 2: 5%\n    below 4: 6%\n    otherwise: 0%\n",
        instead=SCHEME + "Size means 3\nRate means by Size\n    above 2: 5%\n    above 4: 6%\n    otherwise: 0%\n",
    ),
    Code(
        code="R206",
        slug="silent-provisions",
        severity=Severity.WARNING,
        title="a provision that nothing is said about",
        help='put the rule beside the words, or `no operative rule "why"`',
        finds="A provision whose words stand there without a rule beside them and without `no operative rule`.",
        matters="Nobody can tell whether it means nothing to the engine or was forgotten.",
        example="""agreement Lease
    dated 2031-03-01

section 1
    | The rent is EUR 2,400.
section 2
    Rent means €2,400
""",
        instead="""agreement Lease
    dated 2031-03-01

section 1
    | The rent is EUR 2,400.
    no operative rule "stated in section 2"
section 2
    Rent means €2,400
""",
    ),
    Code(
        code="R207",
        slug="emptied-provisions",
        severity=Severity.WARNING,
        title="a provision of which nothing is left",
        help="delete the provision, or say what is left of it",
        finds="A heading under which every provision was deleted, with the rules that hang on what stood there.",
        matters="A trigger such as a termination under it can never come any more, and nobody may have noticed.",
        example=LEASE
        + """article 3 "Ending"
    section 3.1
        power Break
            Tenant may terminate

amendment First Amendment
    dated 2031-06-01
    amends Bakery Lease

section 1
    delete section 3.1
""",
        instead=LEASE
        + """article 3 "Ending"
    section 3.1
        power Break
            Tenant may terminate

amendment First Amendment
    dated 2031-06-01
    amends Bakery Lease

section 1
    delete article 3
""",
    ),
    Code(
        code="R208",
        slug="properties-that-show-nothing",
        severity=Severity.WARNING,
        title="a property that no log meets",
        help="add a scenario whose log meets it, or try `deal test --effort 100`",
        finds="A property whose `when` holds at the end of no scenario at hand, or one without scenarios.",
        matters="It would count as holding, and nothing was tried.",
        example=LEASE
        + 'section 1\n    event Handover\n\nproperty "never twice"\n'
        + "    when Handover\n    always number of Handover <= 1\n",
        instead=LEASE
        + 'section 1\n    event Handover\n\nscenario "handed over"\n    2031-04-01 Handover\n'
        + "    as of 2031-04-02 expect\n        Handover\n\n"
        + 'property "never twice"\n    when Handover\n    always number of Handover <= 1\n',
    ),
    Code(
        code="R209",
        slug="properties-tried-on-few-logs",
        severity=Severity.NOTE,
        title="no logs were made up for a property",
        help="install `hypothesis`",
        finds="A property for which logs were to be made up, where the library that draws them is not installed.",
        matters="It was tried on the logs of the scenarios at hand only.",
        instead="Install `hypothesis`.",
    ),
    Code(
        code="R401",
        slug="conflicting-provisions",
        severity=Severity.ERROR,
        title="rules that say different things at once",
        help="put one exception below the other, or say in its condition when it does not apply",
        finds=(
            "Two exceptions, or two provisions, that hold at the same time with different results and no order between"
            " them."
        ),
        matters="Which of them holds is for the parties to say; it is never guessed.",
        example=SCHEME
        + "Size means 3\nRent means €2,400\n    except Small when Size < 4: €2,000\n"
        + "    except Big when Size > 2: €3,000\n",
        instead=SCHEME
        + "Size means 3\nRent means €2,400\n    except Small when Size < 4: €2,000\n"
        + "        except Big when Size > 2: €3,000\n",
    ),
)
"""The codes of this family."""
