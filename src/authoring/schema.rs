//! JSON Schemas, made from the types, so that they say what is read and written: of a pack, for
//! editors; of a report, for programs that read it; of the two files of a deployment, for editors.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use crate::deployment::{Settings, TerminalFile};
use crate::questionnaire::Questionnaire;
use crate::report::Report;

/// The schema of a pack as text, with a line feed at its end.
///
/// # Errors
/// When it has no JSON form.
pub fn pack_schema() -> Result<String, serde_json::Error> {
    text_of::<Questionnaire>(SchemaSettings::draft07().for_deserialize())
}

/// The schema of a report as text, with a line feed at its end.
///
/// # Errors
/// When it has no JSON form.
pub fn report_schema() -> Result<String, serde_json::Error> {
    text_of::<Report>(SchemaSettings::draft07().for_serialize())
}

/// The schema of `tijian.json` as text, with a line feed at its end.
///
/// # Errors
/// When it has no JSON form.
pub fn deployment_schema() -> Result<String, serde_json::Error> {
    text_of::<Settings>(SchemaSettings::draft07().for_deserialize())
}

/// The schema of `terminals/ID.json` as text, with a line feed at its end.
///
/// # Errors
/// When it has no JSON form.
pub fn terminal_schema() -> Result<String, serde_json::Error> {
    text_of::<TerminalFile>(SchemaSettings::draft07().for_deserialize())
}

fn text_of<T: JsonSchema>(settings: SchemaSettings) -> Result<String, serde_json::Error> {
    let schema = settings.into_generator().into_root_schema_for::<T>();
    serde_json::to_string_pretty(&schema).map(|text| text + "\n")
}
