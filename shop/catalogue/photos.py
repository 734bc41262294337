"""Where files of photos lie in storage."""

from shop.platform import images


def share_name(public_id: str, digest: str) -> str:
    """Where a share picture lies in storage."""
    return f"share/{public_id}/{digest}.jpg"


def master_name(key: str) -> str:
    """Where a master lies in storage."""
    return f"photos/{key}/master.jpg"


def rendition_name(key: str, width: int, format_: images.Format) -> str:
    """Where a rendition lies in storage."""
    return f"photos/{key}/{width}.{images.EXTENSIONS[format_]}"
