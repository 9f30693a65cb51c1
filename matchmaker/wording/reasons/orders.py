"""Least orders and least lots against what the buyer takes, told in the periods that he himself names."""

from __future__ import annotations

from matchmaker.wording.numbers import number
from matchmaker.wording.reasons.phrases import PERIODS, RATES, Facts, amount, choose, days, said_amount

_LASTS = {
    "day": ("{n} ngày hàng", "{n} days of need"),
    "week": ("{n} tuần hàng", "{n} weeks of need"),
    "month": ("{n} tháng hàng", "{n} months of need"),
    "quarter": ("{n} quý hàng", "{n} quarters of need"),
    "batch": ("{n} đợt hàng", "{n} loads"),
}
_IN_LOADS = ("day", "week")  # needs that are never delivered all at once


def least_order(facts: Facts, lang: str) -> str:
    """ " Bên bán nhận đơn từ 12,5 tấn, bằng 3,1 tuần hàng: phải hỏi giao chia chuyến."; "" where it fits."""
    if facts.get("order_counted") is not None:
        return _counted(facts, lang)
    if facts.get("order_lasts") is None and facts.get("trip") is not None:
        return _trips(facts, lang)
    if facts.get("order_most"):
        least = amount(facts.get("min_order"), facts.get("unit"), lang)
        return choose(
            lang,
            f" Bên bán nhận đơn từ {least}, hơn nửa lượng cần: phải hỏi giao chia chuyến.",
            f" The least order is {least}, more than half the need: ask for delivery in several loads.",
        )
    if facts.get("order_within"):
        least = amount(facts.get("min_order"), facts.get("unit"), lang)
        per = choose(lang, *PERIODS[str(facts["order_within"])])
        return choose(
            lang,
            f" Bên bán nhận đơn từ {least}: lấy đủ {least} {per} là được.",
            f" The least order is {least}: enough if {least} {per} is taken.",
        )
    if facts.get("order_lasts") is None:
        return lot_gathered(facts, lang)
    least, per = amount(facts.get("min_order"), facts.get("unit"), lang), str(facts.get("order_per"))
    lasts = choose(lang, *_LASTS[per]).format(n=_times(facts["order_lasts"], lang))
    of_all = choose(lang, " cả các loại", " of all kinds") if facts.get("family") else ""
    ask = choose(lang, "phải hỏi giao chia chuyến", "ask for delivery in several loads")
    if facts.get("trip") is not None:
        lasts, of_all = lasts + _trip(facts, lang), ""  # said there
    if facts.get("order_keeps") is not None:
        return choose(
            lang,
            f" Bên bán nhận đơn từ {least}, bằng {lasts}{of_all}{_spoils(facts, lang)}",
            f" The least order is {least}, {lasts}{of_all}{_spoils(facts, lang)}",
        )
    if per not in _IN_LOADS:
        ask = choose(
            lang, "phải lấy gộp hoặc hỏi giao chia chuyến", "take it at once or ask for several loads"
        )
    return choose(
        lang,
        f" Bên bán nhận đơn từ {least}, bằng {lasts}{of_all}: {ask}.",
        f" The least order is {least}, {lasts}{of_all}: {ask}.",
    )


def _times(value: float, lang: str) -> str:
    """ "1,7"; "hơn 1" of what is a little more than one."""
    told = number(value, lang, 1)
    return choose(lang, "hơn 1", "more than 1") if told == "1" and value > 1 else told


def _counted(facts: Facts, lang: str) -> str:
    """ " Bên bán nhận đơn từ 30 con (1,2–1,8 tấn hơi), mỗi chuyến bên mua lấy chừng 333 kg: phải hỏi …"."""
    least = amount(facts["order_counted"], facts.get("order_unit"), lang)
    low, high = (amount(each, "kg", lang) for each in facts["order_weighs"])
    head, _, unit = low.rpartition(" ")
    weighs = low if low == high else f"{low} – {high}"
    if low != high and unit == high.rpartition(" ")[2]:
        weighs = f"{head}–{high}"
    weighs += choose(lang, " hơi", " live") if facts.get("order_alive") else ""
    takes, per = amount(facts["order_takes"], "kg", lang), str(facts["order_takes_per"])
    alive = choose(lang, " hơi", " live") if facts.get("need_unit") == "kg hơi" else ""
    when = (f"mỗi chuyến bên mua lấy chừng {takes}{alive}", f"the buyer takes about {takes}{alive} a trip")
    if per in PERIODS:
        vi, en = PERIODS[per]
        when = (f"bên mua lấy {takes}{alive} {vi}", f"the buyer takes {takes}{alive} {en}")
    return choose(
        lang,
        f" Bên bán nhận đơn từ {least} ({weighs}), {when[0]}: phải hỏi giao chia chuyến.",
        f" The least order is {least} ({weighs}), {when[1]}: ask for delivery in several loads.",
    )


