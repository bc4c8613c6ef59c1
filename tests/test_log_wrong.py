"""What is no log, what contradicts itself, and what is too large: each is told with its place, and nothing is guessed."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dealwright import expression as e
from dealwright import model as m
from dealwright.diagnostic import DealError, Diagnostic
from dealwright.limits import DEFAULT, Limits
from dealwright.log import Form, Log

FIRST = '[[entry]]\non = 2031-05-01\nsays = "Visit"\n'


def wrong(make: Callable[[], object]) -> tuple[Diagnostic, ...]:
    """What is wrong with a log; each message keeps to the style."""
    with pytest.raises(DealError) as caught:
        make()
    for found in caught.value.diagnostics:
        assert found.message[0] == "`" or found.message[0].islower()
        assert not found.message.endswith(".")
        assert "illegal" not in f"{found}" and "invalid" not in f"{found}"  # noqa: PT018
    return caught.value.diagnostics


def told(text: str, form: Form = "toml", limits: Limits = DEFAULT) -> list[tuple[str, str]]:
    """What is wrong with the text of a log: codes, and the words that they point at; no words for a file as a whole."""
    return [(found.code, found.place.span.words) for found in wrong(lambda: Log.parse(text, form, limits=limits))]


# ---------------------------------------------------------------- files that are no logs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("L109", "")]),
        ("# nothing but a remark\n", [("L109", "")]),
        ("this is prose\n", [("L109", "this is prose")]),
        ('title = "a\n', [("L109", 'title = "a')]),
        ('title = """a\n\n', [("L109", 'title = """a')]),
        ("entry = [\n{ on = 2031-05-01 }\n", [("L109", "{ on = 2031-05-01 }")]),
        ("[[entry]]\non = 2031-02-30\n", [("L102", "2031-02-30")]),
        ("[[entry]]\non = 2031-5-1\n", [("L109", "on = 2031-5-1")]),
        ("[[entry]]\non = 01.05.2031\n", [("L102", "01.05.2031")]),
        ('title = "a"\n  title = "b"\n', [("L107", 'title = "b"')]),
        ("[given]\nX = 1\n[given]\nY = 2\n", [("L107", "[given]")]),
        ("[given]\nX.Y = 1\nX = 2\n", [("L107", "X = 2")]),
        ("given = { X = 1, X = 2 }\n", [("L107", "given = { X = 1, X = 2 }")]),
        ("title = 'a \u202e b'\n", [("S104", "\u202e")]),
        ("title = 'a'  # zero\u200bwidth\n", [("S105", "\u200b")]),
        ("title = 'a'\r", [("S103", "\r")]),
        ("title = 'a\x00'\n", [("S102", "\x00")]),
        (f"title = 'a'  # {'x' * 4096}\n", [("X104", "x" * 15)]),
        (f"[given]\nX = {'9' * 1000}\n", [("X107", "9" * 1000)]),
    ],
)
def test_files_that_are_no_toml(text: str, expected: list[tuple[str, str]]) -> None:
    """The line at fault is shown."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("L109", "")]),
        ("{}", [("L109", "")]),
        ("[]", [("L109", "")]),
        ("5", [("L109", "")]),
        ("{", [("L109", "")]),
        ('{"entry": [}', [("L109", "}")]),
        ('{"entry": [],\n}', [("L109", ",")]),
        ('{"unknown": ["X",]}', [("L109", ",")]),
        ('{"entry": [] "title": "a"}', [("L109", '"')]),
        ("{'entry': []}", [("L109", "'")]),
        ('{"entry": []} {}', [("L109", "{")]),
        ('{"title": "a\nb"}', [("L109", "\n")]),
        ('{"title": "a", "title": "b"}', [("L107", '"title"')]),
        ('{"title": "a", "\\u0074itle": "b"}', [("L107", '"\\u0074itle"')]),
        ('{"given": {"A": {"amount": 1, "currency": "EUR", "amount": 2}}}', [("L107", '"amount"')]),
        ('{"entry": [{"on": "2031-05-01", "says": "X", "on": "2031-05-02"}]}', [("L107", '"on"')]),
        ('{"a\\q": 1}', [("L109", "\\")]),
        ('{"title": "\\u202e"}', [("S104", '"\\u202e"')]),
        ('{"title": "\\ud800"}', [("S102", '"\\ud800"')]),
        (f'{{"given": {{"X": {"9" * 5000}}}}}', [("X107", "9" * 5000)]),
    ],
)
def test_files_that_are_no_json(text: str, expected: list[tuple[str, str]]) -> None:
    """The place at fault is shown, the same on every Python."""
    assert told(text, "json") == expected


