"""Columns that say when something is due."""

import re

# "Timescale", "By when", "To be achieved by"
DEADLINE = re.compile(
    r"(?:time ?(?:scales?|frames?|lines?)|deadlines?|due(?: (?:by|date))?|by when|when\??"
    r"|(?:target|completion|delivery|end) (?:date|year)|(?:to be )?(?:achieved?|completed?|delivered|done|met) by)\b",
    re.IGNORECASE,
)