def _own_order(facts: Facts, lang: str) -> str:
    """ " Bên bán nhận đơn từ 40 con mà mỗi chuyến chỉ có chừng 23 con: phải hỏi giao thưa hơn hay …"."""
    if facts.get("own_order") is None:
        return ""
    least, trip = (amount(facts[name], facts.get("need_unit"), lang) for name in ("own_order", "own_trip"))
    if facts.get("own_even"):
        trip += choose(lang, " (nếu chia đều)", " (if shared evenly)")
    return choose(
        lang,
        f" Bên bán nhận đơn từ {least} mà mỗi chuyến chỉ có chừng {trip}: phải hỏi giao thưa hơn hay nhận "
        "đơn nhỏ hơn.",
        f" The least order is {least}, the producer has about {trip} a trip: ask for fewer deliveries or "
        "smaller orders.",
    )


def _trips(facts: Facts, lang: str) -> str:
    """ " Bên bán nhận đơn từ 30 tấn, mỗi chuyến bên mua lấy chừng 4,7 tấn: phải hỏi gộp chuyến hoặc …"."""
    least = amount(facts.get("min_order"), facts.get("unit"), lang)
    if facts.get("order_keeps") is not None:
        ask = _spoils(facts, lang)
    elif facts.get("order_apart"):  # loads taken as one would not be used up in time
        ask = choose(lang, ": phải hỏi giao chia chuyến.", ": ask for delivery in several loads.")
    else:
        ask = choose(
            lang, ": phải hỏi gộp chuyến hoặc giao chia chuyến.", ": ask to join trips, or for several loads."
        )
    return choose(
        lang,
        f" Bên bán nhận đơn từ {least}{_trip(facts, lang)}{ask}",
        f" The least order is {least}{_trip(facts, lang)}{ask}",
    )


def _trip(facts: Facts, lang: str) -> str:
    """ ", mỗi chuyến bên mua lấy chừng 4,7 tấn": what falls to one delivery of those that the buyer wants."""
    trip = amount(facts["trip"], facts.get("need_unit"), lang)
    of_all = choose(lang, " cả các loại", " of all kinds") if facts.get("family") else ""
    return choose(
        lang,
        f", mỗi chuyến bên mua lấy chừng {trip}{of_all}",
        f", the buyer takes about {trip}{of_all} a trip",
    )


def _spoils(facts: Facts, lang: str) -> str:
    """ ". Hàng chỉ để được 7 ngày: phải hỏi giao chia chuyến.": fresh goods that cannot be taken at once."""
    keeps = days(facts["order_keeps"], lang)
    return choose(
        lang,
        f". Hàng chỉ để được {keeps}, không lấy một lần được: phải hỏi giao chia chuyến.",
        f". The goods keep only {keeps} and cannot be taken at once: ask for delivery in several loads.",
    )


def moq_too_high(facts: Facts, lang: str) -> str:
    """Why the least order is too large: the need as the buyer says it, and what it comes to at most."""
    least = amount(facts.get("min_order"), facts.get("unit"), lang)
    most = amount(facts.get("most_wanted"), facts.get("unit"), lang)
    months, per = facts.get("months_at_once"), str(facts.get("need_said_per"))
    if not months:
        return choose(
            lang,
            f"Bên bán chỉ nhận đơn từ {least}, bên mua cần tất cả {most}: chưa đủ một đơn.",
            f"The least order is {least}, the buyer needs {most} in all: less than one order.",
        )
    taken = _taken(facts, lang)
    if per == "quarter" or (per == "batch" and months == 1):
        whole = choose(
            lang, *{"quarter": ("cả quý", "a whole quarter"), "batch": ("một đợt", "one load")}[per]
        )
    elif months > 1:
        keeps = _why_no_longer(facts, lang)
        why = f" ({keeps})" if keeps else ""
        whole = choose(
            lang, f"gom {months} tháng mới được {most}{why},", f"what {months} months come to, {most}{why},"
        )
    else:
        whole = choose(lang, "cả tháng", "a whole month")
    return choose(
        lang,
        f"Bên bán chỉ nhận đơn từ {least}, bên mua lấy {taken}: {whole} chưa đủ một đơn.",
        f"The least order is {least}, the buyer takes {taken}: {whole} is less than one order.",
    )


