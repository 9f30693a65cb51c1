"""The commands that take data in and out of the service: import, export, backup, restore."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from matchmaker.cli import main
from matchmaker.exchange.workbooks import read_book

LIST = (
    "Tên HTX,Sản phẩm,Sản lượng (tấn/năm),Thời vụ,Địa chỉ,Điện thoại\n"
    'HTX Một,Mận tam hoa,60,tháng 6-7,"Bắc Hà, Lào Cai",0100000011\n'
    'HTX Hai,=HYPERLINK(1),4,T1,"Mộc Châu, Sơn La",\n'
    "HTX Ba,,4,,,\n"
)
OFFICER = "officer@tinh.vn"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """A runner of commands over a service with one officer."""
    monkeypatch.setenv("MATCHMAKER_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    runner = CliRunner()
    made = runner.invoke(main, ["create-user", OFFICER, "--role", "officer", "--province", "*"])
    assert made.exit_code == 0, made.output
    return runner


@pytest.fixture
def taken(run: CliRunner, tmp_path: Path) -> CliRunner:
    """The same after a list was taken in."""
    (tmp_path / "cung.csv").write_text(LIST)
    done = run.invoke(main, ["import", str(tmp_path / "cung.csv"), "--kind", "offer", "--as", OFFICER])
    assert done.exit_code == 1  # for the row without a product
    assert "2 new, 0 changed, 0 unchanged, 1 refused" in done.stdout
    error = json.loads(done.stderr.splitlines()[0])
    assert (error["line"], error["field"]) == (4, "product")
    return run


def test_the_same_list_twice_changes_nothing(taken: CliRunner, tmp_path: Path) -> None:
    again = taken.invoke(main, ["import", str(tmp_path / "cung.csv"), "--kind", "offer", "--as", OFFICER])
    assert "0 new, 0 changed, 2 unchanged, 1 refused" in again.stdout


def test_a_dry_run_saves_no_record(run: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "cung.csv").write_text(LIST)
    arguments = ["import", str(tmp_path / "cung.csv"), "--kind", "offer", "--as", OFFICER, "--dry-run"]
    assert "nothing was saved" in run.invoke(main, arguments).stdout
    assert "2 new" in run.invoke(main, arguments).stdout


@pytest.mark.parametrize("kind", ["xlsx", "csv", "json"])
def test_what_is_exported_is_known_again_when_it_is_imported(
    taken: CliRunner, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "out"
    assert taken.invoke(main, ["export", str(out), "--format", kind]).exit_code == 0
    file = out / f"offers.{'jsonl' if kind == 'json' else kind}"
    again = taken.invoke(main, ["import", str(file), "--kind", "offer", "--as", OFFICER])
    assert again.exit_code == 0, again.output
    assert "0 new" in again.stdout


def test_an_export_is_of_one_province_and_without_contacts_unless_asked(
    taken: CliRunner, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    taken.invoke(main, ["export", str(out), "--format", "csv", "--province", "Sơn La"])
    offers = (out / "offers.csv").read_text("utf-8-sig")
    assert "HTX Hai" in offers
    assert "HTX Một" not in offers
    assert "'=HYPERLINK(1)" in offers
    taken.invoke(main, ["export", str(out), "--format", "csv"])
    assert "0100000011" not in (out / "organisations.csv").read_text()
    taken.invoke(main, ["export", str(out), "--format", "csv", "--contacts"])
    assert "0100000011" in (out / "organisations.csv").read_text()


def test_an_exported_workbook_has_both_languages_and_no_formula(taken: CliRunner, tmp_path: Path) -> None:
    taken.invoke(main, ["export", str(tmp_path / "out")])
    rows = read_book((tmp_path / "out/offers.xlsx").read_bytes()).sheets[0].rows
    assert "Sản phẩm / Product" in rows[0]
    assert "=HYPERLINK(1)" in [cell for row in rows for cell in row]
    assert "formulas" not in read_book((tmp_path / "out/offers.xlsx").read_bytes()).notes


def test_a_backup_is_restored_and_never_over_what_is_there(
    taken: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept.json.gz"
    assert taken.invoke(main, ["backup", str(kept)]).exit_code == 0
    assert kept.stat().st_mode & 0o077 == 0
    refused = taken.invoke(main, ["restore", str(kept)])
    assert refused.exit_code == 1
    assert "--replace" in refused.output
    assert taken.invoke(main, ["restore", str(kept), "--replace"]).exit_code == 0
    monkeypatch.setenv("MATCHMAKER_DATA", str(tmp_path / "new"))
    restored = taken.invoke(main, ["restore", str(kept)])
    assert restored.exit_code == 0
    assert "0 days ago. There is no file" in restored.output
    assert "The chain of the audit trail holds" in taken.invoke(main, ["doctor"]).output
    again = taken.invoke(main, ["import", str(tmp_path / "cung.csv"), "--kind", "offer", "--as", OFFICER])
    assert "0 new, 0 changed, 2 unchanged" in again.stdout
