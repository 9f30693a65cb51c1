"""Rows of a list that may be records on the market already: the same party, product, months and amounts.

Nothing is merged by itself: such a row is a question, and enters as a new record until a person says which
record it is. It then changes that record, with its history, and undoing the list restores it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rapidfuzz import fuzz
from sqlalchemy import or_, select

from matchmaker.extensions import db
from matchmaker.intake.text import fold
from matchmaker.models import Demand, Offer, User
from matchmaker.queries.scope import visible
from matchmaker.services.checked_row import Checked
from matchmaker.services.import_parties import Named, name_key
from matchmaker.services.import_rows import MODELS, name_of
from matchmaker.services.reference import lexicon_matcher, units
from scoring.product import ProductText

MOST_ASKED = 3  # records for one row
ALIKE_NAMES = 88.0  # rapidfuzz's 0..100, for products that the lexicon does not know
FEWEST_OF_MOST = 0.5  # amounts are like where the smaller is at least this share of the larger
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class _Known:
    id: str
    product: str
    parsed: Mapping[str, Any]


def alike(
    kind: str, rows: Sequence[Checked], named: Iterable[Named], actor: User, answered: Iterable[str] = ()
) -> dict[str, list[str]]:
    """By the number of a row (as text): the ids of the open records that it may be, the likest first.

    Rows that are new are looked at, and those of which a person has said (``answered``, by number) which
    record they are.
    """
    told = frozenset(answered)
    open_rows = [row for row in rows if row.does == "create" or str(row.number) in told]
    taken = {row.record_id for row in rows if row.does != "bad" and str(row.number) not in told}
    names = {name_key(name_of(kind, row.record)) for row in open_rows} - {""}
    meant = {
        name_key(party.name): {party.known, *(each.id for each in party.candidates)} - {""}
        for party in named
        if name_key(party.name) in names
    }
    by_member, by_name = _known(kind, actor, {name for ids in meant.values() for name in ids}, open_rows)
    found: dict[str, list[str]] = {}
    for row in open_rows:
        key = name_key(name_of(kind, row.record))
        known = [each for name in meant.get(key, ()) for each in by_member[name]] + by_name[key]
        near = [each for each in known if each.id not in taken and _like(row.understood["parsed"], each)]
        near.sort(key=lambda each: -fuzz.ratio(fold(each.product), fold(str(row.record["product"]))))
        if near:
            found[str(row.number)] = [each.id for each in near[:MOST_ASKED]]
    return found


def _known(
    kind: str, actor: User, members: Iterable[str], rows: Sequence[Checked]
) -> tuple[dict[str, list[_Known]], dict[str, list[_Known]]]:
    """The open records of some organisations, and those of nobody's under the same names."""
    model, ids = MODELS[kind], sorted(members)
    party: Any = Offer.producer if model is Offer else Demand.buyer
    names = sorted({name_of(kind, row.record) for row in rows} - {""})
    by_member: dict[str, list[_Known]] = defaultdict(list)
    by_name: dict[str, list[_Known]] = defaultdict(list)
    for at in range(0, max(len(ids), len(names)), AT_ONCE):
        statement = select(model.id, model.organisation_id, party, model.product, model.parsed).where(
            model.status == "open",
            visible(model, actor),
            or_(
                model.organisation_id.in_(ids[at : at + AT_ONCE]),
                model.organisation_id.is_(None) & party.in_(names[at : at + AT_ONCE]),
            ),
        )
        for record_id, member, name, product, parsed in db.session.execute(statement):
            target = by_member[member] if member else by_name[name_key(name)]
            target.append(_Known(record_id, product, parsed))
    return by_member, by_name


def _like(new: Mapping[str, Any], known: _Known) -> bool:
    """Whether two records of one party may be one: what both tell must agree as far as lists agree."""
    old = known.parsed
    return (
        _same_goods(str(new["product"]), known.product)
        and _same_place(new.get("place") or {}, old.get("place") or {})
        and _meet(new.get("months"), old.get("months"))
        and _near(new, old)
    )


@lru_cache(maxsize=8192)
def _same_goods(one: str, other: str) -> bool:
    if fuzz.token_sort_ratio(fold(one), fold(other)) >= ALIKE_NAMES:
        return True
    kinds = [lexicon_matcher().reading(ProductText(name)).kind for name in (one, other)]
    return kinds[0] == kinds[1] >= 0


def _same_place(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Unless both tell a commune, or a province, and not the same."""
    return all(
        not one.get(name) or not other.get(name) or one[name] == other[name]
        for name in ("province", "commune")
    )


def _meet(one: Sequence[int] | None, other: Sequence[int] | None) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _near(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether amounts are alike; one that is missing, or cannot be compared, tells nothing against it."""
    if one.get("per") and other.get("per") and one["per"] != other["per"]:
        return True
    first, second = (
        units().measure(each.get("quantity") or 0, each.get("unit") or "", each.get("unit_kg"))
        for each in (one, other)
    )
    if not first or not second or first.base != second.base or not first.value or not second.value:
        return True
    return min(first.value, second.value) >= FEWEST_OF_MOST * max(first.value, second.value)
