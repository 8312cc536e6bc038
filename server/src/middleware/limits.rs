//! Limits per client: a bucket that fills slowly and empties with every request.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use app::request::{Guess, Guessing};
use http::Method;

use super::class::Class;
use crate::config::Limits as Switch;

/// Clients remembered at most: about a megabyte.
const CLIENTS: usize = 10_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Purse {
    Pages,
    Acts,
    Orders,
    Door,
    Guesses,
    LookUps,
    Letters,
    Passkeys,
}

impl Purse {
    fn of(class: Class, method: &Method) -> Option<Self> {
        match class {
            Class::File | Class::Machine | Class::Webhook => None,
            Class::Place => Some(Self::Orders),
            Class::Door => Some(Self::Door),
            _ if method == Method::POST => Some(Self::Acts),
            _ => Some(Self::Pages),
        }
    }

    const fn of_guess(what: Guess) -> Self {
        match what {
            Guess::Code => Self::Guesses,
            Guess::Order => Self::LookUps,
            Guess::Letter => Self::Letters,
            Guess::Passkey => Self::Passkeys,
        }
    }

    /// How many at once, and how many a second after that.
    const fn terms(self) -> (f64, f64) {
        match self {
            Self::Pages => (60.0, 10.0),
            Self::Acts => (20.0, 2.0),
            Self::Orders => (5.0, 5.0 / 60.0),
            Self::Door => (10.0, 10.0 / 60.0),
            Self::Guesses => (30.0, 30.0 / 3600.0),
            Self::LookUps | Self::Letters => (5.0, 5.0 / 900.0),
            // Each look at the page where one signs in asks for a question.
            Self::Passkeys => (30.0, 30.0 / 900.0),
        }
    }
}

struct Bucket {
    left: f64,
    at: Instant,
}

/// What each client may still ask for.
pub struct Limits {
    switch: Switch,
    buckets: Mutex<HashMap<(IpAddr, Purse), Bucket>>,
}

impl Limits {
    /// Everyone with full buckets.
    pub fn new(switch: Switch) -> Self {
        Self { switch, buckets: Mutex::default() }
    }

    /// Takes one from the client's bucket, or says how long until there is one.
    pub fn spend(&self, client: IpAddr, class: Class, method: &Method) -> Result<(), Duration> {
        match Purse::of(class, method) {
            Some(purse) if !self.is_free(client) => self.take((household(client), purse), Instant::now()),
            _ => Ok(()),
        }
    }

    fn is_free(&self, client: IpAddr) -> bool {
        match self.switch {
            Switch::Off => true,
            Switch::Auto => client.is_loopback(),
            Switch::On => false,
        }
    }

    fn take(&self, key: (IpAddr, Purse), now: Instant) -> Result<(), Duration> {
        let (burst, refill) = key.1.terms();
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= CLIENTS && !buckets.contains_key(&key) {
            make_room(&mut buckets, now);
        }
        let bucket = buckets.entry(key).or_insert(Bucket { left: burst, at: now });
        bucket.left = (bucket.left + now.duration_since(bucket.at).as_secs_f64() * refill).min(burst);
        bucket.at = now;
        if bucket.left >= 1.0 {
            bucket.left -= 1.0;
            return Ok(());
        }
        Err(Duration::from_secs_f64((1.0 - bucket.left) / refill))
    }
}

impl Guessing for Limits {
    fn take(&self, client: IpAddr, what: Guess) -> bool {
        self.is_free(client) || Limits::take(self, (household(client), Purse::of_guess(what)), Instant::now()).is_ok()
    }

    fn give_back(&self, client: IpAddr, what: Guess) {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let purse = Purse::of_guess(what);
        if let Some(bucket) = buckets.get_mut(&(household(client), purse)) {
            bucket.left = (bucket.left + 1.0).min(purse.terms().0);
        }
    }
}

