"""Promises to come back: which records are one, and whether what a decision put off did come back.

Actions are followed by their words (`following`); a decision that puts business off has few of its own ("deferred to
the next meeting"), so it is followed by its item, as far as titles show it (`threads`).
"""

import re
from collections.abc import Iterable, Sequence

from index.catalogue.registers import Source
from index.following import HORIZON, PROMISE, Found, Outcome, after, by_body
from index.titles import Agendas
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

    It has vanished where two or more meetings were held since, and none has it. Where its title is of common words
    alone, or stands at half of the meetings ("Treasurer's report"), it stays open, because it could not be told.
    """
    found = {}
    for held in by_body(sources):
        agendas = Agendas(held)
        for source in held:
            items = {item.id: item for item in source.items}
            for decision in filter(puts_off, source.decisions):
                found[decision.id] = _returned(source, items.get(decision.item_id or ""), held, agendas)
    return found


def _returned(source: Source, item: AgendaItem | None, held: Sequence[Source], agendas: Agendas) -> Outcome:
    meetings = len({each.date for each in held if each.date > source.date and each.document.kind == "minutes"})
    if item is None or not agendas.tells(item.title):
        return Outcome("open", later=meetings)
    if back := agendas.returned(item.title, source.date, after(source.date, HORIZON)):
        where = back[1].citation
        return Outcome("came back", later=meetings, found=(Found("came back", back[0], where.start, where.end),))
    return Outcome("vanished" if meetings > 1 else "open", later=meetings)
