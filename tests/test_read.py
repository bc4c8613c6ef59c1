"""The reader: what a text says, every mistake of it in one run, and how much of everything it takes."""

from __future__ import annotations

import gc
import re
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dealwright import expression as e
from dealwright import model as m
from dealwright.codes import CODES
from dealwright.diagnostic import DealError, Diagnostic
from dealwright.expression import walk
from dealwright.intake import as_source
from dealwright.limits import Limits
from dealwright.read import build_saved_parser, folder, grammar, keywords, make_parser, read
from dealwright.read.grammar import SAVED, is_current, load_parser
from dealwright.read.layout import Layout
from dealwright.read.logs import Builder
from dealwright.read.recovery import without
from dealwright.source import NOWHERE, Source

ROOT = Path(__file__).resolve().parent.parent
CONTRACTS = sorted((ROOT / "contracts").rglob("*.deal"))
GRAMMAR = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder("grammar").glob("*.lark"))}


def document(text: str, limits: Limits | None = None) -> m.Document:
    """What a text says."""
    return read(as_source("test.deal", text)) if limits is None else read(as_source("test.deal", text), limits)


def told(text: str, limits: Limits | None = None) -> tuple[Diagnostic, ...]:
    """What is told of a text that has mistakes."""
    with pytest.raises(DealError) as caught:
        document(text, limits)
    return caught.value.diagnostics


def codes(text: str, limits: Limits | None = None) -> list[str]:
    """The codes of what is told."""
    return [found.code for found in told(text, limits)]


def meaning(text: str) -> e.Expression:
    """What the only definition of a text means."""
    (found,) = document(text).loose
    assert isinstance(found, m.Definition)
    return found.meaning


# ---------------------------------------------------------------- the grammar


def test_the_grammar_has_no_conflicts() -> None:
    """No sentence can be read in two ways, and no word can be taken for two."""
    pytest.importorskip("interegular")
    make_parser(None, Layout(), strict=True)


def test_every_rule_of_the_grammar_is_built() -> None:
    """Whatever the grammar recognises has a callback that makes a node of it, and every callback is called."""
    made = make_parser(None, Layout())
    passed_on = {
        "item",
        "body_item",
        "name",
        "place_in",
        "alternative_line",
        "operation_line",
        "waive_line",
        "norm_line",
    }
    wanted = {rule.alias or str(rule.origin.name) for rule in made.rules}
    built = {name for name in dir(Builder) if not name.startswith("_")}
    missing = {name for name in wanted if not name.startswith("_") and name not in built} - passed_on
    single = {str(rule.origin.name) for rule in made.rules if rule.options.expand1}
    assert missing - single == set()
    shared = {
        *(
            "around",
            "at",
            "between",
            "report",
            "value_of",
            "binary",
            "setting",
            "operation_parts",
            "word_change",
            "times",
        ),
        *(
            "limbs",
            "no_lines",
            "since",
            "actors_of",
            "thing_act",
            "timing",
            "proviso",
            "check_head",
            "problems",
            "source",
            "limits",
        ),
    }
    assert built - wanted - shared == set()


def test_a_kept_automaton_reads_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept when the package is built serves as long as the grammar is the same, and is the same each time."""
    kept = tmp_path / SAVED
    build_saved_parser(kept)
    first = kept.read_bytes()
    build_saved_parser(kept)
    assert kept.read_bytes() == first
    assert is_current(kept)
    assert not is_current(tmp_path / "none")
    monkeypatch.setattr(grammar, "folder", lambda _: tmp_path)
    assert load_parser(Builder(), Layout()).parse("unit Sacks\n") == [m.Unit("Sacks")]
    kept.write_text(kept.read_text(encoding="utf-8") + "// changed\n", encoding="utf-8")
    assert not is_current(kept)
    assert load_parser(Builder(), Layout()).parse("") == []


def examples() -> list[str]:
    """The examples in the comments above the grammar's rules; what ends in a full stop is prose."""
    found: list[str] = []
    for text in GRAMMAR.values():
        for block in re.findall(r"(?:^//.*\n)+(?=[!?]?[a-z_]+: )", text, re.MULTILINE):
            lines = [line[3:] for line in block.splitlines() if not line.startswith("// ---")]
            for line in lines:
                if line.startswith(" "):
                    found[-1] += "\n" + line
                elif not line.endswith((".", ". ")) or line.startswith("|"):
                    found += line.split("     ")
    return found


