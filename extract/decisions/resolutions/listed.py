"""What is agreed over a list: its entries one by one, "It was agreed to: (a) ... (b) ...", or all in one decision.

"The following payments were approved:" is one, with all who were paid.
"""

import re
from bisect import bisect_left
from dataclasses import replace

from extract.decisions.limbs import Limb, interlude, label_kind, limbs_of
from extract.decisions.outcomes import LISTING
from extract.findings import Findings
from extract.items.heading import block_below
from extract.items.titles import has_verb
from extract.people.lists import people_in
from extract.ruleset import Match
from extract.text import Sentence
from minutes.model import Document

_NAMES_CHOSEN = re.compile(r"\b(?:elected|co-opted|appointed|voted (?:in|on|onto)|returned)\b", re.IGNORECASE)
# What stands between an agreement and its limbs: "agreed that:", "agreed the following actions:", "agreed (i)".
_OPENS_LIMBS = re.compile(
    r"(?:[ ,]*(?:unanimously|by all|(?:by|with) (?:an? )?(?:\w+ )?(?:majority|consensus)(?: vote)?(?: of)?"
    r"|on a show of hands|(?:by )?(?:\d{1,2}|[a-z]{3,6}) votes? (?:to|for and) (?:\d{1,2}|[a-z]{3,6})"
    r"|by \d{1,2} to \d{1,2}|(?:with|and) (?:\d{1,2}|[a-z]{2,6}) abst(?:aining|entions?)"
    r"|that|to|on|as follows|there (?:shall|will|would|should) be"
    r"|(?:make|award|pay) (?:grants|donations|awards|contributions)"
    r"|(?:appoint|elect|nominate)(?: [a-z]+){0,3}(?= as follows)|(?:all )?en bloc"
    # "appoint as follows, proposed Cllr Orme, seconded Ms Keld:"
    r"|(?:proposed|moved|prop\.)(?: by)? [A-Z][^:;()]{3,40}?,? (?:and )?(?:seconded|sec\.)(?: by)? [A-Z][^:;()]{3,40}"
    r"(?=:)|\((?![ivx]{1,5}\))[^():]{3,80}\)"
    r"|(?:make )?the following(?: \w+){0,2}"
    # "resolved to adopt the following policies:", but what is paid is one decision
    r"|(?:adopt|approve|appoint|elect|nominate|award|endorse|ratify|support|confirm) the following"
    r"(?! (?:\w+ )?(?:payments|invoices|accounts|bills|cheques|expenditure|amendments|changes|corrections|conditions))"
    r"(?: \w+){0,3}))*"
    r"\s*(?::|(?=\s\(?(?:a|i|1)\)))\s*",
    re.IGNORECASE,
)
# "Keeper of the lamps – vacant", in a list of those who were appointed
_UNFILLED = re.compile(r"[^.;]{3,60}?(?: [–—-]|:) (?:vacant|vacancy|none|nobody|no nomination)\b", re.IGNORECASE)
_REFUSES = re.compile(r"[;,] and that (?=no (?:\w+ ){1,3}be (?:made|paid|given|awarded)\b)")
# "It was decided that the council would", over a list; "The Board agreed for its bank mandate that:"
_OPENS_LIST = re.compile(
    r"[^.:;]{0,60}\b(?:to|that|the|would|should)\s*:?\s*$"
    # "that these comments be sent to the district:"
    r"|\s?that (?:the following|these) (?:comments|observations|recommendations|responses)\b[^.:;]{0,60}:\s*$"
)
# What is listed is decided on one by one: "The following minutes were noted:".
_ONE_BY_ONE = re.compile(
    r"\bfollowing (?:[a-z]+ )?(?:minutes|reports|policies) (?:were|was|be) [^:]{3,40}:$"
    r"|^the following (?:had been [^:;.]{3,60} and )?(?:were|was) (?:(?:all|also|then|duly) )*"
    r"(?:approved|adopted|ratified)\b[^:]{0,40}:$",
    re.IGNORECASE,
)
# "The Board approved the following policies on the advice of the panel:"
_DID_FOLLOWING = re.compile(
    r"\b(?:approv|adopt|ratifi|endors|agre|receiv|not)(?:ed|e?s) the following (?:[a-z]+ ){0,2}(?:minutes|reports"
    r"|policies|strategies|documents|appointments|plans|projects|applications|grants|requests|proposals)\b[^:]{0,80}:$",
    re.IGNORECASE,
)
_THE_FOLLOWING = re.compile(
    r"the following (?:(?:was|were) (?:then |also |all |unanimously )*(?:agreed|resolved|decided)\b"
    r"|resolutions? (?:was|were) (?:then |also |all |duly |unanimously )*(?:passed|adopted|carried)\b)[^:]{0,20}:$",
    re.IGNORECASE,
)
_MOVED_FOLLOWING = re.compile(r"\b(?:proposed|moved)\b.*\bseconded\b.*\bfollowing\b.*:$", re.IGNORECASE | re.DOTALL)
_OFFICE_ENDS = re.compile(r"\s[–—-]\s|:\s")  # "Vice-Chair – Una Keld"
_HEADS_LIST = re.compile(r":\s*$|\bfollowing\b[^.]*$|\bfollowing (?:[a-z]+ ){1,2}(?:were|was) [^.]*\.$")
_NAME_LINE = 8  # words; a line that names one who was elected has no more
_TOTAL = re.compile(r"(?:grand )?total\b.{0,20}\d", re.IGNORECASE)
_SEMICOLON = re.compile(r";\s+(?:and )?")
_WAS_DECIDED = re.compile(
    r"\b(?:was|were)(?: [a-z]+ly| therefore| then)? (?:RE-)?(?:APPOINTED|ELECTED|APPROVED|NOTED|RECEIVED"
    r"|ADOPTED|AGREED|ENDORSED|DECLINED|REFUSED|DEFERRED|CO-OPTED)\b"
)
_PIECE = 3  # words; a list most of whose entries have fewer is one thing in several lines


