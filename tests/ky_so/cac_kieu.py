"""Signs a PDF in the ways that tools do, each way a file of its own.

    cac_kieu.py IN.pdf OUT_DIR

one kept field with a picture; two kept fields; a field of the tool's own that is seen; one that is not; a certification and
an approval; a signature with a time stamp, then its certificates (DSS) and a time stamp over all.
"""
import io, os, sys
from datetime import datetime, timezone

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.stamp import TextStampStyle

from ky import certificate, pyhanko_cert, sign, signer


def signed(data, name, who, spec=None, style=None, stamper=None, **meta):
    """One more signature after `data`."""
    meta = signers.PdfSignatureMetadata(
        field_name=name, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256", **meta
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    tool = signers.PdfSigner(meta, signer=who, stamp_style=style, new_field_spec=spec, timestamper=stamper)
    return tool.sign_pdf(writer).getbuffer().tobytes()


def stamped(data, stamper):
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    return signers.PdfTimeStamper(stamper).timestamp_pdf(writer, "sha256").getbuffer().tobytes()


def main(source, target):
    from asn1crypto import keys
    from cryptography.hazmat.primitives import serialization

    root, root_key = certificate("Gốc thử nghiệm", ca=True)
    who = signer("Nguyễn Văn Ký", root, root_key)
    tsa, tsa_key = certificate("Dấu thời gian", root, root_key)
    der = tsa_key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    stamper = DummyTimeStamper(
        pyhanko_cert(tsa), keys.PrivateKeyInfo.load(der), fixed_dt=datetime.now(timezone.utc)
    )
    goc = open(source, "rb").read()
    names = [f[0] for f in fields.enumerate_sig_fields(PdfFileReader(io.BytesIO(goc)))]
    mot = sign(goc, names[0], who)
    hai = sign(mot, names[1], who) if len(names) > 1 else mot
    box = fields.SigFieldSpec("ChuKy1", on_page=0, box=(200, 160, 290, 190))
    text = TextStampStyle(stamp_text="Ky boi: Nguyen Van Ky\n%(ts)s")
    hien = signed(goc, "ChuKy1", who, spec=box, style=text)
    an = signed(goc, "ChuKy2", who)
    chung = signed(
        goc, "ChuKy3", who, certify=True, docmdp_permissions=fields.MDPPerm.FILL_FORMS, reason="Ban hành"
    )
    chung = sign(chung, names[0], who)
    lau = signed(goc, names[0], who, style=text, stamper=stamper)
    out = io.BytesIO(lau)
    DocumentSecurityStore.add_dss(
        out, PdfFileReader(out).embedded_signatures[0].pkcs7_content, certs=[pyhanko_cert(root), pyhanko_cert(tsa)]
    )
    lau = stamped(out.getvalue(), stamper)
    all_ = {"mot": mot, "hai": hai, "hien": hien, "an": an, "chung-nhan": chung, "lau-dai": lau}
    for name, data in all_.items():
        assert data.startswith(goc), name
        with open(os.path.join(target, name + ".pdf"), "wb") as f:
            f.write(data)


if __name__ == "__main__":
    main(*sys.argv[1:])
