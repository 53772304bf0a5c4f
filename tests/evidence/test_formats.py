# SPDX-License-Identifier: Apache-2.0
"""Every format in every state: what a team writes is found, and what it leaves open is named with its place."""

import html
import io
import shutil
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest

from aiact_gate.evidence.collect import collect
from aiact_gate.evidence.metadata import written_day
from tests.evidence.conftest import Repo
from tests.evidence.readers import files
from tests.evidence.readers.files import GROUPS, HEAD, PERIOD
from tests.support import EXAMPLES, check, finding_of, only_system

FRIA = "fundamental-rights-impact-assessment"
ABOUT = {
    "author": "C. Otero",
    "version": "1.4",
    "system_version": "2.3.0",
    "date": "2026-09-10",
    "review_by": "2027-09-10",
    "approved_by": "L. Novak",
}
SAID = {
    "author": "C. Otero",
    "version": "1.4",
    "system_version": "2.3.0",
    "date": 20706,
    "review_by": 21071,
    "approver": "L. Novak",
}
Parts = Sequence[tuple[str, str]]


def _markdown(parts: Parts, about: dict[str, str]) -> str:
    front = "".join(f"{name}: '{value}'\n" for name, value in about.items())
    body = "".join(f"## {title}\n\n{text}\n\n" for title, text in parts)
    return (f"---\n{front}---\n" if front else "") + f"# {HEAD}\n\n{body}"


def _restructured(parts: Parts, about: dict[str, str]) -> str:
    front = "".join(f":{name}: {value}\n" for name, value in about.items())
    body = "".join(f"{title}\n{'-' * len(title)}\n\n{text}\n\n" for title, text in parts)
    return f"{front}\n{HEAD}\n{'=' * len(HEAD)}\n\n{body}"


def _page(parts: Parts, about: dict[str, str]) -> str:
    front = "".join(f'<meta name="{name}" content="{value}">\n' for name, value in about.items())
    body = "".join(f"<h2>{title}</h2>\n<p>{html.escape(text)}</p>\n" for title, text in parts)
    return f"<!doctype html>\n<head>{front}</head>\n<h1>{HEAD}</h1>\n{body}"


def _word(parts: Parts, about: dict[str, str]) -> bytes:
    def build(document: Any) -> None:
        document.add_heading(HEAD, 1)
        for title, text in parts:
            document.add_heading(title, 2)
            document.add_paragraph(text)

    made = files.word(build)
    if not about:
        return made
    out = io.BytesIO(made)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    text = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    held = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(about.items(), start=2)
    )
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("docProps/custom.xml", f'<Properties xmlns="{kind}" xmlns:vt="{text}">{held}</Properties>')
    return out.getvalue()


def _portable(parts: Parts, about: dict[str, str]) -> bytes:
    pages = [[HEAD], *([title, *text.splitlines()] for title, text in parts)]
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(files.pdf(pages)))
    writer.add_metadata({f"/{'Author' if name == 'author' else name}": value for name, value in about.items()})
    for number, (title, _) in enumerate(parts, start=1):
        writer.add_outline_item(title=title, page_number=number)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


FORMATS: dict[str, Callable[[Parts, dict[str, str]], str | bytes]] = {
    "md": _markdown,
    "rst": _restructured,
    "html": _page,
    "docx": _word,
    "pdf": _portable,
}
PLACES = {"md": 3, "rst": 5, "html": 4, "docx": 2, "pdf": 2}  # of the first element: a line, a paragraph or a page
TEXTS = {
    "present": PERIOD,
    "empty": "",
    "todo": "TODO",
    "tbd": "TBD.",
    "lorem": "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod.",
    "to be added": "(to be added)",
    "scaffold": "aiact-gate hint: Art. 27(1)(b): period and frequency of use",
    "heading repeated": "Period",
    "not applicable, with a reason": "Not applicable: the bank uses it for a single campaign in May.",
    "not applicable, without one": "Not applicable.",
}
STATES = {"present": "present", "empty": "empty", "not applicable, with a reason": "not-applicable"}


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("form", FORMATS)
def test_every_state_in_every_format(repo: Repo, form: str, kind: str) -> None:
    repo.write(f"f.{form}", FORMATS[form]([("(b) Period", TEXTS[kind]), ("(c) Groups", GROUPS)], {}))
    fact = repo.fact(FRIA, f"f.{form}")["elements"]
    assert fact["27(1)(b)"]["state"] == STATES.get(kind, "placeholder")
    assert (fact["27(1)(b)"]["file"], fact["27(1)(b)"]["line"]) == (f"f.{form}", PLACES[form])
    assert (fact["27(1)(c)"]["state"], fact["27(1)(d)"]["state"]) == ("present", "missing")
    if fact["27(1)(b)"]["state"] == "placeholder":
        assert fact["27(1)(b)"]["note"].endswith((".", "”."))


@pytest.mark.parametrize("form", FORMATS)
def test_a_mapping_of_own_titles_in_every_format(repo: Repo, form: str) -> None:
    parts = [("Wie lange", "Jeden Werktag von Januar bis Dezember."), ("Anderes", PERIOD)]
    repo.write(f"f.{form}", FORMATS[form](parts, {}))
    assert repo.states(FRIA, f"f.{form}")["27(1)(b)"] == "missing"
    assert repo.states(FRIA, {"files": f"f.{form}", "titles": {"27(1)(b)": "Wie lange"}})["27(1)(b)"] == "present"
    seen = repo.fact(FRIA, {"files": f"f.{form}", "titles": {"27(1)(b)": "Wie lang"}})["elements"]["27(1)(b)"]
    assert (seen["state"], "Wie lang" in seen["note"]) == ("missing", True)


