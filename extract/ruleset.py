"""Rules as data: JSONL files of phrases, compiled for spaCy's token matcher.

A pattern is a phrase of words set apart by spaces, compared without regard to case:

    it was ?further (agreed|resolved) that

    word         that word                    (a|b)        one of these words
    ?word        may be left out              =RESOLVED    with exactly these capitals, also in (=A|=B)
    _            any one word                 _{0,3}       up to three words
    !(a|b)       any word but these
    ^            first in the sentence        $body        one of a list in `words.json`
    $            last in the sentence         $ACRONYM     two to six capitals

A rule is anchored to the beginning of a sentence by all of its patterns or by none.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, model_validator
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab

from minutes.model import Outcome, Trust

Effect = Literal["trigger", "cancel", "marker", "outcome", "structure"]
REPEATED = 50  # words that one part of a pattern may stand for; the matcher takes room for each
_TOKEN = re.compile(r"(\?|!)?(?:(\$\w+)|\(([^)]+)\)|(=)?(\S+?))(\{\d+,\d+\})?")


class Rule(BaseModel):
    """One rule. `effect` says what a match does: finds a record, or keeps one from being made.

    What a rule of the effect `structure` finds is told by how it is set and where it stands. It has no patterns, and
    its examples are small documents (in the notation of `tests/extract/samples.py`) instead of sentences.

    `trust` is that of the records it finds. `vague` is that of those among them that name neither who is to do it nor
    by when, where that makes a difference. `extract.trust` says from which precision on a rule has which.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z]+(\.[a-z0-9-]+)+$")
    description: str
    effect: Effect = "trigger"
    patterns: tuple[str, ...] = ()
    outcome: Outcome | None = None
    trust: Trust = "medium"
    vague: Trust | None = None
    examples: tuple[str, ...] = Field(min_length=2)
    counterexamples: tuple[str, ...] = Field(min_length=1)

    @property
    def anchored(self) -> bool:
        """Whether it matches at the beginning of a sentence only."""
        return bool(self.patterns) and self.patterns[0].startswith("^")

    @model_validator(mode="after")
    def _with_patterns(self) -> "Rule":
        if bool(self.patterns) == (self.effect == "structure"):
            raise ValueError(f"{self.id}: has no patterns if its effect is structure, else at least one")
        return self

    @model_validator(mode="after")
    def _anchored_throughout(self) -> "Rule":
        if len({pattern.startswith("^") for pattern in self.patterns}) > 1:
            raise ValueError(f"{self.id}: all patterns begin with ^, or none")
        return self


@dataclass(frozen=True)
class Match:
    """A rule that matched, and the characters that it matched."""

    rule: Rule
    start: int
    end: int


@dataclass(frozen=True)
class Pattern:
    """One pattern of a rule. `needed` holds, for each token that it cannot do without, the words that this may be."""

    rule: Rule
    matcher: Matcher
    needed: tuple[frozenset[int], ...]  # ids of the words in small letters
    last: bool  # whether it ends the sentence


class Ruleset:
    """The rules of one file, ready to be matched against the sentences of a spaCy Doc.

    spaCy's matcher tests every pattern at every token, in Python where a pattern lists several words. Few sentences
    hold the words that any one pattern needs, so only those patterns are tried on a sentence whose words it has. They
    are looked up by the needed token that leaves the least choice.
    """

    def __init__(self, rules: Iterable[Rule], vocab: Vocab) -> None:
        self.rules = {rule.id: rule for rule in rules}
        self._by_word: dict[int | None, list[Pattern]] = {}
        for rule in self.rules.values():
            for written in rule.patterns:
                pattern = compile_pattern(written)
                matcher = Matcher(vocab)
                matcher.add(rule.id, [pattern], greedy="LONGEST")
                needed = _needed_words(pattern, vocab)
                for word in min(needed, key=len, default=[None]):
                    self._by_word.setdefault(word, []).append(Pattern(rule, matcher, needed, written.endswith(" $")))

    def matches(self, doc: Doc, sentences: Iterable[tuple[int, int]] | None = None) -> list[Match]:
        """All matches in order of their place; of one rule's overlapping matches the longest.

        `sentences` are spans of characters; no match reaches over the end of one. Without them the Doc is one sentence.
        """
        words = doc.to_array("LOWER").tolist()
        places = doc.to_array("IDX") if sentences is not None else None
        found: list[Match] = []
        for start, end in [(0, len(doc.text))] if sentences is None else sentences:
            first, last = (0, len(doc)) if places is None else map(int, np.searchsorted(places, (start, end)))
            here = frozenset(words[first:last])
            tried = [pattern for word in (None, *here) for pattern in self._by_word.get(word, ())]
            tried = [pattern for pattern in tried if not any(map(here.isdisjoint, pattern.needed))]
            if tried:
                found += _matches(tried, doc[first:last])
        return sorted(found, key=lambda match: (match.start, -match.end))


