"""The tools: for each kind of question the function that answers it from a library.

MCP and the REST API are made of the table `TOOLS`; from Python the functions are called as they are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from answers.model import (
    Actions,
    Compared,
    Covered,
    Decisions,
    Fetched,
    Heading,
    Held,
    Hits,
    Metrics,
    Page,
    Steps,
    StepTold,
    Verified,
)
from answers.paging import Asker, begun, page_of
from answers.questions import (
    ActionsAsked,
    CompareAsked,
    CoverageAsked,
    DecisionsAsked,
    FetchAsked,
    MetricsAsked,
    Question,
    QuoteAsked,
    Register,
    Search,
    TimelineAsked,
    Where,
)
from answers.telling import cited, fields, told
from minutes.errors import AccessError, NotFoundError
from minutes.found import Answer, Coverage, Filters, Hit, Ingested, Listed, Measure, RecordKind, Step
from minutes.model import Action, AgendaItem, Citation, Decision, Document, Minutes, Record, content_id
from wording import FAR, copies_text, counted, coverage_text

if TYPE_CHECKING:
    from library import Library

R = TypeVar("R", Decisions, Actions)

NEAR, FOUND = 100, 1000  # hits that are looked for at first, and that can be paged through in all
STRETCH = 1200  # characters of text that are cited together, to the end of a block
AROUND = 3  # blocks before and after a place that is in no item

WITHHELD = "This is marked as exempt; those who may see it ask for it with exempt"
NOT_HERE = "Text that is marked as exempt is not shown to you here; leave out exempt"


def search(library: "Library", asked: Search, asker: Asker) -> Hits:
    """Find the passages that answer a question, best first, each with a citation."""
    filters = _filters(library, asked, asker, kind=asked.kind, outcome=asked.outcome)
    found = _ranked(library, asked, filters)

    def make(hits: Sequence[Any], first: int, more: str | None) -> Hits:
        page = _page("passage", found.coverage, len(found.hits), first, hits, more)
        if found.far:
            page["summary"] = f"{FAR}. {page['summary']}"
        return Hits(**page, query=asked.query, hits=tuple(hits), emptied_by=found.emptied_by, far=found.far)

    return page_of(asked, asker, found.hits, key=_hit_key, tell=_teller(asker), make=make)


def _ranked(library: "Library", asked: Search, filters: Filters) -> Answer:
    """The best passages, as many as the page needs. Those that only a deeper search finds come after the first ones."""
    found = library.search(asked.query, filters=filters, limit=NEAR)
    if len(found.hits) < NEAR or begun(asked)[0] + asked.limit < NEAR:
        return found
    known = {_hit_key(hit) for hit in found.hits}
    deeper = library.search(asked.query, filters=filters, limit=FOUND).hits
    others = [hit for hit in deeper if _hit_key(hit) not in known]
    ranked = [hit.model_copy(update={"rank": rank}) for rank, hit in enumerate(others, NEAR + 1)]
    return found.model_copy(update={"hits": (*found.hits, *ranked)})


def decisions(library: "Library", asked: DecisionsAsked, asker: Asker) -> Decisions:
    """List what was decided, latest meeting first."""
    filters = _filters(library, asked, asker, outcome=asked.outcome, mover=asked.mover)
    return _register(library, "decision", asked, asker, filters, Decisions, votes=asked.votes)


def actions(library: "Library", asked: ActionsAsked, asker: Asker) -> Actions:
    """List who was to do what and by when, and what became of it by later documents; latest meeting first."""
    filters = _filters(library, asked, asker, owner=asked.owner)
    return _register(library, "action", asked, asker, filters, Actions)


def metrics(library: "Library", asked: MetricsAsked, asker: Asker) -> Metrics:
    """Put figures that measure the same thing together as series over periods, each with its sources."""
    filters = _filters(library, asked, asker)
    found = library.series(query=asked.query, filters=filters)
    hidden = library.mistrusted("metric", query=asked.query, filters=filters)

    def finds(fewer: Filters) -> bool:
        return bool(library.records("metric", query=asked.query, filters=fewer))

    emptied = _emptied(() if found else library.emptied_by(filters, finds))

    def make(series: Sequence[Any], first: int, more: str | None) -> Metrics:
        page = _page("series", library.coverage(filters), len(found), first, series, more, low_trust=hidden)
        page["summary"] += emptied
        return Metrics(**page, series=tuple(series))

    return page_of(asked, asker, found, key=lambda each: each.id, tell=_teller(asker), make=make)


def compare(library: "Library", asked: CompareAsked, asker: Asker) -> Compared:
    """Set figures of a measure side by side by place, region, body or period, and say where documents are silent."""
    filters = _filters(library, asked, asker)
    found = library.compare(asked.by, query=asked.query, filters=filters)

    def make(measures: Sequence[Any], first: int, more: str | None) -> Compared:
        page = _page("measure", found.coverage, len(found.measures), first, measures, more)
        return Compared(**page, by=found.by, lanes=found.lanes, measures=tuple(measures))

    return page_of(asked, asker, found.measures, key=_measure_key, tell=_teller(asker), make=make)


def timeline(library: "Library", asked: TimelineAsked, asker: Asker) -> Steps:
    """Follow a topic through the meetings, in order of date: what was said, decided, asked for and counted on it."""
    found = library.timeline(asked.query, filters=_filters(library, asked, asker))

    def make(steps: Sequence[Any], first: int, more: str | None) -> Steps:
        shown, hidden = _without_votes(steps, votes=asked.votes)
        page = _page("step", found.coverage, len(found.steps), first, steps, more, votes=hidden)
        page["summary"] += _emptied(found.emptied_by)
        return Steps(**page, query=asked.query, steps=shown)

    return page_of(asked, asker, found.steps, key=_step_key, tell=_teller(asker), make=make)


def verify_quote(library: "Library", asked: QuoteAsked, asker: Asker) -> Verified:
    """Tell whether a document says this: to the letter, in another form, changed (and how it differs) or not at all."""
    _may(asked, asker)
    if asked.document:
        told = [library.quote(asked.document, asked.quote, exempt=asked.exempt)]
    elif not (told := library.quotations(asked.quote, exempt=asked.exempt)):
        raise NotFoundError("No document is near to these words; name the document to have them looked for there")
    found = told[0]
    also = tuple(each.document.id for each in told[1:] if each.verdict == found.verdict != "absent")
    covered = library.coverage(Filters(documents=tuple(each.document.id for each in told), exempt=asked.exempt))

    def tell(places: Sequence[Citation]) -> Sequence[Record]:
        return [cited(each, found.document, found.meeting, None, site=asker.site) for each in places]

    def make(places: Sequence[Any], first: int, more: str | None) -> Verified:
        page = _page("place", covered, len(found.citations), first, places, more)
        unseen = " Text that is marked as exempt was not looked at." if found.withheld else ""
        verdict = VERDICTS[found.verdict] if asked.document or found.verdict != "absent" else NOWHERE
        page["summary"] = f"{verdict} {page['summary']}{unseen}"
        return Verified(**{**fields(found), "citations": tuple(places)}, **page, also=also)

    return page_of(asked, asker, found.citations, key=_citation_key, tell=tell, make=make)


VERDICTS = {
    "exact": "The document says this to the letter.",
    "form": "The document says this in another form, as `forms` tells.",
    "changed": "The document does not say this but something like it, as `edits` tell; do not quote it.",
    "absent": "The document does not say this; do not quote it.",
}
NOWHERE = "None of the documents nearest to these words says this; do not quote it."


def coverage(library: "Library", asked: CoverageAsked, asker: Asker) -> Covered:
    """Tell what is held: how many documents, of which bodies, from when to when, and which documents."""
    filters = _filters(library, asked, asker)
    found = [each for each in library.documents(filters=filters) if each.document and each.meeting]
    bodies = {(each.meeting.organisation, each.meeting.body) for each in found if each.meeting}

    def tell(documents: Sequence[Ingested]) -> Sequence[Record]:
        return [_held(each, asker) for each in documents]

    def make(documents: Sequence[Any], first: int, more: str | None) -> Covered:
        page = _page("document", library.coverage(filters), len(found), first, documents, more)
        held = [each for each in library.bodies() if (each.organisation, each.body) in bodies]
        return Covered(**page, bodies=tuple(held) if not first else (), documents=tuple(documents))

    return page_of(
        asked, asker, found, key=lambda each: each.document.id if each.document else "", tell=tell, make=make
    )


def fetch(library: "Library", asked: FetchAsked, asker: Asker) -> Fetched:
    """Get a document, an agenda item or a record by its id, with the text that it stands in and its citations."""
    _may(asked, asker)
    listed = library.follow([library.record(asked.id)])[0] if "-" in asked.id else None
    document, minutes = library.document(listed.document.id if listed else asked.id)
    if listed and listed.record.exempt and not asked.exempt:
        raise AccessError(WITHHELD)
    minutes = minutes if asked.exempt else minutes.public
    hidden = [] if asked.exempt else [(each.start, each.end) for each in minutes.exempt]
    start, end = _extent(document, minutes, listed, asked.at)
    found = stretches(document, start, end, hidden)

    def tell(spans: Sequence[tuple[int, int]]) -> Sequence[Record]:
        return [_stretch(document, minutes, *span, asker) for span in spans]

    records = [] if listed is None else library.follow(_under(minutes, listed, low=asked.all))
    shown, votes = _without_votes(
        [told(each, site=asker.site) for each in ([listed] if listed else []) + records], votes=asked.votes
    )

    def make(text: Sequence[Any], first: int, more: str | None) -> Fetched:
        covered = library.coverage(Filters(documents=(document.id,), exempt=asked.exempt))
        page = _page("stretch", covered, len(found), first, text, more, votes=0 if first else votes)
        return Fetched(
            **page,
            kind=shown[0].kind if shown else "document",
            document=document.info,
            meeting=minutes.meeting,
            record=shown[0] if shown and not first else None,
            records=shown[1:] if not first else (),
            items=_headings(minutes) if not listed and not first else (),
            text=tuple(text),
            withheld=any(a < end and start < b for a, b in hidden),
        )

    return page_of(asked, asker, found, key=lambda span: str(span[0]), tell=tell, make=make)


# What they share


def _may(asked: Any, asker: Asker) -> None:
    if asked.exempt and not asker.exempt:
        raise AccessError(NOT_HERE)


def _filters(library: "Library", asked: Where, asker: Asker, **more: Any) -> Filters:
    """The filters of a question.

    Raises:
        AccessError: if it asks for exempt text and they may not see that.
        QueryError: if there is no such document.
    """
    _may(asked, asker)
    names = ("organisation", "body", "since", "until", "exempt")
    documents = (library.document_info(asked.document).id,) if asked.document else ()
    filters = Filters(**{name: getattr(asked, name) for name in names}, documents=documents, **more)
    return replace(filters, all=getattr(asked, "all", False))


def _teller(asker: Asker) -> Callable[[Sequence[Any]], Sequence[Record]]:
    return lambda records: [told(each, site=asker.site) for each in records]


def _page(
    noun: str, coverage: Coverage, total: int, first: int, shown: Sequence[Any], more: str | None, **hidden: int
) -> dict[str, Any]:
    """The fields of `Page`."""
    plural = {"series": "series", "stretch": "stretches"}.get(noun, f"{noun}s")
    if not total:
        found = f"No {plural} found"
    elif total == len(shown):
        found = counted(total, noun, plural)
    elif noun == "passage" and total == NEAR:
        found = f"{first + 1:,} to {first + len(shown):,} of {total} or more passages"
    else:
        found = f"{first + 1:,} to {first + len(shown):,} of {counted(total, noun, plural)}"
    left = f"; {hidden['low_trust']:,} of low trust left out" if hidden.get("low_trust") else ""
    summary = f"{found}{left}. {coverage_text(coverage)}"
    return {"summary": summary, "coverage": coverage, "total": total, "next_cursor": more, **hidden}


def _emptied(names: Sequence[str]) -> str:
    """That these filters let nothing through, to follow a summary."""
    return f" What let nothing through: {', '.join(names)}." if names else ""


def _register(
    library: "Library",
    kind: RecordKind,
    asked: Register,
    asker: Asker,
    filters: Filters,
    answer: type[R],
    *,
    votes: bool = True,
) -> R:
    status = asked.status if isinstance(asked, ActionsAsked) else None
    found = library.register(kind, query=asked.query, filters=filters, status=status)
    if status:
        every = library.register(kind, query=asked.query, filters=replace(filters, all=True), status=status)
        hidden = len(every) - len(found)
    else:
        hidden = library.mistrusted(kind, query=asked.query, filters=filters)

    def finds(fewer: Filters) -> bool:
        return bool(library.register(kind, query=asked.query, filters=fewer, status=status))

    emptied = _emptied(() if found else library.emptied_by(filters, finds))
    copies = f" {told_copies}" if (told_copies := copies_text(library.copies(filters))) else ""

    def tell(ids: Sequence[str]) -> Sequence[Record]:
        return [told(each, site=asker.site) for each in library.listed(ids)]

    def make(records: Sequence[Any], first: int, more: str | None) -> R:
        shown, without = _without_votes(records, votes=votes)
        page = _page(kind, library.coverage(filters), len(found), first, shown, more, low_trust=hidden, votes=without)
        page["summary"] += emptied + copies
        return answer(**page, **{f"{kind}s": shown})

    return page_of(asked, asker, found, key=str, tell=tell, make=make)


def _without_votes(records: Sequence[Any], *, votes: bool) -> tuple[tuple[Any, ...], int]:
    """The same records, without votes unless they are wanted, and how many had some."""
    if votes:
        return tuple(records), 0
    shown = tuple(map(_unvoted, records))
    return shown, sum(one is not other for one, other in zip(shown, records, strict=True))


def _unvoted(record: Record) -> Record:
    if isinstance(record, Decision) and record.votes is not None:
        return record.model_copy(update={"votes": None})
    inner = record.record if isinstance(record, StepTold) else None
    if inner is not None and (bare := _unvoted(inner)) is not inner:
        return record.model_copy(update={"record": bare})
    return record


def _hit_key(hit: Hit) -> str:
    return _citation_key(hit.citation)


def _citation_key(citation: Citation) -> str:
    return f"{citation.document_id}:{citation.start}:{citation.end}"


def _step_key(step: Step) -> str:
    return step.record.id if step.record else _citation_key(step.citation)


def _measure_key(measure: Measure) -> str:
    return content_id("mea", measure.name, measure.names, measure.groups, measure.unit, measure.place)


def _held(ingested: Ingested, asker: Asker) -> Held:
    if not ingested.document or not ingested.meeting:
        raise ValueError("a document that is held has both")
    return Held(
        document=ingested.document,
        meeting=ingested.meeting,
        counts=ingested.counts,
        partial=bool(ingested.receipt and ingested.receipt.partial),
        url=f"{asker.site}/documents/{ingested.document.id}/" + ("pages/1" if ingested.document.pages else "text"),
    )


def _extent(document: Document, minutes: Minutes, listed: Listed | None, at: int | None) -> tuple[int, int]:
    """From where to where text is given: all, that of the item of a record or a place, or else that around it."""
    if (listed is None and at is None) or not document.blocks:
        return 0, len(document.text)
    start, end = (listed.record.citation.start, listed.record.citation.end) if listed else (at or 0, (at or 0) + 1)
    own = listed.record if listed and isinstance(listed.record, AgendaItem) else minutes.item_at(start)
    if own:
        return own.citation.start, own.end
    first, last = document.block_index(start), document.block_index(end - 1)
    around = document.blocks[max(0, first - AROUND) : last + 1 + AROUND]
    return around[0].start, around[-1].end


def stretches(document: Document, start: int, end: int, hidden: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The text from `start` to `end` in stretches of one page, without running headers and what is hidden."""
    found: list[tuple[int, int]] = []
    page, broken = None, True
    for block in document.blocks_between(start, end):
        if block.furniture or any(a < block.end and block.start < b for a, b in hidden):
            broken = True
            continue
        if found and not broken and block.page == page and block.end - found[-1][0] <= STRETCH:
            found[-1] = (found[-1][0], block.end)
        elif document.text[block.start : block.end].strip():
            found.append((block.start, block.end))
        page, broken = block.page, False
    return found


