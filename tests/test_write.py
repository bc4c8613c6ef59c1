"""The writer: what it writes is read back as the same, and tidying a file changes nothing that it says."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies
from dealwright import expression as e
from dealwright import model as m
from dealwright.diagnostic import DealError
from dealwright.intake import as_source
from dealwright.read import read
from dealwright.value import Money
from dealwright.write import address, addresses, entry, expression, format_source, item, write
from dealwright.write.literals import literal, number

ROOT = Path(__file__).resolve().parent.parent
CONTRACTS = sorted((ROOT / "contracts").rglob("*.deal"))
SLOW_TO_MAKE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def document(text: str) -> m.Document:
    """What a text says."""
    return read(as_source("test.deal", text))


def loose(*items: m.Item) -> m.Document:
    """A document of some items."""
    return m.Document((), items, (), (), as_source("test.deal", ""))


# ---------------------------------------------------------------- writing


@SLOW_TO_MAKE
@given(strategies.documents())
def test_what_is_written_is_read_back(made: m.Document) -> None:
    """Reading the text of a document gives the document again, and writing that the same text."""
    text = write(made)
    found = document(text)
    assert found == made
    assert write(found) == text


@SLOW_TO_MAKE
@given(strategies.anything)
def test_expressions_are_read_back(made: e.Expression) -> None:
    """No expression loses or gains a meaning between text and tree."""
    assert document(f"X means {expression(made)}\n") == loose(m.Definition("X", made))


@SLOW_TO_MAKE
@given(strategies.all_items())
def test_items_are_read_back(made: m.Item) -> None:
    """Nor does any item of a provision."""
    assert document("\n".join(item(made)) + "\n") == loose(made)


@SLOW_TO_MAKE
@given(strategies.entries)
def test_entries_are_read_back(made: m.Entry) -> None:
    """Nor does any entry of a log."""
    (scenario,) = document(f'scenario "x"\n    2031-05-01 {entry(made)}\n').scenarios
    assert scenario.lines == (m.Dated(date(2031, 5, 1), made),)


@pytest.mark.parametrize("path", CONTRACTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_contracts_are_written(path: Path) -> None:
    """The contracts that come with the language survive being written."""
    found = document(path.read_text(encoding="utf-8"))
    assert document(write(found)) == found


@pytest.mark.parametrize(
    "text",
    [
        "Closing Conditions (a)(i)",
        "Rent of section 3.4(a)(ii) of First Amendment",
        "clause (i) of sentence 1 of section 3",
        'Rent for Unit "2""B"',
        "10% of Base Rent",
        "A - (B - C) * D / -E ^ 2",
        "-(A + B)",
        "(A and B) or not C",
        "A and (B or C)",
        "Handover by 2031-05-01",
        "Handover has not occurred by 2031-05-01",
        "Handover has occurred before 2031-05-01 with Passed",
        "Handover has occurred by 2031-05-01 with (Cost > €5)",
        "Inspection has occurred where not Passed",
        "Rent is not performed by 2031-05-01",
        "Heating is not one of Gas, Heat Pump",
        "A or (Heating is one of Gas, Heat Pump)",
        "Heating is not Gas",
        "Rent != €5",
        "Handover is on or before 2031-05-01",
        "every Units other than this where Floor > 1 satisfies no Delivery",
        "A and (some Inspection where Passed)",
        "number of Units",
        "number of Units where Vacant",
        "sum of Turnover over the 3 years ending on Handover",
        "sum of A + B over Turnover for 2031",
        "Cost of last Inspection",
        "Cost of last Inspection where not Passed",
        "5 business days after 2 months before the later of A, B and C",
        "5 business days after A + B",
        "(5 days after A) + B",
        "if A then B else if C then D else E",
        "the greater of (A rounded half up to cents) and B",
        "A / 3 rounded up to 2 places",
        "A / 3 rounded down to whole numbers",
        "A / 3 rounded up to $5 rolled forward",
        "(the later of A and B) rolled within its month",
        "whole years from Handover to start of the previous year",
        "days from (from A to B) to C",
        "total business days of A within the 2 years starting on B",
        "actual/365 from A to B",
        "day 5 of the month",
        "last business day of the quarter",
        "last day of the calendar year",
        "the duty of section 3.4 paid",
        "Grant received by Tenant + total paid by Seller",
        "termination under article 8",
        "breach of Rent of section 3",
        "Rent during the suspension of Break",
        "NOK 300 + €1,000.50 + £2 + JPY 5",
        "2031 + 12,000 + 0.5",
        "Step for 2,031",
        "Rent for 2031",
        '"the ""board"" thinks fit"',
        "(Rent, Fee)",
        "1 day after Handover",
        "this agreement",
    ],
)  # fmt: skip
def test_the_canonical_text(text: str) -> None:
    """What is written in the canonical way is written again so."""
    (found,) = document(f"X means {text}\n").loose
    assert item(found) == [f"X means {text}"]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("A has never occurred", "A has not occurred"),
        ("A has been performed", "A is performed"),
        ("(Rent)", "Rent"),
        ("((Rent) + (Fee)) * ((Cost))", "(Rent + Fee) * Cost"),
        ("A and B or C", "(A and B) or C"),
        ("A is between 1 and 2", "A >= 1 and A <= 2"),
        ("A but at least €5", "the greater of A and €5"),
        ("A is at most 5", "A <= 5"),
        ("A = Gas", "A is Gas"),
        ("A is 5", "A = 5"),
        ("the latest of A and B", "the later of A and B"),
        ("10% * A", "10% of A"),
        ("$1800.5", "$1,800.50"),
        ("1,000", "1000"),
    ],
)
def test_one_way_to_say_it(text: str, canonical: str) -> None:
    """Where there are several ways to say the same, one of them is written."""
    (found,) = document(f"X means {text}\n").loose
    assert item(found) == [f"X means {canonical}"]


def test_long_rows_are_broken_between_parentheses() -> None:
    """A row that is too long for its line stands between parentheses, one part a line, and is still the same."""
    for sign in ("and", "or", "+", "*"):
        text = f" {sign} ".join(f"Part {number}" for number in range(40))
        found = document(f"X means {text}\n")
        lines = write(found).splitlines()
        assert lines[:4] == ["X means", "    (", "        Part 0", f"        {sign} Part 1"]
        assert lines[-1] == "    )"
        assert document(write(found)) == found


@pytest.mark.parametrize(
    "text",
    [
        "the later of {} and Last",
        "Heating is one of {}",
        "({}, Last)",
    ],
)
def test_long_lists_are_broken_too(text: str) -> None:
    """So is a list, whatever it belongs to."""
    found = document(f"X means {text.format(', '.join(f'Part {number}' for number in range(40)))}\n")
    written = write(found)
    assert max(map(len, written.splitlines())) < 60
    assert document(written) == found


def test_a_thousand_terms_are_written() -> None:
    """The longest chain that may be read is written without going deep, and no line is too long."""
    text = "X means (A\n" + " + A\n" * 999 + ")\n"
    written = write(document(text))
    assert written.count("+ A\n") == 999
    assert write(document(written)) == written


def test_events_with_many_attributes_stand_below() -> None:
    """Attributes stand on the line of their event while they fit there."""
    short = m.Event("Inspection", fields=(m.Field("Passed", m.KindWord("yes/no")),))
    assert item(short) == ["event Inspection with Passed: yes/no"]
    many = tuple(m.Field(f"Attribute {place}", m.KindWord("money")) for place in range(6))
    assert item(m.Event("Inspection", fields=many))[:2] == ["event Inspection", "    Attribute 0: money"]


SET_APART = """\
agreement Lease
    currency EUR

