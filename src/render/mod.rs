pub mod blocks;
mod danh_so;
pub mod diagnose;
pub mod fonts;
mod inline;
mod introspect;
pub mod library;
mod walk;
pub mod world;
