"""The pages of plain text, in both languages."""

import pytest

from tests.person import Person


@pytest.mark.parametrize(
    ("address", "heading", "english_heading"),
    [
        ("/tentang", "Tentang Lapakarya", "About Lapakarya"),
        ("/bantuan", "Bantuan", "Help"),
        ("/privasi", "Privasi", "Privacy"),
        ("/syarat", "Syarat pemakaian", "Terms of use"),
        ("/aksesibilitas", "Aksesibilitas", "Accessibility"),
        ("/pengaduan", "Pengaduan", "Complaints"),
    ],
)
def test_each_page_has_one_heading_in_each_language(
    client: Person, address: str, heading: str, english_heading: str
) -> None:
    for place, expected, language in ((address, heading, "id"), (f"/en{address}", english_heading, "en")):
        page = client.visit(place)
        assert page.texts("h1") == [expected]
        assert page.soup.select(f"html[lang={language}]")


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/tentang", "Kami tidak memungut komisi"),
        ("/en/tentang", "We take no commission"),
        ("/bantuan", "Bertanya tidak perlu akun"),
        ("/en/bantuan", "You need no account to ask"),
        ("/privasi", "paling lambat 3 × 24 jam"),
        ("/en/privasi", "within 3 × 24 hours"),
        ("/privasi", "Salinan yang sudah disimpan orang lain tidak dapat kami tarik kembali"),
        ("/en/privasi", "We cannot recall copies that others have already kept"),
        ("/privasi", "Nama dan kontak pada permintaan yang selesai: 2 tahun"),
        ("/en/privasi", "Names and contacts of closed inquiries: 2 years"),
        ("/syarat", "paling sedikit 2 hari kerja"),
        ("/en/syarat", "at least 2 working days"),
        ("/aksesibilitas", "WCAG 2.2 tingkat AA"),
        ("/en/aksesibilitas", "WCAG 2.2 level AA"),
        ("/pengaduan", "paling lambat 10 hari kerja"),
        ("/en/pengaduan", "within 10 working days"),
    ],
)
def test_the_promises_are_written_in_each_language(client: Person, address: str, sentence: str) -> None:
    assert sentence in client.visit(address).text


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_questions_open_without_script(client: Person, prefix: str) -> None:
    questions = client.visit(f"{prefix}/bantuan").soup.select("main details")
    assert len(questions) == 10
    assert all(question.summary is not None and question.p is not None for question in questions)


@pytest.mark.parametrize("address", ["/bantuan", "/en/bantuan"])
def test_the_contents_of_the_help_page_lead_to_its_parts(client: Person, address: str) -> None:
    page = client.visit(address).soup
    parts = [str(link["href"]) for link in page.select('main a[href^="#"]')]
    assert len(parts) == 8
    assert all(page.select_one(part) is not None for part in parts)


def test_english_pages_lead_on_to_english_pages(client: Person) -> None:
    assert client.visit("/en/privasi").follow("Send a request about data").path == "/en/pengaduan"


def test_the_page_that_is_open_is_marked_among_the_others(client: Person) -> None:
    assert client.visit("/syarat").texts("main [aria-current=page]") == ["Syarat pemakaian"]
