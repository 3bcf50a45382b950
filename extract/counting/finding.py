"""What a figure measures: its unit, or the noun that it counts, and its name.

A figure without either takes them from what it is set against ("against a target of 8"), from what it is a part of
("of which 3 were upheld"), or from the register or the label that it stands beside.
"""

import re
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from extract.counting.names import counted, counted_by_subject, group_of, lemma_of, name_of, of_which, whole_of
from extract.counting.nouns import FRACTION, by_noun, is_time, less_to_date
from extract.counting.phrases import by_label, by_phrase, entry_of
from extract.counting.related import (
    OF_ANOTHER_TIME,
    OF_WHICH,
    SOME_OF,
    beside_the_last,
    changed_by,
    is_changed_by,
    like_the_last,
    part_of,
    part_of_sum,
    share_told,
)
from extract.counting.said import Said, Told, is_unit
from extract.counting.shared import itemised, shared_out
from extract.quantities.figures import Quantity
from extract.text import as_text

_OPENED = re.compile(r"\s?\([^)]*")  # what stands in brackets after a figure
_RATE_OF = re.compile(r"\s(?:\([^)]*\)\s)?per [\d,]{3,}")
_IN_MILLIONS = re.compile(r"(?:[2-9]|\d[\d.])\s?(?:M|bn|B)$")  # "2.5M of it is new": money, though no sign says which
_OF_OTHERS = re.compile(
    r"\((?:the )?(?:UK|England|Wales|Scotland|(?:Northern )?Ireland|Great Britain|[Nn]ational(?:ly)?|[Rr]egional(?:ly)?"
    r"|(?:North|South) (?:East|West)|(?:East|West) Midlands|London|[Ss]tatistical neighbours?)"
    r"(?: (?:average|figure|rate))?:?\s$"
)
_TO_DATE = re.compile(r"\s(?:in the )?year[- ]to[- ]date\b")


def said_of(parsed: Doc, quantities: list[Quantity], index: int, told: Told) -> Said | None:
    """Unit and name of a figure; null if nothing says what it counts."""
    quantity = quantities[index]
    span = parsed.char_span(quantity.start, quantity.end, alignment_mode="expand")
    if span is None:
        return None
    if item := itemised(parsed, quantities, index):
        return item
    if told_so := by_phrase(parsed, quantities, index, span) or beside_the_last(as_text(parsed), quantity, told):
        return told_so
    changed = is_changed_by(as_text(parsed), quantity)
    if changed and (counted_from := changed_by(parsed, quantity)):
        return counted_from
    if shared := shared_out(as_text(parsed), quantities, index, told):
        return shared
    noun = None if _TO_DATE.match(as_text(parsed), quantity.end) else less_to_date(counted(span), span)
    if quantity.unit == "%" and told.counted and OF_WHICH.search(as_text(parsed)[: quantity.start][-12:]):
        return Said("%", of_which(span, told.counted.name), group=told.counted.name)
    if noun is not None and _OPENED.fullmatch(as_text(parsed), quantity.end, noun.idx):
        noun = None  # "Complaints: 4 (previous year 9)"
    if quantity.unit:
        last = told.previous if told.previous and told.previous.unit == quantity.unit else None
        if last and _is_beside(as_text(parsed), quantity):
            return last
        if said := part_of_sum(parsed, quantity, span, told) or share_told(parsed, quantity, span, told):
            return said
        near = noun if noun is not None and noun.i - span.end < 4 else None
        return Said(quantity.unit, name_of(span, near), group=group_of(span))
    follows = quantities[index + 1] if index + 1 < len(quantities) else None
    if follows and not follows.unit and FRACTION.fullmatch(as_text(parsed)[quantity.end : follows.start]):
        if quantity.in_words and quantity.least == 1:
            return None  # "one of the 2,196 who came"
        whole = said_of(parsed, quantities, index + 1, Told()) or told.counted  # "26 of the 40 pitches"
        return replace(whole, name=of_which(span, whole.name)) if whole else None
    if _RATE_OF.match(as_text(parsed), quantity.end):
        return Said("score", name_of(span, None))
    if part := part_of(parsed, quantities, index, span, noun, told):
        return part
    group = None if quantity.in_words and not SOME_OF.match(as_text(parsed)) else whole_of(span)
    if group is not None and not group.like_num:
        return Said(lemma_of(group, span), name_of(span, group))
    if noun is not None and not is_time(noun, span):
        return _by_noun_or_place(parsed, quantities, index, span, noun, told)
    if entry := entry_of(as_text(parsed), quantity):
        return Said(entry, name_of(span, None))
    governed = None if quantity.in_words else counted_by_subject(span)
    if governed:
        return Said(governed, name_of(span, None))
    if said := like_the_last(parsed, quantity, told) or by_label(parsed, quantity, span):
        return None if changed and said.unit == "%" else said
    printed = as_text(parsed)[quantity.start : quantity.end]  # the parser keeps a full stop: "14M."
    return Said(None, name_of(span, None)) if _IN_MILLIONS.search(printed) else None


def _is_beside(text: str, quantity: Quantity) -> bool:
    """Whether a figure in brackets is that of another time or of others: "18% (Q1: 22%)", "18% (England 15%)"."""
    before = text[: quantity.start]
    return text[quantity.end : quantity.end + 1] == ")" and bool(
        OF_ANOTHER_TIME.search(before) or _OF_OTHERS.search(before)
    )


def _by_noun_or_place(
    parsed: Doc, quantities: list[Quantity], index: int, span: Span, noun: Token, told: Told
) -> Said | None:
    """What a figure before a noun measures: the noun, else the last figure's, else that of an entry in a list."""
    if said := by_noun(parsed, quantities, index, span, noun, told):
        return said
    if noun.tag_ == "NN" and told.previous and not is_unit(told.previous.unit):
        return like_the_last(parsed, quantities[index], told)  # "412 on site and roughly 900 online"
    entry = entry_of(as_text(parsed), quantities[index])
    return Said(entry, name_of(span, None)) if entry else None
