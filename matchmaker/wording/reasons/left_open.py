"""What a missing step leaves open: questions that no part of it settles, and what must come beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.wording.reasons.phrases import Facts, choose, papers
from matchmaker.wording.reasons.price_words import above_as_read
from matchmaker.wording.reasons.questions import LEFT_OVER, invoice_open, questions
from matchmaker.wording.reasons.specification import unmet

# Criteria whose questions a step tells itself, or answers.
SETTLES = {"terms": {"accept_term"}}


def still_asked(facts: Facts, lang: str) -> str:
    """ "; còn phải hỏi: giống, hóa đơn": what the reasons leave open and no part of the step settles."""
    rows = facts.get("rows")
    if rows is None:
        if not facts.get("amounts_differ"):
            return ""
        return choose(
            lang,
            "; lượng hai bên khác đơn vị, còn phải hỏi quy đổi xem có đủ không",
            "; the amounts are in different units: ask first whether there is enough",
        )
    settled = {step["code"] for step in facts.get("also") or ()} | {facts.get("code")}
    answered = {name for name, codes in SETTLES.items() if settled & codes}
    left = questions({name: row for name, row in rows.items() if name not in answered}, lang)
    if any(step.get("kept_from") for step in (facts, *(each["facts"] for each in facts.get("also") or ()))):
        stored = choose(lang, *LEFT_OVER)
        left = [stored, *(each for each in left if each != stored)]
    told = choose(lang, "; còn phải hỏi: ", "; still to be asked: ") + ", ".join(left) if left else ""
    required = rows.get("requirements", {}).get("facts") or {}
    if invoice_open(required) and "BANG_KE" not in required["invoices_accepted"]:
        told += choose(
            lang, "; không có hóa đơn thì vẫn vướng", "; without an invoice it remains out of the question"
        )
    told += _also_lapsing(facts, required, lang) + _other_goods(rows, lang) + _slaughter(rows, lang)
    return told


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
    return choose(lang, f"; giao sau đó phải gia hạn cả {names}", f"; later deliveries need renewed: {names}")


def _slaughter(rows: Mapping[str, Mapping[str, Any]], lang: str) -> str:
    """That live animals must be slaughtered, which no paper does."""
    if not (rows.get("product", {}).get("facts") or {}).get("to_slaughter"):
        return ""
    return choose(
        lang, "; và phải giết mổ ở nơi có kiểm dịch", "; and the animals must be slaughtered under inspection"
    )


def _other_goods(rows: Mapping[str, Mapping[str, Any]], lang: str) -> str:
    """What the buyer would have to take instead of what he specifies: no paper or price makes that right."""
    clauses = unmet(rows.get("product", {}).get("facts") or {})
    if not clauses:
        return ""
    vi = ", ".join(f"“{row['offered']}” thay cho “{row['asks']}”" for row in clauses)
    en = ", ".join(f"“{row['offered']}” for “{row['asks']}”" for row in clauses)
    return choose(lang, f"; nhưng bên mua còn phải nhận hàng {vi}", f"; but the buyer must also take {en}")


def price_left(facts: Facts, lang: str) -> str:
    """That the price is above the ceiling as far as it can be compared, which no other change brings down."""
    price = (facts.get("rows") or {}).get("price", {}).get("facts") or {}
    codes = {step["code"] for step in facts.get("also") or ()} | {facts.get("code")}
    if "lower_price" in codes or not above_as_read(price):
        return ""
    if price["unit"] == price["ceiling_unit"]:
        return choose(
            lang,
            "vì nếu đúng đơn vị thì giá chào vượt trần, còn phải hạ giá",
            "for if its unit is right the price is above the ceiling and must come down",
        )
    return choose(
        lang,
        "vì giá chào đọc cách nào cũng vượt trần, còn phải hạ giá",
        "for however it is read the price is above the ceiling and must come down",
    )
