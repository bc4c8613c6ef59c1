"""S: the characters of a text, and its sentences as the language has them.

S1 is about characters, S2 about words, lines and layout, S3 about how numbers, amounts and dates are written.
"""

from typing import Final

from dealwright.codes.code import LEASE, SCHEME, Code, Severity

_ONE_WAY: Final = (
    "Two people, or a person and a program, may read it differently; "
    "where a figure decides who owes what, there is one way to write it."
)

_AMENDMENT: Final = (
    LEASE
    + """\
section 1
    Rent means €2,400

amendment First Amendment
    dated 2031-06-01
    amends Bakery Lease

"""
)
_READY: Final = LEASE + "section 1\n    Ready means all of\n        (a) any of\n            (i) yes\n"

TABLE: Final = (
    Code(
        code="S101",
        slug="text-that-is-not-utf-8",
        severity=Severity.ERROR,
        title="the text is not in UTF-8",
        help="save the file as UTF-8",
        finds="A file holds bytes that are no characters in UTF-8.",
        matters="In another encoding the same bytes are other words: a pound sign may turn into a letter.",
        instead="Save the file as UTF-8. Files in UTF-16 and in the older Windows encodings are the usual cause.",
    ),
    Code(
        code="S102",
        slug="control-characters",
        severity=Severity.ERROR,
        title="a control character",
        help="delete the character",
        finds=(
            "A character that stands for no sign: NUL, a form feed, an escape, a line separator and their like, "
            "anywhere in a text."
        ),
        matters="It cannot be seen, and what shows it may break the line, clear the screen or drop the rest.",
        example=SCHEME + "Rent means €2,400 # until\x0cfurther notice\n",
        instead=SCHEME + "Rent means €2,400 # until further notice\n",
    ),
    Code(
        code="S103",
        slug="bare-carriage-returns",
        severity=Severity.ERROR,
        title="a carriage return without a line feed",
        help="save the file with the line ends of one system",
        finds="A line that ends in a carriage return alone. Lines that end in both, as Windows writes them, are fine.",
        matters="Some programs show two lines there and some one, with the first half overwritten.",
        example=SCHEME + "Rent means €2,400\rDeposit means €4,800\n",
        instead=SCHEME + "Rent means €2,400\nDeposit means €4,800\n",
    ),
    Code(
        code="S104",
        slug="bidirectional-controls",
        severity=Severity.ERROR,
        title="a character that turns the direction of writing",
        help="delete the character; text runs from left to right",
        finds="One of the characters that reorder what stands beside them on the screen, anywhere in a text.",
        matters="What people read and sign is then not what is executed.",
        example=SCHEME + "Rent means €2,400 # \u202eyraropmet\n",
        instead=SCHEME + "Rent means €2,400 # temporary\n",
    ),
    Code(
        code="S105",
        slug="invisible-characters",
        severity=Severity.ERROR,
        title="a character without width",
        help="delete the character, or write a blank",
        finds="A zero-width space or joiner, a soft hyphen, a filler or a byte order mark inside a text.",
        matters="Two names that look the same, or a quotation and the words it quotes, would differ.",
        example=SCHEME + "Base\u200b Rent means €2,400\n",
        instead=SCHEME + "Base Rent means €2,400\n",
    ),
    Code(
        code="S106",
        slug="look-alike-letters",
        severity=Severity.ERROR,
        title="a letter that looks like another",
        help="type the letter of the Latin alphabet",
        finds=(
            "In a name, keyword or number, a letter or digit of another script that looks like a Latin letter or "
            "stands for a digit."
        ),
        matters="Two names that look the same on paper would be two different terms.",
        example=SCHEME + "R\u0435nt means €2,400\n",
        instead=SCHEME + "Rent means €2,400\n",
    ),
    Code(
        code="S107",
        slug="typographic-characters",
        severity=Severity.ERROR,
        title="a typographic character in a rule",
        help="type the plain character of the keyboard; the contract's own words behind `|` may keep it",
        finds=(
            "A smart quote, a dash, a non-breaking blank or a like character outside the contract's own words, where "
            "the language has a plain one."
        ),
        matters=(
            "Word processors put them in unasked. In the contract's words they are kept; in a rule they would be no "
            "quote, minus or blank."
        ),
        example=SCHEME + "Rent means €2,400 \u2013 €100\n",
        instead=SCHEME + "Rent means €2,400 - €100\n",
    ),
    Code(
        code="S108",
        slug="separate-accents",
        severity=Severity.ERROR,
        title="a letter and its accent as two characters",
        help="save the file in the composed form of Unicode (NFC)",
        finds="In a name, a letter followed by an accent of its own, where one character holds both.",
        matters="The same name written the usual way would be another term, and nobody could see it.",
        example=SCHEME + "Cafe\u0301 Rent means €2,400\n",
        instead=SCHEME + "Caf\u00e9 Rent means €2,400\n",
    ),
    Code(
        code="S201",
        slug="unexpected-words",
        severity=Severity.ERROR,
        title="a word that cannot stand here",
        help="the language reference shows each form with an example; `deal new` writes a file to start from",
        finds="A word or sign that no sentence of the language has at this place.",
        matters="What the rest of the line means can then only be guessed.",
        example=SCHEME + "Rent means €2,400 €100\n",
        instead=SCHEME + "Rent means €2,400 + €100\n",
    ),
    Code(
        code="S202",
        slug="unfinished-lines",
        severity=Severity.ERROR,
        title="a line that stops too early",
        help="say the rest on this line, or on lines that stand deeper below it",
        finds="A line that ends where the sentence needs another word.",
        matters="A rule that was not finished says less than its author meant.",
        example=SCHEME + "Rent means €2,400 +\n",
        instead=SCHEME + "Rent means €2,400 + €100\n",
    ),
    Code(
        code="S203",
        slug="open-quotation-marks",
        severity=Severity.ERROR,
        title="quotation marks that are not closed",
        help="close the quotation on its line; a quotation mark inside is written twice",
        finds="A quotation mark without its fellow on the same line; shown where it opens.",
        matters="All that follows would be quoted.",
        example=SCHEME + 'Rent "the monthly rent means €2,400\n',
        instead=SCHEME + 'Rent "the monthly rent" means €2,400\n',
    ),
    Code(
        code="S204",
        slug="open-parentheses",
        severity=Severity.ERROR,
        title="a parenthesis without its fellow",
        help="write the other parenthesis, or take this one out",
        finds=(
            "An opening parenthesis that is not closed before the next provision, or a closing one that was not opened."
        ),
        matters="What belongs together in a calculation decides its result.",
        example=SCHEME + "Rent means (€2,400 + €100\n",
        instead=SCHEME + "Rent means (€2,400 + €100)\n",
    ),
    Code(
        code="S205",
        slug="odd-indentation",
        severity=Severity.ERROR,
        title="a line that stands at no level",
        help="put the first word of the line under that of a line above: blanks say what belongs to what",
        finds="A line indented like none of the lines it could belong to.",
        matters="Indentation says to what a line belongs: to the exception above it, or to the rule.",
        example=LEASE + "section 1\n        Rent means €2,400\n    Deposit means €4,800\n",
        instead=LEASE + "section 1\n    Rent means €2,400\n    Deposit means €4,800\n",
    ),
    Code(
        code="S206",
        slug="misspelt-keywords",
        severity=Severity.ERROR,
        title="a word that is nearly one of the language",
        help="write the word as the language has it; names are capitalised",
        finds="A lower-case word that the language does not have, and that is close to one which could stand here.",
        matters="Lower-case words are the language, so a misspelt one is never taken for a name.",
        example=SCHEME + "Rent meens €2,400\n",
        instead=SCHEME + "Rent means €2,400\n",
    ),
    Code(
        code="S207",
        slug="names-side-by-side",
        severity=Severity.ERROR,
        title="a name where another word must stand first",
        help="put the word first that says what this is: `event`, `duty`, `condition`, or `means` after the name",
        finds=(
            "A name where none can stand, mostly because a keyword, a comma or a colon was left out, or a keyword was "
            "capitalised."
        ),
        matters="Capitalised words joined by blanks are one name, so two names side by side would become a third.",
        example=SCHEME + "Rent Means €2,400\n",
        instead=SCHEME + "Rent means €2,400\n",
    ),
    Code(
        code="S208",
        slug="empty-files",
        severity=Severity.ERROR,
        title="nothing stands in the file",
        help="begin with `agreement NAME`, or with `deal new`",
        finds="A file that is empty or holds only blank lines and comments.",
        matters=(
            "A contract without its instrument would be another contract; an empty file is mostly one that was not "
            "saved."
        ),
        example="# the lease goes here\n",
        instead=SCHEME + "Rent means €2,400\n",
    ),
    Code(
        code="S209",
        slug="words-not-supported-yet",
        severity=Severity.ERROR,
        title="a sentence that the engine cannot execute yet",
        help="say it with other words of the language, or leave it as the contract's own words",
        finds="A sentence of the language that can be read but for which there is no execution in this version.",
        matters="Leaving it out would change what the text means, so nothing is answered.",
        instead="Say it with other words of the language, or without rules, as the contract's own words.",
    ),
    Code(
        code="S210",
        slug="tabs-in-indentation",
        severity=Severity.ERROR,
        title="a tab before the first word of a line",
        help="use blanks",
        finds="A line that is indented by a tab.",
        matters="How far a tab indents depends on who looks at it, and indentation says to what a line belongs.",
        example=LEASE + "section 1\n\tRent means €2,400\n",
        instead=LEASE + "section 1\n    Rent means €2,400\n",
    ),
    Code(
        code="S211",
        slug="missing-lines",
        severity=Severity.ERROR,
        title="a line with nothing below it",
        help="put what belongs to it on lines that stand deeper below it",
        finds="A line that opens a block, such as a duty or a list of limbs, without any line indented below it.",
        matters="A duty that says nothing binds nobody.",
        example=LEASE + "section 1\n    duty Rent Payment\n",
        instead=LEASE
        + "section 1\n    duty Rent Payment\n        Tenant must pay €2,400 to Landlord\n        on 2031-04-01\n",
    ),
    Code(
        code="S212",
        slug="words-run-together",
        severity=Severity.ERROR,
        title="two words without a blank between them",
        help="put a blank between them",
        finds="A word or number directly followed by another.",
        matters="Where one ends and the next begins would be a guess.",
        example=SCHEME + "Rent means €2,400but at most €2,000\n",
        instead=SCHEME + "Rent means €2,400 but at most €2,000\n",
    ),
    Code(
        code="S213",
        slug="unknown-characters",
        severity=Severity.ERROR,
        title="a character that the language does not have",
        help="the language has letters, figures, plain quotation marks and the signs of reckoning",
        finds="A sign that begins no word, number or quotation of the language.",
        matters="What it stands for can only be guessed.",
        example=SCHEME + "Rent means €2,400 ; \n",
        instead=SCHEME + "Rent means €2,400\n",
    ),
    Code(
        code="S221",
        slug="misplaced-qualifiers",
        severity=Severity.ERROR,
        title="a line that qualifies what cannot be qualified",
        help="take the line out, or put it below what it qualifies",
        finds=(
            "An exception, a rank (`subject to`, `notwithstanding`) or a rounding below a single limb, an exception or "
            "a modifier, or a rounding below a condition."
        ),
        matters="A reader could take it for the whole rule, or for the limb alone.",
        example=_READY + "            rounded up to cents\n",
        instead=_READY,
    ),
    Code(
        code="S222",
        slug="unreachable-cases",
        severity=Severity.ERROR,
        title="a case that can never apply",
        help="put the case that always applies last",
        finds="A case without `when`, or an `otherwise`, before another case.",
        matters="The first case that holds decides, so those below it would say nothing.",
        example=SCHEME + "Rent means\n    otherwise €2,400\n    €1,200 when yes\n",
        instead=SCHEME + "Rent means\n    €1,200 when yes\n    otherwise €2,400\n",
    ),
    Code(
        code="S223",
        slug="norms-without-a-head",
        severity=Severity.ERROR,
        title="a norm that does not say once who does what",
        help="say once who does what, as in `Tenant must pay €5 to Landlord`",
        finds="A duty, prohibition, permission, power, effect or warranty without the line that says it, or with two.",
        matters="Nobody is bound by a time limit alone, and two heads under one name could be breached apart.",
        example=LEASE + "section 1\n    duty Rent Payment\n        on 2031-04-01\n",
        instead=LEASE
        + "section 1\n    duty Rent Payment\n        Tenant must pay €2,400 to Landlord\n        on 2031-04-01\n",
    ),
    Code(
        code="S224",
        slug="heads-that-do-not-fit",
        severity=Severity.ERROR,
        title="a norm whose line says another kind of norm",
        help=(
            "name the norm after what its line says: `must` of a duty, `must not` of a prohibition, "
            "`may` of a power or permission"
        ),
        finds="A duty that says `may`, a permission that says `must`, an effect that says who acts, and the like.",
        matters="What may be done and what must be done have different consequences.",
        example=LEASE
        + "section 1\n    duty Rent Payment\n        Tenant may pay €2,400 to Landlord\n        on 2031-04-01\n",
        instead=LEASE
        + "section 1\n    duty Rent Payment\n        Tenant must pay €2,400 to Landlord\n        on 2031-04-01\n",
    ),
    Code(
        code="S225",
        slug="deletions-with-matter",
        severity=Severity.ERROR,
        title="a deletion with something below it",
        help='a deletion has nothing below it but `expecting "..."`; to put other words there, `replace`',
        finds="An operation that deletes, with provisions or rules below it.",
        matters="It would be a guess whether they take the place of what is deleted or stand beside it.",
        example=_AMENDMENT + "section 1\n    delete section 1\n        Rent means €2,600\n",
        instead=_AMENDMENT + "section 1\n    replace section 1\n        Rent means €2,600\n",
    ),
    Code(
        code="S301",
        slug="numbers-in-other-forms",
        severity=Severity.ERROR,
        title="a number in a form that the language does not have",
        help="thousands are marked by commas or not at all, decimals by a point: `1,234.50`",
        finds=(
            "A number with an exponent (`1e5`), with underscores (`1_000`), without a figure before the point (`.5`), "
            "or with commas that do not mark thousands."
        ),
        matters=_ONE_WAY,
        example=SCHEME + "Share means .5\n",
        instead=SCHEME + "Share means 0.5\n",
    ),
    Code(
        code="S302",
        slug="dates-in-other-forms",
        severity=Severity.ERROR,
        title="a date in a form that the language does not have",
        help="a date is written as year, month and day: `2031-05-01`",
        finds="A date that is not written as year, month and day, as in `2031-05-01`.",
        matters=_ONE_WAY,
        example=SCHEME + "Start means 1/5/2031\n",
        instead=SCHEME + "Start means 2031-05-01\n",
    ),
    Code(
        code="S303",
        slug="dates-not-in-the-calendar",
        severity=Severity.ERROR,
        title="a day that no calendar has",
        help="look at a calendar: the month ends earlier, or the year has no such day",
        finds="A date, clock time or period that looks like one but does not exist, such as 30 February.",
        matters="A limit on a day that never comes would never run out.",
        example=SCHEME + "Start means 2031-02-30\n",
        instead=SCHEME + "Start means 2031-02-28\n",
    ),
    Code(
        code="S304",
        slug="amounts-in-other-forms",
        severity=Severity.ERROR,
        title="an amount of money in a form that the language does not have",
        help="an amount is a currency and a number: `€1,234.50`, `EUR 1,234.50`",
        finds=(
            "An amount whose currency stands after the number, is not a sign or a code that the language knows, or has"
            " more decimals than the currency."
        ),
        matters=_ONE_WAY,
        example=SCHEME + "Rent means 2,400 €\n",
        instead=SCHEME + "Rent means €2,400\n",
    ),
)
"""The codes of this family."""
