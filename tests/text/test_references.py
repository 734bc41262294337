"""A number that is read over the phone does not end in the middle of a line."""

from shop.text.references import unbroken


def test_a_number_stays_whole_and_the_words_around_it_are_escaped() -> None:
    said = unbroken("PM-7K2Q-9XWD · 2 pcs <b>")
    assert said == '<span class="unbroken">PM-7K2Q-9XWD</span> · 2 pcs &lt;b&gt;'