/// Forgets those whose buckets are full again; if that is nobody, the emptier half stays: it is they who are limited.
fn make_room(buckets: &mut HashMap<(IpAddr, Purse), Bucket>, now: Instant) {
    let share = |key: &(IpAddr, Purse), bucket: &Bucket| {
        let (burst, refill) = key.1.terms();
        ((bucket.left + now.duration_since(bucket.at).as_secs_f64() * refill) / burst).min(1.0)
    };
    buckets.retain(|key, bucket| share(key, bucket) < 1.0);
    if buckets.len() >= CLIENTS {
        let mut shares: Vec<f64> = buckets.iter().map(|(key, bucket)| share(key, bucket)).collect();
        let (_, middle, _) = shares.select_nth_unstable_by(CLIENTS / 2, f64::total_cmp);
        let middle = *middle;
        let mut to_forget = CLIENTS / 2;
        buckets.retain(|key, bucket| {
            let forget = to_forget > 0 && share(key, bucket) >= middle;
            to_forget -= usize::from(forget);
            !forget
        });
    }
}

/// With IPv6 a household has a network of its own; its addresses are no different people.
fn household(client: IpAddr) -> IpAddr {
    match client {
        IpAddr::V4(_) => client,
        IpAddr::V6(ip) => IpAddr::V6((u128::from(ip) & !u128::from(u64::MAX)).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(number: u32) -> IpAddr {
        IpAddr::V4((0x0a00_0000 + number).into())
    }

    #[test]
    fn five_orders_a_minute_and_one_more_every_twelve_seconds() {
        let limits = Limits::new(Switch::On);
        let start = Instant::now();
        let order = |after: f64| limits.take((client(1), Purse::Orders), start + Duration::from_secs_f64(after));
        assert!((0..5).all(|_| order(0.0).is_ok()));
        let wait = order(0.0).unwrap_err();
        assert!((11.0..=12.0).contains(&wait.as_secs_f64()), "{wait:?}");
        assert!(order(11.0).is_err());
        assert!(order(12.1).is_ok());
    }

    #[test]
    fn thirty_wrong_guesses_an_hour_and_a_right_one_is_none() {
        let limits = Limits::new(Switch::On);
        for _ in 0..29 {
            assert!(Guessing::take(&limits, client(1), Guess::Code));
        }
        for _ in 0..3 {
            assert!(Guessing::take(&limits, client(1), Guess::Code));
            limits.give_back(client(1), Guess::Code);
        }
        assert!(Guessing::take(&limits, client(1), Guess::Code));
        assert!(!Guessing::take(&limits, client(1), Guess::Code));
        assert!(Guessing::take(&limits, client(2), Guess::Code), "somebody else guesses on");
    }

    #[test]
    fn five_orders_are_looked_up_in_a_quarter_of_an_hour_whatever_codes_were_typed() {
        let limits = Limits::new(Switch::On);
        assert!((0..5).all(|_| Guessing::take(&limits, client(1), Guess::Order)));
        assert!(!Guessing::take(&limits, client(1), Guess::Order));
        assert!((0..30).all(|_| Guessing::take(&limits, client(1), Guess::Passkey)));
        assert!(!Guessing::take(&limits, client(1), Guess::Passkey));
        assert!(Guessing::take(&limits, client(1), Guess::Code) && Guessing::take(&limits, client(2), Guess::Order));
    }

    #[test]
    fn a_flood_of_addresses_does_not_grow_the_memory_or_free_who_is_limited() {
        let limits = Limits::new(Switch::On);
        let now = Instant::now();
        for _ in 0..5 {
            limits.take((client(0), Purse::Orders), now).unwrap();
        }
        for number in 1..50_000 {
            limits.take((client(number), Purse::Pages), now).unwrap();
        }
        assert!(limits.buckets.lock().unwrap().len() <= CLIENTS);
        assert!(limits.take((client(0), Purse::Orders), now).is_err(), "the one who ordered five times is remembered");
    }

    #[test]
    fn this_machine_is_limited_only_when_the_settings_say_so() {
        let here = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);
        let ask = |limits: &Limits| (0..100).all(|_| limits.spend(here, Class::Page, &Method::GET).is_ok());
        assert!(ask(&Limits::new(Switch::Auto)));
        assert!(ask(&Limits::new(Switch::Off)));
        assert!(!ask(&Limits::new(Switch::On)));
    }

    #[test]
    fn addresses_of_one_household_share_a_bucket() {
        let one: IpAddr = "2001:db8:1:2::1".parse().unwrap();
        let two: IpAddr = "2001:db8:1:2:ffff::9".parse().unwrap();
        let other: IpAddr = "2001:db8:1:3::1".parse().unwrap();
        assert_eq!(household(one), household(two));
        assert_ne!(household(one), household(other));
    }
}
