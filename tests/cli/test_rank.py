import csv
import gc
import io
import json
import zipfile

import pytest
from click.testing import CliRunner

from matchmaker.cli.rank import command
from scoring.profile import Profile

OFFER = {
    "id": "o1",
    "product": "Gạo Séng Cù",
    "quantity": 40,
    "unit": "tấn",
    "per": "month",
    "months": [11, 12, 1, 2],
    "price_min": 30000,
    "price_unit": "kg",
    "price_basis": "farm_gate",
    "certificates": ["ATTP"],
    "invoice": "HDDT",
    "place": {"lat": 22.77, "lon": 104.11, "province": "Lào Cai"},
}
DEMAND = {
    "id": "d1",
    "product": "Gạo Séng Cù",
    "quantity": 20,
    "unit": "tấn",
    "per": "month",
    "months": [12, 1],
    "price_max": 45000,
    "price_unit": "kg",
    "price_basis": "delivered",
    "required_certificates": ["ATTP"],
    "place": {"lat": 21.03, "lon": 105.85, "province": "Hà Nội"},
}


@pytest.fixture
def run(tmp_path):
    """Runs the command on records; returns its result."""

    def call(offers, demands, *options, stdin=None):
        paths = []
        for name, records in (("offers.jsonl", offers), ("demands.jsonl", demands)):
            path = tmp_path / name
            path.write_text(
                "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8"
            )
            paths.append("-" if records is stdin else str(path))
        source = "".join(json.dumps(r) + "\n" for r in stdin) if stdin else None
        call = ["--offers", paths[0], "--demands", paths[1], "--today", "2026-11-21", *options]
        return CliRunner().invoke(command, call, input=source)

    return call


def matches(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_fitting_offer_comes_out_first_and_eligible(run):
    result = run([OFFER, {**OFFER, "id": "o2", "invoice": "KHONG", "quantity": 10}], [DEMAND])
    assert result.exit_code == 0
    assert [(m["offer"], m["rank"]) for m in matches(result)] == [("o1", 1), ("o2", 2)]


def test_standard_input_serves_for_either_file(run):
    offers = [OFFER]
    assert matches(run(offers, [DEMAND], stdin=offers)) == matches(run([OFFER], [DEMAND]))


def test_both_files_cannot_be_standard_input():
    result = CliRunner().invoke(command, ["--offers", "-", "--demands", "-"])
    assert result.exit_code == 2


def test_top_limits_the_offers_of_a_demand_and_all_ignores_it(run):
    offers = [{**OFFER, "id": f"o{i}"} for i in range(5)] + [
        {**OFFER, "id": "tea", "product": "Chè Thái Nguyên"}
    ]
    assert len(matches(run(offers, [DEMAND], "--top", "2"))) == 2
    assert len(matches(run(offers, [DEMAND]))) == 5
    assert len(matches(run(offers, [DEMAND], "--top", "2", "--all"))) == 6


def test_a_bad_record_is_named_and_the_others_are_ranked(run):
    result = run([OFFER, {**OFFER, "id": "o2", "months": [13]}], [DEMAND])
    assert result.exit_code == 1
    (error,) = [json.loads(line) for line in result.stderr.splitlines()]
    assert (error["line"], error["field"], error["code"]) == (2, "months", "not_a_month")
    assert set(error["message"]) == {"vi", "en"}
    assert [m["offer"] for m in matches(result)] == ["o1"]


def test_an_unknown_place_is_named_and_the_record_judged_without_it(run):
    result = run([{**OFFER, "place": "Xứ Sở Không Tên"}], [DEMAND])
    (found,) = matches(result)
    assert found["eligible"] is True
    way = next(reason for reason in found["reasons"] if reason["criterion"] == "logistics")
    assert (way["code"], way["facts"]["km"]) == ("place_unknown", None)


def test_lists_in_csv_are_joined_by_semicolons(tmp_path, run):
    path = tmp_path / "offers.csv"
    row = {**OFFER, "months": "11;12;1;2", "certificates": "ATTP", "place": "Hà Nội"}
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(row))
        writer.writeheader()
        writer.writerow(row)
    demands = tmp_path / "d.jsonl"
    demands.write_text(json.dumps(DEMAND) + "\n")
    options = ["--offers", str(path), "--demands", str(demands), "--today", "2026-11-21"]
    (found,) = matches(CliRunner().invoke(command, options))
    assert found["components"]["season"] == 1.0


