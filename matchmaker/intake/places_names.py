"""Names compared as people write them: no diacritics, Đắk/Đăk/Đắc, Lý/Lí, H'leo/Hleo, Kontum/Kon Tum.

A word has a key (folded, spelling variants made one) and a mark (the key's spelling with its diacritics).
Words with equal keys may be the same name; where the writer used diacritics the marks must agree too.
"""

from __future__ import annotations

import re
from functools import lru_cache

from matchmaker.intake.text import clean, fold, settle_tone

_Y_AS_I = re.compile(r"(?<=[bcdghklmnpqrstvx])y|(?<=qu)y")
_MARKED_Y = dict(zip("yýỳỹỷỵ", "iíìĩỉị", strict=True))
_FINAL_C = re.compile(r"c$")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['`´](?=[^\W\d_])")
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """The words of a cleaned text, apostrophes dropped (``H'leo`` → ``Hleo``)."""
    return _WORD.findall(_APOSTROPHE.sub("", text))


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The folded word with its spelling variants made one: Đắc, Đắk, Đăk → dak; Mỹ, Mĩ → mi."""
    return _FINAL_C.sub("k", _Y_AS_I.sub("i", fold(word)))


@lru_cache(maxsize=65536)
def mark(word: str) -> str:
    """The word's diacritics in one spelling: Hoà, Hòa → hòa; Mỹ, Mĩ → mĩ."""
    settled = settle_tone(word)
    return "".join(_MARKED_Y.get(c, c) for c in settled) if _Y_AS_I.search(fold(word)) else settled


def same_word(written: str, own: str) -> bool:
    """Whether a word written so may be the name's word. Names in … k have many spellings."""
    plain = fold(written) == settle_tone(written)
    return key(written) == key(own) and (
        plain or "k" in (fold(written)[-1:], fold(own)[-1:]) or mark(written) == mark(own)
    )


@lru_cache(maxsize=65536)
def joined_key(text: str) -> str:
    """The key of a whole name, written together: ``Kon Tum`` → ``kontum``."""
    return "".join([key(w) for w in words(clean(text))])


def accents_agree(written: list[str], name: str) -> bool:
    """Whether each word written with diacritics is spelt as in the name; plain words agree with anything."""
    own = words(name)
    if len(own) == len(written):
        return all(same_word(w, o) for w, o in zip(written, own, strict=True))
    return same_word("".join(written), "".join(own))  # Kontum, Kon Tum


def spelt_alike(written: list[str], name: str) -> bool:
    """Whether the words have the very diacritics of the name (in a text that uses any)."""
    own = words(name)
    return len(own) == len(written) and all(
        mark(w) == mark(o) or (same_word(w, o) and "k" in (fold(w)[-1:], fold(o)[-1:]))
        for w, o in zip(written, own, strict=True)
    )
