"""Tasks with who is to do them at the end of the paragraph, once the right edge of a page: "... the gate. Clerk"."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.actions.marked.task import Task, holding, is_text
from extract.actions.owners import Owners
from extract.findings import Findings
from extract.text import Sentence
from minutes.model import Block

_HABIT = 3  # paragraphs that end so; one name at the end of a paragraph is anything
_NAMES = 48  # characters
_TOLD = 5  # words of a sentence that can be a task
_SMALL = re.compile(r"[a-z]|^ALL$")  # initials at the end of a line are told apart by who was at the meeting
_OTHER_NAMES = re.compile(
    r"\b(?:propos|second|moved|apologies|present|elected|appointed|nominated|declared|absent|votes?)", re.IGNORECASE
)
_AGREED = re.compile(r"\b(?:agreed|resolved) (?:to|that)\b")  # what was moved is then to be done
_THANKS = re.compile(r"\b(?:thank(?:ed|s)|noted|received|approved)\b", re.IGNORECASE)


class _Edge(NamedTuple):
    """Who stands at the end of a paragraph or on the line below it, and the sentences of the paragraph."""

    who: str
    own_line: bool
    sentences: list[Sentence]


def from_edges(found: Findings, owners: Owners, told: Collection[int]) -> Iterator[Task]:
    """The sentence that gives the task, of each paragraph that ends in who is to do it; none where few do so."""
    edges = [edge for edge in _edges(found, owners, told) if edge.sentences]
    if len(edges) < _HABIT or sum(not edge.own_line for edge in edges) < _HABIT - 1:
        return
    for who, _, sentences in edges:
        text = found.document.text
        kept = [s for s in sentences if not _THANKS.search(text, s.start, s.end)] or sentences
        sentence = (holding(kept, told) or kept)[-1]
        yield Task(sentence.start, sentence.end, who, "action.column")


def _edges(found: Findings, owners: Owners, told: Collection[int]) -> Iterator[_Edge]:
    document, text = found.document, found.document.text
    since = min((item.citation.start for item in found.items), default=0)
    blocks = [block for block in document.blocks if block.start >= since and not block.furniture]
    for block, below in pairwise([*blocks, None]):
        if not block or not is_text(block):
            continue
        sentences = _sentences(found, block)
        last = sentences[-1] if sentences else None
        if last and len(sentences) > 1 and (who := _who(text[last.start : last.end], owners)):
            yield _Edge(who, False, _tasks(found, sentences[:-1], told))
        elif below and is_text(below) and (who := _who(text[below.start : below.end], owners)):
            yield _Edge(who, True, _tasks(found, sentences, told))


def _sentences(found: Findings, block: Block) -> list[Sentence]:
    return found.sentences[bisect_left(found.starts, block.start) : bisect_left(found.starts, block.end)]


def _who(text: str, owners: Owners) -> str | None:
    """Who a text names and nothing else; null where it says anything more."""
    who = text.strip(" .")
    named = len(who) <= _NAMES and _SMALL.search(who) and owners.marks(who)
    return who if named and (owners.is_one(who) or who == "ALL") else None


def _tasks(found: Findings, sentences: Sequence[Sentence], told: Collection[int]) -> list[Sentence]:
    """The sentences that may give a task: long enough or `told` as one, and not of who moved, was elected or away.

    A motion that was agreed to may give one.
    """
    text = found.document.text

    def may(said: Sentence) -> bool:
        names = _OTHER_NAMES.search(text, said.start, said.end)
        return not names or bool(_AGREED.search(text, names.end(), said.end))

    short = holding([s for s in sentences if len(text[s.start : s.end].split()) < _TOLD], told)  # "Clerk to reply."
    return [s for s in sentences if (s in short or len(text[s.start : s.end].split()) >= _TOLD) and may(s)]
