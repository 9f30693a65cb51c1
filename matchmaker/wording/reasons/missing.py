"""The missing step: what change, or what few changes together, would make a refused pair possible."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from matchmaker.wording.labels import label
from matchmaker.wording.labels import unit as unit_name
from matchmaker.wording.months import span, within
from matchmaker.wording.numbers import day, money, number
from matchmaker.wording.reasons.left_open import (
    asked_first,
    price_left,
    refused_goods,
    removed,
    still_asked,
    too_late,
)
from matchmaker.wording.reasons.orders import lowered
from matchmaker.wording.reasons.phrases import (
    PERIODS,
    Facts,
    amount,
    choose,
    days,
    paper,
    per_unit,
    percent,
    quoted,
)
from matchmaker.wording.reasons.reached import begun

TERMS = {
    "payment": ("chờ tiền", "wait for payment"),
    "discount": ("chiết khấu", "give a discount"),
    "returns": ("nhận lại hàng trả", "take returns"),
    "consignment": ("bán ký gửi", "sell on consignment"),
}
DAYS_A_MONTH, MONTHS_A_YEAR = 30, 12
TOLD_IN_MONTHS = 60  # days; lead times from here on are told in months


def told(phrase: Callable[[Facts, str], str]) -> Callable[[Facts, str], str]:
    """A whole sentence from what is to be done, and from what ``also`` in the facts adds to it.

    ``rows`` in the facts are the reasons of the match: while they leave something to be asked, a step is no
    promise, and says only of what it takes away the obstacle. Where the buyer may not want such goods at all
    he is asked first.
    """

    def tell(facts: Facts, lang: str) -> str:
        late, also = too_late(facts), facts.get("also") or ()
        rows = facts.get("rows")
        first_step = {"code": str(facts.get("code") or ""), "facts": facts}
        parts = [phrase({**facts, "late": late, "underway": begun(first_step, rows)}, lang)]
        for step in also:
            more = {"late": late, "underway": begun(step, rows)}
            parts.append(_phrase({**step, "facts": {**step["facts"], **more}}, lang))
        first, open_ = asked_first(facts, lang), still_asked(facts, lang)
        end = _end(facts, lang, settled=not open_)
        if len(parts) == 1:
            done = choose(lang, f"{parts[0]} {end}", f"{end} if {parts[0]}")
        else:
            n, listed = len(parts), "; ".join(parts)
            done = choose(
                lang,
                f"làm cùng lúc {n} việc {end.replace('là ', 'thì ', 1)}: {listed}",
                f"{end} if {n} things change together: {listed}",
            )
        if late:
            done = choose(lang, f"chỉ kịp cho đợt sau: {done}", f"for the next delivery only: {done}")
        if first:
            en = f"ask first {first}; if so, {done}"
            done = choose(lang, f"hỏi trước {first}; nếu nhận, {done}", en)
        if other := refused_goods(facts, lang):
            done = f"{other}; {done}"
        return f"{done[:1].upper()}{done[1:]}{open_}."

    return tell


def _end(facts: Facts, lang: str, settled: bool) -> str:
    """ "là ghép được"; "là hết vướng về giấy tờ và hóa đơn" where something else is open."""
    if dear := price_left(facts, lang):
        return choose(lang, f"mới xong một phần, {dear}", f"it is a part of it, {dear},")
    if settled:
        return choose(lang, "là ghép được", "it fits")
    of = removed(facts, lang)
    vi = f"là hết vướng{f' về {of}' if of else ''}"
    return choose(lang, vi, f"no obstacle{f' of {of}' if of else ''} is left")


def _phrase(step: Mapping[str, Any], lang: str) -> str:
    return PHRASES[step["code"]](step["facts"], lang)


def _paper(vi: str, en: str) -> Callable[[Facts, str], str]:
    def phrase(facts: Facts, lang: str) -> str:
        name = paper(str(facts.get("paper")), lang)
        if facts.get("stars"):
            name += choose(lang, f" từ {facts['stars']} sao", f" with {facts['stars']} stars or more")
        time = _under_way if facts.get("underway") else _lead_time
        notes = [*time(facts, lang), *_validity(facts, lang)]
        if facts.get("instead_of"):
            others = ", ".join(paper(code, lang) for code in facts["instead_of"])
            notes.insert(0, choose(lang, f"thay luôn {others}", f"serves for {others} too"))
        return choose(lang, vi, en).format(paper=name) + (f" ({', '.join(notes)})" if notes else "")

    return phrase


def _under_way(facts: Facts, lang: str) -> list[str]:
    """Of a paper that the seller has begun to get: its day is to be asked, and the old paper's is told."""
    said = [choose(lang, "bên bán ghi đang làm, phải hỏi ngày có kết quả", "begun, its day is to be asked")]
    if last := facts.get("lapses_on"):
        until = day(last, lang)
        said.append(choose(lang, f"giấy cũ giao được đến {until}", f"the old one serves until {until}"))
    return said


