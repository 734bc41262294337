"""Invented names for people whom the content does not name: staff, and who learned at a unit."""

from shop.demo.dice import Dice

_FIRST = (
    "Ajeng Bramantyo Cahyani Damar Estiningsih Fikri Galuh Haryanti Ismaya Jatmiko Kirana Lukita Maheswari Narendra "
    "Oktarini Pandu Ratih Sasmita Tirta Utari Wisnu Yasinta Zulfan Arum Birowo Candrawati Dwijaya Elok"
).split()
_LAST = (
    "Adiputra Baskara Darsono Gunarti Hapsari Indrawan Kusnadi Lestariadi Mardikan Nirmala Paramita Raharjanti "
    "Sasongko Triasih Undakan Wardaya Yuwana Pradipto Sukmana Wijayanti"
).split()


class Names:
    """Never the same name twice."""

    def __init__(self, dice: Dice) -> None:
        self._all = [f"{first} {last}" for first in _FIRST for last in _LAST]
        dice.shuffle(self._all)

    def next(self) -> str:
        """The next name."""
        return self._all.pop()
