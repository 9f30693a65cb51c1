"""Goods told as of the kind that a buyer names, by no more particular name than the records hold."""

from __future__ import annotations

import re

from matchmaker.wording.reasons import sorts
from matchmaker.wording.reasons.phrases import Facts, choose, product_name, quoted
from scoring.units import fold


def of_variety(facts: Facts, lang: str) -> str:
    """Goods of a kind that the buyer names by its wider name, in words that the records hold."""
    offered, demanded = sorts.offered_as_told(facts, lang), quoted(facts.get("demanded"), lang)
    name = _name_as_wanted(facts, lang)
    if name and facts.get("demanded_form") == "craft":
        return choose(
            lang,
            f"{offered} thuộc hàng {name} như {demanded} bên mua cần: phải xem mẫu, kiểu món",
            f"{offered} is {name}, as {demanded} is: look at samples and pieces first",
        )
    if not name:
        vi, en = f"{offered} đúng với {demanded} bên mua cần", f"{offered} is what {demanded} asks for"
        return choose(lang, vi, en)
    return choose(
        lang,
        f"{offered} là một loại {name}, đúng với {demanded} bên mua cần",
        f"{offered} is a kind of {name}, as {demanded} asks",
    )


_PRAISE = frozenset(("đặc", "sản", "các", "loại", "ngon", "sạch"))
_PLAIN_WORDS = 4  # of the buyer's own name that reads as that of a kind


def _name_as_wanted(facts: Facts, lang: str) -> str:
    """The listed name of the goods wanted, or the buyer's where that says less: "chè Shan tuyết" is not
    always "chè xanh Shan tuyết", nor are goats "dê núi"; "" where neither can be told."""
    listed, asked = product_name(facts, "demanded", lang), str(facts.get("demanded") or "")
    said = set(asked.lower().split()) - _PRAISE
    kind = str(facts.get("demanded_name_vi") or "")
    texts = (asked, str(facts.get("offered") or ""))
    unsaid = [word for word in kind.lower().split() if not _says(texts, word)]
    own = asked[:1].lower() + asked[1:]
    if lang == "vi" and facts.get("demanded_form") == "processed" and listed.endswith(" tươi"):
        return own  # "măng luộc" is no "măng tươi", though the table has them as one
    if lang == "vi" and said < set(listed.lower().split()):
        return own
    if not unsaid:
        return listed
    plain = not asked.isascii() and len(asked.split()) <= _PLAIN_WORDS and _NAME.fullmatch(asked)
    return own if lang == "vi" and plain else ""


# Nouns of parts and classes, which a kind may be called with or without.
_ANY = frozenset(("qua", "trai", "cu", "hoa", "cay", "hat", "rau", "con", "la", "ca", "thit", "tuoi", "hang"))
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")


def _says(texts: tuple[str, ...], word: str) -> bool:
    """Whether a word of a kind's name stands in texts, without its marks only in such as have none, or is one
    that any of the kind may be called by."""
    plain = fold(word)
    if plain in _ANY:
        return True
    return any((plain if text.isascii() else word) in _WORD.findall(text.lower()) for text in texts)
