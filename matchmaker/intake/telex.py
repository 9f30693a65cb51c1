"""Slips of the Telex keyboard: "taans" and "tấns" for "tấn", "thangs" for "tháng".

Only words of the trade are put right, and only spellings that are no words themselves; any other slip
stays as it was written.
"""

from __future__ import annotations

import unicodedata

_TONE_KEYS = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_SHAPE_KEYS = {"\u0302": "", "\u0306": "w", "\u031b": "w"}
# Spellings that are words or names in their own right.
_TRUE_WORDS = frozenset({"list", "car", "tax", "cans", "gois"})
_WORDS = (
    "tấn tạ yến tháng tuần ngày năm vụ mỗi nghìn ngàn triệu rưỡi đồng quả thùng hộp gói lít ký cân chục "
    "trăm giá từ đến tới trừ giữa cuối đầu quanh cả suốt tết chạp giêng quý mùa khoảng trên dưới thỏa "
    "thuận thương lượng âm lịch"
)


def spellings(word: str) -> set[str]:
    """What the keys of an accented word leave where the input method was off or only half at work."""
    flat = unicodedata.normalize("NFD", word.replace("đ", "dd"))
    keys, tone = "", ""
    for character in flat:
        if character in _TONE_KEYS:
            tone = _TONE_KEYS[character]
        elif character == "\u0302":
            keys += keys[-1]
        else:
            keys += _SHAPE_KEYS.get(character, character)
    vowel = max((keys.rfind(v) for v in "aeiouyw"), default=len(keys) - 1)
    found = {keys + tone, keys[: vowel + 1] + tone + keys[vowel + 1 :]}
    doubled = next((c for c in flat[flat.find("\u0302") - 1 : flat.find("\u0302")] if "\u0302" in flat), "")
    if doubled:  # the second key struck after the last letter: "tanas", "tansa"
        once = keys.replace(doubled * 2, doubled, 1)
        found |= {once + doubled + tone, once + tone + doubled}
    if tone:
        found |= {unicodedata.normalize("NFC", word) + tone, _toneless(word) + tone}
    return {spelling for spelling in found if spelling != word}


def _toneless(word: str) -> str:
    flat = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(c for c in flat if c not in _TONE_KEYS))


def _table() -> dict[str, str]:
    """Every slip with the word it stands for; a slip that two words share, or that is a word, is left out."""
    meant: dict[str, set[str]] = {}
    for word in _WORDS.split():
        for spelling in spellings(word):
            meant.setdefault(spelling, set()).add(word)
    return {
        s: min(words) for s, words in meant.items() if len(words) == 1 and s not in _TRUE_WORDS and len(s) > 2
    }


SLIPS = _table()
