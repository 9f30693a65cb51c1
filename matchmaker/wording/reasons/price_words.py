"""Pieces of sentences about prices: both prices, where they are taken, what is still to be asked of them."""

from __future__ import annotations

from matchmaker.wording.labels import label
from matchmaker.wording.numbers import money, money_range
from matchmaker.wording.reasons.phrases import Facts, choose, pack, per_unit, percent, sizes

PLAIN = (0.1, 1.5)  # of the ceiling: a price within these is one for the unit of the ceiling
DEAR_FREIGHT = 0.2  # of the price
FREIGHT_OF_A_SLIP = 3.0  # of the price: then the price is mistyped and says nothing about the freight
FAR_BELOW = 20  # so many times below the ceiling a price is rather a slip of the pen
STAGES = {"truck_station": 1, "delivered": 2}  # of the way from the place of production, which is 0
# Where a price at the place of production is taken, by what is produced there.
BASIS_DIFFERS = (
    ("basis_differs", "bên bán", "the producer"),
    ("ceiling_basis_differs", "bên mua", "the buyer"),
    ("store_whose", "bên bán", "the producer"),
)
GATES = {"garden": ("tại vườn", "at the garden"), "stable": ("tại trại", "at the farm")}


def price_place(facts: Facts, name: str, lang: str) -> str:
    """Where a price is taken; what nobody said is told as not said, though it is counted as the farm gate."""
    if words := facts.get(f"{name}_said"):
        return choose(lang, f"(ghi “{words}”)", f"(“{words}”)")
    if facts.get(f"{name}_assumed"):
        return choose(lang, "(chưa rõ tại đâu)", "(where is not said)")
    gate = GATES.get(str(facts.get("gate")))
    if facts.get(name) == "farm_gate" and gate:
        return choose(lang, *gate)
    return label("price_basis", str(facts.get(name)), lang)


def one_place(facts: Facts) -> bool:
    assumed = facts.get("basis_assumed") or facts.get("ceiling_basis_assumed")
    return not assumed and facts.get("basis") == facts.get("ceiling_basis")


def pays(facts: Facts, lang: str) -> str:
    """ "trả tối đa", or "trả khoảng" where the buyer names the price roughly."""
    if facts.get("ceiling_about"):
        return choose(lang, "trả khoảng", "pays about")
    return choose(lang, "trả tối đa", "pays up to")


def ceiling_told(facts: Facts, lang: str) -> str:
    each = facts.get("ceiling_said_unit") or facts.get("ceiling_unit")
    return money(facts.get("ceiling"), lang) + unit_read("ceiling_unit_assumed", each, facts, lang)


def unit_read(assumed: str, each: object, facts: Facts, lang: str) -> str:
    """ "/kg" behind a price, or where its record names no unit how the price is read: a guess is no fact."""
    told = per_unit(each, lang)
    if not (facts.get(assumed) and each):
        return told
    return choose(lang, f" (không ghi đơn vị, hiểu là đ{told})", f" (no unit named, read as{told})")


def own_unit(facts: Facts, lang: str) -> str:
    """The unit behind the producer's price as compared; of a converted one the price said tells more."""
    if facts.get("price_said"):
        return per_unit(facts.get("unit"), lang)
    return unit_read("unit_assumed", facts.get("unit"), facts, lang)


def units_asked(facts: Facts, lang: str) -> str:
    """Whose price names no unit, to be asked; "" where both do."""
    own, theirs = facts.get("unit_assumed"), facts.get("ceiling_unit_assumed")
    if theirs and facts.get("ceiling") is not None:
        vi, en = ("hai bên", "both prices are") if own else ("bên mua", "the buyer's price is")
    elif own:
        vi, en = "bên bán", "the producer's price is"
    else:
        return ""
    if unit_plain(facts):
        return choose(lang, f"; hỏi lại đơn vị của giá {vi} cho chắc", f"; make sure what unit {en} for")
    return choose(lang, f"; cần hỏi rõ giá {vi} theo đơn vị nào", f"; ask what unit {en} for")


def unit_open(facts: Facts) -> bool:
    """Whether a price whose unit nobody named may well be for another one."""
    own, theirs = facts.get("unit_assumed"), facts.get("ceiling_unit_assumed")
    return bool((own or theirs) and not unit_plain(facts))


