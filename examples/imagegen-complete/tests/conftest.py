"""What the tests share: a stand-in picture, and a signer whose keys live for one run."""
import importlib.util
import os
from pathlib import Path

import c2pa
import pytest

HERE = Path(__file__).resolve().parent.parent
_spec = importlib.util.spec_from_file_location("make_samples", HERE / "tools" / "make_samples.py")
make_samples = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(make_samples)


@pytest.fixture(autouse=True)
def _in_place(monkeypatch):
    monkeypatch.chdir(HERE)


@pytest.fixture(scope="session")
def scene():
    return make_samples.harbour()


@pytest.fixture
def signer():
    certificates, key, _ = make_samples.chain()
    with c2pa.Signer.from_info(c2pa.C2paSignerInfo("es256", certificates.encode(), key, None)) as one:
        yield one


@pytest.fixture
def samples():
    return [HERE / "outputs" / name for name in sorted(os.listdir(HERE / "outputs"))]
