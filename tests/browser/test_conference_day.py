"""The demonstration conference end to end: import, wishes, solve, print, no-show, repair, results, report."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from matchmaker.exchange.list_template import list_template
from matchmaker.extensions import db
from matchmaker.models import Conference, MatchStage, User
from matchmaker.queries import wishes
from matchmaker.services import conferences, guest_lists, guests, hall_links, personal_links
from matchmaker.services.seeding import CONFERENCE
from tests.browser.screens import SCREENS, fits
from tests.browser.test_every_page import serious, visit

pytestmark = pytest.mark.browser
SignIn = Callable[..., Page]
HELD = "hoi-nghi-trong-ngay"
ROOM = f"/conferences/{HELD}"
LONG = 120_000  # ms: a slow machine is no failure


@pytest.fixture(scope="module")
def sheet(demo_app: Flask, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The 50 producers and 20 buyers of the demonstration as a spreadsheet with their wishes, and a
    conference with the same sessions and tables in which nobody takes part yet."""
    rows = []
    with demo_app.app_context():
        demo = db.session.get(Conference, CONFERENCE)
        organizer = db.session.scalars(db.select(User).where(User.email == "organizer@example.com")).one()
        assert demo is not None
        empty = {**demo.document, "name": "Hội nghị trong ngày (mẫu)", "participants": [], "pairs": []}
        conferences.post({**empty, "forbidden_pairs": []}, organizer, HELD, demo.province)
        for person in demo.document["participants"]:
            record = guests.record_of(demo.document, person)
            record["want"] = [wish.other for wish in wishes.of_party(CONFERENCE, person["id"])]
            rows.append({name: cell(record.get(name)) for name in guest_lists.COLUMNS})
    file = tmp_path_factory.mktemp("sheet") / "khach.xlsx"
    heads = list(zip(guest_lists.COLUMNS, guest_lists.heads(), strict=True))
    file.write_bytes(list_template("Danh sách", heads, rows, {}, [], typed=guest_lists.COLUMNS))
    return file


def cell(value: Any) -> str:
    if isinstance(value, bool):
        return "x" if value else ""
    return "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def stored(app: Flask) -> Conference:
    found = db.session.get(Conference, HELD, populate_existing=True)
    assert found is not None
    return found


def meetings(app: Flask) -> list[dict[str, Any]]:
    with app.app_context():
        return list(stored(app).schedules[-1].document["meetings"])


def name(app: Flask, participant: str) -> str:
    with app.app_context():
        return str(guests.find(stored(app).document, participant)["name"])


def link(app: Flask, participant: str) -> str:
    with app.app_context():
        row = guests.find(stored(app).document, participant)
        return f"/p/{HELD}/{participant}/{personal_links.key(HELD, row)}"


def pdf_pages(page: Page, address: str) -> list[str]:
    answer = page.request.get(address, timeout=LONG)
    assert answer.ok
    return [
        " ".join(each.extract_text().split()) for each in pypdf.PdfReader(io.BytesIO(answer.body())).pages
    ]


