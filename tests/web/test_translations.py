from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from matchmaker.web.catalogues import TRANSLATIONS, compile_stale

SOURCE = TRANSLATIONS.parent
MARKS = re.compile(r"%\([a-z_]+\)[sd]")


def msgids() -> set[str]:
    """Every sentence that the pages ask a translation for."""
    method_map, options_map = parse_mapping_cfg(StringIO((TRANSLATIONS / "babel.cfg").read_text()))
    found = extract_from_dir(SOURCE, method_map, options_map)
    return {row[2] if isinstance(row[2], str) else row[2][0] for row in found}


def english() -> Catalog:
    with (TRANSLATIONS / "en/LC_MESSAGES/messages.po").open("rb") as file:
        return read_po(file, locale="en")


def messages() -> Iterator[Message]:
    return (message for message in english() if message.id)


def test_every_sentence_of_the_pages_is_in_the_english_catalogue() -> None:
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in messages()}
    assert msgids() - known == set()


def test_the_english_catalogue_holds_no_sentence_that_no_page_uses() -> None:
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in messages()}
    assert known - msgids() == set()


def test_no_sentence_is_left_untranslated_or_doubtful() -> None:
    strings = {
        str(message.id): [message.string] if isinstance(message.string, str) else list(message.string)
        for message in messages()
    }
    assert [key for key, forms in strings.items() if not all(form.strip() for form in forms)] == []
    assert [message.id for message in messages() if message.fuzzy] == []


@pytest.mark.parametrize("message", [m for m in messages() if "python-format" in m.flags], ids=str)
def test_a_translation_keeps_the_placeholders(message: Message) -> None:
    wanted = set(MARKS.findall(message.id if isinstance(message.id, str) else message.id[0]))
    forms = [message.string] if isinstance(message.string, str) else message.string
    assert all(set(MARKS.findall(form)) == wanted for form in forms)


def test_a_stale_catalogue_is_compiled_and_a_fresh_one_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source = folder / "messages.po"
    shutil.copy(TRANSLATIONS / "en/LC_MESSAGES/messages.po", source)
    assert compile_stale(tmp_path) == [folder / "messages.mo"]
    os.utime(source, (0, 0))
    assert compile_stale(tmp_path) == []
