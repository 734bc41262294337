"""`python -m shop.config`: says in plain words why the shop could not start, before anything is loaded."""

import socket
import sys

from shop.config import Settings, SettingsError


def main() -> int:
    try:
        settings = Settings.from_environment()
    except SettingsError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 1
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", settings.port))
        except OSError:
            free = settings.port + 1 if settings.port < 65535 else 8000
            advice = f"stop what listens there, or choose another one: make run PORT={free}"
            print(f"Port {settings.port} is taken: {advice}", file=sys.stderr)  # noqa: T201
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
