//! Amounts of a resource, such as `500m` and `1Gi`.

use std::fmt;

/// An amount, and how it was written.
#[derive(Clone, Debug)]
pub struct Quantity {
    amount: Decimal,
    format: Format,
    /// The text that was read, where the API machinery hands it out again as it is.
    source: Option<String>,
}

/// The family of suffixes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    /// n, u, m, none, k, M, G, T, P, E.
    Decimal,
    /// Ki, Mi, Gi, Ti, Pi, Ei.
    Binary,
    /// e3, E3.
    Exponent,
}

/// The smallest amount there is: one nano.
const NANO: i64 = -9;
/// The largest amount that a binary suffix can carry.
const MAX_BINARY: u64 = i64::MAX as u64;

impl Quantity {
    /// Reads a quantity; `None` if the text is none. The API machinery trims white space first when it decodes an object.
    ///
    /// Models k8s.io/apimachinery pkg/api/resource/quantity.go ParseQuantity.
    pub fn parse(text: &str) -> Option<Self> {
        if text.is_empty() {
            return None;
        }
        let parts = Parts::of(text)?;
        let (format, exponent) = suffix(parts.suffix)?;
        let source = parts.keeps_source(format, exponent).then(|| text.to_owned());
        let mut amount = parts.amount();
        if format == Format::Binary {
            (0..exponent / 10).for_each(|_| amount.multiply(1024));
        } else {
            amount.exponent = amount.exponent.saturating_add(exponent);
        }
        amount.round_up(NANO);
        let below_one = !amount.negative && !amount.is_zero() && amount.magnitude() <= 0;
        if format == Format::Binary {
            amount.cap(MAX_BINARY);
        }
        // A binary suffix on less than one would have to be rounded.
        let format = if format == Format::Binary && below_one { Format::Decimal } else { format };
        Some(Self { amount, format, source })
    }

    /// Whether it is more than nothing.
    pub fn is_positive(&self) -> bool {
        !self.amount.negative && !self.amount.is_zero()
    }

    /// Whether it is nothing.
    pub fn is_zero(&self) -> bool {
        self.amount.is_zero()
    }

    /// The amount in whole units; a rest counts as one more.
    pub fn value(&self) -> i64 {
        self.amount.scaled(0)
    }

    /// The amount in thousandths; a rest counts as one more.
    pub fn milli_value(&self) -> i64 {
        self.amount.scaled(-3)
    }

    /// Whether both stand for the same amount, however written.
    pub fn same_amount(&self, other: &Self) -> bool {
        self.amount == other.amount
    }
}

/// The canonical text: the largest suffix that leaves a whole number.
///
/// Models k8s.io/apimachinery pkg/api/resource/quantity.go CanonicalizeBytes.
impl fmt::Display for Quantity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(source) = &self.source {
            return formatter.write_str(source);
        }
        if self.amount.is_zero() {
            return formatter.write_str("0");
        }
        if self.amount.negative {
            formatter.write_str("-")?;
        }
        if let Some(whole) = self.amount.whole().filter(|&whole| self.format == Format::Binary && whole >= 1024) {
            let (mut mantissa, mut steps) = (whole, 0);
            while mantissa % 1024 == 0 {
                mantissa /= 1024;
                steps += 1;
            }
            return write!(formatter, "{mantissa}{}", ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"].get(steps).unwrap_or(&""));
        }
        let beyond = self.amount.exponent.rem_euclid(3);
        let exponent = self.amount.exponent - beyond;
        for digit in &self.amount.digits {
            write!(formatter, "{digit}")?;
        }
        formatter.write_str(if beyond == 2 {
            "00"
        } else if beyond == 1 {
            "0"
        } else {
            ""
        })?;
        match self.format {
            Format::Exponent if exponent == 0 => Ok(()),
            Format::Exponent => write!(formatter, "e{exponent}"),
            // Beyond E there is no suffix, and the API machinery prints none.
            _ => formatter.write_str(DECIMAL.iter().find(|(_, other)| *other == exponent).map_or("", |(suffix, _)| suffix)),
        }
    }
}

