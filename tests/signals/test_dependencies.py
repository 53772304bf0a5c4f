# SPDX-License-Identifier: Apache-2.0
import pytest

from aiact_gate.signals.dependencies import Dependency, declared, is_dependency_file

PYPROJECT = """\
[project]
dependencies = [
  "torch>=2",
  "openai",
]
[project.optional-dependencies]
serve = ["vllm"]
test = ["openai-agents"]
[dependency-groups]
dev = ["fer"]
"""
ENVIRONMENT = """\
name: openai
channels:
  - fer
dependencies:
  - conda-forge::tensorflow=2
  - pip:
    - deepface==1
"""
GO = """\
module example.org/x

require (
\tgithub.com/openai/openai-go/v2 v2.1.0
\tgithub.com/a/b v1.0.0 // indirect
)
require github.com/tmc/langchaingo v0.1.0
"""
FILES = [
    ("requirements.txt", "# deepface\n-r more.txt\nface_recognition>=1.3 ; python_version>'3'\nOpenAI[datalib]\n",
     [("pypi", "face-recognition", 3), ("pypi", "openai", 4)]),
    ("requirements.txt", "-e git+https://example.org/deepface.git#egg=deepface\nhttps://example.org/fer.whl\n", []),
    ("requirements-prod.txt", "fer @ https://example.org/fer.whl\n", [("pypi", "fer", 1)]),
    ("pyproject.toml", PYPROJECT, [("pypi", "torch", 3), ("pypi", "openai", 4), ("pypi", "vllm", 7)]),
    ("pyproject.toml", '[tool.poetry.dependencies]\npython = "^3.11"\ndiffusers = "*"\n',
     [("pypi", "python", 2), ("pypi", "diffusers", 3)]),
    ("package.json", '{\n"dependencies": {\n "@anthropic-ai/sdk": "1"\n},\n"devDependencies": {"openai": "4"}}',
     [("npm", "@anthropic-ai/sdk", 3)]),
    ("environment.yml", ENVIRONMENT, [("pypi", "tensorflow", 5), ("pypi", "deepface", 7)]),
    ("go.mod", GO, [("go", "github.com/openai/openai-go", 4), ("go", "github.com/tmc/langchaingo", 7)]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected"), FILES, ids=[f"{row[0]}-{n}" for n, row in enumerate(FILES)])
def test_whole_names_with_their_lines(name: str, text: str, expected: list[tuple[str, str, int]]) -> None:
    assert declared(name, text) == [Dependency(*row) for row in expected]


@pytest.mark.parametrize(
    "name", ["requirements-dev.txt", "requirements_test.txt", "requirements-docs.txt", "poetry.lock", "setup.cfg"]
)
def test_what_only_builds_or_tests_is_not_read(name: str) -> None:
    assert not is_dependency_file(name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pyproject.toml", "[project"),
        ("pyproject.toml", "project = 3"),
        ("pyproject.toml", '[project]\ndependencies = "openai"'),
        ("package.json", "{"),
        ("package.json", "[" * 100_000),
        ("package.json", '["openai"]'),
        ("package.json", '{"dependencies": ["openai"]}'),
        ("go.mod", "\0\0"),
        ("environment.yml", "dependencies: openai"),
    ],
)
def test_a_broken_file_declares_nothing(name: str, text: str) -> None:
    assert declared(name, text) == []
