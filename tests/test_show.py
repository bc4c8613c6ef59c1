"""The text in force as people read it: the conformed copy, the redline, and what becomes of the rules."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend import Consolidation, consolidate
from dealwright.diagnostic import Severity
from dealwright.paper import markdown
from dealwright.read import read
from dealwright.show import RuleChange, conformed, lines, marked, redline, rules_diff, told
from dealwright.show.matching import own_words
from dealwright.show.wording import runs
from dealwright.source import Source
from dealwright.text import Text, body_of
from dealwright.write import item
from strategies_text import WORDS, Amended, amended

CONTRACT = Path(__file__).parent.parent / "contracts" / "patent_purchase"

LEASE = """\
agreement Bakery Lease "Lease of the Corner Bakery"
    currency EUR

Loose means 1

preamble
    | A lease
    | of a bakery.
    no operative rule

section 1 "Rent"
    sentence 1
        | The rent is EUR 2,400.
        Rent means €2,400
    sentence 2
        | It is paid monthly.
        severable

section 2
    | The Tenant
    clause (a)
        | (a) may bake,
        No Baking means no
    clause (b)
        | may sell.
        notice
            served on Received
    clause (c)
        sentence 1
            | And stay.
            warranties of section 1 made on 2031-05-01
    clause (d)
        clause (i)
            | Or go.
            no operative rule

section 3
    | "Season" means summer.
    Season means 1
    | "Weather" means rain.
    Weather means 2

section 4
    clause (a)
    clause (b)
        | Last.
        no operative rule

schedule A "Plan"
    absent
"""

FIRST = """
amendment First Amendment
    amends Bakery Lease

section 1
    delete sentence 1 of section 1
section 2
    replace words "sell" with "sell bread" in section 2
        no rule depends on them
section 3
    delete definition of Weather
section 4
    insert after section 3
        section 3A "More"
            | More.
            More means 1
section 5
    delete section 4
section 6
    Own means 5
section 7
    delete definition of Loose
section 8
    replace clause (d) of section 2
        clause (i)
            | Or leave.
            no operative rule
section 9
    change Season from 1 to 3
        no words depend on it
"""

CONFORMED = """\
# Lease of the Corner Bakery

A lease\\
of a bakery.

## Section 1 Rent

[sentence 1 deleted by section 1 of First Amendment]

It is paid monthly.

## Section 2

The Tenant

(a) may bake,

(b) may sell bread.

[clause (b) of section 2 amended by section 2 of First Amendment]

(c) And stay.

(d)

[clause (d) of section 2 replaced by section 8 of First Amendment]

(i) Or leave.

## Section 3

[amended by section 3 of First Amendment; amended by section 9 of First Amendment]

"Season" means summer.

[Weather: deleted by section 3 of First Amendment]

## Section 3A More

[inserted by section 4 of First Amendment]

More.

## Section 4

[deleted by section 5 of First Amendment]

## Schedule A Plan

[not at hand]

[Loose: deleted by section 7 of First Amendment]

# First Amendment

## Section 1

## Section 2

## Section 3

## Section 4

3A More

More.

## Section 5

## Section 6

## Section 7

## Section 8

(i)

Or leave.

## Section 9
"""

MARKED = """\
Bakery Lease, sentence 1 of section 1: deleted (section 1 of First Amendment)
    [-The rent is EUR 2,400.-]

Bakery Lease, clause (b) of section 2: changed (section 2 of First Amendment)
    may sell {+bread+}.

Bakery Lease, clause (i) of clause (d) of section 2: changed (section 8 of First Amendment)
    Or [-go-] {+leave+}.

Bakery Lease, section 3: changed (section 3 of First Amendment, section 9 of First Amendment)
    "Season" means summer.

    [-"Weather" means rain.-]

Bakery Lease, section 3A: inserted (section 4 of First Amendment)
    {+More.+}

Bakery Lease, section 4: deleted (section 5 of First Amendment)

Bakery Lease, clause (a) of section 4: deleted (section 5 of First Amendment)

Bakery Lease, clause (b) of section 4: deleted (section 5 of First Amendment)
    [-Last.-]
"""

TOLD = """\
section 7 of First Amendment:
    removed Loose in Bakery Lease
        - Loose means 1

section 1 of First Amendment:
    removed Rent in sentence 1 of section 1 of Bakery Lease
        - Rent means €2,400

