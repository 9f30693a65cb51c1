"""Papers of text and tables as PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from matchmaker.documents.papers import Annex, Block, Paper, Signatures, Table, Text, shown
from matchmaker.documents.typesetting import render

KINDS: dict[type[Any], str] = {Text: "text", Table: "table", Annex: "annex", Signatures: "signatures"}


def pdf(papers: Sequence[Paper]) -> bytes:
    """The papers one after the other, each on pages of its own. Raises ``NotPrintedError``."""
    return render("papers", {"papers": [_plain(paper) for paper in papers]})


def _plain(paper: Paper) -> dict[str, Any]:
    return {
        "title": paper.title,
        "subtitle": list(paper.subtitle),
        "letterhead": asdict(paper.letterhead) if paper.letterhead else None,
        "official": paper.official,
        "landscape": paper.landscape,
        "footer": paper.footer,
        "lang": paper.lang,
        "blocks": [_block(block, paper.lang) for block in paper.blocks],
    }


def _block(block: Block, lang: str) -> dict[str, Any]:
    if not isinstance(block, Table):
        return {"kind": KINDS[type(block)], **asdict(block)}
    groups = [
        {"label": g.label, "rows": [[shown(c, lang) for c in row] for row in g.rows]} for g in block.groups
    ]
    return {
        "kind": "table",
        "columns": [asdict(column) for column in block.columns],
        "groups": groups,
        "total": [shown(cell, lang) for cell in block.total],
    }
