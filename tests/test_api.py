"""The public names, and how a program uses them."""

import re
from collections.abc import Callable
from datetime import date, datetime
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


LEASE = """
agreement Lease
    dated 2031-01-01
    between A and B
    currency EUR
party A
party B
Rent means €5
"""
DAY = date(2031, 5, 8)


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (lambda: dw.load(3), "paths"),  # type: ignore[arg-type]
        (lambda: dw.load(["a.deal", "b.deal"]), "each as an argument of its own"),  # type: ignore[arg-type]
        (lambda: dw.load("a.deal", limits=3), "limits"),  # type: ignore[arg-type]
        (lambda: dw.load("a.deal", limits=None), "limits"),  # type: ignore[arg-type]
        (lambda: dw.loads(3), "text"),  # type: ignore[arg-type]
        (lambda: dw.loads(b"agreement Lease"), "text"),  # type: ignore[arg-type]
        (lambda: dw.loads(Path("a.deal")), "`load` reads a file"),  # type: ignore[arg-type]
        (lambda: dw.loads(LEASE, name=3), "name"),  # type: ignore[arg-type]
        (lambda: dw.loads(LEASE, choices="x"), "choices"),  # type: ignore[arg-type]
        (lambda: dw.loads(LEASE, choices={"Count": 3}), "choices"),  # type: ignore[dict-item]
        (lambda: dw.loads(LEASE).choosing([("a", "b")]), "choices"),  # type: ignore[arg-type]
        (lambda: dw.loads(LEASE).under("First Amendment"), "names"),
        (lambda: dw.loads(LEASE).under(None), "names"),  # type: ignore[arg-type]
        (lambda: dw.loads(LEASE).under([3]), "names"),  # type: ignore[list-item]
        (lambda: dw.loads(LEASE).evaluate(None, DAY), "log"),  # type: ignore[arg-type]
        (lambda: dw.loads(LEASE).evaluate("log.toml", DAY), "log"),  # type: ignore[arg-type]
        (lambda: dw.loads(LEASE).evaluate({}, DAY), "log"),  # type: ignore[arg-type]
        (lambda: dw.loads(LEASE).evaluate(dw.Log(), "2031-05-08"), "as_of"),  # type: ignore[arg-type]
        (lambda: dw.loads(LEASE).evaluate(dw.Log(), None), "as_of"),  # type: ignore[arg-type]
        (lambda: dw.loads(LEASE).evaluate(dw.Log(), datetime(2031, 5, 8)), "as_of.date()"),  # noqa: DTZ001
        (lambda: dw.loads(LEASE).evaluate(dw.Log(), DAY, text_as_of="x"), "text_as_of"),  # type: ignore[arg-type]
        (lambda: dw.loads(LEASE).evaluate(dw.Log(), DAY, known_by="x"), "known_by"),  # type: ignore[arg-type]
        (lambda: dw.loads(LEASE).text(DAY), "`as_of` and `log` belong together"),
        (lambda: dw.loads(LEASE).text(log=dw.Log()), "`as_of` and `log` belong together"),
        (lambda: dw.loads(LEASE).history(3), "of"),  # type: ignore[arg-type]
        (lambda: dw.loads(LEASE).history("section 1", as_of=DAY), "`as_of` and `log` belong together"),
        (lambda: dw.loads(LEASE).evaluate(dw.Log(), DAY).explain(3), "name"),  # type: ignore[arg-type]
        (lambda: dw.Log.read(3), "path"),  # type: ignore[arg-type]
        (lambda: dw.Log.read("a.toml", limits=3), "limits"),  # type: ignore[arg-type]
        (lambda: dw.Log.parse(b""), "`Log.read` reads a file"),  # type: ignore[arg-type]
        (lambda: dw.Log.parse("", "yaml"), "form"),  # type: ignore[arg-type]
        (lambda: dw.Log.parse("", name=3), "name"),  # type: ignore[arg-type]
        (lambda: dw.Log().complete("2031-05-08"), "through"),  # type: ignore[arg-type]
        (lambda: dw.Log(complete_through="2031-05-08"), "complete_through"),  # type: ignore[arg-type]
        (lambda: dw.Log([{"on": DAY}]), "entries"),  # type: ignore[arg-type]
        (lambda: dw.Log("Handover"), "entries"),  # type: ignore[arg-type]
        (lambda: dw.Log(given=("x",)), "given"),  # type: ignore[arg-type]
        (lambda: dw.Log(unknown=("x",)), "unknown"),  # type: ignore[arg-type]
        (lambda: dw.Log(choices={"Count": "x"}), "choices"),  # type: ignore[arg-type]
        (lambda: dw.Money(2.5, "EUR"), "2.5 is no exact number"),
        (lambda: dw.Money(1, 3), "currency"),  # type: ignore[arg-type]
        (lambda: dw.Money(1, "EUR") + 3, "3 is no Money"),  # type: ignore[operator]
        (lambda: dw.Money(1, "EUR") < 3, "3 is no Money"),  # type: ignore[operator]
        (lambda: dw.Limits(line="5"), "line"),  # type: ignore[arg-type]
        (lambda: dw.Limits.lowered(line=5.5), "line"),
        (lambda: dw.Limits(first_day=None), "first_day"),  # type: ignore[arg-type]
        (lambda: dw.DealError(3), "diagnostics"),  # type: ignore[arg-type]
        (lambda: dw.DealError("x"), "diagnostics"),  # type: ignore[arg-type]
    ],
)
def test_an_argument_of_another_kind_is_told_by_its_name(call: Callable[[], object], named: str) -> None:
    """A `TypeError` says which argument it is, what was given and what to give; nothing was done before."""
    with pytest.raises(TypeError) as told:
        call()
    said = str(told.value)
    assert named in said
    assert "give" in said or "is no" in said
    assert len(said) < 400


def test_a_choice_that_there_is_not_is_told_when_the_contract_is_read() -> None:
    """No alternative is taken silently for another."""
    with pytest.raises(dw.DealError, match="no reading `Month Count`"):
        dw.loads(LEASE, choices={"Month Count": "it counts"})


def test_a_name_that_no_answer_has() -> None:
    """A wrong name is answered with near ones."""
    outcome = dw.loads(LEASE).evaluate(dw.Log(), DAY)
    with pytest.raises(KeyError, match="there is 'Rent'"):
        _ = outcome["Rant"]
    with pytest.raises(KeyError, match="no term is called 3"):
        _ = outcome[3]  # type: ignore[index]
