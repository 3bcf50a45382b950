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
