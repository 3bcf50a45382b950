"""Dates that a file states of itself, in its settings or its text."""

import datetime
import re

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" if month[3:] else month for month in MONTHS)
DATES = [
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"),
    re.compile(rf"(?i)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{MONTH})\.?,?\s+(?P<year>\d{{4}})"),
    re.compile(rf"(?i)(?P<month>{MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"),
    re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})"),  # as in Britain
]


def iso_date(text: str) -> str | None:
    """The date that `text` begins with, as ISO 8601; null if it begins with none."""
    for pattern in DATES:
        if match := pattern.match(text.strip()):
            month = match["month"]
            number = int(month) if month.isdigit() else [name[:3] for name in MONTHS].index(month[:3].lower()) + 1
            try:
                return datetime.date(int(match["year"]), number, int(match["day"])).isoformat()
            except ValueError:
                continue
    return None
