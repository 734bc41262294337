"""The yardstick: a small Flask app with Jinja that lists 24 products from one query, and one that says hello."""

import os

from flask import Flask, render_template
from flask_sqlalchemy import SQLAlchemy
from jinja2 import DictLoader
from sqlalchemy import select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

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
NEWEST = "status = 'published' AND id > :start"


class Base(DeclarativeBase):
    """The models of this small app."""


class Product(Base):
    """As much of a product as the list shows."""

    __tablename__ = "product"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str]
    name: Mapped[str]
    price: Mapped[int | None]
    moq: Mapped[int]


app = Flask(__name__)
app.jinja_loader = DictLoader({"list.html": PAGE})
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["BENCH_DATABASE"]
db = SQLAlchemy(app, model_class=Base)


@app.get("/")
def bare() -> str:
    """A plain list of 24 products from one query, as one writes it with Flask-SQLAlchemy."""
    found = select(Product).where(text(NEWEST).bindparams(start=0)).order_by(Product.id).limit(24)
    return render_template("list.html", title="Produk", rows=db.session.scalars(found).all())


@app.get("/rows")
def rows() -> str:
    """The same from rows of columns, without models: the least that any page could cost."""
    found = text(f"SELECT slug, name, price, moq FROM product WHERE {NEWEST} ORDER BY id LIMIT 24")  # noqa: S608 - our own words
    return render_template("list.html", title="Produk", rows=db.session.execute(found, {"start": 0}).all())


@app.get("/hello")
def hello() -> str:
    """Flask answering a string."""
    return "hello"


@app.get("/healthz")
def alive() -> str:
    """The process answers."""
    return "ok"
