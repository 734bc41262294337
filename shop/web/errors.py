"""Errors of any kind as pages that help: what happened, and where to go from here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import structlog
from flask import Flask, current_app, g, redirect, render_template, request, url_for
from flask.globals import request_ctx
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from shop.lib.errors import Conflict, Forbidden, Invalid, NotFound, ShopError, WrongState
from shop.platform.db import Unavailable, db
from shop.text.errors import sentence
from shop.text.language import gettext, set_language
from shop.web.reopened import page_above

log = structlog.get_logger(__name__)
_STATUS = {NotFound: 404, Forbidden: 404, WrongState: 409, Conflict: 409, Invalid: 422}


@dataclass(frozen=True)
class _Page:
    title: str
    text: str


def _page(status: int) -> _Page:
    texts = {
        400: (gettext("Alamat atau isian ini tidak terbaca"), gettext("Ada huruf atau data yang rusak. Mulai lagi.")),
        404: (gettext("Halaman ini tidak ada"), gettext("Mungkin sudah pindah atau tautannya berakhir.")),
        405: (gettext("Langkah itu tidak ada di sini"), gettext("Kembali ke halaman tadi, lalu coba lagi.")),
        409: (gettext("Keadaannya sudah berubah"), gettext("Muat ulang halaman tadi untuk melihat yang terbaru.")),
        410: (gettext("Halaman ini sudah ditutup"), gettext("Isinya sudah dihapus oleh pemiliknya.")),
        413: (gettext("Kiriman terlalu besar"), gettext("Perkecil foto atau berkasnya, lalu kirim lagi.")),
        422: (gettext("Ada isian yang perlu dibetulkan"), gettext("Kembali, betulkan, lalu kirim lagi.")),
        429: (gettext("Terlalu sering dalam waktu singkat"), gettext("Tunggu beberapa menit, lalu coba lagi.")),
        503: (gettext("Kami sedang sibuk"), gettext("Tunggu sebentar, lalu coba lagi. Tidak ada yang hilang.")),
    }
    return _Page(*texts.get(status, texts[400]))


def register(app: Flask) -> None:
    """Answer every error with a page in the reader's language."""
    app.register_error_handler(ShopError, _shop_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(Unavailable, _database_error)
    app.register_error_handler(Exception, _unexpected)


def _shop_error(error: ShopError) -> ResponseReturnValue:
    status = _STATUS.get(type(error), 422)
    return _answer(status, sentence(error) if status != HTTPStatus.NOT_FOUND else None)


def _http_error(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if status < HTTPStatus.BAD_REQUEST:
        return error.get_response()
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR and status != HTTPStatus.SERVICE_UNAVAILABLE:
        return _static_page()
    above = page_above() if status == HTTPStatus.METHOD_NOT_ALLOWED else None
    if above:
        return redirect(above, HTTPStatus.SEE_OTHER)
    answer = _answer(HTTPStatus.NOT_FOUND if status == HTTPStatus.FORBIDDEN else status)
    if status == HTTPStatus.METHOD_NOT_ALLOWED and error.get_response().headers.get("Allow"):
        return *answer, {"Allow": error.get_response().headers["Allow"]}
    return answer


def _database_error(error: Unavailable) -> ResponseReturnValue:
    db.session.rollback()
    log.error("database_unavailable", endpoint=request.endpoint, error=type(error.orig).__name__)
    return _static_page(503)


def _unexpected(error: Exception) -> ResponseReturnValue:
    db.session.rollback()
    log.error("unexpected_error", endpoint=request.endpoint, error=type(error).__name__, exc_info=error)
    return _static_page()


def not_here(cards: Sequence[Mapping[str, Any]]) -> tuple[str, int]:
    """Not here, with products that may serve instead."""
    return _answer(HTTPStatus.NOT_FOUND, cards=cards)


def _answer(status: int, text: str | None = None, cards: Sequence[Mapping[str, Any]] | None = None) -> tuple[str, int]:
    if "lang" not in g:
        g.lang = "en" if request.path.startswith("/en/") or request.path == "/en" else "id"
        set_language(g.lang)
    if request_ctx.url_adapter is None:  # a host that was refused
        request_ctx.url_adapter = current_app.url_map.bind("")
    page = _page(status)
    links = [
        (url_for("public.home.index"), gettext("Beranda")),
        (url_for("public.products.index"), gettext("Semua produk")),
        (url_for("public.producers.index"), gettext("Produsen")),
        (url_for("public.pages.help"), gettext("Bantuan")),
    ]
    html = render_template(
        "errors/error.html",
        status=status,
        title=page.title,
        text=text or page.text,
        links=links,
        cards=cards,
        robots="noindex",
        canonical_url=None,
        alternate_urls=None,
    )
    return html, status


def _static_page(status: int = 500) -> ResponseReturnValue:
    return render_template("errors/500.html", asset=lambda name: f"/static/x/{name}"), status
