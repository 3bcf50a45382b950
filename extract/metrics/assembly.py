"""Figures of the meeting itself: who was represented, what a vote needs, who is to hold office, how long it took."""

import re

from extract.quantities.figures import Quantity

_TELLING = ("prox", "represented", "voting right", "vot", "meeting", "if ", "elect", "nominat", "acclaim", "appoint")
# "of 40 lots 22 were represented", "four proxies": sentences whose counts and shares are of those who may vote
_REPRESENTED = re.compile(
    r"\b(?:homes|households|homeowners|houses|lots|members|owners|properties|shareholders|shares|units)"
    r" (?:(?:were|was|are) )?represented(?! (?:the|our|us|an?|by|in(?! person)|on)\b)"
    r"|\bprox(?:y (?:votes?|forms?|cards?)|ies)\b|\bvoting rights\b",
    re.IGNORECASE,
)
_VOTE = re.compile(r"\bvot(?:e[ds]?|ing|ers)\b", re.IGNORECASE)
_POLLED = re.compile(r"\b(?:elections?|electorate|turn(?:ed )?out|turnout|referendum|candidates|likely to vote)\b")
# "60% of the voters", "50% of Guild members": whose share a vote has or needs
_OF_VOTERS = re.compile(
    r"\s(?:of )?(?:(?:the|all|its|our|those|eligible|remaining|[A-Z][\w&-]*|\d+) ){0,4}(?:attend(?:ees|ants)|delegates"
    r"|homeowners|members|owners|participants|shareholders|votes?\b|voters|[A-Z]{2,6} to vote)\b"
)
_MAJORITY = re.compile(r"\bmajority\b[^.;]{0,20}$", re.IGNORECASE)
# "The meeting ran for just over 2.5 hours, against the 3 hours of May's"
_LASTED = re.compile(r"\bmeetings?\b[^.;]{0,30}?\b(?:ran|running|lasted|lasting|took|went on)\b")
_LENGTH = re.compile(r"\s(?:hours?|hrs?|minutes|mins)\b")
# "If we have six crews": how many there might be
_SUPPOSED = re.compile(
    r"\b[Ii]f (?:we|there|they|you|it) (?:have|has|had|are|is|were|get|got) (?:only |just |at least )?$"
)
# "Two new trustees were elected", "the floor was opened for nominations for 3 wardens"
_TO_OFFICE = re.compile(
    r"\s(?:[a-z-]+\s){0,2}(?:members|directors|trustees|officers|delegates|representatives) (?:were|are|have been"
    r"|had been|will be|to be) (?:re-?)?(?:elected|nominated|acclaimed|co-?opted|appointed)\b"
)
_NOMINATED = re.compile(r"\bnominations? (?:for|of) $", re.IGNORECASE)
_SEATS = 12  # more are hardly elected at once


def of_assembly(text: str, quantity: Quantity) -> bool:
    """Whether a figure of minutes is of the meeting, its votes or its offices, and of nothing that it is about."""
    small = text.lower()
    if not any(word in small for word in _TELLING):
        return False
    before, end = text[: quantity.start], quantity.end
    if quantity.unit not in (None, "%"):
        return False
    if _REPRESENTED.search(text):
        return True
    if quantity.unit == "%":
        voted = _VOTE.search(text) and not _POLLED.search(text)
        return bool(voted and (_OF_VOTERS.match(text, end) or _MAJORITY.search(before)))
    if _LENGTH.match(text, end) and _LASTED.search(before):
        return True
    if _SUPPOSED.search(before):
        return True
    return quantity.least <= _SEATS and bool(_TO_OFFICE.match(text, end) or _NOMINATED.search(before))
