"""Figures that stand in a list or under a label, where the stem says what they measure: "Fenwold, 15%", "“£75k”"."""

import re
from dataclasses import dataclass

from extract.findings import Findings
from extract.metrics.places import Place
from extract.metrics.roles import plans
from extract.text import content_start

_NAMES = r"[A-Z][\w’'&-]*(?:\s(?:(?:and|of|the|upon|on|under|in)\s)*[A-Z][\w’'&-]*)*"
_LABEL = re.compile(
    rf"(?:^|^[o•▪‣]\s|\s[o•▪‣]\s|;\s)(?:(?P<name>{_NAMES})"
    rf"|(?P<label>[A-Z][^\d£$€%,:;•]{{1,40}}?)(?=\s?[,:–-]))\s?[,:–-]?\s?$"
)
_ENDED = re.compile(r"[”\"’'.,;]*(?:$|\s[o•▪‣]\s)")
_BARE = re.compile(r"[“\"‘'(]*$")
_PLACES = re.compile(r"\b(?:councils|authorities|counties|boroughs|districts|towns|regions|countries|elsewhere)\b")
_OTHERS = re.compile(r"\b(?:other|others|neighbouring|elsewhere)\b")
# "Adults: 174": a line of a tally, which has others above or below it.
_TALLY = re.compile(
    r"\s*(?:[•o▪–-]\s)?(?P<label>[A-Z](?:[^\d:;.£$€%\n]|(?<=tage )\d|(?<=per )\d[\d,]*+){1,50}?)\s?(?::|\s[–—-])\s{0,4}"
    r"\d[\d,]*\s*(?:\n|$)"
)
DATED = re.compile(
    r"(?:(?:financial |bank |account |cash |current |fund )?(?:balances?|position|figures) )?(?:as )?(?:at|of|on|@)"
    r" (?:the )?[^:.;]{4,30}:?",
    re.IGNORECASE,
)
_NO_TALLY = re.compile(
    r"\b(?:votes?|for|against|ayes?|nays?|noes|yes|no|opposed|favou?r|carried|recus\w+|abstain\w*|abstentions?|absent|absences|present|members?|public|attend\w*|motion|item|page|room|tel"
    r"|telephone|phone|fax|mobile|date|time|year|zone|ward|number|ref\w*|minutes?|total number present|quorum|id)\b",
    re.IGNORECASE,
)
_AIMS = re.compile(
    r"\b(?:targets?|aims?|goals?|ambitions?)\b[^.;]{0,60}\b(?:are|were|is|was|include|to|by):$", re.IGNORECASE
)
# "2030 targets:", "Our targets for 2030:"
_AIMS_OF = re.compile(
    r"\W*(?:(?:our|the|key|main) )*(?:(?P<first>20\d\d(?:/\d\d)?) )?(?:key )?(?:goals|targets)"
    r"(?: (?:by|for) (?P<last>20\d\d(?:/\d\d)?))?:",
    re.IGNORECASE,
)
# What a figure is of several for one thing: "Actual: £410" beside "Target: £500"
_STATE = re.compile(
    r"(?P<plain>actual|target)|(?:budget(?:ed)?|baseline|current|previous|forecast|outturn|variance|planned|change)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"[^\W\d][\w’'&/-]*+(?:\s[^\W\d][\w’'&/-]*+){0,5}")
_NEAR = 12  # blocks
_STEM_WORDS = 14
_TELLING = 7  # words; a stem with fewer ("Particular reference was made to:") goes on about the sentence before it


@dataclass(frozen=True)
class Listed:
    """What the stem of a list says of an entry; `place` where the entries are places."""

    name: str
    place: Place | None
    planned: bool


def listed_at(found: Findings, block: int, text: str, figure: tuple[int, int], home: str | None) -> Listed | None:
    """What a figure is by the stem above it; null unless it is the whole of an entry."""
    before = text[: figure[0]]
    label = _LABEL.search(before)
    if not _ENDED.match(text, figure[1]) or not (label or _BARE.match(before)):
        return None
    if label and (point := _point_above(found, block)) and (state := _STATE.fullmatch(label[label.lastgroup or 0])):
        return Listed(point if state["plain"] else f"{point} – {state[0]}", None, False)
    stem = _stem(found, block)
    if stem is None:
        return None
    if label is None:
        return Listed(stem[-1].rstrip(":"), None, plans(stem[-1]))
    if DATED.fullmatch(stem[-1]):
        return Listed(label[label.lastgroup or 0], None, False)  # "As at 1 May 2024:" says nothing of what
    told = " ".join(stem if len(stem[-1].split()) >= _TELLING else stem[:-1] or stem)
    printed, span = label[label.lastgroup or 0], label.span(label.lastgroup or 0)
    name = " ".join(told.rstrip(":.").split()[-_STEM_WORDS:])
    if not _PLACES.search(told):
        return Listed(f"{name} {printed}", None, plans(stem[-1]))
    wider = bool(_OTHERS.search(told)) and printed not in (home or "")
    return Listed(name, Place(*span, printed, wider), plans(stem[-1]))


def _point_above(found: Findings, block: int) -> str | None:
    """The point that an entry is set in below, where that names something: "Lettings" over "Actual: £410"."""
    blocks, text = found.document.blocks, found.document.text
    if blocks[block].kind != "list_item":
        return None
    for above in reversed(blocks[max(0, block - _NEAR) : block]):
        if above.furniture or (above.kind == "list_item" and above.level >= blocks[block].level):
            continue
        said = text[content_start(found.document, above) : above.end].strip(" :")
        return said if above.kind == "list_item" and _TITLE.fullmatch(said) else None
    return None


def is_of_aims(found: Findings, block: int) -> bool:
    """Whether an entry stands in a list of targets: below "The three targets are:"."""
    stem = _stem(found, block)
    return stem is not None and bool(_AIMS.search(stem[-1]) or _AIMS_OF.fullmatch(stem[-1].strip()))


def year_of_aims(found: Findings, block: int) -> str | None:
    """The year that a list of targets is for: below "2030 targets:"."""
    stem = _stem(found, block) if found.document.blocks[block].kind == "list_item" else None
    told = _AIMS_OF.fullmatch(stem[-1].strip()) if stem else None
    return (told["first"] or told["last"]) if told else None


def tallied(found: Findings, block: int, text: str) -> str | None:
    """The label of a figure that is a line of a tally: "Adults: 174" above "Children: 48"; null for any other."""
    line = _TALLY.fullmatch(text)
    if line is None or _NO_TALLY.search(line["label"]):
        return None
    blocks, document = found.document.blocks, found.document.text
    near = [blocks[at] for at in (block - 1, block + 1) if 0 <= at < len(blocks)]
    others = [_TALLY.fullmatch(document, b.start, b.end) for b in near]
    return line["label"] if any(other and not _NO_TALLY.search(other["label"]) for other in others) else None


def _stem(found: Findings, block: int) -> list[str] | None:
    """The last sentences of the block that leads on to a list with a colon."""
    blocks, text = found.document.blocks, found.document.text
    for above in reversed(blocks[max(0, block - 30) : block]):
        if above.furniture or above.kind == "note":
            continue
        said = text[above.start : above.end].rstrip()
        if said.endswith(":"):
            return re.split(r"(?<=[.!?”])\s+(?=[A-Z])", said)[-2:]
        if above.kind != "list_item" or blocks[block].kind != "list_item":
            return None
    return None
