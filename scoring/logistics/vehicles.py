"""Truck classes: what a vehicle carries, burns and costs an hour.

Fuel is the usual consumption of the class on flat road; running cost covers tyres, upkeep and oil; the
fixed cost of an hour covers driver, depreciation and insurance. Own estimates, not calibrated. CO₂ in
grams per tonne-km (well to wheel, mixed load) follows the GLEC classes of the coefficients table.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vehicle:
    """One class of truck and its crew; ``drivers`` None: one or two, so that hours range over both.

    ``by`` names what else may carry the goods on the way: "ship" (coastal, between seaports), "flight".
    """

    name: str
    payload_t: float
    litres_100km: float
    running_vnd_km: float
    toll_vnd_km: float  # on expressways
    fixed_vnd_h: float
    co2_g_tkm: float
    drivers: int | None = None
    by: str = ""


VEHICLES = {
    v.name: v
    for v in (
        Vehicle("truck_1_5t", 1.5, 9.0, 900.0, 1500.0, 70_000.0, 315.0),
        Vehicle("truck_3_5t", 3.5, 13.0, 1200.0, 1500.0, 80_000.0, 315.0),
        Vehicle("truck_8t", 8.0, 20.0, 1700.0, 2000.0, 110_000.0, 210.0),
        Vehicle("truck_15t", 15.0, 28.0, 2500.0, 2700.0, 140_000.0, 179.0),
        Vehicle("truck_30t", 30.0, 38.0, 3500.0, 4000.0, 180_000.0, 116.0),
    )
}
DEFAULT_VEHICLE = VEHICLES["truck_15t"]