party Landlord
party Tenant

section 1
    Rent means €5

section 2

unit Sacks

scenario "x"
    with nothing else
"""


def test_instruments_are_set_apart() -> None:
    """A blank line stands below the settings, and around each provision."""
    assert write(document(SET_APART)) == SET_APART


CANONICAL = """\
agreement Bakery Lease "Lease of the Corner Bakery"
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR
    business days us-federal-reserve
    time zone "Europe/Dublin"
    rounded half up to cents
    months rounded down
    governed by "the law of Ireland"
    amended only by writing signed by Landlord and Tenant

party Landlord "Old Quay Properties Ltd."
third party Surveyor
parties Guarantors
unit Tonnes
event Inspection by Surveyor with Passed: yes/no, Cost: money at least €0 and at most €500
payment Grant by Guarantors to Tenant or Landlord
input Turnover for each year: money at least €0 normally €5
input Heating: Gas / Heat Pump
input Rate: percent at most 9%
record Unit
    Floor: number
    Vacant means Floor > 1

preamble
    | This Lease
    |
    |  is made.
    no operative rule "a recital"

article 1 "Rent"
    section 1.1
        Deposit "the Deposit" means 3 * Rent
            except Small when Heating is Gas: €5
                except when Turnover for 2031 > €500,000: €0
            except when yes
            subject to section 4.2
            notwithstanding section 5
            notwithstanding everything
            rounded up to cents
        condition Ready for the benefit of Tenant: at least 2 of
            (a) Permit
            (b) any of
                (i) yes
                (ii) "the board thinks fit"
            (c) Handover has occurred after 2031-05-01
            except when no: yes
        Season for each year from 2031-01-01 until 2036-01-01 means
            2 when Heating is Gas
            otherwise 1
        Index means by start of the year
            from 2031-01-01: 100
            below 2040-01-01: 103.4
        table Rebates by slices of Turnover for the year gives Rebate Rate, Rebate Ceiling
            above €900,000: 6%, €9,000
            up to €100: 1%, €5
            €7: 2%, €6
            otherwise: 0%, €0
    section 1.2
        duty Payment "the Rent"
            for each month from Handover until 2036-03-01 where Ready
            Tenant must pay Rent to Landlord
            by day 5 of the month
            interest at 8% a year on actual/365 compounded each month
            answered for by Guarantors unless Ready
        duty Insurance
            Tenant and Landlord must each deliver "proof of insurance" to Surveyor
            at least 10 days before Handover
        duty Sharing
            each Guarantors must give notice of Rent to Landlord
            concurrently with Handover
            performed by Delivery where Place is Yard
            performed when all of
                (a) Passed
        prohibition Subletting
            either party must not cause Sublease where Area > 20
            unless "the Landlord agreed in writing"
        permission Awning
            Tenant or Landlord may "put up an awning" to Surveyor
            from April 1 until October 31
            from Handover
        power Break
            Tenant may terminate
            by notice under section 9
            by writing signed by Landlord and Tenant
            while Ready
            cured when Passed
        power Choice
            Tenant may elect "the garden"
        power Term Extension
            Tenant may extend the duty of section 3.4 by 5 years
        power Term Move
            Tenant may extend Term to 2036-01-01
        power Transfer
            Tenant may assign Rent to Surveyor
        effect Fixtures
            "title to the fixtures" passes to Landlord
            on termination
        effect Passing
            Rent passes to Landlord
        effect Late
            this agreement terminates
            survives termination
        effect Bar
            Payment is suspended
            not before Handover
        effect Acceleration
            Payment becomes due
            continuing Rent of section 3
        effect Forfeiture
            "the deposit is forfeited"
        warranty Title
            Landlord warrants to Tenant
                (i) "it owns the premises"
            made on 2031-03-01, Handover and Signing
        notice
            requires all of
                (1) In Writing
            served on Received
            served on Tendered when Refused
        severable
        warranties of article 6 except section 6.1 made on Handover
    exhibit A
        absent
    reading Month Count "whether the first month counts"
        is "it counts"
            Free Months means 3
            business days target
        or "it does not"
            read the duty of section 3.4 as section 2 of First Amendment
            read "the first month" as section 3
            read "the second month" as nothing
        or "neither"