FRAMES = (
    "{}\n",
    "section 1\n    {}\n",
    "section 1\n    replace section 1\n        {}\n",
    "agreement Lease\n    {}\n",
    "duty Rent\n    {}\n    on 2031-05-01\n",
    "permission Rent\n    {}\n",
    "effect Rent\n    {}\n",
    'duty Rent\n    Tenant must "pay"\n    {}\n',
    'scenario "one"\n    {}\n',
    "Rent means {}\n",
    "delete {}\n",
)  # fmt: skip


def reads(text: str) -> bool:
    """Whether a text can be read."""
    try:
        document(text)
    except DealError:
        return False
    return True


@pytest.mark.parametrize("text", examples())
def test_examples_in_the_grammar_are_read(text: str) -> None:
    """What a comment shows above a rule can be read in one of the places where it may stand."""
    assert any(reads(frame.format(text.replace("\n", f"\n{' ' * frame.index('{')}"))) for frame in FRAMES)


def test_the_grammar_shows_examples() -> None:
    """There is more than a handful, and one that cannot be read would be noticed."""
    assert len(examples()) > 150
    assert not any(reads(frame.format("Rent meens €5")) for frame in FRAMES)


def test_keywords_are_the_words_of_the_grammar() -> None:
    """Every lower-case word that stands in quotation marks in the grammar is a word of the language, and no other."""
    text = "".join(text for name, text in GRAMMAR.items() if name != "tokens.lark")
    rules = re.sub(r"^//.*", "", text, flags=re.MULTILINE)
    assert keywords() == {*re.findall(r'"([a-z]+)"', rules), "absent", "yes", "no"}


# ---------------------------------------------------------------- what texts say