def test_the_conference_from_its_list_of_guests_to_its_report(
    demo_app: Flask, sheet: Path, sign_in: SignIn, arrive: Callable[..., Page]
) -> None:
    page = sign_in("organizer")
    page.set_default_timeout(LONG)
    expect.set_options(timeout=LONG)

    # import
    page.goto(f"{ROOM}/guests/sheet")
    page.get_by_label("Tệp .xlsx hoặc .csv (UTF-8)").set_input_files(sheet)
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_role("heading", name="Sẽ thêm 70, sửa 0, giữ nguyên 0 đơn vị")).to_be_visible()
    page.get_by_role("button", name="Nhập danh sách này").click()
    expect(page.get_by_text("Đã thêm 70, sửa 0, giữ nguyên 0 đơn vị.")).to_be_visible()

    # wishes: one more by personal link, on a phone without scripts
    guest = arrive(SCREENS["phone"], scripts=False)
    guest.goto(link(demo_app, "S080"))
    guest.get_by_label(name(demo_app, "B03")).select_option("must")
    guest.get_by_role("button", name="Gửi nguyện vọng").click()
    expect(guest.get_by_text("Đã ghi nguyện vọng.")).to_be_visible()

    # solve, hand out
    page.goto(f"{ROOM}/preparation")
    page.get_by_role("button", name="Xếp lịch").click()
    expect(page.get_by_text("Đã xếp xong lịch, bản số 1.")).to_be_visible()
    page.get_by_role("button", name="Phát hành bản số 1").click()
    first = meetings(demo_app)
    assert {"S080", "B03"} in [{m["a"], m["b"]} for m in first]

    # print
    page.get_by_role("link", name="In ấn", exact=True).click()
    pack = page.get_by_role("link", name="Tải tất cả (ZIP)").get_attribute("href")
    with zipfile.ZipFile(io.BytesIO(page.request.get(str(pack), timeout=LONG).body())) as archive:
        assert len(archive.namelist()) > 20
        assert archive.testzip() is None
    slips = pdf_pages(page, f"{ROOM}/prints/slips.pdf?version=1")
    whole = pdf_pages(page, f"{ROOM}/prints/tables.pdf?version=1")
    assert sum(text.count("Phiếu ghi nhận kết quả") for text in slips) == len(first)

    # the day: one comes with its card, one with three meetings to come does not
    page.get_by_role("link", name="Trong ngày", exact=True).click()
    page.get_by_label("Quét thẻ hoặc gõ mã").fill(f"http://may-tinh:8000{link(demo_app, 'B01')}")
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"{name(demo_app, 'B01')}: Đã đến.")).to_be_visible()
    coming = [m for m in first if m["slot"] >= 4]
    counts = {
        p: sum(p in (m["a"], m["b"]) for m in coming)
        for p in {m["a"] for m in first} | {m["b"] for m in first}
    }
    away = min((p for p in counts if p.startswith("S") and counts[p] >= 3), key=lambda p: (counts[p], p))
    page.get_by_label("Tìm đơn vị").fill(away.lower())
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Vắng").click()
    expect(page.get_by_text(f"{name(demo_app, away)}: Vắng.")).to_be_visible()

    # repair: a proposal, then kept and handed out
    page.get_by_role("link", name="Sửa lịch", exact=True).click()
    page.get_by_label("Sửa từ khung").select_option("4")
    page.get_by_role("button", name="Tính phương án").click()
    expect(page.get_by_role("heading", name="Phương án sửa lịch")).to_be_visible()
    expect(page.get_by_text(f"{name(demo_app, away)} –").first).to_be_visible()
    assert meetings(demo_app) == first
    page.get_by_role("button", name="Chấp nhận phương án").click()
    expect(page.get_by_text("Đã sửa lịch: bản số 2.")).to_be_visible()
    second = meetings(demo_app)
    assert not [m for m in second if away in (m["a"], m["b"]) and m["slot"] >= 4]
    kept = [m for m in second if m in first]
    assert len(kept) > 0.9 * len([m for m in first if away not in (m["a"], m["b"])])

    # reprint: only the tables that changed
    again = page.get_by_role("link", name="Lịch theo bàn").first.get_attribute("href")
    sheets = pdf_pages(page, str(again))
    changed = {m["table"] for m in [*first, *second] if (m in first) != (m in second)}
    assert len(sheets) == len(changed) < len(whole)
    assert all("Bản 2" in text for text in sheets)

    # results: by the keyboard alone
    slip = next(m for m in second if m["slot"] <= 3)
    page.get_by_role("link", name="Kết quả", exact=True).click()
    expect(page.get_by_label("Phiếu tiếp theo")).to_be_focused()
    page.keyboard.type(f"{slip['slot']} {slip['table']}")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Đã gặp")).to_be_focused()
    expect(page.get_by_text("Phím số chọn kết quả")).to_be_visible()
    page.keyboard.press("1")
    page.keyboard.press("5")
    expect(page.get_by_label("Ký ghi nhớ")).to_be_checked()
    expect(page.get_by_label("Ký ghi nhớ")).to_be_focused()
    for text in ("", "", "12,5", "tấn", "300tr"):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"Đã nhập 1/{len(second)} phiếu")).to_be_visible()
    expect(page.get_by_label("Phiếu tiếp theo")).to_be_focused()

    # report
    page.get_by_role("link", name="Số liệu", exact=True).click()
    row = page.get_by_role("row", name="Biên bản ghi nhớ")
    expect(row).to_contain_text("12,5 tấn")
    expect(row).to_contain_text("300.000.000")
    report = "\n".join(pdf_pages(page, f"{ROOM}/prints/report.pdf"))
    assert "300.000.000" in report
    assert name(demo_app, away) in report
    with demo_app.app_context():
        told = db.session.scalars(
            db.select(MatchStage.stage).where(MatchStage.conference_id == HELD).order_by(MatchStage.id)
        ).all()
    assert told[-2:] == ["met", "mou"]  # of its match, or of the slip where the two only wished to meet
    assert set(told[:-2]) == {"scheduled"}

    # the hall sees what is in people's hands
    page.goto(f"{ROOM}/day/announce")
    board = arrive(SCREENS["desk"], scripts=False)
    board.goto(page.locator(".hall-link").inner_text())
    expect(board.get_by_role("heading")).to_contain_text("Khung kế tiếp 13:30–13:50")
    expect(board.get_by_role("main")).to_contain_text(next(str(m["table"]) for m in second if m["slot"] == 1))


