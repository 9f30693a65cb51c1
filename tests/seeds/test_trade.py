"""Papers, channels, markets and units."""

import pytest

from seeds import reference
from seeds.problems import parts
from seeds.trade import check_certificates, check_channels, check_markets, check_units

CERTIFICATES, CHANNELS, MARKETS = reference("certificates"), reference("channels"), reference("markets")
UNITS, PRODUCTS, REQUIREMENTS = reference("units"), reference("products"), reference("channel_requirements")
PAPERS = {row["code"]: row for row in CERTIFICATES}
CODES_OF_THE_FORMAT = [
    "ATTP",
    "CK_ATTP",
    "VIETGAP",
    "GLOBALGAP",
    "HC_VN",
    "HC_EU",
    "HC_USDA",
    "HC_JAS",
    "HACCP",
    "ISO22000",
    "OCOP",
    "GI",
    "TCB",
    "GS1",
    "QR",
    "PUC_CN",
    "PHC_CN",
    "PUC_EU",
    "PUC_US",
    "PUC_JP",
    "GACC",
    "KDDV",
    "CO",
    "EUDR",
]
CHANNELS_OF_THE_FORMAT = [
    "supermarket",
    "supermarket_foreign",
    "hypermarket",
    "minimarket",
    "organic_store",
    "exporter_cn",
    "exporter_eu",
    "exporter_us",
    "exporter_jp",
    "processor",
    "wholesale",
    "canteen",
    "restaurant",
    "gift_horeca",
    "ecommerce",
    "cross_border",
    "cash_carry",
]


def codes(problems):
    return {(problem.column, problem.code) for problem in problems}


def test_papers_and_channels_of_the_format_are_known():
    assert set(CODES_OF_THE_FORMAT) <= set(PAPERS)
    assert {row["channel"] for row in CHANNELS} == set(CHANNELS_OF_THE_FORMAT)


def test_a_commitment_does_not_stand_in_for_the_food_safety_certificate():
    assert "CK_ATTP" not in parts(PAPERS["ATTP"]["satisfied_by"])
    assert "ATTP" in parts(PAPERS["CK_ATTP"]["satisfied_by"])
    assert {"HACCP", "ISO22000", "VIETGAP", "GLOBALGAP"} <= set(parts(PAPERS["ATTP"]["satisfied_by"]))


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"code": ""}, ("code", "empty_key")),
        ({"satisfied_by": "HEARSAY"}, ("satisfied_by", "unknown_key")),
        ({"satisfied_by": "ATTP"}, ("satisfied_by", "unknown_key")),
        ({"aliases": "HACCP Codex"}, ("aliases", "shared_name")),
        ({"validity_months": "three years"}, ("validity_months", "not_a_number")),
        ({"lead_days_low": "90", "lead_days_high": "30"}, ("lead_days_low", "not_a_range")),
        ({"lead_days_low": ""}, ("lead_days_low", "not_a_range")),
    ],
)
def test_a_broken_paper_is_found(columns, problem):
    rows = [{**PAPERS["HACCP"], "satisfied_by": ""}, {**PAPERS["ATTP"], "satisfied_by": "", **columns}]
    assert problem in codes(check_certificates(rows))


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"required": "LUCK"}, ("required", "unknown_key")),
        ({"invoice": "IOU"}, ("invoice", "unknown_key")),
        ({"requirement_rows": "kiosk"}, ("requirement_rows", "unknown_key")),
        ({"min_remaining_share": "67"}, ("min_remaining_share", "not_a_share")),
        ({"payment_days": "soon"}, ("payment_days", "not_a_number")),
        ({"returns": "yes"}, ("returns", "unknown_choice")),
    ],
)
def test_a_broken_channel_is_found(columns, problem):
    assert problem in codes(check_channels([{**CHANNELS[0], **columns}], CERTIFICATES, REQUIREMENTS))


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"product": "moonfruit"}, ("product", "unknown_key")),
        ({"market": "MARS"}, ("market", "unknown_choice")),
        ({"open": "yes"}, ("open", "unknown_choice")),
        ({"since": "2022-07"}, ("since", "not_a_date")),
        ({"checked_on": ""}, ("checked_on", "not_a_date")),
        ({"since": "2022-07-11", "until": "2022-07-01"}, ("until", "date_order")),
        ({"source": ""}, ("source", "empty")),
    ],
)
def test_a_broken_market_is_found(columns, problem):
    assert problem in codes(check_markets([{**MARKETS[0], **columns}], PRODUCTS))


def test_plums_are_not_listed_for_china_and_durian_is_since_2022():
    known = {(row["product"], row["market"]): row for row in MARKETS}
    assert known["plum", "CN"]["open"] == "0"
    assert (known["durian", "CN"]["open"], known["durian", "CN"]["since"][:4]) == ("1", "2022")


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({"base": "stone"}, ("base", "unknown_key")),
        ({"factor": "0"}, ("factor", "not_a_number")),
        ({"factor": "ten"}, ("factor", "not_a_number")),
        ({"aliases": "kilogram"}, ("aliases", "shared_name")),
    ],
)
def test_a_broken_unit_is_found(columns, problem):
    kilogram = next(row for row in UNITS if row["unit"] == "kg")
    tonne = next(row for row in UNITS if row["unit"] == "tấn")
    assert problem in codes(check_units([kilogram, {**tonne, **columns}]))


@pytest.mark.parametrize(
    ("unit", "kilograms"), [("tấn", 1000), ("tạ", 100), ("yến", 10), ("lạng", 0.1), ("g", 0.001)]
)
def test_masses_convert_to_kilograms(unit, kilograms):
    row = next(row for row in UNITS if row["unit"] == unit)
    assert (row["base"], float(row["factor"])) == ("kg", kilograms)


def test_live_weight_is_not_meat_weight():
    row = next(row for row in UNITS if row["unit"] == "kg hơi")
    assert row["base"] == "kg hơi"
