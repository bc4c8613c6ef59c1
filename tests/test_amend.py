"""What each operation of an amendment does to a text, and when it cannot be carried out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dealwright import expression as e
from dealwright import model as m
from dealwright.amend import Consolidation, consolidate, parties_after
from dealwright.diagnostic import Severity
from dealwright.read import read
from dealwright.source import Source
from dealwright.text import Body, Gone, Missing, Node, Placed, Several, Text, spots
from dealwright.value import Money
from dealwright.write import expression as written
from strategies_text import BASE

NAME = "First Amendment"
DATED = "dated 2031-06-01\n    amends Bakery Lease"


# ---------------------------------------------------------------- the workshop

LEASE = """\
agreement Bakery Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

article 1 "Rent"

    section 1.1
        sentence 1
            | The rent is EUR 2,400 a month, payable within thirty
            | days.
            Rent means €2,400
            Time means 30 days
        sentence 2
            | It follows no index.
            no operative rule

    section 1.2 "Deposit"
        clause (a)
            | The deposit is EUR 4,800.
            Deposit means €4,800
        clause (b)
            | It bears interest.
            no operative rule
        clause (c)
            | It is paid back.
            duty Payback
                Landlord must pay Deposit to Tenant
                on 2036-03-01

article 2 "Rest"

    section 2.1 "Words"
        | "Season" means the warm one.
        Season means 1
        | "Weather" is what there is.
        Weather means Season of section 2.1

    section 2.2
        table Rebates by Rent gives Rebate Rate, Rebate Ceiling
            above €900,000: 6%, €9,000
            above €600,000: 4%, €6,000
            otherwise: 0%, €0

    section 2.3
        | The Tenant may leave.
        power Break
            Tenant may terminate
            when the duty of section 1.2(c) is breached

schedule A "Plan"
    section 1
        | A plan.
        no operative rule
