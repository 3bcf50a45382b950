"""Sentences on a motion: whether one is no more than the verdict, "It was carried.", else where its words are."""

import re
from bisect import bisect_left

from extract.decisions.business import is_of_other_business
from extract.decisions.limbs import Limb, sentence_before
from extract.decisions.motions.amendments import AMENDED
from extract.decisions.motions.putting import PUT
from extract.decisions.resolutions.alone import below_movers
from extract.decisions.resolutions.verdicts import (
    ASKED_FOR,
    MOTION_QUOTED,
    PROPOSED_THAT,
    WAS_LOST,
    asked_for,
    moved_that,
)
from extract.decisions.verdict_lines import says_nothing
from extract.decisions.votes.names import NAME
from extract.findings import Findings
from extract.ruleset import Match
from extract.text import Sentence

_MOTION_TOLD = re.compile(r"\b(?:proposed|moved|that)\b|\b(?:motion|proposal|amendment) to\b")
_AGREED = re.compile(r"(?:this|it) was agreed\.?", re.IGNORECASE)  # which was no motion put to the vote
# "Ms Tay proposed an amendment of £80, which was seconded and lost": what it asked for, a figure says
_OF_A_SUM = re.compile(r"\b(?:proposed|moved) an amendment (?:of|to) [£€$]?\d")
# "Rowing Club (for oars): a proposal by Cllr Orme to grant it £80 was lost"
_ENTRY_LABEL = re.compile(r"[^:.;]{3,120}: (?=an? (?:proposal|motion|amendment) (?:by|from|to|that)\b)", re.IGNORECASE)
# "Mr Orme proposed that the fee be halved. Members did not support this."
_DID_NOT = re.compile(r"\b(?:support|approve|accept|endorse|adopt|agree(?: to| with)?) (?:this|that|it|the proposal)\b")
# "This was seconded by Cllr Tay but on a vote was lost.", "On being put to the vote it was carried."
_ON_WHAT_WAS_PUT = re.compile(
    r"(?:this|it) was (?:duly )?seconded by\b.*\b(?:lost|carried|defeated|passed)\b"
    r"|(?:up)?on (?:being put|a|the)\b.{0,20}\bvote(?: being taken)?,? (?:this|it) was\b"
    r"|the (?:substantive|original|main) (?:motion|proposal) was\b"
    r"|(?:the amendment|this|it) was (?:then |duly )?(?:put to (?:the|a) (?:vote|meeting)|accepted|carried)\b"
    r".{0,120}\bsubstantive (?:motion|proposal)\b",
    re.IGNORECASE,
)
_RESOLVES = re.compile(r"\b(?:that|to) \w")
# "Commission unanimously approved", "The Board agreed.": what, the motion that was put before it says.
_BY_BODY = re.compile(
    r"(?:the )?(?:board|commission|committee|council|trustees|members|meeting)(?: members)? "
    r"(?:(?:all|unanimously|then|duly) )*(?:approved?|agreed?|accepted|adopted|passed|voted (?:yes|aye|in favou?r))"
    r"(?: (?:unanimously|it|(?:the|this) motion))?\.?",
    re.IGNORECASE,
)
# "The Chair was not sure and, on a vote, the proposal was not carried."
_PROPOSAL_NOT = re.compile(
    r"\b(?:the|this|that|his|her) (?:proposal|motion|amendment) was (?:then |therefore )?"
    r"not (?:carried|passed|supported)\b",
    re.IGNORECASE,
)
_PUT_NEAR = 3  # sentences before that, one of which puts the motion
# After a motion in the same paragraph: "The minutes were accepted unanimously.", "The vote to approve was unanimous."
_ON_ITS_MOTION = re.compile(
    r"(?:the )?vot(?:e|ing) (?:to|for|on) .{3,60} was (?:unanimous|carried)\b"
    r"|(?P<second>.{3,60}? seconded (?:the (?:motion|proposal)|it),? and "
    r"(?:it|they|this|these|the motion|the vote) (?:was|were)\b)"
    r"|(?:the )?(?:\w+[’']?s? ){0,2}(?:minutes|reports?|agenda|budget|bills|accounts|statements?|claims|vouchers|plan"
    r"|resolution|contract|ordinance) (?:was|were) (?:unanimously )?(?:accepted|approved|adopted|passed)"
    r"(?: unanimously)?\.?$",
    re.IGNORECASE,
)
# "The motion to object was carried.", where the motion is told further up in the paragraph
_MOTION_TO = re.compile(
    r"(?:the|this) (?:motion|proposal) to (?P<verb>[a-z]{3,})\b[^.;:]{0,60} was "
    r"(?:then |duly |accordingly |put (?:to the vote )?and (?:was )?)*"
    r"(?:carried|passed|agreed|approved|lost|defeated)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"(?:[^.;:\n]|\b(?:Cllr|Mr|Mrs|Ms|Dr|[A-Z])\.)+")
# "The motion will be voted on at the May meeting.", after who moved it and who seconded it
_MOTION_LATER = re.compile(
    r"(?:the|this) (?:motion|vote|proposal)s? (?:will|is to) be (?:voted|put|decided)\b", re.IGNORECASE
)
_SECONDS = re.compile(rf"{NAME} seconded\b")
_MOVED_TO = re.compile(r"\b(?:moved|proposed),? (?:(?:and )?seconded by [^,;]{3,40}, )?(?P<what>(?:that|to) )")
_LOST = re.compile(r"\b(?:lost|defeated)\b", re.IGNORECASE)
# "This was agreed.": what, the sentence before it says.
_ANAPHORA = re.compile(
    r"(?:this|that|all)(?: (?:proposal|suggestion|request|application|offer|bid|quote|nomination))? "
    r"(?:was|were|has been|have been) "
    r"(?:(?:then|therefore|also|not|duly|unanimously) )*"
    r"(?:agreed|approved|accepted|supported|endorsed|passed|carried)\b",
    re.IGNORECASE,
)
_MOVES = re.compile(r"\b(?:moved|motioned|made (?:an?|the) motion) (?:to|that|for)\b", re.IGNORECASE)
_PROPOSES = re.compile(r"\b(?:proposed|moved) (?:that|to)\b")
_OF_THE_MOTION = re.compile(r"\bthe motion\b|\bvot(?:e|ing)\b", re.IGNORECASE)
# "A proposal that the fee be halved was put by Cllr Orme but ... was not supported."
_PROPOSED = re.compile(
    r"^(?:an?|the) (?:proposal|motion|amendment) (?=(?P<what>that .+?) (?:was|were) (?:put|moved|made)\b)",
    re.IGNORECASE,
)
# A verdict with a remark on it: "Unanimously approved, with thanks to the Clerk."
_REMARKED = re.compile(
    r"(?:unanimously )?(?:approved|agreed|carried|passed|adopted|accepted)(?: unanimously)?,? (?:with|after"
    r"|following)\b",
    re.IGNORECASE,
)
_NO_OBJECTION = re.compile(r"[:–—-]\s*no (?:further )?(?:objections?|comments?|observations?)\.?$", re.IGNORECASE)


def is_verdict(found: Findings, sentence: Sentence, trigger: Match, since: int) -> bool:
    """Whether a sentence tells what became of a motion, and not what that asked for."""
    said = found.document.text[sentence.start : sentence.end]
    if _is_bare(said, trigger):
        return True
    if _ON_WHAT_WAS_PUT.match(said):  # unless it goes on "and it was RESOLVED that ..."
        return trigger.rule.effect != "marker" or not _RESOLVES.search(found.document.text, trigger.end, sentence.end)
    if trigger.rule.id in ("decision.lost", "decision.carried") and not _MOTION_TOLD.search(said):
        return not _ENTRY_LABEL.match(said)
    if _BY_BODY.fullmatch(said) and _put_near(found, sentence, since):
        return True
    on_it = _ON_ITS_MOTION.match(said)
    if on_it and (
        _moved_before(found, sentence, since) or (on_it["second"] and _proposed_above(found, sentence, since))
    ):
        return True
    return bool(_REMARKED.match(said)) and below_movers(found, sentence, since)


def _is_bare(said: str, trigger: Match) -> bool:
    """Whether a sentence holds a verdict and nothing else; "AGREED" alone or with a colon opens a resolution."""
    if trigger.rule.id == "decision.lost" and _OF_A_SUM.search(said):
        return False
    if said.endswith((":", " to", " that")) or (
        trigger.rule.effect == "marker" and not said.endswith((".", "unanimously"))
    ):
        return False
    if trigger.rule.effect == "marker" and _NO_OBJECTION.search(said):
        return False  # "Resolved: No objections."
    return says_nothing(said) and not _AGREED.fullmatch(said)


def _put_near(found: Findings, sentence: Sentence, since: int) -> bool:
    """Whether one of the sentences right before puts a motion, which no decision has told, in the same item."""
    index = bisect_left(found.starts, sentence.start)
    low = max(since, found.item_start(sentence.start))
    above = (said for said in found.sentences[max(0, index - _PUT_NEAR) : index] if said.start >= low)
    return any(PUT.search(found.document.text, said.start, said.end) for said in above)


def _moved_before(found: Findings, sentence: Sentence, since: int) -> bool:
    """Whether somebody moved what a sentence tells of in the one right before it, of the same paragraph."""
    before = sentence_before(found, sentence, since)
    words = found.document.text[before.start : before.end] if before else ""
    if not _MOVES.search(words) or says_nothing(words):
        return False
    return not is_of_other_business(words, found.document.text[sentence.start : sentence.end]) or bool(
        _OF_THE_MOTION.search(found.document.text, sentence.start, sentence.end)
    )


def _proposed_above(found: Findings, sentence: Sentence, since: int) -> bool:
    """Whether the paragraph right above ends with a proposal: "Cllr Tay seconded the proposal and it was agreed"."""
    index = bisect_left(found.starts, sentence.start) - 1
    above = found.sentences[index] if index >= 0 else sentence
    near = since <= above.start < sentence.start and above.block == sentence.block - 1
    return near and bool(_PROPOSES.search(found.document.text, above.start, above.end))


def motion_told(found: Findings, sentence: Sentence, trigger: Match, since: int) -> Limb | None:
    """The words of a motion apart from the verdict in the same sentence, or with the one that the sentence is on."""
    said, start = found.document.text[sentence.start : sentence.end], sentence.start
    if trigger.rule.id == "decision.lost":
        amended = AMENDED.search(found.document.text, start, sentence.end)
        if amended and amended["what"] and amended.end("what") < trigger.end:
            return Limb(amended.start("what"), amended.end("what"))
        if asked := ASKED_FOR.search(said):
            lost = WAS_LOST.search(said, asked.end())
            return Limb(start + asked.end(), start + lost.start() if lost else sentence.end)
        if (asked := PROPOSED_THAT.search(said)) and (lost := WAS_LOST.search(said, asked.end())):
            return Limb(start + asked.end(), start + lost.start())
        if labelled := _ENTRY_LABEL.match(said):
            return Limb(start + labelled.end(), sentence.end)
    if trigger.rule.id == "decision.body-declined" and _DID_NOT.search(said):
        before = sentence_before(found, sentence, since)
        return Limb(*moved) if before and (moved := moved_that(found, before)) else None
    if trigger.rule.id == "decision.body-declined" and _PROPOSAL_NOT.search(said):
        return _proposed_near(found, sentence, since)
    if _MOTION_LATER.match(said) and (before := sentence_before(found, sentence, since)):
        index = bisect_left(found.starts, before.start)
        above = found.sentences[index - 1] if _SECONDS.match(found.document.text, before.start) and index else before
        put = above.block == sentence.block and PUT.search(found.document.text, above.start, above.end)
        return Limb(above.start, above.end) if put else None
    if (named := _MOTION_TO.match(said)) and (clause := _clause_put(found, sentence, since, named["verb"])):
        return clause
    if _ANAPHORA.match(said) and (before := sentence_before(found, sentence, since)):
        return Limb(before.start, sentence.end)
    if quoted := MOTION_QUOTED.search(said):
        return Limb(start + quoted.start("what"), start + quoted.end("what"))
    if (asked := _PROPOSED.search(said)) and start + asked.end() <= trigger.start:
        return Limb(start + asked.start("what"), start + asked.end("what"))
    return None


def _proposed_near(found: Findings, sentence: Sentence, since: int) -> Limb | None:
    """What one of the two sentences before puts in the paragraph of "... and the proposal was not carried"."""
    index = bisect_left(found.starts, sentence.start)
    for said in reversed(found.sentences[max(0, index - 2) : index]):
        if said.block != sentence.block or said.start < since:
            return None
        if PUT.search(found.document.text, said.start, said.end):
            return asked_for(found, said) or Limb(said.start, said.end)
    return None


def _clause_put(found: Findings, sentence: Sentence, since: int, verb: str) -> Limb | None:
    """The clause before "The motion to object was carried." in which somebody moved to do so, in its paragraph.

    Of one that was lost what it asked for is the text, and that may stand above the names of those who voted.
    """
    text = found.document.text
    lost = _LOST.search(text, sentence.start, sentence.end)
    item = max((item.citation.end for item in found.items if item.citation.end <= sentence.start), default=0)
    start = max(since, item if lost else found.document.blocks[sentence.block].start)
    for clause in _CLAUSES.finditer(text, start, sentence.start):
        put = _MOVED_TO.search(clause[0])
        if put and re.search(rf"\b{verb}", clause[0][put.end() :]):
            asks = clause.start() + put.start("what")
            return Limb(asks if lost else clause.start(), clause.end())
    return None
