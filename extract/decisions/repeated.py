"""The same decision told twice: a resolution printed below the sentence that tells of it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from extract.decisions.verdict_lines import says_nothing
from extract.findings import Findings
from minutes.model import Decision, Document

# A motion that is named and not told: "The substantive recommendations were moved by Cllr Orme … and were carried".
NAMED_ONLY = re.compile(
    r"(?:the|these|those|all)\s(?:(?:substantive|original|amended|revised|above|said|officers[’']?|one|two|three"
    r"|four)\s){0,2}"
    r"(?:recommendations?|motions?|resolutions?|proposals?)\b(?!.*\bthat\b)"
    # "A motion to accept the officers’ recommendations was moved, seconded, put to the vote and carried"
    r"|an?\smotion\sto\s(?:accept|adopt|agree|approve|endorse)\s(?:the|these|those|all)\s(?:\w+[’']?\s){0,3}?"
    r"recommendations?\s(?:was|were)\b(?!.*\bthat\b)",
    re.IGNORECASE | re.DOTALL,
)
# A recommendation that a body is told to have approved, with the resolution on it printed below.
_APPROVED_ONLY = re.compile(
    r"(?:the )?(?:\w+ ){1,4}(?:approved|agreed|accepted|endorsed) (?:the|this|that) (?:recommendations?|proposals?)\.?",
    re.IGNORECASE,
)
# "Two resolutions were proposed and adopted.", over the two
_COUNTED = re.compile(
    r"(?:the following )?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:[a-z]+ )?(?:resolutions|motions)\b"
    r"(?!.*\bthat\b)",
    re.IGNORECASE,
)
_SIGNED_ONLY = re.compile(r"(?:the )?minutes were (?:then |duly )*signed\b[^.;,]*\.?", re.IGNORECASE)
_IN_NOTES = ("decision.in-note-form", "decision.dashed")
_TOP = 3  # blocks, in which a document says what it is
_BARE = re.compile(r"(?:the )?(?:minutes|agenda|bills|claims|consent agenda) (?:were |was )?approved\.?", re.IGNORECASE)
_TABLE_HEAD = 120  # characters of the head of a table
_NEAR = 60  # characters between such a sentence and the resolution that is printed below it
_PROSE = ("decision.it-was-agreed", "decision.agreed-that", "decision.body-agreed", "decision.body-recommended")
_NEXT = 4  # characters between a vote and what was voted on, right below it
_VOTE_ONLY = re.compile(
    r"all\b\s*[:–—-]?\s*(?:were |in )?(?:unanimously )?(?:agreed?|approved|favou?r)(?: unanimously)?(?:\s*\(\d+\))?\.?",
    re.IGNORECASE,
)
_MOVERS_ONLY = re.compile(
    r"(?:approval|acceptance|adoption|confirmation)\W+(?:(?:was )?(?:proposed|moved)|prop)\b[^.;]{2,60}"
    r"\b(?:second(?:ed)?|2nd)\b.{2,60}",
    re.IGNORECASE,
)
_AS_READ = re.compile(r"\btaken as read\b", re.IGNORECASE)
_CONFIRMED = re.compile(
    r"\b(?:true|correct|accurate|fair)\b(?: and \w+)? (?:record|minute|account)|\bconfirmed and signed\b", re.IGNORECASE
)
RESOLUTIONS = ("decision.resolved", "decision.body-resolved", "decision.numbered-agreed")
_PRINTED = (*RESOLUTIONS, "decision.headed")
_TOLD_OF = ("mover", "seconder", "votes")
_STEM = 16  # words between the title of an item and the resolution printed at its head
_NAMES_THEM = re.compile(
    r"the (?:(?:substantive|original|officers[’']?) )?(?:recommendations?|motions?|resolutions?) (?:was|were) "
    r"(?:(?:then|duly|unanimously) )*(?:proposed|moved|carried|agreed|approved)\b(?!.*\bthat\b)[^;]*",
    re.IGNORECASE,
)
# A section that tells again, in short, what the items tell.
_SUMMARY = re.compile(
    r"(?:(?P<short>(?:summary of|key|main) (?:the )?(?:(?:key|main) )?(?:decisions|outcomes))|decisions)"
    r"(?: (?:made|taken|agreed))?:?",
    re.IGNORECASE,
)
_MOVED = ("decision.carried", "decision.put-and-carried")
_PUT_AND_CARRIED = re.compile(
    r"\b(?:proposed|moved)\b.*\b(?P<what>that .+?),? and (?:this|it|which) was (?:then |duly )?"
    r"(?:carried|passed|agreed)\b",
    re.DOTALL,
)
_VERDICT_WORD = re.compile(r"(?:deferred|refused|granted|approved|adjourned|rejected)\b", re.IGNORECASE)
_LABELLED = re.compile(r"\bdecision\s?[:–—-]\s*$", re.IGNORECASE)
_DECISION = re.compile(r"decision\s?:?", re.IGNORECASE)
_RESOLVING = re.compile(r"(?:that|to|RESOLVED|AGREED)\b", re.IGNORECASE)
_ABOVE = 3  # blocks above a paragraph among which its heading is; the foot of a page may stand between
_STOCK = frozenset(
    "that this agreed resolved decided unanimously should would council committee board members therefore been".split()
)


def once(found: Findings) -> list[Decision]:
    """The decisions less those told or named in prose that are printed as a resolution, too, under the same item.

    Minutes that were "taken as read" are told by the sentence that then confirms them.
    """
    resolved: dict[str | None, set[str]] = {}
    for decision in found.decisions:
        if decision.rule in RESOLUTIONS:
            resolved.setdefault(found.innermost_id(decision.citation.start), set()).update(_content(decision.text))
    again = _again(found)
    below = {before.id: d for before, d in pairwise(found.decisions) if d.rule in RESOLUTIONS}
    noted = _noted_besides(found)
    again |= _headed_again(found)
    found.decisions[:] = _with_labelled(found)
    found.decisions[:] = _with_resolved(found)
    found.decisions[:] = _moved_below(found)
    confirmed = {d.item_id for d in found.decisions if _CONFIRMED.search(d.text)}

    def told_elsewhere(decision: Decision) -> bool:
        if decision.id in again or _heads_told(found, decision) or decision.id in noted:
            return True
        then = below.get(decision.id) if decision.rule == "decision.passive" else None
        if then and _is_near(decision, then) and _told_in(_content(then.text), _content(decision.text)):
            return True  # "Cllr Orme was elected Chair." and then "RESOLVED: That Cllr Orme be elected Chair."
        if _SIGNED_ONLY.fullmatch(decision.text):
            item = [d for d in found.decisions if d is not decision and d.item_id == decision.item_id]
            return any("minutes" in d.text for d in item)
        if decision.rule in _PROSE:
            others = resolved.get(found.innermost_id(decision.citation.start), set())
            return _told_in(_content(decision.text), others)
        read = _AS_READ.search(decision.text) and not _CONFIRMED.search(decision.text)
        return bool(read) and decision.item_id in confirmed

    return _less_verdicts([decision for decision in found.decisions if not told_elsewhere(decision)])


def _less_verdicts(decisions: list[Decision]) -> list[Decision]:
    """Decisions less bare votes ("All – agreed (5).") of which the next tells right below what was decided.

    That has the votes. Who moved what was told just before is no decision of its own, either.
    """
    kept: list[Decision] = []
    for decision in decisions:
        last = kept[-1] if kept else None
        near = last and last.item_id == decision.item_id and decision.citation.start <= last.citation.end + _NEXT
        if last and near and _VOTE_ONLY.fullmatch(last.text):
            kept[-1] = decision.model_copy(update={"votes": decision.votes or last.votes})
        elif last and last.item_id == decision.item_id and _names_its_movers(last, decision):
            moved = {"mover": decision.mover, "seconder": decision.seconder, "votes": last.votes or decision.votes}
            kept[-1] = last.model_copy(update=moved)
        else:
            kept.append(decision)
    return kept


def _names_its_movers(told: Decision, movers: Decision) -> bool:
    """Whether a line "Approval – proposed TO, seconded UK" names who moved what the decision before it tells."""
    free = not told.mover or (told.mover, told.seconder) == (movers.mover, movers.seconder)
    return free and told.outcome == movers.outcome == "approved" and bool(_MOVERS_ONLY.fullmatch(movers.text))


def _noted_besides(found: Findings) -> set[str]:
    """What is approved in note form beside the motion on it: the title "3. MINUTES APPROVED", "Minutes approved."

    The title of the document is no decision: "Mill Board Meeting Minutes – Confirmed".
    """
    moved = {d.item_id for d in found.decisions if d.mover and d.rule not in _IN_NOTES}
    titles = {item.citation.start for item in found.items} | {item.citation.end for item in found.items}
    top = found.document.blocks[:_TOP][-1].end if found.document.blocks else 0
    return {
        d.id
        for d in found.decisions
        if d.rule in _IN_NOTES
        and (
            (d.item_id is None and d.citation.end <= top)
            or (d.item_id in moved and (d.citation.end in titles or _BARE.fullmatch(d.text)))
        )
    }


def _headed_again(found: Findings) -> set[str]:
    """What stands below "Decision:" right after the vote on a motion, and says again in short that it was carried."""
    document, told = found.document, set()
    for motion, decision in pairwise(found.decisions):
        if not motion.mover or _RESOLVING.match(decision.text):
            continue
        index = document.block_index(decision.citation.start)
        above = next((b for b in reversed(document.blocks[max(0, index - _ABOVE) : index]) if not b.furniture), None)
        if not above or not _DECISION.fullmatch(document.text[above.start : above.end].strip()):
            continue
        low, high = (bisect_left(found.starts, at) for at in (motion.citation.end, above.start))
        between = [document.text[s.start : s.end] for s in found.sentences[low:high]]
        if between and all(map(says_nothing, between)):
            told.add(decision.id)
    return told


def _with_labelled(found: Findings) -> list[Decision]:
    """The decisions, those behind the label "Decision:" with who moved them, as the motion right before each tells.

    That asks for the same in full, and is told once: "Ms Tay proposed that it be deferred, and it was carried by 7 to
    2." over "Decision: DEFERRED for a visit".
    """
    kept: list[Decision] = []
    for decision in found.decisions:
        motion = kept[-1] if kept else None
        if motion and motion.item_id == decision.item_id and _labels_verdict(found, motion, decision):
            moved = {name: getattr(decision, name) or getattr(motion, name) for name in _TOLD_OF}
            kept[-1] = decision.model_copy(update=moved)
        else:
            kept.append(decision)
    return kept


def _with_resolved(found: Findings) -> list[Decision]:
    """The decisions, resolutions with who moved them and the votes as the motion right above each tells.

    That says in short what the resolution says in full, and is told once: "It was proposed by Ms Tay that it be
    referred back, and this was carried by 5 votes to 3." over "Resolved: that it be referred back for another look".
    """
    kept: list[Decision] = []
    for decision in found.decisions:
        motion = kept[-1] if kept else None
        put = _PUT_AND_CARRIED.search(motion.text) if motion and decision.rule in RESOLUTIONS else None
        if (
            motion
            and put
            and motion.mover
            and motion.item_id == decision.item_id
            and _is_near(motion, decision)
            and _told_in(_content(put["what"]), _content(decision.text))
        ):
            moved = {"mover": motion.mover, "seconder": motion.seconder, "votes": motion.votes}
            kept[-1] = decision.model_copy(update=moved)
        else:
            kept.append(decision)
    return kept


def _moved_below(found: Findings) -> list[Decision]:
    """The decisions, those printed at the head of their item with who moved them, as the talk below that tells.

    It only names them: "Resolved: That the fee be halved", and after an account of the debate "The recommendations
    were proposed by Ms Tay and seconded by Mr Orme."
    """
    kept: list[Decision] = []
    starts = {item.id: item.citation.end for item in found.items}
    for decision in found.decisions:
        named = _NAMES_THEM.fullmatch(decision.text) is not None and decision.outcome == "approved"
        same = enumerate(kept) if named else ()
        over = [n for n, d in same if d.item_id == decision.item_id and d.rule in _PRINTED]
        first = kept[over[0]] if over else None
        begins = starts.get(first.item_id or "", 0) if first else 0
        if first and begins and len(found.document.text[begins : first.citation.start].split()) <= _STEM:
            for index in over:
                moved = {name: getattr(kept[index], name) or getattr(decision, name) for name in _TOLD_OF}
                kept[index] = kept[index].model_copy(update=moved)
        else:
            kept.append(decision)
    return kept


def _labels_verdict(found: Findings, motion: Decision, decision: Decision) -> bool:
    """Whether a decision stands behind its label and says again, in its first word, what a motion asked for."""
    asked = motion.rule in _MOVED and motion.outcome == decision.outcome
    if not asked or not (word := _VERDICT_WORD.match(decision.text)):
        return False
    start = decision.citation.start
    labelled = _LABELLED.search(found.document.text, max(0, start - _NEAR), start)
    return bool(labelled) and f"be {word[0].casefold()}" in motion.text.casefold()


def _heads_told(found: Findings, decision: Decision) -> bool:
    """Whether a decision only heads rows that hold some, or names the motion of a resolution right below it."""
    end, document = decision.citation.end, found.document
    rows = [d.citation.start for d in found.decisions if d.rule == "decision.in-row"]
    if decision.text.endswith(":") and any(
        end <= document.blocks[document.block_index(start)].start <= end + _TABLE_HEAD for start in rows
    ):
        return True  # "The following comments were agreed:"
    named = NAMED_ONLY.match(decision.text) or _APPROVED_ONLY.fullmatch(decision.text) or _COUNTED.match(decision.text)
    return bool(named) and any(
        d.rule in RESOLUTIONS and end < d.citation.start and _is_near(decision, d) for d in found.decisions
    )


def _is_near(decision: Decision, below: Decision) -> bool:
    return below.citation.start <= decision.citation.end + _NEAR


def _again(found: Findings) -> set[str]:
    """The decisions in a summary at the head or the end of minutes that the items decide.

    At the head none is of this list alone; at the end those are that are printed above, too.
    """
    told: set[str] = set()
    for start, stop, short in summaries(found.document):
        inside = [d for d in found.decisions if start < d.citation.start < stop]
        texts = {d.text for d in found.decisions if not start < d.citation.start < stop}
        at_head = short and inside[:1] == found.decisions[:1] and 2 * len(texts) >= len(inside)
        told |= {d.id for d in inside if at_head or d.text in texts}
    return told


def summaries(document: Document) -> Iterator[tuple[int, int, bool]]:
    """Where such a summary begins and ends, below a heading or as a table below a line in bold, and if it says so."""
    blocks = document.blocks
    for index, block in enumerate(blocks):
        bold = block.kind == "paragraph" and block.in_bold
        heads = (bold or block.kind == "heading") and _SUMMARY.fullmatch(document.text[block.start : block.end].strip())
        if not heads:
            continue
        below = [b for b in blocks[index + 1 : index + 2] if b.kind == "table_row"]
        if below:
            stop = max(b.end for b in blocks[index + 1 :] if b.table == below[0].table)
            yield block.start, stop, bool(heads["short"])
        elif block.kind == "heading":
            stop = next((b.start for b in blocks[index + 1 :] if b.kind == "heading"), len(document.text))
            yield block.start, stop, bool(heads["short"])


def _told_in(words: set[str], others: set[str]) -> bool:
    return len(words) > 1 and len(words & others) >= 0.8 * len(words)


def _content(text: str) -> set[str]:
    return set(re.findall(r"\w{4,}", text.casefold())) - _STOCK
