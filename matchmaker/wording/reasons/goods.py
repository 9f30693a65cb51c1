"""Reasons about the goods: is it the product that is wanted."""

from __future__ import annotations

from matchmaker.wording.reasons import kinds, listed, sorts, specification
from matchmaker.wording.reasons.phrases import Facts, Teller, choose, pack, quoted
from matchmaker.wording.reasons.sorts import grade
from matchmaker.wording.reasons.vetoes import VETOES


def _product(vi: str, en: str) -> Teller:
    return lambda facts, lang: choose(lang, vi, en).format(
        offered=sorts.offered_as_told(facts, lang), demanded=sorts.demanded_as_told(facts, lang)
    )


def _likened(facts: Facts, lang: str) -> str:
    """The seller's words that only liken his goods to what is wanted."""
    if not facts.get("likened"):
        return ""
    words = ", ".join(quoted(each, lang) for each in facts["likened"])
    return choose(lang, f"; {words} chỉ là lời ví của bên bán", f"; {words} only likens the goods")


def _right(vi: str, en: str) -> Teller:
    """The right goods: what is sold alive, one of a list or of a family, and another grade are told so."""
    plain = _product(vi, en)

    def tell(facts: Facts, lang: str) -> str:
        return _whole(_special(facts, lang) or plain(facts, lang), facts, lang)

    return tell


def _asked_too(teller: Teller) -> Teller:
    """A sentence with what the buyer specifies."""
    return lambda facts, lang: _whole(teller(facts, lang).removesuffix("."), facts, lang)


def _same(facts: Facts, lang: str) -> str:
    """The very goods: of what grows or lives the variety is settled, of what is made the kind."""
    grown = facts.get("offered_form", "fresh") in ("", "fresh", "picked", "live", "plant")
    settled = ("giống", "variety") if grown and not facts.get("by_sort") else ("loại hàng", "kind")
    exact = facts.get("demanded_rank") == "variety" or _alike(facts)
    if (
        specification.asked(facts)
        or specification.repacked(facts)
        or not exact
        or sorts.form_to_ask(facts, lang)
        or facts.get("which_sort")
        or facts.get("demanded_grade")
        or (facts.get("grade_of_several") and not facts.get("grade_amount"))
        or facts.get("degrees_apart")
    ):  # then something is to be asked all the same
        return _right(
            "{offered} đúng mặt hàng {demanded} bên mua cần",
            "{offered} is the {demanded} wanted",
        )(facts, lang)
    return _right(
        f"{{offered}} đúng mặt hàng {{demanded}} bên mua cần: không phải hỏi lại {settled[0]}",
        f"{{offered}} is the {{demanded}} wanted: no need to ask for the {settled[1]}",
    )(facts, lang)


def _alike(facts: Facts) -> bool:
    """Whether both sides write the same name."""
    return str(facts.get("offered")).lower() == str(facts.get("demanded")).lower()


def _special(facts: Facts, lang: str) -> str:
    """What is told instead of the plain words, the first that holds; "" where none does."""
    tellers = (
        sorts.in_no_pot,
        _to_slaughter,
        _dressed_too,
        listed.of_set,
        listed.others_named,
        listed.from_elsewhere,
        sorts.any_of,
        listed.of_list,
        listed.of_family,
        _unsaid,
        _not_organic,
        _from_the_place,
    )
    return next((text for teller in tellers if (text := teller(facts, lang))), "")


def _whole(text: str, facts: Facts, lang: str) -> str:
    text = f"{text[:1].upper()}{text[1:]}"
    missing = _also_unsaid(text, facts, lang)
    asked = f"{missing}{sorts.form_to_ask(facts, lang)}{sorts.which_sort(facts, lang)}{_grade(facts, lang)}"
    asked += sorts.degrees(facts, lang) + sorts.cooked(facts, lang)
    asked = f"{listed.from_there(facts, lang)}{asked}"
    return f"{text}{asked}{_packing(facts, lang)}{_likened(facts, lang)}{specification.told(facts, lang)}."


