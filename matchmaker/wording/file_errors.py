"""What can be wrong with a file that is sent: a list, a sheet, a backup; part of ``errors``."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "not_an_object": ("Mỗi bản ghi phải là một đối tượng.", "A record must be an object."),
    "not_utf8": ("Dòng này không phải UTF-8.", "This line is not UTF-8."),
    "line_too_long": ("Dòng dài quá {max} byte.", "The line is longer than {max} bytes."),
    "empty_file": ("Tệp không có bản ghi nào.", "The file holds no record."),
    "not_json": ("Không đọc được JSON.", "This is not JSON."),
    "list_has_faults": (
        "Danh sách có {count} ô chưa đúng, nên chưa nhập gì.",
        "{count} cells of the list are not right, so nothing was taken in.",
    ),
    "sheet_too_big": (
        "Tệp quá lớn, kể cả khi giải nén; nhiều nhất {megabytes} MB.",
        "The file is too large, or grows too large when unpacked; at most {megabytes} MB.",
    ),
    "sheet_too_long": (
        "Bảng quá dài hoặc quá rộng: nhiều nhất {rows} dòng và {columns} cột.",
        "The sheet is too long or too wide: at most {rows} rows and {columns} columns.",
    ),
    "sheet_unreadable": (
        "Tệp không phải bảng tính (.xlsx, .xls, .ods, .csv) hoặc đã hỏng; hãy mở ra và lưu lại thành .xlsx.",
        "The file is no spreadsheet (.xlsx, .xls, .ods, .csv) or is damaged; open it and save it as .xlsx.",
    ),
    "sheet_password": (
        "Tệp có mật khẩu; hãy bỏ mật khẩu rồi gửi lại.",
        "The file has a password; remove it and send the file again.",
    ),
    "sheet_other_kind": (
        "Đây là tệp {kind}, không phải bảng tính; hãy gửi tệp Excel (.xlsx) hoặc .csv.",
        "This is a {kind} file, not a spreadsheet; send an Excel (.xlsx) or .csv file.",
    ),
    "sheet_too_many": (
        "Tệp có hơn {most} trang tính; hãy tách ra.",
        "The file has more than {most} sheets; split it.",
    ),
    "sheet_no_columns": (
        "Không thấy cột giá và cột nơi đi (hoặc nhà xe); hãy dùng mẫu.",
        "There is no column of prices and of places (or carriers); use the template.",
    ),
    "sheet_empty": ("Tệp không có dòng nào.", "The file has no rows."),
    "sheet_encoding": (
        "Không nhận ra bảng mã của tệp .csv; hãy lưu thành “CSV UTF-8” hoặc .xlsx.",
        "The encoding of the .csv is not known; save it as “CSV UTF-8” or as .xlsx.",
    ),
    "archive_other_format": ("Tệp này không phải bản sao lưu.", "This file is no backup."),
    "archive_other_tables": (
        "Bản sao lưu thuộc phiên bản bảng {theirs}, ở đây là {ours}; khôi phục bằng bản ấy rồi nâng cấp.",
        "The backup is of tables {theirs}, these are {ours}; restore it with its own version, then upgrade.",
    ),
    "archive_damaged": (
        "Bản sao lưu hỏng hoặc thiếu ({reason}); chưa khôi phục gì.",
        "The backup is damaged or cut short ({reason}); nothing was restored.",
    ),
}