section 9 of First Amendment:
    changed Season in section 3 of Bakery Lease
          Season means [-1-] {+3+}

section 3 of First Amendment:
    removed Weather in section 3 of Bakery Lease
        - Weather means 2

section 4 of First Amendment:
    added More in section 3A of Bakery Lease
        + More means 1

section 6 of First Amendment:
    added Own in section 6 of First Amendment
        + Own means 5
"""


def texts(*sources: str) -> tuple[Text, Text]:
    """A text without its amendments, and with all of them."""
    instruments = read(Source("lease.deal", "".join(sources))).instruments
    names = [one.name for one in instruments if one.word != "agreement"]
    result = consolidate(instruments, names)
    assert not any(told.severity is Severity.ERROR for told in result.diagnostics)
    return consolidate(instruments, []).text, result.text


def test_the_conformed_copy() -> None:
    """Everything stands at its number, with a note where it is not as first written."""
    _, after = texts(LEASE, FIRST)
    assert markdown(conformed(after)) == CONFORMED


def test_the_redline() -> None:
    """What differs is shown word by word, with who changed it."""
    before, after = texts(LEASE, FIRST)
    agreement = tuple(one for one in redline(before, after) if one.instrument == "Bakery Lease")
    assert marked(agreement) == MARKED
    assert marked(redline(before, before)) == marked(redline(after, after)) == ""


def test_what_becomes_of_the_rules() -> None:
    """Each rule that differs stands under the operation that did it."""
    before, after = texts(LEASE, FIRST)
    assert told(rules_diff(before, after)) == TOLD
    assert rules_diff(before, before) == ()


@given(st.lists(st.sampled_from(WORDS), max_size=6), st.lists(st.sampled_from(WORDS), max_size=6))
def test_lines_of_a_rule_hold_what_differs_in_both(first: list[str], second: list[str]) -> None:
    """Line by line the rule that was and the rule that is can be told; a line that stays as it is is not shown."""
    one, other = (m.Condition("Ready", limbs_of(labels)) for labels in (first, second))
    found = lines(RuleChange("changed", "Ready", "Bakery Lease", "", (one,), (other,)))
    for kind, rule in (("inserted", one), ("deleted", other)):
        sides = ["".join(run.words for run in line if run.kind != kind) for line in found]
        shown = [side for side in sides if side]
        assert all(any(side == line for line in item(rule)) for side in shown)
        assert len(item(rule)) >= len(shown)
    assert all({run.kind for run in line} != {"equal"} for line in found)
    assert (found == ()) == (one == other)


def limbs_of(words: list[str]) -> e.Limbs:
    """A list of limbs, one for each of some words."""
    limbs = tuple(e.Limb(f"({place})", e.Question(word)) for place, word in enumerate(words, 1))
    return e.Limbs("all", (e.Limb("(0)", e.Question("always")), *limbs))


def test_backwards() -> None:
    """A text can be compared with an earlier one: what only that had was taken out by nobody it knows."""
    before, after = texts(LEASE, FIRST)
    kinds = {change.name: change.kind for _, changes in rules_diff(after, before) for change in changes}
    assert kinds == {
        "Loose": "added",
        "Rent": "added",
        "Season": "changed",
        "Weather": "added",
        "More": "removed",
        "Own": "removed",
    }
    lines = {one.identity: (one.kind, one.by) for one in redline(after, before)}
    assert lines["Bakery Lease: section 3A"] == ("deleted", ())
    assert lines["First Amendment: section 6"] == ("deleted", ())
    assert lines["Bakery Lease: section 4"] == ("inserted", ())


def test_rules_without_names() -> None:
    """A rule that has no name is called by what it is."""
    gone = (
        "\namendment First Amendment\n    amends Bakery Lease\n\nsection 1\n"
        "    replace sections 1 and 2\n        section 1\n            A means 1\n"
    )
    before, after = texts(LEASE, gone)
    ((origin, changes), *_) = rules_diff(before, after)
    assert str(origin) == "section 1 of First Amendment"
    assert [change.name for change in changes] == ["Rent", "severable", "No Baking", "notice", "warranties", "A"]


def test_headings() -> None:
    """A heading that changes is a change; what a replacement leaves out is not mentioned in the copy."""
    base = 'agreement Bakery Lease\n\nsection 1 "Rent"\n    clause (a)\n        A means 1\n'
    change = (
        "\namendment First Amendment\n    amends Bakery Lease\n\nsection 1\n"
        '    replace section 1\n        section 1 "Price"\n            B means 2\n'
    )
    before, after = texts(base, change)
    assert marked(redline(before, after)[:1]) == (
        "Bakery Lease, section 1: changed (section 1 of First Amendment)\n    Section 1 [-Rent-] {+Price+}\n"
    )
    assert markdown(conformed(after)).splitlines()[2:6] == [
        "## Section 1 Price",
        "",
        "[replaced by section 1 of First Amendment]",
        "",
    ]


def test_clauses_without_words() -> None:
    """A clause that has none shows its number."""
    text, _ = texts("agreement Bakery Lease\n\nsection 1\n    clause (a)\n        A means 1\n")
    assert markdown(conformed(text)) == "# Bakery Lease\n\n## Section 1\n\n(a)\n"


def test_a_restated_agreement() -> None:
    """What stood at the top and is not written anew is gone with it."""
    restated = (
        "\namendment First Amendment\n    amends Bakery Lease\n\nsection 1\n"
        "    restate this agreement\n        A means 1\n"
    )
    before, after = texts("agreement Bakery Lease\n\nTop means 1\n\nsection 1\n    B means 1\n", restated)
    found = {
        change.name: (str(origin), change.kind) for origin, changes in rules_diff(before, after) for change in changes
    }
    assert found == {
        "Top": ("Bakery Lease", "removed"),
        "B": ("section 1 of First Amendment", "removed"),
        "A": ("Bakery Lease", "added"),
    }


words = st.lists(st.sampled_from((*WORDS, "$1,800.50", "(a)", '"it"', "\n\n")), max_size=12).map(" ".join)


@settings(deadline=None)
@given(words, words)
def test_runs_hold_both_texts(before: str, after: str) -> None:
    """The equal and deleted runs are the earlier text, the equal and inserted ones the later."""
    before, after = (" ".join(text.split()) for text in (before, after))
    found = runs(before, after)
    assert "".join(run.words for run in found if run.kind != "inserted") == before
    assert "".join(run.words for run in found if run.kind != "deleted") == after


@settings(deadline=None)
@given(amended())
def test_the_redline_holds_both_texts(case: Amended) -> None:
    """The words of every provision of both texts can be read off the redline."""
    result: Consolidation = consolidate([case.base, case.amendment], ["First Amendment"])
    before = Text((body_of(case.base),))
    lines = {one.identity: one for one in redline(before, result.text)}
    for text, out in ((before, "inserted"), (result.text, "deleted")):
        for node in text.nodes():
            shown = "".join(run.words for run in lines[node.identity].words if run.kind != out)
            assert shown == own_words(node)
    assert conformed(result.text) == conformed(result.text)


def test_the_first_contract() -> None:
    """The Amendment replaces section 3.1 and deletes sentence 1 of 3.4, 6.1 and 8.1 to 8.4, and nothing else."""
    files = [CONTRACT / "agreement.deal", CONTRACT / "amendment.deal"]
    instruments = [
        one for path in files for one in read(Source(path.name, path.read_text(encoding="utf-8"))).instruments
    ]
    before, result = consolidate(instruments, []).text, consolidate(instruments, ["First Amendment"])
    assert result.diagnostics == ()
    assert [(change.kind, change.address) for change in result.changes] == [
        ("replaced", "section 3.1"),
        ("deleted", "sentence 1 of section 3.4"),
        ("deleted", "section 6.1"),
        *(("deleted", f"section 8.{number}") for number in range(1, 5)),
    ]
    agreement = [one for one in redline(before, result.text) if one.instrument == instruments[0].name]
    assert [(one.kind, one.address) for one in agreement if one.kind != "equal"] == [
        ("changed", "section 3.1"),
        ("deleted", "sentence 1 of section 3.4"),
        ("deleted", "section 6.1"),
        *(("deleted", f"section 8.{number}") for number in range(1, 5)),
        *(("deleted", f"sentence {number} of section 8.4") for number in (1, 2)),
    ]
    (replaced,) = (one for one in agreement if one.address == "section 3.1")
    new = "".join(run.words for run in replaced.words if run.kind != "deleted")
    assert new.startswith("The obligation of Seller to transfer")
    assert new.endswith("been terminated or amended.")
    assert {one.kind for one in redline(before, result.text) if one.instrument == "First Amendment"} == {"inserted"}
