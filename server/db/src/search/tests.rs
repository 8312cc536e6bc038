//! The index held against a slow and simple model.