def test_a_key_stated_twice_shows_both_places() -> None:
    """Never the last one wins."""
    (found,) = wrong(lambda: Log.parse('{"title": "a",\n "title": "b"}', "json"))
    assert found.message == "`title` is stated twice in one table"
    assert (found.place.span.line, found.also[0].span.line) == (2, 1)


def test_files_are_told_apart_by_their_names(tmp_path: Path) -> None:
    """`.toml` and `.json`, in any case of letters, and nothing else."""
    (tmp_path / "a.TOML").write_text(FIRST, encoding="utf-8")
    (tmp_path / "a.json").write_text('{"entry": [{"on": "2031-05-01", "says": "Visit"}]}', encoding="utf-8")
    (tmp_path / "a.yaml").write_text(FIRST, encoding="utf-8")
    assert Log.read(tmp_path / "a.TOML") == Log.read(str(tmp_path / "a.json"))
    (found,) = wrong(lambda: Log.read(tmp_path / "a.yaml"))
    assert (found.code, found.place.span.source.name) == ("L109", str(tmp_path / "a.yaml"))
    (found,) = wrong(lambda: Log.read(tmp_path / "b.toml"))
    assert found.code == "F101"
    (tmp_path / "c.toml").write_bytes(b"title = '\xff'\n")
    (found,) = wrong(lambda: Log.read(tmp_path / "c.toml"))
    assert found.code == "S101"


