//! Plugins end to end: what the good do, and that the bad can do nothing.
#![cfg(feature = "plugins")]

mod files;
mod good;
mod hostile;
mod support;
