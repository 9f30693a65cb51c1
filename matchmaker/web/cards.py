"""One judged offer as a page shows it: figures in the reader's language, reasons and papers sorted out.

A card is built from a stored match; what of it the reader is shown, the table of ``queries.visibility`` says.
Coordinates, phones and addresses are in no card.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for

from matchmaker.models import Decision, Match, User
from matchmaker.queries import shown
from matchmaker.web.amounts import amount, place_name, price_range
from matchmaker.web.language import language
from matchmaker.web.words import label, number
from matchmaker.wording.reasons.summary import headline

Facts = Mapping[str, Any]
BEST_REASONS = 3
_ASKED = ("required_certificates", "preferred_certificates")
BAR = 40  # height of a full month in the chart


@dataclass(frozen=True)
class Reason:
    """A code with its facts, and what it did to the score."""

    code: str
    facts: Facts
    effect: float = 0.0


@dataclass(frozen=True)
class Paper:
    """A paper of the offer; ``lapsed`` on the day of the look, ``wanted`` by the buyer."""

    name: str
    expires: date | None
    lapsed: bool
    wanted: bool


@dataclass(frozen=True)
class Bar:
    """One month: heights of need and supply, and whether the month is wanted at all."""

    month: int
    need: float
    supply: float
    needed: bool


@dataclass(frozen=True)
class DecisionLine:
    """The latest decision on a match."""

    decision: str
    reason: str
    note: str
    by: str
    on: date
    behalf: str = ""

    @classmethod
    def of(cls, decision: Decision, match: Match) -> DecisionLine:
        """From the stored decision, with the side that it was taken for, if it was for one."""
        by, behalf = decision.user.name or decision.user.email, decision.on_behalf_of
        sides = (match.demand.organisation, match.offer.organisation)
        named = next((side.name for side in sides if side and side.id == behalf), behalf or "")
        on = decision.decided_at.date()
        return cls(decision.decision, decision.reason, decision.note, by, on, named)


@dataclass(frozen=True)
class MatchCard:
    """What a card shows; see the module's text."""

    id: int
    rank: int | None
    score: float
    eligible: bool
    status: str
    version: int
    withdrawn: bool
    decidable: bool
    profile: str
    product: str
    producer: str
    place: str
    terrain: str
    why: str
    reasons: Sequence[Reason]
    vetoes: Sequence[Reason]
    missing: Sequence[Reason]
    papers: Sequence[Paper]
    bars: Sequence[Bar]
    amount: str
    price: str
    price_basis: str
    km: float | None
    hours: str
    invoice: str
    decision: DecisionLine | None
    problem: str = ""
    stale: str = ""
    kept: Sequence[tuple[int, str]] = ()  # month, amount held or promised for others
    pool_members: int = 0  # speaks for a pool of so many
    price_shown: bool = True
    introduced: bool = False
    raised: bool = False  # stands higher than its rank, for its group's part of the first places

    @property
    def url(self) -> str:
        """The page of the full explanation."""
        return url_for("board.match", match_id=self.id)

    @property
    def decide_url(self) -> str:
        """Where a decision is sent."""
        return url_for("board.decide", match_id=self.id)


def card(
    match: Match,
    wanted: Facts,
    today: date,
    *,
    actor: User,
    problem: str = "",
    stale: str = "",
) -> MatchCard:
    """The card of a stored match as the actor is shown it; ``wanted`` is the demand as understood.

    ``problem`` says what is wrong with a refused decision, ``stale`` what somebody else decided before it.
    """
    offer, view, evidence = match.offer, shown.view(match, "offer", actor), shown.evidence(match, actor)
    parsed: Facts = offer.parsed
    route = _facts(evidence, "logistics")
    return MatchCard(
        id=match.id,
        rank=match.rank,
        score=match.score / 1_000_000,
        eligible=match.eligible,
        status=match.status,
        version=match.version,
        withdrawn=offer.status != "open",
        decidable=match.current and offer.status == match.demand.status == "open",
        profile=match.profile,
        product=view.text(offer.product),
        producer=view.party,
        place=place_name(parsed.get("place"), written=view.sees("address") or view.sees("wording")),
        terrain=(parsed.get("place") or {}).get("terrain") or "",
        why=headline(evidence, language()),
        reasons=best_reasons(evidence),
        vetoes=vetoes(evidence),
        missing=missing(evidence),
        papers=papers(parsed, wanted, today),
        bars=bars(evidence),
        amount=amount(parsed),
        price=price_range(parsed) if view.sees("price") else "",
        price_basis=(parsed.get("price_basis") or "") if view.sees("price") else "",
        price_shown=view.sees("price"),
        introduced=match.introduced,
        km=route.get("km"),
        hours=_range(route.get("hours_low"), route.get("hours_high")),
        invoice=parsed.get("invoice") or "",
        decision=DecisionLine.of(match.decisions[-1], match) if match.decisions else None,
        problem=problem,
        stale=stale,
    )


