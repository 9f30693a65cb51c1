"""Reasons about papers, invoice, market, terms and preferences."""

from __future__ import annotations

from matchmaker.wording.labels import label
from matchmaker.wording.months import span, within
from matchmaker.wording.numbers import day
from matchmaker.wording.reasons.phrases import (
    Facts,
    Teller,
    choose,
    held_paper,
    listed,
    paper,
    papers,
    quoted,
)
from matchmaker.wording.reasons.questions import invoice_open
from matchmaker.wording.reasons.terms import terms, terms_none, terms_unsaid
from matchmaker.wording.reasons.vetoes import VETOES, invoices, market_name


def _papers_complete(facts: Facts, lang: str) -> str:
    held, n = papers(facts.get("held"), lang, facts.get("stars")), len(facts.get("held") or ())
    months = within(facts.get("months") or (), lang)
    codes = ("OCOP" if code == "OCOP_STARS" else code for code in facts.get("expiry_unsaid") or ())
    unsaid = listed(dict.fromkeys(codes), lang)
    note = choose(lang, f"; chưa thấy hạn của {unsaid}", f"; no expiry given for {unsaid}") if unsaid else ""
    note += _renewals(facts, lang) + _open_market(facts, lang)
    bill = _invoice(facts, lang)
    if not held and bill:
        return choose(
            lang,
            f"Bên mua không đòi giấy tờ, chỉ cần {invoices(facts, lang)}: bên bán có {bill}{note}.",
            f"No paper is required, only: {invoices(facts, lang)}; the producer has: {bill}{note}.",
        )
    if not held:
        return choose(lang, f"Bên mua không đòi giấy tờ nào{note}.", f"No paper is required{note}.")
    if bill:
        note = choose(lang, f"; có {bill}{note}", f"; {bill}{note}")
    return choose(
        lang,
        f"Đủ {n} giấy bên mua đòi, giao {months}: {held}{note}.",
        f"All {n} papers required for delivery {months}: {held}{note}.",
    )


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
    rows = facts.get("lapsing") or []
    said = [_lapse(row, lang, facts.get("stars")) for row in rows]
    wanted = within(facts.get("wanted") or facts.get("months") or (), lang)
    more = _renewals(facts, lang)
    return choose(
        lang,
        f"{'; '.join(said)} (bên mua cần {wanted}): phải gia hạn trước đó{more}.",
        f"{'; '.join(said)} (needed for {wanted}): must be renewed before{more}.",
    )


def _lapse(row: Facts, lang: str, stars: int | None) -> str:
    name, until, months = held_paper(row, lang, stars), day(row["expires"], lang), span(row["covers"], lang)
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
        f"The buyer needs: {wanted}; the producer has not said: ask before introducing.",
    )


def _also_unsaid(phrase: Teller) -> Teller:
    """A sentence on papers, and that the invoice which the buyer needs is still to be asked."""

    def tell(facts: Facts, lang: str) -> str:
        said = phrase(facts, lang)
        return f"{said} {_invoice_unsaid(facts, lang)}" if invoice_open(facts) else said

    return tell


def _market_unknown(facts: Facts, lang: str) -> str:
    market, product = market_name(facts.get("market"), lang), quoted(facts.get("product"), lang)
    return choose(
        lang,
        f"Chưa rõ thị trường {market} có mở cho {product} không: cần tra lại.",
        f"It is not known whether {market} takes {product}: check first.",
    )


def _nothing_required(facts: Facts, lang: str) -> str:
    """Nothing is asked for; food must have some paper on its safety all the same."""
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


def _preferred(facts: Facts, lang: str) -> str:
    """What is preferred and there, there for a while, or not there; and where that puts the offer."""
    have, lack = facts.get("have") or (), facts.get("lack") or ()
    own = ", ".join(held_paper({"code": code, "by": _stand_in(facts, code)}, lang) for code in have)
    said = [choose(lang, f"có {own}", f"has {own}")] if have else []
    said += [_lapsing(row, lang) for row in facts.get("lapsing") or ()]
    if facts.get("preferred_stars"):
        least, held = facts["preferred_stars"], facts.get("held_stars")
        vi = f"OCOP {held} sao, bên mua ưu tiên từ {least} sao" if held else f"chưa có OCOP {least} sao"
        en = f"OCOP {held} stars, {least} preferred" if held else f"no OCOP with {least} stars"
        said.append(choose(lang, vi, en))
        lack = [code for code in lack if code != "OCOP"]
    if lack:
        said.append(choose(lang, f"chưa có {listed(lack, lang)}", f"{listed(lack, lang)} not there"))
    complete = len(have) == len(facts.get("preferred") or ())
    end = choose(lang, "đứng sau hàng đủ giấy", "those with all go first")
    if complete:
        end = choose(lang, "đứng trước hàng thiếu giấy", "goes before those without")
    return choose(
        lang,
        f"Giấy bên mua ưu tiên: {'; '.join(said)}; {end}.",
        f"Preferred papers: {'; '.join(said)}; {end}.",
    )


