"""What we tell a drafter, and how it reads."""

import json
import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwright.diagnostic import (
    DealError,
    Diagnostic,
    Place,
    Severity,
    as_json,
    as_sarif,
    echo,
    exit_code,
    ordered,
    problem,
    render,
)
from dealwright.limits import Limits
from dealwright.source import NOWHERE, Source, Span

LEASE = Source(
    "lease.deal",
    "Deposit means €4,800\n    except Small Unit when Heating is Gas: €100\n    except Big Unit when Floor > 1: €200\n",
)
TRAIL = ("Bakery Lease", "Article 3", "Section 3.4")


def at(source: Source, words: str) -> Span:
    """The place of the first occurrence of some words."""
    start = source.text.index(words)
    return Span(source, start, start + len(words))


CONFLICT = Diagnostic(
    "R401",
    "two exceptions of `Deposit` hold at once with different results",
    Place(at(LEASE, "except Small Unit"), "this one", TRAIL),
    also=(Place(at(LEASE, "except Big Unit"), "and this one", TRAIL), Place(at(LEASE, "Deposit"))),
    notes=("neither stands under the other", "the first gives €100\nthe second €200"),
    help="say which goes first",
)


def lines_of(diagnostic: Diagnostic) -> list[str]:
    """What a person sees, line by line."""
    return render([diagnostic]).splitlines()


# --------------------------------------------------------------------------------------------------------- the record


def test_the_severity_follows_from_the_code() -> None:
    """Nobody decides twice how much a mistake weighs."""
    assert CONFLICT.severity is Severity.ERROR
    assert problem("N104", "x", NOWHERE).severity is Severity.WARNING
    assert problem("L105", "x", NOWHERE).severity is Severity.NOTE


def test_an_unknown_code_is_a_mistake_of_ours() -> None:
    """It shows where the diagnostic is made, not where it is told."""
    with pytest.raises(ValueError, match="'R999'"):
        problem("R999", "x", NOWHERE)


def test_problem_puts_the_headings_to_the_place() -> None:
    """The short form and the long one make the same record."""
    span = at(LEASE, "Deposit")
    made = problem("R401", "m", span, also=(Place(span, "b"),), notes=("c",), help="d", trail=TRAIL)
    assert made == Diagnostic("R401", "m", Place(span, "", TRAIL), (Place(span, "b"),), ("c",), "d")


def test_an_echo_may_have_exactly_the_limit() -> None:
    """160 characters are repeated; of more, as many with the dots."""
    assert echo("x" * 160) == f"`{'x' * 160}`"
    assert echo("x" * 161) == f"`{'x' * 159}…`"
    assert echo("xyz", Limits.lowered(echo=2)) == "`x…`"


def test_an_echo_is_spelt_out() -> None:
    """An author's words can break no line and turn no direction; spelling out counts."""
    assert echo("a\nb\u202ec") == r"`a\nb\u{202e}c`"
    assert echo("\u202e" * 160) == "`" + (r"\u{202e}" * 20)[:159] + "…`"


# ------------------------------------------------------------------------------------------------------ what one sees


def test_a_diagnostic_shows_every_place_with_its_headings() -> None:
    """Primary place with carets, further ones with dashes, then notes, then advice."""
    assert render([CONFLICT]) == (
        "error[R401]: two exceptions of `Deposit` hold at once with different results\n"
        " --> lease.deal:2:5\n"
        "     Bakery Lease > Article 3 > Section 3.4\n"
        "  |\n"
        "2 |     except Small Unit when Heating is Gas: €100\n"
        "  |     ^^^^^^^^^^^^^^^^^ this one\n"
        " --> lease.deal:3:5\n"
        "     Bakery Lease > Article 3 > Section 3.4\n"
        "  |\n"
        "3 |     except Big Unit when Floor > 1: €200\n"
        "  |     --------------- and this one\n"
        " --> lease.deal:1:1\n"
        "  |\n"
        "1 | Deposit means €4,800\n"
        "  | -------\n"
        "  = note: neither stands under the other\n"
        "  = note: the first gives €100\n"
        "          the second €200\n"
        "  = help: say which goes first\n"
    )


