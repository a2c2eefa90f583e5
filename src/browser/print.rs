//! Printing. The foot of each page is a rule of the page box, so that the browser counts pages.

use wasm_bindgen::JsCast;
use web_sys::CssStyleSheet;

/// Prints the page with a line at the foot of every sheet.
pub fn print(foot: &str) {
    let Some(window) = web_sys::window() else { return };
    let sheets = window.document().map(|document| document.style_sheets());
    let last = sheets.and_then(|sheets| sheets.get(sheets.length().checked_sub(1)?));
    if let Some(sheet) = last.and_then(|sheet| sheet.dyn_into::<CssStyleSheet>().ok()) {
        let text: String = foot.chars().filter(|c| !matches!(c, '"' | '\\' | '\n' | '<')).collect();
        // A browser that does not know page boxes refuses the rule and prints without the foot.
        let style = "font-size: 7.5pt; width: 80%; text-align: left";
        let rule = format!("@page {{ @bottom-left {{ {style}; content: \"{text}\" }} }}");
        let _ = sheet.insert_rule(&rule);
    }
    let _ = window.print();
}
