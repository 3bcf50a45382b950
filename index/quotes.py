"""Whether a quotation stands in a document, and what differs where it does not stand there to the letter.

Text is folded for comparison: white space, quotation marks, hyphens, case and the shape of letters do not count, nor
does what a page or a margin puts between the words. What makes another number does: a sign, a range, a space in it.
Where the folded quotation is not found, the stretch of the document that shares most of its words is, and is compared
word by word.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from minutes.found import Edit, Verdict
from minutes.model import Citation, Document

Spans = Sequence[tuple[int, int]]

DASH = "\\-‐‑‒–—―−"
MARK = "\"'`´‘’‚‛“”„‟«»‹›′″"
TOKEN = re.compile(
    rf"(?P<word>[^\W_]+)"
    rf"|(?P<dash>(?<=\d)\s*[{DASH}]\s*(?=\d)|(?<![^\s(])[{DASH}](?=[£$€]?\d))"  # a range, or the sign of a number
    rf"|(?P<gap>(?<=\d)\s+(?=\d))"
    rf"|(?P<other>[^\s{DASH}{MARK}\u00ad\u200b-\u200f\u2060\ufeff])"
)
ACROSS = re.compile(rf"[^\W_]\0[^\W_]|\d[.,]\0\d|\d\0[.,]\d|(?:^|[\s(])[{DASH}]\0\d")  # a word goes on at \0
FORMS: dict[str, Callable[[str], str]] = {  # what may differ in form, and what makes it equal
    "white space": lambda text: re.sub(r"\s+", "", text),
    "quotation marks": lambda text: re.sub(f"[{MARK}]", "", text),
    "dashes or hyphens": lambda text: re.sub(f"[{DASH}\u00ad]", "", text),
    "case": str.casefold,
    "characters": lambda text: "".join(map(_unaccented, text)),
}
PAGE = "a page break"
SHORTENED = "words left out"  # where the quotation has an ellipsis
ELLIPSIS = re.compile(r"[\[(] ?(?:…|\.\.\.) ?[\])]|…|(?<!\.)\.\.\.(?!\.)")
LEFT_OUT = 500  # characters between two words of a shortened quotation, at most
TURNING = re.compile(r"(?i)\b(?:not|no|never|neither|nor|cannot|unless|without|except)\b|n[’']t\b")  # left out by none
FEWEST = 3  # words; of fewer no "changed" is told: some word or two are everywhere
SHARED = 0.5  # of the words, and of their weight, that a changed quotation has in common with the document
PAD = 3  # words on either side of the stretch that is compared


@dataclass(frozen=True)
class Found:
    """What became of a quotation. `edits` lead from the document's words to those of a changed quotation."""

    verdict: Verdict
    places: tuple[Citation, ...] = ()
    forms: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True)
class Folded:
    """A text folded for comparison, and the place in the document that each of its characters comes from."""

    text: str
    places: list[int]


@dataclass(frozen=True)
class Word:
    """A word as printed, as it is compared, and where it stands."""

    text: str
    key: str
    start: int
    end: int


def locate(document: Document, quotation: str, *, hidden: Spans = ()) -> Found:
    """Find a quotation in a document; `hidden` spans of its text are passed over as if they were not there."""
    text, asked = document.text, quotation.strip()
    same = [at for at in _occurrences(text, asked) if _whole(text, at, at + len(asked))]
    if places := [(at, at + len(asked)) for at in same if not _overlaps(hidden, at, at + len(asked))]:
        return Found("exact", tuple(document.cite(*place) for place in places))
    body, rest = _stretches(document, hidden)
    if wanted := fold(asked, [(0, len(asked))]).text:
        for stretches in (body, rest):
            if places := list(_folded_places(text, fold(text, stretches), wanted)):
                return Found(
                    "form", tuple(document.cite(*place) for place in places), _forms(document, asked, places[0])
                )
    if shortened := _shortened(document, asked, body):
        return shortened
    return _changed(document, asked, body) or _changed(document, asked, rest) or Found("absent")


