"""Figures that share a verb or a noun: "The mill stood at £40 and the weir at £12", "£40 for rope and £12 for tar".

The parser takes what stands after the first figure for a part of what that one measures.
"""

import re

from extract.dates import MONTH

# What stands between two such figures: " and the weir at ", " (all paid) and that of the weir ".
_BETWEEN = re.compile(
    r"\s?(?:\([^()]*\))?,?\s?(?:and|while|but)\s(?P<that>(?:that|those) (?:of|for|in|on) )?"
    r"(?P<what>(?:(?:the|its|their|our|an?) )?(?!(?i:ytd|year|quarter|month|then)\b)(?=[^\W\d_])"
    r"[\w’'&-]+(?: [\w’'&-]+){0,5}?)(?:\s\([^()]*\))?\s"
    r"(?:(?:at|by|held|is|are|stood at|to|was|were) )?(?:(?:about|around|just|nearly|only|over|some|under) )*"
)
_ARTICLE = re.compile(r"(?:the|its|their|our|an?) ", re.IGNORECASE)
_ASIDE = re.compile(r"\s?\(([^()]*)\)")
_OF = re.compile(r"(?P<head>.*?\b(?:of|for|in|on) )(?:the )?[^ ].*")
# What a sum is for or from, told right after it: "£360 from members, £30 in gifts".
_PURPOSE = re.compile(
    r"\s(?P<by>for|from|in|on) (?P<what>(?!(?:the |last |this |each |every |a |20|19)?(?:month|quarter|week|year)s?\b"
    r"|(?:total|all|respect|addition)\b)(?:the )?[a-z][\w’'/-]*(?: (?!and (?:[a-z]+ )?[£$€])[\w’'/-]+){0,6}?)"
    r"(?=,? (?:and )?(?:[a-z]+ )?[£$€]|[,.;]|$)"
)
_WHERE = re.compile(
    rf"\s(?P<where>(?:at|in|across|from|to) (?:the )?(?!(?i:{MONTH}))[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
    r"(?: (?!and\b|but\b|is\b|or\b|than\b|was\b|were\b)[a-z]+(?=,| and\b|[.;]|$))?)"
)
_NAME = re.compile(r"(?P<by>[a-z]+) (?:the )?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")
# "and in Fenwold" of "It was 44% in Orme and in Fenwold 39%", which says where and not what
_ONLY_THERE = re.compile(r"(?:across|at|for|in) (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")


def apart(name: str, between: str) -> tuple[str, str] | None:
    """What the first and the second of two figures measure, where `name` of the first holds both; else null.

    `between` is the text between them.

    >>> apart("Mill Account and the Weir Account", " and the Weir Account at ")
    ('Mill Account', 'Weir Account')
    """
    told = _BETWEEN.fullmatch(between)
    if not told:
        return None
    second = _ARTICLE.sub("", told["what"], count=1)
    both = re.match(rf"(?P<first>\S.*?),? and (?:that of |those of )?(?:\w+ )?{re.escape(second)}\b", name)
    if not both:
        return None
    aside = _ASIDE.match(between)  # "£40 (all paid) and the weir": of the figure, and not of its name
    first = both["first"].removesuffix(f" {aside[1]}" if aside else "")
    of = _OF.fullmatch(first) if told["that"] else None
    return first, f"{of['head']}{second}" if of else second


def with_purposes(names: list[str | None], text: str, figures: list[tuple[int, int]]) -> list[str | None]:
    """The names of sums, each with what it is for, where at least two of a sentence tell that right after the sum.

    `figures` are where the sums stand. A name that the sum before has, too, is of both if it stands before both.
    """
    purposes = [_PURPOSE.match(text, end) for _, end in figures]
    if sum(purpose is not None for purpose in purposes) < 2:
        return names
    told: list[str | None] = []
    for index, (name, purpose) in enumerate(zip(names, purposes, strict=True)):
        shared = (name or "").removesuffix(" and")
        if purpose is None or purpose["what"].removeprefix("the ") in shared:
            told.append(name)
        elif not shared or (index and shared in text[figures[index - 1][1] : figures[index][0]]):
            told.append(purpose["what"])  # "£30 interest and £70 in gifts", which is no interest
        else:
            told.append(f"{shared} {purpose['by']} {purpose['what']}")
    return told


def there(name: str | None, first: str | None) -> str | None:
    """The name of a figure that is only told where it is, as that of the one before it with its own place."""
    if not (name and first and _ONLY_THERE.fullmatch(name)):
        return name
    whose = re.fullmatch(rf"(?P<what>.+?) {_ONLY_THERE.pattern}", first)
    return f"{whose['what']} {name}" if whose else name


def where_told(before: str, after: str) -> str | None:
    """The place of the second of two figures that are told each with its own: "12 trips to Orme and 9 to Fenwold"."""
    first, own = _WHERE.search(before), _WHERE.match(after)
    told = _NAME.match(own["where"]) if first and own else None
    return told["name"] if first and told and first["where"].split()[0] == told["by"] else None


def elsewhere(name: str, before: str, after: str) -> str:
    """The name that a figure shares with the one before it, with its own place: "Sales at Ashby" for that at Fenwold.

    `before` is the text between them, `after` what follows the second.
    """
    first, own = _WHERE.search(before), _WHERE.match(after)
    if not first or not own or not name.endswith(first["where"]):
        return name
    return name.removesuffix(first["where"]) + own["where"]
