"""An item's thread: the items of other meetings of the same body on the same business, and why each is thought so.

Nothing is learned or weighed, so that the reason can be said in a few words: the titles are the same, one title has
the words of the other and more, or one of the two names the other's number ("minute 24/036 refers").
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from threading import Lock

from cachetools import LRUCache

from index.catalogue import Catalogue
from index.catalogue.registers import Heading
from index.following import body_of
from index.titles import alike
from minutes.model import Meeting

NUMBER = re.compile(r"(?<![\w/.-])(?:[A-Z]{1,4} ?)?\d+(?:[/-]\d+)+(?![\d/-])")  # of a series that runs through a year
MANY = 256  # documents of which is remembered what threads their items have


def telling(number: str | None, held: Iterable[Heading]) -> bool:
    """Whether a number tells one item of a body from all others: 24/036 does, 5.1 is given at every meeting."""
    return bool(number and NUMBER.fullmatch(number)) and sum(each.number == number for each in held) == 1


def numbers(text: str) -> frozenset[str]:
    """The numbers that a text names, such as 22/036 in "minute 22/036(a) refers"."""
    return frozenset(NUMBER.findall(text))


def thread(
    item: Heading, held: Sequence[Heading], *, naming: Collection[str], named: Collection[str]
) -> dict[str, str]:
    """Why items of other meetings belong to the thread of `item`, by their ids.

    `held` are the items of the same body. `naming` are the ids of those under which the number of `item` is named,
    `named` the numbers that are named under `item`.
    """
    like = {title: alike(item.title, title) for title in {other.title for other in held}}
    found = {}
    for other in held:
        if other.document_id == item.document_id or (other.date and other.date == item.date):
            continue  # another record of the same meeting
        if why := like[other.title]:
            found[other.id] = why
        elif other.id in naming and telling(item.number, held):
            found[other.id] = f"it names {item.number}"
        elif other.number in named and telling(other.number, held):
            found[other.id] = f"{other.number} is named here"
    return found


class Threads:
    """The threads of a catalogue's items. Those of an organisation are read again only where its documents change."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._held: dict[
            str | None, tuple[object, dict[frozenset[str], list[Heading]]]
        ] = {}  # by organisation and body
        self._told: LRUCache[str, tuple[object, dict[str, dict[str, str]]]] = LRUCache(MANY)  # by document
        self._lock = Lock()

    def of(self, document_id: str, meeting: Meeting) -> dict[str, dict[str, str]]:
        """For each item of a document that has a thread, why items of other meetings belong to it."""
        if not meeting.organisation and not meeting.body:
            return {}
        edition = self._catalogue.editions().get(meeting.organisation)
        with self._lock:
            known = self._told.get(document_id)
        if not known or known[0] != edition:
            known = edition, self._read(document_id, meeting, edition)
            with self._lock:
                self._told[document_id] = known
        return known[1]

    def _read(self, document_id: str, meeting: Meeting, edition: object) -> dict[str, dict[str, str]]:
        held = self._of_body(meeting, edition)
        said = self._catalogue.said_under(document_id)
        found = {
            item.id: thread(item, held, naming=self._naming(item, held), named=numbers(said.get(item.id, "")))
            for item in held
            if item.document_id == document_id
        }
        return {id_: related for id_, related in found.items() if related}

    def _of_body(self, meeting: Meeting, edition: object) -> list[Heading]:
        name = meeting.organisation
        if name not in self._held or self._held[name][0] != edition:
            by_body: defaultdict[frozenset[str], list[Heading]] = defaultdict(list)
            for _, items in groupby(self._catalogue.headings(name), key=lambda each: each.document_id):
                first, *others = items
                by_body[body_of(first.meeting)] += [first, *others]
            self._held[name] = edition, dict(by_body)
        return self._held[name][1].get(body_of(meeting), [])

    def _naming(self, item: Heading, held: Sequence[Heading]) -> set[str]:
        """The items under which the number of `item` is named, if it tells it from the others."""
        if not item.number or not telling(item.number, held):
            return set()
        return {id_ for id_, said in self._catalogue.naming(item.number) if item.number in numbers(said)}
