"""How Sphinx builds the documentation."""

from dealwright import __version__

project = "Deal"
author = "the Deal contributors"
release = __version__
extensions = ["myst_parser"]
html_theme = "furo"
html_title = f"Deal {__version__}"
highlight_language = "deal"
myst_heading_anchors = 4
exclude_patterns = ["_build"]
