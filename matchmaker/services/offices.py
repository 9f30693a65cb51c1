"""Who sends a province's letters, and the numbers that the letters take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import text

from matchmaker.errors import NotFound, Stale
from matchmaker.extensions import db
from matchmaker.models import EVERYWHERE, Demand, Office, User
from matchmaker.queries.scope import everywhere
from matchmaker.services import audit
from matchmaker.services.transaction import use_case
from seeds import reference

CITIES = frozenset({"Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "TP. Hồ Chí Minh", "Cần Thơ"})
FIELDS = ("parent", "unit", "place", "symbol", "signer_title", "signer", "phone")
# One statement, so that two letters at once wait for each other and never take the same number.
_NEXT = text(
    "INSERT INTO letter_numbers (province, year, last) VALUES (:province, :year, 1) "
    "ON CONFLICT (province, year) DO UPDATE SET last = letter_numbers.last + 1 RETURNING last"
)


def next_number(province: str, year: int) -> int:
    """The next number of a province's letters in a year, in the open transaction: one that is rolled back
    gives its number back."""
    return int(db.session.execute(_NEXT, {"province": province, "year": year}).scalar_one())


def province_of(demand: Demand, actor: User) -> str:
    """Whose letter it is: the province of the actor's department, else the only one it acts in, else that of
    the buyer or of the place of delivery."""
    if actor.organisation is not None and actor.organisation.side == "department":
        return actor.organisation.province
    own = actor.provinces - {EVERYWHERE}
    if len(own) == 1:
        return next(iter(own))
    buyer = demand.organisation.province if demand.organisation else ""
    place = (demand.parsed.get("place") or {}).get("province") or ""
    return buyer or place or min(own, default="")


def office(province: str) -> Office:
    """The office of a province as kept, else as departments are usually called; the latter is not stored."""
    found = db.session.get(Office, province)
    return found if found is not None else Office(province=province, version=0, **usual(province))


def usual(province: str) -> dict[str, str]:
    """What stands in the head of a department's letters unless it says otherwise."""
    kind = "thành phố" if province in CITIES else "tỉnh"
    return {
        "parent": f"UBND {kind} {province}" if province else "",
        "unit": "Sở Công Thương",
        "place": province,
        "symbol": "SCT-XTTM",
        "signer_title": "Giám đốc",
        "signer": "",
        "phone": "",
    }


def for_officer(province: str, actor: User) -> Office:
    """The office of a province in which the actor may act. Raises ``NotFound`` for another one."""
    known = {row["new_province"] for row in reference("provinces")}
    if province not in known or (province not in actor.provinces and not everywhere(actor)):
        raise NotFound
    return office(province)


@use_case
def save(province: str, record: Mapping[str, Any], actor: User, version: int) -> Office:
    """Keep how a province's letters are headed and signed; letters already issued stay as they are.

    Raises ``NotFound`` for a province in which the actor may not act, ``Stale`` for a past version.
    """
    for_officer(province, actor)
    found = db.session.get(Office, province, with_for_update=True)
    if (found.version if found else 0) != version:
        raise Stale
    kept = found or Office(province=province)
    for name in FIELDS:
        setattr(kept, name, record.get(name) or "")
    db.session.add(kept)
    facts = {name: getattr(kept, name) for name in FIELDS if name != "phone"}
    audit.record("office.saved", "office", province, facts, actor)
    return kept
