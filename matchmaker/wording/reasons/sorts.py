"""Sentences on the sorts that either side names beside general goods, and on a form that nobody has said."""

from __future__ import annotations

from collections.abc import Iterator

from matchmaker.wording.reasons.phrases import Facts, choose, quoted


def offered_as_told(facts: Facts, lang: str) -> str:
    """What is offered, with the sorts that the seller names beside it: “Cam” (bên bán ghi “V2”)."""
    name = quoted(facts.get("offered"), lang)
    if not facts.get("offered_sorts"):
        return name
    sorts = ", ".join(quoted(each, lang) for each in facts["offered_sorts"])
    return f"{name} " + choose(lang, f"(bên bán ghi {sorts})", f"(of which the offer says {sorts})")


def wanted(facts: Facts, lang: str) -> str:
    """What is wanted: of goods that the buyer lists the item meant."""
    return quoted(facts.get("demanded_item") or facts.get("demanded"), lang)


def demanded_as_told(facts: Facts, lang: str) -> str:
    """What is wanted, with the sorts that the buyer names beside it: “Cam” (“sành” hoặc “V2”)."""
    name = wanted(facts, lang)
    return f"{name} ({_joined(facts, lang)})" if facts.get("demanded_sorts") else name


def _joined(facts: Facts, lang: str) -> str:
    """The sorts that a buyer names, joined as he means them."""
    *others, last = (quoted(each, lang) for each in facts["demanded_sorts"])
    word = (
        choose(lang, "hoặc", "or") if facts.get("demanded_listed") == "either" else choose(lang, "và", "and")
    )
    return f"{', '.join(others)} {word} {last}" if others else str(last)


def cooked(facts: Facts, lang: str) -> str:
    """That goods are boiled or steamed already, of which the buyer says nothing."""
    if not facts.get("cooked"):
        return ""
    words = quoted(facts["cooked"], lang)
    return choose(
        lang,
        f"; bên bán ghi {words}, bên mua không nói: hỏi bên mua có nhận hàng ấy không",
        f"; the offer says {words}, of which the buyer says nothing: ask whether it is taken so",
    )


def form_to_ask(facts: Facts, lang: str) -> str:
    """Whether goods wanted alive live, and whether frozen ones are taken by who did not ask for them."""
    if facts.get("live_unsaid"):
        return choose(
            lang,
            "; bên mua cần hàng sống, bên bán chưa ghi giao còn sống không: phải hỏi lại",
            "; live goods are wanted, the offer does not say that they live: to be asked",
        )
    if facts.get("for_processing"):
        return choose(
            lang,
            "; bên bán ghi hàng để chế biến: phải hỏi trước có hàng loại ăn tươi, bày bán không",
            "; the goods are said to be for processing: ask first whether there are any fit for the shelf",
        )
    if facts.get("frozen_unasked") == "fresh":
        return choose(
            lang,
            "; bên bán giao hàng đông lạnh, bên mua cần hàng tươi: phải hỏi bên mua có nhận không",
            "; the goods are frozen, fresh ones are wanted: ask whether they are taken",
        )
    if facts.get("frozen_unasked"):
        return choose(
            lang,
            "; bên bán giao hàng đông lạnh, bên mua chưa nói nhận hàng đông lạnh: phải hỏi lại",
            "; the goods are frozen, of which the buyer says nothing: to be asked",
        )
    if pots := in_pots(facts, lang):
        return pots
    if facts.get("comb_unasked"):
        return choose(
            lang,
            "; bên bán giao mật còn trong tầng sáp, bên mua chưa nói nhận loại ấy: phải hỏi lại",
            "; the honey comes in its comb, of which the buyer says nothing: to be asked",
        )
    if facts.get("comb_unsaid"):
        return choose(
            lang,
            "; bên mua cần mật còn trong tầng sáp, bên bán chưa ghi: phải hỏi lại",
            "; honey in the comb is wanted, of which the offer says nothing: to be asked",
        )
    if facts.get("fresh_unasked"):
        return choose(
            lang,
            "; bên bán có hàng tươi, loại này thường mua khô: phải hỏi bên mua nhận tươi không",
            "; the goods are fresh, which are mostly bought dried: ask whether fresh ones are taken",
        )
    if facts.get("form_of_list"):
        form, item = quoted(facts["form_of_list"], lang), wanted(facts, lang)
        return choose(
            lang,
            f"; bên mua ghi {form} ở cuối: phải hỏi có tính cho cả {item} không",
            f"; {form} stands at the end of what the buyer lists: ask whether it goes for {item} too",
        )
    if facts.get("in_husk"):
        words = quoted(facts["in_husk"], lang)
        return choose(
            lang,
            f"; bên bán ghi {words}: phải hỏi bên nào xay xát, lượng và giá ấy của thóc hay của gạo",
            f"; the offer says {words}: ask who mills it, and whether amount and price are of paddy or rice",
        )
    if facts.get("to_prepare"):
        words = quoted(facts["to_prepare"], lang)
        return choose(
            lang,
            f"; bên mua cần {words}, bên bán chưa ghi: phải hỏi bên nào làm",
            f"; {words} is wanted, of which the offer says nothing: ask who does it",
        )
    if facts.get("raw_or_worked"):
        return choose(
            lang,
            "; nhà máy ghi quy cách của hàng nguyên liệu: phải hỏi lấy hàng tươi về làm hay hàng làm sẵn",
            "; the factory specifies raw goods: ask whether it works them up itself or wants them worked up",
        )
    return ""


