"""From where to where the words of a decision reach, in whichever manner it is told: "Noted.", "RESOLVED: (a) ...".

`limbs_told` asks the modules for these manners in turn; where a sentence of prose is a decision, it is read here.
"""

import re
from bisect import bisect_left, bisect_right

from extract.decisions.alone import below_movers, entry_above, said_alone, said_before_movers, undisputed
from extract.decisions.business import is_of_other_business
from extract.decisions.consented import consents_to_list
from extract.decisions.forms.rows import row_of
from extract.decisions.limbs import Limb, coded_above, sentence_before
from extract.decisions.listed import each_agreed, following, limbs_below, moved_over_list, with_list
from extract.decisions.marked import after_marker
from extract.decisions.motions.amendments import AMENDED, beaten
from extract.decisions.motions.putting import PUT
from extract.decisions.outcomes import COMES_BACK
from extract.decisions.quoted import moved_in_quotes, with_quotation
from extract.decisions.standing import CARRIED
from extract.decisions.verdict_lines import is_mover_line, says_nothing
from extract.decisions.verdicts import (
    ASKED_FOR,
    MOTION_QUOTED,
    PROPOSED_THAT,
    WAS_LOST,
    asked_for,
    moved_that,
    put_to_the_vote,
    resolved_after,
)
from extract.decisions.votes.names import NAME
from extract.findings import Findings
from extract.ruleset import Match
from extract.text import Sentence, content_start

