"""Reasons about amounts: how much there is of what is needed, in the records' own words first."""

from __future__ import annotations

from typing import Any

from matchmaker.wording.months import span, within
from matchmaker.wording.reasons import bounded, by_month
from matchmaker.wording.reasons.agreeing import decimals, difference, own_decimals, stated, weighed
from matchmaker.wording.reasons.orders import least_order, wanted_lot
from matchmaker.wording.reasons.phrases import (
    RATES,
    WHOLE_PIECES,
    Facts,
    Teller,
    amount,
    choose,
    of_kind,
    part_of,
    percent,
    quoted,
    repacked,
    said_amount,
    sizes,
)
from matchmaker.wording.reasons.supply import in_supply
from matchmaker.wording.reasons.unlike_units import units_differ
from matchmaker.wording.reasons.vetoes import VETOES
from matchmaker.wording.reasons.volume_line import set_aside_for
from matchmaker.wording.reasons.volume_notes import (
    days_counted,
    evenly,
    how_filled,
    kept_elsewhere,
    peaks,
    period,
    shares_of_months,
)

HARDLY_SHORT = 0.99  # of the need: nobody pools for what is left


def _have_and_need(facts: Facts, lang: str) -> str:
    """ "Có 5–7 tấn mỗi ngày (150–210 tấn mỗi tháng, T5–T10), cần 171 tấn mỗi tháng"."""
    have, need = _side(facts, "supply", lang), _side(facts, "need", lang)
    return choose(lang, f"Có {have}, cần {need}", f"Has {have}, {need} needed")


def _side(facts: Facts, side: str, lang: str) -> str:
    """What a record says of its amount, with what that comes to in the months that both sides have."""
    own, figure = said_amount(facts, side, lang), compared(facts, side, lang)
    when = span(facts["months"], lang) if facts.get("months") else ""
    if when and facts.get("days"):
        when += days_counted(facts, lang)
    if side == "supply" and any(facts.get(name) for name in ("stock_of", "harvested", "open_side")):
        when = in_supply({**facts, "offered": facts.get("stock_of") or facts.get("months")}, lang)
    if side == "supply" and facts.get("rough"):
        figure = choose(lang, f"chừng {figure}", f"about {figure}")
    if side == "supply" and facts.get("by_month"):
        figure, when = by_month.each_month(facts, lang), ""
    elif facts.get("monthly"):
        figure += choose(lang, " mỗi tháng", " a month")
    gone = facts.get("kept") if side == "supply" else None
    notes = [] if not own or (not gone and _means_the_same(facts, side, lang)) else [figure]
    if side == "supply" and own and facts.get("sizes"):
        notes = [repacked(facts, figure, lang)]
    if notes and not facts.get("monthly") and when:
        held = f"{sizes(facts, lang)}; " if side == "supply" and facts.get("sizes") else ""
        notes = [f"{held}{when}: {figure}"]
    elif side == "supply" and when and not facts.get("months_unsaid"):
        notes.append(when)
    if side == "supply" and facts.get("supply_items"):
        words = ", ".join(f"“{each}”" for each in facts["supply_items"])
        notes.insert(0, choose(lang, f"ghi {words}", f"as said: {words}"))
    if side == "supply" and (n := facts.get("gathered")):
        notes.append(
            choose(lang, f"gom {n} tháng cho mỗi lần giao", f"{n} months gathered for each delivery")
        )
    if side == "supply" and (even := evenly(facts, lang)):
        if facts.get("even_over") == facts.get("months"):  # told once
            notes = [each.removeprefix(f"{span(facts['months'], lang)}, ") for each in notes]
        notes[:1] = [f"{even}; {notes[0]}" if notes else even]
    if side == "need" and facts.get("need_words"):
        notes.insert(0, choose(lang, f"ghi “{facts['need_words']}”", f"as said: “{facts['need_words']}”"))
    if side == "need" and facts.get("need_days"):
        notes += shares_of_months(facts["need_days"], lang)
    if gone:
        notes.append(kept_elsewhere(facts, lang))
    return (own or figure) + (f" ({', '.join(notes)})" if notes else "")


