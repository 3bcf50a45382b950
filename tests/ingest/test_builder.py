"""Text and blocks built together: offsets that agree, and a place for every word that has one."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.builder import TextBuilder, Word, words_of
from minutes.model import Document, Receipt

BOX = (60.0, 70.0, 90.0, 82.0)


def document_of(builder: TextBuilder) -> Document:
    return Document(
        id="0" * 16,
        title=None,
        kind="other",
        media_type="text/plain",
        pages=None,
        sha256="0" * 64,
        path="minutes.txt",
        text=builder.text,
        blocks=tuple(builder.blocks),
        receipt=Receipt(pages_in=1, pages_out=1),
        words=builder.words,
    )


def test_blocks_stand_on_lines_of_their_own() -> None:
    builder = TextBuilder()
    builder.add("heading", words_of("4. Roads", bold=True), level=2, label="4.")
    builder.add("paragraph", words_of("The  report\nwas noted."))
    assert builder.text == "4. Roads\nThe report was noted."
    assert [(block.kind, block.start, block.end) for block in builder.blocks] == [
        ("heading", 0, 8),
        ("paragraph", 9, 30),
    ]


def test_cells_stand_between_tabs_and_empty_ones_keep_their_place() -> None:
    builder = TextBuilder()
    builder.add_row([words_of("Requests made"), [], words_of("412")], table=1)
    assert builder.text == "Requests made\t\t412"
    assert builder.blocks[0].cells == ((0, 13), (14, 14), (15, 18))


def test_nothing_adds_nothing() -> None:
    builder = TextBuilder()
    builder.add("paragraph", [])
    builder.add_row([[], []], table=1)
    assert (builder.text, builder.blocks, builder.words) == ("", [], None)


def test_words_in_bold_side_by_side_are_one_span() -> None:
    builder = TextBuilder()
    builder.add("paragraph", [*words_of("It was"), *words_of("RESOLVED that", bold=True), *words_of("it be so.")])
    assert [builder.text[start:end] for start, end in builder.blocks[0].bold] == ["RESOLVED that"]


def test_glued_halves_are_one_word_with_a_box_each() -> None:
    builder = TextBuilder()
    below = (40.0, 90.0, 80.0, 102.0)
    builder.add("paragraph", [Word("main", page=1, box=BOX), Word("tenance", page=1, box=below, glue=True)])
    assert builder.text == "maintenance"
    assert document_of(builder).cite(0, 11).boxes == ((1, *BOX), (1, *below))


def test_citation_over_a_page_break_has_boxes_on_both_pages() -> None:
    builder = TextBuilder()
    builder.add("paragraph", [Word("that", page=1, box=BOX), Word("it", page=2, box=BOX)], page=1)
    citation = document_of(builder).cite(0, 7)
    assert (citation.page, citation.boxes) == (1, ((1, *BOX), (2, *BOX)))


# What the readers hand over: words without white space, some of them placed.
words = st.builds(
    Word,
    text=st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=6),
    bold=st.booleans(),
    page=st.integers(1, 3),
    box=st.none() | st.just(BOX),
    glue=st.booleans(),
)
rows = st.lists(st.lists(words, max_size=5), max_size=4)


def built(content: list[list[list[Word]]]) -> TextBuilder:
    """A row of one cell is added as a paragraph."""
    builder = TextBuilder()
    for cells in content:
        if len(cells) == 1:
            builder.add("paragraph", cells[0])
        else:
            builder.add_row(cells, table=1)
    return builder


@given(st.lists(rows))
def test_offsets_agree(content: list[list[list[Word]]]) -> None:
    builder = built(content)
    text = builder.text
    assert text == "\n".join(text[block.start : block.end] for block in builder.blocks)
    for block in builder.blocks:
        assert all(block.start <= start < end <= block.end for start, end in block.bold)
        assert not block.cells or "\t".join(text[a:b] for a, b in block.cells) == text[block.start : block.end]


@given(st.lists(rows))
def test_places_are_those_of_the_words(content: list[list[list[Word]]]) -> None:
    builder = built(content)
    spans = [] if builder.words is None else zip(builder.words.start, builder.words.end, strict=True)
    placed = [word.text for cells in content for cell in cells for word in cell if word.box]
    assert [builder.text[start:end] for start, end in spans] == placed


@given(st.lists(rows), st.data())
def test_quote_is_the_text_cited(content: list[list[list[Word]]], data: st.DataObject) -> None:
    document = document_of(built([[words_of("RESOLVED: that it be so.")], *content]))
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    citation = document.cite(start, end)
    assert document.text[citation.start : citation.end] == citation.quote
    assert citation.quote.strip() == document.text[start:end].strip()