def asked_of(facts: Facts, lang: str) -> str:
    """What is still to be asked about both prices."""
    text = ""
    if basis_open(facts):
        named = facts.get("basis_said") or facts.get("ceiling_basis_said")
        vi = "chưa kể đường từ nơi ấy" if named else "cần hỏi rõ giá tại đâu"
        text += choose(
            lang, f"; {vi}", "; the way on is not counted" if named else "; ask where the price is taken"
        )
    for name, vi, en in BASIS_DIFFERS:
        if words := facts.get(name):
            asks = ("phải hỏi giá tại đâu", "ask where the price is taken")
            if name == "store_whose":
                asks = ("kho bên nào, phải hỏi", "ask whose store that is")
            text += choose(lang, f"; {vi} ghi “{words}”: {asks[0]}", f"; {en} says “{words}”: {asks[1]}")
    if far_below(facts):
        text += choose(lang, "; giá thấp khác thường, phải hỏi lại", "; unusually low, to be asked")
    if facts.get("price_several"):
        vi, en = (
            "bên bán ghi nhiều giá, đang tính cả khoảng: phải hỏi giá đúng loại này",
            ("the producer names several prices, the range is taken: ask for that of these goods"),
        )
        text += choose(lang, f"; {vi}", f"; {en}")
    if words := facts.get("price_by_kind"):
        vi = f"; bên bán ghi giá “{words}”: phải hỏi giá đúng loại này"
        text += choose(lang, vi, f"; the producer's price is “{words}”: ask for that of these goods")
    if packs := facts.get("price_by_size"):
        words = ", ".join(pack(each, lang) for each in packs)
        vi = f"; bên bán ghi chung giá cho {words}: phải hỏi giá đúng cỡ bên mua cần"
        text += choose(lang, vi, f"; one price is named for {words}: ask for that of the size wanted")
    if facts.get("price_of_all"):
        text += choose(
            lang, "; một giá cho nhiều thứ, phải hỏi giá từng thứ", "; one price for several goods: ask each"
        )
    if borne_freight(facts):
        text += choose(
            lang,
            f"; cước ước bằng {percent(facts['borne_share'], lang)} giá hàng, phải hỏi giá ấy có giao tới "
            "tận nơi này không",
            f"; freight is about {percent(facts['borne_share'], lang)} of the price: ask whether it is "
            "delivered here for that",
        )
    return text + units_asked(facts, lang)


def borne_freight(facts: Facts) -> bool:
    """Whether freight eats much of a price at the buyer's door: the producer may not have meant this door."""
    return DEAR_FREIGHT <= (facts.get("borne_share") or 0) < FREIGHT_OF_A_SLIP


def basis_open(facts: Facts) -> bool:
    """Whether it is not said where one of the prices is taken; of a buyer who names none nothing is asked."""
    return bool(facts.get("basis_assumed") or (ceiling_open(facts) and not _fits_anywhere(facts)))


def ceiling_open(facts: Facts) -> bool:
    return bool(facts.get("ceiling_basis_assumed") and facts.get("ceiling") is not None)


def at_door_for_open(facts: Facts) -> bool:
    """Whether a price at the buyer's door or on the way to it stands against a ceiling of which the place is
    not said: it may be his door too, so no freight is taken off."""
    onwards = facts.get("basis") in ("delivered", "truck_station")
    return bool(onwards and not facts.get("basis_assumed") and ceiling_open(facts))


def _fits_anywhere(facts: Facts) -> bool:
    """Whether a price at the buyer's door is within the ceiling, wherever that is taken."""
    high = facts.get("price_high")
    return facts.get("basis") == "delivered" and high is not None and high <= facts["ceiling"]


def freight_settled(facts: Facts) -> bool:
    """Whether a freight that is in no sum changes nothing: it is the seller's, or too small to reach the
    ceiling whatever one piece weighs."""
    if facts.get("basis") == "delivered" and not facts.get("basis_assumed"):
        return True
    return freight_bounded(facts)


def freight_bounded(facts: Facts) -> bool:
    """Whether the dearest price is below the ceiling with the freight of the heaviest piece: of the weight
    that a record says, else of one as heavy as any."""
    high, ceiling, most = facts.get("price_high"), facts.get("ceiling"), facts.get("piece_freight")
    if most is None:
        most = facts.get("piece_freight_most")
    return None not in (high, ceiling, most) and high + most < ceiling


def freight_limit(facts: Facts) -> float | None:
    """The price of a piece or litre up to which a deal fits with the dearest freight of one; None where that
    is not known or leaves nothing."""
    low, ceiling, most = (facts.get(name) for name in ("price_low", "ceiling", "piece_freight"))
    onwards = STAGES.get(str(facts.get("basis")), 0) < STAGES.get(str(facts.get("ceiling_basis")), 0)
    if low is None or ceiling is None or most is None or not (onwards and facts.get("way_known")):
        return None
    return float(ceiling - most) if ceiling - most >= low and not basis_open(facts) else None


