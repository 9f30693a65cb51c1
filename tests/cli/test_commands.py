from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from matchmaker.cli import main
from matchmaker.services.seeding import DEMO_PASSWORD


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """A runner of commands over an empty folder of data."""
    monkeypatch.setenv("MATCHMAKER_DATA", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    return CliRunner()


def test_the_commands_are_listed(run: CliRunner) -> None:
    listed = run.invoke(main, ["--help"]).output

    for name in ("create-user", "doctor", "rank", "route", "seed", "serve", "similar"):
        assert name in listed


def test_an_unknown_command_is_refused(run: CliRunner) -> None:
    assert run.invoke(main, ["application"]).exit_code == 2


def test_commands_without_a_database_do_not_load_the_web_framework() -> None:
    script = (
        "import sys, matchmaker.cli.similar, matchmaker.services.reference; print('flask' in sys.modules)"
    )

    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert said.stdout.strip() == "False"


@pytest.mark.slow
def test_seeding_loads_the_demonstration_once_and_says_the_logins(run: CliRunner) -> None:
    first, second = run.invoke(main, ["seed"]), run.invoke(main, ["seed"])

    assert first.exit_code == second.exit_code == 0, first.output
    assert "150" in first.output
    assert "60" in first.output
    assert "The database holds data already" in second.output
    for output in (first.output, second.output):
        assert "officer@example.com" in output
        assert DEMO_PASSWORD in output
    healthy = run.invoke(main, ["doctor"])
    assert "The chain of the audit trail holds" in healthy.output


def test_a_database_of_ones_own_gets_no_demonstration(run: CliRunner) -> None:
    made = run.invoke(main, ["create-user", "ai@tinh.gov.vn", "--role", "officer", "--province", "Lào Cai"])
    seeded = run.invoke(main, ["seed"])

    assert made.exit_code == seeded.exit_code == 0, made.output
    assert "Password: " in made.stderr
    assert "example.com" not in seeded.output


def test_a_token_is_the_only_thing_on_standard_output(run: CliRunner) -> None:
    made = run.invoke(main, ["create-user", "ai@tinh.gov.vn", "--role", "officer", "--token"])
    again = run.invoke(main, ["create-user", "ai@tinh.gov.vn", "--token"])

    tokens = {made.stdout.strip(), again.stdout.strip()}
    assert len(tokens) == 2
    assert all(len(token) == 43 for token in tokens)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ai@tinh.gov.vn"], "--role"),
        (["ai@tinh.gov.vn", "--role", "king"], "king"),
        (["ai", "--role", "buyer"], "Not an e-mail address"),
        (["ai@tinh.gov.vn", "--role", "buyer", "--password", "ngan"], "at least 10"),
    ],
)
def test_a_user_that_makes_no_sense_is_refused_in_words(
    run: CliRunner, arguments: list[str], said: str
) -> None:
    refused = run.invoke(main, ["create-user", *arguments])

    assert refused.exit_code != 0
    assert said in refused.stderr
    assert "Traceback" not in refused.output


def test_the_doctor_says_what_is_missing(run: CliRunner) -> None:
    said = run.invoke(main, ["doctor"])

    assert said.exit_code == 1
    assert "matchmaker migrate" in said.output


def test_an_organisation_is_entered_before_its_people(run: CliRunner) -> None:
    made = run.invoke(
        main, ["create-organisation", "Siêu thị Sao Mai", "--side", "buyer", "--channel", "supermarket"]
    )
    buyer = ["create-user", "mua@saomai.vn", "--role", "buyer", "--organisation", made.stdout.strip()]

    assert made.exit_code == 0, made.output
    assert run.invoke(main, buyer).exit_code == 0


def test_a_taken_id_of_an_organisation_is_refused(run: CliRunner) -> None:
    command = ["create-organisation", "HTX Một", "--side", "producer", "--id", "H1"]

    assert run.invoke(main, command).exit_code == 0
    again = run.invoke(main, command)
    assert again.exit_code == 1
    assert "Traceback" not in again.output


def test_migrating_loads_no_data(run: CliRunner) -> None:
    assert run.invoke(main, ["migrate"]).exit_code == 0
    assert "Demands waiting to be ranked: 0" in run.invoke(main, ["doctor"]).output


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("MATCHMAKER_TODAY", "hôm nay"),
        ("DATABASE_URL", "mysql://localhost/x"),
        ("DATABASE_URL", "postgresql://127.0.0.1:1/x"),
        ("MATCHMAKER_DATA", "/proc/khong-ghi-duoc"),
    ],
)
def test_a_setting_that_lets_nothing_start_is_told_without_a_traceback(
    run: CliRunner, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    said = run.invoke(main, ["doctor"])

    assert said.exit_code == 1
    assert isinstance(said.exception, SystemExit)
    assert "Cannot start" in said.output
