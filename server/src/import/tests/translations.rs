//! Files of texts in other languages.

use super::*;

#[test]
fn translations_come_in_for_goods_the_shop_has_and_are_told_row_by_row() {
    let desk = Desk::new();
    desk.import(b"Handle,Title,Variant Price\nmug,Ridge mug,19.00\njug,Pouring jug,29.00\n", false);
    let file = "\u{feff}slug;locale;name;description\r\nmug;de;Rillenbecher;\"Ein <b>Becher</b>.<script>x()</script>\"\r\n\
        mug;pt_BR;Caneca;\r\nmug;xx;Mug;\r\nkettle;de;Kessel;\r\njug;de;Rillenbecher;\r\njug;fr;;\r\n";
    let (exit, dry) = desk.import(file.as_bytes(), true);
    assert_eq!((exit, dry[0].as_str()), (SOME, "would import 2 of 6 translations; 4 left out"));
    assert_eq!(desk.product("mug").slugs.len(), 1, "a trial keeps nothing");
    let (exit, printed) = desk.import(file.as_bytes(), false);
    assert_eq!(exit, SOME);
    let told: Vec<_> = printed.iter().map(|line| line.as_str()).collect();
    assert_eq!(
        told,
        [
            "imported 2 of 6 translations; 4 left out",
            "row 2     mug de: added",
            "row 3     mug pt-BR: added",
            "row 4     mug: the shop does not speak `xx`",
            "row 5     kettle de: the shop has no product at this address",
            "row 6     jug de: another product has this address in this language",
            "row 7     jug fr: it has no name",
        ]
    );
    let view = desk.shop.read(|conn| {
        let market = domain::market::Market { lang: domain::lang::Lang::De, ..db::testing::RIGA };
        db::market::view(conn, market, None, db::testing::FRIDAY_MORNING.day())
    });
    let mug = desk.shop.read(|conn| catalogue::product(conn, &view, &Slug::parse("rillenbecher").unwrap()));
    assert_eq!((mug.name.text.as_str(), mug.story.text.as_str()), ("Rillenbecher", "<p>Ein <b>Becher</b>.</p>"));
    let (_, again) = desk.import(file.as_bytes(), false);
    assert!(again[1].ends_with("mug de: same"), "{}", again[1]);
}
