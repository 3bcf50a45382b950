"""Lines in which two columns of people and their offices have run together: "Ada Brindle - Chair Tom Orme - Clerk"."""

import re
from itertools import pairwise

from extract.people.words import TITLES, is_work

_DASH = re.compile(r"\s[–—-]\s")
_OFFICE_AND_NAME = re.compile(
    rf"(?P<role>[A-Z].*?)\s(?P<name>(?:{TITLES}\s+)*[A-ZÀ-Þ][\w’'.-]+\s(?:[A-Z]\.?\s)?[A-ZÀ-Þ][\w’'-]+)"
)


def in_columns(text: str) -> list[tuple[int, str]]:
    """The parts of a line in which two columns of "name - office" have run together, with their places; else none."""
    dashes = [*_DASH.finditer(text)]
    if len(dashes) < 2 or re.search(r"[,;]", text):
        return []
    cuts = [0]
    for dash, following in pairwise(dashes):
        both = _OFFICE_AND_NAME.fullmatch(text, dash.end(), following.start())
        if not both or not is_work(both["role"]) or is_work(both["name"]):
            return []
        cuts.append(both.start("name"))
    return [(start, text[start:end]) for start, end in pairwise([*cuts, len(text)])]
