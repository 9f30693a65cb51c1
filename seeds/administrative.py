"""The administrative maps before and since 1 July 2025, as the package vietnamadminunits holds them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from importlib.resources import as_file, files

_DATA = files("vietnamadminunits") / "data"


def old_provinces() -> dict[str, str]:
    """Codes of the 63 provinces of the old map by short name."""
    return dict(_ask("SELECT DISTINCT provinceShort, provinceCode FROM admin_units_legacy"))


def new_provinces() -> dict[str, str]:
    """Codes of the 34 provinces of the new map by short name."""
    return dict(_ask("SELECT DISTINCT provinceShort, provinceCode FROM admin_units"))


def successors() -> dict[str, str]:
    """The new province, by short name, of each old one."""
    old = dict(_ask("SELECT DISTINCT provinceKey, provinceShort FROM admin_units_legacy"))
    new = dict(_ask("SELECT DISTINCT provinceKey, provinceShort FROM admin_units"))
    merged = json.loads((_DATA / "converter_2025.json").read_text(encoding="utf-8"))["DICT_PROVINCE"]
    return {old[part]: new[whole] for whole, members in merged.items() for part in members}


def communes() -> dict[str, str]:
    """The 3,321 communes of the new map: code to "commune, province" in short names."""
    return dict(_ask("SELECT wardCode, wardShort || ', ' || provinceShort FROM admin_units"))


def _ask(query: str) -> list[tuple[str, str]]:
    with (
        as_file(_DATA / "dataset.db") as path,
        closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database,
    ):
        return database.execute(query).fetchall()
