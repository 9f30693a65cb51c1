"""``matchmaker print``: a conference's timetables and result slips as PDF files."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from matchmaker.cli.schedule import read_json, refuse
from matchmaker.wording.prints import fault

WHICH = ("tables", "participants", "slips", "grid", "pack", "cards", "signs", "plan")


@click.command()
@click.argument("schedule", metavar="S.json")
@click.option("--conference", required=True, metavar="F.json", help="Hội nghị · the conference.")
@click.option("--only", type=click.Choice(WHICH), help="Chỉ in một loại · one kind only (default: each).")
@click.option(
    "--lang", type=click.Choice(("vi", "en")), default="vi", show_default=True, help="Tiếng · language."
)
@click.option(
    "--out", required=True, metavar="DIR", type=click.Path(file_okay=False), help="Thư mục · folder."
)
def command(schedule: str, conference: str, only: str | None, lang: str, out: str) -> None:
    """In lịch gặp và phiếu kết quả · print the timetables and the result slips."""
    from matchmaker.documents.conference import PARTS, print_conference
    from matchmaker.documents.typesetting import NotPrintedError
    from matchmaker.scheduling.wellformed import problems_in, problems_in_schedule

    record = read_json(conference)
    timetable = read_json(schedule)
    problems = problems_in(record) or problems_in_schedule(record, timetable)
    if problems:
        refuse([(p.code, p.facts) for p in problems])
    folder = Path(out)
    folder.mkdir(parents=True, exist_ok=True)
    for which in (only,) if only else PARTS:
        try:
            pdf = print_conference(record, timetable, which, lang)
        except NotPrintedError as error:
            click.echo(
                f"{fault(error.code, error.facts, 'vi')} / {fault(error.code, error.facts, 'en')}", err=True
            )
            sys.exit(1)
        path = folder / f"{which}.pdf"
        path.write_bytes(pdf)
        click.echo(str(path))
