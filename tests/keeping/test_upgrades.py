"""A library of an older version opens with all that it held and is brought up to date; one of a newer one is refused.

`libraries` has one of each version, made by the program of its time from two invented papers. When VERSION goes up,
store one of the version before: python -m tests.keeping.test_upgrades
"""

import gzip
import sqlite3
import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from index.catalogue.schema import MIGRATIONS, VERSION
from library import Library, adding
from minutes.errors import LibraryError
from tests.stand_ins import WorkersHere
from workers import extract_file

STORED = Path(__file__).parent / "libraries"
PAPERS = {
    "ashby.txt": """Ashby Town Council

Minutes of the meeting of the Planning Committee held on 16 January 2023 at 7.30 pm in the Guildhall

Present: Cllr Amber Holloway (Chair), Cllr Tobias Reed, Cllr Wren Castle

1. Apologies for absence
Apologies were received from Cllr Linden, who could not travel on account of the snow.

2. Street lamps
The Clerk reported that 14 of the 210 lamps on the quay had failed, 12% more than in the year before.
RESOLVED: that the lamps on the quay be mended at a cost of £1,200. Proposed by Cllr Reed, seconded by Cllr Castle.
ACTION: The Clerk to write to the County Council about the lamps by 1 March 2023.

3. Library petition
Members spoke of the petition against closing the library on Saturdays.
RESOLVED: that the petition be noted.
""",
    "burley.md": """# Burley Health Trust

## Board meeting held on 20 May 2024

### 1. Waiting times
Waiting times for speech therapy stood at 14 weeks, and 81% of children were seen in time against a target of 90%.

### 2. Exempt business
RESOLVED that the press and public be excluded for the next item.
""",
}


@pytest.fixture(params=sorted(MIGRATIONS, key=int))
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The folder of a library of an older version, without its store of vectors."""
    (tmp_path / "library").mkdir()
    stored = gzip.decompress((STORED / f"{request.param}.sqlite.gz").read_bytes())
    (tmp_path / "library" / "catalogue.sqlite").write_bytes(stored)
    return tmp_path / "library"


def version(folder: Path) -> str:
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as connection:
        (held,) = connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    return str(held)


def test_there_is_one_of_each_version() -> None:
    assert {file.name.split(".")[0] for file in STORED.glob("*.sqlite.gz")} == MIGRATIONS.keys()


def test_it_is_brought_up_to_date_with_all_that_it_holds(older: Path) -> None:
    with Library(older) as library:
        assert version(older) == VERSION
        held = library.documents()
        assert [Path(each.path).name for each in held] == ["ashby.txt", "burley.md"]
        for each in held:
            assert each.document
            document, minutes = library.document(each.document.id)
            assert document.text.split() == PAPERS[Path(each.path).name].replace("#", "").split()
            assert len(minutes.decisions) == each.counts["decisions"]
        assert library.repair()[1] == []  # the store of vectors is made anew
        best = library.search("petition about the library on Saturdays").hits[0]
        assert best.text == best.citation.quote
        assert "petition" in best.text


def shape(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """The tables with their columns, the indexes with theirs, and what full-text search is made of.

    In no order: what a step adds to a table comes last in it.
    """
    asked = {
        "columns": 'SELECT m.name, c.name, c.type, c."notnull" OR c.pk, c.pk'
        " FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '%fts%'",
        "indexes": "SELECT m.name, m.tbl_name, i.seqno, i.name"
        " FROM sqlite_master m, pragma_index_info(m.name) i WHERE m.type = 'index'",
        "full text": "SELECT name, sql FROM sqlite_master WHERE name LIKE '%fts%' OR type = 'trigger'",
    }
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as connection:
        return {what: sorted(connection.execute(query)) for what, query in asked.items()}


def test_it_is_then_made_like_a_new_one(older: Path, tmp_path: Path) -> None:
    Library(older).close()
    Library(tmp_path / "new", create=True).close()
    assert shape(older) == shape(tmp_path / "new")


def test_it_takes_new_documents_and_reads_the_old_ones_again(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "Workers", partial(WorkersHere, extract_file))
    for name, text in PAPERS.items():
        (tmp_path / name).write_text(text)
    with Library(older) as library:
        assert {each.outcome for each in library.add([tmp_path / name for name in PAPERS])} == {"updated"}
        assert len(library.documents()) == 2
        assert library.verify() == []


def test_one_that_was_stopped_on_the_way_is_as_before(older: Path) -> None:
    before = version(older)
    with closing(sqlite3.connect(older / "catalogue.sqlite")) as connection, connection:
        connection.execute("ALTER TABLE records RENAME TO gone")  # to which the last step adds
    with pytest.raises(LibraryError, match="cannot be used"):
        Library(older)
    assert version(older) == before


@pytest.mark.parametrize("newer", [str(int(VERSION) + 1), "99"])
def test_one_of_a_newer_version_is_refused(tmp_path: Path, newer: str) -> None:
    Library(tmp_path, create=True).close()
    with closing(sqlite3.connect(tmp_path / "catalogue.sqlite")) as connection, connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (newer,))
    with pytest.raises(LibraryError, match="was made by a newer Minutebook; upgrade: pip install -U minutebook"):
        Library(tmp_path)
    assert version(tmp_path) == newer


def store() -> None:
    """Keep a library of this version."""
    with tempfile.TemporaryDirectory() as scratch:
        papers = Path(scratch, "papers")
        papers.mkdir()
        for name, text in PAPERS.items():
            (papers / name).write_text(text)
        with Library(Path(scratch, "library"), create=True) as library:
            list(library.add([papers]))
        made = Path(scratch, "made")
        with closing(sqlite3.connect(Path(scratch, "library", "catalogue.sqlite"))) as connection:
            for name in PAPERS:  # where the library was made concerns nobody
                moved = (str(papers / name), f"/minutes/{name}")
                connection.execute("UPDATE documents SET path = replace(path, ?, ?)", moved)
                connection.execute("UPDATE documents SET info = replace(info, ?, ?)", moved)
            connection.execute("UPDATE documents SET program = 'that of its time'")
            connection.commit()
            connection.execute("VACUUM INTO ?", (str(made),))
        (STORED / f"{VERSION}.sqlite.gz").write_bytes(gzip.compress(made.read_bytes(), mtime=0))


if __name__ == "__main__":
    store()
