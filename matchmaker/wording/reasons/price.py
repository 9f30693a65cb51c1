"""Reasons about the price: against the ceiling, both at one place."""

from __future__ import annotations

from matchmaker.wording.labels import unit
from matchmaker.wording.numbers import money, money_range, number
from matchmaker.wording.reasons.dear_pieces import by_sizes, dear_piece, over_at_least, pieces_over
from matchmaker.wording.reasons.phrases import (
    KILOGRAM,
    Facts,
    Teller,
    choose,
    per_unit,
    percent,
)
from matchmaker.wording.reasons.price_words import (
    STAGES,
    asked_of,
    at_door_for_open,
    before_conversion,
    ceiling_open,
    ceiling_told,
    freight_bounded,
    freight_decides,
    freight_lacks,
    freight_limit,
    freight_settled,
    one_place,
    pays,
    price_for,
    price_place,
    price_range,
    station_near,
    talks,
    unit_read,
    units_asked,
)


def price_over(facts: Facts, lang: str) -> str:
    """The lowest price is above the ceiling, and whether that can be talked about or is a veto."""
    if "ceiling" not in facts or "price_low" not in facts:  # one side's price is not for the reader
        return choose(
            lang,
            "giá chào cao hơn giá trần; cán bộ xúc tiến sẽ trao đổi với hai bên.",
            "the price asked is above the ceiling; an officer will talk to both sides.",
        )
    if facts.get("litre_weighs"):
        return _poured_over(facts, lang)
    if facts.get("pieces_brought"):
        return pieces_over(facts, lang)
    each = per_unit(facts.get("unit"), lang)
    least = {**facts, "price_said": [facts["price_said"][0]] * 2} if facts.get("price_said") else facts
    low = before_conversion(least, lang) + money(facts.get("price_low"), lang) + each + price_for(facts, lang)
    total = money(facts.get("floor_total"), lang)
    ceiling, over = money(facts.get("ceiling"), lang), percent(facts.get("over_share"), lang)
    basis, other = price_place(facts, "basis", lang), f" {price_place(facts, 'ceiling_basis', lang)}"
    freight = ""
    if carriage := facts.get("carriage_low"):
        taken = choose(lang, "tính cả cước", "with freight")
        if facts.get("basis_said"):
            taken = choose(lang, "tính cả cước từ đó", "with the freight from there")
        if carriage < 0:  # a price at the door is brought back to where the ceiling is taken
            taken = choose(lang, "trừ cước", "less freight")
        freight = choose(lang, f", {taken} là {total}{each}", f", {total}{each} {taken}")
    elif freight_lacks(facts):
        freight = choose(lang, " chưa kể cước", " without freight")
        if most := facts.get("carriage_high"):
            freight += choose(lang, f" (tới {number(most, lang)} đ)", f" (up to VND {number(most, lang)})")
    limit, of_limit = choose(lang, "giá trần", "the ceiling"), each
    if facts.get("ceiling_unit_assumed"):
        of_limit = unit_read("ceiling_unit_assumed", facts.get("unit"), facts, lang)
    if facts.get("ceiling_about"):
        limit = choose(lang, "bên mua trả khoảng", "the buyer pays about")
    end = talks(facts, lang)
    if facts.get("negotiable") and freight and not facts.get("carriage_high"):
        end = choose(lang, "phải hỏi cước rồi mới bàn giá", "ask for the freight before the price")
    if facts.get("other_form"):  # evidence from before such a price was none to compare
        end = choose(lang, "và đó là giá của dạng khác", "and that is for the other form")
    end += units_asked(facts, lang)
    return choose(
        lang,
        f"Giá thấp nhất {low} {basis}{freight}, {limit} {ceiling}{of_limit}{other}: vượt {over}, {end}.",
        f"The lowest price is {low} {basis}{freight}, {limit} {ceiling}{of_limit}{other}: {over} over, "
        f"{end}.",
    )


