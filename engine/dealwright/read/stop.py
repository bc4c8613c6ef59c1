"""Why reading stops at a word: what is told, and where.

Some mistakes show in the words alone, before any sentence is looked at: lines that stand at no level, parentheses
without a fellow, words run together, and whatever is longer or deeper than it may be.
"""

from __future__ import annotations


class Stop(Exception):
    """A mistake that shows in the words alone."""

    def __init__(self, code: str, message: str, start: int, end: int, advice: str = "") -> None:
        """Keep what is told, and the offsets of what it is about."""
        super().__init__(code, message, start, end, advice)
        self.code, self.message, self.start, self.end, self.advice = code, message, start, end, advice
