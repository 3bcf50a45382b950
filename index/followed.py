"""What became of the tasks in a catalogue, worked out once and again only where the documents have changed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from threading import Lock

from index.catalogue import Catalogue
from index.catalogue.registers import Source
from index.following import Outcome, alone, answers, fates
from index.promises import is_promise, returns
from minutes.found import Filters, Followed, Listed, Mention, RecordKind
from minutes.model import Action, Citation, Decision

Key = tuple[RecordKind, str | None]  # and the organisation


@dataclass
class Held:
    """What became of the records of one kind and organisation, as long as nothing in `state` has changed."""

    state: object
    outcomes: dict[str, Outcome]
    followed: dict[str, Followed] = field(default_factory=dict)  # those that were asked for, with citations


class Following:
    """Remembers what became of each action, and of each decision that recommends or puts off, by its id."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._held: dict[Key, Held] = {}
        self._promises: tuple[object, frozenset[str]] | None = None
        self._lock = Lock()  # pages are made side by side; the second waits for what the first works out

    def outcomes(self, kind: RecordKind, day: date) -> dict[str, Outcome]:
        """What became of all records of a kind by `day`."""
        found: dict[str, Outcome] = {}
        for held in self._up_to_date([(kind, name) for name in self._catalogue.editions()], day).values():
            found |= held.outcomes
        return found

    def followed(self, found: Iterable[Listed], day: date) -> list[Listed]:
        """The same records, those that can be followed with what became of them by `day`, and who says so."""
        listed = [(_key(each), each) for each in found]
        held = self._up_to_date({key for key, _ in listed if key}, day)
        wanted = [(held[key], each.record.id) for key, each in listed if key]
        self._cite([(of, id_) for of, id_ in wanted if id_ in of.outcomes and id_ not in of.followed])
        return [
            each.model_copy(update={"followed": held[key].followed[each.record.id]})
            if key and each.record.id in held[key].outcomes
            else each
            for key, each in listed
        ]

    def promises(self) -> frozenset[str]:
        """The ids of the actions and decisions that something is to come back."""
        editions = self._catalogue.editions()
        with self._lock:
            if self._promises is None or self._promises[0] != editions:
                self._promises = editions, self._promised()
            return self._promises[1]

    def _promised(self) -> frozenset[str]:
        """Decisions of which an action was taken, too, are left out: they are the same promise."""
        every = Filters(all=True, exempt=True)
        actions = [each.record for each in self._catalogue.records("action", [], every)]
        decisions = [each.record for each in self._catalogue.records("decision", [], every)]
        kept = [each for each in actions if isinstance(each, Action) and is_promise(each)]
        spans: defaultdict[str, list[Citation]] = defaultdict(list)
        for action in kept:
            spans[action.citation.document_id].append(action.citation)
        return frozenset(action.id for action in kept) | frozenset(
            decision.id
            for decision in decisions
            if isinstance(decision, Decision)
            and is_promise(decision)
            and not any(
                each.start < decision.citation.end and decision.citation.start < each.end
                for each in spans[decision.citation.document_id]
            )
        )

    def _up_to_date(self, keys: Collection[Key], day: date) -> dict[Key, Held]:
        editions = self._catalogue.editions()
        with self._lock:
            for kind, name in keys:
                state, held = (editions.get(name), day), self._held.get((kind, name))
                if held is None or held.state != state:
                    self._held[kind, name] = Held(state, dict(map(_light, self._worked_out(kind, name, day).items())))
            return {key: self._held[key] for key in keys}

    def _worked_out(self, kind: RecordKind, name: str | None, day: date) -> dict[str, Outcome]:
        sources = self._catalogue.sources(name)
        if kind == "decision":
            return returns(sources) | (answers(sources) if name else {})  # of any body of the organisation
        found = {action.id: alone(action, day) for action in self._catalogue.unplaced_actions(name)}
        return found | fates(sources, day)

    def _cite(self, wanted: Sequence[tuple[Held, str]]) -> None:
        spots = {
            (each.source.document.id, each.start, each.end) for held, id_ in wanted for each in held.outcomes[id_].found
        }
        cited = self._catalogue.cite(spots)
        for held, id_ in wanted:
            outcome = held.outcomes[id_]
            mentions = (
                Mention(
                    says=each.says,
                    document=each.source.document,
                    meeting=each.source.meeting,
                    citation=cited[each.source.document.id, each.start, each.end],
                )
                for each in outcome.found
            )
            held.followed[id_] = Followed(
                fate=outcome.fate,
                late=outcome.late,
                later=outcome.later,
                since=outcome.since,
                mentions=tuple(mentions),
            )


def _light(entry: tuple[str, Outcome]) -> tuple[str, Outcome]:
    """The same without the texts of the documents, which would be kept as long as the outcome is."""
    id_, outcome = entry
    found = (replace(each, source=Source(each.source.document, each.source.meeting, each.source.date, text=""))
             for each in outcome.found)  # fmt: skip
    return id_, replace(outcome, found=tuple(found))


def _key(listed: Listed) -> Key | None:
    match listed.record:
        case Action():
            return "action", listed.meeting.organisation
        case Decision():
            return "decision", listed.meeting.organisation
    return None
