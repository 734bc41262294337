"""Wiring: the one module that knows every part."""

import os
from pathlib import Path

from flask import Flask
from flask_migrate import Migrate
from werkzeug.middleware.proxy_fix import ProxyFix

from shop import api, cli, web
from shop.config import Settings
from shop.platform import crypt, logs, search_index, signing, storage
from shop.platform.db import db, engine_options
from shop.text import links
from shop.web.application import Shop

PRIVATE = 0o077
_ROOT = Path(__file__).resolve().parent.parent
_PACKAGE = Path(__file__).resolve().parent


def create_app(settings: Settings | None = None) -> Flask:
    """A ready application; raises SettingsError when the settings are refused.

    From then on the process makes files for its own user only: database, mails and papers hold personal data, and
    secret links lie in the mails. Site, worker and every command begin here.
    """
    os.umask(PRIVATE)
    settings = settings or Settings.from_environment()
    app = Shop(
        "shop",
        static_folder=None,
        template_folder=str(_folder("templates")),
        instance_path=str(settings.instance),
        root_path=str(_PACKAGE),
    )
    connect(app, settings)
    db.init_app(app)
    Migrate(app, db, directory=str(_PACKAGE / "migrations"), render_as_batch=True)
    web.register(app, static_folder=_folder("static"))
    api.register(app)
    cli.register(app)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app


def connect(app: Shop, settings: Settings) -> None:
    """Point an application and the machinery of this process at one installation; the database apart."""
    app.shop_settings = app.extensions["settings"] = settings
    _configure(app, settings)
    logs.configure()
    crypt.configure(list(settings.data_keys))
    signing.configure(settings.secret_key)
    storage.configure(settings.storage_url)
    links.configure(settings.base_url)
    search_index.configure(settings.search_folder)


def _folder(name: str) -> Path:
    """The folder beside the package, or inside it in an installed wheel."""
    beside = _ROOT / name
    return beside if beside.is_dir() and (_ROOT / "pyproject.toml").exists() else _PACKAGE / f"_{name}"


def _configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        SECRET_KEY=settings.secret_key,
        TRUSTED_HOSTS=settings.trusted_hosts,
        MAX_CONTENT_LENGTH=64 * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=2 * 1024 * 1024,
        MAX_FORM_PARTS=400,
        PREFERRED_URL_SCHEME="https" if settings.is_https else "http",
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS=engine_options(settings.database_url),
        SESSION_COOKIE_NAME=f"{settings.cookie_prefix}formulir",
        SESSION_COOKIE_SECURE=settings.is_https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        WTF_CSRF_TIME_LIMIT=12 * 3600,
    )
