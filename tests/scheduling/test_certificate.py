"""The certificate proves its bound by whole numbers alone, and any prices give a true bound."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matchmaker.scheduling import Conference, bound_of, plan
from tests.scheduling.cases import Record, conference, conferences


def planned(record: Record) -> Record:
    schedule = plan(Conference.from_record(record), 10).as_record()
    return json.loads(json.dumps(schedule))


@settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(conferences())
def test_no_timetable_scores_more_than_its_certificate_allows(record: Record) -> None:
    schedule = planned(record)
    certificate, claims = schedule["certificate"], schedule["claims"]
    assert certificate is not None
    if (claims["required_missing"], claims["shortfall"]) == (
        certificate["missing"],
        certificate["shortfall"],
    ):
        assert bound_of(Conference.from_record(record), certificate) >= claims["score"]


@settings(max_examples=80, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(conferences(), st.data())
def test_other_prices_bound_the_score_too(record: Record, data: st.DataObject) -> None:
    schedule = planned(record)
    certificate, claims = schedule["certificate"], schedule["claims"]
    certificate |= {"missing": claims["required_missing"], "shortfall": claims["shortfall"]}
    price = st.integers(0, 60_000)
    ids = [p["id"] for p in record["participants"]]
    certificate["prices"] = {
        "limit": [[q, data.draw(price)] for q in ids],
        "minimum": [[q, data.draw(price)] for q in ids],
        "places": [[b, data.draw(price)] for b in range(len(certificate["blocks"]))],
        "in_block": [[q, 0, data.draw(price)] for q in ids],
        "must": [[e["a"], e["b"], data.draw(price)] for e in record["pairs"]],
        "per_missing": [[data.draw(price)]],
        "per_short": [[data.draw(price)]],
    }
    assert bound_of(Conference.from_record(record), certificate) >= claims["score"]


def test_the_certificate_of_a_best_plan_is_as_tight_as_the_plan() -> None:
    record = conference()
    record["pairs"][0]["score"] = 1
    record["participants"][3]["max_meetings"] = 2
    schedule = planned(record)
    bound = bound_of(Conference.from_record(record), schedule["certificate"])
    assert bound == schedule["claims"]["score"] == 50


@pytest.mark.parametrize(
    "change",
    [
        {"blocks": [[1, 2, 3]]},
        {"blocks": [[1, 2, 3, 4], [4, 5, 6]]},
        {"prices": {"limit": [["B1", -1]]}},
        {"prices": {"limit": [["B1", 0.5]]}},
    ],
)
def test_a_forged_certificate_is_refused(change: dict[str, Any]) -> None:
    certificate = planned(conference())["certificate"]
    with pytest.raises(ValueError, match=r"blocks|prices"):
        bound_of(Conference.from_record(conference()), {**certificate, **change})
