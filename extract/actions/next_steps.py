"""Next steps: the entries of a list that a report or minutes give of what is to be done."""

import re
from collections.abc import Iterator

from extract.actions.assigned import until_task
from extract.actions.marked.task import LISTED_VERBS, Task, closing_mark
from extract.actions.named import named_owner
from extract.actions.owners import Owners
from extract.decisions.limbs import label_kind
from extract.findings import Findings
from extract.items.titles import is_never_title
from extract.text import content_start
from minutes.model import AgendaItem, Block, Document

# What a strategy calls them: "What we will do next", "How we will get there".
_PROMISES = re.compile(
    r"(?:what (?:(?:we|the [a-z]+) (?:will|plan to|intend to|are going to|need to|aim to) do|(?:will|shall) we do"
    r"|are we going to do|happens next|(?:will|needs to|must|should) happen(?: next)?|(?:more )?needs to be done)"
    r"(?: (?:next|now|differently|about (?:it|this)))?|how (?:we will|will we) (?:do (?:this|it)|get there"
    r"|(?:achieve|deliver) (?:this|it|these))|(?:we|our partners) will|our (?:commitments|pledges)"
    r"|(?:key )?actions we will take)\W*",
    re.IGNORECASE,
)
_LEADS = re.compile(r"\b(?:following|these|we|next)\b", re.IGNORECASE)  # to steps, and is none itself
_AS_FOLLOWS = re.compile(r"\b(?:as follows|(?:set out|listed|shown|given) (?:below|overleaf|in the table))[.:]?$")
SET_TASK = re.compile(r"\b(?:will|would|should|shall|to) [a-z]")
_NEXT_STEPS = re.compile(
    r"(?:.* )?(?:next steps|recommendations?|recommended actions?"
    r"|plans for (?:the (?:coming|next) year|20\d\d)"
    r"|priorities for (?:action|the (?:coming|next) year|next year|20\d\d(?:[/–-]\d{2,4})?))(?: .*)?",
    re.IGNORECASE,
)
# What a report asks a body to decide is a proposal; what it asks somebody to do is a task.
_PROPOSED = re.compile(
    r"(?:(?:that )?(?:the|this) [\w’ -]{3,60} (?:is|are|be) (?:recommended|asked|invited|requested) )?"
    r"(?:to )?(?:(?:note|approve|agree(?! with)(?! an? [^.;]{3,80} with [A-Z])|endorse|consider|delegate|confirm|adopt"
    r"|receive|express|comment|support|recommend|scrutinise|discuss)(?:e?s)?\b"
    r"|(?:agrees|comments?|offers? comments?) (?!with)|discusses\b"
    r"|(?:identif(?:y|ies)|raises?|makes?|considers?|suggests?) any\b|determines? (?:whether|if|the)\b"
    r"|(?:takes?|gains?|seeks?) assurance\b|gives? (?:its|their) views\b|advises? (?:on|whether|officers)\b)",
    re.IGNORECASE,
)
_HEADS_STEPS = re.compile(
    r"(?:(?:proposed|agreed|our|immediate|possible) )?next steps?(?: (?:agreed|proposed|are))?:?"
    r"|(?:the )?steps (?:involved|needed|required|to take)(?: (?:in|for|to) [\w -]{3,60})?:?"
    r"|(?:proposed|planned|agreed) (?:[\w’'-]+ ){0,3}?program(?:me)?(?: of work)? for"
    r" (?:20\d\d|(?:the )?(?:next|coming) year):?",
    re.IGNORECASE,
)
# What is so or has been, or only shows something, is no step of minutes.
_NO_STEP = re.compile(
    r"(?:e\.?g\b|examples?\b|see\b|note:)"
    r"|.*\b(?:was|were|has|have|had|is|are|been|agreed|noted|discussed|spoke|said|told|reported)\b",
    re.IGNORECASE | re.DOTALL,
)
# "All three committees agreed that ...": what a section tells of others, and no entry of a list of tasks.
_TELLS = re.compile(
    r"(?:The|All|Each|Both|In|On|As|It|There|These|This|Members)\b(?![^.]*\b(?:will|would|should|shall|must|be)\b)"
    r"[^.]*?\b(?:(?:has|have|had|was|were) (?:\w+ly )?(?:been )?\w+ed|agreed|preferred)\b"
)
# What stands below it is no step: "Appendices:", "Background documents"
_APPENDED = re.compile(
    r"(?:appendi(?:x|ces)|annexe?s?|attachments?|background (?:documents?|papers?|reading)"
    r"|contacts?(?: details| officers?)?|further (?:information|reading)|report authors?)\W*",
    re.IGNORECASE,
)
# What steps begin with besides tasks
_GOALS = frozenset("increase improve expand strengthen reduce grow build extend enhance embed promote deepen".split())
_ENTRIES_GO_ON = re.compile(r"\b(?:will|shall|should|must|to):\s*$")  # "Over the coming year the Trust will:"
_PROMISED = re.compile(r"\b(?:will|shall|going to|plans? to|intends? to)\b[^.]*:\s*$")


