"""Papers as tasks of a missing step: how long each takes, and, for all of them together, what that misses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from matchmaker.wording.months import span
from matchmaker.wording.numbers import day
from matchmaker.wording.reasons.phrases import Facts, choose, paper, quoted
from matchmaker.wording.reasons.reached import with_nearly

DAYS_A_MONTH, MONTHS_A_YEAR = 30, 12
TOLD_IN_MONTHS = 60  # days; lead times from here on are told in months
FEW = 2  # facts in one bracket
VERBS = {
    "obtain_paper": ("làm thêm {papers}", "obtain {papers}"),
    "renew_paper": ("gia hạn {papers}", "renew {papers}"),
}
Step = Mapping[str, Any]


def paper_tasks(steps: Sequence[Step], lang: str) -> str:
    """ "làm thêm Tem truy xuất (7–30 ngày), VietGAP (3–6 tháng)": papers that are got in one way."""
    told: dict[str, list[str]] = {}
    for step in steps:  # what is told alike of several is told once
        name, notes = _paper(step["facts"], lang, alone=len(steps) == 1)
        told.setdefault(notes, []).append(name)
    each = choose(lang, "cùng ", "each ")
    named = ", ".join(
        f"{', '.join(names)} ({each if len(names) > 1 else ''}{notes})" if notes else ", ".join(names)
        for notes, names in told.items()
    )
    return choose(lang, *VERBS[str(steps[0]["code"])]).format(papers=named)


def _paper(facts: Facts, lang: str, *, alone: bool) -> tuple[str, str]:
    """A paper, and how long it takes, with until when it holds where little else is told of it."""
    name = paper(str(facts.get("paper")), lang)
    if facts.get("stars"):
        name += choose(lang, f" từ {facts['stars']} sao", f" with {facts['stars']} stars or more")
    notes = _under_way(lang) if facts.get("underway") else _lead_time(facts, lang, alone=alone)
    if instead := ", ".join(paper(code, lang) for code in facts.get("ask_instead") or ()):
        vi, en = f"trước hết hỏi bên mua có nhận {instead} thay không", f"ask first if {instead} will do"
        notes.insert(0, choose(lang, vi, en))
    if facts.get("instead_of"):
        others = ", ".join(paper(code, lang) for code in facts["instead_of"])
        notes.insert(0, choose(lang, f"thay luôn {others}", f"serves for {others} too"))
    months = facts.get("validity_months")
    if months and alone and len(notes) < FEW:
        notes.append(choose(lang, f"có hạn {months} tháng", f"valid {months} months"))
    return name, ", ".join(notes)


def _under_way(lang: str) -> list[str]:
    """Of a paper that the seller has begun to get its day is to be asked."""
    return [choose(lang, "bên bán ghi đang làm, phải hỏi ngày có kết quả", "begun: ask when it is there")]


def _lead_time(facts: Facts, lang: str, *, alone: bool) -> list[str]:
    """How long a paper usually takes, and from when on it can be there or by when it must be begun."""
    if said := facts.get("said_held"):
        own = quoted(said, lang)
        vi, en = f"bên bán ghi {own}: chỉ cần đưa giấy ra", f"the offer says {own}: it is to be shown"
        return [choose(lang, vi, en)]
    if facts.get("lead_days_low") is None:
        return []
    usual = _stretch(facts, lang)
    said = [choose(lang, f"thường mất {usual}", f"usually {usual}") if alone else usual]
    if own := facts.get("due_said"):
        until = day(facts["due"], lang)
        vi = f"bên bán ghi {quoted(own, lang)}: chậm nhất {until}"
        said = [choose(lang, vi, f"the offer says {quoted(own, lang)}: by {until}")]
    earliest = day(facts.get("earliest"), lang)
    if facts.get("in_time") is False or _missed([facts]):
        said.append(choose(lang, f"sớm nhất {earliest}", f"not before {earliest}"))
    elif (begin := facts.get("begin_by")) and not facts.get("late"):  # else this delivery is missed anyway
        until = day(begin, lang)
        said.append(choose(lang, f"phải bắt đầu chậm nhất {until}", f"to be begun by {until}"))
    return said


def _stretch(facts: Facts, lang: str) -> str:
    low, high = facts["lead_days_low"], facts["lead_days_high"]
    unit = choose(lang, "ngày", "days")
    if low >= TOLD_IN_MONTHS:
        low, high = round(low / DAYS_A_MONTH), round(high / DAYS_A_MONTH)
        unit = choose(lang, "tháng", "months")
    return f"{low} {unit}" if low == high else f"{low}–{high} {unit}"


def _all(rows: Iterable[Facts], name: str) -> list[Any]:
    """What some facts hold under a name, each once."""
    return list({str(each): each for facts in rows for each in facts.get(name) or ()}.values())


def _missed(rows: Iterable[Facts]) -> list[int]:
    """The months that papers miss; none where it is the whole year."""
    months = [month for month in _all(rows, "missed") if isinstance(month, int)]
    return months if len(months) < MONTHS_A_YEAR else []


def what_they_reach(steps: Sequence[Step], lang: str) -> list[str]:
    """What papers miss, each in a sentence and once however many they are: months, the old paper's last day,
    what must be renewed by then, the last day of the demand."""
    rows = [step["facts"] for step in steps if not step["facts"].get("said_held")]
    timed = [facts for facts in rows if not facts.get("underway") and facts.get("lead_days_low") is not None]
    late = [facts for facts in timed if facts.get("in_time") is False]
    months = _missed(timed)
    missed, said = span(months, lang) if months else "", []
    nearly = [month for month in _all(timed, "nearly_missed") if month not in months]
    left = min((facts["days_left"] for facts in late if facts.get("days_left")), default=0)
    if left:
        vi, en = f"đợt này khi ấy chỉ còn {left} ngày", f"only {left} days of this delivery are left by then"
        said.append(choose(lang, vi, en))
    elif missed or nearly:
        told = with_nearly(missed, nearly, lang)
        said.append(choose(lang, f"không kịp {told}", f"too late for {told}"))
    if stored := _all(timed, "if_stored"):
        when = span([month for month in stored if month not in months], lang)
        ready = day(max(str(facts["earliest"]) for facts in timed), lang)
        vi, en = (
            f"{when} kịp nếu trữ hàng (từ {ready})",
            f"{when} is in time with goods set aside (from {ready})",
        )
        said += [] if late or not when else [choose(lang, vi, en)]
    may = [month for month in _all(timed, "may_miss") if month not in months]
    may_nearly = [month for month in _all(timed, "may_nearly") if month not in (*months, *may, *nearly)]
    if may or may_nearly:
        whole = any(facts.get("may_miss_all") for facts in timed)
        risked = with_nearly(span(may, lang) if may else "", may_nearly, lang)
        risked = choose(lang, "cả đợt này", "this delivery") if whole else risked
        are = "are" if may and may_nearly and not whole else "is"
        vi, en = f"giấy lâu thì lỡ {risked}", f"if the papers take long {risked} {are} missed"
        said = (
            [*said[:-1], choose(lang, f"{said[-1]}; {vi}", f"{said[-1]}; {en}")]
            if said
            else [choose(lang, vi, en)]
        )
    for last in sorted({str(facts["lapses_on"]) for facts in rows if facts.get("lapses_on")}):
        until = day(last, lang)
        said.append(choose(lang, f"giấy cũ chỉ giao được đến {until}", f"the old one serves until {until}"))
    if again := _all(timed, "renew_too"):
        names = ", ".join(f"{paper(row['code'], lang)} ({day(row['expires'], lang)})" for row in again)
        said.append(choose(lang, f"khi ấy phải gia hạn cả {names}", f"by then {names} must be renewed too"))
    if ends := [str(facts["ends_before_next"]) for facts in timed if facts.get("ends_before_next")]:
        until = day(min(ends), lang)
        vi = f"nhu cầu chỉ mở đến {until}: hỏi bên mua đợt sau có mua nữa không"
        said.append(choose(lang, vi, f"the demand closes on {until}: ask whether there is a next time"))
    elif closing := [facts for facts in timed if facts.get("closes")]:
        closes = min(str(facts["closes"]) for facts in closing)
        sure, until = any(str(facts["earliest"]) > closes for facts in closing), day(closes, lang)
        vi, en = ("khi ấy chưa có giấy", "before") if sure else ("có thể chưa kịp có giấy", "perhaps before")
        en = f"the demand closes on {until}, {en} the papers are there"
        said.append(choose(lang, f"nhu cầu chỉ mở đến {until}, {vi}", en))
    return said
