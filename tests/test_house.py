"""The house keeps its rules, and each of its checkers can fail."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

import dealwright

ROOT = Path(__file__).parent.parent
ENGINE = ROOT / "engine" / "dealwright"
MODULES = sorted(ENGINE.rglob("*.py"))
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LAYERS = [
    layer.strip("()")
    for contract in SETTINGS["tool"]["importlinter"]["contracts"]
    if contract["type"] == "layers"
    for layer in reversed(contract["layers"])
]
FIRST_CONTRACT = re.compile(
    r"\b(?:Thalveg|Net Perceptions|Requisite|Escrow Agent|Stockholders?|Plan of Liquidation|Private Bank"
    r"|Patent Purchase|License Amendment|Closing Payment|Patents?)\b"
)
WORKPLACE = re.compile(r"(?<![\w.}])/(?:work|tmp|root|home)/|\.library/")
REGISTRIES = re.compile(
    "|".join(map(re.escape, ("pypi" + ".org", "python" + "hosted", "npm" + "js", "conda" + ".org", "index-" + "url")))
)


def files() -> Iterator[tuple[Path, str]]:
    """Every text file of the project: what git knows or would take, else what lies in its folders."""
    listing = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    try:
        known = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout.decode()
        paths = [ROOT / name for name in known.split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        folders = ("engine", "grammar", "contracts", "tests", "docs", "bench", "scripts")
        paths = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    for path in sorted(path for path in paths if path.is_file() and "__pycache__" not in path.parts):
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


FILES: Mapping[Path, str] = dict(files())


def too_long(text: str) -> bool:
    """Whether a module has more lines than one idea needs."""
    return len(text.splitlines()) > 400


def undescribed(text: str) -> bool:
    """Whether a module does not open with a sentence."""
    docstring = ast.get_docstring(ast.parse(text))
    return docstring is None or not docstring.splitlines()[0].endswith(".")


def layer_of(path: Path) -> str:
    """The name of the module or folder directly in the package that a file belongs to."""
    return path.relative_to(ENGINE).parts[0].removesuffix(".py")


def looks_up(layer: str, text: str) -> list[str]:
    """The imports of a module that do not look down, or that reach the parser from outside the reader."""
    return [
        name
        for name in imports(text)
        if (name.split(".")[0] == "lark" and layer != "read")
        or (name.startswith("dealwright.") and not may_import(layer, name.split(".")[1]))
    ]


def imports(text: str) -> Iterator[str]:
    """The names of the modules that a text imports, `from a import b` as `a.b`."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield from (f"{module}.{alias.name}" for alias in names)
            case _:
                continue


def may_import(layer: str, other: str) -> bool:
    """Whether a layer may import another: one below it, or its own parts; the package itself may be read by all."""
    if other not in LAYERS:
        return other.startswith("__")
    return layer == "__init__" or LAYERS.index(other) <= LAYERS.index(layer)


def relative(path: Path) -> str:
    """A path as it is called in the project."""
    return path.relative_to(ROOT).as_posix()


modules = pytest.mark.parametrize("path", MODULES, ids=relative)


@modules
def test_modules_have_one_idea(path: Path) -> None:
    """A module has at most 400 lines."""
    assert not too_long(path.read_text(encoding="utf-8"))


@modules
def test_modules_say_their_idea(path: Path) -> None:
    """A module opens with a sentence that says what it is about."""
    assert not undescribed(path.read_text(encoding="utf-8"))


@modules
def test_imports_look_down(path: Path) -> None:
    """A module imports only from layers below its own, and the parser only in the reader."""
    assert looks_up(layer_of(path), path.read_text(encoding="utf-8")) == []


def test_layers_are_complete() -> None:
    """Every module of the package has its layer."""
    assert {layer_of(path) for path in MODULES} - {"__init__"} <= set(LAYERS)


