"""What the guides in docs/ show is what happens: their examples are run over the sample corpus.

`python tests/test_docs.py` writes what they print now into them.
"""

import contextlib
import doctest
import io
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parent.parent)  # not `tests`, whose folders have the names of our packages

from library import Library

DOCS = Path(__file__).parent.parent / "docs"
BLOCK = re.compile(r"^```pycon\n(.*?)^```", flags=re.MULTILINE | re.DOTALL)
GUIDES = sorted(each for each in DOCS.glob("*.md") if BLOCK.search(each.read_text(encoding="utf-8")))


def run(block: str, names: dict[str, Any]) -> str:
    """A block of examples with what each prints now; as in one session, later blocks know the names of earlier ones."""
    told = ""
    for each in doctest.DocTestParser().get_examples(block):
        first, *others = each.source.splitlines()
        told += "\n".join([f">>> {first}", *(f"... {line}".rstrip() for line in others)]) + "\n"
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(each.source, "<guide>", "single"), names)
        told += "".join(f"{line.rstrip()}\n" for line in printed.getvalue().splitlines())
    return told


def as_run(guide: Path) -> str:
    names: dict[str, Any] = {}
    return BLOCK.sub(lambda block: f"```pycon\n{run(block[1], names)}```", guide.read_text(encoding="utf-8"))


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_examples_print_what_they_show(
    guide: Path, sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "my-library").symlink_to(sample_library)
    monkeypatch.chdir(tmp_path)
    assert as_run(guide) == guide.read_text(encoding="utf-8"), (
        "write what they print now with: python tests/test_docs.py"
    )


def test_there_is_a_guide_for_each_who_uses_it() -> None:
    assert {"python.md", "example-officer.md", "example-researcher.md", "example-assistant.md"} <= {
        guide.name for guide in GUIDES
    }


@pytest.mark.parametrize("guide", sorted(DOCS.glob("*.md")), ids=lambda guide: guide.name)
def test_links_lead_somewhere(guide: Path) -> None:
    for link in re.findall(r"\]\((?!http|#)([^)]+)\)", guide.read_text(encoding="utf-8")):
        assert (DOCS / link).exists(), link


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        if held := os.environ.get("MINUTEBOOK_LIBRARY"):
            Path("my-library").symlink_to(held)
        else:
            list(Library("my-library", create=True).add([DOCS.parent / "corpora" / "sample"]))
        for each in GUIDES:
            each.write_text(as_run(each), encoding="utf-8")
