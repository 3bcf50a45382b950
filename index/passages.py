"""Cuts a document into passages, the unit of search.

A decision is a passage of its own, a limb together with the stem above it. What is left of the running text
becomes paragraphs: a long one is split at sentence ends, short neighbours under the same item are joined.
Apart from stems, which go with each of their limbs, no word stands in two passages.

Passages side by side under the same item have a context in common: what a reader is shown, since a sentence alone often
does not say what it is about.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, groupby, pairwise

from index.abbreviations import abbreviations, spelt_out
from minutes.found import Passage, PassageKind
from minutes.model import Action, Block, Citation, Decision, Document, Meeting, Metric, Minutes, content_id

CONTEXT = 130  # words in a context at most, unless it is one passage
HEADING = 6  # words that may stand between an item's title and its text: a number, "Minute", a name
LONG = 120  # words in a passage at most, unless it is one decision
SHORT = 12  # words; a shorter paragraph or row is joined to its neighbours
FRAGMENT = 3  # words; what is left beside a decision or title and is shorter is a label or "RESOLVED:"

SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*(?=\s+[\"'“‘(\[£]?[A-Z0-9])|;(?=\s)")
NO_END = re.compile(
    r"(?:\b(?:[A-Z]|Cllrs?|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|St|Nos?|Ref|Min|Para|vs?|e\.g|i\.e|cf|etc|approx|[Pp]p?)|(?:^|\s)\(?[\da-z]{1,3})\.$"
)
RESOLVED = re.compile(  # what announces a decision at the end of the text before it
    r"(?i)(?:^|(?<=[.!?;:\n]\s)|(?<=\n))(?:it\s+was\s+)?(?:unanimously\s+)?"
    r"(?:resolved|agreed|decided|recommended|decision|resolution)(?:\s+unanimously)?(?:\s+that)?\s*[:–—-]?\s+$"
)
BOILERPLATE = re.compile(  # titles of formal business, which meetings have whatever they meet about
    r"^(?!.*\b(?:matters|actions?|arising)\b)(?:[\W\d]*(?:move|to|approv\w+|confirm\w*|adopt\w*|agree\w*|accept\w*"
    r"|receiv\w+|review\w*|sign\w*|of|the|and|as|an?|true|correct|accurate|previous|last|draft|council)\b)*"
    r"[\W\d]*minutes(?:\W+(?:of|from)\b.*)?\W*$|"
    r"\b(apolog(y|ies)|declarations?\s+of\s+(\w+\s+)*interests?|disclosures?\s+of\s+(\w+\s+)*interests?|"
    r"(date|time)s?\s+(and\s+\w+\s+)?of\s+(the\s+)?(next|future)\s+meetings?|next\s+meeting|"
    r"webcast|recording\s+of\s+(the\s+)?meeting|filming|fire\s+(alarm|evacuation|exit)|"
    r"notices?\s+of\s+meetings?\W*$|exclusion\s+of\s+(the\s+)?(press|public)|housekeeping|welcome(\s+and\s+introductions?)?$|substitutes?$)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Piece:
    """A stretch of running text, and what decides which neighbours it may be joined to."""

    start: int
    end: int
    first: int  # indices of the blocks that it starts and ends in
    last: int
    words: int
    item_id: str | None
    table: int | None


def passages(document: Document, minutes: Minutes) -> list[Passage]:
    """All passages of a document, in order. Page furniture, headings and the titles of items are not among them."""
    decided = _decisions(document, minutes)
    taken = [*(passage.citation for passage in decided), *(item.citation for item in minutes.items)]
    covered = sorted((citation.start, citation.end) for citation in taken)
    pieces = _pieces(document, minutes, covered)
    found = sorted(
        [*decided, *(_paragraph(document, minutes, piece) for piece in _joined(pieces))],
        key=lambda passage: (passage.citation.start, passage.citation.end),
    )
    return list(_in_context(document, minutes, found))


def _in_context(document: Document, minutes: Minutes, found: Iterable[Passage]) -> Iterator[Passage]:
    """The passages with their contexts: parts of about equal length of what stands together under an item.

    The first part under an item begins with its title. What is exempt never stands in the context of what is not.
    """
    titles = {item.id: item.citation for item in minutes.items}

    def above(passage: Passage) -> tuple[str | None, bool]:
        item = minutes.item_at(passage.citation.start)
        return item.id if item else None, passage.exempt

    explained = abbreviations(document.text)
    for (item_id, _), together in groupby(found, key=above):
        passages, title = list(together), titles.pop(item_id or "", None)
        sizes = [len(passage.text.split()) for passage in passages]
        firsts = even(sizes, sum(sizes) / -(-sum(sizes) // CONTEXT))
        for first, last in pairwise([*firsts, len(passages)]):
            part = passages[first:last]
            start, end = part[0].citation.start, max(passage.citation.end for passage in part)
            if title and title.start < start and len(document.text[title.end : start].split()) <= HEADING:
                start = title.start
            title = None
            context = document.cite(start, end)
            for passage in part:
                gloss = spelt_out(passage.text, explained)
                yield passage.model_copy(update={"context": context, "gloss": gloss})


def _decisions(document: Document, minutes: Minutes) -> list[Passage]:
    """One passage for each stretch of text that decides something; two decisions in the same words share one."""
    placed: dict[tuple[int, int], tuple[Citation, str, list[Decision]]] = {}
    for decision in minutes.decisions:
        if decision.trust == "low":
            continue  # its words stay in their paragraph, which links to it
        citation, text = _with_stem(document, decision)
        placed.setdefault((citation.start, citation.end), (citation, text, []))[2].append(decision)
    return [
        _passage(
            minutes, "decision", citation, text, same[0].item_id,
            [*(decision.id for decision in same), *_record_ids(minutes, citation)],
        )
        for citation, text, same in placed.values()
    ]  # fmt: skip


def _with_stem(document: Document, decision: Decision) -> tuple[Citation, str]:
    """What to cite for a decision, and its text with the stem.

    "RESOLVED: (a) that …" is cited whole; for "(b) that …" further down, the stem is only put before the text.
    A "RESOLVED:" at the end of the paragraph before is cited too, so that it is not left dangling there.
    """
    citation, stem = decision.citation, decision.stem
    if not stem or citation.quote.startswith(stem):
        whole = _announced(document, citation)
        return whole, whole.quote
    at = document.text.rfind(stem, 0, citation.start)
    between = document.text[at + len(stem) : citation.start].split() if at >= 0 else [stem, ""]
    if len(between) <= 1:  # nothing, or the limb's letter
        whole = _announced(document, document.cite(at, citation.end))
        return whole, whole.quote
    return citation, f"{stem} {citation.quote}"


def _announced(document: Document, citation: Citation) -> Citation:
    """The citation with the "RESOLVED:" right before it, if there is one."""
    found = RESOLVED.search(document.text, max(0, citation.start - 60), citation.start)
    return document.cite(found.start(), citation.end) if found else citation


def _pieces(document: Document, minutes: Minutes, covered: list[tuple[int, int]]) -> Iterator[Piece]:
    """The running text that no decision and no item's title covers, cut into pieces of at most `LONG` words."""
    for index, block in enumerate(document.blocks):
        if block.furniture or block.kind == "heading":
            continue
        for start, end, whole in _left_over(block, covered):
            if not whole and len(re.findall(r"\w{2,}", document.text[start:end])) < FRAGMENT:
                continue
            for at, to in split(document.text, start, end):
                item = minutes.item_at(at)
                words = len(document.text[at:to].split())
                yield Piece(at, to, index, index, words, item.id if item else None, block.table)


