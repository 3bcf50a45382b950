"""What a verdict in a word is said of: "Noted.", "Elected unopposed.", "There was no disagreement."."""

import re
from bisect import bisect_left

from extract.decisions.limbs import Limb, sentence_before
from extract.decisions.resolutions.verdicts import put_to_the_vote
from extract.decisions.verdict_lines import is_mover_line, says_nothing
from extract.findings import Findings
from extract.ruleset import Match
from extract.text import Sentence, content_start

_CHOSEN = re.compile(r"(?:re-?)?(?:elected|appointed)\b", re.IGNORECASE)
_TOPIC = 12  # words; what is approved in a word is named in no more
_SECONDED = re.compile(r"\b(?:proposed|moved)\b.*\bseconded by\b", re.DOTALL)
# "Clerk to ask the mill.", "The offer will be taken up.", and not "The hedge is long."
_TO_BE_DONE = re.compile(r"\b(?:to|will|shall|should|would) (?:not )?[a-z]{2,}")
_FAR = 12  # sentences between a decision and those who moved it
# "Una suggested that they meet in June", "Tom proposed a raft race", and not what is or was so
_SUGGESTED = re.compile(
    r"\b(?:suggest|propos|recommend|mov)ed "
    r"(?:that (?!(?:[^\s.;]+ ){1,8}?(?:is|are|was|were|has|have|had|did|does)\b)|to |we |the |an? |[a-z]+ing )",
    re.IGNORECASE,
)


def said_alone(found: Findings, sentence: Sentence, trigger: Match, since: int) -> list[Limb]:
    """A verdict in a word with what it is said of; "Approved." after an account of the debate stands for itself."""
    before = sentence_before(found, sentence, since)
    if not before and below_movers(found, sentence, since):
        return put_to_the_vote(found, sentence, trigger, since=since)
    if not before and (motion := _motion_above(found, sentence, since)):
        return [Limb(motion.start, sentence.end)]
    if not before:
        stands = _below_heading(found, sentence) or _ends_item(found, sentence, trigger, since)
        return [Limb(sentence.start, sentence.end)] if stands else []
    title = any(i.citation.start <= before.start < i.citation.end and sentence.start < i.end for i in found.items)
    topic = trigger.rule.id == "decision.noted-alone" or (not title and len(_words(found, before)) <= _TOPIC)
    return [Limb(before.start if topic else sentence.start, sentence.end)]


def entry_above(found: Findings, sentence: Sentence, since: int) -> Sentence | None:
    """Who stood above "Elected unopposed.", or the entry of a list below which a verdict stands by itself."""
    index = bisect_left(found.starts, sentence.start) - 1
    above = found.sentences[index] if index >= 0 else sentence
    if above.start < since or above.block != sentence.block - 1:
        return None
    entry, verdict = found.document.blocks[above.block], found.document.blocks[sentence.block]
    if sentence.start > content_start(found.document, verdict):
        return None
    below = entry.kind == verdict.kind == "list_item" and verdict.level > entry.level
    return above if below or _CHOSEN.match(found.document.text, sentence.start) else None


def _motion_above(found: Findings, sentence: Sentence, since: int) -> Sentence | None:
    """The motion that ends the paragraph right above a verdict in a word."""
    index = bisect_left(found.starts, sentence.start) - 1
    above = found.sentences[index] if index >= 0 else sentence
    near = since <= above.start and above.block == sentence.block - 1
    return above if near and _SECONDED.search(found.document.text, above.start, above.end) else None


def undisputed(found: Findings, sentence: Sentence, since: int) -> list[Limb]:
    """What somebody suggested right before "There was no disagreement."; none where nothing was put to those there."""
    before = sentence_before(found, sentence, since)
    put = before and _SUGGESTED.search(found.document.text, before.start, before.end)
    return [Limb(before.start, sentence.end)] if before and put else []


def said_before_movers(found: Findings, sentence: Sentence, since: int) -> list[Limb]:
    """The sentence ahead of "Prop. TO, 2nd UK, all agreed."; none where what was decided has been told."""
    index = bisect_left(found.starts, sentence.start)
    text, block = found.document.text, moved_block(found, sentence)
    before = [said for said in found.sentences[max(0, index - _FAR) : index] if said.block == block]
    for said in reversed(before):
        if says_nothing(text[said.start : said.end]):
            break
        if said.start < since:
            return []
    if not before or says_nothing(text[before[-1].start : before[-1].end]):
        return []
    if block != sentence.block and not _TO_BE_DONE.search(text, before[-1].start, before[-1].end):
        return []
    return [Limb(before[-1].start, before[-1].end)]


def moved_block(found: Findings, sentence: Sentence) -> int:
    """The block that a line of movers is on: its own, or the paragraph above where it opens one."""
    document, index = found.document, sentence.block
    above = document.blocks[index - 1] if index else document.blocks[0]
    opens = sentence.start == content_start(document, document.blocks[index])
    return index - 1 if opens and above.kind in ("paragraph", "list_item") and not above.furniture else index


def below_movers(found: Findings, sentence: Sentence, since: int) -> bool:
    """Whether one of the two sentences before a verdict names who moved, and nothing else."""
    index = bisect_left(found.starts, sentence.start)
    above = [said for said in found.sentences[max(0, index - 2) : index] if said.start >= since]
    return any(is_mover_line(found.document.text[said.start : said.end]) for said in above)


def _below_heading(found: Findings, sentence: Sentence) -> bool:
    """Whether a sentence opens the first paragraph of its item, whose heading says what it is on."""
    document = found.document
    block = next((b for b in reversed(document.blocks[: sentence.block]) if not b.furniture), None)
    first = sentence.start == content_start(document, document.blocks[sentence.block])
    return first and block is not None and any(item.citation.start == block.start for item in found.items)


def _ends_item(found: Findings, sentence: Sentence, trigger: Match, since: int) -> bool:
    """Whether "Noted." in a block of its own is on the talk of its item, of which nothing else was decided.

    It is the last block there, in capitals or a paragraph with a number: "8.3 Noted.".
    """
    document = found.document
    block = document.blocks[sentence.block]
    low = max((item.citation.end for item in found.items if item.citation.end <= sentence.start), default=None)
    if trigger.rule.id != "decision.noted-alone" or low is None or since > low or block.kind in ("table_row", "note"):
        return False
    stop = found.item_end(sentence.start)
    below = (b for b in document.blocks[sentence.block + 1 :] if not b.furniture and b.end > b.start)
    last = next((b.start >= stop or b.kind == "heading" for b in below), True)
    counted = re.match(r"\(?\d", block.label or "") is not None
    marked = counted or document.text[sentence.start : sentence.end].isupper()
    return last and marked and sentence.start == content_start(document, block)


def _words(found: Findings, sentence: Sentence) -> list[str]:
    return found.document.text[sentence.start : sentence.end].split()