"""


def amendment(operation: str, name: str = NAME, settings: str = "amends Bakery Lease") -> str:
    """An amendment with a text below its first section."""
    indented = "\n".join(f"    {line}" if line else "" for line in operation.splitlines())
    return f"\namendment {name}\n    {settings}\n\nsection 1\n{indented}\n"


def done(*amendments: str, base: str = LEASE) -> Consolidation:
    """The lease with some amendments put in, in order."""
    instruments = read(Source("lease.deal", base + "".join(amendments))).instruments
    return consolidate(instruments, [one.name for one in instruments if one.word != "agreement"])


def good(operation: str, *remarks: str) -> Consolidation:
    """The lease with an operation carried out, and the codes of what is remarked on."""
    result = done(amendment(operation))
    assert [told.code for told in result.diagnostics] == list(remarks)
    return result


def bad(operation: str) -> tuple[str, str]:
    """The one thing that is told of an operation which cannot be carried out: its code and its message."""
    result = done(amendment(operation))
    assert [body.name for body in result.text.bodies] == [BASE]
    (told,) = result.diagnostics
    return told.code, told.message.partition("`section 1 of First Amendment` ")[2]


def at(text: Text, *steps: str) -> Node:
    """The provision at an address, innermost first."""
    found = text.find(address(*steps), BASE)
    assert isinstance(found, Node)
    return found


def address(*steps: str) -> e.Address:
    """An address of the lease."""
    return e.Address(tuple((step.split()[0], step.split()[1]) for step in steps))


def rules_of(text: Text, *steps: str) -> list[m.Item]:
    """The rules directly in a provision."""
    return [item for item in at(text, *steps).content if not isinstance(item, Node | m.Words)]


def words_of(text: Text, *steps: str) -> list[str]:
    """The lines of words directly in a provision."""
    return [line for item in at(text, *steps).content if isinstance(item, m.Words) for line in item.lines]


def meaning(text: Text, term: str) -> e.Expression:
    """What a term means."""
    found = text.find(e.Address(term=term), BASE)
    assert isinstance(found, Placed)
    assert isinstance(found.item, m.Definition)
    return found.item.meaning


def gone(text: Text, *steps: str) -> Gone:
    """The tombstone at an address."""
    found = text.find(address(*steps), BASE)
    assert isinstance(found, Gone)
    return found


# ---------------------------------------------------------------- replace


def test_replace_gives_other_words_and_rules() -> None:
    """New words lose the quotation marks in which the amendment sets them; the amendment keeps them."""
    result = good(
        '| Section 1.2 is replaced:\nreplace section 1.2\n    | "No "deposit" is\n    | due."\n    No Deposit means yes'
    )
    section = at(result.text, "section 1.2")
    assert words_of(result.text, "section 1.2") == ['No "deposit" is', "due."]
    assert section.heading == "Deposit"
    assert section.identity == "Bakery Lease: section 1.2"
    assert [str(origin) for origin in section.origins] == ["section 1 of First Amendment"]
    own = result.text.find(address("section 1"), NAME)
    assert isinstance(own, Node)
    assert [line for item in own.content if isinstance(item, m.Words) for line in item.lines] == [
        "Section 1.2 is replaced:",
        '"No "deposit" is',
        'due."',
    ]
    (change,) = result.changes
    assert (change.kind, change.identity, change.address) == ("replaced", section.identity, "section 1.2")
    assert change.after == (section,)


def test_replace_keeps_the_identity_of_what_keeps_its_number() -> None:
    """What the new text no longer has is gone, and its number is free."""
    result = good(
        "replace section 1.2\n    section 1.2\n        clause (a)\n            | None.\n            Deposit means €0"
    )
    assert at(result.text, "clause (a)", "section 1.2").identity == "Bakery Lease: section 1.2 / clause (a)"
    assert gone(result.text, "clause (b)", "section 1.2").word == "replaced"
    again = done(
        amendment("replace section 1.2\n    clause (a)\n        Deposit means €0"),
        amendment("insert in section 1.2\n    clause (b)\n        Bond means €1", "Second Amendment"),
    )
    assert at(again.text, "clause (b)", "section 1.2").identity == "Bakery Lease: section 1.2 / clause (b) [2]"


def test_replace_several() -> None:
    """Each takes the place of its number; what has no successor is deleted, what has no predecessor is new."""
    result = good(
        "replace clauses (a) to (c) of section 1.2\n"
        '    clause (a)\n        | "One."\n        One means 1\n'
        '    clause (b) "Two"\n        | "Two."\n        Two means 2\n'
        "    clause (d)\n        Four means 4"
    )
    assert [(change.kind, change.address) for change in result.changes] == [
        ("replaced", "clause (a) of section 1.2"),
        ("replaced", "clause (b) of section 1.2"),
        ("inserted", "clause (d) of section 1.2"),
        ("deleted", "clause (c) of section 1.2"),
    ]
    assert words_of(result.text, "clause (b)", "section 1.2") == ["Two."]
    assert gone(result.text, "clause (c)", "section 1.2").word == "deleted"


def test_replace_beside() -> None:
    """A replacement that comes with a further section puts it after the first."""
    result = good(
        "replace section 1.2\n    section 1.2\n        A means 1\n    section 1.2A\n        B means 1", "A124"
    )
    article = at(result.text, "article 1")
    assert [node.number for node in article.content if isinstance(node, Node)] == ["1.1", "1.2", "1.2A"]


def test_replace_everything_in_an_article() -> None:
    """The article stays, with its heading."""
    result = good("replace everything in article 2\n    section 2.9\n        Nine means 9", "A124")
    assert at(result.text, "article 2").heading == "Rest"
    assert gone(result.text, "section 2.1").word == "replaced"
    assert at(result.text, "section 2.9").number == "2.9"


def test_restate() -> None:
    """The whole agreement is one change; what it no longer has can still be told from what never was."""
    result = good(
        "restate this agreement\n    party Landlord\n    party Tenant\n"
        "    article 1\n        section 1.1\n            New Rent means €1",
        "A124",
    )
    (change,) = result.changes
    assert (change.kind, change.identity, change.address) == ("restated", BASE, "")
    assert rules_of(result.text, "section 1.1")
    assert gone(result.text, "section 2.1").origin.instrument == NAME
    assert good("restate section 1.1\n    New Rent means €1", "A124").changes[0].kind == "restated"


def test_restate_with_sections_in_other_articles() -> None:
    """A section keeps its identity under its number, whichever article it stands in; nothing stands twice."""
    result = good(
        "restate this agreement\n    article 1\n        section 1.1\n            New Rent means €1\n"
        "        section 2.3\n            sentence 1\n                | The Tenant may go.\n"
        "                no operative rule\n    article 3\n        section 1.2\n            Deposit means €5"
    )
    assert at(result.text, "section 2.3", "article 1").identity == "Bakery Lease: section 2.3"
    assert at(result.text, "section 1.2", "article 3").identity == "Bakery Lease: section 1.2"
    names = [spot.node.identity for spot in spots(result.text.body(BASE).content)]
    assert len(names) == len(set(names))
    assert gone(result.text, "section 2.2").word == "replaced"


def test_replace_the_text_of_an_amendment() -> None:
    """An amendment has provisions of its own, which a later one can change."""
    result = done(
        amendment("| Own words.\nOwn means 1"),
        amendment("replace section 1 of First Amendment\n    | Other words.\n    Own means 2", "Second Amendment"),
        amendment("delete section 1", "Third Amendment", "amends First Amendment, Bakery Lease"),
    )
    (told,) = result.diagnostics
    assert told.code == "A107"
    assert "`First Amendment` and `Bakery Lease` have" not in told.message or told.code == "A107"
    found = result.text.find(address("section 1"), NAME)
    assert isinstance(found, Node)
    assert found.origins[0].instrument == "Second Amendment"
    assert found.instrument == NAME


@pytest.mark.parametrize(
    ("operation", "code", "message"),
    [
        ("replace section 7\n    A means 1", "A101", "replaces `section 7`, which `Bakery Lease` never had"),
        (
            "replace section 1 of Third Amendment\n    A means 1",
            "A101",
            "replaces `section 1 of Third Amendment`, but `Third Amendment` is not in force",
        ),
        (
            "replace section 1.2\n    | Nothing.",
            "A110",
            "changes the words of `section 1.2` and says nothing of its rules",
        ),
        (
            "replace section 1.2\n    clause (a)\n        | Nothing.",
            "A110",
            "changes the words of `section 1.2` and says nothing of its rules",
        ),
        (
            'replace section 2.3\n    expecting "may stay"\n    A means 1',
            "A103",
            "expects the words `may stay` in `section 2.3`, which has others",
        ),
        (
            "replace sections 1.1 and 1.2\n    A means 1",
            "A107",
            "replaces 2 provisions with one text",
        ),
        ("replace section 1.1\n    above €5: 4%", "A101", "puts a row where there is no table"),
        (
            "replace section 1.1, definition of Season\n    A means 1",
            "A107",
            "replaces several things with one text",
        ),
        (
            "replace sections 2.3 to 2.1\n    A means 1",
            "A101",
            "replaces `sections 2.3 to 2.1`, which run backwards",
        ),
        (
            "replace section 1.2\n    section 1.2\n        A means 1\n    section 1.1\n        B means 1",
            "A108",
            "gives a provision the number `section 1.1`, which another one has",
        ),
    ],
)
def test_replace_what_cannot_be(operation: str, code: str, message: str) -> None:
    """A replacement says what it replaces, and what rules the new words have."""
    assert bad(operation) == (code, message)


# ---------------------------------------------------------------- delete


def test_delete_leaves_tombstones() -> None:
    """Numbers stay, a sentence keeps its place, and what is gone is found as such."""
    result = good(
        'delete sentence 1 of section 1.1\n    expecting "The rent is EUR 2,400 a month, payable within thirty days"'
    )
    assert at(result.text, "sentence 2", "section 1.1").number == "2"
    found = gone(result.text, "sentence 1", "section 1.1")
    assert (found.word, str(found.origin)) == ("deleted", "section 1 of First Amendment")
    assert found.identity == "Bakery Lease: section 1.1 / sentence 1"
    assert isinstance(result.text.find(e.Address(term="Rent"), BASE), Gone)


def test_delete_lists_and_ranges() -> None:
    """A range takes in what stands between its ends, over articles too, and passes over what is gone."""
    assert len(good("delete sections 1.1 and 2.1").changes) == 2
    assert len(good("delete sections 1.1 to 2.1").changes) == 3
    result = done(
        amendment("delete clause (b) of section 1.2"),
        amendment("delete clauses (a) to (c) of section 1.2", "Second Amendment"),
    )
    assert [change.address for change in result.changes] == [f"clause ({x}) of section 1.2" for x in "bac"]


def test_delete_everything_in() -> None:
    """What holds it stays, empty."""
    result = good("delete everything in section 2.1")
    assert rules_of(result.text, "section 2.1") == []
    assert isinstance(result.text.find(e.Address(term="Season"), BASE), Gone)
    result = good("delete everything in article 2")
    assert gone(result.text, "section 2.3").word == "deleted"
    assert at(result.text, "article 2").heading == "Rest"


@pytest.mark.parametrize(
    ("operation", "code", "message"),
    [
        (
            "delete section 1.1\ndelete sentence 2 of section 1.1",
            "A102",
            "deletes `sentence 2 of section 1.1`, which `section 1 of First Amendment` deleted",
        ),
        (
            "delete section 1.1, section 1.1",
            "A102",
            "deletes `section 1.1`, which `section 1 of First Amendment` deleted",
        ),
        (
            "replace section 1.1\n    No Rent means yes\ndelete sentence 2 of section 1.1",
            "A102",
            "deletes `sentence 2 of section 1.1`, which `section 1 of First Amendment` replaced",
        ),
        ("delete definition of Summer", "A101", "deletes `definition of Summer`, which `Bakery Lease` never had"),
        (
            "delete clauses (a) to (f) of section 1.2",
            "A101",
            "deletes `section 1.2(f)`, which `Bakery Lease` never had",
        ),
    ],
)
def test_delete_what_cannot_be(operation: str, code: str, message: str) -> None:
    """What is not there cannot be deleted."""
    assert bad(operation) == (code, message)


def test_targets_that_may_be_several() -> None:
    """An address that fits two provisions equally well is not guessed at; a schedule counts for itself."""
    base = LEASE + "schedule B\n    section 1\n        | B.\n        no operative rule\n"
    result = done(amendment("delete section 1"), base=base)
    (told,) = result.diagnostics
    assert told.code == "A107"
    assert "and there are 2 of them" in told.message
    assert len(told.also) == 2
    result = done(amendment("delete section 1 of schedule B"), base=base)
    assert result.changes[0].identity == "Bakery Lease: schedule B / section 1"


# ---------------------------------------------------------------- insert


@pytest.mark.parametrize(
    ("operation", "numbers"),
    [
        ("insert after section 1.1\n    section 1.1A\n        A means 1", ["1.1", "1.1A", "1.2"]),
        ("insert before section 1.1\n    section 1.0\n        A means 1", ["1.0", "1.1", "1.2"]),
        ("insert at the end of article 1\n    section 1.9\n        A means 1", ["1.1", "1.2", "1.9"]),
        ("insert in article 1\n    section 1.1A\n        A means 1", ["1.1", "1.1A", "1.2"]),
        ("insert in article 1\n    section 1.3\n        A means 1", ["1.1", "1.2", "1.3"]),
        ("delete section 1.2\ninsert after section 1.2\n    section 1.3\n        A means 1", ["1.1", "1.2", "1.3"]),
    ],
)
def test_insert_provisions(operation: str, numbers: list[str]) -> None:
    """A new provision stands where the operation says, or where its number belongs."""
    text = good(operation).text
    assert [item.number for item in at(text, "article 1").content if isinstance(item, Node)] == numbers


def test_insert_at_a_tombstone() -> None:
    """The place of what was deleted is still there."""
    result = done(
        amendment("delete section 1.2"),
        amendment("insert after section 1.2\n    section 1.3\n        A means 1", "Second Amendment"),
    )
    assert result.diagnostics == ()
    assert at(result.text, "section 1.3").origins[0].instrument == "Second Amendment"


def test_insert_rules_and_words() -> None:
    """What has no number goes where it is put, and marks what it is put into."""
    result = good("insert at the end of section 2.1\n    | More.\n    More means 1")
    assert words_of(result.text, "section 2.1")[-1] == "More."
    assert at(result.text, "section 2.1").origins
    assert result.changes[0].kind == "inserted"
    result = good("insert after section 2.1\n    More means 1\n    paragraph 1\n        Less means 1")
    assert isinstance(result.text.find(e.Address(term="More"), BASE), Placed)
    result = good("insert after article 1\n    More means 1")
    found = result.text.find(e.Address(term="More"), BASE)
    assert isinstance(found, Placed)
    assert found.node is None


@pytest.mark.parametrize(
    ("operation", "code", "message"),
    [
        (
            "insert after section 1.1\n    section 2.1\n        A means 1",
            "A108",
            "gives a provision the number `section 2.1`, which another one has",
        ),
        (
            "delete section 2.1\ninsert after section 1.1\n    section 2.1\n        A means 1",
            "A108",
            "gives a provision the number `section 2.1`, which another one had",
        ),
        (
            "insert in schedule A\n    section 1\n        A means 1",
            "A108",
            "gives a provision the number `section 1`, which another one has",
        ),
        (
            "insert after section 7\n    section 8\n        A means 1",
            "A101",
            "inserts something after `section 7`, which `Bakery Lease` never had",
        ),
        (
            "insert in section 7\n    section 8\n        A means 1",
            "A101",
            "inserts something in `section 7`, which `Bakery Lease` never had",
        ),
    ],
)
def test_insert_what_cannot_be(operation: str, code: str, message: str) -> None:
    """A number is given once."""
    assert bad(operation) == (code, message)


# ---------------------------------------------------------------- renumber


def test_renumber_moves_identity_and_citations() -> None:
    """A provision keeps its identity under another number, and rules go on citing it."""
    result = good(
        "renumber clauses (b) to (c) of section 1.2 as clauses (c) to (d) of section 1.2\n"
        "insert after clause (a) of section 1.2\n    clause (b)\n        Bond means €1"
    )
    assert at(result.text, "clause (d)", "section 1.2").identity == "Bakery Lease: section 1.2 / clause (c)"
    assert at(result.text, "clause (b)", "section 1.2").identity == "Bakery Lease: section 1.2 / clause (b) [2]"
    (power,) = (rule for rule in rules_of(result.text, "section 2.3") if isinstance(rule, m.Norm))
    cited = [part for part in e.walk(power) if isinstance(part, e.Address)]
    assert cited == [address("clause (d)", "section 1.2")]
    assert [change.kind for change in result.changes] == ["renumbered", "renumbered", "inserted"]


def test_renumber_a_new_provision() -> None:
    """What an instrument inserts it may renumber; citations of runs follow too."""
    base = (
        LEASE + "\nsection 5\n    warranties of sections 1.1 to 1.2 made on 2031-05-01\n"
        "    Rent Cited means Rent of section 1.1\n    Lost means Rent of section 99\n"
    )
    result = done(
        amendment("insert after section 2.3\n    section 2.4\n        A means 1\nrenumber section 2.4 as section 2.5"),
        amendment("renumber section 1.1, section 1.2 as section 1.5, section 1.6", "Second Amendment"),
        base=base,
    )
    assert result.diagnostics == ()
    assert at(result.text, "section 2.5").identity == "Bakery Lease: section 2.4"
    bring, cited, lost = rules_of(result.text, "section 5")
    assert isinstance(bring, m.BringDown)
    (run,) = bring.addresses
    assert isinstance(run, e.AddressRange)
    assert (run.first, run.last) == ("1.5", "1.6")
    assert isinstance(cited, m.Definition)
    assert cited.meaning == e.Ref("Rent", at=address("section 1.5"))
    assert isinstance(lost, m.Definition)
    assert lost.meaning == e.Ref("Rent", at=address("section 99"))


@pytest.mark.parametrize(
    ("operation", "code", "message"),
    [
        (
            "renumber section 1.1 as section 1.2",
            "A108",
            "gives a provision the number `section 1.2`, which another one has",
        ),
        (
            "renumber section 1.1 as sections 3.1 to 3.2",
            "A107",
            "renumbers 1 provisions, and `3.1 to 3.2` is another count",
        ),
        ("renumber sections 1.1 and 1.2 as section 3.1", "A107", "renumbers 2 provisions and gives 1 numbers"),
        ("renumber definition of Season as section 3", "A101", "renumbers what has no number"),
        ("renumber section 1.1 as definition of Season", "A101", "renumbers a provision as what is no number"),
        ("renumber section 9 as section 10", "A101", "renumbers `section 9`, which `Bakery Lease` never had"),
    ],
)
def test_renumber_what_cannot_be(operation: str, code: str, message: str) -> None:
    """Every provision gets one number, and every number one provision."""
    assert bad(operation) == (code, message)


# ---------------------------------------------------------------- definitions and values


def test_replace_a_definition() -> None:
    """The words that define a term and nothing else go with its rule."""
    result = good('replace definition of Season\n    | "Season" means the cold one.\n    Season means 2')
    assert meaning(result.text, "Season") == e.Literal("number", Fraction(2))
    assert words_of(result.text, "section 2.1") == ['"Season" means the cold one.', '"Weather" is what there is.']
    (change,) = result.changes
    assert (change.kind, change.term, change.address) == ("replaced", "Season", "section 2.1")
    assert words_of(good("replace definition of Season\n    Season means 2", "A124").text, "section 2.1")[0].endswith(
        "warm one."
    )
    text = good("replace definition of Deposit\n    | None.\n    Deposit means €0").text
    assert words_of(text, "clause (a)", "section 1.2") == ["None."]


def test_delete_a_definition() -> None:
    """A definition that is all of its provision is the provision; another goes with the words that define it."""
    result = good("delete definition of Weather")
    assert words_of(result.text, "section 2.1") == ['"Season" means the warm one.']
    assert isinstance(result.text.find(e.Address(term="Weather"), BASE), Gone)
    assert gone(good("delete definition of Deposit").text, "clause (a)", "section 1.2").word == "deleted"
    top = LEASE.replace("party Tenant\n", "party Tenant\nLoose means 1\n", 1)
    result = done(amendment("delete definition of Loose"), base=top)
    assert isinstance(result.text.find(e.Address(term="Loose"), BASE), Gone)


def test_insert_beside_a_definition() -> None:
    """New definitions stand before or after an old one."""
    text = good("insert before definition of Season\n    | First.\n    Before means 1").text
    assert words_of(text, "section 2.1")[1] == "First."
    names = [rule.name for rule in rules_of(text, "section 2.1") if isinstance(rule, m.Definition)]
    assert names == ["Before", "Season", "Weather"]
    text = good("insert after definition of Season\n    After means 1").text
    names = [rule.name for rule in rules_of(text, "section 2.1") if isinstance(rule, m.Definition)]
    assert names == ["Season", "After", "Weather"]


def table_rows(text: Text) -> list[str]:
    """The keys of the lease's table, and what its last resort is called."""
    (table,) = (rule for rule in rules_of(text, "section 2.2") if isinstance(rule, m.Table))
    return [row.bound if row.key is None else written(row.key) for row in table.rows]


