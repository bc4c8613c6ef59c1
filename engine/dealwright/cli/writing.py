"""Files that the command writes: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dealwright.diagnostic import DealError


def write(path: Path, data: bytes, read: Iterable[str | Path] = ()) -> None:
    """Write a file: what was there before is there until all of it is written.

    Args:
        path: Where to.
        data: What.
        read: The files that it is made from, none of which it may take the place of.

    Raises:
        DealError: The system refuses it, or it would take the place of something that is not to be replaced.
    """
    import tempfile

    if path.exists() and not path.is_file():
        raise refused(path, "F104", "it is no regular file")
    if path.exists() and any(_is_same(path, Path(one)) for one in read):
        raise refused(path, "F105", "it is one of the files that it would be made from")
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            if path.exists():
                Path(name).chmod(path.stat().st_mode & 0o7777)
            else:
                mask = os.umask(0)
                os.umask(mask)
                Path(name).chmod(0o666 & ~mask)
            Path(name).replace(path.resolve() if path.is_symlink() else path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as trouble:
        why = (trouble.strerror or "the system refuses it").lower()
        raise refused(path, "F104", f"it cannot be written: {why}") from None


def _is_same(path: Path, other: Path) -> bool:
    """Whether two paths lead to one file, or one of them to a folder that the other is in."""
    if other.is_dir():
        return other.resolve() in path.resolve().parents and path.suffix == ".deal"
    return other.exists() and path.samefile(other)


def refused(path: Path, code: str, why: str) -> DealError:
    """That a file is not written."""
    from dealwright.diagnostic import DealError, echo, problem
    from dealwright.source import Source, Span

    return DealError([problem(code, f"{echo(str(path))} is not written: {why}", Span(Source(str(path), ""), 0, 0))])
