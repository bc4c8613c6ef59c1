"""The public names, and how a program uses them."""

import re
from datetime import date
from pathlib import Path

import pytest

import dealwright as dw

ROOT = Path(__file__).resolve().parent.parent / "contracts" / "patent_purchase"


def test_the_public_names_are_these() -> None:
    """A dozen names are all that a program needs; a further one is a decision."""
    assert dw.__all__ == [
        "Answer",
        "Contract",
        "DealError",
        "Diagnostic",
        "Limits",
        "Log",
        "Money",
        "Outcome",
        "Reason",
        "Status",
        "load",
        "loads",
    ]
    assert all(getattr(dw, name) is not None for name in dw.__all__)
    assert set(dw.__all__) < set(dir(dw))


def test_the_page_runs() -> None:
    """What `docs/python.md` shows is what happens."""
    text = (ROOT.parents[1] / "docs" / "python.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    exec(compile(shown, "docs/python.md", "exec"), {})  # noqa: S102 - the page is ours


def test_there_are_no_others() -> None:
    """A name that is not public is an error of the caller."""
    with pytest.raises(AttributeError, match="no attribute"):
        _ = dw.Nothing


def test_a_program_asks_the_first_contract() -> None:
    """The answer to the first question that anybody asked of it."""
    contract = dw.load(ROOT / "agreement.deal", ROOT / "amendment.deal")
    log = dw.Log.read(ROOT / "logs" / "as_it_happened.toml")
    outcome = contract.evaluate(log, as_of=date(2004, 4, 1))
    payment = outcome["Closing Payment"]
    assert payment.status is dw.Status.PERFORMED
    assert payment.due == date(2004, 3, 31)
    assert (
        payment.amount
        == dw.loads("rules R\n    currency USD\nA means $898,765.44\n")
        .evaluate(dw.Log(), as_of=date(2004, 4, 1))["A"]
        .value
    )
    assert "section 3.2 of First Amendment" in str(outcome.explain("Closing Payment"))
    assert "8.1" in str(contract.text())
