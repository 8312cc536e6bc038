//! How what was bought is looked after: told to who has bought it, on the order's page and in the letter that says it is on its way.

/// What is said of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Care {
    /// The lines of the order it was bought in, by their places in it.
    pub lines: Vec<u32>,
    /// What the product is called.
    pub name: String,
    /// How it is looked after, in plain lines.
    pub says: String,
    /// Whether that is said in the language it was asked in, and not in the shop's first.
    pub translated: bool,
}
