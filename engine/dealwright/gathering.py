"""Which files are read together: a contract with its amendments, and the scenarios that stand beside it.

A folder stands for every `.deal` file in it. Scenarios may stand in the file of the contract, in a file of their own
beside it, or in a folder `scenarios` below it. A file of scenarios is read with the one agreement among the files
named, else with the one beside it, and with all instruments that amend that agreement: if an agreement is among the
files named, then those named and no others; else those at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen

from dealwright import model as m
from dealwright.diagnostic import DealError, Diagnostic, echo, problem
from dealwright.intake import read_source
from dealwright.pipeline import Contract, assemble
from dealwright.read import read
from dealwright.source import Source, Span

_HEAD: Final = re.compile(
    r"^(agreement|rules|amendment|waiver|order)[ ]+([A-Z].*?)[ ]*(?:\".*)?(?:#.*)?$", re.MULTILINE
)
_AMENDS: Final = re.compile(r"^[ ]+amends[ ]+([A-Z].*?)[ ]*(?:#.*)?$", re.MULTILINE)
_TESTS: Final = re.compile(r"^(?:scenario|property)\b", re.MULTILINE)
_BASES: Final = frozenset({"agreement", "rules"})
_FOLDER: Final = "scenarios"


@frozen
class Heads:
    """What the first lines of the instruments in a file say.

    Attributes:
        bases: The agreements in it.
        names: All instruments in it.
        amends: What these amend.
        tests: Whether scenarios or properties stand in it.
    """

    bases: tuple[str, ...]
    names: tuple[str, ...]
    amends: tuple[str, ...]
    tests: bool


@frozen
class Trial:
    """A file with scenarios or properties, and the contract that they are about.

    Attributes:
        path: The file.
        contract: The contract, unless something is wrong with it.
        scenarios: The scenarios of the file.
        properties: The properties of the file.
        problems: What stops them.
    """

    path: Path
    contract: tuple[Contract, ...]
    scenarios: tuple[m.Scenario, ...] = ()
    properties: tuple[m.Property, ...] = ()
    problems: tuple[Diagnostic, ...] = field(default=(), repr=False)


def deal_files(paths: Iterable[str | Path]) -> list[Path]:
    """The files named, each once; a folder stands for every `.deal` file in it and below.

    Raises:
        DealError: A folder has none.
    """
    found: dict[Path, None] = {}
    for name in paths:
        path = Path(name)
        if not path.is_dir():
            found[path] = None
            continue
        inside = sorted((one for one in path.rglob("*.deal") if not _hidden(one, path)), key=_natural)
        if not inside:
            place = Span(Source(str(path), ""), 0, 0)
            raise DealError([problem("F101", f"there is no `.deal` file in {echo(str(path))}", place)])
        found |= dict.fromkeys(inside)
    return list(found)


def _hidden(path: Path, folder: Path) -> bool:
    """Whether a file lies in a folder that is kept out of sight."""
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _natural(path: Path) -> tuple[object, ...]:
    """Paths in the order of their names, numbers in them as numbers, an agreement before what stands below its folder."""
    parts = (re.split(r"(\d+)", part) for part in path.parts[:-1])
    name = re.split(r"(\d+)", path.name)
    return (*(_key(part) for part in parts), (-1, ()), _key(name))


def _key(pieces: list[str]) -> tuple[int, tuple[tuple[int, int, str], ...]]:
    """A name for ordering."""
    return 0, tuple((1, int(one), "") if one.isdecimal() else (0, 0, one) for one in pieces)


def heads_of(text: str) -> Heads:
    """What the first lines of the instruments in a text say."""
    found = [(word, name.strip()) for word, name in _HEAD.findall(text)]
    return Heads(
        tuple(name for word, name in found if word in _BASES),
        tuple(name for _, name in found),
        tuple(name.strip() for name in _AMENDS.findall(text)),
        _TESTS.search(text) is not None,
    )


class Gathering:
    """Reads each file and makes each contract once."""

    def __init__(self, named: Iterable[Path] = ()) -> None:
        """Keep the files that were named."""
        self.named = tuple(named)
        self.source = cache(read_source)
        self.contract = cache(self._contract)

    def heads(self, path: Path) -> Heads:
        """What the instruments in a file say of themselves."""
        return heads_of(self.source(path).text)

    def heads_or_none(self, path: Path) -> Heads:
        """What the instruments in a file say of themselves; nothing if the file cannot be read."""
        try:
            return self.heads(path)
        except DealError:
            return Heads((), (), (), tests=False)

    def trials(self, *, amendments: bool = False) -> Iterator[Trial]:
        """The files among those named that have something to test; those of amendments too, if asked."""
        for path in self.named:
            try:
                heads = self.heads(path)
                tests = heads.tests or (amendments and bool(heads.amends))
            except DealError as trouble:
                yield Trial(path, (), problems=trouble.diagnostics)
                continue
            if tests:
                yield self.trial(path)

    def trial(self, path: Path) -> Trial:
        """A file with what it tests, and the contract that it is about."""
        try:
            contract = self.contract(self.instruments(path))
            name = self.source(path).name
            scenarios = tuple(one for one in contract.scenarios if one.span.source.name == name)
            properties = tuple(one for one in contract.properties if one.span.source.name == name)
            if not self.heads(path).names:
                document = read(self.source(path))
                scenarios, properties = document.scenarios, document.properties
                contract = evolve(contract, scenarios=(*contract.scenarios, *scenarios))
        except DealError as trouble:
            return Trial(path, (), problems=trouble.diagnostics)
        return Trial(path, (contract,), scenarios, properties)

    def _contract(self, paths: tuple[Path, ...]) -> Contract:
        """The contract in some files."""
        return assemble([self.source(path) for path in paths])

    def instruments(self, path: Path) -> tuple[Path, ...]:
        """The files of the contract that a file of scenarios is about, that of the agreement first."""
        own = self.heads(path)
        near = [one for one in self.near(path) if self.heads_or_none(one).names]
        bases = [path] if own.bases else self.bases(near, path)
        names = {name for one in bases for name in self.heads(one).names}
        found = dict.fromkeys(bases)
        more = True
        while more:
            more = False
            for one in near:
                heads = self.heads(one)
                if one not in found and not heads.bases and set(heads.amends) & names:
                    found[one] = None
                    names |= set(heads.names)
                    more = True
        if own.names:
            found.setdefault(path, None)
        return tuple(found) or (path,)

    def bases(self, near: list[Path], path: Path) -> list[Path]:
        """The one file of an agreement: among those named, else beside the file, else above it; several if it is not
        clear.
        """
        found = [one for one in near if self.heads(one).bases]
        named = [one for one in found if one in self.named]
        beside = [one for one in found if one.parent == path.parent]
        above = [one for one in found if path.parent.name == _FOLDER and one.parent == path.parent.parent]
        return next((some for some in (named, beside, above) if len(some) == 1), named or beside or above)

    def near(self, path: Path) -> list[Path]:
        """The files at hand: those named; where no agreement is among these, also those beside a file, and those above
        it if it stands among scenarios.
        """
        named = [one for one in self.named if one.suffix == ".deal" or one == path]
        if any(self.heads_or_none(one).bases for one in named):
            return named
        folders = [path.parent, *([path.parent.parent] if path.parent.name == _FOLDER else [])]
        beside = [one for folder in folders for one in sorted(folder.glob("*.deal"), key=_natural)]
        return list(dict.fromkeys([*named, *beside]))
