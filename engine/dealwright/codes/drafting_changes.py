"""D4: what amendments leave behind. D5: what is accepted."""

from typing import Final

from dealwright.codes.code import AMENDED, LEASE, SILENT, Code, Severity

_PAY = "    duty Rent\n        Tenant must pay €2,400 to Landlord\n"

_TWO = (
    "section 1\n    | The Tenant pays rent.\n    duty Rent\n        Tenant must pay €2,400 to Landlord\n        on 2031-04-01\n"
    "section 2\n    | The payment specified in Section 1 is made by wire.\n    no operative rule\n"
)

_MONEY = (
    LEASE
    + 'article 1 "Money"\n    section 1.1\n        | The Tenant pays rent.\n        duty Rent\n            Tenant must pay €2,400 to Landlord\n'
    + "            on 2031-08-01\n    section 1.2\n        | The Tenant pays a deposit.\n        duty Deposit\n            Tenant must pay €500 to Landlord\n"
    + '            on 2031-04-01\narticle 2 "Cap"\n    section 2.1\n        | No more is owed than each payment under Article 1.\n        no operative rule\n'
    + AMENDED
)

TABLE: Final = (
    Code(
        code="D401",
        slug="words-that-dangle",
        severity=Severity.WARNING,
        title="words that cite what an amendment took away",
        help="cite what took its place, or say how the citation is read: `read ... as ...`",
        finds=(
            "Words that cite a provision which was deleted, a clause by itself or in a run of them too, or a payment, "
            "condition or power that its provision has no more."
        ),
        matters="Read by the letter, what hangs on it never happens.",
        example=LEASE + _TWO + AMENDED + "section 1\n    delete section 1\n",
        instead=LEASE + _TWO + AMENDED + "section 1\n    delete sections 1 and 2\n",
    ),
    Code(
        code="D402",
        slug="what-can-never-come",
        severity=Severity.WARNING,
        title="words that hang on an empty heading",
        help="take the citation out, or cite what is left",
        finds="Words that cite an article or section of which an amendment left nothing but the heading.",
        matters="The case that the words provide for can never come any more.",
        instead="Delete the words that hang on it with the same amendment, or say what they now mean. `R207` tells of the heading itself.",
    ),
    Code(
        code="D403",
        slug="terms-left-unused",
        severity=Severity.NOTE,
        title="a term that an amendment left unused",
        help="delete the definition, or use the term",
        finds="A term that words or rules used and that none uses any more, not even by way of other terms.",
        matters="It may be left over, or the amendment took away more than was meant.",
        example=LEASE
        + "section 1\n    Rent Amount means €2,400\nsection 2\n    duty Rent\n        Tenant must pay Rent Amount to Landlord\n        on 2031-04-01\n"
        + AMENDED
        + "section 1\n    delete section 2\n",
        instead=LEASE
        + "section 1\n    Rent Amount means €2,400\nsection 2\n    duty Rent\n        Tenant must pay Rent Amount to Landlord\n        on 2031-04-01\n"
        + AMENDED
        + "section 1\n    delete sections 1 and 2\n",
    ),
    Code(
        code="D404",
        slug="exhibits-left-uncited",
        severity=Severity.NOTE,
        title="an exhibit that an amendment left uncited",
        help="delete the exhibit, or cite it",
        finds="An exhibit that words cited and that no words cite any more.",
        matters="Whether it is still part of what was agreed is open.",
        example=LEASE
        + "section 1\n    | The shop shown in Exhibit A is let.\n"
        + SILENT
        + "section 2\n    | It is clean.\n"
        + SILENT
        + "exhibit A\n    no operative rule\n"
        + AMENDED
        + "section 1\n    delete section 1\n",
        instead=LEASE
        + "section 1\n    | The shop shown in Exhibit A is let.\n"
        + SILENT
        + "section 2\n    | It is clean.\n"
        + SILENT
        + "exhibit A\n    no operative rule\n"
        + AMENDED
        + "section 1\n    delete section 1, exhibit A\n",
    ),
    Code(
        code="D405",
        slug="payments-moved-away",
        severity=Severity.WARNING,
        title="a payment moved out of what words cite",
        help="cite the payment where it stands now",
        finds="Words that cite a part of the text for its payments, one of which an amendment now holds elsewhere.",
        matters="A cap or a condition that reached the payment may not reach it any more.",
        example=_MONEY
        + "section 1\n    | The rent falls away and is paid later.\n    delete section 1.1\n    duty Rent\n"
        + "        Tenant must pay €2,500 to Landlord\n        on 2031-08-01\n        continuing Rent of section 1.1 of Bakery Lease\n",
        instead=_MONEY
        + "section 1\n    | Section 1.1 is replaced.\n    replace section 1.1\n        | The Tenant pays rent later.\n"
        + "        duty Rent\n            Tenant must pay €2,500 to Landlord\n            on 2031-08-01\n",
    ),
    Code(
        code="D406",
        slug="terms-of-the-amendment",
        severity=Severity.NOTE,
        title="a term that only an amendment defines",
        help="put the definition into the amended text",
        finds="A term in the amended text that is defined in the words of the amending instrument alone.",
        matters="Who reads the agreement as amended does not find it there.",
        example=LEASE
        + "section 1\n    | The shop is let.\n"
        + SILENT
        + AMENDED
        + 'section 1\n    | "Yard Rent" means EUR 50.\n'
        + SILENT
        + "section 2\n    | Section 1 of the Agreement is replaced.\n"
        + "    replace section 1\n        | The shop is let and the Yard Rent is paid.\n        no operative rule\n",
        instead=LEASE
        + "section 1\n    | The shop is let.\n"
        + SILENT
        + AMENDED
        + "section 1\n    | Section 1 of the Agreement is replaced.\n    replace section 1\n"
        + '        | The shop is let. "Yard Rent" means EUR 50. The Yard Rent is paid.\n        no operative rule\n',
    ),
    Code(
        code="D407",
        slug="headings-at-odds",
        severity=Severity.WARNING,
        title="an operation on another provision than the words name",
        help="look whether the words or the operation name the provision that is meant",
        finds="An amending provision whose heading or words cite one provision, while its operation changes another.",
        matters="Which of the two was meant is for the parties to say.",
        example=LEASE
        + "section 1\n    | The shop is let.\n"
        + SILENT
        + "section 2\n    | It is clean.\n"
        + SILENT
        + AMENDED
        + "section 1\n    | Section 1 of the Agreement is deleted.\n    delete section 2\n",
        instead=LEASE
        + "section 1\n    | The shop is let.\n"
        + SILENT
        + "section 2\n    | It is clean.\n"
        + SILENT
        + AMENDED
        + "section 1\n    | Section 2 of the Agreement is deleted.\n    delete section 2\n",
    ),
    Code(
        code="D408",
        slug="sums-that-nothing-moves",
        severity=Severity.WARNING,
        title="a sum that nothing moves any more",
        help="say where the sum goes when that case is lost",
        finds="A sum that a third party holds, where every duty that would move it has lost its case or leans on a reading.",
        matters="By the words alone it stays where it is for ever.",
        instead="Say with the amendment to whom it goes, and when.",
    ),
    Code(
        code="D409",
        slug="words-at-odds",
        severity=Severity.WARNING,
        title="an amending sentence that says another value than its operation",
        help="look which of the two the parties agreed on, and change the other; what was signed is accepted with `sic D409`",
        finds=(
            "A sentence of an amending instrument that states another amount, date, length of time or rate, another term, or "
            "another number of a new provision than the operation beside it carries out."
        ),
        matters="The words are what was signed, and the operation is what the text in force is made of.",
        example=LEASE
        + "section 1\n    | The Time is 20 days.\n    Time means 20 days\n"
        + AMENDED
        + "section 1\n    | The Time is changed from 20 days to 45 days.\n    change Time from 20 days to 30 days\n",
        instead=LEASE
        + "section 1\n    | The Time is 20 days.\n    Time means 20 days\n"
        + AMENDED
        + "section 1\n    | The Time is changed from 20 days to 45 days.\n    change Time from 20 days to 45 days\n",
    ),
    Code(
        code="D501",
        slug="idle-sic",
        severity=Severity.WARNING,
        title="a `sic` that accepts nothing",
        help="take the `sic` out, or let it name a finding that stands there",
        finds="A `sic` whose finding is not found where it stands, whose code cannot be accepted, or whose reading is not there.",
        matters="It says that something is accepted which is not there any more.",
        example=LEASE + "section 1\n    sic D301\n" + _PAY + "        on 2031-04-01\n",
        instead=LEASE + "section 1\n    sic D301\n" + _PAY,
    ),
)
"""The codes of this part."""
