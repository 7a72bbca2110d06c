"""The main colour of a picture."""

from __future__ import annotations

import io
import warnings

MOST_PIXELS = 20_000_000


def main_colour(content: bytes) -> str | None:
    """The colour that most of a picture has as `#rrggbb`; white, black and clear do not count. None for none."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content)) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    return None
                small = picture.convert("RGBA").resize((16, 16))
    except Exception:  # whatever a decoder makes of a broken picture: it has no colour
        return None
    counts: dict[tuple[int, int, int], int] = {}
    pixels = small.tobytes()
    for at in range(0, len(pixels), 4):
        red, green, blue, alpha = pixels[at : at + 4]
        if alpha > 127 and max(red, green, blue) - min(red, green, blue) > 40:
            key = (red // 32, green // 32, blue // 32)
            counts[key] = counts.get(key, 0) + 1
    if not counts:
        return None
    return "#" + "".join(f"{part * 32 + 16:02x}" for part in max(counts, key=lambda key: counts[key]))
