//! The decree and the language: forms made into what they mean, or findings; rules about the text; every
//! measure beside its clause; what each code of a finding means.

pub mod bo_quy_tac;
pub mod check;
pub mod giai_thich;
pub mod soat;
