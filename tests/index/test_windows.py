from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from index.windows import AROUND, Pending, in_context

HEADER = "Ashby Council · 2023-01-16 · 3 Lamps"


def passages(*texts: str) -> list[Pending]:
    return [Pending(number, "paragraph", HEADER, "2023-01-16", text) for number, text in enumerate(texts)]


def words(count: int, word: str) -> str:
    return " ".join([word] * count)


def embedded(*contexts: list[Pending]) -> tuple[list[str], NDArray[np.float32]]:
    """What the model is shown, and the vectors; it gives each text a direction of its own."""
    shown: list[str] = []

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        shown.extend(texts)
        return np.eye(len(texts), 9, dtype=np.float32)

    return shown, in_context(encode, contexts)


@pytest.mark.parametrize(
    ("sizes", "windows"),
    [
        pytest.param([40, 40], [[0], [1]], id="long ones stand alone"),
        pytest.param([100], [[0]], id="one of its own"),
        pytest.param([8], [[0]], id="a short one that has nobody"),
        pytest.param([10, 10, 10], [[0, 1, 2]], id="short ones together"),
        pytest.param([25, 25, 25, 25, 25], [[0, 1], [2, 3, 4]], id="in parts of about equal length"),
        pytest.param([10, 60], [[0], [1]], id="long on average"),
    ],
)
def test_which_passages_share_a_window(sizes: list[int], windows: list[list[int]]) -> None:
    texts = [words(size, chr(97 + n)) for n, size in enumerate(sizes)]
    shown, _ = embedded(passages(*texts))
    assert [text.split("\n")[1:] for text in shown] == [[texts[n] for n in window] for window in windows]


@pytest.mark.parametrize("kind", ["decision", "action"])
def test_a_decision_or_action_stands_alone(kind: str) -> None:
    before, told, after = passages("A lamp is out.", "Mend it.", "So ended the item.")
    shown, _ = embedded([before, told._replace(kind=kind), after])
    assert [text.split("\n")[1:] for text in shown] == [["A lamp is out."], ["Mend it."], ["So ended the item."]]


def test_a_window_has_the_header_once_without_the_date() -> None:
    lamp, bin_ = passages("A lamp.", "A bin.")
    shown, _ = embedded([lamp, bin_._replace(header=f"{HEADER} · WRO: waste recycling officer")])
    assert shown == ["Ashby Council · 3 Lamps · WRO: waste recycling officer\nA lamp.\nA bin."]


def test_what_is_the_same_is_embedded_once() -> None:
    shown, found = embedded(passages("Nil."), passages("Nil."))
    assert len(shown) == 1
    assert np.allclose(found[0], found[1])


def test_a_vector_is_its_own_window_s_and_to_a_part_its_context_s() -> None:
    _, found = embedded(passages(words(90, "a"), words(30, "b")))
    around = np.array([0.75, 0.25]) / np.hypot(0.75, 0.25)  # by how many words they have
    own = np.array([1 - AROUND, 0]) + AROUND * around
    assert np.allclose(found[0, :2], own / np.linalg.norm(own), atol=1e-6)
    assert np.allclose(np.linalg.norm(found, axis=1), 1)


def test_vectors_come_in_the_order_of_the_passages() -> None:
    _, found = embedded(passages("a", "b"), passages(words(50, "c")), passages("d"))
    assert found.argmax(axis=1).tolist() == [0, 0, 1, 2]
