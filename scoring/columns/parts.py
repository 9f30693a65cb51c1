"""Columns of many offers, made part by part through any ``map``: of a pool of processes, of a cluster.

Equal names lie in one part, so each text is read once, as if all were built together.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from scoring.columns.arrays import Ints, picked
from scoring.columns.kept import kept_amounts
from scoring.columns.offers import OfferColumns
from scoring.context import Context
from scoring.horizon import NEVER
from scoring.marks.mark import Mark
from scoring.product import ProductColumns
from scoring.records import Offer

Mapper = Callable[[Callable[[Ints], OfferColumns], Iterable[Ints]], Iterable[OfferColumns]]


def built_in_parts(offers: Sequence[Offer], context: Context, parts: int, map: Mapper = map) -> OfferColumns:
    """What ``OfferColumns.build`` gives, from about so many parts. Parts are sent without their records."""
    rows = tuple(sorted(offers, key=lambda offer: offer.id))
    share = np.array([zlib.crc32(offer.product.encode()) % max(parts, 1) for offer in rows], dtype=np.int32)
    shares = [np.flatnonzero(share == each).astype(np.int32) for each in range(parts)]
    shares = [each for each in shares if len(each)]
    if len(shares) < 2:
        return OfferColumns.build(rows, context)
    return _joined(rows, shares, list(map(partial(_part, rows, context), shares)), context)


def _part(rows: tuple[Offer, ...], context: Context, share: Ints) -> OfferColumns:
    columns = OfferColumns.build([rows[i] for i in share.tolist()], context)
    return replace(columns, ids=(), records=())


def _joined(
    rows: tuple[Offer, ...], shares: list[Ints], parts: list[OfferColumns], context: Context
) -> OfferColumns:
    order = np.argsort(np.concatenate(shares))
    keeping, kept = kept_amounts(rows)
    known: dict[str, Any] = {
        "ids": tuple(offer.id for offer in rows),
        "records": rows,
        "order": np.arange(len(rows), dtype=np.int32),
        "keeping": keeping,
    }
    marks, mark_sets = _marks(parts)
    moved = {
        "marks": marks,
        "text": _moved([part.text for part in parts], [len(part.texts) for part in parts]),
        "place": _moved([part.place for part in parts], [int(part.place.max()) + 1 for part in parts]),
    }
    columns: dict[str, Any] = {
        name: picked(moved[name] if name in moved else _one_after_another(parts, name), order)
        for name in OfferColumns.per_row()
        if name not in known
    }
    return OfferColumns(
        **known,
        **columns,
        texts=ProductColumns.joined([part.texts for part in parts]),
        mark_sets=mark_sets,
        ends=context.network.joined([part.ends for part in parts]),
        kept=kept,
    )


def _marks(parts: list[OfferColumns]) -> tuple[Ints, tuple[tuple[Mark, ...], ...]]:
    """The marks of all parts, one after the other, and their sets, each once."""
    numbers: dict[tuple[Mark, ...], int] = {}
    place = [np.array([numbers.setdefault(m, len(numbers)) for m in p.mark_sets], np.int32) for p in parts]
    return np.concatenate([at[p.marks] for at, p in zip(place, parts, strict=True)]), tuple(numbers)


def _moved(rows: list[Ints], lengths: list[int]) -> Ints:
    """Rows of tables that come to lie one after the other."""
    starts = np.cumsum([0, *lengths[:-1]])
    return np.concatenate([each + start for each, start in zip(rows, starts, strict=True)]).astype(np.int32)


def _one_after_another(parts: list[OfferColumns], name: str) -> Any:
    values = [getattr(part, name) for part in parts]
    if not isinstance(values[0], dict):
        return np.concatenate(values)
    none = [np.full(len(part.order), NEVER, dtype=np.int32) for part in parts]
    codes = sorted({code for papers in values for code in papers})
    return {
        code: np.concatenate([papers.get(code, held) for papers, held in zip(values, none, strict=True)])
        for code in codes
    }
