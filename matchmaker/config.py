"""Settings, read from the environment once (prefix ``MATCHMAKER_``; ``DATABASE_URL`` as is the custom).

Everything the service keeps lies under one folder, ``MATCHMAKER_DATA`` (default ``instance`` in the working
directory): the SQLite file, the job queue and a generated secret key.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from pathlib import Path
from typing import Any

from environs import Env, EnvError

LANGUAGES = ("vi", "en")


def load() -> dict[str, Any]:
    """The settings as Flask configuration keys. Raises ``environs.EnvError`` on an unreadable value."""
    env = Env()
    with env.prefixed("MATCHMAKER_"):
        data = Path(env.str("DATA", "instance")).expanduser().resolve()
        proxies = env.int("PROXIES", 0)
        settings: dict[str, Any] = {
            "DATA": data,
            "SECRET_KEY": env.str("SECRET_KEY", "") or _kept_secret(data / "secret-key"),
            "SECURITY_PASSWORD_SALT": env.str("PASSWORD_SALT", "matchmaker"),
            "PROXIES": proxies,
            "TRUSTED_HOSTS": env.list("HOSTS", ["localhost", "127.0.0.1", "[::1]"]),
            "SESSION_COOKIE_SECURE": env.bool("HTTPS", proxies > 0),
            "SIGN_IN_LIMIT": env.str("SIGN_IN_LIMIT", "10 per minute; 100 per hour"),
            "JOIN_LIMIT": env.str("JOIN_LIMIT", "6 per minute; 60 per hour"),
            "REGISTRATION_DAYS": env.int("REGISTRATION_DAYS", 365),
            "TODAY": env.date("TODAY", None),
        }
    settings["SQLALCHEMY_DATABASE_URI"] = database_url(env.str("DATABASE_URL", ""), data)
    return settings | FIXED | {"HTTPS": settings["SESSION_COOKIE_SECURE"]}


def database_url(url: str, data: Path) -> str:
    """The SQLAlchemy address for ``DATABASE_URL``: one SQLite file by default, psycopg 3 for PostgreSQL.

    Raises ``EnvError`` for another kind of database.
    """
    if not url:
        return f"sqlite:///{data / 'matchmaker.sqlite3'}"
    for plain in ("postgres://", "postgresql://"):
        if url.startswith(plain):
            return "postgresql+psycopg://" + url.removeprefix(plain)
    if not url.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise EnvError("DATABASE_URL: postgresql://… | sqlite:///…")
    return url


def _kept_secret(path: Path) -> str:
    """A secret key made on the first start and kept, readable by the service's own user only."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return path.read_text(encoding="ascii").strip()


FIXED: dict[str, Any] = {
    "SESSION_COOKIE_NAME": "matchmaker",
    "SESSION_COOKIE_HTTPONLY": True,
    "SESSION_COOKIE_SAMESITE": "Lax",
    "PERMANENT_SESSION_LIFETIME": timedelta(hours=12),
    "MAX_CONTENT_LENGTH": 2_000_000,
    "MAX_FORM_MEMORY_SIZE": 500_000,
    "MAX_FORM_PARTS": 1_000,
    "WTF_CSRF_TIME_LIMIT": None,
    "BABEL_DEFAULT_LOCALE": "vi",
    "BABEL_DEFAULT_TIMEZONE": "Asia/Ho_Chi_Minh",
    "RATELIMIT_STORAGE_URI": "memory://",
    "API_TITLE": "Matchmaker",
    "API_VERSION": "v1",
    "OPENAPI_VERSION": "3.1.0",
    "OPENAPI_URL_PREFIX": "/api/v1",
    "OPENAPI_JSON_PATH": "openapi.json",
    "SECURITY_PASSWORD_HASH": "argon2",
    "SECURITY_PASSWORD_LENGTH_MIN": 10,
    "SECURITY_RETURN_GENERIC_RESPONSES": True,
    "SECURITY_LOGIN_URL": "/sign-in",
    "SECURITY_LOGOUT_URL": "/sign-out",
    "SECURITY_LOGOUT_METHODS": ["POST"],
    "SECURITY_CSRF_IGNORE_UNAUTH_ENDPOINTS": False,
    "SECURITY_SEND_REGISTER_EMAIL": False,
    "SECURITY_CACHE_CONTROL": None,  # request_cycle says it for every page
    "SECURITY_API_ENABLED_METHODS": ["session"],
    # What Flask-Security itself may say to a person; msgids of our own catalogue.
    "SECURITY_MSG_LOGIN": ("Cần đăng nhập.", "info"),
    "SECURITY_MSG_REFRESH": ("Cần đăng nhập lại.", "info"),
    "SECURITY_MSG_UNAUTHENTICATED": ("Cần đăng nhập.", "error"),
    "SECURITY_MSG_UNAUTHORIZED": ("Bạn không có quyền làm việc này.", "error"),
    "SECURITY_MSG_REAUTHENTICATION_REQUIRED": ("Cần đăng nhập lại.", "error"),
    "SECURITY_MSG_ANONYMOUS_USER_REQUIRED": ("Bạn đang đăng nhập.", "error"),
    "SECURITY_MSG_INVALID_REDIRECT": ("Trang cần quay lại không thuộc hệ thống này.", "error"),
    "SECURITY_MSG_GENERIC_AUTHN_FAILED": ("Tên đăng nhập hoặc mật khẩu không đúng.", "error"),
    "SECURITY_DEFAULT_REMEMBER_ME": False,
    "SECURITY_REMEMBER_SALT": "matchmaker-remember",
    "REMEMBER_COOKIE_HTTPONLY": True,
    "REMEMBER_COOKIE_SAMESITE": "Lax",
}
