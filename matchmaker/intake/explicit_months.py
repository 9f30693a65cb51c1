"""Vague stretches of a year that give way to the months or days spelled out beside them."""

from __future__ import annotations

from matchmaker.intake.season_parts import Part
from matchmaker.intake.text import Token


def _gift(tokens: tuple[Token, ...], part: Part) -> bool:
    """Whether a feast only names the goods ("quà Tết", "giỏ Tết")."""
    gift = part.start > 0 and tokens[part.start - 1].is_("quà", "giỏ", "hộp", "set", "mứt")
    return part.vague and (gift or tokens[part.start].is_("hàng"))


def _in_days(part: Part) -> bool:
    """Whether a part runs from one day to another."""
    first, last = part.days or (None, None)
    return not part.taken_away and first is not None and last is not None and first < last


def explicit_first(tokens: tuple[Token, ...], parts: list[Part]) -> list[Part]:
    """Drops a vague stretch that the months beside it spell out: "mùa khô T2-T4", "vụ Tết (T11 – T2)"."""
    kept = []
    for k, part in enumerate(parts):
        after = parts[k + 1] if k + 1 < len(parts) else None
        if part.vague and after and not after.vague and not after.taken_away:
            between = tokens[part.end : after.start]
            if all(t.text in "(:-" for t in between):
                continue
        if _gift(tokens, part) and any(p is not part and not p.vague for p in parts):
            continue  # "hộp quà Tết, giao 20/12"
        if part.vague and any(p is not part and not p.vague and _in_days(p) for p in parts):
            continue  # "bán Tết, lấy từ 20/12 đến 25 tháng Chạp"
        before = parts[k - 1] if k else None
        if part.vague and before and not before.vague and not before.taken_away:
            between = tokens[before.end : part.start]
            if between and all(t.text == "(" for t in between):
                continue
        kept.append(part)
    return kept
