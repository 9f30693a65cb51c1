"""The figures behind hours, cost and CO₂: an operator's settings, with the first values as defaults.

A row (group, name, value) of the coefficients table overrides the default of the same name; a value
written as a range "a-b" gives both ends. Money is in đồng, distances in km, masses in tonnes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import numpy as np

from scoring.logistics.distance import Floats
from scoring.logistics.vehicles import VEHICLES, Vehicle

Range = tuple[float, float]

_DATED_QUEUE = re.compile(r"gate queue (\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def queue_days(key: str) -> tuple[date, date] | None:
    """The first and last day that a row "group/name" dates the queue at border gates for; None for others."""
    told = _DATED_QUEUE.fullmatch(key.removeprefix("border/"))
    return (date.fromisoformat(told[1]), date.fromisoformat(told[2])) if told else None


def queue_key(first: date, last: date) -> str:
    """The key of the row that dates the queue for these days."""
    return f"border/gate queue {first} to {last}"


# Great circle to road between a village and the network, by terrain: fitted, with the bend of roads
# (access.py), on towns of the network left out of it one by one (tests/benchmarks/village_accuracy.py).
CIRCUITY = {"mountain": 2.2, "highland": 1.7, "midland": 1.65, "delta": 1.5, "coast": 1.5, "island": 1.3}


@dataclass(frozen=True, slots=True)
class Coefficients:
    """Every figure that hours, cost, CO₂ and the account to the producer are made of.

    ``trucks`` holds figures of a class of truck that differ from those of ``vehicles``, by (class, figure).
    ``calibration`` holds what quotes were found to be of the middle of the computed freight, low and high, by
    (class or "all", "flat" or "mountain"); it is empty until somebody adopts a fit.
    """

    circuity: Mapping[str, float] = field(default_factory=lambda: dict(CIRCUITY))
    first_mile_kmh: float = 28.0
    km_as_hours: float = 0.02  # a haulier saves no time at any price: 50 km more must save an hour
    driving_spread: Range = (0.92, 1.12)  # best and worst of the table's speeds; own estimate
    continuous_driving_h: float = 4.0  # Law 36/2024/QH15, article 64
    daily_driving_h: float = 10.0  # the same article
    weekly_driving_h: float = 48.0  # the same article
    break_h: float = 0.25
    rest_h: float = 8.0
    handling_h: Range = (2.0, 2.0)
    gate_queue_h: Range = (1.0, 12.0)  # in normal times; a dated setting
    sailing_spread: Range = (1.0, 1.3)
    boat_wait: Range = (0.5, 1.5)  # of the usual wait for a boat, in weather that lets it sail
    diesel_vnd_l: float = 19000.0
    mountain_fuel: Range = (1.25, 1.35)
    toll_share: float = 1.0
    backhaul_share: Range = (0.8, 0.4)  # share of trips that find a return load, best and worst
    load_factor: Range = (0.9, 0.7)
    handling_vnd_t: Range = (100_000.0, 200_000.0)
    chilled_cost: Range = (1.6, 1.5)  # published: 3,500-6,000 chilled against 2,000-4,000 đ/kg ambient
    chilled_co2: float = 1.12
    truck_ferry_vnd_t: Range = (20_000.0, 60_000.0)
    truck_ferry_vnd_tkm: Range = (4_000.0, 9_000.0)
    cargo_boat_vnd_t: Range = (300_000.0, 700_000.0)  # transhipment twice and the boat's minimum
    cargo_boat_vnd_tkm: Range = (3_000.0, 9_000.0)
    ship_vnd_t: Range = (150_000.0, 350_000.0)  # a container lifted on and off, both ports
    ship_vnd_tkm: Range = (100.0, 250.0)
    flight_vnd_t: Range = (6_000_000.0, 12_000_000.0)  # both terminals, screening, the carrier's minimum
    flight_vnd_tkm: Range = (4_000.0, 9_000.0)
    vnd_kg_as_hours: float = 0.02  # who ships saves freight, not days: 1,000 đ/kg weigh 20 hours
    ferry_co2_g_tkm: Range = (52.0, 377.0)
    ship_co2_g_tkm: Range = (12.0, 32.0)
    flight_co2_g_tkm: Range = (800.0, 2_300.0)
    loss_fresh_pct: Range = (2.0, 8.0)  # of what was loaded, on the way
    loss_kept_pct: Range = (0.0, 1.0)
    interest_pct: Range = (8.0, 12.0)  # a year, of money that the buyer still owes
    trucks: Mapping[tuple[str, str], float] = field(default_factory=dict)
    calibration: Mapping[tuple[str, str], Range] = field(default_factory=dict)
    dated_queues: tuple[tuple[date, date, Range], ...] = ()  # at border gates: from, to, hours

    def on(self, day: date | None) -> Coefficients:
        """The figures of a day: the queue at border gates is that of the last dated row that holds it."""
        held = [queue for start, end, queue in self.dated_queues if day is not None and start <= day <= end]
        return replace(self, gate_queue_h=held[-1]) if held else self

    @property
    def carriage(self) -> Mapping[str, tuple[Range, Range]]:
        """What boats, ships and aircraft take: đồng a tonne, and đồng a tonne-km, by mode."""
        return {
            "ferry": (self.truck_ferry_vnd_t, self.truck_ferry_vnd_tkm),
            "cargo_boat": (self.cargo_boat_vnd_t, self.cargo_boat_vnd_tkm),
            "ship": (self.ship_vnd_t, self.ship_vnd_tkm),
            "flight": (self.flight_vnd_t, self.flight_vnd_tkm),
        }

    def co2_g_tkm(self, mode: str) -> Range:
        """Grams of CO₂e a tonne-km over water or in the air."""
        return {"ship": self.ship_co2_g_tkm, "flight": self.flight_co2_g_tkm}.get(mode, self.ferry_co2_g_tkm)

    @property
    def calibrated(self) -> bool:
        """Whether a fit to quotes is in use."""
        return bool(self.calibration)

    def truck(self, vehicle: Vehicle) -> Vehicle:
        """A vehicle with the operator's figures for its class."""
        told: dict[str, Any] = {
            figure: value for (name, figure), value in self.trucks.items() if name == vehicle.name
        }
        return replace(vehicle, **told) if told else vehicle

    def quoted(self, vehicle: Vehicle, hilly: Floats) -> tuple[Floats, Floats] | None:
        """What quotes are of the middle of the computed freight, low and high, where ``hilly`` is the share
        of the road in mountains; None while nothing was fitted."""
        pairs = [
            [self.calibration.get((name, road)) for road in ROADS] for name in (vehicle.name, EVERY_TRUCK)
        ]
        flat, mountain = next((pair for pair in pairs if all(pair)), (None, None))
        if flat is None or mountain is None:
            return None
        low, high = (
            np.exp((1 - hilly) * np.log(a) + hilly * np.log(b)) for a, b in zip(flat, mountain, strict=True)
        )
        return low, high

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, str]]) -> Coefficients:
        """Read the coefficients table; unknown rows are facts for people and are passed over."""
        found: dict[tuple[str, str], Range] = {}
        for row in rows:
            ends = [float(n) for n in _NUMBER.findall(row["value"].replace(",", ""))]
            if ends:
                found[row["group"], row["name"]] = (ends[0], ends[-1])
        settings: dict[str, Range | float] = {}
        for name, key in _RANGES.items():
            if key in found:
                settings[name] = found[key]
        for name, key in _NUMBERS.items():
            if key in found:
                settings[name] = found[key][0]
        trucks = {
            (name, figure): found[key][0]
            for key, (name, figure) in TRUCK_KEYS.items()
            if key in found and found[key][0] != getattr(VEHICLES[name], figure)
        }
        queues = tuple(
            (*days, found[key]) for key in found if key[0] == "border" and (days := queue_days("/".join(key)))
        )
        fitted = {own: found[key] for key, own in CALIBRATION_KEYS.items() if key in found}
        return cls(**settings, trucks=trucks, calibration=fitted, dated_queues=queues)  # type: ignore[arg-type]