def in_no_pot(facts: Facts, lang: str) -> str:
    """Plants in no pot where potted ones are wanted."""
    if not facts.get("unpotted"):
        return ""
    offered, demanded = quoted(facts.get("offered"), lang), wanted(facts, lang)
    words = quoted(facts["unpotted"], lang)
    return choose(
        lang,
        f"{offered} cùng loại cây với {demanded} nhưng bên bán ghi {words}, bên mua cần chậu làm sẵn: "
        "phải hỏi trước bên nào vào chậu, giá tính đến đâu",
        f"{offered} is the plant of {demanded}, but the offer says {words} and made-up pots are wanted: "
        "ask first who pots them and what the price covers",
    )


def in_pots(facts: Facts, lang: str) -> str:
    """Pots of more or fewer stems than are wanted, or of a number not said."""
    if facts.get("stems"):
        asks, says = (quoted(each, lang) for each in facts["stems"])
        return choose(
            lang,
            f"; bên mua cần {asks}, bên bán ghi {says}: phải hỏi bên mua có nhận không",
            f"; {asks} is wanted, the offer says {says}: ask whether the buyer takes it",
        )
    if facts.get("pot_unsaid"):
        words = quoted(facts["pot_unsaid"], lang)
        return choose(
            lang,
            f"; bên mua cần {words}, bên bán chưa ghi: phải hỏi lại",
            f"; {words} is wanted, of which the offer says nothing: to be asked",
        )
    return ""


def how_far(facts: Facts, lang: str) -> str:
    """Goods of which it is open how far they are to be, or are, processed."""
    offered, demanded = quoted(facts.get("offered"), lang), wanted(facts, lang)
    if facts.get("process_unsaid"):
        done = quoted(facts["process_unsaid"], lang)
        return choose(
            lang,
            f"{offered} chưa ghi đã {done} chưa, bên mua cần {demanded}: phải hỏi lại",
            f"{offered} does not say whether it is {done}, {demanded} is wanted: to be asked",
        )
    if facts.get("to_prepare"):
        return choose(
            lang, f"{offered} đúng loại {demanded} bên mua cần", f"{offered} is of the kind of {demanded}"
        )
    if facts.get("raw_or_worked"):
        return choose(
            lang,
            f"{offered} là hàng tươi, bên mua ghi {demanded}",
            f"{offered} is fresh, the buyer writes {demanded}",
        )
    return ""


# Forms of goods that grow, of which the variety is asked and not the sort.
_MADE = ("processed", "roasted", "powder", "juice", "pickled", "oil")


MAKE = ("kiểu, chất liệu, kích thước", "the make, material and size")  # of baskets, cloth, pots


def told_by(facts: Facts) -> tuple[str, str]:
    """What goods of one kind differ by: what grows or lives by its variety, what is made by its sort, a craft
    by its make."""
    if facts.get("demanded_form") == "craft":
        return ("kiểu", "make")
    made = facts.get("demanded_form") in _MADE or facts.get("by_sort") or facts.get("demanded_set")
    return ("loại", "sort") if made else ("giống", "variety")