@pytest.mark.parametrize(
    ("operation", "keys"),
    [
        ("replace row €600,000 of table Rebates\n    above €650,000: 4%, €6,000", ["€900,000", "€650,000"]),
        ("delete row €600,000 of table Rebates", ["€900,000"]),
        (
            "insert after row €900,000 of table Rebates\n    above €700,000: 5%, €7,000",
            ["€900,000", "€700,000", "€600,000"],
        ),
        ("insert before row otherwise of table Rebates\n    above €5: 5%, €7,000", ["€900,000", "€600,000", "€5"]),
        ("insert in definition of Rebates\n    above €5: 5%, €7,000", ["€900,000", "€600,000", "€5"]),
    ],
)
def test_rows(operation: str, keys: list[str]) -> None:
    """Rows are found by their keys; one put into a table stands before its last resort."""
    assert table_rows(good(operation).text) == [*keys, "otherwise"]


def test_rows_of_a_definition() -> None:
    """A definition can be a table of one column."""
    base = LEASE + "\nsection 6\n    Index means by start of the year\n        from 2031-01-01: 100\n"
    result = done(amendment("insert in definition of Index\n    from 2032-01-01: 103"), base=base)
    lookup = meaning(result.text, "Index")
    assert isinstance(lookup, e.Lookup)
    assert len(lookup.rows) == 2


