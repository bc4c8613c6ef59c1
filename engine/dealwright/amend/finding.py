"""Words found in provisions, and others put in their place."""

from __future__ import annotations

import re

from attrs import define, evolve, field

from dealwright import model as m
from dealwright.amend.orders import Order
from dealwright.amend.targets import Target
from dealwright.text import Element, Node


def pattern_of(words: str, *, alone: bool = False, after: str = "") -> re.Pattern[str]:
    """What finds words as whole words, however they are spread over lines.

    Args:
        words: The words.
        alone: Whether a blank beside them goes with them, so that no two blanks are left where they were.
        after: A pattern of what must follow.
    """
    pieces = r"\s+".join(map(re.escape, words.split()))
    start = r"(?<!\w)" if words[:1].isalnum() else ""
    end = r"(?!\w)" if words[-1:].isalnum() else ""
    whole = f"{start}{pieces}{end}{after}"
    return re.compile(rf"(?:(?<=\s)|\A){whole} | {whole}(?=[\n.,;:)]|\Z)|{whole}" if alone else whole)


def finder(operation: m.WordChange) -> re.Pattern[str]:
    """What finds any of the words of an operation, the longest first: group `p0` is the first of its pairs."""
    after = r"(?=\s*\Z)" if operation.times == m.AT_THE_END else ""
    longest = sorted(enumerate(old for old, _ in operation.pairs), key=lambda one: -len(one[1]))
    each = (
        f"(?P<p{place}>{pattern_of(old, alone=operation.verb == 'delete', after=after).pattern})"
        for place, old in longest
    )
    return re.compile("|".join(each))


@define
class EditedWords:
    """The words of one target being changed.

    Attributes:
        operation: What is done.
        pattern: What finds the words.
        order: Who asks for it.
        target: Where.
        counts: How often each of them was found.
        result: What stands there then.
        last: The last words of the target.
        touched: The provisions whose own words were changed, outermost first.
    """

    operation: m.WordChange
    pattern: re.Pattern[str]
    order: Order
    target: Target
    counts: list[int]
    result: tuple[Element, ...] = ()
    last: m.Words = m.Words(())
    touched: list[str] = field(factory=list)

    def change(self, content: tuple[Element, ...]) -> None:
        """Change the words in all that stands."""
        self.last = last_words(content)
        self.result = self.content(content, self.target.identity)

    def content(self, content: tuple[Element, ...], identity: str) -> tuple[Element, ...]:
        """Some content with the words changed in all that stands."""
        before = sum(self.counts)
        own = [self.words(item) if isinstance(item, m.Words) else item for item in content]
        if sum(self.counts) > before:
            self.touched.append(identity)
        return tuple(self.node(item) if isinstance(item, Node) and not item.gone else item for item in own)

    def node(self, node: Node) -> Node:
        """A provision with the words changed in it."""
        before = len(self.touched)
        content = self.content(node.content, node.identity)
        own = node.identity in self.touched[before:]
        if len(self.touched) == before:
            return node
        return evolve(node, content=content, origins=(*node.origins, self.order.origin) if own else node.origins)

    def words(self, words: m.Words) -> m.Words:
        """Words with some of them changed."""
        if self.operation.times == m.AT_THE_END and words is not self.last:
            return words
        text, count = self.pattern.subn(self.instead, "\n".join(words.lines))
        return evolve(words, lines=tuple(text.split("\n"))) if count else words

    def instead(self, match: re.Match[str]) -> str:
        """What stands in the place of the words found."""
        place = next(place for place in range(len(self.counts)) if match[f"p{place}"] is not None)
        self.counts[place] += 1
        found, new = match[0], self.operation.pairs[place][1]
        match self.operation.verb:
            case "insert after":
                return f"{found}{_gap(new)}{new}"
            case "insert before":
                return f"{new} {found}"
            case _:
                return new


def last_words(content: tuple[Element, ...]) -> m.Words:
    """The last words that stand in some content."""
    for item in reversed(content):
        if isinstance(item, m.Words):
            return item
        if isinstance(item, Node) and not item.gone:
            found = last_words(item.content)
            if found.lines:
                return found
    return m.Words(())


def _gap(new: str) -> str:
    """What stands between words and those put after them: nothing before a comma or a full stop."""
    return "" if new[:1] in ",.;:)" else " "