def _also_unsaid(text: str, facts: Facts, lang: str) -> str:
    """What the buyer names and the offer does not say, where the sentence so far has not told it."""
    done = str(facts.get("process_unsaid") or "")
    words = [each for each in facts.get("unsaid") or () if f"“{each}”" not in text and each not in done]
    if place := sorts.elsewhere(facts, lang):
        words = [each for each in words if each != facts["place_asked"]]
        if not words and place not in text and not facts.get("named_apart") and not facts.get("demanded_set"):
            return choose(lang, f"; {place}: phải hỏi lại", f"; {place}: to be asked")
    if (
        not words
        or any(f"khác {word}" in text for word in ("giống", "loại hoặc", "kiểu"))
        or facts.get("named_apart")
        or "không thuộc loại" in text
        or "none of what" in text
        or "another variety" in text
        or facts.get("to_slaughter")
        or facts.get("demanded_set")
    ):
        return ""
    told = ", ".join(quoted(each, lang) for each in words)
    own = sorts.by_sellers_name(facts, lang)
    claim, to_do = specification.unfound(told, facts, lang, quoting=not specification.unsaid(facts))
    return f"; {claim}{own}: {to_do}"


def _packing(facts: Facts, lang: str) -> str:
    """How the goods are packed where the buyer wants them otherwise."""
    if not facts.get("packs"):
        return ""
    has, wants = (", ".join(pack(each, lang) for each in facts[name]) for name in ("packs", "packs_wanted"))
    return choose(
        lang,
        f"; bên bán đóng {has}, bên mua cần {wants}: phải đóng lại, hỏi bên nào đóng",
        f"; packed as {has}, wanted as {wants}: to be repacked, ask by whom",
    )


def _dressed_too(facts: Facts, lang: str) -> str:
    if not facts.get("dressed_too"):
        return ""
    offered, demanded = quoted(facts.get("offered"), lang), quoted(facts.get("demanded"), lang)
    return choose(
        lang,
        f"{offered} có cả hàng sống và hàng làm sạch, bên mua cần {demanded}: "
        "phải hỏi lượng và giá hàng làm sạch",
        f"{offered} is sold alive and dressed, {demanded} is wanted: ask how much is dressed, and its price",
    )


def _to_slaughter(facts: Facts, lang: str) -> str:
    if not facts.get("to_slaughter"):
        return ""
    offered, demanded = quoted(facts.get("offered"), lang), quoted(facts.get("demanded"), lang)
    if facts.get("unslaughtered"):
        return choose(
            lang,
            f"{offered} bán sống, bên bán không mổ, bên mua cần {demanded}: "
            "phải hỏi bên mua có nhận con sống, tự thuê mổ nơi có kiểm dịch không",
            f"{offered} is sold alive and the seller slaughters none, {demanded} is wanted: "
            "ask whether the buyer takes live animals and has them slaughtered under inspection",
        )
    return choose(
        lang,
        f"{offered} bán sống, bên mua cần {demanded}: "
        "phải giết mổ tại cơ sở có kiểm soát giết mổ trước khi giao, hỏi bên nào mổ",
        f"{offered} is sold alive, {demanded} is wanted: "
        "to be slaughtered under inspection first, ask by whom",
    )


def _unsaid(facts: Facts, lang: str) -> str:
    """The right kind, of which a quality that the buyer names is told nowhere."""
    if not facts.get("unsaid"):
        return ""
    offered, demanded = quoted(facts.get("offered"), lang), sorts.wanted(facts, lang)
    place = sorts.elsewhere(facts, lang)
    if (code := facts.get("by_code")) and len(facts["unsaid"]) == 1:
        code, words = quoted(code, lang), quoted(facts["unsaid"][0], lang)
        return choose(
            lang,
            f"{offered} bên bán ghi mã giống {code}, bên mua cần {words}: chưa rõ có phải một giống, "
            "phải hỏi bên mua có nhận không",
            f"{offered} names the selection {code}, {words} is wanted: whether they are one cultivar is not "
            "known, ask whether it is taken",
        )
    left = [each for each in facts["unsaid"] if not (place and each == facts["place_asked"])]
    words = ", ".join(quoted(each, lang) for each in left)
    own = ", ".join(quoted(each, lang) for each in facts.get("own_words") or ())
    says = choose(lang, f" (bên bán ghi {own})", f" (it says {own})") if own else ""
    says += sorts.by_sellers_name(facts, lang)
    claim, to_do = specification.unfound(words, facts, lang, quoting=not specification.unsaid(facts))
    if not left:
        claim, to_do, says = "", choose(lang, "phải hỏi lại", "to be asked"), ""
    lacks = "; ".join(filter(None, (f"{claim}{says}", place)))
    return choose(
        lang,
        f"{offered} hợp loại {demanded} bên mua cần, nhưng {lacks}: {to_do}",
        f"{offered} is of the kind of {demanded}, but {lacks}: {to_do}",
    )


