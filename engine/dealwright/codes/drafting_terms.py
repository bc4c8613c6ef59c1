"""D1: terms, and the words themselves."""

from typing import Final

from dealwright.codes.code import LEASE, SILENT, Code, Severity

TABLE: Final = (
    Code(
        code="D101",
        slug="undefined-capitalised-terms",
        severity=Severity.WARNING,
        title="capitalised words that nothing defines",
        help="define the term, or write it with small letters",
        finds="Capitalised words in the contract's own words that look like a term, and that neither words nor rules define.",
        matters="They mean whatever each reader takes them to mean; one word of a defined term changed may be a slip.",
        example=LEASE
        + 'section 1\n    | "Base Rent" means EUR 2,400. The Basic Rent is paid in advance. The Base Rent is fixed.\n'
        + SILENT,
        instead=LEASE + 'section 1\n    | "Base Rent" means EUR 2,400. The Base Rent is paid in advance.\n' + SILENT,
    ),
    Code(
        code="D102",
        slug="terms-of-absent-documents",
        severity=Severity.WARNING,
        title="a term whose meaning is in a document that is not at hand",
        help="load the document, or put the meaning into the contract",
        finds="A term that words define by an exhibit or schedule which is marked `absent`.",
        matters="Nobody who has the contract alone can say what is meant.",
        example=LEASE
        + 'section 1\n    | "Fixtures" means the things listed in Exhibit A. The Fixtures stay.\n'
        + SILENT
        + "exhibit A\n    absent\n",
        instead=LEASE + 'section 1\n    | "Fixtures" means the shelves and the oven. The Fixtures stay.\n' + SILENT,
    ),
    Code(
        code="D103",
        slug="terms-defined-twice-in-words",
        severity=Severity.WARNING,
        title="a term that words define twice",
        help="keep one of the definitions",
        finds="A term that the words of one instrument define in two places; both are shown.",
        matters="Where the two differ, either may be held to be meant.",
        example=LEASE
        + 'section 1\n    | "Premises" means the shop. The Premises are clean.\n'
        + SILENT
        + 'section 2\n    | "Premises" means the shop and the yard.\n'
        + SILENT,
        instead=LEASE + 'section 1\n    | "Premises" means the shop and the yard. The Premises are clean.\n' + SILENT,
    ),
    Code(
        code="D104",
        slug="unused-definitions",
        severity=Severity.NOTE,
        title="a term that no words use",
        help="use the term, or delete its definition",
        finds="A term that words define and use nowhere, or only in the definitions of terms that are not used either.",
        matters="It may be left over, or another word stands where it was meant.",
        example=LEASE + 'section 1\n    | "Premises" means the shop in Quay Street.\n' + SILENT,
        instead=LEASE + 'section 1\n    | "Premises" means the shop in Quay Street. The Premises are clean.\n' + SILENT,
    ),
    Code(
        code="D105",
        slug="case-variants",
        severity=Severity.NOTE,
        title="a term written with a small letter",
        help="write the term with capital letters, or use another word where it is not meant",
        finds="A defined term, or a phrase used as one, that is written with small letters.",
        matters="Whether the defined thing is meant, or any such thing, is open.",
        example=LEASE
        + 'section 1\n    | "Service Charge" means EUR 50. The service charge is paid in advance; the Service Charge is fixed.\n'
        + SILENT,
        instead=LEASE
        + 'section 1\n    | "Service Charge" means EUR 50. The Service Charge is paid in advance.\n'
        + SILENT,
    ),
    Code(
        code="D106",
        slug="slips-of-the-pen",
        severity=Severity.NOTE,
        title="a slip of the pen",
        help="look at the words as they were signed",
        finds="Two prepositions in a row, a word twice, a full stop or a blank left out, one word for another.",
        matters="It is mostly harmless; read by an opponent it is not always.",
        example=LEASE + "section 1\n    | The shop is let as shown in of the plan.\n" + SILENT,
        instead=LEASE + "section 1\n    | The shop is let as shown in the plan.\n" + SILENT,
    ),
    Code(
        code="D107",
        slug="standards-for-people",
        severity=Severity.NOTE,
        title="standards that people have to judge",
        help="define what the words measure, or put the question to people in the log",
        finds="Words such as `good faith` or `commercially reasonable` that no definition measures.",
        matters="No rule can decide them: a log has to say how they were judged.",
        example=LEASE + "section 1\n    | The Tenant acts in good faith.\n" + SILENT,
        instead=LEASE + "section 1\n    | The Tenant answers every letter within ten days.\n" + SILENT,
    ),
    Code(
        code="D108",
        slug="terms-before-their-definition",
        severity=Severity.NOTE,
        title="a term used before it is defined",
        help="define the term before it is used, or say where it is defined",
        finds="A term that an earlier article or section of the instrument uses than the one that defines it.",
        matters="Who reads from the beginning takes it for something else, or for a slip.",
        example=LEASE
        + "section 1\n    | The Service Charge is paid in advance.\n"
        + SILENT
        + 'section 2\n    | "Service Charge" means EUR 50.\n'
        + SILENT,
        instead=LEASE
        + 'section 1\n    | "Service Charge" means EUR 50.\n'
        + SILENT
        + "section 2\n    | The Service Charge is paid in advance.\n"
        + SILENT,
    ),
    Code(
        code="D109",
        slug="definitions-in-a-circle",
        severity=Severity.NOTE,
        title="a definition that leads back to itself",
        help="define the term by what does not use it",
        finds="A term defined by what happens under a provision whose words use the term.",
        matters="It may be meant to grow step by step; where it is not, it has no beginning.",
        example=LEASE
        + 'section 1\n    | "Occupant" means the Tenant and anyone to whom the shop is handed under Section 2.\n'
        + SILENT
        + "section 2\n    | The shop may be handed on by an Occupant.\n"
        + SILENT,
        instead=LEASE
        + 'section 1\n    | "Occupant" means the Tenant and anyone to whom the shop is handed under Section 2.\n'
        + SILENT
        + "section 2\n    | The shop may be handed on by the Tenant.\n"
        + SILENT
        + "section 3\n    | An Occupant keeps the shop clean.\n"
        + SILENT,
    ),
    Code(
        code="D110",
        slug="shorter-lists",
        severity=Severity.NOTE,
        title="a list shorter than the definition it speaks of",
        help="name all members, or say that the others are meant to be left out",
        finds="Words about a definition that name some of its members and leave out others.",
        matters="The members left out may be taken not to be meant.",
        example=LEASE
        + 'section 1\n    | "Fixtures" means shelves, ovens, lamps, sinks, and doors.\n'
        + SILENT
        + "section 2\n    | If an oven, lamp, or sink is left out of the definition of Fixtures it is added.\n"
        + SILENT,
        instead=LEASE
        + 'section 1\n    | "Fixtures" means shelves, ovens, lamps, sinks, and doors.\n'
        + SILENT
        + "section 2\n    | If a thing is left out of the definition of Fixtures it is added.\n"
        + SILENT,
    ),
)
"""The codes of this part."""
