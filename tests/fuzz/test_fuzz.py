"""Made-up input breaks no reader, no parser and no loader. MINUTEBOOK_FUZZ=100000 tries so many of each."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, failed, seeds

TRIES = int(os.environ.get("MINUTEBOOK_FUZZ", "100"))
SLOW = {"pdf", "docx", "word"}  # a tenth of the tries
HANGS = timedelta(seconds=20)
WORDS = {  # pieces that inputs are put together from
    "query": ["body:", "before:", "after:", "kind:", "-", '"', "“", "2024-00-01", "0000", "2024-13-32", ":", "\x00"],
    "rules": ['"patterns"', "{0,3}", "{9,1}", "{0,99999999}", "$body", "$nosuch", "!(a|b)", "?", "^ ", " $", "(|)"],
    "profile": ["decisions", "=", "[", "]", '"', "{0,99999999}", "$nosuch", "^", "\n", "owners", "\\"],
    "text": ["\n", "\f", "\t", "1.", "RESOLVED", "\x00", "\u2028", "|", "#", "\ufeff", "- "],
    "html": ["<table>", "<td colspan=99999999>", "<li>", "&#x110000;", "<", "<!--", "]]>", "<svg>", "\x00", "<br>"],
    "docx": ["<w:p>", "<w:tbl>", "</w:tr>", "<w:gridSpan w:val='99999999'/>", "PK\x03\x04", "<w:numId w:val='-1'/>"],
    "word": ["<w:p>", "<w:tbl>", "</w:tr>", "<w:gridSpan w:val='99999999'/>", "<w:ilvl w:val='-1'/>", "&#0;"],
    "pdf": ["endobj", "/Kids", "<<", ">>", "stream", "/Length -1", "99999 0 R", "BT", "Tj", "/Rotate 45", "nan"],
}  # fmt: skip


def inputs(name: str) -> st.SearchStrategy[bytes]:
    """Right inputs with parts taken out, put in, repeated or exchanged, and some that are of nothing but such parts."""
    pieces = st.one_of(st.sampled_from([word.encode() for word in WORDS[name]]), st.binary(max_size=8))
    change = st.tuples(st.floats(0, 1), st.integers(0, 40), st.lists(pieces, max_size=3).map(b"".join))
    mended = st.tuples(st.sampled_from(seeds(name)), st.lists(change, min_size=1, max_size=6)).map(changed)
    return st.one_of(mended, st.lists(pieces, max_size=30).map(b"".join))


def changed(given_: tuple[bytes, list[tuple[float, int, bytes]]]) -> bytes:
    data, changes = given_
    for place, taken, put in changes:
        at = int(place * len(data))
        data = data[:at] + put + data[at + taken :]
    return data


@pytest.mark.parametrize("name", TARGETS)
def test_no_input_breaks_it(name: str) -> None:
    @settings(
        max_examples=max(1, TRIES // 10 if name in SLOW else TRIES),
        deadline=HANGS,
        database=None,
        derandomize=TRIES <= 100,  # the same inputs every time where a change is tested, others where they are sought
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs(name))
    @example(b"")
    def run(data: bytes) -> None:
        TARGETS[name](data)

    run()


@pytest.mark.parametrize(
    "file", [file for name in TARGETS for file in failed(name)], ids=lambda file: f"{file.parent.name}-{file.name}"
)
def test_what_once_failed_does_not_again(file: Path) -> None:
    TARGETS[file.parent.name](file.read_bytes())
