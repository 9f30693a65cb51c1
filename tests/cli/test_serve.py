from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from matchmaker.cli import main


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """A server on an empty database, in a folder with a space in its name, and its environment."""
    environment = {**os.environ, "MATCHMAKER_DATA": str(tmp_path / "dữ liệu 1"), "DATABASE_URL": ""}
    port = free_port()
    command = [sys.executable, "-m", "matchmaker.cli", "serve", "--port", str(port), "--processes", "1"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        for line in server.stdout:
            if "Serving at" in line:
                break
        yield f"http://127.0.0.1:{port}", environment
        server.terminate()
        server.stdout.read()


@pytest.mark.slow
def test_a_script_posts_and_the_worker_ranks(served: tuple[str, dict[str, str]]) -> None:
    address, environment = served
    command = [sys.executable, "-m", "matchmaker.cli", "create-user", "a@b.vn", "--role", "officer"]
    made = subprocess.run([*command, "--token"], env=environment, capture_output=True, text=True, check=True)
    token = made.stdout.strip()

    def call(path: str, record: dict[str, object] | None = None) -> tuple[int, dict[str, object]]:
        body = json.dumps(record).encode() if record else None
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        with urllib.request.urlopen(urllib.request.Request(address + path, body, headers)) as answer:
            return answer.status, json.loads(answer.read())

    call("/api/v1/offers", {"id": "O1", "product": "Mận tam hoa", "months": [6], "place": "Bắc Hà, Lào Cai"})
    status, _ = call("/api/v1/demands", {"id": "D1", "product": "Mận tam hoa", "months": [6]})
    assert status == 201
    waited = time.monotonic()
    while (found := call("/api/v1/demands/D1/matches"))[0] == 202 and time.monotonic() - waited < 60:
        time.sleep(0.2)

    assert found[0] == 200
    assert [match["offer"] for match in found[1]["items"]] == ["O1"]  # type: ignore[union-attr,index]


def test_a_port_in_use_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHMAKER_DATA", str(tmp_path))
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        said = CliRunner().invoke(main, ["serve", "--port", str(taken.getsockname()[1])])

    assert said.exit_code == 1
    assert "is in use" in said.output
