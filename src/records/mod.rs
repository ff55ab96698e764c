//! What an office keeps: the registers of outgoing documents and incoming papers as values, the transaction by which a document
//! gets its number, what an issued PDF carries inside, and the packages that go to each recipient.

pub mod chuyen_phat;
pub mod luu_tru;
pub mod phat_hanh;
pub mod so_dang_ky;
pub mod so_den;
