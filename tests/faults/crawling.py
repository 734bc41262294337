"""A visitor who opens every page that links lead to, in both languages, and everything machines ask for."""

import re
from urllib.parse import urljoin, urlsplit

from flask import Flask
from werkzeug.test import Client

STARTS = ("/", "/en", "/produk", "/produsen", "/program", "/cerita", "/sitemap.xml", "/api/v1/products")
MORE = (
    "/api/v1/producers",
    "/api/v1/programmes",
    "/api/v1/openapi.json",
    "/produk?q=gantungan",
    "/en/produk?q=gantungan",
    "/produk?q=kaki+palsu",  # by which a person might be looked for
)
_LINKS = re.compile(
    r'(?:href|src|action)="([^"]+)"|content="(https?:[^"]+)"|<loc>([^<]+)</loc>|"(?:url|image|next)": ?"([^"]+)"'
)
_SETS = re.compile(r'srcset="([^"]+)"')
_TOKENS = re.compile(rb'<input[^>]+type="hidden"[^>]*>')  # tokens and keys of forms are new each time
_MOST = 2_000


def crawl(app: Flask) -> dict[str, tuple[int, bytes]]:
    """Every public address that can be reached, with status and bytes."""
    client, found = Client(app, use_cookies=False), dict[str, tuple[int, bytes]]()
    ahead = [*STARTS, *MORE]
    while ahead and len(found) < _MOST:
        path = ahead.pop()
        if path in found:
            continue
        answer = client.get(path, headers={"Host": "127.0.0.1"})
        found[path] = (answer.status_code, _TOKENS.sub(b"", answer.get_data()))
        if answer.mimetype in {"text/html", "application/xml", "application/json"}:
            ahead += [one for one in links(path, answer.get_data(as_text=True)) if one not in found]
    return found


def links(here: str, text: str) -> list[str]:
    """Addresses on this site that a page names; private pages are left to their owners."""
    named = [next(filter(None, groups), "") for groups in _LINKS.findall(text)]
    named += [part.split()[0] for group in _SETS.findall(text) for part in group.split(",") if part.split()]
    paths = []
    for address in dict.fromkeys(named):
        parts = urlsplit(urljoin(here, address.replace("&amp;", "&")))
        if parts.scheme in {"", "http"} and parts.path.startswith("/") and "/static/" not in parts.path:
            paths.append(parts.path + (f"?{parts.query}" if parts.query else ""))
    return [path for path in paths if not re.match(r"(/en)?/(masuk|keluar|daftar|akun|lapak|dinas|permintaan)", path)]
