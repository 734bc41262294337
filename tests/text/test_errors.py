"""Words for refusals: beside the box, and as the list on top says them."""

from shop.lib.errors import Invalid
from shop.text.errors import listed, sentence
from shop.text.language import using


def test_a_sentence_that_suits_any_field_names_its_own_on_the_list() -> None:
    assert listed("Lama mengerjakan", sentence(Invalid("not_number"))) == "Lama mengerjakan: Tulis dengan angka."
    with using("en"):
        assert listed("Lead time", sentence(Invalid("not_number"))).startswith("Lead time: ")


def test_a_sentence_that_speaks_for_itself_stays_as_it_is() -> None:
    text = sentence(Invalid("money_missing"))
    assert listed("Harga", text) == text


def test_large_limits_are_written_as_people_write_numbers() -> None:
    assert "1.000.000" in sentence(Invalid("quantity_huge", most=1_000_000))
