"""The one place at which whatever happens becomes an exit status and words for a person."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from typing import IO, Any

from attrs import field, frozen

OK, AT_FAULT, NOT_ASKED = 0, 1, 2
INTERRUPTED, NOBODY_READS = 130, 141


@frozen
class Report:
    """What a command has to say.

    Attributes:
        text: For people.
        data: For machines.
        diagnostics: What is wrong, or worth knowing; told beside the text, and with nothing else as SARIF.
        status: The exit status.
        style: Which colours suit the text: those of a `report` or of a `page`.
    """

    text: str = ""
    data: dict[str, Any] = field(factory=dict)
    diagnostics: tuple[Any, ...] = ()
    status: int = OK
    style: str = "report"


class OutputGone(Exception):
    """The output cannot be written; why, or nothing when nobody reads it any more."""

    def __init__(self, why: str, status: int) -> None:
        """Keep the reason and the exit status that follows."""
        super().__init__(why)
        self.why = why
        self.status = status


def guarded(arguments: Sequence[str]) -> int:
    """Run the command.

    Returns:
        The exit status. Nothing is raised but an interruption from the keyboard.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = _run(arguments)
        if sys.stdout is not None:
            put("")
    except OutputGone as gone:
        status = _abandoned(gone)
    return status


def _run(arguments: Sequence[str]) -> int:
    """Run the command; diagnostics are told in the form that was asked for."""
    from dealwright.diagnostic import DealError, exit_code

    form = form_of(arguments)
    color = word_of(arguments, "--color") or "auto"
    try:
        found: Any = _asked(arguments)
    except DealError as trouble:
        tell(Report(diagnostics=trouble.diagnostics, data=_data(trouble.diagnostics)), form, color)
        return exit_code(trouble.diagnostics)
    except OutputGone:
        raise
    except Exception as mistake:  # noqa: BLE001 - the boundary: whatever it is, a person is told in words
        if "--debug" in arguments:
            import traceback

            told(traceback.format_exc())
        found = _mistake(mistake)
    if isinstance(found, Report):
        tell(found, form, color)
        return found.status
    return int(found or OK)


def _asked(arguments: Sequence[str]) -> Any:
    """What a command has to say: a report, or an exit status where it has printed all there is."""
    word, *files = arguments or ("",)
    if word == "check" and files and not any(one.startswith("-") for one in files):
        from dealwright.cli.checking import checked

        return checked(files)
    import click

    from dealwright.cli.commands import deal

    try:
        return deal.main(list(arguments), prog_name="deal", standalone_mode=False)
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as bare:
        told(bare.format_message())
    except click.ClickException as trouble:
        told(_usage(trouble))
    return NOT_ASKED


def form_of(arguments: Sequence[str]) -> str:
    """The form that some arguments ask for; needed even where they cannot be understood."""
    return word_of(arguments, "--format") or "text"


def word_of(arguments: Sequence[str], option: str) -> str:
    """The word after an option; empty if it is not given."""
    for place, word in enumerate(arguments):
        if word == option and place + 1 < len(arguments):
            return arguments[place + 1]
        if word.startswith(f"{option}="):
            return word.partition("=")[2]
    return ""


def _data(diagnostics: Sequence[Any]) -> dict[str, Any]:
    """Diagnostics for machines."""
    from dealwright.diagnostic import as_json

    return {"diagnostics": [as_json(one) for one in diagnostics]}


def _usage(trouble: Any) -> str:
    """What is wrong with a command line, and how it is written."""
    context = getattr(trouble, "ctx", None)
    lines = [context.get_usage(), f"Try `{context.command_path} --help`."] if context is not None else []
    return "\n".join([*lines, f"Error: {trouble.format_message()}"])


def _mistake(mistake: Exception) -> Report:
    """A mistake of ours, with an id by which it can be found again: the same for the same mistake at the same place."""
    import hashlib
    import traceback

    from dealwright.diagnostic import problem
    from dealwright.source import NOWHERE

    frames = traceback.extract_tb(mistake.__traceback__)
    places = [f"{os.path.basename(one.filename)}:{one.name}:{one.lineno}" for one in frames]  # noqa: PTH119 - a name
    report = hashlib.sha256("\n".join([type(mistake).__name__, *places]).encode()).hexdigest()[:12]
    said = f"something went wrong inside the engine; the report id is `{report}`"
    found = problem("I001", said, NOWHERE, help="`--debug` shows where; please report it, with the files if you may")
    return Report(data=_data((found,)), diagnostics=(found,), status=AT_FAULT)


# ---------------------------------------------------------------- output


def tell(report: Report, form: str, color: str = "auto") -> None:
    """Print a report in the form that was asked for."""
    if form == "json":
        _put_json(report.data)
    elif form == "sarif":
        from dealwright.diagnostic import as_sarif

        _put_json(as_sarif(report.diagnostics))
    else:
        if report.diagnostics:
            from dealwright.diagnostic import render

            put(report.text, color, report.style)
            told(render(report.diagnostics).rstrip("\n"))
            return
        put(report.text, color, report.style)


def _put_json(data: Any) -> None:
    """Print data as JSON, in letters that every terminal has."""
    import json

    put(json.dumps(data, indent=2) + "\n")


def put(text: str, color: str = "auto", style: str = "report") -> None:
    """Write to standard output.

    Args:
        text: The text.
        color: `always`, `never`, or `auto`: on a terminal, unless `NO_COLOR` is set.
        style: Which colours suit it.

    Raises:
        OutputGone: Nobody reads it any more, or it cannot be written.
    """
    if sys.stdout is None:
        raise OutputGone("", NOT_ASKED)
    try:
        wanted = color == "always" or (color == "auto" and sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
        if wanted and text:
            from dealwright.cli.colours import show

            show(text, sys.stdout, style, always=color == "always")
        else:
            sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise OutputGone("", NOBODY_READS) from None
    except (OSError, ValueError) as trouble:
        number = getattr(trouble, "errno", None)
        if number == errno.EPIPE:
            raise OutputGone("", NOBODY_READS) from None
        why = "there is no room left" if number == errno.ENOSPC else "the system refuses it"
        raise OutputGone(f"the output cannot be written: {why}", NOT_ASKED) from None


def told(text: str) -> None:
    """Write to standard error, if there is one."""
    stream: IO[str] | None = sys.stderr
    if stream is None:
        return
    try:
        stream.write(f"{text}\n")
        stream.flush()
    except (OSError, ValueError):
        return


def _abandoned(gone: OutputGone) -> int:
    """End quietly when the output cannot be written: what is still held back must not be tried again at exit."""
    if gone.why:
        told(gone.why)
    if sys.stdout is not None:
        try:
            nothing = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nothing, sys.stdout.fileno())
        except (OSError, ValueError):
            sys.stdout = None
    return gone.status
