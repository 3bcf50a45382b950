"""How often each rule is right: `rules/measured.csv`, written by `python corpora/score.py --rules --update`.

It has a line for each corpus and rule: how many records the rule `found` there, how many of them were `right`, and how
many records of that kind are annotated (`wanted`). It is no JSON, so that measuring anew does not make
`library.program` read all files again.
"""

import csv
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from extract.ruleset import Rule, all_rules
from minutes.found import RuleInfo

MAKES = ("trigger", "marker", "structure")  # effects of the rules that make records


@dataclass
class Measured:
    """Records that a rule found, those that were right, and those of their kind that a reader took."""

    found: int = 0
    right: int = 0
    wanted: int = 0


@cache
def measured() -> dict[str, Measured]:
    """By rule, over all corpora that it was measured on."""
    text = (files("extract") / "rules" / "measured.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    annotated = {(row["corpus"], _kind(row["rule"])): int(row["wanted"]) for row in rows}
    wanted = Counter[str]()
    for (_, kind), count in annotated.items():
        wanted[kind] += count
    figures: dict[str, Measured] = {}
    for row in rows:
        told = figures.setdefault(row["rule"], Measured(wanted=wanted[_kind(row["rule"])]))
        told.found += int(row["found"])
        told.right += int(row["right"])
    return figures


def _kind(rule: str) -> str:
    return rule.partition(".")[0]


def listing() -> list[RuleInfo]:
    """All rules with their figures, by file and id."""
    return [info(rule) for rule in all_rules().values()]


def info(rule: Rule) -> RuleInfo:
    figures: dict[str, Any] = {}
    if rule.effect in MAKES and (told := measured().get(rule.id)):
        figures = {
            **vars(told),
            "precision": round(told.right / told.found, 3) if told.found else None,
            "recall": round(told.right / told.wanted, 3) if told.wanted else None,
        }
    return RuleInfo(
        **rule.model_dump(include={"id", "description", "effect", "patterns", "examples", "counterexamples"}),
        trust=rule.trust if rule.effect in MAKES else None,
        **figures,
    )
