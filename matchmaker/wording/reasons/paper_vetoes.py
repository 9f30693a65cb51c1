"""Why a pair cannot be: papers that are missing or lapse before the delivery."""

from __future__ import annotations

from collections.abc import Iterable

from matchmaker.wording.months import within
from matchmaker.wording.numbers import day
from matchmaker.wording.reasons.phrases import Facts, choose, each_paper, held_paper, listed, quoted


def missing_cert(facts: Facts, lang: str) -> str:
    """The papers required that are not held, beside those that are."""
    codes = list(facts.get("missing") or ())
    none = {"OCOP", "OCOP_STARS"} <= set(codes) and not facts.get("stars")  # told once
    missing = [code for code in codes if code != "OCOP_STARS" and not (none and code == "OCOP")]
    said = []
    if missing:
        said.append(choose(lang, f"thiếu {listed(missing, lang)}", f"lacks {listed(missing, lang)}"))
    if "OCOP_STARS" in codes:
        have, least = facts.get("stars") or 0, facts.get("min_stars")
        has = (f"mới có OCOP {have} sao trong khi", f"has OCOP {have} stars")
        if not have:
            has = ("chưa có sao OCOP,", "has no OCOP stars")
        said.append(choose(lang, f"{has[0]} cần từ {least} sao", f"{has[1]}, {least} needed"))
    held = _plainly([*(facts.get("held") or ()), *_for_a_while(facts)], lang, facts.get("stars"))
    if not held and missing and not facts.get("expired"):
        names = listed(missing, lang)
        more = [each for each in said if not each.startswith(("thiếu", "lacks"))]
        end = f"; {'; '.join(more)}" if more else ""
        return choose(
            lang,
            f"Bên bán chưa {'kê' if facts.get('said_held') else 'có'} giấy nào bên mua đòi ({names}{end})"
            f"{_refused(facts, lang)}{_notes(facts, lang)}.",
            f"The producer {'lists' if facts.get('said_held') else 'has'} none of the papers required "
            f"({names}{end}){_refused(facts, lang)}{_notes(facts, lang)}.",
        )
    note = _notes(facts, lang)
    rest = has = ""  # where nothing else is asked for there is nothing to add
    if held:
        has = choose(lang, f" Giấy bên mua đòi mà bên bán có: {held}.", f" Of those required it has {held}.")
    elif facts.get("expired"):
        lapsed = papers_expired(facts, lang)
        rest = choose(lang, f" (giấy khác bên mua đòi: {lapsed})", f" (others required: {lapsed})")
    return choose(
        lang,
        f"Bên bán {', '.join(said)}{rest}{_refused(facts, lang)}{note}.{has}",
        f"The producer {', '.join(said)}{rest}{_refused(facts, lang)}{note}.{has}",
    )


def _refused(facts: Facts, lang: str) -> str:
    """That the buyer does not take the goods, where he has not to be asked whether another paper will do."""
    if facts.get("may_stand_in"):
        return ""
    return choose(lang, ": bên mua không nhận", ": the buyer cannot take it")


def _plainly(rows: Iterable[Facts], lang: str, stars: int | None) -> str:
    """ "VietGAP (dùng thay ATTP), OCOP đến 28/07/2028": papers that are held of those required."""
    told = []
    for row in each_paper(rows):
        name = held_paper(
            {**row, "by": None, "serves": (), "code": row.get("by") or row["code"]}, lang, stars
        )
        others = listed(row.get("serves") or (), lang)
        serves = choose(lang, f" (dùng thay {others})", f" (which serves for {others})") if others else ""
        if until := row.get("expires"):
            name += f" {choose(lang, 'đến', 'until')} {day(until, lang)}"
        told.append(name + serves)
    return ", ".join(told)


def _said_held(facts: Facts, lang: str) -> str:
    """What the seller says in words of papers that he does not list: they are to be shown."""
    said = ", ".join(quoted(words, lang) for words in dict.fromkeys((facts.get("said_held") or {}).values()))
    if not said:
        return ""
    return choose(
        lang, f"; bên bán có ghi {said}, phải đưa giấy ra", f"; it says {said}, the paper is to be shown"
    )


