import numpy as np
import pytest

from scoring.columns import DemandColumns
from scoring.records import Certificate


@pytest.fixture
def columns(trade, demand):
    return lambda **changes: DemandColumns.build([demand(**changes)], trade)


def test_a_need_with_a_rhythm_has_no_whole(columns):
    found = columns(quantity=3, per="week")
    assert np.isnan(found.whole[0])
    assert found.rate[0] == pytest.approx(3000 * 30 / 7)
    assert columns(quantity=4, per="total", months=(6, 7)).rate[0] == 2000


def test_stars_asked_for_as_a_paper_are_stars(columns):
    assert columns(required_certificates=(Certificate("OCOP", None, 4),)).min_stars[0] == 4
    assert columns(min_ocop_stars=3).min_stars[0] == 3


def test_accepted_invoices_are_bits(columns):
    assert columns(invoices_accepted=()).invoices[0] == 0
    assert columns(invoices_accepted=("HDDT", "BANG_KE")).invoices[0] == 0b101


@pytest.mark.parametrize(
    ("channel", "market"), [("exporter_cn", "CN"), ("supermarket", ""), ("cross_border", "")]
)
def test_exporters_have_a_market(columns, channel, market):
    assert columns(channel=channel).market[0] == market
