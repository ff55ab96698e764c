"""Signed files as seeds of the target `ban_ky`: `hat.py GOC.pdf SIGNED.pdf… OUT_DIR`.

The files in `hat/ban_ky` were made so: `nho()` of tests/support/ban_ky.rs as GOC.pdf, signed by tests/ky_so/cac_kieu.py.
"""
import hashlib, os, re, sys

goc = open(sys.argv[1], "rb").read()
for path in sys.argv[2:-1]:
    data = open(path, "rb").read()[len(goc) :]
    out = os.path.join(sys.argv[-1], os.path.splitext(os.path.basename(path))[0])
    updates = []
    for update in re.split(rb"startxref\s+\d+\s+%%EOF\s*", data)[:-1]:
        # The table is made again; so are range and container.
        body = re.split(rb"\nxref\r?\n", b"\n" + update)[0]
        body = re.sub(rb"/ByteRange ?\[[^\]]*\]", b"/ByteRange[0 1111111111 2222222222 3333333333]", body)
        for number, (hexa) in enumerate(re.findall(rb"/Contents ?<([0-9a-fA-F]{200,})>", body)):
            cms = bytes.fromhex(hexa.decode())
            length = int.from_bytes(cms[2:4], "big") + 4
            cms = cms[:length]
            found = re.search(rb"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x09\x04\x31\x22\x04\x20(.{32})", cms, re.S)
            if found and b"RFC3161" not in body:
                open(f"{out}-cms", "wb").write(b"\x01" + cms.replace(found[1], b"\xee" * 32))
        body = re.sub(rb"/Contents ?<[0-9a-fA-F]{200,}>", b"/Contents<@>", body)
        body = body.replace(b"/ETSI.RFC3161", b"/adbe.pkcs7.detached").replace(b"/DocTimeStamp", b"/Sig")
        updates.append(body.strip())
    for kind, mark in ((4, "bang"), (2, "luong"), (6, "goi")):
        open(f"{out}-{mark}", "wb").write(bytes([kind]) + b"\n" + b"\n%%EOF\n".join(updates))
