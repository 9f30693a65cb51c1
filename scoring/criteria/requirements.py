"""Papers, invoice and market: what the buyer must have by law or by rule."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

import numpy as np

from scoring import exporting
from scoring.columns.arrays import Bools, Ints, Masks
from scoring.columns.offers import INVOICES
from scoring.context import EXPORT_MARKETS
from scoring.criteria.lists import listed, papers_held
from scoring.criteria.paper_sense import may_bear
from scoring.criteria.papers_in_words import papers_in_words
from scoring.criteria.season_days import delivered_in, in_time
from scoring.criteria.verdict import Facts, Verdict
from scoring.horizon import ALWAYS, NEVER, count
from scoring.pairs import Pairs
from scoring.papers_said import may_do_instead, of_other_standards, said_held
from scoring.profile import Profile

CODES = (
    "papers_complete",
    "papers_lapse",
    "papers_missing",
    "papers_expired",
    "invoice_refused",
    "invoice_unsaid",
    "market_closed",
    "market_unknown",
    "nothing_required",
)
COMPLETE, LAPSE, MISSING, EXPIRED, REFUSED, INVOICE_UNSAID, CLOSED, MARKET_UNKNOWN, NOTHING = range(9)

NO_FOOD_FORMS = frozenset({"craft", "plant", "service"})
NO_FOOD = frozenset(
    {"construction", "cosmetic", "farm input", "feed", "fibre", "flower", "handicraft", "household",
     "machinery", "packaging", "seedling", "service"}
)  # fmt: skip

COMMITMENTS = frozenset({"CK_ATTP"})  # a producer's own word, which hardly ever bears a last day
# What grows: the health certificate of animals is none of theirs.
GROWN = frozenset(
    {"fruit", "citrus", "melon", "vegetable", "root", "herb", "mushroom", "rice", "grain", "pulse", "nut",
     "spice", "tea", "herbal tea", "coffee", "cacao", "flower", "oilseed", "dried fruit", "seedling"}
)  # fmt: skip

Paper = tuple[str, Bools, Ints, Masks]  # code, who asks for it, valid until, months it covers
Asked = tuple[str, int, int]  # of one pair: code, valid until, months it covers


def judge(pairs: Pairs, profile: Profile) -> Verdict:
    """Share of requirements met over the delivery months; each paper is tested month by month."""
    papers = [
        (code, asked, until, pairs.tested & pairs.covered(until))
        for code, asked, until in pairs.required_papers
    ]
    months = np.maximum(count(pairs.tested), 1)
    asked_count, met = np.zeros(len(pairs)), np.zeros(len(pairs))
    missing, expired = np.zeros(len(pairs), dtype=np.bool_), np.zeros(len(pairs), dtype=np.bool_)
    for _, asked, until, masks in papers:
        covered = count(masks)
        missing |= asked & (until == NEVER)
        lasting = (until == ALWAYS) & (pairs.tested == 0)  # no month left to deliver in, yet no paper expired
        expired |= asked & (until != NEVER) & (covered == 0) & ~lasting
        asked_count += asked
        met += np.where(asked, np.where(lasting, 1.0, covered / months), 0.0)
    lapse = met < asked_count
    refused, unsaid, wanted = _invoice(pairs)
    asked_count += wanted
    met += wanted * np.where(refused, 0.0, np.where(unsaid, profile["requirement_doubt"], 1.0))
    closed, unknown, exported = _market(pairs)
    asked_count += exported
    met += exported * np.where(closed, 0.0, np.where(unknown, profile["requirement_doubt"], 1.0))
    share = met / np.maximum(asked_count, 1)
    score = np.where(asked_count > 0, share, 1.0)
    barred = (
        closed | missing | expired | refused
    )  # what is not taken speaks for nothing, whatever else is held
    score = np.where(barred, np.minimum(score, profile.neutral("requirements")), score)
    conditions = [closed, missing, expired, refused, lapse, unsaid, unknown, asked_count == 0]
    codes = [CLOSED, MISSING, EXPIRED, REFUSED, LAPSE, INVOICE_UNSAID, MARKET_UNKNOWN, NOTHING]
    code = np.select(conditions, codes, COMPLETE)

    @cache
    def asked_for() -> list[list[Asked]]:
        return _by_pair(papers, len(pairs))

    def facts(i: int) -> Facts:
        return {**_paper_facts(pairs, asked_for()[i], i), **_other_facts(pairs, i)}

    return Verdict(
        score=np.clip(score, 0.0, 1.0),
        code=code.astype(np.intp),
        codes=CODES,
        facts=facts,
        vetoes={
            "market_closed": closed,
            "missing_cert": missing,
            "cert_expired": expired,
            "no_invoice": refused,
        },
    )


def _invoice(pairs: Pairs) -> tuple[Bools, Bools, Bools]:
    """Refused: the invoice offered does not serve; unsaid: the producer is silent; wanted: one is asked."""
    accepted = pairs.demands.invoices[pairs.d]
    offered = pairs.offers.invoice[pairs.o]
    wanted = accepted != 0
    serves = (accepted >> np.maximum(offered, 0)) & 1 != 0
    return wanted & (offered >= 0) & ~serves, wanted & (offered < 0), wanted


def _market(pairs: Pairs) -> tuple[Bools, Bools, Bools]:
    """Closed, unknown and asked: whether the country exported to takes the product in a delivery month."""
    found = pairs.admission
    shut = (found.state == exporting.OPEN) & (pairs.tested & found.months == 0)
    closed = found.exported & ((found.state == exporting.CLOSED) | shut)
    return closed, found.exported & (found.state == exporting.UNKNOWN), found.exported


def _by_pair(papers: list[Paper], n: int) -> list[list[Asked]]:
    """The papers that each pair asks for, in their order."""
    found: list[list[Asked]] = [[] for _ in range(n)]
    for code, asked, until, covered in papers:
        rows = np.flatnonzero(asked)
        for i, last, months in zip(rows.tolist(), until[rows].tolist(), covered[rows].tolist(), strict=True):
            found[i].append((code, last, months))
    return found


def _paper_facts(pairs: Pairs, asked: list[Asked], i: int) -> Facts:
    months_of, told = pairs.context.horizon.months_of, listed(pairs)
    offer, demand, tested = pairs.offer(i), pairs.demand(i), told.both.tested[i]
    held, missing, expired, lapsing, unsaid = [], [], [], [], []
    for code, until, covered in asked:
        lasts = _own_until(pairs, code, until, i)
        day = {"code": code, "expires": _date(lasts), **_stand_in(pairs, code, i)}
        if until == NEVER:
            missing.append(code)
        elif not covered and (tested or until != ALWAYS):
            expired.append(day)
        elif covered != tested:
            lapsing.append({**day, "covers": months_of(covered & int(in_time(pairs)[i]) or covered)})
        else:
            held.append(day)
            unsaid += [day.get("by", code)] if lasts == ALWAYS else []
    unsaid = [code for code in unsaid if pairs.context.papers.lapses(code) and code not in COMMITMENTS]
    facts: Facts = {}
    if "GI" in missing and not may_bear(pairs, i):
        facts["granted_elsewhere"] = True
    if in_words := papers_in_words(demand, offer):
        facts["in_words"] = in_words
    if said := {code: words for code in missing if (words := said_held(offer, code.removesuffix("_STARS")))}:
        facts["said_held"] = said
    lapsed = [str(row["code"]) for row in expired]
    facts |= _of_other_standards(pairs, i, missing, lapsed)
    holds = pairs.context.papers.validity_months
    if validity := {code: holds[code] for code in (*missing, *lapsed) if code in holds}:
        facts["validity"] = validity
    kind = told.demands.kind[i]
    grown = kind >= 0 and pairs.context.lexicon.kinds[kind].category in GROWN
    if grown and any(paper.code == "KDDV" for paper in demand.required_certificates):
        facts["not_of_plants"] = ["KDDV"]
    # What has lapsed by now lapses in no month of a delivery, though the month that runs is one of them.
    now = pairs.context.horizon.today.toordinal() if expired else NEVER
    facts |= {
        "held": held,
        "missing": missing,
        "expired": expired,
        "lapsing": lapsing,
        "expiry_unsaid": list(dict.fromkeys(unsaid)),
        "months": delivered_in(pairs, i),
        "wanted": months_of(told.both.wanted[i]),
        "months_unsaid": not told.both.demand_months_known[i],
        "first_day": _date(max(told.offers.first[i], told.demands.first[i], now)),
    }
    return facts


def _of_other_standards(pairs: Pairs, i: int, missing: list[str], expired: list[str]) -> Facts:
    """``may_stand_in``: the papers held of another standard that the buyer may take for one that is lacking;
    ``no_stand_in``: those that will not do."""
    demand, lacking = pairs.demand(i), [*missing, *expired]
    if not lacking:
        return {}
    asked = {paper.code for paper in demand.required_certificates}
    others = of_other_standards(pairs.offer(i), lacking, asked, pairs.context.horizon.today)
    abroad = demand.channel in EXPORT_MARKETS
    may = [code for code in others if any(may_do_instead([code], each, abroad) for each in lacking)]
    found = {"may_stand_in": may, "no_stand_in": [code for code in others if missing and code not in may]}
    return {name: codes for name, codes in found.items() if codes}


def _stand_in(pairs: Pairs, code: str, i: int) -> Facts:
    """The paper that stands in for the one required, where it is another that is held longest."""
    papers = papers_held(pairs)
    held = {each: papers[each][i] for each in pairs.serving(code, i) if each in papers}
    longest = max(held, key=lambda each: held[each], default=code)  # of equals the first: the paper itself
    own = held.get(code, NEVER)
    if longest == code or held[longest] == NEVER or _serves_all_along(pairs, own, i):
        return {}
    return {"by": longest} | ({"own_expires": _date(own)} if own != NEVER else {})


def _own_until(pairs: Pairs, code: str, until: int, i: int) -> int:
    """Last day of what serves: of the paper itself where that lasts through the delivery."""
    papers = papers_held(pairs)
    own = papers[code][i] if code in papers else NEVER
    return own if _serves_all_along(pairs, own, i) else until


def _serves_all_along(pairs: Pairs, until: int, i: int) -> bool:
    """Whether a paper valid until that day covers every month of the delivery of pair ``i``."""
    last = listed(pairs).both.tested[i].bit_length() - 1
    return until != NEVER and last >= 0 and until >= pairs.context.horizon.ends()[last]


def _other_facts(pairs: Pairs, i: int) -> Facts:
    told = listed(pairs)
    given, wanted = told.offers.invoice[i], told.demands.invoices[i]
    facts: Facts = {
        "invoice": INVOICES[given] if given >= 0 else None,
        "invoices_accepted": [name for k, name in enumerate(INVOICES) if wanted >> k & 1],
        "product": pairs.offer(i).called,
    }
    if not wanted and _is_food(pairs, i):
        facts["safety"] = _safety_papers(pairs, i)
    stars = told.demands.min_stars[i]
    if stars:
        facts["min_stars"], facts["stars"] = stars, told.offers.stars[i]
    market = pairs.demands.market[pairs.d[i]]
    if market:
        state = exporting.row_of_pair(
            pairs.context, pairs.offers, pairs.demands, int(pairs.o[i]), int(pairs.d[i])
        )
        facts["market"] = market
        facts["market_open"] = None if state is None else state[0]
        facts["market_since"] = state[1].isoformat() if state and state[1] else None
        facts["market_until"] = state[3].isoformat() if state and state[3] else None
        facts["market_checked_on"] = state[2] if state else None
    return facts


def _is_food(pairs: Pairs, i: int) -> bool:
    kind = listed(pairs).offers.kind[i]
    entry = pairs.context.lexicon.kinds[kind] if kind >= 0 else None
    return entry is not None and entry.form not in NO_FOOD_FORMS and entry.category not in NO_FOOD


def _safety_papers(pairs: Pairs, i: int) -> list[str]:
    """The papers on food safety that the offer holds, the commitment of a small producer among them."""
    papers = papers_held(pairs)
    codes = dict.fromkeys((*pairs.context.papers.serving("ATTP"), *pairs.context.papers.serving("CK_ATTP")))
    return [code for code in codes if code in papers and papers[code][i] != NEVER]


@lru_cache(maxsize=16_384)
def _date(ordinal: int) -> str | None:
    return date.fromordinal(ordinal).isoformat() if NEVER < ordinal < ALWAYS else None