@pytest.mark.parametrize("path", CONTRACTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_contracts_are_read(path: Path) -> None:
    """The contracts that come with the language can be read."""
    read(as_source(str(path), path.read_text(encoding="utf-8")))


def test_items_stand_under_the_instrument_before_them() -> None:
    """What follows an instrument in a file belongs to it, and what stands before any belongs to none."""
    found = document('unit Sacks\nagreement One\nparty Landlord\norder Two\nparty Tenant\nscenario "x"\nunit Tonnes\n')
    assert found.loose == (m.Unit("Sacks"),)
    assert [(each.name, each.items) for each in found.instruments] == [
        ("One", (m.Party("Landlord"),)),
        ("Two", (m.Party("Tenant"), m.Unit("Tonnes"))),
    ]
    assert found.scenarios == (m.Scenario("x", ()),)


def test_words_are_kept_as_they_stand() -> None:
    """Of the contract's own words nothing is lost but the bar and the blank after it; neighbouring lines are one."""
    found = document('| The "Rent" # is\n|\n|  due.  \nRent means €5\n|x\n')
    assert found.loose == (
        m.Words(('The "Rent" # is', "", " due.  ")),
        m.Definition("Rent", meaning("Rent means €5\n")),
        m.Words(("x",)),
    )


def test_comments_and_blank_lines_say_nothing() -> None:
    """Two texts that differ in comments, blank lines and depth only say the same."""
    plain = "section 1\n    Rent means (€5 + €6)\n    duty Payment\n        Tenant must pay Rent to Landlord\n"
    loose = "# a\n\nsection 1 # b\n  # c\n\n  Rent means (€5 # d\n# e\n + €6)\n  duty Payment\n\n"
    loose += "    Tenant must pay Rent to Landlord"
    assert document(plain) == document(loose)


def test_windows_line_ends_and_byte_order_marks_change_nothing() -> None:
    """A contract means the same whichever editor saved it."""
    assert document("\ufeffsection 1\r\n    Rent means €5\r\n") == document("section 1\n    Rent means €5\n")


def test_places_are_those_of_the_words() -> None:
    """Every node that somebody wrote knows where it stands in the text, within its line."""
    path = ROOT / "contracts" / "patent_purchase" / "agreement.deal"
    text = path.read_text(encoding="utf-8")
    found = read(Source("agreement.deal", text))
    placed = [node for node in walk(found) if getattr(node, "span", NOWHERE) != NOWHERE]
    assert len(placed) > 1_000
    assert all(0 <= node.span.start < node.span.end <= len(text) for node in placed)
    assert all(node.span.words.startswith(node.name) for node in placed if isinstance(node, e.Ref))
    assert all(node.name in node.span.words for node in placed if isinstance(node, m.Definition | m.Norm))


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("A or B and C", "A or (B and C)"),
        ("not A and B", "(not A) and B"),
        ("not A is B", "not (A is B)"),
        ("A + B * C ^ 2", "A + (B * (C ^ 2))"),
        ("A - B - C", "(A - B) - C"),
        ("-A ^ 2", "(-A) ^ 2"),
        ("10% of A * B", "(10% of A) * B"),
        ("10% of A", "10% * A"),
        ("5 days after A + B", "5 days after (A + B)"),
        ("A + B rounded up to cents", "(A + B) rounded up to cents"),
        ("A but at least B but at most C", "(A but at least B) but at most C"),
        ("the later of A and B and C", "(the later of A and B) and C"),
        ("A has not occurred by B", "not (A by B)"),
        ("A has never occurred", "not (A has occurred)"),
        ("A is within 5 days after B", "A within 5 days after B"),
        ("A is between B and C", "A >= B and A <= C"),
        ("A is not one of B, C", "not (A is one of B, C)"),
        ("some A where B and C or D", "some A where ((B and C) or D)"),
        ("A and no B where C and D", "A and (no B where (C and D))"),
        ("if A then B else if C then D else E", "if A then B else (if C then D else E)"),
        ("start of the year + A", "(start of the year) + A"),
        ("the latest of A and B", "the later of A and B"),
        ("A is at least 5", "A >= 5"),
        ("30/360 from A to B * 2", "(30/360 from A to B) * 2"),
    ],
)
def test_what_binds_closer(text: str, same: str) -> None:
    """Two ways to write the same are read as the same."""
    assert meaning(f"X means {text}\n") == meaning(f"X means {same}\n")


@pytest.mark.parametrize(
    ("text", "steps", "instrument"),
    [
        ("section 3.4", [("section", "3.4")], ""),
        ("section 3.4(a)(ii)", [("clause", "(ii)"), ("clause", "(a)"), ("section", "3.4")], ""),
        ("clause (a) of section 3", [("clause", "(a)"), ("section", "3")], ""),
        ("clause (a)(i)", [("clause", "(i)"), ("clause", "(a)")], ""),
        ("sentence 1 of section 3 of First Amendment", [("sentence", "1"), ("section", "3")], "First Amendment"),
        ("exhibit A of First Amendment", [("exhibit", "A")], "First Amendment"),
        ("section 9.02A", [("section", "9.02A")], ""),
    ],
)
def test_addresses(text: str, steps: list[tuple[str, str]], instrument: str) -> None:
    """An address is the way from the innermost provision outwards."""
    assert meaning(f"X means {text}\n") == e.Address(tuple(steps), instrument)


def test_rows_of_addresses() -> None:
    """A row of numbers after one unit word is a row of addresses; a run is kept as a run."""
    found = document("delete exhibits A, B and C of First Amendment\ndelete clauses (a) to (e) of section 7\n").loose
    assert found == (
        m.Delete(tuple(e.Address((("exhibit", letter),), "First Amendment") for letter in "ABC")),
        m.Delete((e.AddressRange("clause", "(a)", "(e)", e.Address((("section", "7"),))),)),
    )
    assert document("delete exhibits A to C of First Amendment\n").loose == (
        m.Delete((e.AddressRange("exhibit", "A", "C", e.Address((), "First Amendment")),)),
    )


