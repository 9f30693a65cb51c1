"""Load the demonstration set into an empty database, through the schemas and services of all records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import EVERYWHERE, Demand, Offer, Organisation, User
from matchmaker.schemas.demands import DemandSchema
from matchmaker.schemas.offers import OfferSchema
from matchmaker.schemas.organisations import OrganisationSchema
from matchmaker.services import conferences, demands, offers, organisations, users, wishing
from matchmaker.services.transaction import use_case
from matchmaker.services.wishing import Said
from seeds import demo

# Known to everybody who reads this file: it exists in databases of the demonstration set alone.
DEMO_PASSWORD = "ket-noi-2026"  # noqa: S105
CONFERENCE, PROVINCE = "hoi-nghi-mau", "Bắc Ninh"
# role: the address before @example.com
LOGINS = {
    "officer": "officer",
    "buyer": "buyer",
    "producer": "producer",
    "organizer": "organizer",
    "national_reader": "reader",
    "administrator": "admin",
}

NAMES = {
    "officer": "Cán bộ xúc tiến",
    "buyer": "Người mua hàng",
    "producer": "Người bán hàng",
    "organizer": "Ban tổ chức",
    "national_reader": "Người theo dõi",
    "administrator": "Quản trị",
}


@dataclass(frozen=True)
class Loaded:
    """How much was loaded."""

    organisations: int
    offers: int
    demands: int


def is_empty() -> bool:
    """Whether nobody and nothing has been entered yet."""
    return all(
        db.session.scalar(select(model.id).limit(1)) is None for model in (User, Organisation, Offer, Demand)
    )


@use_case
def load_demo() -> Loaded | None:
    """Load organisations, offers, demands, the conference and one user a role; None if anything is there.

    All or nothing: one transaction. Rankings are made afterwards (``matches.rank_demands``).
    """
    if not is_empty():
        return None
    admin = users.create(
        _address("administrator"),
        ["administrator"],
        DEMO_PASSWORD,
        name=f"{NAMES['administrator']} (mẫu)",
        provinces=[EVERYWHERE],
    )
    members = _load_organisations(admin)
    offer_ids = _load_offers(admin, members)
    demand_ids = _load_demands(admin, members)
    _load_conference(admin)
    _make_users(members, admin)
    return Loaded(len(members), len(offer_ids), len(demand_ids))


def _load_organisations(admin: User) -> dict[tuple[str, str], str]:
    """The members' ids by side and name."""
    schema = OrganisationSchema(keep_unknown=True)
    rows = [organisations.register(schema.load(record), admin) for record in _lines("organisations.jsonl")]
    return {(row.side, row.name): row.id for row in rows}


def _load_offers(admin: User, members: dict[tuple[str, str], str]) -> list[str]:
    schema = OfferSchema(keep_unknown=True)
    records = [schema.load(record) for record in _lines("offers.jsonl")]
    return [offers.post(r, admin, members.get(("producer", r.get("producer", "")))).id for r in records]


def _load_demands(admin: User, members: dict[tuple[str, str], str]) -> list[str]:
    schema = DemandSchema(keep_unknown=True)
    records = [schema.load(record) for record in _lines("demands.jsonl")]
    return [demands.post(r, admin, members.get(("buyer", r.get("buyer", "")))).id for r in records]


def _load_conference(admin: User) -> None:
    """The conference, its wishes as the parties' answers; its pairs follow from these and the ranking."""
    document = json.loads(demo("conference.json").read_text(encoding="utf-8"))
    said: dict[str, dict[str, Said]] = {}
    for wish in document.pop("wishes"):
        other = "buyer" if wish["wish_from"] == "producer" else "producer"
        said.setdefault(wish[wish["wish_from"]], {})[wish[other]] = Said("want", wish["priority"])
    conferences.post({**document, "pairs": []}, admin, CONFERENCE, PROVINCE)
    for party, wanted in said.items():
        wishing.replace(CONFERENCE, party, wanted, admin, "file")


def _make_users(members: dict[tuple[str, str], str], admin: User) -> None:
    """One user a role; the buyer and the producer speak for the first organisation of their side."""
    for role in LOGINS:
        if role == "administrator":
            continue
        side = "department" if role == "officer" else role
        own = next((member for (kind, _), member in members.items() if kind == side), None)
        users.create(
            _address(role),
            [role],
            DEMO_PASSWORD,
            name=f"{NAMES[role]} (mẫu)",
            provinces=[EVERYWHERE] if role == "officer" else [],
            organisation_id=own,
            actor=admin,
        )


def logins() -> list[tuple[str, str]]:
    """Role and address of the demonstration users that exist in this database."""
    known = set(db.session.scalars(select(User.email)))
    return [(role, _address(role)) for role in LOGINS if _address(role) in known]


def _address(role: str) -> str:
    return f"{LOGINS[role]}@example.com"


def _lines(name: str) -> Iterator[dict[str, Any]]:
    for line in demo(name).read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)
