"""Reasons about the months: when there are goods, and when they are wanted."""

from __future__ import annotations

from matchmaker.wording.months import span, within
from matchmaker.wording.numbers import day, number
from matchmaker.wording.reasons.phrases import Facts, Teller, choose
from matchmaker.wording.reasons.reached import not_sure, reached, with_the_next
from matchmaker.wording.reasons.season_notes import by_paper, only_papers_lack, season_notes
from matchmaker.wording.reasons.supply import in_sentences, in_supply, kept_told, kept_year, wanted_then
from matchmaker.wording.reasons.vetoes import VETOES


def _supply_and_wish(facts: Facts, lang: str) -> str:
    offered, wanted = in_supply(facts, lang), wanted_then(facts, lang)
    return choose(lang, f"Có hàng {offered}, bên mua cần {wanted}", f"In supply {offered}, wanted {wanted}")


def _season_all(facts: Facts, lang: str) -> str:
    n = len(facts.get("wanted") or ())
    end = choose(lang, f"giao đủ cả {n} tháng", f"all {n} months served")
    if n == 1:
        end = choose(lang, "giao đúng tháng cần", "the month is served")
    if facts.get("if_papers") or facts.get("other_form"):
        month = (
            (" tháng cần", "in supply in the month")
            if n == 1
            else (f" cả {n} tháng", f"in supply all {n} months")
        )
        then = ("giao được khi có giấy", "served once the papers are there")  # the papers may come late
        if facts.get("other_form"):
            then = ("nhưng khác dạng", "but in another form")
        end = choose(lang, f"có hàng đủ{month[0]}, {then[0]}", f"{month[1]}, {then[1]}")
    if unsure := not_sure(facts):
        sure, open_ = reached(facts), span(unsure, lang)
        end = choose(lang, f"{open_} chưa rõ", f"not known for {open_}")
        if sure:
            served = choose(lang, "giao được", "served")
            if facts.get("other_form"):
                served = choose(lang, "có hàng, nhưng khác dạng,", "in supply, but in another form,")
            elif facts.get("if_papers"):
                served = choose(lang, "khi có giấy thì giao được", "once the papers are there, served")
            vi = f"{served} {span(sure, lang)} ({len(sure)} trong {n} tháng cần); "
            end = choose(lang, vi, f"{served} {within(sure, lang)} ({len(sure)} of {n} months); ") + end
    elif early := facts.get("early"):
        end = choose(
            lang, f"giao {span(early, lang)}, trước hạn", f"delivered {within(early, lang)}, before it"
        )
    elif facts.get("over"):
        left = span([month for month in facts.get("common") or () if month not in facts["over"]], lang)
        vi, en = f"vụ này chỉ còn {left}", f"of this season only {left} is left"
        end = choose(lang, f"{vi}, cả vụ sau thì đủ {n} tháng", f"{en}, all {n} months with the next one")
    elif facts.get("lacks"):
        end = choose(
            lang, f"có hàng trong {n} tháng ấy nhưng không trọn", f"in these {n} months, but not throughout"
        )
    return in_sentences(f"{_supply_and_wish(facts, lang)}: {end}", season_notes(facts, lang))


def _season_part(facts: Facts, lang: str) -> str:
    common, served_at_all = reached(facts), facts.get("common") or ()
    lacking = [month for month in facts.get("wanted") or () if month not in served_at_all]
    once = facts.get("in_time") and common  # one delivery will do
    lacks = [each for each in _open_months(lacking, facts, lang) if each[0] and not once]
    open_ = [
        choose(
            lang,
            f"{_of_years(months, facts, lacking, lang)} phải {how}",
            f"{how.removesuffix(',')} for {_of_years(months, facts, lacking, lang)}",
        )
        for months, how in lacks
    ]
    if unsure := not_sure(facts):
        open_.append(choose(lang, f"{span(unsure, lang)} chưa rõ", f"not known for {span(unsure, lang)}"))
    served = _served(facts, lang, once=bool(once))
    can = choose(lang, f"giao được {served}", f"served {served}")
    if not common:
        can = choose(lang, "đợt này khó kịp", "hardly in time")
    elif facts.get("other_form"):
        can = choose(lang, f"có hàng {served}, nhưng khác dạng", f"in supply {served}, but in another form")
    elif facts.get("if_papers"):  # which of them are served the papers tell, that may come late
        can = choose(
            lang,
            f"có hàng {served}, giao được khi có giấy",
            f"in supply {served}, served once the papers are there",
        )
    told = ["; ".join(open_)] if open_ else []
    if any(facts.get(name) for name in ("stored", "left_over")) and (keeps := kept_told(facts, lang)):
        told += [keeps] if lacks and not only_papers_lack(facts) else []
    return in_sentences(f"{_supply_and_wish(facts, lang)}: {can}", [*told, *season_notes(facts, lang)])


def _served(facts: Facts, lang: str, *, once: bool) -> str:
    """ "T11–T12 (2 trong 10 tháng cần)": the months of this delivery and how many of those wanted they are;
    without the months where they are those of supply, which are told just before."""
    common = reached(facts)
    if once:
        return within(common, lang)
    said = _of_months(facts, lang)
    if span(common, lang) == in_supply(facts, lang) and common != facts.get("wanted"):
        return choose(lang, said, f"in {said}")
    months = within(common, lang)
    return f"{months}, {said}" if "(" in _supply_and_wish(facts, lang) else f"{months} ({said})"


