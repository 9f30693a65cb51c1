"""Checks against what lies outside the tables: the administrative map, the moon, the demonstration set."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from seeds import administrative, lunar
from seeds.geography import check_places
from seeds.problems import Problem, Row, check_keys, parts

PROVINCES, OLD_PROVINCES, COMMUNES = 34, 63, 3321
LUNAR_YEARS = range(2024, 2037)
# What a lunar event of the table is: (lunar month, day of that month).
EVENTS = {"Nguyên": (1, 1), "Giêng": (1, 15), "Đoan": (5, 5), "Vu Lan": (7, 15), "Trung thu": (8, 15)}


def check_provinces(rows: Sequence[Row]) -> Iterator[Problem]:
    """63 old provinces lead to 34 new ones as in the package vietnamadminunits, with 3,321 communes."""
    yield from check_keys("provinces", rows, "old_province")
    old, new, lead = (
        administrative.old_provinces(),
        administrative.new_provinces(),
        administrative.successors(),
    )
    for name, found, expected in (
        ("old_province", len({row["old_province"] for row in rows}), OLD_PROVINCES),
        ("new_province", len({row["new_province"] for row in rows}), PROVINCES),
        ("communes", len(administrative.communes()), COMMUNES),
    ):
        if found != expected:
            yield Problem("provinces", "", name, "wrong_count", f"{found}, not {expected}")
    for row in rows:
        name = row["old_province"]
        if lead.get(name) != row["new_province"]:
            yield Problem("provinces", name, "new_province", "wrong_province", row["new_province"])
        if old.get(name) != row["code_old"]:
            yield Problem("provinces", name, "code_old", "unknown_key", row["code_old"])
        if new.get(row["new_province"]) != row["code_new"]:
            yield Problem("provinces", name, "code_new", "unknown_key", row["code_new"])


def check_lunar_months(rows: Sequence[Row], events: Sequence[Row]) -> Iterator[Problem]:
    """The stored first days are those computed, and the stored events fall on them."""
    yield from check_keys("lunar_months", rows, "lunar_year", "lunar_month", "leap")
    stored = {(row["lunar_year"], row["lunar_month"], row["leap"]): row["first_day"] for row in rows}
    for year in LUNAR_YEARS:
        for month, leap, day in lunar.months(year):
            key = (str(year), str(month), str(int(leap)))
            if stored.pop(key, "") != day.isoformat():
                yield Problem("lunar_months", "/".join(key), "first_day", "not_the_new_moon", day.isoformat())
    for key in stored:
        yield Problem("lunar_months", "/".join(key), "lunar_month", "unknown_key")
    for row in events:
        if row["solar"] != _event_day(row):
            yield Problem("lunar_events", f"{row['year']} {row['event']}", "solar", "wrong_day", row["solar"])


def _event_day(row: Row) -> str:
    year = int(row["year"])
    if "Chạp" in row["event"]:
        return lunar.first_day(year - 1, 12).isoformat()
    month, day = next(when for word, when in EVENTS.items() if word in row["event"])
    return (lunar.first_day(year, month) + timedelta(days=day - 1)).isoformat()


def check_sources(names: Sequence[str], sources: Sequence[Row]) -> Iterator[Problem]:
    """Every table is named in SOURCES.csv with a source and a licence, and nothing else is."""
    named = {row["file"].removesuffix(".csv") for row in sources}
    for name in sorted(set(names) - {"SOURCES"} - named):
        yield Problem("SOURCES", name, "file", "missing")
    for name in sorted(named - set(names)):
        yield Problem("SOURCES", name, "file", "unknown_key")
    for row in sources:
        if not (row["source"] and row["licence"] and row["checked_on"]):
            yield Problem("SOURCES", row["file"], "source", "empty")


def check_citations(tables: Mapping[str, Sequence[Row]], citations: Sequence[Row]) -> Iterator[Problem]:
    """Every source tag (K, S9, …) of a table is explained in citations.csv."""
    yield from check_keys("citations", citations, "tag")
    known = {row["tag"] for row in citations}
    for name, rows in tables.items():
        for i, row in enumerate(rows, start=1):
            for tag in re.findall(r"\b(?:S\d+b?|K)\b", row["source"]):
                if tag not in known:
                    yield Problem(name, str(i), "source", "unknown_key", tag)


def check_demo_records(
    records: Mapping[str, Sequence[Mapping[str, Any]]],
    products: Sequence[Row],
    certificates: Sequence[Row],
    units: Sequence[Row],
) -> Iterator[Problem]:
    """Ids occur once; papers, units, places are known, and each product text contains a product's name."""
    codes = {row["code"] for row in certificates}
    unit_names = {name for row in units for name in (row["unit"], *parts(row["aliases"]))}
    names = _product_names(products)
    communes = set(administrative.communes().values())
    for file, rows in records.items():
        yield from check_keys(file, rows, "id")
        for record in rows:
            yield from _papers(file, record, codes)
            yield from _place(file, record, communes)
            for column in ("unit", "price_unit", "min_order_unit", "min_lot_unit"):
                if record.get(column) and record[column] not in unit_names:
                    yield Problem(file, record["id"], column, "unknown_key", record[column])
            if "product" in record and not _names_a_product(record["product"], names):
                yield Problem(file, record["id"], "product", "unknown_product", record["product"])


def _papers(file: str, record: Mapping[str, Any], codes: set[str]) -> Iterator[Problem]:
    for column in ("certificates", "required_certificates", "preferred_certificates"):
        for item in record.get(column, ()):
            code = item.partition("@")[0]
            if code not in codes and not (code[:4] == "OCOP" and code[4:] in "12345"):
                yield Problem(file, record["id"], column, "unknown_key", item)


def _place(file: str, record: Mapping[str, Any], communes: set[str]) -> Iterator[Problem]:
    place = record.get("place", {})
    name = f"{place.get('commune')}, {place.get('province')}"
    if name not in communes:
        yield Problem(file, record["id"], "place", "unknown_key", name)
        return
    row = {"id": record["id"], "lat": str(place["lat"]), "lon": str(place["lon"])}
    for problem in check_places([{**row, "geonames_lat": "", "geonames_lon": ""}]):
        yield Problem(file, record["id"], "place", problem.code, problem.detail)


def _product_names(products: Sequence[Row]) -> set[str]:
    names: set[str] = set()
    for row in products:
        found = (row["name_vi"], row["name_en"], *parts(row["synonyms_vi"]), *parts(row["synonyms_en"]))
        for name in found:
            names.update((_plain(name, keep=True), _plain(name, keep=False)))
    return names


def _names_a_product(text: str, names: set[str]) -> bool:
    marked = _plain(text, keep=True)
    for candidate in (marked, _plain(text, keep=False)):
        words = candidate.split()
        if any(
            " ".join(words[a:b]) in names for a in range(len(words)) for b in range(a + 1, len(words) + 1)
        ):
            return True
    return False


def _plain(text: str, *, keep: bool) -> str:
    """Lower-case words only, with or without their diacritics."""
    lowered = unicodedata.normalize("NFC" if keep else "NFD", text.lower().replace("đ", "đ" if keep else "d"))
    letters = (c if c.isalnum() or unicodedata.combining(c) else " " for c in lowered)
    return " ".join("".join(c for c in letters if keep or not unicodedata.combining(c)).split())
