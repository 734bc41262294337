"""Which place somebody means who writes one."""

import pytest

from shop.regions.meaning import known_places, place_name, places_meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Surabaya", ["Kota Surabaya, Jawa Timur"]),
        ("kab lamongan jatim", ["Kab. Lamongan, Jawa Timur"]),
        ("Desa Sukorejo, Lamongan 62252", ["Kab. Lamongan, Jawa Timur"]),
        ("banten", ["Banten"]),
        ("Serang", ["Kab. Serang, Banten", "Kota Serang, Banten"]),
        ("Kota Serang", ["Kota Serang, Banten"]),
        ("Bogor Jawa Barat", ["Kab. Bogor, Jawa Barat", "Kota Bogor, Jawa Barat"]),
        ("Bandung, Jawa Timur", ["Jawa Timur"]),
        ("Jawa Timur atau Jawa Barat", []),
        ("ke rumah", []),
        ("", []),
    ],
)
def test_a_place_is_read_as_people_write_it(text: str, meant: list[str]) -> None:
    assert [place_name(place) for place in places_meant(text)] == meant


def test_every_place_that_a_form_offers_is_understood() -> None:
    assert len(known_places()) == 514
    assert [name for name in known_places() if [place_name(one) for one in places_meant(name)] != [name]] == []
