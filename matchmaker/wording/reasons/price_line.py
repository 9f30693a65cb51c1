"""What the one line says of a price: how much of it lies within the ceiling."""

from __future__ import annotations

from matchmaker.wording.reasons.dear_pieces import dear_clause, over_by_size, sizes_open
from matchmaker.wording.reasons.phrases import KILOGRAM, Facts, choose
from matchmaker.wording.reasons.price_words import (
    above_as_read,
    freight_decides,
    freight_limit,
    freight_settled,
    pieces_fit,
    station_near,
)

WITHIN = ("giá trong trần", "price within the ceiling")
WITHIN_BUT_THE_DEAREST = ("giá trong trần, trừ mức cao nhất", "price within the ceiling but for the dearest")
ONLY_THE_LOW = ("chỉ mức giá thấp vừa trần", "only the low price fits")
IF_FREIGHT_IS_LOW = ("giá chỉ vừa trần nếu cước ở mức thấp", "price within the ceiling if freight is low")
IF_BOTH_ARE_LOW = ("giá chỉ vừa trần ở mức thấp, cước thấp", "the low price fits if freight is low")
ABOVE_AS_ASSUMED = ("giá vượt trần nếu đúng đơn vị", "price above the ceiling if its unit is right")
A_LITTLE_OVER = ("giá hơi vượt trần, còn thương lượng được", "price a little above the ceiling, negotiable")
A_LITTLE_OVER_ROUGHLY = (
    "giá hơn mức áng chừng, còn thương lượng được",
    "price above the rough one, negotiable",
)
ONLY_BEFORE_FREIGHT = (
    "chưa kể cước, chỉ mức giá thấp dưới trần",
    "before freight only the low price is below the ceiling",
)
ABOVE_EITHER_WAY = ("giá đọc cách nào cũng vượt trần", "price above the ceiling however it is read")
ABOVE_BY_PIECE = ("giá quy ra có mức vượt trần", "price partly above the ceiling once converted")
BY_SIZE = ("giá tùy cỡ, có cỡ vượt trần", "the price goes by the size, partly above the ceiling")
IF_OF_THE_SIZE = ("giá trong trần nếu đúng cỡ", "price within the ceiling if it is of the size wanted")
BEFORE_FREIGHT = ("giá chưa kể cước còn dưới trần", "price below the ceiling before freight")

AS_READ = (ABOVE_AS_ASSUMED, ABOVE_EITHER_WAY)  # true of any unit, or said of the one taken


def price_clause(code: str, facts: Facts, lang: str) -> str:
    """How a price stands to the ceiling; nothing where the two are not compared."""
    if "ceiling" not in facts or "price_low" not in facts:  # one side's price is not for the reader
        return ""
    if facts.get("live_against_meat"):
        if facts.get("unit") == KILOGRAM:
            return choose(lang, "chưa rõ giá cân hơi hay cân thịt", "price for live weight or meat, not said")
        return choose(lang, "giá cân hơi, chưa so được", "live-weight price, not comparable")
    pair = _fit(code, facts)
    if facts.get("price_by_size") and pair in (ONLY_THE_LOW, WITHIN_BUT_THE_DEAREST, ONLY_BEFORE_FREIGHT):
        pair = BY_SIZE
    if facts.get("price_by_size") and pair == WITHIN and facts.get("price_high") == facts["price_low"]:
        pair = IF_OF_THE_SIZE
    if pair and pair not in AS_READ and (facts.get("unit_assumed") or facts.get("ceiling_unit_assumed")):
        pair = (
            f"{pair[0]}{_if(' nếu ', pair[0])} đúng đơn vị",
            f"{pair[1]}{_if(' if ', pair[1])} its unit is right",
        )
    return choose(lang, *pair) if pair else ""


def _if(word: str, clause: str) -> str:
    """The word that adds a condition to a clause, which may have one already."""
    if word in clause:
        return {" nếu ": " và", " if ": " and"}[word]
    return f"{',' if ', ' in clause else ''}{word.rstrip()}"


def _fit(code: str, facts: Facts) -> tuple[str, str] | None:
    """How much of the range of prices lies within the ceiling once the dear freight is counted."""
    low, high, ceiling = facts["price_low"], facts.get("price_high"), facts["ceiling"]
    top, floor = facts.get("top_total"), facts.get("floor_total")
    if code == "freight_unknown" and None not in (high, ceiling):
        return _fit_before_freight(facts)
    if code == "price_units_differ" and (brought := facts.get("pieces_brought")):
        if above_as_read(facts):
            return ABOVE_EITHER_WAY
        if pieces_fit(facts):
            return WITHIN
        most = facts.get("pieces_top") or brought[1]
        return ABOVE_BY_PIECE if ceiling is not None and most > ceiling else None
    if code == "price_units_differ" and facts.get("dear_piece"):
        return dear_clause(facts)
    if code == "price_over" and facts.get("negotiable") and sizes_open(facts):
        return ABOVE_EITHER_WAY if facts.get("unit_assumed") else over_by_size(facts)
    if code == "price_over" and facts.get("negotiable"):
        return A_LITTLE_OVER_ROUGHLY if facts.get("ceiling_about") else A_LITTLE_OVER
    if code not in ("price_under", "price_range_over") or ceiling is None:
        return None
    if top is None or top <= ceiling:
        return WITHIN
    if floor is not None and floor > ceiling:
        return ABOVE_AS_ASSUMED
    limit = ceiling - (facts.get("carriage_high") or 0)
    if limit < low:
        if near := station_near(facts):
            least = ("giá chỉ vừa trần", "price within the ceiling") if high in (None, low) else ONLY_THE_LOW
            return f"{least[0]} {near[0]}", f"{least[1]} {near[1]}"
        of_freight = high in (None, low) or freight_decides(facts)
        return IF_FREIGHT_IS_LOW if of_freight else IF_BOTH_ARE_LOW
    middle = (low + (low if high is None else high)) / 2
    return WITHIN_BUT_THE_DEAREST if limit >= middle else ONLY_THE_LOW


def _fit_before_freight(facts: Facts) -> tuple[str, str] | None:
    """The same of a price to which no freight per kilogram can be added: by the most that one piece costs."""
    low, high, ceiling = facts["price_low"], facts["price_high"], facts["ceiling"]
    if low > ceiling:
        return ABOVE_AS_ASSUMED
    if high < ceiling and freight_settled(facts):
        return WITHIN
    borne = facts.get("basis") == "delivered" and not facts.get("basis_assumed")
    limit = ceiling if borne else freight_limit(facts)
    if limit is None:
        return BEFORE_FREIGHT if high < ceiling else ONLY_BEFORE_FREIGHT
    if high <= limit:
        return WITHIN
    return WITHIN_BUT_THE_DEAREST if limit >= (low + high) / 2 else ONLY_THE_LOW
