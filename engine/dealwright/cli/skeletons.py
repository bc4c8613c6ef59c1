"""Small contracts to start from; each checks clean and its scenarios hold."""

from __future__ import annotations

from typing import Final

LOAN: Final = """\
# A loan, to start from. Words behind a bar are the contract's own; what they mean stands below them.

agreement {name}
    dated 2031-01-15
    between Lender and Borrower
    currency EUR
    business days target
    months rounded down
    amended only by writing signed by Lender and Borrower

party Lender
party Borrower

section 1 "Loan"
    | The Lender shall pay out EUR 10,000 within three business days after the Borrower's request.
    event Request by Borrower
    Principal means €10,000
    duty Advance
        Lender must pay Principal to Borrower
        within 3 business days after Request

section 2 "Repayment"
    | The Borrower shall repay the loan one year after the request.
    duty Repayment
        Borrower must pay Principal to Lender
        on 1 year after Request

section 3 "Default"
    | If the loan is not repaid when due, the Lender may terminate this agreement.
    power Call
        Lender may terminate
        when Repayment is breached

scenario "paid on time"
    2031-01-15 Request
    2031-01-17 Lender pays €10,000 to Borrower
    as of 2031-01-20 expect
        Advance is performed on 2031-01-17
        due date of Repayment = 2032-01-15
        Call is unavailable
"""

LEASE: Final = """\
# A lease, to start from. Words behind a bar are the contract's own; what they mean stands below them.

agreement {name}
    dated 2031-03-01
    between Landlord and Tenant
    currency EUR
    business days target
    amended only by writing signed by Landlord and Tenant

party Landlord
party Tenant

section 1 "Rent"
    | From the hand-over the Tenant shall pay a rent of EUR 2,400 by the fifth day of each month.
    event Handover
    Monthly Rent means €2,400
    duty Rent
        for each month from Handover
        Tenant must pay Monthly Rent to Landlord
        by day 5 of the month

section 2 "Outside date"
    | If the premises are not handed over by 1 May 2031, the Tenant may terminate this lease.
    power Exit
        Tenant may terminate
        when not Handover by 2031-05-01

scenario "handed over and paid"
    2031-04-01 Handover
    2031-04-03 Tenant pays €2,400 to Landlord
    as of 2031-04-06 expect
        Rent for 2031-04 is performed on 2031-04-03
        Exit is unavailable

scenario "handed over late"
    2031-05-09 Handover
    as of 2031-05-01 expect
        Exit is unavailable
    as of 2031-05-02 expect
        Exit is available
"""

KINDS: Final = {"loan": LOAN, "lease": LEASE}