def steps_of_report(found: Findings, owners: Owners) -> Iterator[Task]:
    """In a report, the entries of a list of next steps or recommendations."""
    document = found.document
    steps = False
    section = 0  # the level of the heading of next steps, of which each heading below it may be one
    for item in found.items:
        # "To be done this year" heads a part of the steps above it, and no section of its own.
        pledged = bool(_PROMISES.fullmatch(item.title))
        heads = pledged or bool(_NEXT_STEPS.fullmatch(item.title))
        block = document.blocks[document.block_index(item.citation.start)]
        level = block.level if block.kind == "heading" else 0
        section = level if heads else section if level > section else 0
        is_step = 0 < section < level and _orders(item.title, owners)
        steps = heads or is_step or (steps and item.title.startswith("To "))
        if is_step:
            yield Task(item.citation.start, item.citation.end, None, "action.next-steps")
        lines = "next steps" in item.title.casefold()
        promised, parted = pledged, False
        for block in _less_limbs(document, _to_label(document, item)) if steps else ():
            start = content_start(document, block)
            text = document.text[start : block.end].rstrip()
            numbered = block.kind == "list_item" and label_kind(block.label or "") != "bullet"
            if parted and not numbered and (block.kind == "list_item" or block.furniture):
                continue  # the points of a step: "2. The Council to open more rooms by:"
            leads = _LEADS.search(text) or _ENTRIES_GO_ON.search(text)
            parted = numbered and text.endswith(":") and bool(SET_TASK.search(text)) and not leads
            if text.endswith(":") and not parted:
                promised = bool(_PROMISED.search(text))
            elif _AS_FOLLOWS.search(text):
                continue
            elif (block.kind == "list_item" or (lines and _is_line(block, text))) and _is_step(text, promised=promised):
                owner, due = closing_mark(text, owners)
                owner = owner or named_owner(text) or until_task(owners, re.sub("^That ", "", text))
                yield Task(start, block.end, owner, "action.next-steps", due)


def _orders(title: str, owners: Owners) -> bool:
    """Whether the heading of a part of the next steps is one itself: "Mend the weir", and not "Our partners"."""
    words = title.split()
    verb = words[0].casefold() if len(words) > 2 else ""
    return verb in owners.tasks or verb in LISTED_VERBS or verb in _GOALS


def _to_label(document: Document, item: AgendaItem) -> Iterator[Block]:
    """The blocks of an item up to a line over its appendices, or one that is set as a heading and is none: "Author"."""
    for block in document.blocks_between(item.citation.end, item.end):
        text = document.text[content_start(document, block) : block.end]
        if _APPENDED.fullmatch(text) or (block.kind == "heading" and is_never_title(text)):
            return
        yield block


def _less_limbs(document: Document, blocks: Iterator[Block]) -> Iterator[Block]:
    """Blocks less the limbs of a numbered entry that goes on below it: "2. The forms should" over "1. be short"."""
    top, goes_on, within = 0, False, False
    for block in blocks:
        label = (block.label or "").strip("().") if block.kind == "list_item" else ""
        number = int(label) if label.isdecimal() else 0
        text = document.text[content_start(document, block) : block.end].rstrip()
        within = (number == 1 and goes_on) or (within and number > 0 and not (number == top + 1 and text[:1].isupper()))
        if within:
            goes_on = False
            continue
        top, goes_on = number, number > 0 and not text.endswith((".", ":", ";", "!", "?", ")"))
        yield block


def _is_step(text: str, *, promised: bool) -> bool:
    """Whether an entry is a task; what its list is `promised` by ("In the second year we will:") asks nobody."""
    return len(text) > 15 and (promised or not (_PROPOSED.match(text) or _TELLS.match(text)))


def _is_line(block: Block, text: str) -> bool:
    """Whether a paragraph is an entry of a list that is set without bullets: one line, and nothing of what has been."""
    told = re.search(r"[:;]$|[.?!] [A-Z]|\b(?:was|were|been|agreed)\b|@|\d{5}", text)
    return block.kind == "paragraph" and 3 < len(text.split()) <= 45 and not told


def steps_of_minutes(found: Findings, owners: Owners) -> Iterator[Task]:
    """In minutes, the entries of a list under "Next steps"."""
    document = found.document
    for index, block in enumerate(document.blocks):
        text = document.text[content_start(document, block) : block.end].strip()
        if block.furniture or not _HEADS_STEPS.fullmatch(text):
            continue
        for entry in _listed_below(document, index):
            start = content_start(document, entry)
            step = document.text[start : entry.end].rstrip()
            first = step.split(" ", 1)[0].casefold()
            if len(step) > 15 and (first in owners.tasks or first in LISTED_VERBS or not _NO_STEP.match(step)):
                owner, due = closing_mark(step, owners)
                does = named_owner(step) or until_task(owners, step)
                yield Task(start, entry.end, owner or (does if owners.acts(does) else None), "action.next-steps", due)


def _listed_below(document: Document, index: int) -> Iterator[Block]:
    """The list right below a block; where that is an entry itself, those that stand under it."""
    head = document.blocks[index]
    deeper = _depth(head) if head.kind == "list_item" else -1
    for block in (document.blocks[at] for at in range(index + 1, len(document.blocks))):
        if block.furniture or block.kind == "note":
            continue
        if block.kind != "list_item" or _depth(block) <= deeper:
            return
        yield block


def _depth(block: Block) -> int:
    """How deep an entry stands: by its level, and "4.2.1" under "4.2"."""
    return block.level + (block.label or "").strip(".").count(".")
