//! The standard library of content templates: Typst's own, in which headings, lists and footnotes stay what they
//! are instead of becoming pictures of themselves.

use std::sync::LazyLock;

use typst::comemo::Tracked;
use typst::diag::{At, SourceResult};
use typst::engine::Engine;
use typst::foundations::{
    Args, Binding, Content, Context, Func, NativeElement, NativeFunc, NativeFuncData,
    NativeFuncPtr, NativeRuleMap, ShowFn, Target, Value,
};
use typst::layout::{AlignElem, BoxElem};
use typst::loading::json;
use typst::model::{EmphElem, FootnoteElem, LinkElem, StrongElem};
use typst::syntax::Span;
use typst::text::{ItalicToggle, SubElem, SuperElem, TextElem, UnderlineElem, WeightDelta};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use super::chuoi;
use super::world::{DATA_PATH, file_id};

/// The library of a content template.
pub static CONTENT: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let mut library = Library::default();
    library.rules = content_rules();
    if let Some(json) = library.global.scope_mut().get_mut(JSON.name) {
        *json = Binding::detached(Func::from(&JSON));
    }
    LazyHash::new(library)
});

/// Typst's own `json`, except that the texts of the document's data are known again in what the template says.
static JSON: NativeFuncData = NativeFuncData {
    function: NativeFuncPtr(&read_json),
    name: "json",
    title: "JSON",
    docs: "",
    def_site: None,
    keywords: &[],
    contextual: false,
    scope: LazyLock::new(&|| (*json::data().scope).clone()),
    params: LazyLock::new(&|| (*json::data().params).clone()),
    returns: LazyLock::new(&|| (*json::data().returns).clone()),
};

fn read_json(
    engine: &mut Engine,
    context: Tracked<Context>,
    args: &mut Args,
) -> SourceResult<Value> {
    let source = args.items.iter().find(|arg| arg.name.is_none());
    let at = source.map_or_else(Span::detached, |arg| arg.value.span);
    let data = matches!(source.map(|arg| &arg.value.v), Some(Value::Str(path)) if path.as_str() == DATA_PATH);
    match chuoi::du_lieu().filter(|_| data) {
        Some(value) => {
            args.items.clear();
            // What was read is what Typst remembers the template by.
            if let Some(id) = file_id(DATA_PATH) {
                engine.world.file(id).at(at)?;
            }
            Ok(value)
        }
        None => (json::data().function.0)(engine, context, args),
    }
}

const STRONG: ShowFn<StrongElem> = |elem, _, styles| {
    Ok(elem.body.clone().set(TextElem::delta, WeightDelta(elem.delta.get(styles))))
};

const EMPH: ShowFn<EmphElem> =
    |elem, _, _| Ok(elem.body.clone().set(TextElem::emph, ItalicToggle(true)));

/// A link prints as its text: official papers have no blue words.
const LINK: ShowFn<LinkElem> = |elem, _, _| Ok(elem.body.clone());

const ALIGN: ShowFn<AlignElem> =
    |elem, _, styles| Ok(elem.body.clone().set(AlignElem::alignment, elem.alignment.get(styles)));

/// A box keeps an inline element alive inside its paragraph: without it, realization would end the
/// paragraph at an element that it does not know.
fn boxed(content: Content) -> Content {
    BoxElem::new().with_body(Some(content)).pack()
}

fn content_rules() -> NativeRuleMap {
    let mut rules = NativeRuleMap::new();
    let target = Target::Paged;
    rules.register::<StrongElem>(target, STRONG);
    rules.register::<EmphElem>(target, EMPH);
    rules.register::<LinkElem>(target, LINK);
    rules.register::<AlignElem>(target, ALIGN);
    rules.register::<FootnoteElem>(target, |elem, _, _| Ok(boxed(elem.clone().pack())));
    rules.register::<SuperElem>(target, |elem, _, _| Ok(boxed(elem.clone().pack())));
    rules.register::<SubElem>(target, |elem, _, _| Ok(boxed(elem.clone().pack())));
    rules.register::<UnderlineElem>(target, |elem, _, _| Ok(boxed(elem.clone().pack())));
    rules
}
