"""When a meeting began and when it ended: "at 7.00 pm", "The meeting closed at 21:15"."""

import re

from minutes.model import Document

# "ended at 9 pm", of which the time is none at which a meeting began
_ENDED = re.compile(r"\b(?:closed|ended|concluded|finished|adjourn\w+|left|arrived|next meeting)\b", re.IGNORECASE)
# What stands right before the time: "held on 12 March 2024 at", "commencing"
_SAID_OF_START = re.compile(
    r"(?:\b(?:at|from|commenc\w+|began|begins?|time|start\w*|order|open\w*|met|day)|,|@|\d{4}|/\d\d)\W{0,3}$",
    re.IGNORECASE,
)
# "7pm", "7.30 p.m."; "at 19:30"
_START = re.compile(
    r"(?<![–-])\b(\d{1,2}[.:]\d\d|\d{1,2})\s*([ap]\.?m\b\.?)"
    r"|(?:\bat|\bfrom|\btime|\bcommenc\w+|\bstart\w*|@)\W{0,3}((?:0?[89]|1\d|2[0-3])[.:][0-5]\d)\b(?!\s?[ap]\.?m)",
    re.IGNORECASE,
)


def start_time(head: list[str]) -> str | None:
    """The first time at the head that is not said of an end; one without "am" or "pm" after a word that tells it."""
    for text in head:
        match = None if _ENDED.search(text) else _START.search(text)
        if match and (match[3] or _SAID_OF_START.search(text[: match.start()]) or not match.start()):
            return _clock(f"{match[1] or match[3]} {match[2] or ''}")
    return None


_CLOSING = 3000  # characters at the end of a document
# "The meeting closed at 9.15 pm"
CLOSED = re.compile(
    r"\b(?:meeting|session)\b.{0,40}\b(?:closed|ended|concluded|finished|adjourned"
    r"|rose)\b.{0,20}?\bat (?P<time>[^,;]{2,14})",
    re.IGNORECASE,
)


def end_time(document: Document) -> str | None:
    """The last time in the closing lines at which a meeting is said to have closed."""
    matches = list(CLOSED.finditer(document.text, max(0, len(document.text) - _CLOSING)))
    return _clock(matches[-1]["time"]) if matches else None


_TIME = re.compile(r"\b(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm|a\.m\.?|p\.m\.?|noon|hours|hrs)?\b", re.IGNORECASE)


def _clock(text: str) -> str | None:
    """A printed time as HH:MM, null if it is none."""
    match = _TIME.search(text)
    if not match:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").casefold()
    if not match[2] and not half:
        return None
    if half[:1] in ("a", "p") and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)  # "12.15 am" is past midnight
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None
