//! How a step ends.

/// Why a shopper got no further.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Snag {
    /// The shop said no, politely: the page it led to.
    Refused(String),
    /// The shop broke: status and page.
    Broke(u16, String),
    /// Nobody answered.
    Gone(String),
    /// A page was not what it should be.
    Strange(String),
}

/// What a shopper gets from a page or a form.
pub type Step<T> = Result<T, Snag>;
