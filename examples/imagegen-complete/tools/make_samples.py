"""Makes the samples in outputs/ anew: stand-in pictures, marked by the code of the service, and a new chain.

    python tools/make_samples.py

The private keys live in memory only and are gone when the script ends; config/trust-anchors.pem gets the
root certificate. The model is not part of this repository, so three simple scenes stand in for its pictures.
The samples are signed without the time stamp of the service, because this script works offline.
"""
import datetime as dt
import random
import sys
from pathlib import Path

import c2pa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from PIL import Image, ImageDraw, ImageFilter

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE / "src"))

from malkasten import marking  # noqa: E402

# Twenty years, so that whoever copies the example can check it at any time; the service renews its own each year.
FROM, UNTIL = dt.datetime(2026, 9, 1, tzinfo=dt.UTC), dt.datetime(2046, 9, 1, tzinfo=dt.UTC)
USES = "digital_signature content_commitment key_encipherment data_encipherment key_agreement".split()
USES += "key_cert_sign crl_sign encipher_only decipher_only".split()
SIZE = (480, 360)


def main() -> None:
    certificates, key, root = chain()
    (HERE / "config" / "trust-anchors.pem").write_text(root)
    scenes = {"harbour.png": harbour(), "lighthouse.jpg": lighthouse(), "meadow.webp": meadow()}
    kinds = {".png": "PNG", ".jpg": "JPEG", ".webp": "WEBP"}
    for name, scene in scenes.items():
        title = "Picture made by AI with Malkasten"
        with c2pa.Signer.from_info(c2pa.C2paSignerInfo("es256", certificates.encode(), key, None)) as signer:
            data = marking.mark(scene, kinds[Path(name).suffix], title, signer)
        (HERE / "outputs" / name).write_bytes(data)
        print(f"outputs/{name}: {len(data):,} bytes")


def chain() -> tuple[str, bytes, str]:
    """The signing chain, the signing key, and the root that readers trust."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name, name = _name("Malkasten Example Root"), _name("Malkasten Example Signer")
    root = (
        _certificate(root_name, root_name, root_key)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_usage("key_cert_sign", "crl_sign"), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    own = (
        _certificate(name, root_name, key)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage("digital_signature"), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    pem = [one.public_bytes(serialization.Encoding.PEM).decode() for one in (own, root)]
    plain = serialization.NoEncryption()
    secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    return "".join(pem), secret, pem[1]


def _name(common: str) -> x509.Name:
    organisation = x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Malkasten Studio GmbH")
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common), organisation])


def _usage(*named: str) -> x509.KeyUsage:
    return x509.KeyUsage(**{use: use in named for use in USES})


def _certificate(subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(FROM)
        .not_valid_after(UNTIL)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def sky(top: tuple[int, int, int], bottom: tuple[int, int, int]) -> Image.Image:
    slope = Image.linear_gradient("L").resize(SIZE)
    return Image.composite(Image.new("RGB", SIZE, bottom), Image.new("RGB", SIZE, top), slope)


def harbour() -> Image.Image:
    scene = sky((236, 196, 150), (92, 128, 168))
    draw = ImageDraw.Draw(scene)
    draw.ellipse((330, 40, 400, 110), fill=(250, 226, 160))
    draw.rectangle((0, 230, 480, 360), fill=(48, 84, 120))
    for left, height in ((40, 90), (170, 120), (310, 80)):
        draw.polygon([(left, 240), (left + 90, 240), (left + 75, 265), (left + 15, 265)], fill=(120, 60, 44))
        draw.polygon([(left + 45, 235), (left + 45, 235 - height), (left + 85, 235)], fill=(236, 230, 214))
    return scene.filter(ImageFilter.GaussianBlur(1))


def lighthouse() -> Image.Image:
    scene = sky((40, 52, 96), (196, 140, 130))
    draw = ImageDraw.Draw(scene)
    draw.polygon([(0, 300), (200, 250), (480, 320), (480, 360), (0, 360)], fill=(58, 66, 60))
    for row, colour in enumerate([(224, 220, 210), (176, 52, 44)] * 3):
        draw.rectangle((216 - row * 2, 100 + row * 28, 256 + row * 2, 128 + row * 28), fill=colour)
    draw.polygon([(236, 90), (480, 20), (480, 130)], fill=(222, 196, 150))
    draw.ellipse((222, 76, 250, 104), fill=(252, 240, 190))
    return scene.filter(ImageFilter.GaussianBlur(1))


def meadow() -> Image.Image:
    scene, chance = sky((150, 196, 226), (226, 232, 220)), random.Random(7)
    draw = ImageDraw.Draw(scene)
    draw.rectangle((0, 190, 480, 360), fill=(96, 140, 70))
    for _ in range(420):
        x, y = chance.randrange(480), chance.randrange(195, 360)
        size = 1 + (y - 190) // 40
        draw.ellipse((x, y, x + size, y + size), fill=chance.choice([(220, 70, 60), (240, 210, 80), (230, 230, 240)]))
    return scene.filter(ImageFilter.GaussianBlur(1))


if __name__ == "__main__":
    main()