def _stand_in(facts: Facts, code: str) -> str | None:
    """The paper that is held in place of the one preferred; None where that itself is."""
    return (facts.get("stand_ins") or {}).get(code)


def _lapsing(row: Facts, lang: str) -> str:
    name, until, months = held_paper(row, lang), day(row["expires"], lang), row.get("covers")
    if not months:
        when = span(row["months"], lang) if row.get("months") else ""
        vi = f" (hàng giao {when})" if when else ""
        en = f" (delivery {when})" if when else ""
        return choose(
            lang,
            f"{name} hết hạn {until}{vi} nên không được tính",
            f"{name} expires {until}{en}, not counted",
        )
    covered = span(months, lang)
    return choose(
        lang,
        f"{name} hết hạn {until}, chỉ tính {covered}",
        f"{name} expires {until}, counts for {covered} only",
    )


def _distinctions(facts: Facts, lang: str) -> str:
    """Stars and indication where the buyer prefers nothing; without stars it is behind those with both."""
    stars, origin, lapsing = facts.get("stars"), facts.get("origin"), _stars_lapsing(facts, lang)
    least, named = facts.get("asked_stars"), _stars(stars, lang) if stars else lapsing
    gi = choose(lang, "chỉ dẫn địa lý", "a geographical indication")
    if least and stars:
        more = choose(lang, "hơn mức đòi", "more than asked") if stars > least else ""
        more = more or choose(lang, "vừa đúng mức đòi", "just as asked")
        also = choose(lang, f", có thêm {gi}", f", and {gi}") if origin else ""
        return choose(
            lang,
            f"{named}, bên mua đòi từ {least} sao: {more}{also}.",
            f"{named}, {least} required: {more}{also}.",
        )
    asked = facts.get("asked_origin")
    if origin and not stars and not least:
        rest = (
            lapsing + _counted(facts, lang) if lapsing else choose(lang, "chưa có sao OCOP", "no OCOP stars")
        )
        if asked:
            return choose(
                lang,
                f"Có {gi} như bên mua đòi, {rest}: đứng sau hàng có cả hai.",
                f"Has {gi}, as required, {rest}: those with both go first.",
            )
        return choose(
            lang,
            f"Có {gi}, {rest}: bên mua không đòi, nhưng đứng sau hàng có cả hai.",
            f"Has {gi}, {rest}: not asked for, but those with both go first.",
        )
    if not stars:
        return _plain(facts, lang)
    extra = f"{named}, {gi}" if origin and not asked else named
    if facts.get("origin_lapsing"):
        extra += f"; {_origin_lapsing(facts, lang)}"
    return choose(
        lang,
        f"Có {extra}: điểm cộng dù bên mua không đòi.",
        f"Has {extra}: a plus, though not asked for.",
    )


def _stars(stars: int | None, lang: str) -> str:
    return choose(lang, f"OCOP {stars} sao", f"OCOP {stars} stars")


def _stars_lapsing(facts: Facts, lang: str) -> str:
    if not facts.get("stars_until"):
        return ""
    stars, until = facts.get("stars_lapsing"), day(facts["stars_until"], lang)
    return choose(lang, f"OCOP {stars} sao hết hạn {until}", f"OCOP {stars} stars expire {until}")


def _counted(facts: Facts, lang: str) -> str:
    """ " (chỉ được tính T12)": for which months of delivery stars that lapse still count."""
    if not facts.get("stars_months"):
        return ""
    wanted, covered = span(facts["stars_months"], lang), facts.get("stars_cover")
    if covered:
        counted = span(covered, lang)
        return choose(lang, f" (chỉ được tính {counted})", f" (counted for {counted} only)")
    return choose(lang, f" (hàng giao {wanted}, không được tính)", f" (delivery {wanted}, not counted)")