def _left_over(block: Block, covered: list[tuple[int, int]]) -> Iterator[tuple[int, int, bool]]:
    """The parts of a block outside the covered spans, and whether it is the whole block."""
    at, whole = block.start, True
    for start, end in covered:
        if end <= at or start >= block.end:
            continue
        whole = False
        if start > at:
            yield at, start, False
        at = max(at, end)
    if at < block.end:
        yield at, block.end, whole


def split(text: str, start: int, end: int, *, words: int = LONG) -> Iterator[tuple[int, int]]:
    """Spans of at most `words` words that cover `text[start:end]`, of about equal length, ending at sentence ends.

    A sentence that is longer is cut between words.
    """
    total = len(text[start:end].split())
    spans = [(start, end)] if total <= words else list(sentences(text, start, end, words=words))
    sizes = [len(text[at:to].split()) for at, to in spans]
    for parts in count(max(1, -(-total // words))):
        firsts = even(sizes, total / parts)
        if all(sum(sizes[i:j]) <= words for i, j in pairwise([*firsts, len(sizes)])):
            edges = [*(spans[first][0] for first in firsts), end]
            yield from pairwise(edges)
            return


def even(sizes: list[int], aim: float) -> list[int]:
    """Indices at which a new part begins: what is sized goes into the part that its middle falls into."""
    firsts, part, before = [0], 0, 0
    for index, size in enumerate(sizes):
        if (here := int((before + size / 2) / aim)) > part and index:
            firsts.append(index)
            part = here
        before += size
    return firsts


def sentences(text: str, start: int, end: int, *, words: int = LONG) -> Iterator[tuple[int, int]]:
    """The sentences of `text[start:end]` as spans; one of more than `words` words comes in parts."""
    at = start
    for match in SENTENCE_END.finditer(text, start, end):
        if not NO_END.search(text, max(start, match.start() - 12), match.start() + 1):
            yield from _parts(text, at, match.end(), words)
            at = match.end()
    if text[at:end].strip():
        yield from _parts(text, at, end, words)


def _parts(text: str, start: int, end: int, words: int) -> Iterator[tuple[int, int]]:
    cuts = [match.start() for match in re.finditer(r"\S+", text[start:end])][words::words]
    edges = [start, *(start + cut for cut in cuts), end]
    yield from pairwise(edges)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces with short neighbours joined: nothing between them, the same item, the same table or none."""
    held: Piece | None = None
    for piece in pieces:
        if held and _joinable(held, piece):
            words = held.words + piece.words
            held = Piece(held.start, piece.end, held.first, piece.last, words, held.item_id, held.table)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _joinable(held: Piece, piece: Piece) -> bool:
    return (
        min(held.words, piece.words) < SHORT
        and held.words + piece.words <= LONG // 2
        and piece.first - held.last <= 1
        and (held.item_id, held.table) == (piece.item_id, piece.table)
    )


def _paragraph(document: Document, minutes: Minutes, piece: Piece) -> Passage:
    citation = document.cite(piece.start, piece.end)
    records = _record_ids(minutes, citation)
    strongest: PassageKind = "paragraph"
    if any(metric.id in records and metric.trust != "low" for metric in minutes.metrics):
        strongest = "metric"
    if any(action.id in records and action.trust != "low" for action in minutes.actions):
        strongest = "action"
    columns = _columns(document, piece) if piece.table is not None else None
    return _passage(minutes, strongest, citation, citation.quote, piece.item_id, records, columns)


def _columns(document: Document, piece: Piece) -> str | None:
    """The names of the columns of a piece's table, where they do not stand in the piece itself."""
    rows = [b for b in document.blocks[: piece.first] if b.table == piece.table and b.column_header]
    return " | ".join(" ".join(document.text[row.start : row.end].split()) for row in rows) or None


def _record_ids(minutes: Minutes, citation: Citation) -> list[str]:
    """Actions and metrics, and the decisions of low trust, that begin inside a citation."""
    doubtful = [decision for decision in minutes.decisions if decision.trust == "low"]
    records: list[Action | Metric | Decision] = [*minutes.actions, *minutes.metrics, *doubtful]
    return [r.id for r in records if citation.start <= r.citation.start < citation.end]


def _passage(
    minutes: Minutes,
    kind: PassageKind,
    citation: Citation,
    text: str,
    item_id: str | None,
    records: list[str],
    columns: str | None = None,
) -> Passage:
    item = next((item for item in minutes.items if item.id == item_id), None)
    title = " ".join(filter(None, (item.number, item.title))) if item else None
    above = minutes.item_at(citation.start)
    heading = above.title if above and above.id != item_id else None
    place = _place(minutes.meeting, minutes.document.title)
    return Passage(
        id=content_id("pas", minutes.document.id, citation.start, citation.end),
        kind=kind,
        text=text,
        header=" · ".join(dict.fromkeys(filter(None, (*place, title, heading, columns)))),
        item_id=item_id,
        record_ids=tuple(dict.fromkeys(records)),
        citation=citation,
        context=citation,
        boilerplate=bool(item and BOILERPLATE.search(item.title)),
        exempt=any(each.start < citation.end and citation.start < each.end for each in minutes.exempt),
    )


def _place(meeting: Meeting, title: str | None) -> tuple[str | None, ...]:
    """Organisation, body and date; the document's title where no body is known, as in a report."""
    return meeting.organisation, meeting.body or title, meeting.date