def _poured_over(facts: Facts, lang: str) -> str:
    """A price by the litre against one by the kilogram, too high at any weight that a litre can have."""
    low = money(facts.get("price_low"), lang) + per_unit(facts.get("unit"), lang)
    each = per_unit(facts.get("unit_brought"), lang)
    least, ceiling = money(facts.get("least_brought"), lang) + each, ceiling_told(facts, lang)
    if facts.get("ceiling_brought") != facts.get("ceiling"):
        brought = money(facts.get("ceiling_brought"), lang) + each
        ceiling += choose(lang, f" (tức {brought})", f" (that is {brought})")
    light, heavy = (number(value, lang, 2) for value in facts["litre_weighs"])
    over = over_at_least(facts, lang)
    before = choose(lang, " chưa kể cước", " without freight") if freight_lacks(facts) else ""
    return choose(
        lang,
        f"Giá thấp nhất {low}, tức ít nhất {least} (coi 1 lít nặng {light}–{heavy} kg){before}, "
        f"giá trần {ceiling}: vượt ít nhất {over}, {talks(facts, lang)}.",
        f"The lowest price is {low}, at least {least} (a litre taken to weigh {light}–{heavy} kg)"
        f"{before}, the ceiling {ceiling}: at least {over} over, {talks(facts, lang)}.",
    )


def _price(end: Teller) -> Teller:
    """A sentence on both prices and where they are taken, closed by what follows and what is to be asked."""

    def tell(facts: Facts, lang: str) -> str:
        asked = asked_of(facts, lang) + _live(facts, lang)
        return f"{_both_prices(facts, lang)}: {end(facts, lang)}{asked}."

    return tell


def _both_prices(facts: Facts, lang: str) -> str:
    price, ceiling = price_range(facts, lang), ceiling_told(facts, lang)
    basis, other = price_place(facts, "basis", lang), price_place(facts, "ceiling_basis", lang)
    if one_place(facts):
        return choose(
            lang,
            f"Giá {price}, bên mua {pays(facts, lang)} {ceiling}, cả hai giá {basis}",
            f"{price}; the buyer {pays(facts, lang)} {ceiling}, both {basis}",
        )
    carriage = "" if at_door_for_open(facts) else _carriage(facts, lang)
    return choose(
        lang,
        f"Giá {price} {basis}{carriage}, bên mua {pays(facts, lang)} {ceiling} {other}",
        f"{price} {basis}{carriage}; the buyer {pays(facts, lang)} {ceiling} {other}",
    )


def _live(facts: Facts, lang: str) -> str:
    if not facts.get("live_against_meat"):
        return ""
    if facts.get("unit") == KILOGRAM:
        vi = "; phải hỏi là giá cân hơi hay cân thịt"
        return choose(lang, vi, "; ask whether it is for live weight or for meat")
    return choose(
        lang, "; cân hơi khác cân thịt, cần hỏi lại", "; live weight is not meat weight, to be asked"
    )


def _carriage(facts: Facts, lang: str) -> str:
    low, high = facts.get("carriage_low") or 0, facts.get("carriage_high") or 0
    if not low and not high:
        return ""
    ends = sorted({abs(low), abs(high)})
    text = choose(lang, "", "VND ") + "–".join(number(each, lang) for each in ends)
    if not low or not high:  # a truck station lies anywhere on the way
        text = choose(lang, "tới ", "up to VND ") + number(max(abs(low), abs(high)), lang)
    word = choose(lang, "cước", "freight")
    if station_near(facts):
        word = choose(lang, "cước (tùy chành xe ở đâu)", "freight (by where the station lies)")
    if facts.get("basis_said"):
        word = choose(lang, "cước từ đó", "freight from there")
    if facts.get("freight_said"):
        word = choose(lang, "cước bên bán ghi", "the seller's own freight")
    sign = choose(lang, "cộng", "plus") if high > 0 else choose(lang, "trừ", "less")
    return f" {sign} {word} {text} đ" if lang == "vi" else f" {sign} {word} of {text}"


def _price_under(facts: Facts, lang: str) -> str:
    """What is left up to the ceiling, with freight; where the dearest lots are above it, so it says."""
    ceiling, top = facts.get("ceiling"), facts.get("top_total")
    if ceiling is None or top is None:  # one side's price is not for the reader
        return choose(lang, "trong mức", "within it")
    if facts.get("live_against_meat"):
        return choose(lang, "chưa so được", "not comparable")
    if at_door_for_open(facts):
        top = facts.get("price_high") or top
    if top > ceiling:
        return _agreed_at(facts, lang)
    if top == ceiling:
        several = facts.get("price_low") != facts.get("price_high")  # then it is the top price that equals it
        vi, en = ("giá cao nhất ", "the top price is ") if several else ("", "")
        return choose(lang, f"{vi}vừa bằng trần", f"{en}just at it")
    left = money(ceiling - top, lang) + per_unit(facts.get("unit"), lang)
    return choose(lang, f"dưới trần ít nhất {left}", f"at least {left} below the ceiling")


