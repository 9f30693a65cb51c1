"""The service as a browser meets it: what it has answered, and what it is at when no answer comes."""

from __future__ import annotations

import faulthandler
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask

from matchmaker.extensions import db

LAST_TOLD = 30  # requests


class Watched:
    """The application for a server. Each answer is read to its end.

    The server of the tests would leave a file open whose reader went to another page.
    """

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.under_way: dict[int, tuple[str, float]] = {}
        self.answered: deque[str] = deque(maxlen=LAST_TOLD)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
        asked, begun = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}", time.monotonic()
        said: list[str] = []

        def start(status: str, *more: Any) -> Any:
            said.append(status)
            return start_response(status, *more)

        self.under_way[threading.get_ident()] = asked, begun
        parts: Iterable[bytes] = self.app(environ, start)
        try:
            return [b"".join(parts)]
        finally:
            close = getattr(parts, "close", None)
            if close:
                close()
            del self.under_way[threading.get_ident()]
            took = time.monotonic() - begun
            self.answered.append(f"{time.strftime('%T')} {asked}: {' '.join(said)} after {took:.1f} s")

    def told(self) -> str:
        """The last answers, what waits for one and since when, the connections in use, and every thread."""
        waiting = [f"{asked}: for {time.monotonic() - at:.1f} s" for asked, at in [*self.under_way.values()]]
        with self.app.app_context():
            pool = db.engine.pool.status()
        with tempfile.TemporaryFile("w+") as stacks:
            faulthandler.dump_traceback(stacks, all_threads=True)
            stacks.seek(0)
            threads = stacks.read()
        parts = {"answered": self.answered, "waiting": waiting or ["nothing"], "connections": [pool]}
        told = "\n".join(f"{head}:\n  " + "\n  ".join(lines) for head, lines in parts.items())
        return f"{time.strftime('%T')}\n{told}\n{threads}"
