//! A worker of a batch: makes the documents that it is told to, and says each step before it takes it, so
//! that whoever asked knows what it was at if it is gone. While the disk takes one document ([`writer`]) the
//! next is composed.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Receiver;

use super::here;
use super::wire::{News, Order as Told, Said, Task};
use super::writer::{Composed, Writer};
use crate::cli::BuildArgs;
use crate::commands::load::{self, HoSo};
use crate::commands::make::Order;
use crate::diagnostic::Diagnostic;
use crate::render::compile::Compiler;
use crate::render::fonts::Fonts;
use crate::source::MauRieng;
use crate::worker::fault::Fault;
use crate::worker::serving;

/// Answers orders from standard input until it closes.
pub fn serve(args: BuildArgs, memory_mib: usize, compiler: impl Compiler + Send + 'static) {
    let stop = Arc::new(AtomicBool::new(false));
    let heard = Arc::clone(&stop);
    let sort = move |line: String| match serde_json::from_str(&line) {
        Ok(Told::Stop) => {
            heard.store(true, Ordering::SeqCst);
            None
        }
        _ => Some(line),
    };
    serving::serve(memory_mib, sort, move |orders| {
        let _ = Server::new(&args, &compiler, &stop).map(|mut server| server.answer_all(orders));
    });
}

struct Server<'a> {
    args: &'a BuildArgs,
    compiler: &'a dyn Compiler,
    stop: &'a AtomicBool,
    fonts: Fonts,
    mau_chung: MauRieng,
    /// The hồ sơ that was read last: its documents often come one after the other.
    read: Option<(usize, HoSo)>,
}

/// Whoever asked is gone.
pub(super) struct Gone;

impl<'a> Server<'a> {
    /// None where fonts or templates can't be read; whoever asks has read them before.
    fn new(args: &'a BuildArgs, compiler: &'a dyn Compiler, stop: &'a AtomicBool) -> Option<Self> {
        let fonts = load::fonts(args.common.fonts.as_deref()).ok()?;
        let (mau_chung, _) = load::mau_chung(args.common.mau.as_deref()).ok()?;
        Some(Self { args, compiler, stop, fonts, mau_chung, read: None })
    }

    fn answer_all(&mut self, orders: &Receiver<String>) -> Result<(), Gone> {
        say(&Said::Ready)?;
        std::thread::scope(|scope| {
            let writer = Writer::start(scope);
            for line in orders {
                let Ok(Told::Make(number, task)) = serde_json::from_str(&line) else {
                    return Err(Gone);
                };
                let left = self.make(number, &task, &writer)?;
                tell(number, News::End { left })?;
            }
            Ok(())
        })
    }

    /// Composes the documents of a task. Those that it was told to leave.
    fn make(&mut self, number: usize, task: &Task, writer: &Writer) -> Result<Vec<String>, Gone> {
        let Some(path) = self.args.ho_so.get(task.ho_so) else { return Ok(Vec::new()) };
        let folder = here::target(self.args, path);
        let ho_so = match self.read.take_if(|(index, _)| *index == task.ho_so) {
            Some((_, ho_so)) => ho_so,
            None => match load::ho_so(path, &self.fonts, &self.mau_chung) {
                Ok(ho_so) => ho_so,
                Err(found) => {
                    return tell(number, read(task, found, &[], 0)).map(|()| Vec::new());
                }
            },
        };
        let order = Order::of(&self.args.out, &self.fonts, self.compiler);
        let mut sound = order.pick(&ho_so);
        sound.retain(|s| task.ten.as_ref().is_none_or(|ten| s.ten == ten));
        sound.retain(|s| !task.bo_qua.iter().any(|ten| s.ten == ten));
        let mut found = here::found(&order, &ho_so);
        if !task.da_bao
            && !sound.is_empty()
            && let Err(fault) = here::prepare(self.args, &folder)
        {
            found.push(fault);
            sound.clear();
        }
        tell(number, read(task, found, &ho_so.ket_qua.ghi_chu, sound.len()))?;
        let mut left = Vec::new();
        for document in &sound {
            let ten = document.ten.to_owned();
            if self.stop.load(Ordering::SeqCst) {
                left.push(ten);
                continue;
            }
            tell(number, News::Begin(ten.clone()))?;
            match here::compose(&order, document, &folder) {
                Ok(files) => {
                    tell(number, News::Composed(ten.clone()))?;
                    writer.take(Composed { number, ten, files })?;
                }
                Err(faults) => tell(number, failed(ten, faults))?,
            }
        }
        self.read = Some((task.ho_so, ho_so));
        Ok(left)
    }
}

/// What was found in a hồ sơ, unless that is told already.
fn read(task: &Task, found: Vec<Diagnostic>, notes: &[String], documents: usize) -> News {
    let (faults, notes) = match task.da_bao {
        true => (Vec::new(), Vec::new()),
        false => (found.into_iter().map(Fault::from).collect(), notes.to_vec()),
    };
    News::Read { faults, notes, documents }
}

pub(super) fn failed(ten: String, faults: Vec<Diagnostic>) -> News {
    News::Failed(ten, faults.into_iter().map(Fault::from).collect())
}

pub(super) fn tell(number: usize, news: News) -> Result<(), Gone> {
    say(&Said::Of(number, news))
}

fn say(said: &Said) -> Result<(), Gone> {
    serving::send(said, || Said::TooLong).map_err(|_| Gone)
}