def _matches(patterns: Iterable[Pattern], sentence: Span) -> Iterator[Match]:
    """Of each rule's matches that overlap the longest, of two as long the first."""
    spans: dict[str, list[Span]] = defaultdict(list)
    rules: dict[str, Rule] = {}
    for pattern in patterns:
        rules[pattern.rule.id] = pattern.rule
        spans[pattern.rule.id] += (
            sentence[start:end]
            for _, start, end in pattern.matcher(sentence)
            if end == len(sentence) or not pattern.last
        )
    for rule in rules.values():
        yield from (Match(rule, span.start_char, span.end_char) for span in filter_spans(spans[rule.id]))


def _needed_words(pattern: list[dict[str, Any]], vocab: Vocab) -> tuple[frozenset[int], ...]:
    """For each token that a pattern cannot do without, the words that it may be, as ids of their small letters."""
    needed = []
    for token in pattern:
        told = token.get("ORTH", token.get("LOWER"))
        words = told.get("IN", []) if isinstance(told, dict) else [told] if told else []
        if token.get("OP", "{1").startswith(("{1", "+")) and words:
            needed.append(frozenset(vocab.strings.add(word.lower()) for word in words))
    return tuple(needed)


def load_rules(name: str) -> list[Rule]:
    """The rules of `rules/NAME.jsonl`.

    Raises:
        ValueError: if a rule is malformed or an id is used twice.
    """
    text = (files("extract") / "rules" / f"{name}.jsonl").read_text(encoding="utf-8")
    rules = [Rule.model_validate_json(line) for line in text.splitlines() if line.strip()]
    if len({rule.id for rule in rules}) < len(rules):
        raise ValueError(f"an id is used twice in rules/{name}.jsonl")
    return rules


def rule_files() -> Iterator[str]:
    """The names of all rule files, less their suffix."""
    for path in sorted((files("extract") / "rules").iterdir(), key=lambda path: path.name):
        if path.name.endswith(".jsonl"):
            yield path.name.removesuffix(".jsonl")


@cache
def all_rules() -> dict[str, Rule]:
    """The rules of all files by their ids."""
    return {rule.id: rule for name in rule_files() for rule in load_rules(name)}


@cache
def word_list(name: str) -> tuple[str, ...]:
    """A list of words from `rules/words.json`."""
    lists: dict[str, str] = json.loads((files("extract") / "rules" / "words.json").read_text(encoding="utf-8"))
    return tuple(lists[name].split())


def compile_pattern(pattern: str) -> list[dict[str, Any]]:
    """A pattern as spaCy's matcher takes it.

    Raises:
        ValueError: if a part of it cannot be understood.
        KeyError: if it names a list that there is not.
    """
    tokens = []
    for part in pattern.removeprefix("^").removesuffix(" $").split():
        read = _TOKEN.fullmatch(part)
        if read is None or ("|" in part and not read[3]):  # a choice of words set apart by spaces
            raise ValueError(f"{part!r} is no part of a pattern")
        mark, listed, choice, exact, word, repeat = read.groups()
        token: dict[str, Any]
        if listed == "$ACRONYM":
            token = {"TEXT": {"REGEX": "^[A-Z]{2,6}$"}}
        elif listed:
            token = {"LOWER": {"IN": list(word_list(listed[1:]))}}
        elif choice and choice.startswith("="):
            token = {"ORTH": {"IN": [each.removeprefix("=") for each in choice.split("|")]}}
        elif choice:
            token = {"LOWER": {"NOT_IN" if mark == "!" else "IN": choice.lower().split("|")}}
        elif word == "_":
            token = {"IS_SPACE": False}
        else:
            token = {"ORTH": word} if exact else {"LOWER": word.lower()}
        if repeat:
            least, most = map(int, repeat.strip("{}").split(","))
            if not (least <= most <= REPEATED and most):
                raise ValueError(
                    f"{part!r} is repeated {repeat}; write at most {{0,{REPEATED}}}, the smaller number first"
                )
            token["OP"] = repeat
        elif mark == "?":
            token["OP"] = "?"
        tokens.append(token)
    return tokens
