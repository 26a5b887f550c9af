//! Stage 2: objects to what rollouts need.

pub mod quantity;
