//! Strings that look like a time to YAML, and are therefore quoted.

use crate::time::days_of_month;

/// Whether a plain scalar with this text is read as a time: a date, or a date and a time of day.
///
/// Models sigs.k8s.io/yaml goyaml.v2 resolve.go parseTimestamp with Go's time.Parse.
pub(super) fn reads_as_time(text: &str) -> bool {
    let Some((year, rest)) = text.split_at_checked(4).filter(|(year, _)| year.bytes().all(|byte| byte.is_ascii_digit())) else {
        return false;
    };
    year.parse().ok().and_then(|year| date_and_time(year, rest)).is_some()
}

fn date_and_time(year: i64, rest: &str) -> Option<()> {
    let (month, rest) = number(rest.strip_prefix('-')?)?;
    let (day, rest) = number(rest.strip_prefix('-')?)?;
    if !(1..=12).contains(&month) || !(1..=days_of_month(year, month)).contains(&day) {
        return None;
    }
    if rest.is_empty() {
        return Some(());
    }
    if let Some(time) = rest.strip_prefix(['T', 't']) {
        return zone(time_of_day(time)?);
    }
    let time = rest.strip_prefix(' ')?.trim_start_matches(' ');
    time_of_day(time)?.is_empty().then_some(())
}

/// Hours, minutes, seconds and a fraction of any length; returns what follows.
fn time_of_day(text: &str) -> Option<&str> {
    let (hour, rest) = number(text)?;
    let (minute, rest) = number(rest.strip_prefix(':')?)?;
    let (second, rest) = number(rest.strip_prefix(':')?)?;
    let fraction = rest.strip_prefix(['.', ',']).filter(|fraction| fraction.starts_with(|char: char| char.is_ascii_digit()));
    let rest = fraction.map_or(rest, |fraction| fraction.trim_start_matches(|char: char| char.is_ascii_digit()));
    (hour < 24 && minute < 60 && second < 60).then_some(rest)
}

fn zone(text: &str) -> Option<()> {
    if text == "Z" {
        return Some(());
    }
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
    let [b'+' | b'-', h1, h2, b':', m1, m2] = text.as_bytes() else { return None };
    let (hours, minutes) = (digit(h1)? * 10 + digit(h2)?, digit(m1)? * 10 + digit(m2)?);
    (hours <= 24 && minutes <= 60).then_some(())
}

/// One or two digits.
fn number(text: &str) -> Option<(i64, &str)> {
    let length = text.bytes().take(2).take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at_checked(length)?;
    Some((digits.parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: bool) {
        assert_eq!(reads_as_time(text), expected, "{text:?}");
    }

    #[test]
    fn knows_dates_and_times() {
        for text in [
            "2001-12-14",
            "2001-1-2",
            "2004-02-29",
            "2001-12-14T21:59:43Z",
            "2001-12-14t21:59:43.10-05:00",
            "2001-12-14 21:59:43,5",
            "2001-12-14   1:2:3",
        ] {
            check(text, true);
        }
    }

    #[test]
    fn leaves_other_text_alone() {
        for text in [
            "",
            "2001",
            "2001-",
            "01-12-14",
            "20011-12-14",
            "2001-13-14",
            "2001-02-29",
            "1900-2-29",
            "2001-12-14 21:59",
            "2001-12-14T21:59:43",
            "2001-12-14 21:59:43Z",
            "2001-12-14T24:00:00Z",
            "2001-12-14T1:2:3.Z",
            "2001-12-14x",
            "é001-12-14",
        ] {
            check(text, false);
        }
    }
}
