"""Who voted how: "For: Cllrs Orme and Tay. Against: Cllr Keld", "Orme – aye; Keld – nay"."""

import re

from extract.decisions.votes.names import NAME, names_in
from minutes.model import RollCall, Votes

_SIDE = (
    r"(?i:\+1|[-−–]1|0(?=:)|for|in favou?r|ayes?|yeas?|yes|against|nays?|noes|no|opposed"
    r"|abstain(?:ed|ing)?|abstentions?)(?i: the (?:substantive )?(?:motion|amendment|proposal|recommendations?))?"
    r"\s*(?:\(\d{1,3}\))?\s*[:–—-]"
)
# "For: Cllrs Orme and Tay. Against (1): Cllr Keld"
_LISTED = re.compile(
    rf"(?<![\w’'+-])(?P<side>{_SIDE})\s*"
    r"(?P<names>(?:[^.;:\n–—]|(?<=\b[A-Z])\.|(?<=Cllr)\.|(?<=Cllrs)\.|(?<=\bM[rs])\.|(?<=Mrs)\.|(?<=Dr)\.)+?)"
    rf"(?=\s*(?:(?<!\b[A-Z])(?<!Cllr)(?<!Cllrs)(?<!\bM[rs])(?<!Mrs)(?<!Dr)\.|[;\n]|$"
    rf"|\(?(?<![\w’'-])(?i:voting |voted )?{_SIDE}))"
)
# "For (2)" in a line of its own, and those who did so in the next
_COUNTED = re.compile(
    r"^\W{0,3}(?:(?:those |members )?(?:voting |voted ))?"
    r"(?P<side>for|in favou?r|against|ayes?|yeas?|nays?|noes|abst(?:ain(?:ed|ing)?|entions?))"
    r"(?: the (?:substantive )?(?:motion|amendment|proposal|recommendations?))?"
    r"\s?\((?P<count>\d{1,3})\)\s?[:–—-]?[^\S\n]*(?:\n|$)(?=(?P<names>[^\n]*))",
    re.IGNORECASE | re.MULTILINE,
)
_YES_LINE = re.compile(r"^(?:yes|ayes?|yeas?)\s?:", re.IGNORECASE | re.MULTILINE)  # names nobody who voted otherwise
# "Orme – aye; Keld – nay"
# "for" ends what is said of somebody, as in "Orme – for; Tay – against", and not "Example Council, for the first time"
_CALL = (
    r"(?:\s*[,:–—-]\s*|\s(?=(?i:aye|yea|yes|nay)\b))"
    r"(?P<side>(?i:ayes?|yeas?|yes|(?:for|in favou?r)(?=\s*(?:[^\w\s]|and\b|$))|nays?|no|against|abstain(?:ed)?))\b"
)
_CALLED = re.compile(rf"(?P<name>{NAME}){_CALL}")
_CALLS = re.compile(_CALL)
# "Ms Orme, Mr Tay and Ms Keld – all yes"
_ALL_YES = re.compile(r"\s*[,:–—-]\s*(?:all|both) (?:yes|ayes?|yeas?|in favou?r)\b", re.IGNORECASE)
_CALLED_TOGETHER = re.compile(rf"(?P<names>{NAME}(?:(?:, and |, | and ){NAME})+)(?i:{_ALL_YES.pattern})")
_STUCK = re.compile(r"(?<=[a-z])-(?=(?:yes|no|aye|nay|all|abstain(?:ed|ing)?)\b)")  # "Orme-yes"


def roll_call(text: str) -> Votes | None:
    """The names of a recorded vote, and how many there are on each side; null where it is none.

    "For: Cllrs Orme and Tay. Against: Cllr Keld", "For (1)" over the name, "Orme – aye; Keld – nay". On a side that is
    not printed there was nobody, unless another is printed with nobody on it: "Noes: None" leaves open who abstained.
    """
    text = _STUCK.sub(" - ", text)
    sides: dict[str, tuple[str, ...]] = {}
    for match in _LISTED.finditer(text):
        listed = names_in(match["names"])
        if listed is not None:
            sides.setdefault(side_of(match["side"]), listed)
    yes_alone = len(sides.get("for", ())) > 1 and _YES_LINE.search(text)
    if not yes_alone and ("for" not in sides or len(sides) < 2 or not any(sides.values())):
        sides = _counted(text) or _called(text)
    if not sides:
        return None
    names = RollCall(for_=sides["for"], against=sides.get("against", ()), abstain=sides.get("abstain", ()))
    whole = all(sides.values())
    counts = {side: len(sides.get(side, ())) for side in ("against", "abstain") if whole or side in sides}
    return Votes(for_=len(sides["for"]), names=names, **counts)


def _counted(text: str) -> dict[str, tuple[str, ...]]:
    """Who voted how, below lines that count each side; none where there are other names than were counted."""
    sides: dict[str, tuple[str, ...]] = {}
    for match in _COUNTED.finditer(text):
        names = (names_in(match["names"]) or ()) if int(match["count"]) else ()
        if len(names) != int(match["count"]) or side_of(match["side"]) in sides:
            return {}
        sides[side_of(match["side"])] = names
    return sides if "for" in sides and len(sides) > 1 else {}


def _called(text: str) -> dict[str, tuple[str, ...]]:
    """Who voted how, each called by name: "Orme – aye; Keld – nay", "Orme, Tay and Keld – all yes"."""
    called: list[tuple[str, str]] = []
    for match in _CALLED_TOGETHER.finditer(text) if _ALL_YES.search(text) else ():  # a name is costly to look for
        called += [("for", name) for name in names_in(match["names"]) or ()]
    if called or len(_CALLS.findall(text)) > 1:
        called += [(side_of(match["side"]), match["name"]) for match in _CALLED.finditer(text)]
    sides = {side: tuple(name for told, name in called if told == side) for side in dict(called)}
    return {"for": ()} | sides if len(called) > 1 else {}


def side_of(word: str) -> str:
    """Which side of a vote a word tells: "for", where it is "Ayes"."""
    word = word.casefold()
    return "abstain" if re.match(r"abst|0", word) else "for" if re.match(r"for|in |ay|y|\+", word) else "against"
