"""Reasons about the way, freshness and price."""

from __future__ import annotations

from math import ceil

from matchmaker.wording.numbers import money, number
from matchmaker.wording.reasons.phrases import (
    Facts,
    Teller,
    choose,
    days,
    per_unit,
    percent,
    quoted,
)
from matchmaker.wording.reasons.vetoes import VETOES, price_place

SAME_DAY, HOURS_A_DAY = 10, 24  # hours
DEAR_FREIGHT = 0.2  # of the price
FREIGHT_OF_A_SLIP = 3.0  # of the price: then the price is mistyped and says nothing about the freight
FAR_BELOW = 20  # so many times below the ceiling a price is rather a slip of the pen


def _route(facts: Facts, lang: str) -> str:
    km, hours = number(facts.get("km"), lang), _range(facts, "hours", lang)
    cost = _range(facts, "freight", lang)
    ferry = choose(lang, ", có đoạn đi tàu phà", ", partly by boat") if facts.get("ferry") else ""
    rough = (
        choose(lang, " (ước theo đường chim bay)", " (estimated as the crow flies)")
        if facts.get("fallback")
        else ""
    )
    way = f"{facts.get('origin')} – {facts.get('destination')}: {km} km{rough}{ferry}"
    return choose(
        lang,
        f"{way}, đi {hours} giờ, cước ước {cost} đ/kg: {_arrival(facts, lang)}.",
        f"{way}, {hours} hours, freight about VND {cost} a kg: {_arrival(facts, lang)}.",
    )


def _arrival(facts: Facts, lang: str) -> str:
    """When the goods are there, by the longer time; and a freight that eats much of the price."""
    share = facts.get("freight_share") or 0
    dear = percent(share, lang)
    eaten = choose(lang, f", cước bằng {dear} giá hàng", f", freight is {dear} of the price")
    return _time(facts, lang) + (eaten if DEAR_FREIGHT <= share < FREIGHT_OF_A_SLIP else "")


def _time(facts: Facts, lang: str) -> str:
    hours = facts.get("hours_high") or 0
    if hours <= SAME_DAY:
        return choose(lang, "giao trong ngày", "there the same day")
    if hours <= HOURS_A_DAY:
        return choose(lang, "giao trong một ngày đêm", "there within a day and a night")
    days_on_way = number(ceil(hours / HOURS_A_DAY), lang)
    return choose(
        lang, f"phải tính {days_on_way} ngày đường", f"{days_on_way} days on the way to be reckoned with"
    )


def _range(facts: Facts, name: str, lang: str) -> str:
    low, high = number(facts.get(f"{name}_low"), lang), number(facts.get(f"{name}_high"), lang)
    return low if low == high else f"{low}–{high}"


def _place_unknown(facts: Facts, lang: str) -> str:
    side = choose(lang, "nơi giao hàng", "place of delivery")
    name = facts.get("destination")
    if not facts.get("origin_known"):
        side, name = choose(lang, "nơi lấy hàng", "place of origin"), facts.get("origin")
    named = f" ({quoted(name, lang)})" if name else ""
    known = facts.get("origin") if facts.get("origin_known") else None
    known = facts.get("destination") if facts.get("destination_known") else known
    other = choose(lang, f", đầu kia là {known}", f", the other end is {known}") if known else ""
    return choose(
        lang,
        f"Chưa xác định được {side}{named}{other}: chưa tính được đường đi và cước.",
        f"The {side}{named} is not known{other}: no route or freight yet.",
    )


def _fresh(vi: str, en: str) -> Teller:
    def tell(facts: Facts, lang: str) -> str:
        source = _source(facts, lang) if facts.get("from_table") else ""
        return choose(lang, vi, en).format(
            shelf=days(facts.get("shelf"), lang) + source,
            transit=days(facts.get("transit"), lang),
            left=days(facts.get("left"), lang),
            wanted=_wanted(facts, lang),
        )

    return tell


def _source(facts: Facts, lang: str) -> str:
    """That the shelf life is that of the table, and of what: an offer may list more than this."""
    name = facts.get(f"kind_{lang}") or facts.get("kind_vi")
    of = choose(lang, f" của {name}", f" for {name}") if name else ""
    return choose(lang, f" (theo bảng sản phẩm{of})", f" (by the product table{of})")


def _wanted(facts: Facts, lang: str) -> str:
    """What the buyer wants left on arrival, as the buyer says it: days, or a share of the shelf life."""
    if not facts.get("wanted") and facts.get("share"):  # of a shelf life that is not known
        share = percent(facts["share"], lang)
        return choose(lang, f"bên mua cần còn {share} hạn", f"{share} of its life wanted")
    if not facts.get("wanted"):
        return choose(lang, "bên mua không đòi hạn còn lại", "the buyer asks for none left")
    wanted = days(facts.get("wanted"), lang)
    if facts.get("share"):
        share = percent(facts["share"], lang)
        return choose(lang, f"bên mua cần còn {share} hạn ({wanted})", f"{share} of it ({wanted}) wanted")
    return choose(lang, f"bên mua cần còn {wanted}", f"{wanted} wanted")


