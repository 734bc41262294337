"""Attachments: pictures and papers, known by their content, and nothing else."""

from io import BytesIO

import pytest
from PIL import Image

from shop.lib.errors import Invalid
from shop.platform import files
from shop.platform.files import inspect_attachment

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def picture(format_: str, **options: object) -> bytes:
    out = BytesIO()
    Image.effect_noise((300, 200), 40).convert("RGB").save(out, format_, **options)
    return out.getvalue()


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(Invalid) as refused:
        inspect_attachment(name, data)
    return refused.value.code


@pytest.mark.parametrize(
    ("name", "format_"), [("logo.jpg", "JPEG"), ("LOGO.JPEG", "JPEG"), ("logo.png", "PNG"), ("logo.webp", "WEBP")]
)
def test_a_picture_of_any_size_becomes_a_jpeg_of_our_own(name: str, format_: str) -> None:
    sent = picture(format_)
    kept = inspect_attachment(name, sent)
    assert (kept.media_type, kept.extension) == ("image/jpeg", "jpg")
    assert kept.data != sent
    with Image.open(BytesIO(kept.data)) as image:
        assert (image.format, image.size) == ("JPEG", (300, 200))


def test_where_a_picture_was_taken_is_not_kept() -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (7.0, 15.0, 30.0)
    exif[0x010F] = "SECRETPHONE"
    kept = inspect_attachment("foto.jpg", picture("JPEG", exif=exif))
    assert b"SECRET" not in kept.data
    assert b"Exif" not in kept.data


def test_what_is_hidden_behind_a_picture_is_not_kept() -> None:
    kept = inspect_attachment("foto.jpg", picture("JPEG") + b"<script>alert(1)</script>")
    assert b"<script>" not in kept.data


def test_a_paper_is_kept_as_it_is() -> None:
    assert inspect_attachment("surat pesanan.PDF", PDF) == files.Attachment("application/pdf", "pdf", PDF)


@pytest.mark.parametrize("name", ["tanpa-akhiran", ""])
def test_a_name_without_an_ending_leaves_it_to_the_content(name: str) -> None:
    assert inspect_attachment(name, PDF).extension == "pdf"
    assert inspect_attachment(name, picture("PNG")).extension == "jpg"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("foto.jpg", b"words in a file called photo"),
        ("foto.pdf", picture("PNG")),
        ("surat.jpg", PDF),
        ("surat.pdf.exe", PDF),
        ("foto.jpg.svg", picture("JPEG")),
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("gambar.jpg", picture("GIF")),
        ("surat.docx", b"PK\x03\x04" + bytes(100)),
        ("halaman.pdf", b"<html>%PDF-1.7 %%EOF"),
        ("terpotong.pdf", PDF[:40]),
        ("terpotong.jpg", picture("JPEG")[:2000]),
    ],
)
def test_everything_else_is_refused(name: str, data: bytes) -> None:
    assert refusal(name, data) == "file_kind_not_allowed"


def test_an_empty_file_is_named_as_such() -> None:
    assert refusal("surat.pdf", b"") == "file_empty"


def test_what_is_too_large_is_named_as_such() -> None:
    assert refusal("surat.pdf", PDF[:9] + bytes(files.MAX_PDF_BYTES) + PDF) == "file_too_large"
    assert refusal("foto.jpg", b"\xff\xd8" + bytes(files.MAX_IMAGE_BYTES)) == "file_too_large"