def _means_the_same(facts: Facts, side: str, lang: str) -> bool:
    """Whether the record's own words are what is compared: an amount a month, or the whole of it."""
    per = facts.get(f"{side}_said_per")
    if facts.get("monthly"):
        return per == "month"
    bare = {**facts, f"{side}_said_per": None}
    one_month = len(facts.get("months") or ()) == 1 and per == "month"
    if per in ("day", "week", "month", "quarter") and not one_month:
        return False
    said, base = facts.get(f"{side}_said"), facts.get("unit" if side == "supply" else "need_unit")
    counted = base != "kg" and said is not None and said == _compared(facts, side)  # 80 cái are 80 chiếc
    return counted or said_amount(bare, side, lang) == compared(facts, side, lang)


def compared(facts: Facts, side: str, lang: str) -> str:
    """What is compared, as a range where the record has one."""
    base = facts.get("unit" if side == "supply" else "need_unit")
    base = facts.get(f"{side}_own_unit") or base
    low, high = _compared(facts, side), _highest(facts, side)
    text = beside_the_other(facts, low, base, lang)
    if high is None or low is None:
        return text
    top = beside_the_other(facts, high, base, lang)
    same_unit = text.rsplit(" ", 1)[-1] == top.rsplit(" ", 1)[-1]
    return f"{text.rsplit(' ', 1)[0] if same_unit else text}–{top}"


def beside_the_other(facts: Facts, value: float | None, base: Any, lang: str) -> str:
    """An amount, of weights as finely as it takes for what is over or short to agree with them."""
    have, need = _compared(facts, "supply"), _compared(facts, "need")
    apart = {facts.get("unit", base), facts.get("need_unit", base)} != {"kg"}
    if value is None or base != "kg" or apart or have is None or need is None:
        return amount(value, base, lang)
    return weighed(value, _places(facts, have, need), lang)


def _places(facts: Facts, have: float, need: float) -> int:
    """The decimals of tonnes; as many as an amount has that is told in its record's words alone."""
    places = decimals(have, need)
    for side, kilograms in (("supply", have), ("need", need)):
        per = facts.get(f"{side}_said_per")
        alone = per == "month" if facts.get("monthly") else per in (None, "total", "season", "year")
        if alone and stated(facts.get(f"{side}_said"), facts.get(f"{side}_said_unit"), kilograms):
            places = max(places, own_decimals(kilograms))
    return places


def _compared(facts: Facts, side: str) -> float | None:
    value = facts.get(f"{side}_month" if facts.get("monthly") else side)
    return None if value is None else float(value)


def _highest(facts: Facts, side: str) -> float | None:
    """The upper end of a range, in what is compared; None where the record names one amount."""
    low, high, value = facts.get(f"{side}_said"), facts.get(f"{side}_said_high"), _compared(facts, side)
    return value * float(high) / float(low) if low and high and value is not None else None


def _out_of_season(facts: Facts, lang: str) -> str:
    """Amounts of a pair without a common month: nothing of the supply falls to the need."""
    have, need = plain(facts, "supply", lang), plain(facts, "need", lang)
    there = ("hàng có ngoài các tháng cần", "not in the months wanted")
    months = [facts.get(f"months_{side}") or () for side in ("offered", "wanted")]
    if all(months) and not set(months[0]).intersection(months[1]):
        has, asks = (span(each, lang) for each in months)
        there = (f"hàng có {has}, bên mua cần {asks}", f"there in {has}, wanted in {asks}")
    vi, en = f"{there[0]} nên chưa tính được", f"{there[1]}, so not counted"
    if facts.get("stock_of") and facts.get("fill") and (kept := facts.get("kept_for")):
        month = facts.get("need_said_per") in RATES
        share = percent(min(facts["fill"] / (len(kept) if month else 1), 1.0), lang)
        when = (f"lượng cần {span(kept, lang)}", f"of the need {within(kept, lang)}")
        of = when if month else ("lượng cần", "of it")
        vi = f"{there[0]}; nếu còn trữ tất cả thì nhiều nhất được {share} {of[0]}"
        en = f"{there[1]}; if all is still in store it is {share} {of[1]} at most"
    told = choose(lang, f"Có {have}, cần {need}: {vi}.", f"Has {have}, {need} needed: {en}.")
    return told + least_order(facts, lang)


def plain(facts: Facts, side: str, lang: str) -> str:
    """An amount as its record says it, else a month's or the whole of it."""
    if own := said_amount(facts, side, lang):
        return own
    if side == "need" and not facts.get("monthly"):
        return amount(facts.get("need"), facts.get("need_unit"), lang)
    each = choose(lang, " mỗi tháng", " a month")
    return (
        amount(facts.get(f"{side}_month"), facts.get("unit" if side == "supply" else "need_unit"), lang)
        + each
    )


