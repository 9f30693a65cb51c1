"""One line on why a match is where it is: what fits, what falls short, and how much is still to be asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from matchmaker.wording.months import span
from matchmaker.wording.numbers import number
from matchmaker.wording.reasons.bounded import in_line
from matchmaker.wording.reasons.by_month import least as least_of_a_month
from matchmaker.wording.reasons.listed import all_fit
from matchmaker.wording.reasons.notes import minded
from matchmaker.wording.reasons.obstacles import too_many
from matchmaker.wording.reasons.phrases import (
    Facts,
    choose,
    left_on_arrival,
    of_kind,
    papers,
    part_covered,
    part_of,
    percent,
    quoted,
)
from matchmaker.wording.reasons.price_line import price_clause
from matchmaker.wording.reasons.questions import (
    NAMED,
    OF_NO_SORT,
    PACKING,
    first_and_others,
    of_the_goods,
    overturning,
    questions,
)
from matchmaker.wording.reasons.reached import begun, beside_all, missed, of_served
from matchmaker.wording.reasons.season_line import season_clause
from matchmaker.wording.reasons.sorts import another, sort_open, told_by
from matchmaker.wording.reasons.sorts import grade as graded
from matchmaker.wording.reasons.specification import asked, is_soft, unmet
from matchmaker.wording.reasons.standing import to_be_agreed
from matchmaker.wording.reasons.supply import part_of_month
from matchmaker.wording.reasons.volume import beside_the_other, compared, plain
from matchmaker.wording.reasons.volume_line import conditions, enough, lower_end_only, rough

Clause = Callable[[str, Facts, str], str]  # code, facts, language; "" where there is nothing to say

PRODUCT = {
    "product_same": ("đúng hàng", "the right product"),
    "product_variety": ("đúng hàng", "the right product"),
    "product_generic": ("đúng loại, chưa rõ giống", "the right kind, variety not said"),
    "product_sibling": ("giống khác", "another variety"),
    "product_apart": ("cùng mặt hàng, khác loại", "the same goods, another sort"),
    "product_unknown": ("tên giống nhau, chưa có trong danh mục", "alike by name, not in the list"),
}
RIGHT = ("product_same", "product_variety")
TO_BE_SEEN = (", còn xem quy cách", ", specification to be seen")
SPECIFICATION = ("quy cách", "the specification")
MOST_NOTES = 2  # of the producer that a line quotes
OTHER_GOODS = frozenset(("wrong_form", "wrong_product"))
OF_THE_GOODS = ("volume", "season", "price")  # said of other goods, or in another form, they mean nothing
VETOES = {
    "wrong_product": ("khác mặt hàng", "another product"),
    "wrong_form": ("khác dạng hàng", "another form"),
    "market_closed": ("thị trường chưa mở", "market not open"),
    "missing_cert": ("thiếu giấy tờ", "papers missing"),
    "cert_expired": ("giấy hết hạn", "papers lapsed"),
    "wrong_season": ("lệch vụ", "out of season"),
    "cannot_reach": ("không kịp tới", "cannot arrive in time"),
    "no_invoice": ("không có hóa đơn", "no invoice"),
    "moq_too_high": ("đơn tối thiểu quá lớn", "least order too large"),
    "volume_too_small": ("lượng quá ít", "too little"),
    "price_over": ("giá vượt trần", "price above the ceiling"),
    "terms_refused": ("điều kiện chưa hợp", "terms refused"),
}
ISSUED = ("HDDT", "HDDT_MTT")  # invoices, of which the buyer takes the other one alone
OTHER_INVOICE = ("loại hóa đơn bên mua không nhận", "an invoice that the buyer does not take")


def headline(evidence: Mapping[str, Any], lang: str) -> str:
    """ "Chưa ghép được: thiếu giấy tờ. Đúng hàng; đủ lượng (có 60 tấn, cần 45 tấn). Trước hết phải hỏi giá.":
    what refuses it, what decides of each criterion, and what is asked first; the rows hold all the rest."""
    rows = {row["criterion"]: row for row in evidence["reasons"]}
    if "season" in rows and evidence.get("missing"):
        season = rows["season"]
        rows["season"] = {**season, "facts": {**season["facts"], **missed(_steps(evidence), rows)}}
    elif "season" in rows and evidence.get("vetoes"):  # nobody says whether papers would be there in time
        rows["season"] = {**rows["season"], "facts": {**rows["season"]["facts"], "no_step": True}}
    rows |= _of_months(rows)
    late = bool(evidence.get("vetoes")) and _late(evidence)  # then nothing of this season is delivered
    said = [
        CLAUSES[name](rows[name]["code"], rows[name]["facts"], lang)
        for name in CLAUSES
        if name in rows
        and not (name in OF_THE_GOODS and OTHER_GOODS.intersection(evidence.get("vetoes", ())))
        and not (late and name == "season" and rows[name]["facts"].get("if_papers"))
    ]
    season = (rows.get("season") or {}).get("facts") or {}
    invoice = (rows.get("requirements") or {}).get("facts", {}).get("invoice")
    refused = [
        choose(lang, *OTHER_INVOICE)
        if code == "no_invoice" and invoice in ISSUED
        else _refused(code, season, lang)
        for code in evidence.get("vetoes", ())
    ]
    parts, asked = [part for part in said if part], list[str]()
    open_ = [] if refused else questions(rows, lang)
    first = overturning(rows, lang) if refused and evidence.get("missing") else "".join(open_[:1])
    if parts and first.startswith(choose(lang, *SPECIFICATION)):  # told at the end of the line
        parts[0] = parts[0].removesuffix(choose(lang, *TO_BE_SEEN))
    if late:
        parts.append(choose(lang, "đợt này không kịp giấy", "the papers come too late this time"))
    hopeless = refused and not evidence.get("missing")
    if not hopeless and not late and (lapse := _lapse(rows, lang, _ready(evidence))):
        parts.append(lapse)
    if not hopeless and not late and (by := to_be_agreed(season, lang)):
        parts.append(by)
    if open_:
        asked.append(
            choose(lang, "còn phải làm rõ: ", "still to be settled: ") + first_and_others(open_, lang)
        )
    notes = dict.fromkeys(note for row in rows.values() for note in minded(row["facts"]))
    if notes and not refused:
        words = ", ".join(quoted(each, lang) for each in list(notes)[:MOST_NOTES])
        asked.append(choose(lang, f"lưu ý bên bán ghi {words}", f"mind the producer's {words}"))
    if not evidence.get("missing") and (n := too_many(evidence)):
        vi = f"vướng {n} chỗ cùng lúc: quá nhiều việc, nên tìm mối khác"
        asked.append(choose(lang, vi, f"{n} obstacles at once: too many, look for another match"))
    if refused and first:
        asked.append(choose(lang, "trước hết phải làm rõ ", "above all to be settled: ") + first)
    text = [choose(lang, "chưa ghép được: ", "not possible yet: ") + ", ".join(refused)] if refused else []
    text += ["; ".join(parts)] if parts else []
    return " ".join(f"{each[:1].upper()}{each[1:]}." for each in (*text, *asked))


def _of_months(rows: Mapping[str, Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """The row of amounts with the months it compares, where it compares those of a part of the need alone."""
    season = (rows.get("season") or {}).get("facts") or {}
    wanted, row = season.get("wanted") or (), rows.get("volume") or {"facts": {}}
    served = of_served(row["facts"], season, season.get("missed") or ())
    if served.get("of_months"):
        return {"volume": {**row, "facts": served}}
    months, whole = row["facts"].get("months") or (), row["facts"].get("monthly") is False
    if not whole or row["facts"].get("need_said_per") == "total" or not 0 < len(months) < len(wanted):
        return {}
    return {"volume": {**row, "facts": {**row["facts"], "of_months": months}}}


def _refused(code: str, season: Facts, lang: str) -> str:
    """A veto in a few words; goods that keep are in other months, and not out of season, and others are not
    ready in time."""
    if code == "wrong_season" and season.get("lead_misses"):
        lead = number(season.get("lead_time_days"), lang)
        vi = f"không kịp chuẩn bị (cần {lead} ngày)"
        return choose(lang, vi, f"not ready in time (it takes {lead} days)")
    if code != "wrong_season" or not (season.get("stored") or season.get("left_over")):
        return choose(lang, *VETOES[code])
    until = part_of_month(season["kept_until"], lang) if season.get("kept_until") else ""
    vi = f"hàng trữ giao được đến khoảng {until}" if until else "hàng trữ được"
    en = f"what is stored can go until about {until}" if until else "the goods keep"
    return choose(lang, f"khác tháng cần ({vi})", f"other months than wanted ({en})")


def _steps(evidence: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """What must change, one by one."""
    step = evidence.get("missing") or {}
    return [step, *(step.get("also") or ())] if step else []


def _late(evidence: Mapping[str, Any]) -> bool:
    """Whether the papers of the missing step come too late for what is left of this delivery."""
    rows = {row["criterion"]: row for row in evidence["reasons"]}
    steps = [each for each in _steps(evidence) if not begun(each, rows)]  # else it is asked when it is there
    return any(each["facts"].get("in_time") is False for each in steps)


def _ready(evidence: Mapping[str, Any]) -> str:
    """The day on which the last of the papers of the missing step can be there; "" where none is."""
    return max((str(each["facts"].get("earliest") or "") for each in _steps(evidence)), default="")


def _lapse(rows: Mapping[str, Mapping[str, Any]], lang: str, ready: str) -> str:
    """The papers that lapse before the last month of supply, on which the months left out hang; nothing goes
    until the day of one that lapses before others are ``ready``."""
    lapsing = (rows.get("requirements") or {}).get("facts", {}).get("lapsing") or ()
    season = (rows.get("season") or {}).get("facts", {})
    barred, wanted = season.get("barred"), season.get("wanted")
    if not lapsing or not barred or not wanted:
        return ""
    stars = rows["requirements"]["facts"].get("stars")
    named = papers(lapsing, lang, stars)
    months = span([m for m in wanted if m in {*barred, *(season.get("stored_barred") or ())}], lang)
    parts = {part_covered(row, barred) for row in lapsing}
    in_time = all(str(row["expires"]) > ready for row in lapsing)
    if in_time and len(parts) == 1 and (part := parts.pop()):  # of one paper, or of several that end alike
        last = span([part], lang)
        named += choose(lang, f"; {last} giao được đến ngày ấy", f"; {last} up to that day")
    return choose(lang, f"muốn giao {months} phải gia hạn {named}", f"for {months} to be renewed: {named}")


def _product(code: str, facts: Facts, lang: str) -> str:
    if facts.get("box_lacks"):
        return ""  # another box, as the veto says
    if code in PRODUCT and facts.get("to_slaughter"):
        return choose(lang, "đúng con, phải giết mổ", "the right animal, to be slaughtered")
    if code in PRODUCT and facts.get("demanded_set") and not facts.get("offered_set"):
        return choose(lang, "một món của bộ", "one piece of the set")
    if code in PRODUCT and (missed := unmet(facts)):
        asks, has = quoted(missed[0]["asks"], lang), missed[0]["offered"]
        vi, en = (" nhưng", "but ") if code in RIGHT else (",", "")
        kind = "đúng mặt hàng" if code in RIGHT else PRODUCT[code][0]
        return choose(
            lang,
            f"{kind}{vi} chưa đạt quy cách {asks} (bên bán ghi {has})",
            f"{PRODUCT[code][1]}, {en}{asks} is not met (the offer says {has})",
        )
    if code == "product_sibling" and facts.get("named_apart"):
        vi, en = another(facts)
        return choose(lang, f"{vi} khác", f"another {en}")
    if code == "product_sibling":
        vi, en = told_by(facts)
        if facts.get("place_named"):
            return choose(lang, f"{vi} hoặc vùng khác", f"another {en} or place")
        return choose(lang, f"{vi} khác", f"another {en}")
    if code in PRODUCT and facts.get("others_named"):
        return choose(lang, "cùng nhóm, bên mua chưa nêu tên thứ này", "of the family, but not named")
    if code in PRODUCT and facts.get("region_asked"):
        return choose(lang, "đúng loại, khác vùng bên mua nêu", "the right kind, from another region")
    if code in PRODUCT and any(facts.get(name) for name in ("raw_or_worked", "process_unsaid", "to_prepare")):
        return choose(lang, "đúng loại, chưa rõ dạng hàng", "the right kind, form not said")
    if code == "product_generic" and facts.get("offered_form_unsaid") and _form_open(facts):
        return choose(lang, "đúng loại, chưa rõ dạng hàng", "the right kind, form not said")
    if code == "product_generic" and facts.get("grown_there"):
        return choose(lang, "đúng loại, đúng vùng bên mua nêu", "the right kind, from the place named")
    by_sort = facts.get("by_sort") or facts.get("demanded_form") in ("processed", "roasted")
    if code == "product_generic" and facts.get("demanded_form") == "craft" and not facts.get("unsaid"):
        return choose(lang, "đúng loại hàng, chưa rõ kiểu, chất liệu", "the right kind, make not said")
    if code == "product_generic" and by_sort and not facts.get("unsaid"):
        return choose(lang, "đúng mặt hàng, chưa rõ loại", "the right goods, sort not said")
    if code in RIGHT and facts.get("organic_missing"):
        return choose(
            lang, "đúng loại, chưa có giấy hữu cơ", "the right kind, without an organic certificate"
        )
    if code in NAMED and facts.get("place_named") and facts["place_asked"] in (facts.get("unsaid") or ()):
        return choose(lang, "đúng loại, khác vùng bên mua nêu", "the right kind, from another region")
    if code in ("product_same", "product_variety", "product_generic") and facts.get("unsaid"):
        if facts.get("by_code"):
            return choose(lang, *PRODUCT["product_generic"])
        return choose(lang, "đúng loại hàng", "the right kind")
    if code in NAMED and facts.get("any_of"):
        return sort_open(facts, lang)
    if code in RIGHT and facts.get("not_offered"):
        words, all_ = ", ".join(f"“{each}”" for each in facts["not_offered"]), facts["wanted_goods"]
        has = all_ - len(facts["not_offered"])
        return choose(
            lang, f"có {has} trong {all_} thứ cần, không có {words}", f"has {has} of {all_} goods, no {words}"
        )
    if code in RIGHT and facts.get("listed_otherwise"):
        return choose(
            lang, "có các thứ cần, lời ghi thêm khác tên hàng", "the goods wanted, the note differs"
        )
    if code in RIGHT and (held := len(facts.get("holds_all") or ())):
        vi, en = ("cả hai", "both") if held == 2 else (f"cả {held}", f"all {held}")
        return choose(lang, f"đúng {vi} thứ cần", f"{en} of the goods wanted")
    listed = facts.get("offered_listed") and not facts.get("offered_set") and not all_fit(facts)
    if code in ("product_same", "product_variety") and listed:
        return choose(lang, "trong hàng chào có thứ bên mua cần", "holds goods that are wanted")
    if (
        code in ("product_same", "product_variety")
        and facts.get("demanded_listed") == "all"
        and facts.get("demanded_rank") != "family"
        and not facts.get("demanded_set")
    ):
        return choose(lang, "đúng một trong các thứ cần", "one of the goods wanted")
    if code in ("product_same", "product_variety") and (pair := _less_than_right(code, facts)):
        return choose(lang, *pair)
    return choose(lang, *PRODUCT[code]) if code in PRODUCT else ""


def _less_than_right(code: str, facts: Facts) -> tuple[str, str] | None:
    """What is said of goods that are the ones wanted by name, while something of them is to be asked."""
    if facts.get("unpotted"):
        return "cùng loại cây, chưa vào chậu", "the plant wanted, in no pot"
    if facts.get("demanded_grade"):
        has, asks = (graded(facts[f"{side}_grade"]) for side in ("offered", "demanded"))
        return f"đúng mặt hàng, khác hạng ({has}, cần {asks})", f"the goods, but {has} and not {asks}"
    if any(not is_soft(each) for each in asked(facts)):
        return "đúng mặt hàng" + TO_BE_SEEN[0], "the right goods" + TO_BE_SEEN[1]
    if PACKING in of_the_goods(code, facts):
        return "đúng hàng, còn hỏi bao gói", "the right product, packing asked"
    if asked(facts):
        return "đúng mặt hàng", "the right goods"
    open_ = any(pair not in OF_NO_SORT for pair in of_the_goods(code, facts))
    return ("đúng mặt hàng, còn điều phải hỏi", "the right goods, something asked") if open_ else None


def _form_open(facts: Facts) -> bool:
    return facts.get("offered_form") != facts.get("demanded_form")


def _figures(facts: Facts, lang: str) -> str:
    """ " (mỗi tháng có 60 tấn, cần 45 tấn)": what is enough for what."""
    monthly = facts.get("monthly")
    have = beside_the_other(
        facts, facts.get("supply_month" if monthly else "supply"), facts.get("unit"), lang
    )
    if facts.get("need_days"):  # of months that are cut neither amount is that of one month
        return ""
    have = least_of_a_month(facts, lang) if facts.get("by_month") else have
    each = choose(lang, "mỗi tháng ", "each month ") if monthly else ""
    need = compared(facts, "need", lang)
    return choose(lang, f" ({each}có {have}, cần {need})", f" ({each}{have} for {need})")


def _volume(code: str, facts: Facts, lang: str) -> str:
    if facts.get("fill") is None or facts.get("out_of_season"):
        return "" if facts.get("out_of_season") else _not_compared(code, facts, lang)
    if code == "volume_covers":
        told = lower_end_only(facts, lang) or choose(lang, *enough(facts))
        for_ = ""
        if facts.get("for_months"):
            for_ = choose(lang, f" cho {span(facts['months'], lang)}", f" for {span(facts['months'], lang)}")
        return f"{told}{of_kind(facts, lang)}{for_}{conditions(facts, lang)}{_figures(facts, lang)}"
    if facts.get("factor_low") is not None:
        of = f" {span(facts['of_months'], lang)}" if facts.get("of_months") and facts["fill"] < 1 else ""
        return in_line(facts, lang) + of + beside_all(facts, lang) + conditions(facts, lang)
    fill = part_of(facts["fill"], lang)
    of_all = facts.get("family") and not facts.get("supply_listed")
    least = choose(lang, " cả các loại", " of all kinds") if of_all else ""
    if months := facts.get("of_months"):
        least += f" {span(months, lang)}{beside_all(facts, lang)}"
    least += choose(lang, " ở mức thấp", " at the lower end") if facts.get("supply_said_high") else ""
    if facts.get("supply_listed"):
        least += of_kind(facts, lang)
    if facts.get("supply_listed") or facts.get("at_most"):
        fill = choose(lang, f"nhiều nhất {fill}", f"at most {fill}")
    elif rough(facts) and fill[0].isdigit():
        fill = choose(lang, f"chừng {fill}", f"about {fill}")
    least += conditions(facts, lang)
    return choose(lang, f"được {fill} lượng cần{least}", f"{fill} of the need{least}")


def _not_compared(code: str, facts: Facts, lang: str) -> str:
    """ "bán 45.000 quả, cần 3 tấn": amounts of which one is not said, or that do not convert."""
    if code == "volume_unsaid":
        return choose(lang, "chưa rõ sản lượng", "amount not said")
    if code not in ("volume_units_differ", "need_unsaid"):
        return ""
    have = plain(facts, "supply", lang)
    if code == "need_unsaid":
        return choose(lang, f"có {have}, chưa rõ lượng cần", f"{have} offered, the need not said")
    need = plain(facts, "need", lang)
    if facts.get("enough_at_any_size"):
        enough = choose(lang, "đủ lượng ở mọi cỡ đã ghi", "enough at any size stated")
        return enough + choose(lang, f" (có {have}, cần {need})", f" ({have} for {need})")
    if (most := facts.get("fill_at_most")) is not None and most < 1:
        share = percent(most, lang)
        return choose(
            lang,
            f"có {have}, cần {need}: cân hơi cũng chỉ được nhiều nhất {share}",
            f"{have} for {need}: {share} of it at most, even by live weight",
        )
    return choose(
        lang, f"có {have}, cần {need}: chưa quy đổi được", f"{have} for {need}, in units that differ"
    )


def _route(code: str, facts: Facts, lang: str) -> str:
    return f"{number(facts.get('km'), lang)} km" if code == "route" else ""


def _freshness(code: str, facts: Facts, lang: str) -> str:
    if code != "fresh_tight":
        return ""
    left = left_on_arrival(facts, lang)
    return choose(lang, f"tới nơi còn {left}: sát hạn", f"{left} left on arrival: tight")


CLAUSES: dict[str, Clause] = {
    "product": _product,
    "volume": _volume,
    "season": season_clause,
    "logistics": _route,
    "freshness": _freshness,
    "price": price_clause,
}
