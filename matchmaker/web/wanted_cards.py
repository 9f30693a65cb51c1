"""One demand as it is shown for an offer: to its producer without names or prices before an introduction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for

from matchmaker.models import Match, User
from matchmaker.permissions import Permission, allowed
from matchmaker.queries import shown
from matchmaker.web.amounts import amount, highest_price, place_name
from matchmaker.web.cards import Reason, best_reasons, missing, vetoes
from matchmaker.web.words import label


@dataclass(frozen=True)
class WantedCard:
    """A demand that an offer was judged for. ``rank`` is the demand's place among those the offer fits, 1 for
    the best; ``offer_rank`` the offer's place in the demand's own list."""

    match_id: int
    rank: int | None
    offer_rank: int | None
    score: float
    eligible: bool
    status: str
    introduced: bool
    product: str
    buyer: str
    channel: str
    place: str
    months: Sequence[int]
    amount: str
    price: str
    papers: Sequence[str]
    deadline: date | None
    reasons: Sequence[Reason]
    vetoes: Sequence[Reason]
    missing: Sequence[Reason]
    url: str


def wanted_cards(matches: Sequence[Match], actor: User) -> list[WantedCard]:
    """The cards of an offer's matches in the order given, the eligible ones numbered from 1."""
    ranks = iter(range(1, len(matches) + 1))
    return [wanted_card(match, actor, next(ranks) if match.eligible else None) for match in matches]


def wanted_card(match: Match, actor: User, rank: int | None) -> WantedCard:
    """One card, with what the actor may read of the buyer."""
    office = allowed(actor, Permission.SEE_BOARD)
    view = shown.view(match, "demand", actor)
    demand, evidence = match.demand, shown.evidence(match, actor)
    parsed: Mapping[str, Any] = demand.parsed
    required = parsed.get("required_certificates") or ()
    return WantedCard(
        match_id=match.id,
        rank=rank,
        offer_rank=match.rank,
        score=match.score / 1_000_000,
        eligible=match.eligible,
        status=match.status,
        introduced=match.introduced,
        product=view.text(demand.product),
        buyer=view.party,
        channel=demand.channel,
        place=place_name(parsed.get("place"), written=view.sees("address") or view.sees("wording")),
        months=parsed.get("months") or [],
        amount=amount(parsed),
        price=highest_price(parsed) if view.sees("price") else "",
        papers=[label("certificate_short", row["code"]) for row in required],
        deadline=demand.valid_until,
        reasons=best_reasons(evidence),
        vetoes=vetoes(evidence),
        missing=missing(evidence),
        url=url_for("board.match", match_id=match.id) if office else "",
    )
