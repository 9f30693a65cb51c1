"""A trial as its page shows it: figures first, then each demand whose ranking changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from matchmaker.services.trials import Trial, Tried
from matchmaker.web.language import language
from matchmaker.wording import vetoes
from scoring.comparison import Move, Standing

TOP_SHORT, TOP = 3, 5
CROSSED_SHOWN = 10  # offers that become eligible or vetoed, named for each demand
DEMANDS_SHOWN = 50  # demands shown one by one; the figures count all


@dataclass(frozen=True)
class MoveLine:
    """One offer: where it stood, where it would stand, and the words for what happens to it."""

    product: str
    producer: str
    before: str
    after: str
    change: str
    kind: str


@dataclass(frozen=True)
class DemandLine:
    """One demand: the offers of its first places and those that cross a veto."""

    id: str
    product: str
    buyer: str
    first_changes: bool
    moves: Sequence[MoveLine]
    more: int


@dataclass(frozen=True)
class Figure:
    """A figure of the summary."""

    number: int
    text: str
    kind: str


@dataclass(frozen=True)
class TrialPage:
    """The whole page of a trial."""

    figures: Sequence[Figure]
    demands: Sequence[DemandLine]
    tried: int
    changed: int
    left_out: int


def trial_page(trial: Trial) -> TrialPage:
    """The page; demands that get another first offer come first."""
    changed = sorted(trial.changed, key=lambda each: (not each.comparison.first_changes, each.demand.id))
    figures = [
        (trial.first_changes(), _("nhu cầu đổi nguồn đứng đầu"), "waiting"),
        (trial.top_changes(TOP_SHORT), _("nhu cầu đổi nguồn trong 3 hạng đầu"), "all"),
        (trial.became_vetoed(), _("nguồn đang phù hợp sẽ bị loại"), "none"),
        (trial.became_eligible(), _("nguồn đang bị loại sẽ phù hợp"), "done"),
    ]
    return TrialPage(
        [Figure(*figure) for figure in figures],
        [_demand(each, trial.offers) for each in changed[:DEMANDS_SHOWN]],
        len(trial.tried),
        len(changed),
        trial.left_out,
    )


def _demand(each: Tried, names: dict[str, tuple[str, str]]) -> DemandLine:
    moves = [move for move in each.comparison.moves if _top(move) or not move.still]
    crossed = [move for move in moves if _crossed(move) and not _top(move)]
    left_out = set(crossed[CROSSED_SHOWN:])
    shown = [move for move in moves if move not in left_out]
    return DemandLine(
        id=each.demand.id,
        product=each.demand.product,
        buyer=each.demand.buyer,
        first_changes=each.comparison.first_changes,
        moves=[_move(move, *names.get(move.offer, (move.offer, ""))) for move in shown],
        more=len(left_out),
    )


def _move(move: Move, product: str, producer: str) -> MoveLine:
    kind, change = _change(move)
    return MoveLine(product, producer, _place(move.before), _place(move.after), change, kind)


def _change(move: Move) -> tuple[str, str]:
    """A kind for the colour, and the words: what a person looks for first goes before the rest."""
    before, after = move.before.rank, move.after.rank
    if before is None and after is None:
        return "same", ""
    if before is None:
        return "up", _("sẽ phù hợp, vào hạng %(rank)s", rank=after)
    if after is None:
        return "down", _("sẽ bị loại: %(why)s", why=", ".join(_vetoes(move.after)))
    if before == after:
        return "same", _("giữ hạng")
    for top in (1, TOP_SHORT, TOP):
        if after <= top < before:
            return "up", _("lên đứng đầu") if top == 1 else _("vào %(top)s hạng đầu", top=top)
        if before <= top < after:
            return "down", _("mất hạng đầu") if top == 1 else _("ra khỏi %(top)s hạng đầu", top=top)
    places = abs(before - after)
    if after < before:
        return "up", _("lên %(places)s bậc", places=places)
    return "down", _("xuống %(places)s bậc", places=places)


def _vetoes(standing: Standing) -> list[str]:
    return [vetoes.short(code, language()) for code in standing.vetoes]


def _place(standing: Standing) -> str:
    return _("hạng %(rank)s", rank=standing.rank) if standing.rank else _("bị loại")


def _top(move: Move) -> bool:
    return any(each.rank is not None and each.rank <= TOP for each in (move.before, move.after))


def _crossed(move: Move) -> bool:
    return (move.before.rank is None) != (move.after.rank is None)
