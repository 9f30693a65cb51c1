"""What a buyer names his goods as being without: "không phẩm màu", "chưa qua xử lý nhiệt", "ít đường",
"no added sugar", "sulphur-free". Such words hold only as a whole: without its denial the rest asks for the
contrary."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.contrasts import LOOSE, asked, said
from scoring.criteria.answers import answer
from scoring.criteria.clauses import SAME
from scoring.criteria.own_text import own_text
from scoring.product.forms import FORM_SYLLABLES
from scoring.product.noise import PACKING
from scoring.product.normalise import syllables
from scoring.records import Offer
from scoring.units import fold

LONGEST = 6  # words of a denial
_DENIES = re.compile(
    r"(?<!\w)(?:(?:không|khong|ko|chưa)(?= )|chua(?= (?:qua|xu ly|tay|nhuom|tam|pha|duoc)\b)|"
    r"ít(?= )|it(?= (?:duong|ngot|muoi|man|cay|beo|xo|hat|gai|dau)\b)|"
    r"(?:no|without|free (?:of|from))(?= )|non(?=[- ]\w))",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"(?<!\w)(?:[^\W\d_]+[- ]free(?! (?:of|from|range)\b)|"
    r"un(?:sulph?[fh]?ured|sulfured|sweetened|salted|bleached|waxed|dyed|coated|pasteuri[sz]ed|peeled|shelled|"
    r"treated|filtered|polished|roasted))(?!\w)",
    re.IGNORECASE,
)
# What ends a denial: another denial, a joint, how many, how packed, what for, from where.
_STOPS = frozenset(
    ("khong", "ko", "va", "and", "hoac", "or", "cho", "de", "loai", "hang", "size", "grade", "cua", "gia",
     "tai", "from", "in", "for", "with", "trong", "giong", "thuong", "tu", "dat", "chuan", "theo", "but")
)  # fmt: skip
_PIECES = re.compile(r"[,;()+&/]|\s[-–]\s")
_WORD = re.compile(r"\S+")


@lru_cache(maxsize=16_384)
def denials_named(name: str) -> tuple[str, ...]:
    """The denials in a name of goods, each with all its words.

    >>> denials_named("miến dong không phẩm màu Bình Liêu"), denials_named("sugar-free dried mango")
    (('không phẩm màu',), ('sugar-free',))
    """
    found: list[str] = []
    for piece in _PIECES.split(name):
        at = 0
        while opening := _DENIES.search(piece, at):
            end = _end(piece, opening.end())
            if end > opening.end():
                found.append(piece[opening.start() : end].strip())
            at = max(end, opening.end())
        found += [match[0] for match in _FREE.finditer(piece)]
    return tuple(found)


def _end(piece: str, at: int) -> int:
    """Where a denial that opens before ``at`` ends."""
    end, words = at, list(_WORD.finditer(piece, at))
    for n, word in enumerate(words[:LONGEST]):
        plain = fold(word[0]).strip("-")
        after = fold(words[n + 1][0]) if n + 1 < len(words) else ""
        ended = plain in _STOPS or any(c.isdigit() for c in plain)
        if ended or (n and _opens_another(word[0], after)):
            break
        end = word.end()
    return end


def _opens_another(word: str, after: str) -> bool:
    """Whether a word behind a denial is another thing's: a name, a pack, a form, a denial."""
    named = word[:1].isupper() and not word.isupper()
    own = "".join(each.marked for each in syllables(word))
    packed = own in PACKING and not (own == "bao" and after == "quan")
    return named or packed or own in FORM_SYLLABLES or _DENIES.match(f"{word} ") is not None


def _of_form(words: str) -> bool:
    """Whether a denial speaks of the form alone, which is judged with the goods: "chưa rang"."""
    own = re.sub(r"^(?:không|khong|ko|chưa|chua|un)(?: qua)? ?", "", words.lower())
    return all(word in FORM_SYLLABLES for word in own.split())


@lru_cache(maxsize=16_384)
def without_its_denials(name: str) -> str:
    """A name without its denials, a break in the place of each."""
    for words in sorted(denials_named(name), key=len, reverse=True):
        name = name.replace(words, ";")
    return name


def unsaid_denials(name: str, offer: Offer) -> list[str]:
    """The denials in a name that an offer does not say."""
    named = denials_named(name)
    if not named:
        return []
    told = own_text(offer)
    return [each for each in named if not (_of_form(each) or _is_said(each, told, offer))]


def _is_said(words: str, told: str, offer: Offer) -> bool:
    """Whether an offer says a denial, in its words or in others: "unsweetened" for "no added sugar"."""
    if asked(words) & ~LOOSE & said(offer.product, told):
        return True
    found = answer(words, fold(words), told, offer.packaging, None, "")
    return found is not None and found.says == SAME


@lru_cache(maxsize=16_384)
def denials_meant(product: str, item: str) -> str:
    """The item meant of the goods that a demand names, with the pieces of its name that are denials."""
    if item and item in product:
        more = [piece for piece in _PIECES.split(product) if piece not in item]
        own = [piece.strip() for piece in more if _DENIES.match(piece.strip()) or _FREE.match(piece.strip())]
        return ", ".join((item, *own))
    return product
