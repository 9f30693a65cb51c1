"""The one line's words on the months: how many are delivered, and what keeps the others back."""

from __future__ import annotations

from matchmaker.wording.months import span, within
from matchmaker.wording.numbers import day
from matchmaker.wording.reasons.phrases import Facts, choose
from matchmaker.wording.reasons.reached import reached, with_the_next
from matchmaker.wording.reasons.season_notes import next_year
from matchmaker.wording.reasons.supply import kept_for


def season_clause(code: str, facts: Facts, lang: str) -> str:
    """ "giao 2/3 tháng (T11 không kịp giấy)"; "" where months are not said."""
    if code not in ("season_all", "season_part"):
        return ""
    over, lost = facts.get("over") or (), facts.get("too_late") or ()
    common, wanted = reached(facts), len(facts.get("wanted") or ())
    late = [month for month in facts.get("missed") or () if month in common]
    may_miss = [month for month in facts.get("may_miss") or () if month in common and month not in late]
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
        text = choose(
            lang,
            f"đợt này {text}, cả vụ sau {more}/{wanted}",
            f"{text} this time, {more} with the next season",
        )
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
    if late:
        months = span(late, lang)
        notes.append(choose(lang, f"{months} không kịp giấy", f"the papers come too late for {months}"))
    if may_miss:
        months = span(may_miss, lang)
        notes.append(choose(lang, f"giấy lâu thì lỡ {months}", f"{months} is missed if they take long"))
    if over:
        months = span(over, lang)
        notes.append(choose(lang, f"{months} phải đợi vụ sau", f"{months} in the next season"))
    if unsure := facts.get("unsure"):
        months = span(unsure, lang)
        notes.append(choose(lang, f"{months} chưa rõ", f"not known for {months}"))
    notes += next_year(facts, lang)
    if code == "season_part":
        notes += kept_for(facts, lang)
    if stale := facts.get("stale"):
        vi, en = f"{span(stale, lang)} phải hỏi hạn dùng", f"ask the shelf life for {span(stale, lang)}"
        notes.append(choose(lang, vi, en))
    if (left := facts.get("days_left")) and lost:
        month, way = span(lost, lang), facts["days_on_way"]
        vi = f"{month} coi như không kịp: còn {left} ngày, đường đi {way} ngày"
        notes.append(choose(lang, vi, f"{left} days of {month} left, {way} on the way: too late for it"))
    elif left and (not common or common[0] not in late):
        notes.append(choose(lang, f"tháng này còn {left} ngày", f"{left} days of this one left"))
    if notes and len(common) == len(late):
        return "; ".join(notes)
    return f"{text} ({'; '.join(notes)})" if notes else text
