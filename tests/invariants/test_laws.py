"""The list of the laws and the tests of them say the same."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROW = re.compile(r"^\| (V\d+) \| ([OABE]) \| (.+) \| (yes|no|yes; no) \| `(test_\w+\.py)` \|$", re.MULTILINE)
ROWS = ROW.findall((HERE / "README.md").read_text(encoding="utf-8"))
NONE = {16, 20, 29, 30, 33, 40}
"""Numbers that no law has."""


def by_law() -> dict[str, list[tuple[str, str]]]:
    """The tests by the law that their names carry: the file, and what the test says of itself."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path in sorted(HERE.glob("test_*.py")):
        for one in ast.parse(path.read_text(encoding="utf-8")).body:
            number = re.match(r"test_v(\d+)_", one.name) if isinstance(one, ast.FunctionDef) else None
            if number and isinstance(one, ast.FunctionDef):
                found.setdefault(f"V{number[1]}", []).append((path.name, ast.get_docstring(one) or ""))
    return found


TESTS = by_law()


def test_the_list_is_whole() -> None:
    """There is one row for each law, in order, and no test of a law that is not in the list."""
    numbers = [row[0] for row in ROWS]
    assert numbers == [f"V{number}" for number in range(1, 60) if number not in NONE]
    assert set(TESTS) == set(numbers)


@pytest.mark.parametrize(("law", "holds", "file"), [(row[0], row[3], row[4]) for row in ROWS])
def test_every_law_has_tests_that_name_it(law: str, holds: str, file: str) -> None:
    """The tests of a law are in the file that the list names, say its number first, and show it false where it is."""
    assert {name for name, _ in TESTS[law]} == {file}
    assert all(re.match(rf"{law}[.,] ", said) for _, said in TESTS[law])
    shown_false = ["shown false" in said for _, said in TESTS[law]]
    assert any(shown_false) == (holds != "yes")
    assert all(shown_false) == (holds == "no")
