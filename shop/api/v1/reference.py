"""GET /api/v1/kinds, /categories and /regions."""

from flask import Blueprint, Response, url_for
from spectree import Response as Answers

from shop.api.documentation import spec
from shop.api.v1.products import answered
from shop.api.v1.rendering import absolute
from shop.api.v1.schemas import (
    CategoryItem,
    CategoryList,
    KindItem,
    KindList,
    Problem,
    RegionItem,
    RegionList,
    RegionQuery,
)
from shop.catalogue.book import KindFacts, book
from shop.lib.errors import Invalid
from shop.regions.queries import children, known_codes

pages = Blueprint("reference", __name__)


@pages.get("/kinds", localized=False)
@spec.validate(resp=Answers(HTTP_200=KindList), tags=["reference"])
def kinds() -> Response:
    """All kinds of products."""
    return answered(KindList(items=[_kind(kind) for kind in book().kinds.values() if kind.active]))


def _kind(kind: KindFacts) -> KindItem:
    unit = kind.default_unit.code
    return KindItem(code=kind.code, slug=kind.slug, name=kind.name_id, category=kind.category, unit=unit)


@pages.get("/categories", localized=False)
@spec.validate(resp=Answers(HTTP_200=CategoryList), tags=["reference"])
def categories() -> Response:
    """The categories, in the order of the shop."""
    return answered(
        CategoryList(
            items=[
                CategoryItem(
                    slug=one.slug,
                    name=one.name_id,
                    kinds=list(one.kinds),
                    url=absolute(url_for("public.categories.show", slug=one.slug, lang="id")),
                )
                for one in book().categories.values()
            ]
        )
    )


@pages.get("/regions", localized=False)
@spec.validate(resp=Answers(HTTP_200=RegionList, HTTP_422=Problem), tags=["reference"])
def regions(query: RegionQuery) -> Response:
    """Provinces, or the regions below one."""
    if query.parent and not known_codes([query.parent]):
        raise Invalid("value_unknown", "parent", value=query.parent)
    rows = children(query.parent)
    return answered(
        RegionList(
            items=[
                RegionItem(code=row.code, name=row.name, level=row.level.value, parent=row.parent_code) for row in rows
            ]
        )
    )
