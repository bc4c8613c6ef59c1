"""A log says what happened, day by day; what is given; what nobody knows; and through which day nothing is missing.

A log is part of a scenario, a file that people write (TOML) or machines write (JSON), or is put together in Python. It
means the same in all of them, since each becomes the lines of a scenario. A TOML file has these parts; a JSON file has
the same ones, with days as texts (`"2031-05-01"`):

    title = "a late handover"
    complete_through = 2031-08-01           # nothing before is missing; if left out, that is assumed
    unknown = ["Inspection"]                # what nobody knows

    [choosing]                              # alternatives of readings
    "Rent Anchor" = "from the handover"

    [given]                                 # what holds for the whole log
    Heating = "Gas"
    "Turnover for 2031-05" = "€5,000"
    Units = ['Unit "2B" with Floor: 2']
    '"the premises are clean"' = true       # the answer to a question

    # or, in sentences: [[given]] with says = "Heating is Gas"

    [[entry]]
    on = 2031-04-10                         # or 2031-04-10T17:00:00, in the time zone of the agreement
    says = "Handover by Landlord"           # one sentence, as in a scenario

    [[entry]]
    on = 2031-05-01
    duty = "Rent for 2031-05"
    paid = 2400
    currency = "EUR"
    recorded = 2031-05-20                   # when it became known; if left out, on the day itself

Entries stand in the order in which things happened, or all of them carry a whole number `seq` and count by day and
`seq`. An entry may say `asserted_in = "letter of May 3"`: then it is evidence, not fact. Machines may state the parts
of a sentence; the first key of each row says which sentence it is:

| keys | sentence |
|---|---|
| `event`, `by`, `with` | `Inspection by Surveyor with Passed, Cost: €350` |
| `event`, `amount`, `currency`, `by`, `to` | `Grant of €5,000 by Town to Tenant` |
| `duty`, `paid`, `currency`, `by` | `Rent for 2031-05 paid €2,400` |
| `duty`, `performed = true`, `by` | `Repairs performed by Landlord` |
| `pays`, `amount`, `currency`, `to` | `Tenant pays €2,400 to Landlord` |
| `signed`, `by`, `with` | `First Amendment signed by Landlord and Tenant` |
| `exercises`, `by`, `form`, `with` | `Tenant exercises Break by notice` |
| `waives`, `by` | `Landlord waives Handover Conditions (a)` |
| `strikes`, `until` | `court strikes section 7 until 2031-06-30` |
| `bars`, `until` | `law bars Rent until 2031-09-01` |
| `input`, `value` | `Turnover is €5,000` |
| `unknown` | `Inspection is unknown`, from that day on |
| `set`, `for`, `with` | `Handover is set for 2031-06-01` |
| `found`, `status` | `found Repairs is breached` |
| `joins`, `as` | `Ann joins as Guarantors` |
| `unordered = true` | `in no known order` |

`by` is a name or a list of names; `with` is a table of attributes. Values are what they are, and nothing is converted:
numbers, `true`, days; `{ amount = 350, currency = "EUR" }`; `{ text = "plain words" }`; and for all others a text in
words of the language: `"7.5%"`, `"5 business days"`, `"Heat Pump"`. In that table an amount may be a text of figures
too, as answers give it; anywhere else a number in quotation marks is refused.
"""

from dealwright.log.places import Form
from dealwright.log.record import A_LOG, Assumed, Log

__all__ = ["A_LOG", "Assumed", "Form", "Log"]
