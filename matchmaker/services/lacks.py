"""Which papers the producers of a conference lack for its buyers, which lapse soon, what is not clear."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from matchmaker.documents.material import Lack
from matchmaker.models import Match, Offer
from matchmaker.wording import doubts
from matchmaker.wording.goods import paper_names, validity
from matchmaker.wording.labels import label
from matchmaker.wording.reasons.phrases import paper

SOON = timedelta(days=183)  # a paper that lapses within half a year wants renewing now
OCOP = {"OCOP_STARS": "OCOP"}


def found(
    owners: Mapping[str, str], offers: Sequence[Offer], refused: Iterable[Match], today: date, lang: str
) -> list[Lack]:
    """By offer: papers that a buyer here asks for, papers lapsed or lapsing, doubts. ``owners`` gives the
    participant of an organisation."""
    asked: dict[str, list[Lack]] = {}
    for match in refused:
        asked.setdefault(match.offer_id, []).extend(_asked(match, owners, today, lang))
    lacks: list[Lack] = []
    for offer in offers:
        person = owners[offer.organisation_id or ""]
        lacks += _joined(asked.get(offer.id, []))
        lacks += [lack for lack in _lapsing(offer, person, today, lang) if not _told(lack, lacks)]
        lacks += [
            Lack(person, offer.product, doubts.sentence(d["code"], d.get("facts") or {}, lang))
            for d in offer.doubts
        ]
    return lacks


def _asked(match: Match, owners: Mapping[str, str], today: date, lang: str) -> list[Lack]:
    """What the buyer of a refused match asks for and the offer does not have."""
    person = owners[match.offer.organisation_id or ""]
    buyer = match.demand.buyer or (match.demand.organisation.name if match.demand.organisation else "")
    lacks = []
    for veto in match.evidence.get("veto_facts") or ():
        facts = veto["facts"]
        if veto["code"] in ("missing_cert", "cert_expired"):
            lacks += [
                Lack(person, match.offer.product, paper(code, lang), buyer)
                for code in facts.get("missing") or ()
            ]
            lacks += [
                _expired(person, match.offer.product, row, buyer, today, lang)
                for row in facts.get("expired") or ()
            ]
        elif veto["code"] == "no_invoice":
            wanted = " / ".join(label("invoice", code, lang) for code in facts.get("invoices_accepted") or ())
            lacks.append(Lack(person, match.offer.product, wanted, buyer))
    return lacks


def _expired(person: str, product: str, row: Mapping[str, Any], buyer: str, today: date, lang: str) -> Lack:
    expires = date.fromisoformat(row["expires"]) if row.get("expires") else None
    name = paper(OCOP.get(row["code"], row["code"]), lang)
    told = f"{name} ({validity(expires, today, lang)})" if expires else name
    return Lack(person, product, told, buyer, expires)


def _joined(lacks: Iterable[Lack]) -> list[Lack]:
    """One line for a paper however many buyers ask for it."""
    buyers: dict[tuple[str, str], list[str]] = {}
    first: dict[tuple[str, str], Lack] = {}
    for lack in lacks:
        key = (lack.product, lack.what)
        first.setdefault(key, lack)
        buyers.setdefault(key, []).append(lack.asked_by)
    return [
        Lack(lack.participant, lack.product, lack.what, "; ".join(dict.fromkeys(buyers[key])), lack.expires)
        for key, lack in first.items()
    ]


def _lapsing(offer: Offer, person: str, today: date, lang: str) -> list[Lack]:
    rows = [
        (row["code"], row["expires"]) for row in offer.parsed.get("certificates") or () if row.get("expires")
    ]
    if offer.parsed.get("ocop_expiry"):
        rows.append(("OCOP", offer.parsed["ocop_expiry"]))
    days = {code: date.fromisoformat(day) for code, day in rows}
    return [
        Lack(person, offer.product, f"{paper_names([code], lang)} ({validity(day, today, lang)})", "", day)
        for code, day in days.items()
        if day <= today + SOON
    ]


def _told(lack: Lack, known: Iterable[Lack]) -> bool:
    return any(
        (k.participant, k.product, k.what) == (lack.participant, lack.product, lack.what) for k in known
    )
