"""Letters set apart, as titles are ("M I N U T E S"), put together into words."""

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.pdf.pages import PageWord

LETTERS = 5  # in a row; fewer may be initials or marks
WORD = 4  # different letters, a vowel among them, of one word; marks in a row ("P A P P") spell none
NEAR, APART = 0.8, 1.6  # font sizes; letters of a word, and words, further apart are cells of a table
WIDER = 1.8  # times the space between two letters; as much parts two words


def drawn_together(words: list[PageWord]) -> list[PageWord]:
    """A page's words in file order, those that came letter by letter made whole."""
    if sum(len(word.text) == 1 for word in words) < LETTERS:
        return words
    result: list[PageWord] = []
    for run in _runs(words):
        spelt = _words_in(run) if len(run) >= LETTERS else []
        result += [_joined(part) for part in spelt] if any(map(_is_word, spelt)) else run
    return result


def _runs(words: Sequence[PageWord]) -> Iterator[list[PageWord]]:
    """The words cut so that single letters that stand close together on one line are together."""
    run: list[PageWord] = []
    for word in words:
        if run and not (len(word.text) == len(run[-1].text) == 1 and _follows(run[-1], word)):
            yield run
            run = []
        run.append(word)
    yield run


def _follows(before: PageWord, word: PageWord) -> bool:
    return abs(before.middle - word.middle) < 1 and 0 < word.x0 - before.x1 < APART * word.size


def _words_in(run: Sequence[PageWord]) -> list[list[PageWord]]:
    """The letters of each word; none where they stand too far apart to be letters of words."""
    usual = statistics.median_low(b.x0 - a.x1 for a, b in pairwise(run))
    if usual > NEAR * run[0].size:
        return []
    parts = [[run[0]]]
    for before, word in pairwise(run):
        if word.x0 - before.x1 > WIDER * usual:
            parts.append([])
        parts[-1].append(word)
    return parts


def _is_word(letters: Sequence[PageWord]) -> bool:
    text = "".join(word.text for word in letters).casefold()
    return text.isalpha() and len(set(text)) >= WORD and not set("aeiou").isdisjoint(text)


def _joined(letters: Sequence[PageWord]) -> PageWord:
    whole = replace(letters[0], text="".join(word.text for word in letters), x1=letters[-1].x1)
    whole.top, whole.bottom = min(word.top for word in letters), max(word.bottom for word in letters)
    return whole
