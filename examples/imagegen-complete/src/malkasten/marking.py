"""Every picture leaves with three marks: the watermark, the IPTC source type in its XMP, a signed C2PA manifest."""
import io
import json
from html import escape

import c2pa
from PIL import Image, PngImagePlugin

from . import VERSION, watermark

SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
MEDIA = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
TIMESTAMPS = "https://time.malkasten.example/rfc3161"


def mark(picture: Image.Image, kind: str, title: str, signer: c2pa.Signer) -> bytes:
    """The bytes of the picture as the user gets them; `kind` is PNG, JPEG or WEBP."""
    return _signed(_saved(watermark.embed(picture), kind, title), kind, title, signer)


def xmp(title: str) -> str:
    """The metadata packet that any IPTC reader understands."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
        f' Iptc4xmpExt:DigitalSourceType="{SOURCE_TYPE}">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>'
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    )


def _saved(picture: Image.Image, kind: str, title: str) -> bytes:
    out = io.BytesIO()
    if kind == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", xmp(title))
        picture.save(out, "PNG", pnginfo=info, optimize=True)
    else:
        picture.save(out, kind, quality=90, xmp=xmp(title).encode())
    return out.getvalue()


def _signed(data: bytes, kind: str, title: str, signer: c2pa.Signer) -> bytes:
    made = {"action": "c2pa.created", "digitalSourceType": SOURCE_TYPE}
    hidden = {"action": "c2pa.watermarked.bound", "description": "pattern in the brightness of the whole picture"}
    binding = {"alg": "example.malkasten.pattern.v1", "blocks": [{"scope": {}, "value": watermark.KEY}]}
    manifest = {
        "title": title,
        "claim_generator_info": [{"name": "Malkasten", "version": VERSION}],
        "assertions": [
            {"label": "c2pa.actions", "data": {"actions": [made, hidden]}},
            {"label": "c2pa.soft-binding", "data": binding},
        ],
    }
    out = io.BytesIO()
    settings = {"builder": {"thumbnail": {"enabled": False}}}
    with c2pa.Context.from_dict(settings) as context, c2pa.Builder(json.dumps(manifest), context=context) as builder:
        builder.sign(signer, MEDIA[kind], io.BytesIO(data), out)
    return out.getvalue()
