"""Sentences on goods of a set, a list or a family: which of them is meant, and what the buyer names."""

from __future__ import annotations

from matchmaker.wording.reasons import sorts
from matchmaker.wording.reasons.phrases import Facts, choose, quoted


def others_named(facts: Facts, lang: str) -> str:
    """One of a family of which the buyer names other goods."""
    if not facts.get("others_named"):
        return ""
    offered, demanded = quoted(facts.get("offered"), lang), quoted(facts.get("demanded"), lang)
    named = ", ".join(quoted(each, lang) for each in facts["others_named"])
    text = choose(
        lang,
        f"{offered} cùng nhóm {demanded}, nhưng bên mua nêu tên {named}, không nêu thứ này: "
        "phải hỏi bên mua có nhận không",
        f"{offered} belongs to {demanded}, of which the buyer names {named} and not this: "
        "ask whether it is taken",
    )
    if facts.get("amounts_of"):
        own = ", ".join(quoted(each, lang) for each in facts["amounts_of"])
        text += choose(
            lang,
            f", lượng bên mua ghi là của {own}",
            f", the amount that the buyer states is that of {own}",
        )
    return text + _elsewhere(facts, lang)


def from_elsewhere(facts: Facts, lang: str) -> str:
    """Goods of the kind wanted from another part of the country than the buyer names."""
    offered, demanded = quoted(facts.get("offered"), lang), quoted(facts.get("demanded"), lang)
    if not facts.get("region_asked"):
        return ""
    return choose(
        lang, f"{offered} đúng loại {demanded}", f"{offered} is of the kind of {demanded}"
    ) + _elsewhere(facts, lang)


def _elsewhere(facts: Facts, lang: str) -> str:
    if not facts.get("region_asked"):
        return ""
    region, province = facts["region_asked"], facts["province"]
    return choose(
        lang,
        f"; bên mua cần hàng {region}, bên bán ở {province}: phải hỏi bên mua có nhận không",
        f"; goods of {region} are wanted, the producer is in {province}: ask whether they are taken",
    )


def from_there(facts: Facts, lang: str) -> str:
    """Goods from the part of the country that the buyer names, by where their producer is."""
    if not (region := facts.get("region_met")):
        return ""
    province = facts["province"]
    return choose(
        lang,
        f"; hàng ở {province}, thuộc {region}: đúng vùng bên mua ghi",
        f"; the producer is in {province}, which lies in {region} as wanted",
    )


def of_set(facts: Facts, lang: str) -> str:
    if facts.get("boxed_good") or facts.get("loose_good"):
        return _own_box(facts, lang)
    if not facts.get("demanded_set"):
        return ""
    if facts.get("offered_set"):
        return _whole_set(facts, lang)
    offered, demanded = quoted(facts.get("offered"), lang), quoted(facts.get("demanded"), lang)
    return choose(
        lang,
        f"{offered} chỉ là một món của {demanded}: phải ghép thêm món khác và đóng bộ",
        f"{offered} is only one piece of {demanded}: others to be added and packed with it",
    )


def _own_box(facts: Facts, lang: str) -> str:
    """The one product that a box is wanted of, in a box of its own or loose."""
    offered, demanded = quoted(facts.get("offered"), lang), quoted(facts.get("demanded"), lang)
    if facts.get("boxed_good"):
        return choose(
            lang,
            f"{offered} là đúng món trong {demanded} bên mua cần, đã đóng hộp: phải xem mẫu hộp",
            f"{offered} is what {demanded} holds, in a box of its own: look at the box first",
        )
    return choose(
        lang,
        f"{offered} là đúng món trong {demanded} bên mua cần, chưa ghi đóng hộp: phải hỏi bên nào đóng",
        f"{offered} is what {demanded} holds, but no box is said: ask who packs it in one",
    )


def box_lacks(facts: Facts, lang: str) -> str:
    """A set without some of the goods that the buyer names for his."""
    offered, demanded = quoted(facts.get("offered"), lang), quoted(facts.get("demanded"), lang)
    words = ", ".join(quoted(each, lang) for each in facts["box_lacks"])
    return choose(
        lang,
        f"{offered} không có {words}, bên mua cần {demanded} có thứ ấy: không phải hộp này",
        f"{offered} holds no {words}, which {demanded} is to hold: another box",
    )


