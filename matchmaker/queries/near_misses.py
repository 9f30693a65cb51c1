"""Near-matches of open demands with a step that would make them possible, by where the goods come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, cast, func, literal, select, true, type_coerce
from sqlalchemy.dialects.postgresql import JSONPATH
from sqlalchemy.orm import aliased

from matchmaker.extensions import db
from matchmaker.models import Demand, Match, Offer, Organisation, Place, User
from matchmaker.models.base import Json
from matchmaker.queries.scope import visible

AT_ONCE = 500  # rows in memory
CRITERIA = ("volume", "season")  # whose facts tell how much a step unlocks


@dataclass(frozen=True)
class NearMiss:
    """One near-match: its two sides by name, the place of the offer, and of its evidence what the step and
    the amounts follow from (``offer``, ``demand``, ``missing``, ``reasons`` of ``CRITERIA``)."""

    match_id: int
    offer: str
    producer: str
    demand: str
    buyer: str
    province: str
    commune: str
    per: str
    evidence: dict[str, Any] = field(repr=False)


def listed(actor: User | None, province: str | None = None, commune: str = "") -> Iterator[NearMiss]:
    """The near-matches of offers that the actor may see, in no order; ``province`` "" are those of no place.
    None as the actor is the service itself, for the whole country.

    Those that an officer rejected are left out: somebody knows why it will not be. The database reads the
    parts that are wanted out of the evidence, which as a whole is twenty times as long.
    """
    seller, buyer = aliased(Organisation), aliased(Organisation)
    statement = _open(
        select(
            *(Match.id, Match.offer_id, Match.demand_id, Match.told["missing"].label("missing")),
            *(_facts(criterion).label(criterion) for criterion in CRITERIA),
            *(Offer.product.label("offer"), Offer.producer, Offer.parsed["per"].as_string().label("per")),
            *(Demand.product.label("demand"), Demand.buyer, Place.province, Place.commune),
            *(seller.name.label("seller_name"), buyer.name.label("buyer_name")),
        )
        .join(Offer, Offer.id == Match.offer_id)
        .join(Demand, Demand.id == Match.demand_id)
        .outerjoin(Place, Place.id == Offer.place_id)
        .outerjoin(seller, seller.id == Offer.organisation_id)
        .outerjoin(buyer, buyer.id == Demand.organisation_id)
        .execution_options(yield_per=AT_ONCE),
        actor,
    ).where(Match.told["missing"]["code"].as_string().is_not(None))
    if province is not None:
        statement = statement.where(func.coalesce(Place.province, "") == province)
    if commune:
        statement = statement.where(Place.commune == commune)
    for row in db.session.execute(statement):
        told = zip(CRITERIA, (row.volume, row.season), strict=True)
        yield NearMiss(
            match_id=row.id,
            offer=row.offer,
            producer=row.seller_name or row.producer,
            demand=row.demand,
            buyer=row.buyer_name or row.buyer,
            province=row.province or "",
            commune=row.commune or "",
            per=row.per or "",
            evidence={
                "offer": row.offer_id,
                "demand": row.demand_id,
                "missing": row.missing,
                "reasons": [{"criterion": name, "facts": facts} for name, facts in told if facts],
            },
        )


def whole(match_ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """The whole evidence of near-matches that were listed."""
    found: dict[int, dict[str, Any]] = {}
    for start in range(0, len(match_ids), AT_ONCE):
        part = match_ids[start : start + AT_ONCE]
        rows = db.session.execute(select(Match.id, Match.evidence).where(Match.id.in_(part)))
        found |= {row.id: row.evidence for row in rows}
    return found


def _facts(criterion: str) -> ColumnElement[Any]:
    """The facts of one criterion, out of the list of reasons."""
    if db.session().get_bind().dialect.name == "postgresql":
        path = cast(literal(f'$.reasons[*] ? (@.criterion == "{criterion}").facts'), JSONPATH)
        return type_coerce(func.jsonb_path_query_first(Match.told, path), Json)
    each = func.json_each(Match.told, "$.reasons").table_valued("value")
    facts = select(func.json_extract(each.c.value, "$.facts"))
    named = func.json_extract(each.c.value, "$.criterion") == criterion
    return type_coerce(facts.where(named).scalar_subquery(), Json)


def _open(statement: Select[Any], actor: User | None) -> Select[Any]:
    return statement.where(
        *(Match.current, Match.eligible.is_(False), Match.status != "rejected"),
        *(Offer.status == "open", Demand.status == "open"),
        visible(Offer, actor) if actor is not None else true(),
    )