def _price(vi: str, en: str) -> Teller:
    def tell(facts: Facts, lang: str) -> str:
        return choose(lang, vi, en).format(
            price=_price_range(facts, lang),
            basis=price_place(facts, "basis", lang),
            ceiling=money(facts.get("ceiling"), lang) + per_unit(facts.get("ceiling_unit"), lang),
            ceiling_basis=price_place(facts, "ceiling_basis", lang),
            carriage=_carriage(facts, lang),
            asked=_asked(facts, lang),
            why=_live(facts, lang),
            under=_price_under(facts, lang),
            over=_price_middle_over(facts, lang),
            high=_high_over(facts, lang),
        )

    return tell


def _live(facts: Facts, lang: str) -> str:
    if not facts.get("live_against_meat"):
        return ""
    return choose(
        lang, "; cân hơi khác cân thịt, cần hỏi lại", "; live weight is not meat weight, to be asked"
    )


def _asked(facts: Facts, lang: str) -> str:
    text = ""
    if facts.get("basis_assumed") or facts.get("ceiling_basis_assumed"):
        text += choose(lang, "; cần hỏi rõ giá tại đâu", "; ask where the price is taken")
    top, ceiling = facts.get("top_total"), facts.get("ceiling")
    same = facts.get("unit") == facts.get("ceiling_unit")
    if same and top is not None and ceiling is not None and top * FAR_BELOW < ceiling:
        text += choose(lang, "; giá thấp khác thường, phải hỏi lại", "; unusually low, to be asked")
    if facts.get("unit_assumed"):
        text += choose(lang, "; cần hỏi rõ giá theo đơn vị nào", "; ask what unit the price is for")
    return text


def _price_range(facts: Facts, lang: str) -> str:
    low, high = facts.get("price_low"), facts.get("price_high")
    text = (
        money(low, lang) if low == high else f"{number(low, lang)}–{money(high, lang).removeprefix('VND ')}"
    )
    return text + per_unit(facts.get("unit"), lang)


def _carriage(facts: Facts, lang: str) -> str:
    low, high = facts.get("carriage_low") or 0, facts.get("carriage_high") or 0
    if not low and not high:
        return ""
    text = f"{number(abs(low), lang)}–{number(abs(high), lang)}"
    if not low or not high:  # a truck station lies anywhere on the way
        text = choose(lang, "tới ", "up to ") + number(max(abs(low), abs(high)), lang)
    word = choose(lang, "cước", "freight")
    sign = choose(lang, "cộng", "plus") if high > 0 else choose(lang, "trừ", "less")
    return f" {sign} {word} {text} đ" if lang == "vi" else f" {sign} {word} of VND {text}"


def _price_under(facts: Facts, lang: str) -> str:
    """What is left up to the ceiling, with freight; where the dearest lots are above it, so it says."""
    ceiling, top = facts.get("ceiling"), facts.get("top_total")
    if ceiling is None or top is None:  # one side's price is not for the reader
        return choose(lang, "trong mức", "within it")
    unit = per_unit(facts.get("unit"), lang)
    if facts.get("live_against_meat"):
        return choose(lang, "chưa so được", "not comparable")
    if top > ceiling:
        return _agreed_at(facts, lang)
    if top == ceiling:
        return choose(lang, "vừa bằng trần", "just at it")
    left = money(ceiling - top, lang) + unit
    return choose(lang, f"dưới trần ít nhất {left}", f"at least {left} below it")


def _price_middle_over(facts: Facts, lang: str) -> str:
    """Where the middle price is too dear: whether the lowest fits; it may not, where its unit is assumed."""
    floor, ceiling = facts.get("floor_total"), facts.get("ceiling")
    if floor is not None and ceiling is not None and floor > ceiling:
        return choose(lang, "vượt trần nếu đúng đơn vị ấy", "above it if the unit is right")
    return _agreed_at(facts, lang)


def _agreed_at(facts: Facts, lang: str) -> str:
    """The price at its own place up to which the deal fits, with the dear freight where that leaves any."""
    ceiling, low = facts.get("ceiling"), facts.get("price_low") or 0
    if ceiling is None:
        return choose(lang, "chỉ mức giá thấp mới vừa", "only the lower end fits")
    dear = ceiling - (facts.get("carriage_high") or 0)
    limit = dear if dear >= low else ceiling - (facts.get("carriage_low") or 0)
    told = money(limit, lang) + per_unit(facts.get("unit"), lang)
    if facts.get("basis") != facts.get("ceiling_basis"):
        told += f" {price_place(facts, 'basis', lang)}"
    cheap = choose(lang, " và cước ở mức thấp", " with the low freight") if dear < low else ""
    return choose(
        lang, f"chỉ hợp nếu chốt từ {told} trở xuống{cheap}", f"fits if agreed at {told} or less{cheap}"
    )


