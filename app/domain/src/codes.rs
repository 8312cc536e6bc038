//! Enums that have a written code: in the database, in URLs, in CSS classes.

/// Declares an enum whose variants each have one code, both ways.
#[macro_export]
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$doc])* #[serde(rename = $code)] $variant),* }

        impl $name {
            /// Every value, in the order of its declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The written form.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            /// The value with this written form.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)* _ => None }
            }
        }

        impl $crate::codes::Coded for $name {
            fn code(self) -> &'static str { Self::code(self) }
            fn from_code(code: &str) -> Option<Self> { Self::from_code(code) }
        }
    };
}

/// What [`codes!`](crate::codes!) gives, for code that stores any of them.
pub trait Coded: Sized + Copy {
    /// The written form.
    fn code(self) -> &'static str;
    /// The value with this written form.
    fn from_code(code: &str) -> Option<Self>;
}