def _shortened(document: Document, asked: str, stretches: Spans) -> Found | None:
    """Where all that stands around an ellipsis is said in its order, and what it leaves out turns nothing round."""
    parts = [part.strip() for part in ELLIPSIS.split(asked) if part.strip()]
    words = [len(part.split()) for part in parts]
    if not ELLIPSIS.search(asked) or sum(words) < FEWEST or min(words) < 2:
        return None
    folded = fold(document.text, stretches)
    standing = [list(_folded_places(document.text, folded, fold(part, [(0, len(part))]).text)) for part in parts]
    found = [places for first in standing[0] if (places := _in_order(document.text, first, standing[1:]))]
    nearest = {places[-1]: places for places in found}  # of places with the same end the shortest
    if not nearest:
        return None
    differing = {
        form
        for part, place in zip(parts, next(iter(nearest.values())), strict=True)
        if document.text[slice(*place)] != part
        for form in _forms(document, part, place)
    }
    cited = tuple(document.cite(places[0][0], places[-1][1]) for places in nearest.values())
    return Found("form", cited, (SHORTENED, *(form for form in (*FORMS, PAGE) if form in differing)))


def _in_order(
    text: str, first: tuple[int, int], standing: Sequence[Sequence[tuple[int, int]]]
) -> list[tuple[int, int]] | None:
    """The first part with the nearest place after it for each other part; null where there is none near enough."""
    found = [first]
    for places in standing:
        end = found[-1][1]
        after = next((place for place in places if end <= place[0] <= end + LEFT_OUT), None)
        if after is None or TURNING.search(text, end, after[0]):
            return None
        found.append(after)
    return found


def fold(text: str, stretches: Spans) -> Folded:
    """The stretches of a text, one after the other, as they are compared.

    >>> fold("The “co-ordinated”  plan (2023 – 24)", [(0, 36)]).text
    'thecoordinatedplan(2023-24)'
    """
    parts: list[str] = []
    places: list[int] = []
    for start, end in stretches:
        if parts and text[start : start + 1].isdigit() and parts[-1][-1].isdigit():
            parts.append(" ")
            places.append(start)
        for token in TOKEN.finditer(text, start, end):
            if token.lastgroup in ("dash", "gap"):
                parts.append("-" if token.lastgroup == "dash" else " ")
                places.append(token.start())
            elif token[0].isascii():
                parts.append(token[0].lower())
                places.extend(range(token.start(), token.end()))
            else:
                for at, character in enumerate(token[0], token.start()):
                    if plain := _plain(character):
                        parts.append(plain)
                        places.extend([at] * len(plain))
    return Folded("".join(parts), places)


def _plain(character: str) -> str:
    """A character without accents, ligatures and case."""
    return character.lower() if character.isascii() else _unaccented(character).casefold()


def _unaccented(character: str) -> str:
    parts = unicodedata.normalize("NFKD", character)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _stretches(document: Document, hidden: Spans) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The running text, and what stands beside it on the page: a sentence goes on below a footer or past a note."""
    body: list[tuple[int, int]] = []
    rest: list[tuple[int, int]] = []
    for block in document.blocks:
        beside = block.furniture or block.kind == "note"
        (rest if beside else body).extend(_without(hidden, block.start, block.end))
    return body, rest


def _without(hidden: Spans, start: int, end: int) -> Iterator[tuple[int, int]]:
    for first, last in sorted(hidden):
        if start < last and first < end:
            if start < first:
                yield start, first
            start = max(start, last)
    if start < end:
        yield start, end


def _overlaps(spans: Spans, start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)


def _occurrences(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch cuts no word and no number: "able" is not in "unable", nor "5,000" in "25,000"."""
    edges = (f"{text[max(0, at - 2) : at]}\0{text[at : at + 2]}" for at in (start, end))
    return not any(map(ACROSS.search, edges))


def _folded_places(text: str, folded: Folded, wanted: str) -> Iterator[tuple[int, int]]:
    for at in _occurrences(folded.text, wanted):
        start, end = folded.places[at], folded.places[at + len(wanted) - 1] + 1
        if _whole(text, start, end):
            yield start, end


