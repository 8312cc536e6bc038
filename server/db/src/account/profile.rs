//! What somebody with an account says of themselves.

use domain::Never;
use domain::account::Profile;
use domain::contact::Country;
use domain::ids::AccountId;
use domain::lang::Lang;
use domain::money::Currency;
use rusqlite::Row;

use crate::database::Tx;
use crate::error::Answer;

/// What is not said, and what this program does not know, is none.
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Profile> {
    let (lang, country, currency): (String, String, String) = (row.get("lang")?, row.get("country")?, row.get("currency")?);
    Ok(Profile {
        name: row.get("name")?,
        lang: Lang::from_code(&lang),
        country: Country::parse(&country).ok(),
        currency: Currency::parse(&currency).ok(),
    })
}

/// Keeps all of it.
pub fn keep_profile(tx: &Tx<'_>, account: AccountId, profile: &Profile) -> Answer<(), Never> {
    tx.run("UPDATE accounts SET name = $1 WHERE id = $2", &[&profile.name, &account.0])?;
    keep_settings(tx, account, profile)
}

/// Keeps the language, the country and the currency, as they are set elsewhere than on the profile's own page.
pub fn keep_settings(tx: &Tx<'_>, account: AccountId, profile: &Profile) -> Answer<(), Never> {
    const KEEP: &str = "UPDATE accounts SET lang = $1, country = $2, currency = $3 WHERE id = $4";
    let lang = profile.lang.map_or("", Lang::code);
    let country = profile.country.as_ref().map_or("", Country::code);
    let currency = profile.currency.as_ref().map_or("", Currency::code);
    tx.run(KEEP, &[&lang, &country, &currency, &account.0])?;
    Ok(())
}
