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

ROOT = Path(__file__).parents[1]
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
def dask(*options: str) -> Iterator[str]:
    """The address of a Dask scheduler with one worker that has these options; skips where it is missing."""
    if not find_spec("distributed"):
        pytest.skip("Dask is not installed: pip install 'minutebook[dask]'")
    port = _free_port()
    address = f"tcp://127.0.0.1:{port}"
    program = [Path(sys.executable).with_name("dask")]
    with (
        _running([*program, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"], port),
        _running([*program, "worker", address, "--nthreads", "2", "--no-dashboard", *options]),
    ):
        yield address


@contextmanager
def chroma(folder: Path) -> Iterator[str]:
    """The address of a Chroma server that keeps its vectors in `folder`."""
    port = _free_port()
    program = Path(sys.executable).with_name("chroma")
    with _running([program, "run", "--path", folder, "--port", str(port)], port):
        yield f"http://127.0.0.1:{port}"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def _running(command: list[str | Path], port: int | None = None) -> Iterator[None]:
    """A program that runs meanwhile; it is waited for until it listens at `port`."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            if port:
                _wait(port, server)
            yield
        finally:
            server.terminate()


def _wait(port: int, server: "subprocess.Popen[bytes]") -> None:
    end = monotonic() + START
    while monotonic() < end and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        sleep(0.1)
    pytest.fail(f"{server.args} did not start")
