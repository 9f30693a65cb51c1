"""Enter and change offers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import Certificate, Offer, Organisation, Product, User
from matchmaker.queries import offers
from matchmaker.schemas.offers import OfferSchema
from matchmaker.services import audit, changing, layers, matches, ownership, resting
from matchmaker.services.calendar import today
from matchmaker.services.places import place_row
from matchmaker.services.reference import load_reference
from matchmaker.services.transaction import use_case
from matchmaker.services.understanding import offer_from
from scoring import records

Record = Mapping[str, Any]
Products = dict[tuple[str, str], Product]


@use_case
def post(
    record: Record, actor: User, on_behalf_of: str | None = None, confirmed: Record | None = None
) -> Offer:
    """Enter an offer; it gets an id where it has none. ``confirmed`` are fields that the person has looked at
    and confirmed above what ``record`` says.

    Raises ``Conflict`` for an id in use, ``InvalidRecord`` for a place nobody knows, and what
    ``ownership.owner`` raises.
    """
    member = ownership.owner(actor, "producer", on_behalf_of)
    offer_id = str(record.get("id") or ownership.new_id("O"))
    ownership.refuse_taken(Offer, offer_id)
    offer = Offer(id=offer_id, organisation_id=member.id if member else None, posted_by=actor.id)
    offer.raw, offer.confirmed = layers.plain({**record, "id": offer_id}), layers.plain(confirmed or {})
    _understand(offer, member)
    db.session.add(offer)
    changing.tell("posted", offer, offer.raw, actor)
    if offer.confirmed:
        changing.tell("confirmed", offer, offer.confirmed, actor)
    resting.enter([offer], actor)
    return offer


def enter(rows: Sequence[tuple[Record, records.Offer, Organisation | None]], actor: User) -> list[Offer]:
    """Enter many offers that were checked and understood already, each with the member it is of.

    The caller opened the transaction and made sure that the ids are free.
    """
    entered: list[Offer] = []
    known = _products({member.id for _, _, member in rows if member})
    with db.session.no_autoflush:
        for record, understood, member in rows:
            offer = Offer(id=str(record["id"]), organisation_id=member.id if member else None)
            offer.posted_by, offer.raw = actor.id, dict(record)
            _describe(offer, member, record, understood)
            offer.named_product = _product(member, understood, known) if member else None
            entered.append(offer)
    db.session.add_all(entered)
    db.session.flush()
    audit.record_all([changing.told("posted", offer, offer.raw, actor) for offer in entered], actor)
    resting.enter(entered, actor)
    return entered


@use_case
def change(offer_id: str, record: Record, actor: User, version: int) -> Offer:
    """Replace what an offer says, over what was confirmed before.

    ``version`` is the one the actor read. Raises ``Conflict`` for a closed offer, ``Stale`` for a past
    version, ``InvalidRecord`` for a record with another id.
    """
    offer = offers.one(offer_id, actor)
    changing.replace(offer, record, actor, version, _understand)
    return offer


@use_case
def confirm(offer_id: str, fields: Record, actor: User, version: int) -> Offer:
    """Keep what a person confirmed or corrected, field by field, above what was written and what was read.

    ``fields`` are as ``OfferCorrectionSchema`` loads them; None takes a confirmation back. Raises
    ``Conflict`` and ``Stale`` as ``change`` does.
    """
    offer = offers.one(offer_id, actor)
    changing.confirm(offer, fields, actor, version, _understand)
    return offer


@use_case
def close(offer_id: str, actor: User, version: int) -> Offer:
    """Take an offer off the market and out of all rankings; it stays on record.

    Raises ``Stale`` as ``change`` does.
    """
    offer = offers.one(offer_id, actor)
    changing.close(offer, actor, version)
    matches.withdraw(offer_id)
    return offer


def _understand(offer: Offer, member: Organisation | None) -> None:
    """Set what was understood, and the columns that lists are made from."""
    record = OfferSchema(keep_unknown=True).load({**offer.raw, **(offer.confirmed or {})})
    understood = offer_from(record, load_reference(), today())
    _describe(offer, member, record, understood)
    offer.named_product = _product(member, understood, _products({member.id})) if member else None


def _describe(offer: Offer, member: Organisation | None, record: Record, understood: records.Offer) -> None:
    """Set the columns that lists are made from."""
    offer.producer = str(record.get("producer") or (member.name if member else ""))
    offer.product = understood.called
    offer.parsed = layers.parsed(understood)
    offer.doubts = layers.doubts(understood)
    offer.valid_until = understood.valid_until
    offer.certificates = [_paper(paper) for paper in _papers(understood)]
    offer.place = place_row("production", record.get("place"), understood.place)


def _papers(offer: records.Offer) -> list[records.Certificate]:
    """The papers named, and OCOP where only its stars are said."""
    papers = list(offer.certificates)
    if offer.ocop_stars and not any(paper.code == "OCOP" for paper in papers):
        papers.append(records.Certificate("OCOP", offer.ocop_expiry, offer.ocop_stars))
    return papers


def _paper(paper: records.Certificate) -> Certificate:
    return Certificate(code=paper.code, stars=paper.stars, expires_on=paper.expires)


def _products(members: set[str]) -> Products:
    """The products of organisations, by organisation and name."""
    rows = db.session.scalars(select(Product).where(Product.organisation_id.in_(members)))
    return {(row.organisation_id, row.name): row for row in rows}


def _product(member: Organisation, offer: records.Offer, known: Products) -> Product:
    """The member's product of that name, entered where it is new; ``known`` holds those met already."""
    key = (member.id, offer.called)
    product = known.get(key)
    if product is None:
        product = Product(organisation_id=member.id, name=offer.called)
        db.session.add(product)
    known[key] = product
    product.ocop_stars = offer.ocop_stars
    return product