def _notes(facts: Facts, lang: str) -> str:
    """What is to be added of papers that are missing."""
    others = f"{_may_stand_in(facts, lang)}{_no_stand_in(facts, lang)}"
    return f"{_no_use(facts, lang)}{others}{_said_held(facts, lang)}"


def _may_stand_in(facts: Facts, lang: str) -> str:
    """Papers held of another standard than those required, which the buyer may take for them."""
    others = listed(facts.get("may_stand_in") or (), lang)
    if not others:
        return ""
    return choose(
        lang,
        f"; bên bán có {others}: hỏi bên mua có nhận thay không",
        f"; it holds {others}: ask whether the buyer takes it instead",
    )


def _no_stand_in(facts: Facts, lang: str) -> str:
    """Papers held of another standard, or for another country, than those required."""
    others = listed(facts.get("no_stand_in") or (), lang)
    if not others:
        return ""
    return choose(
        lang, f"; {others} của bên bán không thay được", f"; {others}, which it holds, will not do instead"
    )


def _no_use(facts: Facts, lang: str) -> str:
    """Of a missing paper that it is granted to other goods only."""
    if not facts.get("granted_elsewhere"):
        return ""
    vi = "; chỉ dẫn địa lý chỉ cấp cho hàng đúng giống, đúng vùng, không xin được cho hàng này"
    return choose(lang, vi, "; the indication is granted to goods of its own place and variety only")


def _for_a_while(facts: Facts) -> list[Facts]:
    """Papers required that are held, but not for the whole delivery."""
    return list(facts.get("lapsing") or ())


def cert_expired(facts: Facts, lang: str) -> str:
    """The papers that have lapsed by the delivery, or serve for a part of it only."""
    expired = papers_expired(facts, lang)
    months = within(facts.get("months") or (), lang)
    end = choose(lang, "giấy không còn hiệu lực khi giao", "not valid by then")
    if _within_delivery(facts):
        end = choose(lang, "chỉ giao được đến hết ngày ấy", "to be delivered until that day only")
    when = choose(lang, f"hàng giao {months}", f"delivery is {months}")
    if facts.get("months_unsaid"):
        when = choose(lang, f"bên bán có hàng {months}", f"the goods are in supply {months}")
    return choose(
        lang,
        f"{expired}, mà {when}: {end}{_also_lapsing(facts, lang)}{_may_stand_in(facts, lang)}.",
        f"{expired}, but {when}: {end}{_also_lapsing(facts, lang)}{_may_stand_in(facts, lang)}.",
    )


def _within_delivery(facts: Facts) -> bool:
    """Whether every lapsed paper lapses in a month of delivery and not before."""
    months, first = set(facts.get("months") or ()), str(facts.get("first_day") or "")
    last = [str(row.get("expires") or "") for row in facts.get("expired") or ()]
    return bool(last) and all(each and int(each[5:7]) in months and each >= first for each in last)


def _also_lapsing(facts: Facts, lang: str) -> str:
    """Papers that cover a part of the months, told beside those that cover none."""
    until = choose(lang, "đến", "until")
    told = [
        f"{held_paper(row, lang, facts.get('stars'))} {until} {day(row['expires'], lang)}"
        for row in each_paper(facts.get("lapsing"))
    ]
    return choose(lang, "; cũng hết giữa đợt: ", "; also lapsing midway: ") + ", ".join(told) if told else ""


def papers_expired(facts: Facts, lang: str) -> str:
    """Lapsed papers with their last day."""
    return ", ".join(
        choose(
            lang,
            f"{held_paper(row, lang, facts.get('stars'))} hết hạn {day(row['expires'], lang)}",
            f"{held_paper(row, lang, facts.get('stars'))} expires {day(row['expires'], lang)}",
        )
        for row in each_paper(facts.get("expired"))
    )
