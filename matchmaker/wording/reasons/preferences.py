"""Reasons about preferred papers, OCOP stars and geographical indications."""

from __future__ import annotations

from matchmaker.wording.months import span
from matchmaker.wording.numbers import day
from matchmaker.wording.reasons.phrases import Facts, Teller, choose, held_paper, listed


def _preferred(facts: Facts, lang: str) -> str:
    """What is preferred and there, there for a while, or not there; and where that puts the offer."""
    have, lack = facts.get("have") or (), facts.get("lack") or ()
    own = ", ".join(held_paper({"code": code, "by": _stand_in(facts, code)}, lang) for code in have)
    said = [choose(lang, f"có {own}", f"has {own}")] if have else []
    said += [_lapsing(row, lang) for row in facts.get("lapsing") or ()]
    if facts.get("preferred_stars"):
        least, held = facts["preferred_stars"], facts.get("held_stars")
        lapsed = f" {_lapse_day(facts, lang)}" if facts.get("stars_until") else ""
        vi = (
            f"OCOP {held} sao{lapsed}, bên mua ưu tiên từ {least} sao"
            if held
            else f"chưa có OCOP {least} sao"
        )
        en = f"OCOP {held} stars{lapsed}, {least} preferred" if held else f"no OCOP with {least} stars"
        said.append(choose(lang, vi, en))
        lack = [code for code in lack if code != "OCOP"]
    if lack:
        said.append(choose(lang, f"chưa có {listed(lack, lang)}", f"{listed(lack, lang)} not there"))
    if facts.get("stars_until") and "OCOP" not in (facts.get("preferred") or ()):
        said.append(_stars_lapsing(facts, lang) + _counted(facts, lang))  # they would be a plus
    complete = len(have) == len(facts.get("preferred") or ())
    end = choose(lang, "đứng sau hàng đủ giấy", "those with all go first")
    if facts.get("plus") and not complete:  # the effect is one of these, and not of what is not there
        own = _stars(facts.get("stars"), lang) if facts.get("stars") and not have else ""
        vi = f"{own} được điểm cộng" if own else "có điểm cộng"
        en = f"{own} are a plus" if own else "a plus"
        end = choose(lang, f"{vi} nhưng đứng sau hàng đủ giấy", f"{en}, but those with all go first")
    if complete:
        end = choose(lang, "đứng trước hàng thiếu giấy", "goes before those without")
    return choose(
        lang,
        f"Giấy bên mua ưu tiên: {'; '.join(said)}. {end[:1].upper()}{end[1:]}.",
        f"Preferred papers: {'; '.join(said)}. {end[:1].upper()}{end[1:]}.",
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
        f"{name} hết hạn {until} nên chỉ được tính cho hàng giao {covered}",
        f"{name} expires {until}, counts for {covered} only",
    )


def _distinctions(facts: Facts, lang: str) -> str:
    """Stars and indication where the buyer prefers nothing; without stars it is behind those with both."""
    stars, origin, lapsing = facts.get("stars"), facts.get("origin"), _stars_lapsing(facts, lang)
    least, named = facts.get("asked_stars"), _stars(stars, lang) if stars else lapsing
    gi = choose(lang, "chỉ dẫn địa lý", "a geographical indication")
    if facts.get("stars_short"):
        return _short(facts, lang)
    if least and stars:
        more = choose(lang, "hơn mức đòi", "more than asked") if stars > least else ""
        more = more or choose(lang, "vừa đúng mức đòi", "just as asked")
        also = choose(lang, f", có thêm {gi}", f", and {gi}") if origin else ""
        if origin and facts.get("asked_origin"):
            also = choose(lang, f", có {gi} như bên mua đòi", f", and {gi}, as required")
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
        own = choose(lang, f"Có {gi}", f"Has {gi}")
        own += choose(lang, " như bên mua đòi", ", as required") if asked else ""
        if lapsing:
            end = ("nên phân hạng lại để giữ điểm cộng", "to be rated again to keep that plus")
        elif asked:
            end = ("đứng sau hàng có cả hai", "those with both go first")
        else:
            end = (
                "bên mua không đòi, nhưng đứng sau hàng có cả hai",
                "not asked for, but those with both go first",
            )
        if lapsing:  # what lapses is not the indication
            return f"{own}. {rest}: {choose(lang, *end)}."
        return f"{own}, {rest}: {choose(lang, *end)}."
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


