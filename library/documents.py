"""Single documents: what changed between two of them, whether a quotation stands in one, and what was taken from it."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from index.catalogue import Catalogue
from minutes.errors import QueryError
from minutes.found import Answer, Comparison, Filters, Quotation
from minutes.model import Minutes

if TYPE_CHECKING:
    from extract import Profile

NEAREST = 5  # documents that a quotation is looked for in where none is named
OPERATORS = re.compile(r'[":]|(?<!\w)-')  # what search would take for more than words


def diff(catalogue: Catalogue, document_id: str, other_id: str | None, *, exempt: bool) -> Comparison:
    """What changed from one document to another; from the draft to the confirmed minutes where only one is named."""
    from index.changes import changes  # brings in rapidfuzz, which a search need not wait for

    old = catalogue.document(document_id)
    new = catalogue.document(other_id or _other_version(catalogue, document_id))
    draft_last = new[1].meeting.status == "draft" or old[1].meeting.status == "confirmed"
    if other_id is None and draft_last and old[1].meeting.status != new[1].meeting.status:
        old, new = new, old
    if not exempt:
        old, new = (old[0], old[1].public), (new[0], new[1].public)
    found, same = changes(old, new, exempt=exempt)
    return Comparison(
        old=old[1].document, old_meeting=old[1].meeting, new=new[1].document, new_meeting=new[1].meeting,
        changes=tuple(found), same=same,
    )  # fmt: skip


def _other_version(catalogue: Catalogue, document_id: str) -> str:
    """The other minutes of a meeting: to a draft the confirmed ones, to these the draft, or the only others."""
    others = catalogue.versions(document_id)
    held = [each for each in others if each.relation in ("draft", "confirmed", "minutes")]
    wanted = {"draft": "confirmed", "confirmed": "draft"}.get(catalogue.document(document_id)[1].meeting.status or "")
    meant = [each for each in held if each.relation == wanted] or held
    if len(meant) == 1:
        return meant[0].document.id
    several = f"several other minutes ({', '.join(each.document.id for each in meant)})"
    raise QueryError(
        f"There are {several if meant else 'no other minutes'} of the meeting of {document_id}; "
        "name the document to compare it with"
    )


def quote(catalogue: Catalogue, document_id: str, quotation: str, *, exempt: bool) -> Quotation:
    """Whether a quotation stands in a document, where, and what differs."""
    from index.quotes import locate  # as above

    _something(quotation)
    document, minutes = catalogue.document(document_id)
    hidden = [] if exempt else [(each.start, each.end) for each in minutes.exempt]
    found = locate(document, quotation, hidden=hidden)
    return Quotation(
        quote=quotation, verdict=found.verdict, forms=found.forms, edits=found.edits, document=minutes.document,
        meeting=minutes.meeting, citations=found.places, withheld=bool(hidden),
    )  # fmt: skip


def nearest(search: Callable[..., Answer], quotation: str, *, exempt: bool) -> list[str]:
    """The ids of the documents that are nearest to the words of a quotation."""
    _something(quotation)
    words = " ".join(OPERATORS.sub(" ", quotation).split()[:60])
    found = search(words, filters=Filters(exempt=exempt), limit=4 * NEAREST)
    return list(dict.fromkeys(hit.document.id for hit in found.hits))[:NEAREST]


def _something(quotation: str) -> None:
    if not any(map(str.isalnum, quotation)):
        raise QueryError("There is nothing to look for; give the words of the quotation")


def extracted(catalogue: Catalogue, sha256: str) -> tuple[Minutes, str, "Profile"] | None:
    """What was taken from the document of this content, what read it, and the profile of its body."""
    from extract import Profile  # brings in the language tools

    document_id = catalogue.document_of(sha256)
    if document_id is None:
        return None
    _, minutes = catalogue.extraction(document_id)
    read_by = catalogue.read_by(document_id)
    return minutes, read_by, Profile.model_validate_json(catalogue.profile(document_id))