amendment First Amendment
    amends Bakery Lease, Side Letter and Annex
    prevails over Side Letter
    takes effect on 2032-03-01
    takes effect as of 2031-03-01
    takes effect when Ready
    takes effect on the first business day when all of
        (a) First Amendment is signed
    expires on 2034-12-31

section 1
    replace section 1.1
        expecting "The Rent"
        | New words.
    replace row €600,000 of table Rebates
        above €650,000: 4%, €6,000
    restate this agreement
        unit Sacks
    restate sections 1 and 2
        unit Sacks
    delete everything in article 3
        expecting "In any such case"
    insert at the end of section 5
        clause (e)
            Signage means yes
    replace words "thirty days" with "45 days" in section 6.1 once
        changing 30 days to 45 days
    replace words "Lessor" with "Landlord" everywhere
        no rule depends on them
    delete words "fully" in sections 2 to 9 exactly 2 times
    insert words "or by e-mail" after "by courier" in definition of Rent once
    renumber clauses (c) to (d) of section 7 as clauses (d) to (e) of section 7
    change Rent from €2,600 to €2,700
    waive section 4.1 for 5 days from 2032-01-01 to 2032-06-30
        except when Surety has not occurred by 2032-03-01
        when Ready
    waive section 5 for 5 days

scenario "a late handover"
    with First Amendment and Side Letter
    choosing Month Count "it does not"
    given Heating is Gas
    given "the board agreed" is unknown
    given Flat is a Unit "2B" with Floor: 2, Vacant
    given Units are
        Unit "2B" with Floor: 2
        Unit
    2031-03-20 Handover is set for 2031-04-10 with Place: Yard
    2031-04-12 17:00 Inspection by Surveyor with Passed, Cost: €350
    2031-06-07 Grant of NOK 5,000 by Guarantors to Tenant
    2031-05-02 Rent for 2031-05 paid €2,400 by Tenant
    2031-05-02 Repairs performed by Landlord
    2031-06-05 Tenant pays €2,400 to Landlord
    2031-07-03 First Amendment signed by Landlord and Tenant
    2031-03-20 Rate is 5%
    2031-03-20 Rate is unknown
    2031-07-06 found Repairs is breached
    2031-03-20 Ann joins as Guarantors
    2031-07-07 asserted in "a letter": Delivery
    2031-07-08 in no known order
    2031-07-01 Tenant exercises Break by notice with In Writing
    2031-07-01 Tenant and Landlord exercise Break
    2031-07-02 Landlord and Tenant waive the condition of section 2
    2031-07-02 Landlord waives Rent
    2031-07-04 court strikes sentence 3 of section 3.3
    2031-07-05 law bars Rent until 2031-08-01
    2031-07-05 law bars Rent
    Inspection is unknown
    complete through 2031-07-31
    as of 2031-08-01 expect Rent is performed
    as of 2031-08-01 expect
        Rent is performed
        Break is unavailable
    expect Rent = €5

