"""What is told beside an amount: what was assumed of its period, and that a feast takes or brings more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from matchmaker.wording.months import short, span
from matchmaker.wording.reasons.phrases import Facts, amount, choose, quoted
from matchmaker.wording.reasons.rhythm import OFTEN
from matchmaker.wording.reasons.sort_questions import Pair
from matchmaker.wording.reasons.supply import days_told


def peaks(facts: Facts, lang: str) -> str:
    """ " Bên bán ghi “tết thì gấp đôi”: phải hỏi lượng dịp ấy.": another amount at a feast, as it is said."""
    told = ""
    for side, vi, en in (("supply", "Bên bán", "The producer"), ("need", "Bên mua", "The buyer")):
        if said := facts.get(f"{side}_peak"):
            words = quoted(said, lang)
            if months := facts.get(f"{side}_peak_counted"):
                when = span(months, lang)
                told += choose(
                    lang,
                    f" {vi} ghi {words}: đã tính cho {when}.",
                    f" {en} says {words}: counted for {when}.",
                )
                continue
            if facts.get(f"{side}_peak_told"):
                told += choose(
                    lang,
                    f" {vi} ghi {words}: dịp ấy có nhiều hơn.",
                    f" {en} says {words}: there is more at that time.",
                )
                continue
            told += choose(
                lang,
                f" {vi} ghi {words}: phải hỏi lượng dịp ấy.",
                f" {en} says {words}: ask for the amount at that time.",
            )
    if less := facts.get("supply_less"):
        words = quoted(less, lang)
        vi, en = (
            f" Bên bán ghi {words}: phải hỏi lượng lúc ấy.",
            f" The producer says {words}: ask how much then.",
        )
        told += choose(lang, vi, en)
    return told


def days_counted(facts: Facts, lang: str) -> str:
    """ ", 46 ngày, T12 tính 24/31, T1 tính 22/31": the days of delivery where these are no whole months, and
    the share of a month that is counted; ", 24/31 ngày" of one month alone."""
    parts = facts.get("month_parts") or ()
    if parts and len(facts.get("months") or ()) == 1:
        (_, days, has), *_ = parts
        return choose(lang, f", {days}/{has} ngày", f", {days} of {has} days")
    shares = "".join(f", {each}" for each in shares_of_months(parts, lang))
    return choose(lang, f", {facts['days']} ngày{shares}", f", {facts['days']} days{shares}")


def shares_of_months(parts: Iterable[Sequence[int]], lang: str) -> list[str]:
    """ "T12 tính 24/31", "24/31 of Dec": of each month cut how many of its days count."""
    return [
        choose(lang, f"{short(month, lang)} tính {days}/{has}", f"{days}/{has} of {short(month, lang)}")
        for month, days, has in parts
    ]


def evenly(facts: Facts, lang: str) -> str:
    """ "coi như chia đều T1–T2": over which months a whole amount of fresh goods is taken to be shared."""
    if not (facts.get("even_over") or facts.get("even_months")):
        return ""
    months = span(facts.get("even_over") or (), lang)
    if n := facts.get("even_months"):
        months = choose(lang, f"{n} tháng", f"{n} months")
    if ends := facts.get("even_days"):
        told = days_told(ends, lang)
        months = told if all(ends) else f"{months} {told}"
    return choose(lang, f"coi như chia đều {months}", f"taken as even over {months}")


def sold_evenly(facts: Facts, lang: str) -> str:
    """ "bán từ T11, chia đều thì nay còn khoảng 43.000 quả: phải hỏi nay còn bao nhiêu": of a stock that
    meets a need, while its season runs."""
    if not facts.get("sold_from"):
        return ""
    first, left = short(facts["sold_from"], lang), amount(facts["left_even"], facts.get("unit"), lang)
    vi, en = ("", "")
    if facts.get("left_short"):
        vi, en = f"{vi}, không đủ", f"{en}, too little"
    elif facts.get("left_just"):
        vi, en = f"{vi}, vừa đủ", f"{en}, just enough"
    vi = f"bán từ {first}, chia đều thì nay còn khoảng {left}{vi}: phải hỏi nay còn bao nhiêu"
    return choose(
        lang, vi, f"sold since {first}, if evenly some {left} are left by now{en}: ask what is left"
    )


def kept_elsewhere(facts: Facts, lang: str) -> str:
    """What of a supply is held or promised for others; never for whom."""
    gone = amount(facts["kept"], facts.get("unit"), lang)
    return choose(
        lang, f"đã trừ {gone} giữ hoặc hứa cho đơn khác", f"without {gone} held or promised for other orders"
    )


def loads_open(facts: Facts) -> list[str]:
    """The sides whose weight in brackets behind several loads may be that of each or of all of them."""
    return [row["side"] for row in facts.get("doubts") or () if row["code"] == "each_or_all"]


def asked_of_orders(facts: Facts) -> Iterator[tuple[str, str]]:
    """What is asked of a least order that the buyer takes less than at once, or the seller has less than."""
    named = any(
        facts.get(name) is not None for name in ("order_lasts", "trip", "order_counted", "order_most")
    )
    if named and not facts.get("weighed_apart"):
        yield LOADS
    if facts.get("own_order") is not None and facts.get("lot_brought") is None:
        yield OWN_ORDER


def lot_asked(facts: Facts) -> Iterator[tuple[str, str]]:
    """What is asked where a lot takes goods of several months."""
    told_otherwise = any(facts.get(name) is not None for name in ("order_lasts", "trip", "lot_trip"))
    if not facts.get("lot_months") or told_otherwise:
        return
    if facts.get("lot_stock"):
        yield ("có hàng trữ sẵn để đủ lô không", "whether stock in store completes the lot")
    else:
        yield (f"dồn {facts['lot_months']} tháng một lô có được không", "whether lots may be saved up")


def asked_of_amounts(facts: Facts) -> Iterator[tuple[str, str]]:
    """What is asked of amounts that can be read in two ways."""
    if loads_open(facts):
        yield ("số cân là của một chuyến hay tất cả", "whether the weight is of one load or of all")
    if facts.get("sold_from"):
        yield ("nay còn bao nhiêu hàng", "what is left by now")
    if facts.get("lot_batches") is not None:
        yield ("giao ít đợt hơn hay nhận lô nhỏ hơn", "whether fewer loads or smaller lots are meant")
    if facts.get("lot_trip") is not None:
        yield LOT_OR_OFTEN
    elif facts.get("lot_lasts") is not None and not facts.get("lot_months"):
        yield HOW_LONG_APART
    if facts.get("lot_brought") is not None and facts.get("pooling") is False:
        yield LESS_OFTEN if facts.get("lot_apart") else SMALLER_LOT
    if less := facts.get("supply_less"):
        yield (f"“{less}” là bao nhiêu", f"how much there is where it says “{less}”")
    if facts.get("need_period_assumed"):
        yield ("lượng cần là tổng cộng hay mỗi tháng", "whether the need is the whole or that of a month")
    if facts.get("supply_several"):
        yield ("lượng nào đúng", "which amount holds")
    if "batch" in (facts.get("supply_said_per"), facts.get("need_said_per")):
        yield ("mấy đợt một tháng", "how many loads a month")


def period(facts: Facts, lang: str) -> str:
    """ " (coi là cả vụ, cần hỏi lại)": what the comparison had to assume."""
    if part := facts.get("part_of_month"):
        return choose(
            lang, f" (chỉ {part}, phải hỏi rõ mấy ngày)", f" (“{part}” only: ask for how many days)"
        )
    notes = []
    if sold := sold_evenly(facts, lang):
        notes.append(sold)
    for side in loads_open(facts):
        vi, en = ("bên bán", "the producer") if side == "offer" else ("bên mua", "the buyer")
        vi = f"{vi} ghi số cân trong ngoặc, tính cho mỗi chuyến hàng: phải hỏi là của một hay của tất cả"
        en = f"{en} puts a weight in brackets, counted for each load: ask whether it is that of all"
        notes.append(choose(lang, vi, en))
    if "batch" in (facts.get("supply_said_per"), facts.get("need_said_per")):
        vi = "coi mỗi tháng một đợt, cần hỏi lại"
        notes.append(choose(lang, vi, "taken as one load a month, to be asked"))
    if facts.get("supply_several"):
        words = "; ".join(f"“{each}”" for each in facts["supply_several"])
        vi = f"bên bán ghi {words}: mới tính lượng đầu, phải hỏi lại"
        notes.append(choose(lang, vi, f"the producer says {words}: the first is counted, to be asked"))
    if facts.get("period_assumed"):
        vi = "coi là cả vụ, cần hỏi lại"
        notes.append(choose(lang, vi, "taken as the whole supply, to be asked"))
    if facts.get("need_period_assumed"):
        vi = "coi lượng cần là tổng cộng, cần hỏi lại"
        notes.append(choose(lang, vi, "the need is taken as the whole, to be asked"))
    return f" ({'; '.join(notes)})" if notes else ""


LOT_OR_OFTEN = ("giữ cỡ lô hay giữ nhịp giao", "whether the lot holds or how often")
LESS_OFTEN = ("giao thưa hơn được không", "whether goods may come less often")
SMALLER_LOT = ("bên mua nhận lô nhỏ hơn không", "whether a smaller lot is taken")
LOADS = ("giao chia chuyến", "delivery in loads")
OWN_ORDER = ("giao thưa hơn hay nhận đơn nhỏ hơn", "fewer deliveries or smaller orders")
OF_ORDERS = (LOADS, OWN_ORDER)
HOW_LONG_APART = ("bao lâu giao một lần", "how often goods are delivered")
NEARLY_ALL = 0.9  # of a need; who takes no pooled goods is not asked whether so much will do


def too_little(code: str, facts: Facts) -> bool:
    """Whether a buyer who takes no pooled goods is offered a part of his need."""
    part = code == "volume_part" and not facts.get("out_of_season")
    return part and facts.get("pooling") is False and (facts.get("fill") or 1) < NEARLY_ALL


def how_filled(facts: Facts, lang: str) -> str:
    """ " phải gom thêm": what becomes of the part of a need that an offer leaves."""
    if facts.get("pooling") is False:
        vi, en = " mà bên mua không nhận gộp", ", and pooled goods are refused"
        if (facts.get("fill") or 1) < NEARLY_ALL:
            vi, en = f"{vi}: phải hỏi có lấy ngần ấy không", f"{en}: ask whether so much is taken"
        return choose(lang, vi, en)
    if facts.get("may_be_in_store"):
        return choose(
            lang, " phải gom thêm, hoặc hỏi hàng đã trữ", ", to be pooled, or ask what is in store already"
        )
    return choose(lang, " phải gom thêm", ", to be pooled")


def once_of_deliveries(asked: list[Pair]) -> list[Pair]:
    """Questions of which several rows ask how often goods come, without those that another one holds."""
    held = {HOW_LONG_APART} if OFTEN in asked else set()
    held |= {OFTEN, HOW_LONG_APART} if LOT_OR_OFTEN in asked else set()
    return [each for each in asked if each not in held]
