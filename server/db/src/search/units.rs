//! Quantities: `12 mm`, `12mm` and `1.2 cm` are one word, in every language's own letters.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::letters::folded;

/// Spellings, what they measure, and how many of the smallest part one of it is: tenths of a millimetre, millilitres, grams.
const UNITS: &[(&str, &str, i64)] = &[
    ("mm millimetre millimetres millimeter millimeters мм миллиметр миллиметров مم มม มิลลิเมตร 毫米 ミリ मिमी", "len", 10),
    (
        "cm centimetre centimetres centimeter centimeters zentimeter см сантиметр сантиметров سم ซม เซนติเมตร 厘米 公分 センチ सेमी",
        "len",
        100,
    ),
    ("m metre metres meter meters м метр метров متر เมตร 米 メートル मीटर", "len", 10_000),
    (
        "in inch inches ″ дюйм дюйма дюймов colla collas zoll pouce pouces pulgada pulgadas polegada polegadas بوصة نيو นิ้ว 英寸 寸 インチ इंच",
        "len",
        254,
    ),
    ("ml millilitre millilitres milliliter milliliters мл миллилитров مل มล มิลลิลิตร 毫升 ミリリットル मिली", "vol", 1),
    ("cl centilitre centiliter сл", "vol", 10),
    (
        "l litre litres liter liters litri litrs litru litro litros л литр литра литров لتر ل ลิตร 升 公升 リットル ली लीटर",
        "vol",
        1000,
    ),
    ("g gram grams gramm grammi grami gramme grammes gramo gramos grama gramas г грамм جم غ غرام กรัม 克 グラム ग्राम", "wgt", 1),
    ("kg kilo kilos kilogram kilograms kilogramm кг килограмм كجم كغ كيلو กก กิโลกรัม 公斤 千克 キロ किग्रा किलो", "wgt", 1000),
];

/// No unit's spelling is longer.
const LONGEST: usize = 16;

/// What is measured, and how many of the smallest part one is.
pub(super) type Unit = (&'static str, i64);

fn units() -> &'static HashMap<String, Unit> {
    static ALL: OnceLock<HashMap<String, Unit>> = OnceLock::new();
    ALL.get_or_init(|| {
        let each = UNITS.iter().flat_map(|&(spelled, of, parts)| spelled.split(' ').map(move |word| (folded(word), (of, parts))));
        each.collect()
    })
}

/// The unit a folded word is.
pub(super) fn unit(word: &str) -> Option<Unit> {
    units().get(word).copied()
}

/// The unit a text without spaces begins with, and its length in bytes; of two letters at least, for a single one may be
/// the beginning of any word.
pub(super) fn unit_before(text: &str) -> Option<(Unit, usize)> {
    let ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8()).take(LONGEST).collect::<Vec<_>>();
    let whole = ends.last().is_some_and(|end| *end == text.len()) && ends.len() == 1;
    ends.into_iter().skip(usize::from(!whole)).rev().find_map(|end| Some((unit(&text[..end])?, end)))
}

/// The one word for so much of a unit; none for more than anybody sells.
pub(super) fn word(number: &str, (of, parts): Unit) -> Option<String> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if whole.len() > 6 || fraction.len() > 3 {
        return None;
    }
    let thousandths = format!("{whole}{fraction:0<3}").parse::<i64>().ok()?;
    Some(format!("{}{of}", (thousandths * parts + 500) / 1000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_much_is_as_much_in_any_unit() {
        let said = |number, spelled: &str| word(number, unit(&folded(spelled)).unwrap()).unwrap();
        assert_eq!(said("12", "mm"), said("1.2", "cm"));
        assert_eq!(said("0.5", "l"), said("500", "мл"));
        assert_eq!(said("350", "毫升"), said("350", "มล"));
        assert_eq!(said("15", "inches"), said("15", "بوصة"));
        assert_ne!(said("12", "mm"), said("12", "g"));
        assert_eq!(word("99999999", unit("kg").unwrap()), None);
        assert_eq!(unit_before("มล"), Some((("vol", 1), "มล".len())));
        assert_eq!(unit_before("毫升马克杯").map(|(unit, _)| unit), Some(("vol", 1)));
    }
}
