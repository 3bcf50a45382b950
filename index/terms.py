"""The words that say what a text is about, by their stems and without those that all minutes are full of."""

import re
from functools import cache, lru_cache

from index.question import STOP

# Words that all minutes are full of, beside those that any text is.
COMMON = frozenset(
    "action actions agree agreed also any apologies april ask asked attend august board chair chairman clerk committee "
    "confirm confirmed contact council councillor councillors cllr complete completed consider continue date december "
    "discuss discussed discussion done ensure february follow forward further get give given held hold issue item "
    "january july june look made make march matter matters may meet meeting meetings member members minutes need "
    "needed new next note noted november october officer officers ongoing outstanding point possible progress propose "
    "proposed provide provided raise raised receive received regarding report reported reports request requested "
    "resolve resolved review said secretary see seek send sent september session speak still take taken team undertake "
    "update updated want was week weeks will within work works would write writing written year years carried details "
    "information two one three first last back being both each every during around between via etc regard following "
    "recommend recommendation recommended approve approved closed open await awaiting "
    "awaited response reply month months day days time up out let know let "
    "find bring like please get put use used way re able going attention".split()
)
IRREGULAR = {
    "written": "write", "wrote": "write", "sent": "send", "bought": "buy", "brought": "bring", "taken": "take",
    "given": "give", "made": "make", "met": "meet", "found": "find", "drawn": "draw", "built": "build",
    "paid": "pay", "publication": "publish", "spoken": "speak", "got": "get", "put": "put", "set": "set",
}  # fmt: skip
ENDINGS = (
    "ations",
    "ation",
    "ings",
    "ing",
    "ions",
    "ion",
    "ments",
    "ment",
    "ies",
    "ied",
    "ly",
    "es",
    "ed",
    "s",
    "e",
    "y",
)


@cache
def stem(word: str) -> str:
    """A word without its ending, so that "circulated" is "circulate". Of "survey" as of "surveys", "y" is none."""
    word = IRREGULAR.get(word, word)
    if word.endswith(("ay", "ey", "oy", "uy")):
        return word
    return next((word.removesuffix(end) for end in ENDINGS if word.endswith(end) and len(word) - len(end) > 3), word)


@cache
def _term(word: str) -> str | None:
    """What a word counts as; null where it says nothing of what a text is about."""
    if word in COMMON or STOP.fullmatch(word) or re.fullmatch(r"(?:19|20)\d\d", word):
        return None
    return stem(word)


@lru_cache(4096)  # those of a task or a title are asked for again with each sentence that may speak of it
def terms(text: str) -> frozenset[str]:
    """What a text is about: its words less the common ones, and references such as 23/01234."""
    found = map(_term, re.findall(r"[^\W\d_]{3,}|\w*\d[\w/]{3,}", text.casefold()))
    return frozenset(term for term in found if term)