def by_sellers_name(facts: Facts, lang: str) -> str:
    """What the seller's own name has of the goods asked for: " (chỉ tên bên bán có “Cổ Thụ”)"."""
    if not facts.get("sellers_name"):
        return ""
    words = ", ".join(quoted(each, lang) for each in facts["sellers_name"])
    return choose(lang, f" (chỉ tên bên bán có {words})", f" (only the seller's name has {words})")


def sort_open(facts: Facts, lang: str) -> str:
    """That goods are right as far as they are named, for a line."""
    vi, en = told_by(facts)
    right = "đúng loại" if vi == "giống" else "đúng mặt hàng"
    return choose(lang, f"{right}, chưa rõ {vi}", f"the right kind, {en} not said")


def asked_of(facts: Facts) -> tuple[str, str]:
    """What is asked of goods that do not say whether they are those wanted."""
    if facts.get("demanded_form") in _MADE:
        return ("loại, nơi làm", "the sort and where it is made")
    if facts.get("demanded_form") == "craft":
        return MAKE
    if facts.get("by_sort"):
        return ("loại hàng", "the sort")
    known = facts.get("commune")  # where it grows
    return ("giống", "the variety") if known else ("giống, vùng trồng", "variety and origin")


def which_sort(facts: Facts, lang: str) -> str:
    if not facts.get("which_sort"):
        return ""
    return choose(lang, ": phải hỏi bên mua lấy loại nào", ": ask which of them is wanted")


def one_of_them(facts: Facts, lang: str) -> str:
    """One of the sorts that the buyer names beside general goods."""
    offered, demanded = offered_as_told(facts, lang), quoted(facts.get("demanded"), lang)
    sorts = _joined(facts, lang)
    if len(facts["demanded_sorts"]) == 1:
        return choose(
            lang,
            f"{offered} đúng loại bên mua cần ({demanded}, loại {sorts})",
            f"{offered} is of the sort wanted ({demanded}, {sorts})",
        )
    either = facts.get("demanded_listed") == "either"
    more = "" if either else choose(lang, ", thứ khác tìm thêm nếu cần", ", others may be added")
    return choose(
        lang,
        f"{offered} thuộc các loại bên mua nhận ({demanded}: {sorts}){more}",
        f"{offered} is one of the sorts that the buyer takes ({demanded}: {sorts}){more}",
    )


def unsaid(facts: Facts, lang: str) -> str:
    """General goods offered, of which the buyer names the sorts that he takes."""
    offered, sorts = offered_as_told(facts, lang), _joined(facts, lang)
    demanded = quoted(facts.get("demanded"), lang)
    return choose(
        lang,
        f"{offered} chưa ghi loại nào, bên mua cần {demanded} loại {sorts}: phải hỏi lại",
        f"{offered} does not say which sort it is, {demanded} of {sorts} is wanted: to be asked",
    )


def any_of(facts: Facts, lang: str) -> str:
    """Goods that name none of the sorts of which the buyer takes any: all are asked in one question."""
    if not facts.get("any_of"):
        return ""
    offered, demanded = offered_as_told(facts, lang), quoted(facts.get("demanded"), lang)
    ask = choose(lang, *which_of(facts))
    return choose(
        lang,
        f"{offered} hợp loại {demanded} bên mua cần, nhưng chưa ghi loại nào: phải hỏi {ask}",
        f"{offered} fits {demanded}, but does not say of which sort: ask {ask}",
    )


def which_of(facts: Facts) -> tuple[str, str]:
    """ "“Dona” hay “Ri6”": which of the sorts that the buyer takes goods are."""
    *others, last = (f"“{each}”" for each in facts["any_of"])
    named = ", ".join(others)
    return (f"{named} hay {last}", f"whether it is {named} or {last}")


def another(facts: Facts) -> tuple[str, str]:
    """How goods that are named otherwise are told of: by their variety, sort or origin."""
    found = facts.get("named_apart") or {}
    if found.get("by_place"):
        return ("vùng", "origin")
    return told_by(facts)


