"""Whether a sentence puts a motion, "Cllr Orme moved that it wait", where that begins, and of what kind it is."""

import re

from extract.decisions.votes.names import NAME, NOT_NAME, OFFICIAL
from extract.text import Sentence

# A motion on the order of the meeting that came to no vote: "moved that the vote be taken, but the Mayor declined"
_REFUSED = re.compile(
    r"\b(?:chair(?:man|woman|person)?|mayor|provost|president|convener)\b.{0,20}\b(?:ruled|declined|refused"
    r"|did not (?:accept|allow|agree|permit)|rejected)\b|\bruled (?:it |this )?out of order\b",
    re.IGNORECASE,
)
_CAPITALS = r"(?-i:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})"
_BY_TWO = (  # as `movers.headed`, without who they are
    rf"^(?:\S{{0,15}}\d\S{{0,15}}\s+(?:-\s?\d+\s+)?)?{_CAPITALS}\s?[,/–-]\s?{_CAPITALS}:\s+"
)
_BY_ONE = r"^(?-i:(?:[A-Z][\w-]*\s+){0,2}\d{2,4}[/-]\d{2,4}\s+[A-Z’'-]{3,}):\s+"
# A motion is put, one way or another.
PUT = re.compile(
    rf"{_BY_TWO}that\b|{_BY_ONE}that\b|"
    r"^(?:and )?seconded by [^.;:]{3,60}? that\b|(?:\b(?=[abcmnoprst])|(?=[:–—-]))(?:"  # where these begin
    r"\b(?:proposed|moved)\b.{0,40}\b(?:that|an? (?:amendment|motion))\b|\b(?:moved|proposed) (?:to|for)\b|\b(?:motion"
    r"|amendment)\b.{0,120}\b(?:proposed|moved|seconded)\b|\bma(?:de|kes?) (?:an?|the) motion\b"
    r"|\b(?:asked|called) for an? motion (?:to|that)\b"
    r"|\b(?:sets?|offer(?:ed|s)|brings?|brought) (?:an?|the) motion (?:to|that|for)\b"
    r"|(?:^|[:–—-]\s?)motion (?:made )?(?:by|to|that|for)\b|(?:^|: )move (?:to|that)\b"
    r"|\bmotion to\b[^.:;]{3,160}[,;] [^.;:,]{2,40} second(?:s|ed)\b"
    r"|^(?:motion|proposal|proposed resolution)\b(?! (?:was )?(?:carri|pass|lost|fail|defeat|approv))[^.:]{0,60}:"
    r"(?!\s*\d+ (?:yes|ayes?|yeas?|for|in favou?r)\b)"
    r"|^(?:motion|proposal|recommendation) \d{1,2} ?[:–—-]|^text(?: of (?:the )?motion)?:"
    r"|\b(?:moved|proposed) (?:the )?(?:acceptance|adoption|approval|denial|refusal|rejection|receipt|deferral) of\b"
    r"|\bproposes (?:to|that)\b|\bmotion that\b"
    r"|\bmoved,? (?:and )?(?:it )?(?:was )?seconded\b|^moved\b|\b(?:moved|proposed) by\b"
    r"|\bmotion\b[^.]{0,40}\bby [A-Z]|\b(?:moved|proposed) (?!by\b)[^.;:,]{3,60}, (?:and )?seconded by"
    r"|\b(?:proposed|nominated) (?:him|her)self\b"
    r"|\bmoved (?:amending|adopting|approving|accepting|striking|adding|deleting|replacing)\b"
    r"|\b(?:moves|motions|motioned) (?:to|that|for)\b|\bnominate[sd]\b"
    r"|\b(?:motions?|proposals?) (?:(?:was|were|is|(?:has|have) been) )?(?:made|raised|(?:put|brought) forward)\b"
    r"|\bI (?:will|shall) move (?:at [^.;:]{3,30}? )?(?:that|for)\b"  # a notice of motion
    r"|\b(?:moved|proposed|moves|proposes|motioned),? (?:and )?(?:[^.;:]|\b[A-Z]\w{0,4}\.){3,60} second(?:ed|s)\b)",
    re.IGNORECASE,
)
# On the order of the meeting: it is a motion of its own, whatever is then resolved.
PROCEDURAL = re.compile(
    r"\b(?:motion|question|amendment|matter|vote)\b[^.]{0,60}\bbe (?:now )?(?:put|taken)\b"
    r"|\bextend(?:ing)? the meeting\b"
    r"|\b(?:suspend\w*\b[^.]{0,40}\bstanding orders|standing orders\b[^.]{0,30}\bsuspended)\b",
    re.IGNORECASE,
)
PUT_AND_SECONDED = re.compile(
    r"(?:\b(?=[amnops])|^)(?:"  # where these begin
    r"\b(?:proposed|proposer|moved|nominated|motions? (?:by|from|of)|(?:motion|amendment) in the name of"
    r"|proposal of|proposition of)\b"
    r".*\bsecond(?:ed|er)?\b"
    r"|\bseconded by\b.*\bmoved\b|\bon (?:the |a )?motion (?:of|by) .{3,60} and\b"
    rf"|{_BY_TWO}(?:that|whereas|be it|now,? therefore)\b)",
    re.IGNORECASE,
)
# "Dr Orme was nominated by Ms Keld", "Ms Keld nominated Dr Orme"
_NOMINATING = re.compile(
    rf"\b(?P<who>{NAME}),? (?:(?:was|were|is) )?(?:then |also |duly )*(?:proposed|nominated)"
    rf"(?: (?:as|for|to be) [^.;]{{3,50}}?)? by\b"
    rf"|\bnominated (?P<whom>{NAME})|\b{NAME},? proposed {OFFICIAL}(?P<them>{NAME})(?! to\b)"
)
# "Motion made and seconded to lease the quay", and some sentences further down "Moved by Ms Orme, seconded by Mr Tay."
UNNAMED = re.compile(r"\bmotion (?:was )?(?:duly )?made,? (?:and|&) (?:was )?(?:duly )?seconded\b", re.IGNORECASE)
# "To lease the quay for a year (proposed by Ms Orme, seconded by Mr Tay)."
MOVED_IN_BRACKETS = re.compile(r"\w{3}[^()]{10,}\((?:proposed|moved) [^()]*\bseconded\b[^()]*\)\.?$")
_UNSECONDED = re.compile(
    r"\b(?:not (?:been |duly )?seconded|no second(?:er)?\b(?! (?:reading|time|vote|round|meeting|opinion|chance))"
    r"|(?:want|lack|absence) of (?:an? |any )?second(?:er)?\b(?! (?:reading|time|vote))"
    r"|without (?:an? |any )?second(?:er)?\b(?! (?:reading|time|vote))|(?:nobody|no-one|no one|none) seconded"
    r"|(?:did not|didn[’']t|failed to) (?:receive|get|find|attract|have|obtain) (?:an? )?second(?:er)?\b)",
    re.IGNORECASE,
)
_FELL = re.compile(r"\b(?:fell|falls|fail(?:s|ed)|died|dies|lapsed|lost|defeated)\b", re.IGNORECASE)
# "Report for May Ms Tay moved to accept it", where no stop stands before who moved
_MOVES_HERE = re.compile(
    rf"(?<=[a-z0-9)] )(?=(?:Director|Trustee|Commissioner|Council ?member)\b|{OFFICIAL}){NAME},? (?:then )?"
    r"(?:(?:makes|made) (?:a|the) motion|moved|moves|motioned) (?:to|that|for)\b"
)
_LINKS = re.compile(
    r"\b(?:and|that|when|as|then|by|after|point|time|which|while|but|so|where|if|because|before|vice|deputy|former|new"
    r"|acting|the|with|from|of|to|or) $",
    re.IGNORECASE,
)
_UNSTOPPED = 6  # words that stand before a mover, where they are of something else


