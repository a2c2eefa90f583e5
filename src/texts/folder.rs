//! The firm's file that was opened, as other screens speak of it.

/// The firm's file that was opened, as other screens speak of it.
#[derive(Debug)]
pub struct Folder {
    /// The way back to it.
    pub back: &'static str,
}

pub(super) const ZH: Folder = Folder { back: "回到文件" };

pub(super) const EN: Folder = Folder { back: "Back to the file" };
