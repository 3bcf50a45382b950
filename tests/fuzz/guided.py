"""Fuzzing that looks for inputs which reach new code, with atheris: pip install 'minutebook[fuzz]'

    python -m tests.fuzz.guided query --runs 100000

A failure ends it, and its input is written to `failed/TARGET`, where the tests try it from then on.
"""

import argparse
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["extract", "index", "ingest", "minutes"], enable_loader_override=False):
    from tests.fuzz.targets import FAILED, TARGETS, failed, seeds

HANG = 20  # seconds for one input
LONGEST = 20_000  # bytes of an input


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--runs", type=int, default=10_000)
    given = parser.parse_args()
    run = TARGETS[given.target]
    (FAILED / given.target).mkdir(parents=True, exist_ok=True)

    def one(data: bytes) -> None:
        try:
            run(data)
        except Exception:
            (FAILED / given.target / sha256(data).hexdigest()[:12]).write_bytes(data)
            raise

    with tempfile.TemporaryDirectory() as corpus:
        for number, data in enumerate([*seeds(given.target), *(file.read_bytes() for file in failed(given.target))]):
            Path(corpus, str(number)).write_bytes(data)
        options = [f"-runs={given.runs}", f"-timeout={HANG}", f"-max_len={LONGEST}", "-rss_limit_mb=4096"]
        atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={FAILED / given.target}/", corpus], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
