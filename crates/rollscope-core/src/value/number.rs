//! Numbers with a fraction as Go writes them.

/// A number in JSON: plain digits from 1e-6 up to 1e21, an exponent outside.
///
/// Models Go's encoding/json floatEncoder.
pub(crate) fn json(number: f64) -> String {
    let digits = Digits::of(number);
    if number == 0.0 || (-6..21).contains(&digits.exponent) { digits.plain() } else { digits.scientific(1) }
}

/// The shortest digits that give back the number: `d.ddd` times ten to the exponent.
pub(crate) struct Digits {
    negative: bool,
    digits: String,
    /// The power of ten of the first digit.
    pub(crate) exponent: i32,
}

impl Digits {
    pub(crate) fn of(number: f64) -> Self {
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

    /// Without an exponent: `0.001`, `1200`.
    pub(crate) fn plain(&self) -> String {
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
    pub(crate) fn scientific(&self, width: usize) -> String {
        let (first, rest) = self.digits.split_at_checked(1).unwrap_or((&self.digits, ""));
        let point = if rest.is_empty() { "" } else { "." };
        let sign = if self.exponent < 0 { '-' } else { '+' };
        format!("{}{first}{point}{rest}e{sign}{:0width$}", self.sign(), self.exponent.unsigned_abs())
    }
}
