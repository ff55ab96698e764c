pub mod diagnostic;
pub mod document;
pub mod docx;
pub mod la_ma;
pub mod model;
pub mod pdf;
pub mod render;
pub mod the_thuc;
