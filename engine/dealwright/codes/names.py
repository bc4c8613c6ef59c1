"""N: names and citations. N1 is about those of the contract, N2 about names that others keep."""

from typing import Final

from dealwright.codes.code import LEASE, SCHEME, Code, Severity

TABLE: Final = (
    Code(
        code="N101",
        slug="unknown-terms",
        severity=Severity.ERROR,
        title="a term that nothing defines",
        help="define it, declare it, or look for it under another spelling: names are told apart by every letter",
        finds="A name that no definition, event, input, party or other declaration of the contract introduces.",
        matters="A capitalised word that is not defined means whatever its reader takes it to mean.",
        example=SCHEME + "Base Rent means €2,400\nDeposit means 3 * Basic Rent\n",
        instead=SCHEME + "Base Rent means €2,400\nDeposit means 3 * Base Rent\n",
    ),
    Code(
        code="N102",
        slug="duplicate-declarations",
        severity=Severity.ERROR,
        title="a term that is defined twice",
        help="give one of them another name, or take one out",
        finds="Two declarations of one name in one text; both places are shown.",
        matters="Which of the two holds is a question for a court; the later one does not win by itself.",
        example=SCHEME + "Rent means €2,400\nRent means €2,500\n",
        instead=SCHEME + "Rent means €2,400\nRaised Rent means €2,500\n",
    ),
    Code(
        code="N103",
        slug="unknown-addresses",
        severity=Severity.ERROR,
        title="a provision that does not exist",
        help=("look at the numbers in the text; a clause is named with what it stands in: `clause (a) of section 4.2`"),
        finds="A citation of an article, section, clause or sentence that the instrument never had.",
        matters="A rule that depends on a provision which is not there says nothing, or something else than meant.",
        example=LEASE + "section 1\n    power Break\n        Tenant may terminate\n        by notice under section 7\n",
        instead=LEASE + "section 1\n    power Break\n        Tenant may terminate\n        by notice\n",
    ),
    Code(
        code="N104",
        slug="dangling-citations",
        severity=Severity.WARNING,
        title="a citation of a provision that was deleted",
        help="cite what took its place, or say how the citation is read: `read ... as ...`",
        finds=(
            "A citation of something that an amendment took away, while the text that cites it still stands; a rule that "
            "asks about a duty, a power or another norm by name that is there no more and goes on in none."
        ),
        matters="What is cited then never happens: no, never and no amount. An answer that met it says so.",
        example=LEASE
        + "section 1\n    duty Rent Payment\n        Tenant must pay €2,400 to Landlord\n        on 2031-04-01\n\n"
        + "section 2\n    Late means the duty of section 1 is breached\n\n"
        + "amendment First Amendment\n    dated 2031-03-15\n"
        + "    amends Bakery Lease\n\nsection 1\n    delete section 1\n",
        instead=LEASE
        + "section 1\n    duty Rent Payment\n        Tenant must pay €2,400 to Landlord\n        on 2031-04-01\n\n"
        + "section 2\n    Late means the duty of section 1 is breached\n\n"
        + "amendment First Amendment\n    dated 2031-03-15\n    amends Bakery Lease\n\n"
        + "section 1\n    delete sections 1 and 2\n",
    ),
    Code(
        code="N105",
        slug="ambiguous-names",
        severity=Severity.ERROR,
        title="a name that may mean two things",
        help="say of what it is, as in `Cost of last Inspection`",
        finds="A name, or an attribute, that several declarations offer with equal right.",
        matters="The answer would depend on which of them is taken.",
        instead="Say of what it is: `Cost of last Inspection`.",
    ),
    Code(
        code="N106",
        slug="unknown-attributes",
        severity=Severity.ERROR,
        title="an attribute that the thing does not have",
        help="declare it with the event, or name one that the event has",
        finds="An attribute of an event or record that its declaration does not list.",
        matters="No log can ever give it, so the rule would never be settled.",
        example=LEASE
        + "section 1\n    event Inspection with Passed: yes/no\n    Repair Cost means Cost of last Inspection\n",
        instead=LEASE
        + "section 1\n    event Inspection with Passed: yes/no, Cost: money\n"
        + "    Repair Cost means Cost of last Inspection\n",
    ),
    Code(
        code="N107",
        slug="differing-declarations",
        severity=Severity.ERROR,
        title="two instruments declare one fact differently",
        help="declare it the same way in both, or under two names",
        finds="An event, input, record or party that two instruments of a contract declare with different contents.",
        matters="Logs may use the declarations of all instruments at any time, so there can be only one of each.",
        example=LEASE
        + "section 1\n    event Handover\n\namendment First Amendment\n"
        + "    dated 2031-06-01\n    amends Bakery Lease\n\n"
        + "section 1\n    event Handover with Keys: number\n",
        instead=LEASE
        + "section 1\n    event Handover\n\namendment First Amendment\n"
        + "    dated 2031-06-01\n    amends Bakery Lease\n\n"
        + "section 1\n    event Handing Back with Keys: number\n",
    ),
    Code(
        code="N108",
        slug="names-of-another-sort",
        severity=Severity.ERROR,
        title="a name of something else stands here",
        help="name a thing of the sort that is asked here",
        finds="A name that is known but of the wrong sort, such as an event where only a party can act.",
        matters="A duty of an event binds nobody.",
        example=LEASE
        + "section 1\n    event Handover\n    duty Rent Payment\n"
        + "        Handover must pay €2,400 to Landlord\n        on 2031-04-01\n",
        instead=LEASE
        + "section 1\n    event Handover\n    duty Rent Payment\n"
        + "        Tenant must pay €2,400 to Landlord\n        on 2031-04-01\n",
    ),
    Code(
        code="N109",
        slug="ambiguous-citations",
        severity=Severity.ERROR,
        title="a citation that fits several rules",
        help="name the rule itself: `Rent of section 3.4`",
        finds=(
            "`the duty of section 4` where section 4 has two, or none; likewise for conditions, powers and the others."
        ),
        matters="The answer would depend on which of them is taken.",
        example=LEASE
        + "section 1\n    duty Rent Payment\n        Tenant must pay €2,400 to Landlord\n        on 2031-04-01\n"
        + "    duty Deposit Payment\n        Tenant must pay €4,800 to Landlord\n        on 2031-04-01\n\n"
        + "section 2\n    Late means the duty of section 1 is breached\n",
        instead=LEASE
        + "section 1\n    duty Rent Payment\n        Tenant must pay €2,400 to Landlord\n        on 2031-04-01\n"
        + "    duty Deposit Payment\n        Tenant must pay €4,800 to Landlord\n        on 2031-04-01\n\n"
        + "section 2\n    Late means Rent Payment is breached\n",
    ),
    Code(
        code="N110",
        slug="duplicate-numbers",
        severity=Severity.ERROR,
        title="two provisions with one number",
        help="give one of them another number",
        finds="Two sections, clauses or sentences of one parent with the same number; both places are shown.",
        matters="A citation of that number would mean both, and an amendment of it either.",
        example=LEASE + "section 1\n    Rent means €2,400\n\nsection 1\n    Deposit means €4,800\n",
        instead=LEASE + "section 1\n    Rent means €2,400\n\nsection 2\n    Deposit means €4,800\n",
    ),
    Code(
        code="N111",
        slug="citations-read-by-a-reading",
        severity=Severity.NOTE,
        title="a citation that finds nothing by itself",
        help="take the reading into the text with the next amendment",
        finds="A citation of something that is no longer there, which a reading says how to read.",
        matters="Every answer under it leans on that reading; the text alone gives none.",
        instead="Take the reading into the text with the next amendment.",
    ),
    Code(
        code="N201",
        slug="unknown-calendars",
        severity=Severity.ERROR,
        title="a business-day calendar that the engine does not have",
        help=(
            "the calendars are `us-federal-reserve`, `us-federal`, `new-york`, `nyse`, `london`, "
            "`target` and `weekdays`"
        ),
        finds="A header that names a calendar which is not among those that ship with the engine.",
        matters="Business days counted by another calendar end on another day.",
        example=LEASE.replace("EUR\n", "EUR\n    business days moon-bank\n"),
        instead=LEASE.replace("EUR\n", "EUR\n    business days target\n"),
    ),
    Code(
        code="N202",
        slug="unknown-currencies",
        severity=Severity.ERROR,
        title="a currency that nobody issues",
        help="use the three letters of ISO 4217, such as EUR, USD or GBP",
        finds="A three-letter code that is not in ISO 4217.",
        matters="How many decimals an amount has comes from its currency.",
        example=SCHEME.replace("EUR", "EUX") + "Rent means 2,400\n",
        instead=SCHEME + "Rent means 2,400\n",
    ),
)
"""The codes of this family."""
