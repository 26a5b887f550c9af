//! What a real one prints, as text.

pub mod answer;
pub mod kubectl;
