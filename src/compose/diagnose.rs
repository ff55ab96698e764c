//! Typst's diagnostics, retold in Vietnamese with the template's line.

use typst::diag::SourceDiagnostic;
use typst::syntax::DiagSpan;
use typst::{World, WorldExt};

use super::retell::retell;
use super::world::CHUNG;
use crate::diagnostic::{Diagnostic, Place};

/// Every fault that Typst reports, as our own.
pub fn diagnose<'a>(
    world: &dyn World,
    faults: impl IntoIterator<Item = &'a SourceDiagnostic>,
) -> Vec<Diagnostic> {
    faults.into_iter().map(|fault| one(world, fault)).collect()
}

fn one(world: &dyn World, fault: &SourceDiagnostic) -> Diagnostic {
    let (message, hint) = retell(&fault.message);
    let place = place(world, fault.span);
    let caller = caller(world, fault);
    // Whoever edits a template didn't write the shared clauses: the call is what can be mended.
    let shared = place.as_ref().is_some_and(|place| place.file.ends_with(CHUNG));
    let (place, other) = match caller {
        Some(caller) if shared => (Some(caller), place),
        caller => (place, caller),
    };
    let out = Diagnostic::error("template", message).at(place).and_at(other);
    match hint {
        Some(hint) => out.hint(hint),
        None => out,
    }
}

/// For a fault in another file, where the template called it.
fn caller(world: &dyn World, fault: &SourceDiagnostic) -> Option<Place> {
    if fault.span.id() == Some(world.main()) {
        return None;
    }
    let call = fault.trace.iter().find(|point| point.span.id() == Some(world.main()))?;
    place(world, call.span.into())
}

fn place(world: &dyn World, span: DiagSpan) -> Option<Place> {
    let id = span.id()?;
    let range = world.range(span)?;
    let source = world.source(id).ok()?;
    let lines = source.lines();
    let line = lines.byte_to_line(range.start)?;
    let column = lines.byte_to_column(range.start)?;
    let line_text = source.text().lines().nth(line).unwrap_or_default();
    let file = format!("mẫu{}", id.vpath().get_with_slash());
    Some(Place::new(file, line.saturating_add(1), column.saturating_add(1), line_text))
}
