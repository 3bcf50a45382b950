"""Records of decisions that one person took, a cabinet member or an officer, with no meeting held.

English councils have to write down the decision, the reasons for it, the options that were rejected and who had an
interest (the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations
2012, regulation 13). They do so in forms, as tables or below headings, in much the same words.
"""

import re
from collections.abc import Iterator

from extract.decisions.limbs import Limb, limbs_of
from extract.findings import Findings
from extract.text import content_start
from minutes.model import Block, Document

_HEAD = 12  # blocks in which a form says what it is
_FORM = re.compile(
    r"\b(?:record|notice|form|details?|statement)\b.{0,40}\bdecisions?\b"
    r"|\bdecisions?\b.{0,30}\b(?:record|notice|form|details|statement)\b",
    re.IGNORECASE,
)
_YET_TO_COME = re.compile(
    r"\b(?:propos(?:e|es|ed|al|als)|draft|intend(?:ed|s)?|intention|forthcoming)\b", re.IGNORECASE
)
_NUMBERED = r"(?:\d{1,2}[.)]?\s*)?"
_DECISION = re.compile(
    rf"{_NUMBERED}(?:the |(?:record|details?|summary) of (?:the )?)?decision(?:s|\(s\))?"
    r"(?: (?:taken|made|agreed|reached))?\s*(?::\s*|$)",
    re.IGNORECASE,
)
_REASON = re.compile(
    rf"{_NUMBERED}(?:the )?(?:reason(?:s|\(s\))?|rationale)(?: for (?:the |this )?decision(?:s|\(s\))?)?\s*(?::|$)",
    re.IGNORECASE,
)
_TAKEN_ON = re.compile(
    r"date (?:of|the) decision(?: (?:was )?(?:taken|made))?\b|date decision (?:taken|made)\b", re.IGNORECASE
)
_LABEL = 12  # words; a longer line heads no part of a form
_STEM = re.compile(r"\b(?:that|to|and)\s*:?\s*$", re.IGNORECASE)  # "I agree to:"
_LIMB = re.compile(r"(?:and )?(?:[Tt]hat|[Tt]o)\b|[A-Z]{4,}\b")


def recorded(found: Findings) -> list[Limb]:
    """The limbs of the decisions that a form records; none where it is no such form, or they are yet to be taken."""
    document = found.document
    blocks = [(at, block) for at, block in enumerate(document.blocks) if not block.furniture]
    head = [document.text[block.start : block.end] for block in document.blocks[:_HEAD]]
    if not any(_FORM.search(line) and not _YET_TO_COME.search(line) for line in head):
        return []
    parts: list[list[tuple[int, int, int]]] = []
    part: list[tuple[int, int, int]] = []
    taken = False
    for at, block in blocks:
        for start, end, heads in _stretches(document, block):
            text = document.text[start:end]
            decision = _DECISION.match(text)
            if decision or heads:
                part = []
                taken = taken or bool(_REASON.match(text) or _TAKEN_ON.match(text))
                if decision:
                    parts.append(part)
                start = start + decision.end() if decision else end
            if start < end:
                part.append((at, start, end))
    return [limb for each in parts for limb in _limbs(document, each)] if taken else []


def _stretches(document: Document, block: Block) -> Iterator[tuple[int, int, bool]]:
    """The cells of a row, or the block; each with whether it heads a part of the form."""
    if block.cells:
        told = [cell for cell in block.cells if document.text[slice(*cell)].strip()]
        for at, (start, end) in enumerate(told):
            yield start, end, at == 0 and len(document.text[start:end].split()) <= _LABEL
    else:
        text = document.text[block.start : block.end]
        labelled = any(each.match(text) for each in (_DECISION, _REASON, _TAKEN_ON))
        heads = block.kind == "heading" or (text.endswith(":") and not _STEM.search(text))
        yield block.start, block.end, labelled or (heads and len(text.split()) <= _LABEL)


def _limbs(document: Document, part: list[tuple[int, int, int]]) -> Iterator[Limb]:
    """What is decided, of what stands below "Decision": not the words that explain it."""
    stem = None
    for place, (at, start, end) in enumerate(part):
        if place == 0 and len(part) > 1 and _STEM.search(document.text[start:end]):
            stem = start, end
        elif place == 0 or document.blocks[at].label or _LIMB.match(document.text[start:end]):
            block = document.blocks[at]
            for limb in limbs_of(document, content_start(document, block) if start == block.start else start, at, end):
                yield Limb(limb.start, limb.end, limb.stem or stem)