# ---------------------------------------------------------------- parts of a log that are something else


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title = 5\n", [("L102", "5")]),
        ('title = "a\\nb"\n', [("L109", '"a\\nb"')]),
        ('compleet_through = 2031-05-01\ntitle = "a"\n', [("L108", "compleet_through")]),
        ("xyz = 1\n", [("L108", "xyz")]),
        ("complete_through = true\n", [("L102", "true")]),
        ("complete_through = 2031-05-01T17:00:00\n", [("L102", "2031-05-01T17:00:00")]),
        ("complete_through = 17:00:00\n", [("L102", "17:00:00")]),
        ('complete_through = "May 1"\n', [("L102", '"May 1"')]),
        ("complete_through = 1899-12-31\n", [("X303", "1899-12-31")]),
        ("choosing = 5\n", [("L102", "5")]),
        ("[choosing]\nRent = 5\n", [("L102", "5")]),
        ('[choosing]\nrent = "a"\n', [("L102", '"a"')]),
        ("given = 5\n", [("L102", "5")]),
        ("[[given]]\nfact = 'X is 5'\n", [("L108", "fact")]),
        ("given = [5]\n", [("L109", "")]),
        ("[[given]]\nsays = 5\n", [("L102", "5")]),
        ('[[given]]\nsays = "X is 5\\n"\n', [("L109", '"X is 5\\n"')]),
        ('[given]\nX = "5"\n', [("L102", '"5"')]),
        ("[given]\nX = 1e5\n", [("L102", "1e5")]),
        ("[given]\nX = nan\n", [("L102", "nan")]),
        ("[given]\nX = -inf\n", [("L102", "-inf")]),
        ("[given]\nX = -0.0\n", [("L102", "-0.0")]),
        ("[given]\nX = 0.1234567890123\n", [("X107", "0.1234567890123")]),
        ("[given]\nX = {}\n", [("L102", "{}")]),
        ("[given]\nX = 17:00:00\n", [("L102", "17:00:00")]),
        ("[given]\nX = 2031-05-01T17:00:00Z\n", [("L102", "2031-05-01T17:00:00Z")]),
        ("[given]\nX = []\n", [("L102", "[]")]),
        ("[given]\nX = [5]\n", [("L102", "[5]")]),
        ("[given]\nX = ['']\n", [("L102", "['']")]),
        ("[given]\n'' = 5\n", [("L109", "[given]\n'' = 5")]),
        ("[given]\n'' = ['Unit']\n", [("L109", "[given]\n'' = ['Unit']")]),
        ("[given]\nlower = 5\n", [("S206", "lower")]),
        ("[given]\nX = '€5 and more'\n", [("S201", "and")]),
        ("unknown = 5\n", [("L102", "5")]),
        ("unknown = [5]\n", [("L109", "unknown = [5]")]),
        ("unknown = ['given X']\n", [("L109", "['given X']")]),
        ("unknown = ['X', 'X']\n", [("L107", "['X', 'X']")]),
        ("unknown = ['X']\n[given]\nX = 5\n", [("L104", "['X']")]),
        ("[given]\n'X  ' = 5\nX = 6\n", [("L107", "X")]),
        ("entry = 5\n", [("L102", "5")]),
        ("entry = [5]\n", [("L102", "")]),
        ("[entry]\non = 2031-05-01\n", [("L102", "[entry]\non = 2031-05-01")]),
    ],
)
def test_parts_of_another_kind(text: str, expected: list[tuple[str, str]]) -> None:
    """Each part of a log is what it should be, or its value is shown."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ("", [("L109", "on = 2031-05-01")]),
        ('say = "Visit"', [("L108", "say")]),
        ("says = 5", [("L102", "5")]),
        ("says = true", [("L102", "true")]),
        ('says = ""', [("L109", '""')]),
        ('says = """Visit\n    2031-05-02 Handover"""', [("L109", '"""Visit\n    2031-05-02 Handover"""')]),
        ('says = "Visit by tenant"', [("S206", "tenant")]),
        ('says = "visit"', [("S206", "visit")]),
        ('says = "Visit"\nevent = "Visit"', [("L109", '"Visit"')]),
        ('says = "Visit"\nby = "Tenant"', [("L108", "by")]),
        ('says = "Visit (Tenant"', [("S204", "(")]),
        ('says = "Visit"\nseq = "1"', [("L102", '"1"')]),
        ('says = "Visit"\nseq = true', [("L102", "true")]),
        ('says = "Visit"\nseq = 1.5', [("L102", "1.5")]),
        ('says = "Visit"\nasserted_in = 5', [("L102", "5")]),
        ('event = "visit"', [("S206", "visit")]),
        ("event = 5", [("L102", "5")]),
        ('event = "Visit by Tenant"', [("L109", '"Visit by Tenant"')]),
        ('event = "Visit"\nby = 5', [("L102", "5")]),
        ('event = "Visit"\nby = []', [("L102", "[]")]),
        ('event = "Visit"\nby = ["Tenant", 5]', [("L102", '["Tenant", 5]')]),
        ('event = "Visit"\nby = "Tenant and Landlord"', [("L102", '"Tenant and Landlord"')]),
        ('event = "Visit"\nby = "tenant"', [("L102", '"tenant"')]),
        ('event = "Visit"\nto = "Tenant"', [("L109", '"Tenant"')]),
        ('event = "Visit"\ncurrency = "EUR"', [("L109", '"EUR"')]),
        ('event = "Visit"\nattributes = { Passed = true }', [("L108", "attributes")]),
        ('event = "Visit"\nwith = "Passed"', [("L102", '"Passed"')]),
        ('event = "Visit"\nwith = {}', [("L102", "{}")]),
        ('event = "Visit"\nwith = { passed = true }', [("L102", "true")]),
        ('event = "Visit"\nwith = { Cost = "350" }', [("L102", '"350"')]),
        ('event = "Visit"\nwith = { Cost = "€350, Passed" }', [("L109", '"€350, Passed"')]),
        ('event = "Visit"\nwith = { Cost = "€350 # all" }', [("L109", '"€350 # all"')]),
        ('event = "Visit"\nwith = { Cost = [1] }', [("L102", "[1]")]),
        ('event = "Grant"\namount = 5', [("L109", 'on = 2031-05-01\nevent = "Grant"\namount = 5')]),
        ('event = "Grant"\namount = 5\nto = "Town"', [("L102", "5")]),
        ('event = "Grant"\namount = "5"\ncurrency = "EUR"\nto = "Town"', [("L102", '"5"')]),
        ('event = "Grant"\namount = true\ncurrency = "EUR"\nto = "Town"', [("L102", "true")]),
        ('event = "Grant"\namount = 1e3\ncurrency = "EUR"\nto = "Town"', [("L102", "1e3")]),
        ('event = "Grant"\namount = 5\ncurrency = "EURO"\nto = "Town"', [("S304", "5")]),
        ('event = "Grant"\namount = 5.001\ncurrency = "EUR"\nto = "Town"', [("S304", "5.001")]),
        ('event = "Grant"\namount = "€5"\nto = "Town"\nwith = { Passed = true }', [("L109", "{ Passed = true }")]),
        ('event = "Grant"\namount = "€5 by Ann"\nto = "Town"', [("L109", '"€5 by Ann"')]),
        ('duty = "Rent"', [("L109", 'on = 2031-05-01\nduty = "Rent"')]),
        ('duty = "Rent"\nperformed = false', [("L102", "false")]),
        ('duty = "Rent"\npaid = "€5"\nperformed = true', [("L109", "true")]),
        ('duty = "Rent, Fee"\npaid = "€5"', [("L109", '"Rent, Fee"')]),
        ('pays = "Tenant"\nto = "Landlord"', [("L109", 'on = 2031-05-01\npays = "Tenant"\nto = "Landlord"')]),
        ('signed = "First Amendment"', [("L109", 'on = 2031-05-01\nsigned = "First Amendment"')]),
        ('exercises = "Break"\nby = "Tenant"\nform = "letter"', [("L102", '"letter"')]),
        ('exercises = "Break"\nby = "Tenant"\nform = true', [("L102", "true")]),
        ('bars = "Rent"\nuntil = "May"', [("L102", '"May"')]),
        ('bars = "Rent"\nuntil = 2031-05-01T17:00:00', [("L102", "2031-05-01T17:00:00")]),
        ('input = "Turnover"', [("L109", 'on = 2031-05-01\ninput = "Turnover"')]),
        ('found = "Rent"\nstatus = "fine"', [("S206", "fine")]),
        ("unordered = 1", [("L102", "1")]),
    ],
)
def test_entries_that_say_something_else(parts: str, expected: list[tuple[str, str]]) -> None:
    """An entry says one thing, by the keys that it takes, or what is wrong is shown."""
    assert told(f"[[entry]]\non = 2031-05-01\n{parts}\n") == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("", ("L109", 'says = "Visit"')),
        ("on = 2031", ("L102", "2031")),
        ("on = true", ("L102", "true")),
        ('on = "1 May 2031"', ("L102", '"1 May 2031"')),
        ('on = "2031-02-30"', ("S303", "2031-02-30")),
        ('on = "2031-05-01 25:00"', ("S303", "2031-05-01 25:00")),
        ("on = 2031-05-01T17:00:00+02:00", ("L102", "2031-05-01T17:00:00+02:00")),
        ("on = 3031-05-01", ("X303", "3031-05-01")),
        ("on = [2031-05-01]", ("L102", "[2031-05-01]")),
    ],
)
def test_days_that_are_none(day: str, expected: tuple[str, str]) -> None:
    """A day is a day of the years that contracts speak of."""
    assert told(f'[[entry]]\n{day}\nsays = "Visit"\n') == [expected]


def test_near_keys_are_offered() -> None:
    """A misspelt key is no key, and its neighbour is named; else all are."""
    (found,) = wrong(lambda: Log.parse(FIRST.replace("says", "say")))
    assert found.help == "perhaps `says` is meant"
    (found,) = wrong(lambda: Log.parse("xyz = 1"))
    assert found.help.startswith("known are `title`, `complete_through`")


def test_every_mistake_of_a_log_is_told_at_once() -> None:
    """Mistakes of parts and of sentences come in the order of the file."""
    text = FIRST.replace("Visit", "visit") + FIRST.replace("2031-05-01", "true") + FIRST.replace("Visit", "Visit by x")
    assert told(text) == [("S206", "visit"), ("L102", "true"), ("S206", "x")]


def test_entries_with_and_without_numbers_do_not_mix() -> None:
    """All entries carry a number or none does; no two of a day carry the same."""
    text = FIRST + FIRST + "seq = 1\n"
    (found,) = wrong(lambda: Log.parse(text))
    assert (found.code, found.place.span.line, found.also[0].span.words) == ("L109", 2, "1")
    (found,) = wrong(lambda: Log.parse(f"{FIRST}seq = 1\n{FIRST}seq = 1\n"))
    assert (found.code, found.message) == ("L104", "two entries of 2031-05-01 have the same `seq`")
    assert (found.place.span.line, found.also[0].span.line) == (8, 4)


def test_what_is_said_twice_is_told() -> None:
    """Given twice, unknown twice, complete twice, chosen twice: never the last one wins."""

    def scenario(*lines: m.ScenarioLine) -> Log:
        return Log.of(m.Scenario("", lines))

    x = e.Ref("X")
    given_, unknown = m.Given(x, e.Literal("yes/no", value=True)), m.Unknown(x)
    cases: list[tuple[str, str, tuple[m.ScenarioLine, ...]]] = [
        ("L107", "`X` is given twice", (given_, given_)),
        ("L107", "`X` is given twice", (given_, m.GivenList(x, (m.RecordLiteral("Unit", ""),)))),
        ("L107", "`X` is unknown twice", (unknown, unknown)),
        ("L104", "`X` is given and is unknown", (unknown, given_)),
        ("L107", "two alternatives of `X` are chosen", (m.Choosing("X", "a"), m.Choosing("X", "a"))),
        (
            "L107",
            "two days are said to be the last complete one",
            (m.Complete(date(2031, 5, 1)), m.Complete(date(2031, 5, 1))),
        ),
    ]
    for code, message, lines in cases:
        (found,) = wrong(lambda lines=lines: scenario(*lines))  # type: ignore[misc]
        assert (found.code, found.message) == (code, message)
    assert scenario(m.Given(e.Ref("X"), None), m.Unknown(e.Ref("Y"))).unknown == (m.Unknown(e.Ref("Y")),)


# ---------------------------------------------------------------- places


@pytest.mark.parametrize(
    ("text", "form", "line"),
    [
        ('entry = [\n  { on = 2031-05-01, says = "Visit" },\n  { on = 2031-05-02, says = "visit" },\n]\n', "toml", 3),
        ('"entry" = [\n{ on = 2031-05-01, says = "visit" }]\n', "toml", 2),
        ("[[ 'entry' ]]\non = 2031-05-01\nsays = 'visit'\n", "toml", 3),
        ('[[entry]]\nsays = "visit"\non = 2031-05-01\n[given]\nX = 5\n', "toml", 2),
        ('[[entry]]\n"says" = """visit"""\non = 2031-05-01\n', "toml", 2),
        ("[[entry]]\non = 2031-05-01  # says = 'x'\nsays = '''\nvisit'''\n", "toml", 3),
        ('[[entry]]\non = 2031-05-01\nsays = "vis\\u0069t"\n', "toml", 3),
        ('{"title": "entry",\n"entry"\n: [{"on": "2031-05-01",\n"says": "visit"}]}', "json", 4),
        (
            '{"entry": [\n{"on": "2031-05-01", "says": "Visit"},\n{"on": "2031-05-01", "says": "visit \\"x\\""}]}',
            "json",
            3,
        ),
        ('{"given": {"entry": [{"says": "visit"}]},\n"entry": [{"on": "2031-05-01", "says": "visit"}]}', "json", 2),
    ],
)
def test_the_line_at_fault_is_found(text: str, form: Form, line: int) -> None:
    """However the file is laid out."""
    found = [one for one in wrong(lambda: Log.parse(text, form)) if one.code == "S206"]
    assert [one.place.span.line for one in found] == [line]


def test_the_very_words_are_shown() -> None:
    """A mistake inside of a sentence is marked inside of the file; what stands between parts shows the whole."""
    text = '[[entry]]\non = 2031-05-01\nsays = "Inspection by Surveyor with Cost: €35O"\n'
    (found,) = wrong(lambda: Log.parse(text))
    assert found.place.span.words in '€35O"'
    assert found.place.span.source.text == text
    log = Log.parse(FIRST + '[[entry]]\non = 2031-05-02\nevent = "Visit"\nby = "Tenant"\n')
    assert [one.span.words for one in log.entries] == ["Visit", "Visit"]
    happened = log.entries[1].entry
    assert isinstance(happened, m.Happens)
    assert happened.event.span.line == 6
    assert happened.by is not None
    assert (happened.by.span.line, happened.by.span.words) == (7, "Tenant")


def test_dotted_keys_and_what_cannot_be_found_are_told_of_the_file() -> None:
    """An entry that no walk finds is told without a line."""
    (found,) = wrong(lambda: Log.parse('"\\u0065ntry" = [{ on = true, says = "Visit" }]'))
    assert (found.code, found.place.span.source.text) == ("L102", "")
    (found,) = wrong(lambda: Log.parse('[[entry]]\non = 2031-05-01\nevent = "Visit"\nwith.passed = true\n'))
    assert (found.code, found.place.span.words) == ("L102", "true")


# ---------------------------------------------------------------- limits


def test_as_many_entries_as_there_may_be() -> None:
    """N entries are taken, N + 1 are not; so with what is given, unknown and chosen."""
    three = Limits.lowered(entries=3)
    for text, more in (
        ("", FIRST),
        ("[given]\n", "{} = 5\n"),
        ("", "[[given]]\nsays = '{} is 5'\n"),
        ("[choosing]\n", "{} = 'a'\n"),
    ):
        names = "ABCD"
        Log.parse(text + "".join(more.replace("{}", name) for name in names[:3]), limits=three)
        assert [
            code for code, _ in told(text + "".join(more.replace("{}", name) for name in names), "toml", three)
        ] == ["X205"]
    Log.parse("unknown = ['A', 'B', 'C']", limits=three)
    assert told("unknown = ['A', 'B', 'C', 'D']", "toml", three)[0][0] == "X205"
    assert told("[given]\nA = ['Unit', 'Unit', 'Unit', 'Unit']", "toml", three)[0][0] == "X205"
    (found,) = wrong(lambda: Log.parse(FIRST * 4, limits=three))
    assert (found.code, found.place.span.line) == ("X205", 11)
    lines = Log.parse(FIRST * 4).scenario
    assert len(Log.of(lines).entries) == 4
    assert wrong(lambda: Log.of(lines, three))[0].code == "X205"


def test_as_large_as_a_log_may_be(tmp_path: Path) -> None:
    """N bytes are taken, N + 1 are not, from a file and from a text."""
    size = len(FIRST.encode())
    path = tmp_path / "log.toml"
    path.write_text(FIRST, encoding="utf-8")
    enough, few = Limits.lowered(log_bytes=size), Limits.lowered(log_bytes=size - 1)
    assert Log.parse(FIRST, limits=enough) == Log.read(path, enough)
    assert wrong(lambda: Log.parse(FIRST, limits=few))[0].code == "X103"
    assert wrong(lambda: Log.read(path, few))[0].code == "X103"


def test_as_deep_as_a_log_may_be() -> None:
    """Brackets are counted before anything is decoded."""
    deep = "[" * 62 + "]" * 62
    assert told(f'{{"given": {{"X": {deep}}}}}', "json") == [("L102", "[" * 62)]
    assert told(f'{{"given": {{"X": [{deep}]}}}}', "json") != [("L102", "[" * 63)]
    assert told("[" * 1_000_000, "json")[0][0] == "X108"
    assert told("X = " + "[" * 4_000)[0][0] == "X108"
    assert told("x = [\n" * 100_000)[0][0] == "X108"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('{"entry" ' + "[]" * 200_000, "json"),
        ('{"entry" ' + " " * 200_000 + "[]" * 200_000, "json"),
        ('{"a":' * 60 + '"' * 400_001, "json"),
        ("[][]" * 100_000, "json"),
        ('"""\\' * 100_000, "toml"),
        ("'''\n" * 100_001, "toml"),
        ("a = '\n" * 50_000, "toml"),
        ("[[entry]]\n" * 50_000, "toml"),
        ("X.Y.Z = 5\n" * 50_000, "toml"),
        (
            "[[entry]]\non = 2031-05-01\nevent = 'A'\n[entry.with]\n" + "".join(f"A{n} = 5\n" for n in range(20_000)),
            "toml",
        ),
        ("[given]\n" + "".join(f"a{n} = 5\n" for n in range(20_000)), "toml"),
    ],
)
def test_no_text_takes_long(text: str, form: Form) -> None:
    """Whatever stands in a file, it is answered soon."""
    start = time.monotonic()
    wrong(lambda: Log.parse(text, form))
    assert time.monotonic() - start < 20