def test_change_a_value() -> None:
    """A term gets another value if it has the old one; in a reading too, if only one alternative gives it."""
    result = good("change Deposit from €4,800 to €5,200")
    assert meaning(result.text, "Deposit") == e.Literal("money", Money(Fraction(5200), "EUR"))
    assert result.changes[0].kind == "value changed"
    base = (
        LEASE + '\nsection 6\n    reading Open "what is open"\n        is "one"\n            Only means 1\n'
        '            Both means 1\n        or "two"\n            Both means 2\n'
    )
    assert done(amendment("change Only from 1 to 2"), base=base).diagnostics == ()
    (told,) = done(amendment("change Both from 1 to 2"), base=base).diagnostics
    assert told.code == "A107"
    (told,) = done(amendment("delete definition of Both"), base=base).diagnostics
    assert told.code == "A107"


@pytest.mark.parametrize(
    ("operation", "code", "message"),
    [
        ("change Rent from €1 to €2", "A103", "changes `Rent` from `€1`, but it is `€2,400`"),
        ("change Rebates from €1 to €2", "A101", "changes `Rebates`, which has no single value"),
        ("change Rent for 2031 from €1 to €2", "S209", "changes one value of `Rent` only, which is not supported yet"),
        ("change Payback from €1 to €2", "A101", "changes `definition of Payback`, which `Bakery Lease` never had"),
        (
            "delete definition of Season\nchange Season from 1 to 2",
            "A102",
            "changes `definition of Season`, which `section 1 of First Amendment` deleted",
        ),
        (
            "replace section 2.1\n    Other means 1\nchange Season from 1 to 2",
            "A102",
            "changes `definition of Season`, which is not there any more",
        ),
        (
            "replace definition of Rent\n    | The rent is low.\n    Rent means €1",
            "A107",
            "gives `definition of Rent` new words, and its old ones do not stand apart",
        ),
        (
            "replace definition of Season\n    | Nothing.",
            "A110",
            "changes the words of `definition of Season` and not its rule",
        ),
        (
            "replace definition of Season\n    above €5: 1\n    Season means 1",
            "A101",
            "puts a row in the place of `definition of Season`",
        ),
        (
            "replace row €5 of table Rebates\n    above €6: 1%, €2",
            "A101",
            "replaces `row €5 of table Rebates`, which it never had",
        ),
        ("delete row €5 of table Season", "A101", "deletes `row €5 of table Season`, which it never had"),
        (
            "insert in definition of Season\n    above €6: 1%",
            "A101",
            "changes `definition of Season`, but `Season` has no rows",
        ),
        ("insert in definition of Rebates\n    A means 1", "A101", "puts into a table what is no row"),
        (
            "insert after definition of Season\n    clause (a)\n        A means 1",
            "A107",
            "inserts something after `definition of Season` that has no place there",
        ),
    ],
)
def test_terms_that_cannot_be_changed(operation: str, code: str, message: str) -> None:
    """A term is changed where it is defined, from what it is."""
    assert bad(operation) == (code, message)


def test_rows_with_one_key() -> None:
    """Two rows with one key are not told apart."""
    base = LEASE.replace("above €900,000: 6%, €9,000", "above €600,000: 6%, €9,000")
    (told,) = done(amendment("delete row €600,000 of table Rebates"), base=base).diagnostics
    assert told.code == "A107"
    assert len(told.also) == 2


# ---------------------------------------------------------------- words


def test_replace_words_with_their_value() -> None:
    """Words are found however lines break, as whole words; the value in the rule changes with them."""
    result = good('replace words "thirty days" with "45 days" in section 1.1 once\n    changing 30 days to 45 days')
    assert words_of(result.text, "sentence 1", "section 1.1") == [
        "The rent is EUR 2,400 a month, payable within 45 days.",
    ]
    assert at(result.text, "sentence 1", "section 1.1").origins
    (change,) = result.changes
    assert (change.kind, change.address) == ("words changed", "sentence 1 of section 1.1")
    assert "45" in str(meaning(result.text, "Time"))


