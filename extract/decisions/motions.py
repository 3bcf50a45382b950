"""Motions within an item: who moved and seconded what was decided, and how the vote on it went."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from operator import itemgetter
from typing import Literal

from extract.alternatives import either
from extract.decisions.business import is_of_other_business
from extract.decisions.limbs import Limb
from extract.decisions.movers import TWO_NAMES, Motion, motion_in
from extract.decisions.verdict_lines import NAMED, THEN_WAS, VERDICT_LINE, is_mover_line, says_nothing
from extract.decisions.votes.finding import votes_in
from extract.decisions.votes.names import NAME, NOT_NAME, OFFICIAL
from extract.decisions.votes.parted import is_limb_vote, put_apart
from extract.findings import Findings
from extract.items.titles import is_marked
from extract.text import Sentence
from minutes.model import Votes

AMENDMENT = re.compile(r"\bamendment\b", re.IGNORECASE)
# The line over those who moved an amendment: "Amendment No. 2"
_AMENDMENT_LABEL = re.compile(
    r"(?:(?:first|second|third|fourth|further|proposed) )?amendment(?: (?:no\.? ?)?\d{1,2}| [a-e])?[:.]?", re.IGNORECASE
)
# "... was carried and became part of the substantive motion", "and was incorporated in the substantive motion"
BECAME_PART = re.compile(
    rf"\b(?:{either('became|becomes|becoming|formed|forms|forming|incorporated|included')})\b.{{0,40}}"
    r"\bsubstantive (?:motion|proposal)\b",
    re.IGNORECASE,
)
# A motion on the order of the meeting that came to no vote: "moved that the vote be taken, but the Mayor declined"
_REFUSED = re.compile(
    r"\b(?:chair(?:man|woman|person)?|mayor|provost|president|convener)\b.{0,20}\b(?:ruled|declined|refused"
    r"|did not (?:accept|allow|agree|permit)|rejected)\b|\bruled (?:it |this )?out of order\b",
    re.IGNORECASE,
)
# "The Board will then make a motion to ..." says how meetings are held.
_TO_COME = re.compile(
    r"\b(?:will|shall|may|must|would) (?:\w+ )?(?:make|entertain|hear|call for|ask for) (?:an?|the) motion\b",
    re.IGNORECASE,
)
_CAPITALS = r"(?-i:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})"
_BY_TWO = (  # `votes.TWO_NAMES`, without who they are
    rf"^(?:\S{{0,15}}\d\S{{0,15}}\s+(?:-\s?\d+\s+)?)?{_CAPITALS}\s?[,/–-]\s?{_CAPITALS}:\s+"
)
# A motion is put, one way or another.
PUT = re.compile(
    rf"{_BY_TWO}that\b|"
    r"^(?:and )?seconded by [^.;:]{3,60}? that\b|(?:\b(?=[abcmnoprst])|(?=[:–—-]))(?:"  # where these begin
    r"\b(?:proposed|moved)\b.{0,40}\b(?:that|an? (?:amendment|motion))\b|\b(?:moved|proposed) (?:to|for)\b|\b(?:motion"
    r"|amendment)\b.{0,120}\b(?:proposed|moved|seconded)\b|\bma(?:de|kes?) (?:an?|the) motion\b"
    r"|\b(?:asked|called) for an? motion (?:to|that)\b"
    r"|\b(?:sets?|offer(?:ed|s)|brings?|brought) (?:an?|the) motion (?:to|that|for)\b"
    r"|(?:^|[:–—-]\s?)motion (?:made )?(?:by|to|that|for)\b|(?:^|: )move (?:to|that)\b"
    r"|\bmotion to\b[^.:;]{3,160}[,;] [^.;:,]{2,40} second(?:s|ed)\b"
    r"|^(?:motion|proposal|proposed resolution)\b(?! (?:was )?(?:carri|pass|lost|fail|defeat|approv))[^.:]{0,60}:"
    r"(?!\s*\d+ (?:yes|ayes?|yeas?|for|in favou?r)\b)"
    r"|^(?:motion|proposal|recommendation) \d{1,2} ?[:–—-]|^text(?: of (?:the )?motion)?:"
    r"|\b(?:moved|proposed) (?:the )?(?:acceptance|adoption|approval|denial|refusal|rejection|receipt|deferral) of\b"
    r"|\bproposes (?:to|that)\b|\bmotion that\b"
    r"|\bmoved,? (?:and )?(?:it )?(?:was )?seconded\b|^moved\b|\b(?:moved|proposed) by\b"
    r"|\bmotion\b[^.]{0,40}\bby [A-Z]|\b(?:moved|proposed) (?!by\b)[^.;:,]{3,60}, (?:and )?seconded by"
    r"|\b(?:proposed|nominated) (?:him|her)self\b"
    r"|\bmoved (?:amending|adopting|approving|accepting|striking|adding|deleting|replacing)\b"
    r"|\b(?:moves|motions|motioned) (?:to|that|for)\b|\bnominate[sd]\b"
    r"|\b(?:motions?|proposals?) (?:(?:was|were|is|(?:has|have) been) )?(?:made|raised|(?:put|brought) forward)\b"
    r"|\bI (?:will|shall) move (?:at [^.;:]{3,30}? )?(?:that|for)\b"  # a notice of motion
    r"|\b(?:moved|proposed|moves|proposes|motioned),? (?:and )?(?:[^.;:]|\b[A-Z]\w{0,4}\.){3,60} second(?:ed|s)\b)",
    re.IGNORECASE,
)
AMENDMENT_CARRIED = re.compile(
    rf"\W*(?:the )?amendment\W+{THEN_WAS}(?:carried|agreed|approved|passed)\b", re.IGNORECASE
)
_MOTION_LOST = re.compile(
    rf"\b(?:amendment|motion)(?:\W+{THEN_WAS}(?:lost|defeated|failed|fell)\b"
    r"|\b.{0,400}? (?:put\b.{0,120}? (?:and|was)|declared) (?:lost|defeated|not (?:carried|supported))\b"
    r"|\b[^.;]{0,120}? seconded by .{3,60}? (?:and|but) (?:was )?(?:lost|defeated)\b)"
    r"(?:,? (?:by )?\w+ votes? to \w+|,? ?\([^()]{3,60}\))?",
    re.IGNORECASE,
)
_VERDICT_OPENS = re.compile(
    r"(?:(?:the )?(?:motion|vote|result|outcome)\W+(?:(?:was|is|then|therefore|declared) )*)?"
    r"(?:(?P<lost>lost|defeated|fail(?:s|ed)|rejected|not carried)|carrie[sd]|passe[sd]|approved|agreed|adopted)\b",
    re.IGNORECASE,
)
_ON_THE_MOTION = re.compile(
    r"\b(?:propos|second(?! (?:time|reading))|moved|vot|unanim|carried|passe[sd]|fail(?:s|ed)"
    r"|in favou?r|prop\b|nem|abst|ayes?\b|nays?\b"
    r"|2nd [A-Z]|all agreed\b|(?:all )?opposed\s?[:–-]|\b(?:approved|adopted|accepted),? \d{1,2}\s?[–-]\s?\d)",
    re.IGNORECASE,
)
_SIDE_OF_VOTE = re.compile(
    r"\(?(?:voting:? |voted |those )?(?:for|in favou?r|against|abst\w+|ayes?|yeas?|nays?|noes)\b"
    r"|(?:yes|no|not present(?: at vote)?|absent|recused)\s?:"
    r"|(?:\d{1,2}|one|two|three|four|five|six) (?:members? |councillors? )?(?:voted |voting )?(?:against|abst)",
    re.IGNORECASE,
)
_WORDING = re.compile(r"\bthe (?:addition|deletion|insertion|substitution) of\b|\baccepted by the mover", re.IGNORECASE)
# "The proposer and seconder of the motion accepted the amendment", which puts none
_TAKEN_IN = re.compile(
    r"\b(?:proposer|mover) and (?:the )?seconder\b[^.]{0,40}\b(?:accepted|agreed to)\b", re.IGNORECASE
)
# The vote that comes after one on an amendment
_ON_MAIN = re.compile(
    r"(?:the )?(?:(?:substantive|original|main) (?:motion|proposal|recommendation)\b|(?:motion|proposal) was then\b)",
    re.IGNORECASE,
)
# On the order of the meeting: it is a motion of its own, whatever is then resolved.
_PROCEDURAL = re.compile(
    r"\b(?:motion|question|amendment|matter|vote)\b[^.]{0,60}\bbe (?:now )?(?:put|taken)\b"
    r"|\bextend(?:ing)? the meeting\b"
    r"|\b(?:suspend\w*\b[^.]{0,40}\bstanding orders|standing orders\b[^.]{0,30}\bsuspended)\b",
    re.IGNORECASE,
)
_HALF = re.compile(r"(?:it was )?(?:proposed|moved|proposer)\b(?!.*\bsecond(?:ed)?\b)", re.IGNORECASE)
_AS_AMENDMENT = re.compile(r"(?:as|by way of) an amendment\b[^.]{0,40}$", re.IGNORECASE)
_OTHER_HALF = re.compile(r"(?:and )?second(?:ed|er)?\b", re.IGNORECASE)
_MOTION_PUT = re.compile(
    r"(?:\b(?=[amnops])|^)(?:"  # where these begin
    r"\b(?:proposed|proposer|moved|nominated|motions? (?:by|from|of)|(?:motion|amendment) in the name of"
    r"|proposal of|proposition of)\b"
    r".*\bsecond(?:ed|er)?\b"
    r"|\bseconded by\b.*\bmoved\b|\bon (?:the |a )?motion (?:of|by) .{3,60} and\b"
    rf"|{_BY_TWO}(?:that|whereas|be it|now,? therefore)\b)",
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
    r"(?:(?:\b(?:and|was|were|it|all|motion|vote|then|duly|present)\s"
    r"|[,;:.–—-]\s*(?:(?:resolution|ordinance|by-?law)\s)?)"
    r"(?:(?:was|were|all|unanimously|duly|voted) )*|\s(?=without|with no))"
)
_TOLD_AT_ONCE = {lost: re.compile(_TELLS + words, re.IGNORECASE) for lost, words in _OUTCOMES.items()}
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
# How a sentence begins that tells what became of the motion before it.
_ON_IT = re.compile(
    r"\W*(?:(?:the|this|that|a|his|her|their) )?(?:(?:original|main|substantive|amended) )?"
    r"(?:motions?|nominations?|proposals?|questions?|votes?|voting|resolutions?)\b"
    r"|\W*(?:it|this|which|all|both|everyone|unanimous|unanimously|carried|passe[sd]|fail(?:s|ed)|elected|second|seconded"
    r"|(?:approved|agreed|adopted|accepted)(?! by)|on (?:a|being)|there (?:was|being|were|voted)|following|after|upon"
    r"|with|each|voted|by (?:a )?(?:voice|show|roll)|ayes?|yeas?|roll call)\b",
    re.IGNORECASE,
)
# "A donation of £80 was agreed nem. con.", with the vote on that and on nothing before it
_OWN_VERDICT = re.compile(
    r"(?!(?:\S+ ){0,5}?(?:motion|resolution|proposal|recommendation|amendment|above|same|matter|nomination|vote)s?\b)"
    r"(?:an?|the|its|their|\w+[’']s) [^.;:]{3,120}? (?:was|were) (?:(?:also|then|duly|all|both|unanimously) )*"
    r"(?:agreed|approved|adopted|accepted|authorised|elected|appointed|granted|confirmed)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\W*both (?:of the )?motions (?:were )?(?:carried|passed|approved|adopted)\b", re.IGNORECASE)
_LABELLED = re.compile(r"motion(?: \w{1,3})?\s?:", re.IGNORECASE)
_HEADS_VERDICT = re.compile(r"decisions?:?", re.IGNORECASE)
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
# "The Board, having first rejected by 2 votes to 4 a proposal by Ms Tay that it wait, RESOLVED (by 4 votes to 2):"
ASIDE = re.compile(
    r" having (?:first |already |earlier )?(?P<told>(?:rejected|defeated|voted down)\b(?:[^.;\n]|\.\d){10,500}?), "
    r"(?=(?:RESOLVED|AGREED|resolved|agreed|it was)\b)"
)
# What the meeting does before it goes on in private
_SHUTS = re.compile(
    r"\b(?:public|press)\b[^.;]{0,40}\bexcluded\b|\bexclud\w+ (?:the )?(?:public|press)\b", re.IGNORECASE
)
# "Cllr Orme moved that £80 be given to the choir.", a motion of its own where that is on other business
_MOVES_APART = re.compile(rf"{NAME} (?:then |also )?(?:moved|proposed) that\b")
_DECISION_LABEL = re.compile(r"decision\s?[:–—-]\s", re.IGNORECASE)
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
_THEY_MOVED = re.compile(r"(?:He|She) (?:then |therefore |also |duly )*(?:moved|proposed)\b")
_ALSO_MOVED = re.compile(r"\band (?:he|she) (?:then |therefore |so )?(?:moved|proposed) that\b")
_THEY_MOVED_AND = re.compile(
    rf"(?:He|She) (?:then |therefore |also |duly )*(?:moved|proposed),? (?:and )?(?P<seconder>{NAME}),? "
    r"seconded\b(?! by)"
)
_OPENS = re.compile(
    rf"(?:The (?:Vice-)?(?:Chair\w*|Leader|Convener) of [^,.;:]{{3,60}}, (?=[A-Z]))?"
    rf"(?P<who>{OFFICIAL}{NAME}|The (?:Chair(?:man|woman|person)?|Mayor|Provost|President|Conven[eo]r|Cathaoirleach))"
    r"(?! and\b|,? [A-Z]|[’']| of\b)"
)
# "Dr Orme was nominated by Ms Keld", "Ms Keld nominated Dr Orme"
_NOMINATING = re.compile(
    rf"\b(?P<who>{NAME}),? (?:(?:was|were|is) )?(?:then |also |duly )*(?:proposed|nominated)"
    rf"(?: (?:as|for|to be) [^.;]{{3,50}}?)? by\b"
    rf"|\bnominated (?P<whom>{NAME})|\b{NAME},? proposed {OFFICIAL}(?P<them>{NAME})(?! to\b)"
)
_LEADS_ON = re.compile(r"(?:[,:–—-]|\b(?:and|that|it was))\s*$")  # to what is printed below
_TO_OFFICE = re.compile(
    r"\bas (?:the |our )?(?:\w+[ -]){0,2}(?:chair\w*|president|secretary|treasurer|clerk|officer|auditor|convener"
    r"|member)\b",
    re.IGNORECASE,
)
_ENOUGH = 5  # words of a motion, less those who moved it, unless they tell a formal step
_FORMAL = re.compile(r"\b(?:approv|accept|adopt|authoris|clos)\w+", re.IGNORECASE)
# "Motion made and seconded to lease the quay", and some sentences further down "Moved by Ms Orme, seconded by Mr Tay."
UNNAMED = re.compile(r"\bmotion (?:was )?(?:duly )?made,? (?:and|&) (?:was )?(?:duly )?seconded\b", re.IGNORECASE)
_GOES_ON = 12  # sentences that such a motion may go on to say
_UNSECONDED = re.compile(
    r"\b(?:not (?:been |duly )?seconded|no second(?:er)?\b(?! (?:reading|time|vote|round|meeting|opinion|chance))"
    r"|(?:want|lack|absence) of (?:an? |any )?second(?:er)?\b(?! (?:reading|time|vote))"
    r"|without (?:an? |any )?second(?:er)?\b(?! (?:reading|time|vote))|(?:nobody|no-one|no one|none) seconded"
    r"|(?:did not|didn[’']t|failed to) (?:receive|get|find|attract|have|obtain) (?:an? )?second(?:er)?\b)",
    re.IGNORECASE,
)
_FELL = re.compile(r"\b(?:fell|falls|fail(?:s|ed)|died|dies|lapsed|lost|defeated)\b", re.IGNORECASE)
_TAKES_UP = re.compile(
    r"(?:the|this|that|his|her) (?:motion|amendment) was (?:(?:duly|then) )?seconded by\b", re.IGNORECASE
)
_TAKEN_UP = re.compile(r"(?:the|this|that) motion was (?:then )?(?:moved|made) by\b", re.IGNORECASE)
_LOOKED_AHEAD = 6  # sentences after a motion, within which the vote on it is told
_UP = 3000  # characters above a vote, in which what was voted on tells who moved it
_TALK = 30  # words; a longer sentence is of the debate


# "Report for May Ms Tay moved to accept it", where no stop stands before who moved
_MOVES_HERE = re.compile(
    rf"(?<=[a-z0-9)] )(?=(?:Director|Trustee|Commissioner|Council ?member)\b|{OFFICIAL}){NAME},? (?:then )?"
    r"(?:(?:makes|made) (?:a|the) motion|moved|moves|motioned) (?:to|that|for)\b"
)
_LINKS = re.compile(
    r"\b(?:and|that|when|as|then|by|after|point|time|which|while|but|so|where|if|because|before|vice|deputy|former|new"
    r"|acting|the|with|from|of|to|or) $",
    re.IGNORECASE,
)
_UNSTOPPED = 6  # words that stand before a mover, where they are of something else

HEADED = re.compile(TWO_NAMES)
_HEAD = 100  # characters at the head of a motion, which tell who moved it


@dataclass(frozen=True)
class Put:
    """A motion that was put and of which no decision has been made; `result` tells what became of it, where told."""

    sentence: Sentence
    result: Sentence | None
    lost: bool


def nominee(words: str) -> str | None:
    """The last word of the name that a motion puts forward: "Orme", where "Dr Orme was proposed by Ms Keld"."""
    told = _NOMINATING.search(words)
    name = told[told.lastgroup] if told and told.lastgroup else ""
    named = len(name.split()) > 1 and not NOT_NAME.match(name)
    return name.split()[-1] if named else None


def motion_start(text: str, sentence: Sentence) -> int:
    """Where a motion begins that runs on from words which no stop ends; else where its sentence begins."""
    for moves in _MOVES_HERE.finditer(text, sentence.start, sentence.end):
        before = text[sentence.start : moves.start()]
        if len(before.split()) >= _UNSTOPPED and not (_LINKS.search(before) or PUT.search(before)):
            return moves.start()
    return sentence.start


def is_procedural(words: str) -> bool:
    """Whether a motion is put that is on the order of the meeting, and on no business."""
    return bool(_MOTION_PUT.search(words) and _PROCEDURAL.search(words))


def is_unseconded(words: str) -> bool:
    """Whether it is told that nobody seconded a motion, which so came to no vote, and no word says that it fell."""
    return bool(_UNSECONDED.search(words)) and not _FELL.search(words)


def is_refused(words: str) -> bool:
    """Whether a motion on the order of the meeting was moved that the Chair did not put to the vote."""
    put = PUT.search(words)
    return bool(put and _PROCEDURAL.search(words) and _REFUSED.search(words, put.end()))


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


def _says_enough(words: str) -> bool:
    """Whether a motion whose vote is not told names some business; the end of the meeting is none."""
    told = len(re.findall(r"\w{2,}", NAMED.sub("", words)))
    return (told >= _ENOUGH or bool(_FORMAL.search(words))) and not _TO_ADJOURN.search(words)


# "Cllr Orme proposed that the fee be halved but this was lost.", which is not on the decision ahead of it
_LOST_AT_ONCE = re.compile(
    r"\b(?:proposed|moved) that [^.;]+? (?:was|were) (?:then )?(?:lost|defeated|rejected|not (?:carried|supported))\b"
)
# "Una Keld co-opted as warden (proposed Tom, seconded Nia).": those moved nothing else
_OPENS_WITH_MOVERS = re.compile(r"\([^()]*\b(?:second|sec)[^()]*\)\s+(?=[A-Z])", re.IGNORECASE)
_MOVED_IN_BRACKETS = re.compile(r"\w{3}[^()]{10,}\((?:proposed|moved) [^()]*\bseconded\b[^()]*\)\.?$")


class Motions:
    """Movers, seconders and votes told within an item, for the decision that they belong to."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self.stops = sorted(
            {item.citation.start for item in found.items if item.number or not item.parent_id}
            | {len(found.document.text)}
        )
        text = found.document.text
        said = [(s.start, text[s.start : s.end]) for s in found.sentences]
        put = [
            (at, words)
            for at, words in ((at, ASIDE.sub(" ", told)) for at, told in _with_other_half(said))
            if _MOTION_PUT.search(words) and not (is_procedural(words) or _TAKEN_IN.search(words))
        ]
        self.verdicts = [
            at + len(words)
            for at, words in said
            if VERDICT_LINE.fullmatch(words) or BECAME_PART.search(words) or AMENDMENT_CARRIED.match(words)
        ]
        labelled = {at for (_, above), (at, _) in pairwise(said) if _AMENDMENT_LABEL.fullmatch(above)}
        self.put = [
            (at, self._by_whom(at, motion_in(words)), at in labelled or bool(AMENDMENT.search(words)))
            for at, words in put
        ]
        self.put_at = {at: motion for at, motion, _ in self.put}
        self.headed = [
            (at, Motion(head["mover"], head["seconder"]))
            for (at, words), (_, below) in pairwise([*said, (0, "")])
            if ":" in words[:_HEAD] and (head := HEADED.match(f"{words} {below[:_HEAD]}"))
        ]
        self.nominees = {at: nominee(words) for at, words in put}
        self.told = cache(motion_in)  # the limbs of a resolution share a stem, and what follows it
        self.done: set[int] = set()  # where the sentences begin of motions that became a decision
        self.apart = put_apart(found)
        self.lost = [at + m.end() for at, words in said for m in [_MOTION_LOST.search(words)] if m]

    def of(self, limb: Limb, limbs: list[Limb], sentence: Sentence, since: int) -> Motion:
        """What a limb's own words or its stem say, else the sentences after the last limb, else those before it.

        `sentence` tells of the decision, `since` is where the one before it ends.
        """
        text = self.found.document.text
        first = self._first_half(limb.start)
        own = self._by_whom(first, self.told(text[first : self._own_end(limb, limbs)]))
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
                voted = self._after(sentence.end, self._high(sentence.start)).votes
            verdict = self.told(text[sentence.start : sentence.end])
            named = verdict if verdict.mover and verdict.seconder else self._line_below(limbs[-1].end, sentence)
            moved = own.over(replace(named, votes=voted)).over(replace(put, votes=voted)).over(told)
            return moved if moved.mover else moved.over(self._headed(limb.start))
        stem = self.told(ASIDE.sub(" ", text[min(sentence.start, limbs[0].start) : limbs[0].start]))
        low = self.stops[index - 1] if (index := bisect_right(self.stops, limb.start)) else 0
        before = self._before(low, limb, sentence).over(self._voted(max(low, since), sentence))
        above = self._line_above(sentence, low)
        after = self._after(self._named_below(limb, limbs[-1].end), self._high(limb.start), limb)
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
        high, index = self._high(limb.start), bisect_left(self.found.starts, end)
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
        self.done |= {self._sentence_at(limb.start) for limb in limbs}
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
        leads = any(_LEADS_ON.search(self.found.document.text, each.start, each.end) for each in said)
        return leads or self._heads_decision(index)

    def _by_whom(self, at: int, told: Motion) -> Motion:
        """A motion with whom "He moved" means: who begins the sentence before it in the paragraph."""
        if not told.seconder and (seconded := _THEY_MOVED_AND.match(self.found.document.text, at)):
            told = replace(told, seconder=seconded["seconder"])
        own = self.found.sentences[bisect_left(self.found.starts, at) :][:1]
        if (
            not told.mover
            and own
            and own[0].start == at
            and _ALSO_MOVED.search(self.found.document.text, at, own[0].end)
        ):
            opens = _OPENS.match(self.found.document.text, at)
            return replace(told, mover=opens["who"]) if opens else told
        index = bisect_left(self.found.starts, at) - 1
        blocks, text = self.found.document.blocks, self.found.document.text
        said = self.found.sentences[index] if index >= 0 else None
        if told.mover or not said or at >= blocks[said.block].end or not _THEY_MOVED.match(text, at):
            return told
        opens = _OPENS.match(text, said.start, said.end)
        return replace(told, mover=opens["who"]) if opens else told

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

    def lost_below(self, limb: Limb) -> bool:
        """Whether the lines below a motion, which hold votes and who moved it, give the verdict that it was lost."""
        text, high = self.found.document.text, self._high(limb.start)
        index = bisect_left(self.found.starts, limb.end)
        for said in self.found.sentences[index : index + _LOOKED_AHEAD]:
            words = text[said.start : said.end]
            if said.start >= high or not says_nothing(words) or AMENDMENT.search(words):
                return False
            if verdict := _VERDICT_OPENS.match(words):
                return bool(verdict["lost"])
        return False

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
            start, high = sentences[index].start, self._high(sentences[index].start)
            # A resolution that comes before the next motion is what became of this one.
            until = min(high, sentences[following].start) if following else high
            put = self._followed(index)
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
            if put and not put.result and _MOVED_IN_BRACKETS.search(words):
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

    def _put_at(self, offset: int) -> tuple[int, int]:
        """Where those may be told who moved what stands at an offset: above where the motion begins that it is in."""
        quoted = next((each for each in self.found.quoted if each.start <= offset < each.end), None)
        near = (at for at, _, _ in reversed(self.put) if offset - 200 <= at < offset)
        return (quoted.head, quoted.start) if quoted else (next(near, offset - 200), offset)

    def _high(self, offset: int) -> int:
        """Where the item ends that an offset stands in."""
        return self.stops[min(bisect_right(self.stops, offset), len(self.stops) - 1)]

    def _followed(self, index: int) -> Put | None:
        """A motion with what the sentences after it tell of its seconder and of the vote; null without either."""
        text, sentences = self.found.document.text, self.found.sentences
        sentence = sentences[index]
        high = self._high(sentence.start)
        second = _SECONDED.search(text, sentence.start, sentence.end)
        for lost, result in _TOLD_AT_ONCE.items():
            if second and result.search(text, second.end(), sentence.end):
                return Put(sentence, sentence, lost)
        if (both := sentences[index + 2 : index + 3]) and both[0].start < high:
            next_put = PUT.search(text, sentences[index + 1].start, sentences[index + 1].end)
            if second and next_put and _BOTH.match(text, both[0].start, both[0].end):
                return Put(sentence, both[0], False)
        for following in sentences[index + 1 : index + 1 + _LOOKED_AHEAD]:
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

    def _own_end(self, limb: Limb, limbs: list[Limb]) -> int:
        """The end of a limb, or of the sentence that it is cut from: 'A motion "that ..." was carried by 5 to 1.'"""
        index = bisect_right(self.found.starts, limb.start) - 1
        said = self.found.sentences[index] if index >= 0 else None
        return said.end if said and len(limbs) == 1 and said.start < limb.start < limb.end < said.end else limb.end

    def _is_side(self, index: int) -> bool:
        """Whether a sentence tells of one side of a vote."""
        said = self.found.sentences[index]
        return bool(_SIDE_OF_VOTE.match(self.found.document.text, said.start, said.end))

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

    def _sentence_at(self, offset: int) -> int:
        """Where the sentence that holds an offset begins."""
        return self.found.starts[bisect_right(self.found.starts, offset) - 1] if self.found.starts else offset

    def _first_half(self, offset: int) -> int:
        """Where the sentence that holds an offset begins, or the line above "Seconded by Cllr Tay that ..."."""
        index = bisect_right(self.found.starts, offset) - 1
        if index < 1:
            return self._sentence_at(offset)
        above, own = (self.found.sentences[n] for n in (index - 1, index))
        text = self.found.document.text
        halves = _OTHER_HALF.match(text, own.start, own.end) and _HALF.match(text[above.start : above.end])
        return above.start if halves else own.start

    def _after(self, end: int, high: int, limb: Limb | None = None) -> Motion:
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
            put = _MOTION_PUT.search(words)  # below its movers, or another after what was told of the first
            again = (told or not limb) and (put or _LABELLED.match(words)) and PUT.search(words)
            another = (put and words.endswith(":")) or (again and not says_nothing(words))
            if another or any(pattern.match(words) for pattern in (_BY_NUMBER, _RESOLVES, _STOOD_APART)):
                break
            if _ALSO_RESOLVES.search(words) and not says_nothing(words):
                break
            if limb and (self._is_of_next(sentence, limb) or _LOST_AT_ONCE.search(words)):
                break
            if _PROCEDURAL.search(words) or _OF_ONE_MIND.search(words):
                break
            said = self.found.document.text[limb.start : limb.end] if limb else ""
            if _SHUTS.search(said) and not says_nothing(words) and sentence.start > self._block_end(limb):
                break  # which is on the business behind closed doors
            on_other = said and any(p.match(words) for p in (_OWN_VERDICT, _TOLD_APART, _MOVES_APART))
            if on_other and is_of_other_business(words, said):
                break
            if _ON_MAIN.match(words) and AMENDMENT.search(self.found.document.text, self._sentence_at(end - 1), end):
                break
            if limb and (self._is_put_apart(sentence, limb) or self._is_on_a_part(sentence)):
                break
            if not _SIDE_OF_VOTE.match(words) and (
                not _ON_THE_MOTION.search(words) or len(words.split()) > 40 or len(told) > 2
            ):
                break
            told.append(words)
        return self.told("\n".join(told))

    def _block_end(self, limb: Limb | None) -> int:
        """Where the last block of a limb ends."""
        blocks = self.found.document.blocks
        return blocks[self.found.document.block_index(limb.end - 1)].end if limb else 0

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
        tells = tells and not self._is_on_a_part(said)
        told = low <= said.start < sentence.start and not self._closes_another(said, sentence) and tells
        if not told or any(said.start < lost for lost in self.lost):
            return Motion()
        # "Ms Orme moved, Mr Tay seconded, and by 7 votes to 2 it was", and below it "Resolved"
        moved = self.told(words) if goes_on and _LEADS_ON.search(words) else Motion()
        return replace(moved, votes=votes_in(words))

    def _closes_another(self, said: Sentence, sentence: Sentence) -> bool:
        """Whether a vote is on the motion of its own paragraph, above that of a sentence that opens no resolution."""
        text, block = self.found.document.text, self.found.document.blocks[said.block]
        if said.block == sentence.block or is_marked(text[sentence.start : sentence.end]):
            return False
        put = text[block.start : said.start]
        return bool(_MOTION_PUT.search(put)) and is_of_other_business(put, text[sentence.start : sentence.end])

    def _is_put_apart(self, said: Sentence, limb: Limb) -> bool:
        """Whether a sentence of another paragraph than a limb's puts a motion on other business, and tells its vote."""
        text, block = self.found.document.text, self.found.document.block_index(limb.start)
        words = text[said.start : said.end]
        if said.block == block or not (_MOTION_PUT.search(words) or PUT.search(words)) or says_nothing(words):
            return False
        if _MOVED_IN_BRACKETS.search(words):
            return is_of_other_business(words, text[limb.start : limb.end])
        index = bisect_left(self.found.starts, said.start)
        put = self._followed(index)
        settled = put and put.result and put.result.block == said.block
        return bool(settled) and is_of_other_business(words, text[limb.start : limb.end])

    def _is_of_next(self, said: Sentence, limb: Limb) -> bool:
        """Whether a sentence of another paragraph than a limb's names who moved what is printed below that one.

        It ends "..., seconded by Cllr Tay and", or stands right above "Decision: granted".
        """
        text, block = self.found.document.text, self.found.document.block_index(limb.end - 1)
        if said.block == block:
            return False
        if _LEADS_ON.search(text, said.start, said.end) and _MOTION_PUT.search(text, said.start, said.end):
            return True
        return self._heads_decision(bisect_left(self.found.starts, said.start))

    def _heads_decision(self, index: int) -> bool:
        """Whether a sentence and those that follow it in its paragraph say no more than who moved "Decision: ..."."""
        text, sentences = self.found.document.text, self.found.sentences
        block = sentences[index].block if index < len(sentences) else 0
        for said in sentences[index : index + _LOOKED_AHEAD]:
            if said.block != block:
                return bool(_DECISION_LABEL.match(text, said.start, said.end))
            if not says_nothing(text[said.start : said.end]):
                return False
        return False

    def _is_on_a_part(self, said: Sentence) -> bool:
        """Whether a sentence tells the vote on one limb, or on a part that was put by itself."""
        return bool(is_limb_vote(self.found, said)) or any(low <= said.start < high for low, high in self.apart)

    def _before(self, low: int, limb: Limb, sentence: Sentence) -> Motion:
        """The last motion put in the item before a limb that was not lost, with the last vote before that."""
        start, words = limb.start, self.found.document.text[limb.start : limb.end]
        within = (bisect_left(self.put, at, key=itemgetter(0)) for at in (low, start))
        put = [each for each in self.put[slice(*within)] if self._may_move(each[0], words)]
        undone = [at for at, _, amends in put if at not in self.done and not amends]
        said = self.found.sentences[bisect_right(self.found.starts, undone[-1]) - 1] if undone else sentence
        marked = is_marked(self.found.document.text[sentence.start : sentence.end])
        if undone and not marked and self._is_put_apart(said, limb):
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
