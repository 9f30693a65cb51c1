"""Reasons about papers, invoice, market and terms."""

from __future__ import annotations

from matchmaker.wording.labels import label
from matchmaker.wording.months import span, within
from matchmaker.wording.numbers import day
from matchmaker.wording.reasons.phrases import (
    Facts,
    Teller,
    choose,
    each_paper,
    held_paper,
    listed,
    paper,
    papers,
    part_covered,
    quoted,
)
from matchmaker.wording.reasons.questions import invoice_open, other_invoice_asked
from matchmaker.wording.reasons.terms import terms, terms_none, terms_unsaid
from matchmaker.wording.reasons.vetoes import VETOES, invoices, market_name


def _papers_complete(facts: Facts, lang: str) -> str:
    held, n = papers(facts.get("held"), lang, facts.get("stars")), len(facts.get("held") or ())
    months = "" if facts.get("months_unsaid") else within(facts.get("months") or (), lang)
    codes = ("OCOP" if code == "OCOP_STARS" else code for code in facts.get("expiry_unsaid") or ())
    unsaid = listed(dict.fromkeys(codes), lang)
    note = choose(lang, f"; chưa thấy hạn của {unsaid}", f"; no expiry given for {unsaid}") if unsaid else ""
    note += _renewals(facts, lang) + _open_market(facts, lang)
    bill = _invoice(facts, lang)
    if not held and bill and facts.get("in_words"):
        return choose(
            lang,
            f"Bên mua cần {invoices(facts, lang)}: bên bán có {bill}{note}.{_in_words(facts, lang)}",
            f"The buyer needs {invoices(facts, lang)}; there is: {bill}{note}.{_in_words(facts, lang)}",
        )
    if not held and bill:
        return choose(
            lang,
            f"Bên mua không đòi giấy tờ, chỉ cần {invoices(facts, lang)}: bên bán có {bill}{note}.",
            f"No paper is required, only {invoices(facts, lang)}; the producer has: {bill}{note}.",
        )
    if not held and (named := _in_words(facts, lang)):
        return named.strip()
    if not held:
        return choose(lang, f"Bên mua không đòi giấy tờ nào{note}.", f"No paper is required{note}.")
    if bill:
        note = choose(lang, f"; có {bill}{note}", f"; {bill}{note}")
    return choose(
        lang,
        f"Đủ {n} giấy bên mua đòi{f', giao {months}' if months else ''}: {held}{note}.",
        f"{'The paper' if n == 1 else f'All {n} papers'} required"
        f"{f' for delivery {months}' if months else ''}: {held}{note}.",
    )


def _held_too(facts: Facts, lang: str) -> str:
    """ " Giấy bên mua đòi đã có: ATTP (đến 20/05/2028); có hóa đơn điện tử.": what is there beside what a
    sentence asks, each paper with its last day."""
    rows = [row for row in facts.get("held") or () if not row.get("own_expires")]
    held, bill = papers(rows, lang, facts.get("stars")), _invoice(facts, lang)
    said = (
        [choose(lang, f"giấy bên mua đòi đã có: {held}", f"held of the papers required: {held}")]
        if held
        else []
    )
    said += [choose(lang, f"có {bill}", bill)] if bill else []
    text = "; ".join(said)
    return f" {text[:1].upper()}{text[1:]}." if text else ""


