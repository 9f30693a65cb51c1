"""What records on the market leave open: gaps and doubts, each a question to ask by telephone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, String, cast, func, not_, or_, select

from matchmaker.errors import NotFound
from matchmaker.extensions import db
from matchmaker.models import Demand, Offer, User
from matchmaker.queries.scope import visible

# field of the understood record: the question it leaves where it is empty
OFFER_GAPS = {
    "quantity": "quantity",
    "months": "months",
    "place": "place",
    "price": "price",
    "invoice": "invoice",
    "certificates": "papers",
    "shelf_life_days": "shelf_life",
}
DEMAND_GAPS = {
    "quantity": "quantity",
    "months": "months",
    "place": "place",
    "price": "price",
    "payment_days": "payment",
}
# doubts that ask what a gap asks; any other asks what its field asks
_OF_FIELD = {
    **dict.fromkeys(("quantity", "unit", "per"), "quantity"),
    **dict.fromkeys(("price", "price_min", "price_max", "price_unit"), "price"),
    "price_basis": "price_basis",
    "months": "months",
    "place": "place",
}
# Said as the service understood it, for a person to know, with nothing to ask.
_TELLING = frozenset(
    {"lunar", "deadline", "begins", "peak", "break", "thousands_implied", "bare_price", "price_about"}
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A record with its open questions (``gaps``, ``doubts``); ``filled`` of ``total`` facts are known.

    ``place_text`` is the place in doubt as it was written, "" without such a doubt.
    """

    kind: str
    id: str
    product: str
    party: str
    organisation_id: str | None
    gaps: tuple[str, ...]
    doubts: tuple[str, ...]
    filled: int
    total: int
    version: int = 0
    place_text: str = ""

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions, each once."""
        return tuple(dict.fromkeys((*self.gaps, *self.doubts)))


def open_questions(actor: User) -> list[Asked]:
    """Every record on the market that leaves something open, those with most open questions first."""
    found = [asked for asked in (*_of(Offer, actor), *_of(Demand, actor)) if asked.questions]
    return sorted(found, key=lambda asked: (-len(asked.questions), asked.product, asked.id))


def one(kind: str, record_id: str, actor: User) -> Asked:
    """What one record on the market leaves open. Raises ``NotFound``."""
    model: type[Offer] | type[Demand] = Demand if kind == "demand" else Offer
    found = next(_of(model, actor, record_id), None)
    if found is None:
        raise NotFound
    return found


def counted(found: Iterable[Asked]) -> list[tuple[str, str, int]]:
    """How many offers and demands leave each question open: kind, question, number; the most first."""
    counts = Counter((asked.kind, question) for asked in found for question in asked.questions)
    return sorted(
        ((kind, question, n) for (kind, question), n in counts.items()), key=lambda each: (-each[2], each)
    )


def _of(model: type[Offer] | type[Demand], actor: User, record_id: str = "") -> Iterator[Asked]:
    """What each record leaves open, or the one named; of all of them only those with something to look at.

    The database reads which facts are there: the records whole are many times as long.
    """
    offered = model is Offer
    party: Any = Offer.producer if offered else Demand.buyer
    asked = OFFER_GAPS if offered else DEMAND_GAPS
    known = {field: _known(model, field) for field in asked}
    statement = select(
        *(model.id, model.product, party, model.organisation_id, model.doubts, model.version),
        *(condition.label(f"has_{field}") for field, condition in known.items()),
    ).where(model.status == "open", visible(model, actor))
    if record_id:
        statement = statement.where(model.id == record_id)
    else:
        doubted = cast(model.doubts, String) != "[]"
        statement = statement.where(or_(doubted, *(not_(each) for each in known.values())))
    for found, product, name, member, doubts, version, *has in db.session.execute(statement):
        gaps = tuple(question for question, there in zip(asked.values(), has, strict=True) if not there)
        yield Asked(
            "offer" if offered else "demand",
            found,
            product,
            name,
            member,
            gaps,
            tuple(_doubtful(doubts)),
            len(asked) - len(gaps),
            len(asked),
            version,
            _place_text(doubts),
        )


def _known(model: type[Offer] | type[Demand], field: str) -> ColumnElement[bool]:
    """Whether the understood record has the fact."""
    if field == "price":
        return or_(_said(model, "price_min"), _said(model, "price_max"))
    if field == "months":
        return or_(*(_said(model, name) for name in ("months", "deliver_from", "deliver_to")))
    if field == "place":
        return _said(model, "place", "province")
    if field == "shelf_life_days":  # asked of goods that need the cold, not of cloth
        cold = func.coalesce(model.parsed["storage"].as_string(), "").in_(("chilled", "frozen"))
        return or_(_said(model, field), not_(cold))
    return _said(model, field)


def _said(model: type[Offer] | type[Demand], *path: str) -> ColumnElement[bool]:
    """Whether a field of the understood record is there and not empty."""
    written = cast(model.parsed[path], String)
    return func.coalesce(written, "null").not_in(("null", '""', "[]"))


def _place_text(doubts: Sequence[Mapping[str, Any]]) -> str:
    """The words of the place that a doubt is about."""
    texts = (doubt.get("facts", {}).get("value") for doubt in doubts if doubt.get("field") == "place")
    return next((str(text) for text in texts if text), "")


def _doubtful(doubts: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for doubt in doubts:
        question = _OF_FIELD.get(str(doubt.get("field")))
        if question and doubt.get("code") not in _TELLING:
            yield question
