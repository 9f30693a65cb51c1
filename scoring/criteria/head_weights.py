"""What animals weigh alive is not what they weigh slaughtered: which of both the figures of an offer are of.

A bird dressed is some seven tenths of the live one, a pig's carcass as much, a gutted fish nine; no record
says how much, so that a live weight is told as such and the dressed one is asked.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.columns.alive import MEAT, dressed
from scoring.criteria.clauses import WEIGHED_LIVE, WEIGHED_WHOLE, WORD
from scoring.records import Demand, Offer
from scoring.units import fold

_PARTS = re.compile(r"[;\n]|,(?!\d)")
# Fish and game that are sold whole or gutted, whatever they are kept in.
_FISH = re.compile(
    r"\b(?:ca (?!phe|chua|cao|tim|rot|ri|dia)[a-z]+|luon|ech|ba ba|muc|fish|tilapia|eel|squid)\b"
)
_GUTTED = re.compile(
    r"\b(?:moi ruot|bo ruot|sau (?:khi )?(?:mo|giet|lam)|da mo|danh vay|lam sach|mo bung|cat khuc|"
    r"phi le|gutted|cleaned|fillets?)\b"
)
_AS_IT_LIVES = re.compile(r"\b(?:hoi|song|live|alive|nguyen con)\b")


def weighed(offer: Offer, demand: Demand) -> str:
    """How the heads of an offer are weighed where the buyer means slaughtered ones: alive, or nobody says
    whether whole or cleaned; "" where both sides weigh the same."""
    if not _means_slaughtered(demand.product, demand.description, demand.spec, demand.remarks):
        return ""
    told = f"{offer.product} {offer.description} {offer.packaging} {offer.remarks} {offer.price_unit}"
    return _weighed(demand.product, told, offer.storage)


@lru_cache(maxsize=16_384)
def _means_slaughtered(product: str, *more: str) -> bool:
    """Whether the words of a demand mean slaughtered animals."""
    wanted = " ".join((product, *more))
    return bool(dressed(wanted) or _GUTTED.search(fold(wanted)) or MEAT.match(product))


@lru_cache(maxsize=16_384)
def _weighed(product: str, told: str, storage: str) -> str:
    if storage == "live" or "hoi" in WORD.findall(fold(told)):
        return WEIGHED_LIVE
    clean = dressed(told) or _GUTTED.search(fold(told)) or MEAT.match(told)
    unsaid = storage in ("", "chilled") and _FISH.search(fold(product))
    return WEIGHED_WHOLE if unsaid and not clean else ""


def of_the_dressed(words: str, told: str) -> bool:
    """Whether a figure stands in a part of an offer's words that speaks of slaughtered animals."""
    parts = (part for part in _PARTS.split(told) if words in fold(part))
    return any(dressed(part) or _GUTTED.search(fold(part)) is not None for part in parts)


def of_the_living(plain: str) -> bool:
    """Whether a folded clause of the buyer names the weight of the animal as it lives."""
    return _AS_IT_LIVES.search(plain) is not None
