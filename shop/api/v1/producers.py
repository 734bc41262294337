"""GET /api/v1/producers, /producers/<slug> and /programmes (public labels)."""

from flask import Blueprint, Response, url_for
from spectree import Response as Answers

from shop.api.documentation import spec
from shop.api.v1.products import answered, next_page, refuse_unknown
from shop.api.v1.rendering import absolute
from shop.api.v1.schemas import (
    Problem,
    ProducerDetail,
    ProducerItem,
    ProducerList,
    ProducerQuery,
    ProgrammeItem,
    ProgrammeLineOut,
    ProgrammeList,
)
from shop.catalogue.book import book
from shop.catalogue.maker_page import MakerDetails, maker_details
from shop.catalogue.makers import MakerFilter, public_makers
from shop.lib.errors import Invalid, NotFound
from shop.lib.pages import decode_cursor
from shop.producers.public import PublicMaker
from shop.producers.public_labels import labels_shown
from shop.regions.names import province_codes, regency_codes

pages = Blueprint("producers", __name__)


@pages.get("/producers", localized=False)
@spec.validate(resp=Answers(HTTP_200=ProducerList, HTTP_422=Problem), tags=["makers"])
def index(query: ProducerQuery) -> Response:
    """Public makers by place and kind; pages by cursor."""
    refuse_unknown("kind", query.kind, book().kinds.keys())
    refuse_unknown("province", query.province, province_codes())
    refuse_unknown("regency", query.regency, regency_codes())
    if query.cursor and decode_cursor(query.cursor, int) is None:
        raise Invalid("search_cursor_unknown", "cursor")
    wanted = MakerFilter(provinces=query.province, regencies=query.regency, kinds=query.kind)
    found = public_makers(wanted, query.cursor, query.limit)
    return answered(ProducerList(items=[_item(one.producer) for one in found.items], next=next_page(found.next_cursor)))


@pages.get("/producers/<slug>", localized=False)
@spec.validate(resp=Answers(HTTP_200=ProducerDetail, HTTP_404=Problem), tags=["makers"])
def show(slug: str) -> Response:
    """One public maker with what it consented to show."""
    found = maker_details(slug)
    if found is None:
        raise NotFound("not_found")
    return answered(_detail(found))


@pages.get("/programmes", localized=False)
@spec.validate(resp=Answers(HTTP_200=ProgrammeList), tags=["makers"])
def programmes() -> Response:
    """The public labels under which makers were trained."""
    return answered(
        ProgrammeList(
            items=[
                ProgrammeItem(
                    slug=one.label.slug,
                    name=one.label.name_id,
                    producers=one.makers,
                    url=absolute(url_for("public.labels.show", slug=one.label.slug, lang="id")),
                )
                for one in labels_shown()
            ]
        )
    )


def _detail(found: MakerDetails) -> ProducerDetail:
    lines = [
        ProgrammeLineOut(label=line.label_slug, training=line.training, year=line.year, verified_on=line.verified_on)
        for line in found.lines
    ]
    return ProducerDetail(
        **_item(found.producer).model_dump(),
        about=found.producer.about,
        language=found.producer.language,
        district=found.district,
        programme_lines=lines,
        products=found.product_count,
    )


def _item(producer: PublicMaker) -> ProducerItem:
    province, _, _ = producer.regency_code.partition(".")
    return ProducerItem(
        slug=producer.slug,
        name=producer.stall_name,
        form=producer.form.value,
        province=province,
        regency=producer.regency_code,
        workers=producer.workers,
        url=absolute(url_for("public.producers.show", slug=producer.slug, lang="id")),
    )
