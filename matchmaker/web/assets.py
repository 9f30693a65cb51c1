"""Addresses of the built style sheet, scripts and images, with the hash of their content in the name."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

from flask import current_app, url_for


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
