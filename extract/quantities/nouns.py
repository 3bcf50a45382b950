"""What is counted, one of it: "children" are a "child" each; and the names of durations."""

_DURATION = {
    "year": "year",
    "yr": "year",
    "month": "month",
    "week": "week",
    "day": "day",
    "hour": "hour",
    "minute": "minute",
    "min": "minute",
    "hr": "hour",
    "second": "second",
    "sec": "second",
    "mth": "month",
}


def duration_unit(noun: str) -> str | None:
    """`week` for "weeks" and the like; null for a noun that is no duration."""
    return _DURATION.get(noun.casefold().rstrip("s"))


PLURALS = {"children": "child", "people": "person", "women": "woman", "men": "man", "staff": "staff", "fte": "FTE"}


def singular(noun: str) -> str:
    """What each one of several is called: "children" are a "child" each, "fortnights" a "fortnight"."""
    if noun in PLURALS:
        return PLURALS[noun]
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    return duration_unit(noun) or (f"{noun[:-3]}y" if noun.endswith("ies") and len(noun) > 4 else noun.rstrip("s"))