def _whole_set(facts: Facts, lang: str) -> str:
    """A set for a set, with what it holds."""
    offered, demanded = quoted(facts.get("offered"), lang), quoted(facts.get("demanded"), lang)
    if facts.get("box_lacks"):
        return box_lacks(facts, lang)
    goods = facts.get("goods_in_set") or ()
    holds = choose(lang, f" ({len(goods)} món)", f" ({len(goods)} pieces)") if goods else ""
    if facts.get("box_unsaid"):
        words = ", ".join(quoted(each, lang) for each in facts["box_unsaid"])
        return choose(
            lang,
            f"{offered} là bộ quà đóng sẵn{holds}, bên mua cần {demanded}: phải hỏi có {words} không",
            f"{offered} is a set{holds}, {demanded} is wanted: ask whether it holds {words}",
        )
    return choose(
        lang,
        f"{offered} là bộ quà đóng sẵn{holds}, đúng {demanded} bên mua cần",
        f"{offered} is a set{holds}, as {demanded} asks",
    )


def of_list(facts: Facts, lang: str) -> str:
    """One of what a buyer lists, of which all or any may be meant; or a seller's list with it."""
    offered, demanded = quoted(facts.get("offered"), lang), quoted(facts.get("demanded"), lang)
    wanted, sold = facts.get("demanded_listed"), facts.get("offered_listed")
    if facts.get("holds_all"):
        return _all_of_them(facts, lang)
    if sold and facts.get("items_said"):
        return choose(
            lang,
            f"{offered} có hàng bên mua cần ({demanded}), bên bán ghi lượng từng thứ: chỉ tính thứ ấy",
            f"{offered} holds what is wanted ({demanded}), with an amount for each: only that is counted",
        )
    if sold and facts.get("fits"):
        return _fitting(facts, lang)
    if (wanted or facts.get("demanded_rank") == "family") and sold:
        return choose(
            lang,
            f"{offered} có hàng trong các thứ bên mua nêu ({demanded}): phải hỏi lượng từng thứ",
            f"{offered} holds some of what the buyer lists ({demanded}): ask how much of each",
        )
    if wanted and facts.get("demanded_sorts"):
        return sorts.one_of_them(facts, lang)
    if wanted == "either":
        vi, en = sorts.told_by(facts)
        return choose(
            lang,
            f"{offered} là loại bên mua nhận ({demanded}): không phải hỏi lại {vi}",
            f"{offered} is one that the buyer takes ({demanded}): no need to ask for the {en}",
        )
    if wanted and facts.get("demanded_item"):
        item = quoted(facts["demanded_item"], lang)
        if facts.get("not_offered"):
            return _one_of_them(facts, lang, item)
        if facts.get("unsaid"):  # of which something is to be asked yet
            return choose(
                lang,
                f"{offered} hợp loại {item} trong các thứ bên mua nêu ({demanded}), "
                "thứ khác tìm thêm nếu cần",
                f"{offered} is of the kind of {item}, one of those the buyer lists ({demanded}), "
                "others may be added",
            )
        return choose(
            lang,
            f"{offered} đúng {item} trong các thứ bên mua nêu ({demanded}), thứ khác tìm thêm nếu cần",
            f"{offered} is the {item} of what the buyer lists ({demanded}), others may be added",
        )
    if wanted and facts.get("all_sorts") and facts.get("demanded_rank") != "family":
        return choose(
            lang,
            f"{offered} thuộc {demanded} bên mua cần: nhận được, thứ khác tìm thêm nếu cần",
            f"{offered} is one of {demanded}: it serves, others to be added if wanted",
        )
    if wanted and facts.get("demanded_rank") == "family":  # "rau củ quả các loại" names none of them
        return of_family(facts, lang)
    if wanted:
        return choose(
            lang,
            f"{offered} là một trong các thứ bên mua nêu ({demanded}): nhận được, thứ khác tìm thêm nếu cần",
            f"{offered} is one of those the buyer lists ({demanded}): it serves, others may be added",
        )
    if sold:
        return choose(
            lang,
            f"{offered} ghi nhiều thứ, có thứ hợp với {demanded} bên mua cần: phải hỏi riêng lượng thứ ấy",
            f"{offered} lists several, one of them fits {demanded}: ask how much there is of that",
        )
    return ""


def _one_of_them(facts: Facts, lang: str, item: str) -> str:
    """One of what a buyer lists, with what he lists beside it."""
    offered = quoted(facts.get("offered"), lang)
    vi, en = ("hợp loại", "of the kind of") if facts.get("unsaid") else ("đúng", "the")
    told = choose(lang, f"{offered} {vi} {item} bên mua cần", f"{offered} is {en} {item} wanted")
    return told + not_offered(facts, lang)