def _price_middle_over(facts: Facts, lang: str) -> str:
    """Where the middle price is too dear: whether the lowest fits; it may not, where its unit is assumed."""
    floor, ceiling = facts.get("floor_total"), facts.get("ceiling")
    if floor is not None and ceiling is not None and floor > ceiling:
        return choose(lang, "vượt trần nếu đúng đơn vị ấy", "above it if the unit is right")
    return _agreed_at(facts, lang)


def _agreed_at(facts: Facts, lang: str) -> str:
    """The price at its own place up to which the deal fits, with the dear freight where that leaves any;
    of goods at one price the freight up to which it fits."""
    ceiling, low = facts.get("ceiling"), facts.get("price_low") or 0
    if ceiling is None:
        return choose(lang, "chỉ mức giá thấp mới vừa", "only the lower end fits")
    each = per_unit(facts.get("unit"), lang)
    dear = ceiling - (facts.get("carriage_high") or 0)
    if dear < low == facts.get("price_high") and low < ceiling:
        freight = money(ceiling - low, lang) + each
        return choose(lang, f"hợp nếu cước không quá {freight}", f"fits if freight is no more than {freight}")
    if freight_decides(facts):
        return _by_freight(facts, ceiling, lang)
    limit = dear if dear >= low else ceiling - (facts.get("carriage_low") or 0)
    told = money(limit, lang) + each
    if facts.get("basis") != facts.get("ceiling_basis"):
        told += f" {price_place(facts, 'basis', lang)}"
    near = station_near(facts)
    means = (f", {near[0]}", f", {near[1]}") if near else (" và cước ở mức thấp", " with the low freight")
    cheap = choose(lang, *means) if dear < low else ""
    return choose(
        lang, f"chỉ hợp nếu chốt từ {told} trở xuống{cheap}", f"fits if agreed at {told} or less{cheap}"
    )


def _by_freight(facts: Facts, ceiling: float, lang: str) -> str:
    """Where every price fits at the low freight and none at the dear one: the freight that each end bears."""
    each = per_unit(facts.get("unit"), lang)
    low, high = facts["price_low"], facts["price_high"]
    (cheap, most), (dear, least) = (
        (money(price, lang) + each, money(ceiling - price, lang) + each) for price in (low, high)
    )
    return choose(
        lang,
        f"cước ở mức thấp thì giá nào cũng vừa trần; giá {cheap} chịu được cước đến {most}, giá {dear} chịu "
        f"được cước đến {least}",
        f"at the low freight every price fits; {cheap} bears freight of up to {most}, {dear} up to {least}",
    )


def _freight_left_out(facts: Facts, lang: str) -> str:
    """Why the freight is in no sum: it is known per kilogram and the price is not, or the way is unknown;
    and how far the price is from the ceiling without it."""
    if not facts.get("way_known"):
        why = choose(
            lang,
            "chưa rõ đường đi nên chưa tính được cước",
            "the way is not known, so neither is the freight",
        )
    elif facts.get("basis") == "delivered" and not facts.get("basis_assumed") and ceiling_open(facts):
        left = _room_before_freight({**facts, "delivered": True}, lang)
        told = choose(lang, "bên bán chịu cước", "the producer bears the freight")
        return f"{left}; {told}" if left else told
    elif (most := facts.get("piece_freight")) is not None and freight_settled(facts):
        each = per_unit(facts.get("unit"), lang)
        rest = money(facts["ceiling"] - facts["price_high"] - most, lang) + each
        cost = money(most, lang) + each
        return choose(
            lang,
            f"cước nhiều nhất khoảng {cost}, vẫn dưới trần ít nhất {rest}",
            f"freight is some {cost} at most, still at least {rest} below the ceiling",
        )
    elif facts.get("piece_freight") is None and freight_bounded(facts):
        each = unit(str(facts.get("unit")), lang)
        why = choose(lang, f"cước một {each} không tới mức ấy", f"the freight of one {each} is less")
    elif (limit := freight_limit(facts)) is not None:
        each = per_unit(facts.get("unit"), lang)
        cost, told = money(facts["piece_freight"], lang) + each, money(limit, lang) + each
        return choose(
            lang,
            f"cước nhiều nhất khoảng {cost}, chốt từ {told} trở xuống thì trong trần",
            f"freight is some {cost} at most, so it fits if agreed at {told} or less",
        )
    elif facts.get("basis_said") and (facts.get("basis_assumed") or facts.get("unit") == "kg"):
        why = choose(lang, "chưa tính được cước từ nơi ấy", "the freight from there is not known")
    else:
        each = unit(str(facts.get("unit")), lang)
        taken = choose(lang, "cộng", "added")
        if STAGES.get(str(facts.get("basis")), 0) > STAGES.get(str(facts.get("ceiling_basis")), 0):
            taken = choose(lang, "trừ", "taken off")
        why = choose(
            lang,
            f"cước tính theo kg, giá theo {each}, nên chưa {taken} được",
            f"freight is per kg and the price per {each}, so it is not {taken}",
        )
    room = _room_before_freight(facts, lang)
    return f"{room}; {why}" if room else why


