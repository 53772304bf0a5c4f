# SPDX-License-Identifier: Apache-2.0
"""A check with the embedded engine touches no network, whatever the evidence points at; with OPA, its server alone."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.security.hostile import AS_OF, gate, manifest, put, traced

_ADDRESS = "http://192.0.2.1/x"
_SCHEMA = f'{{"$schema": "{_ADDRESS}/s", "$ref": "{_ADDRESS}/r", "properties": {{"a": {{"$ref": "{_ADDRESS}/p"}}}}}}'
_XML = (
    f'<!DOCTYPE a [<!ENTITY x SYSTEM "{_ADDRESS}"><!ENTITY % y SYSTEM "{_ADDRESS}"> %y;]><testsuites>&x;</testsuites>'
)
_SVG = f'<?xml-stylesheet href="{_ADDRESS}"?><svg xmlns="http://www.w3.org/2000/svg"><image href="{_ADDRESS}"/></svg>'
_PAGE = f'<base href="{_ADDRESS}"><script src="{_ADDRESS}"></script><link rel=stylesheet href="{_ADDRESS}"><p>AI'
_RST = f"Title\n=====\n\n.. include:: {_ADDRESS}\n.. csv-table::\n   :url: {_ADDRESS}\n.. image:: {_ADDRESS}\n"


@pytest.fixture
def pointing(repository: Path) -> Path:
    """Return a repository in which every kind of evidence points at an address."""
    folder = repository / "good"
    for name, content in (
        ("schema.json", _SCHEMA),
        ("sample.jsonl", '{"a": 1}\n'),
        ("junit.xml", _XML),
        ("a.svg", _SVG),
        ("page.html", _PAGE),
        ("doc.rst", _RST),
        ("doc.md", f"# 1(a)\n\nSee {_ADDRESS} and ![x]({_ADDRESS}).\n"),
    ):
        put(folder, name, content)
    put(
        folder,
        "ai-system.yaml",
        manifest(
            more=f"""evidence:
  technical-documentation: [doc.md, doc.rst, page.html, "{_ADDRESS}"]
  record-keeping: {{schema: schema.json, sample: sample.jsonl, description: "{_ADDRESS}"}}
  human-oversight: {{plan: doc.rst, stop: {{report: junit.xml, test: t}}}}
  output-marking: {{samples: {{image: a.svg}}, detector: {{url: "{_ADDRESS.replace("http", "https")}"}}}}
  chat-notice: {{interfaces: [{{file: page.html, language: en}}], notices: {{en: You chat with an AI.}}}}
"""
        ),
    )
    return repository


@pytest.mark.usefixtures("strace")
def test_no_socket_is_opened(pointing: Path, tmp_path: Path) -> None:
    ran, calls = traced("%network", "check", pointing, "--as-of", AS_OF, log=tmp_path / "log")
    assert ran.code in {0, 1}, ran.err
    assert "good" in ran.out.decode()
    assert [call for call in calls if re.search(r"AF_INET|AF_NETLINK|connect\(|sendto\(", call)] == []


def test_the_answer_is_the_same_without_a_network(pointing: Path) -> None:
    alone = (shutil.which("unshare") or "unshare", "-r", "-n")
    if subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let a process leave its network")
    words = ("check", pointing, "--as-of", AS_OF, "--format", "json")
    assert gate(*words, prefix=alone) == gate(*words)


@pytest.mark.usefixtures("strace")
def test_with_opa_only_its_server_is_asked(pointing: Path, opa_path: Path, tmp_path: Path) -> None:
    words = ("check", pointing, "--as-of", AS_OF, "--opa-path", opa_path, "--engine", "opa")
    ran, calls = traced("connect,sendto,sendmsg", *words, log=tmp_path / "log")
    assert ran.code in {0, 1}, ran.err
    reached = {found[1] for call in calls if (found := re.search(r"inet_addr\(\"([^\"]+)\"\)", call))}
    assert reached == {"127.0.0.1"}
    assert not any("AF_INET6" in call and '"::1"' not in call for call in calls)


def test_a_proxy_of_the_environment_is_not_used(pointing: Path, opa_path: Path) -> None:
    proxies = dict.fromkeys(("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
    ran = gate("check", pointing, "--as-of", AS_OF, "--engine", "opa", "--opa-path", opa_path, env=proxies)
    assert ran.code in {0, 1}, ran.err