def _high_over(facts: Facts, lang: str) -> str:
    """That the dearest lots are at the ceiling or above it even without freight."""
    high, ceiling = facts.get("price_high"), facts.get("ceiling")
    if high is None or ceiling is None or high < ceiling:
        return ""
    if high == ceiling:
        return choose(lang, "đã bằng trần khi chưa kể cước, ", "at the ceiling before freight, ")
    return choose(lang, "mức cao đã vượt trần, ", "the dearest are above it, ")


def _price_unsaid(facts: Facts, lang: str) -> str:
    ceiling = money(facts.get("ceiling"), lang) + per_unit(facts.get("ceiling_unit"), lang)
    if facts.get("ceiling") is None:
        ceiling = choose(lang, "một mức chưa nêu", "an amount not said")
    if facts.get("price_bare") is not None:
        bare = money(facts["price_bare"], lang)
        return choose(
            lang,
            f"Bên bán ghi {bare}, chưa rõ theo đơn vị nào, bên mua trả tối đa {ceiling}: phải hỏi lại.",
            f"The producer wrote {bare} without a unit; the buyer pays up to {ceiling}: to be asked.",
        )
    return choose(
        lang,
        f"Bên bán chưa nói giá, bên mua trả tối đa {ceiling}: phải hỏi lại.",
        f"No price given; the buyer pays up to {ceiling}: to be asked.",
    )


def _ceiling_unsaid(facts: Facts, lang: str) -> str:
    price, asked = _price_range(facts, lang), _asked(facts, lang)
    basis = price_place(facts, "basis", lang)
    if facts.get("ceiling_bare") is not None:
        bare = money(facts["ceiling_bare"], lang)
        return choose(
            lang,
            f"Giá {price} {basis}, bên mua ghi {bare}, chưa rõ theo đơn vị nào: phải hỏi lại{asked}.",
            f"{price} {basis}; the buyer wrote {bare} without a unit: to be asked{asked}.",
        )
    return choose(
        lang,
        f"Giá {price} {basis}, bên mua chưa nêu giá trần: hai bên thỏa thuận{asked}.",
        f"{price} {basis}; the buyer names no ceiling: to be agreed{asked}.",
    )


REASONS: dict[str, Teller] = {
    "route": _route,
    "place_unknown": _place_unknown,
    "no_way": VETOES["cannot_reach"],
    "fresh_enough": _fresh(
        "Để được {shelf}, đi mất {transit}, còn {left} khi tới, {wanted}: kịp.",
        "Keeps {shelf}, {transit} on the way, {left} left on arrival, {wanted}: in time.",
    ),
    "fresh_tight": _fresh(
        "Để được {shelf}, đi mất {transit}, còn {left} khi tới, {wanted}: sát, dễ lỡ.",
        "Keeps {shelf}, {transit} on the way, {left} left on arrival, {wanted}: tight.",
    ),
    "fresh_short": VETOES["cannot_reach"],
    "shelf_unsaid": _fresh(
        "Chưa rõ hàng để được bao lâu, đi mất {transit}, {wanted}: phải hỏi lại.",
        "Shelf life not known, {transit} on the way, {wanted}: to be asked.",
    ),
    "transit_unknown": _fresh(
        "Để được {shelf}, {wanted}, nhưng chưa tính được thời gian đi: phải hỏi nơi giao nhận.",
        "Keeps {shelf}, {wanted}, but the time on the way is not known: ask for the places.",
    ),
    "keeps": _fresh(
        "Để được {shelf}, đi mất {transit}, {wanted}: không lo hạn dùng.",
        "Keeps {shelf}, {transit} on the way, {wanted}: no worry.",
    ),
    "travels_live": _fresh(
        "Hàng sống, đi mất {transit}, {wanted}: cần xe chở hàng sống và kiểm dịch.",
        "Live goods, {transit} on the way, {wanted}: a fit lorry and animal health papers are needed.",
    ),
    "price_under": _price(
        "Giá {price} {basis}{carriage}, bên mua trả tối đa {ceiling} {ceiling_basis}: {under}{asked}{why}.",
        "{price} {basis}{carriage}; the buyer pays up to {ceiling} {ceiling_basis}: {under}{asked}{why}.",
    ),
    "price_range_over": _price(
        "Giá {price} {basis}{carriage}, bên mua trả tối đa {ceiling} {ceiling_basis}: {over}{asked}.",
        "{price} {basis}{carriage}; the buyer pays up to {ceiling} {ceiling_basis}: {over}{asked}.",
    ),
    "price_over": VETOES["price_over"],
    "price_unsaid": _price_unsaid,
    "ceiling_unsaid": _ceiling_unsaid,
    "price_units_differ": _price(
        "Bán {price}, mua tối đa {ceiling}: khác đơn vị nên chưa so được giá{asked}{why}.",
        "Sold at {price}, bought at {ceiling} at most: different units, not comparable{asked}{why}.",
    ),
    "freight_unknown": _price(
        "Giá {price} {basis}, bên mua trả tối đa {ceiling} {ceiling_basis}: "
        "{high}chưa tính được cước, cần hỏi thêm{asked}.",
        "{price} {basis}, the buyer pays up to {ceiling} {ceiling_basis}: "
        "{high}freight not counted, to be asked{asked}.",
    ),
}
