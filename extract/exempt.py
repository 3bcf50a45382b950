"""Text that a document itself marks as not for the public: exempt under Schedule 12A, confidential, Part 2.

Only a mark of the section, the page or the whole document counts. A resolution to exclude the public cites the same
Schedule and is public; so is a sentence that speaks of exempt information, or a report that has an exempt appendix.
"""

import re
from collections.abc import Iterator
from typing import TypeVar

from spacy.tokens import Doc

from extract.findings import Findings, findings
from minutes.model import AgendaItem, Block, Document, DocumentKind, Exempt, Extracted, page_ranges

T = TypeVar("T", bound=Extracted)

MARK_WORDS = 45  # "NOT FOR PUBLICATION by virtue of ..., as amended by ..." is one of the longest
_HEAD = 12  # blocks in which a document says what it is as a whole
_WORDS = re.compile(
    r"\b(?=[necpsir])(?:not\s+for\s+publi|exempt|confidential|private|schedule\s+12a|in\s+camera|closed|restricted)",
    re.IGNORECASE,
)
_KIND = r"(?:exempt|(?:strictly )?(?:private|confidential)|closed|restricted)"
_THING = r"(?:minutes?|items?|section|part|business|session|matters?|agenda|proceedings|record|report|reports)"
_PART = r"part (?:2|two|ii|b)\b"
_UNDER = r"(?:by virtue of|under|within the meaning of|as defined (?:in|by)|pursuant to|in accordance with|paragraphs?)"
_SELF = rf"(?:this|the following) (?:page|document|information|{_THING}) (?:is|are|contains?|includes?|constitutes?)"
# The whole of a line. What stands alone in it speaks of the text that it heads.
_MARK = re.compile(
    rf"(?:{_SELF} |{_PART}[\s:–—-]*|{_KIND}(?: {_THING})?[\s:–—-]*(?:and )?)*"
    r"not for (?:public(?:ation| release| disclosure)|publishing)\b.*"
    rf"|{_SELF} (?:{_KIND}\b(?! from (?!publication|disclosure))|exempt information\b).*"
    rf"|exempt(?: information)?[\s,:–—-]*{_UNDER}\b.{{0,80}}(?:schedule 12|paragraphs? \d|local government act).*"
    rf"|{_UNDER} .{{0,80}}schedule 12a\b.*"
    rf"|(?:strictly )?(?:private (?:and|&) )?confidential",
    re.IGNORECASE | re.DOTALL,
)
# A heading over a section that others may divide into items.
_SECTION = re.compile(
    rf"(?:{_PART}[\s:–—(-]*)?{_KIND}(?: (?:and|or|&|/) {_KIND})* {_THING}(?: only)?[\s):.]*"
    rf"|{_PART}[\s:–—(-]*(?:{_KIND}|private and confidential)\b[\s):.]*"
    rf"|{_THING} {_KIND}[\s:.]*|{_KIND} {_PART}.{{0,40}}|in camera(?: {_THING})?",
    re.IGNORECASE,
)
_CONFIDENTIAL_MINUTE = re.compile(r"(?:exempt|confidential|private) minute\b(?!s)", re.IGNORECASE)
_TITLE = re.compile(rf"(?:{_PART}[\s:–—(-]*)?{_KIND}\)? minutes\b.*|.*\bminutes\b.*\({_KIND}\b.*\).*", re.IGNORECASE)
# In the line itself these say that it speaks of something else, or of an appendix that is not there.
_OF_OTHERS = re.compile(
    r"\b(?:exclu(?:de|ded|ding|sion)|appendi(?:x|ces)|annexe?s?|attachments?|no exempt|not exempt|if|whether|likely"
    r"|resolved|agreed|moved|for publication \[)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"\W*(?:none|nil|n/a|not applicable|there (?:were|was|are|is) no(?:ne|t any)?\b|at the time of preparing"
    r"|no (?:such |exempt |private |confidential |part 2 )*(?:items?|business|matters?))",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:minuted|recorded|circulated|set out|published|held|see) (?:separately|elsewhere)"
    r"|\bseparate (?:minutes?|record)|\bconfidential appendix\b|\bnot minuted\b",
    re.IGNORECASE,
)
_EXCLUSION = re.compile(r"\bexclu(?:de|ded|ding|sion)\b", re.IGNORECASE)
_PUBLIC = re.compile(
    r"part (?:1|one|i|a)\b.{0,60}"
    r"|(?:end|conclusion|close) of (?:the )?(?:exempt|confidential|private|closed|part).{0,60}"
    r"|(?:public|open|unrestricted|non-exempt) (?:session|items?|business|minutes|section|part)\b.{0,40}"
    r"|(?:the )?(?:meeting|committee|council|board|panel|press|public|members)\b.{0,60}"
    r"\b(?:re-?admitted|returned|resumed|re-?joined|re-?opened|invited back|reconvened|moved back)\b.{0,60}",
    re.IGNORECASE,
)


def find_exempt(doc: Doc) -> Doc:
    """spaCy component: fills `findings(doc).exempt`, and marks the records that stand in such text."""
    found = findings(doc)
    found.exempt = exempt_in(found.document, found.items, found.kind)
    if found.exempt:
        _mark_records(found)
    return doc


def quarantined(document: Document, exempt: Exempt) -> str:
    """A line for the receipt: what is held apart and why."""
    pages = sorted({block.page for block in document.blocks_between(exempt.start, exempt.end) if block.page})
    where = page_ranges(pages) if pages else f"from paragraph {exempt.mark.paragraph}"
    words = " ".join(exempt.mark.quote.split())
    words = words if len(words) <= 60 else f"{words[:60].rsplit(' ', 1)[0]} ..."
    return f'marked "{words}", {where}: held apart, and found only with --exempt'


