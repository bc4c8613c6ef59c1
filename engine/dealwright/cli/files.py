"""What the command does to files: run their scenarios, lay them out, begin new ones; and look up a diagnostic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dealwright.cli.boundary import AT_FAULT, OK, Report, put
from dealwright.cli.options import COMMON, FILES
from dealwright.cli.skeletons import KINDS
from dealwright.cli.writing import refused, write

if TYPE_CHECKING:
    from dealwright.diagnostic import Diagnostic
    from dealwright.gathering import Trial
    from dealwright.scenario import Run


@click.command()
@FILES
@click.option("--verbose", "-v", is_flag=True, help="One line for each scenario.")
@click.option(
    "--effort",
    type=click.IntRange(min=0),
    default=0,
    help="How many logs to make up for each property, and for the frame of each amendment.",
)
@COMMON
@click.pass_context
def test(context: click.Context, files: Sequence[str], verbose: bool, effort: int) -> Report:  # noqa: FBT001
    """Run the scenarios and properties in some files, each with the contract that it is about."""
    from dealwright.gathering import Gathering, deal_files

    text = context.meta.get("form") == "text"
    color = context.meta["color"]
    runs: list[tuple[Path, Run]] = []
    lost: list[tuple[Path, tuple[Diagnostic, ...]]] = []
    gathering = Gathering(deal_files(files))
    for trial in gathering.trials(amendments=bool(effort)):
        if text:
            put(f"{trial.path} " if not verbose else f"{trial.path}\n", color)
        if trial.problems:
            lost.append((trial.path, trial.problems))
            if text:
                put("E\n" if not verbose else "  ERROR\n", color)
            continue
        for run in _runs(trial, effort, gathering.heads(trial.path).names):
            runs.append((trial.path, run))
            if text:
                put(
                    (f"  {'ok    ' if run.passed else 'FAILED'} {run.title}\n")
                    if verbose
                    else ("." if run.passed else "F"),
                    color,
                )
        if text and not verbose:
            put("\n", color)
    if not runs and not lost:
        raise click.UsageError("There is no scenario and no property in these files.")
    return _summed(runs, lost)


def _runs(trial: Trial, effort: int, names: Sequence[str]) -> Iterator[Run]:
    """The scenarios and properties of a file, run one after the other; with an effort the frames of its amendments too."""
    from dealwright.scenario import run_scenario
    from dealwright.testing import frames, run_property

    for contract in trial.contract:
        for scenario in trial.scenarios:
            yield run_scenario(contract, scenario)
        for one in (*trial.properties, *(frames(contract, names) if effort else ())):
            yield run_property(contract, one, effort)


def _summed(runs: list[tuple[Path, Run]], lost: list[tuple[Path, tuple[Diagnostic, ...]]]) -> Report:
    """What came out of all runs."""
    from dealwright.diagnostic import as_json

    failed = [run for _, run in runs if not run.passed]
    found = tuple(dict.fromkeys(one for _, problems in lost for one in problems))
    found += tuple(one for run in failed for one in run.diagnostics)
    found += tuple(dict.fromkeys(one for _, run in runs for one in run.notes if one.code == "R209"))
    parts = [f"{len(runs) - len(failed)} of {len(runs)} scenarios and properties hold"]
    parts += [f"{len(lost)} {'file' if len(lost) == 1 else 'files'} with errors"] if lost else []
    data: dict[str, Any] = {
        "passed": len(runs) - len(failed),
        "failed": len(failed),
        "scenarios": [
            {
                "title": run.title,
                "file": str(path),
                "line": run.span.line,
                "passed": run.passed,
                "claims": [
                    {"words": one.words, "as_of": one.as_of.isoformat(), "holds": one.holds, "found": one.found}
                    for one in run.claims
                ],
            }
            for path, run in runs
        ],
        "diagnostics": [as_json(one) for one in found],
    }
    return Report(f"{', '.join(parts)}\n", data, found, AT_FAULT if failed or lost else OK)


@click.command()
@FILES
@click.option("--check", "only_look", is_flag=True, help="Change nothing; end with status 1 if a file would change.")
@COMMON
def fmt(files: Sequence[str], only_look: bool) -> Report:  # noqa: FBT001 - click passes options by name
    """Put files into the one layout; words, comments and line breaks stay."""
    from dealwright.diagnostic import DealError, as_json, exit_code
    from dealwright.gathering import deal_files
    from dealwright.intake import read_source
    from dealwright.write import format_source

    changed: list[Path] = []
    same = 0
    found: list[Diagnostic] = []
    for path in deal_files(files):
        try:
            source = read_source(path)
            laid_out = format_source(source)
        except DealError as trouble:
            found.extend(trouble.diagnostics)
            continue
        if laid_out == source.text:
            same += 1
            continue
        changed.append(path)
        if not only_look:
            write(path, laid_out.encode())
    verb = "would change" if only_look else "changed"
    lines = [f"{verb}: {path}" for path in changed]
    if same:
        lines.append(f"{same} {'file is as it' if same == 1 else 'files are as they'} should be")
    data = {"changed": [str(path) for path in changed], "diagnostics": [as_json(one) for one in found]}
    status = exit_code(found) or (AT_FAULT if only_look and changed else OK)
    return Report("".join(f"{line}\n" for line in lines), data, tuple(found), status)


@click.command()
@click.argument("name")
@click.option("--kind", type=click.Choice(sorted(KINDS)), default="loan", help="What kind of contract to begin.")
@COMMON
def new(name: str, kind: str) -> Report:
    """Begin a contract: write a small one that checks clean, into a new file."""
    path = Path(name if name.endswith(".deal") else f"{name}.deal")
    words = [word.capitalize() for word in "".join(c if c.isalnum() else " " for c in path.stem).split()]
    words = [word for word in words if word.isascii()]
    title = " ".join(words) if words and words[0][0].isalpha() else " ".join([kind.capitalize(), *words])
    if path.exists() or path.is_symlink():
        raise refused(path, "F105", "it is there already")
    write(path, KINDS[kind].format(name=title).encode())
    data = {"file": str(path), "name": title, "diagnostics": []}
    return Report(f"{path} is begun; try `deal test {path}`\n", data)


@click.command()
@click.argument("code")
@COMMON
def explain(code: str) -> Report:
    """Print the page of a diagnostic, such as `deal explain R401`."""
    import difflib

    from dealwright.codes import CODES, page

    wanted = code.strip().upper()
    if wanted not in CODES:
        slugs = {one.slug: one.code for one in CODES.values()}
        near = difflib.get_close_matches(wanted, CODES, n=3, cutoff=0.5)
        if code.strip().lower() not in slugs:
            raise click.UsageError(f"There is no diagnostic `{code}`.{f' Is it {chr(32).join(near)}?' if near else ''}")
        wanted = slugs[code.strip().lower()]
    one = CODES[wanted]
    names = ("code", "slug", "title", "finds", "matters", "example", "instead")
    data = {**{name: getattr(one, name) for name in names}, "severity": one.severity.value, "diagnostics": []}
    return Report(page(wanted), data)
