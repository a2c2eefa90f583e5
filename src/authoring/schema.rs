//! The JSON Schema of a pack, for editors: made from the types, so that it says what they read.

use schemars::generate::SchemaSettings;

use crate::questionnaire::Questionnaire;

/// The schema as text, with a line feed at its end.
///
/// # Errors
/// When it has no JSON form.
pub fn pack_schema() -> Result<String, serde_json::Error> {
    let generator = SchemaSettings::draft07().for_deserialize().into_generator();
    let schema = generator.into_root_schema_for::<Questionnaire>();
    serde_json::to_string_pretty(&schema).map(|text| text + "\n")
}
