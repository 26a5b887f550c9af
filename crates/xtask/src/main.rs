//! Sets up, builds, serves and tests rollscope.

fn main() {}
