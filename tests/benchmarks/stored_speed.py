"""How fast one changed offer enters stored rankings: `stored_speed.py [DEMANDS OFFERS]` (10000 6000).

On a SQLite database of its own, through the service as it runs: the offer is read, judged against all ranked
demands, told with reasons, and written into the rankings that it enters or leaves. Two generated markets, one
of all products and a hard one of three. Times by the clock and of the processor; medians.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from generate import Market
from incremental_speed import said
from sqlalchemy import insert

from matchmaker import create_app
from matchmaker.extensions import db
from matchmaker.models import Base, Demand, Match, Offer, Ranking
from matchmaker.models.base import now
from matchmaker.services import knowledge, layers, matches, profiles, ranked_rows, reference, understanding
from matchmaker.services.calendar import today
from matchmaker.services.transaction import transaction
from scoring import records
from scoring.columns import DemandColumns, OfferColumns
from scoring.ranking import rank_all

CHANGES = 20
KEPT = 20  # places of a ranking, so that rankings are full as in a large market
HARD = 3  # products of the hard market


def store(offers: Sequence[records.Offer], demands: Sequence[records.Demand]) -> None:
    """Records and their rankings as the services would have written them."""
    profile, lexicon = profiles.active(), knowledge.lexicon_version()
    context = knowledge.context(today(), lexicon)
    with transaction() as session:
        for side, rows in ((Offer, offers), (Demand, demands)):
            session.add_all(
                side(id=each.id, product=each.product, raw={}, parsed=layers.parsed(each),
                     doubts=layers.doubts(each))
                for each in rows
            )  # fmt: skip
        session.flush()
        done = {"status": "done", "done_at": now(), "profile": profile.version, "today": today()}
        session.add_all(Ranking(demand_id=each.id, lexicon=lexicon, **done) for each in demands)
        session.flush()
        index, columns = OfferColumns.build(offers, context), DemandColumns.build(demands, context)
        found = rank_all(index, columns, context, profile, KEPT)
        now_stored = {"base": 0, "current": True, "told": {}, "profile": profile.version, "ranked_at": now()}
        entries = zip(found.demand.tolist(), found.offer.tolist(), found.score.tolist(),
                      (found.vetoes == 0).tolist(), strict=True)  # fmt: skip
        rows = [
            {"demand_id": demands[d].id, "offer_id": o, "score": score, "eligible": eligible,
             "status": "suggested", "position": 0, "lexicon": lexicon, **now_stored}
            for d, o, score, eligible in entries
        ]  # fmt: skip
        session.execute(insert(Match), rows)
        ranked_rows.number([each.id for each in demands])


def change(offer: records.Offer, times: float) -> None:
    """What a producer's change of the amount writes to the offer itself."""
    with transaction() as session:
        row = session.get(Offer, offer.id)
        assert row is not None
        row.parsed = layers.parsed(replace(offer, quantity=(offer.quantity or 1) * times))
        row.changed_at = now() + timedelta(seconds=1)


def report(name: str, market: Market, n_demands: int, n_offers: int, folder: Path) -> None:
    """Measures one market and prints it."""
    url = f"sqlite:///{folder / name.replace(' ', '_')}.sqlite3"
    app = create_app({"SQLALCHEMY_DATABASE_URI": url, "TESTING": True, "SECRET_KEY": "measured"})
    ranked_rows.KEPT = KEPT
    with app.app_context():
        Base.metadata.create_all(db.engine)
        known = reference.load_reference()
        offers = [understanding.offer_from(each, known, today()) for each in said(market.offers(n_offers))]
        demands = [
            understanding.demand_from(each, known, today()) for each in said(market.demands(n_demands))
        ]
        store(offers, demands)
        matches.rank_for_offer(offers[0].id)
        clock, processor = [], []
        for i, offer in enumerate(offers[1 : CHANGES + 1]):
            change(offer, 4 if i % 2 else 0.5)
            db.session.remove()
            started = time.perf_counter(), time.process_time()
            matches.rank_for_offer(offer.id)
            clock.append((time.perf_counter() - started[0]) * 1e3)
            processor.append((time.process_time() - started[1]) * 1e3)
        print(f"{name}: one changed offer in the rankings of {n_demands} demands (of {n_offers} offers): "
              f"{statistics.median(clock):.1f} ms by the clock, at most {max(clock):.1f}; "
              f"{statistics.median(processor):.1f} ms of the processor")  # fmt: skip
        db.session.remove()
        db.engine.dispose()


def main() -> None:
    """Generates, measures, prints."""
    n_demands, n_offers = (int(each) for each in sys.argv[1:3]) if len(sys.argv) > 2 else (10_000, 6_000)
    hard = Market(2)
    hard.products = hard.random.sample(hard.products, HARD)
    with tempfile.TemporaryDirectory() as folder:
        report("all products", Market(1), n_demands, n_offers, Path(folder))
        report(f"{HARD} products", hard, n_demands, n_offers, Path(folder))


if __name__ == "__main__":
    main()
