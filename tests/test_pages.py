"""The checks of every page: a good page passes, and each check goes red for its own fault."""

import pytest

from tests.pages import check_page

GOOD = """<!doctype html>
<html lang="id">
<head><meta name="viewport" content="width=device-width, initial-scale=1"><title>Masker kain</title>
<script type="application/ld+json">{"@type": "Product"}</script><script type="module" src="/static/js/app.js"></script>
</head>
<body><a href="#isi">Langsung ke isi</a>
<main id="isi" tabindex="-1"><h1>Masker kain</h1><h2>Tanya</h2>
<img src="/media/a.jpg" alt="" width="480" height="480">
<a href="/produk"><svg aria-hidden="true"><title>x</title><path d="M0 0"/></svg>
<img src="/b.jpg" alt="Tas" width="9" height="9"></a>
<form method="get" action="/produk"><input name="q" aria-label="Cari"><button type="submit">Cari</button></form>
<form method="post" action="/produk/masker/tanya"><input type="hidden" name="csrf_token" value="t">
<label for="name">Nama</label><input id="name" name="name" aria-describedby="name-hint"><p id="name-hint">Nama Anda</p>
<label><input type="checkbox" name="ok" value="1"> Setuju</label><button type="submit">Kirim</button></form>
</main></body></html>"""


def test_a_good_page_has_no_faults() -> None:
    assert check_page(GOOD) == []


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("<!doctype html>", "", "no doctype"),
        (' lang="id"', "", "no language"),
        (' lang="id"', ' lang="nl"', "no language"),
        ("<title>Masker kain</title>", "<title> </title>", "one title"),
        ("initial-scale=1", "user-scalable=no", "may zoom"),
        ("<h2>Tanya</h2>", "<h1>Tanya</h1>", "2 h1"),
        ("<h1>Masker kain</h1>", "<p>Masker</p>", "0 h1"),
        ("<h1>Masker kain</h1>", "<h1></h1>", "h1 with text"),
        ("<h2>Tanya</h2>", "<h4>Tanya</h4>", "h4 follows h1"),
        ('<main id="isi" tabindex="-1">', '<div id="isi"></div><main></main><main>', "one main"),
        ('id="name-hint"', 'id="name"', "id 'name' is used 2 times"),
        ('id="name-hint"', 'id="hint"', "aria-describedby of <input"),
        ('for="name"', 'for="nama"', "for of <label> names no id"),
        ('href="#isi"', 'href="#konten"', "leads nowhere on the page"),
        ('<label for="name">Nama</label>', "", "has no label"),
        ("Nama</label>", "</label>", "has no label"),
        ('<input id="name" name="name"', '<input id="name"', "has no name"),
        (">Kirim<", "><", "<button> says nothing"),
        ('<button type="submit">Kirim', "<button>Kirim", "<button> has no type"),
        ('alt=""', "", "has no alt"),
        ('width="480" ', "", "has no width and height"),
        ('src="/media/a.jpg" ', "", "has no src"),
        ('method="get" ', "", "says no method"),
        (' action="/produk"', "", "no action on this site"),
        ('action="/produk"', 'action="//evil.example/"', "no action on this site"),
        ('<button type="submit">Cari</button>', "", "no submit button"),
        ('name="csrf_token" value="t"', 'name="csrf_token" value=""', "a POST form carries a csrf_token"),
        ('<input type="hidden" name="csrf_token" value="t">', "", "a POST form carries a csrf_token"),
        ('method="post"', 'method="get"', "a GET form none"),
        ('{"@type": "Product"}', "{'@type'}", "no JSON"),
        (' type="module" src="/static/js/app.js"', "", "an inline script"),
        ("</script>\n</head>", "</script><style>p{}</style></head>", "an inline style element"),
        ("<h2>", '<h2 style="color:red">', "an inline style"),
        ("<h2>", '<h2 onclick="go()">', "an inline onclick"),
        ('href="/produk"', 'href="javascript:go()"', "a script for an address"),
        ('href="/produk"', 'href=""', "leads nowhere"),
        ('href="/produk"', 'href="#"', "leads nowhere"),
        ('alt="Tas"', 'alt=""', "says nothing"),
        ('tabindex="-1"', 'tabindex="3"', "order of the keyboard"),
        ("Nama Anda", "Rp None", "leaks from the program"),
        ("Nama Anda", "{{ name }}", "leaks from the program"),
        ("Nama Anda", "%(num)s produk", "leaks from the program"),
        ("Nama Anda", "&lt;shop.catalogue.Product&gt;", "leaks from the program"),
        ('alt="Tas"', 'alt="None"', "alt of <img"),
        ('href="/produk"', 'href="/produk/None"', "href of <a"),
        ("<h2>Tanya</h2>", "<h2>Tanya</h3>", "closes nothing"),
        ("</main>", "</main><div>", "closes nothing"),
        ("</body></html>", "</body>", "<html> is never closed"),
        ('name="q"', 'name="q" name="r"', "repeats an attribute"),
    ],
)
def test_each_fault_is_seen(before: str, after: str, fault: str) -> None:
    assert before in GOOD
    faults = check_page(GOOD.replace(before, after, 1))
    assert any(fault in one for one in faults), faults


def test_a_page_for_the_cache_holds_no_form_that_writes() -> None:
    assert check_page(GOOD, cacheable=True) == ["a cacheable page holds a POST form", "a cacheable page holds a token"]


def test_words_that_only_look_like_leaks_are_let_through() -> None:
    assert check_page(GOOD.replace("Nama Anda", "Nonel, 50 % dan nanas")) == []