@pytest.mark.parametrize(
    ("operation", "words"),
    [
        (
            'insert words "or two" after "no index" in section 1.1\n    no rule depends on them',
            "It follows no index or two.",
        ),
        ('insert words ", or two" after "no index" in section 1.1', "It follows no index, or two."),
        ('insert words "almost" before "no index" in section 1.1', "It follows almost no index."),
        ('delete words " no" in sentence 2 of section 1.1', "It follows index."),
    ],
)
def test_insert_and_delete_words(operation: str, words: str) -> None:
    """Words go before or after others with a blank between, but not before a comma."""
    text = good(operation).text
    assert words_of(text, "sentence 2", "section 1.1") == [words]


def test_words_everywhere() -> None:
    """A scope is a whole agreement, a run or a list; a name changes where it acts too."""
    result = good(
        'replace words "Tenant" with "Lessee" everywhere\n    no rule depends on them\n'
        'replace words "is" with "was" in sections 1.1 to 1.2 3 times\n    no rule depends on them'
    )
    assert words_of(result.text, "section 2.3") == ["The Lessee may leave."]
    assert len(result.changes) == 4
    changed = good('replace words "Tenant" with "Landlord" in section 2.3 once\n    changing Tenant to Landlord')
    (power,) = (rule for rule in rules_of(changed.text, "section 2.3") if isinstance(rule, m.Norm))
    assert isinstance(power.head, m.Modal)
    assert power.head.actors.names == ("Landlord",)


def test_words_at_the_top() -> None:
    """Words that stand in no provision are words of the instrument."""
    base = LEASE.replace(
        "party Landlord\n",
        "| A lease between\n| neighbours.\nparty Landlord\n"
        'effect Title\n    "title" passes to Tenant\n    on 2031-04-01\n',
        1,
    )
    result = done(amendment('replace words "neighbours" with "friends"\n    changing Tenant to Landlord'), base=base)
    assert result.diagnostics == ()
    assert result.changes[0].identity == BASE
    (title,) = (item for item in result.text.body(BASE).content if isinstance(item, m.Norm))
    assert isinstance(title.head, m.Effect)
    assert title.head.to == "Landlord"


@pytest.mark.parametrize(
    ("operation", "code", "message"),
    [
        (
            'replace words "ren" with "x" in section 1.1 once',
            "A109",
            "replaces `ren` once in `section 1.1`, but it does not stand there",
        ),
        (
            'replace words "is" with "x" in section 1.1 2 times',
            "A109",
            "replaces `is` 2 times in `section 1.1`, but it stands there once",
        ),
        (
            'delete words "It" in clauses (a) to (c) of section 1.2 once',
            "A109",
            "deletes `It` once in `clause (a) to clause (c)`, but it stands there 2 times",
        ),
        (
            'insert words "a" after "xx" in section 1.1 everywhere',
            "A109",
            "inserts words beside `xx` in `section 1.1`, but it does not stand there",
        ),
        (
            'replace words "EUR 2,400" with "x" in section 1.1 once',
            "A110",
            "changes words of `section 1.1` and says nothing of its rules",
        ),
        (
            'replace words "EUR 2,400" with "EUR 2" in section 1.1 once\n    changing €2,500 to €2',
            "A103",
            "changes `€2,500` in the rules of `section 1.1`, which do not have it",
        ),
    ],
)
def test_words_that_cannot_be_changed(operation: str, code: str, message: str) -> None:
    """Words must stand there as often as is said, and their rules may not be forgotten."""
    assert bad(operation) == (code, message)


# ---------------------------------------------------------------- waivers, courts, several instruments


def test_waivers_are_carried_along() -> None:
    """A waiver changes no word, and names what it waives."""
    result = done(amendment("waive section 1.2 from 2032-01-01 to 2032-06-30"))
    assert [waiver.provisions for waiver in result.waivers] == [("Bakery Lease: section 1.2",)]
    assert result.changes == ()
    assert result.diagnostics == ()


def test_a_court_strikes() -> None:
    """What a court strikes is gone by nobody's instrument; striking it again, or what is not there, does nothing."""
    instruments = read(Source("lease.deal", LEASE)).instruments
    name = "Bakery Lease: section 1.1 / sentence 2"
    result = consolidate(instruments, [], [name, name, "Bakery Lease: section 9"])
    found = gone(result.text, "sentence 2", "section 1.1")
    assert (found.word, str(found.origin)) == ("struck", "a court")
    assert len(result.changes) == 1


def test_instruments_of_one_day() -> None:
    """Two of one day and rank that change one thing are rivals, unless one prevails or amends the other."""
    first = amendment("replace section 1.1\n    Own means 1", settings=DATED)
    inner = amendment("delete sentence 2 of section 1.1", "Second Amendment", DATED)
    result = done(first, inner)
    assert [told.code for told in result.diagnostics] == ["A104"]
    assert [body.name for body in result.text.bodies] == [BASE]
    over = "dated 2031-06-01\n    amends Bakery Lease\n    prevails over Second Amendment"
    result = done(amendment("replace section 1.1\n    Own means 1", settings=over), inner)
    assert [told.code for told in result.diagnostics] == ["A124"]
    assert [body.name for body in result.text.bodies] == [BASE, "Second Amendment", NAME]
    apart = amendment("delete section 1.2", "Second Amendment", DATED)
    assert [told.code for told in done(first, apart).diagnostics] == ["A124"]


@pytest.mark.parametrize(
    ("operation", "other", "rivals"),
    [
        ("change Season from 1 to 2", "change Weather from Season of section 2.1 to 2", False),
        ("change Season from 1 to 2", "delete section 2.1", True),
        ("delete definition of Season", "change Season from 1 to 3", True),
        (
            'replace words "warm" with "cold" in section 2.1\n    no rule depends on them',
            "change Season from 1 to 3",
            False,
        ),
        (
            "insert after section 1.1\n    section 1.1A\n        A means 1",
            "insert after section 1.1\n    section 1.1B\n        B means 1",
            True,
        ),
        (
            "insert in article 1\n    section 1.1A\n        A means 1",
            "insert in article 1\n    section 1.1B\n        B means 1",
            False,
        ),
        ("insert at the end of article 1\n    A means 1", "delete article 1", True),
        (
            "change Rent from €2,400 to €2,500",
            'replace words "EUR" with "Euro" in sentence 1 of section 1.1\n    no rule depends on them',
            True,
        ),
        (
            "change Deposit from €4,800 to €5,000",
            'replace words "EUR" with "Euro" everywhere\n    no rule depends on them',
            True,
        ),
        (
            'replace words "2,400" with "2,500" in section 1.1\n    changing €2,400 to €2,500',
            "change Rent from €2,400 to €2,600",
            True,
        ),
        ("substitute Lessee for Tenant", "replace section 2.3\n    | The Tenant stays.\n    no operative rule", True),
        ("substitute Lessee for Tenant", "change Season from 1 to 2", False),
        (
            "replace row otherwise of table Rebates\n    otherwise: 1%, €1",
            "delete row otherwise of table Rebates",
            True,
        ),
        ("renumber section 2.3 as section 2.4", "delete section 2.3", True),
        ("renumber section 2.3 as section 2.4", "renumber section 2.3 as section 2.5", True),
        (
            "restate section 1.2\n    | None.\n    no operative rule",
            "restate section 1.2\n    | None.\n    no operative rule",
            False,
        ),
        ("join Guarantor", "join Guarantor", True),
        ("join Guarantor", "join Surety", False),
        ("waive section 1.2(c)", "delete section 1.2(c)", True),
        ("waive section 1.2(c)", "waive section 1.2(c)", False),
        ("insert after section 1.1\n    section 1.1A\n        A means 1", "delete section 1.1A", True),
        ("insert after article 1\n    A means 1", "restate this agreement\n    A means 1", True),
    ],
)
def test_what_rivals_are(operation: str, other: str, rivals: bool) -> None:  # noqa: FBT001
    """Different parts of one provision are different things."""
    result = done(amendment(operation, settings=DATED), amendment(other, "Second Amendment", DATED))
    assert [told.code for told in result.diagnostics if told.severity is Severity.ERROR] == ["A104"] * rivals


