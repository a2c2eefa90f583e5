//! The address that terminals open.

/// An address to which `?terminal=ID` can be added, and that needs no quoting in a shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

impl Address {
    /// The address, if it is one.
    ///
    /// # Errors
    /// What it must be.
    pub fn new(text: &str) -> Result<Self, String> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let sign = |c: u8| c.is_ascii_alphanumeric() || b".:/_~-".contains(&c);
        if rest.is_none_or(|rest| rest.is_empty() || !rest.bytes().all(sign)) {
            return Err(format!(
                "“{text}”不能作终端的网址：要以 https:// 或 http:// 开头，不带 ?、# 和空格"
            ));
        }
        let page = text.ends_with('/') || text.ends_with(".html");
        Ok(Self(if page { text.to_owned() } else { format!("{text}/") }))
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