def exempt_in(document: Document, items: list[AgendaItem], kind: DocumentKind) -> list[Exempt]:
    """The stretches that are marked, in order; they do not overlap."""
    found = sorted(_marked(document, items, kind), key=lambda each: (each.start, -each.end))
    kept: list[Exempt] = []
    for each in found:
        if kept and each.start < kept[-1].end:
            kept[-1] = kept[-1].model_copy(update={"end": max(each.end, kept[-1].end)})
        else:
            kept.append(each)
    return kept


def _marked(document: Document, items: list[AgendaItem], kind: DocumentKind) -> Iterator[Exempt]:
    first = document.block_index(items[0].citation.start) if items else len(document.blocks)
    head = [index for index, block in enumerate(document.blocks[:first]) if not block.furniture][:_HEAD]
    for index in sorted({document.block_index(match.start()) for match in _WORDS.finditer(document.text)}):
        block = document.blocks[index]
        text = _line(document, block)
        if len(text.split()) > MARK_WORDS or block.kind == "table_row":
            continue
        place = document.cite(block.start, block.end)
        if block.furniture:
            if _is_mark(text):
                yield Exempt(**_page(document, block), mark=place)
        elif index in head and (_is_mark(text) or _TITLE.fullmatch(text)):
            yield Exempt(start=0, end=len(document.text), mark=place)
        elif kind != "agenda" and (extent := _extent(document, items, index, text)):
            yield Exempt(start=extent[0], end=extent[1], mark=place)


def _line(document: Document, block: Block) -> str:
    """A block's text less its label, brackets around it and stars."""
    text = " ".join(document.text[block.start : block.end].split())
    return text.removeprefix(block.label or "").strip(" ()[]*–—-.:")


def _is_mark(text: str) -> bool:
    return text[:1].isupper() and bool(_MARK.fullmatch(text)) and not _OF_OTHERS.search(text)


def _extent(document: Document, items: list[AgendaItem], index: int, text: str) -> tuple[int, int] | None:
    """What a mark in the running text marks: the item that it heads or stands in right below the title, or all to come.

    A section with nothing in it, or whose minutes are kept apart, is public.
    """
    block = document.blocks[index]
    item = next((i for i in items if block.start <= i.citation.start < block.end), None)
    if item and (_CONFIDENTIAL_MINUTE.match(item.title) or _in_title(item.title)):
        return block.start, item.end
    if _is_mark(text):
        if above := _headed_by(document, items, index):
            return above.citation.start, above.end
        return block.start, _until(document, index)
    short = block.kind == "heading" or len(text.split()) <= 8
    if short and not block.label and _SECTION.fullmatch(text):
        return _section(document, index)
    return None


def _in_title(title: str) -> bool:
    """Whether a title ends in a mark: "Sale of land (NOT FOR PUBLICATION by virtue of paragraph 3)"."""
    parts = re.split(r"\s*[(\[]|\s[–—-]\s", title)
    return any(_is_mark(part[:1].upper() + part[1:].strip(" )].")) for part in parts[1:])


def _headed_by(document: Document, items: list[AgendaItem], index: int) -> AgendaItem | None:
    """The item whose title stands right above a line, if one does and text follows the line in it."""
    above = next((b for b in reversed(document.blocks[:index]) if not b.furniture and b.kind != "note"), None)
    if above is None:
        return None
    end = document.blocks[index].end
    return next((i for i in items if above.start <= i.citation.start < above.end and i.end > end + 1), None)


def _section(document: Document, index: int) -> tuple[int, int] | None:
    """A section from its heading on; less the resolution to exclude the public that opens it."""
    end = _until(document, index)
    start = document.blocks[index].start
    body = [b for b in document.blocks[index + 1 :] if b.start < end and not b.furniture and b.kind != "note"]
    while body and len(body) > 1 and _EXCLUSION.search(document.text, body[0].start, body[0].end):
        body = body[1:]
        start = body[0].start
    told = "\n".join(document.text[b.start : b.end] for b in body)
    empty = _NOTHING.match(told) or _EXCLUSION.search(told) or (len(told.split()) < 60 and _APART.search(told))
    return None if empty or not told.strip() else (start, end)


def _until(document: Document, index: int) -> int:
    """Where text that is exempt from a block on ends: where the public is back, or with the document."""
    for block in document.blocks[index + 1 :]:
        text = _line(document, block)
        if not block.furniture and len(text.split()) <= 16 and _PUBLIC.fullmatch(text):
            return block.start
    return len(document.text)


def _page(document: Document, mark: Block) -> dict[str, int]:
    """The page that a running header or footer stands on; all text where there are no pages."""
    if mark.page is None:
        return {"start": 0, "end": len(document.text)}
    blocks = [block for block in document.blocks if block.page == mark.page]
    return {"start": blocks[0].start, "end": blocks[-1].end}


def _mark_records(found: Findings) -> None:
    found.items = [_marked_record(found.exempt, item) for item in found.items]
    found.decisions = [_marked_record(found.exempt, decision) for decision in found.decisions]
    found.actions = [_marked_record(found.exempt, action) for action in found.actions]
    found.metrics = [_marked_record(found.exempt, metric) for metric in found.metrics]


def _marked_record(exempt: list[Exempt], record: T) -> T:
    inside = any(each.start <= record.citation.start < each.end for each in exempt)
    return record.model_copy(update={"exempt": True}) if inside else record
