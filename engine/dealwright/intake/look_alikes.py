"""Characters that look like plain ones, or that word processors put in place of plain ones.

The Unicode tables are those of one fixed version, so that every Python says the same of a text.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from unicodedata import ucd_3_2_0 as unicode

_LETTERS: Final = """
A 0391 0410 13AA A4EE|B 0392 0412 13F4 A4D0|C 0421 03F9 13DF A4DA|D 13A0 A4D3|E 0395 0415 13AC A4F0|F 03DC A4DD
G 050C 13C0 A4D6|H 0397 041D 13BB A4E7|I 0399 0406 04C0 A4F2|J 0408 037F 13AB A4D9|K 039A 041A 13E6 A4D7
L 13DE A4E1|M 039C 041C 13B7 A4DF|N 039D A4E0|O 039F 041E 0555 A4F3|P 03A1 0420 13E2 A4D1|Q 051A|R 13A1 A4E3
S 0405 054F 13DA A4E2|T 03A4 0422 13A2 A4D4|U 054D A4F4|V 0474 13D9 A4E6|W 051C 13B3 A4EA|X 03A7 0425 A4EB
Y 03A5 04AE A4EC|Z 0396 13C3 A4DC
a 03B1 0430 0251|c 0441 03F2|d 0501|e 0435|g 0261 0581|h 04BB 0570|i 03B9 0456|j 0458 03F3|k 03BA|l 04CF 0196
n 0578|o 03BF 043E 0585|p 03C1 0440|q 051B 0563|s 0455|u 03C5 057D 028B|v 03BD 0475|w 051D 0461|x 03C7 0445
y 0443 04AF 0263|z 1D22
"""
_TYPED: Final = """
" 201C 201D 201E 201F 00AB 00BB 2033 301D 301E|' 2018 2019 201A 201B 2032 02BC 00B4|- 2010 2011 2012 2013 2014 2015 2212
* 00D7 2217 22C5|/ 00F7 2215|<= 2264|>= 2265|!= 2260
"""
_CONTROLS: Final = MappingProxyType(
    {
        0x00: "nul",
        0x07: "bell",
        0x08: "backspace",
        0x0B: "vertical tab",
        0x0C: "form feed",
        0x0D: "carriage return",
        0x1A: "substitute",
        0x1B: "escape",
        0x7F: "delete",
        0x85: "next line",
    },
)


def _table(text: str) -> Mapping[str, str]:
    rows = (row.split(" ") for row in text.strip().replace("\n", "|").split("|"))
    return MappingProxyType({chr(int(code, 16)): looks for looks, *codes in rows for code in codes})


LOOKS: Final = MappingProxyType({**_table(_LETTERS), **_table(_TYPED)})
"""Letters of other scripts and typographic signs, with the plain characters that each looks like."""


def plain(character: str) -> str:
    """What was meant by a character in a rule: the plain one that it looks like or stands for, else itself."""
    if character in LOOKS:
        return LOOKS[character]
    folded = unicode.normalize("NFKC", character).replace("\u2044", "/")
    if folded.isascii():
        return folded
    digit = unicode.decimal(character, None)
    return unicode.normalize("NFC", character) if digit is None else str(int(digit))


def name_of(character: str) -> str:
    """What a character is called, with its number."""
    number = ord(character)
    name = _CONTROLS.get(number) or unicode.name(character, "character").lower()
    return f"{name}, U+{number:04X}"
