"""Reasons about the way and freshness."""

from __future__ import annotations

from math import ceil

from matchmaker.wording.numbers import number
from matchmaker.wording.reasons.boats import boat_told
from matchmaker.wording.reasons.phrases import (
    Facts,
    Teller,
    choose,
    days,
    hours_on_way,
    left_on_arrival,
    percent,
    quoted,
)
from matchmaker.wording.reasons.price_words import DEAR_FREIGHT, FREIGHT_OF_A_SLIP
from matchmaker.wording.reasons.vetoes import VETOES

LONG_FOR_LIVE = 7  # days
SAME_DAY, HOURS_A_DAY = 10, 24  # hours


def _route(facts: Facts, lang: str) -> str:
    km, hours = number(facts.get("km"), lang), hours_on_way(facts, lang)
    cost = _range(facts, "freight", lang)
    boat = choose(lang, ", có đoạn đi tàu phà", ", partly by boat") if facts.get("ferry") else ""
    ferry = "".join(f", {boat_told(leg, lang)}" for leg in facts.get("boats") or ()) or boat
    rough = (
        choose(lang, " (ước theo đường chim bay)", " (estimated as the crow flies)")
        if facts.get("fallback")
        else ""
    )
    ends = " – ".join(_place(facts, name, lang) for name in ("origin", "destination"))
    way = f"{ends}: {km} km{rough}{ferry}"
    return choose(
        lang,
        f"{way}, đi {hours}, cước ước {cost} đ/kg: {_arrival(facts, lang)}.",
        f"{way}, {hours}, freight about VND {cost} a kg: {_arrival(facts, lang)}.",
    )


def _place(facts: Facts, name: str, lang: str) -> str:
    """A place in the words of its record, with the commune it belongs to now where they do not name that."""
    now = facts.get(f"{name}_now")
    return f"{facts.get(name)}" + (choose(lang, f" (nay thuộc {now})", f" (now {now})") if now else "")


def _arrival(facts: Facts, lang: str) -> str:
    """When the goods are there, by the longer time; and a freight that eats much of the price."""
    share = facts.get("freight_share") or 0
    dear = percent(share, lang)
    eaten = choose(lang, f", cước bằng {dear} giá hàng", f", freight is {dear} of the price")
    return _time(facts, lang) + (eaten if DEAR_FREIGHT <= share < FREIGHT_OF_A_SLIP else "")


def _time(facts: Facts, lang: str) -> str:
    hours = round(facts.get("hours_high") or 0)  # as it is printed
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
    known = _place(facts, "origin", lang) if facts.get("origin_known") else None
    known = _place(facts, "destination", lang) if facts.get("destination_known") else known
    other = choose(lang, f", đầu kia là {known}", f", the other end is {known}") if known else ""
    return choose(
        lang,
        f"Chưa xác định được {side}{named}{other}: chưa tính được đường đi và cước.",
        f"The {side}{named} is not known{other}: no route or freight yet.",
    )


def _fresh(vi: str, en: str) -> Teller:
    def tell(facts: Facts, lang: str) -> str:
        source = _source(facts, lang) if facts.get("from_table") else ""
        return _of_new_goods(choose(lang, vi, en), facts, lang).format(
            shelf=days(facts.get("shelf"), lang) + source,
            way=_way(facts, lang),
            left=left_on_arrival(facts, lang),
            wanted=_wanted(facts, lang) + _not_of_live(facts, lang),
        )

    return tell


def _of_new_goods(text: str, facts: Facts, lang: str) -> str:
    """A sentence on the life of goods that is told of new ones alone, where some are of a harvest gone by."""
    before, found, end = text.removesuffix(".").rpartition(": ")
    if not facts.get("old_stock") or not found:
        return text
    vi = f"{before}: hàng mới thì {end}, hàng trữ phải tính từ lúc thu như ở phần mùa vụ."
    return choose(lang, vi, f"{before}: {end} for new goods; stored ones count as told with the season.")


def _way(facts: Facts, lang: str) -> str:
    """How long the goods are on the way, or that nobody knows yet."""
    if facts.get("hours_low") is None and facts.get("transit") is None:
        return choose(lang, "chưa tính được thời gian đi", "the time on the way is not known")
    hours = hours_on_way(facts, lang)
    return choose(lang, f"đi mất {hours}", f"{hours} on the way")