def _all_of_them(facts: Facts, lang: str) -> str:
    """All the goods that a buyer lists, in one offer."""
    offered, goods = quoted(facts.get("offered"), lang), facts["holds_all"]
    named = ", ".join(quoted(each, lang) for each in goods)
    if note := facts.get("listed_otherwise"):
        words, left = quoted(note["words"], lang), ", ".join(quoted(e, lang) for e in note["leaves_out"])
        return choose(
            lang,
            f"{offered} theo tên có đủ thứ bên mua cần ({named}), nhưng bên bán ghi thêm {words}, không có "
            f"{left}: phải hỏi có đủ không, tỷ lệ từng loại",
            f"{offered} by its name has what the buyer wants ({named}), but it adds {words}, without {left}: "
            "ask whether it has all, and the share of each",
        )
    vi, en = ("cả hai", "both") if len(goods) == 2 else (f"cả {len(goods)}", f"all {len(goods)}")
    return choose(
        lang,
        f"{offered} có {vi} thứ bên mua cần ({named}): phải hỏi tỷ lệ từng loại",
        f"{offered} has {en} of what the buyer wants ({named}): ask for the share of each",
    )


def all_fit(facts: Facts) -> bool:
    """Whether a seller lists several goods and each of them is what is wanted, so that no share is asked."""
    return len(facts.get("fits") or ()) > 1 and not facts.get("fits_not") and not facts.get("holds_all")


def _fitting(facts: Facts, lang: str) -> str:
    """Which of the goods that a seller lists are wanted, and which are not."""
    others = ", ".join(quoted(each, lang) for each in facts["fits_not"])
    rest = choose(lang, f", {others} thì không", f", {others} does not") if others else ""
    return _share_asked(facts, lang, rest) + not_offered(facts, lang)


def left_out(facts: Facts) -> list[tuple[str, str]]:
    """What is asked of goods that a seller's note leaves out of those that his name lists."""
    words = (facts.get("listed_otherwise") or {}).get("leaves_out", ())
    return [(f"có “{each}” không", f"whether it has “{each}”") for each in words]


def not_offered(facts: Facts, lang: str) -> str:
    """What the buyer lists and the seller has not."""
    if not facts.get("not_offered"):
        return ""
    words = ", ".join(quoted(each, lang) for each in facts["not_offered"])
    verb = "are" if len(facts["not_offered"]) > 1 else "is"
    return choose(
        lang,
        f"; không chào {words} bên mua cần: tìm nguồn khác",
        f"; {words}, wanted too, {verb} not offered: to be found elsewhere",
    )


def _share_asked(facts: Facts, lang: str, rest: str) -> str:
    """The same, with what is asked of their shares."""
    offered, demanded = quoted(facts.get("offered"), lang), quoted(facts.get("demanded"), lang)
    fits = ", ".join(quoted(each, lang) for each in facts["fits"])
    if len(facts["fits"]) == 1:
        return choose(
            lang,
            f"trong {offered} có {fits} hợp với {demanded} bên mua cần{rest}: phải hỏi riêng lượng thứ ấy",
            f"of {offered}, {fits} fits {demanded}{rest}: ask how much there is of that",
        )
    if all_fit(facts):
        return choose(
            lang,
            f"trong {offered} thứ nào cũng hợp với {demanded} bên mua cần ({fits})",
            f"whatever {offered} holds fits {demanded} ({fits})",
        )
    return choose(
        lang,
        f"trong {offered} có {fits} hợp với {demanded} bên mua cần{rest}: phải hỏi lượng từng thứ",
        f"of {offered}, {fits} fit {demanded}{rest}: ask how much of each",
    )


def of_family(facts: Facts, lang: str) -> str:
    if facts.get("demanded_rank") != "family":
        return ""
    offered, demanded = quoted(facts.get("offered"), lang), quoted(facts.get("demanded"), lang)
    if facts.get("named_good"):
        good = quoted(facts["named_good"], lang)
        return choose(
            lang,
            f"{offered} đúng {good} bên mua nêu trong {demanded}, thứ khác tìm thêm nếu cần",
            f"{offered} is the {good} that the buyer names of {demanded}, others may be added",
        )
    return choose(
        lang,
        f"{offered} thuộc nhóm {demanded} bên mua cần: nhận được, thứ khác tìm thêm nếu cần",
        f"{offered} belongs to {demanded}: it serves, others to be added if wanted",
    )
