"""A way, its stages and the account to the producer in words."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor
from typing import Any

from matchmaker.wording.labels import label
from matchmaker.wording.numbers import day, number

Facts = Mapping[str, Any]

STAGE: dict[str, tuple[str, str]] = {
    "first_mile": ("Chặng đầu, đường thôn xã", "First mile, village roads"),
    "road": ("Đường bộ", "Road"),
    "direct": ("Đường trong vùng", "Local roads"),
    "last_mile": ("Chặng cuối", "Last mile"),
    "ferry": ("Phà chở xe", "Truck ferry"),
    "cargo_boat": ("Tàu hàng", "Cargo boat"),
    "ship": ("Tàu container ven biển", "Coastal container ship"),
    "flight": ("Máy bay", "Aircraft"),
    "rest": ("Tài xế nghỉ theo luật", "The driver’s rest by law"),
    "wait": ("Chờ tàu, phà", "Waiting for the boat"),
    "wait_ship": ("Chờ tàu ở cảng", "Waiting for the ship"),
    "wait_flight": ("Chờ chuyến bay, soi chiếu", "Waiting for the flight, screening"),
    "gate": ("Chờ thông quan ở cửa khẩu", "Queue at the border gate"),
    "handling": ("Bốc xếp hai đầu", "Loading and unloading"),
}
LINE: dict[str, tuple[str, str]] = {
    "price": ("Giá bên mua trả", "What the buyer pays"),
    "discount": ("Chiết khấu", "Discount"),
    "delay": ("Vốn nằm chờ thanh toán", "Money tied up until payment"),
    "loss": ("Hao hụt trên đường", "Lost on the way"),
    "freight": ("Cước vận chuyển", "Freight"),
    "handling": ("Bốc xếp", "Loading and unloading"),
}
_COUNTS = {1: ("một", "one"), 2: ("hai", "two"), 3: ("ba", "three"), 4: ("bốn", "four")}


def span(low: float, high: float, lang: str, decimals: int = 0) -> str:
    """Two figures as one: "12–14"; one where they print alike."""
    first, last = number(low, lang, decimals), number(high, lang, decimals)
    return first if first == last else f"{first}–{last}"


def hours(low: float, high: float, lang: str) -> str:
    """Hours, below three with a decimal: "12–14 h"."""
    return f"{span(low, high, lang, 1 if high < 3 else 0)} {'giờ' if lang == 'vi' else 'h'}"


BY = {
    "": ("Xe tải, phà", "Truck and ferry"),
    "ship": ("Có đoạn đi tàu container ven biển", "Partly by coastal ship"),
    "flight": ("Có đoạn đi máy bay", "Partly by air"),
}


def other(by: str, facts: Facts, lang: str) -> str:
    """Another means in one line: "Có đoạn đi máy bay: 1.233 km, 8–15 giờ, 10.300–22.900 đ/kg, …"."""
    cost = span(*facts["cost"], lang)
    parts = [f"{number(facts['km'], lang)} km", hours(*facts["hours"], lang)]
    parts.append(f"{cost} đ/kg" if lang == "vi" else f"VND {cost}/kg")
    if facts.get("left") is not None:
        parts.append(left(*facts["left"], lang))
    return f"{BY[by][lang != 'vi']}: {', '.join(parts)}"


def line(facts: Facts, lang: str) -> str:
    """The whole way in one line: "Mèo Vạc → Tiên Du: 452 km, 12–14 giờ, một lần nghỉ, 900–1.300 đ/kg, …"."""
    parts = [f"{number(facts['km'], lang)} km", hours(*facts["hours"], lang)]
    if rest := _rest(facts["nights"], lang):
        parts.append(rest)
    if facts.get("ferry"):
        parts.append("có đoạn đi tàu phà" if lang == "vi" else "partly by boat")
    if facts.get("by"):
        words = BY[facts["by"]][lang != "vi"]
        parts.append(words[0].lower() + words[1:])
    cost = span(*facts["cost"], lang)
    parts.append(f"{cost} đ/kg" if lang == "vi" else f"VND {cost}/kg")
    if facts.get("left") is not None:
        parts.append(left(*facts["left"], lang))
    return f"{facts['origin']} → {facts['destination']}: {', '.join(parts)}"


def left(worst: float, best: float, lang: str) -> str:
    """Shelf life left on arrival, in whole days on the safe side."""
    if best < 0:
        return "hết hạn dùng trước khi tới" if lang == "vi" else "past its shelf life on arrival"
    if worst < 0:
        return (
            "có thể hết hạn dùng trước khi tới" if lang == "vi" else "may be past its shelf life on arrival"
        )
    days = span(floor(worst), floor(best), lang)
    if lang == "vi":
        return f"còn {days} ngày hạn dùng"
    return f"{days} {'day' if days == '1' else 'days'} of shelf life left"


def source(code: str, told: str, facts: Facts, dated: str, lang: str) -> str:
    """Where a line of the account comes from: said by whom, or which coefficient of which day."""
    vi = lang == "vi"
    if told == "ask_buyer":
        return "chưa nói; cần hỏi bên mua" if vi else "not said; ask the buyer"
    if told == "no_price":
        return "chưa có giá theo kg để tính" if vi else "no price by weight to work it out from"
    if told == "no_way":
        return "chưa biết đường đi; cần hỏi rõ địa điểm" if vi else "no way is known; ask about the places"
    if told == "buyer_bears":
        return (
            "giá lấy tại nơi sản xuất: bên mua chịu"
            if vi
            else "the price is at the farm gate: the buyer bears it"
        )
    return _SOURCES[code](facts, dated, lang)


def _price(facts: Facts, _dated: str, lang: str) -> str:
    basis = str(facts.get("basis") or "")
    where = (
        label("price_basis", basis, lang)
        if basis
        else ("chưa rõ tại đâu, cần hỏi" if lang == "vi" else "where is not said, to be asked")
    )
    price = (
        f"{number(facts['price'], lang)} đ/{facts['unit']}"
        if lang == "vi"
        else f"VND {number(facts['price'], lang)}/{facts['unit']}"
    )
    if facts.get("unit_taken"):  # a guess is no word of the buyer's
        where += "; bên mua không ghi đơn vị, cần hỏi" if lang == "vi" else "; no unit is named, to be asked"
    return (
        f"bên mua nói: tối đa {price}, {where}"
        if lang == "vi"
        else f"said by the buyer: up to {price}, {where}"
    )


def _discount(facts: Facts, _dated: str, lang: str) -> str:
    share = f"{number(facts['percent'], lang, 1)} %"
    return f"bên mua nói: {share}" if lang == "vi" else f"said by the buyer: {share}"


def _delay(facts: Facts, dated: str, lang: str) -> str:
    days, rate = number(facts["days"], lang), span(facts["low"], facts["high"], lang, 1)
    if lang == "vi":
        return f"bên mua nói: trả sau {days} ngày; lãi {rate} %/năm ({_coefficient(dated, lang)})"
    return (
        f"said by the buyer: paid after {days} days; interest {rate} % a year ({_coefficient(dated, lang)})"
    )


def _loss(facts: Facts, dated: str, lang: str) -> str:
    goods = ("hàng để được lâu", "goods that keep") if facts["keeps"] else ("hàng tươi", "fresh goods")
    share = span(facts["low"], facts["high"], lang, 1)
    if lang == "vi":
        return f"{goods[0]} hao {share} % ({_coefficient(dated, lang)})"
    return f"{goods[1]} lose {share} % ({_coefficient(dated, lang)})"


def _freight(facts: Facts, dated: str, lang: str) -> str:
    if facts.get("carrier"):
        until = f" {day(facts['valid_to'], lang)}" if facts.get("valid_to") else ""
        if lang == "vi":
            return (
                f"bảng giá của {facts['carrier']}, hiệu lực đến{until}"
                if until
                else f"bảng giá của {facts['carrier']}"
            )
        return (
            f"rate card of {facts['carrier']}, valid to{until}"
            if until
            else f"rate card of {facts['carrier']}"
        )
    if facts.get("fallback"):
        rough = "ước theo đường chim bay" if lang == "vi" else "estimated as the crow flies"
        return f"{rough}; {_coefficient(dated, lang)}"
    fitted = facts.get("calibrated")
    state = (
        ("đã hiệu chỉnh theo báo giá", "calibrated to quotes")
        if fitted
        else ("chưa hiệu chỉnh", "not calibrated")
    )
    return f"{_coefficient(dated, lang)}, {state[lang != 'vi']}" + _part(facts, lang)


def _handling(facts: Facts, dated: str, lang: str) -> str:
    return _coefficient(dated, lang) + _part(facts, lang)


def _part(facts: Facts, lang: str) -> str:
    """That a part, or nothing, of it may be the seller's."""
    if facts.get("basis") == "delivered":
        return ""
    if facts.get("basis") == "truck_station":
        return (
            "; bến xe ở giữa đường: từ không đến cả"
            if lang == "vi"
            else "; the station lies on the way: none to all"
        )
    return "; chưa rõ ai chịu: từ không đến cả" if lang == "vi" else "; who bears it is not said: none to all"


def _coefficient(dated: str, lang: str) -> str:
    return (
        f"hệ số ngày {day(dated, lang)}, ước lượng"
        if lang == "vi"
        else f"coefficient of {day(dated, lang)}, an estimate"
    )


def _rest(nights: tuple[int, int], lang: str) -> str:
    low, high = nights
    if not high:
        return ""
    vi, en = _COUNTS.get(high, (str(high), str(high)))
    if lang == "vi":
        return f"{vi} lần nghỉ đêm" if low == high else f"nhiều nhất {vi} lần nghỉ đêm"
    nights_en = f"{en} night’s rest" if high == 1 else f"{en} nights’ rest"
    return nights_en if low == high else f"at most {nights_en}"


_SOURCES = {
    "price": _price,
    "discount": _discount,
    "delay": _delay,
    "loss": _loss,
    "freight": _freight,
    "handling": _handling,
}
