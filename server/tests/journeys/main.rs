//! Journeys through the whole front door: the router in process, the loop on a loopback port, the program itself.

#![expect(clippy::unwrap_used, reason = "a journey that cannot be set up cannot go on")]

mod abroad;
mod addresses;
mod browse;
mod cache;
mod cart;
mod checkout;
mod cookies;
mod desk;
mod desk_offers;
mod documents;
mod earnest;
mod events;
mod extras;
mod form;
mod full_disk;
mod gift_cards;
mod gifts;
mod goods;
mod headers;
mod home;
mod hostile;
mod limits;
mod lists;
mod machines;
mod offers;
mod orders;
mod paying;
mod photos;
mod refunds;
mod refusals;
mod relevance;
mod rig;
mod search;
mod shopper;
mod sizes;
mod start;
mod support;
mod unit_prices;
mod walk;
mod ways;
mod world;
