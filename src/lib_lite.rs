pub mod diagnostic;
pub mod model;
pub mod the_thuc;
