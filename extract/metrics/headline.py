"""Figures that a report sets large over the words that say what they measure: "40%" above "fewer late trains"."""

import itertools
import re
from collections.abc import Container
from dataclasses import dataclass

from extract.findings import Findings
from extract.text import Sentence
from minutes.model import Block

_SCALE = r"(?:\s?(?:%|°[CF]|[kKmMxX]|bn|million|billion))?\+?"
_FIGURE = re.compile(rf"[~>]?[£$€]?\d[\d,]*(?:\.\d+)?{_SCALE}(?:\s?(?:→|->|➔)\s?[£$€]?\d[\d,]*(?:\.\d+)?{_SCALE})?")
_ARROW = re.compile(r"\s?(?:→|->|➔)\s?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BARE = re.compile(r"\d{1,3}")  # which may be the number of a page, unless others stand near that are none
_NEAR = 8  # blocks from one of the figures of a page to the next
_LONGEST = 240  # characters of what is said of a figure
_NAME_WORDS, _SHARED_WORDS = 14, 3
# What no longer says what is measured, but when.
_THEN = re.compile(r"\s(?:since|when|as of|as at|(?:in|by|during) (?:the )?(?:[a-z]+ of )?(?:19|20)\d\d)\b|[.;(–—]\s?")


@dataclass(frozen=True)
class Headline:
    """A figure and the sentence below it, to be read as one; `end` is where the figure ends in `text`."""

    sentence: Sentence
    text: str
    end: int
    name: str


def headlines(found: Findings) -> dict[int, Headline]:
    """The figures of a report that stand alone over what they measure, by where the sentence below them starts."""
    if found.kind == "minutes":
        return {}
    blocks = [(index, block) for index, block in enumerate(found.document.blocks) if not block.furniture]
    pairs = [
        (place, figure, below, index)
        for place, ((_, figure), (index, below)) in enumerate(itertools.pairwise(blocks))
        if _is_headline(found, figure, below)
    ]
    printed = {place: found.document.text[figure.start : figure.end].strip() for place, figure, _, _ in pairs}
    telling = {place for place in printed if not _BARE.fullmatch(printed[place])}
    first: dict[int, Sentence] = {}
    for sentence in found.sentences:
        first.setdefault(sentence.block, sentence)
    return {
        first[index].start: _headline(found, figure, first[index])
        for place, figure, _, index in pairs
        if index in first and (_ARROW.search(printed[place]) or _has_others(place, printed, telling))
    }


def _has_others(place: int, printed: Container[int], telling: set[int]) -> bool:
    """Whether others of the kind stand near a figure; where it is a bare number, others that are more than that."""
    others = printed if place in telling else telling
    return any(other in others for other in range(place - _NEAR, place + _NEAR + 1) if other != place)


def _is_headline(found: Findings, figure: Block, below: Block) -> bool:
    """Whether a block is nothing but a figure, and the one after it a line or two on it."""
    if figure.kind not in ("heading", "paragraph") or below.kind not in ("heading", "paragraph"):
        return False
    text = found.document.text
    printed, said = text[figure.start : figure.end].strip(), text[below.start : below.end].strip()
    alone = bool(_FIGURE.fullmatch(printed)) and not _YEAR.fullmatch(printed)
    few = _SHARED_WORDS if printed.endswith("%") else 2  # "Hire" beside "9%" labels a part of a chart
    long_enough = few <= len(_name(said).split()) and len(said) <= _LONGEST
    return alone and long_enough and bool(re.match(r"[‘“]?[^\W\d_]", said)) and printed not in said


def _name(said: str) -> str:
    """What is measured, in the words below the figure."""
    return " ".join(_THEN.split(" ".join(said.split()))[0].split()[:_NAME_WORDS]).strip(" ,:")


def _headline(found: Findings, figure: Block, sentence: Sentence) -> Headline:
    text = found.document.text
    printed = " ".join(text[figure.start : figure.end].split()).replace("X", "x")
    said = " ".join(text[sentence.start : sentence.end].split())
    name = _name(said)
    first = re.match(r"[A-Z][a-z]*(?=\s)", said)
    if first and not re.search(rf"[a-z] {first[0]}\b", text):
        said = said[0].lower() + said[1:]  # "Labour years saved" goes on after the figure; a name keeps its capital
    if _ARROW.search(printed):
        printed = f"from {_ARROW.sub(' to ', printed)}"
    return Headline(Sentence(figure.start, sentence.end, sentence.block), f"{printed} {said}", len(printed), name)
