"""What the model's parts check when they are made: the refusal, and the few checks they share."""

from goldthread.rendering.wording import SYMBOLS, in_words


class DocumentError(ValueError):
    """A document that would not be readable by everyone; the message names the thing and the remedy."""


def fill(target: object, *, name: str, value: object) -> None:
    """Set a field of a frozen part while it is being made."""
    object.__setattr__(target, name, value)


def require(holds: bool, message: str) -> None:
    """Raise DocumentError with the message unless the condition holds."""
    if not holds:
        raise DocumentError(message)


def require_symbol(code: str) -> None:
    """Raise DocumentError unless the code is one of the status symbols."""
    if code not in SYMBOLS:
        raise DocumentError(f"There is no status symbol {code!r}. The symbols are {in_words(list(SYMBOLS))}.")


def require_headings(headings: list[str], *, of: str) -> None:
    """Raise DocumentError unless there are headings, none of them empty, each unique whatever its case."""
    require(bool(headings), f"{of} has no columns.")
    require(all(headings), f"{of} has a column without a heading. Name every column.")
    lowered = [heading.lower() for heading in headings]
    twice = [heading for place, heading in enumerate(headings) if lowered.index(heading.lower()) != place]
    require(not twice, f"{of} has two columns named {in_words(twice)!r}. Make each heading unique.")
