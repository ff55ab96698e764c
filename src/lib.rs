pub mod diagnostic;
pub mod document;
pub mod docx;
pub mod model;
pub mod the_thuc;
