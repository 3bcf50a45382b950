"""When two names say the same: "EHCPs issued within 20 weeks", "plans issued within the statutory 20-week timescale".

A name is taken apart into terms: its words without their endings, less those that say nothing of what is measured
("number", "statutory") and less place and period, which a record holds apart. What is spelt out where others
abbreviate it becomes the abbreviation. Terms can be looked at and explained, which nearness of vectors cannot: "plans
reviewed within 20 weeks" is nearer to the first name above, as embeddings go, than the second one is.

Two names are the `same` if all their terms are; an abbreviation may stand for the noun that it ends in ("EHCPs",
"plans"). They are `near` if one has a single term more than the other, and they share three or more. A number, an
abbreviation, or a word that elsewhere tells two figures apart is never such a term: "KS1" is not "KS2", "pupils with
free school meals" are not "pupils", and where one report has both "secondary attendance" and "attendance",
"secondary" makes the difference everywhere. Whoever uses this decides what else must hold of what is near.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Literal

from index.places import BUILT_IN
from index.terms import stem

Likeness = Literal["same", "near"]
Phrase = tuple[str, ...]  # stems of an expansion, in order

KNOWN = {  # what reports abbreviate without saying so; others are learnt from "free school meals (FSM)"
    "accident and emergency": "A&E",
    "anti social behaviour": "ASB",
    "child and adolescent mental health services": "CAMHS",
    "children and young people": "CYP",
    "education health and care": "EHC",
    "education health and care plan": "EHCP",
    "EHC plan": "EHCP",
    "early years foundation stage": "EYFS",
    "free school meals": "FSM",
    "full time equivalent": "FTE",
    "good level of development": "GLD",
    "general practitioner": "GP",
    "key stage 1": "KS1",
    "key stage 2": "KS2",
    "key stage 3": "KS3",
    "key stage 4": "KS4",
    "mental health support team": "MHST",
    "not in education employment or training": "NEET",
    "referral to treatment": "RTT",
    "special educational needs": "SEN",
    "special educational needs and disabilities": "SEND",
    "special educational needs and disability": "SEND",
}
_JOINING = frozenset(
    "a an and are as at be been being both by for from had has have he her his in into is it its of on or our she so "
    "such than that the their them then there these they this those to us was we were what when where which who whom "
    "whose will with within would per during".split()
)
# Words that say of a figure that it is one, or how it stands, and not of what.
_VACUOUS = (
    "actual aged amount category current currently data deadline far figure figures latest level levels limit number "
    "numbers outturn overall percent percentage proportion quarter rate rates ratio recorded reported s score scores "
    "share standing statutory period month year time timeframe timeline timescale timescales value "
    "following previous respectively".split()
)
# Words that make a figure a target or a comparator, which the record says apart.
_ROLE = (
    "aim aimed aims ambition average averages benchmark comparator expected forecast goal mean median national "
    "nationally neighbour neighbours neighbouring other authorities projected region regional regionally reach similar "
    "statistical target targets total want wanted".split()
)
_APART = (  # that are never left out by chance
    "average mean median total not no never non under over below above more fewer less least most increase decrease "
    "growth reduction rise fall change gross net additional further boy girl man woman male female primary "
    "secondary adult child first second third".split()
)
_PEOPLE = frozenset({"person", "child", "adult"})
_IRREGULAR = {"children": "child", "people": "person", "men": "man", "women": "woman"}
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PERIOD = re.compile(
    rf"\b(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?\b(?:\s?Q[1-4]\b)?|(?<![\d/])\d\d/\d\d(?![\d/])|\bQ[1-4]\b|\b(?:{_MONTHS})\b"
)
_HOME = "the (?:county|town|city|borough|district|parish|village)(?! (?:council|hall))"
_WORD = re.compile(r"[^\W\d_]&[^\W\d_]\b|[^\W_]+")
_ACRONYM = re.compile(r"([A-Z][A-Z&]*[A-Z])s?|[A-Z]+\d+")
_DEFINED = re.compile(r"((?:[\w’'-]+,?\s){2,9})\(([A-Z][A-Z&]+)s?\)")
SHARED = 3  # terms that names have in common which are only near


@dataclass(frozen=True)
class Name:
    """A name as it is compared. `fixed` are the terms that only the same term answers to: numbers, abbreviations."""

    terms: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Vocabulary:
    """What the texts at hand tell of words: abbreviations by what they stand for, and words that tell figures apart."""

    expansions: Mapping[Phrase, str] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()

    @cached_property
    def heads(self) -> frozenset[tuple[str, str]]:
        """Abbreviations, each with the noun that it ends in; "CYP" are not people in general."""
        return frozenset((s, phrase[-1]) for phrase, s in self.expansions.items() if phrase[-1] not in _PEOPLE)


def expansions_in(texts: Iterable[str]) -> dict[Phrase, str]:
    """Abbreviations by the stems of what they stand for: those that are known, and those that the texts define."""
    found = {stems(long): short.casefold() for long, short in KNOWN.items()}
    for text in texts:
        for before, short in _DEFINED.findall(text) if "(" in text else ():
            words = before.split()
            for length in range(2, len(words) + 1):
                content = [word for word in words[-length:] if word.casefold() not in _JOINING]
                initials = "".join(word[0] for word in content).upper()
                if words[-length] in content and initials == re.sub(r"[^A-Z]", "", short):
                    found.setdefault(stems(" ".join(content)), short.casefold())
    return found


def stems(text: str) -> Phrase:
    """The words of a text without their endings, less those that only join others."""
    return tuple(_stem(word) for word in _WORD.findall(text.casefold()) if word not in _JOINING)


def _stem(word: str) -> str:
    return stem(_IRREGULAR.get(word, word))


def name_of(
    text: str | None,
    places: frozenset[str],
    expansions: Mapping[Phrase, str],
    *,
    beside: bool = False,
    share: bool = False,
) -> Name:
    """What a printed name is made of; `beside` for what is no actual figure, whose name may say so.

    Of a `share`, "number" says that it is none: no number is 11%, and what is said of it is its growth.

    `places` are names in small letters that are left out of it, and so are those of nations and regions.
    """
    plain = _PERIOD.sub(" ", text or "")
    for names in (places, frozenset(BUILT_IN)):
        plain = _of_places(names).sub(" ", plain)
    words = [word for word in _WORD.findall(plain) if word.casefold() not in _JOINING]
    terms = _abbreviated([_term(word) for word in words], expansions)
    kept = frozenset(terms) - _DULL - (_OF_ROLE if beside else frozenset())
    grown = frozenset(terms) & _COUNTED if share and kept else frozenset()
    if all(term.isdigit() for term in kept):  # "10.7%/England" names nothing
        return Name()
    fixed = {_term(word) for word in words if _ACRONYM.fullmatch(word) or word[0].isdigit()}
    return Name(kept | grown, grown | kept & (fixed | set(expansions.values())))


@cache
def _of_places(places: frozenset[str]) -> re.Pattern[str]:
    longest_first = map(re.escape, sorted(places, key=len, reverse=True))
    return re.compile(rf"\b(?:{'|'.join([*longest_first, _HOME])})\b(?:\s?[’']s\b)?", re.IGNORECASE)


def _term(word: str) -> str:
    acronym = _ACRONYM.fullmatch(word)
    return (acronym[1] or word).casefold() if acronym else _stem(word.casefold())


def _abbreviated(terms: Sequence[str], expansions: Mapping[Phrase, str]) -> list[str]:
    """The terms, with the abbreviation in place of each run that it stands for; the longest run first."""
    longest = max(map(len, expansions), default=0)
    found: list[str] = []
    at = 0
    while at < len(terms):
        for length in range(min(longest, len(terms) - at), 1, -1):
            if short := expansions.get(tuple(terms[at : at + length])):
                found.append(short)
                at += length
                break
        else:
            found.append(terms[at])
            at += 1
    return found


_COUNTED = frozenset(map(_stem, ("number", "numbers")))
_DULL, _OF_ROLE, _ALWAYS_APART = (frozenset(map(_stem, words)) for words in (_VACUOUS, _ROLE, _APART))


def likeness(one: Name, other: Name, words: Vocabulary) -> Likeness | None:
    """How much two names are alike; null if they name two measures, or if one of them names none."""
    if not one.terms or not other.terms:
        return None
    left, right = one.terms - other.terms, other.terms - one.terms
    if not left and not right:
        return "same"
    if len(left) > 2 or len(right) > 2:
        return None
    for short, head in words.heads:
        if (short in left and head in right) or (head in left and short in right):
            left, right = left - {short, head}, right - {short, head}
    shared = len(one.terms) - len(left)
    extra = left | right
    if not extra:
        return "same"
    plain = not extra & (_ALWAYS_APART | words.apart | one.fixed | other.fixed)
    return "near" if plain and len(extra) == 1 and shared >= SHARED else None
