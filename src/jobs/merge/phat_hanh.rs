//! A number each: every row goes through the transaction of `issue`.

use super::Tron;
use crate::diagnostic::Diagnostic;
use crate::jobs::issue::{IssueManyRequest, IssueRequest, MotViec, issue_many};
use crate::jobs::{Means, Outcome};

impl Tron<'_> {
    pub(super) fn phat_hanh(
        &self,
        means: &Means,
        outcome: &mut Outcome,
    ) -> Result<(), Vec<Diagnostic>> {
        let viec = self.dong.iter().map(|dong| MotViec {
            ten: format!("dòng {}", dong.so),
            request: IssueRequest {
                tep: self.request.tep.clone(),
                date: self.request.date.clone(),
                dong: Some(dong.dong.clone()),
                chap_nhan_canh_bao: self.request.chap_nhan_canh_bao,
                so_sach: self.request.so_sach.clone(),
                shared: self.request.shared.clone(),
                ..IssueRequest::default()
            },
        });
        let done = issue_many(&IssueManyRequest { viec: viec.collect() }, means);
        outcome.made.extend(done.made);
        outcome.notes.extend(done.notes);
        outcome.diagnostics.extend(done.diagnostics);
        if self.request.mot_pdf && !outcome.co_loi() {
            outcome.notes.push(
                "--one-pdf chỉ dùng khi soạn; văn bản đã phát hành thì in từ thư mục phat-hanh"
                    .to_owned(),
            );
        }
        Ok(())
    }
}