def test_the_numbers_of_lines_stand_under_each_other() -> None:
    """The margin is as wide as the widest number."""
    source = Source("a.deal", "x\n" * 120)
    found = Diagnostic("R401", "m", Place(Span(source, 0, 1)), also=(Place(Span(source, 200, 201)),))
    assert lines_of(found)[1:] == [
        "   --> a.deal:1:1",
        "    |",
        "  1 | x",
        "    | ^",
        "   --> a.deal:101:1",
        "    |",
        "101 | x",
        "    | -",
    ]


def test_what_nobody_wrote_shows_no_line() -> None:
    """A built-in thing has only its label and headings."""
    assert lines_of(Diagnostic("I001", "m", Place(NOWHERE))) == ["error[I001]: m"]
    built_in = Diagnostic("I001", "m", Place(NOWHERE, "built in", TRAIL))
    assert lines_of(built_in)[1:] == ["     Bakery Lease > Article 3 > Section 3.4", "     built in"]


def test_a_text_without_lines_shows_its_name() -> None:
    """A file that is empty, or was never read, has no line to show."""
    assert lines_of(Diagnostic("S208", "m", Place(Span(Source("a.deal", ""), 0, 0))))[1:] == [" --> a.deal"]


def test_the_end_of_a_line_can_be_marked() -> None:
    """What is missing is shown where it should stand."""
    source = Source("a.deal", "Rent means\nx")
    assert lines_of(Diagnostic("S202", "m", Place(Span(source, 10, 10))))[3:] == ["1 | Rent means", "  |           ^"]
    assert lines_of(Diagnostic("S202", "m", Place(Span(source, 12, 12))))[3:] == ["2 | x", "  |  ^"]


def test_of_several_lines_the_first_is_shown() -> None:
    """The marks run to its end."""
    assert lines_of(Diagnostic("S202", "m", Place(Span(Source("a.deal", "ab cd\nef\n"), 3, 8))))[3:] == [
        "1 | ab cd",
        "  |    ^^",
    ]
    assert lines_of(Diagnostic("S202", "m", Place(Span(Source("a.deal", "ab\n\n"), 3, 4))))[3:] == ["2 |", "  | ^"]


def test_the_marks_stand_under_wide_narrow_and_spelt_out_letters() -> None:
    """A column on the screen is no character."""
    source = Source("a.deal", "日本 e\u0301\u200b x")
    assert lines_of(Diagnostic("S202", "m", Place(at(source, "x"))))[3:] == [
        "1 | 日本 e\u0301\\u{200b} x",
        f"  | {' ' * 15}^",
    ]
    assert lines_of(Diagnostic("S202", "m", Place(at(source, "本"))))[4] == "  |   ^^"
    assert lines_of(Diagnostic("S202", "m", Place(at(source, "\u200b"))))[4] == "  |       ^^^^^^^^"


def test_a_line_is_cut_around_what_it_is_about() -> None:
    """At most 160 columns of a line are shown."""
    assert lines_of(Diagnostic("S202", "m", Place(Span(Source("a.deal", "x" * 160), 159, 160))))[3:] == [
        f"1 | {'x' * 160}",
        f"  | {' ' * 159}^",
    ]
    assert lines_of(Diagnostic("S202", "m", Place(Span(Source("a.deal", "x" * 161), 0, 1))))[3:] == [
        f"1 | {'x' * 160}…",
        "  | ^",
    ]
    assert lines_of(Diagnostic("S202", "m", Place(Span(Source("a.deal", "x" * 1_000), 500, 501))))[3:] == [
        f"1 | …{'x' * 160}…",
        f"  | {' ' * 41}^",
    ]
    assert lines_of(Diagnostic("S202", "m", Place(Span(Source("a.deal", "\x00" * 30 + "x"), 30, 31))))[3:] == [
        "1 | …" + r"\u{0000}" * 5 + "x",
        f"  | {' ' * 41}^",
    ]


def test_letters_without_width_are_cut_too() -> None:
    """A hundred thousand accents on one letter fill no screen."""
    source = Source("a.deal", "e" + "\u0301" * 100_000 + "x")
    assert max(map(len, lines_of(Diagnostic("S202", "m", Place(Span(source, 0, 1)))))) < 200
    assert max(map(len, lines_of(Diagnostic("S202", "m", Place(at(source, "x")))))) < 200


