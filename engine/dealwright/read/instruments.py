"""From recognised phrases to instruments: settings, provisions, readings, operations, logs and scenarios."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from dealwright import expression as e
from dealwright import model as m
from dealwright.read import literals
from dealwright.read.building import words
from dealwright.read.norms import Norms
from dealwright.read.rules import _text


class Instruments(Norms):
    """The callbacks for instruments and logs; the whole family is the builder that the parser calls."""

    def start(self, c: list[Any]) -> list[Any]:
        """Everything in a file, in order."""
        return c

    def prose(self, c: list[Any]) -> m.Words:
        """One line of the contract's own words."""
        line = c[0]
        return m.Words((line[2:] if line[1:2] == " " else line[1:],), span=self.at(line))

    # ------------------------------------------------------------ instruments

    def instrument(self, c: list[Any]) -> m.Instrument:
        """An instrument's name and settings; what follows in the file is put into it later."""
        word, name, long, *settings = c
        kept = tuple(setting for setting in settings if setting is not None)
        return m.Instrument(words(word), str(name), _text(long), kept, (), span=self.between(word[0], name))

    def setting(self, word: str, c: list[Any], **fields: Any) -> m.Setting:
        """A setting with the span of what it holds."""
        return m.Setting(word, **fields, span=self.around([part for part in c if part is not None]))

    def set_dated(self, c: list[Any]) -> m.Setting:
        """`dated D`."""
        return self.setting("dated", c, value=self.literal(c))

    def set_between(self, c: list[Any]) -> m.Setting:
        """`between P and Q`."""
        return self.setting("between", c, actors=c[0])

    def set_amends(self, c: list[Any]) -> m.Setting:
        """`amends X`."""
        return self.setting("amends", c[0], names=tuple(map(str, c[0])))

    def set_currency(self, c: list[Any]) -> m.Setting:
        """`currency USD`."""
        return self.setting("currency", c, names=(str(c[0]),))

    def business_days(self, c: list[Any]) -> m.CalendarSetting:
        """`business days NAME`."""
        return m.CalendarSetting(str(c[0]), span=self.at(c[0]))

    def set_time_zone(self, c: list[Any]) -> m.Setting:
        """`time zone "..."`."""
        return self.setting("time zone", c, names=(_text(c[0]),))

    def set_rounded(self, c: list[Any]) -> m.Setting:
        """`rounded half up to cents`."""
        return self.setting("rounded", c, rounding=c[0])

    def set_months_rounded(self, c: list[Any]) -> m.Setting:
        """`months rounded down`."""
        return self.setting("months rounded", c[0], names=(words(c[0]),))

    def set_governed_by(self, c: list[Any]) -> m.Setting:
        """`governed by "..."`."""
        return self.setting("governed by", c, names=(_text(c[0]),))

    def set_amended_by(self, c: list[Any]) -> m.Setting:
        """`amended only by writing signed by P and Q`."""
        return self.setting("amended by", c, actors=c[0])

    def set_amended_when(self, c: list[Any]) -> m.Setting:
        """`amended when C`."""
        return self.setting("amended when", c, value=c[0])

    def set_effective_on(self, c: list[Any]) -> m.Setting:
        """`takes effect on D`."""
        return self.setting("effective on", c, value=c[0])

    def set_effective_as_of(self, c: list[Any]) -> m.Setting:
        """`takes effect as of D`."""
        return self.setting("effective as of", c, value=c[0])

    def set_effective_when(self, c: list[Any]) -> m.Setting:
        """`takes effect when C`."""
        return self.setting("effective when", c, value=c[0])

    def set_effective_first_day(self, c: list[Any]) -> m.Setting:
        """`takes effect on the first business day when C`."""
        return self.setting("effective first day when", c, value=c[0])

    def set_expires(self, c: list[Any]) -> m.Setting:
        """`expires on D`."""
        return self.setting("expires", c, value=c[0])

    def set_prevails(self, c: list[Any]) -> m.Setting:
        """`prevails over X`."""
        return self.setting("prevails over", c[0], names=tuple(map(str, c[0])))

    def set_in_effect(self, c: list[Any]) -> m.Setting:
        """`in effect since D`."""
        return self.setting("in effect", c, value=self.literal(c) if c[0] is not None else None)

    def names(self, c: list[Any]) -> list[Any]:
        """Several names."""
        return [name for name in c if name is not None]

    def party(self, c: list[Any]) -> m.Party:
        """A party, third party or group."""
        word, name, long = c
        role = {"party": "party", "third party": "third party", "parties": "group"}[words(word)]
        return m.Party(str(name), _text(long), role, span=self.between(word[0], name))

    def unit_decl(self, c: list[Any]) -> m.Unit:
        """`unit Tonnes`."""
        return m.Unit(str(c[0]), span=self.at(c[0]))

    # ------------------------------------------------------------ provisions

    def provision(self, c: list[Any]) -> m.Provision:
        """A numbered provision."""
        unit, number, heading, items = c
        return m.Provision(words(unit), str(number), _text(heading), items or (), span=self.between(unit[0], number))

    def bare_provision(self, c: list[Any]) -> m.Provision:
        """A provision without a number."""
        unit, heading, items = c
        return m.Provision(words(unit), "", _text(heading), items or (), span=self.around(unit))

    def block(self, c: list[Any]) -> tuple[Any, ...]:
        """What stands in a provision, neighbouring lines of words put together."""
        return grouped(c)

    def no_rule(self, c: list[Any]) -> m.NoRule:
        """`no operative rule`."""
        return m.NoRule(_text(c[-1]))

    def absent(self, c: list[Any]) -> m.Absent:
        """`absent`."""
        return m.Absent(span=self.at(c[0]))

    def tombstone(self, c: list[Any]) -> m.Tombstone:
        """`deleted by section 4 of First Amendment`."""
        word, by = c
        if by is not None and not isinstance(by, e.Address):
            by = e.Address(instrument=str(by), span=self.at(by))
        return m.Tombstone(words(word), by, span=self.around(c if by is not None else word))

    def sic(self, c: list[Any]) -> m.Sic:
        """`sic D101 "..." reading X`."""
        code, words_, reading = c
        last = next(part for part in reversed(c) if part is not None)
        return m.Sic(str(code), _text(words_), str(reading or ""), span=self.between(code, last))

    # ------------------------------------------------------------ readings

    def reading(self, c: list[Any]) -> m.Reading:
        """A question that the text leaves open."""
        name, about, *alternatives = c
        return m.Reading(str(name), _text(about), tuple(alternatives), span=self.at(name))

    def alternative(self, c: list[Any]) -> m.Alternative:
        """One way to read it."""
        label, *lines = c
        return m.Alternative(_text(label), grouped([line for line in lines if line is not None]), span=self.at(label))

    def read_as(self, c: list[Any]) -> m.ReadAs:
        """`read X as Y`."""
        what, target = c
        if isinstance(what, str):
            return m.ReadAs(_text(what), target, span=self.between(what, target))
        return m.ReadAs(what, target, span=self.between(what, target))

    def read_as_nothing(self, c: list[Any]) -> m.ReadAs:
        """`read X as nothing`."""
        what = c[0]
        return m.ReadAs(_text(what) if isinstance(what, str) else what, None, span=self.around(c))

    # ------------------------------------------------------------ operations

    def expecting(self, c: list[Any]) -> tuple[str, Any]:
        """`expecting "words"`."""
        return "expecting", c[0]

    def leaving(self, c: list[Any]) -> tuple[str, Any]:
        """`leaving "Intentionally Omitted"`."""
        return "leaving", c[0]

    def operation_parts(self, lines: list[Any]) -> tuple[tuple[Any, ...], str, str]:
        """The new matter of an operation, its guard, and the words that it leaves."""
        said = {line[0]: _text(line[1]) for line in lines if isinstance(line, tuple)}
        items = grouped([line for line in lines if line is not None and not isinstance(line, tuple)])
        return items, said.get("expecting", ""), said.get("leaving", "")

    def replace(self, c: list[Any]) -> m.Replace:
        """`replace X` and what takes its place."""
        items, guard, _ = self.operation_parts(c[1:])
        return m.Replace(c[0], items, guard, span=self.around(list(c[0])))

    def restate(self, c: list[Any]) -> m.Replace:
        """`restate X`, `restate this agreement`."""
        items, guard, _ = self.operation_parts(c[1:])
        return m.Replace(c[0], items, guard, restated=True, span=self.around(list(c[0])))

    def whole_agreement(self, c: list[Any]) -> tuple[e.Address]:
        """`this agreement`."""
        return (e.Address(span=self.around(c)),)

    def delete(self, c: list[Any]) -> m.Delete:
        """`delete X`."""
        items, guard, left = self.operation_parts(c[1:])
        if items:
            self.report("S225", "a deletion puts nothing in the place of what it deletes", items[0].span,
                        "write `replace` instead of `delete` to put something in its place")  # fmt: skip
        return m.Delete(c[0], guard, left, span=self.around(list(c[0])))

    def insert(self, c: list[Any]) -> m.Insert:
        """`insert after X` and what is inserted."""
        *place, address = c[0]
        items, _, _ = self.operation_parts(c[1:])
        return m.Insert(words(place), address, items, span=address.span)

    def in_places(self, c: list[Any]) -> list[Any]:
        """Where words are changed, and how often."""
        return c

    def words_pair(self, c: list[Any]) -> tuple[Any, Any]:
        """`"A" with "B"`."""
        return c[0], c[1]

    def replace_words(self, c: list[Any]) -> m.WordChange:
        """`replace words A with B and C with D in X`."""
        *pairs, where, lines = c
        kept = [pair for pair in pairs if pair is not None]
        found = tuple((_text(old), _text(new)) for old, new in kept)
        return self.word_change("replace", found, kept[0][0], where, lines)

    def insert_words(self, c: list[Any]) -> m.WordChange:
        """`insert words A after B in X`."""
        new, place, old, where, lines = c
        return self.word_change(f"insert {words(place)}", ((_text(old), _text(new)),), old, where, lines)

    def delete_words(self, c: list[Any]) -> m.WordChange:
        """`delete words A in X`."""
        old, where, lines = c
        return self.word_change("delete", ((_text(old), ""),), old, where, lines)

    def word_change(self, verb: str, pairs: Any, first: Any, where: list[Any], lines: Any) -> m.WordChange:
        """A change of words with what happens to the rules."""
        targets, often = where
        lines = lines or []
        changing = tuple(line for line in lines if isinstance(line, tuple))
        silent = any(line is True for line in lines)
        return m.WordChange(verb, pairs, targets or (), self.times(often), changing, silent, span=self.at(first))

    def times(self, often: Any) -> int:
        """How often words must occur: once unless said."""
        said = "once" if often is None else words(often)
        known = {"once": 1, "everywhere": m.EVERYWHERE, "at the end": m.AT_THE_END}
        return known[said] if said in known else int(self.value_of(often[-2], literals.whole_number))

    def word_lines(self, c: list[Any]) -> list[Any]:
        """The lines below a change of words."""
        return c

    def changing(self, c: list[Any]) -> tuple[Any, Any]:
        """`changing A to B`."""
        return (c[0], c[1])

    def no_rule_depends(self, c: list[Any]) -> bool:  # noqa: ARG002
        """`no rule depends on them`."""
        return True

    def words_follow(self, c: list[Any]) -> bool:  # noqa: ARG002
        """`words follow`."""
        return True

    def no_words_depend(self, c: list[Any]) -> bool:  # noqa: ARG002
        """`no words depend on it`."""
        return True

    def renumber(self, c: list[Any]) -> m.Renumber:
        """`renumber X as Y`."""
        targets, numbers, follow = c
        return m.Renumber(targets, numbers, follow is True, span=self.around([*targets, *numbers]))

    def change_value(self, c: list[Any]) -> m.ChangeValue:
        """`change X from A to B`."""
        term, old, new, silent = c
        return m.ChangeValue(term, old, new, silent is True, span=self.between(term, new))

    def substitute(self, c: list[Any]) -> m.Substitute:
        """`substitute X for Y`."""
        new, old = c
        return m.Substitute(str(old), str(new), span=self.between(new, old))

    def join(self, c: list[Any]) -> m.Join:
        """`join X and Y`."""
        names = c[0]
        return m.Join(tuple(map(str, names)), span=self.between(names[0], names[-1]))

    def reaffirm(self, c: list[Any]) -> m.Reaffirm:
        """`reaffirm X`, `reaffirm this agreement`."""
        return m.Reaffirm(c[0], span=self.around(list(c[0])))

    def waive_for(self, c: list[Any]) -> m.WaiveFor:
        """`waive X from D to E`."""
        targets, length, start, end, *lines = c
        return m.WaiveFor(targets, length, start, end, grouped(lines), span=self.around(list(targets)))

    def restored_when(self, c: list[Any]) -> m.Proviso:
        """`restored when C`."""
        return self.proviso("restored when", c)


def grouped(items: list[Any]) -> tuple[Any, ...]:
    """Items in order, neighbouring lines of words put together."""
    found: list[Any] = []
    for item in items:
        last = found[-1] if found else None
        if isinstance(item, m.Words) and isinstance(last, m.Words):
            lines = (*last.lines, *item.lines)
            found[-1] = evolve(
                last, lines=lines, span=type(last.span)(last.span.source, last.span.start, item.span.end)
            )
        else:
            found.append(item)
    return tuple(found)
