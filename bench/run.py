"""How fast the engine is, each figure a ratio to something else measured in the same run.

`python bench/run.py` prints a table; `--full` measures all of 10,000 evaluations instead of a part. Two figures have a
target and are told as met or missed. The exit status is 1 only if the engine and the hand-written function disagree.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from functools import partial
from statistics import median
from time import process_time
from typing import NamedTuple

from by_hand import Answers, Entry, Payment, Text, answers
from generate import STORE, stored
from generate import amended as generated_amendments
from generate import contract as generated

from dealwright.amend import consolidate
from dealwright.expression import Compare
from dealwright.log import Log
from dealwright.model import Expect
from dealwright.outcome import Answer, Outcome
from dealwright.pipeline import Contract, load, loads
from dealwright.read import build_saved_parser, folder, make_parser, read
from dealwright.read.grammar import SAVED, is_current
from dealwright.read.layout import Layout
from dealwright.scenario import ask
from dealwright.source import Source
from dealwright.value import Money

FILES = [str(folder("contracts") / "patent_purchase" / name) for name in ("agreement.deal", "amendment.deal")]
BARE = "import attrs, lark; pass"
CHECK = "from dealwright.cli import main; main()"
READING_TARGET, CHECK_TARGET, AMENDING_TARGET, GROWING_TARGET = 1.5, 4.0, 4.5, 2.5
SECTIONS, FEW, MORE = 1_000, 64, 256
SHORT, LONG = 1_000, 2_000
MANY, SAMPLE = 10_000, 300
YEAR = 2007

SAID = {
    "executed": "Execution",
    "escrow agreement executed": "Escrow Agreement Execution",
    "deposit paid": "Deposit paid {amount}",
    "plan approved": "Stockholder Meeting with Special, Plan Vote: Approved, Agreement Vote: Not Taken",
    "plan not approved": "Stockholder Meeting with Special, Plan Vote: Not Approved, Agreement Vote: Not Taken",
    "board approved": "Board Vote with Unanimous",
    "amendment signed": "First Amendment signed by Purchaser and Seller",
    "deposit released": "Escrow Release of {amount} to Seller",
    "price paid": "Closing Payment paid {amount}",
    "licence amendment ended": "License Amendment Ended",
    "escrow agreement ended": "Escrow Agreement Ended",
    "licence transferred": "License Transfer with Basis: Assets, Substantially All",
    "competing contract": "Competing Contract by Seller with Covers Patents",
    "superiority determined": "Superiority Determination",
    "notice under 8.2": "Seller exercises Outside Date Termination by notice with In Writing, Refers To Agreement, "
    "Medium: By Hand, Properly Addressed, Received: {day}",
}
"""How each entry of the hand-written function is written in a log."""

POWERS = ("Mutual Termination", "Outside Date Termination", "Failed Vote Termination", "Superior Contract Termination")


class Case(NamedTuple):
    """A log, and the days on which the answers are asked for."""

    name: str
    entries: list[Entry]
    days: list[date]


class Row(NamedTuple):
    """A line of the table."""

    what: str
    took: float
    against: str
    ratio: float
    target: float | None = None


# ---------------------------------------------------------------- the logs


def case(name: str, days: str, *lines: str) -> Case:
    """A case from lines such as `2004-03-31 price paid 898765.44`, after what all cases begin with."""
    begin = ("2003-12-30 executed", "2003-12-30 escrow agreement executed", "2003-12-30 deposit paid 900000")
    entries = []
    for line in (*begin, *lines):
        day, _, words = line.partition(" ")
        what, _, last = words.rpartition(" ")
        amount = Fraction(last) if last[0].isdigit() and last != "8.2" else None
        entries.append(Entry(date.fromisoformat(day), words if amount is None else what, amount or Fraction(0)))
    return Case(name, entries, [date.fromisoformat(day) for day in days.split()])


ACTUAL = case(
    "the actual history",
    "2004-02-15 2004-03-30 2004-03-31 2004-04-01",
    "2004-03-30 board approved",
    "2004-03-31 amendment signed",
    "2004-03-31 deposit released 901234.56",
    "2004-03-31 price paid 898765.44",
)
CASES = [
    ACTUAL,
    case(
        "approval in time, a clean closing, a transfer of the license",
        "2004-03-11 2004-03-12 2004-03-16 2004-04-01 2004-06-02 2007-01-01",
        "2004-03-12 plan approved",
        "2004-03-16 deposit released 901234.56",
        "2004-03-16 price paid 898765.44",
        "2004-06-01 licence transferred",
        "2006-02-01 licence transferred",
    ),
    case("nothing happens", "2004-03-30 2004-03-31 2004-05-01"),
    case(
        "a holiday weekend, and late payment",
        "2004-01-16 2004-01-21 2004-01-22 2004-01-23",
        "2004-01-16 plan approved",
        "2004-01-22 deposit released 901234.56",
        "2004-01-22 price paid 898765.44",
    ),
    case("approval, and no payment", "2004-03-10 2004-03-11 2004-04-01", "2004-03-08 plan approved"),
    case("the vote is lost", "2004-03-12 2004-04-01", "2004-03-12 plan not approved"),
    case(
        "a better offer", "2004-02-10 2004-02-12", "2004-02-09 competing contract", "2004-02-11 superiority determined"
    ),
    case(
        "terminated after the outside date",
        "2004-03-31 2004-04-02 2004-05-01",
        "2004-04-01 notice under 8.2",
    ),
    case("late approval", "2004-04-05 2004-04-06 2004-04-07", "2004-04-02 plan approved"),
    case("the license amendment ends", "2004-02-01 2004-03-01 2004-04-01", "2004-02-20 licence amendment ended"),
    case(
        "the amendment, and nothing paid",
        "2004-03-31 2004-04-01 2004-04-05",
        "2004-03-30 board approved",
        "2004-03-31 amendment signed",
    ),
    case(
        "the board votes after the amendment",
        "2004-03-31 2004-04-02 2004-04-05",
        "2004-03-31 amendment signed",
        "2004-04-02 board approved",
        "2004-04-02 deposit released 901234.56",
        "2004-04-02 price paid 898765.44",
    ),
]


def log_of(entries: list[Entry]) -> Log:
    """The same entries as a log of the engine."""
    log = Log().with_given("Interest Earned is $1,234.56")
    for entry in entries:
        log = log.on(entry.on, SAID[entry.what].format(amount=f"${float(entry.amount):,.2f}", day=entry.on.isoformat()))
    return log


# ---------------------------------------------------------------- the five answers of the engine


class Engine:
    """The contract as loaded, under both texts."""

    def __init__(self, contract: Contract) -> None:
        """Keep both, and the question about the revenue limit."""
        self.amended, self.original = contract, contract.under([])
        asked = read(Source("question", f'scenario "limit"\n    expect Revenue Limitation for {YEAR} = $0\n'))
        (line,) = asked.scenarios[0].lines
        assert isinstance(line, Expect)
        assert isinstance(line.claims[0], Compare)
        self.question = line.claims[0].left

    def answers(self, log: Log, as_of: date) -> Answers:
        """The five answers on a day."""
        original = self.original.evaluate(log, as_of)
        amended = self.amended.evaluate(log, as_of)
        limit = ask(self.amended, amended, self.question)
        return Answers(_text(original), _text(amended), limit.amount if isinstance(limit, Money) else None)


def _text(outcome: Outcome) -> Text:
    """The answers under one text."""
    conditions, payment = outcome["Closing Conditions"], outcome["Closing Payment"]
    outstanding = payment.outstanding.amount if isinstance(payment.outstanding, Money) else Fraction(0)
    return Text(
        (_status(conditions), conditions.since if _status(conditions) in ("satisfied", "failed") else None),
        Payment(_status(payment), payment.due, outstanding),
        tuple(_status(outcome[name]) for name in POWERS),
    )


def _status(answer: Answer) -> str:
    """The word for a status."""
    return "" if answer.status is None else answer.status.value


def differences(engine: Engine) -> list[str]:
    """Where the engine and the function differ."""
    found = []
    for one in CASES:
        log = log_of(one.entries)
        for as_of in one.days:
            mine, by_hand = engine.answers(log, as_of), answers(one.entries, as_of, YEAR)
            found += [
                f"{one.name}, as of {as_of}: {name} is {ours} by the engine and {theirs} by hand"
                for name, ours, theirs in zip(Answers._fields, mine, by_hand, strict=True)
                if ours != theirs
            ]
    return found


# ---------------------------------------------------------------- measuring


def cpu(task: Callable[[], object], times: int = 1) -> float:
    """The processor time of a task in this process, the collector of garbage being off."""
    gc.collect()
    gc.disable()
    start = process_time()
    for _ in range(times):
        task()
    took = process_time() - start
    gc.enable()
    return took / times


def child_cpu(arguments: list[str], environment: dict[str, str]) -> float:
    """The processor time of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(arguments, env=environment, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{' '.join(arguments)}\n{done.stdout.decode()}{done.stderr.decode()}")
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def compared(ours: Callable[[], float], theirs: Callable[[], float], rounds: int) -> tuple[float, float]:
    """The median time of ours, and the median ratio to theirs, the two taken in turn."""
    ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    return median(mine for mine, _ in pairs), median(mine / other for mine, other in pairs)


def reading() -> list[Row]:
    """Text to the typed model, against what Lark takes to lex and parse it."""
    lark = make_parser(None, Layout(), positions=True)
    rows = []
    for name, size, times, rounds in (("10 KB", 10_000, 10, 9), ("1 MB", 1_000_000, 1, 5)):
        text = generated(size)
        took, ratio = compared(
            partial(cpu, partial(read, Source("generated", text)), times),
            partial(cpu, partial(lark.parse, text), times),
            rounds,
        )
        rows.append(Row(f"reading {name}", took, "Lark alone", ratio, READING_TARGET))
    return rows


def checking(rounds: int) -> Row:
    """A cold check of the first contract, against an interpreter that only imports attrs and lark."""
    kept = folder("grammar") / SAVED
    if not is_current(kept):
        build_saved_parser(kept)
    with tempfile.TemporaryDirectory() as compiled:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = compiled
        took, ratio = compared(
            lambda: child_cpu([sys.executable, "-c", CHECK, "check", *FILES], environment),
            lambda: child_cpu([sys.executable, "-c", BARE], environment),
            rounds,
        )
    return Row("deal check, cold", took, "import attrs, lark", ratio, CHECK_TARGET)


def amending(rounds: int) -> Row:
    """Many amendments put into a long text, against a quarter of them."""
    return Row(f"{MORE} amendments of {SECTIONS:,} sections", *_consolidated(rounds), AMENDING_TARGET)


def _consolidated(rounds: int) -> tuple[float, str, float]:
    """The time for many amendments, what it is compared with, and the ratio."""
    more, few = (partial(cpu, consolidation(SECTIONS, count)) for count in (MORE, FEW))
    took, ratio = compared(more, few, rounds)
    return took, f"{FEW} of them", ratio


def consolidation(sections: int, count: int) -> Callable[[], object]:
    """The putting in of so many amendments, read already."""
    instruments = read(Source("generated", generated_amendments(sections, count))).instruments
    names = [one.name for one in instruments[1:]]
    return partial(consolidate, instruments, names)


def evaluating(full: bool) -> list[Row]:  # noqa: FBT001
    """Loading, one evaluation and many, against the function written by hand."""
    log, as_of = log_of(ACTUAL.entries), ACTUAL.days[-1]
    by_hand = cpu(partial(answers, ACTUAL.entries, as_of, YEAR), 2_000)
    loaded, first = [], []
    for _ in range(5):
        loaded.append(cpu(partial(load, *FILES)))
        engine = Engine(load(*FILES))
        first.append(cpu(partial(engine.answers, log, as_of)))
    count = MANY if full else SAMPLE
    each = cpu(partial(engine.answers, log, as_of), count)
    many = f"{MANY:,} evaluations" + ("" if full else f" ({SAMPLE} measured, scaled)")
    hand, hands = "by hand", f"by hand, {MANY:,} times"
    return [
        Row("loading and checking the contract", median(loaded), hand, median(loaded) / by_hand),
        Row("one evaluation, the first", median(first), hand, median(first) / by_hand),
        Row(many, each * MANY, hands, each / cpu(partial(answers, ACTUAL.entries, as_of, YEAR), MANY)),
    ]


def growing() -> Row:
    """A log with sums over it, and one twice as long: 2 if the time is linear."""
    contract = loads(STORE)

    def play(entries: int) -> Callable[[], object]:
        log = Log()
        for day, says in stored(entries):
            log = log.on(day, says)
        return partial(contract.evaluate, log, log.entries[-1].on)

    more, few = play(LONG), play(SHORT)
    took, ratio = compared(lambda: cpu(more), lambda: cpu(few), 3)
    return Row(f"a log of {LONG:,} entries with sums over it", took, f"one of {SHORT:,}", ratio, GROWING_TARGET)


def table(rows: list[Row]) -> str:
    """The rows as plain text."""
    lines = [f"{'':50}{'took':>12}  {'ratio':>10}  {'against':22}target"]
    for row in rows:
        took = f"{row.took:,.2f} s" if row.took >= 1 else f"{row.took * 1_000:,.1f} ms"
        target = "" if row.target is None else f"at most {row.target}: {'met' if row.ratio <= row.target else 'missed'}"
        lines.append(f"{row.what:50}{took:>12}  {row.ratio:>10,.2f}  {row.against:22}{target}".rstrip())
    return "\n".join(lines)


def main() -> int:
    """Check that the answers agree, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true", help=f"measure all {MANY:,} evaluations")
    parser.add_argument("--rounds", type=int, default=9, help="how often a cold check is repeated")
    arguments = parser.parse_args()
    different = differences(Engine(load(*FILES)))
    asked = sum(len(one.days) for one in CASES)
    if different:
        print("\n".join(different))
        return 1
    print(f"the engine and the function by hand agree on {len(CASES)} logs, {asked} days, five answers each\n")
    print(table([*reading(), checking(arguments.rounds), amending(3), *evaluating(arguments.full), growing()]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