const DECIMAL: [(&str, i64); 10] =
    [("n", -9), ("u", -6), ("m", -3), ("", 0), ("k", 3), ("M", 6), ("G", 9), ("T", 12), ("P", 15), ("E", 18)];
const BINARY: [(&str, i64); 6] = [("Ki", 10), ("Mi", 20), ("Gi", 30), ("Ti", 40), ("Pi", 50), ("Ei", 60)];

/// The family of a suffix and its exponent, of ten or of two.
///
/// Models k8s.io/apimachinery pkg/api/resource/suffix.go interpret.
fn suffix(text: &str) -> Option<(Format, i64)> {
    let named = |table: &[(&str, i64)]| table.iter().find(|(suffix, _)| *suffix == text).map(|(_, exponent)| *exponent);
    if let Some(exponent) = named(&DECIMAL) {
        return Some((Format::Decimal, exponent));
    }
    if let Some(exponent) = named(&BINARY) {
        return Some((Format::Binary, exponent));
    }
    let exponent = text.strip_prefix(['e', 'E'])?.parse::<i32>().ok()?;
    Some((Format::Exponent, exponent.into()))
}

/// The pieces of a quantity's text.
struct Parts<'a> {
    negative: bool,
    /// Digits before the point, without leading zeros; `0` if nothing is left.
    whole: &'a str,
    fraction: &'a str,
    suffix: &'a str,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let (negative, unsigned) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, rest) = leading_digits(unsigned);
        let (fraction, suffix) = rest.strip_prefix('.').map_or(("", rest), leading_digits);
        let letters = suffix.trim_start_matches(|char| "eEinumkKMGTP".contains(char));
        let exponent = letters.strip_prefix(['-', '+']).unwrap_or(letters);
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        exponent.bytes().all(|byte| byte.is_ascii_digit()).then_some(Self { negative, whole, fraction, suffix })
    }

    fn amount(&self) -> Decimal {
        let digits = self.whole.bytes().chain(self.fraction.bytes()).map(|byte| byte - b'0').collect();
        let exponent = i64::try_from(self.fraction.len()).map_or(i64::MIN, |length| -length);
        Decimal { negative: self.negative, digits, exponent }.trimmed()
    }

    /// Whether the text is handed out as it was read: amounts that fit 64 bits with ease, and look canonical at first sight.
    fn keeps_source(&self, format: Format, exponent: i64) -> bool {
        let digits = self.whole.len() + self.fraction.len();
        if format == Format::Binary {
            let room = 14_usize.checked_sub(self.whole.len() + usize::try_from(exponent).unwrap_or(0) * 3 / 10);
            let odd = self.whole.parse::<u64>().is_ok_and(|number| number % 8 != 0);
            return self.fraction.is_empty() && room.is_some() && odd;
        }
        let scale = exponent - i64::try_from(self.fraction.len()).unwrap_or(i64::MAX);
        let thousands = if self.fraction.len() < 3 {
            format!("{}{}", self.whole, self.fraction).ends_with("000")
        } else {
            self.fraction.ends_with("000")
        };
        digits <= 18 && scale >= NANO && scale % 3 == 0 && !thousands && !self.whole.starts_with('0')
    }
}

fn leading_digits(text: &str) -> (&str, &str) {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    text.split_at_checked(length).unwrap_or((text, ""))
}

/// A number of any length: its digits, most significant first and without zeros at either end, times ten to the exponent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    exponent: i64,
}

impl Decimal {
    fn trimmed(mut self) -> Self {
        let leading = self.digits.iter().take_while(|&&digit| digit == 0).count();
        self.digits.drain(..leading);
        while self.digits.last() == Some(&0) {
            self.digits.pop();
            self.exponent = self.exponent.saturating_add(1);
        }
        if self.digits.is_empty() {
            (self.negative, self.exponent) = (false, 0);
        }
        self
    }

    fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// The number of digits before the point; not above zero if there are none.
    fn magnitude(&self) -> i64 {
        self.exponent.saturating_add(i64::try_from(self.digits.len()).unwrap_or(i64::MAX))
    }

