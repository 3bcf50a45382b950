"""The rules as data, and the language that their patterns are written in."""

import json
import re
from collections import Counter
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from pydantic import ValidationError

import extract
from extract.measured import MAKES, Measured, measured
from extract.profile import PLAIN, Profile
from extract.ruleset import Match, Rule, Ruleset, all_rules, compile_pattern, load_rules, rule_files, word_list
from extract.trust import ORDER, of_precision
from minutes.model import Minutes
from models.language import blank
from tests.extract.samples import document_of, extracted

ALL = [rule for name in rule_files() for rule in load_rules(name)]
RULES = [rule for rule in ALL if rule.effect != "structure"]
STRUCTURES = [rule for rule in ALL if rule.effect == "structure"]
PROFILE = Profile(decisions=("so ordered",), actions=("shall see to",))
CODE = Path(extract.__file__).parent
SAMPLE = CODE.parent / "corpora" / "sample"
VOCAB = blank()
EXAMPLES = [(rule, example) for rule in RULES for example in rule.examples]
COUNTEREXAMPLES = [(rule, example) for rule in RULES for example in rule.counterexamples]
GOOD = {
    "id": "decision.sample",
    "description": "For tests",
    "patterns": ["was agreed"],
    "examples": ["It was agreed.", "That was agreed."],
    "counterexamples": ["It was not."],
}


def name(value: object) -> str:
    return value.id if isinstance(value, Rule) else str(value)


@cache
def alone(rule: Rule) -> Ruleset:
    return Ruleset([rule])


def matches(rule: Rule, text: str) -> list[Match]:
    """The matches of a rule; of one that is anchored those that begin the text."""
    return [match for match in alone(rule).matches(VOCAB(text)) if match.start == 0 or not rule.anchored]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=name)
def test_a_rule_matches_its_examples(rule: Rule, example: str) -> None:
    assert matches(rule, example)


@pytest.mark.parametrize(("rule", "counterexample"), COUNTEREXAMPLES, ids=name)
def test_a_rule_does_not_match_its_counterexamples(rule: Rule, counterexample: str) -> None:
    assert not matches(rule, counterexample)


def found_by(rule: Rule, text: str) -> bool:
    """Whether a rule that has no patterns finds something in a small document."""
    return rule.id in rules_of(extract.extract(document_of(text), PROFILE if rule.id.endswith(".profile") else PLAIN))


def rules_of(minutes: Minutes) -> set[str]:
    return {
        record.rule for kind in (minutes.items, minutes.decisions, minutes.actions, minutes.metrics) for record in kind
    }


@pytest.mark.parametrize(("rule", "example"), [(rule, each) for rule in STRUCTURES for each in rule.examples], ids=name)
def test_a_rule_about_structure_finds_its_examples(rule: Rule, example: str) -> None:
    assert found_by(rule, example)


@pytest.mark.parametrize(
    ("rule", "counterexample"), [(rule, each) for rule in STRUCTURES for each in rule.counterexamples], ids=name
)
def test_a_rule_about_structure_does_not_find_its_counterexamples(rule: Rule, counterexample: str) -> None:
    assert not found_by(rule, counterexample)


def test_every_rule_that_the_code_names_has_an_entry() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py"))
    named = set(re.findall(r'"((?:items|decision|action|metric)\.[a-z-]+)"', code))
    assert named
    assert named - all_rules().keys() == set()


@pytest.mark.parametrize("path", sorted(SAMPLE.rglob("*.pdf")) + sorted(SAMPLE.rglob("*.docx")), ids=lambda p: p.stem)
def test_every_rule_that_a_record_names_has_an_entry(path: Path) -> None:
    assert rules_of(extracted(path)[1]) - all_rules().keys() == set()


@pytest.mark.parametrize("rule", [rule for rule in ALL if rule.effect in MAKES], ids=name)
def test_a_rule_is_trusted_no_more_than_its_figures_bear(rule: Rule) -> None:
    figures = measured().get(rule.id, Measured())
    slack = 0.05 * figures.found  # so that one record more or less does not turn it over
    assert ORDER.index(rule.trust) <= ORDER.index(of_precision(figures.found, figures.right + slack))


