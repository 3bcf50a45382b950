"""How those are named who move, second and vote: "Cllr Orme", "Ms U. Keld", and lists of them."""

import re

from extract.people.words import HONOURS

TITLE = (
    r"(?:(?:Cllr|Cr|Councill?or|Council ?member|Council President|Commissioner|Trustee|Director|Senator|Mayor|Ald"
    r"|Alderman|Supervisor|(?:(?:Committee|Board) )?Member|Governor"
    r"|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Rev|Lord|Lady)\b\.?\s+){0,2}"
)
NO_NAME = (
    r"(?!(?i:(?:proposed|proposer|moved|mover|seconded|seconder|second|sec|carried|resolved|agreed|motion|amendment"
    r"|approved|adopted|accepted|tabled|failed|votes?|voting|unanimous\w*|passed|by|that|and|all|for|against|abstain\w*|ayes?|nays?|nayes|noes|yeas?)\b))"
)
_WORD = rf"{NO_NAME}(?:[A-Z]\.(?:\s?[A-Z]\.)*|[A-ZÀ-Þ][\w’'‟À-ÿ-]*)"  # "O‟Farne", as some files have it
# Taken as a whole or not at all: "Mr" may be read as a title or as a word, which in a list of names has no end of ways.
_PARTICLES = r"(?:(?:de|la|le|du|da|di|del|della|van|von|der|den|ten|ter|bin|ibn|al|ap)[^\S\n]+){0,2}"  # "Guy de Tay"
NAME = rf"(?=[A-ZÀ-Þ])(?>{TITLE}{_WORD}(?:[^\S\n]+{_PARTICLES}{_WORD}){{0,3}})"
# What a line of a mover and a seconder with a stroke between them begins with, apart from other lines with a stroke.
SLASHED_TITLE = (
    r"(?=(?i:C(?:ll)?r|Councill?ors?|Trustees?|(?:Deputy )?Mayor)\b)(?:(?:Cllrs|Crs|Trustees|Councill?ors)\s+)?"
)
# "councillor keld", as a web page may have it in small letters that shows it in capitals
IN_SMALL = r"(?:councill?or|alderman|trustee|commissioner|director|(?:deputy )?mayor)\s[\w’'-]{2,20}"
OFFICIAL = r"(?=(?:Cllr|Cr|Councill?or|Ald|Alderman|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Rev|Lord|Lady)\b)"
NOT_NAME = re.compile(
    r"(?:The(?! (?:(?:Vice|Deputy)[- ])?(?:Chair|Mayor|Convener|Leader|Provost|President|Cathaoirleach))"
    r"|That|It|This|They|He|She|We|All|Members|Council(?! (?:[Mm]ember|President) [A-Z])"
    r"|(?:Committee|Board)(?! Member [A-Z])|Motion|Amendment|Following|On|An?(?! [A-Z]))\b"
)
_HONOURS = re.compile(rf",?\s{HONOURS}\b\.?")


def names_in(text: str) -> tuple[str, ...] | None:
    """The names in a list that holds nothing else; none for "None", null where something else stands there."""
    if re.fullmatch(r"\W*(?:none|nil|0)?\W*", text, re.IGNORECASE):
        return ()
    bare = re.sub(r"^\s*(?:Cllrs|Councill?ors|Members|Messrs|Crs)\b\.?\s*|\s*\(\d+\)\s*", "", text)
    bare = _HONOURS.sub("", re.sub(r"\b(?:Cllrs|Councill?ors|Crs)\b\.? ", "", bare))
    parts = [part.strip(" .\n") for part in re.split(r",|;|&|\band\b", bare) if part.strip(" .\n")]
    return tuple(parts) if parts and all(re.fullmatch(NAME, part) for part in parts) else None
