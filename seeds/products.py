"""Checks of the product table."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from seeds.problems import Problem, Row, check_keys, number, parts

FILE = "products"
RANKS = frozenset(("family", "kind", "variety"))
FORMS = frozenset(("fresh", "dried", "frozen", "processed", "live", "craft", "plant", "service", ""))
STORAGES = frozenset(("ambient", "chilled", "frozen", "live", ""))
MONTH_COLUMNS = ("harvest_months", "peak_months", "saleable_months")
NUMBER_COLUMNS = ("shelf_ambient_days", "shelf_chilled_days", "price_low", "price_high")
CHOICES = {"rank": RANKS, "form": FORMS, "storage": STORAGES, "storable": frozenset(("0", "1", ""))}


def check_products(rows: Sequence[Row]) -> Iterator[Problem]:
    """Keys, parents, choices, months, figures, HS codes, and names that mean one product only."""
    yield from check_keys(FILE, rows, "key")
    parents = {row["key"]: row["parent"] for row in rows}
    for row in rows:
        yield from _row(row, parents)
    yield from _circles(parents)
    yield from _shared_names(rows)


def _row(row: Row, parents: dict[str, str]) -> Iterator[Problem]:
    key = row["key"]
    for column in ("parent", "confusable_with"):
        for other in parts(row[column]):
            if other not in parents:
                yield Problem(FILE, key, column, "unknown_key", other)
    if key in parts(row["confusable_with"]):
        yield Problem(FILE, key, "confusable_with", "itself")
    for column in ("name_vi", "name_en", "category", "source"):
        if not row[column]:
            yield Problem(FILE, key, column, "empty")
    for column, choices in CHOICES.items():
        if row[column] not in choices:
            yield Problem(FILE, key, column, "unknown_choice", row[column])
    for column in MONTH_COLUMNS:
        for month in parts(row[column]):
            if not month.isdigit() or not 1 <= int(month) <= 12:
                yield Problem(FILE, key, column, "impossible_month", month)
    yield from _figures(row)


def _figures(row: Row) -> Iterator[Problem]:
    key = row["key"]
    for column in NUMBER_COLUMNS:
        value = number(row[column]) if row[column] else 0.0
        if value is None or value < 0:
            yield Problem(FILE, key, column, "not_a_number", row[column])
    low, high = number(row["price_low"]), number(row["price_high"])
    if low is not None and high is not None and low > high:
        yield Problem(FILE, key, "price_low", "price_order", f"{row['price_low']} > {row['price_high']}")
    if row["hs6"] and not re.fullmatch(r"\d{6}", row["hs6"]):
        yield Problem(FILE, key, "hs6", "not_a_code", row["hs6"])
    if row["ocop_group"] not in ("", "1", "2", "3", "4", "5", "6"):
        yield Problem(FILE, key, "ocop_group", "unknown_choice", row["ocop_group"])


def _circles(parents: dict[str, str]) -> Iterator[Problem]:
    for key in parents:
        seen, above = {key}, parents[key]
        while above:
            if above in seen:
                yield Problem(FILE, key, "parent", "circle", above)
                break
            seen.add(above)
            above = parents.get(above, "")


def _shared_names(rows: Sequence[Row]) -> Iterator[Problem]:
    """A name belongs to one product, or to products that say they are confused with each other."""
    holders: dict[str, list[str]] = defaultdict(list)
    confusable = {row["key"]: set(parts(row["confusable_with"])) for row in rows}
    for row in rows:
        names = [row["name_vi"], row["name_en"], *parts(row["synonyms_vi"]), *parts(row["synonyms_en"])]
        for name in dict.fromkeys(name.casefold() for name in names if name):
            holders[name].append(row["key"])
    for name, keys in holders.items():
        for other in keys[1:]:
            if other not in confusable[keys[0]] and keys[0] not in confusable[other]:
                yield Problem(FILE, other, "synonyms_vi", "shared_name", f"{name}: {keys[0]}")
