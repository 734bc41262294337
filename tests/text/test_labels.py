"""Every member of a labelled enumeration has a word, and enumerations do not mix."""

import enum

from shop.catalogue.types import ProductStatus
from shop.curation.findings import Finding
from shop.curation.types import ReviewState
from shop.text.labels import choices, label, labels
from shop.text.labels.curation import finding_words


def test_every_member_of_a_labelled_enumeration_has_a_word() -> None:
    kinds: set[type[enum.StrEnum]] = {kind for kind, _member in labels()}
    assert kinds
    assert [(kind, member) for kind in kinds for member in kind if not label(member)] == []


def test_members_that_are_equal_as_strings_keep_their_own_words() -> None:
    assert label(ProductStatus.PUBLISHED) != label(ReviewState.PUBLISHED)


def test_a_form_offers_values_with_words() -> None:
    assert ("published", "Diterbitkan") in choices(ReviewState)


def test_findings_are_told_in_words() -> None:
    names = {"id": ["Teknik", "Motif", "Kain"], "en": ["Technique", "Motif", "Fabric"]}
    missing = Finding("facts_missing", fine=False, params={"names": names})
    assert finding_words(missing) == "Belum ditulis: Teknik, Motif, dan Kain"
    assert finding_words(missing, most=2) == "Belum ditulis: Teknik, Motif, dan 1 lagi"
    band = Finding("price_out_of_band", fine=False, params={"least": 4000, "most": 15000})
    assert finding_words(band) == "Harga di luar kisaran Rp4.000 sampai Rp15.000"
    assert finding_words(Finding("photos_few", fine=False, params={"num": 1})) == "Baru 1 foto"
    assert finding_words(Finding("photos_enough", fine=True, params={"num": 3})) == "3 foto"
    assert finding_words(Finding("words_flagged", fine=False, params={"words": ["obat"]})) == "Cek kata: obat"
