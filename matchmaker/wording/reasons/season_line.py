"""The one line's words on the months: how many are delivered, and what decides of the others."""

from __future__ import annotations

from collections.abc import Sequence

from matchmaker.wording.months import span, within
from matchmaker.wording.numbers import day
from matchmaker.wording.reasons.phrases import Facts, choose
from matchmaker.wording.reasons.reached import reached, with_nearly, with_the_next
from matchmaker.wording.reasons.supply import kept_for


def season_clause(code: str, facts: Facts, lang: str) -> str:
    """ "giao 2/3 tháng (T11 không kịp giấy)"; "" where months are not said."""
    if code not in ("season_all", "season_part"):
        return ""
    common, wanted = reached(facts), len(facts.get("wanted") or ())
    late = [month for month in facts.get("missed") or () if month in common]
    risked = [*(facts.get("may_miss") or ()), *(facts.get("may_nearly") or ())]
    may_miss = [month for month in risked if month in common and month not in late]
    if (early := facts.get("early")) and not may_miss and not late:
        until = day(facts["deadline"], lang)
        vi, en = f"giao sớm {span(early, lang)} (hạn {until})", f"early, {within(early, lang)} (due {until})"
        return choose(lang, vi, en)
    in_time = facts.get("in_time") and not late
    text = choose(
        lang,
        f"giao {len(common) - len(late)}/{wanted} tháng",
        f"{len(common) - len(late)} of {wanted} {'month' if wanted == 1 else 'months'}",
    )
    if (more := with_the_next(facts)) and not late:
        text = _with_the_next(facts, common, more, lang)
    if in_time:
        until, spare = day(facts["deadline"], lang), facts.get("days_to_spare")
        text = choose(lang, f"giao kịp hạn {until}", f"in time for {until}")
        if spare is not None:
            text += choose(
                lang,
                f", nhưng sớm nhất chỉ trước hạn {spare} ngày",
                f", {spare} days before it at the earliest",
            )
    if may_miss:
        text += choose(lang, " nếu kịp giấy", " if the papers are in time")
    elif facts.get("if_papers") and facts.get("no_step"):
        en = f"in supply in {len(common)} of {wanted} months, without the papers"
        text = choose(lang, f"có hàng {len(common)}/{wanted} tháng, chưa có giấy", en)
    elif facts.get("if_papers"):
        text += choose(lang, " nếu đủ giấy", " with the papers")
    if in_time and not may_miss:
        return text
    notes = [choose(lang, "không trọn tháng", "not throughout")] if facts.get("lacks") and not in_time else []
    hardly = facts.get("nearly_missed") or ()
    nearly = [month for month in hardly if month in common and month not in late]
    if late or nearly:
        months = with_nearly(span(late, lang) if late else "", nearly, lang)
        notes.append(choose(lang, f"{months} không kịp giấy", f"the papers come too late for {months}"))
    if unsure := facts.get("unsure"):
        months = span(unsure, lang)
        notes.append(choose(lang, f"{months} chưa rõ", f"not known for {months}"))
    if code == "season_part":
        notes += kept_for(facts, lang)
    if stale := facts.get("stale"):
        vi, en = f"{span(stale, lang)} phải hỏi hạn dùng", f"ask the shelf life for {span(stale, lang)}"
        notes.append(choose(lang, vi, en))
    if lost := facts.get("too_late"):
        months = span(lost, lang)
        notes.append(choose(lang, f"{months} không kịp đường đi", f"{months} is too soon for the way"))
    if notes and len(common) == len(late):
        return "; ".join(notes)
    return f"{text} ({'; '.join(notes)})" if notes else text


def _with_the_next(facts: Facts, now: Sequence[int], more: int, lang: str) -> str:
    """ "đợt này giao T12 (1/3 tháng), cả vụ sau đủ T10–T12": the months of this season and of the next."""
    wanted, all_ = len(facts.get("wanted") or ()), facts.get("common") or ()
    vi, en = "đợt này chưa kịp tháng nào", "no month this time"
    if now:
        vi = f"đợt này giao {span(now, lang)} ({len(now)}/{wanted} tháng)"
        en = f"{within(now, lang)} this time ({len(now)} of {wanted} months)"
    then = ("đủ ", "all of ") if more == wanted else ("", "")
    return choose(
        lang,
        f"{vi}, cả vụ sau {then[0]}{span(all_, lang)}",
        f"{en}, {then[1]}{span(all_, lang)} with the next season",
    )
