//! SimCarrier's labels: its number, in large type and as bars.

use crate::outside::carriers::Paper;

/// A label, as a file. `number` is letters and digits.
pub fn printed(number: &str, paper: Paper) -> Vec<u8> {
    match paper {
        Paper::Zpl => {
            format!("^XA^CI28^FO40,40^A0N,60,60^FDSimCarrier^FS^FO40,140^BY3^BCN,160,Y,N,N^FD{number}^FS^XZ\n").into_bytes()
        }
        Paper::Pdf => pdf(number),
    }
}

/// A PDF of one page, A6: four objects, and where each begins.
fn pdf(number: &str) -> Vec<u8> {
    let text = format!("BT /F1 18 Tf 24 360 Td (SimCarrier) Tj 0 -40 Td /F1 24 Tf ({number}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 298 420] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype \
         /Type1 /BaseFont /Helvetica >> >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut begins = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        begins.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let table = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for begin in begins {
        file.push_str(&format!("{begin:010} 00000 n \n"));
    }
    file.push_str(&format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1));
    file.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_printed_as_a_page_and_for_the_bench() {
        let page = String::from_utf8(printed("SC00000000073", Paper::Pdf)).unwrap();
        assert!(page.starts_with("%PDF-1.4\n") && page.ends_with("%%EOF\n") && page.contains("(SC00000000073) Tj"));
        let table: usize = page.rsplit("startxref\n").next().unwrap().lines().next().unwrap().parse().unwrap();
        assert!(page[table..].starts_with("xref\n0 5\n"));
        let first: usize = page[table..].lines().nth(3).unwrap()[..10].parse().unwrap();
        assert!(page[first..].starts_with("1 0 obj\n"));
        let bench = String::from_utf8(printed("SC00000000073", Paper::Zpl)).unwrap();
        assert!(bench.starts_with("^XA") && bench.contains("^FDSC00000000073^FS"));
    }
}
