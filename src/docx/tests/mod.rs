//! Tests of whole Word files, read back as XML trees.

mod build;
mod ke_hoach;
