//! Another way for an order to be sent, until it is packed: wished in one short text, such as `express`, or `pickup:` and the
//! pickup point.
//!
//! The rule for the money is that of all changes: **what comes costs what it costs today.** The agreed way is let go for what was
//! paid for it, and the other is paid as a cart of the same goods would pay it now. What an offer took off delivery, it takes off
//! the other way too, as far as that costs so much; goods, their prices and their offers stay. Another pickup point is the same
//! way, and costs what was agreed.

use std::fmt::{Display, Formatter};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::NotWanted;
use crate::delivery::Service;
use crate::money::Money;
use crate::time::Day;

/// No pickup point is called by a longer name.
const MOST_POINT: usize = 80;

/// How an order is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedWay {
    /// By which service.
    pub service: Service,
    /// The id of the pickup point; empty when it goes to the door.
    pub point: String,
}

impl WantedWay {
    /// By a service, to this point where it goes to one.
    pub fn of(service: Service, point: &str) -> Result<Self, NotWanted> {
        let fits = match service {
            Service::Pickup => !point.is_empty() && point.len() <= MOST_POINT,
            Service::Online => false,
            Service::Economy | Service::Standard | Service::Express => true,
        };
        let point = if service == Service::Pickup { point.to_owned() } else { String::new() };
        if fits { Ok(Self { service, point }) } else { Err(NotWanted) }
    }
}

impl FromStr for WantedWay {
    type Err = NotWanted;
    fn from_str(text: &str) -> Result<Self, NotWanted> {
        let (service, point) = text.split_once(':').unwrap_or((text, ""));
        Self::of(Service::from_code(service).ok_or(NotWanted)?, point)
    }
}

impl Display for WantedWay {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self.point.as_str() {
            "" => f.write_str(self.service.code()),
            point => write!(f, "{}:{point}", self.service.code()),
        }
    }
}

/// How an order is sent, for what, and by when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentBy {
    /// By which service.
    pub service: Service,
    /// The pickup point, in one line; empty when it goes to the door.
    pub pickup: String,
    /// What is paid for it, offers taken off.
    pub sum: Money,
    /// The days it is promised for.
    pub promised: (Day, Day),
}

/// A change of how an order is sent: kept with it, so that nothing that happens later changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedWay {
    /// How it was.
    pub was: SentBy,
    /// How it is then.
    pub then: SentBy,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_written_as_it_is_read() {
        for text in ["economy", "standard", "express", "pickup:riga-1"] {
            assert_eq!(text.parse::<WantedWay>().unwrap().to_string(), text);
        }
        assert_eq!("express:riga-1".parse::<WantedWay>().unwrap().to_string(), "express", "the door is no point");
    }

    #[test]
    fn what_no_page_wishes_is_refused() {
        for text in ["", "online", "pickup", "pickup:", "by-drone", ":riga-1", &format!("pickup:{}", "x".repeat(81))] {
            assert!(text.parse::<WantedWay>().is_err(), "{text}");
        }
    }
}
