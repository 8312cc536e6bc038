//! What every request passes on its way in and out, one thing a file.

pub mod load;