def _lead_time(facts: Facts, lang: str) -> list[str]:
    """How long the paper usually takes, and where it comes too late, from when on it can be there."""
    if said := facts.get("said_held"):
        own = quoted(said, lang)
        return [
            choose(
                lang, f"bên bán ghi {own}: chỉ cần đưa giấy ra", f"the offer says {own}: it is to be shown"
            )
        ]
    if facts.get("lead_days_low") is None:
        return []
    said = [choose(lang, f"thường mất {_stretch(facts, lang)}", f"usually takes {_stretch(facts, lang)}")]
    if own := facts.get("due_said"):
        until = day(facts["due"], lang)
        vi = f"bên bán ghi {quoted(own, lang)}: chậm nhất {until}"
        said = [choose(lang, vi, f"the offer says {quoted(own, lang)}: by {until}")]
    earliest, late = day(facts.get("earliest"), lang), facts.get("missed")
    missed = span(late, lang) if late and len(set(late)) < MONTHS_A_YEAR else ""
    if facts.get("in_time") is False:
        vi = f"không kịp {missed}" if missed else "không kịp đợt này"
        en = f"too late for {missed}" if missed else "too late for this delivery"
        if left := facts.get("days_left"):
            vi, en = f"đợt này khi ấy chỉ còn {left} ngày", f"only {left} days of this delivery are left"
        said.append(choose(lang, f"sớm nhất {earliest}, {vi}", f"not before {earliest}, {en}"))
        if last := facts.get("lapses_on"):
            until = day(last, lang)
            said.append(
                choose(lang, f"giấy cũ chỉ giao được đến {until}", f"the old one serves until {until}")
            )
        if rows := facts.get("renew_too"):
            names = ", ".join(f"{paper(row['code'], lang)} ({day(row['expires'], lang)})" for row in rows)
            vi = f"khi ấy phải gia hạn cả {names}"
            said.append(choose(lang, vi, f"by then {names} must be renewed too"))
    elif missed:
        said.append(
            choose(
                lang,
                f"sớm nhất {earliest}, không kịp {missed}",
                f"not before {earliest}, too late for {missed}",
            )
        )
    if (begin := facts.get("begin_by")) and not facts.get("late"):  # else this delivery is missed anyway
        until = day(begin, lang)
        said.append(choose(lang, f"phải bắt đầu chậm nhất {until}", f"to be begun by {until}"))
    if closes := facts.get("closes"):
        until, sure = day(closes, lang), str(facts["earliest"]) > closes
        vi, en = (
            ("có thể chưa có giấy", "perhaps before") if not sure else ("khi ấy chưa có giấy", "before that")
        )
        said.append(choose(lang, f"nhu cầu mở đến {until}, {vi}", f"the demand stands until {until}, {en}"))
    if may := facts.get("may_miss"):
        months = span(may, lang)
        said.append(choose(lang, f"nếu lâu thì lỡ {months}", f"if it takes long {months} is missed"))
    return said


def _stretch(facts: Facts, lang: str) -> str:
    low, high = facts["lead_days_low"], facts["lead_days_high"]
    unit = choose(lang, "ngày", "days")
    if low >= TOLD_IN_MONTHS:
        low, high = round(low / DAYS_A_MONTH), round(high / DAYS_A_MONTH)
        unit = choose(lang, "tháng", "months")
    return f"{low} {unit}" if low == high else f"{low}–{high} {unit}"


def _validity(facts: Facts, lang: str) -> list[str]:
    months = facts.get("validity_months")
    return [choose(lang, f"có hạn {months} tháng", f"valid {months} months")] if months else []


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
    if kept := facts.get("kept_from"):
        from_ = span(kept, lang)
        if facts.get("late"):
            vi, en = (
                f"trữ hàng {from_} để giao {months}{part}",
                f"goods of {from_} are stored for {months}{part}",
            )
            return choose(lang, vi, en)
        vi = f"bên bán còn hàng {from_} trữ lại để giao {months}{part}"
        return choose(lang, vi, f"goods of {from_} are still in store for delivery {when}{part}")
    if facts.get("stored"):
        return choose(lang, f"trữ hàng để giao {months}{part}", f"goods are stored for delivery {when}{part}")
    return choose(lang, f"giao lấn sang {months}{part}", f"delivery extends to {months}{part}")


