//! What stops a rehearsal. What a rehearsal finds wrong with the shop is no trouble: it is what it is for.

/// What a step of a rehearsal gives.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// It cannot go on, because.
pub fn wrong<T>(why: String) -> Outcome<T> {
    Err(why.into())
}
