"""What a page is before it is put in order: words with their places, and the lines ruled on it."""

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(slots=True)
class PageWord:
    """A word on a page; points from the top left corner."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    glue: bool = False  # no space before it
    underlined: bool = False  # with all of its line; such words are bold, too
    garbled: int = (
        0  # how many of its letters are not those that are seen, since their font does not say which they are
    )
    confidence: float | None = None  # of text recognition, 0 to 1; null where the text is the file's own
    drawn: tuple[float, float, float, float] | None = None  # its box as displayed, where the page was set upright
    room: float | None = None  # where a note begins beside it, to the left of which its text is broken to lines
    middle: float = field(init=False)  # between top and bottom; asked for far too often to be a property

    def __post_init__(self) -> None:
        self.middle = (self.top + self.bottom) / 2


class Ruling(NamedTuple):
    """A horizontal or vertical line: one of its two extents is (nearly) zero."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass
class Page:
    """One page as drawn. Words are in the order in which the file holds them."""

    number: int  # from 1
    width: float
    height: float
    words: list[PageWord]
    rulings: list[Ruling] = field(default_factory=list)
    pictures: int = 0
    recognised: bool = False  # words of it were read by text recognition
    unread: bool = False  # it shows something that was not read
