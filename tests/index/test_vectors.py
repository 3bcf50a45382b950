from pathlib import Path

import numpy as np
import pytest

from index.vectors import Vectors
from minutes.errors import LibraryError

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
