//! How large things are.

use super::*;

#[test]
fn a_things_size_comes_in_when_all_of_it_is_told() {
    let file =
        "Title,Price,Length (cm),Width (cm),Height (mm)\nMug,10,14,\"12,05\",120\nJug,10,,,\nPan,10,50,30,\nBox,10,1,1,0\n";
    let sheet = planned_text(file).unwrap();
    let sides = |slug| product(&sheet, slug).variants[0].measures.map(|measures| measures.sides());
    assert_eq!((sides("mug"), sides("jug")), (Some([140, 121, 120]), None));
    let reasons: Vec<String> = sheet.left_out.iter().flat_map(|left| &left.reasons).map(ToString::to_string).collect();
    let expected = [
        "row 4, Length (cm): length, width and height are told together, or none of them",
        "row 5, Length (cm): a side is a whole number of millimetres from 1 to 10000",
    ];
    assert_eq!(reasons, expected);
    let desk = Desk::new();
    desk.import(file.as_bytes(), false);
    assert_eq!(desk.product("mug").variants[0].packet().unwrap().sides, [140, 121, 120]);
    let (_, printed) = desk.import(file.replace("14,", "15,").as_bytes(), false);
    assert!(
        printed.iter().any(|line| line == "row 2     mug: changed: size 140 x 121 x 120 mm to 150 x 121 x 120 mm"),
        "{printed:#?}"
    );
}
