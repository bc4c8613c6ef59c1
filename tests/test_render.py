"""The report for people: what calls for somebody comes first, and nothing that matters is left out."""

from datetime import date

from dealwright.explain import Reason
from dealwright.log import Log
from dealwright.outcome import Outcome
from dealwright.pipeline import loads
from dealwright.render import outcome_text, outcomes_table, reason_text

LEASE = """\
agreement Bakery Lease
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR
    business days target

party Landlord
party Tenant

section 1
    event Handover
    input Share: number
    Half means Share / 2
    duty Rent
        Tenant must pay €365 to Landlord
        on 10 days after Handover
        interest at 10% a year on actual/365
    duty Insurance
        Tenant must deliver "proof of insurance" to Landlord
        by 2031-12-01
    duty Later
        Tenant must pay €5 to Landlord
        on 2 business days after Handover
        when Sublease
    duty Repairs
        for each Handover
        Landlord must "repair"
        within 90 days after the Handover
    prohibition Subletting
        Tenant must not cause Sublease
    event Sublease
    warranty Title
        Landlord warrants to Tenant
            (i) "it owns the premises"
        made on 2031-03-10, Handover
    warranty Sound
        Landlord warrants to Tenant
            (i) no Handover
        made on 2031-03-10, Handover
"""


def found(as_of: date, *entries: str, log: Log | None = None) -> Outcome:
    """The outcome of a lease."""
    told = log or Log()
    for entry in entries:
        day, _, says = entry.partition(" ")
        told = told.on(date.fromisoformat(day), says)
    return loads(LEASE).evaluate(told, as_of)


def test_a_report() -> None:
    """The day, the text, what was assumed; what is due; each kind of term; what only waits together; the history."""
    outcome = found(date(2031, 6, 11), "2031-05-22 Handover", '2031-06-01 asserted in "a letter": Sublease',
                    '2031-07-01 asserted in "another letter": Sublease')  # fmt: skip
    text = outcome_text(outcome)
    for words in (
        "Bakery Lease, as of 2031-06-11: in force\n  text in force: Bakery Lease\n",
        "  counted: business days of target",
        "  next days on which something may change: 2031-08-21",
        "What is due\n  2031-06-01  Rent: Tenant to Landlord, 365.00 EUR outstanding, breached\n",
        "  2031-12-01  Insurance: Tenant to Landlord\n",
        "Duties\n  Rent                                  was breached on 2031-06-01 by Tenant; amount 365.00 EUR;",
        "interest 1.00 EUR",
        "  Repairs for 1                         due on 2031-08-20\n",
        "  pending: Later\n",
        "Prohibitions\n  in force: Subletting\n",
        "Warranties\n  Sound                                 2031-03-10: true, 2031-05-22: false\n",
        "  not known to be true: Title\n",
        "Definitions\n  Half                                  unknown; would be settled by Share\n",
        "  2031-06-01  at the end of the day, Rent is breached  [section 1 of Bakery Lease]\n",
        'Evidence, which is no fact\n  2031-06-01 asserted in "a letter": Sublease\n',
    ):
        assert words in text, words
    assert "another letter" not in text
    assert "Repairs  " not in text
    assert max(map(len, text.splitlines())) < 130


def test_who_holds_a_power() -> None:
    """A power that is available names those who may exercise it, alone or together."""
    more = (
        "    power Exit\n        Tenant or Landlord may terminate\n        until 2031-12-01\n"
        "    power Undoing\n        Tenant and Landlord may jointly terminate\n        until 2031-12-01\n"
    )
    text = outcome_text(loads(LEASE + more).evaluate(Log(), date(2031, 5, 1)))
    assert (
        "Exit                                  available since 2031-03-01, to either of Tenant and Landlord\n" in text
    )
    assert "Undoing                               available since 2031-03-01, to Tenant and Landlord together\n" in text


def test_some_terms_only() -> None:
    """Whoever asks for one term gets one line; one that is not there gets none."""
    outcome = found(date(2031, 6, 11), "2031-05-22 Handover")
    assert outcome_text(outcome, ["Title", "Nothing"]) == (
        "Title                                 2031-03-10: not known, 2031-05-22: not known; would be settled by "
        '"it owns the premises"\n'
    )


def test_money_by_party_and_currency() -> None:
    """Each party's payments and receipts, and what was paid in full."""
    text = outcome_text(found(date(2031, 6, 1), "2031-05-22 Handover", "2031-05-23 Rent paid €365"))
    assert "  Tenant                                paid 365.00 EUR\n" in text
    assert "  Landlord                              received 365.00 EUR\n" in text
    assert "was performed on 2031-05-23; 365.00 EUR paid in full" in text
    text = outcome_text(found(date(2031, 6, 1), "2031-05-23 Rent paid €65"))
    assert "Rent                                  pending; paid 65.00 EUR" in text


def test_what_differs() -> None:
    """Terms that stand alike are left out; one that is only in one outcome says so."""
    first, second = found(date(2031, 5, 1)), found(date(2031, 5, 1), "2031-04-30 Handover")
    assert outcomes_table(first, first) == ()
    rows = {name: (before, after) for name, before, after in outcomes_table(first, second)}
    assert rows["Rent"] == ("pending", "due on 2031-05-10; amount 365.00 EUR; outstanding 365.00 EUR")
    assert rows["Repairs for 1"] == ("not there", "due on 2031-07-29")
    assert "Insurance" not in rows


def test_reasons_are_cut() -> None:
    """A tree is shown whole, or down to some level."""
    reason = Reason("a", children=(Reason("b", children=(Reason("c"),)),))
    assert reason_text(reason) == "a\n    - b\n        - c\n"
    assert reason_text(reason, 1) == "a\n    - b\n"
