//! rollscope for the browser.
