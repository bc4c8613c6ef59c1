"""F: files that cannot be read or written.

Not the text is at fault but how we were asked for it, so a command ends with status 2.
"""

from typing import Final

from dealwright.codes.code import Code, Severity

TABLE: Final = (
    Code(
        code="F101",
        slug="missing-file",
        severity=Severity.ERROR,
        title="there is no such file",
        help="check the path, and the folder that it is taken from",
        finds="A path that was given leads to nothing.",
        matters=(
            "A contract is evaluated with all of its instruments or not at all: leaving one out would change the "
            "answers."
        ),
        instead="Check the path, and the folder that it is taken from.",
    ),
    Code(
        code="F102",
        slug="not-a-regular-file",
        severity=Severity.ERROR,
        title="not a regular file",
        help="name the files themselves; what comes from another program goes into a file first",
        finds="A path leads to a folder, a device, a pipe or a socket.",
        matters=(
            "Only the size of a regular file is known before it is read, and only it says the same when it is read "
            "again."
        ),
        instead="Name the files themselves. What comes from another program goes into a file first.",
    ),
    Code(
        code="F103",
        slug="unreadable-file",
        severity=Severity.ERROR,
        title="the file cannot be read",
        help="look at the permissions of the file and of the folders above it",
        finds="The system refuses to open a file or to read it, and says why.",
        matters="A contract is evaluated with all of its instruments or not at all.",
        instead="Look at the permissions of the file and of the folders above it.",
    ),
    Code(
        code="F104",
        slug="unwritable-file",
        severity=Severity.ERROR,
        title="the file cannot be written",
        help="look at the permissions of the folder, and at the room that is left",
        finds="The system refuses to write a file, and says why. What was there before is there still.",
        matters="A file that is half written says something that nobody meant.",
        instead="Look at the permissions of the folder, and at the room that is left.",
    ),
    Code(
        code="F105",
        slug="overwritten-file",
        severity=Severity.ERROR,
        title="there is such a file already",
        help="choose another name, or move the file that is there",
        finds=(
            "A new contract was to be written to a path that leads to something, or a result to one of the files that it "
            "is made from."
        ),
        matters="Nothing that somebody wrote is replaced without being asked for.",
        instead="Choose another name, or move the file that is there.",
    ),
    Code(
        code="F106",
        slug="missing-library",
        severity=Severity.ERROR,
        title="a library is missing",
        help="install the library, or ask for another form",
        finds="A file was asked for in a form that is written with a library which is not installed.",
        matters="Most who use Deal need no Word documents, and what they do not need they do not install.",
        instead="Install it as the message says, or ask for another form: HTML, Markdown and text need nothing.",
    ),
)
"""The codes of this family."""
