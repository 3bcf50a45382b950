"""Motions within an item: who moved and seconded what was decided, and how the vote on it went."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import Literal

from extract.decisions.business import is_of_other_business
from extract.decisions.limbs import Limb
from extract.decisions.motions.amendments import AMENDMENT, AMENDMENT_CARRIED, AMENDMENT_LABEL, ASIDE, BECAME_PART
from extract.decisions.motions.below import LEADS_ON, SIDE_OF_VOTE, Below
from extract.decisions.motions.movers import Motion, by_whom, headed, motion_in
from extract.decisions.motions.putting import PUT_AND_SECONDED, UNNAMED, is_procedural, nominee
from extract.decisions.motions.results import Results
from extract.decisions.verdict_lines import THEN_WAS, VERDICT_LINE, is_mover_line, says_nothing
from extract.decisions.votes.finding import votes_in
from extract.decisions.votes.parted import put_apart
from extract.findings import Findings
from extract.items.titles import is_marked
from extract.text import Sentence
from minutes.model import Votes

_MOTION_LOST = re.compile(
    rf"\b(?:amendment|motion)(?:\W+{THEN_WAS}(?:lost|defeated|failed|fell)\b"
    r"|\b.{0,400}? (?:put\b.{0,120}? (?:and|was)|declared) (?:lost|defeated|not (?:carried|supported))\b"
    r"|\b[^.;]{0,120}? seconded by .{3,60}? (?:and|but) (?:was )?(?:lost|defeated)\b)"
    r"(?:,? (?:by )?\w+ votes? to \w+|,? ?\([^()]{3,60}\))?",
    re.IGNORECASE,
)
# "The proposer and seconder of the motion accepted the amendment", which puts none
_TAKEN_IN = re.compile(
    r"\b(?:proposer|mover) and (?:the )?seconder\b[^.]{0,40}\b(?:accepted|agreed to)\b", re.IGNORECASE
)
_HALF = re.compile(r"(?:it was )?(?:proposed|moved|proposer)\b(?!.*\bsecond(?:ed)?\b)", re.IGNORECASE)
_AS_AMENDMENT = re.compile(r"(?:as|by way of) an amendment\b[^.]{0,40}$", re.IGNORECASE)
_OTHER_HALF = re.compile(r"(?:and )?second(?:ed|er)?\b", re.IGNORECASE)
_HEADS_VERDICT = re.compile(r"decisions?:?", re.IGNORECASE)
_GOES_ON = 12  # sentences that a motion may go on to say, "made and seconded", before it names those who did so
_TAKEN_UP = re.compile(r"(?:the|this|that) motion was (?:then )?(?:moved|made) by\b", re.IGNORECASE)
_UP = 3000  # characters above a vote, in which what was voted on tells who moved it
_HEAD = 100  # characters at the head of a motion, which tell who moved it


def _with_other_half(said: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Sentences with their places; "Moved by Cllr Orme" with the line "Seconded by Cllr Tay" below it.

    What the line above them says of an amendment belongs to them: "As an amendment it was".
    """
    above = ""
    for (at, words), (_, following) in pairwise([*said, (0, "")]):
        halves = _HALF.match(words) and _OTHER_HALF.match(following)
        led = f"{above} " if halves and _AS_AMENDMENT.match(above) else ""
        yield at, f"{led}{words} {following}" if halves else words
        above = words


