"""A topic through the meetings: the passages that speak of it, and what was decided, asked for and counted on it.

The records in those passages are on the topic. So are the other decisions and actions of their item ("that the report
be noted"), if the item is about the topic: its title has a word of it, or more than one of its passages speaks of it.
Under "Matters arising" or "Planning" each thing is another matter.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from index.question import terms
from minutes.found import RECORD_KINDS, Answer, Hit, Listed, Step, Twin
from minutes.model import Citation, content_id

STEM = 5  # letters that words of one stem have in common: flood, floods, flooding


def spoken(answer: Answer) -> list[Step]:
    """The passages of an answer, and where their words were said again at another meeting.

    The same words in another version of the same minutes, or in a copy, are not said again.
    """
    passages: list[Step] = []
    for hit in answer.hits:
        passages.append(_step(hit, hit.passage, hit.item))
        meetings = {hit.meeting.date}
        for twin in hit.also:
            if twin.meeting.date not in meetings:
                meetings.add(twin.meeting.date)
                passages.append(_step(twin, twin.citation, None))
    return passages


def _step(found: Hit | Twin, cited: Citation, item: dict[str, str | None] | None) -> Step:
    return Step(kind="paragraph", document=found.document, meeting=found.meeting, item=item, citation=cited)


def mentions(query: str, text: str) -> bool:
    """Whether a text has at least half of the words that are asked for."""
    wanted = _begins(query)
    return 2 * len(wanted & _begins(text)) >= len(wanted)


def passage_id(cited: Citation) -> str:
    """The id of the passage that is cited so (`index.passages`)."""
    return content_id("pas", cited.document_id, cited.start, cited.end)


def steps(query: str, passages: Sequence[Step], found: Iterable[Listed]) -> list[Step]:
    """Passages and records in order of date, then as they stand in the document; what is undated comes last.

    Of the records `found` in the passages and under their items, those that are on the topic. A passage whose records
    are among them is not listed itself.
    """
    speaking = Counter(_item(each) for each in passages if each.item)
    about = {item for item, count in speaking.items() if count > 1 or _begins(query) & _begins(item[-1] or "")}
    told = [
        Step(
            kind=RECORD_KINDS[type(each.record)],
            document=each.document,
            meeting=each.meeting,
            item=each.item,
            citation=each.record.citation,
            record=each.record,
            followed=each.followed,
        )
        for each in found
        if _item(each) in about or any(_within(each.record.citation, passage.citation) for passage in passages)
    ]
    said = [each for each in passages if not any(_within(step.citation, each.citation) for step in told)]
    return sorted([*told, *said], key=_order)


def _item(found: Step | Listed) -> tuple[str | None, ...]:
    """What tells an item from others: its document, number and title."""
    item = found.item or {}
    return found.document.id, item.get("number"), item.get("title")


def _begins(text: str) -> set[str]:
    return {word[:STEM].casefold() for phrase in terms(text) for word in phrase.split()}


def _within(inner: Citation, outer: Citation) -> bool:
    return inner.document_id == outer.document_id and outer.start <= inner.start < outer.end


def _order(step: Step) -> tuple[str, str, int, str, str]:
    record = step.record.id if step.record else ""
    return step.meeting.date or "~", step.document.id, step.citation.start, step.kind, record
