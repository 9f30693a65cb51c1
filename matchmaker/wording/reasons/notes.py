"""What the notes of both records say beside their fields: quoted where it belongs, asked where in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matchmaker.wording.reasons.phrases import Facts, choose, quoted

SIDES = {"offer": ("Bên bán", "The producer"), "demand": ("Bên mua", "The buyer")}
LONGEST = 60  # letters of a note in a question


# Of what is refused for good nothing is asked.
SETTLED = ("season_none", "market_closed", "product_other_form")


def noted(facts: Facts, lang: str, code: str = "", told: str = "") -> str:
    """ " Bên bán ghi “hàng còn ít”: phải hỏi lại.": what follows the sentence of a criterion; what is no
    question and was ``told`` there already is not quoted again."""
    rows = facts.get("notes") or ()
    if ground := facts.get("ruled_out_by"):  # told in the sentence
        rows = [row for row in rows if ground not in row["words"]]
    rows = [row for row in rows if not _said_no(facts, row)]
    if code in SETTLED:
        rows = [{**row, "asked": False, "underway": False} for row in rows]
    rows = [{**row, "asked": _asks_more(facts)} if row.get("more") else row for row in rows]
    rows = [row for row in rows if row["asked"] or row.get("underway") or not _quoted_in(told, row["words"])]
    return "".join(f" {_told(row, lang)}" for row in rows)


def _said_no(facts: Facts, row: Facts) -> bool:
    """Whether a note of the producer was told already as what does not meet the specification."""
    words = row["words"].casefold()
    return row["side"] == "offer" and any(
        each["says"] == "unmet" and each["offered"].casefold() == words for each in facts.get("spec") or ()
    )


# Words of a note that add nothing to what is quoted of it: "Giá tính tại kho", "giá giao tại cảng".
_NO_MORE = frozenset(("giá", "gia", "tính", "tinh", "giao", "bán", "ban", "là", "la", "price", "delivered"))


def _quoted_in(told: str, words: str) -> bool:
    """Whether words stand in a sentence as a quotation, or in one of its quotations, or say no more."""
    plain = words.casefold()
    for each in (quote.casefold() for quote in re.findall("“([^”]+)”", told)):
        if plain in each or (each in plain and set(plain.replace(each, " ").split()) <= _NO_MORE):
            return True
    return False


def _told(row: Facts, lang: str) -> str:
    side, words = choose(lang, *SIDES[row["side"]]), quoted(row["words"], lang)
    if row.get("underway"):
        return choose(
            lang, f"{side} ghi {words}: hỏi ngày có kết quả.", f"{side} notes {words}: ask when it is there."
        )
    if row.get("more") and row["asked"]:
        return choose(
            lang,
            f"{side} ghi {words}: hỏi đặt ngay thì thêm được bao nhiêu.",
            f"{side} notes {words}: ask how much more there is if ordered now.",
        )
    if row.get("sold"):
        return choose(lang, f"{side} ghi nơi đã bán: {words}.", f"{side} says where it has sold: {words}.")
    if row.get("ground"):
        return choose(lang, f"{side} ghi {words}.", f"{side} notes {words}.")
    if own := row.get("answer"):
        own = quoted(own, lang)
        if row.get("lacking"):
            vi = f"{side} ghi {words}, bên bán ghi {own}: chưa đáp ứng, phải hỏi lại."
            return choose(
                lang, vi, f"{side} notes {words}, and the producer {own}: not met yet, to be asked."
            )
        return choose(
            lang, f"{side} ghi {words}, bên bán ghi {own}.", f"{side} notes {words}, and the producer {own}."
        )
    if sense := row.get("of_returns"):
        vi, en = ("nói về trả lại hàng", "of goods sent back")
        if sense != "sure":
            vi, en = (
                "hiểu là không trả lại hàng, hỏi lại cho chắc",
                "of goods sent back, as it seems: make sure",
            )
        return choose(lang, f"{side} ghi thêm {words} ({vi}).", f"{side} notes {words} ({en}).")
    if not row["asked"]:
        return choose(lang, f"{side} ghi thêm {words}.", f"{side} notes {words}.")
    if row["side"] == "demand":
        return choose(
            lang,
            f"{side} ghi {words}: phải hỏi bên bán có đáp ứng không.",
            f"{side} notes {words}: ask the producer whether that can be met.",
        )
    return choose(
        lang,
        f"{side} ghi {words}: lưu ý, chưa rõ thì hỏi.",
        f"{side} notes {words}: mind it, ask if in doubt.",
    )


def _asks_more(facts: Facts) -> bool:
    """Whether more than a producer states is needed, so that what he makes to order is asked."""
    return (facts.get("fill") or 1) < 1


ORDERED_NOW = ("đặt ngay thì thêm được bao nhiêu", "how much more there is if ordered now")


def more_to_order(facts: Facts, lang: str) -> str:
    """The words of a producer that he makes more to order, where more is needed; "" for none."""
    rows = [row["words"] for row in facts.get("notes") or () if row.get("more")]
    return quoted(_short(rows[0]), lang) if rows and _asks_more(facts) else ""


def note_questions(facts: Facts) -> Iterator[tuple[str, str]]:
    """What the notes of a criterion leave to be asked, in both languages."""
    for row in facts.get("notes") or ():
        if row.get("more") and _asks_more(facts):
            yield ORDERED_NOW
        if not row["asked"] or _to_mind(row) or row.get("more"):
            continue
        words = _short(row["words"])
        if row.get("underway"):
            yield (f"“{words}” bao giờ có kết quả", f"when “{words}” will be done")
        elif row["side"] == "demand":
            yield (f"bên bán có đáp ứng “{words}” không", f"whether “{words}” can be met")


def minded(facts: Facts) -> list[str]:
    """The notes of the producer on a criterion that nobody has read further: to be minded, cut where long."""
    return [_short(row["words"]) for row in facts.get("notes") or () if row["asked"] and _to_mind(row)]


def _to_mind(row: Facts) -> bool:
    return row["side"] == "offer" and not row.get("underway") and not row.get("more")


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]}…"
