"""Every citation as a W3C Web Annotation, in one collection: https://www.w3.org/TR/annotation-model/.

The target is the file as published, or its content by its hash where no address is known; its selectors say which words
are meant. The bodies say what they were taken for.
"""

from collections.abc import Iterator
from typing import Any

from answers.telling import selectors
from exports.holdings import KINDS, Exported, Holdings, urn
from minutes.found import Listed
from minutes.model import AgendaItem, Citation, DocumentInfo
from rows import to_json

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotations(holdings: Holdings) -> Exported:
    """One collection with one page, that of all annotations."""
    items = [*_records(holdings), *_attendance(holdings)]
    collection = {
        "@context": CONTEXT,
        "id": urn("annotations"),
        "type": "AnnotationCollection",
        "label": "Citations of minutes and reports",
        "total": len(items),
        "first": {
            "id": urn("annotations/1"),
            "type": "AnnotationPage",
            "partOf": urn("annotations"),
            "startIndex": 0,
            "items": items,
        },
    }
    return Exported({"annotations.jsonld": to_json(collection).encode()}, {"annotation": len(items)})


def _records(holdings: Holdings) -> Iterator[dict[str, Any]]:
    for kind in KINDS:
        for listed in holdings.records(kind):
            yield _record(holdings, kind, listed)
            for number, each in enumerate(listed.followed.mentions if listed.followed else ()):
                name = f"{listed.record.id}/mentions/{number}"
                about = {"id": urn(listed.record.id), "purpose": "linking"}
                yield _annotation(holdings, name, each.document, each.citation, "assessing", [_text(each.says), about])


def _record(holdings: Holdings, kind: str, listed: Listed) -> dict[str, Any]:
    record = listed.record
    says = record.title if isinstance(record, AgendaItem) else record.text
    bodies = [_text(kind, "classifying"), _text(says, "describing")]
    return _annotation(holdings, record.id, listed.document, record.citation, "classifying", bodies)


def _attendance(holdings: Holdings) -> Iterator[dict[str, Any]]:
    for document, minutes in holdings.documents():
        for number, each in enumerate(minutes.attendance):
            if each.citation:
                name = f"{document.id}/attendance/{number}"
                bodies = [_text("attendance", "classifying"), _text(f"{each.name}: {each.status}", "describing")]
                yield _annotation(holdings, name, minutes.document, each.citation, "classifying", bodies)


def _text(value: str, purpose: str = "assessing") -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _annotation(
    holdings: Holdings,
    name: str,
    document: DocumentInfo,
    citation: Citation,
    motivation: str,
    bodies: list[dict[str, str]],
) -> dict[str, Any]:
    return {
        "id": urn(name),
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": {
            "type": "SpecificResource",
            "source": holdings.source(document),
            "selector": [each.model_dump() for each in selectors(citation)],
        },
    }