def each_agreed(found: Findings, sentence: Sentence, trigger: Match) -> list[Limb]:
    """What a sentence agrees to one by one: limbs, the entries of a list or clauses with a verdict each; else none."""
    return (
        _agreed_limbs(found, sentence, trigger)
        or _one_by_one(found, sentence)
        or _each_in_capitals(found, sentence, trigger.rule.id)
    )


def _agreed_limbs(found: Findings, sentence: Sentence, trigger: Match) -> list[Limb]:
    """The limbs of an agreement told in prose: "it was agreed (i) to ...", "the Board agreed that:" and a list."""
    document = found.document
    block = document.blocks[sentence.block]
    # From the verb on: the trigger may reach over the first label, as in "agreed (i) to".
    verbs = list(re.finditer(r"\w+ed\b", document.text[trigger.start : trigger.end]))
    start = trigger.start + verbs[-1].end() if verbs else trigger.end
    colon = document.text[start : block.end].rstrip().endswith(":")
    listed = _list_below(document, sentence.block, bullets=colon) and _OPENS_LIST.match(document.text, start, block.end)
    opening = _OPENS_LIMBS.match(document.text, start, block.end) or listed
    if not opening or block.kind == "table_row" or trigger.rule.id not in LISTING:
        return []
    limbs = limbs_of(document, opening.end(), sentence.block, found.item_end(sentence.start))
    stem = (sentence.start, opening.end())
    told = [
        # The last limb of a sentence ends with it, whatever the paragraph goes on to say.
        Limb(limb.start, min(limb.end, sentence.end) if limb.start < sentence.end else limb.end, stem)
        for limb in limbs
        if (limb.stem or len(limbs) > 1) and not _UNFILLED.match(document.text, limb.start, limb.end)
    ]
    return [*told[:-1], *_refusing_last(document, told[-1])] if told else []


def _refusing_last(document: Document, limb: Limb) -> list[Limb]:
    """The last limb of a sentence, and what it goes on to refuse without a label: "; and that no grant be made"."""
    refused = _REFUSES.search(document.text, limb.start, limb.end)
    return [replace(limb, end=refused.start()), Limb(refused.end(), limb.end)] if refused else [limb]


def _list_below(document: Document, index: int, *, bullets: bool = False) -> bool:
    """Whether the next block is the first of a numbered or lettered list, or of one with bullets."""
    label = ((below := block_below(document, index)) and below.label) or ""
    return label.strip("().") in ("1", "a", "i") or (bullets and bool(label) and label_kind(label) == "bullet")


