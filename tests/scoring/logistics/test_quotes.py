from __future__ import annotations

import numpy as np
import pytest

from scoring.logistics.quotes import Quote, errors, fit, fitted, predicted


def asked(
    count: int,
    seed: int,
    *,
    flat: float = 1.3,
    mountain: float = 1.3,
    noise: float = 0.08,
    by: dict[str, float] | None = None,
    slips: float = 0.1,
) -> list[Quote]:
    """Quotes that are so many times the computed middle, with noise; a tenth of them mistyped threefold."""
    draw = np.random.default_rng(seed)
    quotes = []
    for i in range(count):
        low = float(draw.uniform(300, 2500))
        hilly = float(draw.choice([0.0, 0.1, 0.7, 1.0]))
        name = ("truck_3_5t", "truck_15t")[i % 2]
        factor = flat ** (1 - hilly) * mountain**hilly * (by or {}).get(name, 1.0)
        slip = 3.0 if draw.random() < slips else 1.0
        price = 1.4 * low * factor * float(np.exp(draw.normal(0, noise))) * slip
        quotes.append(Quote(price, low, 1.8 * low, hilly, name))
    return quotes


def test_one_factor_is_found_in_spite_of_slips_of_the_pen() -> None:
    found = fit(asked(60, 1))
    assert found.model == "one"
    low, high = found.calibration["all", "flat"]
    assert low < 1.3 < high
    assert found.calibration["all", "mountain"] == (low, high)
    assert found.held_out.median == pytest.approx(0.06, abs=0.04)
    assert found.better
    assert found.enough


def test_dear_mountains_get_a_factor_of_their_own() -> None:
    found = fit(asked(80, 2, flat=1.0, mountain=2.0))
    assert found.model == "terrain"
    ends = {road: found.calibration["all", road] for road in ("flat", "mountain")}
    assert ends["flat"][0] < 1.0 < ends["flat"][1]
    assert ends["mountain"][0] < 2.0 < ends["mountain"][1]
    assert found.held_out.median < 0.12 < found.before.median


def test_classes_of_truck_with_quotes_enough_are_told_apart() -> None:
    found = fit(asked(80, 3, by={"truck_3_5t": 0.6, "truck_15t": 1.4}))
    assert found.model == "class"
    small, large = (found.calibration[name, "flat"] for name in ("truck_3_5t", "truck_15t"))
    assert small[1] < large[0] * 1.2
    few = fit([q for i, q in enumerate(asked(24, 3)) if q.vehicle == "truck_15t" or i < 8])
    assert ("truck_3_5t", "flat") not in few.calibration


def test_the_error_is_that_on_quotes_which_the_fit_has_not_seen() -> None:
    """Few and noisy quotes are met better by the figures that were made of them than by any others."""
    seen, unseen = [], []
    for seed in range(20):
        quotes = asked(20, seed, noise=0.5, slips=0.0)
        found = fit(quotes)
        seen.append(
            errors(quotes, np.array([predicted(found.calibration, quote) for quote in quotes])).within
        )
        unseen.append(found.held_out.within)
    assert np.mean(unseen) < np.mean(seen)


def test_noise_alone_does_not_look_like_a_gain() -> None:
    """Where the computed freight is right already, a fit may not claim to be much better."""
    gains = [fit(asked(30, seed, flat=1.0, mountain=1.0, slips=0.0)) for seed in range(20)]
    shares = [found.held_out.median / found.before.median for found in gains]
    assert 0.8 < float(np.median(shares)) < 1.3


def test_few_quotes_give_a_report_and_no_leave_to_adopt() -> None:
    assert not fit(asked(19, 5)).enough
    assert fit(asked(20, 5)).enough
    with pytest.raises(ValueError, match="too few"):
        fit(asked(4, 5))


def test_eight_of_ten_held_out_quotes_lie_in_the_range() -> None:
    assert fit(asked(200, 6, slips=0.0)).held_out.within == pytest.approx(0.8, abs=0.07)


def test_a_way_between_flat_and_mountain_lies_between_the_factors() -> None:
    calibration = {("all", "flat"): (1.0, 1.0), ("all", "mountain"): (4.0, 4.0)}
    assert predicted(calibration, Quote(0, 100, 100, 0.5, "truck_8t")) == pytest.approx((200, 200))
    assert fitted("one", asked(10, 7)).keys() == {("all", "flat"), ("all", "mountain")}
