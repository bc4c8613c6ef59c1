"""Every kind of mistake that we tell a drafter about, by its code.

Each family is a table in a module of its own, one literal a code, and `CODES` is all of them. A new code is a new
row there; its documentation page, its place in `deal explain` and its severity all come from that row.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dealwright.codes import (
    amendments,
    drafting_changes,
    drafting_documents,
    drafting_rules,
    drafting_terms,
    evaluation,
    files,
    internal,
    kinds,
    limits,
    logs,
    names,
    rules,
    source_syntax,
    waivers,
)
from dealwright.codes.code import Code, Severity
from dealwright.codes.page import FAMILIES, page_of

__all__ = ["CODES", "FAMILIES", "Code", "Severity", "page"]

_TABLES: Final = (
    source_syntax.TABLE,
    names.TABLE,
    kinds.TABLE,
    rules.TABLE,
    amendments.TABLE,
    waivers.TABLE,
    drafting_terms.TABLE,
    drafting_documents.TABLE,
    drafting_rules.TABLE,
    drafting_changes.TABLE,
    logs.TABLE,
    evaluation.TABLE,
    limits.TABLE,
    files.TABLE,
    internal.TABLE,
)

CODES: Final[Mapping[str, Code]] = MappingProxyType({code.code: code for table in _TABLES for code in table})
"""All codes, family by family."""


def page(code: str) -> str:
    """The page of a code, as Markdown.

    Args:
        code: For example `R401`.

    Raises:
        KeyError: If there is no such code.
    """
    return page_of(CODES[code])
