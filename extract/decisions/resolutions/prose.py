"""The words of a decision that a sentence of prose is, or the motion that it agrees to: "It was agreed to wait"."""

import re

from extract.decisions.limbs import Limb, sentence_before
from extract.decisions.motions.putting import PUT
from extract.decisions.resolutions.listed import moved_over_list, with_list
from extract.decisions.resolutions.quoted import with_quotation
from extract.findings import Findings
from extract.ruleset import Match
from extract.text import Sentence

_STOP = re.compile(r"(?<=\w{2})[.!?]\s+(?=[A-Z])")
ACTION_LABEL = re.compile(r"(?:(?:board|council|committee|commission) )?action(?: taken)?\s?:\s*(?=\w)", re.IGNORECASE)
# What runs on into a sentence on it without a stop: the sums of a table, or the address of a site with its postcode
_RAN_ON = re.compile(r"(?:(?:[£$€]?\d[\d,]*\.\d\d\s+){2}|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\s+)(?=The [A-Za-z]+ )")
# "The Head was thanked, and it was agreed that ...": what comes before has been said, not agreed.
_SAID_BEFORE = re.compile(
    r"(?:(?!.*\b(?:propos|suggest|mov|second|request|ask)(?:ed|al)\b)\S+(?: \S+){4,}(?:, and|; and|;)) ",
    re.IGNORECASE | re.DOTALL,
)
# "The oars had been tried by Tom; it was agreed that he sand them": who he is, what comes before says.
_REFERS_BACK = re.compile(r"\s*(?:that )?(?:he|she|they)\b", re.IGNORECASE)
# "There being no corrections, the minutes were approved.": the motion ahead of it says by whom and with what.
_NOTHING_AGAINST = re.compile(
    r"(?:there being|with|there were|hearing) no (?:further )?(?:corrections|changes|additions|amendments|objections"
    r"|discussion)\b",
    re.IGNORECASE,
)
_ENTRY_NUMBER = re.compile(r"\(?\d{1,2}\)\s+")  # of a letter, in a paragraph on several


def in_prose(found: Findings, sentence: Sentence, trigger: Match, since: int) -> Limb:
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
    if labelled := ACTION_LABEL.match(text, start, end):
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
