"""Figures that share a verb: "The mill stood at £40 and the weir at £12", "up 4% at the mill and 6% at the weir".

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
_WHERE = re.compile(rf"\s(?P<where>(?:at|in|across) (?:the )?(?!(?i:{MONTH}))[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")


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


def elsewhere(name: str, before: str, after: str) -> str:
    """The name that a figure shares with the one before it, with its own place: "Sales at Ashby" for that at Fenwold.

    `before` is the text between them, `after` what follows the second.
    """
    first, own = _WHERE.match(before), _WHERE.match(after)
    if not first or not own or not name.endswith(first["where"]):
        return name
    return name.removesuffix(first["where"]) + own["where"]
