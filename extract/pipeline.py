"""The spaCy pipeline: a blank English tokenizer and one component a kind of record."""

from functools import cache, partial

from spacy.language import Language
from spacy.tokens import Doc

from extract.actions.finding import ActionFinder
from extract.attendance.finding import find_attendance
from extract.decisions.finding import DecisionFinder
from extract.exempt import find_exempt, quarantined
from extract.findings import Findings, findings
from extract.items.finding import find_items
from extract.kind import find_kind
from extract.meeting.chair import find_chair
from extract.meeting.finding import find_meeting
from extract.metrics.finding import find_metrics
from extract.profile import PLAIN, Profile
from extract.text import sentences_of
from extract.title import title_of
from extract.trust import graded
from minutes.model import Document, Minutes, Stated
from models.language import blank

Doc.set_extension("findings", default=None, force=True)
Language.component("find_kind", func=find_kind)
Language.component("find_meeting", func=find_meeting)
Language.component("find_items", func=find_items)
Language.component("find_attendance", func=find_attendance)
Language.component("find_chair", func=find_chair)
Language.component("find_metrics", func=find_metrics)
Language.component("find_exempt", func=find_exempt)
Language.factory("find_decisions", func=lambda nlp, name, profile: DecisionFinder(Profile(**profile)))
Language.factory("find_actions", func=lambda nlp, name, profile: ActionFinder(Profile(**profile)))

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
STATED = ("decisions", "actions", "metrics")  # what stands under agenda items


@cache
def pipeline(profile: Profile) -> Language:
    """The pipeline for documents of this profile, made once in a process."""
    nlp = blank()
    nlp.max_length = 10_000_000
    config = {"profile": profile.model_dump(mode="json")}
    for name in COMPONENTS:
        nlp.add_pipe(name, config=config if name in ("find_decisions", "find_actions") else {})
    return nlp


def read_through(document: Document, profile: Profile = PLAIN) -> Doc:
    """The document's text as the components leave it, with the findings on it."""
    nlp = pipeline(profile)
    doc = nlp.make_doc(document.text)
    doc._.findings = Findings(document, sentences_of(document), profile=profile)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def extract(document: Document, profile: Profile = PLAIN) -> Minutes:
    """All records of a document, each with its trust."""
    found = findings(read_through(document, profile))
    title = title_of(document, found.kind, found.meeting)
    minutes = Minutes(
        document=document.info.model_copy(update={"kind": found.kind, "title": title}),
        meeting=found.meeting,
        attendance=tuple(found.attendance),
        items=tuple(map(graded, found.items)),
        decisions=tuple(map(graded, found.decisions)),
        actions=tuple(map(graded, found.actions)),
        metrics=tuple(map(graded, found.metrics)),
        exempt=tuple(found.exempt),
        receipt=document.receipt.model_copy(
            update={
                "unassigned": _unassigned(found),
                "warnings": (
                    *document.receipt.warnings,
                    *dict.fromkeys(found.warnings),
                    *map(partial(quarantined, document), found.exempt),
                ),
            }
        ),
    )
    return minutes.model_copy(
        update={name: tuple(_headed(each, minutes) for each in getattr(minutes, name)) for name in STATED}
    )


def _headed(record: Stated, minutes: Minutes) -> Stated:
    """The record with the title right above it, where that is not its item's own."""
    above = minutes.item_at(record.citation.start)
    if above is None or above.id == record.item_id:
        return record
    return record.model_copy(update={"heading": above.title})


def _unassigned(found: Findings) -> float | None:
    """Share of the running text that stands under no agenda item."""
    blocks = [block for block in found.document.blocks if not block.furniture]
    total = sum(block.end - block.start for block in blocks)
    first = found.items[0].citation.start if found.items else len(found.document.text)
    before = sum(block.end - block.start for block in blocks if block.end <= first)
    return round(before / total, 3) if total else None
