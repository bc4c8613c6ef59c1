"""Texts as they come in: the one reader of files, and a look at every character before anyone reads the words.

A file is read whole or not at all: it is a regular file, opened once, no larger than it may be, and in UTF-8. A
byte order mark and Windows line ends change nothing, so that a contract means the same whichever editor saved it.

Then each character must be what it looks like. Characters that cannot be seen or that turn the direction of writing
are refused everywhere: what people read must be what is executed. In the contract's own words, in quotations and in
comments all that can be seen is kept as it is; in a rule a smart quote, a dash, or a letter of another script that
looks like a Latin one is told, with the plain character that was meant.
"""

from dealwright.intake.characters import scan_characters
from dealwright.intake.files import as_log, as_source, read_log, read_source, read_sources

__all__ = ["as_log", "as_source", "read_log", "read_source", "read_sources", "scan_characters"]