def test_nothing_of_a_text_reaches_the_screen_as_it_is() -> None:
    """Names, headings, labels, messages, notes and advice are spelt out; the person's own words are cut."""
    source = Source("a\u202e.deal" + "n" * 1_000, "x")
    place = Place(Span(source, 0, 1), "l\u202e" + "l" * 1_000, ("h\u202e" + "h" * 1_000,))
    found = Diagnostic("R401", "m\u202e", place, (place,), ("n\u202e",), "h\u202e")
    assert "\u202e" not in render([found])
    assert max(map(len, lines_of(found))) < 200


def test_fifty_are_shown_and_the_rest_counted() -> None:
    """50 are shown; of 51, one is counted."""
    assert "more" not in render([CONFLICT] * 50)
    assert render([CONFLICT] * 51) == render([CONFLICT] * 50) + "\n... and 1 more\n"
    assert render([CONFLICT] * 3, Limits.lowered(shown=1)) == render([CONFLICT]) + "\n... and 2 more\n"


def test_two_are_parted_by_a_blank_line() -> None:
    """And none are nothing."""
    assert render([CONFLICT, CONFLICT]) == render([CONFLICT]) + "\n" + render([CONFLICT])
    assert render([]) == ""


def test_a_letter_without_width_is_marked() -> None:
    """An accent that stands over the letter before it is marked there."""
    assert lines_of(Diagnostic("S202", "m", Place(Span(Source("a.deal", "ab\u0300"), 2, 3))))[4] == "  |  ^"


