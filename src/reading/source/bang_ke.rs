//! Names of files in a manifest, ours or that of a folder received from others.

/// A relative path of plain names. What one system takes for a separator or a drive is refused on all.
pub fn ben_trong(ten: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    !ten.contains(['\\', ':', '\0']) && ten.split('/').all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_inside_the_folder_are_taken() {
        assert!(ben_trong("trong.pdf") && ben_trong("nguon/ke-hoach.yaml"));
        for name in [
            "../ngoai.pdf",
            "/etc/passwd",
            "a/../../b",
            "C:\\a",
            "..\\a",
            "./trong.pdf",
            "",
            "a//b",
        ] {
            assert!(!ben_trong(name), "{name}");
        }
    }
}
