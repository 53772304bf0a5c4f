# SPDX-License-Identifier: Apache-2.0
"""Behind https the gate trusts whom it was told to, and shows who it is; a file that will not do is named at once."""

import ssl
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aiact_gate.engine.select import EngineChoice, select
from aiact_gate.engine.tls import Tls, check
from aiact_gate.errors import EngineError, UsageError
from aiact_gate.policy import bundle
from aiact_gate.policy.files import PolicySet
from tests.engine.certificates import Authority, Identity
from tests.engine.served import opa_server
from tests.engine.small import policy_input
from tests.engine.test_opa_pulls import DAY, HIRING, gate, sentence


@pytest.fixture
def ours(tmp_path: Path) -> Authority:
    return Authority(tmp_path, "ours")


@pytest.fixture
def gates_own(ours: Authority) -> Identity:
    return ours.identity("gate")


@pytest.fixture
def server(ours: Authority, gates_own: Identity, policies: PolicySet, tmp_path: Path, opa_path: Path) -> Iterator[str]:
    """Start a real OPA that lets in only whom our authority signed."""
    bundle.write_bundle(policies, tmp_path / "b.tar.gz")
    own = ours.identity("server")
    context = ssl.create_default_context(cafile=ours.file)
    context.load_cert_chain(gates_own.cert, gates_own.key)
    options = ("--tls-cert-file", own.cert, "--tls-private-key-file", own.key, "--tls-ca-cert-file", ours.file)
    options += ("--authentication=tls", "--bundle", tmp_path / "b.tar.gz")
    with opa_server(opa_path, tmp_path, {}, *options, tls=context) as url:
        yield url


def _evaluate(choice: EngineChoice, policies: PolicySet) -> None:
    with select(choice, policies) as engine:
        assert next(engine.evaluate([policy_input()]))["rules"]["demo/simple"]["satisfied"] is True


def test_both_ends_show_who_they_are(
    server: str, ours: Authority, gates_own: Identity, policies: PolicySet, tmp_path: Path
) -> None:
    known = EngineChoice(url=server, ca=ours.file, cert=gates_own.cert, key=gates_own.key, timeout=5)
    _evaluate(known, policies)
    both = tmp_path / "both.pem"
    both.write_bytes(gates_own.key.read_bytes() + gates_own.cert.read_bytes())
    _evaluate(replace(known, cert=both, key=None), policies)

    foreign = Authority(tmp_path, "foreign")
    stranger = foreign.identity("stranger")
    for changed in (
        {"ca": None},  # the public authorities did not sign the server
        {"ca": foreign.file},
        {"cert": None, "key": None},  # the server lets nobody in who does not say who it is
        {"cert": stranger.cert, "key": stranger.key},
    ):
        with pytest.raises(EngineError, match="no trust between the gate and https://127") as caught:
            _evaluate(replace(known, **changed), policies)
        assert "--opa-ca" in caught.value.hint
        assert "--opa-cert" in caught.value.hint


def test_the_environment_cannot_widen_the_trust(
    server: str, ours: Authority, gates_own: Identity, policies: PolicySet, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.setenv(name, str(ours.file))
    with pytest.raises(EngineError, match="no trust"):
        _evaluate(EngineChoice(url=server, cert=gates_own.cert, key=gates_own.key, timeout=5), policies)


def test_the_options_reach_the_server(server: str, ours: Authority, gates_own: Identity) -> None:
    """The server holds other policies than the bundled ones, and says so only to whom it lets in."""
    named = ("check", HIRING, *DAY, "--opa-url", server, "--opa-ca", ours.file)
    let_in = gate(*named, "--opa-cert", gates_own.cert, "--opa-key", gates_own.key)
    assert "has the revision" in sentence(let_in)
    assert "no trust between" in sentence(gate(*named))


@pytest.mark.parametrize("option", ["ca", "cert", "key"])
def test_a_file_that_is_not_there_is_named(ours: Authority, gates_own: Identity, option: str) -> None:
    given = Tls(ours.file, gates_own.cert, gates_own.key)
    check(given)
    with pytest.raises(UsageError, match=f"--opa-{option}: /nowhere/file cannot be read: No such file"):
        check(replace(given, **{option: Path("/nowhere/file")}))


def test_files_that_do_not_hold_what_they_should_are_named(
    ours: Authority, gates_own: Identity, tmp_path: Path
) -> None:
    text = tmp_path / "text.pem"
    text.write_text("no certificate")
    with pytest.raises(UsageError, match=f"--opa-ca: {text} holds no certificate"):
        check(Tls(ca=text))
    for cert, key in (
        (text, None),
        (gates_own.cert, None),
        (gates_own.cert, text),
        (gates_own.cert, ours.identity("other").key),
    ):
        with pytest.raises(UsageError, match=f"--opa-cert: {cert} and its key do not make an identity"):
            check(Tls(cert=cert, key=key))


def test_a_locked_key_is_refused_and_nobody_is_asked(ours: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = ours.identity("locked", b"sesame")
    monkeypatch.setattr("builtins.input", None)
    with pytest.raises(UsageError, match="do not make an identity") as caught:
        check(Tls(cert=locked.cert, key=locked.key))
    assert "password" in caught.value.hint


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (EngineChoice(url="http://127.0.0.1:1", ca=Path(__file__)), "for a server behind https"),
        (EngineChoice(url="https://127.0.0.1:1", key=Path(__file__)), "--opa-key is the key of a certificate"),
        (EngineChoice(ca=Path(__file__)), "are for a server"),
        (EngineChoice(kind="opa", cert=Path(__file__)), "are for a server"),
    ],
)
def test_options_that_could_not_work_are_refused(policies: PolicySet, choice: EngineChoice, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        select(choice, policies)
