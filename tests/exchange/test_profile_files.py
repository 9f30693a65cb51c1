from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from matchmaker.exchange.profile_files import ProfileFileError, read_profile
from scoring.profile import Profile


def written(folder: Path, content: Any) -> str:
    path = folder / "profile.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return str(path)


def test_a_profile_written_to_a_file_is_read_as_it_was(tmp_path: Path) -> None:
    assert read_profile(written(tmp_path, Profile.default().as_data())) == Profile.default()


def test_everything_wrong_is_told_at_once_with_value_and_words(tmp_path: Path) -> None:
    data = Profile.default().as_data() | {"name": ""}
    data["weights"] |= {"price": "ba", "beauty": 0.1, "volume": 10**20, "season": 10**400}
    data["thresholds"] |= {"hours_half": 0, "price_span": float("nan")}

    with pytest.raises(ProfileFileError) as refused:
        read_profile(written(tmp_path, data))

    found = {(error["field"], error["code"], str(error["value"])) for error in refused.value.errors}
    assert found == {
        ("name", "absent", ""),
        ("weights.price", "not_a_number", "ba"),
        ("weights.beauty", "unknown", "0.1"),
        ("weights.volume", "out_of_range", "1" + "0" * 20),
        ("weights.season", "out_of_range", "1" + "0" * 79),
        ("thresholds.hours_half", "out_of_range", "0"),
        ("thresholds.price_span", "out_of_range", "nan"),
    }
    assert all(error["message"]["vi"] and error["message"]["en"] for error in refused.value.errors)
    assert json.dumps(refused.value.errors, allow_nan=False)


@pytest.mark.parametrize("content", ["", "[]", "{", "null", "[" * 100_000, '"' + "x" * 1_000_001 + '"'])
def test_what_is_no_profile_at_all_is_told_as_such(tmp_path: Path, content: str) -> None:
    with pytest.raises(ProfileFileError) as refused:
        read_profile(written(tmp_path, content))

    assert [error["code"] for error in refused.value.errors] == ["not_a_profile"]
