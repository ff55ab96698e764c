//! Phát hành: a document gets its number and goes into the office's keeping, whole or not at all.
//!
//! The office's folder (sổ sách) holds the register `so-dang-ky.txt`, the lock, and `phat-hanh/` with a
//! folder for each issued document: `phat-hanh/2023/105-KH-HDND/`. One transaction at a time runs, under
//! an exclusive lock of the system that ends with the process ([`kho`]). Its steps
//! ([`giao_dich`]), and what the next start finds and does ([`khoi_phuc`]) if the machine stops after
//! each:
//!
//! | step | after it stand on the disk | the next start | the number is |
//! |---|---|---|---|
//! | begin | an empty `phat-hanh/.dang-lam` | takes it away | free |
//! | write each file into `.dang-lam/van-ban`, fsync | some of the files | takes them away | free |
//! | make the year's folder, fsync the folders | all of the files | takes them away | free |
//! | write `y-dinh.json`, fsync, rename | the intent: the lines, the register's length, the place | takes all away, the intent first | free |
//! | append the lines to the register … | a beginning of the lines | cuts the register back to its length, then as above | free |
//! | … and fsync: **the commit** | the lines whole | finishes the steps below | issued |
//! | write `so-dang-ky.chung`, the register's witness | how far the register has come | writes it again if it is behind | issued |
//! | rename `van-ban` to its place, fsync | the folder in its place | goes on | issued |
//! | note on each earlier document | `lien-quan.txt` in its folder | writes it again if it differs | issued |
//! | take `.dang-lam` away, the intent first | nothing | nothing, or takes the rest away | issued |
//!
//! Nothing is cut from the register but a beginning of what the intent says was to be appended. A number
//! kept or void, copies handed over, a closed year, an old book that comes in are transactions without files. An issued folder is
//! never written to again but for `lien-quan.txt`, which its list of files leaves out.
//!
//! [`kho`] is the only file here that touches the disk.

pub mod ban_con_lai;
pub mod ban_thao;
pub mod bang_ke;
pub mod chung;
pub mod cot;
pub mod doi_chieu;
pub mod dung_so;
pub mod giao_dich;
pub mod goi;
pub mod kho;
pub mod khoi_phuc;
pub mod lien_quan;
pub mod phieu;
pub mod phieu_vao;
pub mod quyen;
pub mod san_sang;
pub mod so_tren_dia;
pub mod xet;
pub mod y_dinh;

#[cfg(test)]
mod tests;
