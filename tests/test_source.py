"""Texts, the places in them, how they come in, and what their characters may be."""

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwright.diagnostic import DealError, Diagnostic, render
from dealwright.intake import as_source, read_log, read_source, read_sources, scan_characters
from dealwright.intake.look_alikes import LOOKS, name_of, plain
from dealwright.limits import Limits
from dealwright.source import NOWHERE, Source, Span, join, visible

TEXTS = st.text(st.sampled_from("ab \n|#é“”\"'\t"), max_size=60)


def codes(found: tuple[Diagnostic, ...]) -> list[str]:
    """The codes of diagnostics, in their order."""
    return [diagnostic.code for diagnostic in found]


def scanned(text: str) -> list[tuple[str, str]]:
    """The code and the words of each finding of a text."""
    return [(found.code, found.place.span.words) for found in scan_characters(as_source("a.deal", text))]


def refused(path: Path | str, limits: Limits | None = None) -> Diagnostic:
    """The one diagnostic of a file that cannot be read."""
    with pytest.raises(DealError) as caught:
        read_source(path, limits or Limits())
    (found,) = caught.value.diagnostics
    return found


# -------------------------------------------------------------------------------------------------- sources and spans


def test_lines_and_columns_count_from_one() -> None:
    """The first character of a text stands on line 1, column 1."""
    source = Source("a.deal", "ab\ncd\n")
    span = Span(source, 4, 5)
    assert (span.line, span.column, span.end_line, span.end_column) == (2, 2, 2, 3)
    assert span.words == "d"
    assert (Span(source, 0, 1).line, Span(source, 0, 1).column) == (1, 1)


def test_the_end_of_a_text_is_a_place() -> None:
    """What is missing at the end of a text is shown there."""
    source = Source("a.deal", "ab\ncd\n")
    assert (Span(source, 6, 6).line, Span(source, 6, 6).column) == (3, 1)
    assert [source.line_text(line) for line in (1, 2, 3)] == ["ab", "cd", ""]


@given(TEXTS, st.data())
def test_line_and_column_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    """A line and a column name exactly one character."""
    source = Source("a.deal", text)
    offset = data.draw(st.integers(0, len(text)))
    span = Span(source, offset, offset)
    lines = text.split("\n")
    assert sum(len(line) + 1 for line in lines[: span.line - 1]) + span.column - 1 == offset
    assert source.line_text(span.line) == lines[span.line - 1]


def test_sources_and_spans_are_values() -> None:
    """Two texts with one name and the same words are one source."""
    one, other = Source("a.deal", "x"), Source("a.deal", "x")
    assert one == other
    assert hash(one) == hash(other)
    assert Span(one, 0, 1) == Span(other, 0, 1)
    assert Span(one, 0, 1) != Span(Source("b.deal", "x"), 0, 1)
    assert repr(one) == "Source(name='a.deal')"


def test_join_covers_both() -> None:
    """The span of a whole runs from its first word to its last."""
    source = Source("a.deal", "abcdef")
    assert join(Span(source, 4, 5), Span(source, 1, 2)) == Span(source, 1, 5)
    assert join(Span(source, 1, 5), Span(Source("a.deal", "abcdef"), 2, 3)) == Span(source, 1, 5)


def test_what_stands_nowhere_adds_nothing() -> None:
    """A built-in thing inside a written one does not move it."""
    span = Span(Source("a.deal", "abcdef"), 1, 2)
    assert join(NOWHERE, span) == join(span, NOWHERE) == span


def test_no_span_covers_two_texts() -> None:
    """Places of two files have no common stretch."""
    with pytest.raises(ValueError, match=r"'a\.deal' and of 'b\.deal'"):
        join(Span(Source("a.deal", "x"), 0, 1), Span(Source("b.deal", "x"), 0, 1))


def test_visible_spells_out_what_cannot_be_seen() -> None:
    """Nothing that we print can turn, hide or break what stands beside it."""
    assert visible("a\tb\nc\rd\x00\u202e\u200b\u00a0\ud800 é日") == (
        r"a\tb\nc\rd\u{0000}\u{202e}\u{200b}\u{00a0}\u{d800} é日"
    )


@given(st.text())
def test_visible_text_stays_visible(text: str) -> None:
    """What was spelt out once is plain text."""
    assert visible(visible(text)) == visible(text)


# ---------------------------------------------------------------------------------------------------- reading of files


@pytest.mark.parametrize("written", [b"a\nb\n", b"a\r\nb\r\n", b"\xef\xbb\xbfa\nb\n", b"\xef\xbb\xbfa\r\nb\r\n"])
def test_byte_order_mark_and_line_ends_change_nothing(tmp_path: Path, written: bytes) -> None:
    """A contract means the same whichever editor saved it."""
    path = tmp_path / "a.deal"
    path.write_bytes(written)
    assert read_source(path) == Source(str(path), "a\nb\n")
    assert as_source(str(path), written.decode("utf-8")) == Source(str(path), "a\nb\n")