class Motions:
    """Movers, seconders and votes told within an item, for the decision that they belong to."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.results = Results(found)
        text = found.document.text
        said = [(s.start, text[s.start : s.end]) for s in found.sentences]
        put = [
            (at, words)
            for at, words in ((at, ASIDE.sub(" ", told)) for at, told in _with_other_half(said))
            if PUT_AND_SECONDED.search(words) and not (is_procedural(words) or _TAKEN_IN.search(words))
        ]
        self.verdicts = [
            at + len(words)
            for at, words in said
            if VERDICT_LINE.fullmatch(words) or BECAME_PART.search(words) or AMENDMENT_CARRIED.match(words)
        ]
        labelled = {at for (_, above), (at, _) in pairwise(said) if AMENDMENT_LABEL.fullmatch(above)}
        self.put = [
            (at, by_whom(self.found, at, motion_in(words)), at in labelled or bool(AMENDMENT.search(words)))
            for at, words in put
        ]
        self.put_at = {at: motion for at, motion, _ in self.put}
        self.headed = [
            (at, Motion(head["mover"], head["seconder"] or None))
            for (at, words), (_, below) in pairwise([*said, (0, "")])
            if ":" in words[:_HEAD] and (head := headed(f"{words} {below[:_HEAD]}"))
        ]
        self.nominees = {at: nominee(words) for at, words in put}
        self.told = cache(motion_in)  # the limbs of a resolution share a stem
        self.done: set[int] = set()  # where the sentences begin of motions that became a decision
        self.apart = put_apart(found)
        self.below = Below(found, self.results, self.apart)
        self.lost = [at + m.end() for at, words in said for m in [_MOTION_LOST.search(words)] if m]

    def of(self, limb: Limb, limbs: list[Limb], sentence: Sentence, since: int) -> Motion:
        """What a limb's own words or its stem say, else the sentences after the last limb, else those before it.

        `sentence` tells of the decision, `since` is where the one before it ends.
        """
        text = self.found.document.text
        first = self._first_half(limb.start)
        own = by_whom(self.found, first, self.told(text[first : self._own_end(limb, limbs)]))
        own = self._taken_up(limbs[-1].end, own)
        if limb.end <= sentence.start:  # a motion that is itself printed further up than the vote on it
            beaten = [lost for lost in self.lost if limb.end < lost <= sentence.start]  # amendments, voted on before it
            low = beaten[-1] if beaten else max(limbs[-1].end, since)
            told = self.told(text[max(limb.start, sentence.end - _UP) : limb.end if beaten else sentence.end])
            head, first = self._put_at(limbs[0].start)
            put = self.told(text[max(since if since <= first else 0, head) : first])
            voted = votes_in(text[sentence.start : sentence.end])
            voted = voted or votes_in(text[low : sentence.start]) or told.votes
            said = text[sentence.start : sentence.end]
            if not voted and (says_nothing(said) or _HEADS_VERDICT.fullmatch(said)):  # "CARRIED" over "For: 7"
                voted = self.below.told(sentence.end, self.results.item_end(sentence.start)).votes
            verdict = self.told(text[sentence.start : sentence.end])
            named = verdict if verdict.mover and verdict.seconder else self._line_below(limbs[-1].end, sentence)
            moved = own.over(replace(named, votes=voted)).over(replace(put, votes=voted)).over(told)
            return moved if moved.mover else moved.over(self._headed(limb.start))
        stem = self.told(ASIDE.sub(" ", text[min(sentence.start, limbs[0].start) : limbs[0].start]))
        low = self.results.item_start(limb.start)
        before = self._before(low, limb, sentence).over(self._voted(max(low, since), sentence))
        above = self._line_above(sentence, low)
        after = self.below.told(self._named_below(limb, limbs[-1].end), self.results.item_end(limb.start), limb)
        if above.mover and after.mover not in (None, above.mover):
            after = Motion()  # of what comes next
        moved = own.over(stem).over(above).over(after).over(before)
        return moved if moved.mover else moved.over(self._headed(limb.start))

    def _taken_up(self, end: int, own: Motion) -> Motion:
        """A motion that the Chair asks for, with who took it up: "The motion was moved by Ms Orme, seconded by"."""
        index = bisect_left(self.found.starts, end)
        said = self.found.sentences[index : index + 1]
        words = self.found.document.text[said[0].start : said[0].end] if said and not own.seconder else ""
        told = self.told(words) if _TAKEN_UP.match(words) else own
        return replace(own, mover=told.mover, seconder=told.seconder) if told.mover and told.seconder else own

    def _named_below(self, limb: Limb, end: int) -> int:
        """Where a motion ends, or the line begins that names who moved it: "Motion made and seconded to lease the quay.

        It is to be lit at night. Moved by Ms Orme, seconded by Mr Tay."
        """
        text = self.found.document.text
        if not UNNAMED.search(text, limb.start, limb.end):
            return end
        high, index = self.results.item_end(limb.start), bisect_left(self.found.starts, end)
        for said in self.found.sentences[index : index + _GOES_ON]:
            words = text[said.start : said.end]
            if said.start >= high or UNNAMED.search(words):
                break
            if is_mover_line(words):
                return said.start
        return end

    def _headed(self, offset: int) -> Motion:
        """Who moved and seconded, as the head of two names tells above which no verdict stands: "W. Orme, U. Keld:"."""
        index = bisect_right(self.headed, offset, key=itemgetter(0))
        at, moved = self.headed[index - 1] if index else (offset, Motion())
        over = bisect_right(self.verdicts, at) < bisect_right(self.verdicts, offset)
        return Motion() if over else moved

    def settled(self, limbs: list[Limb], sentence: Sentence) -> None:
        """Take note of motions that are told as decisions: their movers moved nothing that comes after.

        So it is with a line that names nothing but the movers, right above a decision or right below it.
        """
        self.done |= {self.found.sentence_start(limb.start) for limb in limbs}
        if sentence.start in self.put_at and not any(limb.end <= sentence.start for limb in limbs):
            self.done.add(sentence.start)  # "It was proposed by Cllr Orme, seconded by Cllr Tay and RESOLVED to:"
        if limbs:
            above = bisect_left(self.found.starts, sentence.start) - 1
            below = bisect_left(self.found.starts, max(limbs[-1].end, sentence.end))
            lines = (above, *([] if self._leads_on(below) else [below]))
            self.done |= next(({at} for index in lines if (at := self._mover_line_at(index))), set())

    def _leads_on(self, index: int) -> bool:
        """Whether a sentence is of what is printed below it: "It was moved by Cllr Orme, seconded by Cllr Tay, and"."""
        said = self.found.sentences[index : index + 1]
        leads = any(LEADS_ON.search(self.found.document.text, each.start, each.end) for each in said)
        return leads or self.below.heads_decision(index)

    def _line_above(self, sentence: Sentence, low: int) -> Motion:
        """Who moved, as a line right above a decision tells that no other decision has taken."""
        at = self._mover_line_at(bisect_left(self.found.starts, sentence.start) - 1)
        return Motion() if at is None or at < low else replace(self.put_at[at], votes=None)

    def _line_below(self, end: int, verdict: Sentence) -> Motion:
        """Who moved and seconded, as the lines between a motion that is printed and the verdict on it tell first."""
        at = self._mover_line_at(bisect_left(self.found.starts, end))
        told = self.put_at[at] if at is not None and at < verdict.start else Motion()
        return told if told.mover and told.seconder else Motion()

    def _mover_line_at(self, index: int) -> int | None:
        """Where a sentence begins that names who moved and seconded, and nothing else, and is nobody's yet."""
        if not 0 <= index < len(self.found.starts):
            return None
        text, at, end = self.found.document.text, self.found.starts[index], self.found.sentences[index].end
        if index and at not in self.put_at and _OTHER_HALF.match(text, at, end):
            at = self.found.starts[index - 1]
        return at if at in self.put_at and at not in self.done and is_mover_line(text[at:end]) else None

    def _put_at(self, offset: int) -> tuple[int, int]:
        """Where those may be told who moved what stands at an offset: above where the motion begins that it is in."""
        quoted = next((each for each in self.found.quoted if each.start <= offset < each.end), None)
        near = (at for at, _, _ in reversed(self.put) if offset - 200 <= at < offset)
        return (quoted.head, quoted.start) if quoted else (next(near, offset - 200), offset)

    def _own_end(self, limb: Limb, limbs: list[Limb]) -> int:
        """The end of a limb, or of the sentence that it is cut from: 'A motion "that ..." was carried by 5 to 1.'"""
        index = bisect_right(self.found.starts, limb.start) - 1
        said = self.found.sentences[index] if index >= 0 else None
        return said.end if said and len(limbs) == 1 and said.start < limb.start < limb.end < said.end else limb.end

    def _is_side(self, index: int) -> bool:
        """Whether a sentence tells of one side of a vote."""
        said = self.found.sentences[index]
        return bool(SIDE_OF_VOTE.match(self.found.document.text, said.start, said.end))

    def _may_move(self, at: int, said: str) -> bool:
        """Whether a motion that puts a name forward is on the one who was chosen, if on anybody; others may be."""
        name = self.nominees.get(at)
        return not name or bool(re.search(rf"\b{re.escape(name)}\b", said))

    def _last_vote(self, since: int, start: int) -> Votes | Literal["unanimous"] | None:
        """The last of the votes that were taken between two places, each of which ends with its verdict."""
        cuts = [since, *(at for at in self.verdicts if since < at < start)]
        stretches = (self._less_parts(cut, start) for cut in reversed(cuts))
        return next((votes for text in stretches if (votes := votes_in(text))), None)

    def _less_parts(self, start: int, end: int) -> str:
        """The text of a stretch without what it tells of votes on a part of a motion alone."""
        told, text = [], self.found.document.text
        for low, high in self.apart:
            if start <= low < end:
                told.append(text[start:low])
                start = min(high, end)
        return "".join([*told, text[start:end]])

    def _first_half(self, offset: int) -> int:
        """Where the sentence that holds an offset begins, or the line above "Seconded by Cllr Tay that ..."."""
        index = bisect_right(self.found.starts, offset) - 1
        if index < 1:
            return self.found.sentence_start(offset)
        above, own = (self.found.sentences[n] for n in (index - 1, index))
        text = self.found.document.text
        halves = _OTHER_HALF.match(text, own.start, own.end) and _HALF.match(text[above.start : above.end])
        return above.start if halves else own.start

    def _voted(self, low: int, sentence: Sentence) -> Motion:
        """The vote that the sentence just before tells of: "The vote was tied at 3-3. RESOLVED that ..." """
        index = bisect_left(self.found.starts, sentence.start) - 1
        said = self.found.sentences[index] if index >= 0 else sentence
        start = said.start
        while index > 0 and all(map(self._is_side, (index, index - 1))) and self.found.starts[index - 1] >= low:
            index -= 1  # "For: 7", and below it "Against: 2"
            start = self.found.starts[index]
        words = self.found.document.text[start : said.end]
        goes_on = not words.endswith((".", ";", ":"))  # "it was unanimously" and below it "RESOLVED that"
        tells = start < said.start or goes_on or says_nothing(words)
        tells = tells or bool(re.search(r"\bvot(?:e|ed|es|ing)\b", words, re.IGNORECASE))
        tells = tells and not self.below.is_on_a_part(said)
        told = low <= said.start < sentence.start and not self._closes_another(said, sentence) and tells
        if not told or any(said.start < lost for lost in self.lost):
            return Motion()
        # "Ms Orme moved, Mr Tay seconded, and by 7 votes to 2 it was", and below it "Resolved"
        moved = self.told(words) if goes_on and LEADS_ON.search(words) else Motion()
        return replace(moved, votes=votes_in(words))

    def _closes_another(self, said: Sentence, sentence: Sentence) -> bool:
        """Whether a vote is on the motion of its own paragraph, above that of a sentence that opens no resolution."""
        text, block = self.found.document.text, self.found.document.blocks[said.block]
        if said.block == sentence.block or is_marked(text[sentence.start : sentence.end]):
            return False
        put = text[block.start : said.start]
        return bool(PUT_AND_SECONDED.search(put)) and is_of_other_business(put, text[sentence.start : sentence.end])

    def _before(self, low: int, limb: Limb, sentence: Sentence) -> Motion:
        """The last motion put in the item before a limb that was not lost, with the last vote before that."""
        start, words = limb.start, self.found.document.text[limb.start : limb.end]
        within = (bisect_left(self.put, at, key=itemgetter(0)) for at in (low, start))
        put = [each for each in self.put[slice(*within)] if self._may_move(each[0], words)]
        undone = [at for at, _, amends in put if at not in self.done and not amends]
        said = self.found.sentences[bisect_right(self.found.starts, undone[-1]) - 1] if undone else sentence
        marked = is_marked(self.found.document.text[sentence.start : sentence.end])
        if undone and not marked and self.below.is_put_apart(said, limb):
            return Motion()
        only_amended = all(amends for at, _, amends in put if at not in self.done)
        end = start
        for at, motion, amends in reversed(put):
            # An amendment that was carried is told in the motion that was then put.
            lost = any(at < lost <= end for lost in self.lost)
            if at not in self.done and (only_amended or not amends) and not lost:
                # The vote that counts is the last one: what was lost before it had votes of its own.
                since = max([at, *(lost for lost in self.lost if lost < start)])
                return Motion(motion.mover, motion.seconder, self._last_vote(since, start))
            end = at
        return Motion()
