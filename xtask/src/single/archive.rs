//! All files as one text: a list, then their contents, compressed together.
//!
//! `inside.js` takes it apart. The text stands in a script of its own, so the browser checks its
//! digest against the page's policy before a byte of it is used.

use super::files::{Files, media_type};
use anyhow::Result;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Serialize;
use std::io::Write;

/// One line of the list.
#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    /// Media type.
    kind: &'static str,
    /// In bytes.
    length: usize,
}

/// The script that holds the files. The same files give the same script.
pub(super) fn script(files: &Files) -> Result<String> {
    let list: Vec<_> = files
        .iter()
        .map(|(name, content)| Entry { name, kind: media_type(name), length: content.len() })
        .collect();
    // Of all that a browser can take apart by itself, the smallest.
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    serde_json::to_writer(&mut packed, &list)?;
    packed.write_all(b"\n")?;
    for (_, content) in files.iter() {
        packed.write_all(content)?;
    }
    Ok(format!("globalThis.held = \"{}\";", BASE64_STANDARD.encode(packed.finish()?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read;

    #[test]
    fn the_list_tells_where_each_file_ends() -> Result<()> {
        let mut files = Files::default();
        files.put("q/a.json", b"{}".to_vec());
        files.put("part.wasm", b"\0asm".to_vec());
        let script = script(&files)?;
        let base64 = script.split('"').nth(1).unwrap_or_default();
        let mut text = String::new();
        GzDecoder::new(&BASE64_STANDARD.decode(base64)?[..]).read_to_string(&mut text)?;
        assert_eq!(
            text,
            "[{\"name\":\"part.wasm\",\"kind\":\"application/wasm\",\"length\":4},\
             {\"name\":\"q/a.json\",\"kind\":\"application/json\",\"length\":2}]\n\0asm{}"
        );
        Ok(())
    }
}
