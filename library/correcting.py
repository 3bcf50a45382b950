"""Correcting: what people say of records, kept apart from what was extracted and put on top of it."""

from collections.abc import Mapping
from typing import Any

from index.catalogue import Catalogue
from index.corrections import added, apply, changed, trusted, withdrawn, wrong
from index.passages import passages
from minutes.found import Correction, RecordKind
from minutes.model import Document, Minutes


def correct(
    catalogue: Catalogue, record_id: str, fields: Mapping[str, Any] | None, *, who: str, why: str
) -> Correction:
    """Put fields in place of a record's own, or mark it as wrong."""
    with catalogue.changing():
        record = catalogue.record(record_id).record
        document, _ = catalogue.document(record.citation.document_id)
        told = changed(document, record, fields, who=who, why=why) if fields else wrong(record, who=who, why=why)
        told = catalogue.put_correction(told)
        _amend(catalogue, document.id)
    return told


def add_record(
    catalogue: Catalogue,
    document_id: str,
    kind: RecordKind,
    fields: Mapping[str, Any],
    *,
    who: str,
    why: str,
    near: int,
) -> Correction:
    """Add a record that extraction missed."""
    with catalogue.changing():
        document, _ = catalogue.document(document_id)
        told = added(document, kind, fields, near=near, who=who, why=why)
        told = catalogue.put_correction(told)
        _amend(catalogue, document.id)
    return told


def withdraw(catalogue: Catalogue, correction_id: str, *, who: str) -> Correction:
    """Take a correction back."""
    with catalogue.changing():
        told = withdrawn(catalogue.correction(correction_id), who=who)
        catalogue.put_correction(told)
        if document_id := catalogue.document_of(told.sha256):
            _amend(catalogue, document_id)
    return told


def corrected(catalogue: Catalogue) -> list[Minutes]:
    """The records of each document of which any were corrected, less those of low trust."""
    said = {each.sha256 for each in catalogue.corrections() if each.withdrawn_at is None}
    ids = filter(None, map(catalogue.document_of, sorted(said)))
    return [trusted(catalogue.document(id_)[1]) for id_ in ids]


def _amend(catalogue: Catalogue, document_id: str) -> None:
    """Show a document's records as they are after its corrections."""
    document, minutes = catalogue.extraction(document_id)
    shown, extracted = as_corrected(catalogue, document, minutes)
    catalogue.amend(shown, passages(document, shown), extracted=extracted)


def as_corrected(catalogue: Catalogue, document: Document, minutes: Minutes) -> tuple[Minutes, Minutes | None]:
    """The minutes after all corrections, and as they were before; null where there are none."""
    said = [each for each in catalogue.corrections(document.sha256) if each.withdrawn_at is None]
    if not said:
        return minutes, None
    result = apply(document, minutes, said)
    for each in said:
        if each.lost != (each.id in result.lost):
            catalogue.put_correction(each.model_copy(update={"lost": not each.lost}))
    return result.minutes, minutes
