from __future__ import annotations

import pytest

from matchmaker.schemas.choices import CHANNELS
from matchmaker.services.channels import ChannelTerms, usual_terms


@pytest.mark.parametrize("channel", CHANNELS)
def test_every_channel_has_usual_terms(channel: str) -> None:
    terms = usual_terms(channel)
    assert terms.papers or terms.invoice


pytestmark = pytest.mark.usefixtures("session")


def test_papers_depend_on_the_form_of_the_goods() -> None:
    fresh = usual_terms("exporter_cn", "vải thiều tươi").papers
    dried = usual_terms("exporter_cn", "long nhãn sấy khô").papers
    assert "PUC_CN" in fresh
    assert "PUC_CN" not in dried


def test_no_paper_is_named_twice() -> None:
    papers = usual_terms("supermarket", "mận tam hoa").papers
    assert len(papers) == len(set(papers))


def test_an_unknown_channel_asks_for_nothing() -> None:
    assert usual_terms("", "vải") == ChannelTerms()
    assert usual_terms("moon", "vải") == ChannelTerms()
