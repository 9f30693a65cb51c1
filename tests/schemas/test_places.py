from __future__ import annotations

import pytest
from marshmallow import ValidationError

from matchmaker.schemas.places import PlaceSchema


@pytest.mark.parametrize(
    ("written", "terrain"), [("mountain", "mountain"), ("upland", "highland"), (" city ", "delta")]
)
def test_words_for_terrain_in_other_files_are_read_as_their_class(written: str, terrain: str) -> None:
    assert PlaceSchema().load({"commune": "Đak Đoa", "terrain": written})["terrain"] == terrain


@pytest.mark.parametrize("written", ["swamp", 3, ["mountain"]])
def test_an_unknown_terrain_is_refused(written: object) -> None:
    with pytest.raises(ValidationError):
        PlaceSchema().load({"terrain": written})
