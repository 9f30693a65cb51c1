"""The room "Prints": what it offers, and that each offer is a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from matchmaker.models import User
from matchmaker.services import conferences, packing
from matchmaker.web.conference_prints import TYPES
from tests.web.test_conferences import DOCUMENT

SIGNS = {"pdf": b"%PDF", "xlsx": b"PK", "docx": b"PK", "zip": b"PK"}


@pytest.fixture
def browser(
    app: Flask, make_user: Callable[..., User], sign_in: Callable[[User], FlaskClient]
) -> FlaskClient:
    organizer = make_user("organizer")
    with app.app_context():
        conferences.post(DOCUMENT, organizer, "C1")
    return sign_in(organizer)


def test_every_file_that_the_page_offers_comes(browser: FlaskClient) -> None:
    browser.post("/conferences/C1/timetables")
    page = browser.get("/conferences/C1/prints")
    assert page.status_code == 200
    links = re.findall(r'href="(/conferences/C1/prints/[^"]+)"', page.text)
    assert len(links) == 41 + 2
    for link in links:
        form = link.partition("?")[0].rpartition(".")[2]
        answer = browser.get(link.replace("&amp;", "&"))
        assert answer.mimetype == TYPES[form], link
        assert answer.data.startswith(SIGNS[form]), link


def test_without_a_timetable_the_lists_can_be_printed_already(browser: FlaskClient) -> None:
    page = browser.get("/conferences/C1/prints").text
    assert "cần lịch gặp" in page
    assert "prints/delegates.pdf" in page
    assert "prints/tables.pdf" not in page


def test_a_file_has_its_vietnamese_name_and_is_not_kept(browser: FlaskClient) -> None:
    answer = browser.get("/conferences/C1/prints/report.docx")
    assert 'filename="report.docx"' in answer.headers["Content-Disposition"]
    assert "filename*=UTF-8''11%20B%C3%A1o%20c%C3%A1o" in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_page_counts_the_sheets_and_offers_those_that_changed(browser: FlaskClient) -> None:
    browser.post("/conferences/C1/timetables")
    assert "Chỉ in tờ đã đổi" not in browser.get("/conferences/C1/prints").text
    browser.post("/conferences/C1/timetables")
    page = browser.get("/conferences/C1/prints").text
    assert "bản 2 so với bản 1" in page
    assert "Không tờ nào đổi." in page
    assert re.search(r"Biển tên bàn.*?<span>2</span>", page, re.DOTALL)


def test_what_does_not_exist_is_not_found(browser: FlaskClient) -> None:
    for path in (
        "secret.pdf",
        "tables.exe",
        "signs.docx",
        "tables.pdf?version=7",
        "memorandum/P1/XX.docx",
        "changes/1/2/tables.pdf",
    ):
        assert browser.get(f"/conferences/C1/prints/{path}").status_code == 404, path


def test_missing_fonts_send_back_to_the_page_with_the_reason(
    browser: FlaskClient, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setattr("matchmaker.documents.typesetting.FONTS", tmp_path)
    answer = browser.get("/conferences/C1/prints/delegates.pdf", follow_redirects=True)
    assert "Thiếu phông chữ" in answer.text


def test_the_page_is_in_english_for_who_reads_english(browser: FlaskClient) -> None:
    browser.post("/language", data={"language": "en", "next": "/conferences/C1/prints"})
    page = browser.get("/conferences/C1/prints").text
    assert "Name cards" in page or "Thẻ đại biểu" in page


def test_the_pack_of_a_large_conference_is_made_in_the_background(
    app: Flask, browser: FlaskClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    browser.post("/conferences/C1/timetables")
    monkeypatch.setattr(packing, "LARGE", 1)
    monkeypatch.setitem(app.config, "DATA", tmp_path)
    page = browser.get("/conferences/C1/prints").text
    assert "prints/pack.zip" not in page
    assert 'action="/conferences/C1/prints/jobs"' in page
    direct = browser.get("/conferences/C1/prints/pack.pdf?version=1")
    assert direct.location == "/conferences/C1/prints?version=1"
    shown = browser.post("/conferences/C1/prints/jobs", data={"form": "pdf", "version": "1"}).location
    page = browser.get(shown).text
    assert "Gói in đã xong" in page
    answer = browser.get(f"{shown}/file")
    assert answer.data.startswith(b"%PDF")
    answer.close()
    assert "filename*=UTF-8''" in answer.headers["Content-Disposition"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_pack_that_failed_says_so(
    browser: FlaskClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("matchmaker.documents.typesetting.FONTS", tmp_path)
    shown = browser.post("/conferences/C1/prints/jobs", data={"form": "pdf"}).location
    assert "Chưa làm xong gói in" in browser.get(shown).text