def _volume_covers(facts: Facts, lang: str) -> str:
    if facts.get("out_of_season"):
        return _out_of_season(facts, lang)
    if facts.get("factor_low") is not None:
        return _within_bounds(facts, lang)
    if facts.get("by_month") and facts.get("unit") == facts.get("need_unit"):
        return f"{_have_and_need(facts, lang)}: {by_month.covers(facts, lang)}{_tail(facts, lang)}"
    left = _difference(facts, lang)
    end = choose(lang, "đủ hàng", "enough") if left else choose(lang, "vừa đủ", "just enough")
    have, most = _compared(facts, "supply"), _highest(facts, "need")
    if most is not None and have is not None:
        return _covers_a_range(facts, have, most, lang)
    if facts.get("supply_said_high"):
        end += choose(lang, " ngay ở mức thấp", " at the lower end")
    end += of_kind(facts, lang)
    if facts.get("left_short"):
        end += choose(lang, " nếu tính cả vụ", " of the whole season")
    elif facts.get("sold_from"):
        pass  # what is to spare rests on what may be sold by now
    elif left and left != amount(_compared(facts, "supply"), facts.get("unit"), lang):
        spare = f"{left}{_each_month(facts, lang)}"  # of a large stock a small need leaves all, as printed
        end += choose(lang, f", dư {spare}", f", {spare} to spare")
    end += f"{_if_set_aside(facts, lang)}{_of_all(facts, lang)}"
    return f"{_have_and_need(facts, lang)}: {end}{_tail(facts, lang)}"


def _of_all(facts: Facts, lang: str) -> str:
    """ "; cả T1–T6 cần 32 tấn thì được 94 %": of a stock that is enough for the months of delivery alone."""
    if not facts.get("need_all") or not facts.get("supply"):
        return ""
    months = span(facts["need_all_months"], lang)
    all_ = amount(facts["need_all"], facts.get("need_unit"), lang)
    share = percent(facts["supply"] / facts["need_all"], lang)
    return choose(lang, f"; cả {months} cần {all_} thì được {share}", f"; of the {all_} for {months} {share}")


def _covers_a_range(facts: Facts, have: float, most: float, lang: str) -> str:
    """Enough for the lower end of what the buyer needs, and perhaps for the upper one."""
    each, own = _each_month(facts, lang), of_kind(facts, lang)
    spare = amount(round(have - most, 3), facts.get("unit"), lang)
    vi, en = (
        f"đủ hàng{own} cả ở mức cao, dư ít nhất {spare}{each}",
        f"enough{own} for all, {spare}{each} to spare",
    )
    if have == most:
        vi, en = f"vừa đủ{own} mức cao", f"just enough{own} for the upper end"
    elif have < most:
        share = percent(have / most, lang)
        vi, en = (
            f"đủ{own} mức thấp, mức cao được {share}",
            f"enough{own} for the lower end, {share} of the upper",
        )
    end = choose(lang, vi, en)
    return f"{_have_and_need(facts, lang)}: {end}{_if_set_aside(facts, lang)}{_tail(facts, lang)}"


def _if_set_aside(facts: Facts, lang: str) -> str:
    """That a stock covers the need only if it is kept for it."""
    said = choose(lang, ", nếu dành trước cho bên mua", ", if set aside for the buyer")
    return said if facts.get("set_aside") else ""


def _tail(facts: Facts, lang: str) -> str:
    """What follows the comparison: what was assumed, the least order, and another amount at a feast."""
    return f"{period(facts, lang)}.{least_order(facts, lang)}{wanted_lot(facts, lang)}{peaks(facts, lang)}"


