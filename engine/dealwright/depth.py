"""Room for the longest chain that a text may hold.

A sum may have a thousand terms, and expressions nest sixty-four deep; both are limits that the reader keeps. Walking such a
chain takes more frames than Python allows by default, so what walks expressions asks for room, and gives it back.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_FRAMES = 20_000


@contextmanager
def room() -> Iterator[None]:
    """Enough frames for the longest chain, for as long as the work takes."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _FRAMES))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
