//! Numbers with a fraction as Go prints them.

use crate::Value;
use crate::input::scalar;

/// A number in JSON: plain digits from 1e-6 up to 1e21, an exponent outside.
///
/// Models Go's encoding/json floatEncoder.
pub(super) fn json(number: f64) -> String {
    let digits = Digits::of(number);
    if number == 0.0 || (-6..21).contains(&digits.exponent) { digits.plain() } else { digits.scientific(1) }
}

/// A number in YAML, where it arrives by way of JSON: whole ones of 64 bits lose the fraction, others get an exponent from 1e6 on.
///
/// Models sigs.k8s.io/yaml goyaml.v2 encode.go floatv.
pub(super) fn yaml(number: f64) -> String {
    let text = json(number);
    if let Value::Int(whole) = scalar::resolve(&text) {
        return whole.to_string();
    }
    if text.parse::<u64>().is_ok() {
        return text;
    }
    let digits = Digits::of(number);
    if (-4..6).contains(&digits.exponent) { digits.plain() } else { digits.scientific(2) }
}

/// The shortest digits that give back the number: `d.ddd` times ten to the exponent.
struct Digits {
    negative: bool,
    digits: String,
    exponent: i32,
}

impl Digits {
    fn of(number: f64) -> Self {
        // The shortest form says how many digits are enough; of two that are equally near, Go takes the even one.
        let shortest = format!("{:e}", number.abs());
        let fraction = shortest.bytes().take_while(|&byte| byte != b'e').filter(u8::is_ascii_digit).count().saturating_sub(1);
        let text = format!("{:.fraction$e}", number.abs());
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        Self {
            negative: number.is_sign_negative(),
            digits: mantissa.chars().filter(|&char| char != '.').collect(),
            exponent: exponent.parse().unwrap_or_default(),
        }
    }

    fn sign(&self) -> &'static str {
        if self.negative { "-" } else { "" }
    }

    fn plain(&self) -> String {
        let sign = self.sign();
        let Ok(point) = usize::try_from(self.exponent + 1) else {
            return format!("{sign}0.{}{}", "0".repeat((-self.exponent - 1).unsigned_abs() as usize), self.digits);
        };
        match self.digits.split_at_checked(point) {
            Some(("", fraction)) => format!("{sign}0.{fraction}"),
            Some((whole, "")) => format!("{sign}{whole}"),
            Some((whole, fraction)) => format!("{sign}{whole}.{fraction}"),
            None => format!("{sign}{}{}", self.digits, "0".repeat(point - self.digits.len())),
        }
    }

    /// With an exponent of at least so many digits.
    fn scientific(&self, width: usize) -> String {
        let (first, rest) = self.digits.split_at_checked(1).unwrap_or((&self.digits, ""));
        let point = if rest.is_empty() { "" } else { "." };
        let sign = if self.exponent < 0 { '-' } else { '+' };
        format!("{}{first}{point}{rest}e{sign}{:0width$}", self.sign(), self.exponent.unsigned_abs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(number: f64, in_json: &str, in_yaml: &str) {
        assert_eq!((json(number).as_str(), yaml(number).as_str()), (in_json, in_yaml), "{number:?}");
    }

    #[test]
    fn prints_small_numbers_plainly() {
        check(0.0, "0", "0");
        check(-0.0, "-0", "0");
        check(1.0, "1", "1");
        check(0.1, "0.1", "0.1");
        check(-1.5, "-1.5", "-1.5");
        check(0.0001, "0.0001", "0.0001");
    }

    #[test]
    fn prints_large_and_tiny_numbers_with_an_exponent() {
        let halfway = f64::from_bits(14_060_076_742_449_889_525);
        check(halfway, "-2211476263485501.2", "-2.2114762634855012e+15");
        check(1_234_567.5, "1234567.5", "1.2345675e+06");
        check(0.000_012, "0.000012", "1.2e-05");
        check(1e-7, "1e-7", "1e-07");
        check(1e19, "10000000000000000000", "10000000000000000000");
        check(1e20, "100000000000000000000", "1e+20");
        check(1e21, "1e+21", "1e+21");
        check(1.5e300, "1.5e+300", "1.5e+300");
    }
}