@pytest.mark.parametrize(
    ("settings", "other"),
    [
        (
            "dated 2031-06-01\n    amends Bakery Lease\n    takes effect when Rent > €1",
            "dated 2031-06-01\n    amends Bakery Lease",
        ),
        (
            "dated 2031-06-01\n    amends Bakery Lease\n    takes effect on 2031-07-01",
            "dated 2031-06-01\n    amends Bakery Lease",
        ),
        ("amends Bakery Lease\n    takes effect on 5 days after Start", "amends Bakery Lease"),
    ],
)
def test_days_that_are_not_one(settings: str, other: str) -> None:
    """Instruments whose days differ, or are not known from their words, are no rivals."""
    result = done(
        amendment("change Season from 1 to 2", settings=settings),
        amendment("change Season from 2 to 3", "Second Amendment", other),
    )
    assert result.diagnostics == ()


def test_rivals_are_shown_with_their_headings_and_what_both_change() -> None:
    """Whoever reads of a conflict sees the operation of each, under its heading, and the provision that both change."""
    other = 'replace words "EUR" with "Euro" everywhere\n    no rule depends on them'
    result = done(
        amendment("change Deposit from €4,800 to €5,000", settings=DATED), amendment(other, "Second Amendment", DATED)
    )
    (told,) = [one for one in result.diagnostics if one.severity is Severity.ERROR]
    assert told.place.trail == ("Second Amendment", "Section 1")
    assert [place.trail for place in told.also] == [
        (NAME, "Section 1"),
        (BASE, "Article 1 Rent", "Section 1.2 Deposit", "Clause (a)"),
    ]


def test_three_whose_order_counts_only_together() -> None:
    """Two that each make way for a third, and only both together, are told with it."""
    first = amendment('replace words "The" with "A" in section 2.3\n    no rule depends on them', settings=DATED)
    second = amendment(
        'replace words "may" with "can" in section 2.3\n    no rule depends on them', "Second Amendment", DATED
    )
    third = amendment(
        'replace words "A Tenant can" with "He may" in section 2.3\n    no rule depends on them',
        "Third Amendment",
        DATED,
    )
    for turn in ((first, second, third), (third, second, first)):
        result = done(*turn)
        assert {one.code for one in result.diagnostics} == {"A104"}
        assert [body.name for body in result.text.bodies] == [BASE]


def test_ranks_among_equals_are_followed_through() -> None:
    """What prevails over one that prevails over another comes last, however the three are ordered."""
    over = "dated 2031-06-01\n    amends Bakery Lease\n    prevails over {}"
    low = amendment("replace section 1.1\n    | One.\n    Own means 1", settings=DATED)
    mid = amendment("replace section 1.1\n    | Two.\n    Own means 2", "Second Amendment", over.format(NAME))
    top = amendment(
        "replace section 1.1\n    | Three.\n    Own means 3", "Third Amendment", over.format("Second Amendment")
    )
    for turn in ((low, mid, top), (top, low, mid), (mid, top, low), (top, mid, low)):
        result = done(*turn)
        assert result.diagnostics == ()
        assert [body.name for body in result.text.bodies] == [BASE, NAME, "Second Amendment", "Third Amendment"]


def test_one_day_and_made_on_two_days() -> None:
    """Of two that govern from one day the one made later is put in later."""
    settings = "dated {}\n    amends Bakery Lease\n    takes effect on 2031-07-01"
    first = amendment("change Season from 1 to 2", settings=settings.format("2031-06-01"))
    second = amendment("change Season from 2 to 3", "Second Amendment", settings.format("2031-06-02"))
    assert done(first, second).diagnostics == ()


def test_operations_out_of_place() -> None:
    """An operation inside another, or in a reading, is told."""
    nested = (
        "insert after section 1.1\n    section 1.1A\n        delete section 1.1\n"
        '        reading Open "x"\n            is "a"\n                delete section 1.1\n'
    )
    result = done(amendment(nested))
    assert [told.code for told in result.diagnostics] == ["S209", "S209"]
    result = done(amendment('reading Open "x"\n    is "a"\n        delete section 1.1'))
    assert [told.code for told in result.diagnostics] == ["S209"]


def test_vocabulary() -> None:
    """Declarations outlast what holds them, and are known before their instrument is in force."""
    base = LEASE + "\nsection 6\n    event Handover\n    input Area: number\n"
    second = amendment(
        "event Handover\ndelete section 6\n"
        "insert at the end of article 1\n    section 1.3\n        event Return\n        A means 1"
    )
    instruments = read(Source("lease.deal", base + second)).instruments
    for in_force in ([], [NAME]):
        text = consolidate(instruments, in_force).text
        names = [getattr(placed.item, "name", "") for placed in text.vocabulary]
        assert names == ["Landlord", "Tenant", "Handover", "", "Return"]
    assert [body.name for body in consolidate(instruments, []).text.waiting] == [NAME]


def test_found() -> None:
    """An address finds a provision, a rule, an instrument, or says why not."""
    text = done().text
    assert isinstance(text.find(e.Address(), BASE), Body)
    assert isinstance(text.find(address("section 9"), BASE), Missing)
    assert isinstance(text.find(address("section 1.1"), "No Lease"), Missing)
    assert isinstance(text.find(e.Address(term="Nothing"), BASE), Missing)
    assert at(text, "section 1").identity == "Bakery Lease: schedule A / section 1"
    assert text.address_of(at(text, "clause (a)", "section 1.2")) == "clause (a) of section 1.2"
    assert text.trail(at(text, "clause (a)", "section 1.2")) == (
        BASE,
        "Article 1 Rent",
        "Section 1.2 Deposit",
        "Clause (a)",
    )
    double = done(base=LEASE + "\nsection 6\n    Season means 3\n").text
    found = double.find(e.Address(term="Season"), BASE)
    assert isinstance(found, Several)
    with pytest.raises(KeyError):
        text.body("No Lease")
    with pytest.raises(KeyError):
        text.node("No Lease: section 1")


# ---------------------------------------------------------------- instruments that do not fit together


def told_of(text: str) -> list[str]:
    """The codes of what is told when all amendments of a text are put in."""
    return [told.code for told in done(base=text).diagnostics]


