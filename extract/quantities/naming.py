"""Figures that name or number something: "item 4", "Office 365", "41 Fen Road", a year."""

import re

from extract.dates import MONTH
from extract.quantities.figures import Quantity

# What stands before a number that only names or numbers something.
_NAMING_BEFORE = re.compile(
    r"(?=.{0,28}$)(?:\b(?:items?|pages?|para(?:graph)?s?|sections?|s|appendi(?:x|ces)|annex|nos?|numbers?|ref(?:erence)?"
    r"|questions?|polic(?:y|ies)|articles?|(?:cheques|checks|vouchers) numbered"
    r"|tables?|figures?|figs?|rooms?|phases?"
    r"|(?<!the )(?<!last )(?<!previous )(?<!prior )(?<!same )(?<!that )(?<!this )years?"
    r"|(?-i:Year)|grades?|key stages?|ks|eyfs|stages?|levels?|tiers?"
    r"|versions?|v|(?<!the )(?<!last )(?<!this )quarters?|q|parts?|chapters?|schedules?"
    r"|limbs?|points?|(?<!at )risk|options?|objectives?|priorit(?:y|ies)|recommendations?|workstreams?|step|post|pre"
    r"|aged?"
    r"|ages|over the age of|tel|telephone|phone|fax"
    r"|(?-i:ORS|RCW|CFR|U\.?S\.?C\.?|RSA|NRS)"
    r"|(?:github|gitlab|open) issue|pull request|ticket"
    r"|route|bus|flat|plots?|unit|lot|block|ward|zone|class|type|category|form|act|regulation|amendment|motion"
    r"|minutes?|minute|attainment|progress|top|tranches?|scopes?|ranks?|ranked|covid|at|version|week|day|agenda|periods?)"
    r"\.?\s*[:#(]?\s*|[A-Z]{1,4}[/-]?|#|§|\d[/.-]|[A-Za-z]/|www\S*|_|\(item\s)$",
    re.IGNORECASE,
)
_STOOD_AT = re.compile(
    r"\b(?:(?:averages?|figures?|levels?|rates?)(?= at)"
    r"|st(?:ood|ands?)|remain(?:s|ed)?|stay(?:s|ed)?|kept|held|capped|calculated|estimated|fixed|set|peak(?:s|ed)|running|is|are|was|were)"
    r" at\s(?:about |around )?$",
    re.IGNORECASE,
)
_STRONG_BEFORE = re.compile(
    r"(?:attainment|progress|score|at|points?|lots?|units?|minutes?|numbers?|over the age of|part|motion|form"
    r"|class|(?-i:(?<![a-z] )L|l)evel|week|day|form|figures?)\.?\s*[:(]?\s*$",
    re.IGNORECASE,
)
_COUNTED_INSIDE = re.compile(r"\s(?:[a-z-]+\s){0,3}[a-z]{3,}\)")
_COUNTED_NEXT = re.compile(r"\s[a-z]{3,}s\b")
_SHOWS = re.compile(
    r"\s(?:also )?(?:compares|details|gives|illustrates|lists|presents|provides|sets|shows|summarises)\b"
)
_ADDRESS = re.compile(
    r"\s(?:(?:[A-Z]\w+|\d{1,3}(?:[A-Z]|st|nd|rd|th))\s){1,2}(?:Rd|Road|Street|St|Lane|Avenue|Ave|Drive|Close|Way|Court|Terrace|Crescent|View"
    r"|Gardens|Grove|Mews|Row|Square|Walk|ROAD|STREET|LANE|AVENUE|DRIVE|TERRACE|CRESCENT|GARDENS)\b"
)
# "OGL 2.0 complies": the version of what is named; a score may stand so as well.
_VERSION_OF = re.compile(r"\b(?:[A-Z]{2,}|[A-Z]\w+\s[A-Z]\w+)\s$")
_VERSION_BEFORE = re.compile(  # "the 3.1 stable release"
    r"\s(?:(?:[A-Z][\w/&-]*|\([a-z]+\)|final|official|stable|formal|beta|major|minor|point|patch|software) ){0,4}"
    r"(?:releases?|versions?|milestone|alpha|beta|branch)\b"
)
_SCORED = re.compile(r"\b(?:scores?|rates?|average|index|ratio|progress|attainment)\b", re.IGNORECASE)
_LABELLED = re.compile(r"\d{1,2}\) [a-z]")
_AT_TIME = re.compile(r"\b(?:from|at|until|to|by)\s$", re.IGNORECASE)
# "the Zero Hour campaign", "at Seven Oaks": a number in capitals within a sentence, before a word in capitals.
_IN_NAME = re.compile(r"(?:[a-z]|\b(?:[A-Z]\w+|[A-Z]))[,’”)]? $")
_NAMED_ON = re.compile(r"[ -][A-Z][a-z]")


