"""A: operations of one instrument on another. Each diagnostic names the operation, the instrument and the target.

An instrument applies whole or not at all: with any error of this family the text that it amends stays as it was.
"""

from typing import Final

from dealwright.codes.code import LEASE, Code, Severity

_BASE: Final = LEASE + "section 1\n    | The rent is EUR 2,400, payable within thirty days.\n    Rent means €2,400\n\n"
_FIRST: Final = "amendment First Amendment\n    dated 2031-06-01\n    amends Bakery Lease\n\n"
_SECOND: Final = "amendment Second Amendment\n    dated 2031-06-01\n    amends Bakery Lease\n\n"
_START: Final = _BASE + _FIRST
_CITING: Final = _BASE + "section 2\n    | Whoever pays late under Section 1 pays a fee.\n    no operative rule\n\n"
_LISTED: Final = (
    LEASE
    + "section 1\n    clause (a)\n        | the shop; and\n        no operative rule\n"
    + "    clause (b)\n        | the cellar.\n        no operative rule\n\n"
)
_THIRD: Final = (
    "section 1\n    insert after clause (b) of section 1\n"
    "        clause (c)\n            | the garden.\n            no operative rule\n"
)
_LIVE: Final = LEASE + "section 1\n    duty Fee\n        Tenant must pay €100 to Landlord\n        on 2031-05-01\n\n"
_HEIR: Final = (
    "section 2\n    delete section 1\n    duty Charge\n        Tenant must pay €120 to Landlord\n"
    "        on 2031-06-01\n        continuing Fee\n"
)

