"""One thing to tell a drafter."""

from attrs import Attribute, field

from dealwright.codes import CODES, Severity
from dealwright.limits import DEFAULT, Limits
from dealwright.node import node
from dealwright.source import Span, visible


@node
class Place:
    """Where something stands, and under which headings.

    Attributes:
        span: The words.
        label: What these words are in the story that the diagnostic tells, such as "the other price".
        trail: The headings from the instrument down, such as `("Bakery Lease", "Article 3", "Section 3.4")`.
    """

    span: Span
    label: str = ""
    trail: tuple[str, ...] = ()


@node
class Diagnostic:
    """One thing to tell a drafter.

    Attributes:
        code: A code of `dealwright.codes.CODES`; the severity follows from it.
        message: One sentence in lower case without a full stop; the person's words in backticks.
        place: What it is about.
        also: Further places that it takes to understand it, each with its own label and headings.
        notes: Facts that explain it, a sentence or a small drawing each.
        help: What would mend it.
    """

    code: str = field()
    message: str
    place: Place
    also: tuple[Place, ...] = ()
    notes: tuple[str, ...] = ()
    help: str = ""

    @code.validator
    def _is_known(self, _attribute: "Attribute[str]", code: str) -> None:
        if code not in CODES:
            message = f"there is no diagnostic code {code!r}"
            raise ValueError(message)

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return CODES[self.code].severity


def problem(
    code: str,
    message: str,
    span: Span,
    *,
    also: tuple[Place, ...] = (),
    notes: tuple[str, ...] = (),
    help: str = "",  # noqa: A002 - the word that stands before it on the screen
    trail: tuple[str, ...] = (),
) -> Diagnostic:
    """A diagnostic about one stretch of text; without help of its own it carries that of its code.

    Raises:
        ValueError: If there is no such code.
    """
    return Diagnostic(
        code, message, Place(span, trail=trail), also, notes, help or (CODES[code].help if code in CODES else "")
    )


def echo(words: str, limits: Limits = DEFAULT) -> str:
    """The person's own words for use in a message.

    Returns:
        The words in backticks, on one line, with what cannot be seen spelt out, and cut after 160 characters.
    """
    return f"`{shown(words, limits)}`"


def shown(words: str, limits: Limits = DEFAULT) -> str:
    """The person's own words as `echo` gives them, without the backticks."""
    seen = visible(words[: limits.echo + 1])
    return seen if len(seen) <= limits.echo else f"{seen[: limits.echo - 1]}…"


def with_article(noun: str) -> str:
    """A noun with its article: `an effect`, `a duty`."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
