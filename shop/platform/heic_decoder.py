"""Reads a HEIC photo from its input and writes it as a JPEG; run by itself, so it imports nothing of the shop.

A broken file has made the decoder's C code crash; in a process of its own that costs one photo and no visitor.
"""

import resource
import sys
from contextlib import suppress
from io import BytesIO

MEMORY = 1_500_000_000
TOO_MANY_PIXELS = 3


def main(most_pixels: int) -> int:
    """Decode what comes in; the answer is the process's own: 0, or 3 for too many pixels."""
    with suppress(OSError, ValueError):  # not every system lets a process limit itself
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    import pi_heif

    pi_heif.options.DECODE_THREADS = 1
    photo = pi_heif.open_heif(BytesIO(sys.stdin.buffer.read()), convert_hdr_to_8bit=True)
    if photo.size[0] * photo.size[1] > most_pixels:
        return TOO_MANY_PIXELS
    image = photo.to_pillow().convert("RGB")
    image.save(sys.stdout.buffer, "JPEG", quality=93, icc_profile=photo.info.get("icc_profile"), exif=b"")
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
