"""The one reader of files."""

import errno
import os
import stat
from collections.abc import Iterable
from os import PathLike
from types import MappingProxyType
from typing import Final, TypeAlias

from dealwright.diagnostic import DealError, Diagnostic, echo, problem
from dealwright.limits import DEFAULT, Limits
from dealwright.node import node
from dealwright.source import Source, Span

_Path: TypeAlias = str | PathLike[str]

_MARK: Final = "\ufeff"
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_REASONS: Final = MappingProxyType(
    {
        errno.EACCES: "permission is denied",
        errno.EPERM: "permission is denied",
        errno.ELOOP: "its links lead round in a circle",
        errno.ENAMETOOLONG: "its path is too long",
        errno.EMFILE: "too many files are open",
        errno.ENFILE: "too many files are open",
    },
)


@node
class _Bound:
    """How large a text may be, what we call it, and the code for one that is larger."""

    most: int
    what: str
    code: str


def read_source(path: _Path, limits: Limits = DEFAULT) -> Source:
    """Read one `.deal` file.

    Args:
        path: Where it is; the source is named by it.
        limits: How large it may be.

    Raises:
        DealError: It cannot be read (family F), is too large (X101), is not in UTF-8 (S101), or is a log (S201).
    """
    source = _read(path, _Bound(limits.file_bytes, "a `.deal` file", "X101"))
    if source.name.lower().endswith((".toml", ".json")):
        advice = "a log is named with `--log`, and read with `Log.read`"
        raise DealError([problem("S201", "this is a log, and no contract", Span(source, 0, 0), help=advice)])
    return source


def read_log(path: _Path, limits: Limits = DEFAULT) -> Source:
    """Read the text of a log.

    Args:
        path: Where it is; the source is named by it.
        limits: How large it may be.

    Raises:
        DealError: It cannot be read (family F), is too large (X103), or is not in UTF-8 (S101).
    """
    return _read(path, _Bound(limits.log_bytes, "a log", "X103"))


def read_sources(paths: Iterable[_Path], limits: Limits = DEFAULT) -> tuple[Source, ...]:
    """Read all `.deal` files of a contract, in the order given.

    Raises:
        DealError: With what is wrong with each file that cannot be read, or X102 if they are too large together.
    """
    sources: list[Source] = []
    problems: list[Diagnostic] = []
    size = 0
    for path in paths:
        try:
            source = read_source(path, limits)
        except DealError as error:
            problems += error.diagnostics
            continue
        sources.append(source)
        size += _size(source.text)
        if size > limits.contract_bytes:
            message = (
                f"the files up to {echo(source.name)} have {size:,} bytes; "
                f"those of a contract may have {limits.contract_bytes:,} together"
            )
            problems.append(problem("X102", message, Span(Source(source.name, ""), 0, 0)))
            break
    if problems:
        raise DealError(problems)
    return tuple(sources)


def as_source(name: str, text: str, limits: Limits = DEFAULT) -> Source:
    """A source from a text that is already at hand, read as a file with these characters would be.

    Args:
        name: What to call the text.
        text: The characters; a byte order mark is left out and line ends are made line feeds.
        limits: How large it may be.

    Raises:
        DealError: It is too large (X101).
    """
    size = _size(text)
    if size > limits.file_bytes:
        raise _too_large(name, size, _Bound(limits.file_bytes, "a `.deal` file", "X101"))
    return _plain(name, text)


def as_log(name: str, text: str, limits: Limits = DEFAULT) -> Source:
    """The text of a log that is already at hand, read as a file with these characters would be.

    Raises:
        DealError: It is too large (X103).
    """
    size = _size(text)
    if size > limits.log_bytes:
        raise _too_large(name, size, _Bound(limits.log_bytes, "a log", "X103"))
    return _plain(name, text)


def _plain(name: str, text: str) -> Source:
    return Source(name, text.removeprefix(_MARK).replace("\r\n", "\n"))


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def _read(path: _Path, bound: _Bound) -> Source:
    name = os.fspath(path)
    try:
        data = _bytes(name, bound)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise _failure("F101", f"there is no file {echo(name)}", name) from None
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, f"the system says {errno.errorcode.get(error.errno or 0, 'no more')}")
        raise _failure("F103", f"the file {echo(name)} cannot be read: {reason}", name) from None
    return _decoded(name, data)


def _bytes(name: str, bound: _Bound) -> bytes:
    """The bytes of a regular file that is no larger than it may be; it is opened once and never waited for."""
    descriptor = os.open(name, _FLAGS)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            what = "a folder" if stat.S_ISDIR(status.st_mode) else "no regular file"
            raise _failure("F102", f"{echo(name)} is {what}", name)
        if status.st_size > bound.most:
            raise _too_large(name, status.st_size, bound)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(bound.most + 1)
    finally:
        os.close(descriptor)
    if len(data) > bound.most:
        raise _too_large(name, len(data), bound)
    return data


def _decoded(name: str, data: bytes) -> Source:
    try:
        return _plain(name, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = _plain(name, data[: error.start].decode("utf-8"))
        source = _plain(name, data.decode("utf-8", "replace"))
        byte = data[error.start]
        place = Span(source, len(before.text), len(before.text) + 1)
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    message = "the text is in UTF-16, not in UTF-8" if wide else f"the byte `{byte:02X}` is no character in UTF-8"
    letter = bytes((byte,)).decode("cp1252", "replace")
    notes = () if wide or letter == "\ufffd" else (f"in Windows-1252 it would be `{letter}`",)
    raise DealError((problem("S101", message, place, notes=notes, help="save the file as UTF-8"),))


def _too_large(name: str, size: int, bound: _Bound) -> DealError:
    return _failure(bound.code, f"{echo(name)} has at least {size:,} bytes; {bound.what} may have {bound.most:,}", name)


def _failure(code: str, message: str, name: str) -> DealError:
    """A file as a whole is at fault, so no line of it is shown."""
    return DealError((problem(code, message, Span(Source(name, ""), 0, 0)),))