def _in_words(facts: Facts, lang: str) -> str:
    """Of the papers that the buyer's words name, which the producer holds; what he lacks is to be asked,
    unless a note asks it already."""
    noted = [row["words"] for row in facts.get("notes") or () if row["side"] == "demand"]
    said = []
    for row in facts.get("in_words") or ():
        words, held = quoted(row["words"], lang), ", ".join(paper(code, lang) for code in row["held"])
        if held:
            said.append(
                choose(
                    lang,
                    f"Bên mua ghi {words}: bên bán có {held}.",
                    f"{words} is asked for: there is {held}.",
                )
            )
        elif row.get("said"):
            own = quoted(row["said"], lang)
            vi = f"Bên mua ghi {words}, bên bán ghi {own}: xem giấy ấy."
            said.append(choose(lang, vi, f"{words} is asked for, the offer says {own}: see the paper."))
        elif not any(row["words"] in each for each in noted):
            said.append(
                choose(
                    lang,
                    f"Bên mua ghi {words}, bên bán chưa ghi giấy ấy: phải hỏi.",
                    f"{words} is asked for and not named by the producer: to be asked.",
                )
            )
    return "".join(f" {each}" for each in said)


def _renewals(facts: Facts, lang: str) -> str:
    """That a paper asked for lapses during the delivery, though another stands in for it from then on."""
    rows = [row for row in facts.get("held") or () if row.get("own_expires")]
    said = ", ".join(
        choose(
            lang,
            f"{paper(row['code'], lang)} hết hạn {day(row['own_expires'], lang)}",
            f"{paper(row['code'], lang)} expires {day(row['own_expires'], lang)}",
        )
        for row in rows
    )
    return choose(lang, f"; {said}, nên gia hạn", f"; {said}: renew it") if said else ""


def _open_market(facts: Facts, lang: str) -> str:
    if not facts.get("market_open"):
        return ""
    market, product = market_name(facts.get("market"), lang), quoted(facts.get("product"), lang)
    return choose(lang, f"; {market} đã mở cho {product}", f"; {market} takes {product}")


def _invoice(facts: Facts, lang: str) -> str:
    if not facts.get("invoices_accepted") or not facts.get("invoice"):
        return ""
    name = label("invoice", facts["invoice"], lang)
    return f"{name[0].lower()}{name[1:]}"


def _papers_lapse(facts: Facts, lang: str) -> str:
    said = [_lapse(row, facts, lang) for row in each_paper(facts.get("lapsing"))]
    more, held = _renewals(facts, lang), _held_too(facts, lang)
    if facts.get("months_unsaid"):
        return choose(
            lang,
            f"{'; '.join(said)} (bên mua chưa nêu tháng nhận): giao sau đó thì phải gia hạn{more}.{held}",
            f"{'; '.join(said)} (no month is named): to be renewed for deliveries after that{more}.{held}",
        )
    wanted = within(facts.get("wanted") or facts.get("months") or (), lang)
    return choose(
        lang,
        f"{'; '.join(said)} (bên mua cần {wanted}): phải gia hạn trước đó{more}.{held}",
        f"{'; '.join(said)} (needed {wanted}): must be renewed before{more}.{held}",
    )


def _lapse(row: Facts, facts: Facts, lang: str) -> str:
    stars = facts.get("stars")
    name, until, months = held_paper(row, lang, stars), day(row["expires"], lang), span(row["covers"], lang)
    if not facts.get("months_unsaid") and (part := part_covered(row, facts.get("months"))):
        last = span([part], lang)
        return choose(
            lang,
            f"{name} hết hạn {until}, chỉ dùng được cho {months} và {last} đến ngày ấy",
            f"{name} expires {until} and covers only {months} and {last} until that day",
        )
    return choose(
        lang,
        f"{name} hết hạn {until}, chỉ dùng được cho {months}",
        f"{name} expires {until} and covers only {months}",
    )


def _invoice_unsaid(facts: Facts, lang: str) -> str:
    wanted = invoices(facts, lang)
    return choose(
        lang,
        f"Bên mua cần {wanted}, bên bán chưa nói có hóa đơn không: phải hỏi trước khi giới thiệu.",
        f"The buyer needs {wanted}; the producer has not said: ask before introducing.",
    )


def _other_invoice(facts: Facts, lang: str) -> str:
    """Why an invoice does not serve; of one from a cash register that the buyer is asked for it."""
    said = VETOES["no_invoice"](facts, lang)
    if not other_invoice_asked(facts):
        return said
    return choose(lang, f"{said} Phải hỏi bên mua có nhận không.", f"{said} Ask whether the buyer takes it.")