TABLE: Final = (
    Code(
        code="A101",
        slug="unknown-targets",
        severity=Severity.ERROR,
        title="an operation on something that is not there",
        help="look at the text as it stands with `deal show`; an address is read from the instrument down",
        finds="An operation whose target the amended text never had.",
        matters="The change that its parties agreed on would not happen, and nobody would notice.",
        example=_START + "section 1\n    delete section 9\n",
        instead=_START + "section 1\n    delete section 1\n",
    ),
    Code(
        code="A102",
        slug="deleted-targets",
        severity=Severity.ERROR,
        title="an operation on something already deleted",
        help=("take the operation out, or aim it at what took that place; `deal show` prints the text as it stands"),
        finds="An operation whose target an earlier operation took away; both are shown.",
        matters="Numbers and sentences keep their places after a deletion, so there is nothing left to change.",
        example=_START + "section 1\n    delete section 1\n\nsection 2\n    change Rent from €2,400 to €2,600\n",
        instead=_START + "section 1\n    change Rent from €2,400 to €2,600\n",
    ),
    Code(
        code="A103",
        slug="guards-that-do-not-match",
        severity=Severity.ERROR,
        title="the amended text is not what the amendment expects",
        help="quote the amended text as it stands; `deal show` prints it",
        finds="Words after `expecting`, or a value after `from`, that the target does not have.",
        matters="The instrument was written for another version of the text.",
        example=_START + "section 1\n    change Rent from €2,500 to €2,600\n",
        instead=_START + "section 1\n    change Rent from €2,400 to €2,600\n",
    ),
    Code(
        code="A104",
        slug="rival-operations",
        severity=Severity.ERROR,
        title="two instruments of equal rank whose order would count",
        help="say in one of them that it prevails over the other, or let the later amend the earlier",
        finds=(
            "Two instruments of one rank, neither of which goes before the other, that give another text if they are put "
            "in the other way round, by whatever operations; or of which only one order can be carried out."
        ),
        matters="What the parties agreed would depend on which of them is read first.",
        example=_START
        + "section 1\n    change Rent from €2,400 to €2,600\n\n"
        + _SECOND
        + "section 1\n    change Rent from €2,400 to €2,700\n",
        instead=_START
        + "section 1\n    change Rent from €2,400 to €2,600\n\n"
        + _SECOND.replace("2031-06-01", "2031-07-01")
        + "section 1\n    change Rent from €2,600 to €2,700\n",
    ),
    Code(
        code="A105",
        slug="amendments-of-another-agreement",
        severity=Severity.ERROR,
        title="an amendment of an agreement that is not at hand",
        help="name the file of the agreement too",
        finds="An instrument that amends something else than the agreement it was loaded with.",
        matters="Its section numbers would be applied to the wrong contract.",
        example=_BASE + _FIRST.replace("Bakery Lease", "Mill Lease") + "section 1\n    delete section 1\n",
        instead=_START + "section 1\n    delete section 1\n",
    ),
    Code(
        code="A106",
        slug="amendments-applied-twice",
        severity=Severity.ERROR,
        title="an instrument that is there twice",
        help="name each file once, or give one of the instruments another name",
        finds="Two instruments with one name in one contract, mostly the same file given twice.",
        matters="A change made twice is another change: an insertion would double, a replacement find nothing.",
        example=_START
        + "section 1\n    change Rent from €2,400 to €2,600\n\n"
        + _FIRST
        + "section 1\n    change Rent from €2,400 to €2,600\n",
        instead=_START + "section 1\n    change Rent from €2,400 to €2,600\n",
    ),
    Code(
        code="A107",
        slug="ambiguous-targets",
        severity=Severity.ERROR,
        title="an operation that may mean several things",
        help="name the provision from the instrument down, as in `clause (a) of section 4.2`",
        finds="A target of which there are several.",
        matters="The parties agreed on one change, and the text does not say which.",
        instead="Name the provision from the instrument down, as in `clause (a) of section 4.2`.",
    ),
    Code(
        code="A108",
        slug="occupied-numbers",
        severity=Severity.ERROR,
        title="a number that is taken",
        help="use a number that is free, such as `3A`",
        finds=(
            "An insertion or renumbering that would give a second provision a number which one has, or had before its "
            "deletion."
        ),
        matters="Every citation of the number would change its meaning.",
        example=_START + "section 1\n    insert after section 1\n        section 1\n            Deposit means €4,800\n",
        instead=_START
        + "section 1\n    insert after section 1\n        section 1A\n            Deposit means €4,800\n",
    ),
    Code(
        code="A109",
        slug="words-not-found",
        severity=Severity.ERROR,
        title="words that are not there, or not so often",
        help="quote the words as they stand there, and say how often: `once`, `2 times`, `everywhere`",
        finds="Words to be replaced or deleted that the target does not have as many times as the operation says.",
        matters="The instrument was written for another version of the text.",
        example=_START
        + 'section 1\n    replace words "sixty days" with "45 days" in section 1 once\n'
        + "        no rule depends on them\n",
        instead=_START
        + 'section 1\n    replace words "thirty days" with "45 days" in section 1 once\n'
        + "        no rule depends on them\n",
    ),
    Code(
        code="A110",
        slug="words-changed-alone",
        severity=Severity.ERROR,
        title="words change and the rules beside them do not",
        help="say below it `changing V to W`, or `no rule depends on them`",
        finds=(
            "An operation on the words of a provision that has rules, which neither changes these nor says that none "
            "depends on the words; unless it changes values only and the rules state just these."
        ),
        matters="From then on the contract says one thing and the engine does another.",
        example=_START + 'section 1\n    replace words "thirty days" with "45 days" in section 1 once\n',
        instead=_START
        + 'section 1\n    replace words "thirty days" with "45 days" in section 1 once\n'
        + "        no rule depends on them\n",
    ),
    Code(
        code="A111",
        slug="circular-amendments",
        severity=Severity.ERROR,
        title="instruments that amend each other",
        help="an amendment amends what was there before it",
        finds="A chain of instruments that leads back to where it began; the way round is shown.",
        matters="None of them could be applied first.",
        example=_BASE
        + _FIRST.replace("Bakery Lease", "Second Amendment")
        + "section 1\n    Fee means €5\n\n"
        + _SECOND.replace("Bakery Lease", "First Amendment")
        + "section 1\n    Charge means €6\n",
        instead=_START + "section 1\n    Fee means €5\n\n" + _SECOND + "section 2\n    Charge means €6\n",
    ),
    Code(
        code="A112",
        slug="operations-out-of-place",
        severity=Severity.ERROR,
        title="an operation where there is nothing to amend",
        help="put operations into an amendment with `amends NAME`",
        finds="An operation on the text in an instrument that amends none.",
        matters="Only an amendment, a waiver or an order changes another text.",
        example=_BASE + "section 2\n    delete section 1\n",
        instead=_BASE + _FIRST + "section 2\n    delete section 1\n",
    ),
    Code(
        code="A113",
        slug="operations-carried-out-already",
        severity=Severity.ERROR,
        title="an operation of an instrument whose changes are in the text",
        help="take the operation out, or the line `in effect`",
        finds="An operation on the text in an instrument that is `in effect` and whose changes the text shows.",
        matters="It would be carried out twice, or not at all.",
        example=_BASE
        + "amendment First Amendment\n    amends Bakery Lease\n    in effect since 2031-06-01\n\n"
        + "section 2\n    delete section 1\n",
        instead=_BASE + _FIRST + "section 2\n    delete section 1\n",
    ),
    Code(
        code="A114",
        slug="marks-of-what-is-gone",
        severity=Severity.ERROR,
        title="a mark of what is gone, where it cannot be",
        help="write it once, first in the provision that is gone, and no rule beside it",
        finds="`deleted`, `superseded` or `severed` outside of a provision, twice in one, or beside a rule.",
        matters="Nobody could say what is gone, or whether the rule counts.",
        example=LEASE + "section 1\n    deleted\n    Rent means €2,400\n",
        instead=LEASE + "section 1\n    deleted\n",
    ),
    Code(
        code="A120",
        slug="unplaced-insertions",
        severity=Severity.WARNING,
        title="an insertion that does not say where",
        help="say where: `insert after`, `insert before` or `insert at the end of`",
        finds="`insert in` a provision, of something that no order of numbers or letters gives a place.",
        matters="It stands at the end, which the parties may not have meant.",
        example=_START
        + 'section 1\n    insert in section 1\n        | It is paid by transfer.\n        no operative rule "how it is paid"\n',
        instead=_START
        + "section 1\n    insert at the end of section 1\n        | It is paid by transfer.\n"
        + '        no operative rule "how it is paid"\n',
    ),
    Code(
        code="A121",
        slug="words-left-behind",
        severity=Severity.WARNING,
        title="words that cite what has another number now",
        help="change the words that cite it too, or renumber nothing",
        finds="Words that cite a provision which an instrument renumbers, and that it leaves as they are.",
        matters="The words would send their reader to another provision, or to nothing.",
        example=_CITING + _FIRST + "section 1\n    renumber section 1 as section 5\n",
        instead=_CITING + _FIRST + "section 1\n    renumber section 1 as section 5\n        words follow\n",
    ),
    Code(
        code="A122",
        slug="words-and-rules-apart",
        severity=Severity.ERROR,
        title="words and rules changed to different values",
        help="let words and rules change to one value",
        finds="A change of words from one value to another, with `changing` from the same value to a third one.",
        matters="From then on the contract says one thing and the engine does another.",
        example=_START
        + 'section 1\n    replace words "EUR 2,400" with "EUR 2,600" in section 1 once\n'
        + "        changing €2,400 to €2,700\n",
        instead=_START
        + 'section 1\n    replace words "EUR 2,400" with "EUR 2,600" in section 1 once\n'
        + "        changing €2,400 to €2,600\n",
    ),
    Code(
        code="A123",
        slug="rules-that-do-depend",
        severity=Severity.WARNING,
        title="a rule states the value that is said not to matter",
        help="say `changing V to W`",
        finds="`no rule depends on them` below a change of a value that a rule beside the words states too.",
        matters="Words and rule said the same before and differ now.",
        example=_START
        + 'section 1\n    replace words "EUR 2,400" with "EUR 2,600" in section 1 once\n'
        + "        no rule depends on them\n",
        instead=_START + 'section 1\n    replace words "EUR 2,400" with "EUR 2,600" in section 1 once\n',
    ),
    Code(
        code="A124",
        slug="rules-changed-alone",
        severity=Severity.WARNING,
        title="rules change and the words beside them do not",
        help="change the words beside the rules too",
        finds="An operation on the rules or the value of a provision that has words, which leaves the words as they are.",
        matters="From then on the contract says one thing and the engine does another.",
        example=_START + "section 1\n    replace section 1\n        Rent means €2,600\n",
        instead=_START
        + "section 1\n    replace section 1\n        | The rent is EUR 2,600.\n        Rent means €2,600\n",
    ),
    Code(
        code="A125",
        slug="list-seams",
        severity=Severity.WARNING,
        title="a new item after the end of a list",
        help="put it before the end of the list, and mend the words around it",
        finds="A clause put after one that ends with a full stop, or between the last two of a list.",
        matters="The list reads as if it ended before its end.",
        example=_LISTED + _FIRST + _THIRD,
        instead=_LISTED
        + _FIRST
        + _THIRD
        + '    delete words "and" in clause (a) of section 1 at the end\n'
        + '    replace words "." with "; and" in clause (b) of section 1 at the end\n',
    ),
    Code(
        code="A127",
        slug="agreements-left-out",
        severity=Severity.WARNING,
        title="an instrument also amends what is not at hand",
        help="load the other agreements too, if they matter",
        finds="An instrument that amends several agreements, not all of which were loaded.",
        matters="What it does there, and what cannot be found in those at hand, is left out.",
        example=_BASE
        + _FIRST.replace("Bakery Lease", "Bakery Lease and Mill Lease")
        + "section 1\n    change Rent from €2,400 to €2,600\n",
        instead=_START + "section 1\n    change Rent from €2,400 to €2,600\n",
    ),
    Code(
        code="A128",
        slug="parties-that-join-twice",
        severity=Severity.ERROR,
        title="a party that joins and is one already",
        help="take the joining out",
        finds="`join` with the name of one who is bound already.",
        matters="It is another one that was meant, or another instrument.",
        example=_START + "section 1\n    join Tenant\n",
        instead=_START + 'party Guarantor "Mill Holdings"\n\nsection 1\n    join Guarantor\n',
    ),
    Code(
        code="A135",
        slug="successors-of-nothing",
        severity=Severity.ERROR,
        title="nothing that could be carried over",
        help="name what stood in the text before, by name or at its provision",
        finds="`continuing`, `superseding` or `saving` of something that the text before the instrument does not have.",
        matters="What is to go on, or to be replaced, must have been there; else nobody knows what is meant.",
        example=_LIVE + _FIRST + "section 2\n    delete section 1\n    saving Charge\n",
        instead=_LIVE + _FIRST + "section 2\n    delete section 1\n    saving Fee\n",
    ),
    Code(
        code="A136",
        slug="successors-of-another-kind",
        severity=Severity.ERROR,
        title="a norm that takes the place of one of another kind",
        help="make it of the kind of the one before, or let the two stand apart",
        finds="A norm that is `continuing` or `superseding` one of another kind, such as a duty that continues a power.",
        matters="What was done under the one cannot count under the other.",
        example=_LIVE + _FIRST + _HEIR.replace("duty Charge", "permission Charge").replace("must", "may"),
        instead=_LIVE + _FIRST + _HEIR,
    ),
)
"""The codes of this family."""