def _why_no_longer(facts: Facts, lang: str) -> str:
    """ "hàng chỉ trữ được 216 ngày mà còn đủ hạn bên mua cần": why no more months are ordered at once."""
    if not facts.get("stored_for"):
        return ""
    keeps, left = days(facts["stored_for"], lang), facts.get("life_wanted")
    vi = f"hàng chỉ trữ được {keeps}{' mà còn đủ hạn bên mua cần' if left else ''}"
    return choose(lang, vi, f"they keep {keeps}{' and still the life that is wanted' if left else ''}")


def _taken(facts: Facts, lang: str) -> str:
    """ "1,5 tấn mỗi tuần (6,4 tấn mỗi tháng)": the need as said, and by the month where that is another."""
    month = amount(facts.get("need_month"), facts.get("need_unit"), lang)
    by_month = f"{month} {choose(lang, *PERIODS['month'])}"
    per = str(facts.get("need_said_per"))
    if facts.get("need_said_high") and per == "month":
        return said_amount(facts, "need", lang)
    if per not in RATES or per == "month" or facts.get("need_said") is None:
        return by_month
    aside = f" ({by_month})" if per != "batch" else ""
    return f"{said_amount(facts, 'need', lang)}{aside}"


def lowered(facts: Facts, lang: str) -> str:
    """ " (đủ một tháng hàng, giao nhiều chuyến)": what an order of the lower least is, as part of a step."""
    months, per = facts.get("months_at_once"), str(facts.get("need_said_per"))
    if not months:
        return choose(lang, " (cả lượng bên mua cần)", " (all that the buyer needs)")
    how = choose(lang, ", giao nhiều chuyến", ", in several loads") if per in _IN_LOADS else ""
    if facts.get("order_keeps") is not None:
        keeps = days(facts["order_keeps"], lang)
        how = choose(
            lang,
            f", hàng chỉ để được {keeps} nên giao nhiều chuyến",
            f", which keep only {keeps}: in several loads",
        )
    if facts.get("trip") is not None:
        trip = amount(facts["trip"], facts.get("need_unit"), lang)
        how = how or choose(lang, ", giao nhiều chuyến", ", in several loads")
        how += choose(lang, f" chừng {trip} một chuyến", f" of about {trip}")
    if per == "batch":
        return choose(lang, " (một đợt của bên mua)", " (one load of the buyer)")
    many = choose(
        lang,
        "một tháng" if months == 1 else f"{months} tháng",
        "a month" if months == 1 else f"{months} months",
    )
    return choose(lang, f" (đủ {many} hàng{how})", f" ({many} of need{how})")


def lot_gathered(facts: Facts, lang: str) -> str:
    """ " Bên mua nhận lô từ 500 kg: dồn 2 tháng mới đủ một lô.": goods that keep; "" where a month does. Of
    more months than are served it takes what is in store."""
    if not facts.get("lot_months") or facts.get("lot_trip") is not None:  # asked there
        return ""
    least, n = amount(facts.get("min_lot"), facts.get("need_unit"), lang), facts["lot_months"]
    if facts.get("lot_stock"):
        return choose(
            lang,
            f" Bên mua nhận lô từ {least}, quá lượng các tháng giao: "
            "phải hỏi có hàng trữ sẵn để đủ lô không.",
            f" Least lot {least}, above what these months bring: ask whether stock in store completes it.",
        )
    return choose(
        lang,
        f" Bên mua nhận lô từ {least}: dồn {n} tháng mới đủ một lô.",
        f" Least lot {least}: {n} months of it make one.",
    )


