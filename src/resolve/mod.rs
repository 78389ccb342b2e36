//! Decides who is who: within an article, then across articles.
