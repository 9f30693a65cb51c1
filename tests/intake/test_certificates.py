from __future__ import annotations

from matchmaker.intake.reading import Reader


def test_papers_are_found_under_their_other_names(reader: Reader) -> None:
    papers = reader.read("có Viet GAP và an toàn thực phẩm").certificates
    assert [paper.code for paper in papers] == ["VIETGAP", "ATTP"]
    assert all(paper.held for paper in papers)


def test_ocop_carries_its_stars(reader: Reader) -> None:
    assert [(p.code, p.stars) for p in reader.read("OCOP 4 sao").certificates] == [("OCOP", 4)]
    assert [(p.code, p.stars) for p in reader.read("đạt OCOP 3*").certificates] == [("OCOP", 3)]


def test_a_paper_said_to_be_missing_is_not_held(reader: Reader) -> None:
    assert [(p.code, p.held) for p in reader.read("chưa có VietGAP").certificates] == [("VIETGAP", False)]


def test_a_paper_shows_its_words(reader: Reader) -> None:
    text = "rau có VietGAP, 2 tấn/ngày"
    (paper,) = reader.read(text).certificates
    assert text[slice(*paper.span)] == "VietGAP"


def test_a_paper_of_two_letters_is_no_common_word(reader: Reader) -> None:
    assert reader.read("nha em co mat ong, gia 300k/lit").certificates == ()
    assert reader.read("NHA EM CO MAT ONG").certificates == ()
    assert [paper.code for paper in reader.read("hàng có CO form E").certificates] == ["CO"]