def _stretch(document: Document, minutes: Minutes, start: int, end: int, asker: Asker) -> Record:
    item = minutes.item_at(start)
    named = {"number": item.number, "title": item.title} if item else None
    return cited(document.cite(start, end), document.info, minutes.meeting, named, site=asker.site)


def _under(minutes: Minutes, listed: Listed, *, low: bool) -> list[Listed]:
    """The decisions and actions under an item; of another record none."""
    item = listed.record
    if not isinstance(item, AgendaItem):
        return []
    under: list[Decision | Action] = [*minutes.decisions, *minutes.actions]
    found = [each for each in under if each.item_id == item.id]
    named = {"number": item.number, "title": item.title}
    return [
        Listed(document=listed.document, meeting=listed.meeting, item=named, record=each)
        for each in sorted(found, key=lambda each: each.citation.start)
        if low or each.trust != "low"
    ]


def _headings(minutes: Minutes) -> tuple[Heading, ...]:
    return tuple(
        Heading(id=each.id, number=each.number, title=each.title, page=each.citation.page) for each in minutes.items
    )


@dataclass(frozen=True)
class Tool:
    """One kind of question; `answer` says in its docstring what it does."""

    name: str
    title: str
    question: type[Question]
    page: type[Page]
    answer: Callable[["Library", Any, Asker], Page]

    @property
    def description(self) -> str:
        return (self.answer.__doc__ or "").strip()


TOOLS = (
    Tool("search", "Search minutes and reports", Search, Hits, search),
    Tool("fetch", "Fetch a document, item or record", FetchAsked, Fetched, fetch),
    Tool("decisions", "List decisions", DecisionsAsked, Decisions, decisions),
    Tool("actions", "List actions", ActionsAsked, Actions, actions),
    Tool("metrics", "Figures as series", MetricsAsked, Metrics, metrics),
    Tool("compare", "Compare figures", CompareAsked, Compared, compare),
    Tool("timeline", "A topic through the meetings", TimelineAsked, Steps, timeline),
    Tool("verify_quote", "Verify a quotation", QuoteAsked, Verified, verify_quote),
    Tool("coverage", "What is held", CoverageAsked, Covered, coverage),
)
