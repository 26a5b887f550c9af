//! What a YAML scalar means, by the table that kubectl's reader uses (YAML 1.1 as Go's yaml.v2 reads it, on its way to JSON).
//!
//! Models sigs.k8s.io/yaml goyaml.v2 resolve.go and yaml.go convertToJSONableObject.

use crate::value::Value;

/// What a plain (unquoted, untagged) scalar stands for.
///
/// `yes` is true, `012` is ten, `1_000` is a thousand, `1e3` is a thousand too, a date is a string. kubectl turns YAML into JSON before it reads
/// numbers, so a float without a fraction ends as a whole number. Infinite and not-a-number values, which have no place in JSON, stay strings.
pub fn resolve(text: &str) -> Value {
    value(plain(text), text)
}

/// Whether a plain scalar with this text is text in YAML, and neither a number nor one of YAML's words. `.inf`, which JSON has no place for, is no text.
pub fn is_text(text: &str) -> bool {
    matches!(plain(text), Plain::Text)
}

/// What a scalar with an explicit tag of YAML's own stands for; `tag` is the part after `!!`.
///
/// `None` if the text is nothing of that type. A `!!binary` scalar stays as it is written.
pub fn resolve_tagged(tag: &str, text: &str) -> Option<Value> {
    let meaning = match tag {
        "null" | "bool" | "int" | "float" => plain(text),
        _ => return Some(Value::from(text)),
    };
    match (tag, meaning) {
        ("null", Plain::Null) | ("bool", Plain::Bool(_)) | ("int", Plain::Int(_) | Plain::Unsigned(_)) => Some(value(meaning, text)),
        ("float", Plain::Int(_) | Plain::Unsigned(_) | Plain::Float(_)) => Some(value(meaning, text)),
        _ => None,
    }
}

/// The field name that a plain scalar gives as a key: `1` is `1`, `yes` is `true`, `1e6` is `1e+06`. `None` for null, which is no name.
pub fn key(text: &str) -> Option<String> {
    match plain(text) {
        Plain::Null => None,
        Plain::Bool(truth) => Some(truth.to_string()),
        Plain::Int(number) => Some(number.to_string()),
        Plain::Unsigned(number) => Some(number.to_string()),
        Plain::Float(number) => Some(float_key(number)),
        Plain::Text => Some(text.to_owned()),
    }
}

/// What a plain scalar is before it becomes JSON.
#[derive(Clone, Copy)]
enum Plain {
    Null,
    Bool(bool),
    Int(i64),
    /// A whole number above 2^63-1.
    Unsigned(u64),
    /// Also infinite and not a number.
    Float(f64),
    Text,
}

fn plain(text: &str) -> Plain {
    // As in the table of resolve.go, the first character says what a scalar may be. Most scalars of an export are decided here.
    match text.as_bytes().first() {
        None => Plain::Null,
        Some(b'y' | b'Y' | b'n' | b'N' | b't' | b'T' | b'f' | b'F' | b'o' | b'O' | b'~') => word(text).unwrap_or(Plain::Text),
        Some(b'.') => special(text).or_else(|| point_float(text)).unwrap_or(Plain::Text),
        Some(b'0'..=b'9' | b'+' | b'-') => special(text).or_else(|| number(&text.replace('_', ""))).unwrap_or(Plain::Text),
        Some(_) => Plain::Text,
    }
}

fn word(text: &str) -> Option<Plain> {
    match text {
        "~" | "null" | "Null" | "NULL" => Some(Plain::Null),
        "y" | "Y" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" | "true" | "True" | "TRUE" => Some(Plain::Bool(true)),
        "n" | "N" | "no" | "No" | "NO" | "off" | "Off" | "OFF" | "false" | "False" | "FALSE" => Some(Plain::Bool(false)),
        _ => None,
    }
}

