"""Folded texts in which words of other marks are blanked: "đúng" beside "dừng", "châu" beside "chậu"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from matchmaker.intake.text import fold

_WORD = re.compile(r"\w+")


def as_written(text: str, meant: Mapping[str, str]) -> str:
    """A folded text of the same length; where it has marks, a word of ``meant`` stays only if written so.

    >>> as_written("giao đúng hẹn", {"dung": "dừng đừng"}), as_written("dung giao", {"dung": "dừng"})
    ('giao ____ hen', 'dung giao')
    """
    if text.isascii():
        return fold(text)

    def plain(found: re.Match[str]) -> str:
        word = found[0]
        bare = fold(word)
        return "_" * len(word) if bare in meant and word not in meant[bare].split() else bare

    return _WORD.sub(plain, unicodedata.normalize("NFC", " ".join(text.lower().split())))
