import numpy as np
import pytest

from index.catalogue import kept
from index.catalogue.kept import Kept


def test_a_thing_is_made_once_in_a_state() -> None:
    held, made = Kept(), iter(range(9))
    asked = [held.get(state, "key", lambda: next(made)) for state in ("a", "a", "b", "b", "a")]
    assert asked == [0, 0, 1, 1, 2]


def test_the_oldest_go_first_and_what_is_too_large_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "SMALL", 0)
    monkeypatch.setattr(kept, "MOST", 100)
    held, made = Kept(), []

    def get(key: str, size: int) -> None:
        held.get("state", key, lambda: (made.append(key), np.zeros(size, dtype=np.int8)))

    for key, size in (("a", 60), ("b", 40), ("a", 60), ("c", 40), ("a", 60), ("b", 40), ("huge", 101), ("huge", 101)):
        get(key, size)
    assert made == ["a", "b", "c", "b", "huge", "huge"]
