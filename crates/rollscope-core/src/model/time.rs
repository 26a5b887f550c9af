//! Times as the API writes them.

use jiff::Timestamp;
use jiff::tz::Offset;

/// A time in RFC 3339, UTC, whole seconds: `2026-11-20T09:17:52Z`.
pub fn rfc3339(time: Timestamp) -> String {
    Offset::UTC.to_datetime(time).strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_whole_seconds_in_utc() {
        let time: Timestamp = "2026-11-20T11:17:52.9+02:00".parse().unwrap();
        assert_eq!(rfc3339(time), "2026-11-20T09:17:52Z");
    }
}
