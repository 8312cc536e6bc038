//! What machines read of a page: schema.org, as JSON-LD.

use domain::catalogue::{Product, ProductCard, Shown, Slug, Variant};
use domain::lang::Said;
use domain::local_rules::RETURN_DAYS;
use serde_json::{Value, json};

use crate::i18n::{Lang, Words};
use crate::routes;

/// What a page says, safe inside a script element.
pub fn ld(said: &[Value]) -> String {
    // `</script>` and `<!--` must not end the element they stand in.
    json!({ "@context": "https://schema.org", "@graph": said }).to_string().replace('<', "\\u003c")
}

/// The shop itself.
pub fn shop(origin: &str, words: Words) -> Value {
    let home = format!("{origin}{}", routes::home(words.lang));
    json!({
        "@type": "OnlineStore",
        "@id": format!("{origin}/#shop"),
        "name": words.say("shop-name"),
        "description": words.say("home-text"),
        "url": home,
        "logo": format!("{origin}/icons/apple-touch-icon.png"),
    })
}

/// A product, as it is offered to the reader of this page.
pub fn product(origin: &str, lang: Lang, product: &Product, variant: &Variant) -> Value {
    let availability = match (product.shown, variant.stock.is_out()) {
        (Shown::Live, false) => "InStock",
        (Shown::Live, true) => "OutOfStock",
        _ => "Discontinued",
    };
    let rating = product.rating.map(|(tenths, count)| {
        json!({ "@type": "AggregateRating", "ratingValue": format!("{}.{}", tenths / 10, tenths % 10), "ratingCount": count })
    });
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let full = json!({
        "@type": "Product",
        "name": product.name.text,
        "description": said(&product.lead.text),
        "inLanguage": lang.code(),
        "sku": said(&variant.sku),
        "gtin": said(&variant.barcode),
        "brand": said(&product.maker).map(|maker| json!({ "@type": "Brand", "name": maker })),
        "image": product.pictures.iter().take(4).map(|picture| format!("{origin}{}", routes::media(&picture.shared()))).collect::<Vec<_>>(),
        "aggregateRating": rating,
        "offers": {
            "@type": "Offer",
            "url": format!("{origin}{}", routes::product(lang, &product.slug)),
            "price": variant.price.plain(),
            "priceCurrency": variant.price.currency.code(),
            "availability": format!("https://schema.org/{availability}"),
            "itemCondition": "https://schema.org/NewCondition",
            "hasMerchantReturnPolicy": {
                "@type": "MerchantReturnPolicy",
                "returnPolicyCategory": "https://schema.org/MerchantReturnFiniteReturnWindow",
                "merchantReturnDays": RETURN_DAYS,
            },
        },
    });
    without_nothing(full)
}

/// The way from the first page to this one; the last step is the page itself.
pub fn trail(origin: &str, words: Words, rooms: &[(Slug, Said)], here: Option<&str>) -> Value {
    let home = (words.say("trail-home"), Some(routes::home(words.lang)));
    let rooms = rooms.iter().map(|(slug, name)| (name.text.clone(), Some(routes::category(words.lang, slug))));
    let here = here.map(|name| (name.to_owned(), None));
    let step = |(at, (name, address)): (usize, (String, Option<String>))| {
        let item = address.map(|address| format!("{origin}{address}"));
        without_nothing(json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": item }))
    };
    let steps = std::iter::once(home).chain(rooms).chain(here).enumerate().map(step);
    json!({ "@type": "BreadcrumbList", "itemListElement": steps.collect::<Vec<_>>() })
}

/// The goods of a list, in its order; `before` come on earlier pages.
pub fn list(origin: &str, lang: Lang, cards: &[ProductCard], before: u32) -> Value {
    let item = |(at, card): (u32, &ProductCard)| {
        let address = format!("{origin}{}", routes::product(lang, &card.slug));
        json!({ "@type": "ListItem", "position": at, "name": card.name.text, "url": address })
    };
    let items: Vec<Value> = (before + 1..).zip(cards).map(item).collect();
    json!({ "@type": "ItemList", "itemListElement": items })
}

/// What nobody said is left out, not said to be null.
fn without_nothing(mut said: Value) -> Value {
    if let Some(fields) = said.as_object_mut() {
        fields.retain(|_, value| !value.is_null());
    }
    said
}
