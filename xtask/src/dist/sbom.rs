//! The list of parts in the format of CycloneDX 1.5, for those who watch for known weaknesses.
//!
//! It holds no time and no random number, so that two builds of one source write the same.

use super::dependencies::{Package, Shipped};
use anyhow::Result;
use serde_json::{Value, json};

/// The file's text.
pub(super) fn write(shipped: &Shipped) -> Result<String> {
    let rust = json!({
        "type": "library",
        "bom-ref": "rust-std",
        "name": "rust-std",
        "version": shipped.rust,
        "description": "The standard library of Rust, as the compiler brings it",
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        "externalReferences": [{ "type": "vcs", "url": "https://github.com/rust-lang/rust" }],
    });
    let mut components: Vec<Value> = shipped.crates.iter().map(library).collect();
    components.push(rust);
    let mut uses: Vec<Value> = vec![dependencies(&shipped.page)];
    uses.extend(shipped.crates.iter().map(dependencies));
    let document = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": { "component": component("application", &shipped.page) },
        "components": components,
        "dependencies": uses,
    });
    Ok(format!("{}\n", serde_json::to_string_pretty(&document)?))
}

fn library(package: &Package) -> Value {
    component("library", package)
}

fn component(kind: &str, package: &Package) -> Value {
    let mut component = json!({
        "type": kind,
        "bom-ref": reference(&package.name, &package.version),
        "name": package.name,
        "version": package.version,
        "purl": reference(&package.name, &package.version),
    });
    let mut put = |name: &str, value: Option<Value>| {
        if let (Some(fields), Some(value)) = (component.as_object_mut(), value) {
            fields.insert(name.to_owned(), value);
        }
    };
    let license = package.license.as_deref().map(expression);
    put("licenses", license.map(|text| json!([{ "expression": text }])));
    let sum = package.checksum.as_ref();
    put("hashes", sum.map(|sum| json!([{ "alg": "SHA-256", "content": sum }])));
    let source = package.repository.as_ref();
    put("externalReferences", source.map(|url| json!([{ "type": "vcs", "url": url }])));
    component
}

/// Old crates write `MIT/Apache-2.0`, which is no SPDX expression.
fn expression(license: &str) -> String {
    license.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

fn reference(name: &str, version: &str) -> String {
    // A version's build metadata begins with a plus, which an address writes otherwise.
    format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"))
}

fn dependencies(package: &Package) -> Value {
    let mut uses: Vec<String> =
        package.uses.iter().map(|(name, version)| reference(name, version)).collect();
    uses.push("rust-std".to_owned());
    json!({ "ref": reference(&package.name, &package.version), "dependsOn": uses })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_licences_become_expressions() {
        assert_eq!(expression("MIT/Apache-2.0"), "MIT OR Apache-2.0");
        assert_eq!(expression("MIT OR Apache-2.0"), "MIT OR Apache-2.0");
        assert_eq!(reference("a", "1.0.0+b"), "pkg:cargo/a@1.0.0%2Bb");
    }
}