fn special(text: &str) -> Option<Plain> {
    match text {
        ".nan" | ".NaN" | ".NAN" => Some(Plain::Float(f64::NAN)),
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => Some(Plain::Float(f64::INFINITY)),
        "-.inf" | "-.Inf" | "-.INF" => Some(Plain::Float(f64::NEG_INFINITY)),
        _ => None,
    }
}

fn value(meaning: Plain, text: &str) -> Value {
    match meaning {
        Plain::Null => Value::Null,
        Plain::Bool(truth) => Value::Bool(truth),
        Plain::Int(number) => Value::Int(number),
        Plain::Unsigned(number) => Value::Float(number as f64),
        // Go writes a float below 1e21 without an exponent, and what is written without one is read as a whole number.
        Plain::Float(number) if number.is_finite() => number.to_string().parse().map_or(Value::Float(number), Value::Int),
        Plain::Float(_) | Plain::Text => Value::from(text),
    }
}

/// Models Go's strconv.FormatFloat(number, 'g', -1, 32), with YAML's names for what is no number.
fn float_key(number: f64) -> String {
    let number = number as f32;
    if number.is_nan() {
        return ".nan".to_owned();
    }
    if number.is_infinite() {
        return if number > 0.0 { ".inf".to_owned() } else { "-.inf".to_owned() };
    }
    let scientific = format!("{number:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    match exponent.parse::<i32>() {
        Ok(exponent) if !(-4..6).contains(&exponent) => {
            format!("{digits}e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs())
        }
        _ => number.to_string(),
    }
}

/// Models Go's strconv.ParseFloat for a text that starts with a point: `_` may stand between digits.
fn point_float(text: &str) -> Option<Plain> {
    let bytes = text.as_bytes();
    let between_digits = |(index, byte): (usize, &u8)| {
        let is_digit = |index: Option<usize>| index.and_then(|index| bytes.get(index)).is_some_and(u8::is_ascii_digit);
        *byte != b'_' || (is_digit(index.checked_sub(1)) && is_digit(Some(index + 1)))
    };
    bytes.iter().enumerate().all(between_digits).then(|| float(&text.replace('_', ""))).flatten()
}

fn number(text: &str) -> Option<Plain> {
    whole(text).or_else(|| float(text)).or_else(|| signed_binary(text))
}

/// A sign behind the prefix: Go tries what follows `0b` once more as a number of its own.
fn signed_binary(text: &str) -> Option<Plain> {
    let digits = text.strip_prefix("0b").filter(|digits| digits.starts_with(['-', '+']))?;
    i64::from_str_radix(digits, 2).ok().map(Plain::Int)
}

/// Models Go's strconv.ParseInt with base 0, then ParseUint: signs, `0x`, `0b`, `0o` and a leading `0` for octal.
fn whole(text: &str) -> Option<Plain> {
    let (sign, unsigned) = match text.as_bytes() {
        [sign @ (b'-' | b'+'), rest @ ..] => (Some(*sign), rest),
        rest => (None, rest),
    };
    let (base, digits) = match unsigned {
        [b'0', b'x' | b'X', digits @ ..] => (16, digits),
        [b'0', b'b' | b'B', digits @ ..] => (2, digits),
        [b'0', b'o' | b'O', digits @ ..] => (8, digits),
        [b'0', digits @ ..] if !digits.is_empty() => (8, digits),
        digits => (10, digits),
    };
    let mut magnitude: u64 = 0;
    if digits.is_empty() {
        return None;
    }
    for digit in digits {
        let digit = char::from(*digit).to_digit(base)?;
        magnitude = magnitude.checked_mul(u64::from(base))?.checked_add(u64::from(digit))?;
    }
    match sign {
        Some(b'-') => 0_i64.checked_sub_unsigned(magnitude).map(Plain::Int),
        Some(_) => i64::try_from(magnitude).ok().map(Plain::Int),
        // ParseUint takes no sign.
        None => Some(i64::try_from(magnitude).map_or(Plain::Unsigned(magnitude), Plain::Int)),
    }
}

/// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`
fn is_float(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mantissa = match mantissa.split_once('.') {
        Some(("", fraction)) => digits(fraction),
        Some((whole, fraction)) => digits(whole) && (fraction.is_empty() || digits(fraction)),
        None => digits(mantissa),
    };
    mantissa && exponent.is_none_or(digits)
}

fn float(text: &str) -> Option<Plain> {
    let number = is_float(text).then(|| text.parse::<f64>().ok()).flatten();
    number.filter(|number| number.is_finite()).map(Plain::Float)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &Value) {
        assert_eq!(resolve(text), *expected, "{text:?}");
    }

    #[test]
    fn reads_words_of_yaml_1_1() {
        for text in ["y", "Yes", "ON", "true"] {
            check(text, &Value::Bool(true));
        }
        for text in ["n", "No", "OFF", "FALSE"] {
            check(text, &Value::Bool(false));
        }
        for text in ["", "~", "null"] {
            check(text, &Value::Null);
        }
        for text in [
            "yES",
            "tRUE",
            "nil",
            "-",
            "<<",
            "=",
            ".inf",
            ".nan",
            "2001-12-14",
            "12:30:45",
            "1.2.3",
            "0x",
            "1_000m",
            "- 1",
            "1e999",
            "._5",
            ".5_",
            "+0xFFFFFFFFFFFFFFFF",
            "\u{a0}1",
        ] {
            check(text, &Value::from(text));
        }
    }

    #[test]
    fn reads_numbers_in_every_base() {
        for (text, number) in [
            ("012", 10),
            ("0o17", 15),
            ("0x1F", 31),
            ("-0b101", -5),
            ("1_000", 1000),
            ("+7", 7),
            ("0b-101", -5),
            ("0", 0),
            ("-9223372036854775808", i64::MIN),
            ("1e3", 1000),
            ("08", 8),
            ("1.", 1),
            ("-0.0", 0),
            ("1.152921504606846976e18", 1_152_921_504_606_847_000),
        ] {
            check(text, &Value::Int(number));
        }
        for (text, number) in [
            (".5", 0.5),
            ("-1.25e-2", -0.0125),
            (".1_5", 0.15),
            ("+18446744073709551615", 18_446_744_073_709_551_615.0),
            ("18446744073709551615", 18_446_744_073_709_551_615.0),
            ("123456789012345678901", 123_456_789_012_345_678_901.0),
        ] {
            check(text, &Value::Float(number));
        }
    }

    #[test]
    fn reads_tagged_scalars_as_their_type_or_not_at_all() {
        assert_eq!(resolve_tagged("str", "012"), Some(Value::from("012")));
        assert_eq!(resolve_tagged("int", "012"), Some(Value::Int(10)));
        assert_eq!(resolve_tagged("float", "1"), Some(Value::Int(1)));
        assert_eq!(resolve_tagged("bool", "on"), Some(Value::Bool(true)));
        assert_eq!(resolve_tagged("null", ""), Some(Value::Null));
        assert_eq!(resolve_tagged("timestamp", "2001-12-14"), Some(Value::from("2001-12-14")));
        for (tag, text) in [("int", "1.5"), ("bool", "1"), ("float", "one"), ("null", "x")] {
            assert_eq!(resolve_tagged(tag, text), None, "!!{tag} {text}");
        }
    }

    #[test]
    fn names_fields_by_their_meaning() {
        for (text, name) in [
            ("app", "app"),
            ("1", "1"),
            ("012", "10"),
            ("yes", "true"),
            ("1.50", "1.5"),
            ("1e3", "1000"),
            ("1e6", "1e+06"),
            ("0.00001", "1e-05"),
            ("123456.7", "123456.7"),
            (".inf", ".inf"),
            ("2001-12-14", "2001-12-14"),
        ] {
            assert_eq!(key(text).as_deref(), Some(name), "{text:?}");
        }
        assert_eq!(key("~"), None);
    }
}
