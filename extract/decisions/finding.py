"""Decisions: find the trigger, let the context change or cancel it, then cut the resolution into limbs."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from extract.decisions.elsewhere import told_elsewhere
from extract.decisions.forms.answered import answered, granted
from extract.decisions.forms.declared import declared
from extract.decisions.forms.disposed import disposals
from extract.decisions.forms.officers import elected
from extract.decisions.forms.proposed import proposed
from extract.decisions.forms.recommended import recommended
from extract.decisions.forms.recorded import recorded
from extract.decisions.forms.tabled import Tabled, tabled
from extract.decisions.limbs import Limb, limbs_of
from extract.decisions.motions.amendments import (
    amendment_carried,
    below_division,
    fell_below,
    for_the_amendment,
    lost_aside,
    vote_on_amendment,
)
from extract.decisions.motions.finding import Motions
from extract.decisions.motions.movers import Motion, motion_in
from extract.decisions.motions.opposed import moved_above, opposed
from extract.decisions.motions.put_below import put_below
from extract.decisions.motions.putting import motion_start
from extract.decisions.motions.results import Put
from extract.decisions.motions.unopposed import moved_alone
from extract.decisions.outcomes import outcome_of
from extract.decisions.repeated import NAMED_ONLY, RESOLUTIONS, once
from extract.decisions.reported_out import reported_out
from extract.decisions.resolutions.alone import moved_block
from extract.decisions.resolutions.changes import with_changes
from extract.decisions.resolutions.consented import consent_item, consented, in_turn
from extract.decisions.resolutions.finding import limbs_told
from extract.decisions.resolutions.verdicts import asked_for
from extract.decisions.standing import CARRIED, RESOLVED, holds
from extract.decisions.testified import testified
from extract.decisions.verdict_lines import is_mover_line, says_nothing
from extract.decisions.votes.closed import closed
from extract.decisions.votes.counted import counted
from extract.decisions.votes.finding import votes_in
from extract.decisions.votes.parted import with_own_votes
from extract.decisions.votes.polled import polled
from extract.findings import Findings, findings
from extract.profile import Profile
from extract.ruleset import Match, Ruleset, load_rules
from extract.text import Sentence
from minutes.model import Block, Decision, Votes, content_id

_DELEGATED = re.compile(
    r"\b(?i:delegat\w+) (?:authority|powers?|responsibility)?(?: be)?(?: given| granted)?\s*(?:to"
    r"|is delegated to)\s+(?P<to>(?:the )?[A-Z][^,.;]*?)"
    r"(?=\s*(?:,|;|\.|\(|$| in consultation| after consultation| to | for | acting))"
)
_CONSULTED = re.compile(
    r"\b(?:in consultation with|(?:after|following) consult(?:ation with|ing)|having consulted)\s+"
    r"(?P<whom>(?:the )?[A-Z].*?)"
    r"(?=\s*(?:[,;.()]|$| (?:to|be|and to) ))"
)
# What a decision is subject to, from these words to the end of the clause.
_CONDITION = re.compile(
    r"\b(?:subject to|provided that|on (?:the )?condition that|conditional (?:up)?on)\b(?:(?!; |\. ).)*",
    re.IGNORECASE | re.DOTALL,
)
# Motions as they were put, whose verdict stands below them.
_PRINTED = ("decision.resolved", "decision.president-asked", "decision.moved", "decision.headed")
_VERDICT_WORD = re.compile(r"\b(?:carrie[sd]|passe[sd]|approved|adopted|accepted|agreed|elected)\b", re.IGNORECASE)
# "Chairman’s casting vote: against", within a few lines of the motion
_CAST_AGAINST = re.compile(
    r"\bcasting vote\b\W{0,3}(?:(?:was|being) )?(?:(?:cast|given|used) )?against\b", re.IGNORECASE
)
_NEAR = 200
_ENACTED = re.compile(r"\b(?:resolution|ordinance|by-?law)\b", re.IGNORECASE)
_BLANK = re.compile(r"_{2,}")  # to be filled in when it is passed
_HEADS_DECISION = re.compile(
    r"(?:(?:council|committee|board|cabinet) )?(?:decision|resolution)s?\b.{0,30}", re.IGNORECASE
)
_HEADS_TASKS = re.compile(r"(?:follow[- ]?ups?|next steps?|actions?(?: points?| required| agreed)?)\W*", re.IGNORECASE)
_RECOMMENDS = re.compile(r"recommendations?:?", re.IGNORECASE)
_MOVED_STEM = re.compile(
    r"\bseconded by [^:;.]{3,60}:(?: ?[Tt]hat [^:;.]{3,80}:\s*(?=\(?[a-z1]\)?[.)]?\s)|\s*(?=\([ai1]\)\sthat\b))",
    re.IGNORECASE,
)


class DecisionFinder:
    """spaCy component: fills `findings(doc).decisions` for minutes."""

    def __init__(self, profile: Profile) -> None:
        self.triggers = Ruleset([*load_rules("decisions"), *profile.rules("decision")])
        self.contexts = Ruleset(load_rules("contexts"))
        self.outcomes = Ruleset(load_rules("outcomes"))

    def __call__(self, doc: Doc) -> Doc:
        found = findings(doc)
        enacted = found.kind == "other" and _is_enactment(found)
        if found.kind != "minutes" and not enacted:
            self._add_recorded(doc, found)
            return doc
        outcomes = self.outcomes.matches(doc, found.spans)
        found.quoted = put_below(found)
        motions = Motions(found)
        self._add_triggered(doc, found, motions, outcomes, enacted)
        if not enacted:
            self._add_untold(found, motions, outcomes)
        found.decisions[:] = once(found)
        found.decisions[:] = with_own_votes(found)
        found.decisions[:] = with_changes(found)
        return doc

    def _add_triggered(self, doc: Doc, found: Findings, motions: Motions, outcomes: list[Match], enacted: bool) -> None:
        """What sentences with a trigger tell; of an enactment those alone that enact."""
        seen: set[tuple[str | None, str]] = set()
        covered = 0
        for sentence, trigger in self.triggered(doc, found):
            if sentence.start < covered or (trigger.rule.id == "decision.enacted") != enacted:
                continue
            limbs = limbs_told(found, sentence, trigger, covered)
            if len(limbs) == 1 and trigger.rule.outcome != "rejected":
                limbs = _moved_limbs(found, limbs[0].start, limbs[0].end) or limbs
            since = covered
            if trigger.rule.id == "decision.movers-noted" and not limbs:
                _moved_last(found, sentence)
            elif trigger.rule.id == "decision.resolved" and not limbs:
                _voted_last(found, sentence)
            for limb in limbs:
                motion = motions.of(limb, limbs, sentence, since)
                if trigger.rule.id == "decision.amendment-beaten":
                    motion = replace(motion, votes=_beaten_by(found, sentence, motion))
                decision = _decision(found, limb, trigger, motion, outcomes)
                lost = trigger.rule.id in _PRINTED and motions.results.lost_below(limbs[-1])
                lost = lost or (trigger.rule.id in CARRIED and _outnumbered(found, sentence, motion))
                if lost and decision.outcome != "rejected":
                    decision = decision.model_copy(update={"outcome": "rejected"})
                elif limb.end <= sentence.start and amendment_carried(found, sentence):  # whatever it asks for
                    decision = decision.model_copy(update={"outcome": "approved"})
                # "The proposal was passed." is told of one after another.
                verdict = trigger.rule.id in CARRIED and limb.start == sentence.start > covered
                apart = verdict or trigger.rule.id == "decision.in-row"  # "No objection" to one after another
                place = str(limb.start) if apart else found.innermost_id(limb.start)
                key = (place, " ".join(decision.text.casefold().split()).strip('. “”"'))
                covered = max(covered, limb.end, sentence.end if limb.end <= sentence.start else 0)
                if trigger.rule.id == "decision.amendment-beaten":
                    covered = fell_below(found, sentence)
                if key not in seen:
                    seen.add(key)
                    found.decisions.append(decision)
            if not all(NAMED_ONLY.match(found.document.text, limb.start, limb.end) for limb in limbs):
                motions.settled(limbs, sentence)

    def _add_recorded(self, doc: Doc, found: Findings) -> None:
        """What a form records that one person decided."""
        if limbs := recorded(found):
            rule, outcomes = self.triggers.rules["decision.recorded"], self.outcomes.matches(doc, found.spans)
            for limb in limbs:
                trigger = Match(rule, limb.start, limb.start)
                found.decisions.append(_decision(found, limb, trigger, Motion(), outcomes))

    def _add_untold(self, found: Findings, motions: Motions, outcomes: list[Match]) -> None:
        """A second look: motions that were carried or lost in words that no trigger knows."""
        proposals = self._add_proposed(found, outcomes)
        told = [*((d.citation.start, d.citation.end) for d in found.decisions), *proposals]
        by_rule = (*RESOLUTIONS, "decision.resolved-inside")
        resolved = [d.citation.start for d in found.decisions if d.rule in by_rule]
        for put in list(motions.results.untold(told, resolved)):
            whole = Limb(motion_start(found.document.text, put.sentence), put.sentence.end)
            motion = motions.of(whole, [whole], put.sentence, put.sentence.start)
            lost = put.lost or _outvoted(found, put, motion)
            rule = self.triggers.rules["decision.put-and-lost" if lost else "decision.put-and-carried"]
            told_by = put.result or put.sentence
            trigger = Match(rule, told_by.start, told_by.end)
            if lost and (asked := asked_for(found, put.sentence)):
                whole = asked
            limbs = _moved_limbs(found, put.sentence.start, put.sentence.end) or [whole]
            _insert(found, [_decision(found, limb, trigger, motion, outcomes) for limb in limbs])
        for limb, motion, lost in list(moved_alone(found)):
            rule = self.triggers.rules["decision.put-and-lost" if lost else "decision.movers-alone"]
            _insert(found, [_decision(found, limb, Match(rule, limb.start, limb.end), motion, outcomes)])

        for limb, motion in lost_aside(found):
            trigger = Match(self.triggers.rules["decision.put-and-lost"], limb.start, limb.end)
            _insert(found, [_decision(found, limb, trigger, motion, outcomes)])
        self._add_tabled(found, outcomes)
        self._add_declared(found, outcomes)
        self._add_disposed(found)
        self._add_opposed(found, outcomes)
        for limb, agenda in list(consented(found)):
            moved = Motion(agenda.mover, agenda.seconder, agenda.votes)
            trigger = Match(self.triggers.rules["decision.consented"], limb.start, limb.end)
            _insert(found, [_decision(found, limb, trigger, moved, outcomes)])
        for limb in list(polled(found)):
            trigger = Match(self.triggers.rules["decision.polled"], limb.start, limb.end)
            _insert(found, [_decision(found, limb, trigger, Motion(), outcomes)])
        for limb, motion in list(reported_out(found)):
            trigger = Match(self.triggers.rules["decision.reported-out"], limb.start, limb.start)
            _insert(found, [_decision(found, limb, trigger, motion, outcomes)])
        self._add_elected(found, outcomes)
        self._add_counted(found, outcomes)
        for limb, outcome in [*answered(found), *granted(found)]:
            trigger = Match(self.triggers.rules["decision.answered"], limb.start, limb.end)
            voted = Motion(votes=votes_in(found.document.text[limb.start : limb.end]))
            decision = _decision(found, limb, trigger, voted, outcomes)
            _insert(found, [decision.model_copy(update={"outcome": outcome})])
        self._add_closed(found, outcomes)
        found.decisions[:] = in_turn(found)

    def _add_closed(self, found: Findings, outcomes: list[Match]) -> None:
        """Statements that end in the vote on them."""
        for limb, votes in list(closed(found)):
            trigger = Match(self.triggers.rules["decision.closed"], limb.end, limb.end)
            decision = _decision(found, limb, trigger, Motion(votes=votes), outcomes)
            lost = _outnumbered(found, None, Motion(votes=votes))
            _insert(found, [decision.model_copy(update={"outcome": "rejected"}) if lost else decision])

    def _add_elected(self, found: Findings, outcomes: list[Match]) -> None:
        """Officers in lines, each with the vote that a line over them tells, in place of what that alone tells."""
        for limb, (low, high) in list(elected(found)):
            found.decisions[:] = [d for d in found.decisions if not low <= d.citation.start < high]
            trigger = Match(self.triggers.rules["decision.officers"], limb.start, limb.end)
            votes = votes_in(found.document.text[low:high])
            _insert(found, [_decision(found, limb, trigger, Motion(votes=votes), outcomes)])

    def _add_proposed(self, found: Findings, outcomes: list[Match]) -> list[tuple[int, int]]:
        """What a label says was proposed, with a verdict below it, in place of what a part of that tells; and where."""
        told = list(proposed(found))
        for limb, motion, lost, (low, high) in told:
            found.decisions[:] = [d for d in found.decisions if not low <= d.citation.start < high]
            trigger = Match(self.triggers.rules["decision.proposed"], limb.start, limb.end)
            decision = _decision(found, limb, trigger, motion, outcomes)
            _insert(found, [decision.model_copy(update={"outcome": "rejected" if lost else "approved"})])
        return [each.within for each in told]

    def _add_counted(self, found: Findings, outcomes: list[Match]) -> None:
        """What was put in a line over the count of the vote, in place of a bare verdict told there."""
        for limb, votes, (low, high) in list(counted(found)):
            found.decisions[:] = [d for d in found.decisions if not low <= d.citation.start < high]
            trigger = Match(self.triggers.rules["decision.counted"], limb.start, limb.end)
            decision = _decision(found, limb, trigger, Motion(votes=votes), outcomes)
            carried = votes == "unanimous" or (votes.for_ or 0) > (votes.against or 0)
            _insert(found, [decision.model_copy(update={"outcome": "approved" if carried else "rejected"})])

    def _add_tabled(self, found: Findings, outcomes: list[Match]) -> None:
        """What a table tells by how it is set, unless its words have told it; a bare verdict in it is on its motion."""
        for told in list(tabled(found)):
            (start, end), (low, high) = (told.limb.start, told.limb.end), told.within
            if told.above and _moved_above(found, told):
                continue
            if any(start <= d.citation.start < d.citation.end <= end for d in found.decisions):
                _moved_in_table(found, told)
                found.decisions[:] = [
                    d for d in found.decisions if not (end <= d.citation.start < high and says_nothing(d.text))
                ]
                continue
            found.decisions[:] = [
                d
                for d in found.decisions
                if not (low <= d.citation.start < high or (d.citation.start < start < d.citation.end))
            ]
            trigger = Match(self.triggers.rules["decision.tabled"], told.limb.start, told.limb.end)
            decision = _decision(found, told.limb, trigger, told.motion, outcomes)
            _insert(found, [decision.model_copy(update={"outcome": "rejected"}) if told.lost else decision])

    def _add_declared(self, found: Findings, outcomes: list[Match]) -> None:
        """What a form declares the decision to be, in place of what its motion and whatever took its movers tell."""
        rule = self.triggers.rules["decision.declared"]
        for limb, motion, (low, high) in list(declared(found)):
            since = max((item.citation.start for item in found.items if item.citation.start <= low), default=low)
            moved = motion.mover and motion.seconder
            found.decisions[:] = [
                d
                for d in found.decisions
                if not (
                    low <= d.citation.start < high
                    or (
                        moved
                        and since <= d.citation.start < low
                        and (d.mover, d.seconder) == (motion.mover, motion.seconder)
                    )
                )
            ]
            _insert(found, [_decision(found, limb, Match(rule, limb.start, limb.start), motion, outcomes)])

    def _add_disposed(self, found: Findings) -> None:
        """What a line below an entry tells became of it, in place of what its words alone tell."""
        rule = self.triggers.rules["decision.disposed"]
        told = list(disposals(found))
        lines = [entry.told for entry in found.disposed]
        found.weighed += lines  # which give nobody a task
        taken = {each.limb.start for each in told}
        found.decisions[:] = [
            d for d in found.decisions if d.citation.start not in taken and not _is_in(lines, d.citation.start)
        ]
        for limb, motion, outcome in told:
            decision = _decision(found, limb, Match(rule, limb.start, limb.end), motion, [])
            _insert(found, [decision.model_copy(update={"outcome": outcome})])

    def _add_opposed(self, found: Findings, outcomes: list[Match]) -> None:
        """A motion and its amendment that stand below lines which say so, and not the sentence that tells on both."""
        for told in [*opposed(found), *moved_above(found)]:
            (low, high), last = told.within, told.limbs[-1]
            stop = found.item_end(low)
            again = [n for n, d in enumerate(found.decisions) if told.end <= d.citation.start < stop]
            if not told.lost and again:  # printed again as the resolution
                for index in again:
                    found.decisions[index] = _with_movers(found.decisions[index], told.motion)
                continue
            found.decisions[:] = [d for d in found.decisions if not low <= d.citation.start < high]
            rule = self.triggers.rules["decision.put-and-lost" if told.lost else "decision.put-and-carried"]
            limbs = [replace(told.limbs[0], end=last.end, stem=None)] if told.lost else told.limbs
            made = [_decision(found, limb, Match(rule, high, high), told.motion, outcomes) for limb in limbs]
            outcome = "rejected" if told.lost else "approved" if told.whole else None
            _insert(found, [d.model_copy(update={"outcome": outcome}) if outcome else d for d in made])

    def triggered(self, doc: Doc, found: Findings) -> Iterator[tuple[Sentence, Match]]:
        """The sentences that tell of a decision, each with the trigger that says so."""
        grouped = _by_sentence(found, self.triggers.matches(doc, found.spans))
        contexts = _by_sentence(found, self.contexts.matches(doc, found.spans))
        found.weighed = [*_weighed(found, contexts), *told_elsewhere(found), *recommended(found), *testified(found)]
        put = [(quoted, quoted.became(found.document.text)) for quoted in found.quoted]
        found.weighed += [(quoted.start, quoted.end) for quoted, what in put if what in ("resolved", "lost")]
        weighed = [*found.weighed, *((quoted.start, quoted.end) for quoted, what in put if what == "carried")]
        for index, matches in sorted(grouped.items()):
            sentence = found.sentences[index]
            if any(start <= sentence.start < end for start, end in weighed):
                continue
            # A marker says most: "The Committee AGREED" is one before it is a sentence with a verb.
            for match in sorted(matches, key=lambda match: (match.rule.effect != "marker", not match.rule.anchored)):
                if holds(found, sentence, match, contexts.get(index, [])):
                    yield sentence, match
                    break


def _is_in(stretches: list[tuple[int, int]], offset: int) -> bool:
    """Whether a place is within one of these stretches, which stand one after the other."""
    index = bisect_right(stretches, (offset + 1, 0)) - 1
    return index >= 0 and offset < stretches[index][1]


def _insert(found: Findings, decisions: list[Decision]) -> None:
    """Put decisions before the first that stands further down."""
    later = (n for n, each in enumerate(found.decisions) if each.citation.start > decisions[0].citation.start)
    place = next(later, len(found.decisions))
    found.decisions[place:place] = decisions


def _beaten_by(found: Findings, sentence: Sentence, motion: Motion) -> Votes | None:
    """How the vote went on an amendment that was beaten, as a line or as lines below tell."""
    counted = motion.votes or votes_in(below_division(found, sentence))
    return vote_on_amendment(found, sentence) or for_the_amendment(counted)


def _outvoted(found: Findings, put: Put, motion: Motion) -> bool:
    """Whether the count alone tells what became of a motion: "In favour: 3. Opposed: 10.", or a tie that was broken."""
    counted = None if motion.votes == "unanimous" else motion.votes
    if counted and counted.for_ is not None and counted.for_ == counted.against:
        end = min(found.item_end(put.sentence.start), put.sentence.end + _NEAR)
        return bool(_CAST_AGAINST.search(found.document.text, put.sentence.end, end))
    return _outnumbered(found, put.result, motion)


def _outnumbered(found: Findings, told: Sentence | None, motion: Motion) -> bool:
    """Whether more were against a motion than for it, and what is told of the vote has no word on the outcome."""
    counted = None if motion.votes == "unanimous" else motion.votes
    if not counted or (told and _VERDICT_WORD.search(found.document.text, told.start, told.end)):
        return False
    return counted.for_ is not None and counted.against is not None and counted.for_ < counted.against


def _moved_last(found: Findings, sentence: Sentence) -> None:
    """Give the last decision of the paragraph those who moved it, as `sentence` tells after a word on who is to act."""
    last = found.decisions[-1] if found.decisions else None
    if last and not last.mover and last.citation.start >= found.document.blocks[moved_block(found, sentence)].start:
        told = motion_in(found.document.text[sentence.start : sentence.end])
        moved = {"mover": told.mover, "seconder": told.seconder, "votes": last.votes or told.votes}
        found.decisions[-1] = last.model_copy(update=moved)


def _voted_last(found: Findings, sentence: Sentence) -> None:
    """Give the decision right above the line of its verdict, "RESOLVED (unanimously)", the vote that this tells."""
    last = found.decisions[-1] if found.decisions else None
    if last and not last.votes and not found.document.text[last.citation.end : sentence.start].strip():
        votes = votes_in(found.document.text[sentence.start : sentence.end])
        found.decisions[-1] = last.model_copy(update={"votes": votes})


def _moved_above(found: Findings, told: Tabled) -> bool:
    """Give the last decision of the item above a table of its movers and its votes these, and not the bare verdict.

    False where neither the item nor the table has one.
    """
    low, high = told.within
    since = found.item_start(low)
    above = [n for n, each in enumerate(found.decisions) if since <= each.citation.start < low]
    inside = [n for n, each in enumerate(found.decisions) if low <= each.citation.start < high]
    for index in above[-1:] or inside:
        moved = _with_movers(found.decisions[index], told.motion)
        found.decisions[index] = moved.model_copy(update={"outcome": "rejected"}) if told.lost else moved
    if above:
        found.decisions[:] = [each for n, each in enumerate(found.decisions) if n not in inside]
    return bool(above or inside)


def _moved_in_table(found: Findings, told: Tabled) -> None:
    """Give the decisions that the words of a table's motion tell whom its other rows name, and the votes."""
    for index, each in enumerate(found.decisions):
        if told.limb.start <= each.citation.start < told.limb.end and not each.mover:
            moved = _with_movers(each, told.motion)
            found.decisions[index] = moved.model_copy(update={"outcome": "rejected"}) if told.lost else moved


