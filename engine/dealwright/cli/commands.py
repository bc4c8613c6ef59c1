"""The command and its parts.

What a contract is asked stands here, what is shown of its text in `texts`, what is done to files in `files`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from dealwright import __version__
from dealwright.cli.boundary import AT_FAULT, OK, Report
from dealwright.cli.checking import checked
from dealwright.cli.files import explain, fmt, new, test
from dealwright.cli.options import AS_OF, CHOICES, COMMON, FILES, LOG, contract_of, outcome_of
from dealwright.cli.texts import diff, history, show

if TYPE_CHECKING:
    from datetime import datetime


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


for command in (show, diff, history, test, fmt, new, explain):
    deal.add_command(command)

__all__: list[Any] = ["AT_FAULT", "OK", "deal"]
