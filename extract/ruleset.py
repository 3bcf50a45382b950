"""Rules as data: JSONL files of phrases, compiled to regular expressions over the tokens of a spaCy Doc.

A pattern is a phrase of words set apart by spaces, compared without regard to case:

    it was ?further (agreed|resolved) that

    word         that word                    (a|b)        one of these words, also (a|$body)
    ?word        may be left out              =RESOLVED    with exactly these capitals, also in (=A|=B)
    _            any one word                 _{0,3}       up to three words
    *ed          a word that ends so          (*ed|sent)   or that is one of these
    !(a|b)       any word but these; also !$body
    ^            first in the sentence        $body        one of a list in `words.json`
    $            last in the sentence         $ACRONYM     two to six capitals

The word "and" is also "&". A rule is anchored to the beginning of a sentence by all of its patterns or by none.
"""

import json
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from itertools import accumulate
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, model_validator
from spacy.tokens import Doc

from minutes.model import Outcome, Trust

Effect = Literal["trigger", "cancel", "marker", "outcome", "structure"]
_AFTER = "\x1f"  # after each token; white space to spaCy, and so in no word
# Words and signs that most sentences hold, by which a pattern is not looked up if it needs another.
_COMMON = frozenset(
    "a all an and are as at be been by for from had has have in is it no not of on or that the there this to was were"
    " which will with would , . : ; ( ) - –".split()
)
REPEATED = 50  # words that one part of a pattern may stand for
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
class Part:
    """One part of a pattern: the regular expression of its tokens, the words (in small letters) that each of them may
    be, none where any word will do, and how many tokens it is at least and at most."""

    regex: str
    words: frozenset[str]
    least: int
    most: int


class Sign(NamedTuple):
    """Words of which a pattern needs one, and how many tokens it has before that at least and at most."""

    words: frozenset[str]
    least: int
    most: int


@dataclass(frozen=True)
class Pattern:
    """One pattern of a rule. `needed` holds, for each token that it cannot do without, the words that this may be.

    `sign` is the one among them that is the least common, with how many tokens stand before it at least and at most;
    null where the pattern needs no word.
    """

    rule: Rule
    written: str
    needed: tuple[frozenset[str], ...]
    sign: Sign | None

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern as a regular expression; compiled when it is first tried, as one document needs few of them."""
        return re.compile(self.written, re.IGNORECASE)


@dataclass(frozen=True)
class Tokens:
    """The tokens of a Doc in one string, each with a mark after it, in which patterns are searched."""

    text: str
    words: list[str]  # in small letters
    starts: list[int]  # of each token in `text`, and where that ends
    places: list[int]  # of each token in the Doc, in characters
    held: dict[tuple[int, int], tuple[int, int, frozenset[str | None]]] = field(default_factory=dict)

    def within(self, start: int, end: int) -> tuple[int, int, frozenset[str | None]]:
        """The first token of a stretch of characters and the first after it, and their words: one ruleset after the
        other asks for the same sentences."""
        if (start, end) not in self.held:
            first, last = bisect_left(self.places, start), bisect_left(self.places, end)
            self.held[start, end] = first, last, frozenset([None, *self.words[first:last]])
        return self.held[start, end]


class Ruleset:
    """The rules of one file, ready to be matched against the sentences of a spaCy Doc.

    spaCy's own matcher tests every pattern at every token, in Python where a pattern lists several words, which takes
    ten times as long. Few sentences hold the words that any one pattern needs, so only those patterns are tried on a
    sentence whose words it has, and only where its rarest word stands.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = {rule.id: rule for rule in rules}
        self._patterns = [_ready(rule, pattern) for rule in self.rules.values() for pattern in rule.patterns]
        self._by_word: dict[str | None, list[int]] = {}
        for number, pattern in enumerate(self._patterns):
            for word in pattern.sign.words if pattern.sign else [None]:
                self._by_word.setdefault(word, []).append(number)

    def matches(self, doc: Doc, sentences: Iterable[tuple[int, int]] | None = None) -> list[Match]:
        """All matches in order of their place; of one rule's overlapping matches the longest.

        `sentences` are spans of characters; no match reaches over the end of one. Without them the Doc is one sentence.
        """
        tokens = _tokens(doc)
        found: list[Match] = []
        for stretch in [(0, len(doc.text))] if sentences is None else sentences:
            first, last, here = tokens.within(*stretch)
            numbers = {number for word in self._by_word.keys() & here for number in self._by_word[word]}
            tried = [self._patterns[number] for number in sorted(numbers)]
            tried = [pattern for pattern in tried if not any(map(here.isdisjoint, pattern.needed))]
            if tried:
                found += _matches(tried, tokens, first, last)
        return sorted(found, key=lambda match: (match.start, -match.end))


def _tokens(doc: Doc) -> Tokens:
    """The tokens of a Doc, which keeps them for all the rules that are matched against it."""
    if "tokens" not in doc.user_data:
        texts = [doc.vocab.strings[orth] for orth in doc.to_array("ORTH").tolist()]  # faster than by way of its tokens
        starts = [0, *accumulate(len(text) + 1 for text in texts)]
        words = [text.lower() for text in texts]
        joined = "".join(text + _AFTER for text in texts)
        doc.user_data["tokens"] = Tokens(joined, words, starts, doc.to_array("IDX").tolist())
    tokens: Tokens = doc.user_data["tokens"]
    return tokens


