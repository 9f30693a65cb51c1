"""When a seller says that papers will be there, and which he says are there, in words."""

from datetime import date

import pytest

from matchmaker.wording.reasons import sentence
from matchmaker.wording.reasons.paper_vetoes import cert_expired, missing_cert
from matchmaker.wording.reasons.step_papers import paper_tasks
from scoring.notes import notes
from scoring.papers_due import due
from scoring.papers_said import affirmed, codes_meant, may_do_instead, of_other_standards, said_held
from scoring.records import Certificate, Demand, Offer

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "code", "days"),
    [
        ("VietGAP dự kiến tháng 3/2027", "VIETGAP", ("2027-03-01", "2027-03-31")),
        ("đang làm ISO 22000, xong quý 1", "ISO22000", ("2027-01-01", "2027-03-31")),
        ("GlobalGAP sẽ có trước 15/2/2027", "GLOBALGAP", ("2026-11-27", "2027-02-15")),
        ("HACCP certificate expected February 2027", "HACCP", ("2027-02-01", "2027-02-28")),
        ("dang lam haccp, du kien thang 1", "HACCP", ("2027-01-01", "2027-01-31")),
        ("đang làm hữu cơ EU, hết quý 2 năm 2027 có chứng nhận", "HC_EU", ("2027-06-30", "2027-06-30")),
        ("tháng 2/2027 có giấy VietGAP", "VIETGAP", ("2027-02-01", "2027-02-28")),
        ("VietGAP cấp tháng 3/2025, ATTP xong tháng 3/2027", "ATTP", ("2027-03-01", "2027-03-31")),
        ("VietGAP cấp tháng 3/2025, ATTP xong tháng 3/2027", "VIETGAP", None),
        ("VietGAP còn hạn đến 3/2027", "VIETGAP", None),
        ("giao tháng 3, đang xin HACCP", "HACCP", None),
        ("đang làm VietGAP", "VIETGAP", None),
        ("VietGAP tháng 6/2026 xong", "VIETGAP", None),
        ("ISO 22000 audit on 15 January 2027", "ISO22000", None),
    ],
)
def test_the_day_that_a_seller_names_for_a_paper_is_read(text, code, days):
    found = due(Offer("o", "x", remarks=text), code, TODAY)
    assert (found and (found.first.isoformat(), found.last.isoformat())) == days


@pytest.mark.parametrize(
    ("text", "codes", "said"),
    [
        ("FDA registered", ("FDA",), "FDA registered"),
        ("nhà máy đã đăng ký FDA, sạch", ("FDA",), "nhà máy đã đăng ký FDA"),
        ("có giấy kiểm dịch từng chuyến", ("KDDV",), "có giấy kiểm dịch từng chuyến"),
        ("chưa đăng ký FDA", ("FDA",), ""),
        ("đang xin VietGAP", ("VIETGAP",), ""),
        ("trồng theo hướng VietGAP", ("VIETGAP",), ""),
        ("without HACCP certificate", ("HACCP",), ""),
        ("có giấy VietGAP", ("HACCP",), ""),
    ],
)
def test_papers_that_a_seller_says_he_has_are_known_by_his_words(text, codes, said):
    assert affirmed(text, codes) == said


def test_his_day_is_told_in_the_step_and_not_the_usual_time(explained):
    wanted = {"product": "Chuối tiêu hồng", "required_certificates": _papers("VIETGAP"), "months": (2, 3, 4)}
    offered = {"product": "Chuối tiêu hồng", "months": (2, 3, 4), "remarks": "VietGAP dự kiến tháng 3/2027"}
    step = explained(wanted, {**offered, "note": offered["remarks"]}).missing
    told = [sentence(step.code, step.facts, lang) for lang in ("vi", "en")]
    assert "bên bán ghi “VietGAP dự kiến tháng 3/2027”: chậm nhất 31/03/2027" in told[0]
    assert "by 31 Mar 2027" in told[1]
    assert "thường mất" not in told[0]
    assert "usually" not in told[1]
    assert (step.facts["missed"], step.facts["may_miss"]) == ([2], [3])


def test_a_paper_that_is_said_to_be_there_is_to_be_shown(explained):
    wanted = {"product": "Thịt trâu", "required_certificates": _papers("KDDV"), "months": (1,)}
    offered = {"product": "Thịt trâu", "months": (1,), "description": "có giấy kiểm dịch từng chuyến"}
    match = explained(wanted, offered)
    veto = next(veto for veto in match.refusals if veto.code == "missing_cert")
    assert "có ghi “có giấy kiểm dịch từng chuyến”, phải đưa giấy ra" in sentence(veto.code, veto.facts, "vi")
    assert "the paper is to be shown" in sentence(veto.code, veto.facts, "en")
    assert "chỉ cần đưa giấy ra" in sentence(match.missing.code, match.missing.facts, "vi")
    plain = explained(wanted, {**offered, "description": "thịt tươi"}).refusals[0]
    assert sentence(plain.code, plain.facts, "vi").startswith("Bên bán chưa có giấy nào")


def test_a_paper_asked_in_words_and_said_in_words_is_no_question(explained):
    wanted = {"product": "Hạt điều rang", "spec": "FDA registered facility"}
    for text in ("nhà máy đã đăng ký FDA", "FDA registered"):
        rows = {
            r.criterion: r
            for r in explained(wanted, {"product": "Hạt điều rang", "description": text}).reasons
        }
        assert not rows["product"].facts.get("spec")
        row = rows["requirements"]
        assert f"bên bán ghi “{text}”: xem giấy ấy" in sentence(row.code, row.facts, "vi")
        assert "see the paper" in sentence(row.code, row.facts, "en")