def following(found: Findings, sentence: Sentence) -> list[Limb]:
    """The entries of the list below a line that says that they were decided; none where no list stands there."""
    below = block_below(found.document, sentence.block)
    limbs = limbs_below(found, sentence) if below and below.kind == "list_item" and below.label else []
    return [limb for limb in limbs if limb.start > sentence.end]


def _one_by_one(found: Findings, sentence: Sentence) -> list[Limb]:
    """The lettered or numbered entries below "The following minutes were noted:", any below "... was agreed:"."""
    said = found.document.text[sentence.start : sentence.end]
    bare = _THE_FOLLOWING.match(said) or _DID_FOLLOWING.search(said)
    limbs = limbs_below(found, sentence) if bare or _ONE_BY_ONE.search(said) else []
    labels = [found.document.blocks[found.document.block_index(limb.start)].label for limb in limbs]
    told = all(label and (bare or label_kind(label) != "bullet") for label in labels)
    pieces = sum(len(found.document.text[limb.start : limb.end].split()) < _PIECE for limb in limbs)
    return limbs if len(limbs) > 1 and told and not (bare and 2 * pieces > len(limbs)) else []


def limbs_below(found: Findings, sentence: Sentence) -> list[Limb]:
    """What is listed below a verdict with a colon; the sentence where nothing is."""
    limbs = limbs_of(found.document, sentence.end, sentence.block, found.item_end(sentence.start))
    return [limb for limb in limbs if limb.start > sentence.end] or [Limb(sentence.start, sentence.end)]


def _each_in_capitals(found: Findings, sentence: Sentence, rule: str) -> list[Limb]:
    """The clauses of a sentence that semicolons part, where each has its own verdict in capitals."""
    if rule != "decision.passive":
        return []
    cuts = [at.span() for at in _SEMICOLON.finditer(found.document.text, sentence.start, sentence.end)]
    starts, ends = [sentence.start, *(end for _, end in cuts)], [*(start for start, _ in cuts), sentence.end]
    limbs = [Limb(start, end) for start, end in zip(starts, ends, strict=True)]
    each = all(_WAS_DECIDED.search(found.document.text, limb.start, limb.end) for limb in limbs)
    return limbs if len(limbs) > 1 and each else []


def moved_over_list(found: Findings, sentence: Sentence, since: int) -> Sentence | None:
    """The motion over a list that a sentence right below it agrees to: "... seconded the following payments:"."""
    blocks = found.document.blocks
    first = sentence.block
    while first and (blocks[first - 1].furniture or blocks[first - 1].kind in ("table_row", "list_item")):
        first -= 1
    index = bisect_left(found.starts, blocks[first].start) - 1
    if first == sentence.block or index < 0 or found.sentences[index].start < since:
        return None
    over = found.sentences[index]
    return over if _MOVED_FOLLOWING.search(found.document.text, over.start, over.end) else None


def with_list(found: Findings, sentence: Sentence) -> int:
    """Where a decision ends that goes on in a list: "payments were authorised as follows:"."""
    document = found.document
    end = sentence.end
    if not _HEADS_LIST.search(document.text, sentence.start, end):
        return end
    stop = found.item_end(sentence.start)
    chosen = _NAMES_CHOSEN.search(document.text, sentence.start, end)
    kind = ""  # of the labels of the list
    for index in range(sentence.block + 1, len(document.blocks)):
        block = document.blocks[index]
        if block.furniture or block.kind == "note":
            continue
        own = document.blocks[sentence.block].label  # of the list that the decision itself stands in
        sibling = block.label and own and label_kind(block.label) == label_kind(own)
        total = bool(kind and _TOTAL.match(document.text, block.start, block.end))
        heads = kind not in ("", "bullet") and not block.label and interlude(document, index, kind, stop)
        named = chosen and _is_name_line(document.text[block.start : block.end])
        if block.start >= stop or sibling or not (block.kind == "list_item" or total or heads or named):
            break
        kind = label_kind(block.label, kind) if block.label else kind
        end = block.end
        if total:
            break
    return end


def _is_name_line(text: str) -> bool:
    """Whether a line is one of those who were elected: "Una Keld (Quay Ward)"."""
    named = len(text.split()) <= _NAME_LINE and text[-1:] not in ".:;" and not has_verb(text)
    return named and any(len(people_in(part)) == 1 for part in (text, *_OFFICE_ENDS.split(text)[1:]))
