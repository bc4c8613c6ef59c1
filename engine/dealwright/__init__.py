"""Deal reads contracts that change, and says who owes what to whom by when, and why.

A `.deal` file stands beside a contract's own words, section by section; an amendment is a second
file whose operations stand beside its own sentences. Dealwright puts the two together, checks the
result, plays a log of dated facts through it, and answers with the section and the amending
section behind every answer.
"""

__version__ = "0.1.0"