@pytest.mark.parametrize(
    ("note", "asked"), [("VietGAP dự kiến tháng 3/2027", False), ("đang làm VietGAP", True)]
)
def test_a_seller_who_says_when_is_not_asked_when(note, asked):
    found = notes(Offer("o", "Rau", note=note, remarks=note), Demand("d", "Rau"))
    assert [row["asked"] for row in found["requirements"]] == [asked]


def _papers(code):

    return (Certificate(code),)


@pytest.mark.parametrize(
    ("words", "listed", "code", "said"),
    [
        ("gao ST25 huu co", ["HC_VN"], "HC_EU", False),
        ("chè hữu cơ, có chứng nhận hữu cơ", [], "HC_EU", False),
        ("có chứng nhận hữu cơ", [], "HC_VN", True),
        ("certified organic (USDA)", [], "HC_EU", False),
        ("organic certificate TCVN 11041", [], "HC_JAS", False),
        ("co chung nhan huu co EU", ["HC_VN"], "HC_EU", True),
        ("đã có giấy hữu cơ châu Âu", [], "HC_EU", True),
        ("đã được cấp mã vùng trồng", ["PUC_EU"], "PUC_CN", False),
        ("đã được cấp mã vùng trồng đi Trung Quốc", ["PUC_EU"], "PUC_CN", True),
        ("đã được cấp mã vùng trồng", [], "PUC_CN", True),
        ("có mã vùng trồng đi Mỹ", [], "PUC_CN", False),
        ("cà phê hữu cơ", [], "HC_VN", False),
    ],
)
def test_of_several_standards_the_one_that_is_named_is_to_be_shown(words, listed, code, said):
    offer = Offer("o", "p", description=words, certificates=tuple(Certificate(each) for each in listed))
    assert bool(said_held(offer, code)) is said


@pytest.mark.parametrize(
    ("listed", "missing", "asked", "others"),
    [
        (["HC_VN", "HACCP"], ["HC_EU"], {"HC_EU", "HACCP"}, ["HC_VN"]),
        (["PUC_EU", "PHC_CN"], ["PUC_CN"], {"PUC_CN"}, ["PUC_EU"]),
        (["HC_USDA", "HC_VN"], ["HC_JAS"], {"HC_JAS", "HC_VN"}, ["HC_USDA"]),
        (["HC_VN"], ["HACCP"], {"HACCP"}, []),
    ],
)
def test_papers_of_another_standard_stand_for_none_that_is_missing(listed, missing, asked, others):
    until = date(2027, 12, 1)
    offer = Offer("o", "p", certificates=tuple(Certificate(each, until) for each in listed))
    assert of_other_standards(offer, missing, asked, date(2026, 11, 27)) == others
    assert not of_other_standards(offer, missing, asked, date(2028, 1, 1))


def test_a_paper_of_another_standard_is_told_beside_the_one_that_is_missing():
    facts = {"missing": ["HC_EU"], "held": [{"code": "HACCP"}], "no_stand_in": ["HC_VN"]}
    told = missing_cert(facts, "vi")
    assert "bên mua không nhận; Hữu cơ VN của bên bán không thay được." in told
    assert "will not do instead" in missing_cert(facts, "en")
    assert "thay được" not in missing_cert({**facts, "no_stand_in": []}, "vi")


@pytest.mark.parametrize(
    ("held", "lacking", "abroad", "may"),
    [
        ("HC_EU", "HC_VN", False, True),
        ("HC_VN", "HC_EU", False, True),
        ("HC_JAS", "HC_USDA", False, True),
        ("HC_VN", "HC_EU", True, False),
        ("PUC_US", "PUC_CN", False, False),
        ("HC_EU", "VIETGAP", False, False),
    ],
)
def test_the_organic_paper_of_another_standard_is_asked_about_at_home(held, lacking, abroad, may):
    assert may_do_instead([held], lacking, abroad) == ([held] if may else [])


def test_whether_another_paper_will_do_is_asked_before_one_is_got():
    told = missing_cert({"missing": ["HC_VN"], "held": [], "may_stand_in": ["HC_EU"]}, "vi")
    assert "Hữu cơ EU: hỏi bên mua có nhận thay không" in told
    assert "bên mua không nhận" not in told
    lapsed = {
        "expired": [{"code": "HC_VN", "expires": "2026-10-01"}],
        "months": [1],
        "may_stand_in": ["HC_EU"],
    }
    assert "Hữu cơ EU: hỏi bên mua có nhận thay không" in cert_expired(lapsed, "vi")
    assert "ask whether the buyer takes it instead" in cert_expired(lapsed, "en")
    step = {"code": "renew_paper", "facts": {"paper": "HC_VN", "ask_instead": ["HC_EU"], "underway": True}}
    assert "trước hết hỏi bên mua có nhận Hữu cơ EU thay không" in paper_tasks([step], "vi")


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("hc_vn", ("HC_VN",)),
        ("huu co vn", ("HC_VN",)),
        ("huu co usda", ("HC_USDA",)),
        ("huu co", ("HC_", "PGS")),
    ],
)
def test_organic_papers_are_known_by_their_standard(name, codes):
    assert codes_meant([name]) == codes
