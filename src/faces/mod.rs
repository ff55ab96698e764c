//! Who talks to people. A face makes a request of what it was told, hands it to a job and puts the outcome
//! into words. Jobs know no face.

pub mod cli;
pub mod json;
pub mod report;
#[cfg(feature = "web")]
pub mod web;