def _not_of_live(facts: Facts, lang: str) -> str:
    """That a life of weeks is asked of goods that keep, where what is offered lives."""
    if not facts.get("alive") or (facts.get("wanted") or 0) < LONG_FOR_LIVE:
        return ""
    return choose(lang, " (hạn ấy không tính cho hàng sống)", " (which does not apply to live goods)")


def _keeps(facts: Facts, lang: str) -> str:
    """Goods that keep for months; of what is no food there is nothing to keep."""
    if facts.get("craft"):
        way = _way(facts, lang)
        return choose(
            lang,
            f"Hàng thủ công không có hạn dùng, {way}: chỉ cần đóng gói kỹ.",
            f"Crafts have no shelf life, {way}: only pack them well.",
        )
    return _fresh(
        "Để được {shelf}, {way}, {wanted}: không lo hạn dùng.",
        "Keeps {shelf}, {way}, {wanted}: ample.",
    )(facts, lang)


def _shelf_unsaid(facts: Facts, lang: str) -> str:
    """Goods of unknown life; animals sold by the head may live, and then none is asked for."""
    if facts.get("by_head") and facts.get("said_alive"):
        return REASONS["travels_live"](facts, lang)
    if facts.get("by_head"):
        return _fresh(
            "Bán theo con, chưa rõ hàng sống hay đã làm thịt, {way}: phải hỏi lại.",
            "Sold by the head, alive or slaughtered is not said, {way}: to be asked.",
        )(facts, lang)
    return _fresh(
        "Chưa rõ hàng để được bao lâu, {way}, {wanted}: phải hỏi lại.",
        "Shelf life not known, {way}, {wanted}: to be asked.",
    )(facts, lang)


def _travels_live(facts: Facts, lang: str) -> str:
    """Animals that travel alive; those wanted slaughtered go by cold transport, and their life is asked."""
    if not facts.get("dressed_wanted"):
        return _fresh(
            "Hàng sống, {way}, {wanted}: cần xe chở hàng sống và kiểm dịch.",
            "Live goods, {way}, {wanted}: a fit lorry and animal health papers are needed.",
        )(facts, lang)
    lives = ("Bên bán nuôi sống", "Kept alive")
    if facts.get("shelf") is not None and not facts.get("from_table"):
        shelf = days(facts["shelf"], lang)
        lives = (f"Bên bán nuôi sống (sống được {shelf} trên đường)", f"Kept alive ({shelf} on the way)")
    return _fresh(
        f"{lives[0]}, bên mua cần hàng đã làm sạch: giết mổ rồi chở lạnh, {{way}}, {{wanted}}; "
        "phải hỏi hàng làm sạch để được bao lâu.",
        f"{lives[1]}, wanted slaughtered: carried cold, {{way}}, {{wanted}}; ask how long they keep.",
    )(facts, lang)


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
        return choose(lang, "bên mua không đòi hạn còn lại", "no life on arrival is asked for")
    wanted = days(facts.get("wanted"), lang)
    if facts.get("share"):
        share = percent(facts["share"], lang)
        return choose(lang, f"bên mua cần còn {share} hạn ({wanted})", f"{share} of it ({wanted}) wanted")
    return choose(lang, f"bên mua cần còn {wanted}", f"{wanted} wanted")


REASONS: dict[str, Teller] = {
    "route": _route,
    "place_unknown": _place_unknown,
    "no_way": VETOES["cannot_reach"],
    "fresh_enough": _fresh(
        "Để được {shelf}, {way}, còn {left} khi tới, {wanted}: kịp.",
        "Keeps {shelf}, {way}, {left} left on arrival, {wanted}: in time.",
    ),
    "fresh_tight": _fresh(
        "Để được {shelf}, {way}, còn {left} khi tới, {wanted}: sát, dễ lỡ.",
        "Keeps {shelf}, {way}, {left} left on arrival, {wanted}: tight.",
    ),
    "fresh_short": VETOES["cannot_reach"],
    "shelf_unsaid": _shelf_unsaid,
    "transit_unknown": _fresh(
        "Để được {shelf}, {wanted}, nhưng chưa tính được thời gian đi: phải hỏi nơi giao nhận.",
        "Keeps {shelf}, {wanted}, but the time on the way is not known: ask for the places.",
    ),
    "keeps": _keeps,
    "travels_live": _travels_live,
}