def test_a_bare_carriage_return_is_kept_to_be_told(tmp_path: Path) -> None:
    """Only the pair of both is a line end."""
    path = tmp_path / "a.deal"
    path.write_bytes(b"a\rb\r\r\nc")
    assert read_source(path).text == "a\rb\r\nc"
    assert codes(scan_characters(read_source(path))) == ["S103", "S103"]


def test_a_file_may_have_exactly_the_limit(tmp_path: Path) -> None:
    """1 MiB is read, one byte more is not."""
    path = tmp_path / "a.deal"
    path.write_bytes(b"x" * 2**20)
    assert len(read_source(path).text) == 2**20
    path.write_bytes(b"x" * (2**20 + 1))
    found = refused(path)
    assert found.code == "X101"
    assert found.message.endswith("has at least 1,048,577 bytes; a `.deal` file may have 1,048,576")
    assert render([found]).splitlines()[1] == f" --> {path}"


def test_the_limit_is_in_bytes_for_texts_at_hand_too() -> None:
    """A letter that takes two bytes counts as two."""
    limits = Limits.lowered(file_bytes=4)
    assert as_source("a.deal", "éé", limits).text == "éé"
    with pytest.raises(DealError, match="X101"):
        as_source("a.deal", "éé!", limits)


def test_a_log_may_have_exactly_its_own_limit(tmp_path: Path) -> None:
    """16 MiB is read, one byte more is not."""
    path = tmp_path / "log.toml"
    path.write_bytes(b"x" * 2**24)
    assert len(read_log(path).text) == 2**24
    path.write_bytes(b"x" * (2**24 + 1))
    with pytest.raises(DealError, match="X103"):
        read_log(path)


def test_the_files_of_a_contract_may_have_exactly_the_limit_together(tmp_path: Path) -> None:
    """8 MiB in nine files are read, one byte more is not."""
    paths = [tmp_path / f"{number}.deal" for number in range(9)]
    for path in paths[:8]:
        path.write_bytes(b"x" * (2**20 - 1))
    paths[8].write_bytes(b"x" * 8)
    assert [source.name for source in read_sources(paths)] == [str(path) for path in paths]
    paths[8].write_bytes(b"x" * 9)
    with pytest.raises(DealError, match="X102") as caught:
        read_sources(paths)
    assert "8,388,609 bytes; those of a contract may have 8,388,608 together" in str(caught.value)


def test_a_caller_may_lower_the_limit(tmp_path: Path) -> None:
    """The limits of a run hold for the files it reads."""
    path = tmp_path / "a.deal"
    path.write_bytes(b"xyz")
    assert refused(path, Limits.lowered(file_bytes=2)).code == "X101"


def test_a_file_that_grows_while_it_is_read_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more is read than may be, whatever size was announced."""
    path = tmp_path / "a.deal"
    path.write_bytes(b"xyz")
    real = path.stat()
    announced = os.stat_result((*real[:6], 0, *real[7:]))
    monkeypatch.setattr("os.fstat", lambda _descriptor: announced)
    assert refused(path, Limits.lowered(file_bytes=2)).code == "X101"


def test_a_missing_file_is_told_by_its_path(tmp_path: Path) -> None:
    """What does not exist is no fault of a text."""
    found = refused("nowhere/a.deal")
    assert (found.code, found.message) == ("F101", "there is no file `nowhere/a.deal`")
    (tmp_path / "a.deal").write_bytes(b"")
    assert refused(tmp_path / "a.deal" / "b.deal").code == "F101"
    assert refused("a\x00b.deal").message == r"there is no file `a\u{0000}b.deal`"


def test_only_regular_files_are_read(tmp_path: Path) -> None:
    """A folder, a pipe or a device has no size before it is read, and is not waited for."""
    assert refused(tmp_path).message == f"`{tmp_path}` is a folder"
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe").message == f"`{tmp_path / 'pipe'}` is no regular file"
    assert refused("/dev/zero").code == "F102"


def test_what_the_system_refuses_is_told_with_its_reason(tmp_path: Path) -> None:
    """The reason is told in the same words on every machine."""
    (tmp_path / "a.deal").symlink_to(tmp_path / "b.deal")
    (tmp_path / "b.deal").symlink_to(tmp_path / "a.deal")
    found = refused(tmp_path / "a.deal")
    assert found.code == "F103"
    assert found.message.endswith("cannot be read: its links lead round in a circle")
    assert refused("x" * 5_000).message.endswith("cannot be read: its path is too long")


def test_a_socket_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reason that we have no words for is told by its number's name."""
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s")
        assert refused("s").message == "the file `s` cannot be read: the system says ENXIO"


