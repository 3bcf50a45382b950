"""Long lists of words in a pattern."""

import re

import pytest

from extract.alternatives import either

WORDS = r"weir\w*|warden|reeve|reeves?|ferry[- ]?man"


@pytest.mark.parametrize("text", ["the Weirmen met", "a WARDEN", "both reeves", "ferry-man", "no boat", "", "rawarden"])
def test_words_match_as_a_plain_list_of_them_would(text: str) -> None:
    plain, grouped = (re.compile(rf"\b(?:{words})", re.IGNORECASE) for words in (WORDS, either(WORDS)))
    assert [match.span() for match in grouped.finditer(text)] == [match.span() for match in plain.finditer(text)]