# "Mill School has 212 pupils, Keld School 187 and Ford School 96": the same is told of each
_EACH = re.compile(
    r"\b(?:has|have|had|held|holds?|received|saw|sold|took) (?:about |over )?\d[\d,]*(?: [a-z]+){1,4}"
    r"(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3} \d[\d,]*)*(?:,|,? and) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3} $"
)


def tells_of_each(before: str) -> bool:
    """Whether a bare figure stands behind the next of several names of which the same is told."""
    return before.endswith(" ") and bool(_EACH.search(before))


def is_name(found: Quantity, text: str) -> bool:
    """Whether a bare number is part of a name, address or time: "Office 365", "Seven Oaks", "41 Fen Road"."""
    before, after, printed = text[: found.start], text[found.end :], text[found.start : found.end]
    if _ADDRESS.match(after) or (re.fullmatch(r"(?:[7-9]|1\d|2[0-3]|6)\.[0-5]\d", printed) and _AT_TIME.search(before)):
        return True
    if found.in_words and _IN_NAME.search(before) and printed[0].isupper() and _NAMED_ON.match(after):
        return True
    if re.fullmatch(r"\d\.\d", printed) and _VERSION_OF.search(before) and not _SCORED.search(text):
        return True
    if re.fullmatch(r"\d{1,2}\.\d{1,2}", printed) and _VERSION_BEFORE.match(after):
        return True
    if printed == "911" and re.match(r"\s(?:is|calls?)\b", after):
        return True
    if printed in ("999", "101", "111") and re.match(r"\)?\s(?:emergency |non-emergency )?calls\b|\)", after):
        return printed == "999" or "emergency" in after[:15] or before.endswith("(")
    last = re.search(r"\s[A-Z]\w+\s$", before)
    clause = before[max(before.rfind(stop, 0, last.start()) for stop in ".!?") + 1 : last.start()] if last else ""
    if not found.in_words and tells_of_each(before):
        return False
    named = re.search(r"\w", clause) and not re.search(rf"\b{MONTH}\s$", before, re.IGNORECASE)
    return bool(named) and "," not in printed and not re.match(r"\s[a-z]", after) and not found.in_words


def is_numbering(text: str, found: Quantity) -> bool:
    """Whether the word before a number makes it a name: "item 4", "section 106"; not "stood at 1,240".

    Or the brackets around it: "(1) to open on Sundays and (2) to close at noon".
    """
    before = text[: found.start]
    if before.endswith("(") and _LABELLED.match(text, found.start) and "(1) " in text[: found.end + 2]:
        return True
    if before.endswith("(") and _COUNTED_INSIDE.match(text, found.end):
        return False  # "in May last year (67 complaints)"
    if before.endswith(": ") and _COUNTED_NEXT.match(text, found.end):
        return False  # "Library table: 4 visits"
    return bool(_NAMING_BEFORE.search(before)) and not (_counts(text, found) or _STOOD_AT.search(before))


def _counts(text: str, found: Quantity) -> bool:
    """Whether a noun follows a number that a naming word precedes ("at 90 schools")."""
    follows = re.match(r"\s(?:(?:[a-z-]+\s){0,3}[a-z]{3,}s|on roll|of (?:the |its |our )?\d+)\b", text[found.end :])
    return bool(follows and not _SHOWS.match(follows[0]) and _STRONG_BEFORE.search(text[: found.start]))


def is_year(found: Quantity, text: str) -> bool:
    printed = text[found.start : found.end]
    return (
        "," not in printed
        and found.least == int(found.least)
        and 1900 <= found.least <= 2099
        and not re.match(r"\s(?:[a-z]+\s)?(?:people|children|pupils|homes|places|households)", text[found.end :])
    )