    fn multiply(&mut self, factor: u32) {
        let mut carry = 0;
        for digit in self.digits.iter_mut().rev() {
            let product = u32::from(*digit) * factor + carry;
            *digit = (product % 10) as u8;
            carry = product / 10;
        }
        while carry > 0 {
            self.digits.insert(0, (carry % 10) as u8);
            carry /= 10;
        }
        *self = std::mem::take(self).trimmed();
    }

    /// Drops what is smaller than ten to the exponent, away from zero: who asks for something gets something.
    fn round_up(&mut self, exponent: i64) {
        if self.is_zero() || self.exponent >= exponent {
            return;
        }
        let kept = usize::try_from(self.magnitude().saturating_sub(exponent)).unwrap_or(0);
        self.digits.truncate(kept);
        self.exponent = exponent;
        // What was dropped is never nothing, as the last digit is not zero.
        for digit in self.digits.iter_mut().rev() {
            if *digit < 9 {
                *digit += 1;
                *self = std::mem::take(self).trimmed();
                return;
            }
            *digit = 0;
        }
        self.digits.insert(0, 1);
        *self = std::mem::take(self).trimmed();
    }

    fn cap(&mut self, largest: u64) {
        let mut rounded = self.clone();
        rounded.round_up(0);
        if rounded.absolute().is_none_or(|whole| whole > largest) {
            let digits = largest.to_string().bytes().map(|byte| byte - b'0').collect();
            *self = Self { negative: self.negative, digits, exponent: 0 }.trimmed();
        }
    }

    /// The number without its sign, if it is a whole one of 64 bits.
    fn whole(&self) -> Option<u64> {
        if self.exponent < 0 { None } else { self.absolute() }
    }

    fn absolute(&self) -> Option<u64> {
        if self.magnitude() > 20 {
            return None;
        }
        let zeros = usize::try_from(self.exponent).unwrap_or(0);
        let digits = self.digits.iter().copied().chain(std::iter::repeat_n(0, zeros));
        digits.into_iter().try_fold(0_u64, |number, digit| number.checked_mul(10)?.checked_add(digit.into()))
    }

    /// The number in units of ten to the exponent, rounded away from zero, as far as 64 bits go.
    fn scaled(&self, exponent: i64) -> i64 {
        let mut shifted = Self { exponent: self.exponent.saturating_sub(exponent), ..self.clone() };
        shifted.round_up(0);
        let absolute = shifted.absolute().and_then(|number| i64::try_from(number).ok()).unwrap_or(i64::MAX);
        if self.negative { -absolute } else { absolute }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(Quantity::parse(text).map(|quantity| quantity.to_string()).as_deref(), expected, "{text:?}");
    }

    #[test]
    fn prints_the_largest_suffix_that_leaves_a_whole_number() {
        check("1000m", Some("1"));
        check("0.5", Some("500m"));
        check("1000", Some("1k"));
        check("1024Mi", Some("1Gi"));
        check("1536Mi", Some("1536Mi"));
        check("1.5Gi", Some("1536Mi"));
        check("1e4", Some("10e3"));
    }

    #[test]
    fn rounds_up_and_caps() {
        check("0.1n", Some("1n"));
        check("-0.1n", Some("-1n"));
        check("1e-1000000000", Some("1e-9"));
        check("9.9999999999", Some("10"));
        check("8Ei", Some("9223372036854775807"));
    }

    #[test]
    fn refuses_what_is_no_quantity() {
        for text in ["", " ", "1 ", "x", "1_000", "1ki", "1Mi1", "1e", "1e99999999999", "1 Gi", "é"] {
            check(text, None);
        }
    }

    #[test]
    fn gives_numbers_for_arithmetic() {
        let quantity = |text| Quantity::parse(text).unwrap();
        assert_eq!((quantity("1500m").value(), quantity("1500m").milli_value()), (2, 1500));
        assert_eq!((quantity("1Gi").value(), quantity("1u").milli_value()), (1 << 30, 1));
        assert_eq!((quantity("-1500m").value(), quantity("1e30").value()), (-2, i64::MAX));
        assert!(quantity("1000m").same_amount(&quantity("1")));
        assert!(quantity("0Ki").is_zero() && !quantity("0").is_positive() && quantity("1n").is_positive());
    }
}
