"""Addresses and delivery of the built style sheet, scripts, fonts and images.

Their names carry a hash of their content, so a browser may keep them for a year; texts lie there compressed
as well.
"""

from __future__ import annotations

import json
import mimetypes
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, current_app, request, send_from_directory, url_for
from werkzeug.security import safe_join

A_YEAR = 365 * 24 * 3600  # seconds


def init_app(app: Flask) -> None:
    """Deliver an application's static files this way."""
    app.view_functions["static"] = deliver


@lru_cache(maxsize=4)
def manifest(path: Path, changed: int) -> dict[str, str]:
    """Which file name stands for which asset; read again when the file has ``changed`` (its time)."""
    names: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return names


def asset(name: str) -> str:
    """The address of an asset; under its plain name where ``npm run build`` has not run."""
    path = Path(str(current_app.static_folder)) / "build" / "manifest.json"
    names = manifest(path, path.stat().st_mtime_ns) if path.exists() else {}
    return url_for("static", filename=f"build/{names.get(name, name)}")


def deliver(filename: str) -> Response:
    """A static file, compressed where it lies so and the browser takes it."""
    folder = str(current_app.static_folder)
    packed = safe_join(folder, f"{filename}.gz")
    if packed and Path(packed).is_file() and request.accept_encodings["gzip"]:
        kind = mimetypes.guess_type(filename)[0] or "application/octet-stream"
        answer = send_from_directory(folder, f"{filename}.gz", mimetype=kind, max_age=A_YEAR)
        answer.headers["Content-Encoding"] = "gzip"
    else:
        answer = send_from_directory(folder, filename, max_age=A_YEAR)
    answer.vary.add("Accept-Encoding")
    return answer