def nominee(words: str) -> str | None:
    """The last word of the name that a motion puts forward: "Orme", where "Dr Orme was proposed by Ms Keld"."""
    told = _NOMINATING.search(words)
    name = told[told.lastgroup] if told and told.lastgroup else ""
    named = len(name.split()) > 1 and not NOT_NAME.match(name)
    return name.split()[-1] if named else None


def motion_start(text: str, sentence: Sentence) -> int:
    """Where a motion begins that runs on from words which no stop ends; else where its sentence begins."""
    for moves in _MOVES_HERE.finditer(text, sentence.start, sentence.end):
        before = text[sentence.start : moves.start()]
        if len(before.split()) >= _UNSTOPPED and not (_LINKS.search(before) or PUT.search(before)):
            return moves.start()
    return sentence.start


def is_procedural(words: str) -> bool:
    """Whether a motion is put that is on the order of the meeting, and on no business."""
    return bool(PUT_AND_SECONDED.search(words) and PROCEDURAL.search(words))


def is_unseconded(words: str) -> bool:
    """Whether it is told that nobody seconded a motion, which so came to no vote, and no word says that it fell."""
    return bool(_UNSECONDED.search(words)) and not _FELL.search(words)


def is_refused(words: str) -> bool:
    """Whether a motion on the order of the meeting was moved that the Chair did not put to the vote."""
    put = PUT.search(words)
    return bool(put and PROCEDURAL.search(words) and _REFUSED.search(words, put.end()))
