"""When an answer does not come, a report has to say what the service was at."""

from __future__ import annotations

from threading import Event, Thread
from typing import Any

from flask import Flask
from werkzeug.test import EnvironBuilder

from tests.browser.watched import Watched


def test_a_request_that_waits_is_told_with_its_thread_and_the_connections_in_use(app: Flask) -> None:
    service, asked, answer = Watched(app), Event(), Event()

    def start(*_said: Any) -> None:
        asked.set()
        answer.wait()

    visitor = Thread(target=service, args=(EnvironBuilder("/sign-in").get_environ(), start))
    visitor.start()
    try:
        assert asked.wait(timeout=60)
        waiting = service.told()
    finally:
        answer.set()
        visitor.join()
    assert "waiting:\n  GET /sign-in: for" in waiting
    assert "in start" in waiting
    assert "current checked out connections" in waiting.lower()
    assert "GET /sign-in: 200 OK after" in service.told()
