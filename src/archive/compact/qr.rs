//! QR codes (ISO/IEC 18004:2015).

use std::fmt::Write;

use qrcodegen::{QrCode as Drawn, QrCodeEcc, QrSegment};

use super::CompactError;

/// Light modules around a code, on each side (ISO/IEC 18004:2015, 6.3.8).
pub const QUIET_ZONE: usize = 4;

/// A QR code without its quiet zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrCode {
    /// Modules on each side: 17 + 4 × version.
    pub size: usize,
    /// Whether a module is dark, row by row from the top left; `size × size` of them.
    pub modules: Vec<bool>,
}

/// The smallest code at error correction level M of a text; a higher level where it has room.
///
/// The end of the text, as far as it keeps to the alphanumeric signs, takes 5.5 bits a sign.
///
/// # Errors
/// When no version holds it.
pub fn qr(text: &str) -> Result<QrCode, CompactError> {
    let plain = |c: char| QrSegment::is_alphanumeric(c.encode_utf8(&mut [0; 4]));
    let head = text.trim_end_matches(plain);
    let tail = text.strip_prefix(head).unwrap_or_default();
    let segments = [QrSegment::make_bytes(head.as_bytes()), QrSegment::make_alphanumeric(tail)];
    let drawn = Drawn::encode_segments(&segments, QrCodeEcc::Medium);
    let drawn = drawn.map_err(|_| CompactError::QrFull)?;
    let side = drawn.size();
    let modules = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
    let modules = modules.map(|(x, y)| drawn.get_module(x, y)).collect();
    Ok(QrCode { size: usize::try_from(side).unwrap_or_default(), modules })
}

impl QrCode {
    /// The version, 1 to 40.
    #[must_use]
    pub fn version(&self) -> usize {
        self.size.saturating_sub(17) / 4
    }

    /// Modules on each side with the quiet zone: the width and height of an SVG `viewBox`.
    #[must_use]
    pub fn side(&self) -> usize {
        self.size + 2 * QUIET_ZONE
    }

    /// The dark modules as one SVG path (its `d`), one unit a module, moved by the quiet zone.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for (y, row) in self.modules.chunks(self.size.max(1)).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|left, right| left == right) {
                let width = run.len();
                if run.first() == Some(&true) {
                    let (left, top) = (x + QUIET_ZONE, y + QUIET_ZONE);
                    // Writing to a String cannot fail.
                    let _ = write!(path, "M{left} {top}h{width}v1h-{width}z");
                }
                x += width;
            }
        }
        path
    }
}
