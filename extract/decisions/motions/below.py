"""Who moved a decision and how its vote went, as the sentences below it tell, up to the first on other business."""

import re
from bisect import bisect_left, bisect_right
from functools import cache

from extract.decisions.business import is_of_other_business
from extract.decisions.limbs import Limb
from extract.decisions.motions.amendments import AMENDMENT
from extract.decisions.motions.movers import Motion, motion_in
from extract.decisions.motions.putting import MOVED_IN_BRACKETS, PROCEDURAL, PUT, PUT_AND_SECONDED
from extract.decisions.motions.results import LOOKED_AHEAD, Results
from extract.decisions.verdict_lines import says_nothing
from extract.decisions.votes.names import NAME
from extract.decisions.votes.parted import is_limb_vote
from extract.findings import Findings
from extract.text import Sentence

_ON_THE_MOTION = re.compile(
    r"\b(?:propos|second(?! (?:time|reading))|moved|vot|unanim|carried|passe[sd]|fail(?:s|ed)"
    r"|in favou?r|prop\b|nem|abst|ayes?\b|nays?\b"
    r"|2nd [A-Z]|all agreed\b|(?:all )?opposed\s?[:–-]|\b(?:approved|adopted|accepted),? \d{1,2}\s?[–-]\s?\d)",
    re.IGNORECASE,
)
SIDE_OF_VOTE = re.compile(
    r"\(?(?:voting:? |voted |those )?(?:for|in favou?r|against|abst\w+|ayes?|yeas?|nays?|noes)\b"
    r"|(?:yes|no|not present(?: at vote)?|absent|recused)\s?:"
    r"|(?:\d{1,2}|one|two|three|four|five|six) (?:members? |councillors? )?(?:voted |voting )?(?:against|abst)",
    re.IGNORECASE,
)
_WORDING = re.compile(r"\bthe (?:addition|deletion|insertion|substitution) of\b|\baccepted by the mover", re.IGNORECASE)
# The vote that comes after one on an amendment
_ON_MAIN = re.compile(
    r"(?:the )?(?:(?:substantive|original|main) (?:motion|proposal|recommendation)\b|(?:motion|proposal) was then\b)",
    re.IGNORECASE,
)
# "Rule 12 carried", which is a decision of its own
_BY_NUMBER = re.compile(
    r"(?:rules?|clauses?|articles?|by-?law|regulation|proposal|resolution|ordinance|point|(?:amendment|change|addition"
    r"|alteration) to \w+) (?:no\.? )?(?!was|were|is|are)\w[\w.-]{0,9}\s?[:–—-]?\s?(?:duly |unanimously )?"
    r"(?:carried|passed|adopted|approved|accepted|defeated|lost|rejected)\b",
    re.IGNORECASE,
)
_OF_ONE_MIND = re.compile(
    r"(?<!\bvote was )(?<!\bvoting was )\bunanimous (?:that|to|in)\b", re.IGNORECASE
)  # a decision of its own
# "A donation of £80 was agreed nem. con.", with the vote on that and on nothing before it
_OWN_VERDICT = re.compile(
    r"(?!(?:\S+ ){0,5}?(?:motion|resolution|proposal|recommendation|amendment|above|same|matter|nomination|vote)s?\b)"
    r"(?:an?|the|its|their|\w+[’']s) [^.;:]{3,120}? (?:was|were) (?:(?:also|then|duly|all|both|unanimously) )*"
    r"(?:agreed|approved|adopted|accepted|authorised|elected|appointed|granted|confirmed)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"motion(?: \w{1,3})?\s?:", re.IGNORECASE)
_RESOLVES = re.compile(r"(?:it was )?RESOLVED\b")
# "The hours were looked at and it was RESOLVED that ...", which is on nothing before it
_ALSO_RESOLVES = re.compile(r"\b(?:[Ii]t was|and) (?:(?:also|further|then|unanimously|therefore) )*RESOLVED\b")
# "A proposal by Ms Tay to lease the loft was left for now", "It was agreed that ...": on nothing before it
_TOLD_APART = re.compile(
    r"(?:an?|another) (?:further )?(?:proposal|motion|suggestion) (?:by|from|to|that) [^.;]{3,200}? (?:was|were) [a-z]+"
    r"|(?:it was|(?:the )?(?:council|committee|board|cabinet|panel|members|meeting)) (?:\w+ ){0,2}?"
    r"(?:agreed|resolved|decided) (?:that|to)\b",
    re.IGNORECASE,
)
# "There were two nominations for the seat on the mill; Mr Tay was elected by 8 votes to 5.", which tells its own vote
_STOOD_APART = re.compile(
    r"there (?:was|were) (?:one|two|three|four|five|six|several|\d) (?:nominations?|nominees|candidates?)\b[^.]*"
    r"\b(?:elected|appointed|chosen)\b",
    re.IGNORECASE,
)
# What the meeting does before it goes on in private
_SHUTS = re.compile(
    r"\b(?:public|press)\b[^.;]{0,40}\bexcluded\b|\bexclud\w+ (?:the )?(?:public|press)\b", re.IGNORECASE
)
# "Cllr Orme moved that £80 be given to the choir.", a motion of its own where that is on other business
_MOVES_APART = re.compile(rf"{NAME} (?:then |also )?(?:moved|proposed) that\b")
_DECISION_LABEL = re.compile(r"decision\s?[:–—-]\s", re.IGNORECASE)
LEADS_ON = re.compile(r"(?:[,:–—-]|\b(?:and|that|it was))\s*$")  # to what is printed below
# "Cllr Orme proposed that the fee be halved but this was lost.", which is not on the decision ahead of it
_LOST_AT_ONCE = re.compile(
    r"\b(?:proposed|moved) that [^.;]+? (?:was|were) (?:then )?(?:lost|defeated|rejected|not (?:carried|supported))\b"
)


class Below:
    """What is told below decisions."""

    def __init__(self, found: Findings, results: Results, apart: list[tuple[int, int]]) -> None:
        """`apart` are the stretches that tell of votes on a part of a motion alone."""
        self.found = found
        self.results = results
        self.apart = apart
        self._motion_in = cache(motion_in)  # the limbs of a resolution share what follows them

    def told(self, end: int, high: int, limb: Limb | None = None) -> Motion:
        """What the sentences that follow at once say of mover, seconder and vote, on what `limb` tells."""
        told: list[str] = []
        sentences = self.found.sentences
        index = bisect_right(self.found.starts, end)
        for sentence in sentences[max(0, index - 1) : index + 6]:
            if sentence.start < end or sentence.start >= high:
                continue
            words = self.found.document.text[sentence.start : sentence.end]
            if _WORDING.search(words):
                continue
            put = PUT_AND_SECONDED.search(words)  # below its movers, or another after what was told of the first
            again = (told or not limb) and (put or _LABELLED.match(words)) and PUT.search(words)
            another = (put and words.endswith(":")) or (again and not says_nothing(words))
            if another or any(pattern.match(words) for pattern in (_BY_NUMBER, _RESOLVES, _STOOD_APART)):
                break
            if _ALSO_RESOLVES.search(words) and not says_nothing(words):
                break
            if limb and (self._is_of_next(sentence, limb) or _LOST_AT_ONCE.search(words)):
                break
            if PROCEDURAL.search(words) or _OF_ONE_MIND.search(words):
                break
            said = self.found.document.text[limb.start : limb.end] if limb else ""
            if _SHUTS.search(said) and not says_nothing(words) and sentence.start > self._block_end(limb):
                break  # which is on the business behind closed doors
            on_other = said and any(p.match(words) for p in (_OWN_VERDICT, _TOLD_APART, _MOVES_APART))
            if on_other and is_of_other_business(words, said):
                break
            if _ON_MAIN.match(words) and AMENDMENT.search(
                self.found.document.text, self.found.sentence_start(end - 1), end
            ):
                break
            if limb and (self.is_put_apart(sentence, limb) or self.is_on_a_part(sentence)):
                break
            if not SIDE_OF_VOTE.match(words) and (
                not _ON_THE_MOTION.search(words) or len(words.split()) > 40 or len(told) > 2
            ):
                break
            told.append(words)
        return self._motion_in("\n".join(told))

    def _block_end(self, limb: Limb | None) -> int:
        """Where the last block of a limb ends."""
        blocks = self.found.document.blocks
        return blocks[self.found.document.block_index(limb.end - 1)].end if limb else 0

    def _is_of_next(self, said: Sentence, limb: Limb) -> bool:
        """Whether a sentence of another paragraph than a limb's names who moved what is printed below that one.

        It ends "..., seconded by Cllr Tay and", or stands right above "Decision: granted".
        """
        text, block = self.found.document.text, self.found.document.block_index(limb.end - 1)
        if said.block == block:
            return False
        if LEADS_ON.search(text, said.start, said.end) and PUT_AND_SECONDED.search(text, said.start, said.end):
            return True
        return self.heads_decision(bisect_left(self.found.starts, said.start))

    def heads_decision(self, index: int) -> bool:
        """Whether a sentence and those that follow it in its paragraph say no more than who moved "Decision: ..."."""
        text, sentences = self.found.document.text, self.found.sentences
        block = sentences[index].block if index < len(sentences) else 0
        for said in sentences[index : index + LOOKED_AHEAD]:
            if said.block != block:
                return bool(_DECISION_LABEL.match(text, said.start, said.end))
            if not says_nothing(text[said.start : said.end]):
                return False
        return False

    def is_put_apart(self, said: Sentence, limb: Limb) -> bool:
        """Whether a sentence of another paragraph than a limb's puts a motion on other business, and tells its vote."""
        text, block = self.found.document.text, self.found.document.block_index(limb.start)
        words = text[said.start : said.end]
        if said.block == block or not (PUT_AND_SECONDED.search(words) or PUT.search(words)) or says_nothing(words):
            return False
        if MOVED_IN_BRACKETS.search(words):
            return is_of_other_business(words, text[limb.start : limb.end])
        index = bisect_left(self.found.starts, said.start)
        put = self.results.of(index)
        settled = put and put.result and put.result.block == said.block
        return bool(settled) and is_of_other_business(words, text[limb.start : limb.end])

    def is_on_a_part(self, said: Sentence) -> bool:
        """Whether a sentence tells the vote on one limb, or on a part that was put by itself."""
        return bool(is_limb_vote(self.found, said)) or any(low <= said.start < high for low, high in self.apart)
