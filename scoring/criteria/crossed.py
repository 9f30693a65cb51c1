"""A breed of animals that a buyer names, and an offer whose words say that its own are crossed: whether he
takes them is to be asked, with both words side by side."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.criteria.clauses import OTHER, UNMET, Clause
from scoring.criteria.meaning import plain_of, without_denials
from scoring.exclusions import asked_text, refused_by, without_refusals
from scoring.records import Demand, Offer
from scoring.units import fold

_ANIMAL = r"(?:de|lon|heo|ga|vit|ngan|ngong|bo|be|trau|nghe|cuu|tho|ngua)"
_BREED = re.compile(
    r"\b(?:de (?:co|nui|ta|bach thao|phan rang)|cuu phan rang|ngua bach|tho (?:ta|den|xam)|"
    r"(?:lon|heo) (?:den(?: ban)?|ban|man|muong|mong cai|co|ta|rung|soc|van pa|tap na|lung|khua|huong)|"
    r"ga (?:ri|ta|ho|dong tao|mia|hmong|h.mong|mong|den|tien yen|tre|ac|lac thuy|o ke|tau vang|lien minh|"
    r"(?:9|chin|nhieu) cua)|"
    r"vit (?:co(?: lung)?|bau(?: \w+)?|xiem|ta|dai xuyen)|ngan (?:re|sen|ta)|ngong (?:co|sen|ta)|"
    r"(?:bo|be) (?:vang|ta|mong|hmong|h.mong|co)|trau (?:ta|ngo)|"
    r"(?:native|local|indigenous|purebred) (?:\w+ )?(?:goat|pig|chicken|duck|cattle|cow)s?)\b"
)
_CROSSED = re.compile(
    rf"^(?:(?:giong|hang|dan|co|hoi|bi|da|{_ANIMAL}) )*lai(?! (?:xe|hang|tien|giao|tra|goi|co|khong)\b)"
    r"(?: |$)|"
    rf"\b{_ANIMAL}(?: \w+){{0,2}} lai\b(?! (?:xe|hang|tien)\b)|"
    r"\blai (?:voi|giong|boer|bach thao|sind|bbb|brahman|f[12]|duroc|yorkshire|landrace|luong phuong|it|nhe|"
    r"mot phan|mau|\d+ ?[%/])|"
    r"\bf1\b|\bcross(?:ed|[- ]?bred|[- ]?breeds?)?\b|\bhybrids?\b|\bhalf[- ]bred\b"
)
_AGAIN = re.compile(r"(?<!\w)(?:lại|lãi|lái|còn)(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=16_384)
def breed_named(text: str) -> str:
    """The breed of animals that a text names, in its own words; "" where it names none, or takes a cross."""
    plain = fold(text)
    found = _BREED.search(plain)
    if not found or len(plain) != len(text) or re.search(r"\blai\b|\bf1\b|\bcross", plain):
        return ""
    return text[found.start() : found.end()]


@lru_cache(maxsize=16_384)
def crossing_said(told: str) -> str:
    """The part of an offer's words that says that its animals are crossed; "" where none does."""
    for part in re.split(r"[;()\n]|,(?!\d)|\.(?=\s|$)", told):
        plain = without_denials(plain_of(_AGAIN.sub("_", part))).strip()
        if plain and _CROSSED.search(plain):
            return part.strip()
    return ""


def crossed(offer: Offer, demand: Demand) -> list[Clause]:
    """The breed that a demand names, or the cross that it refuses, against an offer that says otherwise
    behind its name."""
    breed, refused = _asked(demand.product, demand.spec, demand.description, demand.remarks)
    if not (breed or refused):
        return []
    told = "; ".join(filter(None, (offer.description, offer.grade, offer.remarks)))
    said = crossing_said(told) if told else ""
    if not said:
        return []
    return [Clause(refused, UNMET, said, refused=True) if refused else Clause(breed, OTHER, said)]


@lru_cache(maxsize=16_384)
def _asked(product: str, spec: str, description: str, remarks: str) -> tuple[str, str]:
    """The breed that a demand of such words names, and the clause in which it refuses a cross."""
    demand = Demand("", product, spec=spec, description=description, remarks=remarks)
    refused = next((each.clause for each in refused_by(demand) if any(map(_is_cross, each.goods))), "")
    return breed_named(without_refusals(product)) or breed_named(asked_text(demand, spec)), refused


def _is_cross(goods: str) -> bool:
    """Whether refused goods are crossed animals."""
    return re.search(rf"^(?:{_ANIMAL} )?lai\b|\bf1\b|\bcross", fold(goods)) is not None
