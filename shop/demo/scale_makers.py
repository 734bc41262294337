"""Makers in bulk: all over the country, with their consents, without people who sign in."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from shop.consent.models import Consent, LiveConsent
from shop.consent.texts import consent_text
from shop.consent.types import ConsentChannel, ConsentState, Purpose
from shop.demo.content import content
from shop.demo.slugs import Slugs
from shop.demo.world import World
from shop.lib.slugs import slugify
from shop.platform.db import db
from shop.producers.models import Producer, ProducerMember
from shop.producers.types import ContactVia, MemberRole, NibStatus, ProducerForm, ProducerStatus
from shop.regions.models import Region, RegionLevel

_FORMS, _FORM_WEIGHTS = tuple(ProducerForm), (52, 38, 6, 4)
_CONSENTS = ((Purpose.PROFILE, 0.97), (Purpose.PLACE, 0.7), (Purpose.CONTACT, 0.8), (Purpose.NAME, 0.5))
_FIRST_PHONE = 6_000_000


@dataclass(frozen=True)
class Stall:
    """A maker in bulk and what it makes."""

    id: int
    kinds: list[str]


_PLAIN = {
    "language": "id",
    "office_id": None,
    "contact_via": ContactVia.OFFICE,
    "collects_vat": False,
    "status": ProducerStatus.ACTIVE,
    "is_adult": True,
}


class Stalls:
    """Makes makers; groups of kinds come as often as in the example shop."""

    def __init__(self, world: World) -> None:
        self.world, self.dice = world, world.dice
        self.words: dict[str, Any] = content("scale")
        counted = Counter(row["kind"] for row in content("products"))
        self.groups: list[dict[str, Any]] = self.words["groups"]
        self.weights = [sum(counted[kind] for kind in group["kinds"]) for group in self.groups]
        self.kind_weights = counted
        self.slugs = Slugs({slug for table, slug in world.slugs if table == "producer"})
        self.districts = _districts()
        self.versions = {purpose: consent_text(purpose, "id").version for purpose, _ in _CONSENTS}
        self.made = 0

    def next(self) -> Stall:
        """One more maker."""
        self.made += 1
        group = self.dice.choices(self.groups, self.weights)[0]
        kinds = self._kinds(group["kinds"])
        district, place = self.dice.choice(self.districts)
        name = f"{self.dice.choice(group['stalls'])} {self.dice.choice(self.words['stall_words'])} {place}"[:80]
        public_id, began = self.dice.public_id(), self.world.now - timedelta(days=self.dice.uniform(30, 900))
        number = self.world.rows.add(
            Producer,
            public_id=public_id,
            slug=self.slugs.next(slugify(name, "lapak")),
            form=self.dice.choices(_FORMS, _FORM_WEIGHTS)[0],
            stall_name=name,
            about=f"Kami bekerja di {place}. {group['skills']}",
            skills=group["skills"],
            regency_code=district.rpartition(".")[0],
            district_code=district,
            workers=self.dice.randint(1, 12),
            helpers=self.dice.randint(0, 3),
            started_year=self.world.today.year - self.dice.randint(0, 12),
            phone=f"+62000{_FIRST_PHONE + self.made % 3_900_000:07d}",
            nib_status=self.dice.choice(list(NibStatus)),
            **_PLAIN,
            cloth=self.dice.choice(group["cloths"]),
            created_at=began,
            updated_at=began,
        )
        self._add_leader(number, name, began)
        self._add_consents(public_id)
        return Stall(number, kinds)

    def _add_leader(self, producer: int, stall: str, began: datetime) -> None:
        self.world.rows.add(
            ProducerMember,
            public_id=self.dice.public_id(),
            producer_id=producer,
            user_id=None,
            name=f"Pengurus {stall}"[:120],
            role=MemberRole.LEADER,
            rights=[],
            starts_on=began.date(),
            ends_on=None,
        )

    def _kinds(self, kinds: list[str]) -> list[str]:
        """One to three kinds of the group, common ones more often, each as often as it is made."""
        weights = [self.kind_weights[kind] for kind in kinds]
        return sorted(set(self.dice.choices(kinds, weights, k=self.dice.randint(1, 3))))

    def _add_consents(self, subject: str) -> None:
        at = self.world.now - timedelta(days=self.dice.uniform(1, 300))
        for purpose, share in _CONSENTS:
            if self.dice.random() >= share:
                continue
            self.world.rows.add(
                Consent,
                public_id=self.dice.public_id(),
                subject=subject,
                purpose=purpose,
                item="",
                state=ConsentState.GIVEN,
                text_version=self.versions[purpose],
                language="id",
                channel=ConsentChannel.PAPER,
                at=at,
            )
            self.world.rows.add(LiveConsent, subject=subject, purpose=purpose, item="", since=at)


def _districts() -> list[tuple[str, str]]:
    """Every district of the country with its name."""
    query = select(Region.code, Region.name).where(Region.level == RegionLevel.DISTRICT).order_by(Region.code)
    return [(code, name) for code, name in db.session.execute(query)]
