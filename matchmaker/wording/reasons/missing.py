"""The missing step: what change, or what few changes together, would make a refused pair possible."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from matchmaker.wording.labels import label
from matchmaker.wording.labels import unit as unit_name
from matchmaker.wording.months import span, within
from matchmaker.wording.numbers import day, money, number
from matchmaker.wording.reasons.left_open import (
    Beside,
    asked_first,
    left_beside,
    price_left,
    refused_goods,
    removed,
    still_asked,
    too_late,
)
from matchmaker.wording.reasons.notes import ORDERED_NOW, more_to_order
from matchmaker.wording.reasons.orders import lowered
from matchmaker.wording.reasons.phrases import (
    PERIODS,
    Facts,
    amount,
    choose,
    days,
    per_unit,
    percent,
    quoted,
)
from matchmaker.wording.reasons.reached import begun
from matchmaker.wording.reasons.step_papers import VERBS, paper_tasks, what_they_reach

TERMS = {
    "payment": ("chờ tiền", "wait for payment"),
    "discount": ("chiết khấu", "give a discount"),
    "returns": ("nhận lại hàng trả", "take returns"),
    "consignment": ("bán ký gửi", "sell on consignment"),
}
_ON_AMOUNTS = ("pool_volume", "allow_pooling")
MOST_WORDS = 45  # of a step; what the line and the rows tell as well is left out of a longer one


def told(code: str) -> Callable[[Facts, str], str]:
    """A whole sentence from what is to be done, and from what ``also`` in the facts adds to it.

    ``rows`` in the facts are the reasons of the match: while they leave something to be asked, a step is no
    promise, and says only of what it takes away the obstacle. Where the buyer may not want such goods at all
    he is asked first.
    """

    def tell(facts: Facts, lang: str) -> str:
        late, rows = too_late(facts), facts.get("rows")
        steps = [
            {**step, "facts": {**step["facts"], "late": late, "underway": begun(step, rows)}}
            for step in ({"code": code, "facts": facts}, *(facts.get("also") or ()))
        ]
        parts = _tasks(steps, lang)
        first, asked = asked_first(facts, lang), still_asked(facts, lang)
        left = left_beside(facts, lang)
        end = _end(facts, lang, settled=not (asked or left))
        if len(steps) == 1:
            done = choose(lang, f"{parts[0]} {end}", f"{parts[0]}: {end}")
        else:
            n, listed = len(steps), "; ".join(parts)
            done = choose(
                lang,
                f"làm cùng lúc {n} việc {end.replace('là ', 'thì ', 1)}: {listed}",
                f"do {n} things together: {listed}; {end}",
            )
        if late:
            done = choose(lang, f"chỉ kịp cho đợt sau: {done}", f"for the next delivery only: {done}")
        if first:
            done = choose(lang, f"hỏi trước {first}. Nếu nhận, {done}", f"ask first {first}. If so, {done}")
        if more := _more_first(steps, rows, lang):
            done = f"{more}{done}"
        if other := refused_goods(facts, lang):
            done = f"{other}. {done[:1].upper()}{done[1:]}"
        reach = what_they_reach([step for step in steps if step["code"] in VERBS], lang)
        return _sentences([done, *_if_freight(steps, lang), price_left(facts, lang), *reach], left, asked)

    return tell


def _more_first(steps: list[dict[str, Any]], rows: Any, lang: str) -> str:
    """ "hỏi trước đặt ngay thì thêm được bao nhiêu (bên bán ghi “làm theo đơn”). Chưa đủ thì ": before goods
    are pooled or less is taken a producer who makes more to order is asked."""
    own = more_to_order(((rows or {}).get("volume") or {}).get("facts") or {}, lang)
    if not own or not any(step["code"] in _ON_AMOUNTS for step in steps):
        return ""
    vi, en = ORDERED_NOW
    return choose(
        lang,
        f"hỏi trước {vi} (bên bán ghi {own}). Chưa đủ thì ",
        f"ask first {en} (the producer notes {own}). If that is too little, ",
    )


def _sentences(done: list[str], left: list[Beside], asked: str) -> str:
    """What to do, which months that reaches, what else is left and asked, each in a sentence: of a long step
    without what the line and the rows tell too."""
    while True:
        parts = filter(None, (*done, *(each.words for each in left), asked))
        told = " ".join(f"{each[:1].upper()}{each[1:]}." for each in parts).removesuffix(".")
        spare = next((each for each in reversed(left) if each.told_elsewhere), None)
        if spare is None or len(told.split()) <= MOST_WORDS:
            return f"{told}."
        left = [each for each in left if each is not spare]


def _tasks(steps: list[dict[str, Any]], lang: str) -> list[str]:
    """Each thing to be done, papers that are got in one way together."""
    if len(steps) == 1:
        return [PHRASES[steps[0]["code"]](steps[0]["facts"], lang)]
    tasks: list[str] = []
    papers: set[str] = set()
    for step in steps:
        if step["code"] not in VERBS:
            tasks.append(PHRASES[step["code"]]({**step["facts"], "beside": True}, lang))
        elif step["code"] not in papers:
            papers.add(step["code"])
            tasks.append(paper_tasks([each for each in steps if each["code"] == step["code"]], lang))
    return tasks


def _end(facts: Facts, lang: str, settled: bool) -> str:
    """ "là ghép được"; "là hết vướng về giấy tờ và hóa đơn" where something else is open."""
    if price_left(facts, lang):
        return choose(lang, "mới xong một phần", "that is only a part")
    if settled:
        return choose(lang, "là ghép được", "then it fits")
    of = removed(facts, lang)
    vi = f"là hết vướng{f' về {of}' if of else ''}"
    return choose(lang, vi, f"this settles {f'the {of}' if of else 'it'}")


def _paper(code: str) -> Callable[[Facts, str], str]:
    return lambda facts, lang: paper_tasks([{"code": code, "facts": facts}], lang)


def _add_month(facts: Facts, lang: str) -> str:
    months, when = span(facts.get("months") or (), lang), within(facts.get("months") or (), lang)
    for name, vi, en in (("deliver_to", "đến", "until"), ("deliver_from", "từ", "from")):
        if facts.get(name):
            until = day(facts[name], lang)
            note = choose(lang, f" ({vi} {until})", f" ({en} {until})")
            months, when = months + note, when + note
    part = ""
    if could := facts.get("could_serve"):
        all_, n, whole = span(could, lang), len(could), facts.get("of")
        of = choose(lang, f" ({n} trong {whole} tháng cần)", f" ({n} of {whole} months)")
        of = of if n != whole else ""
        part = choose(
            lang, f", đủ hàng trữ thì cả {all_}{of}", f", with enough in store {within(could, lang)}{of}"
        )
    elif facts.get("of"):
        n, whole = facts["served"], facts["of"]
        part = choose(
            lang, f" (mới được {n} trong {whole} tháng bên mua cần)", f" (still {n} of {whole} months wanted)"
        )
    kept = facts.get("kept_from")
    if facts.get("late") and (kept or facts.get("stored")):  # which months those will be nobody knows
        from_ = f" {span(kept, lang)}" if kept else ""
        vi, en = f"trữ hàng{from_} để giao đợt ấy", f"store goods{from_ and ' of' + from_} for it"
        return choose(lang, vi, en)
    if kept:
        from_ = span(kept, lang)
        vi = f"bên bán còn hàng {from_} trữ lại để giao {months}{part}"
        return choose(lang, vi, f"deliver goods of {from_} that are still in store {when}{part}")
    if facts.get("stored"):
        return choose(lang, f"trữ hàng để giao {months}{part}", f"store goods for delivery {when}{part}")
    return choose(lang, f"giao lấn sang {months}{part}", f"extend delivery to {months}{part}")


def _chill(facts: Facts, lang: str) -> str:
    now, then = days(facts.get("shelf_now"), lang), days(facts.get("shelf"), lang)
    vi, en = ("cấp đông", "freeze") if facts.get("storage") == "frozen" else ("chở mát", "chill")
    if facts.get("for_form") and not facts.get("shelf"):
        return choose(lang, "cấp đông rồi mới giao", "freeze the goods before delivery")
    hired = ("", "")
    if words := facts.get("no_cold"):
        said = quoted(words, lang)
        hired = f" (bên bán ghi {said}: phải thuê)", f" (the producer says {said}: to be hired)"
    return choose(
        lang,
        f"{vi}{hired[0]} để giữ được {then} thay vì {now}",
        f"{en} the goods{hired[1]} so that they keep {then} instead of {now}",
    )


def _issue_invoice(facts: Facts, lang: str) -> str:
    name = label("invoice", str(facts.get("invoice")), lang)
    if facts.get("invoice") == "BANG_KE":
        return choose(
            lang,
            "bên mua lập bảng kê thu mua (chỉ cho hàng nông hộ tự làm ra, chưa qua chế biến)",
            "let the buyer list its purchases (only of what farmers themselves produce, unprocessed)",
        )
    name = name[0].lower() + name[1:]
    if facts.get("beside"):
        return choose(lang, f"xuất được {name}", f"issue an {name}")
    return choose(
        lang,
        f"xuất được {name} (có thể qua hợp tác xã đầu mối)",
        f"issue an {name} (perhaps through a co-operative)",
    )


def _lower_min_order(facts: Facts, lang: str) -> str:
    now = amount(facts.get("from"), facts.get("unit"), lang)
    then = amount(facts.get("to"), facts.get("unit"), lang)
    return choose(
        lang,
        f"hạ đơn tối thiểu từ {now} xuống {then}{lowered(facts, lang)}",
        f"lower the least order from {now} to {then}{lowered(facts, lang)}",
    )


def _allow_pooling(facts: Facts, lang: str) -> str:
    vi = "bên mua đổi ý, nhận hàng gom từ nhiều hộ (nay ghi không nhận)"
    en = "the buyer takes pooled goods after all (it now refuses them)"
    if facts.get("brings") is not None:
        lot, brings = (amount(facts[name], facts.get("lot_unit"), lang) for name in ("min_lot", "brings"))
        per = choose(lang, *_BRINGS[str(facts["brings_per"])]).format(brings)
        vi += f", và nhận cả phần dưới lô {lot} (hộ này {per})"
        en += f", and parts below the least lot of {lot} (this producer has {per})"
    return choose(lang, vi, en)


_BRINGS = {
    "trip": ("mỗi chuyến chỉ có chừng {}", "about {} a trip"),
    "month": ("mỗi tháng chỉ có {}", "{} a month"),
    "total": ("cả thảy chỉ có {}", "{} in all"),
}


def _pool_volume(facts: Facts, lang: str) -> str:
    now = amount(facts.get("from"), facts.get("unit"), lang)
    then = amount(facts.get("to"), facts.get("unit"), lang)
    per = str(facts.get("per"))
    period = f" {choose(lang, *PERIODS[per])}" if per in PERIODS else ""
    if per == "total":
        period = choose(lang, " cả vụ", " in all")
    each = choose(lang, ", hộ nào cũng đủ giấy", ", each with the papers") if facts.get("papers") else ""
    if facts.get("min_lot") is not None:
        lot = amount(facts["min_lot"], facts.get("lot_unit"), lang)
        gathered = ("", "")
        if n := facts.get("lot_days"):
            gathered = (f", dồn {n} ngày một lô", f", {n} days gathered for one")
        elif n := facts.get("lot_months"):
            gathered = (f", dồn {n} tháng một lô", f", {n} months gathered for one")
        period += choose(
            lang,
            f" (bên mua nhận lô từ {lot}{gathered[0]})",
            f" (the buyer's least lot is {lot}{gathered[1]})",
        )
    return choose(
        lang,
        f"gom với hộ lân cận, một bên đứng bán{each}, từ {now} lên {then}{period}",
        f"pool with neighbours under one seller{each}, from {now} to {then}{period}",
    )


def _lower_price(facts: Facts, lang: str) -> str:
    if "to" not in facts:  # one side's price is not for the reader
        return choose(lang, "hạ giá chào", "lower the price")
    unit = per_unit(facts.get("unit"), lang)
    now, then = money(facts.get("from"), lang), money(facts.get("to"), lang)
    share = percent(facts.get("share"), lang)
    if facts.get("freight_left_out") and (to := facts.get("freight_to")):
        return choose(
            lang,
            f"hạ giá từ {now}{unit} xuống sao cho cả cước tới {to} không quá {then}{unit} "
            f"(giảm ít nhất {share})",
            f"lower the price from {now}{unit} so that with the freight to {to} it is {then}{unit} at most "
            f"(at least {share} less)",
        )
    freight, least, off = "", "", ""
    if facts.get("freight_comes_off"):  # the ceiling holds a freight that nobody has counted
        each = unit_name(str(facts.get("unit")), lang)
        off = choose(lang, f", còn phải trừ cước mỗi {each}", f", less the freight of one {each}")
        least = choose(lang, "ít nhất ", "at least ")
    elif facts.get("freight_each") is not None:
        cost = f"{money(facts['freight_each'], lang)}{unit}"
        freight = choose(lang, f", đã trừ cước nhiều nhất {cost}", f", with freight of {cost} at most")
    elif facts.get("freight_left_out"):
        freight = choose(lang, ", chưa kể cước", ", before freight")
    return choose(
        lang,
        f"hạ giá từ {now} xuống {then}{unit}{off} (giảm {least}{share}{freight})",
        f"lower the price from {now} to {then}{unit}{off} ({least}{share} less{freight})",
    )


def _if_freight(steps: list[dict[str, Any]], lang: str) -> Iterator[str]:
    """The freight with which a lower price is low enough, where it may be more."""
    for facts in (step["facts"] for step in steps if step["code"] == "lower_price" and "to" in step["facts"]):
        if most := facts.get("freight_up_to"):
            up_to = money(most, lang) + per_unit(facts.get("unit"), lang)
            ends = "–".join(number(each, lang) for each in facts["freight"])
            vi = f"giá ấy chỉ đủ thấp khi cước không quá {up_to}, cước ước {ends} đ"
            yield choose(
                lang, vi, f"that is low enough only with freight up to {up_to}, estimated at VND {ends}"
            )


def _accept_term(facts: Facts, lang: str) -> str:
    term = choose(lang, *TERMS.get(str(facts.get("term")), ("chịu điều kiện", "accept the term")))
    if facts.get("to") is None:
        return choose(lang, f"bên bán chịu {term}", f"the producer agrees to {term}")
    now, then = number(facts.get("from"), lang, 1), number(facts.get("to"), lang, 1)
    measure = choose(lang, "ngày", "days") if facts.get("term") == "payment" else "%"
    return choose(
        lang,
        f"bên bán chịu {term} {then} {measure} thay vì tối đa {now}",
        f"the producer agrees to {term} up to {then} {measure} instead of {now}",
    )


PHRASES: dict[str, Callable[[Facts, str], str]] = {
    "obtain_paper": _paper("obtain_paper"),
    "renew_paper": _paper("renew_paper"),
    "add_month": _add_month,
    "chill": _chill,
    "issue_invoice": _issue_invoice,
    "lower_min_order": _lower_min_order,
    "allow_pooling": _allow_pooling,
    "pool_volume": _pool_volume,
    "lower_price": _lower_price,
    "accept_term": _accept_term,
}
STEPS: dict[str, Callable[[Facts, str], str]] = {code: told(code) for code in PHRASES}
