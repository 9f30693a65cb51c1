"""A small market in which every field of every party holds words that are found nowhere else, and what a
viewer may be shown of them by the table of ``queries.visibility``."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

import pypdf
from sqlalchemy import select

from matchmaker.extensions import db
from matchmaker.models import EVERYWHERE, Match, User
from matchmaker.queries.visibility import TAKING_PART, Stage, Viewer, sees, sees_participant
from matchmaker.services import (
    arranging,
    conferences,
    decisions,
    demands,
    introducing,
    matches,
    offers,
    organisations,
    packing,
    pooling,
    registrations,
    users,
)
from matchmaker.services.printing import Order
from tests.conftest import DEMAND, OFFER, PASSWORD

# party: side, its number (in telephones, prices, coordinates)
MARKET = {"PA": ("producer", 1), "PB": ("producer", 2), "BX": ("buyer", 3), "BY": ("buyer", 4)}
# Who takes part in the conference; the last agreed to have its contact printed.
GUESTS = {"PH": ("producer", 5), "BH": ("buyer", 6), "PC": ("producer", 7)}
PARTIES = MARKET | GUESTS
CONSENTED = "PC"
# Ids that chance does not make: a nonce holds "-dx-" once in a hundred thousand answers.
RECORD = {party: f"{'O' if side == 'producer' else 'D'}ZQ{party}" for party, (side, _) in PARTIES.items()}
GOODS = {"PH": "Chè Shan tuyết", "BH": "Chè Shan tuyết", "PC": "Măng khô"}
# How far the matches of the market are.
STAGES = {
    ("BX", "PA"): Stage.INTRODUCED,
    ("BY", "PA"): Stage.ACCEPTED,
    ("BX", "PB"): Stage.SUGGESTED,
    ("BY", "PB"): Stage.SUGGESTED,
    ("BH", "PH"): Stage.SUGGESTED,
}
VIEWERS = {
    "officer": Viewer.OFFICE,
    "administrator": Viewer.OFFICE,
    "organizer": Viewer.READER,
    "national_reader": Viewer.READER,
}
AT_CONFERENCE = VIEWERS | {"organizer": Viewer.OFFICE, "hall": Viewer.STRANGER}


def canaries(party: str) -> dict[str, str]:
    """The words that give a party away, by the field of the table that declares them."""
    side, number = PARTIES[party]
    low = party.lower()
    return {
        "party": f"Zq{low}ten",
        "person": f"Zq{low}nguoi",
        "phone": f"09870001{number}0",
        "email": f"zq{low}thu@example.com",
        "tax_code": f"53000{number}7741",
        "address": f"Zq{low}duong",
        "wording": f"Zq{low}loi",
        "person_in_text": f"Zq{low}goi",
        "phone_in_text": f"09870002{number}0",
        "price": f"{38 if side == 'buyer' else 19}{number}53",  # more than the days that the goods keep
        "coordinates": f"{22 if side == 'producer' else 21}.{number}9471",
        "record": RECORD[party],
    }


def fill() -> dict[str, User]:
    """Make the market and a user of each kind; gives the users by role or party."""
    found = {
        role: users.create(
            f"{role}@zq.example.com",
            [role],
            PASSWORD,
            name=f"Người {role}",
            provinces=[EVERYWHERE] if role == "officer" else [],
        )
        for role in VIEWERS
    }
    officer = found["officer"]
    clerk = users.create("clerk@zq.example.com", ["officer"], PASSWORD, provinces=[EVERYWHERE])
    for party, (side, number) in PARTIES.items():
        words = canaries(party)
        member = organisations.register(
            {
                "side": side,
                "name": f"HTX {words['party']} (mẫu)",
                "tax_code": words["tax_code"],
                "address": words["address"],
                "province": "Lào Cai" if side == "producer" else "Bắc Ninh",
                "contact": f"{words['person']} Hợp",
                "phone": words["phone"],
                "email": words["email"],
            },
            None,
        )
        found[party] = users.create(
            f"{party.lower()}@zq.example.com", [side], PASSWORD, name="Thành viên", organisation_id=member.id
        )
        _record(party, member.id, clerk, number)
    for buyer in ("BX", "BY", "BH"):
        matches.rank_demand(RECORD[buyer])
    for (buyer, producer), stage in STAGES.items():
        _bring(RECORD[buyer], RECORD[producer], stage, officer)
    pooling.propose(RECORD["BY"], officer)
    registrations.send(
        {
            "side": "producer",
            "name": "Hộ mới (mẫu)",
            "person": "Zqmoi",
            "phone": "0987000999",
            "province": "Lào Cai",
        }
    )
    _hold_conference({party: found[party].organisation_id or "" for party in GUESTS}, found["administrator"])
    return found


def _hold_conference(members: dict[str, str], admin: User) -> None:
    """A conference with a timetable that was handed out, a later one, a meeting that was held, and packs."""
    conferences.post(_conference(members), admin, "C1")
    arranging.arrange("C1", admin, 1)
    conferences.publish("C1", 1, admin)
    arranging.arrange("C1", admin, 1)
    for form in packing.FORMS:
        packing.carry_out(packing.ask("C1", form, Order(base="https://zq.example.com/"), admin).id)


def _record(party: str, member: str, clerk: User, number: int) -> None:
    words, side = canaries(party), PARTIES[party][0]
    spoken = f"gọi {words['phone_in_text'][:4]} {words['phone_in_text'][4:7]} {words['phone_in_text'][7:]}"
    template = OFFER if side == "producer" else DEMAND
    place = template["place"] | {"lat": float(words["coordinates"])}
    changes: dict[str, Any] = {
        "id": RECORD[party],
        "product": f"{GOODS.get(party, 'Mận tam hoa')} {words['party']}, {spoken}",
        "note": f"{words['wording']} {words['person_in_text']} {spoken}",
        "price_max": int(words["price"]),
        "place": place,
    }
    if side == "producer":
        offers.post(template | changes | {"price_min": int(words["price"]) - 2}, clerk, member)
    else:
        demands.post(template | changes | {"quantity": 40 + number}, clerk, member)


def _bring(demand: str, offer: str, stage: Stage, officer: User) -> None:
    found = select(Match.id).where(Match.demand_id == demand, Match.offer_id == offer)
    match_id = db.session.scalars(found).one()
    if stage >= Stage.ACCEPTED:
        decisions.decide(match_id, "accept", "", "", officer)
    if stage >= Stage.INTRODUCED:
        introducing.introduce(demand, [match_id], officer)


def _conference(members: dict[str, str]) -> dict[str, Any]:
    """The guests, each with a contact, a telephone and somebody who comes; what they are called tells."""
    slots = [
        {"id": s, "day": "2026-12-10", "session": "am", "start": f"0{s}:00", "end": f"0{s}:20"}
        for s in (1, 2, 3)
    ]
    people = [
        {
            "id": party,
            "side": side,
            "name": f"Đơn vị {canaries(party)['party']} (mẫu)",
            "organisation": members[party],
            "host": side == "buyer",
            "available": [1, 2, 3],
            "contact": f"{canaries(party)['person']} Hợp",
            "phone": canaries(party)["phone"],
            "delegates": [{"name": f"{canaries(party)['person']} Dự", "phone": canaries(party)["phone"]}],
            "contact_public": party == CONSENTED,
            "booth": f"A{number}",
            "products" if side == "producer" else "wants": [GOODS[party]],
        }
        for party, (side, number) in GUESTS.items()
    ]
    pairs = [{"a": party, "b": "BH", "score": 9} for party in ("PH", "PC")]
    return {
        "format": "meetplan/1",
        "name": "Hội nghị thử (mẫu)",
        "participants": people,
        "slots": slots,
        "tables": [{"id": "1"}],
        "pairs": pairs,
    }


@dataclass(frozen=True)
class Seen:
    """A field of a party in an answer."""

    party: str
    field: str


def declared(viewer: str, party: str, field: str) -> bool:
    """Whether the tables show a viewer (a role, a party, "guest PH" with its personal link, "hall" with the
    link of the hall's board, or "stranger") a field of a party."""
    return _of_market(viewer, party, field) or (party in GUESTS and _of_guest(viewer, party, field))


def _of_market(viewer: str, party: str, field: str) -> bool:
    if viewer == party:
        return sees(field, Viewer.OWN, Stage.SUGGESTED)
    if viewer in VIEWERS:
        return sees(field, VIEWERS[viewer], Stage.SUGGESTED)
    if viewer not in PARTIES:
        return sees(field, Viewer.STRANGER, Stage.INTRODUCED)
    stage = STAGES.get((viewer, party)) or STAGES.get((party, viewer))
    if stage is None:
        return sees(field, Viewer.RIVAL, Stage.INTRODUCED)
    return sees(field, Viewer.PARTNER, stage)


def _of_guest(viewer: str, party: str, field: str) -> bool:
    if field not in TAKING_PART or viewer in PARTIES or viewer == "stranger":
        return False
    stands = Viewer.OWN if viewer == f"guest {party}" else AT_CONFERENCE.get(viewer, Viewer.PARTNER)
    return sees_participant(field, stands, consented=party == CONSENTED)


def found_in(text: str) -> Iterator[Seen]:
    """The fields of parties that a text gives away, however telephones and figures are grouped in it."""
    text = text.casefold()
    close = re.sub(r"(?<=\d)[\s.,\u00a0\u202f-](?=\d)", "", text)
    for party in PARTIES:
        for field, word in canaries(party).items():
            plain = (word.replace(".", "") if field == "coordinates" else word).casefold()
            where = close if plain.isdigit() else text
            end = r"(?!\w)" if field == "record" else ""
            if plain in where and re.search(rf"(?<!\w){re.escape(plain)}{end}", where):
                yield Seen(party, field)


def text_of(answer: Any) -> str:
    """All text of an answer, whatever its kind."""
    body, kind = answer.get_data(), answer.mimetype or ""
    if body[:4] == b"%PDF":
        return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(body)).pages)
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return " ".join(_part(archive.read(name)) for name in archive.namelist())
    text = body.decode("utf-8", errors="replace")
    if kind == "text/calendar":
        text = text.replace("\r\n ", "")
    headers = " ".join(f"{name}: {value}" for name, value in answer.headers if name != "Set-Cookie")
    return unescape(re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)) + headers


def _part(body: bytes) -> str:
    """A file in an archive: a PDF by its text, XML without its marks."""
    if body[:4] == b"%PDF":
        return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(body)).pages)
    return unescape(re.sub(r"<[^>]+>", "", body.decode("utf-8", errors="replace")))