_RANGES = {
    "driving_spread": ("speed", "spread of driving time"),
    "handling_h": ("time", "handling"),
    "gate_queue_h": ("border", "gate queue"),
    "sailing_spread": ("time", "spread of sailing time"),
    "boat_wait": ("time", "share of the usual wait"),
    "mountain_fuel": ("co2", "mountain fuel uplift"),
    "backhaul_share": ("cost", "backhaul share"),
    "load_factor": ("cost", "load factor"),
    "handling_vnd_t": ("cost", "handling"),
    "chilled_cost": ("cost", "chilled uplift"),
    "truck_ferry_vnd_t": ("cost", "truck ferry per tonne"),
    "truck_ferry_vnd_tkm": ("cost", "truck ferry per tonne-km"),
    "cargo_boat_vnd_t": ("cost", "cargo boat per tonne"),
    "cargo_boat_vnd_tkm": ("cost", "cargo boat per tonne-km"),
    "ship_vnd_t": ("cost", "coastal ship per tonne"),
    "ship_vnd_tkm": ("cost", "coastal ship per tonne-km"),
    "flight_vnd_t": ("cost", "air freight per tonne"),
    "flight_vnd_tkm": ("cost", "air freight per tonne-km"),
    "ferry_co2_g_tkm": ("co2", "RoRo / RoPax ferry"),
    "ship_co2_g_tkm": ("co2", "coastal container ship"),
    "flight_co2_g_tkm": ("co2", "domestic air freight"),
    "loss_fresh_pct": ("loss", "on the way, fresh goods"),
    "loss_kept_pct": ("loss", "on the way, goods that keep"),
    "interest_pct": ("finance", "interest on working capital"),
}
_NUMBERS = {
    "continuous_driving_h": ("law", "max continuous driving"),
    "daily_driving_h": ("law", "max driving per day"),
    "weekly_driving_h": ("law", "max driving per week"),
    "break_h": ("law", "minimum break"),
    "rest_h": ("law", "daily rest"),
    "first_mile_kmh": ("speed", "first mile"),
    "km_as_hours": ("speed", "a km as hours"),
    "diesel_vnd_l": ("cost", "diesel"),
    "vnd_kg_as_hours": ("cost", "a VND/kg as hours"),
    "chilled_co2": ("co2", "temperature-controlled uplift"),
}
EVERY_TRUCK, ROADS = "all", ("flat", "mountain")
_FIGURES = {
    "fuel": "litres_100km",
    "running": "running_vnd_km",
    "toll": "toll_vnd_km",
    "fixed": "fixed_vnd_h",
}
TRUCK_KEYS = {
    ("truck", f"{name} {word}"): (name, figure) for name in VEHICLES for word, figure in _FIGURES.items()
}
CALIBRATION_KEYS = {
    ("calibration", f"{name} {road}"): (name, road) for name in (EVERY_TRUCK, *VEHICLES) for road in ROADS
}
# Rows of the table that are settings, (group, name): those given as two ends, and those that are one figure.
RANGES = (*_RANGES.values(), *CALIBRATION_KEYS)
SETTINGS = (*_RANGES.values(), *_NUMBERS.values(), *TRUCK_KEYS)
