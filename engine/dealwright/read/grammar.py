"""The grammar as data, and the parser that is made from it.

The grammar is five files read as one text. Making a parser from it takes a second, so a parser may be made once, when the
package is built, and kept beside the grammar with a digest of the text it was made from; a kept parser whose digest does
not match is not used.
"""

from __future__ import annotations

import gc
import hashlib
import io
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from lark import Lark

from dealwright.read.layout import Layout

PARTS = ("deal", "rules", "logs", "expressions", "tokens")
SAVED = "deal.parser"
_DIGEST_LENGTH = 64


def folder(kind: str) -> Path:
    """The folder of data of a kind, `grammar` or `contracts`: inside the package, else beside the engine in a checkout."""
    inside = Path(str(files("dealwright").joinpath(kind)))
    return inside if inside.is_dir() else inside.parents[2] / kind


@cache
def grammar_text() -> str:
    """The whole grammar as one text."""
    here = folder("grammar")
    return "\n".join((here / f"{part}.lark").read_text(encoding="utf-8") for part in PARTS)


def make_parser(builder: object, layout: Layout, *, strict: bool = False) -> Lark:
    """A parser made from the grammar's text; `strict` also proves it free of conflicts."""
    options: dict[str, Any] = {"parser": "lalr", "lexer": "basic", "maybe_placeholders": True}
    return Lark(grammar_text(), postlex=layout, transformer=builder, strict=strict, **options)


def build_saved_parser(target: Path) -> None:
    """Make the parser and keep it in a file, after a digest of the grammar that it was made from."""
    kept = io.BytesIO()
    make_parser(None, Layout()).save(kept)
    target.write_bytes(_digest() + kept.getvalue())


def load_parser(builder: object, layout: Layout) -> Lark:
    """The kept parser if there is one for this grammar, else one made now."""
    kept = folder("grammar") / SAVED
    if kept.is_file():
        content = kept.read_bytes()
        if content[:_DIGEST_LENGTH] == _digest():
            collecting = gc.isenabled()
            gc.disable()
            try:
                return Lark.__new__(Lark)._load(io.BytesIO(content[_DIGEST_LENGTH:]), transformer=builder, postlex=layout)  # noqa: SLF001
            finally:
                if collecting:
                    gc.enable()
    return make_parser(builder, layout)


def _digest() -> bytes:
    """The digest of the grammar's text."""
    return hashlib.sha256(grammar_text().encode()).hexdigest().encode()
