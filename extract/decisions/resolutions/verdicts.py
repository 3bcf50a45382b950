"""Verdicts that say nothing of what was decided, "Motion carried.": find the motion, further up, that they are on."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from extract.decisions.limbs import Limb, limbs_in_turn, limbs_listed, limbs_of
from extract.decisions.motions.amendments import (
    AMENDED,
    AMENDMENT,
    BECAME_PART,
    before_amendments,
    carried_amendment,
    follows_amendment,
    substantive,
)
from extract.decisions.motions.movers import headed
from extract.decisions.motions.putting import PUT, is_procedural, is_refused, motion_start
from extract.decisions.resolutions.listed import with_list
from extract.decisions.resolutions.quoted import moved_in_quotes, only_quoted
from extract.decisions.standing import RESOLVED, told_below
from extract.decisions.verdict_lines import is_mover_line, says_nothing
from extract.decisions.votes.names import NAME
from extract.findings import Findings
from extract.ruleset import Match
from extract.text import Sentence, content_start
from minutes.model import Document

_PUT = re.compile(
    r"\b(?:proposed|moved)\b[^.\n]{0,60}\bseconded\b[^.\n]{0,40}\b(?:amendment|motion|following)\b", re.IGNORECASE
)
_GOES_ON = re.compile(r",? (?:that|to) \w")  # and so is not printed below
_SUBSTANTIVE = re.compile(r"\b(?:substantive|original|main) (?:motion|proposal)\b", re.IGNORECASE)
_AGREED_ALONE = re.compile(r"agreed\.", re.IGNORECASE)
# A list whose entries are decided on one by one: "to approve the consent agenda as follows:".
_ONE_BY_ONE = re.compile(
    r"\b(?:consent (?:agenda|calendar|items)|following (?:items|resolutions|policies|motions|minutes|reports))\b",
    re.IGNORECASE,
)
# "Moved by Cllr Orme, seconded by Cllr Tay: That the Board:", with its limbs below.
_STEM = re.compile(r"\b(?i:that|to)(?: (?:the|of|[A-Z][\w’'&-]*)){0,8}:$")
# "Cllr Orme proposed, seconded by Cllr Tay, an amendment to strike out the fee", and not "an amendment to the motion"
_AMENDMENT_TO = re.compile(
    r"\b(?:proposed|moved)\b[^.;:“]{0,60}\bamendment,? (?=to (?!(?:the|this|that) (?:motion|proposal|recommend)))"
    r"|\b(?:proposed|moved),? (?:and )?seconded by [^.;:“]{3,40}?,? an amendment,? (?=that )"
)
# What a motion that was lost asked for: "Cllr Orme moved, seconded by Cllr Tay, that the fee be halved."
ASKED_FOR = re.compile(
    rf"\b[Ss]econded(?: by {NAME})?,? (?=that )|\b(?:proposed|moved) (?=that [^.;]+?, (?:and )?seconded by)"
    r"|\b(?:proposed|moved) (?=that [^.;]+? (?:and )?(?:this|which|it) was (?:duly )?seconded by)"
    r"|\b(?:proposed|moved) (?:an?|the) (?:further |new )?(?:recommendation|motion|resolution),? (?=that )"
    rf"|\b(?:[Mm]otion|[Pp]roposal|[Aa]mendment) (?:by|from|of|in the name of) {NAME}"
    rf"(?:,? (?:and )?seconded by {NAME})?,? (?=that )"
    rf"|{_AMENDMENT_TO.pattern}"
)
# "Cllr Orme moved that the fee be halved, as he thought it unfair. This was seconded by Cllr Tay."
_MOVED_THAT = re.compile(
    rf"{NAME},? (?:then |also )?(?:proposed|moved) (?P<what>that (?:[^.;]|\.\d)+?)"
    r"(?:,? (?:as|because|since) (?:he|she|they)\b[^.;]*)?\.?$"
)
# "Cllr Orme proposed that the fee be halved but on being put to the vote this was lost."
PROPOSED_THAT = re.compile(rf"{NAME},? (?:then |also )?(?:proposed|moved) (?=that )")
# "Cllr Orme thought it unfair and moved that the fee be halved. The motion was seconded and lost."
_AND_MOVED = re.compile(r"\b(?:and|then|therefore) (?:moved|proposed) (?=that )")
_SECONDED_NEXT = re.compile(
    rf"\s*(?:(?:This|It|The (?:motion|proposal)) was (?:duly |then )?seconded by|{NAME} seconded)\b"
)
# 'A motion by Cllr Orme, seconded by Cllr Tay, "that the fee be halved" was put to the vote and carried.', or with
# those who moved it behind what it asked for
MOTION_QUOTED = re.compile(
    r"\b(?:motion|amendment|resolution)\b[^“\"]{0,120}[“\"](?P<what>[Tt]hat [^”\"]{10,}?),?[”\"],? "
    r"(?:(?:moved|proposed) by [^“”\".;:]{3,120}?,? )?(?:was|were|having)\b",
    re.IGNORECASE,
)
_SECONDED = re.compile(r"\bseconded\b", re.IGNORECASE)
_SECONDER = re.compile(rf"(?:{NAME} and )?{NAME} seconded\b(?! that\b)[^,;:]*$|[Ss]econded by {NAME}\.?$")
_SECONDED_LAST = re.compile(rf",? (?:and )?(?:(?:this|which|it) was )?(?:duly )?seconded by (?:{NAME}|[^.;,]+)\.?$")
# What became of a motion, at the end of the sentence that says what it asked for.
WAS_LOST = re.compile(
    r"[,;]? (?:(?:and|but),? )?(?:(?:up)?on (?:being put|a)\b[^.;]{0,20}\b(?:vote|show of hands),? )?"
    r"(?:(?:(?:the|this|which) (?:motion|amendment|proposal)|this|it|which) )?"
    r"(?:was|were) (?:then |duly )?(?:put (?:to (?:the|a) (?:vote|meeting),? )?(?:and|but) (?:was |were )?)?"
    r"(?:declared )?(?:lost|defeated|rejected|not (?:carried|supported|agreed|passed))\b"
)
_MOTION_HEAD = re.compile(
    r"(?:motion|proposal|proposed resolution|recommendation|text(?: of (?:the )?motion)?)\s*"
    r"(?:\([^)]*\)\s*|\d{1,2} ?)?[:–—-]\s*",
    re.IGNORECASE,
)
# A motion set below the line that names its movers.
_IS_MOTION = re.compile(r"that\b|to\b|be it\b|(?:the )?council\b", re.IGNORECASE)
# "A proposal by the Chair to start in May was not supported."
_NAMES_WHAT = re.compile(r"\b(?:motion|proposal|amendment) (?:(?:by|from|of) [^.;,]{3,60}? )?(?:to|that) [a-z]")
# "Chair Orme declared the motion as amended PASSED unanimously."
_DECLARES = re.compile(
    r"[^.;:]{3,60}? (?:then |duly )?declared (?:the|this|that) (?:motion|amendment|resolution|proposal)"
    r"(?: as amended| to amend)? (?:to be )?(?:carried|passed|approved|adopted)\b",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(r"\b(?:the|this) amendment proposes\b", re.IGNORECASE)  # and puts nothing
# "Tom modifies the motion to say that the bell stays."
_MODIFIES = re.compile(
    rf"{NAME},? (?:then )?(?:modifie[sd]|amend(?:s|ed)|revise[sd]) (?:the|his|her|their) motion (?:to|so)\b"
)
# "Proposal to lease the quay to the school.", "The bell to be moved to the hall."
_PROPOSES = re.compile(
    r"(?:proposal|suggestion|request) (?:to|that|for)\b(?!.{0,80}\b(?:was|were)\b)"
    r"|(?!.{0,120}\b(?:was|were|is|are|has|have|had|needs?|said|asked)\b)[^.;:]{3,120} to be [a-z]+(?:ed|en)\b",
    re.IGNORECASE,
)
_FOLLOWING = 4  # sentences of a proposal
_HEADING = 40  # words; what a verdict is about is no longer
_WHOLE = 8  # words of a sentence that needs no verdict behind it to be understood


def put_to_the_vote(found: Findings, sentence: Sentence, trigger: Match, *, since: int) -> list[Limb]:
    """The text that a bare "Amendment lost." or "Motion carried." is about, where it is printed before it.

    A motion that is then printed as a resolution is told there.
    """
    document = found.document
    low = found.item_start(sentence.start)
    part = BECAME_PART.search(document.text, sentence.start, sentence.end)
    again = not part and _SUBSTANTIVE.search(document.text, sentence.start, sentence.end)
    if again and (limbs := substantive(found, sentence, low)):
        return limbs
    low = max(low, since)
    before = found.sentences[bisect_left(found.starts, low) : bisect_left(found.starts, sentence.start)]
    before = [s for s in before if not is_refused(document.text[s.start : s.end])]
    put_last = next((s for s in reversed(before) if PUT.search(document.text, s.start, s.end)), None)
    if part and (limbs := _in_quotes(found, sentence, trigger, low, put_last)):
        return limbs
    if put_last and is_procedural(document.text[put_last.start : put_last.end]):
        return [Limb(put_last.start, put_last.end)]
    main = before_amendments(found, sentence, since) if again and low == since else None
    if main and main.block == sentence.block and not _resolved_in_block(found, sentence):
        return _as_put(found, main, trigger, sentence.start)  # another entry of the item may hold a resolution
    if trigger.rule.id in ("decision.carried", "decision.passive") and resolved_after(found, sentence):
        return _amendment_put(found, sentence, trigger)
    moved_here = bool(before) and put_last is before[-1]
    if not moved_here and _AGREED_ALONE.fullmatch(document.text, sentence.start, sentence.end):
        return []  # what was agreed is told elsewhere
    if main:
        return _as_put(found, main, trigger, sentence.start)
    if low == since and not before and (main := before_amendments(found, sentence, since)):
        return _as_put(found, main, trigger, sentence.start)
    if low == since and not before and (limbs := _put_above(found, sentence, since)):
        return limbs
    if low == since and all(says_nothing(document.text[s.start : s.end]) for s in before):
        return []  # the verdict on the decision that was told just before
    if low == since and not put_last and _declares_again(found, sentence):
        return []
    if (since_put := _from_amendment(found, sentence, before)) is not before:
        before, low = since_put, since_put[0].start
    if limbs := _in_quotes(found, sentence, trigger, low, put_last):
        return limbs
    if limbs := _below_its_movers(found, sentence, before):
        return limbs
    if low == since and (main := before_amendments(found, sentence, since)):
        return _as_put(found, main, trigger, sentence.start)
    return _last_put(found, sentence, trigger, low, before)


def _put_above(found: Findings, verdict: Sentence, since: int) -> list[Limb]:
    """The motion below the line of its movers that a verdict is on, right after the one on its amendment."""
    if not follows_amendment(found, verdict, since):
        return []
    limbs = substantive(found, verdict, found.item_start(verdict.start))
    told = {decision.citation.start for decision in found.decisions}
    return [] if any(limb.start in told for limb in limbs) else limbs


def _declares_again(found: Findings, sentence: Sentence) -> bool:
    """Whether the Chair declares carried what the vote told ahead of it has carried, maybe below who was absent."""
    last = found.decisions[-1] if found.decisions else None
    told = last and last.rule in ("decision.carried", "decision.put-and-carried") and last.votes
    return bool(told and _DECLARES.match(found.document.text, sentence.start, sentence.end))


def _in_quotes(found: Findings, verdict: Sentence, trigger: Match, low: int, put: Sentence | None) -> list[Limb]:
    """What the motion asked for that stands in quotation marks before a verdict, unless another was put since.

    What was lost is one decision, whatever its limbs.
    """
    quoted = next((each for each in reversed(found.quoted) if low <= each.start < verdict.start), None)
    if not quoted or not quoted.head <= (put.start if put else -1) < quoted.end:
        return []
    if bool(AMENDMENT.search(found.document.text, verdict.start, verdict.end)) != quoted.amends:
        return []
    if trigger.rule.id == "decision.lost":
        return [Limb(quoted.asks, quoted.end)]
    limbs = limbs_of(found.document, quoted.asks, quoted.block, quoted.end)
    stems = [(max(limb.stem[0], quoted.asks), limb.stem[1]) if limb.stem else None for limb in limbs]
    return [replace(limb, end=min(limb.end, quoted.end), stem=s) for limb, s in zip(limbs, stems, strict=True)]


def _from_amendment(found: Findings, verdict: Sentence, before: list[Sentence]) -> list[Sentence]:
    """The sentences before a verdict on an amendment from the one on in which that was put; of another all."""
    text = found.document.text
    if not AMENDMENT.search(text, verdict.start, verdict.end):
        return before
    put = [
        n
        for n, s in enumerate(before)
        if all(p.search(text[s.start : s.end]) for p in (AMENDMENT, PUT)) and not _EXPLAINS.search(text, s.start, s.end)
    ]
    return before[put[-1] :] if put else before


def _last_put(found: Findings, sentence: Sentence, trigger: Match, low: int, before: list[Sentence]) -> list[Limb]:
    """What was put last before a verdict: the block below those who moved it, else what they are said to have moved."""
    document = found.document
    if before and _SECONDED.search(document.text, before[0].start, before[0].end):
        low = max(low, before[0].start)  # what stands ahead of an amendment is another motion
    put = list(_PUT.finditer(document.text, low, sentence.start))
    if not put or _GOES_ON.match(document.text, put[-1].end()):
        if quoted := only_quoted(found, low, sentence.start):
            return [quoted]
        texts = [document.text[s.start : s.end] for s in before]
        moved = [s for s, text in zip(before, texts, strict=True) if PUT.search(text) and not _says_no_motion(text)]
        return _as_put(found, moved[-1], trigger, sentence.start) if moved else [_with_heading(found, sentence, before)]
    first = document.block_index(put[-1].start())
    said = before[bisect_right([s.start for s in before], put[-1].start()) - 1] if before else sentence
    if said.start <= put[-1].start() and _AMENDMENT_TO.search(document.text, said.start, said.end):
        return [_asked_for(found, said, trigger)]
    for block in document.blocks[first + 1 : sentence.block]:
        if not block.furniture and len(document.text[block.start : block.end].split()) > 8:
            return [Limb(block.start, block.end)]
    start = max(said.start, low) if said.start <= put[-1].start() else put[-1].start()
    return [Limb(start, min(document.blocks[first].end, sentence.start))]


def _says_no_motion(text: str) -> bool:
    """Whether a line names those who moved, or is the label "Motion:" in a cell of its own."""
    return is_mover_line(text) or bool(_MOTION_HEAD.fullmatch(text))


def _amendment_put(found: Findings, verdict: Sentence, trigger: Match) -> list[Limb]:
    """What an amendment asked for that was carried, ahead of the motion that is then resolved; of a motion nothing."""
    put = carried_amendment(found, verdict)
    quoted = next((each for each in found.quoted if put and each.head <= put.start < each.start), None)
    return [Limb(quoted.asks, quoted.end)] if quoted else _as_put(found, put, trigger, verdict.start) if put else []


def _as_put(found: Findings, moved: Sentence, trigger: Match, stop: int) -> list[Limb]:
    """What the sentence asks for in which a motion was put, or the entries of the list that it was put for."""
    text = found.document.text[moved.start : moved.end]
    if in_quotes := moved_in_quotes(found, moved):
        return [in_quotes]
    if text.endswith(":") and (_ONE_BY_ONE.search(text) or _STEM.search(text)):
        limbs = [limb for limb in limbs_of(found.document, moved.end, moved.block, stop) if limb.start > moved.end]
        if limbs:
            return limbs
    asked, end = _asked_for(found, moved, trigger), with_list(found, moved) if text.endswith(":") else moved.end
    return [replace(asked, end=end) if asked.end == moved.end < end <= stop else asked]


def _below_its_movers(found: Findings, verdict: Sentence, before: list[Sentence]) -> list[Limb]:
    """The limbs of a motion that stands between a line that names its movers and the verdict."""
    document = found.document
    lines = [said for said in before if is_mover_line(document.text[said.start : said.end])]
    if lines and _seconded_alone(found, before, lines[-1]):
        return []
    first = lines[-1].block + 1 if lines else verdict.block
    told = (b for b in range(first, verdict.block) if not document.blocks[b].furniture)
    index = next((n for n in told if not _is_head(document, n)), None)
    if index is None:
        return []
    if listed := limbs_listed(document, index, verdict.start):
        return listed
    start = content_start(document, document.blocks[index])
    headed = _MOTION_HEAD.match(document.text, start, document.blocks[index].end)
    start = headed.end() if headed else start
    if not (document.blocks[index].label or _IS_MOTION.match(document.text, start)):
        return []
    return limbs_in_turn(document, index, verdict.start) or limbs_of(document, start, index, verdict.start)


def _seconded_alone(found: Findings, before: list[Sentence], line: Sentence) -> bool:
    """Whether a line tells who seconded, and nothing else, what the sentence ahead of it moves and says in full."""
    index, text = before.index(line), found.document.text
    moved = before[index - 1] if index and _SECONDER.match(text, line.start, line.end) else None
    return bool(moved and text[moved.end - 1] == "." and PUT.search(text, moved.start, moved.end))


def _is_head(document: Document, index: int) -> bool:
    """Whether a block is the line "MOTION:" over the words of a motion, and nothing else."""
    block = document.blocks[index]
    return bool(_MOTION_HEAD.fullmatch(document.text, block.start, block.end))


def _asked_for(found: Findings, sentence: Sentence, trigger: Match) -> Limb:
    """The sentence in which a motion was put; of one that was lost what it asked for."""
    asked = ASKED_FOR.search(found.document.text, sentence.start, sentence.end)
    alone = _MOVED_THAT.match(found.document.text, sentence.start, sentence.end)
    if quoted := MOTION_QUOTED.search(found.document.text, sentence.start, sentence.end):
        return Limb(*quoted.span("what"))
    if asked and trigger.rule.id == "decision.lost":
        seconded = _SECONDED_LAST.search(found.document.text, asked.end(), sentence.end)
        return Limb(asked.end(), seconded.start() if seconded else sentence.end)
    if alone and trigger.rule.id == "decision.lost" and _SECONDED_NEXT.match(found.document.text, sentence.end):
        return Limb(*alone.span("what"))
    amended = AMENDED.search(found.document.text, sentence.start, sentence.end)
    if amended and amended["what"] and amended.end("what") < sentence.end:  # and then who seconded it
        return Limb(amended.start("what"), amended.end("what"))
    if amended and amended["which"]:
        return Limb(amended.start("which"), sentence.end)
    text = found.document.text[sentence.start : sentence.end]
    head = _MOTION_HEAD.match(text) or headed(text)
    if head and head.end() < len(text):
        return Limb(sentence.start + head.end(), _modified(found, sentence))
    return Limb(motion_start(found.document.text, sentence), _modified(found, sentence))


def asked_for(found: Findings, moved: Sentence) -> Limb | None:
    """What a motion asked for that was lost, where the sentence that puts it says "moved that" and no more after it."""
    text = found.document.text
    asked = ASKED_FOR.search(text, moved.start, moved.end) or _AND_MOVED.search(text, moved.start, moved.end)
    if not asked:
        return None
    ends = [said.start() for p in (_SECONDED_LAST, WAS_LOST) if (said := p.search(text, asked.end(), moved.end))]
    return Limb(asked.end(), min(ends, default=moved.end))


def _modified(found: Findings, moved: Sentence) -> int:
    """Where a motion ends that somebody modifies in the next sentence of its paragraph."""
    index = bisect_left(found.starts, moved.start) + 1
    below = found.sentences[index : index + 1]
    said = below[0] if below and below[0].block == moved.block else moved
    return said.end if _MODIFIES.match(found.document.text, said.start, said.end) else moved.end


def _with_heading(found: Findings, sentence: Sentence, before: list[Sentence]) -> Limb:
    """A verdict with the sentence ahead of it in its paragraph: "Approval of the bylaws. Moved, seconded, and passed."

    The title of its item is no part of it: a decision names its item.
    """
    head = next((s for s in reversed(before) if not is_mover_line(found.document.text[s.start : s.end])), None)
    words = found.document.text[head.start : head.end].split() if head else []
    titled = any(
        head and item.citation.start <= head.start < item.citation.end and sentence.start < item.end
        for item in found.items
    )
    # Who moved it stands in a line between it and the verdict, or above it.
    between = head is not None and head is not before[-1]
    above = [found.document.text[said.start : said.end] for said in before[-2:-1]]
    put = between or any(map(is_mover_line, above))
    if _NAMES_WHAT.search(found.document.text, sentence.start, sentence.end):
        return Limb(sentence.start, sentence.end)
    if head and not titled and 1 < len(words) <= _HEADING and (put or head.block == sentence.block):
        start = head.start if put else _opening(found, head, before)
        bare = len(words) >= _WHOLE and says_nothing(found.document.text[sentence.start : sentence.end])
        return Limb(start, head.end if put or bare else sentence.end)
    # "Motion by Una Keld, second by Tom Orme." over "Motion carried", with no word on what was moved
    moved = before[-1:] if _below_mover(found, sentence, before) else []
    return Limb(moved[0].start if moved else sentence.start, sentence.end)


def _opening(found: Findings, head: Sentence, before: list[Sentence]) -> int:
    """Where a proposal opens that goes on to the sentence ahead of its verdict: "Proposal to sell. The bell stays."."""
    text = found.document.text
    same = [said for said in before if said.block == head.block and said.start <= head.start][-_FOLLOWING:]
    opens = (n for n, said in enumerate(same) if _PROPOSES.match(text, said.start, said.end))
    first = next(opens, len(same) - 1)
    return head.start if any(says_nothing(text[s.start : s.end]) for s in same[first:]) else same[first].start


def _below_mover(found: Findings, sentence: Sentence, before: list[Sentence]) -> bool:
    """Whether the line right above a verdict names who moved it, and nothing else."""
    last = before[-1] if before else None
    return bool(last and last.block == sentence.block - 1 and is_mover_line(found.document.text[last.start : last.end]))


def _resolved_in_block(found: Findings, sentence: Sentence) -> bool:
    return bool(RESOLVED.search(found.document.text, sentence.end, found.document.blocks[sentence.block].end))


def moved_that(found: Findings, sentence: Sentence) -> tuple[int, int] | None:
    """Where a sentence says what somebody moved: "The Chair proposed that the fee be halved."; null in another."""
    moved = _MOVED_THAT.match(found.document.text, sentence.start, sentence.end)
    return moved.span("what") if moved else None


def resolved_after(found: Findings, sentence: Sentence) -> bool:
    return bool(RESOLVED.search(told_below(found, sentence)))
