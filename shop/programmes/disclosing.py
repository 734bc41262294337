"""Words that tell why somebody is in a programme. The title of a training can become public, so it holds none."""

import re

from sqlalchemy import select

from shop.platform.db import db
from shop.programmes.models import Programme, TrainingUnit

_WORDS = re.compile(
    r"""\b(
    (penyandang\s+)?(difabel|disabilitas)\w*|disab\w+|cacat|(tuna)?(netra|rungu|wicara|daksa|grahita|laras)
    |tuna(susila|wisma|sosial)|tuli|bisu|buta|lumpuh|odgj|psikotik|psikososial|(gangguan|sakit|kesehatan)\s+jiwa|mental
    |ppks|pmks|dtks|dtsen|pkh|rts|kpm|fakir|miskin|kemiskinan|prasejahtera|rawan\s+sosial|rentan
    |lansia|lanjut\s+usia|jompo|panti|yatim|piatu|(ter|te)lantar|anak\s+jalanan|anjal|gepeng|gelandangan|pengemis|pemulung
    |napi|narapidana|lapas|rutan|warga\s+binaan|eks|mantan|hiv|aids|odha|napza|narkoba|narkotika|pecandu|rehabilitasi
    |psk|wts|prostitusi|lokalisasi|pekerja\s+seks|trafficking|perdagangan\s+orang|korban|penyintas|kekerasan|migran
    |bencana|minoritas|wrse|prse|aspd|janda
    |blind|deaf|mute|elderly|orphan\w*|homeless|beggars?|poor|poverty|prison\w*|inmates?|addicts?|victims?|survivors?|widows?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


def discloses(title: str) -> bool:
    """Whether a title speaks of a category of need, a disability, or an institution that stands for one."""
    return _WORDS.search(title) is not None


def names_what_discloses(title: str) -> bool:
    """Whether a title holds the name or code of a programme or training unit that is named nowhere in public."""
    told = title.casefold()
    hidden = [
        *db.session.execute(select(Programme.code, Programme.name).where(Programme.disclosing)),
        *db.session.execute(select(TrainingUnit.code, TrainingUnit.name).where(TrainingUnit.disclosing)),
    ]
    return any(re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", told) for row in hidden for name in row if name)
