"""The currencies of the world and how small their smallest unit is.

The list is that of ISO 4217 as published on 1 January 2026, frozen here: a contract counts its cents the same next
year, whatever currency has come or gone since. It comes from the package `iso4217`, release 1.16.20260101, and a test
compares the two. Gold, silver, drawing rights and the like have a code and no smallest unit.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_CODES: Final = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: (
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE "
        "CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD "
        "HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK "
        "MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD "
        "RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH "
        "USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG"
    ),
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}

MINOR_UNITS: Final[Mapping[str, int]] = MappingProxyType(
    {code: decimals for decimals, codes in _CODES.items() for code in codes.split()}
)
"""How many decimals the amounts of each currency have: 2 for USD, 0 for JPY."""

WITHOUT_COINS: Final = frozenset(
    ("XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX")
)
"""The codes of what is measured, but not counted in any smallest unit."""


def is_currency(code: str) -> bool:
    """Whether three letters are the code of a currency."""
    return code in MINOR_UNITS or code in WITHOUT_COINS


def minor_units(currency: str) -> int:
    """How many decimals an amount of a currency has.

    Args:
        currency: The three letters of ISO 4217.

    Raises:
        LookupError: No currency has that code, or it has no smallest unit.
    """
    if currency not in MINOR_UNITS:
        message = f"`{currency}` is no currency with a smallest unit"
        raise LookupError(message)
    return MINOR_UNITS[currency]