def test_four_figures_after_for_are_a_year() -> None:
    """`Rent for 2031` is that of a year; `Step for 3` is the third."""
    year, step = (meaning(f"X means {text}\n") for text in ("Rent for 2031", "Rent for 2,031"))
    assert isinstance(year, e.Ref)
    assert isinstance(step, e.Ref)
    assert isinstance(year.argument, e.Literal)
    assert isinstance(step.argument, e.Literal)
    assert (year.argument.kind, step.argument.kind) == ("period", "number")


def test_the_currency_after_of_is_no_part_of_a_name() -> None:
    """`Grant of NOK 300` is an amount under a payment, though capitals follow."""
    (found,) = document('scenario "x"\n    2031-05-01 Grant of NOK 300 to Tenant\n').scenarios
    (entry,) = found.lines
    assert isinstance(entry, m.Dated)
    assert isinstance(entry.entry, m.Happens)
    assert (entry.entry.event.name, entry.entry.to) == ("Grant", "Tenant")


# ---------------------------------------------------------------- mistakes


@pytest.mark.parametrize(
    "code", [code for code in CODES.values() if code.example and code.code[:2] in {"S1", "S2", "S3", "X1"}]
)
def test_pages_show_what_is_told(code: object) -> None:
    """The example on the page of a code has that mistake alone, and the text instead has none."""
    assert codes(code.example) == [code.code]  # type: ignore[attr-defined]
    document(code.instead)  # type: ignore[attr-defined]