def answer(text: str, form: Form) -> str:
    """What is said of a text: the log that it is, written and read again, or what is wrong with it."""
    try:
        log = Log.parse(text, form)
    except DealError as trouble:
        return str(trouble)
    assert Log.parse(log.to_toml()) == log
    return log.to_toml()


@given(st.text(st.sampled_from("[]{}\"'=:,\n #\\aentryson1-T€."), max_size=60), st.sampled_from(("toml", "json")))
@example("'", "toml")
@example('"\\', "json")
@example("]}", "json")
@example('{"entry": {', "json")
def test_any_text_is_a_log_or_is_told_why_not(text: str, form: Form) -> None:
    """No text brings anything but a log or diagnostics, each with a place that can be shown."""
    assert answer(text, form)


@given(st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-3, 10**6), st.floats(), st.text('A b1€\n"', max_size=6)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(
        st.sampled_from(("on", "says", "event", "by", "with", "duty", "paid", "amount", "currency", "given", "A")),
        inner, max_size=4,
    )),
    max_leaves=12,
))  # fmt: skip
def test_any_data_is_a_log_or_is_told_why_not(data: object) -> None:
    """The same of whatever a machine writes as JSON."""
    for value in ({"entry": data}, {"entry": [data]}, {"given": data, "unknown": data}, {"given": {"A": data}}):
        assert answer(json.dumps(value), "json")


