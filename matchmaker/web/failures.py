"""Pages for what went wrong: what happened and what to do, in the reader's language, never a traceback."""

from __future__ import annotations

from flask import make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from matchmaker.web.language import language
from matchmaker.wording import errors


def failure_page(status: int, code: str = "", facts: dict[str, object] | None = None) -> Response:
    """The page for an HTTP status; ``code`` and ``facts`` say more where they are known.

    Someone not signed in is sent to sign in, and comes back to a page that only reads.
    """
    if "HX-Request" in request.headers:
        return Response(status=status, headers={"HX-Refresh": "true"})  # a part of a page cannot show this
    if status == 401:
        back = request.full_path.rstrip("?") if request.method == "GET" else None
        return redirect(url_for("security.login", next=back))
    heading, advice = _words(status)
    lines = [advice]
    if code and code in errors.SENTENCES and status not in (403, 404, 500):
        lines.insert(0, errors.sentence(code, facts, language()))
    page = render_template("errors/error.html", status=status, heading=heading, lines=lines)
    return make_response(page, status)


def _words(status: int) -> tuple[str, str]:
    """What happened, and what to do."""
    if status == 403:
        return _("Bạn không mở được trang này"), _(
            "Trang này dành cho vai trò khác. Nếu cần, hãy hỏi quản trị."
        )
    if status == 404:
        return _("Không có trang này"), _("Đường dẫn gõ sai hoặc mục này đã được gỡ. Hãy về trang đầu.")
    if status in (409, 412):
        return _("Mục này vừa thay đổi"), _("Hãy quay lại, tải lại trang rồi làm lại.")
    if status in (400, 422):
        return _("Chưa nhận được nội dung này"), _("Hãy quay lại, kiểm tra các mục rồi gửi lại.")
    if status == 413:
        return _("Nội dung gửi lên quá lớn"), _("Hãy gửi tệp nhỏ hơn hoặc viết ngắn hơn.")
    if status == 429:
        return _("Quá nhiều lần thử"), _("Hãy đợi một phút rồi thử lại.")
    if status == 503:
        return _("Hệ thống đang bận"), _("Hãy thử lại sau ít giây.")
    if status < 500:
        return _("Không làm được việc này"), _("Hãy quay lại trang trước và thử cách khác.")
    return _("Hệ thống gặp trục trặc"), _("Sự việc đã được ghi lại. Hãy thử lại sau ít phút.")