def _chill(facts: Facts, lang: str) -> str:
    now, then = days(facts.get("shelf_now"), lang), days(facts.get("shelf"), lang)
    vi, en = ("cấp đông", "frozen") if facts.get("storage") == "frozen" else ("chở mát", "chilled")
    return choose(
        lang,
        f"{vi} để giữ được {then} thay vì {now}",
        f"the goods travel {en} and keep {then} instead of {now}",
    )


def _issue_invoice(facts: Facts, lang: str) -> str:
    name = label("invoice", str(facts.get("invoice")), lang)
    if facts.get("invoice") == "BANG_KE":
        return choose(
            lang,
            "bên mua lập bảng kê thu mua (chỉ cho hàng nông hộ tự làm ra, chưa qua chế biến)",
            "the buyer lists its purchases (of what farmers themselves produce, unprocessed)",
        )
    name = name[0].lower() + name[1:]
    return choose(
        lang,
        f"xuất được {name} (có thể qua hợp tác xã đầu mối)",
        f"an {name} is issued, perhaps through a co-operative",
    )


def _lower_min_order(facts: Facts, lang: str) -> str:
    now = amount(facts.get("from"), facts.get("unit"), lang)
    then = amount(facts.get("to"), facts.get("unit"), lang)
    return choose(
        lang,
        f"hạ đơn tối thiểu từ {now} xuống {then}{lowered(facts, lang)}",
        f"the least order is {then} instead of {now}{lowered(facts, lang)}",
    )


def _allow_pooling(facts: Facts, lang: str) -> str:
    return choose(
        lang,
        "bên mua đổi ý, nhận hàng gom từ nhiều hộ (nay ghi không nhận)",
        "the buyer takes pooled goods after all, which it now refuses",
    )


def _pool_volume(facts: Facts, lang: str) -> str:
    now = amount(facts.get("from"), facts.get("unit"), lang)
    then = amount(facts.get("to"), facts.get("unit"), lang)
    per = str(facts.get("per"))
    period = f" {choose(lang, *PERIODS[per])}" if per in PERIODS else ""
    if per == "total":
        period = choose(lang, " cả vụ", " in all")
    each = choose(lang, ", hộ nào cũng đủ giấy", ", each with the papers") if facts.get("papers") else ""
    return choose(
        lang,
        f"gom với hộ lân cận, một bên đứng bán{each}, từ {now} lên {then}{period}",
        f"neighbours pool under one seller{each}, {then}{period} instead of {now}",
    )


def _lower_price(facts: Facts, lang: str) -> str:
    if "to" not in facts:  # one side's price is not for the reader
        return choose(lang, "hạ giá chào", "the price comes down")
    unit = per_unit(facts.get("unit"), lang)
    now, then = money(facts.get("from"), lang), money(facts.get("to"), lang)
    share = percent(facts.get("share"), lang)
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
    if most := facts.get("freight_up_to"):
        most, ends = money(most, lang), "–".join(number(each, lang) for each in facts["freight"])
        freight += choose(
            lang,
            f", chỉ khi cước không quá {most}{unit}, cước ước {ends} đ",
            f", only with freight up to {most}{unit}, estimated at VND {ends}",
        )
    return choose(
        lang,
        f"hạ giá từ {now} xuống {then}{unit}{off} (giảm {least}{share}{freight})",
        f"the price is {then}{unit}{off} instead of {now} ({least}{share} less{freight})",
    )


def _accept_term(facts: Facts, lang: str) -> str:
    term = choose(lang, *TERMS.get(str(facts.get("term")), ("chịu điều kiện", "accept the term")))
    if facts.get("to") is None:
        return choose(lang, f"bên bán chịu {term}", f"the producer will {term}")
    now, then = number(facts.get("from"), lang, 1), number(facts.get("to"), lang, 1)
    measure = choose(lang, "ngày", "days") if facts.get("term") == "payment" else "%"
    return choose(
        lang,
        f"bên bán chịu {term} {then} {measure} thay vì tối đa {now}",
        f"the producer will {term} up to {then} {measure} instead of {now}",
    )


PHRASES: dict[str, Callable[[Facts, str], str]] = {
    "obtain_paper": _paper("làm thêm {paper}", "{paper} is obtained"),
    "renew_paper": _paper("gia hạn {paper}", "{paper} is renewed"),
    "add_month": _add_month,
    "chill": _chill,
    "issue_invoice": _issue_invoice,
    "lower_min_order": _lower_min_order,
    "allow_pooling": _allow_pooling,
    "pool_volume": _pool_volume,
    "lower_price": _lower_price,
    "accept_term": _accept_term,
}
STEPS: dict[str, Callable[[Facts, str], str]] = {code: told(phrase) for code, phrase in PHRASES.items()}