def test_the_place_of_a_sentence_among_several_is_found() -> None:
    """Each `[[given]]` is a place of its own."""
    text = "[[given]]\nsays = 'X is 5'\n[[given]]\nsays = 'Y is five'\n"
    (found,) = wrong(lambda: Log.parse(text))
    assert (found.place.span.line, found.place.span.words) == (4, "five")


@pytest.mark.parametrize(
    ("line", "words", "help_"),
    [
        ("amount = 7,200", "7,200", "numbers have no commas: `7200`"),
        ("with = { Weight = 1,200 }", "1,200", "numbers have no commas: `7200`"),
        ("amount = €7,200", "€7,200", 'write it as a text: `"€7,200"`'),
        ("amount = EUR 7200", "EUR 7200", 'write it as a text: `"€7,200"`'),
        ("recorded = 2031-02-30", "2031-02-30", "days are year-month-day: `2031-05-01`"),
        ("recorded = 1/5/2031", "1/5/2031", "days are year-month-day: `2031-05-01`"),
    ],
)
def test_what_people_write_where_toml_has_another_form(line: str, words: str, help_: str) -> None:
    """Commas in numbers, days that there are not, amounts without quotation marks are told as such."""
    with pytest.raises(DealError) as told:
        Log.parse(f"[[entry]]\non = 2031-05-01\n{line}\n")
    (found,) = told.value.diagnostics
    assert (found.code, found.place.span.words, found.help) == ("L102", words, help_)


def test_entries_whose_heads_differ() -> None:
    """One pair of brackets too few is told as such; a table that a log does not have is told where it stands."""
    with pytest.raises(DealError, match="not all begin with"):
        Log.parse('[entry]\non = 2031-05-01\nsays = "A"\n[[entry]]\non = 2031-05-01\nsays = "A"\n')
    with pytest.raises(DealError) as told:
        Log.parse('title = "x"\n[[entries]]\non = 2031-05-01\nsays = "A"\n')
    (found,) = told.value.diagnostics
    assert (found.code, found.place.span.words, found.place.span.line) == ("L108", "entries", 2)