LIKE = "write it like this: `"
MEANS = "Deposit means 3 * Base Rent`"
LOWER = "lower-case words are the language, names begin with capitals; "
PARENTHESES = (
    "what goes on in the next line stands in parentheses: `when (Rent is breached` and below it `and not Handover)`"
)
GO_ON = "say it on this line, or put the whole in parentheses to go on in the next line, as in `when (Handover and` ... `not Inspection)`"
STATUSES = (
    "a duty is `pending`, `due`, `performed`, `breached` or `overdue`, a power `available` or `exercised`, "
    "a condition `satisfied`, `failed` or `waived`"
)
AMOUNTS = "the currency stands first, commas mark thousands and a point the cents: `"


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("Rent meens €5", f"perhaps `means` is meant; {LIKE}{MEANS}"),
        ("duty A\n    B shall pay €5 to C", f"perhaps `must` is meant; {LIKE}Tenant must pay €500 to Landlord`"),
        ("duty A\n    B must pay €5 to C\n    by 2031-05-01 or so", f"{LIKE}by 2031-05-01`"),
        ("duty A", "put below it, four blanks deeper, a line such as `Tenant must pay €500 to Landlord`"),
        ("Ready means all of", "put below it, four blanks deeper, a line such as `(a) Handover has occurred`"),
        ("Rent means", f"{LIKE}{MEANS}"),
        ("table A by B gives C\n    above 5 6", f"{LIKE}above €600,000: 4%, €6,000`"),
        ("table A by B gives C\n    5 6", f"{LIKE}above €600,000: 4%, €6,000`"),
        ('scenario "x"\n    2031-05-01 A paid', f"{LIKE}2031-05-02 Rent paid €2,400`"),
        ('scenario "x"\n    2031-05-01 A is due', f"{LIKE}2031-04-12 Inspection by Surveyor with Passed, Cost: €350`"),
        ("Ready means any of\n    (a) or", f"{LIKE}(a) Handover has occurred`"),
        ("event A\n    B", f"{LIKE}Passed: yes/no`"),
        ("note\n    note\n        )", "take it out, or put `(` where it begins"),
        ("5 6", f"{LIKE}{MEANS}"),
        ("Means Rent €5", f"write `means` if the word of the language is meant; {LIKE}{MEANS}"),
        ("X means (A)", f"a label begins a line; a name or number alone needs no parentheses; {LIKE}{MEANS}"),
        ("X means 1/5/2031", "write year, month and day: `2031-05-01` or `2031-01-05`"),
        ("X means 1-5-31", "write year, month and day: `2031-05-01` or `2031-01-05` or `2001-05-31`"),
        ("X means 31/12/2031", "write year, month and day: `2031-12-31`"),
        ("X means 2031/13/01", "write year, month and day: `2031-05-01`, or `June 30` for a day of every year"),
        ("X means 5 June 2031", "write year, month and day: `2031-06-05`"),
        ("X means 2,400 €", f"{AMOUNTS}€2,400`"),
        ("X means €1.000,50", f"{AMOUNTS}€1000.50`"),
        ("X means 5 NOK", f"{AMOUNTS}NOK 5`"),
        ("X means 10_000_000", "write `10,000,000`"),
        ("X means 12,34,567", "commas mark thousands: `1,234,567`"),
        ("frobnicate", f"lower-case words are the language, names begin with capitals; {LIKE}{MEANS}"),
        ("| a\n  section 1", "begin it at the same depth as the line above; in parentheses a line may go on in the next one"),
        ("duty A\n    B must pay €5 to C\n    when D\n        and E", PARENTHESES),
        ("duty A\n    B must pay €5 to C\n    when D\n    and E", PARENTHESES),
        ("X means A and", f"something follows `and`: {GO_ON}"),
        ("X means A *", f"something follows `*`: {GO_ON}"),
        ("X means A\nduty B\n    C must pay €5 to D\n    by tomorow", f"{LOWER}{LIKE}by 2031-05-01`"),
        ("rent means €5", "names begin with capitals: `Rent`"),
        ("duty A\n    landlord must pay €5 to C", "names begin with capitals: `Landlord`"),
        ("event A with B number", "a colon is missing before it"),
        ("event A with B: tonnes", f"{LOWER}{LIKE}event Inspection by Surveyor with Passed: yes/no, Cost: money`"),
        ("X means A == 5", "whether two are the same is asked with `=` or `is`"),
        ("X means A => 5", "write `>=`, or `is at least`"),
        ("// what it costs\nX means 5", "a comment begins with `#`"),
        ("X = 5", "what a term is, is said with `means`: `X means ...`"),
        ("duty A:\n    B must pay €5 to C", "a line takes no colon at its end, or after its name"),
        ("X means sum of A over (B where C)", "parentheses stand around the whole of it: `(sum of Cost over Inspection where Passed)`"),
        ("X means €6_000", "thousands are marked by commas or not at all: `100,000`"),
        ("section 1\n    | A.\n    end", "nothing closes a block: what stands deeper belongs to the line above"),
        ("duty A\n    for each B\nC must pay €5 to D", "begin this line deeper than `duty A`, to which it belongs"),
        ("section 1\n    The Tenant shall pay on time.", "the contract's own words stand behind a bar: `| The Tenant pays in advance.`"),
        ("duty A\n    B must pay €5 to C.", "a rule ends with its line, without a full stop"),
        ("duty A\n    B must pay €5 to C\n    within 30 dayz after D", "perhaps `days` is meant"),
        ("duty A\n    B must pay €5 to C\n    within thirty days after D", "numbers are written in figures: `30 days`"),
        ("duty A\n    B must pay €5 to C\n    within 5 days upon D", f"perhaps `after` is meant; {LIKE}within 30 days after termination`"),
        ("duty A\n    B must pay €5 to C\n    when D is tardy", STATUSES),
        ("duty A\n    B shal pay €5 to C", f"perhaps `must` is meant; {LIKE}Tenant must pay €500 to Landlord`"),
        ('scenario "x"\n    2031-05-01 A paid €5 to B', "a duty is `paid` by somebody, a party `pays` to somebody: `Tenant pays €2,400 to Landlord`"),
        ("agreement A\n    business days Ireland", "calendars are london, new-york, nyse, target, us-federal, us-federal-reserve, weekdays"),
        ("note\n    note\n  note", "begin it at the start of the line, or as deep as the line above it"),
    ],
)  # fmt: skip
def test_what_is_advised(text: str, help_: str) -> None:
    """The advice shows a line of the same kind, or the form that is meant."""
    assert told(text)[0].help == help_
    assert told(f"{text}\n")[0].help == help_