def test_instruments_that_do_not_fit() -> None:
    """What amends something must have it beside it, once, and in no circle; only what amends has operations."""
    assert told_of(LEASE + amendment("delete section 1.1", settings="amends Mill Lease")) == ["A105"]
    assert told_of(LEASE + amendment("A means 1") + amendment("A means 1")) == ["A106"]
    circle = [
        amendment("A means 1", settings="amends Second Amendment"),
        amendment("A means 1", "Second Amendment", "amends Third Amendment, Bakery Lease"),
        amendment("A means 1", "Third Amendment", "amends First Amendment"),
    ]
    assert told_of(LEASE + "".join(circle)) == ["A111", "A101"][:1]
    assert told_of(LEASE + "\nsection 6\n    delete section 1.1\n") == ["A112"]


def test_declarations_that_differ() -> None:
    """Two instruments declare one fact alike, or it is told; two of one instrument are for the resolver."""
    base = LEASE + "\nsection 6\n    event Handover\n    event Handover with Keys: number\n"
    assert told_of(base + amendment("event Handover")) == []
    result = done(amendment("event Handover with Doors: number"), base=base)
    assert [told.code for told in result.diagnostics] == ["N107"]
    assert len([one for one in result.text.vocabulary if getattr(one.item, "name", "") == "Handover"]) == 2


def test_numbers_within_one_instrument() -> None:
    """Two new provisions with one number are told once; sections may count anew in every article."""
    twice = "insert after section 1.1\n    section 1.3\n        A means 1\n    section 1.3\n        B means 1"
    assert bad(twice)[0] == "A108"
    base = (
        "agreement Bakery Lease\n\narticle 1\n    section 1\n        A means 1\n    section 2\n        B means 1\n\n"
        "article 2\n    section 1\n        C means 1\n    section 2\n        D means 1\n"
    )
    result = done(amendment("insert in article 2\n    | More.\n    section 3\n        E means 1"), base=base)
    assert [told.code for told in result.diagnostics] == ["A120"]
    result = done(amendment("delete section 2 of article 1\nrenumber section 1 of article 2 as section 3"), base=base)
    assert result.diagnostics == ()
    found = result.text.find(address("section 3", "article 2"), BASE)
    assert isinstance(found, Node)
    assert found.identity == "Bakery Lease: article 2 / section 1"
    assert result.text.address_of(found) == "section 3"


def test_insert_by_number_where_there_is_none_yet() -> None:
    """The first of its kind stands at the end."""
    text = good("insert in section 2.3\n    | And come back.\n    clause (a)\n        A means 1", "A120").text
    last = at(text, "section 2.3").content[-1]
    assert isinstance(last, Node)


def test_a_guard_of_the_whole() -> None:
    """A restatement can be guarded too."""
    assert bad('restate this agreement\n    expecting "no such words"\n    A means 1') == (
        "A103",
        "expects the words `no such words` in `this agreement`, which has others",
    )


def test_the_words_of_an_amendment_show_what_it_inserts() -> None:
    """Who reads the amendment reads the new provision with its number; a sentence has none to show."""
    result = good(
        "insert at the end of section 1.1\n    sentence 3\n        | It is fair.\n        no operative rule\n"
        'insert after section 1.2\n    section 1.3 "More"\n        | More.\n        A means 1'
    )
    own = result.text.find(address("section 1"), NAME)
    assert isinstance(own, Node)
    assert [line for item in own.content if isinstance(item, m.Words) for line in item.lines] == [
        "It is fair.",
        "1.3 More",
        "More.",
    ]


# ---------------------------------------------------------------- names and parties


def test_a_name_changes_wherever_a_rule_has_it() -> None:
    """`changing` one name to another reaches who acts, who receives and what is asked, and no name that is given."""
    result = good('replace words "deposit" with "bond" in section 1.2 everywhere\n    changing Deposit to Rent')
    (payback,) = rules_of(result.text, "clause (c)", "section 1.2")
    assert isinstance(payback, m.Norm)
    assert isinstance(payback.head, m.Modal)
    assert payback.head.act.thing == e.Ref("Rent")
    (deposit,) = rules_of(result.text, "clause (a)", "section 1.2")
    assert isinstance(deposit, m.Definition)
    assert deposit.name == "Deposit"


def test_a_term_is_renamed_in_tables_and_citations() -> None:
    """A substituted name changes where it is given, in columns and in `definition of` addresses too."""
    result = good("substitute Discount for Rebate Rate\nsubstitute Warmth for Season")
    (table,) = rules_of(result.text, "section 2.2")
    assert isinstance(table, m.Table)
    assert table.columns == ("Discount", "Rebate Ceiling")
    assert meaning(result.text, "Warmth") == e.Literal("number", Fraction(1))
    assert written(meaning(result.text, "Weather")) == "Warmth of section 2.1"
    assert words_of(result.text, "section 2.1")[0] == '"Warmth" means the warm one.'
    assert {change.kind for change in result.changes} == {"substituted"}


def test_parties_after_amendments() -> None:
    """Who joins comes after those there were; who is substituted stands in the place of the other."""
    instruments = read(
        Source("lease.deal", LEASE + amendment("join Guarantor") + amendment("substitute Miller for Tenant", "Second"))
    ).instruments
    names = ("Landlord", "Tenant")
    assert parties_after(names, BASE, instruments) == ("Landlord", "Miller", "Guarantor")
    assert parties_after(names, BASE, instruments, joined=False) == ("Landlord", "Miller")
    assert parties_after(names, "Mill Lease", instruments) == names


@pytest.mark.parametrize(
    ("keys", "new", "place"),
    [
        (("2031-01-01", "2033-01-01"), "2032-01-01", 1),
        (("2033-01-01", "2031-01-01"), "2032-01-01", 1),
        (("€5", "€9"), "€12", 2),
        (("€5", "2031-01-01"), "€1", 2),
        (("€5",), "€1", 1),
        (("2%", "4%"), "1%", 0),
        (("Summer", "Winter"), "Autumn", 2),
    ],
)
def test_a_row_stands_where_its_key_belongs(keys: tuple[str, ...], new: str, place: int) -> None:
    """Keys rise or fall, or have no order; the last resort stays last."""
    rows = "".join(f"        {key}: 1\n" for key in keys)
    base = f"agreement Bakery Lease\n\nsection 1\n    table Rates by Level gives Rate\n{rows}        otherwise: 0\n"
    result = done(amendment(f"insert in table Rates\n    {new}: 2"), base=base)
    assert result.diagnostics == ()
    (table,) = rules_of(result.text, "section 1")
    assert isinstance(table, m.Table)
    assert [written(row.values[0]) for row in table.rows].index("2") == place


def test_words_at_the_end() -> None:
    """The end of a provision is the end of what stands last in it, and nowhere else."""
    result = good('replace words "back." with "back in coin." in section 1.2 at the end\n    no rule depends on them')
    assert words_of(result.text, "clause (c)", "section 1.2") == ["It is paid back in coin."]
    told = bad('replace words "deposit" with "bond" in section 1.2 at the end\n    no rule depends on them')
    assert told[0] == "A109"
    assert told[1].endswith("`deposit` at the end in `section 1.2`, but it does not stand there")
    empty = bad('replace words "a" with "b" in section 2.2 at the end\n    no rule depends on them')
    assert empty[0] == "A109"


