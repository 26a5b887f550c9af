//! rollscope for the browser.
use wasm_bindgen::prelude::*;
/// x
#[wasm_bindgen]
pub fn ask(bytes: &[u8]) -> Result<String, JsError> { let v: serde_json::Value = serde_json::from_slice(bytes)?; let d = similar::TextDiff::from_lines("a\nb", &v.to_string()).unified_diff().to_string(); Ok(d) }
