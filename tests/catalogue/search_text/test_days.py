"""Days in a query: those that are sure are limits, vague words of time are set aside, occasions stay words."""

from datetime import date

import pytest

from shop.catalogue.search_text.days import read_day

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "rest", "by"),
    [
        ("pelampung 40 pcs sebelum 20 desember", "pelampung 40 pcs", date(2026, 12, 20)),
        ("pelampung sebelum tgl 20 des 40 pcs", "pelampung 40 pcs", date(2026, 12, 20)),
        ("seragam paling lambat 5/1", "seragam", date(2027, 1, 5)),
        ("seragam tanggal 2 maret 2027", "seragam", date(2027, 3, 2)),
        ("seragam 20 desember 2026 100 stel", "seragam 100 stel", date(2026, 12, 20)),
        ("life vest before 20 dec", "life vest", date(2026, 12, 20)),
        ("tas besok", "tas", date(2026, 11, 23)),
        ("tas maksimal lusa", "tas", date(2026, 11, 24)),
        ("tas dalam 2 minggu", "tas", date(2026, 12, 6)),
        ("tas jadi 10 hari", "tas", date(2026, 12, 2)),
        ("kaos untuk tanggal 17 agustus", "kaos", date(2027, 8, 17)),
    ],
)
def test_a_day_with_a_sign_is_a_limit(text: str, rest: str, by: date) -> None:
    read = read_day(text, TODAY)
    assert (" ".join(read.rest.split()), read.by) == (rest, by)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("tas minggu depan", "tas"),
        ("tas sebelum akhir bulan", "tas"),
        ("tas sebelum desember", "tas"),
        ("tas akhir desember 2026 murah", "tas murah"),
        ("tas secepatnya", "tas"),
        ("tas sebelum 20 desember 2025", "tas"),
    ],
)
def test_a_time_that_is_not_sure_or_is_over_is_set_aside(text: str, rest: str) -> None:
    read = read_day(text, TODAY)
    assert (" ".join(read.rest.split()), read.by) == (rest, None)


@pytest.mark.parametrize(
    "text",
    ["kaos 17 agustus", "batik 2 oktober", "tas sebelum lebaran", "max 100rb", "masker 3 lapis", "maksimal 20 pcs"],
)
def test_occasions_and_amounts_stay_words(text: str) -> None:
    assert read_day(text, TODAY).rest == text
