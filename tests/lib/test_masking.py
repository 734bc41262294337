"""Contacts that their owners know again and nobody else can use."""

from shop.lib.masking import masked_email, masked_phone


def test_a_phone_and_an_address_are_known_again_and_not_whole() -> None:
    assert masked_phone("+6281234567890") == "08••••••7890"
    assert masked_email("wati.lestari@contoh.example") == "w•••@contoh.example"