def _named_apart(facts: Facts, ask: str, lang: str) -> str:
    """Both sides name their goods, and each another sort: the words of both."""
    asks, says = (
        ", ".join(quoted(each, lang) for each in facts["named_apart"][n]) for n in ("asks", "offered")
    )
    offered, demanded = quoted(facts.get("offered"), lang), wanted(facts, lang)
    vi, en = another(facts)
    return choose(
        lang,
        f"{offered} khác {vi} với {demanded} (bên bán ghi {says}, bên mua cần {asks}): {ask}",
        f"{offered} is of another {en} than {demanded} (the offer says {says}, {asks} is wanted): {ask}",
    )


def _places(facts: Facts, lang: str) -> str:
    """The places any of which the buyer takes: “Bắc Sơn”, “Trà Lĩnh” hoặc “Bạch Thông”."""
    *others, last = (quoted(each, lang) for each in facts.get("places_any") or (facts["place_asked"],))
    return f"{', '.join(others)} {choose(lang, 'hoặc', 'or')} {last}" if others else str(last)


def elsewhere(facts: Facts, lang: str) -> str:
    """Goods that are asked for by a place, and named by another one or grown at another one; "" for none."""
    if not facts.get("place_asked") or facts["place_asked"] not in (facts.get("unsaid") or ()):
        return ""
    asked_for = _places(facts, lang)
    if named := facts.get("place_named"):
        return choose(
            lang,
            f"là hàng “{named}”, bên mua cần hàng {asked_for}",
            f"it is of “{named}”, goods of {asked_for} are wanted",
        )
    if lies := facts.get("place_lies"):
        return choose(
            lang,
            f"bên bán ở {lies}, bên mua cần hàng {asked_for}",
            f"the seller is at {lies}, goods of {asked_for} are wanted",
        )
    return ""


def grade(names: list[str]) -> str:
    """Grades as told: “loại 1 / A”, “hàng xô”; a size stands for goods that are sorted by it."""
    codes = [name.upper() for name in names if len(name) == 1]
    others = [f"hàng {name}" if name in ("xô", "dạt") else f"“{name}”" for name in names if len(name) > 1]
    return ", ".join(([f"loại {' / '.join(codes)}"] if codes else []) + others)


def grades_asked(facts: Facts) -> Iterator[tuple[str, str]]:
    """What is asked of grades: whether another one is taken, how much there is of one of several."""
    if facts.get("demanded_grade"):
        given = grade(facts["offered_grade"])
        yield (f"bên mua có nhận {given} không", f"whether {given} is taken")
    if facts.get("grade_of_several") and not facts.get("grade_amount"):
        yield (f"lượng riêng {grade(facts['grade_of_several'])}", "how much there is of the grade wanted")


def degrees(facts: Facts, lang: str) -> str:
    """Degrees of protein that are offered outside those that are wanted."""
    if not facts.get("degrees_apart") or any("đạm" in row["asks"] for row in facts.get("spec") or ()):
        return ""
    asks, says = facts["degrees_apart"]
    return choose(
        lang,
        f"; nhưng là hàng {says}, bên mua cần {asks}: phải hỏi bên mua có nhận không",
        f"; but it is of {says}, {asks} is wanted: ask whether it is taken",
    )


def another_sort(facts: Facts, lang: str) -> str:
    """Another variety than that which is wanted, or none of the sorts that the buyer names."""
    offered, demanded = offered_as_told(facts, lang), demanded_as_told(facts, lang)
    ask = choose(
        lang,
        "phải hỏi bên mua có nhận không, xếp sau mọi lô đúng.",
        "ask whether it is taken, it ranks below every right one.",
    )
    if facts.get("named_apart"):
        return _named_apart(facts, ask, lang)
    if facts.get("demanded_sorts"):
        return choose(
            lang,
            f"{offered} không thuộc loại bên mua nêu, {demanded}: {ask}",
            f"{offered} is none of what the buyer names, {demanded}: {ask}",
        )
    vi, en = told_by(facts)
    place = ("chất liệu", "material") if vi == "kiểu" else ("vùng", "place")
    return choose(
        lang,
        f"{offered} khác {vi} hoặc khác {place[0]} với {demanded}: {ask}",
        f"{offered} is of another {en} or {place[1]} than {demanded}: {ask}",
    )
