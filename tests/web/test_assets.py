from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest
from flask import Flask

from matchmaker.web.assets import asset, init_app


@pytest.fixture
def site(tmp_path: Path) -> Flask:
    """A site whose assets lie in a folder of the test's own."""
    return Flask(__name__, static_folder=str(tmp_path), static_url_path="/static")


def write(site: Flask, names: dict[str, str], moment: int) -> None:
    path = Path(str(site.static_folder)) / "build" / "manifest.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(names))
    os.utime(path, (moment, moment))


def test_an_asset_is_served_under_the_name_that_carries_its_hash(site: Flask) -> None:
    write(site, {"app.css": "app.123.css"}, 1)
    with site.test_request_context():
        assert asset("app.css") == "/static/build/app.123.css"
        assert asset("other.js") == "/static/build/other.js"


def test_a_new_build_is_seen_without_a_restart(site: Flask) -> None:
    with site.test_request_context():
        write(site, {"app.css": "app.123.css"}, 1)
        assert asset("app.css").endswith("app.123.css")
        write(site, {"app.css": "app.456.css"}, 2)
        assert asset("app.css").endswith("app.456.css")


def test_pages_have_an_address_to_name_before_anything_was_built(site: Flask) -> None:
    with site.test_request_context():
        assert asset("app.css") == "/static/build/app.css"


def test_a_text_is_sent_compressed_to_browsers_that_take_it(site: Flask) -> None:
    init_app(site)
    folder = Path(str(site.static_folder))
    (folder / "app.css").write_text("p{color:red}")
    (folder / "app.css.gz").write_bytes(gzip.compress(b"p{color:red}"))
    client = site.test_client()
    packed = client.get("/static/app.css", headers={"Accept-Encoding": "gzip, br"}, buffered=True)
    plain = client.get("/static/app.css", buffered=True)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data == b"p{color:red}"
    assert packed.mimetype == plain.mimetype == "text/css"
    for answer in (packed, plain):
        assert "max-age=31536000" in answer.headers["Cache-Control"]
        assert "Accept-Encoding" in answer.headers["Vary"]


@pytest.mark.parametrize("path", ["../pyproject.toml", "%2e%2e/secret", "missing.css", "build/"])
def test_nothing_outside_the_folder_is_sent(site: Flask, path: str) -> None:
    init_app(site)
    assert site.test_client().get(f"/static/{path}").status_code == 404
