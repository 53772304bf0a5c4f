"""The notice is there before the first input, in each language, and can be read, heard and told apart."""
import json
import re
from pathlib import Path

import pytest

LANGUAGES = ("en", "de")


def page(language):
    return Path(f"web/index.{language}.html").read_text(encoding="utf-8")


def notice(language):
    return json.loads(Path(f"locale/{language}.json").read_text(encoding="utf-8"))["notice"]


def contrast(one, other):
    def light(colour):
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("language", LANGUAGES)
def test_notice_stands_before_the_first_input(language):
    text = page(language)
    assert notice(language) in text
    assert text.index(notice(language)) < min(text.index("<textarea"), text.index("<button"), text.index("<form"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_states_its_language(language):
    assert f'<html lang="{language}">' in page(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_notice_is_announced_with_the_field(language):
    text = page(language)
    assert re.search(r'<p id="ai-notice" class="notice" role="note">', text)
    assert re.search(r'<textarea[^>]*aria-describedby="ai-notice"', text)
    assert re.search(r'<label for="wish">', text)


def test_contrast_and_size_of_the_notice():
    style = Path("web/style.css").read_text(encoding="utf-8")
    rule = re.search(r"\.notice \{(.*?)\}", style).group(1)
    colour, ground = re.search(r" color: (#\w{6})", rule).group(1), re.search(r"background: (#\w{6})", rule).group(1)
    assert contrast(colour, ground) >= 7
    assert float(re.search(r"font-size: ([\d.]+)rem", rule).group(1)) > 1
    assert not re.search(r"display|visibility|opacity|position", rule)


def test_prompt_does_not_forbid_the_truth():
    prompt = Path("prompts/rewrite.txt").read_text(encoding="utf-8")
    assert "this is an AI system" in " ".join(prompt.split())
