"""Bare figures that are told as a level or as a change of one: "was running at 90 this year", "was down by 20"."""

import re

from spacy.tokens import Span

from extract.counting.names import name_of
from extract.counting.said import Said
from extract.quantities.figures import Quantity
from extract.quantities.nouns import singular

# "Theft was down by 12, but fraud was up by 40"
_MOVED_BY = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|went|gone|goes) (?:up|down)(?: by)?"
    r"|\b(?:rose|risen|fell|fallen|grew|grown|increased|decreased|dropped|declined) by)\s(?:about |over |just )?$"
)
_CLAUSE_ENDS = re.compile(
    r"\s*(?:[.;)]|,(?!\d)|$)|\s(?:and|but|on|over|from|compared|against|since|this|last|while|in)\b"
)
# "ran at 41 this season", "had stood at 60 since 2011"
_THIS_TIME = re.compile(
    r"\s(?:in )?(?:this|last|the (?:last|previous|same)) (?:year|season|month|quarter|week|term|time)\b"
)
_AT = re.compile(r"\b(?:at|to|is|are|was|were|of|from)\s(?:about |around |over |just |only )?$")
_LEVEL = re.compile(
    r"\b(?:st(?:ood|ands?)|remain(?:s|ed)?|peak(?:s|ed)|estimated|now) at\s(?:about |around |over |just |only )?$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\s*(?:[.;)]|,(?!\d)|$)|\s(?:and|but|since|in|for|on|compared|against|at the end)\b")
_OF_WHAT = re.compile(r"\b(?P<what>[a-z]{3,}s) of\s$")
# "The number of late ferries had been nine"
_NUMBER_OF = re.compile(
    r"\b[Nn]umber of (?P<what>[a-z][\w’' -]{2,40}?) (?:was|were|is|has been|had been|stood at|rose to|fell to|reached)"
    r" (?:now |about |only |just )?$"
)
# "satisfaction was 6.8 out of 10"
_OUT_OF = re.compile(r"\sout of (?:5|10|100|five|ten|a hundred)\b(?! [a-z]{3,}s\b)")


def by_level(text: str, quantity: Quantity, span: Span) -> Said | None:
    """What a bare figure measures that is the level of something, or by how much that went up or down."""
    before, end = text[: quantity.start], quantity.end
    if told := _NUMBER_OF.search(before):
        what = told["what"]
        return Said(singular(what.split()[-1]), what) if _CLAUSE_ENDS.match(text, end) else None
    if _MOVED_BY.search(before) and _CLAUSE_ENDS.match(text, end):
        return Said(None, name_of(span, None))
    if _AT.search(before) and _THIS_TIME.match(text, end):
        what = _OF_WHAT.search(before)
        return Said(singular(what["what"]) if what else None, name_of(span, None))
    return Said(None, name_of(span, None)) if _LEVEL.search(before) and _SINCE.match(text, end) else None


def is_scored(text: str, quantity: Quantity) -> bool:
    """Whether a figure with a decimal is a score out of so many: "6.8 out of 10"."""
    return quantity.least != int(quantity.least) and bool(_OUT_OF.match(text, quantity.end))
