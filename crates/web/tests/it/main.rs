//! The site as a browser meets it, without a browser.
mod access;
mod browser;
mod fjordby;
mod nonsense;
mod pages;
mod sign_in;
