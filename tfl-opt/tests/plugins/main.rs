//! Plugins end to end: what the good do, and that the bad can do nothing.
#![cfg(feature = "plugins")]

mod author;
mod echo;
mod facts;
mod files;
mod good;
mod guide;
mod hostile;
mod support;
