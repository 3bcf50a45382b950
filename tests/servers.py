"""Servers that tests start for themselves."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from time import monotonic, sleep

import pytest

START = 60.0  # seconds that a server may take to start


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of an empty database in a cluster of its own; skips the test where PostgreSQL is not installed."""
    programs = _postgres()
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))  # short: it holds a socket
    user = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
    if user:  # the server refuses to run as root
        shutil.chown(folder, "nobody", "nogroup")
    data = folder / "data"

    def run(program: str, *args: str | Path) -> None:
        subprocess.run([programs / program, *args], check=True, stdout=subprocess.DEVNULL, cwd=folder, **user)  # type: ignore[call-overload]

    # Another locale than C, which would put text in the same order as SQLite by chance.
    run(
        "initdb",
        "--pgdata",
        data,
        "--username",
        "tests",
        "--auth",
        "trust",
        "--encoding",
        "UTF8",
        "--locale",
        "C.UTF-8",
    )
    server = f"-F -c listen_addresses='' -c unix_socket_directories={folder}"
    run("pg_ctl", "start", "--pgdata", data, "--wait", "--log", folder / "log", "--options", server)
    try:
        run(
            "createdb",
            "--host",
            folder,
            "--username",
            "tests",
            "--icu-locale",
            "en",
            "--locale-provider",
            "icu",
            "--template",
            "template0",
            "minutes",
        )
        yield f"postgresql+psycopg://tests@/minutes?host={folder}"
    finally:
        run("pg_ctl", "stop", "--pgdata", data, "--mode", "immediate")
        shutil.rmtree(folder)


def _postgres() -> Path:
    """The folder of its programs: Debian has those of the server outside the path."""
    if not find_spec("psycopg"):
        pytest.skip("psycopg is not installed: pip install 'minutebook[postgres]'")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = debian[-1] if debian else shutil.which("initdb")
    if not found:
        pytest.skip("PostgreSQL is not installed: sudo apt install postgresql")
    return Path(found).parent


@contextmanager
def chroma(folder: Path) -> Iterator[str]:
    """The address of a Chroma server that keeps its vectors in `folder`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = Path(sys.executable).with_name("chroma")
    command = [program, "run", "--path", folder, "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait(port: int, server: "subprocess.Popen[bytes]") -> None:
    end = monotonic() + START
    while monotonic() < end and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.1)
    pytest.fail("the Chroma server did not start")