def test_a_table_has_a_column_for_each_criterion_and_no_live_formula(run):
    result = run([{**OFFER, "id": "=1+1"}], [DEMAND], "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert row["offer"] == "'=1+1"
    assert float(row["product"]) == 1.0


def test_a_workbook_is_the_same_bytes_each_time(run):
    first = run([OFFER], [DEMAND], "--format", "xlsx").stdout_bytes
    assert zipfile.ZipFile(io.BytesIO(first)).testzip() is None
    assert first == run([OFFER], [DEMAND], "--format", "xlsx").stdout_bytes


def test_no_progress_bar_in_a_pipe(run):
    assert run([OFFER], [DEMAND]).stderr == ""


def test_the_collector_runs_again_after_the_command(run):
    run([OFFER], [DEMAND])
    assert gc.isenabled()


@pytest.mark.parametrize(
    ("place", "code"),
    [("Xứ Sở Không Tên", "unknown_place"), ("Tân Thành", "place_same_name"),
     ("Lâm Đồng", "place_province_only")],
)  # fmt: skip
def test_every_place_that_cannot_be_used_is_told_and_the_record_judged_without_distance(run, place, code):
    result = run([{**OFFER, "place": place}], [DEMAND])
    (error,) = [json.loads(line) for line in result.stderr.splitlines()]
    assert (error["line"], error["field"], error["value"], error["code"]) == (1, "place", place, code)
    assert set(error["message"]) == {"vi", "en"}
    (found,) = matches(result)
    way = next(reason for reason in found["reasons"] if reason["criterion"] == "logistics")
    assert (result.exit_code, way["facts"]["km"]) == (1, None)


def test_a_place_of_several_meanings_comes_with_them(run):
    (error,) = map(json.loads, run([{**OFFER, "place": "Tân Thành"}], [DEMAND]).stderr.splitlines())
    assert len(error["candidates"]) > 1
    assert error["candidates"][0].split(", ")[-1] in error["message"]["en"]


def test_the_value_of_an_error_is_the_bad_one_alone(run):
    result = run([{**OFFER, "place": {"lat": 60, "lon": 104}}], [DEMAND])
    (error,) = map(json.loads, result.stderr.splitlines())
    assert (error["field"], error["value"]) == ("place.lat", 60)


def test_a_season_text_that_cannot_be_read_is_told_in_the_reasons(run):
    unread = {name: value for name, value in OFFER.items() if name != "months"}
    (found,) = matches(run([{**unread, "season_text": "tháng 13"}], [DEMAND]))
    season = next(reason for reason in found["reasons"] if reason["criterion"] == "season")
    assert season["facts"]["offered_unread"] == "tháng 13"
    assert [doubt["code"] for doubt in season["facts"]["doubts"]] == ["season_unread"]


def profile_file(folder, **weights):
    data = Profile.default().as_data() | {"name": "Giá"}
    path = folder / "profile.json"
    path.write_text(json.dumps(data | {"weights": data["weights"] | weights}), encoding="utf-8")
    return str(path)


def test_a_profile_from_a_file_decides_the_scores(run, tmp_path):
    weights = Profile.default().as_data()["weights"]
    moved = {"volume": 0.05, "price": round(weights["price"] + weights["volume"] - 0.05, 3)}
    usual = matches(run([OFFER], [DEMAND]))[0]
    other = matches(run([OFFER], [DEMAND], "--profile", profile_file(tmp_path, **moved)))[0]

    assert other["components"] == usual["components"]
    effects = {reason["criterion"]: reason["effect"] for reason in other["reasons"]}
    assert effects["price"] == pytest.approx(moved["price"] * (other["components"]["price"] - 0.5), abs=1e-6)


def test_a_profile_with_anything_wrong_ranks_nothing_and_tells_it_all(run, tmp_path):
    result = run([OFFER], [DEMAND], "--profile", profile_file(tmp_path, price=3, volume="x"))

    assert result.exit_code == 2
    assert result.stdout == ""
    told = [json.loads(line) for line in result.stderr.splitlines()]
    assert {error["field"] for error in told} == {"weights.price", "weights.volume"}


def test_a_profile_that_is_not_there_is_named(run):
    result = run([OFFER], [DEMAND], "--profile", "/khong/co.json")
    assert result.exit_code == 1
    assert "/khong/co.json" in result.stderr
