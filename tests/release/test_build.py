# SPDX-License-Identifier: Apache-2.0
"""The release as far as it goes without a host: two builds are one, and the package holds what it must."""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
import yaml

from aiact_gate import __version__
from tests.snapshot import commit_all, copy_of_project, once
from tests.support import REPOSITORY

_WORKFLOW = REPOSITORY / ".github" / "workflows" / "release.yml"
_EPOCH = "1795305600"


def _prepare(folder: Path) -> None:
    copy_of_project(folder / "project")
    commit_all(folder / "project")
    _build(folder, umask=0o022)


def _build(folder: Path, *, umask: int) -> dict[str, str]:
    """Build the project in a folder as the workflow does; return the digest of each file."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder / "dist")]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": _EPOCH, "TZ": "Asia/Tokyo" if umask else "UTC"}
    subprocess.run(
        command,
        cwd=folder / "project",
        env=environment,
        check=True,
        capture_output=True,
        timeout=120,
        umask=umask,
    )
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (folder / "dist").iterdir()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with one build, in `dist`."""
    return once(tmp_path_factory, "build", _prepare)


def test_two_builds_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    first = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (built / "dist").iterdir()}
    assert len(first) == 2
    shutil.copytree(built / "project", tmp_path / "project", copy_function=shutil.copy)  # at another time
    assert _build(tmp_path, umask=0o077) == first


def test_the_wheel_holds_the_package_the_law_and_the_schemas_and_nothing_else(built: Path) -> None:
    (wheel,) = (built / "dist").glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    own = f"aiact_gate-{__version__}.dist-info/"
    expected = {own + name for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE")}
    for folder, inside in (
        ("aiact_gate", ""),
        ("policies", "aiact_gate/_policies/"),
        ("schemas", "aiact_gate/_schemas/"),
    ):
        files = [path for path in (built / "project" / folder).rglob("*") if path.is_file()]
        start = built / "project" if not inside else built / "project" / folder
        expected |= {inside + path.relative_to(start).as_posix() for path in files}
    assert names == expected
    assert any(name.startswith("aiact_gate/_policies/rules/") and name.endswith("/rule.rego") for name in names)


def test_the_source_archive_holds_what_a_distribution_builds_and_tests_with(built: Path) -> None:
    (archive,) = (built / "dist").glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        names = {name.partition("/")[2] for name in opened.getnames()}
        owners = {(member.uid, member.gid, member.uname, member.gname) for member in opened}
    for name in ("pyproject.toml", "SECURITY.md", "requirements/action.txt", "fuzz/harnesses.py", "tools/sbom.py"):
        assert name in names
    assert not [name for name in names if name.startswith((".git/", "dist/", ".venv/", "fuzz/crashes/"))]
    assert owners == {(0, 0, "", "")}


def test_the_source_archive_builds_the_same_wheel(built: Path, tmp_path: Path) -> None:
    (archive,) = (built / "dist").glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        opened.extractall(tmp_path, filter="data")
    (project,) = tmp_path.iterdir()
    command = [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(tmp_path / "dist")]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": _EPOCH}
    subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True, timeout=120)
    (again,) = (tmp_path / "dist").glob("*.whl")
    (wheel,) = (built / "dist").glob("*.whl")
    assert hashlib.sha256(again.read_bytes()).digest() == hashlib.sha256(wheel.read_bytes()).digest()


def test_the_release_gives_each_job_its_one_right_and_caches_nothing() -> None:
    text = _WORKFLOW.read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)["jobs"]
    rights = {
        name: {key for key, value in job["permissions"].items() if value == "write"} for name, job in jobs.items()
    }
    assert rights == {
        "audit": set(),
        "build": set(),
        "attest": {"id-token", "attestations"},
        "publish": {"id-token"},
        "release": {"contents"},
    }
    assert "cache" not in text
    assert "secrets." not in text
    assert jobs["publish"]["environment"] == "pypi"
    assert "SOURCE_DATE_EPOCH" in text


