"""What holds of every document that any reader makes, whatever it is given."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.builder import TextBuilder, words_of
from ingest.drawn import BARS
from ingest.flow import Flow, Paragraph, Row, Table, lay_out
from ingest.parts import Parts
from ingest.runs import lines_in, text_of, words_in
from ingest.text import read_text
from ingest.web.reader import read_html

PIECES = [
    "RESOLVED",
    "4.",
    "(a)",
    "•",
    "that the report",
    "be noted.",
    "\n",
    "\n\n",
    "\f",
    "\t",
    "  ",
    "\u2028",
    "\xad",
]
MARKUP = ["# ", "**", "- ", "1. ", "| a | b |\n", "|---|---|\n", "```\n", "> ", "===\n", "`", "[x](y)", "<!--", "-->"]
TAGS = ["p", "b", "div", "ul", "ol", "li", "table", "tr", "td", "th", "h2", "pre", "nav", "main", "br"]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=30).map("".join)
marked = st.lists(st.sampled_from(PIECES + MARKUP), max_size=40).map("".join)
tags = st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS])
pages = st.lists(tags | st.sampled_from(PIECES), max_size=60).map("".join)


def check(text: str, blocks: tuple[object, ...] | list[object]) -> None:
    end = -1
    for block in blocks:
        assert end < block.start < block.end <= len(text)  # in order, apart, not empty
        held = text[block.start : block.end]
        assert held == held.strip("\n ")
        assert not set(held) & set("\n\r\f\v\u2028\u2029\x85")
        assert block.label is None or held.startswith(block.label)
        assert all(block.start <= start < stop <= block.end for start, stop in block.bold)
        assert all(block.start <= start <= stop <= block.end for start, stop in block.cells)
        if block.kind == "table_row":
            assert "\t".join(text[start:stop] for start, stop in block.cells) == held
        end = block.end
    assert "\n".join(text[block.start : block.end] for block in blocks) == text


def check_parts(parts: Parts) -> None:
    check(parts.text, parts.blocks)


@given(texts)
def test_plain_text(text: str) -> None:
    parts = read_text(text)
    check_parts(parts)
    bars = str.maketrans("", "", BARS)  # they draw tables, and are no text
    assert "".join(parts.text.split()).translate(bars) == "".join(words_of_all(text)).translate(bars)


@given(marked)
def test_markdown(text: str) -> None:
    check_parts(read_text(text, markdown=True))


@given(pages)
@settings(max_examples=200)
def test_web_pages(page: str) -> None:
    check_parts(read_html(f"<html><body><p>x</p>{page}</body></html>".encode()))


runs = st.lists(st.tuples(st.sampled_from([*PIECES, "in", "side"]), st.booleans()), max_size=12)


@given(runs)
def test_no_character_is_lost_between_runs_and_words(pieces: list[tuple[str, bool]]) -> None:
    words = [word.text for line in lines_in(pieces) for word in words_in(line)]
    assert "".join(words) == "".join(words_of_all(text_of(pieces)))


def words_of_all(text: str) -> list[str]:
    return [word.text for word in words_in([(text, False)])]


cells = st.recursive(
    st.lists(st.text("ab ", min_size=1, max_size=200).map(lambda text: Paragraph(words_of(text or "x"))), max_size=4),
    lambda inner: st.lists(st.lists(inner, min_size=1, max_size=4), min_size=1, max_size=4).map(
        lambda rows: [Table([Row(row) for row in rows])]
    ),
    max_leaves=12,
)


@given(cells)
def test_tables_of_any_shape_lose_nothing(flow: Flow) -> None:
    builder = TextBuilder()
    lay_out(flow, builder)
    check(builder.text, builder.blocks)
    assert sorted(builder.text.split()) == sorted(word for part in flow for word in every_word(part))


def every_word(part: Paragraph | Table) -> list[str]:
    if isinstance(part, Paragraph):
        return [word.text for word in part.words]
    return [word for row in part.rows for cell in row.cells for inner in cell for word in every_word(inner)]