def _invoice_to_ask(facts: Facts, lang: str) -> str:
    return f"{_invoice_unsaid(facts, lang)}{_held_too(facts, lang)}"


def _also_unsaid(phrase: Teller) -> Teller:
    """A sentence on papers, and that the invoice which the buyer needs is still to be asked."""

    def tell(facts: Facts, lang: str) -> str:
        said = f"{phrase(facts, lang)}{_not_of_plants(facts, lang)}{_validity(facts, lang)}"
        return f"{said} {_invoice_unsaid(facts, lang)}" if invoice_open(facts) else said

    return tell


def _validity(facts: Facts, lang: str) -> str:
    """ " Giấy mới có hạn: ATTP 36 tháng.": how long the papers to be got hold."""
    if not facts.get("validity"):
        return ""
    named = ", ".join(
        f"{paper(code, lang)} {months} {choose(lang, 'tháng', 'months')}"
        for code, months in facts["validity"].items()
    )
    return choose(lang, f" Giấy mới có hạn: {named}.", f" A new one holds: {named}.")


def _not_of_plants(facts: Facts, lang: str) -> str:
    """That the buyer asks for a paper of animals though the goods grow: hardly what is meant."""
    if not facts.get("not_of_plants"):
        return ""
    named = listed(facts["not_of_plants"], lang)
    return choose(
        lang,
        f" {named} là giấy của vật nuôi, thủy sản, hàng này là cây trồng: bên mua có thể ghi nhầm, phải hỏi.",
        f" {named} is a paper of animals and these goods grow: perhaps a mistake, ask the buyer.",
    )


def _market_unknown(facts: Facts, lang: str) -> str:
    market, product = market_name(facts.get("market"), lang), quoted(facts.get("product"), lang)
    return choose(
        lang,
        f"Chưa rõ thị trường {market} có mở cho {product} không: cần tra lại.{_held_too(facts, lang)}",
        f"It is not known whether {market} takes {product}: check first.{_held_too(facts, lang)}",
    )


def _nothing_required(facts: Facts, lang: str) -> str:
    """Nothing is asked for; food must have some paper on its safety all the same."""
    if facts.get("in_words"):
        return _in_words(facts, lang).strip() or choose(
            lang, "Giấy tờ bên mua chỉ ghi trong lời nhu cầu.", "Papers are named in the buyer’s words alone."
        )
    product, safety = quoted(facts.get("product"), lang), facts.get("safety")
    end = choose(lang, "không phải làm thêm giấy nào", "nothing more to obtain")
    if safety:
        end = choose(
            lang, f"bên bán đã có {listed(safety, lang)}", f"the producer has {listed(safety, lang)}"
        )
    elif safety is not None:
        end = choose(
            lang,
            "hàng ăn uống thì bên bán vẫn nên có ít nhất bản cam kết ATTP",
            "food still needs at least the producer's commitment to food safety",
        )
    return choose(
        lang,
        f"Bên mua không đòi giấy tờ, hóa đơn cho {product}: {end}.",
        f"The buyer requires no paper or invoice for {product}: {end}.",
    )


REASONS: dict[str, Teller] = {
    "papers_complete": _papers_complete,
    "papers_lapse": _also_unsaid(_papers_lapse),
    "papers_missing": _also_unsaid(VETOES["missing_cert"]),
    "papers_expired": _also_unsaid(VETOES["cert_expired"]),
    "invoice_refused": _other_invoice,
    "invoice_unsaid": _invoice_to_ask,
    "market_unknown": _market_unknown,
    "nothing_required": _nothing_required,
    "terms_fit": terms("Điều kiện hợp nhau: {terms}.", "The terms agree: {terms}."),
    "terms_unsaid": terms_unsaid,
    "terms_none": terms_none,
}
