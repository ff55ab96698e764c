//! `Blocks`: a Typst output beside pages and HTML. A content template is compiled into a list of
//! blocks, which both writers lay out; its functions, loops, rules, counters and `context` really run.

use typst::comemo::Track;
use typst::diag::SourceResult;
use typst::engine::Engine;
use typst::foundations::{Content, Output, StyleChain, Target};
use typst::introspection::{Introspector, Locator};

use super::introspect::{BlocksIntrospector, Collector};
use super::walk::{MoPhuLuc, Walker};
use crate::compose::document::Block;

/// What a content template says.
pub struct Blocks {
    pub than_bai: Vec<Block>,
    pub phu_luc: Vec<MoPhuLuc>,
    introspector: BlocksIntrospector,
}

impl Output for Blocks {
    fn target() -> Target {
        Target::Paged
    }

    fn create(engine: &mut Engine, content: &Content, styles: StyleChain) -> SourceResult<Self> {
        let mut locator = Locator::root().split();
        let mut collector = Collector::default();
        let walker = Walker::new(engine, &mut locator, &mut collector);
        let (than_bai, phu_luc) = walker.document(content, styles)?;
        Ok(Self { than_bai, phu_luc, introspector: collector.finish() })
    }

    fn introspector(&self) -> &dyn Introspector {
        &self.introspector
    }
}

/// Compiles a content template.
pub fn compile(world: &dyn typst::World) -> SourceResult<Blocks> {
    typst::compile::<Blocks>(world).output
}

/// Evaluates a template without realizing it, to read what it defines at top level.
pub fn evaluate(
    world: &dyn typst::World,
    source: &typst::syntax::Source,
) -> SourceResult<typst::foundations::Module> {
    typst_eval::eval(
        world.track(),
        world.library(),
        typst::engine::Traced::default().track(),
        typst::engine::Sink::new().track_mut(),
        typst::engine::Route::default().track(),
        source,
    )
}
