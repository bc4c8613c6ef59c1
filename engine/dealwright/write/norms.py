"""Norms as lines: the word and the name, the head, and one modifier a line; notices and warranties made again."""

from __future__ import annotations

from itertools import takewhile
from typing import assert_never

from dealwright import expression as e
from dealwright import model as m
from dealwright.write.addresses import address, addresses
from dealwright.write.expressions import Rank, expression, selection
from dealwright.write.lines import Lines, below, joined, listed
from dealwright.write.literals import quoted
from dealwright.write.rules import actors, limbs, long_form, priority, scope, tail


def norm(node: m.Norm) -> Lines:
    """A duty, prohibition, permission, power, effect or warranty; what it is made for each of stands first."""
    scopes = list(takewhile(lambda each: isinstance(each, m.ForEach), node.modifiers))
    rest = node.modifiers[len(scopes) :]
    start = joined(node.word, node.name, long_form(node.long))
    return [start, *below(*map(modifier, scopes), _head(node.head), *map(modifier, rest))]


def _head(node: m.Modal | m.Warrants | m.Effect) -> Lines:
    match node:
        case m.Modal(actors=m.Actors(names=names, joined=together, manner=manner) as who, modal=modal, act=act):
            alone = len(names) == 1 and manner == "each"
            subject = actors(who) if alone else actors(m.Actors(names, together))
            return [joined(subject, modal, "" if alone else manner, _act(act))]
        case m.Warrants(actors=who, to=to, limbs=stated):
            start = joined(actors(who), "warrants", "" if to is None else f"to {actors(to)}")
            return [start, *limbs("", stated)[1:]]
        case m.Effect():
            return [_effect(node)]
        case _:
            assert_never(node)


def _act(node: m.Act) -> str:
    to = "" if node.to is None else f"to {actors(node.to)}"
    match node:
        case m.Act(verb="do"):
            return joined(quoted(node.words), to)
        case m.Act(verb="elect"):
            return f"elect {quoted(node.words)}"
        case m.Act(verb="cause", thing=e.Selection() as caused):
            return f"cause {selection(caused)}"
        case m.Act(verb="pay" | "deliver" | "notify" as verb):
            said = "give notice of" if verb == "notify" else verb
            return joined(said, _thing(node, Rank.TEMPORAL), to)
        case _:
            by = "" if node.by is None else f"by {expression(node.by, Rank.TEMPORAL)}"
            until = "" if node.until is None else f"to {expression(node.until, Rank.TEMPORAL)}"
            return joined(node.verb, _thing(node, Rank.ATOM), to, by, until)


def _thing(node: m.Act, rank: Rank) -> str:
    if node.thing is None:
        return quoted(node.words) if node.verb in {"deliver", "notify"} else ""
    return expression(node.thing, rank)


def _effect(node: m.Effect) -> str:
    match node.word:
        case "stated":
            return quoted(node.words)
        case "terminates" | "closes":
            return f"this agreement {node.word}"
        case "passes":
            passing = quoted(node.words) if node.target is None else expression(node.target)
            return f"{passing} passes to {node.to}"
        case word:
            said = {"suspended": "is suspended", "discharged": "is discharged", "due": "becomes due"}.get(word, word)
            return joined("" if node.target is None else expression(node.target), said)


def modifier(node: m.Modifier) -> Lines:
    """A line below the head; a truth may go on below it."""
    match node:
        case m.Timing(word="made on", when=days):
            return [f"made on {listed(expression(day, Rank.ROUNDED) for day in days)}"]
        case m.Timing(word="from", when=(start, end)):
            return [f"from {expression(start, Rank.TEMPORAL)} until {expression(end, Rank.TEMPORAL)}"]
        case m.Timing(word=word, when=days):
            return [joined(word, *(expression(day, Rank.TEMPORAL) for day in days))]
        case m.Proviso(word=word, condition=truth):
            return tail(word, truth)
        case m.ForEach(scope=each):
            return [scope(each)]
        case m.PerformedBy(selection=chosen):
            return [f"performed by {selection(chosen)}"]
        case m.Form(word="notice", under=under):
            return [joined("by notice", "" if under is None else f"under {address(under)}")]
        case m.Form(signed_by=signers):
            return [joined("by writing signed by", "" if signers is None else actors(signers))]
        case m.AnsweredFor(actors=who, unless=truth):
            unless = "" if truth is None else f"unless {expression(truth)}"
            return [joined("answered for by", actors(who), unless)]
        case m.Continuing(word=word, target=target):
            return [f"{word} {expression(target)}"]
        case m.Interest():
            return [_interest(node)]
        case m.Flag(word=word):
            return [word]
        case m.Priority():
            return [priority(node)]
        case _:
            assert_never(node)


def _interest(node: m.Interest) -> str:
    convention = f"on {node.convention}" if node.convention else ""
    compounded = f"compounded each {node.compounded}" if node.compounded else ""
    return joined("interest at", expression(node.rate, Rank.SUM), "a", node.period, convention, compounded)


def notice_rule(node: m.NoticeRule) -> Lines:
    """What a notice needs, and when it is served."""
    needs = [line for truth in node.requires for line in tail("requires", truth)]
    return ["notice", *below(needs, map(_served, node.served))]


def _served(node: m.Served) -> str:
    when = "" if node.when is None else f"when {expression(node.when)}"
    return joined("served on", expression(node.on, Rank.TEMPORAL), when)


def saving(node: m.Saving) -> Lines:
    """What goes on as it stood."""
    return [f"saving {listed(expression(target) for target in node.targets)}"]


def bring_down(node: m.BringDown) -> Lines:
    """Warranties made again."""
    excepting = f"except {addresses(node.excepting)}" if node.excepting else ""
    days = listed(expression(day, Rank.ROUNDED) for day in node.on)
    return [joined("warranties of", addresses(node.addresses), excepting, "made on", days)]
