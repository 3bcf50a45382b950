"""Hyphens at line ends: put in when a word was broken, or part of the word."""

import re
from collections import Counter
from collections.abc import Iterable

from models.language import words

DASHES = "-–"
_PUNCTUATION = ".,;:()'\"“”‘’"
# What a hyphen follows in words that are never written as one, or not by everybody.
_PREFIX = re.compile(r"(?:anti|co|counter|ex|mid|multi|non|post|pre|pro|re|self|semi|vice|well)", re.IGNORECASE)


def counted(texts: Iterable[str]) -> Counter[str]:
    """How often each word stands in a document, in small letters and without punctuation."""
    seen = Counter[str]()
    for text, count in Counter(texts).items():
        seen[_plain(text)] += count
    return seen


def is_broken(text: str, following: str) -> bool:
    """Whether a line's last word goes on in the next line."""
    if text.startswith(("http", "www")):
        return text.endswith(("-", "/")) and bool(following)
    if len(text) < 3 or text[-1] not in DASHES or not text[-2].isalnum():
        return False
    return following[:1].isalnum() or (following[:1] in "£$€" and text[-2].isdigit())


def is_hyphenated(text: str, following: str, seen: Counter[str]) -> bool:
    """Whether the hyphen at the end of `text` belongs to the word that `following` ends.

    How the document itself writes the word in the middle of a line tells best, what is an English word next.
    """
    if text[-1] != "-" or not text[:-1].replace("-", "").isalpha() or not following[:1].islower():
        return True
    joined, hyphenated = _plain(text[:-1] + following), _plain(text + following)
    if seen[joined] != seen[hyphenated]:
        return seen[joined] < seen[hyphenated]
    known = words()
    if (joined in known) != (hyphenated in known):
        return hyphenated in known
    return bool(_PREFIX.fullmatch(text[:-1])) or "-" in text[:-1] or (text[:-1].casefold() in known and len(text) > 4)


def _plain(text: str) -> str:
    return text.casefold().strip(_PUNCTUATION)