def _of_years(months: list[int], facts: Facts, lacking: list[int], lang: str) -> str:
    """ "T10/2027": months served from a store, with the year where the last month that the goods keep until
    is another year's among those that lack."""
    kept, until = facts.get("stored_for") or (), str(facts.get("kept_until") or "")
    year = kept_year(facts)
    apart = until and int(until[5:7]) in lacking and int(until[5:7]) not in kept
    if not year or not apart or not set(months) <= set(kept):
        return span(months, lang)
    since, last = int(facts["kept_since"]), months[-1]
    year += last <= since
    year += bool(facts.get("left_over"))  # what is told to keep is the last harvest, these are of the next
    return f"{span(months, lang)}{choose(lang, '/', ' ')}{year}"


def _open_months(lacking: list[int], facts: Facts, lang: str) -> list[tuple[list[int], str]]:
    """The months that are not served with what could serve them, those before any supply apart."""
    sooner, kept = facts.get("sooner") or [], facts.get("left_over") or []
    old = (
        "lấy hàng trữ vụ trước nếu còn, hoặc tìm nguồn khác",
        "what is left of the last season, or another source",
    )
    before, rest = choose(lang, "tìm nguồn khác", "another source"), _filled(facts, lang)
    kept_for = facts.get("stored_for") or lacking
    spoilt = [month for month in lacking if month not in kept_for]
    hows = {
        month: choose(lang, *old) if month in kept else before if month in sooner or month in spoilt else rest
        for month in lacking
    }
    if paper := by_paper(facts, lang):
        hows |= {month: paper for month in lacking if month in facts["barred"]}
        lapsed = facts.get("stored_barred") or ()
        hows |= {month: _with_paper(facts, lang) for month in lacking if month in lapsed}
    hows |= {month: _too_late(facts, lang) for month in lacking if month in (facts.get("unready") or ())}
    return [([month for month in lacking if hows[month] == how], how) for how in dict.fromkeys(hows.values())]


def _with_paper(facts: Facts, lang: str) -> str:
    """What the months need that goods set aside can serve once a paper holds that long."""
    return choose(
        lang,
        "trữ hàng và có giấy còn hạn, hoặc tìm nguồn khác",
        "goods set aside with valid papers, or another source",
    )


def _too_late(facts: Facts, lang: str) -> str:
    """That goods in supply cannot be ready within what is left of a month."""
    if not facts.get("ready_on"):
        return choose(lang, "tìm nguồn khác", "another source")
    ready, lead = day(facts["ready_on"], lang), number(facts.get("lead_time_days"), lang)
    vi, en = "tìm nguồn khác", "another source"
    if facts.get("unready_again"):
        vi, en = "đợi lần sau", "their next time"
    vi = f"{vi} (hàng có, cần {lead} ngày chuẩn bị, sớm nhất {ready})"
    return choose(lang, vi, f"{en} (the goods are there, ready after {lead} days, on {ready})")


def _of_months(facts: Facts, lang: str) -> str:
    """ "2 trong 10 tháng cần": how many of the months wanted this delivery reaches."""
    wanted, served = len(facts.get("wanted") or ()), len(reached(facts))
    said = choose(lang, f"{served} trong {wanted} tháng cần", f"{served} of {wanted} months")
    if more := with_the_next(facts):
        then = span(facts["common"], lang)
        said += choose(lang, f", cả vụ sau thì {more}: {then}", f", {more} with the next season: {then}")
    return said


def _filled(facts: Facts, lang: str) -> str:
    """How the months that are not served can be: goods that keep can also be set aside for them."""
    barred = facts.get("barred") or ()
    common, wanted = facts.get("common") or (), facts.get("wanted") or ()
    if barred and all(month in barred for month in wanted if month not in common):
        if facts.get("barred_by_market", True):
            return choose(lang, "có giấy còn hạn hoặc tìm nguồn khác", "valid papers or another source")
        vi = "có giấy còn hạn (hàng thì có) hoặc tìm nguồn khác"
        return choose(lang, vi, "valid papers (the goods are there) or another source")
    if facts.get("stored"):
        return choose(lang, "trữ hàng hoặc tìm nguồn khác", "goods set aside or another source")
    return choose(lang, "tìm nguồn khác", "another source")


def _season_unknown(facts: Facts, lang: str) -> str:
    wanted = within(facts.get("wanted") or (), lang)
    vi = f"Cần hàng {wanted} nhưng chưa rõ tháng bên bán có hàng: phải hỏi lại"
    en = f"Wanted {wanted}, but the months of supply are not known: to be asked"
    if not facts.get("wanted"):
        vi = "Chưa rõ tháng bên bán có hàng, bên mua cũng chưa nêu tháng nhận: phải hỏi lại"
        en = "Neither the months of supply nor those wanted are known: to be asked"
    return in_sentences(choose(lang, vi, en), season_notes(facts, lang))


def _season_open(facts: Facts, lang: str) -> str:
    offered = in_supply(facts, lang)
    vi = f"Có hàng {offered}, bên mua chưa nêu tháng nhận: thời gian tùy thỏa thuận"
    en = f"In supply {offered}; the buyer names no month: the time is open"
    return in_sentences(choose(lang, vi, en), season_notes(facts, lang))


REASONS: dict[str, Teller] = {
    "season_all": _season_all,
    "season_part": _season_part,
    "season_none": VETOES["wrong_season"],
    "season_unknown": _season_unknown,
    "season_open": _season_open,
}
