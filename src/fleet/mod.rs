//! The terminals of a deployment, made from one table: a configuration file for each, and the
//! file from which its launcher takes the address. Native only.

mod address;
mod cell;
mod summary;
mod table;

use crate::deployment::{Deployment, Named, TerminalFile};
use crate::questionnaire::Compiled;

pub use address::Address;
pub use summary::summary;
pub use table::{HEADER, read};

/// A district in which a terminal can stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct District {
    /// As the profile codes it.
    pub code: String,
    /// As it is called.
    pub name: String,
}

/// A terminal of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Its configuration file.
    pub file: TerminalFile,
    /// Its district.
    pub district: District,
}

/// The districts, in the order of the question that asks for them.
#[must_use]
pub fn districts(compiled: &Compiled) -> Vec<District> {
    let item = compiled.find("profile.district").map(|ix| compiled.item(ix));
    let options = item.map(|item| item.options.as_slice()).unwrap_or_default();
    options
        .iter()
        .map(|option| District { code: option.code.clone(), name: option.text.clone() })
        .collect()
}

impl Terminal {
    /// The text of its configuration file.
    ///
    /// # Errors
    /// When it has no JSON form.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(&self.file).map(|text| text + "\n")
    }

    /// The text of the file that its launcher reads: one line of shell and of systemd alike.
    #[must_use]
    pub fn launch(&self, address: &Address) -> String {
        let id = self.file.terminal.as_str();
        format!(
            "# 复制到终端 {id} 的 /etc/tijian/terminal.env\nTIJIAN_URL=\"{}?terminal={id}\"\n",
            address.as_str()
        )
    }

    /// What the page itself finds wrong with the file.
    fn problems(&self, deployment: &str) -> Vec<String> {
        let id = Some(self.file.terminal.clone());
        let named = Named { id, file: self.json().ok() };
        Deployment::of(Some(deployment), Some(named)).problems
    }
}
