"""Each sentence about a pair names a figure or a word of both records, where both have one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from click.testing import CliRunner

import seeds
from matchmaker.cli.rank import command
from matchmaker.wording.months import short, span
from matchmaker.wording.numbers import day, number
from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.phrases import amount, days, paper, said_amount

Facts = dict[str, Any]
# Terms, limits and papers that the demonstration records lack, laid over them by turns.
OFFERED = (
    {"max_payment_days": 15, "accepts_returns": False, "deliver_to": None},
    {"max_payment_days": 60, "max_discount_pct": 12.5, "invoice": "HDDT"},
    {"accepts_consignment": True, "shelf_life_days": 9, "storage": "chilled", "invoice": "BANG_KE"},
    {
        "certificates": ["ATTP@2027-01-31", "GLOBALGAP@2027-06-15", "QR"],
        "min_order": 2,
        "min_order_unit": "tấn",
    },
    {},
)
WANTED = (
    {"payment_days": 30, "discount_pct": 8, "returns": True},
    {"payment_days": 45, "consignment": True, "min_remaining_share": 0.67},
    {"pooling_allowed": False, "min_remaining_days": 3},
    {},
)


def laid_over(name: str, changes: tuple[Facts, ...]) -> str:
    lines = seeds.demo(name).read_text(encoding="utf-8").splitlines()
    rows = (json.loads(line) | changes[i % len(changes)] for i, line in enumerate(lines) if line)
    said = ({key: value for key, value in row.items() if value is not None} for row in rows)
    return "".join(json.dumps(row) + "\n" for row in said)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, Facts]]:
    """Criterion, code and facts of every reason and veto of the demonstration market."""
    folder = tmp_path_factory.mktemp("market")
    (folder / "offers.jsonl").write_text(laid_over("offers.jsonl", OFFERED), "utf-8")
    (folder / "demands.jsonl").write_text(laid_over("demands.jsonl", WANTED), "utf-8")
    files = ["--offers", str(folder / "offers.jsonl"), "--demands", str(folder / "demands.jsonl")]
    found = CliRunner().invoke(command, [*files, "--all", "--today", "2026-11-21"])
    matches = [json.loads(line) for line in found.stdout.splitlines()[::5]]
    return [
        (row["criterion"], row["code"], row["facts"])
        for match in matches
        for row in (*match["reasons"], *match["veto_facts"])
    ]


def one_of(text: str, *figures: str | None) -> bool:
    """Whether the text has one of the figures; true where there is none to have."""
    known = [figure for figure in figures if figure and not re.fullmatch(r"[–( )chưa rõnotkw]+", figure)]
    return not known or any(figure.lower() in text.lower() for figure in known)


def amounts(facts: Facts, lang: str, names: Iterable[str], unit: str) -> Iterator[str]:
    return (amount(facts[name], facts.get(unit), lang) for name in names if facts.get(name) is not None)


def both(criterion: str, facts: Facts, lang: str, text: str) -> bool:
    """Whether a sentence names something of the offer and something of the demand."""
    if criterion == "product":
        wanted = facts.get("demanded_item") or facts["demanded"]  # of a list the item that is meant
        return facts["offered"] in text and (wanted in text or facts["demanded"] in text)
    if criterion == "volume":
        have = amounts(facts, lang, ("supply", "supply_month", "lot_offered", "min_order"), "unit")
        need = amounts(facts, lang, ("need", "need_month", "min_lot", "most_wanted"), "need_unit")
        own, asked = ([said_amount(facts, side, lang)] for side in ("supply", "need"))
        return one_of(text, *have, *own) and one_of(text, *need, *asked)
    if criterion == "season":
        open_ = [short(facts["open_month"], lang)] if facts.get("open_side") else []
        open_ += [span(facts["harvested"], lang)] if facts.get("harvested") else []
        offered = one_of(text, span(facts["offered"], lang), *open_)
        return offered and one_of(text, span(facts["wanted"], lang))
    if criterion == "price":
        return one_of(text, number(facts["price_low"], lang)) and one_of(text, number(facts["ceiling"], lang))
    if criterion == "logistics":
        return one_of(text, facts["origin"]) and one_of(text, facts["destination"])
    if criterion == "freshness" and not facts["craft"]:
        wanted = days(facts["wanted"], lang) if facts["wanted"] else None
        return one_of(text, days(facts["shelf"], lang)) and one_of(text, wanted)
    if criterion == "terms":
        return terms(facts, lang, text)
    return papers_and_invoice(facts, lang, text) if criterion == "requirements" else True


INVOICES = {
    "HDDT": {"vi": "hóa đơn điện tử", "en": "electronic invoice"},
    "HDDT_MTT": {"vi": "hóa đơn điện tử", "en": "electronic invoice"},
    "BANG_KE": {"vi": "bảng kê", "en": "purchase list"},
    "KHONG": {"vi": "không xuất được hóa đơn", "en": "no invoice"},
}
LIMITED = {"payment": ("payment_days", "max_payment_days"), "discount": ("discount_pct", "max_discount_pct")}


def terms(facts: Facts, lang: str, text: str) -> bool:
    """What is asked and the declared limit of each term; where some are refused, of these."""
    told = [LIMITED[term] for term in facts["refused"] or LIMITED if term in LIMITED]
    figures = [facts[name] for asked, own in told if facts[asked] is not None for name in (asked, own)]
    return all(number(value, lang, 1) in text for value in figures if value is not None)


def papers_and_invoice(facts: Facts, lang: str, text: str) -> bool:
    """A required paper or invoice, or the product where nothing is required; and what the offer has of it."""
    rows = [*facts["held"], *facts["expired"], *facts["lapsing"]]
    asked = [paper(code, lang) for code in (*facts["missing"], *(row["code"] for row in rows))]
    asked += [INVOICES[code][lang] for code in facts["invoices_accepted"]]
    stars = ["OCOP"] if "OCOP_STARS" in (*facts["missing"], *(row["code"] for row in rows)) else []
    days_told = [day(row["expires"], lang) for row in rows if row["expires"]]
    has = [*(paper(row.get("by", row["code"]), lang) for row in rows), *days_told, *stars]
    has += [INVOICES[facts["invoice"]][lang]] if facts["invoice"] else []
    wanted = one_of(text, *asked, *stars, facts["product"])
    if facts.get("market") or facts["missing"] or not facts["invoice"]:  # what the offer lacks is told
        return wanted
    return wanted and one_of(text, *has, facts["product"])


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_each_sentence_names_something_of_both_records(told: list[tuple[str, str, Facts]], lang: str) -> None:
    assert len(told) > 5000
    poor = {
        (code, text)
        for criterion, code, facts in told
        if not both(criterion, facts, lang, text := sentence(code, facts, lang))
    }
    assert poor == set()
    assert len({code for _, code, _ in told}) > 35


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_each_sentence_draws_a_consequence(told: list[tuple[str, str, Facts]], lang: str) -> None:
    """What follows stands behind a colon."""
    about = ("volume", "season", "price", "terms", "logistics", "freshness")
    texts = {(code, sentence(code, facts, lang)) for criterion, code, facts in told if criterion in about}
    assert {text for text in texts if ": " not in text[1]} == set()
