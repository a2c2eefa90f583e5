//! Joins ES modules into one script, since a page that is one file has none to import from.
//!
//! It knows the statements that Trunk and wasm-bindgen write, each at the start of a line. Another
//! one stops the build, which is better than a page that does not open.

use super::files::Files;
use anyhow::{Context, Result, bail};

/// The text of a script with all that it imports in front of it.
pub(super) fn join(script: &str, files: &mut Files) -> Result<String> {
    let mut joined = Joined::default();
    let body = joined.body(script, files)?;
    anyhow::ensure!(body.exports.is_empty(), "a script of the page exports something");
    Ok(format!("{}{}", joined.modules, body.text))
}

/// Modules that are wrapped already, each as a constant.
#[derive(Default)]
struct Joined {
    modules: String,
    names: Vec<String>,
}

/// A module without its imports and exports.
#[derive(Default)]
struct Body {
    text: String,
    /// As the fields of an object.
    exports: Vec<String>,
}

impl Joined {
    /// The constant of a module, which is put in before whoever asks.
    fn module(&mut self, path: &str, files: &mut Files) -> Result<String> {
        if let Some(at) = self.names.iter().position(|name| name == path) {
            return Ok(format!("module{at}"));
        }
        let body = self.body(&files.take_text(path)?, files)?;
        let constant = format!("module{}", self.names.len());
        self.names.push(path.to_owned());
        self.modules.push_str(&format!(
            "const {constant} = (() => {{\n{}return {{ {} }};\n}})();\n",
            body.text,
            body.exports.join(", ")
        ));
        Ok(constant)
    }

    fn body(&mut self, script: &str, files: &mut Files) -> Result<Body> {
        let mut body = Body::default();
        for line in script.lines() {
            if let Some(statement) = line.strip_prefix("import ") {
                let (names, path) = import(statement).with_context(|| unknown(line))?;
                let module = self.module(path, files)?;
                body.text.push_str(&bindings(names, &module).with_context(|| unknown(line))?);
            } else if let Some(names) = line.strip_prefix("export {") {
                let names = names.trim_end().strip_suffix("};").with_context(|| unknown(line))?;
                body.exports.extend(names.split(',').map(|name| field(name, Side::Outside)));
                continue;
            } else if let Some(declaration) = line.strip_prefix("export ") {
                body.exports.push(declared(declaration).with_context(|| unknown(line))?);
                body.text.push_str(declaration);
            } else {
                body.text.push_str(line);
            }
            body.text.push('\n');
        }
        Ok(body)
    }
}

fn unknown(line: &str) -> String {
    format!("xtask/src/single/modules.rs does not know this statement: {line}")
}

/// What is imported, and from where.
fn import(statement: &str) -> Option<(&str, &str)> {
    let (names, path) = statement.trim_end().trim_end_matches(';').split_once(" from ")?;
    Some((names.trim(), path.trim_matches(['\'', '"'])))
}

/// `init, * as bindings` or `{ a, b as c }`, as constants.
fn bindings(names: &str, module: &str) -> Result<String> {
    if let Some(names) = names.strip_prefix('{').and_then(|names| names.strip_suffix('}')) {
        let fields: Vec<_> = names.split(',').map(|name| field(name, Side::Inside)).collect();
        return Ok(format!("const {{ {} }} = {module};", fields.join(", ")));
    }
    let mut constants = String::new();
    for name in names.split(',').map(str::trim) {
        match name.strip_prefix("* as ") {
            Some(name) => constants.push_str(&format!("const {name} = {module};")),
            None if is_name(name) => {
                constants.push_str(&format!("const {name} = {module}.default;"));
            }
            None => bail!("`{name}` is no name"),
        }
    }
    Ok(constants)
}

/// Which of two names of a thing is the module's own.
#[derive(Clone, Copy)]
enum Side {
    /// `export { own as other }`
    Outside,
    /// `import { other as own }`
    Inside,
}

fn field(name: &str, side: Side) -> String {
    match (name.trim().split_once(" as "), side) {
        (Some((own, other)), Side::Outside) => format!("{other}: {own}"),
        (Some((other, own)), Side::Inside) => format!("{other}: {own}"),
        (None, _) => name.trim().to_owned(),
    }
}

/// The name in `class Name {` or `function name(`.
fn declared(declaration: &str) -> Option<String> {
    let declaration = declaration.strip_prefix("async ").unwrap_or(declaration);
    let (kind, rest) = declaration.split_once(' ')?;
    let name = rest.split(['(', ' ', '{']).next().filter(|name| is_name(name))?;
    ["class", "function", "const"].contains(&kind).then(|| name.to_owned())
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'$'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(script: &str, modules: &[(&str, &str)]) -> Result<String> {
        let mut files = Files::default();
        for (name, text) in modules {
            files.put(name, text.as_bytes().to_vec());
        }
        join(script, &mut files)
    }

    #[test]
    fn what_trunk_writes_runs_without_the_other_file() -> Result<()> {
        let script = joined(
            "import init, * as bindings from '/app.js';\nawait init();\n",
            &[(
                "app.js",
                "export class Sink {\n}\nlet a;\nexport { a as initSync, b as default };\n",
            )],
        )?;
        assert_eq!(
            script,
            "const module0 = (() => {\nclass Sink {\n}\nlet a;\n\
             return { Sink, initSync: a, default: b };\n})();\n\
             const init = module0.default;const bindings = module0;\nawait init();\n"
        );
        Ok(())
    }

    #[test]
    fn a_module_that_two_import_is_there_once_and_first() -> Result<()> {
        let script = joined(
            "import { a as x } from './a.js';\nimport { b } from './b.js';\n",
            &[
                ("a.js", "import { b } from './b.js';\nexport function a() {}"),
                ("b.js", "export const b = 1;"),
            ],
        )?;
        assert_eq!(
            script,
            "const module0 = (() => {\nconst b = 1;\nreturn { b };\n})();\n\
             const module1 = (() => {\nconst { b } = module0;\nfunction a() {}\nreturn { a };\n})();\n\
             const { a: x } = module1;\nconst { b } = module0;\n"
        );
        Ok(())
    }

    #[test]
    fn a_statement_that_it_does_not_know_stops_the_build() {
        for script in ["import './a.js';", "export default 1;", "export * from './a.js';"] {
            let said = joined(script, &[]).map_or_else(|e| e.to_string(), |_| String::new());
            assert!(said.contains(script), "{script}: {said}");
        }
    }
}
