"""Amounts in units that convert within bounds: litres of known goods, and heads of a stated weight."""

from __future__ import annotations

from matchmaker.wording.months import span
from matchmaker.wording.numbers import number
from matchmaker.wording.reasons.phrases import Facts, amount, choose, percent, said_amount
from scoring.criteria.bounded_amounts import HEAD, PIECES
from scoring.units import KILOGRAM, LIVE_KILOGRAM


def told(facts: Facts, need: str, filled: str, lang: str) -> str:
    """ "Có 100 kg, tức khoảng 69–72 lít (1,38–1,45 kg/lít), cần 800 lít mỗi tháng: được khoảng 9 %, …"."""
    held = amount(_held(facts), facts.get("unit"), lang)
    own = said_amount(facts, "supply", lang) or held
    if not facts.get("monthly") and facts.get("months") and own != held:  # what counts for the months wanted
        own += f" ({span(facts['months'], lang)}: {held})"
    each = choose(lang, " mỗi tháng", " a month") if facts.get("monthly") else ""
    low, high = (_held(facts) * float(facts[name]) for name in ("factor_low", "factor_high"))
    wanted = float(facts.get("need_month" if facts.get("monthly") else "need") or 0)
    ends = _between(low, high, facts, lang)
    if low >= wanted:
        vi, en = "đủ hàng", "enough"
    elif high < wanted:
        short = _between(wanted - high, wanted - low, facts, lang)
        share = _shares(facts, lang)
        vi = f"được {about(share, lang)}, thiếu khoảng {short}{each}{filled}"
        en = f"{about(share, lang)} of it, about {short}{each} short{filled}"
    else:
        share = percent(facts.get("fill"), lang)
        vi, en = f"mức cao thì đủ, mức thấp được {share}", f"the upper end is enough, the lower one {share}"
    return choose(
        lang,
        f"Có {own}, tức khoảng {ends}{each} ({_why(facts, lang)}), cần {need}: {vi}",
        f"Has {own}, about {ends}{each} ({_why(facts, lang)}), {need} needed: {en}",
    )


def at_most(facts: Facts, filled: str, lang: str) -> str:
    """ "cân hơi cũng chỉ được nhiều nhất 98 %, thiếu ít nhất 86 kg mỗi tháng": heads that weigh too little
    even alive; "" where they may suffice."""
    share = facts.get("fill_at_most")
    if share is None or share >= 1 or facts.get("factor_low") is not None or facts.get("out_of_season"):
        return ""
    each = choose(lang, " mỗi tháng", " a month") if facts.get("monthly") else ""
    wanted = float(facts.get("need_month" if facts.get("monthly") else "need") or 0)
    lack = amount(wanted - _held(facts) * float(facts["factor_high"]), facts.get("need_unit"), lang)
    most = percent(share, lang)
    return choose(
        lang,
        f"cân hơi cũng chỉ được nhiều nhất {most}, thiếu ít nhất {lack}{each}{filled}",
        f"even by live weight {most} of it at most, {lack}{each} short at least{filled}",
    )


def in_line(facts: Facts, lang: str) -> str:
    """ "được khoảng 72–96 % lượng cần": how much of the need it is, in the one line."""
    if (facts.get("fill_at_most") or 0) < 1:
        share = about(_shares(facts, lang), lang)
        return choose(lang, f"được {share} lượng cần", f"{share} of the need")
    low = percent(facts.get("fill"), lang)
    vi, en = f"đủ lượng ở mức cao, mức thấp được {low}", f"enough at the upper end, {low} at the lower"
    return choose(lang, vi, en)


def _held(facts: Facts) -> float:
    return float(facts.get("supply_month" if facts.get("monthly") else "supply") or 0)


def _between(low: float, high: float, facts: Facts, lang: str) -> str:
    """ "69–72 lít", "3–4,2 tấn hơi": both ends in the unit of the need, once where they are printed alike."""
    base = str(facts.get("need_unit") or "")
    live = base == LIVE_KILOGRAM
    one, other = (amount(round(end, 3), KILOGRAM if live else base, lang) for end in (low, high))
    alive = choose(lang, " hơi", " live") if live else ""
    head, _, unit = one.rpartition(" ")
    if one == other:
        return one + alive
    return (f"{head}–{other}" if unit == other.rpartition(" ")[2] else f"{one} – {other}") + alive


def about(share: str, lang: str) -> str:
    """ "khoảng 9 %"; what is less than one percent is rough as it stands."""
    bare = not share[0].isdigit()
    return share if bare else f"{choose(lang, 'khoảng', 'about')} {share}"


def _shares(facts: Facts, lang: str) -> str:
    low, high = percent(facts.get("fill"), lang), percent(facts.get("fill_at_most"), lang)
    return low if low == high else f"{low.removesuffix(' %')}–{high}"


def _why(facts: Facts, lang: str) -> str:
    """By what the amounts were brought to one unit."""
    low, high = float(facts["factor_low"]), float(facts["factor_high"])
    if not facts.get("by_density"):
        units = (facts.get("unit"), facts.get("need_unit"))
        piece = next((str(each) for each in units if each in PIECES), HEAD)
        if piece == facts.get("need_unit"):
            low, high = 1 / high, 1 / low
        ends = "–".join(dict.fromkeys(number(end, lang, 1 if piece == HEAD else 2) for end in (low, high)))
        return choose(lang, f"{ends} kg/{piece}", f"{ends} kg each")
    units = (facts.get("unit"), facts.get("need_unit"))
    if units == ("kg", "lít"):
        low, high = 1 / high, 1 / low
    elif units != ("lít", "kg"):
        return choose(lang, "tính theo trọng lượng một lít", "by what a litre weighs")
    ends = f"{number(low, lang, 2)}–{number(high, lang, 2)}"
    return choose(lang, f"{ends} kg/lít", f"{ends} kg a litre")
