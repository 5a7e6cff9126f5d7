//! The site as a browser meets it, without a browser.
mod access;
mod browser;
mod sign_in;
