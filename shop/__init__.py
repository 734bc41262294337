"""A marketplace for what people make after training by Indonesian social-affairs offices."""

from shop.app import create_app

__all__ = ["create_app"]
