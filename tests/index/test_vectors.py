import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.vectors import ARENAS, Vectors
from minutes.errors import LibraryError
from tests.conftest import ROOT

UNIT = np.eye(6, 8, dtype=np.float32)
IDS = [f"pas-{n}" for n in range(6)]


def test_a_collection_lives_on_in_its_folder(tmp_path: Path) -> None:
    vectors = Vectors(tmp_path / "vectors")
    assert vectors.ids() == set()
    vectors.add(IDS, UNIT)
    vectors.delete([IDS[0], "nosuch"])
    vectors.add(IDS[1:2], UNIT[5:6])  # takes the place of the vector before
    vectors.delete([])
    assert Vectors(tmp_path / "vectors").ids() == vectors.ids() == set(IDS[1:])
    assert set(vectors.nearest(UNIT[5], 2)) == {IDS[1], IDS[5]}
    assert vectors.nearest(UNIT[3] + UNIT[2] / 2, 2) == pytest.approx({IDS[3]: 1.0, IDS[2]: 0.5})
    vectors.clear()
    assert vectors.ids() == set()


def test_a_damaged_collection_is_reported(tmp_path: Path) -> None:
    (tmp_path / "vectors").write_text("in the way of the folder")
    with pytest.raises(LibraryError, match="cannot be opened"):
        Vectors(tmp_path / "vectors").ids()


HEAPS = """
import ctypes, sys
from pathlib import Path
import numpy as np
from index.vectors import Vectors

vectors = Vectors(Path(sys.argv[1]))
vectors.add(["a"], np.ones((1, 2), dtype=np.float32))
for state in "some", "other", "states":
    vectors.nearest(np.ones(2, dtype=np.float32), 1, as_of=state)
libc = ctypes.CDLL(None)
libc.fopen.restype = ctypes.c_void_p
file = ctypes.c_void_p(libc.fopen(sys.argv[2].encode(), b"w"))
libc.malloc_info(0, file)
libc.fclose(file)
"""


@pytest.mark.skipif(not hasattr(os, "confstr") or "CS_GNU_LIBC_VERSION" not in os.confstr_names, reason="no glibc")
def test_threads_of_stores_that_are_opened_anew_share_heaps(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", HEAPS, tmp_path / "chroma", tmp_path / "heaps"], cwd=ROOT, check=True)
    assert (tmp_path / "heaps").read_text().count("<heap nr=") <= ARENAS


def test_what_was_deleted_leaves_no_trace_in_a_new_folder(tmp_path: Path) -> None:
    with_gone, bare = Vectors(tmp_path / "vectors"), Vectors(tmp_path / "bare")
    with_gone.add([f"gone-{n}" for n in range(3000)], np.tile(UNIT[0], (3000, 1)))
    with_gone.delete([f"gone-{n}" for n in range(3000)])
    bare.add(IDS, UNIT)
    with_gone.renew([(IDS[:4], UNIT[:4]), (IDS[4:], UNIT[4:])])
    assert with_gone.nearest(UNIT[3], 6) == bare.nearest(UNIT[3], 6)
    assert size(tmp_path / "vectors") == size(tmp_path / "bare")
    assert {each.name for each in tmp_path.iterdir()} == {"vectors", "vectors.lock", "bare", "bare.lock"}


def size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*"))


def test_a_new_folder_that_was_stopped_in_taking_the_place_of_the_old_one_takes_it(tmp_path: Path) -> None:
    fresh = Vectors(tmp_path / "vectors-fresh")
    fresh.add(IDS, UNIT)
    fresh.close()
    assert Vectors(tmp_path / "vectors").ids() == set(IDS)


def test_a_new_folder_that_was_not_finished_is_made_again(tmp_path: Path) -> None:
    vectors, fresh = Vectors(tmp_path / "vectors"), Vectors(tmp_path / "vectors-fresh")
    vectors.add(IDS, UNIT)
    fresh.add(IDS[:1], UNIT[:1])
    fresh.close()
    assert vectors.ids() == set(IDS)
    vectors.renew([(IDS[:3], UNIT[:3])])
    assert vectors.ids() == set(IDS[:3])


def test_what_is_open_elsewhere_in_the_process_stays(tmp_path: Path) -> None:
    vectors, other = Vectors(tmp_path / "vectors"), Vectors(tmp_path / "vectors")
    vectors.add(IDS, UNIT)
    assert len(other.nearest(UNIT[0], 6)) == 6
    vectors.renew([(IDS, UNIT)])
    assert vectors.nearest(UNIT[0], 6) == other.nearest(UNIT[0], 6)


def test_who_has_it_open_sees_that_another_program_made_it_anew(tmp_path: Path) -> None:
    vectors = Vectors(tmp_path / "vectors")
    vectors.add(IDS, UNIT)
    assert len(vectors.nearest(UNIT[0], 6)) == 6
    subprocess.run([sys.executable, "-c", RENEW, tmp_path / "vectors"], cwd=ROOT, check=True)
    assert set(vectors.nearest(UNIT[0], 6)) == {"other"}


RENEW = """
import sys
from pathlib import Path
import numpy as np
from index.vectors import Vectors

vectors = Vectors(Path(sys.argv[1]))
vectors.renew([(["other"], np.eye(1, 8, dtype=np.float32))])
"""
