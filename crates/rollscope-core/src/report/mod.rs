//! What a real one prints, as text.

pub mod kubectl;
