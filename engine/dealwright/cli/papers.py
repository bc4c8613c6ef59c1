"""Pages that the command hands over: on the terminal or in a file, in the form asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from dealwright.cli.boundary import Report
from dealwright.cli.options import COLOR, DEBUG, together

if TYPE_CHECKING:
    from dealwright.diagnostic import Diagnostic
    from dealwright.paper import Page

_MORE: Final = {".json": "json", ".sarif": "sarif"}


def paged(*more: str) -> Callable[[Any], Any]:
    """The options of a command that gives a page.

    Args:
        more: Further forms that it has.
    """
    return together(
        click.option(
            "--format",
            "form",
            type=click.Choice(["text", "markdown", "html", "docx", *more, "json", "sarif"]),
            expose_value=False,
            callback=lambda context, _, value: context.meta.update(form=value),
            help="The form; without it the one that the name of the output ends with, else text.",
        ),
        click.option(
            "--output",
            "-o",
            metavar="FILE",
            expose_value=False,
            callback=lambda context, _, value: context.meta.update(output=value),
            help="Write into a file instead.",
        ),
        COLOR,
        DEBUG,
    )


def form_asked() -> str:
    """The form that a page is wanted in."""
    from dealwright.paper import SUFFIXES

    meta = click.get_current_context().meta
    if meta.get("form"):
        return str(meta["form"])
    suffix = Path(meta.get("output") or "").suffix.lower()
    return {**SUFFIXES, **_MORE, ".deal": "deal"}.get(suffix, "text")


def handed_over(
    page: Page,
    data: dict[str, Any],
    files: Sequence[str],
    *,
    text: str | None = None,
    found: tuple[Diagnostic, ...] = (),
    others: dict[str, Callable[[], str]] | None = None,
) -> Report:
    """A page in the form asked for, printed or written into a file.

    Args:
        page: The page.
        data: The same for machines.
        files: The files that it was made from.
        text: What a terminal shows, if that is not the page itself.
        found: What else is to be told.
        others: Further forms, with what makes them.
    """
    from dealwright.cli.writing import write
    from dealwright.paper import paper

    meta = click.get_current_context().meta
    form = form_asked()
    data = {**data, "diagnostics": _told(found)}
    if form in {"json", "sarif"}:
        made = _machine(form, data, found)
    elif form in (others or {}):
        made = (others or {})[form]().encode()
    elif form == "text" and text is not None:
        made = text.encode()
    else:
        made = paper(page, form)
    if meta.get("output"):
        path = Path(meta["output"])
        write(path, made, files)
        return Report(f"{path} is written\n", {"file": str(path), "diagnostics": data["diagnostics"]}, found)
    if form == "docx":
        raise click.UsageError("A Word document goes into a file: say `--output FILE`.")
    return Report("" if form in {"json", "sarif"} else made.decode(), data, found, style="page")


def _told(found: tuple[Diagnostic, ...]) -> list[Any]:
    """Diagnostics for machines."""
    from dealwright.diagnostic import as_json

    return [as_json(one) for one in found]


def _machine(form: str, data: dict[str, Any], found: tuple[Diagnostic, ...]) -> bytes:
    """JSON or SARIF."""
    import json

    from dealwright.diagnostic import as_sarif

    return (json.dumps(data if form == "json" else as_sarif(found), indent=2) + "\n").encode()
