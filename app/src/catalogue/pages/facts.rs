//! What machines read of a product: schema.org, as JSON-LD.

use domain::catalogue::{Product, Shown, Variant};

use crate::i18n::Lang;
use crate::routes;

/// A product as JSON-LD, safe inside a script element.
pub fn ld(origin: &str, lang: Lang, product: &Product, variant: &Variant) -> String {
    let availability = match (product.shown, variant.stock.is_out()) {
        (Shown::Live, false) => "InStock",
        (Shown::Live, true) => "OutOfStock",
        _ => "Discontinued",
    };
    let facts = serde_json::json!({
        "@context": "https://schema.org",
        "@type": "Product",
        "name": product.name.text,
        "description": product.lead.text,
        "inLanguage": lang.code(),
        "sku": variant.sku,
        "brand": { "@type": "Brand", "name": product.maker },
        "image": product.pictures.iter().take(4).map(|picture| format!("{origin}{}", routes::media(&picture.file))).collect::<Vec<_>>(),
        "offers": {
            "@type": "Offer",
            "url": format!("{origin}{}", routes::product(lang, &product.slug)),
            "price": variant.price.plain(),
            "priceCurrency": variant.price.currency.code(),
            "availability": format!("https://schema.org/{availability}"),
        },
    });
    // `</script>` and `<!--` must not end the element they stand in.
    facts.to_string().replace('<', "\\u003c")
}