@pytest.mark.parametrize("folder", ["engine", "grammar"])
def test_no_contract_is_known(folder: str) -> None:
    """Neither the engine nor the grammar knows a word of the first contract."""
    found = {relative(path): FIRST_CONTRACT.findall(text) for path, text in FILES.items() if in_folder(path, folder)}
    assert {path: names for path, names in found.items() if names} == {}


def in_folder(path: Path, folder: str) -> bool:
    """Whether a file stands somewhere in a top-level folder."""
    return path.is_relative_to(ROOT / folder)


@pytest.mark.parametrize("pattern", [WORKPLACE, REGISTRIES], ids=["workplace", "registries"])
def test_no_machine_is_named(pattern: re.Pattern[str]) -> None:
    """No file names a folder of the machine it was written on, or a registry that serves packages."""
    found = {
        relative(path): pattern.findall(text)
        for path, text in FILES.items()
        if path != Path(__file__) and pattern.search(text)
    }
    assert found == {}


def test_types_are_shipped() -> None:
    """The package says that it has types."""
    assert (ENGINE / "py.typed").is_file()


def test_version() -> None:
    """The version is a release number, and the changelog knows of it or has unreleased changes."""
    assert re.fullmatch(r"\d+\.\d+\.\d+", dealwright.__version__)
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{dealwright.__version__}]" in changes or "## [Unreleased]" in changes


def test_pins_name_releases_only() -> None:
    """The constraints pin one release a line, and name no place to get it from."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+", pin)] == []


def test_pins_cover_what_is_needed() -> None:
    """Whatever the package needs, in any of its extras, is pinned."""
    project = SETTINGS["project"]
    needed = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    ]
    pinned = {pin.split("==")[0].lower() for pin in (ROOT / "constraints.txt").read_text(encoding="utf-8").split()}
    names = [re.split(r"[<>=]", requirement)[0] for requirement in needed]
    assert [name for name in names if name not in pinned] == []


def test_entry_points_exist() -> None:
    """The command, the pytest plugin and the highlighter that are announced have their modules."""
    project = SETTINGS["project"]
    announced = [
        *project["scripts"].values(),
        *(e for group in project["entry-points"].values() for e in group.values()),
    ]
    announced_modules = {entry.partition(":")[0].removeprefix("dealwright.") for entry in announced}
    assert announced_modules - {layer_of(path) for path in MODULES} == set()


@pytest.mark.parametrize(
    ("checker", "bad"),
    [
        (too_long, "x\n" * 401),
        (undescribed, "x = 1"),
        (undescribed, '"""Says nothing"""'),
        (lambda text: looks_up("value", text), "from dealwright.model import Section"),
        (lambda text: looks_up("value", text), "from dealwright import model"),
        (lambda text: looks_up("value", text), "def f():\n    import dealwright.cli"),
        (lambda text: looks_up("value", text), "import dealwright.unlisted"),
        (lambda text: looks_up("check", text), "from lark.lexer import Token"),
        (FIRST_CONTRACT.search, "the " + "Requisite Board Approval"),
        (WORKPLACE.search, "see " + "/work/" + "main"),
        (REGISTRIES.search, "https://" + "pypi" + ".org/simple"),
    ],
)
def test_checkers_can_fail(checker: Callable[[str], object], bad: str) -> None:
    """Each checker finds what it looks for."""
    assert checker(bad)


@pytest.mark.parametrize(
    ("checker", "good"),
    [
        (too_long, "x\n" * 400),
        (undescribed, '"""Says something.\n\nAnd more"""'),
        (lambda text: looks_up("model", text), "from dealwright.value import Money\nimport attrs"),
        (lambda text: looks_up("value", text), "from dealwright.value.money import Money"),
        (lambda text: looks_up("cli", text), "from dealwright import __version__"),
        (lambda text: looks_up("read", text), "from lark import Lark"),
        (WORKPLACE.search, "contracts/work/x, $HOME/tmp"),
    ],
)
def test_checkers_can_pass(checker: Callable[[str], object], good: str) -> None:
    """No checker finds what is not there."""
    assert not checker(good)