def test_only_the_jobs_without_rights_see_the_sources() -> None:
    jobs = yaml.safe_load(_WORKFLOW.read_text(encoding="utf-8"))["jobs"]
    with_sources = [name for name, job in jobs.items() if any("checkout" in s.get("uses", "") for s in job["steps"])]
    assert with_sources == ["audit", "build"]


def test_nothing_is_built_signed_or_published_before_the_audit() -> None:
    jobs = yaml.safe_load(_WORKFLOW.read_text(encoding="utf-8"))["jobs"]
    order = ["audit", "build", "attest", "publish", "release"]
    assert [jobs[name].get("needs") for name in order] == [None, *order[:-1]]
    assert not [name for name, job in jobs.items() if "if" in job or "continue-on-error" in job]


def test_the_two_builds_of_the_release_are_compared(tmp_path: Path) -> None:
    """The commands of the step that builds, once its tools are installed."""
    (step,) = [step["run"] for step in _steps("build") if step.get("name", "").startswith("Build twice")]
    installs, found, builds = step.partition("SOURCE_DATE_EPOCH=")
    assert found
    assert "--require-hashes --only-binary :all:" in installs
    project = copy_of_project(tmp_path / "project")
    commit_all(project)
    tools = project / ".venv" / "bin"
    command = [sys.executable, "-m", "venv", "--without-pip", "--system-site-packages", str(project / ".venv")]
    subprocess.run(command, check=True, timeout=60)
    (tools / "python").unlink()
    (tools / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    (tools / "python").chmod(0o755)
    for spoilt in (False, True):
        shutil.rmtree(project / "dist", ignore_errors=True)
        (tmp_path / str(spoilt)).mkdir()
        # the second time, one build reads the clock
        script = (
            (found + builds).replace("TZ=Asia/Tokyo", "TZ=Asia/Tokyo SOURCE_DATE_EPOCH=1") if spoilt else found + builds
        )
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script],
            cwd=project,
            env={**os.environ, "RUNNER_TEMP": str(tmp_path / str(spoilt))},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert (done.returncode != 0) is spoilt, done.stdout + done.stderr


def _steps(job: str) -> list[dict[str, str]]:
    return yaml.safe_load(_WORKFLOW.read_text(encoding="utf-8"))["jobs"][job]["steps"]


def test_what_the_release_runs_on_the_package_works(built: Path, tmp_path: Path) -> None:
    """The commands of the step that looks at the package before anything is signed."""
    (step,) = [step for step in _steps("build") if step.get("name", "").startswith("The tag, the package")]
    project = copy_of_project(tmp_path / "project")
    shutil.copytree(built / "dist", project / "dist")
    tools = project / ".venv" / "bin"
    command = [sys.executable, "-m", "venv", "--without-pip", "--system-site-packages", str(project / ".venv")]
    subprocess.run(command, check=True, timeout=60)
    (tools / "pip").write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")  # the tests' own installation is used
    (tools / "aiact-gate").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m aiact_gate "$@"\n', encoding="utf-8")
    (tools / "python").unlink()
    (tools / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    for name in ("pip", "aiact-gate", "python"):
        (tools / name).chmod(0o755)
    (project / "CHANGELOG.md").write_text(f"## [{__version__}]\n", encoding="utf-8")
    for tag, code in ((f"v{__version__}", 0), ("v99.0.0", 1)):
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", step["run"]],
            cwd=project,
            env={**os.environ, "GITHUB_REF_NAME": tag},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == code, done.stdout + done.stderr
    sums = (project / "dist" / "SHA256SUMS").read_text(encoding="utf-8")
    assert sorted(line.split()[1] for line in sums.splitlines()) == [
        f"aiact-gate-{__version__}.cdx.json",
        "aiact-gate-bundle.tar.gz",
        f"aiact_gate-{__version__}-py3-none-any.whl",
        f"aiact_gate-{__version__}.tar.gz",
    ]
