"""Lines that tell who moved or what came of it, and not what was decided: "Moved by Ms Orme and carried.", "For: 7"."""

import re

from extract.decisions.votes.names import IN_SMALL, NAME, SLASHED_TITLE

# The verdict on a motion and nothing else: "The amendment was accordingly lost."
VERDICT_LINE = re.compile(
    r"(?:(?:the )?(?:substantive )?(?:motion|amendment) (?:was )?)?(?:(?:accordingly|therefore|thus|then|duly) )?"
    r"(?:carried|lost|agreed|defeated)"
    r"(?: unanimously)?\.?",
    re.IGNORECASE,
)
# A verdict alone: "Agreed unanimously.", "Moved, seconded, and passed at 4.38 pm." It says nothing of what was agreed.
VERDICT = re.compile(
    r"(?:\W|\d|\b[A-Z]{1,6}\d[\w/.-]*+|\b(?:notice of (?=motion)"
    r"|(?:by |on )?(?:an?|the) show of hands|the meeting"  # ahead of "by", "a" and "the" alone
    r"|the|an?|it|this|which|and|then|therefore|at|by|to|with|of|in|on|no|not"
    r"|none|all|one"
    r"|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve|was|is|were|has|been|being|duly|declared|motion|substantive"
    r"|(?:following|after) (?:an? |some |much )?(?:\w+ )?(?:discussion|debate|consideration)"
    r"|en bloc|members?"
    r"|councillors?|voting|votes|fell|item|proposal|amendment|made|moved|proposed|proposer|seconder"
    r"|seconded|second|put|u|unan|unanimous(?:ly)?|agreed|carri?ed|resolved"
    r"|approved|adopted|accepted|passe[sd]|carries|lost|defeated|failed|agreement|consensus|by|result|outcome|resolution"
    r"|(?:the )?(?:above|following|foregoing) (?=motion|votes?\b|roll)"
    r"|final resolution|disposition|signed|chair(?:man|person)?|rejected|vote[sd]?|tentatively|yes"
    r"|present|favou?r|(?:no )?(?:further )?discussion"
    r"|affirmative|for|against|opposed|absent|recused|abst\w*|ayes?|yeas?|nays?|nayes|noes|nem|con|objections?|roll|call|voice|pm|am|p\.m|a\.m)\b)+",
    re.IGNORECASE,
)
# "Motion: Orme." ahead of "Second: Tay.", but not "Motion: Adjournment." and "Motion: Carried."
_MOVED_BY = rf"^(?i:motion): (?!\w+(?:al|ance|ed|ing|ion|ment)\b){NAME}\.?$"
NAMED = re.compile(
    rf"\b(?i:by|moved|proposed|seconded|proposer|seconder|mover|prop|2nd)(?:[:.]\s*|\s+){NAME}(?: \([^)]*\))?"
    rf"|(?i:\b(?:moved|proposed|seconded) by:?\s+{IN_SMALL}\s*$)"
    rf"|(?:{NAME} and )?{NAME}\.? (?i:moved|proposed|seconded|abstain\w+|opposed|made a motion)\b"
    rf"|\b(?i:second): {NAME}|\b(?i:motion):? {NAME}(?=[\s,;/]*(?i:second))"
    rf"|{_MOVED_BY}"
    rf"|(?:\bM/S(?:/[ACPU])?|\b(?i:(?:motion|moved|proposed)\s?/\s?second(?:ed)?))[\s:.–-]{{0,3}}{NAME}\s?/\s?{NAME}"
    rf"|^{SLASHED_TITLE}{NAME}\s?/\s?{NAME}\s*$|^{NAME}\s?/\s?{NAME}(?=\s+(?i:carried)\b)"
    rf"|\b(?i:for|against|abstain(?:ed|ing)?|ayes?|yeas?|nays?|noes|absent): {NAME}(?:(?:, | and |, and ){NAME})*"
)
_VOTERS = re.compile(rf"\(\s*{NAME}(?:(?:, | and ){NAME})*\s*\)(?=[,.;]|$)")
# "All in favour, Cllr Tay having taken no part in item 4."
_NO_PART = re.compile(
    rf", (?:with )?{NAME} (?:abstaining|against|dissenting|taking no part|voting against"
    r"|having (?:abstained|declared|left|taken no part|withdrawn))\b"
    r"[^.;]*"
)
# What may stand between "the motion" and "carried" or "lost".
THEN_WAS = (
    r"(?:(?:was|were|is|then|therefore|accordingly|thus|thereby|duly|unanimously|declared|to be|put"
    r"|to the (?:vote|meeting)|and),? )*"
)
_SUM = re.compile(r"[£$€] ?\d")
_WORD_BEGINS = re.compile(r"\b\w")


def is_mover_line(text: str) -> bool:
    """Whether a line names who moved and seconded, and nothing else."""
    return bool(says_nothing(text) and re.search(rf"(?i:mov|propos|second)|[A-Za-z]\s?/\s?[A-Z]|{_MOVED_BY}", text))


def says_nothing(text: str) -> bool:
    """Whether a text holds a verdict and who moved it, and not what was decided."""
    if _SUM.search(text):  # "Agreed £90."
        return False
    if ", " in text and re.search(r"\b(?:having|abstaining|against|dissenting|taking no part)\b", text):
        text = _NO_PART.sub("", text)
    led = VERDICT.match(text)
    at = led.end() if led else 0
    if at < len(text) and "(" not in text[: at + 1]:
        begun = (word.start() for word in _WORD_BEGINS.finditer(text, 0, at + 1))
        if not any(NAMED.match(text, start) for start in begun):
            return False  # as most do by their first words; names are costly to look for
    rest = NAMED.sub("", _VOTERS.sub("", text)).strip()
    return not rest or bool(VERDICT.fullmatch(rest))
