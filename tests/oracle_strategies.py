"""Random contracts and logs within the part of the language that the second reading knows.

A few days are drawn that matter, and what the text and the log date lies on or beside them: so limits, entries and the
days asked about meet. Every text is put together from lines that the reader takes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

from attrs import define
from hypothesis import strategies as st

START = date(2031, 3, 1)
HEAD = """agreement Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR
    business days target

party Landlord
party Tenant

event Handover
event Inspection
    Passed: yes/no
    Cost: money
payment Grant by Landlord to Tenant
payment Charge by Tenant to Landlord
input Rate: money normally €40
input Level: number normally 2
"""
DUTIES = ("Fee", "Toll", "Levy")
POWERS = ("Break", "Exit")
EVENTS = ("Handover", "Inspection", "Grant", "Charge")
PARTIES = (("Tenant", "Landlord"), ("Landlord", "Tenant"))

whole = cache(st.integers)
"""Whole numbers between two; each strategy is made once, which makes drawing twice as fast."""


@define
class Maker:
    """Draws the lines of one contract and its logs."""

    draw: Callable[[Any], Any]
    days: list[date]
    amended: bool = False
    labelled: bool = False

    def one(self, *items: Any) -> Any:
        """One of several."""
        return items[self.number(0, len(items) - 1)]

    def maybe(self, text: str, odds: int = 3) -> str:
        """A text, or nothing."""
        return text if self.number(1, odds) == 1 else ""

    def number(self, low: int, high: int) -> int:
        """A whole number."""
        return int(self.draw(whole(low, high)))

    def day(self) -> date:
        """A day on or beside one that matters."""
        return max(START, self.one(*self.days) + timedelta(days=self.one(0, 0, 0, 1, -1)))

    def length(self) -> str:
        """A short time."""
        count = self.number(1, 9)
        unit = self.one("day", "day", "business day") if count < 9 else "day"
        return "1 week" if self.number(0, 9) == 0 else f"{count} {unit}{'' if count == 1 else 's'}"

    # ------------------------------------------------------------ expressions

    def moment(self) -> str:
        """A day, or what one is reckoned from."""
        return str(self.one(self.day().isoformat(), self.one(*EVENTS[:2])))

    def occurrence(self) -> str:
        """That something has happened, within some limit."""
        event, day = self.one(*EVENTS), self.day()
        return str(
            self.one(
                lambda: event,
                lambda: f"{event} has occurred",
                lambda: f"{event} has never occurred",
                lambda: f"{event} by {day}",
                lambda: f"{event} has not occurred by {day}",
                lambda: f"{event} has occurred before {day}",
                lambda: f"{event} has occurred after {self.moment()}",
                lambda: f"{event} since {self.moment()}",
                lambda: f"{event} on {day}",
                lambda: f"{event} within {self.length()} after {self.moment()}",
                lambda: f"{event} is before {self.moment()}",
                lambda: f"{event} is on or before {self.moment()}",
                lambda: f"{event} is after {self.moment()}",
                lambda: f"{event} is on or after {self.moment()}",
                lambda: f"{event} by {self.length()} after {self.moment()}",
                lambda: "(some Inspection where Passed)",
                lambda: "(no Inspection where not Passed)",
                lambda: "(some Inspection where Cost > €50 and Passed)",
                lambda: "(no Inspection where Cost is at least €50 or Passed)",
                lambda: f"number of Inspection is at least {self.number(1, 2)}",
                lambda: "Level > 2",
                lambda: "total received by Landlord is at least €60",
            )()
        )

    def truth(self, names: tuple[str, ...], depth: int = 1) -> str:
        """A question of yes or no."""
        pick = self.number(0, 5 if depth else 2)
        if names and pick == 0:
            return str(self.one(*names))
        if pick < 3:
            return self.occurrence()
        one, other = self.truth(names, depth - 1), self.truth(names, depth - 1)
        return (f"not ({one})", f"({one} and {other})", f"({one} or {other})")[pick - 3]

    def amount(self, names: tuple[str, ...]) -> str:
        """Some money."""
        literal = f"€{self.one(0, 20, 50, 50, 75, 100)}"
        other = self.one("Rate", "€30", *names)
        return str(
            self.one(
                lambda: literal,
                lambda: literal,
                lambda: other,
                lambda: f"{other} * 2 / 3",
                lambda: f"({other} + {literal})",
                lambda: f"(Rate * Level - {literal} but at least €0)",
                lambda: f"the greater of {other} and {literal}",
                lambda: f"the lesser of {other}, {literal} and €90",
                lambda: f"(10% of {other} rounded {self.one('half up', 'up', 'half even', 'down')} to cents)",
                lambda: f"({other} / 7 rounded {self.one('half up', 'up', 'half down')} to whole numbers)",
                lambda: f"(if {self.occurrence()} then {literal} else {other})",
                lambda: "(sum of Cost over Inspection where Passed)",
                lambda: "(€10 * number of Inspection)",
                lambda: "(total received by Tenant)",
            )()
        )

    def owed(self, keep: bool) -> str:  # noqa: FBT001
        """What a duty asks for; in new words seldom nothing at all."""
        amount = self.amount(("Base", "Price"))
        return str(self.one("€20" if keep else "€0", *[f"({amount})"] * 2, *[f"({amount}) but at least €5"] * 3))

    # ------------------------------------------------------------ rules

    def terms(self) -> str:
        """The first section: amounts, truths, a day."""
        lines = ["section 1", f"    Base means {self.amount(())}"]
        if self.number(0, 1):
            lines.append(f"        except when {self.truth(())}: {self.amount(())}")
            if self.number(0, 2) == 0:
                lines.append(f"            except when {self.truth(())}: {self.amount(())}")
            if self.number(0, 2) == 0:
                lines.append(f"        except when {self.truth(())}: {self.amount(())}")
        lines += [
            "    Price means",
            f"        {self.amount(('Base',))} when {self.truth(())}",
            f"        otherwise {self.amount(('Base',))}",
            f"    Ready means {self.truth(())}",
        ]
        for _ in range(self.number(0, 4) - 2):
            answer = self.one("", ": yes", ": no", f": {self.occurrence()}")
            lines.append(f"        except when {self.truth(())}{answer}")
        lines += [*self.limbs("    Set means ", ("Ready",)), f"    Target means {self.deadline()}"]
        return "\n".join(lines)

    def limbs(self, head: str, names: tuple[str, ...]) -> list[str]:
        """A labelled list."""
        word = self.one("all of", "all of", "any of", "none of", "exactly one of", "at least 2 of")
        count = self.number(2, 3)
        return [f"{head}{word}", *(f"        ({'abc'[at]}) {self.truth(names)}" for at in range(count))]

    def deadline(self) -> str:
        """A day that is reckoned."""
        later = f"the {self.one('later', 'earlier')} of {self.moment()} and {self.moment()}"
        return str(self.one(f"{self.length()} after {self.moment()}", later, f"{self.length()} after {later}"))

    def conditions(self) -> str:
        """The second section: conditions."""
        lines = ["section 2"]
        for name in ("Opening", "Closing", "Funding")[: self.number(1, 3)]:
            head = f"    condition {name}{self.one('', ' for the benefit of Tenant')}: "
            if self.number(0, 1):
                more = self.limbs(head, ("Ready", "Set"))
                self.labelled = self.labelled or name == "Opening"
                lines += more
            else:
                lines.append(head + self.truth(("Ready", "Set")))
        return "\n".join(lines)

    def duty(self, at: int, truths: tuple[str, ...], keep: bool = False) -> str:  # noqa: FBT001, FBT002
        """A section with a duty."""
        payer, payee = self.one(*PARTIES[:1], *PARTIES)
        name = DUTIES[at]
        limits = [
            f"        {self.one('by', 'on')} {self.day()}",
            f"        within {self.length()} after {self.one(*EVENTS[:2])}",
            f"        within {self.length()} after {self.one('Ready', 'Set', 'Opening')}",
            f"        by {self.one('Target', self.deadline())}",
        ]
        if at:
            limits.append(f"        within {self.length()} after {self.one('breach of Fee', 'termination')}")
        lines = [
            f"section {3 + at}",
            f"    duty {name}",
            f"        {payer} must pay {self.owed(keep)} to {payee}",
            self.one(*limits, *limits, ""),
            self.maybe(f"        when {self.truth(truths)}", 3),
            self.maybe(f"        while {self.truth(truths)}", 4),
            self.maybe(f"        unless {self.truth(truths)}", 6),
            self.maybe(f"        from {self.moment()}", 6),
            self.maybe(f"        until {self.moment()}", 6),
        ]
        return "\n".join(line for line in lines if line)

    def late(self) -> str:
        """Definitions that rest on the first duty."""
        paid = self.one("Fee is performed", "Fee is breached", f"Fee has been performed by {self.day()}", "Fee is due")
        return f"section 6\n    Late means {self.one('', 'not ')}{paid}\n    Sum means Fee paid + Base\n    Over means this agreement is terminated"

    def power(self, at: int, truths: tuple[str, ...]) -> str:
        """A section with a power."""
        lines = [
            f"section {7 + at}",
            f"    power {POWERS[at]}",
            f"        {self.one('Tenant', 'Landlord', 'Landlord or Tenant')} may terminate",
            self.maybe(f"        when {self.truth(truths)}", 2),
            self.maybe(f"        while {self.truth(truths)}", 4),
            self.maybe(f"        unless {self.truth(truths)}", 4),
            self.maybe(f"        from {self.moment()}"),
            self.maybe(f"        until {self.moment()}"),
            self.maybe(f"        by {self.day()}", 5),
        ]
        return "\n".join(line for line in lines if line)

    def amendment(self, duties: int, powers: int) -> str:
        """An amendment that replaces or deletes one section."""
        early, more = ("Ready", "Set", "Opening"), ("Ready", "Set", "Opening", "Late")
        ways: list[Callable[[], str]] = [
            lambda: "replace " + self.terms(),
            lambda: "replace " + self.duty(0, early, keep=True),
        ]
        for at in range(1, duties):
            ways += [
                lambda at=at: "replace " + self.duty(at, more, keep=True),
                lambda at=at: f"delete section {3 + at}",
            ]  # type: ignore[misc]
        for at in range(powers):
            ways += [lambda at=at: "replace " + self.power(at, more), lambda at=at: f"delete section {7 + at}"]  # type: ignore[misc]
        saved: list[tuple[Callable[[], str], str]] = [
            (lambda: "replace " + self.duty(0, early, keep=True), DUTIES[0]),
            (lambda: "replace " + self.conditions(), "Opening"),
        ]
        for at in range(1, duties):
            saved += [
                (lambda at=at: "replace " + self.duty(at, more, keep=True), DUTIES[at]),  # type: ignore[misc]
                (lambda at=at: f"delete section {3 + at}", DUTIES[at]),  # type: ignore[misc]
            ]
        for at in range(powers):
            saved.append((lambda at=at: f"delete section {7 + at}", POWERS[at]))  # type: ignore[misc]
        for at in range(duties):
            ways.append(lambda at=at: self.heir(at, more))  # type: ignore[misc]
        if self.number(0, 1):
            way, name = self.one(*saved)
            lines = [*way().split("\n"), f"saving {name}"]
        else:
            lines = self.one(*ways)().split("\n")
        return "\n".join(["section 1", *("    " + line for line in lines)])

    def heir(self, at: int, truths: tuple[str, ...]) -> str:
        """A duty that takes the place of another in its section, or counts since an earlier day."""
        word = self.one("continuing", "superseding", "retroactive")
        more = f"        retroactive to {self.day()}" if word == "retroactive" else f"        {word} {DUTIES[at]}"
        return "replace " + self.duty(at, truths, keep=True).replace(f"duty {DUTIES[at]}", "duty Heir", 1) + "\n" + more

    # ------------------------------------------------------------ logs

    def entry(self, duties: int, powers: int) -> str:
        """One entry of a log."""
        payer, payee = self.one(*PARTIES)
        money = f"€{self.one(10, 20, 30, 40, 50, 50, 75, 100)}"
        ways = [
            "Handover",
            "Handover",
            f"Inspection with Passed: {self.one('yes', 'no')}, Cost: €{self.one(20, 50, 80)}",
            f"{self.one(*DUTIES[:duties])} paid {money}",
            f"{payer} pays {money} to {payee}",
            f"{payer} pays {money} to {payee}",
            self.one(f"Grant of {money} to Tenant", f"Charge of {money} to Landlord"),
            self.one(f"Rate is €{self.one(20, 60)}", f"Level is {self.one(1, 3)}"),
        ]
        limb = self.one("", " (a)") if self.labelled else ""
        ways.append(f"{self.one('Tenant waives', 'Landlord waives', 'Landlord and Tenant waive')} Opening{limb}")
        if powers:
            ways += [f"{self.one('Tenant', 'Landlord')} exercises {self.one(*POWERS[:powers])}"] * 2
        if self.amended:
            ways += [f"First Amendment signed by {self.one('Landlord', 'Tenant', 'Landlord and Tenant')}"] * 3
        return str(self.one(*ways))


@st.composite
def contracts(draw: Any) -> tuple[str, list[date]]:
    """The text of a contract with a scenario, and days to ask about."""
    days = draw(st.lists(st.integers(0, 40).map(lambda n: START + timedelta(days=n)), min_size=2, max_size=4))
    make = Maker(draw, days)
    duties, powers, make.amended = make.number(1, 3), make.number(0, 2), make.number(0, 2) == 0
    early, more = ("Ready", "Set", "Opening"), ("Ready", "Set", "Opening", "Late")
    parts = [HEAD, make.terms(), make.conditions(), make.duty(0, early)]
    parts += [make.duty(at, more) for at in range(1, duties)]
    parts += [make.late(), *(make.power(at, more) for at in range(powers))]
    if make.amended:
        parts += ["amendment First Amendment\n    dated 2031-03-02\n    amends Lease\n", make.amendment(duties, powers)]
    dated = sorted(make.day() for _ in range(make.number(0, 8)))
    log = [f"    {day} {make.entry(duties, powers)}" for day in dated]
    if make.amended and make.number(0, 2):
        log.append(f"    {max([*dated, make.day()])} First Amendment signed by Landlord and Tenant")
    given = make.maybe("    given Rate is €60\n")
    asked = sorted({make.day() for _ in range(2)} | {max(days) + timedelta(days=make.number(0, 3))})
    return "\n".join(parts) + '\n\nscenario "log"\n' + given + "    complete through 2031-12-31\n" + "\n".join(
        log
    ) + "\n", asked
