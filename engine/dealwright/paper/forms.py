"""The forms that a page can have, by name and by the end of a file's name."""

from __future__ import annotations

from typing import Final

from dealwright.paper.html import html
from dealwright.paper.markdown import markdown
from dealwright.paper.page import Page
from dealwright.paper.terminal import terminal

FORMS: Final = ("text", "markdown", "html", "docx")
"""The names of the forms."""

SUFFIXES: Final = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
}
"""The form of a file, by the end of its name."""


def paper(page: Page, form: str) -> bytes:
    """A page in a form, the same bytes each time.

    Args:
        page: The page.
        form: One of `FORMS`.

    Raises:
        DealError: What writes this form is not installed.
    """
    if form == "docx":
        from dealwright.paper.docx import docx

        return docx(page)
    return {"text": terminal, "markdown": markdown, "html": html}[form](page).encode("utf-8")