def test_words_follow_a_range_in_words() -> None:
    """Both ends of a row of numbers follow, and what only looks alike does not."""
    base = (
        "agreement Bakery Lease\n\nsection 1\n    | Section 1 opens.\nsection 2\n    | Two.\nsection 3\n"
        "    | As Sections 2 to 3 and Section 2.5 say, in Section 2000 of the Code.\n"
    )
    result = done(amendment("renumber sections 2 to 3 as sections 4 to 5\n    words follow"), base=base)
    assert result.diagnostics == ()
    assert words_of(result.text, "section 5") == [
        "As Sections 4 to 5 and Section 2.5 say, in Section 2000 of the Code.",
    ]


def test_words_follow_a_clause_of_a_section_named_after_it() -> None:
    """`clause (a) of Section 1` is that clause, wherever it is cited, and only its own letter changes."""
    base = (
        "agreement Bakery Lease\n\nsection 1\n    clause (a)\n        | One;\n    clause (b)\n        | two.\nsection 2\n"
        "    clause (a)\n        | Clauses (a) and (b) of Section 1 and this clause (a), too.\n"
    )
    result = done(amendment("renumber section 1(a) as section 1(c)\n    words follow"), base=base)
    assert words_of(result.text, "clause (a)", "section 2") == [
        "Clauses (c) and (b) of Section 1 and this clause (a), too.",
    ]


@pytest.mark.parametrize(
    ("operation", "code", "message"),
    [
        ('replace words "" with "b" in section 1.1', "A109", "looks for words and names none"),
        ('delete words "  " everywhere', "A109", "looks for words and names none"),
        ("delete last 0 sentences of section 1.1", "A101", "deletes `last 0 sentences of section 1.1`, of which 0 stand"),
        ("delete all but last 5 sentences of section 1.1", "A101",
         "deletes `all but last 5 sentences of section 1.1`, of which 0 stand"),
        ("delete penultimate clause of section 2.1", "A101",
         "deletes `penultimate clause of section 2.1`, which `Bakery Lease` never had"),
        ("renumber section 1.1 as last section", "A101", "renumbers a provision as what is no number"),
        ("renumber section 1.1 as preamble", "A101", "renumbers a provision as what is no number"),
        ("delete first clause of first clause of section 1.2", "A101",
         "deletes `first clause of first clause of section 1.2`, which `Bakery Lease` never had"),
    ],
)  # fmt: skip
def test_places_and_words_that_are_none(operation: str, code: str, message: str) -> None:
    """A count of nothing, a place where there is none, no words: each is told."""
    assert bad(operation) == (code, message)


def test_figures_of_any_length_are_words() -> None:
    """Figures longer than any amount are words like others."""
    long = "9" * 1_500
    base = f"agreement Bakery Lease\n\nsection 1\n    | Number {long} and 1,{long} days.\n    no operative rule\n"
    result = done(amendment(f'replace words "{long} and" with "{long}9 or" in section 1'), base=base)
    assert result.diagnostics == ()


def test_a_provision_written_anew_and_renumbered() -> None:
    """Words that the instrument writes itself are not told of as left behind, whatever stands in them."""
    result = good(
        "replace section 1.2\n    | See Section 2.3.\n    clause (z)\n        | And Section 1.2.\n"
        "        no operative rule\nrenumber section 1.2 as section 1.5"
    )
    assert at(result.text, "section 1.5").identity == "Bakery Lease: section 1.2"


# ---------------------------------------------------------------- what is gone, and what is not in force, stays as it is

LETTER = "\namendment Side Letter\n    amends Bakery Lease\n\nsection 1\n    | The Tenant shall air the shop.\n    no operative rule\n"
BOTH = "amends Bakery Lease and Side Letter"


def test_a_substitution_passes_over_what_is_gone() -> None:
    """The words of a deleted clause keep the old name; a heading alone gets the new one."""
    base = (
        LEASE.replace('section 1.2 "Deposit"', 'section 1.2 "Deposit of the Tenant"')
        .replace("| It bears interest.", "| The Tenant bears interest.")
        .replace("Landlord must pay Deposit to Tenant", "Landlord must pay Deposit to Landlord")
    )
    result = done(
        amendment("delete clause (b) of section 1.2"),
        amendment("substitute Miller for Tenant", "Second Amendment"),
        base=base,
    )
    assert result.diagnostics == ()
    assert at(result.text, "section 1.2").heading == "Deposit of the Miller"
    assert [(one.kind, one.address) for one in result.changes][1:] == [
        ("substituted", "section 1.2"),
        ("substituted", "section 2.3"),
    ]
    (clause,) = (one.node for one in spots(result.text.bodies[0].content) if one.node.number == "(b)")
    assert [item.lines for item in clause.content if isinstance(item, m.Words)] == [("The Tenant bears interest.",)]


@pytest.mark.parametrize("operation", ["substitute Miller for Tenant", "join Miller"])
def test_what_is_amended_and_not_in_force_is_left_alone(operation: str) -> None:
    """An instrument that amends two of which one is not in force changes the other; the first has no text yet."""
    instruments = read(Source("lease.deal", LEASE + LETTER + amendment(operation, settings=BOTH))).instruments
    alone = consolidate(instruments, [NAME])
    assert alone.diagnostics == ()
    assert [body.name for body in alone.text.bodies] == [BASE, NAME]
    assert {one.identity.partition(":")[0] for one in alone.changes} <= {BASE}


def test_words_are_changed_beside_a_clause_that_is_gone() -> None:
    """Words and rules of the clauses that stand are changed, and no others."""
    change = 'replace words "EUR 4,800" with "EUR 4,900" in section 1.2\n    changing €4,800 to €4,900'
    result = done(amendment("delete clause (b) of section 1.2"), amendment(change, "Second Amendment"))
    assert result.diagnostics == ()
    assert words_of(result.text, "clause (a)", "section 1.2") == ["The deposit is EUR 4,900."]
    assert meaning(result.text, "Deposit") == e.Literal("money", Money(Fraction(4900), "EUR"))


def test_an_address_changes_also_as_the_outer_part_of_another() -> None:
    """`changing section 1.2 to section 1.3` makes clause (c) of the one clause (c) of the other, in rules as in words."""
    base = LEASE.replace("| The Tenant may leave.", "| The Tenant may leave under clause (c) of section 1.2.").replace(
        'article 2 "Rest"',
        "    section 1.3\n        clause (c)\n            | More.\n            duty More\n"
        '                Landlord must pay Rent to Tenant\n                on 2036-03-01\n\narticle 2 "Rest"',
    )
    change = 'replace words "section 1.2" with "section 1.3" in section 2.3\n    changing section 1.2 to section 1.3'
    result = done(amendment(change), base=base)
    assert result.diagnostics == ()
    (power,) = rules_of(result.text, "section 2.3")
    assert isinstance(power, m.Norm)
    cited = [part.address for part in e.walk(power) if isinstance(part, e.Cited)]
    assert cited == [address("clause (c)", "section 1.3")]


def test_the_last_sentence_of_what_is_not_there() -> None:
    """A place in a row is looked for in one provision; where there is none, or nothing in it, nothing is found."""
    for steps in (("sentence last", "section 9.9"), ("clause last", "section 2.3")):
        assert isinstance(done().text.find(address(*steps), BASE), Missing)
