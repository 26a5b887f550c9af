//! Bytes to text.

use crate::diagnostic::Problem;
use crate::input::source::Fault;

/// The text of some bytes: UTF-8, UTF-16 of either byte order with or without a byte order mark, or Windows-1252.
/// A byte order mark is dropped. The fault, if any, says how the text may differ from what was meant.
///
/// # Errors
/// The bytes are no text.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<(String, Option<Fault>), Problem> {
    if let Some(big_endian) = utf16_byte_order(&bytes) {
        return Ok(utf16(&bytes, big_endian));
    }
    if let Some(looks_like) = binary(&bytes) {
        return Err(Problem::Binary { looks_like });
    }
    let (text, fault) = utf8(bytes);
    match text.strip_prefix('\u{FEFF}') {
        Some(rest) => Ok((rest.to_owned(), fault)),
        None => Ok((text, fault)),
    }
}

/// Whether this is UTF-16, and if so whether the high byte comes first.
fn utf16_byte_order(bytes: &[u8]) -> Option<bool> {
    match bytes {
        [0xFF, 0xFE, ..] => Some(false),
        [0xFE, 0xFF, ..] => Some(true),
        // Without a mark: exports start with at least two ASCII characters.
        [first, 0, second, 0, ..] if *first != 0 && *second != 0 => Some(false),
        [0, first, 0, second, ..] if *first != 0 && *second != 0 => Some(true),
        _ => None,
    }
}

fn utf16(bytes: &[u8], big_endian: bool) -> (String, Option<Fault>) {
    let unit = if big_endian { u16::from_be_bytes } else { u16::from_le_bytes };
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(pairs.len());
    let mut fault = None;
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match decoded {
            Ok('\u{FEFF}') if text.is_empty() => {}
            Ok(character) => text.push(character),
            Err(_) => {
                fault.get_or_insert(Fault { problem: Problem::NotUtf8 { read_as: "UTF-16" }, offset: text.len() });
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
    }
    if !rest.is_empty() {
        fault.get_or_insert(Fault { problem: Problem::CutOff { what: "a character" }, offset: text.len() });
    }
    fault.get_or_insert(Fault { problem: Problem::Utf16, offset: 0 });
    (text, fault)
}

fn utf8(bytes: Vec<u8>) -> (String, Option<Fault>) {
    let error = match String::from_utf8(bytes) {
        Ok(text) => return (text, None),
        Err(error) => error,
    };
    let offset = error.utf8_error().valid_up_to();
    let cut = error.utf8_error().error_len().is_none();
    let bytes = error.into_bytes();
    let ascii = bytes.iter().take(offset).all(u8::is_ascii);
    let (text, problem) = if cut {
        let text = bytes.get(..offset).unwrap_or_default();
        (String::from_utf8_lossy(text).into_owned(), Problem::CutOff { what: "a character" })
    } else if ascii && !has_utf8_beyond_ascii(&bytes) {
        (bytes.iter().map(|byte| windows_1252(*byte)).collect(), Problem::NotUtf8 { read_as: "Windows-1252" })
    } else {
        (String::from_utf8_lossy(&bytes).into_owned(), Problem::NotUtf8 { read_as: "UTF-8" })
    };
    (text, Some(Fault { problem, offset }))
}

/// Whether some characters beyond ASCII are well-formed: then the text is UTF-8 with damage, and not of another encoding.
fn has_utf8_beyond_ascii(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

fn windows_1252(byte: u8) -> char {
    const FROM_0X80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', //
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    byte.checked_sub(0x80).and_then(|index| FROM_0X80.get(usize::from(index))).copied().unwrap_or(char::from(byte))
}

/// What the bytes look like, if they are no text.
fn binary(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x1F, 0x8B, ..] => return Some("a gzip archive"),
        [b'P', b'K', 3, 4, ..] => return Some("a zip archive"),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => return Some("a zstd archive"),
        _ => {}
    }
    if bytes.get(257..262) == Some(b"ustar") {
        return Some("a tar archive");
    }
    let start = bytes.get(..bytes.len().min(8192)).unwrap_or_default();
    let controls = start.iter().filter(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace()).count();
    (start.contains(&0) || controls * 10 > start.len()).then_some("binary data")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str, problem: Option<(Problem, usize)>) {
        let fault = problem.map(|(problem, offset)| Fault { problem, offset });
        assert_eq!(decode(bytes.to_vec()), Ok((expected.to_owned(), fault)));
    }

    fn utf16_bytes(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn drops_a_byte_order_mark() {
        check("\u{FEFF}kind: Pöd".as_bytes(), "kind: Pöd", None);
    }

    #[test]
    fn reads_utf16_of_both_byte_orders() {
        for text in ["\u{FEFF}kind: Pöd 🚀", "kind: Pöd 🚀"] {
            check(&utf16_bytes(text, u16::to_le_bytes), "kind: Pöd 🚀", Some((Problem::Utf16, 0)));
            check(&utf16_bytes(text, u16::to_be_bytes), "kind: Pöd 🚀", Some((Problem::Utf16, 0)));
        }
    }

    #[test]
    fn replaces_half_a_surrogate_pair() {
        let bytes = [0xFF, 0xFE, b'a', 0, 0x00, 0xD8, b'b', 0];
        check(&bytes, "a\u{FFFD}b", Some((Problem::NotUtf8 { read_as: "UTF-16" }, 1)));
    }

    #[test]
    fn reads_windows_1252_where_nothing_is_utf8() {
        check(b"name: caf\xE9 \x80", "name: café €", Some((Problem::NotUtf8 { read_as: "Windows-1252" }, 9)));
    }

    #[test]
    fn replaces_single_broken_bytes_of_utf8() {
        check(b"\xC3\xA4 \xE9 b", "ä \u{FFFD} b", Some((Problem::NotUtf8 { read_as: "UTF-8" }, 3)));
        check(b"a \xE9 \xC3\xA4", "a \u{FFFD} ä", Some((Problem::NotUtf8 { read_as: "UTF-8" }, 2)));
    }

    #[test]
    fn drops_half_a_character_at_the_end() {
        check(b"name: caf\xC3", "name: caf", Some((Problem::CutOff { what: "a character" }, 9)));
    }

    #[test]
    fn refuses_what_is_no_text() {
        for (bytes, looks_like) in [
            (&b"\x1F\x8B\x08\x00"[..], "a gzip archive"),
            (b"PK\x03\x04", "a zip archive"),
            (b"\x7FELF\x02\x01\x01\x00\x00\x00", "binary data"),
            (b"\x01\x02\x03\x04 text", "binary data"),
        ] {
            assert_eq!(decode(bytes.to_vec()), Err(Problem::Binary { looks_like }));
        }
    }
}
