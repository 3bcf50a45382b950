"""Records of the library as answers tell them: flat, and each citation with its address and its selectors."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any
from urllib.parse import quote as escaped

from answers.model import (
    ActionTold,
    AnswerTold,
    Cited,
    DecisionTold,
    EntryTold,
    FollowedTold,
    FragmentSelector,
    HitTold,
    ItemTold,
    MatrixTold,
    MeasureTold,
    MentionTold,
    MetricTold,
    PointTold,
    QuotationTold,
    Selector,
    SeriesTold,
    StepTold,
    TextPositionSelector,
    TextQuoteSelector,
    TimelineTold,
    TwinTold,
)
from minutes.found import (
    Answer,
    Entry,
    Followed,
    Hit,
    Listed,
    Matrix,
    Measure,
    Mention,
    Point,
    Quotation,
    Series,
    Step,
    Timeline,
    Twin,
)
from minutes.model import Action, AgendaItem, Citation, Decision, DocumentInfo, Meeting, Metric, Record

LONGEST = 1000  # characters of a quote that its selector repeats; a longer one is found by its place
PDF, WEB = "http://tools.ietf.org/rfc/rfc3778", "http://tools.ietf.org/rfc/rfc3236"  # fragments of either
ItemNamed = dict[str, str | None] | None
Register = ItemTold | DecisionTold | ActionTold | MetricTold
REGISTERS: dict[type[Record], type[Register]] = {
    AgendaItem: ItemTold,
    Decision: DecisionTold,
    Action: ActionTold,
    Metric: MetricTold,
}


def address(citation: Citation, exempt: bool = False) -> str:
    """The address at which a citation is shown with its words marked, also where they are exempt."""
    where = f"/pages/{citation.page}" if citation.page else "/text"
    also = "&exempt=1" if exempt else ""
    return f"/documents/{citation.document_id}{where}?start={citation.start}&end={citation.end}{also}#cited"


def selectors(citation: Citation) -> tuple[Selector, ...]:
    """A citation as W3C Web Annotation selectors, https://www.w3.org/TR/annotation-model/#selectors."""
    found: list[Selector] = [TextPositionSelector(start=citation.start, end=citation.end)]
    if len(citation.quote) <= LONGEST:
        found.append(TextQuoteSelector(exact=citation.quote, prefix=citation.prefix, suffix=citation.suffix))
    if citation.page:
        found.append(FragmentSelector(conformsTo=PDF, value=f"page={citation.page}"))
    elif citation.anchor:
        found.append(FragmentSelector(conformsTo=WEB, value=escaped(citation.anchor)))
    return tuple(found)


def cited(citation: Citation, document: DocumentInfo, meeting: Meeting, item: ItemNamed, *, site: str = "") -> Cited:
    """A citation that can be passed on. `site` is the address of the pages, without a slash at its end."""
    return Cited(
        **fields(citation),
        title=document.title,
        organisation=meeting.organisation,
        body=meeting.body,
        date=meeting.date,
        status=meeting.status,
        item=item,
        url=site + address(citation),
        selector=selectors(citation),
    )


def fields(record: Record) -> dict[str, Any]:
    """The fields of a record, not copied."""
    return {name: getattr(record, name) for name in type(record).model_fields}


def told(record: Record, *, site: str = "") -> Record:
    """A record as answers tell it; one that holds nothing to tell is returned as it is."""
    tell = TELLING.get(type(record))
    return tell(record, site) if tell else record


def _each(records: Iterable[Record], site: str) -> Any:
    return tuple(told(each, site=site) for each in records)


def _listed(listed: Listed, site: str) -> Register:
    kind = REGISTERS[type(listed.record)]
    place = {name: value for name, value in fields(listed).items() if name in kind.model_fields}
    if isinstance(place.get("followed"), Followed):
        place["followed"] = told(place["followed"], site=site)
    where = cited(listed.record.citation, listed.document, listed.meeting, listed.item, site=site)
    return kind(**{**fields(listed.record), **place, "citation": where})


def _placed(kind: type[Record], record: Hit | Step | Twin | Mention, site: str, **more: Any) -> Any:
    """A record that says itself where it comes from."""
    where = cited(record.citation, record.document, record.meeting, getattr(record, "item", None), site=site)
    return kind(**{**fields(record), **more, "citation": where})


def _inner(kind: type[Record], name: str, record: Record, site: str) -> Any:
    """A record with what it holds in this field."""
    return kind(**{**fields(record), name: _each(getattr(record, name), site)})


def _step(step: Step, site: str) -> Any:
    return _placed(StepTold, step, site, followed=step.followed and told(step.followed, site=site))


def _quotation(found: Quotation, site: str) -> QuotationTold:
    places = tuple(cited(each, found.document, found.meeting, None, site=site) for each in found.citations)
    return QuotationTold(**{**fields(found), "citations": places})


TELLING: dict[type[Record], Callable[[Any, str], Record]] = {
    Listed: _listed,
    Hit: lambda hit, site: _placed(HitTold, hit, site, also=_each(hit.also, site)),
    Twin: partial(_placed, TwinTold),
    Mention: partial(_placed, MentionTold),
    Step: _step,
    Followed: partial(_inner, FollowedTold, "mentions"),
    Answer: partial(_inner, AnswerTold, "hits"),
    Point: partial(_inner, PointTold, "sources"),
    Series: partial(_inner, SeriesTold, "points"),
    Entry: partial(_inner, EntryTold, "points"),
    Measure: partial(_inner, MeasureTold, "entries"),
    Matrix: partial(_inner, MatrixTold, "measures"),
    Timeline: partial(_inner, TimelineTold, "steps"),
    Quotation: _quotation,
}
