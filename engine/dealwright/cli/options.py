"""What several commands are asked in the same words: files, a log, a day, readings, instruments, a form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

if TYPE_CHECKING:
    from datetime import datetime

    from dealwright.outcome import Outcome
    from dealwright.pipeline import Contract

_Command = TypeVar("_Command", bound=Callable[..., Any])


class _Day(click.DateTime):
    """A day that there is, in figures."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day, or what to write instead."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"there is no day {value!r}; write year, month and day: 2031-05-08", param, ctx)


DAY: Final = _Day(["%Y-%m-%d"])


def together(*options: Callable[[Any], Any]) -> Callable[[_Command], _Command]:
    """Several options at once."""

    def wrap(function: _Command) -> _Command:
        for option in reversed(options):
            function = option(function)
        return function

    return wrap


def _other_day(option: str, name: str, words: str) -> Callable[[Any], Any]:
    """A day beside the one asked about; kept for `outcome_of`."""

    def keep(context: click.Context, _: click.Parameter, value: datetime | None) -> None:
        context.meta[name] = None if value is None else value.date()

    return click.option(option, type=DAY, metavar="DATE", expose_value=False, callback=keep, help=words)


COLOR = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    expose_value=False,
    callback=lambda context, _, value: context.meta.update(color=value),
    help="Colours: on terminals unless NO_COLOR is set, always, or never.",
)
DEBUG = click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of a mistake of ours.")
FILES = click.argument("files", nargs=-1, required=True, metavar="FILES...")
COMMON = together(
    click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json", "sarif"]),
        default="text",
        expose_value=False,
        callback=lambda context, _, value: context.meta.update(form=value),
        help="Text for people, JSON for machines, or the diagnostics alone as SARIF.",
    ),
    COLOR,
    DEBUG,
)
CHOICES = together(
    _other_day("--text-as-of", "text_as_of", "Ask under the text of another day: no later change of it counts."),
    _other_day("--known-by", "known_by", "Count only what was recorded by a day."),
    click.option(
        "--choose", multiple=True, metavar="READING=ALTERNATIVE", help="Take another alternative of a reading."
    ),
    click.option("--under", multiple=True, metavar="INSTRUMENT", help="Let no amendment but this come into force."),
    click.option("--original", is_flag=True, help="Let no amendment come into force."),
)
LOG = click.option("--log", "log", metavar="LOG", help="What happened, in TOML or JSON; nothing if left out.")
AS_OF = click.option("--as-of", "as_of", required=True, type=DAY, metavar="DATE", help="The day asked about.")
MAYBE_AS_OF = click.option("--as-of", "as_of", type=DAY, metavar="DATE", help="The day asked about.")


def contract_of(
    files: Sequence[str], choose: Sequence[str] = (), under: Sequence[str] = (), *, original: bool = False
) -> Contract:
    """The contract in some files, under the instruments and readings asked for.

    Raises:
        DealError: Something in the files is wrong, or there is no such instrument or reading.
        UsageError: A choice does not name a reading and an alternative.
    """
    from dealwright.gathering import deal_files
    from dealwright.pipeline import load

    return chosen(load(*deal_files(files)), choose, under, original=original)


def chosen(contract: Contract, choose: Sequence[str], under: Sequence[str], *, original: bool) -> Contract:
    """A contract under the instruments and readings asked for."""
    if original and under:
        raise click.UsageError("`--original` and `--under` cannot both be given.")
    if original or under:
        contract = contract.under(under)
    pairs = [one.partition("=") for one in choose]
    wrong = next((one for one, (_, equals, _) in zip(choose, pairs, strict=True) if not equals), "")
    if wrong:
        raise click.UsageError(f"`--choose {wrong}` does not say which alternative: write READING=ALTERNATIVE.")
    return contract.choosing({name.strip(): label.strip() for name, _, label in pairs})


def outcome_of(contract: Contract, log: str | None, as_of: datetime) -> Outcome:
    """How a contract stands on a day, given a log, under the text and with the knowledge of the days asked for."""
    from dealwright.log import Log

    meta = click.get_current_context().meta
    return contract.evaluate(
        Log() if log is None else Log.read(log),
        as_of.date(),
        text_as_of=meta.get("text_as_of"),
        known_by=meta.get("known_by"),
    )
