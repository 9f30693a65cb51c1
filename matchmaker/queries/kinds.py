"""The kinds of the product lexicon as pages list and show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from matchmaker.errors import NotFound
from matchmaker.queries import reference_changes as changed
from matchmaker.queries.reference_changes import Row, Stamp
from matchmaker.queries.search import fit, fold
from seeds import reference
from seeds.overlay import OWN
from seeds.problems import parts

NAMES = ("name_vi", "name_en", "synonyms_vi", "synonyms_en")


@dataclass(frozen=True)
class KindFilter:
    """What a reader asks for; empty values do not restrict. ``only`` is own (added here) or changed."""

    q: str = ""
    family: str = ""
    rank: str = ""
    form: str = ""
    only: str = ""


@dataclass(frozen=True)
class Relatives:
    """The kinds around one: those above it, the widest first, those right below it, and those kept apart."""

    above: Sequence[Row]
    below: Sequence[Row]
    apart: Sequence[Row]


@dataclass(frozen=True)
class Outdated:
    """A column that an officer set and of which a newer release says something else."""

    column: str
    shipped: str
    ours: str


@dataclass(frozen=True)
class _Book:
    """The table of one state, with what searching and browsing it needs."""

    rows: dict[str, Row]
    names: dict[str, tuple[str, ...]]
    children: dict[str, list[str]]


def one(key: str) -> Row:
    """A kind as it stands. Raises ``NotFound``."""
    row = _book().rows.get(key)
    if row is None:
        raise NotFound
    return row


def listed(wanted: KindFilter) -> list[Row]:
    """The kinds that pass the filter: the best fitting first where words are given, else by name."""
    book = _book()
    words = fold(wanted.q).split()
    touched = {change.key for change in changed.changes("products")} if wanted.only else set()
    found = []
    for key, row in book.rows.items():
        if not _passes(book, row, wanted, touched):
            continue
        fits = [fit(name, words) for name in book.names[key] if all(word in name for word in words)]
        if fits or not words:
            best = min(fits) if words else (False, False, 0)
            found.append((best, fold(row["name_vi"]), key))
    return [book.rows[key] for _, _, key in sorted(found)]


def relatives(row: Row) -> Relatives:
    """What stands around a kind."""
    rows, children = _book().rows, _book().children
    key = row["key"]
    apart = [k for k in parts(row["confusable_with"]) if k in rows]
    apart += [k for k, other in rows.items() if key in parts(other["confusable_with"])]
    return Relatives(
        [rows[k] for k in reversed(line(key))],
        [rows[k] for k in children.get(key, ())],
        [rows[k] for k in dict.fromkeys(apart)],
    )


def line(key: str) -> list[str]:
    """The keys of the kinds above one, nearest first."""
    rows, found = _book().rows, list[str]()
    above = rows[key]["parent"]
    while above in rows and above not in found:
        found.append(above)
        above = rows[above]["parent"]
    return found


def families() -> list[Row]:
    """The widest groups, by name: what a reader browses by."""
    rows = _book().rows
    top = [row for row in rows.values() if row["rank"] == "family" and not row["parent"]]
    return sorted(top, key=lambda row: fold(row["name_vi"]))


def suggestions() -> list[str]:
    """Every kind as a form suggests it: "mận (plum)"."""
    return [labelled(row) for row in _book().rows.values()]


def labelled(row: Row) -> str:
    """Name and key of a kind, so that two of one name can be told apart."""
    return f"{row['name_vi']} ({row['key']})"


def outdated(key: str) -> list[Outdated]:
    """Where a newer release of the shipped table says otherwise than when an officer changed the entry."""
    shipped = next((row for row in reference("products") if row["key"] == key), None)
    if shipped is None:
        return []
    ours = one(key)
    holding = [row for row in changed.history("products", key) if row.id not in changed.taken_back()]
    then = {
        column: row.before.get(column, "")
        for row in holding  # the latest first, so that the oldest has the last word
        for column in row.values.get("set", {})
    }
    return [
        Outdated(column, shipped[column], ours[column])
        for column, was in then.items()
        if shipped[column] not in (was, ours[column])
    ]


def _passes(book: _Book, row: Row, wanted: KindFilter, touched: set[str]) -> bool:
    key = row["key"]
    if wanted.family and wanted.family != key and wanted.family not in line(key):
        return False
    if (wanted.rank and row["rank"] != wanted.rank) or (wanted.form and row["form"] != wanted.form):
        return False
    return not wanted.only or (key in touched and (wanted.only != "own" or key.startswith(OWN)))


def _book() -> _Book:
    return _book_at(changed.stamp("products"))


@lru_cache(maxsize=3)
def _book_at(state: Stamp) -> _Book:
    rows = {row["key"]: row for row in changed.rows_at("products", state)}
    children: dict[str, list[str]] = {}
    for key, row in rows.items():
        children.setdefault(row["parent"], []).append(key)
    names = {
        key: tuple(fold(name) for column in NAMES for name in parts(row[column])) for key, row in rows.items()
    }
    return _Book(rows, names, children)
