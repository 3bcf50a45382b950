"""Resolutions: from where to where the words of a decision reach, and where it is cut into limbs."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from extract.decisions.alone import below_movers, entry_above, said_alone, said_before_movers, undisputed
from extract.decisions.amendments import AMENDED, beaten
from extract.decisions.business import is_of_other_business
from extract.decisions.consented import consents_to_list
from extract.decisions.limbs import Limb, coded_above, limbs_of, sentence_before
from extract.decisions.listed import each_agreed, limbs_below, moved_over_list, with_list
from extract.decisions.motions import PUT, is_mover_line, says_nothing
from extract.decisions.outcomes import COMES_BACK
from extract.decisions.quoted import moved_in_quotes
from extract.decisions.rows import row_of
from extract.decisions.standing import CARRIED
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
from extract.decisions.votes import NAME
from extract.findings import Findings
from extract.items.heading import block_below
from extract.items.titles import is_marked
from extract.ruleset import Match
from extract.text import Sentence, content_start

_STOP = re.compile(r"(?<=\w{2})[.!?]\s+(?=[A-Z])")
_DID = re.compile(
    r"(?:also |formally |unanimously |duly )*(?:noted|received|approved|agreed|endorsed|ratified|adopted|accepted"
    r"|delegated|requested|required|instructed|asked|resolved|authorised|appointed|supported|recommended|deferred"
    r"|continued (?:further )?(?:consideration|the (?:matter|item|application|report))"
    r"|confirmed|rejected|refused|granted|referred|elected|remitted|(?:considered|reviewed|discussed) and \w+ed)\b",
    re.IGNORECASE,
)
# How a resolution begins that stands beside its label
_RESOLUTION = re.compile(
    r"(?:That|To|RESOLVED|AGREED|Approve|Adopt|Accept|Agree|Note|Receive|Refuse|Grant|Defer|Appoint|Endorse|Authorise"
    r"|Delegate|Confirm)d?\b(?!:| of\b)"
    # "The report be noted.", also with "a." before it
    r"|(?:[ai1][.)] |\([ai1]\) )?(?:The|An?|All|Both|Cllr|Councillors?|Mrs?|Ms|Dr) "
    r"(?:(?! (?:was|were|is|are|has|had|have|to|will|would|should) )[^.;]|\.(?=\S)){3,200} be [a-z]"
)
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
_OUTCOME = re.compile(r"outcomes?|conclusion", re.IGNORECASE)  # below which limbs tell what was done, in any word
# "Noted: the" of a marker that reaches over its colon, "Decision 4.1 The" over a number
_SEPARATED = re.compile(r"(?i:decision|resolution)(?: (?i:no\.?|number))? #?[\w/.-]*\d\b\s?:?(?=\s)|[^:–—-]*[:–—-]")
_AFTER_MARKER = re.compile(r"[\s:–—-]*")
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
# "RESOLVED", "AGREED (unanimously)", alone in a line at the margin
_LINE_OF_VERDICT = re.compile(
    r"(?:unanimously )?(?:resolved|agreed|carried|approved)(?:,? \(?(?:unanimously|unanimous|nem\.? ?con\.?"
    r"|\d{1,2}[^().]{1,40})\)?)?\.?",
    re.IGNORECASE,
)
# "RESOLVED That the ferry be let.", and "That a bell be hung." in the paragraph below it
_RESOLVED_THAT = re.compile(r"\b(?:RESOLVED|AGREED|Resolved|Agreed)\b[\s:–—-]*That\b")
_ALSO_RESOLVED = re.compile(
    r"That (?:the|an?|all|no|both|Cllr|Councillor|Mrs?|Ms|Miss|Dr)\b"
    r"(?:(?! (?:was|were|is|are|has|had) )[^.]|\.(?=\S)){4,400}\."
)
# "Resolved: The ferry be let." or so below "Decision", and in the paragraph below it "A bell be hung."
_BE = (
    r"(?:That )?(?:[Tt]he|[Aa]n?|[Aa]ll|[Nn]o|[Bb]oth|Cllr|Councillor|Mrs?|Ms|Miss|Dr)\b"
    r"(?:(?! (?:was|were|is|are|has|had|have|to|will|would|should|shall|must|may|might|could|can|cannot|let|not) )[^.;]"
    r"|\.(?=\S)){4,200} be [a-z]+(?:(?! (?:was|were|is|are|has|had) )[^.]|\.(?=\S)){0,300}\."
)
_RESOLVED_BE = re.compile(rf"(?:(?:RESOLVED|AGREED|DECISION|Resolved|Agreed|Decision)\s?[:–—-]+\s*)?{_BE}")
_ALSO_BE = re.compile(_BE)
_OPENS_RESOLUTION = re.compile(r"(?:That|To)\b|[a-z(•–—-]|\d{1,2}[.)]\s")
_MOVES_THAT = re.compile(r"\b(?:moved|proposed)\b.*\bthat\b|\bseconded\b.*\bthat\b", re.DOTALL)
# "The Motion was unanimously agreed.", with or without how many were for it
_MOTION_CARRIED = re.compile(
    r"(?:the )?(?:motion|proposal)\W+(?:(?:was|is|then|therefore|accordingly|duly|declared|put|and|unanimously)\W+)*"
    r"(?:carried|agreed|approved|adopted|passed)(?: unanimously|,? by [^.;]{3,40})?\.?",
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
# What a resolution goes on to say in the voice of the body: "Moreover, the Board asks the Mayor to ..."
_IN_ITS_VOICE = re.compile(
    r"\s+(?:(?i:in particular|in addition|further(?:more)?|moreover|additionally|also),? )?(?i:the|this) "
    r"(?:Council|Committee|Board|Cabinet|Panel|Authority|Executive|Assembly) (?:(?:also|further|therefore) )?"
    r"(?:agrees|asks|authorises|believes|calls (?:up)?on|directs|endorses|expects|instructs|invites|recommends"
    r"|recognises|requests|resolves|supports|thanks|urges)\b"
)
_QUOTATION_ENDS = re.compile(r"[”\"][.;]?")
_LEADS_TO_REASON = re.compile(r"\breason:-?$", re.IGNORECASE)
_NO_OBJECTION = re.compile(r"[:–—-]\s*no (?:further )?(?:objections?|comments?|observations?)\.?$", re.IGNORECASE)
_ENTRY_NUMBER = re.compile(r"\(?\d{1,2}\)\s+")  # of a letter, in a paragraph on several
_GOES_ON = re.compile(r"[;,](?: and)?$")
_CLAUSE = re.compile(r"(?:and,? )?(?:further )?that\b", re.IGNORECASE)


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
    if rule == "decision.undisputed":
        return undisputed(found, sentence, since)
    if rule in ("decision.verdict", *_ALONE) and (above := entry_above(found, sentence, since)):
        return [Limb(above.start, sentence.end)]
    if rule in _ALONE:
        return said_alone(found, sentence, trigger, since)
    if rule == "decision.movers-noted":
        return said_before_movers(found, sentence, since)
    if rule == "decision.amendment-beaten":
        items = [item.citation.start for item in found.items if item.citation.start <= sentence.start]
        return beaten(found, sentence, max([since, *items]))
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
        return _after_marker(found, sentence, trigger, since)
    return each_agreed(found, sentence, trigger) or [_in_prose(found, sentence, trigger, since)]


def _coded_above(found: Findings, sentence: Sentence, since: int) -> list[Limb]:
    """The recommendations with a number each that stand right above the sentence that agrees to all of them."""
    if sentence.start != found.document.blocks[sentence.block].start:
        return []
    low = max([since, *(item.citation.start for item in found.items if item.citation.start <= sentence.start)])
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
    holding = [item for item in found.items if item.citation.start <= sentence.start < item.end]
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


def _put_near(found: Findings, sentence: Sentence, since: int) -> bool:
    """Whether one of the sentences right before puts a motion, which no decision has told, in the same item."""
    index = bisect_left(found.starts, sentence.start)
    low = max([since, *(item.citation.start for item in found.items if item.citation.start <= sentence.start)])
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
    return Limb(start, _with_quotation(found, sentence.block, start, end))


def _after_marker(found: Findings, sentence: Sentence, trigger: Match, since: int) -> list[Limb]:
    """What a marker such as "RESOLVED:" opens: limbs, or a resolution in one piece."""
    document = found.document
    stop = found.item_end(sentence.start)
    if trigger.rule.id == "decision.headed" and _verdict_below(found, sentence, stop):
        return []  # a motion and its movers stand between the heading and the verdict, which tells it
    if trigger.rule.id == "decision.headed" and (told := _carried_below(found, sentence, trigger, since, stop)):
        return told
    if (above := _verdict_on_line_above(found, sentence, since)) is not None:
        return above
    head = document.text[trigger.start : trigger.end]
    inside = _SEPARATED.match(head)
    after = _AFTER_MARKER.match(document.text, trigger.start + inside.end() if inside else trigger.end)
    start = after.end() if after else trigger.end
    start -= head.endswith("(")  # "RESOLVED (i) that ..."
    limbs = limbs_of(document, start, sentence.block, stop)
    if trigger.rule.id == "decision.headed" and len(limbs) > 1:  # "Moved Cr Orme, seconded Cr Tay and resolved"
        limbs = [limb for limb in limbs if not is_mover_line(document.text[limb.start : limb.end])]
    if trigger.rule.id == "decision.body-limbs":
        headed = _OUTCOME.match(document.text, trigger.start)
        return [limb for limb in limbs if limb.stem and (headed or _DID.match(document.text, limb.start))]
    if _LEADS_TO_REASON.search(document.text, sentence.start, sentence.end):
        return [Limb(sentence.start, _with_reason(found, sentence.block, sentence.end, stop))]
    if len(limbs) == 1 and limbs[0].stem:
        return [*limbs, *_resolved_below(found, document.block_index(limbs[0].start), limbs[0].end, stop)]
    if len(limbs) != 1:
        return _less_movers(found, limbs)
    if _is_beside(found, sentence, start):
        return limbs
    # A resolution in one piece ends with its sentence, unless a list goes on with it.
    end = max(sentence.end, limbs[0].end) if limbs[0].end > document.blocks[sentence.block].end else sentence.end
    end = _with_clauses(found, sentence.block, end, stop)
    end = _with_quotation(found, sentence.block, start, _in_its_voice(found, sentence.block, end))
    separated = bool(inside) or ":" in document.text[trigger.end - 1 : start]
    told = [Limb(start if separated else sentence.start, max(end, start + 1))] if start < end else []
    return [*told, *_resolved_below(found, sentence.block, end, stop)] if told else []


def _less_movers(found: Findings, limbs: list[Limb]) -> list[Limb]:
    """Limbs of which the last ends before the sentences behind it in its paragraph that say who moved them, and how."""
    text = found.document.text
    for said in found.sentences_within(limbs[-1].start + 1, limbs[-1].end) if limbs else ():
        if says_nothing(text[said.start : said.end]):
            last = text[limbs[-1].start : said.start].rstrip()
            return [*limbs[:-1], replace(limbs[-1], end=limbs[-1].start + len(last))]
    return limbs


def _is_beside(found: Findings, sentence: Sentence, start: int) -> bool:
    """Whether a resolution stands in the second cell of a row that begins with "Decision" and holds nothing else."""
    block = found.document.blocks[sentence.block]
    told = [cell for cell in block.cells if found.document.text[slice(*cell)].strip()]
    if block.kind != "table_row" or len(told) != 2 or not sentence.end <= told[1][0] <= start:
        return False
    return bool(_RESOLUTION.match(found.document.text, start))


def _with_clauses(found: Findings, index: int, end: int, stop: int) -> int:
    """Where a resolution ends that goes on after a semicolon in paragraphs without a label: "And that the ..."."""
    document = found.document
    for block in document.blocks[index + 1 :]:
        if block.start >= stop or block.label or not _GOES_ON.search(document.text, max(0, end - 8), end):
            break
        if not block.furniture:
            if block.kind != "paragraph" or not _CLAUSE.match(document.text, block.start):
                break
            end = block.end
    return end


def _resolved_below(found: Findings, index: int, end: int, stop: int) -> Iterator[Limb]:
    """What else was resolved, in paragraphs of their own, below "RESOLVED That the ferry be let."."""
    text, own = found.document.text, found.document.blocks[index]
    if end != own.end or text[end - 1] != ".":
        return
    if _RESOLVED_BE.fullmatch(text, own.start, end):
        also = _ALSO_BE
    elif _RESOLVED_THAT.search(text, own.start, end):
        also = _ALSO_RESOLVED
    else:
        return
    for block in found.document.blocks[index + 1 :]:
        if block.furniture:
            continue
        said = text[block.start : block.end]
        if block.start >= stop or block.kind != "paragraph" or not also.fullmatch(said):
            return
        yield Limb(block.start, block.end)


def _with_reason(found: Findings, index: int, end: int, stop: int) -> int:
    """Where a resolution ends that leads on to the paragraph below it: "REFUSED for the following reason:"."""
    document = found.document
    below = block_below(document, index)
    plain = below and below.kind == "paragraph" and not below.label and below.start < stop
    return below.end if below and plain and not is_marked(document.text[below.start : below.end]) else end


def _in_its_voice(found: Findings, index: int, end: int) -> int:
    """Where a resolution ends whose paragraph goes on with what the body itself asks, thinks or recommends."""
    while goes_on := _IN_ITS_VOICE.match(found.document.text, end, found.document.blocks[index].end):
        end = found.sentences[bisect_right(found.starts, goes_on.end()) - 1].end
    return end


def _verdict_below(found: Findings, sentence: Sentence, stop: int) -> bool:
    """Whether the line below names who moved, and one further down says what became of it."""
    index = bisect_right(found.starts, sentence.start)
    below = [found.document.text[s.start : s.end] for s in found.sentences[index:] if s.start < stop]
    told = (text for text in below if says_nothing(text) and not is_mover_line(text))
    return bool(below) and is_mover_line(below[0]) and next(told, None) is not None


def _carried_below(found: Findings, sentence: Sentence, trigger: Match, since: int, stop: int) -> list[Limb]:
    """What was put above the heading "Decision" where the line below it tells that the motion was carried.

    What that line goes on to say is a limb of its own: "The Motion was agreed. The Clerk was instructed to write."
    """
    index = bisect_right(found.starts, sentence.start)
    verdict = next((said for said in found.sentences[index : index + 1] if said.start < stop), None)
    if not verdict or not _MOTION_CARRIED.fullmatch(found.document.text, verdict.start, verdict.end):
        return []
    put = put_to_the_vote(found, verdict, trigger, since=since)
    rest = [said for said in found.sentences[index + 1 : index + 2] if said.block == verdict.block]
    end = found.document.blocks[verdict.block].end
    if not put or put[0].end > sentence.start:
        return []
    return [*put, *(Limb(said.start, end) for said in rest)]


def _verdict_on_line_above(found: Findings, sentence: Sentence, since: int) -> list[Limb] | None:
    """The motion in the line right above a verdict that is a line of its own, "RESOLVED (unanimously)"; else null.

    None where a decision has been made of that line. A verdict over limbs or another resolution opens these.
    """
    blocks, text = found.document.blocks, found.document.text
    block = blocks[sentence.block]
    if not _LINE_OF_VERDICT.fullmatch(text, block.start, block.end):
        return None
    index = bisect_left(found.starts, sentence.start)
    above, stop = found.sentences[max(0, index - 1) : index], found.item_end(sentence.start)
    below = [said for said in found.sentences[index + 1 : index + 2] if said.start < stop]
    opens = any(_OPENS_RESOLUTION.match(text, said.start) or blocks[said.block].label for said in below)
    low = max((item.citation.start for item in found.items if item.citation.start <= sentence.start), default=0)
    if not above or (opens and not _verdicts_close(found, low, stop)):
        return None
    last = above[0]
    moved = text[last.end - 1] == "." and _MOVES_THAT.search(text, last.start, last.end)
    if last.start < low or last.end != blocks[last.block].end or not (moved or text.startswith("That ", last.start)):
        return None
    return [Limb(last.start, last.end)] if since <= last.start else []


def _verdicts_close(found: Findings, low: int, high: int) -> bool:
    """Whether every verdict of an item that is a line of its own stands below its motion, as first and last tell."""
    text = found.document.text
    blocks = [block for block in found.document.blocks_between(low, high) if not block.furniture]
    lines = [n for n, block in enumerate(blocks) if _LINE_OF_VERDICT.fullmatch(text, block.start, block.end)]
    above = lines[0] > 0 and text.startswith("That ", blocks[lines[0] - 1].start) if lines else False
    return above and not any(text.startswith("That ", block.start) for block in blocks[lines[-1] + 1 :][:1])


def _is_bare(said: str, trigger: Match) -> bool:
    """Whether a sentence holds a verdict and nothing else; "AGREED" alone or with a colon opens a resolution."""
    if trigger.rule.id == "decision.lost" and _OF_A_SUM.search(said):
        return False
    if said.endswith(":") or (trigger.rule.effect == "marker" and not said.endswith((".", "unanimously"))):
        return False
    if trigger.rule.effect == "marker" and _NO_OBJECTION.search(said):
        return False  # "Resolved: No objections."
    return says_nothing(said) and not _AGREED.fullmatch(said)


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


def _with_quotation(found: Findings, index: int, start: int, end: int) -> int:
    """Where a decision ends that quotes several sentences: with the one in its paragraph that closes the quotation."""
    text, stop = found.document.text, found.document.blocks[index].end
    said = text[start:end]
    open_ended = said.count("“") > said.count("”") or (said.count('"') % 2 and "“" not in said)
    closed = _QUOTATION_ENDS.search(text, end, stop) if open_ended else None
    if not closed:
        return end
    last = found.sentences[bisect_right(found.starts, closed.start()) - 1]
    return max(closed.end(), last.end)
