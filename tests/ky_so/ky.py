"""Signs a PDF the way a records office does, with a certificate made on the spot.

    ky.py IN.pdf OUT.pdf FIELD…

Each field is signed by a signer of its own, one incremental update after the other, as CAdES detached. Then
all signatures are validated from the bytes on disk. Prints one JSON line: what each signature is worth.
"""
import io, json, sys
from datetime import datetime, timedelta, timezone

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.content import RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore


def certificate(name, issuer=None, issuer_key=None, ca=False):
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(timezone.utc)
    public = key.public_key()
    cert = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not ca, content_commitment=not ca, key_cert_sign=ca, crl_sign=ca,
                key_encipherment=False, data_encipherment=False, key_agreement=False,
                encipher_only=False, decipher_only=False,
            ),
            critical=True,
        )
        .sign(issuer_key or key, hashes.SHA256())
    )
    return cert, key


def pyhanko_cert(cert):
    from asn1crypto import x509 as asn1
    return asn1.Certificate.load(cert.public_bytes(serialization.Encoding.DER))


def signer(name, root, root_key):
    from asn1crypto import keys
    cert, key = certificate(name, root, root_key)
    der = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    store = SimpleCertificateStore()
    store.register(pyhanko_cert(root))
    return signers.SimpleSigner(
        signing_cert=pyhanko_cert(cert),
        signing_key=keys.PrivateKeyInfo.load(der),
        cert_registry=store,
    )


# Pictures as offices put them: a blue stroke for the hand, a red ring for the seal (PL I, II.7.c and II.8).
STROKE = b"0 0 0.8 RG 1.5 w 5 20 m 40 80 60 -20 95 30 c S"
RING = b"0.8 0 0 RG 3 w 97 50 m 97 76 76 97 50 97 c 24 97 3 76 3 50 c 3 24 24 3 50 3 c 76 3 97 24 97 50 c S"


def picture(field):
    drawing = RING if field.startswith("co_quan") else STROKE
    return StaticStampStyle(
        background=RawContent(drawing, box=BoxConstraints(width=100, height=100)),
        background_opacity=1, border_width=0,
    )


def sign(data, field, who):
    meta = signers.PdfSignatureMetadata(
        field_name=field, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    # The field must be there already: a new one would be put at a place of the tool's choice.
    made = signers.PdfSigner(meta, signer=who, stamp_style=picture(field)).sign_pdf(writer, existing_fields_only=True)
    return made.getbuffer().tobytes()


def main(source, target, *names):
    root, root_key = certificate("Gốc thử nghiệm", ca=True)
    data = open(source, "rb").read()
    for name in names:
        signed = sign(data, name, signer(f"Người giữ ô {name}", root, root_key))
        assert signed.startswith(data), "an earlier revision was rewritten"
        data = signed
    open(target, "wb").write(data)

    context = ValidationContext(trust_roots=[pyhanko_cert(root)], allow_fetching=False)
    reader = PdfFileReader(io.BytesIO(data))
    found = {}
    for embedded in reader.embedded_signatures:
        status = validate_pdf_signature(embedded, context)
        found[embedded.field_name] = {
            "bottom_line": status.bottom_line,
            "intact": status.intact,
            "trusted": status.trusted,
            "subfilter": str(embedded.sig_object["/SubFilter"]),
            "coverage": status.coverage.name,
            "changes": status.modification_level.name,
        }
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