def gathered_alone(facts: Facts) -> bool:
    """Whether how many months make a lot tells of it already, beside a buyer who does not say how often."""
    led = any(facts.get(name) is not None for name in ("order_lasts", "trip", "order_counted", "lot_trip"))
    return bool(facts.get("lot_months")) and not (led or facts.get("order_within"))


def wanted_lot(facts: Facts, lang: str) -> str:
    """ " Bên mua nhận lô từ 500 kg, bằng 6,3 ngày hàng của mình: phải hỏi bao lâu giao một lần."."""
    if facts.get("lot_brought") is not None:
        return _brought(facts, lang)
    if facts.get("lot_days") is not None:
        return _shared(facts, lang)
    if facts.get("lot_batches") is not None:
        return _in_batches(facts, lang)
    if facts.get("lot_lasts") is None or gathered_alone(facts):
        return _own_order(facts, lang)
    lot, per = amount(facts.get("lot_asked"), facts.get("need_unit"), lang), str(facts.get("lot_per"))
    lasts = choose(lang, *_LASTS[per]).format(n=_times(facts["lot_lasts"], lang))
    if facts.get("lot_trip") is not None:
        trip = amount(facts["lot_trip"], facts.get("need_unit"), lang)
        vi, en = f"mà mỗi chuyến chỉ chừng {trip}", f"but about {trip} a trip"
        if facts.get("lot_trip_has") is not None:
            has = amount(facts["lot_trip_has"], facts.get("need_unit"), lang)
            vi, en = f"{vi} (bên bán có chừng {has})", f"{en} (the producer has about {has})"
        lasts = choose(lang, vi, en)
    else:
        lasts = choose(lang, f"bằng {lasts} của mình", lasts)
    if facts.get("lot_outlasts") is not None:
        keeps = days(facts["lot_outlasts"], lang)
        lasts += choose(lang, f", hàng chỉ để được {keeps}", f", which keep only {keeps}")
    ask = choose(lang, "phải hỏi bao lâu giao một lần", "ask how often goods are delivered")
    if facts.get("lot_trip") is not None:  # how often he says himself
        ask = choose(
            lang,
            "phải hỏi bên mua giữ cỡ lô hay giữ nhịp giao",
            "ask whether the buyer keeps to the lot or to how often",
        )
    return choose(
        lang,
        f" Bên mua nhận lô từ {lot}, {lasts}: {ask}.{_own_order(facts, lang)}",
        f" The buyer's least lot is {lot}, {lasts}: {ask}.{_own_order(facts, lang)}",
    )


def _in_batches(facts: Facts, lang: str) -> str:
    """ " Bên mua nhận lô từ 2.857 quả mà chia 4 đợt thì mỗi đợt chừng 2.000 quả: phải hỏi …"."""
    lot, each = (amount(facts.get(name), facts.get("need_unit"), lang) for name in ("lot_asked", "lot_batch"))
    n = facts["lot_batches"]
    return choose(
        lang,
        f" Bên mua nhận lô từ {lot} mà chia {n} đợt thì mỗi đợt chừng {each}: phải hỏi bên mua giao ít đợt "
        f"hơn hay nhận lô nhỏ hơn.{_own_order(facts, lang)}",
        f" The buyer's least lot is {lot}, but in {n} loads each is about {each}: ask whether fewer loads or "
        f"smaller lots are meant.{_own_order(facts, lang)}",
    )


def _shared(facts: Facts, lang: str) -> str:
    """ " Bên mua nhận lô từ 10 tấn, chia đều thì phải gom 5 ngày mà muốn còn đủ hạn khi tới thì …"."""
    lot = amount(facts.get("lot_asked"), facts.get("need_unit"), lang)
    takes, wait = days(facts["lot_days"], lang), days(facts["lot_wait"], lang)
    return choose(
        lang,
        f" Bên mua nhận lô từ {lot}, chia đều thì phải gom {takes} mà muốn còn đủ hạn khi tới thì chỉ gom "
        f"được {wait}: phải hỏi mỗi lô thu được bao nhiêu.",
        f" The buyer's least lot is {lot}, {takes} of an even supply; to arrive in time it can be gathered "
        f"for {wait}: ask how much a lot can be.",
    )


