"""D3: what is owed, what may be done, and when."""

from typing import Final

from dealwright.codes.code import AMENDED, LEASE, SILENT, Code, Severity

_PAY = "    duty Rent\n        Tenant must pay €2,400 to Landlord\n"

TABLE: Final = (
    Code(
        code="D301",
        slug="payments-without-a-day",
        severity=Severity.WARNING,
        title="a payment without a day",
        help="say by when it is paid: `on`, `by` or `within`",
        finds="A duty to pay that has no limit in time.",
        matters="It can be late only by a court's measure, and interest does not begin.",
        example=LEASE + "section 1\n" + _PAY,
        instead=LEASE + "section 1\n" + _PAY + "        on 2031-04-01\n",
    ),
    Code(
        code="D302",
        slug="duties-without-a-time",
        severity=Severity.NOTE,
        title="a duty without a time",
        help="say by when it is done: `on`, `by` or `within`",
        finds="A duty to deliver, to give notice or to cause something that has no limit in time.",
        matters="When it is breached is open.",
        example=LEASE + 'section 1\n    duty Keys\n        Landlord must deliver "the keys" to Tenant\n',
        instead=LEASE
        + 'section 1\n    duty Keys\n        Landlord must deliver "the keys" to Tenant\n        on 2031-04-01\n',
    ),
    Code(
        code="D303",
        slug="acts-without-an-actor",
        severity=Severity.WARNING,
        title="something shall be done, and nobody is named who does it",
        help="name who does it, in the words and in a rule",
        finds="Words in the passive voice about a payment or a handing over that name no one, where no rule has a party do it.",
        matters="A duty that nobody owes cannot be enforced.",
        example=LEASE + "section 1\n    | The deposit shall be paid to Landlord.\n" + SILENT,
        instead=LEASE + "section 1\n    | The deposit shall be paid to Landlord by the Tenant.\n" + SILENT,
    ),
    Code(
        code="D304",
        slug="powers-without-an-end",
        severity=Severity.WARNING,
        title="a power to terminate without an end",
        help="say until when: `until`",
        finds="A power to terminate that nothing in the text ends, or only a reading, in a contract under which something passes for good.",
        matters="It can be used when everything is long done and has passed.",
        example=LEASE
        + 'section 1\n    event Fire\n    effect Fixtures\n        "title to the oven" passes to Tenant\n        on 2031-04-01\n    power Break\n        Tenant may terminate\n        when Fire\n',
        instead=LEASE
        + 'section 1\n    event Fire\n    effect Fixtures\n        "title to the oven" passes to Tenant\n        on 2031-04-01\n    power Break\n        Tenant may terminate\n        when Fire\n        until 2031-12-31\n',
    ),
    Code(
        code="D305",
        slug="business-days-of-the-words",
        severity=Severity.WARNING,
        title="business days that the words do not define",
        help="define business days in the words, or name a calendar in the heading",
        finds="Words that count business days where neither words nor the heading say which days those are, or only a reading does.",
        matters="A deadline then ends on a day that somebody chose who is not bound by it.",
        example=LEASE + "section 1\n    | The Tenant answers within two business days.\n" + SILENT,
        instead=LEASE + "section 1\n    | The Tenant answers within two days.\n" + SILENT,
    ),
    Code(
        code="D306",
        slug="roles-at-odds",
        severity=Severity.WARNING,
        title="a party in another's part",
        help="look which party is meant",
        finds="Words that have a party pay what it is to be paid, or receive what by the rules passes to another.",
        matters="Read by the letter, what hangs on it never happens.",
        example=LEASE
        + "section 1\n    | The Tenant pays rent. The day of such payment by Landlord is the rent day.\n"
        + _PAY
        + "        on 2031-04-01\n",
        instead=LEASE
        + "section 1\n    | The Tenant pays rent. The day of such payment by Tenant is the rent day.\n"
        + _PAY
        + "        on 2031-04-01\n",
    ),
    Code(
        code="D307",
        slug="duties-over-one-sum",
        severity=Severity.WARNING,
        title="one sum owed to two",
        help="say in which case the one is owed, and in which the other",
        finds="Two duties of one payer to pay the same sum to different parties, whose cases do not exclude each other.",
        matters="Both may fall due, and nothing says which goes before.",
        example=LEASE
        + "party Agent\nsection 1\n    Held means €500\n    duty To Landlord\n        Agent must pay Held to Landlord\n"
        + "        on 2031-04-01\n    duty To Tenant\n        Agent must pay Held to Tenant\n        on 2031-04-02\n",
        instead=LEASE
        + "party Agent\nsection 1\n    Held means €500\n    duty To Landlord\n        Agent must pay Held to Landlord\n"
        + "        on 2031-04-01\n    duty To Tenant\n        Agent must pay Held to Tenant\n        on 2031-04-02\n"
        + "        unless To Landlord is performed\n",
    ),
    Code(
        code="D308",
        slug="payments-owed-twice",
        severity=Severity.WARNING,
        title="a payment that an amendment may double",
        help="join them: `continuing` the earlier duty, or delete it",
        finds="An amendment's duty to pay what the amended text has the same party pay already, with nothing that joins them.",
        matters="Both may be owed.",
        example=LEASE
        + "section 1\n    Fee means €500\n    duty Fee Payment\n        Tenant must pay Fee to Landlord\n        on 2031-04-01\n"
        + AMENDED
        + "section 1\n    duty New Payment\n        Tenant must pay Fee to Landlord\n        on 2031-07-01\n",
        instead=LEASE
        + "section 1\n    Fee means €500\n    duty Fee Payment\n        Tenant must pay Fee to Landlord\n        on 2031-04-01\n"
        + AMENDED
        + "section 1\n    delete section 1\n    duty New Payment\n        Tenant must pay €500 to Landlord\n"
        + "        on 2031-07-01\n        continuing Fee Payment of section 1 of Bakery Lease\n",
    ),
    Code(
        code="D309",
        slug="powers-beside-duties",
        severity=Severity.WARNING,
        title="a power to terminate that stays beside a payment due",
        help="let the power stand only `while` the condition can still be met",
        finds="A power that arises from the facts on which a condition of payment hangs, and that stays when they turn.",
        matters="The payment falls due, and either side can still walk away.",
        example=LEASE
        + "section 1\n    event Permit\n    condition Allowed: all of\n        (a) Permit\n"
        + "    duty Rent\n        Tenant must pay €2,400 to Landlord\n        on 5 days after Allowed\n"
        + "section 2\n    power Break\n        Tenant may terminate\n        when not Permit by 2031-04-01\n        until 2031-12-31\n",
        instead=LEASE
        + "section 1\n    event Permit\n    condition Allowed: all of\n        (a) Permit\n"
        + "    duty Rent\n        Tenant must pay €2,400 to Landlord\n        on 5 days after Allowed\n"
        + "section 2\n    power Break\n        Tenant may terminate\n        when not Permit by 2031-04-01\n        unless Allowed\n"
        + "        until 2031-12-31\n",
    ),
    Code(
        code="D310",
        slug="amounts-below-nothing",
        severity=Severity.WARNING,
        title="an amount that can fall below nothing",
        help="say `but at least €0`, or who gives the rest back",
        finds="A sum to be paid from which something that varies is taken, with no floor and nobody who gives back.",
        matters="Who was paid too much keeps it.",
        example=LEASE
        + "section 1\n    payment Grant by Landlord to Tenant\n    duty Rent\n"
        + "        Tenant must pay €2,400 - Grant received by Tenant to Landlord\n        on 2031-04-01\n",
        instead=LEASE
        + "section 1\n    payment Grant by Landlord to Tenant\n    duty Rent\n"
        + "        Tenant must pay €2,400 - Grant received by Tenant but at least €0 to Landlord\n        on 2031-04-01\n",
    ),
    Code(
        code="D311",
        slug="states-without-a-way-out",
        severity=Severity.WARNING,
        title="a condition that can fail with no way out",
        help="give a party a power to end the agreement then",
        finds=(
            "A condition of a duty that can fail for good, in a state of facts in which no party alone can end the"
            " agreement or waive the condition, and nothing ends it by itself. The search goes through the combinations"
            " of the facts on which the condition and the powers hang, twelve at most; days are taken to have come."
        ),
        matters="Both sides stay bound for ever, and what was deposited stays where it is.",
        example=LEASE
        + "section 1\n    event Permit\n    event Ban\n    condition Allowed: all of\n        (a) Permit\n"
        + "        (b) Ban has not occurred by 2031-05-01\n    duty Rent\n        Tenant must pay €2,400 to Landlord\n        on 5 days after Allowed\n",
        instead=LEASE
        + "section 1\n    event Permit\n    event Ban\n    condition Allowed: all of\n        (a) Permit\n"
        + "        (b) Ban has not occurred by 2031-05-01\n    duty Rent\n        Tenant must pay €2,400 to Landlord\n        on 5 days after Allowed\n"
        + "section 2\n    power Break\n        Tenant may terminate\n        when Ban\n        until 2031-12-31\n        unless Allowed\n",
    ),
    Code(
        code="D312",
        slug="breaches-without-a-remedy",
        severity=Severity.NOTE,
        title="cases of termination without a breach",
        help="add a power that answers a breach, if one is meant",
        finds="A part about termination with several powers, none of which answers a breach.",
        matters="Who is not paid may find himself bound all the same.",
        example=LEASE
        + 'article 1 "Termination"\n    section 1.1\n        event Fire\n        power Break\n            Tenant may terminate\n'
        + "            when Fire\n            until 2031-12-31\n    section 1.2\n        power End\n            Landlord may terminate\n"
        + "            until 2031-12-31\n",
        instead=LEASE
        + 'article 1 "Termination"\n    section 1.1\n        duty Rent\n            Tenant must pay €5 to Landlord\n'
        + "            on 2031-04-01\n        power Break\n            Tenant may terminate\n            until 2031-12-31\n"
        + "    section 1.2\n        power End\n            Landlord may terminate\n            when Rent is breached\n"
        + "            until 2031-12-31\n",
    ),
    Code(
        code="D313",
        slug="conditions-without-a-moment",
        severity=Severity.WARNING,
        title="a state that must hold, and nobody knows when",
        help="say on which day it must hold",
        finds="A condition that something has not happened, where no words say on which day it must hold.",
        matters="It may have to hold on one day or all along, and the two differ.",
        example=LEASE
        + "section 1\n    | Rent is due if no ban was issued.\n    event Ban\n    condition Allowed for the benefit of Tenant: all of\n"
        + "        (a) Ban has never occurred\n    duty Rent\n        Tenant must pay €5 to Landlord\n        on 2031-05-01\n        while Allowed\n",
        instead=LEASE
        + "section 1\n    | Rent is due if no ban was issued at the time of payment.\n    event Ban\n"
        + "    condition Allowed for the benefit of Tenant: all of\n        (a) Ban has never occurred\n    duty Rent\n"
        + "        Tenant must pay €5 to Landlord\n        on 2031-05-01\n        while Allowed\n",
    ),
    Code(
        code="D314",
        slug="warranties-about-later",
        severity=Severity.NOTE,
        title="a warranty about days to come",
        help="promise it as a duty",
        finds="A warranty whose words speak of days after the one on which it is made.",
        matters="Whether it is true cannot be known when it is made.",
        example=LEASE
        + "section 1\n    | Landlord warrants that Tenant will not be disturbed.\n    warranty Quiet\n        Landlord warrants to Tenant\n"
        + '            (i) "the Tenant is not disturbed"\n        made on 2031-03-01\n',
        instead=LEASE
        + "section 1\n    | Landlord warrants that Tenant is not disturbed.\n    warranty Quiet\n        Landlord warrants to Tenant\n"
        + '            (i) "the Tenant is not disturbed"\n        made on 2031-03-01\n',
    ),
    Code(
        code="D315",
        slug="warranties-at-odds-with-effects",
        severity=Severity.WARNING,
        title="a warranty made at the instant that makes it false",
        help="except the instant of the transfer from the warranty",
        finds="A warranty of title made again on the very instant at which an effect has the title pass to another.",
        matters="Whether it speaks of the instant before or after decides whether it is true.",
        example=LEASE
        + 'section 1\n    event Sale\n    warranty Title\n        Landlord warrants to Tenant\n            (i) "title to the oven is good"\n'
        + "        made on 2031-03-01 and Sale Day\n    Sale Day means Sale has occurred\n    effect Passing\n"
        + '        "title to the oven" passes to Tenant\n        on Sale Day\n',
        instead=LEASE
        + 'section 1\n    event Sale\n    warranty Title\n        Landlord warrants to Tenant\n            (i) "title to the oven is good"\n'
        + "        made on 2031-03-01\n    Sale Day means Sale has occurred\n    effect Passing\n"
        + '        "title to the oven" passes to Tenant\n        on Sale Day\n',
    ),
    Code(
        code="D316",
        slug="limits-before-what-dates-itself",
        severity=Severity.WARNING,
        title="a limit just before a day that nobody can know",
        help="name a day that both sides can know beforehand",
        finds="Words that set a limit immediately before a day which only the act then done dates.",
        matters="Nobody can know that the limit has come before it has gone.",
        example=LEASE
        + 'section 1\n    | The Tenant pays (the day of such payment being the "Start Date"). Immediately prior to the Start Date\n'
        + "    | the Landlord cleans the shop.\n"
        + SILENT,
        instead=LEASE
        + 'section 1\n    | The Tenant pays (the day of such payment being the "Start Date"). After the Start Date\n'
        + "    | the Landlord cleans the shop.\n"
        + SILENT,
    ),
    Code(
        code="D317",
        slug="conditions-that-defeat-themselves",
        severity=Severity.WARNING,
        title="a condition that fails by what hangs on it",
        help="let the condition look only at what came before the act",
        finds=(
            "A condition that fails by an event, and a duty owed while the condition holds whose doing may bring the"
            " event about: an attribute of the event says by what it comes, and names what the duty moves."
        ),
        matters="Doing what is owed would undo the reason why it is owed.",
        example=LEASE
        + 'section 1\n    | The Tenant releases the Deposit.\n    Deposit means €500\n    event Lapse\n        Full "because the Deposit was released": yes/no\n'
        + "    condition Kept for the benefit of Tenant: all of\n        (a) Lapse has not occurred by 2031-05-01\n    event Release\n"
        + "    duty Releasing\n        Tenant must cause Release\n        on 2031-04-01\n        while Kept\n",
        instead=LEASE
        + "section 1\n    | The Tenant releases the Deposit.\n    Deposit means €500\n    event Lapse\n"
        + "    condition Kept for the benefit of Tenant: all of\n        (a) Lapse has not occurred by 2031-05-01\n    event Release\n"
        + "    duty Releasing\n        Tenant must cause Release\n        on 2031-04-01\n        while Kept\n",
    ),
)
"""The codes of this part."""
