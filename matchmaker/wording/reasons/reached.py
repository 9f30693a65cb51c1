"""Which of the months wanted a delivery reaches: one count for the line, the reason and the step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from matchmaker.wording.months import span
from matchmaker.wording.reasons.phrases import Facts, choose, percent

RENEWED = "renew_paper"


def reached(facts: Facts, missed: Sequence[int] = ()) -> list[int]:
    """The months served this time: without those of the next season, those for which the goods are too long
    on the way or nobody says that they are there, and those ``missed`` because papers come too late.
    """
    away = {*(facts.get("over") or ()), *(facts.get("too_late") or ()), *not_sure(facts), *missed}
    return [month for month in facts.get("common") or () if month not in away]


def not_sure(facts: Facts) -> list[int]:
    """The months that are to be asked: before a season of which only the beginning is named, and those for
    which a harvest, of which nobody says until when it is sold, is too old."""
    asked = facts.get("harvest_said") and not facts.get("sold_all_year")
    return [*(facts.get("unsure") or ()), *((facts.get("stale") or ()) if asked else ())]


def with_the_next(facts: Facts) -> int:
    """How many of the months wanted the next season serves too, that which is too late for now among them;
    0 where none of them is of the next."""
    return len(facts.get("common") or ()) if facts.get("over") else 0


def begun(step: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]] | None) -> bool:
    """Whether the seller says that he is getting the paper of a step, or renewing one that he does not name:
    nobody but he knows when it will be there."""
    if step["code"] not in (RENEWED, "obtain_paper"):
        return False
    code = str(step["facts"].get("paper") or "")
    required = ((rows or {}).get("requirements") or {}).get("facts") or {}
    named = [note.get("of_papers") for note in required.get("notes") or () if note.get("underway")]
    return any(code.startswith(tuple(each)) if each else step["code"] == RENEWED for each in named)


def missed(
    steps: Sequence[Mapping[str, Any]], rows: Mapping[str, Mapping[str, Any]] | None
) -> dict[str, list[int]]:
    """The months for which papers of the ``steps`` come too late (``missed``), or may (``may_miss``), and
    those of which they so leave hardly a day."""
    facts = [step["facts"] for step in steps if not begun(step, rows)]
    return {
        name: list(dict.fromkeys(month for each in facts for month in each.get(name) or ()))
        for name in ("missed", "may_miss", "nearly_missed", "may_nearly")
    }


def of_served(volume: Facts, season: Facts, late: Sequence[int]) -> Facts:
    """The facts of a stock with the share of the need of those months alone that are served: what papers come
    too late for it does not go to. They stay as they are where it is the same share, or all of it."""
    months = volume.get("months") or ()
    served = [month for month in months if month in reached(season, late)]
    stock = "set_aside" in volume and volume.get("need_said_per") != "total"
    fill = volume.get("fill")
    if not stock or not fill or not 0 < len(served) < len(months):
        return volume
    times = len(months) / len(served)
    shares = {name: volume[name] * times for name in ("fill", "fill_at_most") if volume.get(name)}
    if max(shares.values()) >= 1:
        return volume
    of_all = {"all_months": months, "of_all": [volume[name] for name in shares]}
    return {**volume, **shares, **of_all, "months": served, "of_months": served}


def beside_all(volume: Facts, lang: str) -> str:
    """ " (cả T11–T12: 4–5 %)": the share of all months, as the row of amounts tells it, beside that of those
    served; "" where it is the same one."""
    if not volume.get("of_all"):
        return ""
    low, high = (percent(volume["of_all"][end], lang) for end in (0, -1))
    share = low if low == high else f"{low.removesuffix(' %')}–{high}"
    months = span(volume["all_months"], lang)
    return choose(lang, f" (cả {months}: {share})", f" (all of {months}: {share})")


def with_nearly(missed: str, nearly: Sequence[int], lang: str) -> str:
    """ "T1 và gần hết T2": months missed, and those of which hardly a day is left."""
    if not nearly:
        return missed
    most = choose(lang, f"gần hết {span(nearly, lang)}", f"most of {span(nearly, lang)}")
    return choose(lang, f"{missed} và {most}", f"{missed} and {most}") if missed else most
