"""D2: citations, exhibits, lists, and who signs where and when."""

from typing import Final

from dealwright.codes.code import LEASE, SILENT, Code, Severity

TABLE: Final = (
    Code(
        code="D201",
        slug="citations-of-nothing",
        severity=Severity.WARNING,
        title="words that cite what is not there",
        help="look at the number; the document may be missing, or the citation wrong",
        finds="A section, article, exhibit or schedule that words cite and that the instrument never had.",
        matters="What the words hang on it hangs on nothing.",
        example=LEASE
        + "section 1\n    | The Tenant pays as Section 7 says.\n"
        + SILENT
        + "section 2\n    | The shop is clean.\n"
        + SILENT,
        instead=LEASE
        + "section 1\n    | The Tenant pays as Section 2 says.\n"
        + SILENT
        + "section 2\n    | The rent is EUR 5.\n"
        + SILENT,
    ),
    Code(
        code="D202",
        slug="obligations-that-are-not-there",
        severity=Severity.WARNING,
        title="an obligation cited where there is none",
        help="cite the provision that states the obligation, or state it there",
        finds="Words that speak of somebody's obligation under a provision whose rules have that one owe nothing.",
        matters="What was to hang on the obligation, a condition say, may reach nothing.",
        example=LEASE
        + "section 1\n    | The obligation of Landlord to hand over the shop pursuant to Section 2 ends.\n"
        + SILENT
        + 'section 2\n    effect Fixtures\n        "title to the fixtures" passes to Tenant\n        on 2031-04-01\n',
        instead=LEASE
        + "section 1\n    | The obligation of Landlord to hand over the shop pursuant to Section 2 ends.\n"
        + SILENT
        + 'section 2\n    duty Handing Over\n        Landlord must deliver "the shop" to Tenant\n        on 2031-04-01\n',
    ),
    Code(
        code="D203",
        slug="lists-without-items",
        severity=Severity.WARNING,
        title="a list that is announced and empty",
        help="add what was announced, or take the announcement out",
        finds="Words that announce what follows, where nothing follows.",
        matters="An exception without items excepts nothing; or items were lost.",
        example=LEASE + "section 1\n    | The shop is free of defects except for the following defects.\n" + SILENT,
        instead=LEASE
        + "section 1\n    | The shop is free of defects except for the following defects: a cracked window.\n"
        + SILENT,
    ),
    Code(
        code="D204",
        slug="numbers-left-out",
        severity=Severity.NOTE,
        title="a number left out",
        help="mark what was deleted, or number on",
        finds="Two neighbours between whose numbers one is missing, with no mark that it was deleted.",
        matters="A reader looks for what is not there, and wonders what it was.",
        example=LEASE + "section 1\n    Rent means €2,400\nsection 3\n    Deposit means €4,800\n",
        instead=LEASE + "section 1\n    Rent means €2,400\nsection 2\n    Deposit means €4,800\n",
    ),
    Code(
        code="D205",
        slug="exhibits-not-listed",
        severity=Severity.WARNING,
        title="an exhibit that the list of exhibits leaves out",
        help="add the exhibit to the list",
        finds="An exhibit that words cite and that the words which list the exhibits do not name.",
        matters="Under a clause that the listed exhibits are the agreement, the others may be no part of it.",
        example=LEASE
        + "section 1\n    | The shop is shown in Exhibit A and the yard in Exhibit B.\n"
        + SILENT
        + "section 2\n    | The following exhibits are attached: Exhibit A (a plan).\n"
        + SILENT
        + "exhibit A\n    no operative rule\nexhibit B\n    no operative rule\n",
        instead=LEASE
        + "section 1\n    | The shop is shown in Exhibit A and the yard in Exhibit B.\n"
        + SILENT
        + "section 2\n    | The following exhibits are attached: Exhibit A (a plan); Exhibit B (a plan).\n"
        + SILENT
        + "exhibit A\n    no operative rule\nexhibit B\n    no operative rule\n",
    ),
    Code(
        code="D206",
        slug="exhibits-never-cited",
        severity=Severity.NOTE,
        title="an exhibit that no words cite",
        help="cite the exhibit, or take it out",
        finds="An exhibit or schedule of the agreement that none of its words cite.",
        matters="Whether it is part of what was agreed is open.",
        example=LEASE + "section 1\n    | The shop is let.\n" + SILENT + "exhibit A\n    no operative rule\n",
        instead=LEASE
        + "section 1\n    | The shop shown in Exhibit A is let.\n"
        + SILENT
        + "exhibit A\n    no operative rule\n",
    ),
    Code(
        code="D207",
        slug="exhibits-of-another-name",
        severity=Severity.NOTE,
        title="an exhibit entitled with another term",
        help="let title and term say the same",
        finds="An exhibit that lists what a term means, and whose title names something else.",
        matters="The title may be taken to widen or narrow the term.",
        example=LEASE
        + 'section 1\n    | "Fixtures" means the things in Exhibit A. The Fixtures stay.\n'
        + SILENT
        + 'section 2\n    | Exhibit A (entitled "Shop Furniture") is attached.\n'
        + SILENT
        + "exhibit A\n    no operative rule\n",
        instead=LEASE
        + 'section 1\n    | "Fixtures" means the things in Exhibit A. The Fixtures stay.\n'
        + SILENT
        + 'section 2\n    | Exhibit A (entitled "Fixtures") is attached.\n'
        + SILENT
        + "exhibit A\n    no operative rule\n",
    ),
    Code(
        code="D208",
        slug="exhibits-with-one-label",
        severity=Severity.NOTE,
        title="an exhibit of another document under the label of one of ours",
        help="say of which document the exhibit is one",
        finds="A citation of an exhibit to some other document whose label an exhibit of this instrument has too.",
        matters="A hurried reader, or a link, goes to the wrong one.",
        example=LEASE
        + "section 1\n    | The plan is Exhibit A to the Bank's letter of May 1. The shop is shown in Exhibit A.\n"
        + SILENT
        + "exhibit A\n    no operative rule\n",
        instead=LEASE
        + "section 1\n    | The plan is Exhibit Q to the Bank's letter of May 1. The shop is shown in Exhibit A.\n"
        + SILENT
        + "exhibit A\n    no operative rule\n",
    ),
    Code(
        code="D209",
        slug="names-where-they-sign",
        severity=Severity.NOTE,
        title="a name or office that differs where it is signed",
        help="write the name as it stands at the head of the contract, and the office to which notices go",
        finds="A signature block whose name is not the party's full name, or that shows no office where notices go to one.",
        matters="Who signed, and whether he could, has to be proved by other means.",
        example=LEASE.replace("party Landlord", 'party Landlord "Old Quay, Inc."')
        + "section 1\n    | The shop is let.\n"
        + SILENT
        + "signatures\n    | Old Quay\n    | J. Doe, President, 1 March 2031\n"
        + SILENT,
        instead=LEASE.replace("party Landlord", 'party Landlord "Old Quay, Inc."')
        + "section 1\n    | The shop is let.\n"
        + SILENT
        + "signatures\n    | Old Quay, Inc.\n    | J. Doe, President, 1 March 2031\n"
        + SILENT,
    ),
    Code(
        code="D210",
        slug="signatures-without-a-day",
        severity=Severity.NOTE,
        title="signatures that bear no day",
        help="date the signature",
        finds="A signature block that says `as of` a day and bears no day of its own.",
        matters="When the instrument was signed, and so when it took effect, has to be inferred.",
        example=LEASE
        + "section 1\n    | The shop is let.\n"
        + SILENT
        + "signatures\n    | Signed as of the date above.\n"
        + SILENT,
        instead=LEASE
        + "section 1\n    | The shop is let.\n"
        + SILENT
        + "signatures\n    | Signed as of the date above, on March 1, 2031.\n"
        + SILENT,
    ),
    Code(
        code="D211",
        slug="addresses-that-differ",
        severity=Severity.WARNING,
        title="one street in two towns",
        help="look which of the two is right",
        finds="One street address that words give two towns or two postal codes; both places are shown.",
        matters="A notice sent to the wrong one may never be served.",
        example=LEASE
        + "section 1\n    | The shop is at 12 Quay Street, Salem, Ohio 44460.\n"
        + SILENT
        + "section 2\n    | Notices go to 12 Quay Street, Salem, Ohio 44640.\n"
        + SILENT,
        instead=LEASE
        + "section 1\n    | The shop is at 12 Quay Street, Salem, Ohio 44460.\n"
        + SILENT
        + "section 2\n    | Notices go to 12 Quay Street, Salem, Ohio 44460.\n"
        + SILENT,
    ),
    Code(
        code="D212",
        slug="dates-that-differ",
        severity=Severity.WARNING,
        title="an instrument that words date otherwise",
        help="let words and heading bear one date",
        finds="Words that give an instrument another date than it bears.",
        matters="It may be taken for another instrument.",
        example=LEASE + "preamble\n    | This lease is dated March 2, 2031.\n" + SILENT,
        instead=LEASE + "preamble\n    | This lease is dated March 1, 2031.\n" + SILENT,
    ),
    Code(
        code="D213",
        slug="exhibits-not-at-hand",
        severity=Severity.NOTE,
        title="a cited exhibit that is not at hand",
        finds="Words that cite an exhibit or schedule which is marked `absent`, told once for each.",
        matters="Who has the contract alone cannot say what it holds.",
        help="attach it, or say where it is kept",
        example=LEASE + "section 1\n    | The shop shown in Exhibit A is let.\n" + SILENT + "exhibit A\n    absent\n",
        instead=LEASE
        + "section 1\n    | The shop shown in Exhibit A is let.\n"
        + SILENT
        + "exhibit A\n    | The shop and the yard.\n"
        + SILENT,
    ),
)
"""The codes of this part."""
