//! Colour, on terminals only. Blue is what comes and orange what goes, always beside a sign.

use anstyle::{AnsiColor, Style};

/// When to colour.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

pub(crate) const ADDED: Style = AnsiColor::Blue.on_default();
pub(crate) const REMOVED: Style = AnsiColor::Yellow.on_default();
pub(crate) const MARK: Style = Style::new().bold().underline();
pub(crate) const FAINT: Style = Style::new().dimmed();
pub(crate) const STRONG: Style = Style::new().bold();
pub(crate) const BAD: Style = AnsiColor::Red.on_default().bold();

/// Settles for the whole run when to colour.
pub(crate) fn choose(color: Color) {
    let choice = match color {
        Color::Auto => anstream::ColorChoice::Auto,
        Color::Always => anstream::ColorChoice::Always,
        Color::Never => anstream::ColorChoice::Never,
    };
    choice.write_global();
}

/// Text in a style.
pub(crate) fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}