def _brought(facts: Facts, lang: str) -> str:
    """ " Bên mua nhận lô từ 2 tấn, mỗi chuyến bên bán chỉ có chừng 1,2 tấn: phải gom với hộ khác …"."""
    lot = amount(facts.get("lot_asked"), facts.get("need_unit"), lang)
    trip = amount(facts.get("lot_brought"), facts.get("need_unit"), lang)
    if facts.get("lot_even"):
        trip += choose(lang, " (nếu chia đều)", " (if shared evenly)")
    if facts.get("own_order") is not None:
        own = amount(facts["own_order"], facts.get("need_unit"), lang)
        lot += choose(lang, f", bên bán nhận đơn từ {own}", f", the least order {own}")
    pooled = facts.get("pooling") is not False
    vi, en = ("phải gom với hộ khác", "to be pooled with others")
    n = facts.get("lot_apart")
    if n and facts.get("own_order") is not None:  # both the lot and the order are to be made up
        n = max(n, facts["own_apart"]) if facts.get("own_apart") else None
    if n:
        apart = f"giao thưa hơn (chừng {n} ngày một lô)", f"less often (a lot in about {n} days)"
        vi, en = f"{vi} hoặc {apart[0]}", f"{en}, or brought {apart[1]}"
        if not pooled:
            vi, en = f"phải hỏi {apart[0]} được không", f"ask whether deliveries may come {apart[1]}"
    elif not pooled:
        vi, en = "phải hỏi bên mua nhận lô nhỏ hơn không", "ask whether a smaller lot is taken"
    how = choose(lang, vi, en)
    return choose(
        lang,
        f" Bên mua nhận lô từ {lot}, mỗi chuyến bên bán chỉ có chừng {trip}: {how}.",
        f" The buyer's least lot is {lot}, the producer has about {trip} a trip: {how}.",
    )


def below_lot(facts: Facts, lang: str) -> str:
    """Why one producer makes up no lot; of fresh goods, what comes in while the first of it keeps."""
    lot = amount(facts.get("lot_offered"), facts.get("unit"), lang)
    least = amount(facts.get("min_lot"), facts.get("lot_unit") or facts.get("unit"), lang)
    own = said_amount(facts, "supply", lang)
    end = choose(lang, "phải gom với hộ khác", "must be pooled with others")
    if facts.get("pooling"):  # so that it is refused alone, and not in a pool
        end = choose(
            lang,
            "một mình chưa đủ một lô, phải gom với hộ khác (bên mua nhận gộp)",
            "no lot alone, must be pooled with others (the buyer takes pooled goods)",
        )
    if facts.get("pooling") is False:
        end = choose(lang, "chưa đủ một lô, bên mua không nhận gộp", "no lot, and pooled goods are refused")
    if facts.get("lot_keeps") is None or not own:
        told = own or lot
        if facts.get("lot_at_most") is not None:
            most = amount(facts["lot_at_most"], facts.get("lot_unit"), lang)
            told, own = f"{own} ({choose(lang, 'không quá', 'at most')} {most})", ""
        rate = facts.get("supply_said_per") in RATES and facts["supply_said_per"] != "month"
        if own and (span := facts.get("lot_spans")):
            why = _why_no_longer({**facts, "stored_for": facts.get("lot_stored_for")}, lang)
            vi, en = f"gom {span} tháng cũng chỉ được {lot}", f"{span} months come to {lot}"
            told += f" ({f'{why}, ' if why else ''}{choose(lang, vi, en)})"
        elif own and rate and not own.startswith(lot):
            told += f" ({lot} {choose(lang, *PERIODS['month'])})"
        return choose(
            lang,
            f"Chỉ có {told}, bên mua nhận lô từ {least}: {end}.",
            f"Has only {told}, the least lot is {least}: {end}.",
        )
    keeps = days(facts["lot_keeps"], lang)
    if (waits := facts.get("lot_waits")) is not None:  # the first of it must still arrive in time
        span = days(waits, lang)
        keeps += choose(
            lang,
            f", muốn còn đủ hạn khi tới thì chỉ gom {span}",
            f" and can be gathered for {span} to arrive in time",
        )
    return choose(
        lang,
        f"Có {own}, hàng để được {keeps}: mỗi lô nhiều nhất {lot}, bên mua nhận lô từ {least}: {end}.",
        f"Has {own}, which keeps {keeps}: a lot is {lot} at most, the least lot is {least}: {end}.",
    )
