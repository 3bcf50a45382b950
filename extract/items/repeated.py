"""Lines that a form prints under every item, which are no titles: "Key discussion", "Outcome"."""

from collections import Counter

from extract.items.heading import Heading

_AGAIN = 3  # times; business by one name comes up once or twice in a meeting


def without_labels(headings: list[Heading]) -> list[Heading]:
    """The headings of minutes less those that say the same again and again and have no number."""
    said = Counter(_words(heading) for heading in headings if not heading.number)
    return [heading for heading in headings if heading.number or said[_words(heading)] < _AGAIN]


def _words(heading: Heading) -> str:
    return heading.title.strip(" .:").casefold()
