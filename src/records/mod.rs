//! What an office keeps: the registers of outgoing documents and incoming papers as values, the transaction by
//! which a document gets its number, what an issued PDF carries inside, the packages that go to each recipient,
//! what goes to the archive; and the index by which all of that is found again.

pub mod chi_muc;
pub mod chuyen_phat;
pub mod luu_tru;
pub mod nop_luu;
pub mod phat_hanh;
pub mod so_dang_ky;
pub mod so_den;
