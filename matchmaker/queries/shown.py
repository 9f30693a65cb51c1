"""What an actor is shown of a record or a match, by the table of ``visibility``: for API, pages and files.

Prices hidden from a side are left out together with what they could be computed from. In what the other side
wrote, names and contacts that are not to be known yet are covered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from matchmaker.models import Demand, Match, Offer, Organisation, User
from matchmaker.queries.search import fold
from matchmaker.queries.visibility import (
    Stage,
    Viewer,
    sees,
    sees_participant,
    viewer_of,
    viewer_of_conference,
)

Record = Mapping[str, Any]

COORDINATES = frozenset({"lat", "lon"})
# The facts that tell a side's price, by the side that says it, and those that tell one from the other.
PRICES = {
    "demand": frozenset({"ceiling", "ceiling_bare", "ceiling_money", "ceiling_brought"}),
    "offer": frozenset(
        {
            "price_low",
            "price_high",
            "floor_total",
            "top_total",
            "price_bare",
            "price_money",
            "by_head",
            "least_brought",
            "pieces_brought",
            "pieces_lowest",
            "pieces_top",
            "piece_freight",
            "piece_freight_most",
            "dear_piece",
        }
    ),
}
COMPARED = frozenset({"over_share", "negotiable", "freight_share", "borne_share"})
_STEP = frozenset(
    {"from", "to", "share", "freight_up_to", "freight_each"}
)  # of the missing step "lower_price"
_CONTACT = re.compile(
    r"(?<!\d)(?:\+?84|0)(?:[\s.()/-]{0,2}\d){8,10}(?!\d)"
    r"|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}"
    r"|(?:https?://|www\.|zalo\.me/|fb\.com/|facebook\.com/)\S{1,200}",
    re.IGNORECASE,
)
COVERED = "•••"
# What a conference's document says of a participant, by the field of the table that declares it.
PARTICIPANT = {"contact": "person", "phone": "phone", "address": "address"}
_SHORTEST = 4  # letters of a name that is looked for in a text
_FORM_WORDS = re.compile(
    r"(?:htx|hop tac xa|tht|to hop tac|cong ty|cty|tnhh|mtv|co phan|cp|dntn|doanh nghiep|hkd|"
    r"ho kinh doanh|ho|co so|san xuat|dich vu|nong nghiep|thuong mai|ong|ba|anh|chi|va)\b\s*"
)
_BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")


@dataclass(frozen=True)
class View:
    """How an actor looks at one side of a match, and what it may therefore be shown."""

    viewer: Viewer
    stage: Stage
    row: Offer | Demand

    def sees(self, field: str) -> bool:
        """Whether the field is shown."""
        return sees(field, self.viewer, self.stage)

    def text(self, written: str) -> str:
        """What was written, with what is not to be known yet covered."""
        if not self.sees("party"):
            written = covered(written, names_of(self.row))
        return written if self.sees("phone_in_text") else words(written)

    @property
    def party(self) -> str:
        """The name of the organisation, or ""."""
        if not self.sees("party"):
            return ""
        written = self.row.producer if isinstance(self.row, Offer) else self.row.buyer
        return self.row.organisation.name if self.row.organisation else written


def stage_of(match: Match) -> Stage:
    """How far a match is, as far as showing goes."""
    if match.introduced:
        return Stage.INTRODUCED
    return Stage.ACCEPTED if match.status == "accepted" else Stage.SUGGESTED


def view(match: Match, side: str, actor: User | None) -> View:
    """How an actor looks at the "offer" or the "demand" of a match."""
    row = match.offer if side == "offer" else match.demand
    return View(viewer_of(actor, row, matched=True), stage_of(match), row)


def evidence(match: Match, actor: User) -> dict[str, Any]:
    """The evidence of a match as the actor is shown it.

    Where a price is hidden, the parts of the score are left out too: the price could be computed from them.
    """
    sides = {side: view(match, side, actor) for side in PRICES}
    whole = dict(match.evidence)
    for side, one in sides.items():
        if not one.sees("record"):
            whole[side] = f"{side}-{match.id}"
    hidden = _hidden_facts(sides)
    if hidden:
        whole |= {
            "components": {},
            "reasons": [_reason(reason, hidden) for reason in whole["reasons"]],
            "veto_facts": [_without(veto, hidden) for veto in whole.get("veto_facts", [])],
            "missing": _missing(whole["missing"]),
        }
    if unread := {side for side, one in sides.items() if not one.sees("wording")}:
        whole["reasons"] = [_without_notes(reason, unread) for reason in whole["reasons"]]
    for one in sides.values():
        if not (one.sees("party") and one.sees("phone_in_text")):
            whole = {name: _each_text(value, one) for name, value in whole.items()}
    return whole


def in_favour(match: Match) -> list[dict[str, Any]]:
    """What speaks for a match, the strongest first, as both sides may read it: without notes of either."""
    found = (_without_notes(reason, set(PRICES)) for reason in match.evidence["reasons"])
    return sorted((reason for reason in found if reason["effect"] > 0), key=lambda reason: -reason["effect"])


def words(text: str) -> str:
    """What somebody wrote, with telephones and addresses in it covered."""
    return _CONTACT.sub(COVERED, text)


def covered(text: str, names: Iterable[str]) -> str:
    """A text with some names in it covered, however their accents and capitals are written."""
    plain = "".join(fold(letter)[:1] or letter for letter in text)
    for name in sorted({fold(name) for name in names}, key=len, reverse=True):
        if len(name) < _SHORTEST:
            continue
        while (at := plain.find(name)) >= 0:
            text = text[:at] + COVERED + text[at + len(name) :]
            plain = plain[:at] + COVERED + plain[at + len(name) :]
    return text


def names_of(row: Offer | Demand) -> set[str]:
    """The names that tell whose record it is: of the organisation, as written, of whom to call there."""
    names = {row.producer if isinstance(row, Offer) else row.buyer}
    if row.organisation is not None:
        names |= _names_of_member(row.organisation)
    whole = {part for name in names for part in (name.strip(), _BRACKETS.sub("", name).strip()) if part}
    return whole | {core for name in whole if (core := _core(name)) and _tells(core, row)}


def _core(name: str) -> str:
    """A name without the words for the kind of organisation that it begins with."""
    plain = fold(name)
    while found := _FORM_WORDS.match(plain):
        plain = plain[found.end() :]
    return plain


def _tells(core: str, row: Offer | Demand) -> bool:
    """Whether a name tells more than the goods and the place, which everybody may know ("Mận Bắc Hà")."""
    place = row.parsed.get("place") or {}
    known = f"{place.get('commune') or ''} {place.get('province') or ''} {' '.join(row.product.split()[:2])}"
    return bool(set(core.split()) - set(fold(known).split()))


def record(row: Offer | Demand, layer: Record, actor: User) -> dict[str, Any]:
    """What was written (or confirmed) of a record, as the actor is shown it."""
    one = View(viewer_of(actor, row), Stage.SUGGESTED, row)
    shown = dict(layer)
    if not one.sees("coordinates") and "place" in shown:
        shown["place"] = place(shown["place"])
    return shown if one.sees("phone_in_text") else {name: _each_text(v, one) for name, v in shown.items()}


def conference(document: Record, actor: User) -> dict[str, Any]:
    """A conference as the actor is shown it: who only reads gets no addresses, and of persons and telephones
    those alone that agreed to be printed; of who comes for a participant it gets how many."""
    viewer = viewer_of_conference(actor)
    return {**document, "participants": [_participant(row, viewer) for row in document["participants"]]}


def _participant(row: Record, viewer: Viewer) -> dict[str, Any]:
    consented = row.get("contact_public") is True
    told = {
        name: value
        for name, value in row.items()
        if name not in PARTICIPANT or sees_participant(PARTICIPANT[name], viewer, consented=consented)
    }
    coming = row.get("delegates")
    if isinstance(coming, list) and not sees_participant("person", viewer):
        told["delegates"] = len(coming)
    return told


def place(written: Any) -> Any:
    """A place as written, without where exactly it lies."""
    if not isinstance(written, Mapping):
        return written
    return {name: value for name, value in written.items() if name not in COORDINATES}


def _names_of_member(member: Organisation) -> set[str]:
    people = {contact.name for contact in member.contacts if " " in contact.name.strip()}
    return {member.name, *people}


def _each_text(value: Any, one: View) -> Any:
    if isinstance(value, str):
        return one.text(value)
    if isinstance(value, Mapping):
        return {name: _each_text(inner, one) for name, inner in value.items()}
    return [_each_text(inner, one) for inner in value] if isinstance(value, list) else value


def _hidden_facts(sides: Mapping[str, View]) -> frozenset[str]:
    others = [PRICES[side] for side, one in sides.items() if not one.sees("price")]
    return COMPARED.union(*others) if others else frozenset()


def _reason(reason: Record, hidden: frozenset[str]) -> dict[str, Any]:
    """A reason without prices, what is doubtful of them (their words) and its weight."""
    told = _without(reason, hidden)
    if "doubts" in told["facts"]:
        kept = [row for row in told["facts"]["doubts"] if not row["field"].startswith("price")]
        told["facts"] = {name: value for name, value in told["facts"].items() if name != "doubts"}
        told["facts"] |= {"doubts": kept} if kept else {}
    return {name: value for name, value in told.items() if name != "effect"}


def _without_notes(reason: Record, sides: set[str]) -> dict[str, Any]:
    """A reason without what the notes of some sides say."""
    kept = [row for row in reason["facts"].get("notes") or () if row["side"] not in sides]
    facts = {name: value for name, value in reason["facts"].items() if name != "notes"}
    return {**reason, "facts": facts | ({"notes": kept} if kept else {})}


def _without(told: Record, hidden: frozenset[str]) -> dict[str, Any]:
    return {**told, "facts": {name: value for name, value in told["facts"].items() if name not in hidden}}


def _missing(step: Record | None) -> dict[str, Any] | None:
    """The missing step without prices, in what must change beside it too."""
    if step is None:
        return None
    told = _without(step, _STEP) if step["code"] == "lower_price" else dict(step)
    return told | {"also": [_missing(more) for more in step["also"]]} if "also" in step else told
