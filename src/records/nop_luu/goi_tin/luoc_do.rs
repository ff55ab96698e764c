//! `schemas/`: what may stand in the package's own files. They are ours and say what we write; the standards' own schemas
//! allow more, and what is written here holds against those too.

pub(super) const TEP: [(&str, &[u8]); 3] = [
    ("schemas/METS.xsd", include_bytes!("luoc_do/METS.xsd")),
    ("schemas/EAD.xsd", include_bytes!("luoc_do/EAD.xsd")),
    ("schemas/EAD_doc.xsd", include_bytes!("luoc_do/EAD_doc.xsd")),
];
