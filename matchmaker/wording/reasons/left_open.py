"""What a missing step leaves open: questions that no part of it settles, and what must come beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from matchmaker.wording.labels import unit
from matchmaker.wording.months import span
from matchmaker.wording.reasons.notes import note_questions
from matchmaker.wording.reasons.phrases import Facts, choose, open_terms, papers, percent
from matchmaker.wording.reasons.price_words import above_as_read
from matchmaker.wording.reasons.questions import (
    LEFT_OVER,
    invoice_open,
    questions,
    taken_at_all,
)
from matchmaker.wording.reasons.reached import begun, missed, of_served, reached
from matchmaker.wording.reasons.specification import refuses, undone, unmet
from matchmaker.wording.reasons.volume_line import set_aside_for
from matchmaker.wording.reasons.volume_notes import NEARLY_ALL

# Of what each change takes the obstacle away, in the order in which it is told.
REMOVES = {
    "obtain_paper": ("giấy tờ", "papers"),
    "renew_paper": ("giấy tờ", "papers"),
    "issue_invoice": ("hóa đơn", "invoice"),
    "add_month": ("mùa vụ", "season"),
    "chill": ("hạn dùng khi tới nơi", "shelf life on arrival"),
    "lower_min_order": ("đơn tối thiểu", "least order"),
    "allow_pooling": ("lượng", "amount"),
    "pool_volume": ("lượng", "amount"),
    "lower_price": ("giá", "price"),
}
OF_FORM = ("dạng hàng", "the form of the goods")
TERMS_REMOVED = {
    "payment": ("hạn trả tiền", "payment"),
    "discount": ("chiết khấu", "discount"),
    "returns": ("trả hàng", "returns"),
    "consignment": ("ký gửi", "consignment"),
}
MOST_NAMED, MOST_WORDS_NAMED = 2, 12  # questions and their words that a step names; the account has all


def removed(facts: Facts, lang: str) -> str:
    """ "giấy tờ, hóa đơn và giá": of what a step takes the obstacles away, and of nothing else."""
    pairs: list[tuple[str, str]] = []
    for step in _steps(facts):
        if step["facts"].get("for_form"):
            pairs.append(OF_FORM)
            if not _short(facts):
                continue
        pair = TERMS_REMOVED.get(str(step["facts"].get("term"))) or REMOVES.get(step["code"])
        pairs += [pair] if pair else []
    *others, last = dict.fromkeys(choose(lang, *pair) for pair in pairs if pair) or [""]
    return choose(lang, " và ", " and ").join([", ".join(others), last]) if others else last


def _short(facts: Facts) -> bool:
    """Whether goods do not keep as long as they must, as their row tells."""
    return ((facts.get("rows") or {}).get("freshness") or {}).get("code") == "fresh_short"


def too_late(facts: Facts) -> bool:
    """Whether a part of a step comes too late for this delivery, as far as it is known when it comes."""
    left = [step for step in _steps(facts) if not begun(step, facts.get("rows"))]
    return any(step["facts"].get("in_time") is False for step in left)


def _days_asked(facts: Facts, lang: str) -> list[str]:
    """The questions of papers under way that the steps to these papers put already."""
    rows = facts.get("rows") or {}
    required = (rows.get("requirements") or {}).get("facts") or {}
    under = [note for note in required.get("notes") or () if note.get("underway")]
    alone = [{"requirements": {"facts": {"notes": [note]}}} for note in under]
    told = [note for note, row in zip(under, alone, strict=True) if any(begun(s, row) for s in _steps(facts))]
    return [choose(lang, *pair) for pair in note_questions({"notes": told})]


def _steps(facts: Facts) -> list[Mapping[str, Any]]:
    """All that changes, the first as the others are."""
    return [{"code": str(facts.get("code")), "facts": facts}, *(facts.get("also") or ())]


def asked_first(facts: Facts, lang: str) -> str:
    """What the buyer is asked before anybody does anything: whether he wants goods other than he names."""
    product = (facts.get("rows") or {}).get("product")
    if not product:
        return ""
    asked = [choose(lang, *pair) for pair in taken_at_all(product["code"], product["facts"])]
    return ", ".join(dict.fromkeys(asked))


def refused_goods(facts: Facts, lang: str) -> str:
    """What the buyer refuses in so many words and the offer is: the goods must be others before all else."""
    product = ((facts.get("rows") or {}).get("product") or {}).get("facts") or {}
    rows = [row for row in unmet(product) if refuses(row)]
    if not rows:
        return ""
    asks, has = (", ".join(f"“{row[name]}”" for row in rows) for name in ("asks", "offered"))
    if all(map(undone, rows)):
        vi = f"bên mua đã ghi {asks} mà bên bán ghi {has}: bên bán phải làm nốt trước đã"
        return choose(lang, vi, f"the buyer says {asks}, the offer {has}: to be done first")
    return choose(
        lang,
        f"bên mua đã ghi {asks} mà bên bán ghi {has}: phải đổi hàng trước đã",
        f"the buyer says {asks}, the offer {has}: the goods must be others first",
    )


class Beside(NamedTuple):
    """What no part of a step settles, and whether the line and the rows tell it as well."""

    words: str
    told_elsewhere: bool


def left_beside(facts: Facts, lang: str) -> list[Beside]:
    """What must come beside a step: months and amounts that it leaves, papers that lapse, slaughter."""
    rows = facts.get("rows") or {}
    required = (rows.get("requirements") or {}).get("facts") or {}
    told = (
        (_few_months(facts, rows, lang), True),
        (_to_be_pooled(facts, rows, lang), True),
        (_pooled_part(facts, rows, lang), False),
        (_also_lapsing(facts, required, lang), False),
        (_slaughter(rows, lang), False),
    )
    return [Beside(words, elsewhere) for words, elsewhere in told if words]


def still_asked(facts: Facts, lang: str) -> str:
    """ "còn phải hỏi: giống, hóa đơn": what the reasons leave open and no part of the step settles; of more
    than a few words their number, for the rows have them all."""
    rows = facts.get("rows")
    if rows is None:
        if not facts.get("amounts_differ"):
            return ""
        return choose(
            lang,
            "lượng hai bên khác đơn vị, còn phải hỏi quy đổi xem có đủ không",
            "the amounts are in different units: ask first whether there is enough",
        )
    first = asked_first(facts, lang)
    left = _terms_left(facts, lang)
    answered = {"terms"} if any(step["code"] == "accept_term" for step in _steps(facts)) else set()
    asked = questions({name: row for name, row in rows.items() if name not in answered}, lang)
    told_with_it = _days_asked(facts, lang)
    asked = [each for each in asked if each not in told_with_it]
    left = [each for each in [*asked[:1], *left, *asked[1:]] if each not in first]
    stored = choose(lang, *LEFT_OVER)
    if too_late(facts):
        left = [each for each in left if each != stored]
    elif any(step["facts"].get("kept_from") for step in _steps(facts)):
        left = [stored, *(each for each in left if each != stored)]
    told = _named_or_counted(left, lang)
    required = rows.get("requirements", {}).get("facts") or {}
    if invoice_open(required) and "BANG_KE" not in required["invoices_accepted"]:
        told += choose(
            lang, ". Không có hóa đơn thì vẫn vướng", ". Without an invoice it remains out of the question"
        )
    return told


def _named_or_counted(left: list[str], lang: str) -> str:
    n, words = len(left), ", ".join(left)
    if not left:
        return ""
    if n <= MOST_NAMED and len(words.split()) <= MOST_WORDS_NAMED:
        return choose(lang, "còn phải làm rõ: ", "still to be settled: ") + words
    return choose(lang, "cùng lúc, làm rõ các điều còn hỏi", "meanwhile settle what is still open")


def _few_months(facts: Facts, rows: Mapping[str, Mapping[str, Any]], lang: str) -> str:
    """ "đợt này mới giao được 2/7 tháng bên mua cần, cả vụ sau 6/7": what only another month adds to, in
    the count of the line; a step that comes too late for this delivery is told with all of the next."""
    row = rows.get("season") or {}
    season, steps = row.get("facts") or {}, _steps(facts)
    added = any(step["code"] == "add_month" for step in steps)
    if row.get("code") != "season_part" or added or season.get("barred") or season.get("in_time"):
        return ""
    wanted = len(season.get("wanted") or ())
    late = too_late(facts)
    next_time = {*(season.get("common") or ()), *(season.get("unready") or ())}
    n = len(next_time) if late else len(reached(season, missed(steps, rows)["missed"]))
    if not n or n == wanted:
        return ""
    vi, en = f"mới giao được {n}/{wanted} tháng bên mua cần", f"that serves {n} of the {wanted} months"
    if late:
        vi, en = (
            f"đợt sau giao được {n}/{wanted} tháng bên mua cần",
            f"next time that serves {n} of the {wanted} months",
        )
    elif season.get("over"):
        now = span(reached(season, missed(steps, rows)["missed"]), lang)
        then = span([month for month in season["wanted"] if month in {*season["common"]}], lang)
        vi = f"đợt này mới giao được {now} ({n}/{wanted} tháng bên mua cần), cả vụ sau {then}"
        en = f"this time that serves {now} ({n} of the {wanted} months), {then} with the next season"
    return choose(lang, vi, en)


def _to_be_pooled(facts: Facts, rows: Mapping[str, Mapping[str, Any]], lang: str) -> str:
    """ "lượng mới được 13 %, phải gom thêm": what no step of another kind adds to."""
    volume = (rows.get("volume") or {}).get("facts") or {}
    part = (rows.get("volume") or {}).get("code") == "volume_part" and not volume.get("out_of_season")
    pooled = any(step["code"] == "pool_volume" for step in _steps(facts))
    if not part or pooled or volume.get("pooling") is False or not (volume.get("fill") or 1) < NEARLY_ALL:
        return ""
    season = (rows.get("season") or {}).get("facts") or {}
    volume = of_served(volume, season, missed(_steps(facts), rows)["missed"])
    share = percent(volume["fill"], lang)
    bounded = volume.get("supply_listed") or volume.get("at_most")
    most = ("nhiều nhất", "at most ") if bounded else ("mới", "")
    aside = f" {told}" if (told := set_aside_for(volume, lang)) else ""
    of = f" {span(months, lang)}" if (months := volume.get("of_months")) and not aside else ""
    vi = f"lượng{of}{aside} {most[0]} được {share}, phải gom thêm"
    return choose(lang, vi, f"it is {most[1]}{share} of the amount{of}{aside}, the rest is to be pooled")


def _pooled_part(facts: Facts, rows: Mapping[str, Mapping[str, Any]], lang: str) -> str:
    """ "gom thế mới được 30 % lượng cần": what goods pooled up to the least lot still fill alone."""
    volume = (rows.get("volume") or {}).get("facts") or {}
    pooled = next((step["facts"] for step in _steps(facts) if step["code"] == "pool_volume"), None)
    bounded = any(volume.get(name) for name in ("supply_listed", "at_most", "fill_at_most", "out_of_season"))
    longer = any(step["code"] in ("add_month", "renew_paper") for step in _steps(facts))
    if pooled is None or bounded or longer or not volume.get("fill") or not pooled.get("from"):
        return ""
    share = volume["fill"] * pooled["to"] / pooled["from"]
    if not share < NEARLY_ALL:
        return ""
    told = percent(share, lang)
    return choose(lang, f"gom thế mới được {told} lượng cần", f"so pooled it is {told} of the need")


def _terms_left(facts: Facts, lang: str) -> list[str]:
    """Terms of the buyer that nobody answered, where another one is accepted."""
    open_: dict[str, Any] = {}
    for step in _steps(facts):
        open_ |= step["facts"].get("unanswered") or {}
    return open_terms(open_, lang)


def _also_lapsing(facts: Facts, required: Mapping[str, Any], lang: str) -> str:
    """Papers held that lapse during the delivery, which a step that obtains others leaves as they are."""
    steps = [facts, *(step["facts"] for step in facts.get("also") or ())]
    told = {str(step.get("paper")) for step in steps if step.get("paper")}
    if not told:
        return ""
    told |= {row["code"] for step in steps for row in step.get("renew_too") or ()}
    told |= {"OCOP_STARS"} if "OCOP" in told else set()
    rows = [row for row in required.get("lapsing") or () if told.isdisjoint((row["code"], row.get("by")))]
    if not rows:
        return ""
    names = papers(rows, lang, required.get("stars"))
    ready = max(str(step.get("earliest") or "") for step in steps)
    if any(str(row["expires"]) <= ready for row in rows):
        vi = f"có giấy mới thì đã tới lúc phải gia hạn cả {names}"
        return choose(lang, vi, f"by then these must be renewed too: {names}")
    return choose(lang, f"giao sau đó phải gia hạn cả {names}", f"later deliveries need renewed: {names}")


def _slaughter(rows: Mapping[str, Mapping[str, Any]], lang: str) -> str:
    """That live animals must be slaughtered, which no paper does."""
    if not (rows.get("product", {}).get("facts") or {}).get("to_slaughter"):
        return ""
    return choose(
        lang,
        "phải giết mổ tại cơ sở có kiểm soát giết mổ",
        "the animals must be slaughtered under inspection",
    )


def price_left(facts: Facts, lang: str) -> str:
    """That the price is above the ceiling as far as it can be compared, which no other change brings down."""
    price = (facts.get("rows") or {}).get("price", {}).get("facts") or {}
    codes = {step["code"] for step in facts.get("also") or ()} | {facts.get("code")}
    if "lower_price" in codes or not above_as_read(price):
        return ""
    if price["unit"] == price["ceiling_unit"]:
        each = unit(str(price["unit"]), lang)
        vi = f"nếu đúng là giá một {each} thì giá chào vượt trần, còn phải hạ giá"
        en = f"if it is for one {each} the price is above the ceiling and must come down"
        return choose(lang, vi, en)
    vi = "giá chào đọc cách nào cũng vượt trần, còn phải hạ giá"
    return choose(lang, vi, "however it is read the price is above the ceiling and must come down")
