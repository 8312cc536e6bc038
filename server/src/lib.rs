//! What runs on the machine: routes, middleware, jobs and the outside world.

pub mod jobs;
pub mod outside;
pub mod webhooks;
