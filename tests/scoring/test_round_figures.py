import pytest

from scoring.round_figures import at_least, at_most, price_at_most, tenth_at_least


@pytest.mark.parametrize(
    ("value", "up", "down"),
    [
        (1285.7142857, 1300, 1200),
        (400.0, 400, 400),
        (400.0000000001, 400, 400),
        (16.667, 17, 16),
        (5.55, 5.6, 5.5),
        (0.05, 0.1, 0.05),
        (123_456, 124_000, 123_000),
    ],
)
def test_weights_are_rounded_as_they_are_printed(value, up, down):
    assert (at_least(value, weighed=True), at_most(value, weighed=True)) == (up, down)


def test_pieces_stay_whole():
    assert (at_least(12.5, weighed=False), at_most(12.5, weighed=False)) == (13, 12)


@pytest.mark.parametrize(("value", "price"), [(29_655.7, 29_600), (8_765.4, 8_760), (987.6, 987), (-3.5, -4)])
def test_prices_are_rounded_down(value, price):
    assert price_at_most(value) == price


def test_days_and_percents_have_one_decimal():
    assert (tenth_at_least(45), tenth_at_least(12.34)) == (45, 12.4)
