"""Every print in every format: hostile texts stay texts, every Vietnamese letter comes back."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pypdf
import pytest

from matchmaker.documents.material import Goods, Lack, Material, Traded
from matchmaker.documents.prints import KINDS, made
from tests.documents.conftest import LETTERS
from tests.documents.reading import sheets, texts

Pages = Callable[[bytes], list[str]]
FORMS = [(kind.code, form) for kind in KINDS.values() for form in kind.forms]
HOSTILE = '=cmd|"/c calc"!A1 #read("/etc/passwd") $x$ *b* <w:t>&amp; {0} %s @a \x00\x07\u202e]]>'
SEEN = '=cmd|"/c calc"!A1 #read("/etc/passwd") $x$ *b* <w:t>&amp; {0} %s @a ]]>'


def filled(material: Material, text: str) -> Material:
    """The material with ``text`` wherever people write."""
    for p in material.conference["participants"]:
        p |= {
            "name": f"{text} {p['id']}",
            "province": text,
            "booth": p["id"],
            "needs": text,
            "products": [text],
        }
        p["delegates"] = [{"name": text, "title": text, "phone": text}]
    host = dict.fromkeys(("parent", "unit", "place", "signer_title", "signer", "number"), text)
    material.conference.update({"name": text, "venue": text, "host": host})  # type: ignore[attr-defined]
    people = [p["id"] for p in material.conference["participants"]]
    return replace(
        material,
        goods={person: [Goods(*[text] * 6)] for person in people},
        lacks=[Lack(person, text, text, text) for person in people],
        traded={frozenset(("P0", "B1")): Traded(text, text, [text])},
        contacts={p["id"]: p["delegates"] for p in material.conference["participants"]},
        results=[dict(r) | {"unit": text, "note": text, "reason": text} for r in material.results],
        stages=[dict(s) | {"unit": text, "quantity": 1} for s in material.stages],
    )


def text_of(body: bytes, form: str) -> str:
    """All text of a print, spaces single."""
    if form == "pdf":
        told = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(body)).pages]
    elif form == "docx":
        told = texts(body)
    else:
        told = [str(cell) for rows in sheets(body).values() for row in rows for cell in row]
    return " ".join(" ".join(told).split())


@pytest.mark.parametrize(("code", "form"), FORMS)
def test_hostile_texts_stay_texts(code: str, form: str, material: Material) -> None:
    body = made(filled(material, HOSTILE), code, form, "vi")
    shown = re.sub(r"\s", "", text_of(body, form))
    assert re.sub(r"\s", "", SEEN)[:20] in shown or re.sub(r"\s", "", SEEN.upper())[:20] in shown
    if form != "pdf":
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            inner = {
                name: book.read(name).decode(errors="replace")
                for name in book.namelist()
                if ".xml" in name or ".rels" in name
            }
        assert not any("<f>" in told or "<f " in told for name, told in inner.items() if "sheet" in name)
        assert not any("hyperlink" in told for name, told in inner.items() if name.endswith(".rels"))
        assert not any("\x00" in told or "\x07" in told or "\u202e" in told for told in inner.values())


@pytest.mark.parametrize(("code", "form"), FORMS)
def test_every_vietnamese_letter_comes_back_composed(code: str, form: str, material: Material) -> None:
    whole = [LETTERS] if form != "pdf" else [LETTERS[:76], LETTERS[76:]]
    for half in whole:
        shown = text_of(made(filled(material, unicodedata.normalize("NFD", half)), code, form, "vi"), form)
        assert unicodedata.is_normalized("NFC", shown)
        tight = re.sub(r"\s", "", shown)
        assert re.sub(r"\s", "", half) in tight or re.sub(r"\s", "", half).upper() in tight


@pytest.mark.parametrize("code", KINDS)
def test_every_print_exists_in_english_too(code: str, material: Material) -> None:
    body = made(material, code, "pdf", "en")
    assert re.search(
        r"Version 3 – replaces version 2|SOCIALIST REPUBLIC|\b(No\.|TABLE|SELLER)", text_of(body, "pdf")
    )


def test_a_format_that_a_print_does_not_have_is_refused(material: Material) -> None:
    with pytest.raises(KeyError):
        made(material, "signs", "docx", "vi")
    with pytest.raises(KeyError):
        made(material, "secrets", "pdf", "vi")


def test_a_conference_with_nothing_but_participants_prints_every_list(material: Material) -> None:
    document: dict[str, Any] = {
        k: v for k, v in material.conference.items() if k in ("format", "slots", "tables", "participants")
    }
    bare = Material({**document, "pairs": []})
    for kind in KINDS.values():
        if not kind.timed:
            assert all(made(bare, kind.code, form, "vi") for form in kind.forms), kind.code