@pytest.mark.parametrize("form", FORMATS)
def test_an_element_in_another_file_of_any_format(repo: Repo, form: str) -> None:
    other = FORMATS[form]([("Use", PERIOD)], {})
    repo.write(f"docs/other.{form}", other)
    repo.write("f.md", f"# {HEAD}\n\n## (b) Period\n\nSee [the plan](docs/other.{form}).\n")
    seen = repo.fact(FRIA, "f.md")["elements"]["27(1)(b)"]
    assert (seen["state"], seen["file"]) == ("present", f"docs/other.{form}")
    repo.write(f"docs/second.{form}", FORMATS[form]([("(c) Groups", GROUPS)], {}))
    states = repo.states(FRIA, ["f.md", f"docs/second.{form}"])
    assert (states["27(1)(b)"], states["27(1)(c)"]) == ("present", "present")


@pytest.mark.parametrize("form", FORMATS)
def test_what_a_document_says_about_itself_in_every_format(repo: Repo, form: str) -> None:
    repo.write(f"f.{form}", FORMATS[form]([("(b) Period", PERIOD)], ABOUT))
    assert repo.fact(FRIA, f"f.{form}")["values"] == SAID


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_said_in_the_text(repo: Repo, form: str) -> None:
    lines = ["Author: C. Otero", "Approved by: L. Novak", "Version: 1.4", "Date: 10 September 2026"]
    lines += ["System version: 2.3.0", "Next review: 10.09.2027"]
    separator = {"md": "  \n", "rst": "\n\n", "pdf": "\n"}.get(form, "\n")
    text = separator.join(lines)
    if form == "html":
        page = _page([("About", ""), ("(b) Period", PERIOD)], {})
        repo.write("f.html", page.replace("<p></p>", "".join(f"<p>{line}</p>" for line in lines), 1))
    elif form == "docx":
        repo.write("f.docx", files.word(lambda document: [document.add_paragraph(line) for line in lines]))
    else:
        repo.write(f"f.{form}", FORMATS[form]([("About", text), ("(b) Period", PERIOD)], {}))
    values = repo.fact(FRIA, f"f.{form}")["values"]
    assert values == SAID


def test_the_day_a_file_was_saved_is_no_day_of_a_review(repo: Repo) -> None:
    repo.write("f.docx", files.word(lambda document: document.add_paragraph(PERIOD)))
    repo.write("f.pdf", _portable([("(b) Period", PERIOD)], {"ModDate": "D:20270101120000Z", "Title": "x"}))
    for name in ("f.docx", "f.pdf"):
        assert repo.fact(FRIA, name)["values"]["date"] is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-12-02", "2027-12-02"),
        ("2.12.2027", "2027-12-02"),
        ("02.12.2027", "2027-12-02"),
        ("2 December 2027", "2027-12-02"),
        ("December 2, 2027", "2027-12-02"),
        ("2. Dezember 2027", "2027-12-02"),
        ("3/4/2027", None),
        ("31.02.2027", None),
        ("soon", None),
        ("2027", None),
        (None, None),
    ],
)
def test_dates_as_people_write_them(text: str | None, day: str | None) -> None:
    wanted = None if day is None else date.fromisoformat(day).toordinal() - date(1970, 1, 1).toordinal()
    assert written_day(text) == wanted


def test_of_several_files_the_oldest_review_and_the_other_version_count(repo: Repo) -> None:
    for name, review, version in (("a.md", "2028-01-01", "2.3.0"), ("b.md", "2026-01-01", "2.2.0")):
        repo.write(name, _markdown([("(b) Period", PERIOD)], {"review_by": review, "system_version": version}))
    manifest = repo.manifest({"system": {"version": "2.3.0"}, "evidence": {FRIA: ["a.md", "b.md"]}})
    values = collect(manifest, repo.root, repo.elements).facts[FRIA]["values"]
    assert (values["review_by"], values["system_version"]) == (20454, "2.2.0")


@pytest.mark.parametrize("form", FORMATS)
def test_an_overdue_review_is_a_finding_in_every_format(tmp_path: Path, form: str) -> None:
    folder = tmp_path / "bank"
    shutil.copytree(EXAMPLES / "credit-deployer-complete", folder)
    text = (folder / "docs" / "fria.md").read_text(encoding="utf-8")
    parts, title = [], ""
    for block in text.split("\n## ")[1:]:
        title, _, rest = block.partition("\n")
        parts.append((title.split(" {#")[0].strip(), " ".join(rest.split())))
    manifest = folder / "ai-system.yaml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace("docs/fria.md", f"docs/f.{form}"), encoding="utf-8"
    )
    for review, stale in (("2027-01-15", True), ("2028-01-15", False)):
        data = FORMATS[form](parts, {"review_by": review})
        (folder / "docs" / f"f.{form}").write_bytes(data if isinstance(data, bytes) else data.encode())
        finding = finding_of(only_system(check(folder, "2027-12-02")), "fundamental-rights/impact-assessment")
        assert (finding is not None) is stale, finding
        if finding:
            assert finding["reasons"] == [f"docs/f.{form} is past the date of review it names."]
