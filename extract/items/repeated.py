"""Lines that a form prints under every item, which are no titles: "Key discussion", "Outcome"."""

from collections import Counter

from extract.items.heading import Heading
from extract.items.titles import USUAL

_AGAIN = 3  # times; business by one name comes up once or twice in a meeting


def without_labels(headings: list[Heading]) -> list[Heading]:
    """The headings of minutes less those that say the same again and again and have no number.

    Usual business is no label: the minutes of three meetings in one file have "Apologies" three times.
    """
    said = Counter(_words(heading) for heading in headings if not heading.number)
    return [each for each in headings if each.number or said[_words(each)] < _AGAIN or USUAL.fullmatch(_words(each))]


def _words(heading: Heading) -> str:
    return heading.title.strip(" .:").casefold()
