//! The lawyer, the key, the signature, and what is handed out.

/// What a signature is worth.
#[derive(Debug)]
pub struct Standings {
    /// It holds and nothing came after it; whose key it is.
    pub holds: fn(&str) -> String,
    /// It holds, and so many steps came after it; whose key it is.
    pub later: fn(usize, &str) -> String,
    /// What it covers was changed.
    pub broken: &'static str,
    /// Something that it covers is gone.
    pub incomplete: &'static str,
    /// Its algorithm is not known.
    pub unknown: &'static str,
    /// It was not verified.
    pub unchecked: &'static str,
    /// The bureau's list names the signer with this key.
    pub listed: &'static str,
    /// The list gives the key to somebody else.
    pub anothers: &'static str,
    /// The list does not have the key.
    pub unlisted: &'static str,
}

/// The lawyer and the key.
#[derive(Debug)]
pub struct Key {
    /// The heading, and what leads there.
    pub heading: &'static str,
    /// Name.
    pub name: &'static str,
    /// Firm.
    pub firm: &'static str,
    /// Licence number.
    pub licence: &'static str,
    /// How it looks.
    pub licence_hint: &'static str,
    /// Keeps them.
    pub keep: &'static str,
    /// They are kept.
    pub kept: &'static str,
    /// No name.
    pub no_name: &'static str,
    /// No firm.
    pub no_firm: &'static str,
    /// The heading over the key.
    pub key: &'static str,
    /// What the key is and who keeps it.
    pub about: &'static str,
    /// Opens a key file.
    pub open: &'static str,
    /// A key file was chosen: whose it is.
    pub chosen: fn(&str, &str) -> String,
    /// Unlocks it.
    pub unlock: &'static str,
    /// Makes a new key, as a heading.
    pub new: &'static str,
    /// What to do with a new key.
    pub new_text: &'static str,
    /// Makes it.
    pub make: &'static str,
    /// The passphrase.
    pub passphrase: &'static str,
    /// The same once more.
    pub again: &'static str,
    /// Fewer signs than so many.
    pub short: fn(usize) -> String,
    /// The two differ.
    pub differ: &'static str,
    /// A key is at hand: whose it is.
    pub ready: fn(&str, &str) -> String,
    /// The public key, to be sent to the bureau.
    pub public: &'static str,
    /// The machine is working.
    pub working: &'static str,
    /// Puts the key away.
    pub drop: &'static str,
    /// Name of a key file: the lawyer's licence number.
    pub file_name: fn(&str) -> String,
    /// The file is no key.
    pub not_ours: &'static str,
    /// It is of a later version.
    pub unknown: &'static str,
    /// Its rounds are out of range.
    pub rounds: &'static str,
    /// The passphrase is wrong, or the file was changed.
    pub wrong: &'static str,
    /// The browser has no cryptography here.
    pub no_crypto: &'static str,
    /// The browser refused.
    pub failed: &'static str,
    /// The key is of another lawyer than the one who is named.
    pub anothers: &'static str,
}

/// What is wrong with a licence number.
#[derive(Debug)]
pub struct Licence {
    /// So many digits instead of so many.
    pub length: fn(usize, usize) -> String,
    /// Does not begin with 1.
    pub kind: &'static str,
    /// No province.
    pub province: &'static str,
    /// No year.
    pub year: &'static str,
    /// No kind of practice.
    pub practice: &'static str,
    /// Neither 0 nor 1.
    pub eleventh: &'static str,
}

/// Signing, and what is handed out.
#[derive(Debug)]
pub struct Signing {
    /// The heading, and what leads there.
    pub heading: &'static str,
    /// What a signature says.
    pub about: &'static str,
    /// So many findings nobody judged.
    pub open: fn(usize) -> String,
    /// The report cannot be signed: it does not say what its answers give.
    pub doubtful: &'static str,
    /// There is nothing to sign.
    pub nothing: &'static str,
    /// There is no key.
    pub no_key: &'static str,
    /// Signs.
    pub sign: &'static str,
    /// The letter, as a heading.
    pub letter: &'static str,
    /// Number of the letter.
    pub number: &'static str,
    /// Address.
    pub address: &'static str,
    /// Telephone.
    pub phone: &'static str,
    /// Shows the letter.
    pub show: &'static str,
    /// What is handed out, as a heading.
    pub out: &'static str,
    /// The firm's copy.
    pub file: &'static str,
    /// The letter for a word processor.
    pub word: &'static str,
    /// The review as data.
    pub data: &'static str,
    /// Names of the files: day, seal.
    pub file_name: fn(&str, &str) -> String,
    /// The letter.
    pub word_name: fn(&str, &str) -> String,
    /// The data.
    pub data_name: fn(&str, &str) -> String,
    /// The review, as the firm sees it: before the name of a part.
    pub part: fn(&str) -> String,
    /// The lawyer's word on a finding, as a label.
    pub word_on: &'static str,
}
