//! Pictures a catalogue names.

use super::*;

#[test]
fn pictures_stand_by_their_position_and_a_variants_own_is_among_them() {
    let sheet = planned("shopify-legacy.csv");
    let mug = product(&sheet, "ridge-mug");
    let address = |name: &str| Source::Address(format!("https://pictures.example/{name}.jpg"));
    let sources: Vec<&Source> = mug.pictures.iter().map(|picture| &picture.source).collect();
    assert_eq!(sources, ["first", "front", "use", "navy"].map(address).iter().collect::<Vec<_>>());
    assert_eq!(mug.pictures[1].alt, "From the front");
    let shown: Vec<Option<usize>> = mug.variants.iter().map(|variant| variant.picture).collect();
    assert_eq!(shown, [Some(3), None, Some(3)]);
}

#[test]
fn a_picture_outside_the_catalogues_folder_is_never_taken() {
    let desk = Desk::new();
    let media = desk.media();
    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("secret.gif"), DOT).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(outside.path().join("secret.gif"), desk.folder.path().join("link.gif")).unwrap();
    std::fs::write(desk.folder.path().join("page.gif"), "<html>").unwrap();
    let absolute = outside.path().join("secret.gif").display().to_string();
    for cell in
        ["../secret.gif", "link.gif", "none.gif", "page.gif", "ftp://a.example/b.gif", "data:image/gif;base64,R0", &absolute]
    {
        let folder = Folder::new(desk.folder.path(), &media, true);
        assert!(folder.picture(cell).is_err(), "{cell}");
    }
    let folder = Folder::new(desk.folder.path(), &media, true);
    std::fs::write(desk.folder.path().join("dot.gif"), DOT).unwrap();
    for cell in ["dot.gif", "./dot.gif", "file:dot.gif"] {
        assert!(matches!(folder.picture(cell), Ok(Source::Stored(_))), "{cell}");
    }
    assert_eq!(folder.picture("//cdn.example/a.jpg"), Ok(Source::Address("https://cdn.example/a.jpg".to_owned())));
}

#[test]
fn a_drawing_beside_the_catalogue_is_taken_unless_it_does_more_than_draw() {
    let desk = Desk::new();
    let media = desk.media();
    let folder = Folder::new(desk.folder.path(), &media, true);
    std::fs::write(desk.folder.path().join("mug.svg"), "<svg viewBox=\"0 0 8 6\"><path d=\"M0 0\"/></svg>").unwrap();
    std::fs::write(desk.folder.path().join("bad.svg"), "<svg viewBox=\"0 0 8 6\"><script>x()</script></svg>").unwrap();
    assert!(matches!(folder.picture("mug.svg"), Ok(Source::Stored(stored)) if (stored.width, stored.height) == (8, 6)));
    assert_eq!(
        folder.picture("bad.svg"),
        Err("`bad.svg`: it is a drawing that is not taken: it has `<script>` in it".to_owned())
    );
}
