"""What came of a motion, as the sentences after it tell: "Mr Tay seconded it.", "All were in favour."."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from extract.decisions.business import is_of_other_business
from extract.decisions.limbs import Limb
from extract.decisions.motions.amendments import AMENDMENT
from extract.decisions.motions.putting import MOVED_IN_BRACKETS, PUT, is_procedural, is_refused, is_unseconded
from extract.decisions.verdict_lines import NAMED, is_mover_line, says_nothing
from extract.findings import Findings
from extract.text import Sentence

# "The Board will then make a motion to ..." says how meetings are held.
_TO_COME = re.compile(
    r"\b(?:will|shall|may|must|would) (?:\w+ )?(?:make|entertain|hear|call for|ask for) (?:an?|the) motion\b",
    re.IGNORECASE,
)
_VERDICT_OPENS = re.compile(
    r"(?:(?:the )?(?:motion|vote|result|outcome)\W+(?:(?:was|is|then|therefore|declared) )*)?"
    r"(?:(?P<lost>lost|defeated|fail(?:s|ed)|rejected|not carried)|carrie[sd]|passe[sd]|approved|agreed|adopted)\b",
    re.IGNORECASE,
)
_MOVING = re.compile(
    r"\b(?:move[sd]|move (?:to|that)|propos|motion|nominat|amendment|recommendation)", re.IGNORECASE
)  # some of PUT
_SECONDED = re.compile(
    r"\bseconded\b(?! to (?:the|an?|another|our)\b)|\bseconds\b"
    r"|\bsecond(?:er)?,?(?: was| made)? (?:by|from)\b|\bsecond(?:er)?\s*[:–—/-]"
    r"|\b(?:was|received|following) a second\b",
    re.IGNORECASE,
)
_OUTCOMES = {  # whether it was lost
    True: r"(?:lost|fail(?:s|ed)|fell|defeated|rejected|died|did not (?:pass|carry)|motion (?:was )?opposed"
    r"|not (?:carried|passed|approved|agreed|supported|adopted))\b",
    False: r"(?:carrie[sd]|passe[sd]|approved|adopted|accepted|agreed|elected|in (?:favou?r|agreement)"
    r"|unanimous(?:ly)?|ayes?|yeas?|unopposed|(?:without|no|with no)(?: any)? objections?|yes\s?[:–-]\s?\d++"
    r"|all (?:members )?(?:approve|agree)(?! (?:with|that|to)\b)|voted (?:unanimously )?(?:to|yes|for|in favou?r))\b",
}
_RESULTS = {lost: re.compile(rf"\b{words}", re.IGNORECASE) for lost, words in _OUTCOMES.items()}
# "be approved" is what was moved; "..., and approved", "; it was carried" is what came of it.
_TELLS = (
    r"(?:(?:(?:\b(?:and|was|were|it|all|motion|vote|then|duly|present)|&)\s"
    r"|[,;:.–—-]\s*(?:(?:resolution|ordinance|by-?law)\s)?)"
    r"(?:(?:was|were|all|unanimously|duly|voted) )*|\s(?=without|with no))"
)
_TOLD_AT_ONCE = {lost: re.compile(_TELLS + words, re.IGNORECASE) for lost, words in _OUTCOMES.items()}
# How a sentence begins that tells what became of the motion before it.
_ON_IT = re.compile(
    r"\W*(?:(?:the|this|that|a|his|her|their) )?(?:(?:original|main|substantive|amended) )?"
    r"(?:motions?|nominations?|proposals?|questions?|votes?|voting|resolutions?)\b"
    r"|\W*(?:it|this|which|all|both|everyone|unanimous|unanimously|carried|passe[sd]|fail(?:s|ed)|elected|second|seconded"
    r"|(?:approved|agreed|adopted|accepted)(?! by)|on (?:a|being)|there (?:was|being|were|voted)|following|after|upon"
    r"|with|each|voted|by (?:a )?(?:voice|show|roll)|ayes?|yeas?|roll call)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\W*both (?:of the )?motions (?:were )?(?:carried|passed|approved|adopted)\b", re.IGNORECASE)
_TO_ADJOURN = re.compile(r"\badjourn", re.IGNORECASE)
_ADJOURNED = re.compile(  # what became of a motion to adjourn
    r"(?:the )?meeting (?:was |is |then )*(?:adjourned|closed|ended)\b|adjourned at \d", re.IGNORECASE
)
# The next motion is on the same: "Ms Tay moved to table it."
_INSTEAD = re.compile(
    r"\b(?:amend\w*|tabl(?:e|ed|ing)|postpone\w*|defer\w*|refer(?:red)? back|withdr[ae]w\w*|substitut\w*|instead"
    r"|reconsider\w*|same)\b",
    re.IGNORECASE,
)
_TO_OFFICE = re.compile(
    r"\bas (?:the |our )?(?:\w+[ -]){0,2}(?:chair\w*|president|secretary|treasurer|clerk|officer|auditor|convener"
    r"|member)\b",
    re.IGNORECASE,
)
_ENOUGH = 5  # words of a motion, less those who moved it, unless they tell a formal step
_FORMAL = re.compile(r"\b(?:approv|accept|adopt|authoris|clos)\w+", re.IGNORECASE)
_TAKES_UP = re.compile(
    r"(?:the|this|that|his|her) (?:motion|amendment) was (?:(?:duly|then) )?seconded by\b", re.IGNORECASE
)
# "Una Keld co-opted as warden (proposed Tom, seconded Nia).": those moved nothing else
_OPENS_WITH_MOVERS = re.compile(r"\([^()]*\b(?:second|sec)[^()]*\)\s+(?=[A-Z])", re.IGNORECASE)
LOOKED_AHEAD = 6  # sentences after a motion, within which the vote on it is told
_TALK = 30  # words; a longer sentence is of the debate


@dataclass(frozen=True)
class Put:
    """A motion that was put and of which no decision has been made; `result` tells what became of it, where told."""

    sentence: Sentence
    result: Sentence | None
    lost: bool


class Results:
    """What came of the motions of a document."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.stops = sorted(
            {item.citation.start for item in found.items if item.number or not item.parent_id}
            | {len(found.document.text)}
        )

    def item_start(self, offset: int) -> int:
        """Where the item begins that an offset stands in: one with a number, or one in no other."""
        return self.stops[index - 1] if (index := bisect_right(self.stops, offset)) else 0

    def item_end(self, offset: int) -> int:
        """Where that item ends."""
        return self.stops[min(bisect_right(self.stops, offset), len(self.stops) - 1)]

    def lost_below(self, limb: Limb) -> bool:
        """Whether the lines below a motion, which hold votes and who moved it, give the verdict that it was lost."""
        text, high = self.found.document.text, self.item_end(limb.start)
        index = bisect_left(self.found.starts, limb.end)
        for said in self.found.sentences[index : index + LOOKED_AHEAD]:
            words = text[said.start : said.end]
            if said.start >= high or not says_nothing(words) or AMENDMENT.search(words):
                return False
            if verdict := _VERDICT_OPENS.match(words):
                return bool(verdict["lost"])
        return False

    def of(self, index: int) -> Put | None:
        """A motion with what the sentences after it tell of its seconder and of the vote; null without either."""
        text, sentences = self.found.document.text, self.found.sentences
        sentence = sentences[index]
        high = self.item_end(sentence.start)
        second = _SECONDED.search(text, sentence.start, sentence.end)
        for lost, result in _TOLD_AT_ONCE.items():
            if second and result.search(text, second.end(), sentence.end):
                return Put(sentence, sentence, lost)
        if (both := sentences[index + 2 : index + 3]) and both[0].start < high:
            next_put = PUT.search(text, sentences[index + 1].start, sentences[index + 1].end)
            if second and next_put and _BOTH.match(text, both[0].start, both[0].end):
                return Put(sentence, both[0], False)
        for following in sentences[index + 1 : index + 1 + LOOKED_AHEAD]:
            words = text[following.start : following.end]
            if _ADJOURNED.match(words) and _TO_ADJOURN.search(text, sentence.start, sentence.end):
                return Put(sentence, following, False)
            if following.start >= high or (PUT.search(words) and not says_nothing(words)) or words.endswith(":"):
                break  # what "it was agreed that:" leads to is told for itself
            seconds = _SECONDED.search(words)
            short = len(words.split()) <= _TALK or (seconds and seconds.start() == 0)
            if short and (_ON_IT.match(words) or seconds or says_nothing(words)):
                second = second or seconds
                for lost, result in _RESULTS.items():
                    if result.search(words):
                        return Put(sentence, following, lost)
        return Put(sentence, None, False) if second else None

    def untold(self, told: Iterable[tuple[int, int]], resolved: Iterable[int]) -> Iterator[Put]:
        """The motions put and voted on that no decision tells.

        `told` are the first and last characters of decisions, `resolved` where those begin that are resolutions.
        """
        taken, resolutions = list(told), list(resolved)
        text, sentences = self.found.document.text, self.found.sentences
        near = sorted({bisect_right(self.found.starts, match.start()) - 1 for match in _MOVING.finditer(text)})
        puts = [
            index
            for index, said in ((index, sentences[index]) for index in near if index >= 0)
            if PUT.search(words := text[said.start : said.end])
            and not self._moved_before(said, taken)
            and not (says_nothing(words) or is_refused(words) or _TO_COME.search(words) or self._is_taken_up(index))
        ]
        for index, following in pairwise([*puts, None]):
            if index is None or text[sentences[index].start : sentences[index].end].endswith((":", " that")):
                continue  # what was moved is printed below
            start, high = sentences[index].start, self.item_end(sentences[index].start)
            # A resolution that comes before the next motion is what became of this one.
            until = min(high, sentences[following].start) if following else high
            put = self.of(index)
            then = next((at for at in resolutions if start < at < until), None)
            if then is not None and not (put and put.lost and put.result and put.result.end <= then):
                put = None  # unless it was lost by then
            if put and self._has_no_seconder(index):
                continue
            # Seconded, and the item says no more of it: nobody was against it.
            words = text[start : sentences[index].end]
            last = until == high or (following == index + 1 and bool(_TO_OFFICE.search(words)))
            resolved_below = any(start < at < high for at in resolutions)
            left = following is not None and not resolved_below and self._leaves(index, following)
            stop = min(put.result.end, until) if put and put.result else until if left else high
            if put and not put.result and MOVED_IN_BRACKETS.search(words):
                stop = min(stop, self.found.document.blocks[sentences[index].block].end)
            alone = put and not put.result and not ((last or left) and _says_enough(words))
            if put and not alone and not any(at < stop and start < end for at, end in taken):
                yield put

    def _moved_before(self, said: Sentence, told: list[tuple[int, int]]) -> bool:
        """Whether a sentence opens with who moved the decision right before it: "(Prop. Orme, sec. Tay) The ..." """
        text = self.found.document.text
        movers = _OPENS_WITH_MOVERS.match(text, said.start, said.end)
        if not movers or not is_mover_line(movers[0].strip()):
            return False
        return any(at < said.start and not text[min(end, said.start) : said.start].strip() for at, end in told)

    def _is_taken_up(self, index: int) -> bool:
        """Whether "The motion was seconded by Mr Orme but was lost." is on what the sentence before it puts."""
        text, said = self.found.document.text, self.found.sentences[index]
        if not index or not _TAKES_UP.match(text, said.start, said.end):
            return False
        before = self.found.sentences[index - 1]
        return before.block == said.block and bool(PUT.search(text, before.start, before.end))

    def _leaves(self, index: int, following: int) -> bool:
        """Whether the motion that follows another in its item is on other business, and so leaves that as it stands."""
        text, sentences = self.found.document.text, self.found.sentences
        put, after = (text[sentences[n].start : sentences[n].end] for n in (index, following))
        apart = sentences[index].block < sentences[following].block
        return apart and not (_INSTEAD.search(after) or is_procedural(after)) and is_of_other_business(put, after)

    def _has_no_seconder(self, index: int) -> bool:
        """Whether a motion is said to have had no seconder, in its own sentence or right after it."""
        text, following = self.found.document.text, self.found.sentences[index + 1 : index + 3]
        again = (n for n, said in enumerate(following) if PUT.search(text, said.start, said.end))
        told = (self.found.sentences[index], *following[: next(again, len(following))])
        return any(is_unseconded(text[said.start : said.end]) for said in told)


def _says_enough(words: str) -> bool:
    """Whether a motion whose vote is not told names some business; the end of the meeting is none."""
    told = len(re.findall(r"\w{2,}", NAMED.sub("", words)))
    return (told >= _ENOUGH or bool(_FORMAL.search(words))) and not _TO_ADJOURN.search(words)
