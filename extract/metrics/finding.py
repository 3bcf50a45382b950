"""Metrics: figures that measure something, with what, when, where and against what.

The parser is slow, so it sees no sentence without a figure that may measure something (`extract.metrics.unmeasured`).
"""

import re
from collections.abc import Container, Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from extract.counting.said import Told, is_unit
from extract.findings import Findings, findings
from extract.metrics.dollars import in_own_dollars
from extract.metrics.headline import Headline, headlines
from extract.metrics.sentences import told_in
from extract.metrics.setting import Setting
from extract.metrics.unmeasured import measuring
from extract.quantities.figures import Quantity
from extract.tables.finding import table_metrics
from extract.tables.lines import line_tables
from extract.tables.prose import Told as ToldInCell
from extract.tables.prose import told_in_cells
from extract.text import Sentence, as_text
from minutes.model import Metric
from models.language import parser

_OF_THESE_IS = re.compile(r"Of (?:these|those|which|the above)\b")
_TOLD_APART = 10  # smaller counts are the same by chance
MANY = 60  # figures; hardly a sentence has half as many
_WITH_DIGIT = re.compile(r"(?<!\S)[^\s\d]*+\d")
REPEATED_WORDS = 7  # a sentence with fewer may well be said twice


def find_metrics(doc: Doc) -> Doc:
    """spaCy component: fills `findings(doc).metrics`."""
    found = findings(doc)
    if found.kind != "agenda":
        setting = Setting(found)
        lines = line_tables(found)
        prose = list(_prose(setting, {found.document.block_index(row.start) for table in lines for row in table[1:]}))
        found.metrics += [*(_once(prose) if found.kind == "minutes" else prose), *table_metrics(setting, lines)]
        found.metrics[:] = in_own_dollars(found.document, found.metrics)
        found.metrics.sort(key=lambda metric: metric.citation.start)
    return doc


def _once(metrics: list[Metric]) -> Iterator[Metric]:
    """Figures less those of a resolution that the minutes print a second time, as moved and as carried."""
    printed: dict[str, int] = {}
    for metric in metrics:
        text = re.sub(r"\W+", " ", metric.text).strip().casefold()
        if (
            len(text.split()) < REPEATED_WORDS
            or printed.setdefault(text, metric.citation.start) == metric.citation.start
        ):
            yield metric


def _prose(setting: Setting, rows: Container[int]) -> Iterator[Metric]:
    """The figures of sentences, less those in the blocks that are `rows` of tables."""
    found = setting.found
    in_cells = told_in_cells(found)
    held = [told for told in _held(found, in_cells) if told[0].block not in rows]
    if not held:
        return
    texts = [text.replace("\t", " ") for _, text, _, _ in held]
    told = Told()
    block = -1
    counts: set[tuple[str | None, str | None, float]] = set()
    for (sentence, _, quantities, headline), parsed in zip(held, parser().pipe(texts, batch_size=64), strict=True):
        if (
            sentence.block != block
            and not _listed(found, block, sentence.block)
            and not _OF_THESE_IS.match(as_text(parsed))
        ):
            told = Told()
        period = told.period if sentence.block == block else None
        for index, (metric, said) in enumerate(
            told_in(setting, sentence, quantities, parsed, replace(told, period=period), headline)
        ):
            if not _is_known(metric, counts):
                cell = in_cells.get(sentence.start)
                yield _in_cell(setting, metric, cell, as_text(parsed)) if cell else metric
            kept = index == 0 and metric.role == "actual" and not (metric.period or "").startswith("since")
            kept = kept and not setting.tells_of_year(as_text(parsed))
            period = metric.period if kept else period
            told = Told(None, said, told.counted if is_unit(said.unit) else said, period)
        block = sentence.block


def _in_cell(setting: Setting, metric: Metric, cell: ToldInCell, text: str) -> Metric:
    """A metric of a sentence in a column of targets or results; a target is for when its row says that it is due."""
    aimed = metric.role == "actual" and cell.aims(text, metric.value)
    due = setting.periods(cell.due) if (aimed or metric.role == "target") and not setting.periods(text) else []
    period = due[-1].iso if due else metric.period
    role = "target" if aimed else metric.role
    return metric.model_copy(update={"table": cell.data, "role": role, "period": period})


def _held(found: Findings, in_cells: Container[int]) -> Iterator[tuple[Sentence, str, list[Quantity], Headline | None]]:
    """The sentences that hold figures, as they are read: with a figure that is set large over one."""
    set_large = headlines(found)
    begun = {headline.sentence.start for headline in set_large.values()}  # where their figures stand
    for sentence in (part for whole in found.sentences for part in _parts(found, whole)):
        if sentence.start in begun:
            continue
        headline = set_large.get(sentence.start)
        text = headline.text if headline else found.document.text[sentence.start : sentence.end]
        if quantities := measuring(found, sentence, text, in_cell=sentence.start in in_cells):
            yield headline.sentence if headline else sentence, text, quantities, headline


def _parts(found: Findings, sentence: Sentence) -> Iterator[Sentence]:
    """A sentence, or stretches of one that has more figures than a sentence has: a table without lines, a list.

    Each figure is looked at beside all others of its sentence.
    """
    numbers = [match.start() for match in _WITH_DIGIT.finditer(found.document.text, sentence.start, sentence.end)]
    cuts = [sentence.start, *numbers[MANY::MANY], sentence.end]
    for start, end in pairwise(cuts):
        yield replace(sentence, start=start, end=end)


def _is_known(metric: Metric, counts: set[tuple[str | None, str | None, float]]) -> bool:
    """Whether a count is one that the item has told and only goes on about: "90 came. Of the 90 who came, 9 ..."."""
    if isinstance(metric.value, tuple) or metric.value < _TOLD_APART or is_unit(metric.unit):
        return False
    count = (metric.item_id, metric.unit, metric.value)
    known = count in counts and bool(re.search(rf"\b[Tt]he {metric.value:,.0f}\b", metric.text.replace("\n", " ")))
    counts.add(count)
    return known


def _listed(found: Findings, above: int, block: int) -> bool:
    """Whether a block goes on with a list that the block of the last figure begins, or is in; "3.2" is no such list."""
    blocks, text = found.document.blocks, found.document.text
    numbered = re.match(r"\d", blocks[block].label or "")
    if (
        above < 0
        or numbered
        or blocks[block].kind != "list_item"
        or any(b.kind == "heading" for b in blocks[above:block])
    ):
        return False
    return blocks[above].kind == "list_item" or text[: blocks[above].end].rstrip().endswith(":")
