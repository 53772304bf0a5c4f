"""The imperceptible layer: a faint pattern repeated all over the brightness of a picture.

One tile of 32 by 32 signs is drawn from the key, each sign covers 3 by 3 pixels, and each pixel
becomes lighter or darker by two steps of 255. To detect it, the picture is folded onto one tile
and compared with the pattern in all positions, so that a crop does not hide it; four scales are
tried, so that a smaller copy does not either. No model, no network: Pillow and the key suffice.
"""
import hashlib
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageFilter

TILE = 32        # signs to a side
CELL = 3         # pixels to a sign
SIDE = TILE * CELL
STRENGTH = 2     # steps of brightness up, and as many down
THRESHOLD = 8.0  # standard deviations; unmarked pictures stay below 5
SCALES = (1.0, 4 / 3, 2.0, 1.6)  # undo a copy at 100, 75, 50 and 62.5 hundredths of the size
KEY = "malkasten-public-detection-key-1"


@dataclass(frozen=True)
class Answer:
    """How far the best position stands out, and at which scale it was found."""

    score: float
    scale: float

    @property
    def marked(self) -> bool:
        return self.score >= THRESHOLD


def pattern(key: str = KEY) -> list[int]:
    """The signs of the tile, as many plus as minus, row by row."""
    order = sorted(range(TILE * TILE), key=lambda index: hashlib.sha256(f"{key}:{index}".encode()).digest())
    half = set(order[: len(order) // 2])
    return [1 if index in half else -1 for index in range(TILE * TILE)]


def _layer(size: tuple[int, int], key: str) -> tuple[Image.Image, Image.Image]:
    signs = pattern(key)
    tile = Image.new("L", (TILE, TILE))
    tile.putdata([255 if sign > 0 else 0 for sign in signs])
    tile = tile.resize((SIDE, SIDE), Image.Resampling.NEAREST)
    plus = Image.new("L", size)
    for top in range(0, size[1], SIDE):
        for left in range(0, size[0], SIDE):
            plus.paste(tile, (left, top))
    return plus, ImageChops.invert(plus)


def embed(picture: Image.Image, key: str = KEY, strength: int = STRENGTH) -> Image.Image:
    """The picture with the pattern in its brightness: all three colours move by the same step."""
    plus, minus = (one.point(lambda value: strength if value else 0) for one in _layer(picture.size, key))
    plus, minus = (Image.merge("RGB", (one, one, one)) for one in (plus, minus))
    return ImageChops.subtract(ImageChops.add(picture.convert("RGB"), plus), minus)


def detect(picture: Image.Image, key: str = KEY) -> Answer:
    """The best score over all scales, ended early when the pattern is found."""
    best = Answer(0.0, 1.0)
    for scale in SCALES:
        size = (round(picture.width * scale), round(picture.height * scale))
        score = _score(picture if scale == 1.0 else picture.resize(size, Image.Resampling.BICUBIC), key)
        best = max(best, Answer(score, scale), key=lambda answer: answer.score)
        if best.marked:
            break
    return best


def _score(picture: Image.Image, key: str) -> float:
    grey = picture.convert("L")
    rough = ImageChops.subtract(grey, grey.filter(ImageFilter.BoxBlur(4)), offset=128)
    pixels, width = rough.tobytes(), rough.width
    folded = _fold(pixels, width, rough.height)
    signs = pattern(key)
    return max(_peak(folded, x, y, signs) for y in range(CELL) for x in range(CELL))


def _fold(pixels: bytes, width: int, height: int) -> list[float]:
    """The mean of all pixels that fall on the same place of the tile, strong edges cut off."""
    total, seen = [0] * (SIDE * SIDE), [0] * (SIDE * SIDE)
    for row in range(height):
        base = row % SIDE * SIDE
        for column, value in enumerate(pixels[row * width : (row + 1) * width]):
            place = base + column % SIDE
            total[place] += min(12, max(-12, value - 128))
            seen[place] += 1
    return [one / many if many else 0.0 for one, many in zip(total, seen)]


def _peak(folded: list[float], x: int, y: int, signs: list[int]) -> float:
    """How many standard deviations the best of all 1,024 shifts lies above the others."""
    cells = _cells(folded, x, y)
    mean = sum(cells) / len(cells)
    spread = sum((cell - mean) ** 2 for cell in cells) ** 0.5 or 1.0
    rows = [[cell - mean for cell in cells[at : at + TILE]] for at in range(0, len(cells), TILE)]
    plus = [[column for column in range(TILE) if signs[row * TILE + column] > 0] for row in range(TILE)]
    best = 0.0
    for down in range(TILE):
        for right in range(TILE):
            value = 0.0
            for row in range(TILE):
                line = rows[(row + down) % TILE]
                value += sum(line[(column + right) % TILE] for column in plus[row])
            best = max(best, value)
    return 2 * best / spread


def _cells(folded: list[float], x: int, y: int) -> list[float]:
    return [
        sum(
            folded[(row * CELL + y + dy) % SIDE * SIDE + (column * CELL + x + dx) % SIDE]
            for dy in range(CELL)
            for dx in range(CELL)
        )
        for row in range(TILE)
        for column in range(TILE)
    ]