def best_reasons(evidence: Facts) -> list[Reason]:
    """The three reasons with the largest effect, the ones in favour first.

    Amounts outside the months wanted weigh nothing, whatever they would be worth within them. Where the
    effects are not shown, neither is the price, and the stored order serves: the largest first. That
    something is lacking which nobody asks for is no reason.
    """
    rows = [row for row in evidence["reasons"] if not row["facts"].get("out_of_season")]
    rows = [row for row in rows if row["code"] != "plain" or row["facts"].get("stars_lapsing")]
    if any("effect" not in row for row in rows):
        told = [row for row in rows if row["criterion"] != "price"]
        return [Reason(row["code"], row["facts"]) for row in told[:BEST_REASONS]]
    found = [Reason(row["code"], row["facts"], row["effect"]) for row in rows]
    largest = sorted(found, key=lambda reason: -abs(reason.effect))[:BEST_REASONS]
    return sorted(largest, key=lambda reason: -reason.effect)


def vetoes(evidence: Facts) -> list[Reason]:
    """Why the offer cannot serve, in the expert's order."""
    return [Reason(veto["code"], veto["facts"]) for veto in evidence["veto_facts"]]


def missing(evidence: Facts) -> list[Reason]:
    """What would make the offer eligible: one change, or a few that must come together."""
    step, rows = evidence["missing"], {row["criterion"]: row for row in evidence["reasons"]}
    if not step:
        return []
    known = {"also": step.get("also", ()), "code": step["code"], "rows": rows}
    return [Reason(step["code"], {**step["facts"], **known})]


def papers(parsed: Facts, wanted: Facts, today: date) -> list[Paper]:
    """The offer's papers, those the buyer asked for first."""
    asked = {row["code"] for name in _ASKED for row in wanted.get(name) or ()}
    result = []
    for row in _held(parsed):
        expires = date.fromisoformat(row["expires"]) if row.get("expires") else None
        stars = f" {row['stars']}★" if row.get("stars") else ""
        lapsed = expires is not None and expires < today
        name = label("certificate_short", row["code"]) + stars
        result.append(Paper(name, expires, lapsed, row["code"] in asked))
    return sorted(result, key=lambda paper: (not paper.wanted, paper.name))


def _held(parsed: Facts) -> list[Facts]:
    """The papers named, and OCOP where only its stars are said."""
    held = list(parsed.get("certificates") or ())
    if parsed.get("ocop_stars") and not any(row["code"] == "OCOP" for row in held):
        held.append({"code": "OCOP", "expires": parsed.get("ocop_expiry"), "stars": parsed["ocop_stars"]})
    return held


def bars(evidence: Facts) -> list[Bar]:
    """Supply against need in each month; months in which nothing is wanted show the supply alone.

    Where the amounts cannot be compared, every month of supply is drawn half as high as the need.
    """
    volume, season = _facts(evidence, "volume"), _facts(evidence, "season")
    wanted, offered = set(season.get("wanted") or ()), set(season.get("offered") or ())
    if not offered:
        return []
    level = round(_level(volume, len(wanted)) * BAR, 1)
    return [
        Bar(month, BAR if month in wanted else 0, level if month in offered else 0, month in wanted)
        for month in range(1, 13)
    ]


def _level(volume: Facts, months_wanted: int) -> float:
    """A month's supply as a share of a month's need, at most 1."""
    need, supply = volume.get("need_month"), volume.get("supply_month")
    if need is None and volume.get("need") and months_wanted:
        need = volume["need"] / months_wanted
    if not need or supply is None or volume.get("unit") != volume.get("need_unit"):
        return 0.5
    return min(float(supply) / float(need), 1.0)


def _facts(evidence: Facts, criterion: str) -> Facts:
    return next((row["facts"] for row in evidence["reasons"] if row["criterion"] == criterion), {})


def _range(low: float | None, high: float | None) -> str:
    if low is None:
        return "–"
    first, last = number(low), number(high if high is not None else low)
    return first if first == last else f"{first}–{last}"
