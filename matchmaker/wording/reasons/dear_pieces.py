"""A price by the piece beside one by the kilogram: how far it is above it, by what the piece weighs."""

from __future__ import annotations

from math import floor

from matchmaker.wording.labels import unit
from matchmaker.wording.numbers import money, number
from matchmaker.wording.reasons.phrases import KILOGRAM, Facts, choose, per_unit, percent
from matchmaker.wording.reasons.price_words import ceiling_told, price_range


def dear_piece(facts: Facts, lang: str, end: str) -> str:
    """Both prices and what a kilogram costs at that weight; ``end`` is what else is asked of them."""
    price, ceiling = price_range(facts, lang), ceiling_told(facts, lang)
    each, weight = unit(str(facts.get("unit")), lang), number(facts["dear_piece"]["kg"], lang, 1)
    least = money(facts["dear_piece"]["least"], lang) + per_unit(KILOGRAM, lang)
    return choose(
        lang,
        f"Bán {price}, mua tối đa {ceiling}: dù một {each} nặng {weight} kg, giá thấp nhất cũng là {least} "
        f"chưa kể cước, vượt trần; phải hỏi một {each} nặng bao nhiêu{end}.",
        f"Sold at {price}, bought at {ceiling} at most: even at {weight} kg for one {each} the lowest price "
        f"is {least} without freight, above the ceiling; ask what one {each} weighs{end}.",
    )


def dear_clause(facts: Facts) -> tuple[str, str]:
    """The same in the one line."""
    each, weight = str(facts.get("unit")), facts["dear_piece"]["kg"]
    return (
        f"giá vượt trần dù một {each} nặng {number(weight, 'vi', 1)} kg",
        f"price above the ceiling even at {number(weight, 'en', 1)} kg for one {unit(each, 'en')}",
    )


def dear_question(facts: Facts) -> tuple[str, str]:
    """What is asked before all else: whether a piece is heavier still, or the price can fall."""
    each = str(facts.get("unit"))
    return (
        f"một {each} nặng bao nhiêu, giá bớt được không",
        f"what one {unit(each, 'en')} weighs and whether the price can fall",
    )


def by_size(facts: Facts, lang: str) -> tuple[str, tuple[str, str]]:
    """The weight of a piece at which the low price is least above the ceiling, and by how much it is at the
    other end with the weight there."""
    light, heavy = facts["piece_weighs"]
    most = percent((1 + facts["over_share"]) * heavy / light - 1, lang)
    small, large = (f"{number(each, lang, 2)} kg" for each in (light, heavy))
    return (small, (most, large)) if facts.get("unit") == KILOGRAM else (large, (most, small))


def over_at_least(facts: Facts, lang: str) -> str:
    """By how much a price is over at least: rounded down, or it would not be the least."""
    share = facts.get("over_share")
    return percent(share if share is None else floor(share * 100 + 1e-9) / 100, lang)
