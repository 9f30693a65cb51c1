from __future__ import annotations

import stat
from pathlib import Path

import pytest

from matchmaker import config


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("", "sqlite:////data/matchmaker.sqlite3"),
        ("postgres://u:p@h/d", "postgresql+psycopg://u:p@h/d"),
        ("postgresql://h/d", "postgresql+psycopg://h/d"),
        ("sqlite:////tmp/x", "sqlite:////tmp/x"),
    ],
)
def test_the_database_address(given: str, used: str) -> None:
    assert config.database_url(given, Path("/data")) == used


def test_the_secret_key_is_made_once_and_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHMAKER_DATA", str(tmp_path / "dữ liệu"))
    monkeypatch.delenv("MATCHMAKER_SECRET_KEY", raising=False)

    first, second = config.load(), config.load()

    assert first["SECRET_KEY"] == second["SECRET_KEY"]
    assert len(first["SECRET_KEY"]) > 40
    assert stat.S_IMODE((tmp_path / "dữ liệu" / "secret-key").stat().st_mode) == 0o600


def test_cookies_are_for_https_behind_a_proxy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MATCHMAKER_DATA", str(tmp_path))
    assert not config.load()["SESSION_COOKIE_SECURE"]

    monkeypatch.setenv("MATCHMAKER_PROXIES", "1")
    assert config.load()["SESSION_COOKIE_SECURE"]
