"""What is still to be asked of both sides, named one by one: as many as the sentences of the account ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from matchmaker.wording.labels import unit
from matchmaker.wording.reasons.dear_pieces import dear_question
from matchmaker.wording.reasons.listed import all_fit, left_out
from matchmaker.wording.reasons.notes import note_questions
from matchmaker.wording.reasons.phrases import TERMS, Facts, choose, percent
from matchmaker.wording.reasons.price_words import (
    BASIS_DIFFERS,
    basis_open,
    borne_freight,
    far_below,
    freight_limit,
    freight_settled,
    pieces_fit,
    unit_open,
    units_asked,
)
from matchmaker.wording.reasons.rhythm import rhythm_asked
from matchmaker.wording.reasons.sort_questions import ALIVE, RAW, VARIETY, Pair, is_so, is_taken, sort_asked
from matchmaker.wording.reasons.sorts import grades_asked, which_of
from matchmaker.wording.reasons.specification import (
    asked,
    beside,
    is_soft,
    is_treatment,
    refuses,
    repacked,
    unmet,
    unsaid,
)
from matchmaker.wording.reasons.supply import asked_of_time
from matchmaker.wording.reasons.volume_notes import (
    OF_ORDERS,
    asked_of_amounts,
    asked_of_orders,
    lot_asked,
    once_of_deliveries,
    too_little,
)

# Codes of goods that are the product, at least by name.
NAMED = ("product_same", "product_variety", "product_generic")
BY_CODE: dict[str, Pair] = {
    "product_generic": VARIETY,
    "product_unknown": ("đúng hàng không", "whether it is the product"),
    "volume_unsaid": ("sản lượng", "the amount"),
    "need_unsaid": ("lượng cần", "the amount needed"),
    "volume_units_differ": ("quy đổi lượng", "how the amounts convert"),
    "season_unknown": ("tháng có hàng", "the months of supply"),
    "place_unknown": ("nơi giao nhận", "the places"),
    "shelf_unsaid": ("hàng để được bao lâu", "the shelf life"),
    "price_unsaid": ("giá", "the price"),
    "price_units_differ": ("quy đổi giá", "how the prices convert"),
    "invoice_unsaid": ("hóa đơn", "the invoice"),
    "market_unknown": ("thị trường có mở không", "whether the market is open"),
}


# What an answer can overturn, the weightier first: the goods, papers and invoice, whether there are any.
WEIGHED = ("product", "requirements", "season", "volume", "price", "logistics", "freshness", "terms")
EXPIRY = ("hạn giấy tờ", "expiry of papers")
LEFT_OVER = ("vụ vừa rồi còn bao nhiêu hàng trữ", "what is left of the last season")
PACKING = ("bên nào đóng gói lại", "who repacks the goods")
OF_EACH = ("lượng từng thứ", "how much of each")
OF_SHARES = ("tỷ lệ từng loại", "the share of each")
OF_NO_SORT = (PACKING, OF_EACH, OF_SHARES)  # asked of goods that are the right ones all the same
UNIT_OF_PRICE = ("đơn vị của giá", "the unit of the price")
PERIOD = ("lượng tính cho cả vụ hay theo tháng", "whether the amount is for the season")
CLAUSES = 2  # of a specification that are named in a question
SEVERAL = 3  # questions, from here on the weightiest is named and the others are counted
NOT_OF_PLANTS = (
    "bên mua có thật cần Kiểm dịch động vật cho cây trồng không",
    "whether a paper of animals is meant for what grows",
)
MILD = frozenset({EXPIRY, PERIOD})  # asked for good order, and hardly ever overturning a deal


def questions(rows: Mapping[str, Mapping[str, Any]], lang: str) -> list[str]:
    """The questions that the reasons leave, each named once, the one whose answer weighs most first."""
    order = {name: place for place, name in enumerate(WEIGHED)}
    found = [(criterion, pair) for criterion, pairs in _by_criterion(rows) for pair in pairs]
    settled = {name for name in SETTLED_BY_FIGURES if name in rows and not _open(rows[name])}

    dear = "price" in rows and bool(rows["price"]["facts"].get("dear_piece"))  # then all else may be in vain

    def weight(each: tuple[str, Pair]) -> tuple[bool, bool, bool, int]:
        last = each[1] == PACKING or each[0] not in order  # who repacks is settled among those who want to
        place = len(order) if last else order[each[0]]
        place = order["freshness"] if each[1] in OF_ORDERS else place  # before days of payment
        return not (dear and each[0] == "price"), each[1] in MILD, each[0] in settled, place

    found.sort(key=weight)
    return list(dict.fromkeys(choose(lang, *pair) for pair in once_of_deliveries([p for _, p in found])))


def first_and_others(asked: list[str], lang: str) -> str:
    """The weightiest question and the number of the others where there are several: the account has all."""
    if len(asked) < SEVERAL:
        return ", ".join(asked)
    return choose(lang, f"{asked[0]} và {len(asked) - 1} điều khác", f"{asked[0]} and {len(asked) - 1} more")


def overturning(rows: Mapping[str, Mapping[str, Any]], lang: str) -> str:
    """The question whose answer could overturn a deal, "" where there is none: no terms beside a refusal."""
    light = {"terms", *(name for name in SETTLED_BY_FIGURES if name in rows and not _open(rows[name]))}
    named = questions({name: row for name, row in rows.items() if name not in light}, lang)
    mild = {choose(lang, *pair) for pair in (*MILD, *OF_ORDERS)}
    return named[0] if named and named[0] not in mild else ""


SETTLED_BY_FIGURES = frozenset({"price", "freshness"})  # figures on both sides: freight counted, goods keep


def _open(row: Mapping[str, Any]) -> bool:
    """Whether a price or a shelf life is not there, or cannot be held against what is wanted."""
    facts = row["facts"]
    if unit_open(facts) or row["code"] == "price_over":
        return True
    doubtful = ("price_bare", "ceiling_bare", "price_several", "live_against_meat", "by_head")
    asked = any(note["asked"] for note in facts.get("notes") or ())
    top, ceiling = facts.get("top_total"), facts.get("ceiling")
    if borne_freight(facts) or any(facts.get(name) for name, *_ in BASIS_DIFFERS):
        return True
    if basis_open(facts) and None not in (top, ceiling) and top > ceiling:
        return True  # where the price is taken decides
    wanted = row["code"] == "shelf_unsaid" and (facts.get("wanted") or facts.get("share"))
    return asked or bool(wanted) or row["code"] in PRICELESS or any(facts.get(name) for name in doubtful)


PRICELESS = ("price_unsaid", "ceiling_unsaid", "price_units_differ")


def _by_criterion(rows: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, list[Pair]]]:
    for criterion, row in rows.items():
        found: list[Pair] = []
        code, facts = row["code"], row["facts"]
        made = facts.get("demanded_set") and not facts.get("offered_set")  # then no variety is asked for
        made = made or facts.get("to_slaughter")
        settled = made or facts.get("enough_at_any_size") or pieces_fit(facts)
        alive = code == "shelf_unsaid" and facts.get("by_head") and facts.get("said_alive")
        if code in BY_CODE and not (settled or alive):
            found.append(SPECIAL[code](facts) if code in SPECIAL else BY_CODE[code])
        found += ALSO.get(criterion, _none)(code, facts)
        found += note_questions(facts)
        yield criterion, found


def _life_asked(facts: Facts) -> Pair:
    """What is asked of goods of unknown life: of animals sold by the head whether they are alive."""
    if facts.get("by_head"):
        return ("sống hay đã làm thịt", "alive or slaughtered")
    return BY_CODE["shelf_unsaid"]


def _conversion_asked(facts: Facts) -> Pair:
    """How prices convert; of a piece too dear at any weight what it weighs, and whether the price holds."""
    return dear_question(facts) if facts.get("dear_piece") else BY_CODE["price_units_differ"]


SPECIAL: dict[str, Callable[[Facts], Pair]] = {
    "product_generic": sort_asked,
    "shelf_unsaid": _life_asked,
    "price_units_differ": _conversion_asked,
}


def _none(code: str, facts: Facts) -> Iterator[Pair]:
    yield from ()


def taken_at_all(code: str, facts: Facts) -> Iterator[Pair]:
    """Whether the buyer takes goods of another sort or place than he names: all else hangs on it."""
    if code == "product_apart":
        for row in facts.get("apart") or ():
            if row["offered"]:
                yield (f"bên mua có nhận “{row['offered']}” không", f"whether “{row['offered']}” is taken")
    if code == "product_sibling":
        yield is_taken(facts)
    if code in NAMED and (facts.get("others_named") or facts.get("region_asked")):
        yield is_taken(facts)
    yield from grades_asked(facts)
    if facts.get("degrees_apart") and not any("đạm" in row["asks"] for row in facts.get("spec") or ()):
        says = facts["degrees_apart"][1]
        yield (f"bên mua có nhận hàng {says} không", f"whether goods of {says} are taken")
    if rows := [row for row in unmet(facts) if not refuses(row)]:
        vi = ", ".join(f"“{row['offered']}” thay cho “{row['asks']}”" for row in rows)
        en = ", ".join(f"“{row['offered']}” for “{row['asks']}”" for row in rows)
        yield (f"bên mua có nhận {vi} không", f"whether the buyer takes {en}")


def of_the_goods(code: str, facts: Facts) -> Iterator[Pair]:
    """What is asked of the goods themselves."""
    yield from taken_at_all(code, facts)
    if code in NAMED[:2] and facts.get("to_prepare"):
        yield sort_asked(facts)
    if code in NAMED and facts.get("raw_or_worked"):
        yield RAW
    if code in NAMED and facts.get("form_of_list"):
        form, item = facts["form_of_list"], facts.get("demanded_item")
        yield (f"“{form}” có tính cho cả “{item}” không", f"whether “{form}” goes for “{item}” too")
    if code in NAMED and facts.get("to_slaughter"):
        yield ALIVE if facts.get("unslaughtered") else ("bên nào giết mổ", "who slaughters")
    if code in NAMED and facts.get("live_unsaid"):
        yield ("hàng còn sống không", "whether the goods live")
    if code in NAMED and facts.get("for_processing"):
        yield ("có hàng loại ăn tươi không", "whether there are goods fit for the shelf")
    if code in NAMED:
        for words in facts.get("box_unsaid") or ():
            yield (f"trong hộp có “{words}” không", f"whether the box holds “{words}”")
    if code in NAMED and facts.get("loose_good"):
        yield ("bên nào đóng hộp", "who packs it in a box")
    if code in NAMED and facts.get("boxed_good"):
        yield ("mẫu hộp", "what the box looks like")
    if code in NAMED and (state := facts.get("cooked")):
        yield (f"bên mua có nhận hàng “{state}” không", f"whether goods “{state}” are taken")
    if code in NAMED and facts.get("fresh_unasked"):
        yield ("bên mua nhận hàng tươi không", "whether fresh goods are taken")
    if code in NAMED and facts.get("comb_unasked"):
        yield ("bên mua có nhận mật còn trong tầng sáp không", "whether honey in the comb is taken")
    if code in NAMED and facts.get("unpotted"):
        yield ("bên nào vào chậu", "who puts the plants into pots")
    if code in NAMED and facts.get("stems"):
        yield (
            f"bên mua có nhận “{facts['stems'][1]}” không",
            f"whether the buyer takes “{facts['stems'][1]}”",
        )
    if code in NAMED and facts.get("pot_unsaid"):
        yield (f"có đúng “{facts['pot_unsaid']}” không", f"whether it is “{facts['pot_unsaid']}”")
    if code in NAMED and facts.get("comb_unsaid"):
        yield ("mật có còn trong tầng sáp không", "whether the honey is in its comb")
    if code in NAMED and facts.get("frozen_unasked"):
        yield ("bên mua có nhận hàng đông lạnh không", "whether frozen goods are taken")
    if code in NAMED and facts.get("which_sort"):
        yield ("lấy loại nào", "which sort is wanted")
    if code in ("product_same", "product_variety"):
        if facts.get("any_of"):
            yield which_of(facts)
        for words in facts.get("unsaid") or ():
            yield is_so(words, facts)
    if code == "product_generic" and not (facts.get("demanded_sorts") or facts.get("process_unsaid")):
        for words in (facts.get("unsaid") or ())[0 if facts.get("any_of") else 1 :]:
            yield is_so(words, facts)
    listed = facts.get("offered_listed") and not (facts.get("items_said") or facts.get("offered_set"))
    if listed and not all_fit(facts):
        yield OF_EACH
    if code in NAMED and facts.get("holds_all"):
        yield from (*left_out(facts), OF_SHARES)
    if facts.get("packs") or repacked(facts):
        yield PACKING
    open_ = [each for each in asked(facts) if not is_soft(each)]
    treated = [each for each in open_ if is_treatment(each)]
    for words in treated:
        yield (f"bên nào lo “{words}”", f"who sees to “{words}”")
    if clauses := [each for each in open_ if each not in treated]:
        said = [(each, beside(facts, each)) for each in clauses[:CLAUSES]]
        more = len(clauses) - CLAUSES
        vi, en = (f" (và {more} mục nữa)", f" (and {more} more)") if more > 0 else ("", "")
        if facts.get("seller_words") and not set(clauses).isdisjoint(unsaid(facts)):
            vi, en = f"{vi}, đối chiếu lời bên bán", f"{en}, beside the words of the offer"
        in_vi = (f"“{each}”" + (f" so với “{own}” bên bán ghi" if own else "") for each, own in said)
        in_en = (f"“{each}”" + (f" beside “{own}” of the offer" if own else "") for each, own in said)
        yield f"quy cách {', '.join(in_vi)}{vi}", f"the specification {', '.join(in_en)}{en}"


def _volume(code: str, facts: Facts) -> Iterator[Pair]:
    if too_little(code, facts):
        vi, en = (percent(facts["fill"], lang) for lang in ("vi", "en"))
        yield (f"bên mua có lấy {vi} lượng cần không", f"whether {en} of the need is taken")
    yield from asked_of_orders(facts)
    if code in ("volume_covers", "volume_part"):
        if (facts.get("supply_peak") and not facts.get("supply_peak_told")) or facts.get("need_peak"):
            yield ("lượng lúc cao điểm", "the amount at the peak")
        yield from asked_of_amounts(facts)
        yield from lot_asked(facts)
        if facts.get("part_of_month"):
            yield ("giao được mấy ngày", "how many days")
        elif facts.get("period_assumed"):
            yield PERIOD


def _season(code: str, facts: Facts) -> Iterator[Pair]:
    if facts.get("lapsed"):
        yield ("lời chào đã hết hạn còn bán không", "whether the lapsed offer still stands")
    if facts.get("demand_lapsed"):
        yield ("nhu cầu đã hết hạn còn mua không", "whether the lapsed demand still stands")
    running = facts.get("over") and not (facts.get("sold_since") or facts.get("sold_by_rate"))
    unready = facts.get("if_papers") or facts.get("other_form")
    if running and not unready:
        yield ("vụ này còn bao nhiêu hàng", "what is left of this season")
    if facts.get("sold_since") and not unready:
        yield ("nay còn bao nhiêu hàng", "what is left by now")
    if facts.get("left_over") and code == "season_none":
        yield LEFT_OVER
    if facts.get("calendar") and code in ("season_all", "season_part"):
        yield BY_CODE["season_unknown"]
    if facts.get("deadline_apart"):
        yield ("hạn giao là của đợt nào", "what is due by the deadline")
    if facts.get("days_late") or facts.get("lead_misses"):
        yield ("giao sớm hơn được không", "whether an earlier delivery is possible")
    yield from asked_of_time(facts)
    if facts.get("open_side") == "end" or (facts.get("harvest_said") and not facts.get("sold_all_year")):
        yield ("bán đến tháng nào", "until when goods are sold")
    elif facts.get("open_side"):
        yield ("có hàng từ tháng nào", "from when on there are goods")
    if facts.get("wanted_from"):
        yield ("nhận đến tháng nào", "until when goods are wanted")


def _price(code: str, facts: Facts) -> Iterator[Pair]:
    known = freight_settled(facts) or freight_limit(facts) is not None
    if code == "freight_unknown" and facts.get("way_known") and not known:
        each = str(facts.get("unit") or "")
        yield (f"cước theo {each}", f"the freight of a {unit(each, 'en')}")
    said = facts.get("basis_said") or facts.get("ceiling_basis_said")
    if code == "ceiling_unsaid":
        yield ("giá bên mua trả", "what the buyer pays")
    if code != "price_unsaid" and basis_open(facts):
        yield (
            ("cước từ nơi tính giá", "the freight from there")
            if said
            else ("giá tại đâu", "where prices apply")
        )
    if code == "price_over" and facts.get("negotiable"):
        yield ("giá có bớt được không", "whether the price can come down")
    if facts.get("price_several") or facts.get("price_by_kind"):
        yield ("giá đúng loại này", "the price of these goods")
    if facts.get("price_by_size"):
        yield ("giá đúng cỡ bên mua cần", "the price of the size wanted")
    if facts.get("price_of_all"):
        yield ("giá từng thứ", "the price of each")
    if facts.get("live_against_meat") and code in ("price_under", "price_range_over"):
        yield ("giá cân hơi hay cân thịt", "whether the price is for live weight or for meat")
    if any(facts.get(name) for name, *_ in BASIS_DIFFERS) and not basis_open(facts):
        yield ("giá tại đâu", "where prices apply")
    elif borne_freight(facts):
        yield ("giá ấy có giao tới tận nơi không", "whether that price is delivered here")
    if far_below(facts):
        yield ("giá thấp khác thường", "the unusually low price")
    if units_asked(facts, "vi") or facts.get("price_bare") or facts.get("ceiling_bare"):
        yield UNIT_OF_PRICE


def invoice_open(facts: Facts) -> bool:
    """Whether the buyer needs an invoice of which the producer has said nothing, whatever else is refused."""
    return bool(facts.get("invoices_accepted")) and "invoice" in facts and facts["invoice"] is None


def other_invoice_asked(facts: Facts) -> bool:
    """Whether the buyer names electronic invoices and the producer issues them from a cash register."""
    accepted = facts.get("invoices_accepted") or ()
    return facts.get("invoice") == "HDDT_MTT" and "HDDT" in accepted and "HDDT_MTT" not in accepted


def _requirements(code: str, facts: Facts) -> Iterator[Pair]:
    if other_invoice_asked(facts):
        yield (
            "bên mua có nhận hóa đơn từ máy tính tiền không",
            "whether invoices from a cash register are taken",
        )
    if invoice_open(facts):
        yield BY_CODE["invoice_unsaid"]
    if facts.get("not_of_plants") and code in ("papers_missing", "papers_expired", "papers_lapse"):
        yield NOT_OF_PLANTS
    if facts.get("expiry_unsaid"):
        yield EXPIRY


def _terms(code: str, facts: Facts) -> Iterator[Pair]:
    if code == "terms_unsaid":
        named = facts.get("unanswered", TERMS)
        yield from (TERMS[name] for name in named if _asked(name, facts))
    yield from rhythm_asked(facts)


def _asked(name: str, facts: Facts) -> bool:
    """Whether the buyer sets a term; for evidence kept from before the unanswered ones were named."""
    figure = {"payment": "payment_days", "discount": "discount_pct"}.get(name, name)
    return bool(facts.get(figure))


def _freshness(code: str, facts: Facts) -> Iterator[Pair]:
    if code == "travels_live" and facts.get("dressed_wanted"):
        yield ("hàng làm sạch để được bao lâu", "how long slaughtered goods keep")


ALSO: dict[str, Callable[[str, Facts], Iterator[Pair]]] = {
    "product": of_the_goods,
    "volume": _volume,
    "season": _season,
    "price": _price,
    "requirements": _requirements,
    "terms": _terms,
    "freshness": _freshness,
}
