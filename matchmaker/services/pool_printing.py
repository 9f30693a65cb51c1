"""Print the agreement of a pool: who it is between, and what each delivers."""

from __future__ import annotations

from matchmaker.documents.agreements import JointSupply, Party, agreement
from matchmaker.documents.prints import written
from matchmaker.errors import Conflict, NotFound
from matchmaker.models import Offer, Pool, User
from matchmaker.queries import demands, pools
from matchmaker.services.calendar import today
from matchmaker.wording.goods import paper_names

FORMS = ("pdf", "docx", "xlsx")


def printed(demand_id: str, form: str, lang: str, actor: User) -> bytes:
    """The agreement of a demand's pool in one format. It carries no telephones: those are written in by hand.

    Raises ``NotFound``, ``Conflict`` for a pool without a lead, ``NotPrintedError`` when the pages fail.
    """
    demand = demands.one(demand_id, actor)
    pool = pools.standing(demand)
    if form not in FORMS:
        raise NotFound
    return written([agreement(supplied(pool, lang), lang)], form)


def supplied(pool: Pool, lang: str) -> JointSupply:
    """What a pool's latest solution agrees on, the lead first. Raises ``Conflict`` without one."""
    record, demand = pool.latest, pool.demand
    if not record.get("members"):
        raise Conflict("pool_empty")
    if not record.get("lead"):
        raise Conflict("pool_without_lead")
    offers = pools.offers_of(record)
    rows = sorted(record["members"], key=lambda row: not row["lead"])
    parties = [
        Party(
            _name(offers.get(row["offer"]), row["producer"] or row["offer"]),
            _place(offers.get(row["offer"])),
            {int(month): amount for month, amount in row["amount_per_month"].items()},
        )
        for row in rows
    ]
    names = {row["offer"]: party.name for row, party in zip(rows, parties, strict=True)}
    required = demand.parsed.get("required_certificates") or ()
    place = demand.parsed.get("place") or {}
    return JointSupply(
        product=demand.product,
        spec=str(demand.parsed.get("spec") or ""),
        buyer=(demand.organisation.name if demand.organisation else demand.buyer) or demand.id,
        place=", ".join(filter(None, (place.get("commune"), place.get("province")))),
        months=[int(month) for month, amount in record["by_month"].items() if amount],
        unit=record["unit"],
        parties=parties,
        papers=paper_names((row["code"] for row in required), lang),
        stops=[names.get(stop["offer"], stop["offer"]) for stop in record["pickup"]["stops"]],
        year=today().year,
    )


def _name(offer: Offer | None, fallback: str) -> str:
    if offer is None:
        return fallback
    return offer.organisation.name if offer.organisation else offer.producer or fallback


def _place(offer: Offer | None) -> str:
    place = (offer.parsed.get("place") if offer else None) or {}
    return ", ".join(filter(None, (place.get("commune"), place.get("province"))))
