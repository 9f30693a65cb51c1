from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

# A parent that starts a worker, says its number and dies at once.
PARENT = """
import os, subprocess, sys
command = [sys.executable, "-m", "matchmaker.cli", "work", "--beside", str(os.getpid())]
print(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).pid, flush=True)
os._exit(0)
"""


def running(process: int) -> bool:
    """Whether a process is there and no mere rest of one."""
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.slow
def test_a_worker_does_not_outlive_a_server_that_was_killed(tmp_path: Path) -> None:
    environment = {**os.environ, "MATCHMAKER_DATA": str(tmp_path), "DATABASE_URL": ""}
    said = subprocess.run([sys.executable, "-c", PARENT], env=environment, capture_output=True, check=True)
    worker = int(said.stdout)
    waited = time.monotonic()
    while running(worker) and time.monotonic() - waited < 60:
        time.sleep(0.2)

    assert not running(worker)