@given(st.text(max_size=300), st.data())
def test_every_place_of_every_text_can_be_shown(text: str, data: st.DataObject) -> None:
    """Whatever a text holds, its diagnostics have as many lines as they should, each of them plain."""
    source = Source("a.deal", text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = render([Diagnostic("S201", "m", Place(Span(source, start, end)))])
    assert shown.count("\n") == (5 if text else 2)
    assert shown.endswith(("^\n", "--> a.deal\n"))


# ---------------------------------------------------------------------------------------------------------- the order


def test_the_order_is_that_of_the_texts() -> None:
    """By file, then by place, the most general first, then by code."""
    a, b = Source("a.deal", "x y z"), Source("b.deal", "x y z")
    wanted = [
        problem("N101", "m", NOWHERE),
        problem("N101", "m", Span(a, 0, 5)),
        problem("K101", "m", Span(a, 0, 1)),
        problem("N101", "m", Span(a, 0, 1)),
        problem("N101", "n", Span(a, 0, 1)),
        problem("A101", "m", Span(a, 2, 3)),
        problem("A101", "m", Span(b, 0, 1)),
    ]
    assert list(ordered(reversed(wanted))) == wanted


@given(st.permutations(range(6)))
def test_the_order_of_the_checks_does_not_matter(order: list[int]) -> None:
    """The same mistakes give the same bytes."""
    source = Source("a.deal", "x y z")
    found = [problem("N101", f"`{index % 2}`", Span(source, index // 2, 4)) for index in range(6)]
    assert ordered(found[index] for index in order) == ordered(found)


def test_what_is_told_twice_is_told_once() -> None:
    """Two checks may find the same."""
    assert ordered([CONFLICT, CONFLICT]) == (CONFLICT,)


def unknown(source: Source, number: int, term: str = "Rent", code: str = "N101") -> Diagnostic:
    """An unknown term at the character of this number."""
    return problem(code, f"`{term}` is not defined; `Base Rent` is", Span(source, number, number + 1), notes=("a",))


def test_three_of_a_kind_are_told() -> None:
    """Three places that use one unknown term are all told; of more, the third says how many."""
    source = Source("a.deal", "x" * 20)
    assert len(ordered(unknown(source, number) for number in range(3))) == 3
    *two, third = ordered(unknown(source, number) for number in range(4))
    assert [found.notes for found in two] == [("a",), ("a",)]
    assert third.notes == ("a", "the same holds at 1 more place of this text")
    assert third == attrs.evolve(unknown(source, 2), notes=third.notes)
    assert ordered(unknown(source, number) for number in range(9))[-1].notes[1] == (
        "the same holds at 6 more places of this text"
    )


def test_only_follow_ups_of_one_term_in_one_text_are_muted() -> None:
    """Another term, another code, another file, and what names no term, are told."""
    a, b = Source("a.deal", "x" * 20), Source("b.deal", "x" * 20)
    found = [unknown(a, number) for number in range(3)]
    others = [
        unknown(a, 9, term="Deposit"),
        unknown(a, 9, code="N102"),
        unknown(b, 9),
        *(problem("S201", "a word that cannot stand here", Span(a, number, number + 1)) for number in range(6)),
    ]
    assert set(ordered([*found, *others])) == {*found, *others}


def test_what_is_in_order_stays_so() -> None:
    """Ordering twice changes nothing."""
    source = Source("a.deal", "x" * 20)
    once = ordered(unknown(source, number) for number in range(9))
    assert ordered(once) == once


# ----------------------------------------------------------------------------------------------------- the exception


def test_the_exception_carries_and_shows_its_diagnostics() -> None:
    """In order, whatever order they came in."""
    second = problem("R401", "m", at(LEASE, "except Big Unit"))
    error = DealError(iter([second, CONFLICT]))
    assert error.diagnostics == (CONFLICT, second)
    assert str(error) == render([CONFLICT, second])
    assert pickle.loads(pickle.dumps(error)).diagnostics == error.diagnostics  # noqa: S301 - made here


@pytest.mark.parametrize(
    ("codes", "status"),
    [([], 0), (["N104", "L105"], 0), (["N104", "N101"], 1), (["F101"], 2), (["N101", "F101"], 2), (["I001"], 1)],
)
def test_the_exit_status_says_what_is_at_fault(codes: list[str], status: int) -> None:
    """0 if nothing is, 1 for the input, 2 for files that cannot be read."""
    assert exit_code([problem(code, "m", NOWHERE) for code in codes]) == status


# ------------------------------------------------------------------------------------------------------ for machines


def test_json_holds_the_whole_record() -> None:
    """Nothing is told to people that machines do not get."""
    assert as_json(attrs.evolve(CONFLICT, also=CONFLICT.also[1:])) == {
        "code": "R401",
        "slug": "conflicting-provisions",
        "severity": "error",
        "message": "two exceptions of `Deposit` hold at once with different results",
        "place": {
            "file": "lease.deal",
            "line": 2,
            "column": 5,
            "end_line": 2,
            "end_column": 22,
            "label": "this one",
            "trail": ["Bakery Lease", "Article 3", "Section 3.4"],
        },
        "also": [
            {
                "file": "lease.deal",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 8,
                "label": "",
                "trail": [],
            },
        ],
        "notes": ["neither stands under the other", "the first gives €100\nthe second €200"],
        "help": "say which goes first",
    }


def test_sarif_has_a_rule_for_each_code_and_a_result_for_each_diagnostic() -> None:
    """Code hosts show the result at its place and the rule beside it."""
    warning = Diagnostic("N104", "m", Place(at(LEASE, "Deposit")))
    report = as_sarif([CONFLICT, warning, CONFLICT])
    assert report["version"] == "2.1.0"
    (run,) = report["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["N104", "R401"]
    assert [(result["ruleId"], result["ruleIndex"], result["level"]) for result in run["results"]] == [
        ("R401", 1, "error"),
        ("N104", 0, "warning"),
        ("R401", 1, "error"),
    ]
    first, second, _ = run["results"]
    assert first["message"]["text"].splitlines() == [
        CONFLICT.message,
        *"\n".join(CONFLICT.notes).splitlines(),
        "help: say which goes first",
    ]
    assert second["message"]["text"] == "m"
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "lease.deal"},
                "region": {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 22},
            },
            "logicalLocations": [{"fullyQualifiedName": "Bakery Lease > Article 3 > Section 3.4"}],
            "message": {"text": "this one"},
        },
    ]
    assert len(first["relatedLocations"]) == 2
    assert second["relatedLocations"] == []


def test_sarif_has_no_place_for_what_nobody_wrote() -> None:
    """A result without a location is one about the whole run; a file that was not read has no lines."""
    nowhere, missing = as_sarif(
        [problem("I001", "m", NOWHERE), problem("F101", "m", Span(Source("a b\\c\udcff.deal", ""), 0, 0))],
    )["runs"][0]["results"]
    assert nowhere["locations"] == []
    assert missing["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "a%20b/c%5Cudcff.deal"}}}]


def test_what_machines_get_is_json() -> None:
    """Both forms can be written as they are."""
    assert json.loads(json.dumps([as_json(CONFLICT), as_sarif([CONFLICT])])) == [
        as_json(CONFLICT),
        as_sarif([CONFLICT]),
    ]
