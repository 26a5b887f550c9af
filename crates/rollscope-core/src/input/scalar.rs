//! What a plain YAML scalar means, by the table that kubectl's reader uses (YAML 1.1 as Go's yaml.v2 reads it).
//!
//! Models sigs.k8s.io/yaml goyaml.v2 resolve.go.

use crate::value::Value;

/// What a plain (unquoted, untagged) scalar stands for.
///
/// `yes` is true, `012` is ten, `1_000` is a thousand, `1e3` is a number, a date is a string. Infinite and not-a-number values, which have no place in
/// JSON, stay strings.
pub fn resolve(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "y" | "Y" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" | "true" | "True" | "TRUE" => return Value::Bool(true),
        "n" | "N" | "no" | "No" | "NO" | "off" | "Off" | "OFF" | "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let number = match text.as_bytes().first() {
        Some(b'.') => fraction(text),
        Some(b'0'..=b'9' | b'+' | b'-') => number(&text.replace('_', "")),
        _ => None,
    };
    number.unwrap_or_else(|| Value::String(text.to_owned()))
}

fn number(text: &str) -> Option<Value> {
    whole(text).or_else(|| float(text)).or_else(|| signed_binary(text))
}

/// A number without a whole part. Unlike elsewhere, an underscore must stand between two digits here.
fn fraction(text: &str) -> Option<Value> {
    let bytes = text.as_bytes();
    let misplaced = |triple: &[u8]| matches!(triple, [before, b'_', after] if !before.is_ascii_digit() || !after.is_ascii_digit());
    let misplaced = bytes.windows(3).any(misplaced) || bytes.ends_with(b"_");
    if misplaced { None } else { float(&text.replace('_', "")) }
}

/// A sign behind the prefix: Go tries what follows `0b` once more as a number of its own.
fn signed_binary(text: &str) -> Option<Value> {
    let digits = text.strip_prefix("0b").filter(|digits| digits.starts_with(['-', '+']))?;
    i64::from_str_radix(digits, 2).ok().map(Value::Int)
}

/// Models Go's strconv.ParseInt with base 0, then ParseUint: signs, `0x`, `0b`, `0o` and a leading `0` for octal.
fn whole(text: &str) -> Option<Value> {
    let (negative, unsigned) = match text.as_bytes() {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
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
    let signed = if negative { 0_i64.checked_sub_unsigned(magnitude) } else { i64::try_from(magnitude).ok() };
    match signed {
        Some(number) => Some(Value::Int(number)),
        // Only an unsigned number may need the 64th bit.
        None if unsigned.len() < text.len() => None,
        None => Some(Value::Float(magnitude as f64)),
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

fn float(text: &str) -> Option<Value> {
    is_float(text).then_some(text)?.parse::<f64>().ok().filter(|number| number.is_finite()).map(Value::Float)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &Value) {
        assert_eq!(&resolve(text), expected, "{text:?}");
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
            "+0xFFFFFFFFFFFFFFFF",
            "._5",
            ".5_",
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
        ] {
            check(text, &Value::Int(number));
        }
        for (text, number) in [
            ("1e3", 1000.0),
            ("08", 8.0),
            (".5", 0.5),
            (".2_5", 0.25),
            ("1.", 1.0),
            ("18446744073709551615", 18_446_744_073_709_551_615.0),
            ("123456789012345678901", 123_456_789_012_345_678_901.0),
        ] {
            check(text, &Value::Float(number));
        }
    }
}