def _room_before_freight(facts: Facts, lang: str) -> str:
    low, high, ceiling = facts.get("price_low"), facts.get("price_high"), facts.get("ceiling")
    if low is None or high is None or ceiling is None:
        return ""
    if facts.get("delivered"):
        return _price_under({**facts, "top_total": high}, lang)
    if high > ceiling:
        return choose(
            lang, "mức cao đã vượt trần khi chưa kể cước", "the dearest are above it before freight"
        )
    if high == ceiling:
        return choose(lang, "đã bằng trần khi chưa kể cước", "at the ceiling before freight")
    left = money(ceiling - high, lang) + per_unit(facts.get("unit"), lang)
    if low == high:
        return choose(lang, f"chưa kể cước còn {left} tới trần", f"{left} below the ceiling before freight")
    return choose(
        lang,
        f"chưa kể cước, mức giá cao còn {left} tới trần",
        f"the dearest are {left} below the ceiling before freight",
    )


def _units_differ(facts: Facts, lang: str) -> str:
    price, ceiling = price_range(facts, lang), ceiling_told(facts, lang)
    if facts.get("pieces_brought") and not facts.get("by_head"):
        return by_sizes(facts, lang)
    end = asked_of(facts, lang) + _live(facts, lang)
    if facts.get("by_head"):
        low, high = facts["by_head"]
        weights = "–".join(number(each, lang, 1) for each in dict.fromkeys(facts["head"]))
        price += f" ({weights} kg/con, {choose(lang, 'tức', 'that is')} {money_range(low, high, lang)}/con)"
        vi = f"Bán {price}, mua tối đa {ceiling}: phải hỏi cỡ con rồi mới so được giá{end}."
        return choose(lang, vi, f"Sold at {price}, bought at {ceiling} at most: ask for the weight{end}.")
    if facts.get("dear_piece"):
        return dear_piece(facts, lang, end)
    if facts.get("unit") and facts.get("unit") == facts.get("ceiling_unit"):
        vi = f"Bán {price}, mua tối đa {ceiling}, nhưng khác cỡ: phải báo giá cho cỡ cần mua{end}."
        en = f"Sold at {price}, bought at {ceiling} at most, of another size: quote for the size wanted{end}."
        return choose(lang, vi, en)
    return choose(
        lang,
        f"Bán {price}, mua tối đa {ceiling}: khác đơn vị nên chưa so được giá{end}.",
        f"Sold at {price}, bought at {ceiling} at most: different units, not comparable{end}.",
    )


def _other_form(facts: Facts, lang: str) -> str:
    """The price of goods in a form that the buyer does not take tells nothing beside his ceiling."""
    price, ceiling = price_range(facts, lang), ceiling_told(facts, lang)
    vi = f"Giá {price} là của dạng khác, bên mua trả tối đa {ceiling} cho dạng cần mua: không so được."
    en = f"{price} is for another form; the buyer pays up to {ceiling} for the one wanted: not comparable."
    return choose(lang, vi, en)


REASONS: dict[str, Teller] = {
    "price_other_form": _other_form,
    "price_under": _price(_price_under),
    "price_range_over": _price(_price_middle_over),
    "price_over": price_over,
    "price_units_differ": _units_differ,
    "freight_unknown": _price(_freight_left_out),
}
