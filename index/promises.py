"""Promises to come back: which records are one, and whether what a decision put off did come back.

Actions are followed by their words (`following`); a decision that puts business off has few of its own ("deferred to
the next meeting"), so it is followed by its item, as far as titles show it (`threads`).
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from index.catalogue.registers import Source
from index.following import HORIZON, LABEL, PROMISE, Found, Outcome, after, by_body, met_soon
from index.terms import terms
from index.titles import Agendas, Place, about
from minutes.model import Action, AgendaItem, Decision

MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
AHEAD = re.compile(
    rf"\b(?:next|future|later|{MONTHS})\b(?: [\w’]+){{0,4}} (?:meetings?|agendas?)\b|\bmeetings? in\b", re.I
)
AGAIN = re.compile(
    r"\breturn(?:ed|s)? to|\b(?:bring|brought|comes?|report(?:s|ed)?) back|\b(?:be|again) (?:re-?)?considered\b",
    re.IGNORECASE,
)


def is_promise(record: Action | Decision) -> bool:
    """Whether something is to come back: a report, a paper or a matter, to this meeting or another."""
    return bool(PROMISE.search(record.text)) if isinstance(record, Action) else puts_off(record)


def puts_off(decision: Decision) -> bool:
    """Whether a decision is that its business comes back at another meeting."""
    again = AGAIN.search(decision.text) or PROMISE.search(decision.text)
    return decision.outcome == "deferred" or bool(again and AHEAD.search(decision.text))


def returns(sources: Iterable[Source]) -> dict[str, Outcome]:
    """Whether the item of each decision that puts something off was at a later meeting of the same body.

    It has vanished where the next two meetings are held, and neither a title nor a record of any later one has words
    of it. Where its title is of common words alone, or stands at half of the meetings ("Treasurer's report"), it stays
    open, because it could not be told.
    """
    found = {}
    for held in by_body(sources):
        agendas = Agendas(held)
        for source in held:
            items = {item.id: item for item in source.items}
            for decision in filter(puts_off, source.decisions):
                found[decision.id] = _returned(source, decision, items.get(decision.item_id or ""), held, agendas)
    return found


def _returned(
    source: Source, decision: Decision, item: AgendaItem | None, held: Sequence[Source], agendas: Agendas
) -> Outcome:
    dates = sorted({each.date for each in held if each.document.kind == "minutes"})
    meetings = dates[bisect_right(dates, source.date) :]
    item = item and _entry(source, decision, item)
    if item is None or not agendas.tells(item):
        return Outcome("open", later=len(meetings))
    until = after(source.date, HORIZON)
    later = [each for each in held if source.date < each.date <= max([until, *meetings[:2]])]
    looked = sum(day <= max([until, *meetings[:2]]) for day in meetings)
    back = agendas.returned(item, source.date, until) or next(_named_under(about(item.title), later), None)
    if back:
        return Outcome("came back", later=looked, found=(Found("came back", *back),))
    silent = met_soon(source.date, dates) and not _spoken_of(item, decision, later)
    return Outcome("vanished" if silent else "open", later=looked)


def _entry(source: Source, decision: Decision, item: AgendaItem) -> AgendaItem:
    """The business of a decision: its item, or what its own entry names: "d) Ferry bell: to return to in May"."""
    label = LABEL.match(source.text, source.text.rfind("\n", 0, decision.citation.start) + 1)
    name = about(label[1]) if label else frozenset[str]()
    if label is None or len(name) < 2 or name & about(item.title):
        return item
    return item.model_copy(update={"title": label[1], "parent_id": item.id})


def _named_under(name: frozenset[str], later: Iterable[Source]) -> Iterator[Place]:
    """Items that share a word of a title, and a decision on which names the whole of it.

    "Pond updates" is on the business of the "Pond working party" if its members are thanked there.
    """
    for source in later:
        naming = {each.item_id for each in source.decisions if len(name) > 1 and name <= terms(each.text)}
        named = (item.citation for item in source.items if item.id in naming and name & about(item.title))
        yield from ((source, each.start, each.end) for each in named)


def _spoken_of(item: AgendaItem, decision: Decision, later: Iterable[Source]) -> bool:
    """Whether a later title has a word of a title, a later line half of them, or a record two of what was put off."""
    name = about(item.title)
    words = name | terms(decision.text)
    for source in later:
        titles = [about(each.title) for each in source.items]
        records = [terms(each.text) for each in source.decisions] + [terms(each.text) for each in source.actions]
        if any(name & told for told in titles) or any(2 * len(name & told) >= len(name) for told in records):
            return True
        if any(len(words & told) > 1 for told in titles + records):
            return True
        having = (line for line in source.text.split("\n") if any(word in line.casefold() for word in name))
        if any(2 * len(name & terms(line)) >= len(name) for line in having):
            return True
    return False
