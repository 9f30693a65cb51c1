"""Papers, invoice and market: what the buyer must have by law or by rule."""

from __future__ import annotations

from datetime import date

import numpy as np

from scoring import exporting
from scoring.columns.arrays import Bools, Ints, Masks
from scoring.columns.offers import INVOICES
from scoring.context import EXPORT_MARKETS
from scoring.criteria.paper_sense import may_bear
from scoring.criteria.papers_in_words import papers_in_words
from scoring.criteria.season_days import delivered_in
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

    def facts(i: int) -> Facts:
        return {**_paper_facts(pairs, papers, i), **_other_facts(pairs, i)}

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


def _paper_facts(pairs: Pairs, papers: list[Paper], i: int) -> Facts:
    months_of = pairs.context.horizon.months_of
    held, missing, expired, lapsing, unsaid = [], [], [], [], []
    for code, asked, until, covered in papers:
        if not asked[i]:
            continue
        lasts = _own_until(pairs, code, until, i)
        day = {"code": code, "expires": _date(lasts), **_stand_in(pairs, code, i)}
        if until[i] == NEVER:
            missing.append(code)
        elif not covered[i] and (pairs.tested[i] or until[i] != ALWAYS):
            expired.append(day)
        elif covered[i] != pairs.tested[i]:
            lapsing.append({**day, "covers": months_of(int(covered[i]))})
        else:
            held.append(day)
            unsaid += [day.get("by", code)] if lasts == ALWAYS else []
    senseless = {"granted_elsewhere": True} if "GI" in missing and not may_bear(pairs, i) else {}
    unsaid = [code for code in unsaid if pairs.context.papers.lapses(code) and code not in COMMITMENTS]
    asked_for = {paper.code for paper in pairs.demand(i).required_certificates}
    kind = int(pairs.demands.kind[pairs.d[i]])
    grown = kind >= 0 and pairs.context.lexicon.kinds[kind].category in GROWN
    offer = pairs.offer(i)
    said = {code: words for code in missing if (words := said_held(offer, code.removesuffix("_STARS")))}
    in_words = papers_in_words(pairs.demand(i), pairs.offer(i))
    again = [*missing, *(str(row["code"]) for row in expired)]
    holds = pairs.context.papers.validity_months
    validity = {code: holds[code] for code in again if code in holds}
    # What has lapsed by now lapses in no month of a delivery, though the month that runs is one of them.
    starts = int(pairs.offers.first[pairs.o[i]]), int(pairs.demands.first[pairs.d[i]])
    now = pairs.context.horizon.today.toordinal() if expired else NEVER
    return {
        **senseless,
        **({"in_words": in_words} if in_words else {}),
        **({"said_held": said} if said else {}),
        **_of_other_standards(pairs, i, missing, [str(row["code"]) for row in expired]),
        **({"validity": validity} if validity else {}),
        **({"not_of_plants": ["KDDV"]} if grown and "KDDV" in asked_for else {}),
        "held": held,
        "missing": missing,
        "expired": expired,
        "lapsing": lapsing,
        "expiry_unsaid": list(dict.fromkeys(unsaid)),
        "months": delivered_in(pairs, i),
        "wanted": months_of(int(pairs.wanted[i])),
        "months_unsaid": not bool(pairs.demand_months_known[i]),
        "first_day": _date(max(*starts, now)),
    }


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
    papers, row = pairs.offers.papers, int(pairs.o[i])
    held = {each: int(papers[each][row]) for each in pairs.serving(code, i) if each in papers}
    longest = max(held, key=lambda each: held[each], default=code)  # of equals the first: the paper itself
    own = held.get(code, NEVER)
    if longest == code or held[longest] == NEVER or _serves_all_along(pairs, own, i):
        return {}
    return {"by": longest} | ({"own_expires": _date(own)} if own != NEVER else {})


def _own_until(pairs: Pairs, code: str, until: Ints, i: int) -> int:
    """Last day of what serves: of the paper itself where that lasts through the delivery."""
    own = int(pairs.offers.papers[code][pairs.o[i]]) if code in pairs.offers.papers else NEVER
    return own if _serves_all_along(pairs, own, i) else int(until[i])


def _serves_all_along(pairs: Pairs, until: int, i: int) -> bool:
    """Whether a paper valid until that day covers every month of the delivery of pair ``i``."""
    last = int(pairs.tested[i]).bit_length() - 1
    return until != NEVER and last >= 0 and until >= pairs.context.horizon.last_days()[last]


def _other_facts(pairs: Pairs, i: int) -> Facts:
    row, wanted = pairs.offers.invoice[pairs.o[i]], int(pairs.demands.invoices[pairs.d[i]])
    facts: Facts = {
        "invoice": INVOICES[row] if row >= 0 else None,
        "invoices_accepted": [name for k, name in enumerate(INVOICES) if wanted >> k & 1],
        "product": pairs.offer(i).called,
    }
    if not wanted and _is_food(pairs, i):
        facts["safety"] = _safety_papers(pairs, i)
    stars = int(pairs.demands.min_stars[pairs.d[i]])
    if stars:
        facts["min_stars"], facts["stars"] = stars, int(pairs.offers.stars[pairs.o[i]])
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
    kind = int(pairs.offers.kind[pairs.o[i]])
    entry = pairs.context.lexicon.kinds[kind] if kind >= 0 else None
    return entry is not None and entry.form not in NO_FOOD_FORMS and entry.category not in NO_FOOD


def _safety_papers(pairs: Pairs, i: int) -> list[str]:
    """The papers on food safety that the offer holds, the commitment of a small producer among them."""
    papers, row = pairs.offers.papers, int(pairs.o[i])
    codes = dict.fromkeys((*pairs.context.papers.serving("ATTP"), *pairs.context.papers.serving("CK_ATTP")))
    return [code for code in codes if code in papers and papers[code][row] != NEVER]


def _date(ordinal: int) -> str | None:
    return date.fromordinal(ordinal).isoformat() if NEVER < ordinal < ALWAYS else None
