"""What every request goes through: proxies, a nonce, headers, no caching of private pages."""

from __future__ import annotations

import re
import secrets

from flask import Flask, Request, Response, g, request, session
from secure import (
    ContentSecurityPolicy,
    CrossOriginOpenerPolicy,
    CrossOriginResourcePolicy,
    PermissionsPolicy,
    ReferrerPolicy,
    Secure,
    StrictTransportSecurity,
    XContentTypeOptions,
    XFrameOptions,
)
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.sansio.utils import host_is_trusted

A_YEAR = 365 * 24 * 3600  # seconds
_IPV6_HOST = re.compile(r"(\[[0-9a-f:.]+\])(?::[0-9]{1,5})?", re.ASCII | re.IGNORECASE)


class HostCheckedRequest(Request):
    """A request whose trusted hosts may be IPv6 addresses, which Werkzeug cuts at their first colon."""

    _trusted: list[str] | None = None

    @property
    def trusted_hosts(self) -> list[str] | None:  # type: ignore[override] # an attribute there
        """The hosts still to be compared: None when the request's IPv6 address is one of them."""
        host = self.environ.get("HTTP_HOST", "")
        found = _IPV6_HOST.fullmatch(host)
        known = found is not None and found[1].lower() in (self._trusted or ())
        return None if known and host_is_trusted(host) else self._trusted

    @trusted_hosts.setter
    def trusted_hosts(self, hosts: list[str] | None) -> None:
        self._trusted = hosts


def init_app(app: Flask) -> None:
    """Install the life-cycle. Trusted hosts are Flask's own ``TRUSTED_HOSTS``."""
    app.request_class = HostCheckedRequest
    if proxies := app.config["PROXIES"]:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies
        )
    app.before_request(_make_nonce)
    app.after_request(_add_headers)
    app.add_template_global(csp_nonce, "csp_nonce")


def csp_nonce() -> str:
    """The nonce of this response, for a ``<script>`` or ``<style>`` that stands in the page."""
    nonce: str = g.csp_nonce
    return nonce


def _make_nonce() -> None:
    g.csp_nonce = secrets.token_urlsafe(16)


def _add_headers(response: Response) -> Response:
    nonce = g.get("csp_nonce") or secrets.token_urlsafe(16)
    for name, value in _headers(nonce, https=request.is_secure).headers.items():
        response.headers[name] = value
    if request.endpoint != "static":
        response.vary.update(("Cookie", "Authorization"))
        if _is_private():
            response.headers["Cache-Control"] = "no-store"
    return response


def _is_private() -> bool:
    if (request.endpoint or "").startswith("security."):
        return True
    return g.get("token_user") is not None or "_user_id" in session  # said without asking the database


def _headers(nonce: str, *, https: bool) -> Secure:
    own = "'self'"
    policy = (
        ContentSecurityPolicy()
        .default_src("'none'")
        .script_src(own, f"'nonce-{nonce}'")
        .style_src(own, f"'nonce-{nonce}'")
        .img_src(own, "data:")
        .font_src(own)
        .connect_src(own)
        .form_action(own)
        .base_uri("'none'")
        .frame_ancestors("'none'")
        .manifest_src(own)
    )
    return Secure(
        csp=policy,
        hsts=StrictTransportSecurity().max_age(A_YEAR).include_subdomains() if https else None,
        xcto=XContentTypeOptions().nosniff(),
        xfo=XFrameOptions().deny(),
        referrer=ReferrerPolicy().same_origin(),
        coop=CrossOriginOpenerPolicy().same_origin(),
        corp=CrossOriginResourcePolicy().same_origin(),
        permissions=PermissionsPolicy().geolocation().camera().microphone(),
    )
