"""The text in force: the provisions that stand on some day, what they say and who wrote them.

The model holds instruments as they were written, one after the other. People who live by a contract want to read it as
it stands: the lease with its amendments put in. This is that text: bodies of provisions, each with an identity that
outlasts renumbering and replacement, tombstones where something was taken out, and the origin of every change. Nothing
here changes a text; that is what amendments do.
"""

from dealwright.text.bodies import Body, Placed, Removed, defined_names, items
from dealwright.text.finding import Found, Missing, Several, spoken
from dealwright.text.nodes import (
    ANNEXES,
    DECLARATIONS,
    Declaration,
    Element,
    Gone,
    Node,
    Origin,
    declared_name,
    steps_of,
)
from dealwright.text.places import Spot, spots
from dealwright.text.whole import Text
from dealwright.text.writing import GONE_WORDS, OPERATIONS, Naming, body_of, node_of, within

__all__ = [
    "ANNEXES",
    "DECLARATIONS",
    "GONE_WORDS",
    "OPERATIONS",
    "Body",
    "Declaration",
    "Element",
    "Found",
    "Gone",
    "Missing",
    "Naming",
    "Node",
    "Origin",
    "Placed",
    "Removed",
    "Several",
    "Spot",
    "Text",
    "body_of",
    "declared_name",
    "defined_names",
    "items",
    "node_of",
    "spoken",
    "spots",
    "steps_of",
    "within",
]
