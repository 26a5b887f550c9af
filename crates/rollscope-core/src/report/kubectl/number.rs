//! Numbers with a fraction as kubectl prints them in YAML.

use crate::Value;
use crate::input::scalar;
use crate::value::number::{Digits, json};

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
