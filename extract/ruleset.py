"""Rules as data: JSONL files of phrases, compiled for spaCy's token matcher.

A pattern is a phrase of words set apart by spaces, compared without regard to case:

    it was ?further (agreed|resolved) that

    word         that word                    (a|b)        one of these words
    ?word        may be left out              =RESOLVED    with exactly these capitals
    _            any one word                 _{0,3}       up to three words
    !(a|b)       any word but these
    ^            first in the sentence        $body        one of a list in `words.json`
                                              $ACRONYM     two to six capitals

A rule is anchored to the beginning of a sentence by all of its patterns or by none.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from minutes.model import Outcome

Effect = Literal["trigger", "cancel", "marker", "outcome"]
_TOKEN = re.compile(r"(\?|!)?(?:(\$\w+)|\(([^)]+)\)|(=)?(\S+?))(\{\d+,\d+\})?")


class Rule(BaseModel):
    """One rule. `effect` says what a match does: finds a record, or keeps one from being made."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z]+(\.[a-z0-9-]+)+$")
    description: str
    effect: Effect = "trigger"
    patterns: tuple[str, ...] = Field(min_length=1)
    outcome: Outcome | None = None
    examples: tuple[str, ...] = Field(min_length=2)
    counterexamples: tuple[str, ...] = Field(min_length=1)

    @property
    def anchored(self) -> bool:
        """Whether it matches at the beginning of a sentence only."""
        return self.patterns[0].startswith("^")

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


class Ruleset:
    """The rules of one file, ready to be matched against a spaCy Doc."""

    def __init__(self, rules: Iterable[Rule], vocab: Vocab) -> None:
        self.rules = {rule.id: rule for rule in rules}
        self._matcher = Matcher(vocab)
        for rule in self.rules.values():
            self._matcher.add(rule.id, [compile_pattern(pattern) for pattern in rule.patterns], greedy="LONGEST")

    def matches(self, doc: Doc) -> list[Match]:
        """All matches in order of their place; of one rule's overlapping matches the longest."""
        found = [
            Match(self.rules[span.label_], span.start_char, span.end_char) for span in self._matcher(doc, as_spans=True)
        ]
        return sorted(found, key=lambda match: (match.start, -match.end))


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
def word_list(name: str) -> tuple[str, ...]:
    """A list of words from `rules/words.json`."""
    lists: dict[str, str] = json.loads((files("extract") / "rules" / "words.json").read_text(encoding="utf-8"))
    return tuple(lists[name].split())


def compile_pattern(pattern: str) -> list[dict[str, Any]]:
    """A pattern as spaCy's matcher takes it."""
    tokens = []
    for part in pattern.removeprefix("^").split():
        mark, listed, choice, exact, word, repeat = _TOKEN.fullmatch(part).groups()  # type: ignore[union-attr]
        token: dict[str, Any]
        if listed == "$ACRONYM":
            token = {"TEXT": {"REGEX": "^[A-Z]{2,6}$"}}
        elif listed:
            token = {"LOWER": {"IN": list(word_list(listed[1:]))}}
        elif choice:
            token = {"LOWER": {"NOT_IN" if mark == "!" else "IN": choice.lower().split("|")}}
        elif word == "_":
            token = {"IS_SPACE": False}
        else:
            token = {"ORTH": word} if exact else {"LOWER": word.lower()}
        if mark == "?":
            token["OP"] = "?"
        elif repeat:
            token["OP"] = repeat
        tokens.append(token)
    return tokens
