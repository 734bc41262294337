"""The yardstick: a small Flask app with Jinja that lists 24 products from one query, and one that says hello."""

import os

from flask import Flask, render_template
from jinja2 import DictLoader
from sqlalchemy import create_engine, text

PAGE = """<!doctype html>
<html lang="id">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body>
<h1>{{ title }}</h1>
<ul>
{% for row in rows %}<li><a href="/produk/{{ row.slug }}">{{ row.name }}</a> Rp{{ row.price }}, {{ row.moq }}</li>
{% endfor %}
</ul>
</body>
</html>
"""
NEWEST = text(
    "SELECT slug, name, price, moq FROM product WHERE status = 'published' AND id > :start ORDER BY id LIMIT 24"
)

app = Flask(__name__)
app.jinja_loader = DictLoader({"list.html": PAGE})
engine = create_engine(os.environ["BENCH_DATABASE"])


@app.get("/")
def bare() -> str:
    """A plain list of 24 products from one query."""
    with engine.connect() as connection:
        rows = connection.execute(NEWEST, {"start": 0}).all()
    return render_template("list.html", title="Produk", rows=rows)


@app.get("/hello")
def hello() -> str:
    """Flask answering a string."""
    return "hello"


@app.get("/healthz")
def alive() -> str:
    """The process answers."""
    return "ok"
