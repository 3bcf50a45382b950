"""The spaCy pipeline: a blank English tokenizer and one component a kind of record."""

from functools import cache, partial

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract.actions import ActionFinder
from extract.attendance import find_attendance
from extract.decisions import DecisionFinder
from extract.exempt import find_exempt, quarantined
from extract.findings import Findings
from extract.items import find_items
from extract.meeting import find_chair, find_kind, find_meeting
from extract.metrics import find_metrics
from extract.text import sentences_of
from minutes.model import Document, Minutes

Doc.set_extension("findings", default=None, force=True)
Language.component("find_kind", func=find_kind)
Language.component("find_meeting", func=find_meeting)
Language.component("find_items", func=find_items)
Language.component("find_attendance", func=find_attendance)
Language.component("find_chair", func=find_chair)
Language.component("find_metrics", func=find_metrics)
Language.component("find_exempt", func=find_exempt)
Language.factory("find_decisions", func=lambda nlp, name: DecisionFinder(nlp))
Language.factory("find_actions", func=lambda nlp, name: ActionFinder(nlp))

COMPONENTS = (
    "find_kind",
    "find_meeting",
    "find_items",
    "find_attendance",
    "find_chair",
    "find_decisions",
    "find_actions",
    "find_metrics",
    "find_exempt",
)


@cache
def pipeline() -> Language:
    """The pipeline, made once in a process."""
    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def extract(document: Document) -> Minutes:
    """All records of a document."""
    nlp = pipeline()
    doc = nlp.make_doc(document.text)
    found = Findings(document, sentences_of(document))
    doc._.findings = found
    for _, component in nlp.pipeline:
        doc = component(doc)
    return Minutes(
        document=document.info.model_copy(update={"kind": found.kind}),
        meeting=found.meeting,
        attendance=tuple(found.attendance),
        items=tuple(found.items),
        decisions=tuple(found.decisions),
        actions=tuple(found.actions),
        metrics=tuple(found.metrics),
        exempt=tuple(found.exempt),
        receipt=document.receipt.model_copy(
            update={
                "unassigned": _unassigned(found),
                "warnings": (*document.receipt.warnings, *map(partial(quarantined, document), found.exempt)),
            }
        ),
    )


def _unassigned(found: Findings) -> float | None:
    """Share of the running text that stands under no agenda item."""
    blocks = [block for block in found.document.blocks if not block.furniture]
    total = sum(block.end - block.start for block in blocks)
    first = found.items[0].citation.start if found.items else len(found.document.text)
    before = sum(block.end - block.start for block in blocks if block.end <= first)
    return round(before / total, 3) if total else None
