"""Why a record was extracted, told by extracting its document again, so that no trace need be kept."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from extract.actions.finding import ActionFinder
from extract.decisions.finding import DecisionFinder
from extract.decisions.resolutions.finding import limbs_told
from extract.decisions.standing import cancels
from extract.findings import Findings, findings
from extract.measured import info
from extract.pipeline import pipeline, read_through
from extract.profile import PLAIN, Profile
from extract.quantities.finding import quantities_in
from extract.ruleset import Match, Ruleset, all_rules
from extract.trust import graded, grounds
from minutes.found import Considered, Listed, Source, Why
from minutes.model import Action, AgendaItem, Decision, Document, Extracted, Metric

NEAR = 400  # characters around a record in which what follows from the page is looked for
FIELDS = ("owner", "due", "mover", "seconder", "delegated_to", "consulted", "condition", "name", "period", "place")

Span = tuple[int, int]


class _Told(NamedTuple):
    """Where a rule found a record: the sentence that holds its words, and what the rules made of it."""

    sentence: Span
    triggers: list[Considered]
    considered: list[Considered]


def why(listed: Listed, document: Document, profile: Profile = PLAIN) -> Why | None:
    """Why a record of this document was extracted; null if this program does not find it there any more."""
    doc = read_through(document, profile)
    found = findings(doc)
    kinds: tuple[Iterable[Extracted], ...] = (found.items, found.decisions, found.actions, found.metrics)
    record = next((record for kind in kinds for record in kind if record.id == listed.record.id), None)
    if record is None or record.rule != listed.record.rule:
        return None
    told = _told(doc, found, record, profile)
    return Why(
        record=listed,
        rule=info(all_rules()[record.rule]),
        sentence=document.cite(*told.sentence),
        stem=record.stem if isinstance(record, Decision) else None,
        triggers=tuple(told.triggers),
        considered=tuple(told.considered),
        sources=tuple(_sources(found, record)),
        reasons=tuple(f"{trust}: {reason}" for trust, reason in grounds(graded(record))),
    )


def _told(doc: Doc, found: Findings, record: Extracted, profile: Profile) -> _Told:
    nlp = pipeline(profile)
    if isinstance(record, Decision):
        finder: DecisionFinder = nlp.get_pipe("find_decisions")  # type: ignore[assignment]
        return _of_decision(doc, found, record, finder)
    if isinstance(record, Action):
        tasks: ActionFinder = nlp.get_pipe("find_actions")  # type: ignore[assignment]
        return _of_action(doc, found, record, tasks)
    return _Told(_place(record), list(_figures(record)) if isinstance(record, Metric) else [], [])


def _of_decision(doc: Doc, found: Findings, record: Decision, finder: DecisionFinder) -> _Told:
    """The sentence whose trigger gave this limb, with the words that cancel triggers and that tell outcomes."""
    place = _place(record)
    for sentence, trigger in finder.triggered(doc, found):
        before = [
            d.citation.end for d in found.decisions if d.citation.end <= min(sentence.start, record.citation.start)
        ]
        told = limbs_told(found, sentence, trigger, max(before, default=0))
        limbs = [found.document.cite(limb.start, limb.end) for limb in told]
        if trigger.rule.id == record.rule and place in [(limb.start, limb.end) for limb in limbs]:
            span = (sentence.start, sentence.end)
            others = [match for match in finder.triggers.matches(doc, [span]) if match != trigger]
            contexts = finder.contexts.matches(doc, [span])
            considered = [
                *(_matched(found, other, "would tell of a decision, too") for other in others),
                *_contexts(found, finder.contexts, contexts, trigger),
                *_outcomes(found, finder.outcomes.matches(doc, [place]), record, trigger),
            ]
            return _Told(span, [_matched(found, trigger, "tells of a decision")], considered)
    return _Told(place, [], [])


def _contexts(found: Findings, rules: Ruleset, matches: list[Match], trigger: Match) -> Iterator[Considered]:
    """What came of each rule that cancels triggers; those that did not match last."""
    for match in matches:
        if not cancels(match, trigger):
            did = "stands apart from the words that count, and changes nothing"
        elif trigger.rule.effect == "marker":
            did = "would keep a sentence from being a decision; one that is marked as such it does not"
        else:
            did = "stands too far off to cancel it"
        yield _matched(found, match, did)
    yield from _unmatched(rules, matches)


def _unmatched(rules: Ruleset, matches: list[Match]) -> Iterator[Considered]:
    for rule in rules.rules.values():
        if rule.id not in {match.rule.id for match in matches}:
            yield Considered(rule=rule.id, description=rule.description, did="did not match")


def _outcomes(found: Findings, matches: list[Match], record: Decision, trigger: Match) -> Iterator[Considered]:
    """The words in a limb that tell its outcome, and which of them did."""
    gave = next((match for match in matches if match.rule.outcome == record.outcome), None)
    for match in matches:
        if match is gave and not trigger.rule.outcome:
            yield _matched(found, match, f"gives the outcome {record.outcome}")
        else:
            yield _matched(found, match, "other words tell the outcome")


def _of_action(doc: Doc, found: Findings, record: Action, finder: ActionFinder) -> _Told:
    """The sentences that hold the task, with the words that give and those that cancel one."""
    place = _place(record)
    touched = [(a, b) for a, b in found.spans if a < place[1] and place[0] < b] or [place]
    span = (touched[0][0], touched[-1][1])
    matches = [
        m
        for m in (*finder.triggers.matches(doc, touched), *finder.limbs.matches(doc, touched))
        if place[0] <= m.start < place[1]
    ]
    own = [match for match in matches if match.rule.id == record.rule]
    others = [match for match in matches if match.rule.id != record.rule]
    contexts = finder.cancels.matches(doc, touched)
    considered = [_matched(found, other, f"would give a task, too; {record.rule} came first") for other in others]
    for match in contexts:
        hit = next((m for m in matches if match.start < m.end and m.start < match.end), None)
        did = f"cancels {hit.rule.id} there" if hit else "stands apart from the words that count, and changes nothing"
        if hit and record.tier == "explicit":
            did = "would cancel a task told in prose; one that is marked it does not"
        considered.append(_matched(found, match, did))
    if record.tier == "implicit":  # a marked task is one, whatever its words
        considered += _unmatched(finder.cancels, contexts)
    return _Told(span, [_matched(found, match, "gives a task") for match in own], considered)


def _figures(metric: Metric) -> Iterator[Considered]:
    """The figure in the sentence or the row that a metric is taken from, where it can be told from others like it."""
    rule = all_rules()[metric.rule]
    for quantity in quantities_in(metric.citation.quote):
        if quantity.value == metric.value:
            start = metric.citation.start + quantity.start
            quote = metric.citation.quote[quantity.start : quantity.end]
            yield Considered(
                rule=rule.id, description=rule.description, start=start, end=start + len(quote), quote=quote,
                did="is the figure",
            )  # fmt: skip
            return


def _matched(found: Findings, match: Match, did: str) -> Considered:
    return Considered(
        rule=match.rule.id, description=match.rule.description, start=match.start, end=match.end,
        quote=found.document.text[match.start : match.end], did=did,
    )  # fmt: skip


def _place(record: Extracted) -> Span:
    return record.citation.start, record.citation.end


# ---- where the fields come from -------------------------------------------------------------------------------------


def _sources(found: Findings, record: Extracted) -> Iterator[Source]:
    """Where each field of a record that could have come from elsewhere was found, as far as the text shows it."""
    item_id = getattr(record, "item_id", None)
    item = next((item for item in found.items if item.id == item_id), None)
    if item:
        title = " ".join(filter(None, (item.number, item.title)))
        yield Source(field="item", value=title, where="the heading above it that has a number, or the nearest")
    if isinstance(record, AgendaItem):
        yield Source(field="title", value=record.title, where=_set_as(found, record))
    for name in FIELDS:
        if value := getattr(record, name, None):
            yield Source(field=name, value=str(value), where=_where(found, record, str(value)))
    if isinstance(record, Action) and record.due_date:
        held = found.meeting.date or "not known"
        where = f"worked out from “{record.due}” and the day of the meeting, {held}"
        yield Source(field="due_date", value=record.due_date.isoformat(), where=where)
    if isinstance(record, Decision) and record.votes:
        yield Source(field="votes", value=_votes(record), where="the words of the motion or those that follow it")


def _set_as(found: Findings, item: AgendaItem) -> str:
    block = found.document.blocks[found.document.block_index(item.citation.start)]
    bold = " in bold" if any(a < item.citation.end and item.citation.start < b for a, b in block.bold) else ""
    size = f", {block.size:g} point" if block.size else ""
    return f"a {block.kind.replace('_', ' ')}{bold}{size}"


def _votes(decision: Decision) -> str:
    if isinstance(decision.votes, str) or decision.votes is None:
        return str(decision.votes)
    counts = decision.votes.model_dump(by_alias=True, include={"for_", "against", "abstain"})
    return ", ".join(f"{name} {count}" for name, count in counts.items() if count is not None)


def _where(found: Findings, record: Extracted, value: str) -> str:
    """In which words near the record a value stands."""
    text, (start, end) = found.document.text, _place(record)
    known = re.compile(rf"(?<!\w){re.escape(value)}(?!\w)", re.IGNORECASE)
    block = found.document.blocks[found.document.block_index(start)]
    if known.search(text, start, end):
        return "in its own words"
    if block.kind == "table_row" and known.search(text, block.start, block.end):
        return "in its row of the table"
    following = found.document.blocks_between(end, min(len(text), end + NEAR))
    if any(b.kind == "note" and known.search(text, b.start, b.end) for b in following):
        return "in the margin beside it"
    if known.search(text, end, min(len(text), end + NEAR)):
        return "in the words that follow it"
    above = [item.citation.start for item in found.items if item.citation.start <= start]
    if known.search(text, max([0, *above[-1:]]), start):
        return "further up under the same heading"
    if known.search(text, 0, start):
        return "further up in the document"
    return "worked out from the words around it; it is not printed in this form"
