"""A document for people, and how it is put on a screen, on a page, or into a file.

What is shown of a contract, its text, a redline or its history, is first a page: headings, paragraphs, tables, notes,
each stretch of words the same in both of two texts or only in one of them. Each form is written from the same page, so
that what a lawyer reads in one is what another reads in the next. Nothing here knows what a contract is.
"""

from dealwright.paper.forms import FORMS, SUFFIXES, paper
from dealwright.paper.html import html
from dealwright.paper.markdown import markdown
from dealwright.paper.page import Block, Hand, Page, Run, Table, after, before, plain, state_of
from dealwright.paper.terminal import marked_up, terminal

__all__ = [
    "FORMS",
    "SUFFIXES",
    "Block",
    "Hand",
    "Page",
    "Run",
    "Table",
    "after",
    "before",
    "html",
    "markdown",
    "marked_up",
    "paper",
    "plain",
    "state_of",
    "terminal",
]