def _origin_lapsing(facts: Facts, lang: str) -> str:
    """The right to an indication that is held, but not for the whole delivery."""
    row = facts["origin_lapsing"]
    if not row.get("expires"):
        return ""
    return _lapsing({**row, "code": "GI"}, lang)


def _plain(facts: Facts, lang: str) -> str:
    if facts.get("origin_lapsing") and (told := _origin_lapsing(facts, lang)):
        stars = _stars_lapsing(facts, lang) or choose(lang, "chưa có sao OCOP", "no OCOP stars")
        if facts.get("asked_stars") and not facts.get("stars_until"):
            least = facts["asked_stars"]
            stars = choose(
                lang, f"chưa có sao OCOP (đòi từ {least} sao)", f"no OCOP stars ({least} required)"
            )
        text = choose(lang, f"{told}; {stars}: nên gia hạn", f"{told}; {stars}: to be renewed")
        return f"{text[:1].upper()}{text[1:]}."
    if lapsing := _stars_lapsing(facts, lang):
        if facts.get("stars_lapsed"):
            return choose(
                lang,
                f"{lapsing}: không còn được tính, nên đánh giá, phân hạng lại.",
                f"{lapsing}: no longer counted, to be rated again.",
            )
        if not facts.get("stars_months"):  # evidence from before the months were told
            until = day(facts["stars_until"], lang)
            named = _stars(facts.get("stars_lapsing"), lang)
            return choose(
                lang,
                f"{named} đến {until}: nên đánh giá, phân hạng lại trước ngày ấy.",
                f"{named} until {until}: to be rated again before that day.",
            )
        wanted, covered = span(facts["stars_months"], lang), facts.get("stars_cover")
        if covered:
            counted = span(covered, lang)
            return choose(
                lang,
                f"{lapsing}, hàng giao {wanted}: chỉ được tính {counted}, nên phân hạng lại trước ngày ấy.",
                f"{lapsing}, delivery is {wanted}: counted for {counted} only, to be rated again before.",
            )
        if int(str(facts["stars_until"])[5:7]) in facts["stars_months"]:
            return choose(
                lang,
                f"{lapsing}, hàng giao {wanted}: chỉ còn hạn cho hàng giao trước ngày ấy, nên phân hạng lại.",
                f"{lapsing}, delivery is {wanted}: valid before that day only, to be rated again.",
            )
        return choose(
            lang,
            f"{lapsing}, hàng giao {wanted}: lúc giao không còn được tính, nên phân hạng lại trước ngày ấy.",
            f"{lapsing}, delivery is {wanted}: no longer counted by then, to be rated again before.",
        )
    if least := facts.get("asked_stars"):
        return choose(
            lang,
            f"Bên bán chưa có sao OCOP, bên mua đòi từ {least} sao: phải qua đánh giá, phân hạng.",
            f"No OCOP stars, {least} required: the product must be rated first.",
        )
    if facts.get("asked_origin") and not facts.get("origin"):
        return choose(
            lang,
            "Bên bán chưa có chỉ dẫn địa lý bên mua đòi; chưa có sao OCOP, bên mua không đòi: "
            "đứng sau hàng có.",
            "No geographical indication, which is required; no OCOP stars, not asked for: behind those with.",
        )
    return choose(
        lang,
        "Bên bán chưa có sao OCOP, chỉ dẫn địa lý; bên mua không đòi: chỉ đứng sau hàng có.",
        "No OCOP stars or geographical indication; not asked for: only behind those that have them.",
    )


REASONS: dict[str, Teller] = {
    "papers_complete": _papers_complete,
    "papers_lapse": _also_unsaid(_papers_lapse),
    "papers_missing": _also_unsaid(VETOES["missing_cert"]),
    "papers_expired": _also_unsaid(VETOES["cert_expired"]),
    "invoice_refused": VETOES["no_invoice"],
    "invoice_unsaid": _invoice_unsaid,
    "market_unknown": _market_unknown,
    "nothing_required": _nothing_required,
    "terms_fit": terms("Điều kiện hợp nhau: {terms}.", "The terms agree: {terms}."),
    "terms_unsaid": terms_unsaid,
    "terms_none": terms_none,
    "preferred_all": _preferred,
    "preferred_some": _preferred,
    "preferred_none": _preferred,
    "distinctions": _distinctions,
    "plain": _plain,
}
