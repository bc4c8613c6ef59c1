"""From recognised phrases to truths and to what is chosen out of many; with them the expressions are complete."""

from __future__ import annotations

from typing import Any

from dealwright import expression as e
from dealwright.read.amounts import Amounts
from dealwright.read.building import words


class Expressions(Amounts):
    """The callbacks for expressions."""

    # ------------------------------------------------------------ truths

    def or_(self, c: list[Any]) -> e.Or:
        """`A or B`, in one row however many."""
        items = (*c[0].items, c[1]) if isinstance(c[0], e.Or) else (c[0], c[1])
        return e.Or(items, span=self.between(c[0], c[1]))

    def and_(self, c: list[Any]) -> e.And:
        """`A and B`, in one row however many."""
        items = (*c[0].items, c[1]) if isinstance(c[0], e.And) else (c[0], c[1])
        return e.And(items, span=self.between(c[0], c[1]))

    def not_(self, c: list[Any]) -> e.Not:
        """`not A`."""
        return e.Not(c[0], span=self.between(c[0], c[0]))

    def parenthesis(self, c: list[Any]) -> Any:
        """What stands in parentheses."""
        return c[0]

    def if_(self, c: list[Any]) -> e.If:
        """`if A then X else Y`."""
        return e.If(c[0], c[1], c[2], span=self.between(c[0], c[2]))

    def compare(self, c: list[Any]) -> e.Compare:
        """`A <= B`."""
        return e.Compare(str(c[1]), c[0], c[2], span=self.between(c[0], c[2]))

    def is_(self, c: list[Any]) -> e.Compare:
        """`A is B`."""
        return e.Compare("=", c[0], c[1], span=self.between(c[0], c[1]))

    def is_not(self, c: list[Any]) -> e.Compare:
        """`A is not B`."""
        return e.Compare("!=", c[0], c[1], span=self.between(c[0], c[1]))

    def one_of(self, c: list[Any]) -> e.OneOf:
        """`A is one of B, C`."""
        return e.OneOf(c[0], tuple(c[1:]), span=self.between(c[0], c[-1]))

    def not_one_of(self, c: list[Any]) -> e.Not:
        """`A is not one of B, C`."""
        inner = self.one_of(c)
        return e.Not(inner, span=inner.span)

    def between_(self, c: list[Any]) -> e.And:
        """`A is between B and C`, both included."""
        span = self.around(c)
        return e.And((e.Compare(">=", c[0], c[1], span=span), e.Compare("<=", c[0], c[2], span=span)), span=span)

    def is_when(self, c: list[Any]) -> e.Expression:
        """`A is before B`, `A is within B`."""
        word = words(c[1])
        span = self.between(c[0], c[2])
        if word == "within":
            return e.Occurs(c[0], e.Limit("within", c[2], span=c[2].span), span=span)
        return e.Compare(word, c[0], c[2], span=span)

    def is_size(self, c: list[Any]) -> e.Compare:
        """`A is at least B`."""
        operator = {"at least": ">=", "at most": "<=", "more than": ">", "less than": "<"}[words(c[1])]
        return e.Compare(operator, c[0], c[2], span=self.between(c[0], c[2]))

    def status_is(self, c: list[Any]) -> e.StatusIs:
        """`Rent is performed by D`."""
        what, status, limit = c
        return e.StatusIs(what, words(status), limit, span=self.between(what, limit or status[-1]))

    def status_is_not(self, c: list[Any]) -> e.Not:
        """`Rent is not performed`."""
        inner = self.status_is(c)
        return e.Not(inner, span=inner.span)

    def has_been(self, c: list[Any]) -> e.Expression:
        """`Rent has been performed`."""
        what, has, status, limit = c
        inner = e.StatusIs(what, words(status), limit, span=self.between(what, limit or status[-1]))
        return e.Not(inner, span=inner.span) if len(has) > 1 else inner

    def has_occurred(self, c: list[Any]) -> e.Expression:
        """`Handover has not occurred by D`, `Inspection has occurred with Passed`."""
        what, has, limit, where = c
        inner = e.Occurs(what, limit, where, span=self.between(what, where or limit or has[-1]))
        return e.Not(inner, span=inner.span) if len(has) > 1 else inner

    def occurred_where(self, c: list[Any]) -> e.Expression:
        """`Inspection has occurred where Passed`."""
        return self.has_occurred([c[0], c[1], None, c[2]])

    def limited(self, c: list[Any]) -> e.Occurs:
        """`Handover by D`."""
        return e.Occurs(c[0], c[1], span=self.between(c[0], c[1]))

    def limit_by(self, c: list[Any]) -> e.Limit:
        """`by D`."""
        return e.Limit("by", c[0], span=c[0].span)

    def limit_on(self, c: list[Any]) -> e.Limit:
        """`on D`."""
        return e.Limit("on", c[0], span=c[0].span)

    def limit_within(self, c: list[Any]) -> e.Limit:
        """`within 5 days after Y`."""
        return e.Limit("within", c[0], span=c[0].span)

    def limit_since(self, c: list[Any]) -> e.Limit:
        """`since D`."""
        return e.Limit("since", c[0], span=c[0].span)

    def limit_before(self, c: list[Any]) -> e.Limit:
        """`before D`."""
        return e.Limit("before", c[0], span=c[0].span)

    def limit_after(self, c: list[Any]) -> e.Limit:
        """`after D`."""
        return e.Limit("after", c[0], span=c[0].span)

    def limit_during(self, c: list[Any]) -> e.Limit:
        """`during the suspension of X`."""
        return e.Limit("during", c[0], span=c[0].span)

    # ------------------------------------------------------------ selections

    def where_selection(self, c: list[Any]) -> e.Selection:
        """`Inspection where Passed`."""
        return e.Selection(str(c[0]), c[1], span=self.between(c[0], c[1]))

    def bare_selection(self, c: list[Any]) -> e.Selection:
        """`Inspection`, all of them."""
        argument = c[1] if len(c) > 1 else None
        return e.Selection(str(c[0]), argument=argument, span=self.between(c[0], argument or c[0]))

    def each_selection(self, c: list[Any]) -> e.Selection:
        """What `every` speaks of."""
        where = c[2] if len(c) > 2 else None  # noqa: PLR2004
        return e.Selection(str(c[0]), where, c[1] is not None, span=self.between(c[0], where or c[0]))

    def some(self, c: list[Any]) -> e.Exists:
        """`some X where C`."""
        return e.Exists("some", c[0], span=c[0].span)

    def no_one(self, c: list[Any]) -> e.Exists:
        """`no X where C`."""
        return e.Exists("no", c[0], span=c[0].span)

    def some_bare(self, c: list[Any]) -> e.Exists:
        """`some X`."""
        return self.some([self.bare_selection(c)])

    def no_bare(self, c: list[Any]) -> e.Exists:
        """`no X`."""
        return self.no_one([self.bare_selection(c[-1:])])

    def every(self, c: list[Any]) -> e.Every:
        """`every X where C satisfies D`."""
        return e.Every(c[0], c[1], span=self.between(c[0], c[1]))

    def pick(self, c: list[Any]) -> e.Pick:
        """`last X where C`."""
        return e.Pick(words(c[0]), c[1], span=self.between(c[0][0], c[1]))

    def pick_bare(self, c: list[Any]) -> e.Pick:
        """`last X`."""
        return self.pick([c[0], self.bare_selection([c[1]])])

    def aggregate(self, c: list[Any]) -> e.Aggregate:
        """`sum of X over Y`."""
        return e.Aggregate(words(c[0]), c[1], c[2], span=self.between(c[0][0], c[2]))

    def count(self, c: list[Any]) -> e.Count:
        """`number of X where C`."""
        return e.Count(c[0], span=self.since("number", c[0], c[0]))

    def count_bare(self, c: list[Any]) -> e.Count:
        """`number of X`."""
        return self.count([self.bare_selection(c)])

    def attribute_of_pick(self, c: list[Any]) -> e.AttributeOf:
        """An attribute of the first or last of a narrowed selection."""
        return e.AttributeOf(str(c[0]), self.pick(c[1:]), span=self.between(c[0], c[-1]))


_ROWS_OF_WORDS = """
    cited_word termination_word relative_word period_word extreme_word roll_word round_word when_word size_word has_word
    status end_word amount_word instant_word part_word counted_word aggregate_word pick_word way slices quantifier_word
    instrument_word party_word unit_word units_word bare_unit_word position which_end up_or_down place before_after how_often kind_word
    gone_word norm_word ends_word effect_word modal manner power_verb exercise_word exercise_form waive_word always_word
    other_than_this row_name
"""
for _rule in _ROWS_OF_WORDS.split():
    setattr(Expressions, _rule, staticmethod(list))
