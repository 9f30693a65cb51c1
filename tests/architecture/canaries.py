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
from matchmaker.queries.visibility import Stage, Viewer, sees
from matchmaker.services import (
    arranging,
    conferences,
    decisions,
    demands,
    introducing,
    matches,
    offers,
    organisations,
    pooling,
    registrations,
    users,
)
from tests.conftest import DEMAND, OFFER, PASSWORD

# party: side, its number (in telephones, prices, coordinates)
PARTIES = {"PA": ("producer", 1), "PB": ("producer", 2), "BX": ("buyer", 3), "BY": ("buyer", 4)}
RECORD = {"PA": "OA", "PB": "OB", "BX": "DX", "BY": "DY"}
# How far the matches of the market are.
STAGES = {
    ("BX", "PA"): Stage.INTRODUCED,
    ("BY", "PA"): Stage.ACCEPTED,
    ("BX", "PB"): Stage.SUGGESTED,
    ("BY", "PB"): Stage.SUGGESTED,
}
VIEWERS = {
    "officer": Viewer.OFFICE,
    "administrator": Viewer.OFFICE,
    "organizer": Viewer.READER,
    "national_reader": Viewer.READER,
}


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
        "price": f"{38 if side == 'buyer' else 17}{number}53",
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
    for demand in ("DX", "DY"):
        matches.rank_demand(demand)
    for (buyer, producer), stage in STAGES.items():
        _bring(RECORD[buyer], RECORD[producer], stage, officer)
    pooling.propose("DY", officer)
    registrations.send(
        {
            "side": "producer",
            "name": "Hộ mới (mẫu)",
            "person": "Zqmoi",
            "phone": "0987000999",
            "province": "Lào Cai",
        }
    )
    conferences.post(_conference(), found["administrator"], "C1")
    arranging.arrange("C1", found["administrator"])
    return found


def _record(party: str, member: str, clerk: User, number: int) -> None:
    words, side = canaries(party), PARTIES[party][0]
    spoken = f"gọi {words['phone_in_text'][:4]} {words['phone_in_text'][4:7]} {words['phone_in_text'][7:]}"
    template = OFFER if side == "producer" else DEMAND
    place = template["place"] | {"lat": float(words["coordinates"])}
    changes: dict[str, Any] = {
        "id": RECORD[party],
        "product": f"Mận tam hoa {words['party']}, {spoken}",
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


def _conference() -> dict[str, Any]:
    """Two participants that are none of the market's parties; who takes part is told by its name."""
    slots = [
        {"id": s, "day": "2026-12-10", "session": "am", "start": f"0{s}:00", "end": f"0{s}:20"}
        for s in (1, 2)
    ]
    people = [("P1", "producer", "Zqhoinghi"), ("B1", "buyer", "Zqhoinghi")]
    return {
        "format": "meetplan/1",
        "name": "Hội nghị thử (mẫu)",
        "participants": [
            {
                "id": name,
                "side": side,
                "name": f"Đơn vị {name} (mẫu)",
                "available": [1, 2],
                "contact": told,
                "phone": "0987000888",
            }
            for name, side, told in people
        ],
        "slots": slots,
        "tables": [{"id": "1"}],
        "pairs": [{"a": "P1", "b": "B1", "score": 9}],
    }


@dataclass(frozen=True)
class Seen:
    """A field of a party in an answer."""

    party: str
    field: str


def declared(viewer: str, party: str, field: str) -> bool:
    """Whether the table shows a viewer (a role, a party, or "stranger") a field of a party."""
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


def found_in(text: str) -> Iterator[Seen]:
    """The fields of parties that a text gives away, however telephones and figures are grouped in it."""
    close = re.sub(r"(?<=\d)[\s.,\u00a0\u202f-](?=\d)", "", text)
    for party in PARTIES:
        for field, word in canaries(party).items():
            plain = word.replace(".", "") if field == "coordinates" else word
            pattern = rf"(?<![\w]){re.escape(plain)}" + (r"(?!\w)" if field == "record" else "")
            if re.search(pattern, close if plain.isdigit() else text, re.IGNORECASE):
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
