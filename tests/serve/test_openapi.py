"""The OpenAPI description is kept: schemathesis asks what it allows and what it does not, and checks each answer."""

import subprocess
import sys
from pathlib import Path

from library import Library
from serve import create_app
from serve.access import Access
from serve.limits import Rate
from tests.serve.live import serving

TOKEN = "a token that nobody guesses"
EXAMPLES = 10  # questions of each kind for each tool
THERE = """
[[operations]]
include-operation-id = "fetch"
parameters = {{ "id" = "{record}" }}

[[operations]]
include-operation-id = "verify_quote"
parameters = {{ "document" = "{document}" }}
"""  # so that it is not only told that there is no such document


def test_schemathesis_finds_no_failure(library: Library, tmp_path: Path) -> None:
    listed = library.listed(library.register("decision")[:1])[0]
    there = THERE.format(record=listed.record.id, document=listed.document.id)
    (tmp_path / "schemathesis.toml").write_text(there, encoding="utf-8")
    app = create_app(library, access=Access(token=TOKEN))
    app.state.rate = Rate(10**6)
    with serving(app) as site:
        command = [
            *(str(Path(sys.executable).with_name("schemathesis")), "run", f"{site}/api/v1/openapi.json"),
            *("--max-examples", str(EXAMPLES), "--seed", "8", "--continue-on-failure", "--no-color"),
            *("--header", f"Authorization: Bearer {TOKEN}"),
        ]
        run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "9 selected / 9 total" in run.stdout
    assert "Missing test data" not in run.stdout
