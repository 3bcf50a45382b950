"""What items are about by their titles, and which items of a body's meetings are on the same business."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache

from index.catalogue.registers import Source
from index.terms import terms
from minutes.model import AgendaItem

PROCEDURE = re.compile(  # business that is no business
    r"apolog|^minutes|(?:previous|last|preceding|next) (?:meeting|minutes)|adjourn|introductions?\W*$"
    r"|^(?:chair\w*(?:[’']s)? )?welcome"
    r"|declarations? of (?:\w+ ){0,4}interest|^declarations?\W*$|any other (?:\w+ ){0,2}(?:business|matter|item)"
    r"|^(?:old|new|other|urgent|unfinished) business|matters arising|^(?:open|public) forum"
    r"|public (?:participation|question)|(?:next|forward) agenda|a\.?o\.?c?\.?b\b|roll call|call to order|quorum"
    r"|^(?:\w+ )?correspondence(?: and [\w-]+)?\W*$"
    r"|^(?:action items|decisions?|actions?|(?:in )?attendance|present)\W*$"
    r"|(?:approv|confirm|accept|adopt)\w* (?:of )?(?:the )?(?:proposed |draft )?(?:agenda|minutes)"
    r"|(?:open|clos|end)\w* (?:of )?(?:the )?(?:meeting|session)",
    re.IGNORECASE,
)

ENTRY = 80  # characters; a longer line says something of its own
Place = tuple[Source, int, int]  # a stretch of a document's text


def alike(title: str, other: str) -> str | None:
    """Why two titles are thought to be of the same business; null if they are not.

    Words that all minutes are full of do not count, and what is mere procedure ("Apologies") is like nothing.

    >>> alike("School transport", "SCHOOL TRANSPORT: update")
    'the same title'
    >>> alike("School transport", "School transport in Burley")
    'the same words and more in its title'
    """
    return _alike(about(title), about(other))


def _alike(mine: frozenset[str], theirs: frozenset[str]) -> str | None:
    if not mine or not theirs:
        return None
    if mine == theirs:
        return "the same title"
    if len(mine & theirs) > 1 and (mine < theirs or theirs < mine):
        return "the same words and more in its title" if mine < theirs else "some of the same words as its title"
    return None


@lru_cache(maxsize=100_000)
def about(title: str) -> frozenset[str]:
    """What a title is about: its words less those that all minutes are full of; of mere procedure nothing."""
    return frozenset() if PROCEDURE.search(title) else terms(title)


class Agendas:
    """The items of one body's meetings; `held` are its documents in order of date."""

    def __init__(self, held: Sequence[Source]) -> None:
        self._held = held
        self._meetings = {source.date for source in held if source.document.kind == "minutes"}
        self._items: defaultdict[frozenset[str], list[tuple[Source, AgendaItem]]] = defaultdict(list)
        for source in held:
            for item in source.items:
                self._items[about(item.title)].append((source, item))
        self._like: dict[frozenset[str], list[tuple[Source, AgendaItem]]] = {}

    def like(self, title: str) -> list[tuple[Source, AgendaItem]]:
        """The items whose titles are alike, in order of date."""
        mine = about(title)
        if mine not in self._like:
            found = [each for theirs, items in self._items.items() if _alike(mine, theirs) for each in items]
            self._like[mine] = sorted(found, key=lambda each: (each[0].date, each[0].document.id))
        return self._like[mine]

    def tells(self, item: AgendaItem) -> bool:
        """Whether a title can tell that business returns: not one of common words, nor one that is at most meetings.

        A matter that stands under another item, "Ferry bell" under "Matters arising", is at each while it lasts.
        """
        having = {source.date for source, _ in self.like(item.title)}
        standing = len(having) > 2 and 2 * len(having & self._meetings) >= len(self._meetings)
        return bool(about(item.title)) and (item.parent_id is not None or not standing)

    def returned(self, item: AgendaItem, since: str, until: str) -> Place | None:
        """The first place after one date and up to another on the same business, if its title can tell that.

        It is an item, or a line with the words of the title and no others: an entry of "Clerk's report".
        "Planning application 24/0123" is not on that of "Planning applications", nor on that of another number.
        """
        if not self.tells(item):
            return None
        named = _numbers(item.title)
        items = [(each, other.citation.start, other.citation.end) for each, other in self.like(item.title)
                 if _numbers(other.title) == named]  # fmt: skip
        places = (*items, *self._entries.get(about(item.title), ()))
        return min((each for each in places if since < each[0].date <= until), key=_date, default=None)

    @cached_property
    def _entries(self) -> dict[frozenset[str], list[Place]]:
        """Short lines that have the words of a title, by these words; one word alone is like too much."""
        found: defaultdict[frozenset[str], list[Place]] = defaultdict(list)
        for source in self._held:
            at = 0
            for line in source.text.split("\n"):
                if len(line) <= ENTRY and len(name := terms(line)) > 1 and name in self._items:
                    found[name].append((source, at, at + len(line)))
                at += len(line) + 1
        return found


def _date(place: Place) -> str:
    return place[0].date


def _numbers(title: str) -> set[str]:
    return {word for word in about(title) if "/" in word}