def _short(facts: Facts, lang: str) -> str:
    """Stars that are held, but fewer than the buyer requires: no plus, beside an indication or without."""
    held, least = facts["stars_short"], facts["asked_stars"]
    gi = choose(lang, "; có chỉ dẫn địa lý", "; has a geographical indication") if facts.get("origin") else ""
    lapsed = f" {_lapse_day(facts, lang)}" if facts.get("stars_until") else ""
    return choose(
        lang,
        f"OCOP {held} sao{lapsed}, bên mua đòi từ {least} sao: kém mức đòi {least - held} sao, phải đánh "
        f"giá, phân hạng lại{gi}.",
        f"OCOP {held} stars{lapsed}, {least} required: {least - held} fewer, the product must be rated "
        f"again{gi}.",
    )


def _stars(stars: int | None, lang: str) -> str:
    return choose(lang, f"OCOP {stars} sao", f"OCOP {stars} stars")


def _stars_lapsing(facts: Facts, lang: str) -> str:
    if not facts.get("stars_until"):
        return ""
    return f"{_stars(facts.get('stars_lapsing'), lang)} {_lapse_day(facts, lang)}"


def _lapse_day(facts: Facts, lang: str) -> str:
    """ "hết hạn 05/07/2026": the last day of stars that do not cover the delivery."""
    until = day(facts["stars_until"], lang)
    if facts.get("stars_lapsed"):
        return choose(lang, f"đã hết hạn {until}", f"expired {until}")
    return choose(lang, f"hết hạn {until}", f"expire {until}")


def _counted(facts: Facts, lang: str) -> str:
    """ " (chỉ được tính T12)": for which months of delivery stars that lapse still count."""
    if not facts.get("stars_months"):
        return ""
    if facts.get("stars_lapsed"):
        return choose(lang, " (không còn được tính)", " (no longer counted)")
    wanted, covered = span(facts["stars_months"], lang), facts.get("stars_cover")
    if covered:
        counted = span(covered, lang)
        return choose(lang, f" (chỉ được tính {counted})", f" (counted for {counted} only)")
    if int(str(facts["stars_until"])[5:7]) in facts["stars_months"]:
        return choose(lang, " (chỉ còn hạn cho hàng giao trước ngày ấy)", " (valid before that day only)")
    return choose(lang, f" (hàng giao {wanted}, không được tính)", f" (delivery {wanted}, not counted)")


def _origin_lapsing(facts: Facts, lang: str) -> str:
    """The right to an indication that is held, but not for the whole delivery."""
    row = facts["origin_lapsing"]
    if not row.get("expires"):
        return ""
    return _lapsing({**row, "code": "GI"}, lang)


def _again(facts: Facts, lang: str) -> str:
    """That stars should be rated again before they lapse, or at once, or that it is too late for that."""
    if ready := facts.get("rated_again_from"):
        by = day(ready, lang)
        if facts.get("rated_in_time"):
            return choose(
                lang,
                f"phân hạng lại ngay thì kịp (sớm nhất {by})",
                f"rated again at once it is in time (at the earliest {by})",
            )
        return choose(
            lang,
            f"phân hạng lại ngay cũng phải sau {by} mới có",
            f"rated again at once, not there before {by}",
        )
    return choose(lang, "nên phân hạng lại trước ngày ấy", "to be rated again before")


def _plain(facts: Facts, lang: str) -> str:
    if facts.get("stars_short"):
        return _short(facts, lang)
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
        when, again = choose(lang, "hàng giao", "delivery is"), _again(facts, lang)
        if facts.get("months_unsaid"):
            when = choose(lang, "bên bán có hàng", "in supply")
        if covered:
            counted = span(covered, lang)
            return choose(
                lang,
                f"{lapsing}, {when} {wanted}: chỉ được tính {counted}, {again}.",
                f"{lapsing}, {when} {wanted}: counted for {counted} only, {again}.",
            )
        if int(str(facts["stars_until"])[5:7]) in facts["stars_months"]:
            return choose(
                lang,
                f"{lapsing}, {when} {wanted}: chỉ còn hạn cho hàng giao trước ngày ấy, {again}.",
                f"{lapsing}, {when} {wanted}: valid before that day only, {again}.",
            )
        return choose(
            lang,
            f"{lapsing}, {when} {wanted}: lúc giao không còn được tính, {again}.",
            f"{lapsing}, {when} {wanted}: no longer counted by then, {again}.",
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
    "preferred_all": _preferred,
    "preferred_some": _preferred,
    "preferred_none": _preferred,
    "distinctions": _distinctions,
    "plain": _plain,
}