def _not_organic(facts: Facts, lang: str) -> str:
    """The right kind that is to be organic, without the paper that makes it so."""
    if not facts.get("organic_missing"):
        return ""
    offered, demanded = quoted(facts.get("offered"), lang), sorts.wanted(facts, lang)
    return choose(
        lang,
        f"{offered} hợp loại {demanded} bên mua cần, nhưng không có giấy hữu cơ bên mua đòi",
        f"{offered} is of the kind of {demanded}, but without the organic certificate required",
    )


def _from_the_place(facts: Facts, lang: str) -> str:
    """A product named without its place that holds the right to the indication of the place asked for."""
    if not facts.get("indication") or facts.get("offered_rank") != "kind":
        return ""
    offered, demanded = quoted(facts.get("offered"), lang), quoted(facts.get("demanded"), lang)
    place = facts.get("commune")
    at = choose(lang, f" ở {place}" if place else "", f" from {place}" if place else "")
    return choose(
        lang,
        f"{offered}{at} có chỉ dẫn địa lý: đúng {demanded} bên mua cần",
        f"{offered}{at} bears the geographical indication: it is the {demanded} wanted",
    )


def _grade(facts: Facts, lang: str) -> str:
    if facts.get("grade_of_several"):
        given, wanted = grade(facts["grades_offered"]), grade(facts["grade_of_several"])
        if said := facts.get("grade_amount"):
            words = quoted(said, lang)
            vi = f"; bên mua cần {wanted}, bên bán ghi {words}: chỉ tính lượng ấy"
            return choose(lang, vi, f"; {wanted} is wanted, the offer says {words}: only that counts")
        return choose(
            lang,
            f"; bên bán ghi chung {given}, bên mua cần {wanted}: phải hỏi lượng riêng {wanted}",
            f"; the offer is of {given} together, {wanted} is wanted: ask how much of it there is",
        )
    if not facts.get("demanded_grade"):
        return ""
    given, wanted = (grade(facts[f"{side}_grade"]) for side in ("offered", "demanded"))
    return choose(
        lang,
        f"; nhưng bên bán ghi {given}, bên mua cần {wanted}: phải hỏi bên mua có nhận không",
        f"; but the offer says {given}, {wanted} is wanted: ask whether it is taken",
    )


def _product_variety(facts: Facts, lang: str) -> str:
    return _whole(_special(facts, lang) or kinds.of_variety(facts, lang), facts, lang)


def _product_generic(facts: Facts, lang: str) -> str:
    if text := _to_slaughter(facts, lang) or listed.of_set(facts, lang):
        return _whole(text, facts, lang)
    if text := sorts.how_far(facts, lang):
        return _whole(text, facts, lang)
    open_ = facts.get("offered_form_unsaid") and facts.get("offered_form") != facts.get("demanded_form")
    if open_ and (text := _form_unsaid(facts, lang)):
        return _whole(text, facts, lang)
    if facts.get("demanded_sorts"):
        return _whole(sorts.unsaid(facts, lang), facts, lang)
    if text := sorts.any_of(facts, lang) or _unsaid(facts, lang):
        return _whole(text, facts, lang)
    if at := facts.get("grown_there"):
        text = _product(
            f"{{offered}} của bên bán ở {at}, nơi có {{demanded}} bên mua cần: hỏi có đúng hàng {at} không",
            f"{{offered}} from a seller at {at}, where {{demanded}} is from: ask whether it is from {at}",
        )(facts, lang)
        return _whole(text, facts, lang)
    ask, own = sorts.asked_of(facts), sorts.by_sellers_name(facts, lang)
    text = _product(
        f"{{offered}} chưa nêu rõ có đúng là {{demanded}} bên mua cần{own}: phải hỏi {ask[0]}",
        f"{{offered}} does not say whether it is the {{demanded}} wanted{own}: ask for {ask[1]}",
    )(facts, lang)
    return _whole(text, facts, lang)


