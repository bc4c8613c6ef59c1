"""What the command shows of a text: as it stands, and beside another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from dealwright.cli.boundary import Report
from dealwright.cli.comparing import LAYERS
from dealwright.cli.options import CHOICES, DAY, FILES, LOG, MAYBE_AS_OF, chosen, contract_of, outcome_of
from dealwright.cli.papers import form_asked, handed_over, paged

if TYPE_CHECKING:
    from datetime import date, datetime

    from dealwright.cli.comparing import Flip
    from dealwright.outcome import Outcome
    from dealwright.paper import Block, Table
    from dealwright.pipeline import Contract
    from dealwright.show import Hands
    from dealwright.text import Text


@click.command()
@FILES
@LOG
@MAYBE_AS_OF
@CHOICES
@paged("deal")
def show(
    files: Sequence[str],
    log: str | None,
    as_of: datetime | None,
    choose: Sequence[str],
    under: Sequence[str],
    original: bool,  # noqa: FBT001 - click passes options by name
) -> Report:
    """Print the conformed copy: the text as it stands on a day, or with every amendment put in.

    What an amendment took out leaves a line that says so; what it changed has a note with its provision, and since when.
    As `deal` it is a file that can be read again, with nothing left to be put in.
    """
    from dealwright.paper import markdown
    from dealwright.render import json_outcome
    from dealwright.show import conformed, hands, text_data

    contract = contract_of(files, choose, under, original=original)
    if as_of is None and (log is not None or another_day()):
        raise click.UsageError("With a log or another day, `--as-of` says which day's text is shown.")
    if form_asked() == "deal":
        return _copied(contract, log, as_of, files)
    found = None if as_of is None else outcome_of(contract, log, as_of)
    text = contract.text() if found is None else contract.text_in_force(found.result.texts)
    known = hands(contract.instruments, *(() if found is None else found.in_effect))
    told = () if found is None else tuple(outside(found))
    page = conformed(text, known, (lead(text, None if as_of is None else as_of.date()), *told))
    data: dict[str, Any] = {
        "text": [body.name for body in text.bodies],
        "as_of": None if as_of is None else as_of.date().isoformat(),
        "words": markdown(page),
        "tree": text_data(text, known),
    }
    if found is not None:
        data["instruments"] = json_outcome(found)["instruments"]
    return handed_over(page, data, files)


def _copied(contract: Contract, log: str | None, as_of: datetime | None, files: Sequence[str]) -> Report:
    """The conformed copy as a `.deal` file."""
    from dealwright.conforming import conformed_copy
    from dealwright.log import Log
    from dealwright.paper import Page

    if another_day():
        raise click.UsageError("A copy as `deal` is of one day: leave `--text-as-of` and `--known-by` out.")
    made = conformed_copy(contract, None if log is None else Log.read(log), None if as_of is None else as_of.date())
    return handed_over(Page("", ()), {}, files, found=made.unwritten, others={"deal": lambda: made.text})


def outside(found: Outcome) -> Iterator[str]:
    """The instruments that are not in the text, each with what it waits for or when it ended."""
    for one in found.instruments.values():
        if one.status == "pending":
            yield f"{one.name} is pending. It waits for: {'; '.join(one.waits)}."
        elif one.status == "failed":
            yield f"{one.name} can no longer take effect."
        elif one.status == "expired" and one.until is not None:
            yield f"{one.name} expired after {one.until.isoformat()}."


def lead(text: Text, as_of: date | None) -> str:
    """What a conformed copy is."""
    names = [body.name for body in text.bodies[1:]]
    amended = f", as amended by {_listed(names)}" if names else ", as first written"
    day = f" as of {as_of.isoformat()}" if as_of is not None else ""
    return f"Conformed copy of {text.bodies[0].name}{day}{amended}."


def _listed(names: Sequence[str]) -> str:
    """Some names as one speaks of them."""
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


@click.command()
@FILES
@click.option(
    "--of",
    "of",
    default="",
    metavar="ADDRESS",
    help="One provision, such as `section 3.4`, with its words at each time.",
)
@click.option("--changed", is_flag=True, help="Only provisions that something was done to.")
@LOG
@MAYBE_AS_OF
@CHOICES
@paged()
def history(
    files: Sequence[str],
    of: str,
    changed: bool,  # noqa: FBT001 - click passes options by name
    log: str | None,
    as_of: datetime | None,
    choose: Sequence[str],
    under: Sequence[str],
    original: bool,  # noqa: FBT001 - click passes options by name
) -> Report:
    """Tell what became of each section: what was done to it, by which sentence of which instrument, since when.

    With a log and a day, what had come about by then; else as if every instrument were in effect.
    """
    from dealwright.log import Log
    from dealwright.show import history_data, history_page, is_main, passage_page

    contract = contract_of(files, choose, under, original=original)
    if (as_of is None) != (log is None):
        raise click.UsageError("To tell what came about by a day, give both `--log` and `--as-of`.")
    if as_of is None or log is None:
        found = contract.history(of)
    else:
        found = contract.history(of, log=Log.read(log), as_of=as_of.date())
    if not of:
        found = tuple(one for one in found if is_main(one) and (not changed or one.state != "as first written"))
    page = passage_page(found) if of else history_page(found, f"History of {contract.base.name}")
    return handed_over(page, {"provisions": history_data(found)}, files)


@click.command()
@FILES
@click.option("--log", "log", metavar="LOG", help="What happened, in TOML or JSON, or a folder of such files.")
@MAYBE_AS_OF
@click.option("--between", type=(DAY, DAY), metavar="DATE DATE", help="The texts of two days of the log.")
@click.option("--layer", "layers", multiple=True, type=click.Choice(LAYERS), help="Only this layer; may be repeated.")
@CHOICES
@paged()
def diff(
    files: Sequence[str],
    log: str | None,
    as_of: datetime | None,
    between: tuple[datetime, datetime] | None,
    layers: Sequence[str],
    choose: Sequence[str],
    under: Sequence[str],
    original: bool,  # noqa: FBT001 - click passes options by name
) -> Report:
    """Compare two texts: their words, their rules, and how everything stands under each.

    Two agreements are compared with each other. One agreement and its amendments: as first written, and as amended; or as
    the text stood on two days of a log. Outcomes are compared on logs, each on its last day unless one is given, and on
    the scenarios in the files. A Word document has the words alone.
    """
    from dealwright.cli.comparing import outcomes_layer, rules_layer, scenario_flips, words_layer
    from dealwright.paper import Page
    from dealwright.show import redline_page

    before, after = _two(files)
    after = chosen(after, choose, under, original=original)
    before = before.choosing(after.choices)
    logs = [] if log is None else _logs(log)
    if as_of is not None and not logs:
        raise click.UsageError("To compare outcomes on a day, give a `--log` too.")
    if not logs and another_day():
        raise click.UsageError("`--text-as-of` and `--known-by` ask about outcomes: give `--log` too.")
    if between and len(logs) != 1:
        raise click.UsageError("To compare the texts of two days, give one `--log`.")
    compared = _compared(before, after, logs, as_of, between)
    wanted = set(layers or LAYERS)
    made: dict[str, tuple[str, list[dict[str, Any]], tuple[Block | Table, ...]]] = {}
    page = redline_page(compared.old, compared.new, compared.known)
    if "words" in wanted:
        made["words"] = (*words_layer(compared.old, compared.new), page.blocks)
    if "rules" in wanted:
        made["rules"] = rules_layer(compared.old, compared.new)
    if "outcomes" in wanted and logs:
        made["outcomes"] = outcomes_layer(compared.found, "Outcomes")
    if "outcomes" in wanted and after.scenarios and not between:
        made["scenarios"] = outcomes_layer(tuple(scenario_flips(before, after)), "Scenarios that flipped")
    alone = form_asked() == "docx" and not layers
    blocks = [block for name, (_, _, some) in made.items() if name == "words" or not alone for block in some]
    data = {name: layer for name, (_, layer, _) in made.items()}
    return handed_over(Page(page.title, tuple(blocks)), data, files, text="\n".join(one[0] for one in made.values()))


@frozen
class _Compared:
    """Two texts, whose hands they are in, and what stands otherwise under them on logs."""

    old: Text
    new: Text
    known: Hands
    found: tuple[Flip, ...]


def _compared(
    before: Contract,
    after: Contract,
    logs: Sequence[str],
    as_of: datetime | None,
    between: tuple[datetime, datetime] | None,
) -> _Compared:
    """Two contracts, or one on two days, compared on logs."""
    from dealwright.cli.comparing import flips
    from dealwright.log import Log
    from dealwright.scenario import last_day
    from dealwright.show import hands

    meta = click.get_current_context().meta
    known = hands(after.instruments)
    old, new = before.text(), after.text()
    found: list[Flip] = []
    for path in logs:
        log = Log.read(path)
        if between:
            days = sorted(one.date() for one in between)
            day = as_of.date() if as_of else days[-1]
            first, second = (after.evaluate(log, day, text_as_of=one) for one in days)
            old, new = (after.text(one, log) for one in days)
        else:
            day = as_of.date() if as_of else last_day(log, after)
            other = {name: meta.get(name) for name in ("text_as_of", "known_by")}
            first, second = (one.evaluate(log, day, **other) for one in (before, after))
        known = hands(after.instruments, *second.in_effect)
        found.extend(flips(Path(path).stem, first, second))
    return _Compared(old, new, known, tuple(found))


def _logs(log: str) -> list[str]:
    """The files of logs: one, or all in a folder."""
    from dealwright.diagnostic import DealError, echo, problem
    from dealwright.source import NOWHERE

    if not Path(log).is_dir():
        return [log]
    found = sorted(str(one) for one in Path(log).iterdir() if one.suffix in {".toml", ".json"})
    if not found:
        raise DealError([problem("F101", f"there is no log in {echo(log)}", NOWHERE)])
    return found


def another_day() -> bool:
    """Whether the text of another day, or what was known by one, is asked for."""
    meta = click.get_current_context().meta
    return any(meta.get(name) is not None for name in ("text_as_of", "known_by"))


def _two(files: Sequence[str]) -> tuple[Contract, Contract]:
    """The two contracts that are compared."""
    from dealwright.gathering import Gathering, deal_files
    from dealwright.pipeline import load

    paths = deal_files(files)
    gathering = Gathering(paths)
    bases = [path for path in paths if gathering.heads(path).bases]
    if len(bases) == 2:  # noqa: PLR2004 - a pair
        place = paths.index(bases[1])
        return load(*paths[:place]), load(*paths[place:])
    whole = load(*paths)
    return whole.under(()), whole
