"""What the README and the guides show is what happens: their commands are run over the sample corpus.

`python tests/test_readme.py` writes what they print now into them.
"""

import contextlib
import re
import shlex
import sys
import tempfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parent.parent)  # not `tests`, whose folders have the names of our packages

import cli
from library import Library

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
WIDTH = "88"
COMMANDS = sorted(each.name or each.callback.__name__ for each in cli.app.registered_commands if each.callback)


BLOCK = re.compile(r"^```console\n\$ (minutebook .*)\n((?:.*\n)*?)```", flags=re.MULTILINE)
SHOWN: list[tuple[str, str]] = [each for page in PAGES for each in BLOCK.findall(page.read_text(encoding="utf-8"))]


def run(command: str, library: Path) -> str:
    """What a command that is shown prints; `ingest` fills a new library beside the one that is there."""
    _, *args = shlex.split(command)
    folder = library.with_name("new") if args[0] == "ingest" else library
    environment = {"COLUMNS": WIDTH, "MINUTEBOOK_LIBRARY": str(folder)}
    result = CliRunner().invoke(cli.app, args, prog_name="minutebook", env=environment)
    assert result.exit_code == 0, result.stderr
    return "".join(f"{line.rstrip()}\n" for line in result.stdout.rstrip().splitlines())


@pytest.mark.parametrize(("command", "output"), SHOWN, ids=[command for command, _ in SHOWN])
def test_command(command: str, output: str, sample_library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert run(command, sample_library) == output, "write what it prints now with: python tests/test_readme.py"


def test_there_are_commands_to_run() -> None:
    assert len(SHOWN) >= 5


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_mentioned(command: str) -> None:
    assert f"`{command}`" in README or f"minutebook {command}" in README


@pytest.mark.parametrize("link", re.findall(r"\]\((?!http|#)([^)]+)\)", README))
def test_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(ROOT):
        held = Path(folder, "library")
        list(Library(held, create=True).add([Path("corpora/sample")]))
        for page in PAGES:
            shown = page.read_text(encoding="utf-8")
            written = BLOCK.sub(lambda block: f"```console\n$ {block[1]}\n{run(block[1], held)}```", shown)
            page.write_text(written, encoding="utf-8")