def test_a_reason_without_a_number_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that gives no reason is quoted so."""

    def refuse(_name: str, _flags: int) -> int:
        raise OSError

    monkeypatch.setattr("os.open", refuse)
    assert refused("a.deal").message == "the file `a.deal` cannot be read: the system says no more"


def test_all_unreadable_files_of_a_contract_are_told_together(tmp_path: Path) -> None:
    """Nobody has to mend one file to hear of the next."""
    (tmp_path / "good.deal").write_bytes(b"x")
    with pytest.raises(DealError) as caught:
        read_sources([tmp_path / "b.deal", tmp_path / "good.deal", tmp_path / "a.deal"])
    assert codes(caught.value.diagnostics) == ["F101", "F101"]


@pytest.mark.parametrize(
    ("written", "message", "place", "notes"),
    [
        (b"ab\r\nc\xa3\n", "the byte `A3` is no character in UTF-8", (2, 2), ("in Windows-1252 it would be `£`",)),
        (b"\xef\xbb\xbf\x81", "the byte `81` is no character in UTF-8", (1, 1), ()),
        (b"\xff\xfea\x00", "the text is in UTF-16, not in UTF-8", (1, 1), ()),
        (b"a\xed\xa0\x80", "the byte `ED` is no character in UTF-8", (1, 2), ("in Windows-1252 it would be `í`",)),
    ],
)
def test_a_text_in_another_encoding_is_told_where_it_shows(
    tmp_path: Path,
    written: bytes,
    message: str,
    place: tuple[int, int],
    notes: tuple[str, ...],
) -> None:
    """The first byte that is no character is named, with what it probably was."""
    path = tmp_path / "a.deal"
    path.write_bytes(written)
    found = refused(path)
    assert (found.code, found.message, found.notes) == ("S101", message, notes)
    assert (found.place.span.line, found.place.span.column) == place


# ----------------------------------------------------------------------------------------------------- every character

REFUSED = {
    "S102": [*"\x00\x01\x07\x08\x0b\x0c\x1b\x1f\x7f\x80\x85\x9f\u2028\u2029\ud800\ufff9\uffff"],
    "S103": ["\r"],
    "S104": [*"\u061c\u200e\u200f\u202a\u202e\u2066\u2069"],
    "S105": [*"\xad\u034f\u115f\u180e\u200b\u200c\u200d\u2060\u3164\ufeff\uffa0\U000e0041"],
}


@pytest.mark.parametrize("line", ["Rent{}Due", "| the rent{}due", '"the rent{}due"', "# the rent{}due"])
@pytest.mark.parametrize(("code", "character"), [(code, each) for code in REFUSED for each in REFUSED[code]])
def test_what_cannot_be_seen_is_refused_everywhere(line: str, code: str, character: str) -> None:
    """In the contract's own words, in quotations and in comments too: what is read is what is executed."""
    assert scanned(line.format(character)) == [(code, character)]


def test_a_run_of_refused_characters_is_told_once() -> None:
    """The first one is named, and the run is shown."""
    (found,) = scan_characters(as_source("a.deal", "a\u200b\u200c\u200bb"))
    assert found.place.span.words == "\u200b\u200c\u200b"
    assert found.message == r"`\u{200b}` (zero width space, U+200B) cannot be seen"


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "nul, U+0000"),
        ("\r", "carriage return, U+000D"),
        ("\x01", "character, U+0001"),
        ("\u202e", "right-to-left override, U+202E"),
        ("\U0001f600", "character, U+1F600"),
    ],
)
def test_a_character_is_named(character: str, name: str) -> None:
    """The name comes from one fixed version of the tables, the number always."""
    assert name_of(character) == name


KEPT = "“Rent” \u2013 l\u2019été, § 3, 2\u00a0½ \u00d7 R\u0435nt, cafe\u0301 …"


@pytest.mark.parametrize("line", ["| {}", "    | {}", "  # {}", 'X means "{}"', 'X means "{}', 'X means "a ""{}"""'])
def test_typographic_characters_are_kept_where_people_are_quoted(line: str) -> None:
    """The contract's own words stay as they are, and so do quotations and comments."""
    assert scanned(line.format(KEPT)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("X means 3 \u2013 2", [("S107", "\u2013")]),
        ("X means 3\u00a0+ 2", [("S107", "\u00a0")]),
        ("X means “a \u2013 b” + 1", [("S107", "“")]),
        ("X means „a + 1", [("S107", "„")]),
        ("Tenant\u2019s Rent", [("S107", "\u2019")]),
        ("X means 2½", [("S107", "½")]),
        ("X means 2 ≤ 3", [("S107", "≤")]),
        ("R\u0435nt means 1", [("S106", "\u0435")]),
        ("\u0420\u0435nt means 1", [("S106", "\u0420")]),
        ("X means \uff12", [("S106", "\uff12")]),
        ("X means \u0663", [("S106", "\u0663")]),
        ("\u212aelvin means 1", [("S106", "\u212a")]),
        ("\u212bngstrom means 1", [("S106", "\u212b")]),
        ("Cafe\u0301 means 1", [("S108", "e\u0301")]),
        ("Cam\u0303 means 1", [("S108", "m\u0303")]),
        ("Café Müller Łódź means €2 + £3", []),
        ("Rent\u0416 means 1", []),
        ("\u0301", []),
    ],
)
def test_what_stands_for_a_plain_character_is_told_in_rules(text: str, found: list[tuple[str, str]]) -> None:
    """Where the language has a plain character, another that looks like it is named; letters with accents are fine."""
    assert scanned(text) == found


