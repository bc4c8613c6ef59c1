"""Scenarios, the entries of their logs, and properties as lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from dealwright import expression as e
from dealwright import model as m
from dealwright.write.addresses import address
from dealwright.write.expressions import Rank, expression, reference
from dealwright.write.lines import WIDTH, Lines, below, joined, listed
from dealwright.write.literals import quoted
from dealwright.write.rules import actors, long_form


def scenario(node: m.Scenario) -> Lines:
    """A log with what is expected of it."""
    return [f"scenario {quoted(node.title)}", *below(*map(_line, node.lines))]


def property_(node: m.Property) -> Lines:
    """What must hold for every log."""
    whens = (f"when {expression(truth)}" for truth in node.when)
    return [f"property {quoted(node.title)}", *below(whens, [_claim(node)])]


def _claim(node: m.Property) -> str:
    match node:
        case m.Always(word=word, claim=claim):
            return f"{word} {expression(claim)}"
        case m.Frame(names=names, instrument=instrument):
            return f"{f'only {listed(names)}' if names else 'nothing'} may change under {instrument}"
        case _:
            assert_never(node)


def _line(node: m.ScenarioLine) -> Lines:
    match node:
        case m.With(instruments=names):
            return [f"with {listed(names) if names else 'nothing else'}"]
        case m.Choosing(reading=reading, label=label):
            return [f"choosing {reading} {quoted(label)}"]
        case m.Given(what=what, value=value):
            return [f"given {fact(what)} is {'unknown' if value is None else expression(value, Rank.SUM)}"]
        case m.GivenList(what=what, instances=(only,)):
            return [f"given {fact(what)} is a {record(only)}"]
        case m.GivenList(what=what, instances=instances):
            return [f"given {fact(what)} are", *below(map(record, instances))]
        case m.Dated(on=on, entry=said, clock=clock, recorded=recorded):
            return [joined(on.isoformat(), clock, entry(said), f"recorded on {recorded}" if recorded else "")]
        case m.Unknown(what=what):
            return [f"{fact(what)} is unknown"]
        case m.Complete(through=day):
            return [f"complete through {day}"]
        case m.Expect():
            return _expect(node)
        case _:
            assert_never(node)


def _expect(node: m.Expect) -> Lines:
    text = f"under the text of {node.text_of}" if node.text_of else ""
    known = f"known by {node.known_by}" if node.known_by else ""
    start = "expect" if node.as_of is None else joined(f"as of {node.as_of}", text, known, "expect")
    claims = [expression(claim) for claim in node.claims]
    if len(claims) == 1 and len(start) + len(claims[0]) < WIDTH:
        return [f"{start} {claims[0]}"]
    return [start, *below(claims)]


def record(node: m.RecordLiteral) -> str:
    """An instance of a record."""
    return joined(node.record, long_form(node.label), _with(node.attributes))


def fact(node: e.Ref | m.Question_) -> str:
    """What a fact is about: a name or a question."""
    match node:
        case e.Ref():
            return reference(node)
        case m.Question_(text=words):
            return quoted(words)
        case _:
            assert_never(node)


def _with(attributes: Sequence[m.Attribute]) -> str:
    return f"with {', '.join(map(_attribute, attributes))}" if attributes else ""


def _attribute(node: m.Attribute) -> str:
    return node.name if node.value is None else f"{node.name}: {expression(node.value, Rank.SUM)}"


def _by(node: m.Actors | None) -> str:
    return "" if node is None else f"by {actors(node)}"


def entry(node: m.Entry) -> str:
    """What a log says of a day."""
    match node:
        case m.Happens(event=event, by=by, attributes=attributes, amount=amount, to=to):
            if amount is None:
                return joined(reference(event), _by(by), _with(attributes))
            return joined(f"{event.name} of {expression(amount)}", _by(by), f"to {to}")
        case m.Paid(duty=duty, amount=amount, by=by):
            return joined(f"{reference(duty)} paid {expression(amount, Rank.SUM)}", _by(by))
        case m.Performed(duty=duty, by=by):
            return joined(f"{reference(duty)} performed", _by(by))
        case m.Pays(payer=payer, amount=amount, to=to):
            return f"{payer} pays {expression(amount, Rank.SUM)} to {to}"
        case m.Signed(instrument=instrument, by=by, attributes=attributes):
            return joined(f"{instrument} signed by {actors(by)}", _with(attributes))
        case m.Observed(what=what, value=value):
            return f"{fact(what)} is {expression(value, Rank.SUM)}"
        case m.Unknown(what=what):
            return f"{fact(what)} is unknown"
        case m.Found(what=what, status=status):
            return f"found {reference(what)} is {status}"
        case m.Scheduled(event=event, on=on, attributes=attributes):
            return joined(f"{fact(event)} is set for {on}", _with(attributes))
        case m.Joins(member=member, group=group):
            return f"{member} joins as {group}"
        case m.Asserted(source=source, entry=said):
            return f"asserted in {quoted(source)}: {entry(said)}"
        case m.Unordered():
            return "in no known order"
        case m.Exercises(actors=who, power=power, form=form, attributes=attributes):
            word = "exercise" if len(who.names) > 1 and who.joined == "and" else "exercises"
            return joined(actors(who), word, reference(power), f"by {form}" if form else "", _with(attributes))
        case m.Waives(actors=who, target=target):
            word = "waive" if len(who.names) > 1 and who.joined == "and" else "waives"
            return f"{actors(who)} {word} {expression(target)}"
        case m.Strikes(address=struck, until=until):
            return joined(f"court strikes {address(struck)}", "" if until is None else f"until {until}")
        case m.Bars(target=target, until=until):
            return joined(f"law bars {expression(target)}", "" if until is None else f"until {until}")
        case _:
            assert_never(node)