property "rent is never owed twice"
    when Handover has occurred
    always Rent paid <= 60 * €2,700
"""


def test_every_line_has_its_canonical_form() -> None:
    """Each kind of line that the language has is written as it stands here."""
    assert write(document(CANONICAL)) == CANONICAL


def test_addresses_as_they_are_cited() -> None:
    """Limbs follow their number, alike addresses are listed, runs stay runs."""
    limb = e.Address((("clause", "(ii)"), ("clause", "(a)"), ("section", "3.4")), "First Amendment")
    assert address(limb) == "section 3.4(a)(ii) of First Amendment"
    assert addresses([limb]) == address(limb)
    assert addresses([e.Address((("section", number),)) for number in "123"]) == "sections 1, 2 and 3"
    assert addresses([e.Address((("section", "1"),)), e.Address((("exhibit", "A"),))]) == "section 1 and exhibit A"
    run = e.AddressRange("clause", "(a)", "(c)", e.Address((("section", "7"),)))
    assert addresses([run]) == "clauses (a) to (c) of section 7"


@pytest.mark.parametrize("value", [Fraction(-1), Fraction(1, 3)])
def test_what_no_number_says(value: Fraction) -> None:
    """A number below zero, or without an end, is a calculation, and is not written as a number."""
    with pytest.raises(ValueError, match=r"below zero|never end"):
        number(value)


def test_amounts_are_written_with_their_currency() -> None:
    """A currency has its sign if it has one of its own, else its three letters."""
    amounts = {"USD": "$1,800", "EUR": "€1,800", "GBP": "£1,800", "NOK": "NOK 1,800"}
    assert {currency: literal(e.Literal("money", Money(Fraction(1800), currency))) for currency in amounts} == amounts


def test_selections_are_written_alone() -> None:
    """What narrows events can be shown without what is asked of them."""
    assert expression(e.Selection("Inspection", e.Ref("Passed"))) == "Inspection where Passed"
    assert expression(e.AttributeOf("2B", e.Ref("Unit"))) == 'Unit "2B"'


@pytest.mark.parametrize("node", [e.Limbs("all", ()), e.Cases(()), e.Lookup(e.This(), ())])
def test_blocks_are_no_expressions(node: e.Expression) -> None:
    """Lists of limbs, cases and tables stand on lines of their own, never inside a line."""
    with pytest.raises(ValueError, match=r"on lines of (their|its) own"):
        expression(node)


# ---------------------------------------------------------------- tidying


def tidied(text: str) -> str:
    """A text, tidied."""
    return format_source(as_source("test.deal", text))


def loosened(text: str, width: int, choices: st.DataObject) -> str:
    """A text that says the same less evenly: other depths, blank lines, comments, blanks at the end of lines."""
    lines = []
    opened = 0
    for line in text.splitlines():
        depth = len(line) - len(line.lstrip(" "))
        said = line.lstrip(" ")
        prose = said.startswith("|")
        inside = opened > 0
        bare = re.sub(r'"(?:[^"]|"")*"', "", said)
        if not prose:
            opened += bare.count("(") - bare.count(")")
        how = choices.draw(st.integers(0, 5))
        if how == 1 and not prose:
            said += " " * 3
        elif how == 2 and not prose:
            said += "# remark" if said.endswith(")") else "  # remark"
        elif how == 3:
            lines += ["", " " * choices.draw(st.integers(0, 9)), ""]
        elif how == 4:
            lines.append(" " * choices.draw(st.integers(0, 9)) + "# remark")
        indent = choices.draw(st.integers(0, 9)) if inside else depth // 4 * width
        lines.append(" " * indent + said)
    return "\n".join(lines) + choices.draw(st.sampled_from(("", "\n", "\n\n\n")))


@SLOW_TO_MAKE
@given(strategies.documents(), st.integers(1, 6), st.data())
def test_tidying_keeps_what_is_said(made: m.Document, width: int, choices: st.DataObject) -> None:
    """A tidied text says the same, has all of its comments, and is not changed by tidying it again."""
    text = loosened(write(made), width, choices)
    result = tidied(text)
    assert document(result) == made
    assert result.count("# remark") == text.count("# remark")
    assert tidied(result) == result
    assert re.sub(r"\s", "", result) == re.sub(r"\s", "", text)
    assert result.endswith("\n")
    assert not result.endswith("\n\n")
    assert "\n\n\n" not in result


@pytest.mark.parametrize("path", CONTRACTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_contracts_are_tidy(path: Path) -> None:
    """The contracts that come with the language are laid out as they should be."""
    text = path.read_text(encoding="utf-8")
    assert tidied(text) == text


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Rent means  €5+€6*2", "Rent means €5 + €6 * 2\n"),
        ("Rent means(A+B) *C", "Rent means (A + B) * C\n"),
        ("Rent means A - -B -C", "Rent means A - -B -C\n"),
        ("Rent means A<=B", "Rent means A <= B\n"),
        ("Ready means A!=B", "Ready means A != B\n"),
        ("event A with B:yes/no ,C : money", "event A with B: yes/no, C: money\n"),
        ("X means actual/365 from A to B*30/360 from A to B", "X means actual/365 from A to B * 30/360 from A to B\n"),
        ("L means ( A ,B )", "L means (A, B)\n"),
        ("Price means €1,000,000", "Price means €1,000,000\n"),
        ("A means not(B or C)", "A means not (B or C)\n"),
        ("A means Conditions (a)", "A means Conditions (a)\n"),
        ("A means section 3.4(a)(ii)", "A means section 3.4(a)(ii)\n"),
        ("A means 2031-05-01 17:00:30", "A means 2031-05-01 17:00:30\n"),
        ('A means "two  blanks"   # and  a remark   ', 'A means "two  blanks"    # and  a remark\n'),
        ("A means B#remark", "A means B    #remark\n"),
        ("|two  blanks  ", "|two  blanks  \n"),
        ("\n\n\nA means B\n\n\n\nC means D\n\n", "A means B\n\nC means D\n"),
        ("  A means B", "A means B\n"),
        ("part 1\n  A means B\n  part 2\n     C means D\n", "part 1\n    A means B\n    part 2\n        C means D\n"),
        ("A means (B\n+ C\n   )", "A means (B\n    + C\n)\n"),
        ("A means (B + (C\n* D)\n+ E)", "A means (B + (C\n    * D)\n    + E)\n"),
        ("part 1\n # a\n  unit A\n  # b\n # c\n# d\nunit C\n", "part 1\n# a\n    unit A\n    # b\n# c\n# d\nunit C\n"),
        ("section 1\n        # deep\n  A means B\n", "section 1\n    # deep\n    A means B\n"),
        ('delete words "x" in exhibit A  3 times', 'delete words "x" in exhibit A  3 times\n'),
        ('delete words "x" in section 3   3   times', 'delete words "x" in section 3  3 times\n'),
        ("# only\nunit A\n#  remarks ", "# only\nunit A\n#  remarks\n"),
    ],
)  # fmt: skip
def test_how_lines_are_tidied(text: str, result: str) -> None:
    """One blank between words, four a level, none at the end; words, quotations and prose stay."""
    assert tidied(text) == result
    assert tidied(result) == result
    assert document(result) == document(text)


def test_mistakes_are_not_tidied_away() -> None:
    """What belongs to what cannot be known in a text with mistakes, so they are told instead."""
    with pytest.raises(DealError):
        tidied("section 1\n        Rent means €5\n    Deposit means €6\n")
