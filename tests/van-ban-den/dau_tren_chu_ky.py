"""Signs a PDF as an office that sends it does, and looks at it again under the ĐẾN stamp of the one that gets it.

    dau_tren_chu_ky.py ky IN.pdf OUT.pdf          an approval signature in the field nguoi_ky
    dau_tren_chu_ky.py chung-thuc IN.pdf OUT.pdf  a certifying signature that lets nothing come after it
    dau_tren_chu_ky.py xem IN.pdf                 whether the signed bytes are whole and the signature is good
"""
import io, os, sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "ky_so"))
import ky
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext


def main(what, source, target=None):
    if what == "xem":
        data = open(source, "rb").read()
        signature = PdfFileReader(io.BytesIO(data)).embedded_signatures[0]
        status = validate_pdf_signature(signature, ValidationContext(allow_fetching=False))
        part = status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
        print(f"intact={status.intact} valid={status.valid} signed_part={part}")
        print(status.modification_level, file=sys.stderr)
        return
    root, root_key = ky.certificate("Gốc thử nghiệm", ca=True)
    meta = signers.PdfSignatureMetadata(
        field_name="nguoi_ky", md_algorithm="sha256", certify=what == "chung-thuc",
        docmdp_permissions=fields.MDPPerm.NO_CHANGES if what == "chung-thuc" else None,
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(open(source, "rb").read()))
    made = signers.PdfSigner(meta, signer=ky.signer("Người gửi", root, root_key)).sign_pdf(
        writer, existing_fields_only=True
    )
    open(target, "wb").write(made.getbuffer())


if __name__ == "__main__":
    main(*sys.argv[1:])
