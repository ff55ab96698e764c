use std::cell::RefCell;

use super::*;
use crate::jobs::Cancel;
use crate::jobs::build::BuildRequest;
use crate::jobs::build::queue::Processes;
use crate::machine::worker::Limits;

/// What the hand of a worker tells when the worker says `news` of tasks 0, 1, … and then is gone. Each task
/// is a hồ sơ of its own; `ends` are those before it. Also which tasks are left for another worker.
fn lost(news: &[(usize, News)], end: &End, ends: usize) -> (Vec<String>, Vec<usize>) {
    let processes = Processes {
        exe: "/khong/co".into(),
        args: Vec::new(),
        jobs: 1,
        limits: Limits::document(),
    };
    let request = BuildRequest { ho_so: vec!["h0".into(), "h1".into()], ..BuildRequest::default() };
    let cancel = Cancel::default();
    let tasks = (0..2).map(|ho_so| Task { ho_so, ten: None, dong: None }).collect();
    let batch = Batch::new(&processes, &request, tasks, &cancel);
    let told = RefCell::new(Vec::new());
    let tell = |_: usize, step: Step| match step {
        Step::Lost(found) => told.borrow_mut().extend(found.into_iter().map(|d| d.message)),
        Step::Left(left) => told.borrow_mut().extend(left),
        _ => {}
    };
    let mut hand = Hand::new(&batch, &tell);
    hand.fill();
    hand.tasks.iter_mut().for_each(|task| task.sent = true);
    for (number, news) in news {
        hand.take(*number, said_again(news));
    }
    hand.ends = ends;
    hand.lose(end.clone());
    let left = hand.tasks.iter().map(|task| task.number).collect();
    assert!(hand.tasks.iter().all(|task| !task.sent && task.writing.is_empty()));
    (told.into_inner(), left)
}

fn said_again(news: &News) -> News {
    serde_json::from_str(&serde_json::to_string(news).unwrap()).unwrap()
}

fn read(ten: &[&str]) -> News {
    News::Read { notes: Vec::new(), ten: ten.iter().map(|&ten| ten.to_owned()).collect() }
}

fn crash() -> End {
    End::Crash(String::new())
}

#[test]
fn the_document_in_hand_is_to_blame() {
    let said = [(0, read(&["a", "b"])), (0, News::Begin("a".into()))];
    let (told, left) = lost(&said, &crash(), 0);
    assert!(told.len() == 1 && told[0].starts_with("văn bản “a” của “h0”"), "{told:?}");
    assert_eq!(left, [0, 1]);
}

#[test]
fn a_reading_is_to_blame_only_where_the_worker_is() {
    let (told, left) = lost(&[], &crash(), 0);
    assert!(told.len() == 1 && told[0].starts_with("hồ sơ “h0”"), "{told:?}");
    assert_eq!(left, [1]);
    let ended = [(0, read(&[])), (0, News::End { left: Vec::new() })];
    let (told, left) = lost(&ended, &crash(), 0);
    assert!(told.len() == 1 && told[0].starts_with("hồ sơ “h1”"), "{told:?}");
    assert!(left.is_empty());
}

#[test]
fn a_worker_that_waits_for_the_disk_or_is_between_two_steps_blames_nobody() {
    let waiting =
        [(0, read(&["a", "b"])), (0, News::Begin("a".into())), (0, News::Composed("a".into()))];
    for said in [&waiting[..], &waiting[..1]] {
        assert_eq!(lost(said, &crash(), 0), (vec![], vec![0, 1]));
        // Unless that goes on and on.
        let (told, left) = lost(said, &crash(), ENDS - 1);
        assert!(told.len() == 1 && told[0].starts_with("văn bản “a” của “h0”"), "{told:?}");
        assert_eq!(left, [0, 1]);
    }
    // What takes too long is known at once.
    let (told, _) = lost(&waiting, &End::Time, 0);
    assert!(told.len() == 1 && told[0].starts_with("văn bản “a” của “h0”"), "{told:?}");
}

#[test]
fn a_document_of_which_nothing_was_said_is_named() {
    let left = News::End { left: vec!["c".into()] };
    let (told, _) = lost(&[(0, read(&["a", "b", "c"])), (0, left)], &End::Time, 0);
    assert!(told[0].starts_with("chưa soạn “a” của “h0”") && told[2] == "c", "{told:?}");
}