def _volume_part(facts: Facts, lang: str) -> str:
    if facts.get("out_of_season"):
        return _out_of_season(facts, lang)
    if facts.get("factor_low") is not None:
        return _within_bounds(facts, lang)
    if facts.get("by_month"):
        end = f"{by_month.part(facts, lang)}{how_filled(facts, lang)}"
        return f"{_have_and_need(facts, lang)}: {end}{_tail(facts, lang)}"
    stock = f" {aside}" if (aside := set_aside_for(facts, lang)) else ""
    share, lack = part_of(facts.get("fill"), lang), f"{_difference(facts, lang)}{_each_month(facts, lang)}"
    if facts.get("at_most"):
        lack = choose(lang, f"ít nhất {lack}", f"at least {lack}")
        share = choose(lang, f"nhiều nhất {share}", f"{share} at most")
    if facts.get("supply_listed"):
        share = choose(lang, f"nhiều nhất {share} nếu tính chung các loại", f"{share} at most, of all kinds")
    high, need = _highest(facts, "supply"), _compared(facts, "need")
    low_end = choose(lang, "mức thấp ", "the lower end is ") if high else ""
    end = choose(
        lang, f"{low_end}được {share}{stock}, thiếu {lack}", f"{low_end}{share} of it{stock}, {lack} short"
    )
    if not HARDLY_SHORT <= (facts.get("fill") or 0) <= 1:
        end += how_filled(facts, lang)
    if high and need:
        top = percent(min(high / need, 1.0), lang)
        end += choose(lang, f"; mức cao được {top}", f"; the upper end {top}")
        if high >= need:
            end = end.rsplit(";", 1)[0] + choose(lang, "; mức cao thì đủ", "; the upper end is enough")
    return f"{_have_and_need(facts, lang)}: {end}{_tail(facts, lang)}"


def _within_bounds(facts: Facts, lang: str) -> str:
    """Amounts in two units that convert within bounds."""
    said = bounded.told(facts, _side(facts, "need", lang), how_filled(facts, lang), lang)
    return f"{said}{_tail(facts, lang)}"


def _each_month(facts: Facts, lang: str) -> str:
    return choose(lang, " mỗi tháng", " a month") if facts.get("monthly") else ""


def _difference(facts: Facts, lang: str) -> str:
    """What is over or short between the figures as they are printed; "" where there is none."""
    have, need = _compared(facts, "supply") or 0.0, _compared(facts, "need") or 0.0
    if facts.get("unit") != "kg":
        if have == need:
            return ""
        told = 1 if min(have, need) < WHOLE_PIECES else 0  # as both are printed
        left = abs(round(have, told) - round(need, told)) or 10.0**-told
        return amount(round(left, told), facts.get("unit"), lang)
    places = _places(facts, have, need)
    left = difference(have, need, places)
    return weighed(left, places, lang) if left else ""


def _volume_unsaid(facts: Facts, lang: str) -> str:
    need = plain(facts, "need", lang)
    if words := _open_amount(facts, "offer", lang):
        return choose(
            lang,
            f"Bên bán ghi {words}, chưa có con số; bên mua cần {need}: phải hỏi lại.",
            f"The producer says {words} without a figure, {need} needed: to be asked.",
        )
    return choose(
        lang,
        f"Bên bán chưa nói sản lượng, bên mua cần {need}: phải hỏi lại.",
        f"The producer has not said how much, {need} needed: to be asked.",
    )


def _need_unsaid(facts: Facts, lang: str) -> str:
    have = plain(facts, "supply", lang)
    if facts.get("need_items"):
        words = ", ".join(quoted(each, lang) for each in facts["need_items"])
        return choose(
            lang,
            f"Có {have}, bên mua ghi lượng riêng từng thứ ({words}): phải hỏi lượng thứ này rồi so.",
            f"Has {have}; the buyer names an amount of each ({words}): ask for that of these goods.",
        )
    if words := _open_amount(facts, "demand", lang):
        return choose(
            lang,
            f"Có {have}, bên mua ghi {words}, chưa có con số: phải hỏi lại rồi mới so được.",
            f"Has {have}; the buyer says {words} without a figure: to be asked before comparing.",
        )
    return choose(
        lang,
        f"Có {have}, bên mua chưa nói cần bao nhiêu: chưa so được lượng.",
        f"Has {have}, the buyer has not said how much: volumes cannot be compared.",
    )


def _open_amount(facts: Facts, side: str, lang: str) -> str:
    """The words of a record that tell its amount without a figure, "" where it has none."""
    rows = (row for row in facts.get("doubts") or () if (row["side"], row["code"]) == (side, "amount_open"))
    return next((quoted(row["facts"]["value"], lang) for row in rows), "")


def _volume_units_differ(facts: Facts, lang: str) -> str:
    told = units_differ(facts, plain(facts, "supply", lang), plain(facts, "need", lang), lang)
    if facts.get("weighed_apart"):  # nor do orders compare
        return told
    return told + least_order(facts, lang) + wanted_lot(facts, lang)


REASONS: dict[str, Teller] = {
    "volume_covers": _volume_covers,
    "volume_part": _volume_part,
    "volume_small": VETOES["volume_too_small"],
    "volume_unsaid": _volume_unsaid,
    "need_unsaid": _need_unsaid,
    "volume_units_differ": _volume_units_differ,
}
