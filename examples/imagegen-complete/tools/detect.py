"""Says whether a picture carries the watermark of Malkasten: python tools/detect.py PICTURE (exit code 0 if it does)."""
import sys
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from malkasten import watermark  # noqa: E402

if len(sys.argv) != 2:
    sys.exit(__doc__)
answer = watermark.detect(Image.open(sys.argv[1]))
says = "was made by AI with Malkasten" if answer.marked else "carries no watermark of Malkasten, or too little of it"
print(f"This picture {says} (score {answer.score:.1f}, needed {watermark.THRESHOLD}).")
sys.exit(0 if answer.marked else 1)