def test_an_id_is_used_once_in_all_files() -> None:
    assert [id_ for id_, count in Counter(rule.id for rule in ALL).items() if count > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_every_pattern_compiles(rule: Rule) -> None:
    assert all(compile_pattern(pattern) for pattern in rule.patterns)


def test_every_list_that_a_pattern_names_exists() -> None:
    lists = json.loads((files("extract") / "rules" / "words.json").read_text(encoding="utf-8"))
    named = {found for rule in RULES for found in re.findall(r"\$(\w+)", " ".join(rule.patterns))}
    assert named - {"ACRONYM"} <= lists.keys()


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.effect == "outcome"], ids=name)
def test_a_rule_about_outcomes_names_one(rule: Rule) -> None:
    assert rule.outcome


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"pattern": "was agreed"}, "Extra inputs are not permitted"),
        ({"id": "Decision"}, "match pattern"),
        ({"effect": "excuse"}, "trigger"),
        ({"outcome": "postponed"}, "approved"),
        ({"patterns": []}, "has no patterns if its effect is structure, else at least one"),
        ({"effect": "structure"}, "has no patterns if its effect is structure, else at least one"),
        ({"examples": ["It was agreed."]}, "at least 2 items"),
        ({"counterexamples": []}, "at least 1 item"),
        ({"patterns": ["^agreed", "was agreed"]}, "begin with ^, or none"),
    ],
)
def test_a_malformed_rule_is_refused(change: dict[str, object], complaint: str) -> None:
    with pytest.raises(ValidationError, match=re.escape(complaint)):
        Rule.model_validate(GOOD | change)


def test_a_choice_holds_single_words() -> None:
    with pytest.raises(ValueError, match="no part of a pattern"):
        compile_pattern("asked (if|for help)")
    with pytest.raises(ValueError, match="empty word"):
        compile_pattern("asked (if||for)")


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("was agreed", "It was agreed.", "was agreed"),
        ("was agreed", "It WAS Agreed.", "WAS Agreed"),
        ("was agreed", "It was never agreed.", None),
        ("(agreed|resolved) to", "They resolved to go.", "resolved to"),
        ("(agreed|resolved) to", "They hoped to go.", None),
        ("was ?further agreed", "It was agreed.", "was agreed"),
        ("was ?further agreed", "It was further agreed.", "was further agreed"),
        ("was ?(also|then) agreed", "It was then agreed.", "was then agreed"),
        ("=RESOLVED that", "RESOLVED that it be so.", "RESOLVED that"),
        ("=RESOLVED that", "Resolved that it be so.", None),
        ("(=CARRIED|=LOST) $", "It was LOST", "LOST"),
        ("(=CARRIED|=LOST) $", "It was lost", None),
        ("(=CARRIED|=LOST) $", "It was LOST.", None),
        ("the _ voted", "the whole board voted", None),
        ("the _ voted", "the board voted", "the board voted"),
        ("the _{0,2} voted", "the voted plan", "the voted"),
        ("the _{0,2} voted", "the whole board voted", "the whole board voted"),
        ("the _{0,2} voted", "the whole new board voted", None),
        ("will !(be|have)", "It will rain.", "will rain"),
        ("will !(be|have)", "It will be fine.", None),
        ("^agreed that", "Agreed that it be so.", "Agreed that"),
        ("$body agreed", "The Committee agreed.", "Committee agreed"),
        ("$body agreed", "The neighbours agreed.", None),
        ("(miller|$body) agreed", "The miller agreed.", "miller agreed"),
        ("(miller|$body) agreed", "The Committee agreed.", "Committee agreed"),
        ("$ACRONYM agreed", "FPC agreed.", "FPC agreed"),
        ("$ACRONYM agreed", "Tom agreed.", None),
        ("motion : that", "Motion: that it be so.", "Motion: that"),
    ],
)
def test_the_language_of_patterns(pattern: str, text: str, found: str | None) -> None:
    rule = Rule.model_validate(GOOD | {"patterns": [pattern]})
    assert next((text[match.start : match.end] for match in matches(rule, text)), None) == found


@pytest.mark.parametrize(("patterns", "anchored"), [(["^agreed to", "^agreed that"], True), (["agreed to"], False)])
def test_a_rule_is_anchored_by_its_patterns(patterns: list[str], anchored: bool) -> None:
    assert Rule.model_validate(GOOD | {"patterns": patterns}).anchored == anchored


def test_of_overlapping_matches_of_one_rule_the_longest_is_taken() -> None:
    rule = Rule.model_validate(GOOD | {"patterns": ["was agreed", "was agreed that", "was agreed that the"]})
    assert [(match.start, match.end) for match in matches(rule, "It was agreed that the hedge be cut.")] == [(3, 22)]


def test_matches_come_in_order_of_their_place() -> None:
    later, earlier = (
        Rule.model_validate(GOOD | {"id": f"decision.{word}", "patterns": [word]}) for word in ("carried", "moved")
    )
    found = Ruleset([later, earlier]).matches(VOCAB("It was moved and carried."))
    assert [match.rule.id for match in found] == ["decision.moved", "decision.carried"]


def test_a_word_list_is_known_by_its_name() -> None:
    assert "committee" in word_list("body")
    with pytest.raises(KeyError):
        word_list("no-such-list")
