"""Binding: a text in force becomes a program in which every name and citation is a key, or is told."""

import pytest

from dealwright.diagnostic import DealError
from dealwright.pipeline import loads
from dealwright.program import Program, core
from dealwright.value import Money

HEAD = """\
agreement Kiosk Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR

party Landlord
party Tenant

"""


def bound(text: str) -> Program:
    """The program of a small lease."""
    return loads(HEAD + text).program()


def told(text: str) -> list[str]:
    """The codes of what is wrong with a small lease."""
    with pytest.raises(DealError) as caught:
        loads(HEAD + text)
    return [one.code for one in caught.value.diagnostics]


def test_a_name_becomes_a_key() -> None:
    """After binding a definition refers to another by its key, and says that it reads it."""
    program = bound("Fee means €5\nDouble means 2 * Fee\n")
    body = program.terms["Double"].body
    assert isinstance(body, core.Arithmetic)
    assert body.right == core.TermValue("Fee")
    assert "term:Fee" in program.terms["Double"].reads
    fee = program.terms["Fee"].body
    assert isinstance(fee, core.Const)
    assert isinstance(fee.value, Money)


def test_terms_stand_after_what_they_read() -> None:
    """A program is in the order in which it can be worked out, whatever the order of the text."""
    assert list(bound("Double means 2 * Fee\nFee means €5\n").terms) == ["Fee", "Double"]


def test_a_citation_finds_the_norm_of_its_provision() -> None:
    """`the duty of section 1` is the norm that stands there."""
    program = bound(
        "section 1\n    duty Fee\n        Tenant must pay €5 to Landlord\n        on 2031-04-01\n"
        "section 2\n    Late means breach of the duty of section 1\n"
    )
    (key,) = program.norms
    assert f"norm:{key}" in program.terms["Late"].reads


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Double means 2 * Fee\n", ["N101"]),
        ("Fee means €5\nFee means €6\n", ["N102"]),
        ("section 1\n    Late means breach of the duty of section 9\n", ["N103"]),
        ("Fee means €5 + $5\n", ["K101"]),
        ("Fee means €5 + 2031-01-01\n", ["K102"]),
        ("A means 2 * B\nB means 2 * A\n", ["R101"]),
    ],
)
def test_what_cannot_be_bound_is_told(text: str, codes: list[str]) -> None:
    """Names, citations, kinds and circles are judged before any fact is read."""
    assert told(text) == codes
