"""The areas of the website, each one Blueprint with its guard."""

from flask import Blueprint

from shop.web.account import area as account
from shop.web.public import area as public
from shop.web.selling import area as selling
from shop.web.staff import area as staff

AREAS: tuple[Blueprint, ...] = (public, account, selling, staff)
