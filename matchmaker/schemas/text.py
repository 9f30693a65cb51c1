"""How text from outside is cleaned before anything else looks at it."""

from __future__ import annotations

import re
import unicodedata

# Letters that look like đ and are typed for it.
_LETTERS = str.maketrans({"Ð": "Đ", "ð": "đ", "\u00a0": " ", "\u202f": " "})
_ODD = re.compile(f"[{''.join(map(chr, _LETTERS))}]")
_KEPT = "\n\t"


def clean(text: str) -> str:
    """The text in NFC, without control, format, surrogate and private-use characters, trimmed.

    >>> clean(" Mận\\u200b tam hoa\\x00 ")
    'Mận tam hoa'
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    composed = unicodedata.normalize("NFC", text)
    if _ODD.search(composed):
        composed = composed.translate(_LETTERS)
    if composed.isprintable():  # then no letter is of those categories
        return composed.strip()
    return "".join(
        letter for letter in composed if letter in _KEPT or unicodedata.category(letter)[0] != "C"
    ).strip()
