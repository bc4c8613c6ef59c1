"""Write the pages of all diagnostic codes to `docs/diagnostics/`.

Usage: `python scripts/diagnostics_docs.py` writes them; with `--check` it writes nothing, names the files that are
not in step with the tables in `engine/dealwright/codes/`, and ends with status 1 if there are any.
"""

import sys
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "engine"))

from dealwright.codes import CODES, FAMILIES, page  # noqa: E402 - the package need not be installed

FOLDER = ROOT / "docs" / "diagnostics"


def pages() -> Mapping[str, str]:
    """The text of each page by the name of its file."""
    return {"index.md": index(), **{f"{code}.md": page(code) for code in CODES}}


def index() -> str:
    """The page that leads to all others, family by family."""
    lines = [
        "# Diagnostics",
        "",
        "Every diagnostic has a code. `deal explain CODE` prints the page of a code in the terminal.",
    ]
    for family, codes in groupby(CODES.values(), key=lambda code: code.family):
        title = FAMILIES[family]
        lines += ["", f"## {family}: {title}", "", "| code | what is wrong | severity | slug |", "|---|---|---|---|"]
        lines += (f"| [{c.code}]({c.code}.md) | {c.title} | {c.severity.value} | `{c.slug}` |" for c in codes)
    members = "\n".join(CODES)
    lines += ["", "```{toctree}", ":hidden:", "", members, "```"]
    return "\n".join(lines) + "\n"


def drift(folder: Path = FOLDER) -> list[str]:
    """The names of the files that are missing, different, or there without a code."""
    wanted = pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def write(folder: Path = FOLDER) -> None:
    """Write every page, and take away those of codes that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for path in folder.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """Write the pages, or check them; the exit status."""
    if arguments == ["--check"]:
        stale = drift()
        for name in stale:
            print(f"docs/diagnostics/{name} is not in step with engine/dealwright/codes")
        return 1 if stale else 0
    if arguments:
        print(__doc__)
        return 2
    write()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
