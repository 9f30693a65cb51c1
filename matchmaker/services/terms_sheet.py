"""The terms of a purchase: what each side has said of each, and what nobody has said yet.

What stands in the records counts until a side says otherwise in its own words. Two sayings agree where the
figures allow it, or where the words are the same; whether other words agree, only the two can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from matchmaker.errors import InvalidRecord
from matchmaker.extensions import db
from matchmaker.models import Match, TermSaid, User
from matchmaker.schemas.choices import SIDES, TERMS
from matchmaker.services import audit
from matchmaker.services.transaction import use_case
from matchmaker.wording.errors import message

Parsed = Mapping[str, Any]
Said = dict[str, Any]  # {"code", "value"} of a record, or {"words"}


@dataclass(frozen=True)
class Term:
    """One term: what the buyer and the producer say of it (None: nothing yet).

    ``state`` is agreed, differs (the figures contradict each other), compare (both in words, to be brought
    together), half (one side alone) or open.
    """

    code: str
    buyer: Said | None
    producer: Said | None
    state: str


def sheet(match: Match) -> list[Term]:
    """The terms of a match in their order. The caller has read the match through its scope."""
    latest = {(row.term, row.side): row.words for row in _rows(match.id)}
    return [_term(code, match, latest) for code in TERMS]


def open_terms(terms: Iterable[Term]) -> list[str]:
    """The terms that are not agreed."""
    return [term.code for term in terms if term.state != "agreed"]


@use_case
def say(
    match: Match, side: str, words: Mapping[str, str], how: str, actor: User | None, on_behalf: str | None
) -> int:
    """Keep what a side says of some terms; gives how many changed. Words taken back ("") leave the record's.

    The caller has read the match through its scope or a link. Raises ``InvalidRecord`` for unknown terms.
    """
    if side not in SIDES or not set(words) <= set(TERMS):
        raise InvalidRecord({"term": [message("invalid_value")]})
    before = {(row.term, row.side): row.words for row in _rows(match.id)}
    changed = {term: text for term, text in words.items() if before.get((term, side), "") != text}
    for term, text in changed.items():
        db.session.add(
            TermSaid(
                match_id=match.id, term=term, side=side, words=text, how=how,
                user_id=actor.id if actor else None, on_behalf_of=on_behalf,
            )
        )  # fmt: skip
    if changed:
        facts = {"side": side, "words": changed, "how": how}
        audit.record("match.terms", "match", match.id, facts, actor, on_behalf)
    return len(changed)


def _rows(match_id: int) -> Iterable[TermSaid]:
    return db.session.scalars(select(TermSaid).where(TermSaid.match_id == match_id).order_by(TermSaid.id))


def _term(code: str, match: Match, latest: Mapping[tuple[str, str], str]) -> Term:
    records = {"buyer": match.demand.parsed, "producer": match.offer.parsed}
    said: dict[str, Said | None] = {}
    for side in SIDES:
        words = latest.get((code, side), "")
        said[side] = {"words": words} if words else recorded(code, side, records[side])
    return Term(code, said["buyer"], said["producer"], _state(code, said["buyer"], said["producer"]))


def recorded(code: str, side: str, parsed: Parsed) -> Said | None:
    """What the record of a side says of a term."""
    buyer = side == "buyer"
    if code == "payment":
        if parsed.get("consignment"):
            return {"code": "consignment", "value": True}
        return _value("days", parsed.get("payment_days" if buyer else "max_payment_days"))
    if code == "discount":
        return _value("percent", parsed.get("discount_pct" if buyer else "max_discount_pct"))
    if code == "returns":
        return _value("returns", parsed.get("returns" if buyer else "accepts_returns"))
    if code == "packing":
        return _value("text", (parsed.get("spec") if buyer else parsed.get("packaging")) or None)
    if code == "delivery_place" and buyer:
        place = parsed.get("place") or {}
        named = ", ".join(filter(None, (place.get("commune"), place.get("province"))))
        return _value("text", named or None)
    if code == "price_basis":
        return _value("basis", parsed.get("price_basis") or None)
    return None


def _value(code: str, value: Any) -> Said | None:
    return None if value is None else {"code": code, "value": value}


def _state(code: str, buyer: Said | None, producer: Said | None) -> str:
    if buyer is None and producer is None:
        return "open"
    if buyer is None or producer is None:
        return "half"
    if "words" in buyer or "words" in producer:
        return "agreed" if _plain(buyer) == _plain(producer) else "compare"
    wanted, given = buyer["value"], producer["value"]
    if code in ("payment", "discount") and {buyer["code"], producer["code"]} <= {"days", "percent"}:
        return "agreed" if wanted <= given else "differs"
    if code == "returns":
        return "agreed" if given or not wanted else "differs"
    if code == "packing":
        return "compare"
    return "agreed" if wanted == given else "differs"


def _plain(said: Said) -> str:
    return " ".join(str(said.get("words", said.get("value"))).casefold().split()).rstrip(".")
