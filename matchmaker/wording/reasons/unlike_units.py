"""Reasons about amounts in units that do not convert: what the two sides say, and what is to be asked."""

from __future__ import annotations

from matchmaker.wording.labels import unit
from matchmaker.wording.numbers import number
from matchmaker.wording.reasons import bounded
from matchmaker.wording.reasons.phrases import PERIODS, Facts, amount, choose
from matchmaker.wording.reasons.volume_notes import how_filled


def units_differ(facts: Facts, have: str, need: str, lang: str) -> str:
    """What is offered beside what is wanted, and what is to be asked before they compare."""
    if facts.get("weighed_apart"):
        return choose(
            lang,
            f"Bán {have}, mua {need}: hai bên cân hàng khác dạng, chưa so được lượng.",
            f"Offers {have}, {need} wanted: weighed in different forms, the amounts do not compare.",
        )
    if facts.get("supply_said_unit") and facts["supply_said_unit"] == facts.get("need_said_unit"):
        return choose(
            lang,
            f"Bán {have}, mua {need}: chỉ một bên ghi cân nặng, phải hỏi cỡ rồi so theo đầu con.",
            f"Offers {have}, {need} wanted: only one side says the weight, ask for it and compare by count.",
        )
    if facts.get("size_range"):
        return _size_to_ask(facts, have, need, lang)
    return choose(
        lang,
        f"Bán {have}, mua {need}: khác đơn vị nên chưa so được, cần hỏi quy đổi.",
        f"Offers {have}, {need} wanted: different units, ask how they convert.",
    )


def _size_to_ask(facts: Facts, have: str, need: str, lang: str) -> str:
    """Pieces of which a record says no single size: what that comes to, and what is to be asked."""
    size = facts["size_range"]
    low, high, measure = size["low"], size["high"], unit(size["measure"], lang)
    each = number(low, lang, 1) if low == high else f"{number(low, lang, 1)}–{number(high, lang, 1)}"
    month = facts.get("supply_month" if size["side"] == "supply" else "need_month") or 0
    when = choose(lang, " mỗi tháng", " a month")
    if facts.get("monthly") is False:  # a whole need, or a stock
        month, when = facts.get(size["side"]) or 0, ""
    if size.get("heads"):  # of these the month was counted in kilograms
        per = PERIODS.get(str(facts.get(f"{size['side']}_said_per")))
        month, when = size["heads"], f" {choose(lang, *per)}" if per else ""
    sums = (
        [amount(month * value, "kg", lang) for value in dict.fromkeys((low, high))]
        if size["measure"] == "kg"
        else []
    )
    comes = choose(lang, ", tức ", ", that is ") + " – ".join(sums) + when if sums else ""
    told = f" ({each} {measure}/{unit(size['unit'], lang)}{comes})"
    have, need = (have + told, need) if size["side"] == "supply" else (have, need + told)
    ask = choose(lang, "phải hỏi cỡ rồi mới so được", "ask for the size before comparing")
    other = facts.get("need_unit" if size["side"] == "supply" else "unit")
    if facts.get("enough_at_any_size"):
        ask = choose(lang, "đủ hàng ở mọi cỡ đã ghi", "enough at any size that is stated")
    if size["measure"] in ("ml", "lít") and other == "kg":
        ask = choose(
            lang,
            "phải hỏi mỗi lít nặng bao nhiêu rồi mới so được",
            "ask what a litre weighs before comparing",
        )
    if size.get("meat"):
        ask = choose(
            lang, "phải hỏi tỷ lệ móc hàm rồi mới so được", "ask for the carcass share before comparing"
        )
    if short := bounded.at_most(facts, how_filled(facts, lang), lang):
        less = choose(
            lang, "phải hỏi tỷ lệ móc hàm mới biết thiếu bao nhiêu", "the carcass share tells by how much"
        )
        ask = f"{short}; {less if size.get('meat') else ask}"
    return choose(lang, f"Bán {have}, mua {need}: {ask}.", f"Offers {have}, {need} wanted: {ask}.")