_STOP = re.compile(r"(?<=\w{2})[.!?]\s+(?=[A-Z])")
# "Both recommendations were agreed", below "Recommendation 1: That ..." and "Recommendation 2: That ..."
_ALL_RECOMMENDED = re.compile(
    r"(?:both|all|all (?:of )?the|the|the (?:two|three|four|five|six)|all (?:two|three|four|five|six)) (?:of the )?"
    r"recommendations (?:above )?(?:were|be) (?:then |duly |unanimously |all )?"
    r"(?:agreed|approved|accepted|adopted|carried)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"(?:(?:board|council|committee|commission) )?action(?: taken)?\s?:\s*(?=\w)", re.IGNORECASE)
_ANSWERED = re.compile(rf"\n{_LABEL.pattern}", re.IGNORECASE)
_NEAR = 400  # characters below a motion on a list, in which the first entry has its answer
# "Outcome: Approved, 8 to 4" in the item "Proposal 7: A ferry for the school"
_COUNTED = re.compile(
    r"(?:(?:outcome|result|decision|vote)\s?:\s*)?(?P<answer>(?:approved|accepted|adopted|passed|carried|rejected|declined"
    r"|defeated|lost)[,:]? \(?\d{1,3}\s?(?:to|for,?|[–/-])\s?\d{1,3}(?: against)?\)?[.]?)",
    re.IGNORECASE,
)
_NAMES_MOTION = re.compile(
    r"\W{0,4}(?:proposal|motion|resolution|amendment|request|application|bill|question)s?\b", re.IGNORECASE
)
_TO_THE_VOTE = re.compile(r"\bput the (?:substantive )?(?:motion|amendment|recommendations?)\b", re.IGNORECASE)
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
# What runs on into a sentence on it without a stop: the sums of a table, or the address of a site with its postcode
_RAN_ON = re.compile(r"(?:(?:[£$€]?\d[\d,]*\.\d\d\s+){2}|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\s+)(?=The [A-Za-z]+ )")
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
# "The Head was thanked, and it was agreed that ...": what comes before has been said, not agreed.
_SAID_BEFORE = re.compile(
    r"(?:(?!.*\b(?:propos|suggest|mov|second|request|ask)(?:ed|al)\b)\S+(?: \S+){4,}(?:, and|; and|;)) ",
    re.IGNORECASE | re.DOTALL,
)
# "The oars had been tried by Tom; it was agreed that he sand them": who he is, what comes before says.
_REFERS_BACK = re.compile(r"\s*(?:that )?(?:he|she|they)\b", re.IGNORECASE)
# "A proposal that the fee be halved was put by Cllr Orme but ... was not supported."
_PROPOSED = re.compile(
    r"^(?:an?|the) (?:proposal|motion|amendment) (?=(?P<what>that .+?) (?:was|were) (?:put|moved|made)\b)",
    re.IGNORECASE,
)
# "There being no corrections, the minutes were approved.": the motion ahead of it says by whom and with what.
_NOTHING_AGAINST = re.compile(
    r"(?:there being|with|there were|hearing) no (?:further )?(?:corrections|changes|additions|amendments|objections"
    r"|discussion)\b",
    re.IGNORECASE,
)
_ALONE = ("decision.noted-alone", "decision.approved-alone")
_ALL_NOTED = re.compile(r"(?:both|all|these|they) (?:(?:of )?(?:these|them) )?were\b", re.IGNORECASE)
_SENTENCES = 3  # of an entry that is put off, at most
_PUTS_OFF = ("decision.put-off", "decision.put-off-alone")
_REFERENCE = re.compile(r"(?=[\w/.-]*\d{2})[A-Z0-9]{1,12}(?:[/.-][A-Z0-9]{1,10})+\b")  # of an application
# A verdict with a remark on it: "Unanimously approved, with thanks to the Clerk."
_REMARKED = re.compile(
    r"(?:unanimously )?(?:approved|agreed|carried|passed|adopted|accepted)(?: unanimously)?,? (?:with|after"
    r"|following)\b",
    re.IGNORECASE,
)
_NO_OBJECTION = re.compile(r"[:–—-]\s*no (?:further )?(?:objections?|comments?|observations?)\.?$", re.IGNORECASE)
_ENTRY_NUMBER = re.compile(r"\(?\d{1,2}\)\s+")  # of a letter, in a paragraph on several


def limbs_told(found: Findings, sentence: Sentence, trigger: Match, since: int) -> list[Limb]:
    """What was decided: after a marker its limbs, else the sentence. `since` is where the last decision ends."""
    said = found.document.text[sentence.start : sentence.end]
    rule = trigger.rule.id
    if rule == "decision.in-row":
        return [row_of(found, sentence)]
    if in_quotes := moved_in_quotes(found, sentence):
        return [in_quotes]
    if _ALL_RECOMMENDED.match(said) and (coded := _coded_above(found, sentence, since)):
        return coded
    if rule == "decision.noted-aside":
        block = found.document.blocks[sentence.block]  # an entry is noted as a whole
        entry = block.kind == "list_item" and sentence.end == block.end
        return [Limb(content_start(found.document, block) if entry else sentence.start, sentence.end)]
    if disposed := _entry_disposed(found, sentence, rule, since):
        return [disposed]
    if rule == "decision.following":
        return following(found, sentence)
    if rule == "decision.undisputed":
        return undisputed(found, sentence, since)
    if rule in ("decision.verdict", *_ALONE) and (above := entry_above(found, sentence, since)):
        return [Limb(above.start, sentence.end)]
    if rule in _ALONE:
        return said_alone(found, sentence, trigger, since)
    if rule == "decision.movers-noted":
        return said_before_movers(found, sentence, since)
    if rule == "decision.amendment-beaten":
        return beaten(found, sentence, max(since, found.item_start(sentence.start)))
    if answer := _answer(found, sentence):
        return [answer]
    if _is_verdict(found, sentence, trigger, since):
        return put_to_the_vote(found, sentence, trigger, since=since)
    if motion := _motion(found, sentence, trigger, since):
        return [motion]
    if _TO_THE_VOTE.search(said) and resolved_after(found, sentence):
        return []  # what was put is printed below as the resolution
    if said.endswith(":") and (rule in CARRIED or is_mover_line(said)):
        if consents_to_list(said) and _ANSWERED.search(found.document.text, sentence.end, sentence.end + _NEAR):
            return [Limb(sentence.start, sentence.end)]
        return [] if resolved_after(found, sentence) else limbs_below(found, sentence)
    if trigger.rule.effect == "marker":
        return after_marker(found, sentence, trigger, since)
    return each_agreed(found, sentence, trigger) or [_in_prose(found, sentence, trigger, since)]


def _coded_above(found: Findings, sentence: Sentence, since: int) -> list[Limb]:
    """The recommendations with a number each that stand right above the sentence that agrees to all of them."""
    if sentence.start != found.document.blocks[sentence.block].start:
        return []
    low = max(since, found.item_start(sentence.start))
    return coded_above(found.document, sentence.block, low)


def _entry_disposed(found: Findings, sentence: Sentence, rule: str, since: int) -> Limb | None:
    """An entry that is put off, or that is to come back, as a whole; "Both were noted." with what it is said of."""
    if rule in _PUTS_OFF:
        return _put_off_entry(found, sentence, since)
    if rule == "decision.dashed-declined":
        return _coming_back(found, sentence)
    if rule == "decision.were-noted" and _ALL_NOTED.match(found.document.text, sentence.start, sentence.end):
        before = sentence_before(found, sentence, since)
        return Limb(before.start, sentence.end) if before else None
    return None


def _put_off_entry(found: Findings, sentence: Sentence, since: int) -> Limb | None:
    """An entry of two or three sentences, with a label or a number, of which the last puts it off.

    "(d) Quay Choir: no accounts had come. Left on the table.", "24/0117 – Barn. Left over to the next meeting."
    """
    document, block = found.document, found.document.blocks[sentence.block]
    start = content_start(document, block)
    told = bisect_left(found.starts, sentence.start) - bisect_left(found.starts, start)  # sentences before it
    if not 0 < told < _SENTENCES or since > start or sentence.end < block.end or block.kind == "table_row":
        return None
    entry = block.label or _REFERENCE.match(document.text, start)
    return Limb(start, sentence.end) if entry and sentence.end - start < _NEAR else None


def _coming_back(found: Findings, sentence: Sentence) -> Limb | None:
    """An entry that was not approved and is to come back, as its last sentence says."""
    document, block = found.document, found.document.blocks[sentence.block]
    below = [
        said for said in found.sentences[bisect_right(found.starts, sentence.start) :][:2] if said.end <= block.end
    ]
    back = bool(below) and below[-1].end == block.end and COMES_BACK.search(document.text, below[0].start, block.end)
    return Limb(sentence.start, block.end) if back else None


def _answer(found: Findings, sentence: Sentence) -> Limb | None:
    """What was answered, and by how many votes, in a line of its own in an item whose title says what was proposed."""
    counted = _COUNTED.fullmatch(found.document.text, sentence.start, sentence.end)
    holding = found.holding(sentence.start) if counted else []
    return Limb(*counted.span("answer")) if counted and holding and _NAMES_MOTION.match(holding[-1].title) else None


def _is_verdict(found: Findings, sentence: Sentence, trigger: Match, since: int) -> bool:
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
    if said.endswith(":") or (trigger.rule.effect == "marker" and not said.endswith((".", "unanimously"))):
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


def _motion(found: Findings, sentence: Sentence, trigger: Match, since: int) -> Limb | None:
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


def _in_prose(found: Findings, sentence: Sentence, trigger: Match, since: int) -> Limb:
    """A decision told in a sentence: the motion that it agrees to, or itself, with a list that goes on with it."""
    text, rule = found.document.text, trigger.rule.id
    if rule == "decision.body-agreed" and (over := moved_over_list(found, sentence, since)):
        return Limb(over.start, over.end)
    against = _NOTHING_AGAINST.match(text, sentence.start, sentence.end)
    moved = sentence_before(found, sentence, since) if against else None
    if moved and PUT.search(text, moved.start, moved.end):
        return Limb(moved.start, moved.end)
    start, end = _in_cell(found, sentence, trigger)
    ran_on = (ran.end() for ran in _RAN_ON.finditer(text, start, trigger.end))
    start = max((at for at in ran_on if at <= trigger.start), default=start)
    if labelled := _LABEL.match(text, start, end):
        start = labelled.end()
    if numbered := _ENTRY_NUMBER.match(text, start, trigger.start):
        start = numbered.end()
    if rule == "decision.having-resolved":
        start = trigger.start - (len("the ") if text[start : trigger.start].endswith("the ") else 0)
    if rule == "decision.body-noted" and text[start : trigger.start].endswith(", and "):
        start = trigger.start  # "The Chair referred Members to the notice, and Members noted the information"
    refers = _REFERS_BACK.match(text, trigger.end)
    if rule == "decision.it-was-agreed" and not refers and (cut := _SAID_BEFORE.match(text, start, trigger.start)):
        start = cut.end()
    end = end if end < sentence.end else with_list(found, sentence)
    return Limb(start, with_quotation(found, sentence.block, start, end))


def _in_cell(found: Findings, sentence: Sentence, trigger: Match) -> tuple[int, int]:
    """The sentence around a trigger, also in a table's cell that holds a title and several of them."""
    document = found.document
    block = document.blocks[sentence.block]
    if block.kind != "table_row":
        return sentence.start, sentence.end
    bold = [end for start, end in block.bold if start == sentence.start and end < trigger.end]
    stops = [m.end() for m in _STOP.finditer(document.text, sentence.start, sentence.end)]
    start = max([at for at in stops if at <= trigger.start] + bold + [sentence.start])
    while document.text[start].isspace():
        start += 1
    end = min([at for at in stops if at >= trigger.end], default=sentence.end)
    return start, start + len(document.text[start:end].rstrip())