def test_an_error_is_told_at_its_first_word_only() -> None:
    """A line of which something is told is not told of again."""
    assert codes("Rent means 5 USD plus 6 USD foo\n") == ["S304", "S304"]
    assert codes("Rent meens meens\n") == ["S206"]


def test_many_mistakes_end() -> None:
    """Reading stops after fifty mistakes; those found are told."""
    assert "47 more places" in told("Rent meens €5\n" * 80)[-1].notes[0]


def test_nothing_is_told_of_an_empty_name_twice() -> None:
    """A file of blank lines and comments says so, once."""
    assert codes("\n\n  # nothing\n") == ["S208"]
    assert codes("") == ["S208"]


def test_what_is_left_out_keeps_its_place() -> None:
    """The rule with a mistake is blanked, so that nothing after it moves; a blank line belongs to what is above."""
    text = "section 1\n    duty A\n        on x\n\n    Rent means €5\n"
    source = Source("x", text)
    for offset in (text.index("on x"), text.index("\n\n") + 1):
        assert without(source, text, offset) == "section 1\n    |     \n            \n\n    Rent means €5\n"
    assert without(source, text, 0) == "note     \n    duty A\n        on x\n\n    Rent means €5\n"


def test_attributes_for_periods_wait() -> None:
    """What can be read but not yet be carried out says so."""
    assert codes("X means Cost of last Inspection for 2031\n") == ["S209"]


def test_reading_leaves_the_collector_as_it_was() -> None:
    """Whoever has turned off the collection of garbage finds it off."""
    gc.disable()
    try:
        document("unit Sacks\n")
        assert not gc.isenabled()
    finally:
        gc.enable()


MUTATED = (ROOT / "contracts" / "patent_purchase" / "amendment.deal").read_text(encoding="utf-8")


@settings(deadline=None)
@given(st.integers(0, len(MUTATED)), st.integers(0, 6), st.text(st.sampled_from("aZ 9\"'|#():,.\n€$-"), max_size=4))
@example(0, 0, "(" * 3)
def test_any_text_is_read_or_told_of(start: int, length: int, put: str) -> None:
    """Whatever is cut out of a contract and put in, it is read, or its mistakes are told with their places."""
    text = MUTATED[:start] + put + MUTATED[start + length :]
    places = [] if reads(text) else [found.place.span for found in told(text)]
    assert all(0 <= place.start <= place.end <= len(text) for place in places)


@settings(deadline=None)
@given(st.text(st.sampled_from("aZ 9\"'|#():,.\n€$-"), max_size=40))
def test_any_words_are_read_or_told_of(text: str) -> None:
    """The same holds for words without sense."""
    assert reads(text) in {True, False}


# ---------------------------------------------------------------- limits

SMALL = Limits.lowered(nesting=8, chain=10, name=20, string=30, digits=9, decimals=3, line=200)


