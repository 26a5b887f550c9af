//! Moments as the API writes them.
//!
//! Only RFC 3339 is needed here, in both directions; a calendar library would be a tenth of the page's WebAssembly.

use std::fmt;
use std::str::FromStr;

/// A moment, to the nanosecond; ordered by time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    /// Seconds since 1970-01-01T00:00:00Z.
    pub seconds: i64,
    /// Nanoseconds of the second, below 10^9.
    pub nanoseconds: u32,
}

/// Why a text is no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoTime;

impl fmt::Display for NoTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a time in RFC 3339 is needed, such as 2026-11-20T09:17:52Z")
    }
}

impl std::error::Error for NoTime {}

impl FromStr for Time {
    type Err = NoTime;

    /// Reads RFC 3339: `2026-11-20T09:17:52Z`, with a fraction or an offset if there is one. Of a leap second the last nanosecond before it is taken.
    fn from_str(text: &str) -> Result<Self, NoTime> {
        read(text).ok_or(NoTime)
    }
}

/// Prints RFC 3339 in UTC and whole seconds, as the API does: `2026-11-20T09:17:52Z`.
impl fmt::Display for Time {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, second) = (self.seconds.div_euclid(DAY), self.seconds.rem_euclid(DAY));
        let (year, month, day) = date(days);
        write!(formatter, "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60)
    }
}

const DAY: i64 = 86_400;

/// The first and the last second that RFC 3339 can write: 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z.
const FIRST: i64 = -62_167_219_200;
const LAST: i64 = 253_402_300_799;

fn read(text: &str) -> Option<Time> {
    let (date, rest) = text.split_once(['T', 't', ' '])?;
    let (clock, offset) = match rest.strip_suffix(['Z', 'z']) {
        Some(clock) => (clock, 0),
        None => {
            let (clock, offset) = rest.split_at_checked(rest.len().checked_sub(6)?)?;
            (clock, self::offset(offset)?)
        }
    };
    let (clock, fraction) = clock.split_once('.').map_or((clock, None), |(clock, fraction)| (clock, Some(fraction)));
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let [hour, minute, second] = numbers(clock, ':', [2, 2, 2])?;
    if !(1..=12).contains(&month) || !(1..=days_of_month(year, month)).contains(&day) || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let nanoseconds = if second == 60 { 999_999_999 } else { self::nanoseconds(fraction)? };
    let seconds = days(year, month, day) * DAY + hour * 3600 + minute * 60 + second.min(59) - offset;
    // An offset may lead out of the years that four digits can write.
    (FIRST..=LAST).contains(&seconds).then_some(Time { seconds, nanoseconds })
}

/// `+02:00` in seconds.
fn offset(text: &str) -> Option<i64> {
    let (sign, clock) = match text.as_bytes().first()? {
        b'+' => (1, text.get(1..)?),
        b'-' => (-1, text.get(1..)?),
        _ => return None,
    };
    let [hours, minutes] = numbers(clock, ':', [2, 2])?;
    (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

/// Digits behind the point; what is finer than a nanosecond is dropped.
fn nanoseconds(fraction: Option<&str>) -> Option<u32> {
    let Some(digits) = fraction else { return Some(0) };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let nine = digits.bytes().map(|byte| u32::from(byte - b'0')).chain(std::iter::repeat(0)).take(9);
    Some(nine.fold(0, |sum, digit| sum * 10 + digit))
}

/// Numbers of so many digits each, between separators.
fn numbers<const N: usize>(text: &str, separator: char, digits: [usize; N]) -> Option<[i64; N]> {
    let mut parts = text.split(separator);
    let mut numbers = [0; N];
    for (number, digits) in numbers.iter_mut().zip(digits) {
        let part = parts.next().filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))?;
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(numbers)
}

pub(crate) fn days_of_month(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01 in the Gregorian calendar. Years count from March, so that a leap day is the last day of its year.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month > 2 { year } else { year - 1 };
    let month = (month + 9) % 12;
    let of_year = (153 * month + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year - 719_468
}

/// Year, month and day of a number of days since 1970-01-01: [`days`] backwards.
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (year + era * 400 + next, month, day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &str) {
        let time: Option<Time> = text.parse().ok();
        assert_eq!(time.map(|time| time.to_string()).as_deref().unwrap_or("none"), expected, "{text}");
    }

    #[test]
    fn reads_what_the_api_writes() {
        check("2026-11-20T09:17:52Z", "2026-11-20T09:17:52Z");
        check("2026-11-20T09:17:52.123456Z", "2026-11-20T09:17:52Z");
        check("2026-11-20T11:17:52.9+02:00", "2026-11-20T09:17:52Z");
        check("2027-01-01T00:30:00+01:00", "2026-12-31T23:30:00Z");
        check("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z");
        check("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z");
        check("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z");
    }

    #[test]
    fn refuses_what_is_no_moment() {
        for text in [
            "",
            "2026-11-20",
            "2026-13-01T00:00:00Z",
            "2025-02-29T00:00:00Z",
            "2026-11-20T24:00:00Z",
            "2026-11-20T09:17:52",
            "2026-11-20T9:17:52Z",
            "+026-11-20T09:17:52Z",
            "2026-11-20T09:17:52.Z",
            "2026-11-20T09:17:52+1:000",
            "2026-11-20T09:17:52é+02:00",
            "9999-12-31T23:59:59-01:00",
            "0000-01-01T00:00:00+00:01",
        ] {
            check(text, "none");
        }
    }

    #[test]
    fn orders_by_time() {
        let time = |text: &str| text.parse::<Time>().unwrap();
        assert!(time("2026-11-20T09:17:52.2Z") > time("2026-11-20T09:17:52.19Z"));
        assert!(time("2026-11-20T09:17:52Z") < time("2026-11-20T09:17:52.000000001Z"));
        assert_eq!(time("1970-01-02T00:00:00Z").seconds, 86_400);
    }

    proptest! {
        #[test]
        fn reads_back_what_it_prints(seconds in FIRST..=LAST) {
            let time = Time { seconds, nanoseconds: 0 };
            prop_assert_eq!(time.to_string().parse(), Ok(time));
        }

        #[test]
        fn never_fails_on_text(text in ".{0,40}") {
            let _ = text.parse::<Time>();
        }
    }
}
