//! What is known of places: a postcode's town, and streets that begin as typed.

use domain::addresses::region;
use domain::checkout::{Field, TypedAddress};
use domain::contact::Country;

use crate::checkout::Suggestion;
use crate::failure::Failure;
use crate::request;

/// Fewer letters are the beginning of everything.
const FEWEST: usize = 3;

/// What an address that is being typed may become.
pub async fn suggested(country: &str, line: &str, postcode: &str) -> Result<Vec<Suggestion>, Failure> {
    let Ok(country) = Country::parse(country) else { return Ok(Vec::new()) };
    if line.chars().count() >= FEWEST && line.chars().count() <= TypedAddress::MOST {
        return Ok(request::shop()?.places.suggest(country, line).await.unwrap_or_default());
    }
    Ok(town(country, postcode).await?.into_iter().collect())
}

/// The address as typed, with a suggestion that was taken; and, where the shopper left the town to its postcode, with that.
pub async fn completed(mut typed: TypedAddress, take: &str) -> Result<TypedAddress, Failure> {
    if let Some((field, text)) = take.split_once('=').and_then(|(code, text)| Some((Field::from_code(code)?, text))) {
        text.clone_into(typed.get_mut(field));
    }
    let Ok(country) = Country::parse(&typed.country) else { return Ok(typed) };
    if typed.city.trim().is_empty()
        && let Some(town) = town(country, &typed.postcode).await?
    {
        typed.city = town.city;
        if typed.region.trim().is_empty() {
            typed.region = town.region;
        }
    }
    Ok(typed)
}

/// The town of a postcode, if it is the only one there.
async fn town(country: Country, postcode: &str) -> Result<Option<Suggestion>, Failure> {
    let code = db::places::key(postcode);
    if code.is_empty() {
        return Ok(None);
    }
    let place = request::db()?.read(move |conn| db::places::of_postcode(conn, country, &code)).await?;
    Ok(place.map(|place| {
        // A region is chosen from the country's own list; one that is not on it would only be doubted.
        let region = region(country, &place.region).map(|region| region.code.to_string()).unwrap_or_default();
        Suggestion { postcode: place.postcode, city: place.city, region, ..Suggestion::default() }
    }))
}
