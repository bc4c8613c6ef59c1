"""Keeps the parser beside the grammar of this checkout, as a wheel does, unless the one there is of this grammar.

An editable install reads the grammar each time it starts, which takes a second; with the parser kept it does not.
"""

from dealwright.read import build_saved_parser, folder
from dealwright.read.grammar import SAVED, is_current

if __name__ == "__main__":
    kept = folder("grammar") / SAVED
    if not is_current(kept):
        build_saved_parser(kept)