_WAYS = {
    ("dried", "fresh"): ("tươi hay khô", "fresh or dried"),
    ("fresh", "dried"): ("tươi hay khô", "fresh or dried"),
    ("green", "roasted"): ("đã rang hay là nhân chưa rang", "roasted or green"),
    ("dried", "roasted"): ("đã rang hay là nhân chưa rang", "roasted or green"),
}


def _form_unsaid(facts: Facts, lang: str) -> str:
    """Goods that are sold both ways, of which the offer does not say which."""
    ways = _WAYS.get((str(facts.get("offered_form")), str(facts.get("demanded_form"))))
    if not ways:
        return ""
    offered, demanded = quoted(facts.get("offered"), lang), sorts.wanted(facts, lang)
    return choose(
        lang,
        f"{offered} chưa ghi {ways[0]}, bên mua cần {demanded}: phải hỏi lại",
        f"{offered} does not say whether it is {ways[1]}, {demanded} is wanted: to be asked",
    )


def _product_apart(facts: Facts, lang: str) -> str:
    """Goods of the kind wanted that a word tells apart from them; both words are told."""
    offered, demanded = quoted(facts.get("offered"), lang), sorts.demanded_as_told(facts, lang)
    rows = facts.get("apart") or ()
    says = ", ".join(quoted(row["offered"], lang) for row in rows if row["offered"])
    asks = ", ".join(quoted(row["asks"], lang) for row in rows if row["asks"])
    has = choose(lang, f"{offered} ghi {says}", f"{offered} says {says}")
    if not says:
        has = choose(lang, f"{offered} không ghi {asks}", f"{offered} does not say {asks}")
    wants = choose(lang, f"bên mua cần {demanded}", f"{demanded} is wanted")
    if asks and says:
        wants = choose(lang, f"bên mua cần {asks} ({demanded})", f"{asks} is wanted ({demanded})")
    return _whole(
        choose(
            lang,
            f"{has}, {wants}: cùng mặt hàng nhưng khác loại, xếp sau hàng đúng, chỉ ghép nếu bên mua nhận",
            f"{has}, {wants}: the same goods of another sort, behind the right ones, if the buyer agrees",
        ),
        facts,
        lang,
    )


_OF_FAMILY = _product(
    "{offered} chỉ cùng họ với {demanded}: không phải hàng cần",
    "{offered} is only of the same family as {demanded}: not what is wanted",
)


def _family(facts: Facts, lang: str) -> str:
    return f"{_OF_FAMILY(facts, lang)}{_likened(facts, lang)}."


REASONS: dict[str, Teller] = {
    "product_apart": _product_apart,
    "product_same": _same,
    "product_variety": _product_variety,
    "product_generic": _product_generic,
    "product_sibling": _asked_too(sorts.another_sort),
    "product_unknown": _asked_too(
        _product(
            "{offered} giống {demanded} theo tên gọi, sản phẩm chưa có trong danh mục: cần xem lại.",
            "{offered} resembles {demanded} by name; the product is not in the list: check it.",
        )
    ),
    "product_other_form": VETOES["wrong_form"],
    "product_family": _family,
    "product_category": _product(
        "{offered} chỉ cùng nhóm hàng với {demanded}: không phải hàng cần.",
        "{offered} is only of the same group as {demanded}: not what is wanted.",
    ),
    "product_unrelated": _product(
        "{offered} không phải {demanded}: không phải hàng cần.", "{offered} is not {demanded}: not wanted."
    ),
    "product_gated": _product(
        "{offered} là thứ đi kèm, không phải chính {demanded}: không phải hàng cần.",
        "{offered} goes with {demanded} and is not it: not wanted.",
    ),
}
