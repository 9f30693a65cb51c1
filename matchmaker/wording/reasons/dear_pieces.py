"""A price by the piece beside one by the kilogram: how far it is above it, by what the piece weighs."""

from __future__ import annotations

from math import floor

from matchmaker.wording.labels import unit
from matchmaker.wording.numbers import money, money_range, number
from matchmaker.wording.reasons.phrases import KILOGRAM, Facts, choose, per_unit, percent
from matchmaker.wording.reasons.price_words import (
    above_as_read,
    asked_of,
    ceiling_told,
    freight_lacks,
    pieces_fit,
    price_range,
    talks,
    units_asked,
)

HARDLY_APART = 1.1  # times


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


def pieces_over(facts: Facts, lang: str) -> str:
    """A price by weight against one by the piece, too high at every weight that a piece is said to have."""
    price, ceiling = price_range(facts, lang), ceiling_told(facts, lang)
    every = "" if facts.get("piece") == "lít" else choose(lang, " ở mọi cỡ", " at every weight")
    told, over = f"{_brought(facts, lang)}{_freight(facts, lang)}", over_at_least(facts, lang)
    asked = units_asked({**facts, "unit_assumed": None}, lang)  # of the producer's own either way is told
    if facts.get("negotiable") and sizes_open(facts):
        (vi, en), (ask, ask_en) = _at_both_sizes(facts, lang), to_ask(facts)
        return choose(
            lang,
            f"Giá {price}, tức {told}, giá trần {ceiling}: {vi}: phải hỏi {ask} rồi mới bàn giá{asked}.",
            f"{price}, that is {told}, the ceiling {ceiling}: {en}: ask for {ask_en} before the price"
            f"{asked}.",
        )
    end = talks(facts, lang)
    return choose(
        lang,
        f"Giá {price}, tức {told}, giá trần {ceiling}: vượt ít nhất {over}{every}, {end}{asked}.",
        f"{price}, that is {told}, the ceiling {ceiling}: at least {over} over{every}, {end}{asked}.",
    )


def sizes_open(facts: Facts) -> bool:
    """Whether the weight of a piece, by which prices are brought to one unit, is said as a range: what a
    litre of a liquid weighs is no size, and a bottle of it hardly differs from the next."""
    light, heavy = facts.get("piece_weighs") or (0, 0)
    return facts.get("piece") != "lít" and bool(heavy > light * HARDLY_APART)


def over_by_size(facts: Facts) -> tuple[str, str]:
    """In the one line: what the lowest price is above the ceiling at least, and what is to be asked."""
    vi, en = to_ask(facts)
    return (
        f"giá thấp nhất cũng vượt trần ít nhất {over_at_least(facts, 'vi')}, nhiều hơn tùy cỡ, phải hỏi {vi}",
        f"even the lowest price is at least {over_at_least(facts, 'en')} over, more by size, ask for {en}",
    )


def to_ask(facts: Facts) -> tuple[str, str]:
    """The size, and the freight where it is in no figure or in one with two ends."""
    if freight_lacks(facts):
        return "cỡ và cước", "the size and the freight"
    return "cỡ", "the size"


def by_sizes(facts: Facts, lang: str) -> str:
    """A price that weights bring to the unit of the ceiling, which is within it at some of them or at all."""
    price, ceiling, asked = price_range(facts, lang), ceiling_told(facts, lang), asked_of(facts, lang)
    brought = _brought(facts, lang)
    told = f"{brought}{_freight(facts, lang)}"
    if above_as_read(facts):
        vi = f"Bán {price}, tức {told}, mua tối đa {ceiling}: tính cách nào cũng vượt trần{asked}."
        en = f"Sold at {price}, that is {told}, bought at {ceiling} at most: above it either way{asked}."
    elif pieces_fit(facts):
        freight = facts["pieces_top"] - facts["pieces_brought"][1]
        cost = money(freight, lang) + per_unit(facts.get("ceiling_unit"), lang)
        plus = choose(lang, f" cộng cước tới {cost}", f" plus freight up to {cost}") if freight else ""
        vi = f"Bán {price}, tức {brought}{plus}, mua tối đa {ceiling}: trong trần{asked}."
        en = f"Sold at {price}, that is {brought}{plus}, bought at {ceiling} at most: within it{asked}."
    elif facts.get("piece") == "lít":
        vi = f"Bán {price}, tức {told}, mua tối đa {ceiling}: phải hỏi mỗi lít nặng bao nhiêu{asked}."
        en = f"Sold at {price}, that is {told}, bought at up to {ceiling}: ask what a litre weighs{asked}."
    else:
        vi = f"Bán {price}, tức {told}, mua tối đa {ceiling}: phải hỏi cỡ rồi chốt giá{asked}."
        en = f"Sold at {price}, that is {told}, bought at {ceiling} at most: ask for the size{asked}."
    return choose(lang, vi, en)


def _brought(facts: Facts, lang: str) -> str:
    """ "23.400–50.400 đ/quả (0,9–1,2 kg/quả)": a price brought to the unit of the ceiling by weights."""
    weights = "–".join(number(each, lang, 2) for each in dict.fromkeys(facts["piece_weighs"]))
    told = money_range(*facts["pieces_brought"], lang) + per_unit(facts.get("ceiling_unit"), lang)
    return f"{told} ({weights} kg/{unit(str(facts['piece']), lang)})"


def _freight(facts: Facts, lang: str) -> str:
    """ " cộng cước 2.800–7.100 đ/quả" where it is counted; " chưa kể cước (tới 7.100 đ/quả)" where a station
    may lie at the buyer's, and how much it is where nobody knows is not told."""
    least, most = facts.get("pieces_freight") or (0, 0)
    each = per_unit(facts.get("ceiling_unit"), lang)
    if least:
        cost = money_range(least, most, lang) + each
        return choose(lang, f" cộng cước {cost}", f" plus freight of {cost}")
    up_to = f" ({choose(lang, 'tới', 'up to')} {money(most, lang)}{each})" if most else ""
    return choose(lang, " chưa kể cước", " without freight") + up_to if freight_lacks(facts) else ""


def _at_both_sizes(facts: Facts, lang: str) -> tuple[str, str]:
    """By how much the lowest price is above the ceiling at the weight that favours it and at the other, and
    the dearest of a range at most."""
    light, heavy = facts["piece_weighs"]
    least, ceiling = facts["pieces_brought"][0], facts["ceiling"]
    at_other = (facts.get("pieces_lowest") or (least, least * heavy / light))[1]
    other = percent(at_other / ceiling - 1, lang)
    small, large = (f"{number(each, lang, 2)} kg" for each in (light, heavy))
    near, far = (large, small) if facts.get("ceiling_unit") == KILOGRAM else (small, large)
    over = over_at_least(facts, lang)
    vi = f"giá thấp nhất vượt {over} ở cỡ {near}, {other} ở cỡ {far}"
    en = f"the lowest price is {over} over at {near}, {other} at {far}"
    top = facts["pieces_brought"][1]
    counted = facts.get("pieces_freight") or (0, 0)
    top += counted[1] if counted[0] else 0
    if facts.get("price_high") not in (None, facts.get("price_low")):
        most = percent(top / ceiling - 1, lang)
        vi, en = f"{vi}; giá cao nhất vượt tới {most}", f"{en}; the highest up to {most}"
    return vi, en


def over_at_least(facts: Facts, lang: str) -> str:
    """By how much a price is over at least: rounded down, or it would not be the least."""
    share = facts.get("over_share")
    return percent(share if share is None else floor(share * 100 + 1e-9) / 100, lang)
