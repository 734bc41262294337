"""Links to a page's other language stay on this site."""

import pytest

from tests.person import Person


@pytest.mark.parametrize(
    "path", ["/en//evil.example", "/en///evil.example/x", "/en/%5Cevil.example", "/en/%09/evil.example"]
)
def test_no_address_makes_a_link_to_another_site(client: Person, path: str) -> None:
    page = client.visit(path, 404)
    links = [str(link.get("href")) for link in page.soup.select("a[hreflang], link[hreflang], link[rel=canonical]")]
    assert links
    assert not [link for link in links if link.startswith(("//", "/\\", "/\t")) or "://evil" in link]


def test_a_page_that_is_not_there_has_no_other_address(client: Person) -> None:
    page = client.visit("/tidak-ada", 404)
    assert not page.soup.select("link[rel=alternate][hreflang], link[rel=canonical]")
    assert [str(link["href"]) for link in page.soup.select(".language-switch a")] == ["/en/tidak-ada"]


@pytest.mark.parametrize(("path", "other"), [("/", "/en"), ("/en", "/"), ("/produk?q=batik", "/en/produk?q=batik")])
def test_a_page_leads_to_its_other_language(client: Person, path: str, other: str) -> None:
    page = client.visit(path)
    assert [str(link["href"]) for link in page.soup.select(".language-switch a")] == [other]
