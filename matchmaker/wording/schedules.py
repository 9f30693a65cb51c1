"""Sentences for the planner's codes: ill-formed conferences, broken rules, unmet musts and minima."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from matchmaker.wording.prints import languages

# code: (Vietnamese, English); {names} are facts, a fact that was not given is left out.
PROBLEMS: dict[str, tuple[str, str]] = {
    "not_an_object": ("Phải là một đối tượng JSON: {field}.", "Must be a JSON object: {field}."),
    "not_json": ("Không đọc được JSON: {detail}.", "This is not JSON: {detail}."),
    "repeated_key": ("Tên trường lặp lại: “{key}”.", "A field is given twice: “{key}”."),
    "wrong_format": ("“format” phải là “meetplan/1”.", "“format” must be “meetplan/1”."),
    "not_a_list": ("{field} phải là danh sách.", "{field} must be a list."),
    "none_given": ("{field} trống: cần ít nhất một.", "{field} is empty: at least one is needed."),
    "missing_field": ("Thiếu {field}.", "{field} is missing."),
    "wrong_value": (
        "Giá trị không hợp lệ ở {field}: {value}.",
        "The value of {field} is not valid: {value}.",
    ),
    "repeated_id": ("Mã “{id}” lặp lại trong {field}.", "Id “{id}” is repeated in {field}."),
    "unknown_slot": (
        "Không có khung giờ {slot} ({participant}{table}{field}{a} {b}).",
        "There is no slot {slot} ({participant}{table}{field}{a} {b}).",
    ),
    "repeated_slot": ("{participant}: khung giờ {slot} lặp lại.", "{participant}: slot {slot} is repeated."),
    "min_above_max": (
        "{participant}: số cuộc tối thiểu {min} lớn hơn tối đa {max}.",
        "{participant}: the minimum of {min} meetings is above the maximum of {max}.",
    ),
    "unknown_table": (
        "Không có bàn {table} ({participant}{a} {b}).",
        "There is no table {table} ({participant}{a} {b}).",
    ),
    "unknown_participant": (
        "Không có đơn vị “{participant}” trong danh sách tham gia.",
        "“{participant}” is not among the participants.",
    ),
    "meets_itself": ("{participant} không thể gặp chính mình.", "{participant} cannot meet itself."),
    "repeated_pair": ("Cặp {a} – {b} lặp lại.", "The pair {a} – {b} is repeated."),
    "required_and_forbidden": (
        "Cặp {a} – {b} vừa bắt buộc vừa bị cấm.",
        "The pair {a} – {b} is both required and forbidden.",
    ),
    "unknown_session": (
        "Không có buổi “{session}” ({a} – {b}).",
        "There is no session “{session}” ({a} – {b}).",
    ),
    "too_many_fixed": (
        "{participant}: {meetings} cuộc cùng ấn định vào khung {slot}.",
        "{participant}: {meetings} meetings are fixed in slot {slot}.",
    ),
    "circle_of_meetings": (
        "Các cuộc gặp chờ nhau thành vòng: {pairs}.",
        "Meetings wait for each other in a circle: {pairs}.",
    ),
    "past_meeting_unknown": (
        "Cuộc đã diễn ra {a} – {b} không có trong các cặp.",
        "The meeting {a} – {b} was held but is not among the pairs.",
    ),
    "past_meeting_impossible": (
        "Cuộc đã diễn ra {a} – {b} (khung {slot}, bàn {table}) trái với dữ liệu hội nghị.",
        "The meeting {a} – {b} held in slot {slot} at table {table} contradicts the conference.",
    ),
    "not_found_in_time": (
        "Chưa tìm được lịch đủ mọi cuộc bắt buộc trong thời gian cho phép; hãy cho thêm thời gian.",
        "No timetable with every required meeting was found in the time given; allow more time.",
    ),
}

BROKEN: dict[str, tuple[str, str]] = {
    "not_a_candidate": ("{a} và {b} không có trong danh sách ghép.", "{a} and {b} are not a candidate pair."),
    "forbidden_pair": ("{a} và {b} không được gặp nhau.", "{a} and {b} may not meet."),
    "table_unavailable": (
        "Bàn {table} không dùng được ở khung {slot}.",
        "Table {table} cannot be used in slot {slot}.",
    ),
    "wrong_session": ("{a} – {b} chỉ gặp ở buổi {session}.", "{a} – {b} may only meet in session {session}."),
    "not_in_fixed_slot": (
        "{a} – {b} đã ấn định ở khung {fixed_slot}.",
        "{a} – {b} is fixed in slot {fixed_slot}.",
    ),
    "unavailable": ("{participant} vắng ở khung {slot}.", "{participant} is not there in slot {slot}."),
    "not_at_fixed_table": (
        "{participant} ngồi cố định ở bàn {fixed_table}.",
        "{participant} stays at table {fixed_table}.",
    ),
    "table_taken": (
        "Bàn {table} ở khung {slot} đã có cuộc khác.",
        "Table {table} is already taken in slot {slot}.",
    ),
    "participant_taken": (
        "{participant} đã có cuộc khác ở khung {slot}.",
        "{participant} already has another meeting in slot {slot}.",
    ),
    "met_twice": ("Hai bên {pair} gặp nhau hai lần.", "{pair} meet twice."),
    "too_many_meetings": (
        "{participant} có {meetings} cuộc, tối đa {max}.",
        "{participant} has {meetings} meetings, at most {max} are wanted.",
    ),
    "no_rest": (
        "{participant} họp quá {rest_after} cuộc liền không nghỉ.",
        "{participant} has more than {rest_after} meetings without a rest.",
    ),
    "gaps_uneven": (
        "Số lần chờ chênh nhau {difference}, cho phép {allowed}.",
        "Waiting differs by {difference} gaps, {allowed} are allowed.",
    ),
    "forerunner_missing": (
        "{a} – {b} phải sau cuộc {after}, mà cuộc đó chưa có.",
        "{a} – {b} must follow {after}, which is not planned.",
    ),
    "not_after": ("{a} – {b} phải sau cuộc {after}.", "{a} – {b} must come after {after}."),
    "no_interpreter_free": (
        "Khung {slot}: {meetings} cuộc cần phiên dịch {languages} ({pairs}) mà chỉ có {interpreters} người.",
        "Slot {slot}: {meetings} meetings need an interpreter for {languages} ({pairs}) and there are"
        " {interpreters}.",
    ),
    "past_changed": ("Khung {slot} đã qua, không đổi được.", "Slot {slot} is past and cannot change."),
}

UNMET: dict[str, tuple[str, str]] = {
    "no_representative": ("{participant} không có người đi họp.", "{participant} sends nobody."),
    "never_available": ("{participant} không có mặt khung nào.", "{participant} is never there."),
    "waits_for_no_candidate": (
        "Phải sau một cuộc không có trong danh sách.",
        "It must follow a meeting that is no candidate.",
    ),
    "two_fixed_tables": (
        "Hai bên cố định ở hai bàn khác nhau {tables}.",
        "Both have fixed tables, and different ones: {tables}.",
    ),
    "no_common_slot": ("Hai bên không có khung giờ chung.", "The two have no slot in common."),
    "no_common_slot_in_session": (
        "Không có khung chung trong buổi {session}.",
        "They have no common slot in session {session}.",
    ),
    "fixed_slot_unavailable": (
        "Khung ấn định {slot} có bên vắng.",
        "One of them is absent from the fixed slot {slot}.",
    ),
    "slots_already_past": ("Các khung chung đã qua.", "Their common slots are past."),
    "no_table_in_common_slots": (
        "Không có bàn ở các khung chung {slots}.",
        "There is no table in their common slots {slots}.",
    ),
    "more_musts_than_slots": (
        "{participant} có {musts} cuộc bắt buộc mà chỉ {slots} khung.",
        "{participant} has {musts} musts and {slots} slots.",
    ),
    "waits_for_unmet": (
        "Phải sau cuộc {a} – {b}, mà cuộc đó không xếp được.",
        "It must follow {a} – {b}, which could not be placed.",
    ),
    "max_meetings_reached": ("{participant} đã đủ {max} cuộc.", "{participant} already has {max} meetings."),
    "slots_taken": ("Các khung chung {slots} đều đã kín.", "Their common slots {slots} are all taken."),
    "no_interpreter_there": (
        "Hai bên không có ngôn ngữ chung ({languages}) và các khung chung {slots} không có phiên dịch.",
        "They share no language ({languages}) and there is no interpreter in their common slots {slots}.",
    ),
    "interpreters_taken": (
        "Ở các khung hai bên cùng rảnh ({slots}), phiên dịch {languages} đều đã kín.",
        "In the slots in which both are free ({slots}), the interpreters for {languages} are all taken.",
    ),
    "too_few_partners": ("Không đủ bên để gặp.", "There are too few partners."),
    "too_few_slots": ("Có mặt quá ít khung giờ.", "It is there in too few slots."),
    "partners_taken": ("Các bên cần gặp đều đã kín giờ.", "Its partners' slots are taken."),
    "minima_compete": (
        "{participants} cần tối thiểu cả thảy {needed} cuộc; với thời gian của {partners}"
        " (khung {slots}) chỉ xếp được {room} cuộc.",
        "{participants} need at least {needed} meetings in all; the time of {partners}"
        " (slots {slots}) allows {room}.",
    ),
    "minima_compete_together": (
        "{participants} cần tối thiểu cả thảy {needed} cuộc mà chỉ xếp được {room} cuộc (khung {slots}).",
        "{participants} need at least {needed} meetings in all and there is room for {room} (slots {slots}).",
    ),
    "minima_compete_for_tables": (
        "{participants} cần tối thiểu cả thảy {needed} cuộc; số bàn trong khung {slots}"
        " chỉ đủ cho {room} cuộc.",
        "{participants} need at least {needed} meetings in all; the tables in slots {slots}"
        " have room for {room}.",
    ),
    "minima_compete_for_interpreters": (
        "{participants} cần tối thiểu cả thảy {needed} cuộc; phiên dịch {languages} trong khung {slots}"
        " chỉ đủ cho {room} cuộc.",
        "{participants} need at least {needed} meetings in all; the interpreters for {languages} in slots"
        " {slots} allow {room}.",
    ),
    "musts_compete_for_interpreters": (
        "{needed} cuộc bắt buộc ({pairs}) cùng cần phiên dịch {languages} trong khung {slots},"
        " chỉ đủ cho {room} cuộc.",
        "{needed} musts ({pairs}) need interpreters for {languages} in slots {slots}, who allow {room}.",
    ),
    "musts_compete": (
        "{needed} cuộc bắt buộc ({pairs}) cùng cần thời gian của {participants}"
        " (khung {slots}), chỉ xếp được {room} cuộc.",
        "{needed} musts ({pairs}) need the time of {participants} (slots {slots}), which allows {room}.",
    ),
    "musts_compete_for_tables": (
        "{needed} cuộc bắt buộc ({pairs}) cùng cần bàn trong khung {slots}, chỉ đủ cho {room} cuộc.",
        "{needed} musts ({pairs}) need tables in slots {slots}, which have room for {room}.",
    ),
}

FINDINGS: dict[str, tuple[str, str]] = {
    "must_impossible": (
        "Cuộc bắt buộc {a} – {b} không thể xếp. {because}",
        "The required meeting {a} – {b} cannot take place. {because}",
    ),
    "asks_more_than_slots": (
        "{participant} xin {asks} cuộc mà chỉ có mặt {slots} khung giờ.",
        "{participant} asks for {asks} meetings and has {slots} slots.",
    ),
    "minimum_above_slots": (
        "{participant} cần ít nhất {min} cuộc mà chỉ có mặt {slots} khung giờ.",
        "{participant} needs at least {min} meetings and has {slots} slots.",
    ),
    "minimum_above_partners": (
        "{participant} cần ít nhất {min} cuộc mà chỉ gặp được {possible} bên;"
        " không bao giờ có mặt cùng lúc với: {never_together_with}.",
        "{participant} needs at least {min} meetings and can meet only {possible} parties;"
        " never there together with: {never_together_with}.",
    ),
    "minimum_unreachable": (
        "{participant} cần ít nhất {min} cuộc, nhưng với {partners} chỉ có chung các khung {slots},"
        " nên nhiều nhất là {possible} cuộc.",
        "{participant} needs at least {min} meetings but shares only the slots {slots} with {partners}:"
        " {possible} at most.",
    ),
    "too_few_tables_in_slot": (
        "Khung {slot} ấn định {needed} cuộc mà chỉ có {tables} bàn.",
        "{needed} meetings are fixed in slot {slot}, which has {tables} tables.",
    ),
    "too_few_tables": (
        "Cần ít nhất {needed} lượt bàn mà chỉ có {places} ({slots} khung giờ,"
        " ít bàn nhất ở khung {fewest_in}); mỗi khung cần trung bình {per_slot} bàn.",
        "At least {needed} places at tables are needed and there are {places} ({slots} slots, fewest"
        " tables in slot {fewest_in}); {per_slot} tables per slot would do.",
    ),
    "no_interpreter": (
        "{a} và {b} không có ngôn ngữ chung ({languages}) và không có phiên dịch.",
        "{a} and {b} share no language ({languages}) and there is no interpreter.",
    ),
    "interpreters_short": (
        "{needed} cuộc bắt buộc cần phiên dịch {languages} mà chỉ có {places} lượt.",
        "{needed} musts need an interpreter for {languages} and there are {places} turns.",
    ),
    "interpreters_short_in_slot": (
        "Khung {slot} ấn định {needed} cuộc cần phiên dịch {languages} ({pairs}) mà chỉ có {places} người.",
        "{needed} meetings fixed in slot {slot} need an interpreter for {languages} ({pairs}) and there are"
        " {places}.",
    ),
    "language_nobody_speaks": (
        "Có {interpreters} phiên dịch tiếng {languages} mà không đơn vị nào ghi là nói tiếng này ({unknown}"
        " đơn vị chưa ghi ngôn ngữ). Xem lại ngôn ngữ của phiên dịch hoặc của đơn vị.",
        "There are {interpreters} interpreters of {languages} and no participant is known to speak it"
        " ({unknown} say no language). Look again at the interpreters' languages or the participants'.",
    ),
    "locked_without_meeting": (
        "Cuộc đã khóa {a} – {b} không có trong lịch đang dùng.",
        "The locked meeting {a} – {b} is not in the timetable in force.",
    ),
    "locked_impossible": (
        "Cuộc đã khóa {a} – {b} không giữ được khung {slot}, bàn {table}. {because}",
        "The locked meeting {a} – {b} cannot keep slot {slot} and table {table}. {because}",
    ),
}

STATUS: dict[str, tuple[str, str]] = {
    "optimal": ("Tốt nhất, đã chứng minh", "Best possible, proven"),
    "feasible": ("Hợp lệ", "Valid"),
    "infeasible": ("Không thể xếp đủ, đã chứng minh", "Impossible, proven"),
}


def sentence(code: str, facts: Mapping[str, Any], lang: str) -> str:
    """What a planner's code says with its facts; an unknown code is shown as it is.

    A code whose facts name a ``cause`` (a code with ``facts`` of its own) says that too.
    """
    for table in (PROBLEMS, BROKEN, UNMET, FINDINGS):
        if code in table:
            if "cause" in facts:
                because = sentence(facts["cause"], facts.get("facts") or {}, lang)
                facts = {**facts, "because": because}
            said = table[code][lang == "en"].format_map(_Facts(facts, lang))
            return " ".join(said.split()).replace("( ", "(").replace(" )", ")").replace(" ()", "")
    return code


class _Facts(dict[str, str]):
    """Facts as words; one that was not given is empty."""

    def __init__(self, facts: Mapping[str, Any], lang: str) -> None:
        super().__init__({k: _said(v) for k, v in facts.items()})
        if spoken := facts.get("languages"):
            self["languages"] = ", ".join(languages(codes, lang) for codes in spoken)

    def __missing__(self, key: str) -> str:
        return ""


def _said(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(" – ".join(map(str, v)) if isinstance(v, list) else str(v) for v in value)
    return str(value)
