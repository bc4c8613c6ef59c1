"""The command `deal`: check, run, why, show, diff, test, fmt, new, explain.

Whatever a person got wrong becomes diagnostics, with exit status 1; what could not be read or asked, 2; anything else is a
mistake of ours, told with a report id and no traceback unless `--debug` asks for it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from dealwright.pipeline import Contract

_FORMAT = click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", help="how to print"
)
_FILES = click.argument("files", nargs=-1, required=True, type=click.Path())
_NEW = """\
agreement {name}
    dated 2031-01-15
    between Lender and Borrower
    currency USD
    business days us-federal-reserve
    amended only by writing signed by Lender and Borrower

party Lender
party Borrower

section 1 "Loan"
    | The Lender shall advance $10,000 within three business days after the Closing.
    event Closing
    Principal means $10,000
    duty Advance
        Lender must pay Principal to Borrower
        within 3 business days after Closing

section 2 "Repayment"
    | The Borrower shall repay the principal one year after the Closing.
    duty Repayment
        Borrower must pay Principal to Lender
        on 1 year after Closing

scenario "paid on time"
    2031-01-15 Closing
    2031-01-17 Advance paid $10,000
    as of 2031-01-20 expect
        Advance is performed on 2031-01-17
        due date of Repayment = 2032-01-15
