"""What a diagnostic code is: the name of one kind of mistake, and the page that explains it.

A code is given once and never used for anything else, so that people can look it up, filter by it and link to it
for years. Its slug reads after the word "allow", as in "allow `conflicting-provisions`". The page says what the
check finds, why it matters, and shows a text that has the mistake beside the same text without it.
"""

import enum

from attrs import frozen


class Severity(enum.Enum):
    """How much a diagnostic weighs."""

    ERROR = "error"
    """The text cannot be used as it stands."""

    WARNING = "warning"
    """It can, but probably does not say what its author means."""

    NOTE = "note"
    """Something worth knowing."""


@frozen(kw_only=True)
class Code:
    """One kind of mistake.

    Attributes:
        code: The letter of the family and three digits, as in `R401`.
        slug: The name that reads after "allow".
        severity: How much it weighs.
        title: What is wrong, in a few words.
        help: What mends most of them, for diagnostics that know nothing better.
        finds: What the check finds, in whole sentences.
        matters: Why that matters to the people who are bound by the text.
        example: A `.deal` text that has this mistake and no other; empty where no text can show it.
        instead: The same text without the mistake, or advice where there is no example.
    """

    code: str
    slug: str
    severity: Severity
    title: str
    help: str = ""
    finds: str
    matters: str
    example: str = ""
    instead: str = ""

    @property
    def family(self) -> str:
        """The letter of the family."""
        return self.code[0]


SCHEME = """\
rules Rent Scheme
    currency EUR

"""
"""The head of the examples that need no parties."""

LEASE = """\
agreement Bakery Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

"""
"""The head of the examples that do."""

SILENT = "    no operative rule\n"
"""The last line of a provision that has words and no rule."""

AMENDED = "\namendment First Amendment\n    dated 2031-06-01\n    amends Bakery Lease\n\n"
"""The head of an amendment of the lease."""
