//! Searching: the page, the suggestions, and what people type that is no search.