def _with_movers(decision: Decision, motion: Motion) -> Decision:
    """A decision with who moved and seconded it and the votes, as far as a table tells these."""
    mover, seconder = motion.mover or decision.mover, motion.seconder or decision.seconder
    return decision.model_copy(update={"mover": mover, "seconder": seconder, "votes": motion.votes or decision.votes})


def _moved_limbs(found: Findings, start: int, end: int) -> list[Limb]:
    """The limbs that follow the movers: "..., seconded by Ms Tay: That the Board: a) accept it b) note it"."""
    stem = _MOVED_STEM.search(found.document.text, start, end)
    if not stem:
        return []
    limbs = limbs_of(found.document, stem.end(), found.document.block_index(start), end)
    return [limb for limb in limbs if limb.end <= end]


def _weighed(found: Findings, contexts: dict[int, list[Match]]) -> Iterator[tuple[int, int]]:
    """The stretches of text below a line that heads what was weighed, each to the next such line, verdict or item.

    A label that runs on, "Alternative options: To do nothing. This was rejected as too dear", heads its paragraph.
    """
    blocks = found.document.blocks
    for index, matches in contexts.items():
        sentence = found.sentences[index]
        headed = [match for match in matches if match.rule.id == "context.weighed" and match.start == sentence.start]
        if headed and found.document.text[headed[0].end : blocks[sentence.block].end].strip(" :"):
            yield sentence.start, blocks[sentence.block].end
        elif headed:
            stop = found.item_end(sentence.start)
            after = blocks[sentence.block + 1 :]
            ends = (b.start for b in after if b.start >= stop or _ends_weighing(found, b))
            yield sentence.end, next(ends, stop)


