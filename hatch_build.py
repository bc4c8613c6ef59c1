"""Packs the built parser into the wheel, so that the installed `deal` need not build it at start."""

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SAVED_PARSER = "dealwright/grammar/deal.parser"
"""Where the saved parser stands in the wheel."""


class SaveParser(BuildHookInterface[Any]):
    """Builds the parser in a folder of its own, which goes when the wheel is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the parser, unless this is an editable install, which reads the grammar itself."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "engine"))
        try:
            if find_spec("dealwright.read") is None:
                return
            build = getattr(import_module("dealwright.read"), "build_saved_parser", None)
        finally:
            del sys.path[0]
        if build is None:
            return
        self._folder = TemporaryDirectory()
        saved = Path(self._folder.name) / "deal.parser"
        build(saved)
        build_data["force_include"][str(saved)] = SAVED_PARSER

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the folder in which the parser was built."""
        del version, build_data, artifact_path
        if hasattr(self, "_folder"):
            self._folder.cleanup()
