//! Where lines and pages are decided. Still Typst's work, which `writers/pdf` asks for it; nothing is here yet.