def _ends_weighing(found: Findings, block: Block) -> bool:
    """Whether a block is another heading, opens a resolution, or heads tasks, or what officers make of all this."""
    text = found.document.text[block.start : block.end]
    heads = _RECOMMENDS.fullmatch(text) or _HEADS_TASKS.fullmatch(text)
    return block.kind == "heading" or bool(heads) or _is_decided(found, block)


def _is_decided(found: Findings, block: Block) -> bool:
    """Whether a block opens a resolution, or is a line that heads one."""
    text = found.document.text[block.start : block.end]
    return bool(RESOLVED.match(text) or _HEADS_DECISION.fullmatch(text) or is_mover_line(text))


def _is_enactment(found: Findings) -> bool:
    """Whether a document is a resolution or an ordinance, and not a draft with blanks for the day of its passing."""
    text = found.document.text
    passed = [
        text[s.start : s.end]
        for s in found.sentences
        if re.match(r"(?:passed|approved|adopted|enacted)\b", text[s.start : s.end], re.IGNORECASE)
    ]
    return bool(_ENACTED.search(text[:400])) and not any(map(_BLANK.search, passed))


def _by_sentence(found: Findings, matches: list[Match]) -> dict[int, list[Match]]:
    grouped: dict[int, list[Match]] = {}
    for match in matches:
        index = bisect_right(found.starts, match.start) - 1
        if index >= 0 and match.end <= found.sentences[index].end:
            grouped.setdefault(index, []).append(match)
    return grouped


def _decision(found: Findings, limb: Limb, trigger: Match, motion: Motion, outcomes: list[Match]) -> Decision:
    document = found.document
    citation = document.cite(limb.start, limb.end)
    text = citation.quote
    stem = document.text[limb.stem[0] : limb.stem[1]].strip() if limb.stem else None
    delegated, consulted, condition = _DELEGATED.search(text), _CONSULTED.search(text), _CONDITION.search(text)
    item_id = consent_item(found, limb.start, text) or found.item_id(limb.start)
    return Decision(
        id=content_id("dec", document.id, limb.start, text),
        item_id=item_id,
        text=text,
        outcome=outcome_of(limb, trigger, outcomes, text, stem),
        stem=stem,
        mover=motion.mover,
        seconder=motion.seconder,
        votes=motion.votes,
        delegated_to=delegated["to"].strip() if delegated else None,
        consulted=consulted["whom"].strip() if consulted else None,
        condition=condition[0].strip(" .,;") if condition else None,
        citation=citation,
        rule=trigger.rule.id,
    )
