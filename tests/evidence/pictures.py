# SPDX-License-Identifier: Apache-2.0
"""Makes pictures with and without marks, and a chain of certificates to sign them with."""

import datetime as dt
import io
import json
import zlib

import c2pa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from PIL import Image, PngImagePlugin

TRAINED = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
CAPTURE = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"
_START = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
_USAGES = [
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
]
_END = dt.datetime(2046, 1, 1, tzinfo=dt.UTC)


def xmp(uri: str, form: str = "attribute") -> str:
    iptc = 'xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
    inner = {
        "attribute": f'<rdf:Description {iptc} e:DigitalSourceType="{uri}"/>',
        "element": _description(iptc, f"<e:DigitalSourceType>{uri}</e:DigitalSourceType>"),
        "resource": _description(iptc, f'<e:DigitalSourceType rdf:resource="{uri}"/>'),
        "other": f'<rdf:Description xmlns:e="http://example.com/other/" e:DigitalSourceType="{uri}"/>',
    }[form]
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{inner}</rdf:RDF>'
        '</x:xmpmeta><?xpacket end="w"?>'
    )


def _description(namespace: str, inner: str) -> str:
    return f"<rdf:Description {namespace}>{inner}</rdf:Description>"


def picture(
    kind: str = "PNG", packet: str | None = None, *, compressed: bool = False, text: dict[str, str] | None = None
) -> bytes:
    image, out = Image.new("RGB", (32, 24), (10, 120, 200)), io.BytesIO()
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        if packet is not None:
            info.add_itxt("XML:com.adobe.xmp", packet, zip=compressed)
        for key, value in (text or {}).items():
            info.add_text(key, value)
        image.save(out, "PNG", pnginfo=info)
    else:
        image.save(out, kind, **({"xmp": packet.encode()} if packet is not None else {}))
    return out.getvalue()


def raw_profile(packet: str) -> bytes:
    """Return a PNG with XMP as ImageMagick writes it: in hexadecimal digits, compressed."""
    body = b"Raw profile type xmp\0\0" + zlib.compress(f"\nxmp\n{len(packet):8d}\n{packet.encode().hex()}\n".encode())
    chunk = len(body).to_bytes(4) + b"zTXt" + body + zlib.crc32(b"zTXt" + body).to_bytes(4)
    plain = picture()
    return plain[:33] + chunk + plain[33:]


def chain() -> tuple[str, bytes, str]:
    """Return the signing chain, the signing key and the root, made for this run only."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name = x509.Name(
        [x509.NameAttribute(NameOID.COMMON_NAME, "Test Root"), x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Test")]
    )
    name = x509.Name(
        [x509.NameAttribute(NameOID.COMMON_NAME, "Test Signer"), x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Test")]
    )
    usage = dict.fromkeys(_USAGES, False)
    root = (
        _certificate(root_name, root_name, root_key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**usage | {"key_cert_sign": True, "crl_sign": True}), critical=True)
        .sign(root_key, hashes.SHA256())
    )
    signer = (
        _certificate(name, root_name, key.public_key())
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**usage | {"digital_signature": True}), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    pem = [one.public_bytes(serialization.Encoding.PEM).decode() for one in (signer, root)]
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return "".join(pem), secret, pem[1]


def _certificate(subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(_START)
        .not_valid_after(_END)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def sign(data: bytes, certificates: str, key: bytes, uri: str = TRAINED, media: str = "image/png") -> bytes:
    """Return the picture with a signed manifest that states where it comes from."""
    actions = [{"action": "c2pa.created", "digitalSourceType": uri}]
    manifest = {
        "claim_generator_info": [{"name": "test", "version": "1"}],
        "assertions": [{"label": "c2pa.actions", "data": {"actions": actions}}],
    }
    signer = c2pa.Signer.from_info(c2pa.C2paSignerInfo("es256", certificates.encode(), key, None))
    source, out = io.BytesIO(data), io.BytesIO()
    with signer, c2pa.Builder(json.dumps(manifest)) as builder:
        builder.sign(signer, media, source, out)
    return out.getvalue()
