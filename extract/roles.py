"""Roles and directions: whether a figure is a target, a forecast or a comparator, and which way it went."""

import re
from datetime import date

from spacy.tokens import Doc

from extract.places import Place
from minutes.model import Direction, Role

_TARGET = re.compile(
    r"\b(?:targets?\b(?! (?:group|population|audience))|aim(?:s|ed|ing)? (?:for|of|to|was|is|at)|the aims?\b"
    r"|ambition|goal|floor standard|benchmark of"
    r"|(?:against|than) (?:a|the|its|their) (?:plan|limit|standard|policy)|standard of|standard (?:is|was)"
    r"|limits? of|threshold of|policy is to|promised"
    r"|want(?:s|ed)? to reach|to ensure that)\b",
    re.IGNORECASE,
)
_TARGET_AFTER = re.compile(
    r"\W{0,2}(?:(?!achieved|met|missed|exceeded|reached)\w+\s)?(?:target|aimed for|ambition|goal)\b", re.IGNORECASE
)
FORECAST = re.compile(
    r"\b(?:forecast\w*|project(?:ed|ing|ions?)\b|expect(?:ed|s)? (?:to|by|in|at)|expected|anticipated"
    r"|predict\w*|planned|plans? to|plan for"
    r"|propos(?:e[ds]?|als?|ing)|requirement of|due to receive|modelled|still required|on track to"
    r"|to be (?:raised|delivered"
    r"|made|saved|allocated)|upcoming"
    r"|draft budget|set aside|the budget (?:of|is|proposes|for(?! (?:the )?(?:financial )?(?:year )?20\d\d))"
    r"|in (?:its|the) programme for"
    r"|additional \S+ (?:required|needed)|need to draw)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\W*(?:That\s(?:the \w+\s)?)?(?:Add|Allocate|Award|Earmark|Fund|Increase|Invest|Move|Provide|Reallocate|Reduce"
    r"|Reinstate|Remove|Set aside|Spend|Transfer|Use)\b"
)
_MOVED_AFTER = re.compile(
    r"(?:(?!\sand\s)[^.;,]){0,40}\bbe (?:allocated|awarded|donated|granted|moved|set aside|spent|transferred)\b"
)
_ASSUMED = re.compile(
    r"\b(?:estimated?|assum(?:ed|es|ing))\b", re.IGNORECASE
)  # of money; people are estimated as they are
_FORECAST_AFTER = re.compile(
    r"\W{0,2}(?:\w+\s){0,2}(?:forecast|projected|is expected|are expected|is due)\b|[^.;,]{0,40}\bstill required\b",
    re.IGNORECASE,
)
_ACTUAL = re.compile(
    r"\b(?:to date|spent|saved|actual\w*|achieved|st(?:ands|ood) at|was delivered|in hand)\b", re.IGNORECASE
)
# Where a clause ends that a word such as "forecast" holds for.
_BREAK = re.compile(
    r";|\b(?:but|while|whilst|although|whereas|compared|against(?=\s(?:[£$€]?\d|an?\s|the (?:national|target"
    r"|plan|average)))|up from|down from|than|on top of|however)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"(?<!\bto )\b(?:was|were|had|has|have|reached|achieved|is|are)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\W*(?:of )?(?:the )?(?:\d+ )?(?:other |upper[- ]tier |local )?(?:local authorities|councils|authorities)\b",
    re.IGNORECASE,
)
_NATIONAL_BODY = re.compile(
    r"\b(?:UK|National|England|Wales|Scotland|Britain|British|Department|Ministry|Office|Government|World"
    r"|International|Royal)\b"
)
_MODALS = frozenset({"will", "would", "could", "may", "might", "shall", "'ll"})
_UP = re.compile(
    r"\b(?:increas\w+|ris(?:e|en|ing)|rose|grew|grown|growth|up from|higher|improv\w+|more than the previous)\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:decreas\w+|reduc\w+|fell|fallen|fall|declin\w+|down from|lower|cut|fewer|drop\w*)\b", re.IGNORECASE
)
_LEVEL = re.compile(r"\b(?:unchanged|stable|no change|remained (?:at|the same)|level)\b", re.IGNORECASE)


def role_of(
    text: str, parsed: Doc, figure: tuple[int, int], *, earlier: list[tuple[int, int]], place: Place | None,
    home: str | None, period: str | None, written: date | None, planned: bool,
) -> Role:  # fmt: skip
    """What a figure is given for. `earlier` are the figures before it in the sentence; `planned` tells that what
    stands around the sentence is of sums to come."""
    before, after = text[: figure[0]], text[figure[1] :]
    if _TARGET_AFTER.match(after) or _holds(_TARGET, before, earlier):
        return "target"
    local = home is None or not _NATIONAL_BODY.search(home)
    if (place and ((place.wider and local) or _peer(place.name, home))) or _OTHERS.match(after):
        return "comparator"
    money = bool(re.search(r"[£$€%]", text[figure[0] : figure[1]]))
    cues = (FORECAST, _ASSUMED) if money else (FORECAST,)
    if (
        any(_holds(cue, before, earlier) for cue in cues)
        or (money and _FORECAST_AFTER.match(after))
        or _modal(parsed, figure)
    ):
        return "forecast"
    if period and written and re.match(r"\d{4}", period) and int(period[:4]) > written.year:
        return "forecast"
    spent = _ACTUAL.search(before[-60:] + after[:40])
    if money and (_proposes(before, after) or (planned and not spent)):
        return "forecast"
    return "actual"


def _proposes(before: str, after: str) -> bool:
    """Whether a sum is moved in a motion or a budget: "Allocate up to £5k", "£3m to repair", "that £2k be spent"."""
    return bool((_MOVED.match(before) and not before.endswith("the ")) or _MOVED_AFTER.match(after)) or (
        not before.strip(" “\"'‘") and bool(re.match(r"\sto [‘“']?[a-z]", after))
    )


def _peer(name: str, home: str | None) -> bool:
    """Whether a place is another council of the home's own rank."""
    if home is None or name == home or not (name.endswith("Council") and home.endswith("Council")):
        return False
    return not re.search(r"\b(?:Town|Parish|Community)\b", f"{name} {home}")


def _holds(cue: re.Pattern[str], before: str, earlier: list[tuple[int, int]]) -> bool:
    """Whether a cue before a figure holds for it: in its clause, or for the whole of a list that it begins."""
    found = list(cue.finditer(before))
    if not found:
        return False
    between = before[found[-1].end() :]
    if _BREAK.search(between) or len(between) > 140:
        return False
    listed = any(start >= found[-1].end() for start, _ in earlier)
    return len(between) <= 90 if not listed else not _SAID.search(before[max(end for _, end in earlier) :])


def _modal(parsed: Doc, figure: tuple[int, int]) -> bool:
    """Whether the verb that a figure hangs on is of the future ("will cost £40"), and not of what might have been."""
    span = parsed.char_span(*figure, alignment_mode="expand")
    ancestors = span.root.ancestors if span is not None else ()
    verb = next((token for token in ancestors if token.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return False
    aids = {token.lower_ for token in verb.children if token.dep_ in ("aux", "auxpass")}
    return bool(aids & _MODALS) and "have" not in aids


def direction_of(text: str) -> Direction | None:
    """Which way a sentence says that things went; null where it says nothing or several things."""
    ways: tuple[tuple[Direction, re.Pattern[str]], ...] = (("up", _UP), ("down", _DOWN), ("level", _LEVEL))
    found = [way for way, pattern in ways if pattern.search(text)]
    return found[0] if len(found) == 1 else None
