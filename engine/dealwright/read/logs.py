"""From recognised phrases to logs, scenarios and properties; the last family, and so the whole builder."""

from __future__ import annotations

from datetime import date
from typing import Any

from dealwright import expression as e
from dealwright import model as m
from dealwright.read import literals
from dealwright.read.building import words
from dealwright.read.instruments import Instruments
from dealwright.read.rules import _text


class Builder(Instruments):
    """Every callback that the parser makes."""

    def scenario(self, c: list[Any]) -> m.Scenario:
        """A log with what is expected of it."""
        title, *lines = c
        return m.Scenario(_text(title), tuple(line for line in lines if line is not None), span=self.at(title))

    def with_texts(self, c: list[Any]) -> m.With:
        """`with X`."""
        return m.With(tuple(map(str, c[0])), span=self.around(c[0]))

    def with_nothing(self, c: list[Any]) -> m.With:  # noqa: ARG002
        """`with nothing else`."""
        return m.With(())

    def choosing(self, c: list[Any]) -> m.Choosing:
        """`choosing X "..."`."""
        return m.Choosing(str(c[0]), _text(c[1]), span=self.between(c[0], c[1]))

    def question_ref(self, c: list[Any]) -> m.Question_:
        """A question named by its words."""
        return m.Question_(_text(c[0]), span=self.at(c[0]))

    def given(self, c: list[Any]) -> m.Given:
        """`given X is V`."""
        return m.Given(c[0], c[1], span=self.between(c[0], c[1]))

    def given_unknown(self, c: list[Any]) -> m.Given:
        """`given X is unknown`."""
        return m.Given(c[0], None, span=c[0].span)

    def given_record(self, c: list[Any]) -> m.GivenList:
        """`given X is a Unit with ...`."""
        return m.GivenList(c[0], (c[1],), span=c[0].span)

    def given_list(self, c: list[Any]) -> m.GivenList:
        """`given X are` and instances."""
        return m.GivenList(c[0], tuple(c[1:]), span=c[0].span)

    def record_line(self, c: list[Any]) -> m.RecordLiteral:
        """An instance on a line of its own."""
        return c[0]  # type: ignore[no-any-return]

    def record_literal(self, c: list[Any]) -> m.RecordLiteral:
        """`Unit "2B" with Floor: 2`."""
        record, label, attributes = c
        return m.RecordLiteral(str(record), _text(label), tuple(attributes or ()), span=self.at(record))

    def attributes(self, c: list[Any]) -> tuple[m.Attribute, ...]:
        """Attributes in a row."""
        return tuple(c)

    def attribute(self, c: list[Any]) -> m.Attribute:
        """`Cost: €350`, or `Passed` alone."""
        return m.Attribute(str(c[0]), c[1], span=self.between(c[0], c[1] or c[0]))

    def dated_entry(self, c: list[Any]) -> m.Dated:
        """An entry on its day."""
        token, entry, recorded = c
        day = self.value_of(token, literals.day)
        return m.Dated(day, entry, str(token)[11:], _day(self, recorded), span=self.at(token))

    def unknown_fact(self, c: list[Any]) -> m.Unknown:
        """`X is unknown`."""
        return m.Unknown(c[0], span=c[0].span)

    def complete(self, c: list[Any]) -> m.Complete:
        """`complete through D`."""
        return m.Complete(self.value_of(c[0], literals.day), span=self.at(c[0]))

    def expect_at(self, c: list[Any]) -> m.Expect:
        """`as of D under the text of D known by D expect` and claims."""
        token, text_of, known_by, *claims = c
        days = (self.value_of(token, literals.day), _day(self, text_of), _day(self, known_by))
        return m.Expect(tuple(claims), *days, span=self.at(token))

    def under_text(self, c: list[Any]) -> Any:
        """`under the text of D`."""
        return c[0]

    known_by = under_text

    expect_one_at = expect_at

    def expect_block(self, c: list[Any]) -> m.Expect:
        """`expect` and claims."""
        return m.Expect(tuple(c), span=c[0].span)

    expect_one = expect_block

    def claim(self, c: list[Any]) -> e.Expression:
        """A claim on a line of its own."""
        return c[0]  # type: ignore[no-any-return]

    # ------------------------------------------------------------ entries

    def happens(self, c: list[Any]) -> m.Happens:
        """`Inspection by Surveyor with Passed`."""
        event, by, attributes = c
        return m.Happens(event, by, tuple(attributes or ()), span=event.span)

    def moves(self, c: list[Any]) -> m.Happens:
        """`Grant of €5,000 to Tenant`."""
        name, amount, by, to = c
        actors = None if by is None else m.Actors((str(by),), span=self.at(by))
        return m.Happens(
            e.Ref(str(name), span=self.at(name)),
            actors,
            (),
            self.literal([amount]),
            str(to),
            span=self.between(name, to),
        )

    def paid(self, c: list[Any]) -> m.Paid:
        """`Rent for 2031-05 paid €2,400`."""
        return m.Paid(c[0], c[1], c[2], span=self.between(c[0], c[1]))

    def performed(self, c: list[Any]) -> m.Performed:
        """`Repairs performed by Landlord`."""
        return m.Performed(c[0], c[1], span=c[0].span)

    def pays(self, c: list[Any]) -> m.Pays:
        """`Tenant pays €2,400 to Landlord`."""
        return m.Pays(str(c[0]), c[1], str(c[2]), span=self.between(c[0], c[2]))

    def signed(self, c: list[Any]) -> m.Signed:
        """`First Amendment signed by Landlord and Tenant`."""
        return m.Signed(str(c[0]), c[1], tuple(c[2] or ()), span=self.between(c[0], c[1]))

    def observed(self, c: list[Any]) -> m.Observed:
        """`Turnover is €5,000`."""
        return m.Observed(c[0], c[1], span=self.between(c[0], c[1]))

    def marked_unknown(self, c: list[Any]) -> m.Unknown:
        """`Inspection is unknown`, from here on."""
        return m.Unknown(c[0], span=c[0].span)

    def found(self, c: list[Any]) -> m.Found:
        """`found Repairs is breached`."""
        return m.Found(c[0], words(c[1]), span=c[0].span)

    def scheduled(self, c: list[Any]) -> m.Scheduled:
        """`Handover is set for D`."""
        return m.Scheduled(c[0], self.value_of(c[1], literals.day), tuple(c[2] or ()), span=c[0].span)

    def joins(self, c: list[Any]) -> m.Joins:
        """`Ann joins as Guarantors`."""
        return m.Joins(str(c[0]), str(c[1]), span=self.between(c[0], c[1]))

    def asserted(self, c: list[Any]) -> m.Asserted:
        """`asserted in "letter": ...`."""
        return m.Asserted(_text(c[0]), c[1], span=self.at(c[0]))

    def unordered(self, c: list[Any]) -> m.Unordered:  # noqa: ARG002
        """`in no known order`."""
        return m.Unordered()

    def exercises(self, c: list[Any]) -> m.Exercises:
        """`Tenant exercises Break by notice with ...`."""
        actors, _, power, form, attributes = c
        return m.Exercises(actors, power, words(form or []), tuple(attributes or ()), span=self.between(actors, power))

    def waives(self, c: list[Any]) -> m.Waives:
        """`Landlord and Tenant waive X`."""
        return m.Waives(c[0], c[2], span=self.between(c[0], c[2]))

    def strikes(self, c: list[Any]) -> m.Strikes:
        """`court strikes X until D`."""
        until = None if c[1] is None else self.value_of(c[1], literals.day)
        return m.Strikes(c[0], until, span=c[0].span)

    def bars(self, c: list[Any]) -> m.Bars:
        """`law bars X until D`."""
        until = None if c[1] is None else self.value_of(c[1], literals.day)
        return m.Bars(c[0], until, span=c[0].span)

    # ------------------------------------------------------------ properties

    def property(self, c: list[Any]) -> m.Always:
        """What must hold for every log."""
        title, *whens, word, claim = c
        return m.Always(_text(title), tuple(whens), words(word), claim, span=self.at(title))

    def frame(self, c: list[Any]) -> m.Frame:
        """`only X may change under First Amendment`."""
        title, *whens, names, instrument = c
        return m.Frame(_text(title), tuple(whens), names, str(instrument), span=self.between(title, instrument))

    def only_these(self, c: list[Any]) -> tuple[str, ...]:
        """`only X and Y may change`."""
        return tuple(map(str, c[0]))

    def nothing_else(self, c: list[Any]) -> tuple[str, ...]:  # noqa: ARG002
        """`nothing may change`."""
        return ()

    def property_when(self, c: list[Any]) -> e.Expression:
        """Which logs."""
        return c[0]  # type: ignore[no-any-return]


def _day(builder: Builder, token: Any) -> date | None:
    """A day where one is stated."""
    return None if token is None else builder.value_of(token, literals.day)
