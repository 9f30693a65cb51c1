"""Reference data of the trade and a demonstration set, each file with its source.

``reference("products")`` gives the rows of ``seeds/reference/products.csv`` as they stand: every value
is text, an empty text means absent, lists are joined by ``;``. Where each file comes from is told in
``seeds/reference/SOURCES.csv``; ``seeds.checks`` proves that the tables agree with each other.

How to read ``products.csv``: a row of rank ``family`` groups *different* products (citrus fruit, leafy
vegetables); a row of rank ``kind`` is one product as it is asked for (mango), and kinds below a kind
are its forms or types (dried mango, green tea below tea); a ``variety`` is a cultivar or a place of
origin of its parent (Hòa Lộc mango). ``shelf_chilled_days`` counts under the cold storage of the row:
frozen where ``storage`` is ``frozen``, else chilled.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

_HERE = Path(__file__).resolve().parent


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    path = _HERE / "reference" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def reference(name: str) -> list[dict[str, str]]:
    """The rows of a reference table, for example ``reference("units")``.

    The list is fresh at each call, the rows are shared: do not change them.
    Raises ``FileNotFoundError`` when there is no such table.
    """
    return list(_rows(name))


def tables() -> list[str]:
    """Names of all reference tables, in alphabetical order."""
    return sorted(path.stem for path in (_HERE / "reference").glob("*.csv"))


def demo(name: str) -> Path:
    """The path of a file of the demonstration set, for example ``demo("offers.jsonl")``.

    Raises ``FileNotFoundError`` when there is no such file.
    """
    path = _HERE / "demo" / name
    if not path.is_file():
        raise FileNotFoundError(path)
    return path
