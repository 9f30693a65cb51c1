from __future__ import annotations

import pytest
from flask import Flask

from matchmaker.web.sources import sources
from seeds import reference


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("K", ["hiểu biết của người trong nghề, chưa có nguồn công bố"]),
        ("S3;sổ tay của tỉnh", ["nhandan.vn/…post780930.html", "sổ tay của tỉnh"]),
        ("thông báo (SPS; 2026)", ["thông báo (SPS; 2026)"]),
        ("", []),
    ],
)
def test_tags_of_sources_are_told_in_words(app: Flask, cell: str, told: list[str]) -> None:
    with app.test_request_context():
        assert sources(cell) == told


def test_no_tag_is_left_in_what_is_shipped(app: Flask) -> None:
    tags = {row["tag"] for row in reference("citations")}
    with app.test_request_context():
        for row in (*reference("markets"), *reference("products")):
            assert not tags & {part.partition(" ")[0] for part in sources(row["source"])}
