"""The two models of others: one rewrites a wish, one draws. Both run on our own machines."""
from pathlib import Path

from PIL import Image

WRITER, PAINTER = "models/wish-rewriter", "models/picture-model"


def rewriter():
    from transformers import pipeline

    ask = pipeline("text-generation", model=WRITER)
    prompt = Path("prompts/rewrite.txt").read_text(encoding="utf-8")

    def rewrite(wish: str) -> str:
        messages = [{"role": "system", "content": prompt}, {"role": "user", "content": wish}]
        return ask(messages, max_new_tokens=120)[0]["generated_text"][-1]["content"].strip()

    return rewrite


def painter():
    from diffusers import AutoPipelineForText2Image

    pipe = AutoPipelineForText2Image.from_pretrained(PAINTER)

    def draw(described: str) -> Image.Image:
        return pipe(described, width=1024, height=768).images[0]

    return draw