@pytest.mark.parametrize(
    ("code", "taken", "refused"),
    [
        ("X104", "# " + "x" * 198, "# " + "x" * 199),
        ("X105", "R" + "e" * 19 + " means 1", "R" + "e" * 20 + " means 1"),
        ("X106", 'R means "' + "x" * 30 + '"', 'R means "' + "x" * 31 + '"'),
        ("X107", "R means 123456.789", "R means 1234567.890"),
        ("X107", "R means 0.123", "R means 0.1234"),
        ("X107", "R means 0.123%", "R means 0.1234%"),
        ("X107", "R means 123456789 Tonnes", "R means 1234567890 Tonnes"),
        ("X108", "R means " + "(" * 8 + "1" * 4 + ")" * 8, "R means " + "(" * 9 + "1" * 4 + ")" * 9),
        ("X108", "R means " + "not " * 8 + "yes", "R means " + "not " * 9 + "yes"),
        ("X108", "R means " + "- " * 9 + "1", "R means " + "- " * 10 + "1"),
        ("X108", "R means " + "start of " * 8 + "A", "R means " + "start of " * 9 + "A"),
        ("X108", "R means " + "1 day after " * 8 + "A", "R means " + "1 day after " * 9 + "A"),
        ("X108", "R means " + "some A where " * 8 + "B", "R means " + "some A where " * 9 + "B"),
        ("X108", "R means " + "if A then B else " * 8 + "C", "R means " + "if A then B else " * 9 + "C"),
        ("X108", "R means A" + " rounded up to cents" * 8, "R means A" + " rounded up to cents" * 9),
        ("X108", "R means " + "(not " * 4 + "A" + ")" * 4, "R means " + "(not " * 5 + "A" + ")" * 5),
        ("X109", "R means " + " + ".join("A" * 10), "R means " + " + ".join("A" * 11)),
        ("X109", "R means " + " and ".join("A" * 10), "R means " + " and ".join("A" * 11)),
        ("X109", "R means " + " or ".join("A" * 10), "R means " + " or ".join("A" * 11)),
        ("X109", "R means " + " * ".join("A" * 10), "R means " + " * ".join("A" * 11)),
        ("X109", "R means (" + ", ".join("A" * 10) + ")", "R means (" + ", ".join("A" * 11) + ")"),
    ],
)
def test_limits(code: str, taken: str, refused: str) -> None:
    """What has the size of a limit is taken, what is larger by one is told of."""
    document(f"{taken}\nunit Sacks\n", SMALL)
    assert codes(f"{refused}\nunit Sacks\n", SMALL) == [code]


def test_blocks_may_nest_to_the_limit() -> None:
    """Provisions in provisions have a limit too."""
    levels = [" " * level + "section 1" for level in range(10)]
    document("\n".join(levels[:9]), SMALL)
    assert codes("\n".join(levels), SMALL) == ["X108"]


def test_the_default_limits_are_taken() -> None:
    """A thousand terms and 64 parentheses are read."""
    document("R means (" + "\n + ".join(["A"] * 1_000) + ")\n")
    assert codes("R means (" + "\n + ".join(["A"] * 1_001) + ")\n") == ["X109"]
    document("R means " + "(" * 64 + "1 + 2" + ")" * 64)
    assert codes("R means " + "(" * 65 + "1 + 2" + ")" * 65) == ["X108"]


def test_side_by_side_is_not_deep() -> None:
    """Many terms beside each other, each of some depth, are no nesting."""
    document("R means " + " + ".join(["start of A - -B"] * 200) + "\n")
    document("R means " + " and ".join(["not A is before B"] * 150) + "\n")
    document("R means " + " and ".join(["(not (A))"] * 150).replace("(A)", "(A or B)") + "\n")
    document("R means " + " + ".join(["(sum of A over B)", "highest of A over C"] * 60) + "\n")


@pytest.mark.parametrize(
    "text",
    [
        "R means " + "(" * 100_000,
        "R means (\n" + "not\n" * 100_000 + "A)",
        "R means (A\n" + "+ A\n" * 100_000 + ")",
        "R means (A\n" + "and A\n" * 100_000 + ")",
        "R means (\n" + "if A then B else\n" * 50_000 + "C)",
        "R means (the later of A and\n" + "1 day after the later of A,\n" * 30_000 + "B and C)",
        "R means (\n" + "A + sum of\n" * 50_000 + "A over B)",
        "\n".join(" " * (level % 200) + "section 1" for level in range(20_000)),
        '"' * 100_001,
        "#\n" * 200_000 + "x",
        "A" * 400_000,
        "\n" * 400_000 + "(",
    ],
    ids=range(12),
)
def test_no_text_takes_long(text: str) -> None:
    """Texts made to be deep, long or odd are answered in seconds."""
    start = time.process_time()
    assert told(text)
    assert time.process_time() - start < 20