def _forms(document: Document, asked: str, place: tuple[int, int]) -> tuple[str, ...]:
    """What it is that differs: what is still unequal when all else is made equal."""
    body, rest = _stretches(document, ())
    over = any(place[0] < start and end < place[1] for start, end in rest)
    held = [(max(start, place[0]), min(end, place[1])) for start, end in body if start < place[1] and place[0] < end]
    stands = "\n".join(document.text[start:end] for start, end in held) if over else document.text[slice(*place)]
    found = [name for name in FORMS if _evened(asked, name) != _evened(stands, name)]
    return (*found, *([PAGE] if over else ()))


def _evened(text: str, unless: str) -> str:
    for name, even in FORMS.items():
        if name != unless:
            text = even(text)
    return text


# ---- what is not there to the letter ---------------------------------------------------------------------------------


def words_in(text: str, stretches: Spans) -> list[Word]:
    """The words of the stretches, with the punctuation that they carry."""
    return [
        Word(found[0], key, found.start(), found.end())
        for start, end in stretches
        for found in re.compile(r"\S+").finditer(text, start, end)
        if (key := _key(found[0]))
    ]


def _key(word: str) -> str:
    """A word as it is compared."""
    plain = word.isascii() and word.isalnum()  # as most are, and the rest takes many times as long
    return word.lower() if plain else fold(word, [(0, len(word))]).text


def edits(old: Sequence[Word], new: Sequence[Word]) -> tuple[Edit, ...]:
    """What leads from one text to the other, word by word, what is the same included."""
    found: list[Edit] = []
    for op in Indel.opcodes([word.key for word in old], [word.key for word in new]):
        before = " ".join(word.text for word in old[op.src_start : op.src_end])
        after = " ".join(word.text for word in new[op.dest_start : op.dest_end])
        if op.tag == "equal":
            found.append(Edit(old=before, new=before))
        elif found and found[-1].old != found[-1].new:  # a deletion and an insertion side by side replace each other
            last = found.pop()
            found.append(Edit(old=f"{last.old} {before}".strip(), new=f"{last.new} {after}".strip()))
        else:
            found.append(Edit(old=before, new=after))
    return tuple(found)


def _changed(document: Document, asked: str, stretches: Spans) -> Found | None:
    """The stretch that shares most of the words, if it shares enough of them."""
    wanted, held = words_in(asked, [(0, len(asked))]), words_in(document.text, stretches)
    if len(wanted) < FEWEST or not held:
        return None
    cores, here = [_core(word) for word in wanted], [_core(word) for word in held]
    found = fuzz.partial_ratio_alignment(cores, here, score_cutoff=100 * SHARED * 0.8)
    if found is None:
        return None
    first, last = max(0, found.dest_start - PAD), found.dest_end + PAD
    same = [op for op in Indel.opcodes(cores, here[first:last]) if op.tag == "equal"]
    counts = Counter(here)
    weights = [log(1 + len(here) / (1 + counts[core])) for core in cores]
    shared = [at for op in same for at in range(op.src_start, op.src_end)]
    if len(shared) < SHARED * len(cores) or sum(weights[at] for at in shared) < SHARED * sum(weights):
        return None
    begin, end = first + same[0].dest_start, first + same[-1].dest_end
    block_of = document.block_index
    head = [word for word in held[max(0, begin - same[0].src_start) : begin]
            if block_of(word.start) == block_of(held[begin].start)]  # fmt: skip
    tail = [word for word in held[end : end + len(wanted) - same[-1].src_end]
            if block_of(word.start) == block_of(held[end - 1].start)]  # fmt: skip
    stands = [*head, *held[begin:end], *tail]
    return Found("changed", (document.cite(stands[0].start, stands[-1].end),), edits=edits(stands, wanted))


def _core(word: Word) -> str:
    """A word without the punctuation around it."""
    return word.key.strip(".,;:!?()[]") or word.key