def unit_plain(facts: Facts) -> bool:
    """Whether a price without a unit lies where one per kilogram would, beside what the buyer pays for it,
    and fits: of one that would be too dear the unit decides. It is likely so, and asked all the same."""
    high, floor, ceiling = (facts.get(name) for name in ("price_high", "floor_total", "ceiling"))
    if facts.get("unit") != facts.get("ceiling_unit"):
        return False
    if None not in (floor, ceiling) and floor > ceiling:
        return False
    return None not in (high, ceiling) and PLAIN[0] * ceiling <= high <= PLAIN[1] * ceiling


def above_as_read(facts: Facts) -> bool:
    """Whether a price without a unit, or in another unit than the ceiling, is above that however it is read:
    as one for the unit of the ceiling, and by what a piece weighs."""
    low, ceiling = facts.get("floor_total"), facts.get("ceiling")
    if None in (low, ceiling) or not (facts.get("unit_assumed") or facts.get("pieces_brought")):
        return False
    if facts.get("unit") == facts.get("ceiling_unit"):
        return bool(low > ceiling)
    brought = (facts.get("pieces_lowest") or facts.get("pieces_brought") or (None,))[0]
    return bool(
        brought is not None and brought > ceiling and (not facts.get("unit_assumed") or low > ceiling)
    )


def freight_lacks(facts: Facts) -> bool:
    """Whether freight that is in no figure would still come on top: never for goods that are at the seller's
    store when the buyer pays at the place of production."""
    places = (facts.get("basis"), facts.get("ceiling_basis"))
    return places[0] != places[1] and places != ("depot", "farm_gate")


def pieces_fit(facts: Facts) -> bool:
    """Whether a price that weights bring to the unit of the ceiling is within it at every weight, with the
    dearest freight."""
    top, ceiling = facts.get("pieces_top"), facts.get("ceiling")
    return top is not None and ceiling is not None and top <= ceiling and not facts.get("by_head")


def far_below(facts: Facts) -> bool:
    """Whether a price is so far below the ceiling that it is rather a slip of the pen."""
    top, ceiling = facts.get("top_total"), facts.get("ceiling")
    same = facts.get("unit") == facts.get("ceiling_unit")
    return bool(same and top is not None and ceiling is not None and top * FAR_BELOW < ceiling)


def price_range(facts: Facts, lang: str) -> str:
    """The producer's price, as said and as it is compared."""
    low, high = facts.get("price_low"), facts.get("price_high")
    text = money(low, lang) if low is None or high is None else money_range(low, high, lang)
    each = own_unit(facts, lang)
    return before_conversion(facts, lang) + text + each + price_for(facts, lang)


def price_for(facts: Facts, lang: str) -> str:
    """ " (giá “tiêu sọ”)": the goods that the price is for, where the producer names several prices."""
    goods = facts.get("price_for")
    return choose(lang, f" (giá “{goods}”)", f" (the price of “{goods}”)") if goods else ""


def before_conversion(facts: Facts, lang: str) -> str:
    """ "65.000 đ/chai (chai 500 ml), tức ": the price as the seller says it, where it was converted."""
    if not facts.get("price_said"):
        return ""
    each = unit_read("unit_assumed", facts.get("price_said_unit"), facts, lang)
    said = money_range(*facts["price_said"], lang) + each
    return f"{said} ({sizes(facts, lang)})" + choose(lang, ", tức ", ", that is ")


def station_near(facts: Facts) -> tuple[str, str] | None:
    """Whose store a truck station must lie near for the freight to be low, where a price is meant at one."""
    if facts.get("carriage_low") or not facts.get("carriage_high") or facts.get("basis_said"):
        return None
    if facts.get("basis") == "truck_station":
        return "nếu chành xe gần kho bên mua", "if the station is near the buyer"
    if facts.get("ceiling_basis") == "truck_station":
        return "nếu chành xe gần vườn bên bán", "if the station is near the producer"
    return None


def freight_decides(facts: Facts) -> bool:
    """Whether the dearest price fits at the low freight, and the cheapest one not at the dear freight."""
    low, high, ceiling = (facts.get(name) for name in ("price_low", "price_high", "ceiling"))
    least, most = facts.get("carriage_low") or 0, facts.get("carriage_high") or 0
    if None in (low, high, ceiling) or least <= 0 or low == high:
        return False
    return bool(high + least <= ceiling < low + most)


def talks(facts: Facts, lang: str) -> str:
    """What a price above the ceiling leads to."""
    if facts.get("negotiable") and (words := facts.get("store_whose")):
        vi = f"bên bán ghi “{words}”: kho bên nào, phải hỏi rồi mới bàn giá"
        return choose(lang, vi, f"the producer says “{words}”: ask whose store that is before the price")
    if facts.get("negotiable"):
        return choose(
            lang, "còn thương lượng được, phải bàn giá trước", "negotiable, the price to be settled first"
        )
    return choose(lang, "khó thương lượng", "hardly negotiable")