def _matches(patterns: Iterable[Pattern], tokens: Tokens, first: int, last: int) -> Iterator[Match]:
    """Of each rule's matches that overlap the longest, of two as long the first; in tokens `first` up to `last`.

    What begins the sentence comes before what is longer, if the rule is anchored there: in "UK to bring the plan to
    next meeting to discuss", the first words are what "somebody to do something" means.
    """
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    rules: dict[str, Rule] = {}
    for pattern in patterns:
        if found := _spans(pattern, tokens, first, last):
            rules[pattern.rule.id] = pattern.rule
            spans[pattern.rule.id] += _longest(found, tokens.starts[first] if pattern.rule.anchored else None)
    for rule in rules.values():
        for a, b in _longest(spans[rule.id], tokens.starts[first] if rule.anchored else None):
            begun, ended = bisect_left(tokens.starts, a), bisect_left(tokens.starts, b) - 1
            yield Match(rule, tokens.places[begun], tokens.places[ended] + b - 1 - tokens.starts[ended])


def _spans(pattern: Pattern, tokens: Tokens, first: int, last: int) -> list[tuple[int, int]]:
    """Where a pattern matches, from each token at which it does. That it could be left out altogether is no match."""
    match, text, starts, end = pattern.regex.match, tokens.text, tokens.starts, tokens.starts[last]
    found = (match(text, starts[at], end) for at in _starts(pattern, tokens.words, first, last))
    return [each.span() for each in found if each and each.end() > each.start()]


def _starts(pattern: Pattern, words: list[str], first: int, last: int) -> Iterable[int]:
    """The tokens at which a pattern may match, in order."""
    if pattern.sign is None:
        return range(first, last)
    signs, least, most = pattern.sign
    stands = [at for at in range(first + least, last) if words[at] in signs]
    if least == most:
        return [at - least for at in stands]
    return sorted({start for at in stands for start in range(max(first, at - most), at - least + 1)})


def _longest(spans: Iterable[tuple[int, int]], opening: int | None) -> list[tuple[int, int]]:
    """Of spans that overlap the one that begins at `opening`, else the longest, of two as long the first."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0] != opening, span[0] - span[1], span[0])):
        if all(end <= a or b <= start for a, b in kept):
            kept.append((start, end))
    return kept


def _ready(rule: Rule, written: str) -> Pattern:
    parts = compile_pattern(written)
    regex = rf"(?<![^{_AFTER}])" + "".join(part.regex for part in parts) + (r"\Z" if written.endswith(" $") else "")
    needed = tuple(part.words for part in parts if part.words and part.least)
    return Pattern(rule, regex, needed, _sign(parts))


def _sign(parts: list[Part]) -> Sign | None:
    signs = []
    least = most = 0
    for part in parts:
        if part.words and part.least:
            signs.append(Sign(part.words, least, most))
        least, most = least + part.least, most + part.most
    return min(signs, key=lambda sign: (not sign.words.isdisjoint(_COMMON), len(sign.words)), default=None)


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


def _word(word: str) -> str:
    """The expression of a word of a pattern; "*ed" is any that ends so."""
    if not word:
        raise ValueError("a pattern has an empty word")
    return rf"[^{_AFTER}]+{re.escape(word[1:])}" if word[0] == "*" and word[1:] else re.escape(word)


def _chosen(choice: str) -> Iterator[str]:
    """The words of a choice, of which one may be a list: "(see|$task)"."""
    for word in choice.split("|"):
        yield from word_list(word[1:]) if word[:1] == "$" and word[1:] else (word,)


def compile_pattern(pattern: str) -> list[Part]:
    """The parts of a pattern.

    Raises:
        ValueError: if a part of it cannot be understood.
        KeyError: if it names a list that there is not.
    """
    parts = []
    for part in pattern.removeprefix("^").removesuffix(" $").split():
        read = _TOKEN.fullmatch(part)
        if read is None or ("|" in part and not read[3]):  # a choice of words set apart by spaces
            raise ValueError(f"{part!r} is no part of a pattern")
        mark, listed, choice, exact, word, repeat = read.groups()
        least, most = int(mark != "?"), 1
        if repeat:
            least, most = map(int, repeat.strip("{}").split(","))
            if not (least <= most <= REPEATED and most):
                raise ValueError(f"{part!r} is repeated {repeat}; write at most {{0,{REPEATED}}}, the smaller first")
        repeat = repeat or ("?" if mark == "?" else "")
        words: Sequence[str] = ()
        if listed == "$ACRONYM":
            said = "(?-i:[A-Z]{2,6})"
        elif word == "_":
            said = r"\S+"
        else:
            words = word_list(listed[1:]) if listed else list(_chosen(choice or word))
            exactly = "-i" if exact or words[0].startswith("=") else ""
            words = [each.removeprefix("=") for each in words] if exactly else words
            words = [*words, "&"] if "and" in words else words
            said = f"(?{exactly}:{'|'.join(map(_word, words))})"
            if any(word.startswith("*") for word in words):
                words = ()
        if mark == "!":
            said, words = f"(?!{said}{_AFTER})[^{_AFTER}]+", ()
        regex = f"(?:{said}{_AFTER}){repeat}" if repeat else said + _AFTER
        parts.append(Part(regex, frozenset(each.lower() for each in words), least, most))
    return parts