"""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dealwright", prog_name="deal")
@click.option("--debug", is_flag=True, help="show the traceback of a mistake of ours")
def deal(*, debug: bool) -> None:
    """Contracts that change: check them, ask them, amend them, test them."""
    del debug


def paths_of(files: Sequence[str]) -> list[Path]:
    """The files named; a folder stands for every `.deal` file in it."""
    found: list[Path] = []
    for name in files:
        path = Path(name)
        found.extend(sorted(path.rglob("*.deal")) if path.is_dir() else [path])
    return found


def contract_of(
    files: Sequence[str], choose: Sequence[str] = (), under: Sequence[str] = (), *, original: bool = False
) -> Contract:
    """The contract in some files, with the texts and readings asked for."""
    from dealwright.pipeline import load  # noqa: PLC0415

    contract = load(*paths_of(files))
    if original or under:
        contract = contract.under(under)
    return contract.choosing(dict(part.split("=", 1) for part in choose if "=" in part))


def emit(text: str) -> None:
    """Print a text, whatever the terminal can show."""
    stream = sys.stdout
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def emit_json(data: Any) -> None:
    """Print data as JSON."""
    import json  # noqa: PLC0415

    emit(json.dumps(data, indent=2, ensure_ascii=False) + "\n")


def tell(found: Any, form: str) -> None:
    """Print diagnostics in a form."""
    from dealwright.diagnostic import as_json, as_sarif, render  # noqa: PLC0415

    if form == "json":
        emit_json([as_json(one) for one in found])
    elif form == "sarif":
        emit_json(as_sarif(found))
    elif found:
        sys.stderr.write(render(tuple(found)) + "\n")


_LOG = click.option("--log", "log_file", type=click.Path(), help="a log in TOML or JSON")
_AS_OF = click.option("--as-of", "as_of", required=True, type=click.DateTime(["%Y-%m-%d"]), help="the day asked about")
_CHOOSE = click.option("--choose", multiple=True, help='a reading and its alternative: "Month Count=it counts"')
_UNDER = click.option("--under", multiple=True, help="an instrument to read; none but these come into force")
_ORIGINAL = click.option("--original", is_flag=True, help="the agreement as first written")


def asked(options: Sequence[Callable[..., Any]]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Several options at once."""

    def wrap(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            function = option(function)
        return function

    return wrap


_QUESTION = asked([_LOG, _AS_OF, _CHOOSE, _UNDER, _ORIGINAL, _FORMAT])


def outcome_of(
    files: Sequence[str], log_file: str | None, as_of: Any, choose: Any, under: Any, *, original: bool
) -> Any:
    """The outcome that a command asks for."""
    from dealwright.log import Log  # noqa: PLC0415

    contract = contract_of(files, choose, under, original=original)
    return contract.evaluate(Log() if log_file is None else Log.read(log_file), as_of.date())


@deal.command()
@_FILES
@_FORMAT
def check(files: Sequence[str], form: str) -> None:
    """Everything that is wrong with some files, in one run."""
    from dealwright.diagnostic import exit_code  # noqa: PLC0415
    from dealwright.intake import read_sources  # noqa: PLC0415
    from dealwright.pipeline import draft  # noqa: PLC0415

    found = draft(read_sources(paths_of(files))).check()
    tell(found, form)
    if form == "text" and not exit_code(found):
        emit("no errors\n" if found else "nothing to remark\n")
    sys.exit(exit_code(found))


@deal.command()
@_FILES
@_QUESTION
def run(
    files: Sequence[str], log_file: str | None, as_of: Any, choose: Any, under: Any, form: str, *, original: bool
) -> None:
    """Who owes what to whom by when, and what may be done."""
    from dealwright.render import json_outcome, outcome_text  # noqa: PLC0415

    found = outcome_of(files, log_file, as_of, choose, under, original=original)
    emit_json(json_outcome(found)) if form == "json" else emit(outcome_text(found))
    if form == "text":
        tell(found.diagnostics, form)


@deal.command()
@click.argument("term")
@_FILES
@_QUESTION
def why(
    term: str,
    files: Sequence[str],
    log_file: str | None,
    as_of: Any,
    choose: Any,
    under: Any,
    form: str,
    *,
    original: bool,
) -> None:
    """The reasons for an answer."""
    from dealwright.explain import explain  # noqa: PLC0415

    reason = explain(outcome_of(files, log_file, as_of, choose, under, original=original), term)
    emit_json(reason.as_json()) if form == "json" else emit(f"{reason}\n")


@deal.command()
@_FILES
@_LOG
@click.option("--as-of", "as_of", type=click.DateTime(["%Y-%m-%d"]), help="the day whose text is shown")
def show(files: Sequence[str], log_file: str | None, as_of: Any) -> None:
    """The conformed copy: the text with its amendments put in."""
    from dealwright.log import Log  # noqa: PLC0415
    from dealwright.show import conformed  # noqa: PLC0415

    contract = contract_of(files)
    log = Log.read(log_file) if log_file else Log()
    text = contract.text(as_of.date(), log) if as_of else contract.text()
    emit(conformed(text) + "\n")


@deal.command()
@_FILES
@_LOG
@click.option("--as-of", "as_of", type=click.DateTime(["%Y-%m-%d"]), help="the day on which outcomes are compared")
def diff(files: Sequence[str], log_file: str | None, as_of: Any) -> None:
    """What the amendments change: words, rules, and with a log the outcomes."""
    from dealwright.program import Texts  # noqa: PLC0415
    from dealwright.show import marked, redline, rules_diff, told  # noqa: PLC0415

    contract = contract_of(files)
    old, new = contract.text_in_force(Texts()), contract.text()
    emit(marked(redline(old, new)) + "\n" + told(rules_diff(old, new)) + "\n")
    if log_file and as_of:
        from dealwright.log import Log  # noqa: PLC0415
        from dealwright.explain.telling import sentence as said  # noqa: PLC0415

        log = Log.read(log_file)
        before = contract.under(()).evaluate(log, as_of.date())
        after = contract.evaluate(log, as_of.date())
        for name in dict.fromkeys((*before, *after)):
            a = said(before[name]) if name in before else "not there"
            b = said(after[name]) if name in after else "not there"
            if a != b:
                emit(f"{name}\n  - {a}\n  + {b}\n")


@deal.command()
@_FILES
def test(files: Sequence[str]) -> None:
    """Run the scenarios in some files."""
    from dealwright.diagnostic import render  # noqa: PLC0415
    from dealwright.pipeline import load  # noqa: PLC0415
    from dealwright.scenario import run_all  # noqa: PLC0415

    contract = load(*paths_of(files))
    failed = 0
    total = 0
    for found in run_all(contract):
        total += 1
        emit(f"{'ok  ' if found.passed else 'FAIL'}  {found.title}\n")
        failed += not found.passed
        if found.problems:
            emit(render(found.problems) + "\n")
        for claim in found.claims:
            if not claim.holds:
                emit(f"        as of {claim.as_of.isoformat()}: {claim.words}\n            {claim.found}\n")
    emit(f"{total - failed} of {total} scenarios and properties hold\n")
    sys.exit(1 if failed else 0)


@deal.command()
@_FILES
@click.option(
    "--check", "only_check", is_flag=True, help="say which files are not in the canonical layout, and change none"
)
def fmt(files: Sequence[str], *, only_check: bool) -> None:
    """Put files into the canonical layout; comments and line breaks stay."""
    from dealwright.intake import read_source  # noqa: PLC0415
    from dealwright.write.layout import format_source  # noqa: PLC0415

    wrong = 0
    for path in paths_of(files):
        source = read_source(path)
        text = format_source(source)
        if text == source.text:
            continue
        wrong += 1
        if only_check:
            emit(f"{path} is not in the canonical layout\n")
        else:
            path.write_text(text, encoding="utf-8", newline="\n")
            emit(f"{path} put into the canonical layout\n")
    sys.exit(1 if wrong and only_check else 0)


@deal.command()
@click.argument("file", type=click.Path())
def new(file: str) -> None:
    """Begin a contract: a small loan that checks clean."""
    path = Path(file)
    if path.exists():
        raise click.ClickException(f"{path} is there already")
    name = " ".join(word.capitalize() for word in path.stem.replace("-", "_").split("_") if word.isalnum()) or "Loan"
    path.write_text(_NEW.format(name=name if name[0].isalpha() else f"Loan {name}"), encoding="utf-8", newline="\n")
    emit(f"{path} is begun; try `deal test {path}`\n")


@deal.command()
@click.argument("code")
def explain(code: str) -> None:
    """The page of a diagnostic."""
    from dealwright.codes import CODES, page  # noqa: PLC0415

    wanted = code.upper()
    if wanted not in CODES:
        raise click.ClickException(f"there is no diagnostic {code}")
    emit(page(wanted))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; the one boundary at which mistakes become messages."""
    from dealwright.diagnostic import DealError, exit_code, render  # noqa: PLC0415

    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        deal.main(given, prog_name="deal", standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as trouble:
        trouble.show()
        sys.exit(2)
    except DealError as trouble:
        sys.stderr.write(
            render(trouble.diagnostics).encode("utf-8", "replace").decode(sys.stderr.encoding or "utf-8", "replace")
            + "\n"
        )
        sys.exit(exit_code(trouble.diagnostics))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as mistake:  # noqa: BLE001 - the boundary: a mistake of ours is told without a traceback
        if "--debug" in given:
            raise
        sys.exit(_internal(mistake))


def _internal(mistake: Exception) -> int:
    """Tell a mistake of ours, with an id by which it can be found again."""
    import hashlib  # noqa: PLC0415
    import traceback  # noqa: PLC0415

    frames = "".join(f"{frame.name}:{frame.lineno};" for frame in traceback.extract_tb(mistake.__traceback__))
    report = hashlib.sha256(f"{type(mistake).__name__}{frames}".encode()).hexdigest()[:12]
    sys.stderr.write(f"error[I001]: a mistake in the engine, not in the text; report id {report}\n")
    sys.stderr.write("  = help: `deal --debug ...` shows where\n")
    return 1