def test_a_look_alike_is_told_with_what_was_meant() -> None:
    """The message names the character, the help the plain one."""
    (found,) = scan_characters(as_source("a.deal", "R\u0435nt means 1"))
    assert found.message == (
        "`\u0435` (cyrillic small letter ie, U+0435) is not a plain `e`, for which it may be taken"
    )
    assert found.help == "write a plain `e`"
    (found,) = scan_characters(as_source("a.deal", "X means\u20031"))
    assert found.help == "write a plain blank"


def test_the_other_quotation_mark_is_shown_too() -> None:
    """A pair of smart quotes is one mistake."""
    (found,) = scan_characters(as_source("a.deal", "X means “a”"))
    assert [place.span.words for place in found.also] == ["”"]


def test_the_other_letters_of_a_word_are_shown_too() -> None:
    """A word typed on another keyboard is one mistake; a few of its letters show it."""
    (found,) = scan_characters(as_source("a.deal", "\u0420\u0440\u043e\u0440\u0435\u0440 means 1"))
    assert len(found.also) == 3


@pytest.mark.parametrize(
    ("letters", "advice"),
    [("e\u0301", "write it as the one character `é`"), ("m\u0303", "write it without the accent")],
)
def test_a_separate_accent_is_told_with_a_way_out(letters: str, advice: str) -> None:
    """Not every letter has a character of its own with every accent."""
    (found,) = scan_characters(as_source("a.deal", f"Ca{letters} means 1"))
    assert found.help == advice


@pytest.mark.parametrize("character", sorted(LOOKS))
def test_every_look_alike_has_a_plain_fellow(character: str) -> None:
    """The table leads from what is not ASCII to what is."""
    assert plain(character).isascii()
    assert not character.isascii()


@given(st.characters())
def test_what_was_meant_is_final(character: str) -> None:
    """Following the advice leaves nothing to advise."""
    meant = plain(character)
    assert [plain(each) for each in meant] == list(meant)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\n\tb\n", [("S210", "\t")]),
        ("a\n  \t  | b\n", [("S210", "\t  ")]),
        ("a\n\t\n\t# b\nc\td", []),
    ],
)
def test_a_tab_may_not_indent(text: str, found: list[tuple[str, str]]) -> None:
    """How deep a line stands must be the same for everyone; between words a tab is a blank."""
    assert scanned(text) == found


def test_a_line_may_have_exactly_the_limit() -> None:
    """4,096 characters are read, one more is not; what is too much is shown."""
    assert scanned("x" * 4_096 + "\n" + "y" * 4_096) == []
    (found,) = scan_characters(as_source("a.deal", "a\n" + "x" * 4_096 + "!\n"))
    assert (found.code, found.place.span.words) == ("X104", "!")
    assert found.message == "this line has 4,097 characters; a line may have 4,096"
    assert codes(scan_characters(as_source("a.deal", "abc"), Limits.lowered(line=2))) == ["X104"]


def test_findings_stand_in_the_order_of_the_text() -> None:
    """The first one told is the first one met."""
    text = "X means 3 \u2013 2\n\tY\u200b means \u2019" + "x" * 4_096
    assert [code for code, _ in scanned(text)] == ["S107", "S210", "S105", "S107", "X104"]


def test_a_text_of_nothing_but_mistakes_is_told_up_to_a_number() -> None:
    """Nobody reads more than a thousand, and nobody waits for them."""
    assert len(scan_characters(as_source("a.deal", "\x00\n\u202e\n" * 100_000))) == 1_000


@given(TEXTS)
def test_plain_lines_around_change_nothing(text: str) -> None:
    """A finding belongs to its line."""
    alone = scan_characters(as_source("a.deal", text))
    after = scan_characters(as_source("a.deal", f"X means 1\n{text}"))
    assert codes(alone) == codes(after)
    assert [found.place.span.start + 10 for found in alone] == [found.place.span.start for found in after]
