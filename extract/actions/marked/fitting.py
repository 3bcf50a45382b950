"""How well a sentence fits whom a mark names: "UK to write" fits "UK", and "TO to ring" does not."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from extract.actions.owners import Owners
from extract.findings import Findings
from extract.ruleset import word_list
from extract.text import Sentence

# What is given to the body itself is done for it by whom a mark names
_OF_BODY = re.compile(
    rf"(?:(?:the|our|all) )?(?:[\w-]+ ){{0,2}}(?:{'|'.join(map(re.escape, word_list('body')))}|all|we)(?: resolved)?",
    re.IGNORECASE,
)
# "TO agreed to this", where the sentence before it says to what
_TAKES_UP = (
    r" (?:(?:has |have )?(?:agreed|undertook|offered|will|would|is|are)(?: to)?)"
    r" (?:(?:do|see to|action|take on) )?(?:this|it|so)\b"
)
# "JS has a friend there and will ring her": whose task a sentence tells that begins with initials
_OTHERS = re.compile(
    r"(?P<who>[A-Z]{2,4})(?: (?!asked\b|requested\b|suggested\b|proposed\b|that\b(?! s?he\b))[\w’']+){0,8}?"
    r" (?:will|would|to|undertook|offered|agreed)\b"
)
_TO_BE_DONE = ("approved", "recommended")  # outcomes of decisions that somebody acts on


class Worded(NamedTuple):
    """How sentences name whom a mark means."""

    named: re.Pattern[str]
    told: re.Pattern[str]  # not only as the one who is asked, or told
    begins: re.Pattern[str]
    takes_up: re.Pattern[str]


@lru_cache(500)  # each mark asks again for those of its owner
def worded(who: str) -> Worded:
    return Worded(
        re.compile(who),
        re.compile(rf"(?<!\bto )(?<!\bto the )(?<!\bwith )(?<!\bfrom ){who}"),
        re.compile(rf"{who}(?: [\w’'-]+){{0,3}}? (?:to|will|would|should) (?P<verb>[a-z-]+)"),
        re.compile(rf"(?:{who}){_TAKES_UP}"),
    )


def fitness(found: Findings, said: Sentence, who: Worded, told: Mapping[int, str | None]) -> int:
    """How well a sentence fits a mark: 3 if it gives the task to whom that names, 0 if it gives it to another."""
    given = [owner for start, owner in told.items() if said.start <= start < said.end]
    if who.told.search(found.document.text, said.start, said.end):
        return 3 if given else 1
    if given and all(_is_anothers(owner, who) for owner in given):
        return 0
    return 2 if given else 1


def _is_anothers(owner: str | None, who: Worded) -> bool:
    """Whether a task is given to somebody whom a mark does not name, and not to the body: "The Clerk to ask"."""
    return bool(owner) and not who.named.search(owner or "") and not _OF_BODY.fullmatch(owner or "")


def of_another(owners: Owners, words: str, who: Worded) -> bool:
    """Whether a sentence gives its task to somebody else than a mark names: "JS will ask TO", "TO had it from JS"."""
    if who.named.search(words):
        return not who.told.search(words)
    begun = _OTHERS.match(words)
    return bool(begun and begun["who"] in owners.initials)


def to_be_done(found: Findings) -> list[int]:
    """Where the decisions begin that somebody acts on."""
    return [decision.citation.start for decision in found.decisions if decision.outcome in _TO_BE_DONE]
