"""Lines that are no titles of their own: those that a form prints under every item, and titles said again."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from extract.items.heading import Heading, text_of
from extract.items.titles import USUAL
from minutes.model import Document

_PRESENTED = re.compile(r"\s[–—-]\s|[:,]")  # before who reports: "Fees – Una Keld"
_DECLARED = re.compile(r"(?:\w+ )?(?:declarations?|disclosures?) of\b", re.IGNORECASE)
_LEADER = re.compile(r"(?:\.{4,}|…{2,}|(?: \.){4,})\s*\d{1,3}$")  # of a list of contents: "Repairs ...... 4"
_LEADER_SIGNS = re.compile(r"\.{4}|……|(?: \.){4}")
_LABEL_WORDS = 6
_AGAIN = 3  # times; business by one name comes up once or twice in a meeting


def without_labels(headings: list[Heading]) -> list[Heading]:
    """The headings of minutes less those that say the same again and again and have no number.

    Usual business is no label: the minutes of three meetings in one file have "Apologies" three times.
    """
    said = Counter(_words(heading) for heading in headings if not heading.number)
    labels = {words for words, times in said.items() if times >= _AGAIN and words and not USUAL.fullmatch(words)}
    return [_apart(each, labels) for each in headings if each.number or _words(each) not in labels]


def without_contents(document: Document, headings: list[Heading]) -> list[Heading]:
    """The headings of minutes less the entries of a list of contents, where there are headings besides.

    Such an entry ends in a leader and the page that it points to.
    """
    if not _LEADER_SIGNS.search(document.text):
        return headings
    kept = [each for each in headings if not _LEADER.search(text_of(document, document.blocks[each.block]))]
    return kept if kept and len(headings) - len(kept) >= _AGAIN else headings


def _apart(heading: Heading, labels: set[str]) -> Heading:
    """A title without the label of the next line that ran into it: "12 MILL LANE – PORCH EXISTING CONDITIONS"."""
    words = _words(heading).split()
    for count in range(1, min(_LABEL_WORDS, len(words) - 1) + 1):
        label = " ".join(words[-count:])
        if label in labels and (cut := len(heading.title.rstrip(" .:")) - len(label)) > len(label):
            title = heading.title[:cut].rstrip()
            return replace(heading, title=title, end=heading.end - len(heading.title) + len(title))
    return heading


def without_echoes(headings: list[Heading]) -> list[Heading]:
    """The headings less those right below a numbered one that say it again: "Fees" under "4. Fees – Una Keld"."""
    again = {
        below.block
        for above, below in pairwise(headings)
        if above.number
        and not below.number
        and below.block == above.block + 1
        and _stems(below.title) == _stems(_PRESENTED.split(above.title)[0])
    }
    return [each for each in headings if each.block not in again]


def without_declared(headings: list[Heading]) -> list[Heading]:
    """The headings less those in which an interest is declared, below "Declarations": titles of items further down.

    The number before such a title is that of the agenda: "10. The Old Forge", which the minutes number 27.
    """
    kept: list[Heading] = []
    declaring = False
    for position, heading in enumerate(headings):
        foretold = declaring and any(_stems(heading.title) == _stems(later.title) for later in headings[position + 1 :])
        if not foretold:
            declaring = bool(_DECLARED.match(heading.title))
            kept.append(heading)
    return kept


def _stems(title: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", re.sub(r"[’']s?\b", "", title.casefold())))


def _words(heading: Heading) -> str:
    return heading.title.strip(" .:").casefold()