def test_an_officer_on_duty_checks_in_a_scanned_card_and_repairs_on_a_phone_without_scripts(
    demo_app: Flask, sheet: Path, sign_in: SignIn
) -> None:
    with demo_app.app_context():
        if not stored(demo_app).schedules:
            pytest.skip("the conference above has to be held first")
        before = stored(demo_app).schedules[-1].number
    phone = sign_in("officer", SCREENS["phone"], scripts=False)
    phone.set_default_timeout(LONG)
    card = link(demo_app, "S080")
    phone.goto(card)
    fits(phone)
    phone.get_by_role("button", name="Ghi đơn vị này đã đến").click()
    expect(phone.get_by_text(f"{name(demo_app, 'S080')}: Đã đến.")).to_be_visible()
    phone.goto(card)
    expect(phone.get_by_text("Bạn là ban tổ chức:")).to_contain_text("Đã đến")
    expect(phone.get_by_role("button", name="Ghi đơn vị này đã đến")).to_have_count(0)

    late = next(m["a"] for m in reversed(meetings(demo_app)) if m["a"] != "S080")
    phone.goto(f"{ROOM}/day?q={late}")
    phone.get_by_role("button", name="Vắng").first.click()
    phone.goto(f"{ROOM}/day/repair")
    phone.get_by_label("Sửa từ khung").select_option("4")
    phone.get_by_role("button", name="Tính phương án").click()
    fits(phone)
    phone.get_by_role("button", name="Chấp nhận phương án").click()
    expect(phone.get_by_text(f"Đã sửa lịch: bản số {before + 1}.")).to_be_visible(timeout=LONG)
    assert not [m for m in meetings(demo_app) if late in (m["a"], m["b"]) and m["slot"] >= 4]
    with demo_app.app_context():
        assert stored(demo_app).schedules[-1].published_at is not None


@pytest.mark.parametrize("screen", SCREENS)
def test_the_rooms_of_the_day_and_the_results_are_open_to_everyone_in_both_languages(
    demo_app: Flask, sheet: Path, sign_in: SignIn, arrive: Callable[..., Page], screen: str
) -> None:
    with demo_app.app_context():
        if not stored(demo_app).schedules:
            pytest.skip("the conference above has to be held first")
        hall = f"/hall/{HELD}/{hall_links.key(HELD)}?slot=1"
    one = meetings(demo_app)[0]
    page = sign_in("organizer", SCREENS[screen])
    for language in ("Tiếng Việt", "English"):
        page.get_by_role("button", name=language).click()
        for room in (
            *("day", "day?q=a", "day/attendance", "day/repair", "day/walk-in?q=a", "day/announce?slot=1"),
            *("results", f"results/{one['a']}/{one['b']}", "results/report", "results/follow-up"),
            *("timetables/2/told", f"timetables/2/meeting?a={one['a']}&b={one['b']}"),
        ):
            visit(page, f"{ROOM}/{room}")
        page.goto(ROOM)
    page.get_by_role("button", name="Tiếng Việt").click()
    page.goto(f"{ROOM}/day/repair")
    page.get_by_role("button", name=re.compile("Tính phương án")).click()
    expect(page.get_by_role("heading", name="Phương án sửa lịch")).to_be_visible(timeout=LONG)
    assert serious(page) == []
    fits(page)
    board = arrive(SCREENS[screen])
    board.goto(hall)
    # A screen that nobody touches has to load itself again.
    assert [found for found in serious(board) if found["rule"] != "meta-refresh"] == []
    fits(board)
