"""The command and its parts; what a contract is asked stands here, what is done to files in `files`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from dealwright import __version__
from dealwright.cli.boundary import AT_FAULT, OK, Report
from dealwright.cli.checking import checked
from dealwright.cli.files import explain, fmt, new, test
from dealwright.cli.options import AS_OF, CHOICES, COMMON, FILES, LOG, MAYBE_AS_OF, chosen, contract_of, outcome_of

if TYPE_CHECKING:
    from datetime import datetime

    from dealwright.pipeline import Contract


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="deal")
@click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of a mistake of ours.")
def deal() -> None:
    """Contracts that change: check them, ask them, amend them, test them."""


@deal.command()
@FILES
@COMMON
def check(files: Sequence[str]) -> Report:
    """Tell everything that is wrong with some files, in one run.

    A folder stands for every `.deal` file in it; each agreement is read with the instruments that amend it.
    """
    return checked(files)


@deal.command()
@FILES
@LOG
@AS_OF
@CHOICES
@COMMON
def run(
    files: Sequence[str],
    log: str | None,
    as_of: datetime,
    choose: Sequence[str],
    under: Sequence[str],
    original: bool,  # noqa: FBT001 - click passes options by name
) -> Report:
    """Say who owes what to whom by when, and what may be done, on a day."""
    from dealwright.render import json_outcome, outcome_text

    found = outcome_of(contract_of(files, choose, under, original=original), log, as_of)
    return Report(outcome_text(found), json_outcome(found), found.diagnostics)


@deal.command()
@click.argument("term")
@FILES
@LOG
@AS_OF
@CHOICES
@click.option("--depth", type=click.IntRange(min=1), help="How many levels of reasons to show.")
@COMMON
def why(
    term: str,
    files: Sequence[str],
    log: str | None,
    as_of: datetime,
    choose: Sequence[str],
    under: Sequence[str],
    original: bool,  # noqa: FBT001 - click passes options by name
    depth: int | None,
) -> Report:
    """Give the reasons for how a term stands, or why it does not."""
    from dealwright.explain import explain as reasons
    from dealwright.render import reason_text

    found = outcome_of(contract_of(files, choose, under, original=original), log, as_of)
    reason = reasons(found, term)
    data = {"as_of": found.as_of.isoformat(), "text": list(found.text), "term": term, "why": reason.as_json()}
    return Report(reason_text(reason, depth or 0), data)


@deal.command()
@FILES
@LOG
@MAYBE_AS_OF
@CHOICES
@COMMON
def show(
    files: Sequence[str],
    log: str | None,
    as_of: datetime | None,
    choose: Sequence[str],
    under: Sequence[str],
    original: bool,  # noqa: FBT001 - click passes options by name
) -> Report:
    """Print the conformed copy: the text as it stands on a day, or with every amendment put in."""
    from dealwright.show import conformed

    contract = contract_of(files, choose, under, original=original)
    if as_of is None and (log is not None or _another_day()):
        raise click.UsageError("With a log or another day, `--as-of` says which day's text is shown.")
    text = contract.text() if as_of is None else contract.text_in_force(outcome_of(contract, log, as_of).result.texts)
    words = conformed(text)
    return Report(f"{words.rstrip()}\n", {"text": [body.name for body in text.bodies], "words": words})


@deal.command()
@FILES
@LOG
@MAYBE_AS_OF
@CHOICES
@COMMON
def diff(
    files: Sequence[str],
    log: str | None,
    as_of: datetime | None,
    choose: Sequence[str],
    under: Sequence[str],
    original: bool,  # noqa: FBT001 - click passes options by name
) -> Report:
    """Compare two texts: their words, their rules and, with a log and a day, how everything stands under each.

    Two agreements are compared with each other. One agreement and its amendments: as first written, and as amended.
    """
    from dealwright.cli.comparing import compared

    before, after = _two(files)
    after = chosen(after, choose, under, original=original)
    before = before.choosing(after.choices)
    if (as_of is None) != (log is None):
        raise click.UsageError("To compare outcomes, give both `--log` and `--as-of`.")
    if as_of is None and _another_day():
        raise click.UsageError("`--text-as-of` and `--known-by` ask about outcomes: give `--log` and `--as-of` too.")
    outcomes = () if as_of is None else (outcome_of(before, log, as_of), outcome_of(after, log, as_of))
    text, data = compared(before, after, outcomes)
    return Report(text, data)


def _another_day() -> bool:
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


for command in (test, fmt, new, explain):
    deal.add_command(command)

__all__: list[Any] = ["AT_FAULT", "OK", "deal"]
