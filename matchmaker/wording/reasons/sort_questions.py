"""Questions on the goods themselves: their variety, sort or make, and whether others are taken for them."""

from __future__ import annotations

from matchmaker.wording.reasons.phrases import Facts
from matchmaker.wording.reasons.sorts import MAKE, which_of

Pair = tuple[str, str]  # a question in Vietnamese and in English
VARIETY = ("giống", "the variety")


def sort_asked(facts: Facts) -> Pair:
    """What is asked of goods of which the variety is not said: of goods sold in two forms, which of them."""
    if at := facts.get("grown_there"):
        return (f"có đúng hàng {at} không", f"whether it is from {at}")
    if facts.get("process_unsaid"):
        return (f"đã “{facts['process_unsaid']}” chưa", f"whether it is “{facts['process_unsaid']}”")
    if facts.get("to_prepare"):
        return (f"bên nào làm “{facts['to_prepare']}”", f"who does “{facts['to_prepare']}”")
    if facts.get("raw_or_worked"):
        return RAW
    if facts.get("offered_form_unsaid") and facts.get("offered_form") != facts.get("demanded_form"):
        return ("dạng hàng", "the form")
    if facts.get("any_of"):
        return which_of(facts)
    if facts.get("by_code"):
        return is_taken(facts)
    if facts.get("unsaid") and not facts.get("demanded_sorts"):
        return is_so(str(facts["unsaid"][0]), facts)
    if facts.get("demanded_form") == "craft":
        return MAKE
    if facts.get("demanded_form") in ("processed", "roasted"):
        return ("loại, nơi làm", "the sort and where it is made")
    return ("loại hàng", "the sort") if facts.get("by_sort") else VARIETY


ALIVE = ("bên mua có nhận con sống, tự thuê mổ không", "whether the buyer takes live animals to slaughter")
RAW = ("lấy hàng tươi hay hàng làm sẵn", "whether raw or worked goods are wanted")


def is_taken(facts: Facts) -> Pair:
    goods = facts.get("offered")
    return (f"bên mua có nhận “{goods}” không", f"whether “{goods}” is taken")


def is_so(words: str, facts: Facts) -> Pair:
    if words == facts.get("place_asked") and (place := facts.get("place_named") or facts.get("place_lies")):
        return (f"bên mua có nhận hàng {place} không", f"whether goods of {place} are taken")
    return (f"có đúng “{words}” không", f"whether it is “{words}”")
