"""Settings of one installation, checked at the start."""

from shop.config.settings import Problem, Settings, SettingsError

__all__ = ["Problem", "Settings", "SettingsError"]
