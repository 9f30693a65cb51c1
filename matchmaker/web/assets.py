"""Addresses of the built style sheet, scripts and images, with the hash of their content in the name."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from flask import current_app, url_for


@cache
def manifest(folder: Path) -> dict[str, str]:
    """Which file name stands for which asset. Empty where ``npm run build`` has not run."""
    path = folder / "manifest.json"
    if not path.exists():
        return {}
    names: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return names


def asset(name: str) -> str:
    """The address of an asset; under its plain name where nothing was built."""
    folder = Path(str(current_app.static_folder)) / "build"
    return url_for("static", filename=f"build/{manifest(folder).get(name, name)}")
