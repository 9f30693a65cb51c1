"""What judging needs besides the two records: product sense, units, roads, papers, markets and today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from scoring.horizon import Horizon
from scoring.logistics.routes import Backend
from scoring.product import Lexicon, ProductMatcher
from scoring.records import Place
from scoring.units import Bases, Units

# Channels that take goods out of the country, and where to.
EXPORT_MARKETS = {"exporter_cn": "CN", "exporter_eu": "EU", "exporter_us": "US", "exporter_jp": "JP"}

# Whether it is open, since when, when that was checked, until when.
# Papers of gardens and farms, and those on the safety of the place where food is made.
GARDENS = frozenset(("VIETGAP", "GLOBALGAP"))
WORKS = frozenset(("ATTP",))

MarketRow = tuple[bool, date | None, str, date | None]


@dataclass(frozen=True)
class Papers:
    """The certificate table: which other papers also satisfy a required one, how long one is valid, and how
    many days it usually takes to obtain (least, most)."""

    satisfied_by: dict[str, tuple[str, ...]]
    validity_months: dict[str, int]
    lead_days: dict[str, tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, str]]) -> Papers:
        """Reads rows with columns code, satisfied_by (codes joined by ;), validity_months, lead_days_low and
        lead_days_high."""
        satisfied_by: dict[str, tuple[str, ...]] = {}
        validity: dict[str, int] = {}
        lead: dict[str, tuple[int, int]] = {}
        for row in rows:
            satisfied_by[row["code"]] = tuple(filter(None, row.get("satisfied_by", "").split(";")))
            if row.get("validity_months"):
                validity[row["code"]] = int(row["validity_months"])
            if row.get("lead_days_low") and row.get("lead_days_high"):
                lead[row["code"]] = (int(row["lead_days_low"]), int(row["lead_days_high"]))
        return cls(satisfied_by, validity, lead)

    def lapses(self, code: str) -> bool:
        """Whether a paper has a last day at all: a self-declaration has none. One that is unknown may."""
        return code not in self.satisfied_by or code in self.validity_months

    def serving(self, code: str, as_grown: bool = True) -> tuple[str, ...]:
        """The paper itself and those that stand in for it. An unknown code is served by itself alone.

        A garden's paper says nothing of the works where its goods are dried, ground or packed: it serves for
        the food safety only of goods sold ``as_grown``.
        """
        if (code, as_grown) not in self._serving:
            others = self.satisfied_by.get(code, ())
            fit = (other for other in others if as_grown or code not in WORKS or other not in GARDENS)
            self._serving[code, as_grown] = (code, *fit)
        return self._serving[code, as_grown]

    @cached_property
    def _serving(self) -> dict[tuple[str, bool], tuple[str, ...]]:
        return {}


@dataclass(frozen=True)
class Markets:
    """Which product may enter which country, since and until when, from the dated table of markets."""

    rows: dict[tuple[str, str], MarketRow]

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, str]]) -> Markets:
        """Reads rows with columns product, market, open (1, 0 or empty), since, until, checked_on."""
        known: dict[tuple[str, str], MarketRow] = {}
        for row in rows:
            if row["open"]:
                since, until = _day(row.get("since", "")), _day(row.get("until", ""))
                checked = row.get("checked_on", "")
                known[row["product"], row["market"]] = (row["open"] == "1", since, checked, until)
        return cls(known)

    def state(self, keys: Iterable[str], market: str) -> MarketRow | None:
        """The first known row for a product, its keys given from the narrowest kind to its parents."""
        return next((self.rows[key, market] for key in keys if (key, market) in self.rows), None)


@dataclass(frozen=True)
class Context:
    """Reference knowledge and the day of judgment. Build it once and share it."""

    lexicon: Lexicon
    matcher: ProductMatcher
    network: Backend
    units: Units
    papers: Papers
    markets: Markets
    horizon: Horizon

    @classmethod
    def build(
        cls,
        matcher: ProductMatcher,
        network: Backend,
        units: Units,
        certificate_rows: Iterable[Mapping[str, str]],
        market_rows: Iterable[Mapping[str, str]],
        today: date,
    ) -> Context:
        """Bundles the parts; rows are those of certificates.csv and markets.csv."""
        return cls(
            matcher.lexicon,
            matcher,
            network,
            units,
            Papers.from_rows(certificate_rows),
            Markets.from_rows(market_rows),
            Horizon(today),
        )

    @cached_property
    def bases(self) -> Bases:
        """Numbers for the base units of amounts."""
        return Bases(self.units)

    def prepare(self) -> None:
        """Builds now what the first questions would build: before processes part, once for all of them."""
        self.matcher.prepare()
        nowhere = (Place(),)
        self.network.matrix(nowhere, nowhere, on=self.horizon.today)

    def line(self, kind: int) -> tuple[str, ...]:
        """Keys of a kind and of the kinds above it; empty for an unknown kind."""
        if kind < 0:
            return ()
        return tuple(self.lexicon.kinds[i].key for i in (kind, *self.lexicon.ancestors(kind)))


def _day(text: str) -> date | None:
    """A date from YYYY, YYYY-MM or YYYY-MM-DD; the first day where it is not exact."""
    parts = [int(part) for part in text.split("-") if part.isdigit()]
    return date(*[*parts, 1, 1][:3]) if parts else None
