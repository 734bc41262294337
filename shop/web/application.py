"""The Flask application: every page in two languages, one transaction a request."""

from collections.abc import Callable
from http import HTTPStatus
from types import FunctionType
from typing import Any

from flask import Flask, g, request
from flask.templating import Environment
from flask.typing import ResponseReturnValue
from jinja2 import Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from werkzeug.datastructures import ImmutableDict
from werkzeug.routing import IntegerConverter, Map

from shop.config import Settings
from shop.lib.pages import LARGEST_NUMBER
from shop.text.language import LANGUAGES, SOURCE_LANGUAGE
from shop.web.kept import KeptAddresses, KeptPieces
from shop.web.transactions import transaction

_PLAIN = (FunctionType, KeptAddresses, KeptPieces)


class PageTemplate(Template):
    """A template whose imported macros see the shop's globals only: found without comparing all names each time."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


class PageContext(Context):
    """A context that asks macros and plain functions at once, which a page does two hundred times."""

    def call(__self, __obj: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - as in Jinja
        if type(__obj) is Macro:
            args = (__self.eval_ctx, *args)
        elif type(__obj) not in _PLAIN or hasattr(__obj, "jinja_pass_arg"):
            return super().call(__obj, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return __obj(*args, **kwargs)


class PageEnvironment(Environment):
    template_class = PageTemplate
    context_class = PageContext


class RowNumber(IntegerConverter):
    """The number of a row in an address; one that no database bears leads nowhere."""

    def __init__(self, map: Map, *args: Any, **kwargs: Any) -> None:  # noqa: A002 - as in Werkzeug
        super().__init__(map, *args, **{"max": LARGEST_NUMBER, **kwargs})


class ShopMap(Map):
    default_converters = ImmutableDict({**Map.default_converters, "int": RowNumber})


class Shop(Flask):
    """Flask with the habits of this shop."""

    url_map_class = ShopMap
    jinja_environment = PageEnvironment
    shop_settings: Settings

    def add_url_rule(
        self,
        rule: str,
        endpoint: str | None = None,
        view_func: Callable[..., Any] | None = None,
        provide_automatic_options: bool | None = None,
        *,
        localized: bool = True,
        **options: Any,
    ) -> None:
        """Register a page twice, plain and under /en; ``localized=False`` for what has no language."""
        if not localized:
            super().add_url_rule(rule, endpoint, view_func, provide_automatic_options, **options)
            return
        defaults = options.pop("defaults", None) or {}
        for language in LANGUAGES:
            place = rule if language == SOURCE_LANGUAGE else f"/{language}{rule}".rstrip("/")
            both = {**defaults, "lang": language}
            super().add_url_rule(place, endpoint, view_func, provide_automatic_options, defaults=both, **options)

    def dispatch_request(self) -> ResponseReturnValue:
        """Run the view in one transaction that is committed before the answer goes out."""
        if request.routing_exception is not None:
            self.raise_routing_exception(request)
        view = self.view_functions[request.endpoint or ""]
        with transaction(view):
            answer = self.make_response(super().dispatch_request())
            if answer.status_code != HTTPStatus.NOT_FOUND:  # an ended link has no form that could be checked
                self._insist_on_token(view)
            return answer

    def _insist_on_token(self, view: Callable[..., Any]) -> None:
        """A page that took a POST without checking a form's token is a mistake of ours: nothing is committed."""
        exempt = getattr(view, "takes_no_form", False) or (request.blueprint or "").startswith("api")
        if request.method == "POST" and not exempt and not g.get("form_checked"):
            raise RuntimeError(f"{request.endpoint} answered a POST without checking a form")

    def language_default(self, endpoint: str, values: dict[str, Any]) -> None:
        """Addresses keep the language of the page they stand on."""
        if (
            "lang" not in values
            and endpoint in self.view_functions
            and self.url_map.is_endpoint_expecting(endpoint, "lang")
        ):
            values["lang"] = getattr(g, "lang", SOURCE_LANGUAGE)
