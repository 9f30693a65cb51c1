"""``matchmaker serve``: the web server and a worker for background jobs together."""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
import sys
import threading
from typing import Any

import click
from gunicorn.app.base import BaseApplication

from matchmaker.cli.application import application, migrate
from matchmaker.cli.seed import load_demo, print_logins
from matchmaker.extensions import db
from matchmaker.services.reference import load_reference
from matchmaker.wording.commands import sentence

RESTART_AFTER = 2  # seconds


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65_535))
@click.option("--processes", default=2, show_default=True, type=click.IntRange(1, 64), help="Web workers.")
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1, 64), help="Threads each.")
@click.option("--demo", is_flag=True, help="Load the demonstration data if the database is empty.")
@click.option("--no-worker", is_flag=True, help="Without a worker for background jobs.")
def command(host: str, port: int, processes: int, threads: int, demo: bool, no_worker: bool) -> None:
    """Bring the tables up to date, then serve until stopped."""
    if not _free(host, port):
        raise click.ClickException(sentence("port_taken", port=port))
    app = application()
    with app.app_context():
        migrate()
        if demo:
            load_demo()
        print_logins()
        db.engine.dispose()  # each process opens its own connections
    if not no_worker:
        _keep_working()
    load_reference()  # once, before the processes fork and share it
    _Server(app, host, port, processes, threads).run()


class _Server(BaseApplication):
    """gunicorn with our settings instead of its command line."""

    def __init__(self, app: Any, host: str, port: int, processes: int, threads: int) -> None:
        self.app = app
        self.address = f"http://{host}:{port}/"
        self.settings = {
            "bind": f"{host}:{port}",
            "workers": processes,
            "threads": threads,
            "worker_class": "gthread",
            "timeout": 60,
            "graceful_timeout": 10,
            "keepalive": 5,
            "limit_request_line": 8_190,
            "max_requests": 20_000,
            "max_requests_jitter": 2_000,
            "loglevel": "warning",
            "when_ready": self._tell,
        }
        super().__init__()

    def load_config(self) -> None:
        """Hand our settings over."""
        for name, value in self.settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The application, made before the processes fork."""
        return self.app

    def _tell(self, _server: Any) -> None:
        click.echo(f"{sentence('serving', address=self.address)}\n{sentence('stop_hint')}")


def _free(host: str, port: int) -> bool:
    """Whether the port can be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _keep_working() -> None:
    """Run a worker beside the server, start it again when it ends, and end it with the server."""
    running: list[subprocess.Popen[bytes]] = []
    over = threading.Event()
    server = os.getpid()

    def watch() -> None:
        while not over.is_set():
            command = [sys.executable, "-m", "matchmaker.cli", "work", "--beside", str(server)]
            running[:] = [subprocess.Popen(command)]
            running[0].wait()
            over.wait(RESTART_AFTER)

    def end() -> None:
        if os.getpid() != server:  # a web process inherits this call with the rest of the server
            return
        over.set()
        for process in running:
            process.terminate()

    atexit.register(end)
    threading.Thread(target=watch, daemon=True).start()
