"""What a marker opens, "RESOLVED:" or the heading "Decision": a resolution in one piece, or its limbs.

Or what stands above it: "That the ferry be let." over the line "AGREED (unanimously)".
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from extract.decisions.limbs import Limb, limbs_of
from extract.decisions.resolutions.quoted import with_quotation
from extract.decisions.resolutions.verdicts import put_to_the_vote
from extract.decisions.verdict_lines import is_mover_line, says_nothing
from extract.findings import Findings
from extract.items.heading import block_below
from extract.items.titles import is_marked
from extract.ruleset import Match
from extract.text import Sentence

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
_OUTCOME = re.compile(r"outcomes?|conclusion", re.IGNORECASE)  # below which limbs tell what was done, in any word
# "Noted: the" of a marker that reaches over its colon, "Decision 4.1 The" over a number
_SEPARATED = re.compile(r"(?i:decision|resolution)(?: (?i:no\.?|number))? #?[\w/.-]*\d\b\s?:?(?=\s)|[^:–—-]*[:–—-]")
_AFTER_MARKER = re.compile(r"[\s:–—-]*")
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
# What a resolution goes on to say in the voice of the body: "Moreover, the Board asks the Mayor to ..."
_IN_ITS_VOICE = re.compile(
    r"\s+(?:(?i:in particular|in addition|further(?:more)?|moreover|additionally|also),? )?(?i:the|this) "
    r"(?:Council|Committee|Board|Cabinet|Panel|Authority|Executive|Assembly) (?:(?:also|further|therefore) )?"
    r"(?:agrees|asks|authorises|believes|calls (?:up)?on|directs|endorses|expects|instructs|invites|recommends"
    r"|recognises|requests|resolves|supports|thanks|urges)\b"
)
_LEADS_TO_REASON = re.compile(r"\breason:-?$", re.IGNORECASE)
_GOES_ON = re.compile(r"[;,](?: and)?$")
_CLAUSE = re.compile(r"(?:and,? )?(?:further )?that\b", re.IGNORECASE)


def after_marker(found: Findings, sentence: Sentence, trigger: Match, since: int) -> list[Limb]:
    """What a marker such as "RESOLVED:" opens: limbs, or a resolution in one piece."""
    document = found.document
    stop = found.item_end(sentence.start)
    if trigger.rule.id == "decision.headed" and sentence.start < next(iter(found.item_starts), 0):
        return []  # the title of a document: "Decisions"
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
    end = with_quotation(found, sentence.block, start, _in_its_voice(found, sentence.block, end))
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
    low = found.item_start(sentence.start)
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
